//! Lasting storage: asking the browser not to throw anything away, and how much room there is.
//!
//! Every step may be missing (`WebKitGTK`) or never answer (headless Firefox waits for a prompt), so
//! nothing here may be awaited before the first screen.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How much room there is, in bytes, as far as the browser says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// What is used.
    pub used: f64,
    /// What there is in all.
    pub quota: f64,
}

/// Asks for lasting storage and tells the answer when it comes, if it comes. `None` where the browser
/// cannot be asked. Call it at the right moment (something was written, the person has just acted);
/// Firefox shows a question.
pub fn request(on_answer: impl FnOnce(Option<bool>) + 'static) {
    spawn_local(async move { on_answer(ask("persist").await.and_then(|answer| answer.as_bool())) });
}

/// Whether storage is lasting; `None` where the browser does not say.
pub async fn persisted() -> Option<bool> {
    ask("persisted").await?.as_bool()
}

/// How much room there is; `None` where the browser does not say.
pub async fn estimate() -> Option<Room> {
    let answer = ask("estimate").await?;
    let number = |key: &str| Reflect::get(&answer, &key.into()).ok()?.as_f64();
    Some(Room { used: number("usage")?, quota: number("quota")? })
}

async fn ask(what: &str) -> Option<JsValue> {
    let promise: Promise = begin(what)?;
    JsFuture::from(promise).await.ok()
}

fn begin(what: &str) -> Option<Promise> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let storage = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    let ask: Function = Reflect::get(&storage, &what.into()).ok()?.dyn_into().ok()?;
    ask.call0(&storage).ok()?.dyn_into().ok()
}
