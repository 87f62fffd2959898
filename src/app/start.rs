//! What `boot.js` fetches for the app: the first words, side by side with the wasm, and the style of the rooms.

use std::future::Future;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::i18n::{Language, Messages};
use crate::platform::assets::Assets;

/// The language that the page chose, and its words.
pub(super) async fn first_words(assets: &Assets) -> Result<(Language, Messages), String> {
    let (language, early) = early_words().await;
    let text = match early {
        Some(text) => text,
        None => assets.words(language).await.map_err(|error| error.to_string())?,
    };
    let messages = Messages::parse(&text).map_err(|error| error.to_string())?;
    Ok((language, messages))
}

async fn early_words() -> (Language, Option<String>) {
    let early = Reflect::get(&js_sys::global(), &"refleksWords".into()).unwrap_or(JsValue::UNDEFINED);
    let code = Reflect::get(&early, &"language".into()).ok().and_then(|code| code.as_string());
    let language = code.and_then(|code| Language::from_code(&code)).unwrap_or_default();
    let promise = Reflect::get(&early, &"text".into()).ok().and_then(|text| text.dyn_into::<Promise>().ok());
    let text = match promise {
        Some(promise) => JsFuture::from(promise).await.ok().and_then(|text| text.as_string()),
        None => None,
    };
    (language, text)
}

/// Tells the start screen that the app could not start: `boot.js` shows it.
pub(super) fn failed(reason: &str) {
    match offered("refleksFailed") {
        // `boot.js` shows the words itself and keeps the reason for its log.
        Some(tell) => drop(tell.call1(&JsValue::NULL, &reason.into())),
        None => web_sys::console::error_1(&reason.into()),
    }
}

/// Asks for the style of the rooms now; later, whether it has come.
pub(super) fn style_of_rooms() -> impl Future<Output = bool> {
    let asked = offered("refleksRooms").and_then(|ask| ask.call0(&JsValue::NULL).ok());
    let promise = asked.and_then(|asked| asked.dyn_into::<Promise>().ok());
    async move {
        match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }
}

fn offered(name: &str) -> Option<Function> {
    Reflect::get(&js_sys::global(), &name.into()).ok().and_then(|offered| offered.dyn_into().ok())
}
