//! What kind of device this is, as far as advice depends on it. Nothing that works depends on it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Whether this is an iPad or iPhone: there, what is stored in a tab goes when the app is not used for a
/// week, and installing it helps. An iPad calls itself a Mac, but a Mac has no touch screen.
#[must_use]
pub fn is_ipad_or_iphone() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator: JsValue = window.navigator().into();
    let text = |key: &str| {
        Reflect::get(&navigator, &key.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
    };
    let touches = Reflect::get(&navigator, &"maxTouchPoints".into()).ok().and_then(|n| n.as_f64());
    let agent = text("userAgent");
    let is_mac = text("platform") == "MacIntel";
    agent.contains("iPad") || agent.contains("iPhone") || (is_mac && touches.unwrap_or_default() > 1.0)
}

/// Whether the app runs as an installed one, and not in a tab.
#[must_use]
pub fn is_installed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let standalone = window.match_media("(display-mode: standalone)").ok().flatten();
    let navigator: JsValue = window.navigator().into();
    let ios = Reflect::get(&navigator, &"standalone".into()).is_ok_and(|told| told.is_truthy());
    ios || standalone.is_some_and(|query| query.matches())
}
