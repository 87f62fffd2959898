//! Hands a file to the person: shares it where the device can (an installed iPad app cannot always
//! save), saves it otherwise.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a saved file stays readable, milliseconds: Safari reads it after the tap.
const KEEP_MS: u32 = 60_000;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// The browser saves it.
    Saved,
    /// The person shared it.
    Shared,
    /// The person closed the sharing without choosing. It is nowhere.
    Cancelled,
}

/// Why it could not be handed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HandError {
    /// The browser refused; this is what it said.
    #[error("the browser did not take the file: {0}")]
    Refused(String),
}

/// Saves a file. Call it from a tap; some browsers refuse it otherwise.
///
/// # Errors
/// [`HandError`] when the browser refuses.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<Handed, HandError> {
    try_save(name, mime, bytes).map_err(|error| refused(&error)).map(|()| Handed::Saved)
}

/// Whether files of this type can be shared here.
#[must_use]
pub fn can_share(name: &str, mime: &str) -> bool {
    data(name, mime, &[]).is_ok_and(|data| may_share(&data))
}

/// Shares a file where that is possible, saves it otherwise. Call it directly from a tap: what is
/// computed before it must not be waited for, or the browser takes it for unasked.
///
/// # Errors
/// [`HandError`] when the browser refuses both.
pub async fn share_or_save(name: &str, mime: &str, bytes: &[u8]) -> Result<Handed, HandError> {
    let shared = data(name, mime, bytes).ok().filter(may_share).and_then(|data| call("share", &data));
    let Some(Ok(promise)) = shared.map(|answer| answer.dyn_into::<Promise>()) else {
        return save(name, mime, bytes);
    };
    match JsFuture::from(promise).await {
        Ok(_) => Ok(Handed::Shared),
        Err(error) if name_of(&error) == "AbortError" => Ok(Handed::Cancelled),
        Err(_) => save(name, mime, bytes),
    }
}

fn refused(error: &JsValue) -> HandError {
    HandError::Refused(format!("{error:?}"))
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

fn parts(bytes: &[u8]) -> Array {
    Array::of1(&Uint8Array::from(bytes))
}

fn try_save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let missing = || JsValue::from_str("no document");
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts(bytes), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Firefox follows only a link that is in the page.
    let page = document.body().ok_or_else(missing)?;
    page.append_child(&link)?;
    link.click();
    link.remove();
    Timeout::new(KEEP_MS, move || {
        // It fails only when it is gone already.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// `{ files: [File] }`, as sharing wants it.
fn data(name: &str, mime: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    // Through the global object: a browser without `File` must not end the app.
    let constructor: Function = Reflect::get(&js_sys::global(), &"File".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &mime.into())?;
    let file = Reflect::construct(&constructor, &Array::of3(&parts(bytes), &name.into(), &options))?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file))?;
    Ok(data.into())
}

fn may_share(data: &JsValue) -> bool {
    call("canShare", data).is_some_and(|answer| answer.is_truthy())
}

fn call(what: &str, data: &JsValue) -> Option<JsValue> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let function: Function = Reflect::get(&navigator, &what.into()).ok()?.dyn_into().ok()?;
    function.call1(&navigator, data).ok()
}
