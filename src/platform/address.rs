//! The address line: reading and changing the hash.

use gloo_events::EventListener;

/// The hash of the page, `#` and all; empty where there is none.
#[must_use]
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Opens a hash as a new step of the history.
pub fn open(hash: &str) {
    if let Some(window) = web_sys::window() {
        // It fails only for a hash that is no text; ours are.
        let _ = window.location().set_hash(hash);
    }
}

/// Opens a hash in the place of the one that is there.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// Is told of every change of the hash, as long as the page lives.
pub fn listen(on_change: impl Fn(String) + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| on_change(hash())).forget();
    }
}

/// Opens an address of the app in a window of its own. Only a tap may do it; the answer is whether the browser did.
#[must_use]
pub fn open_window(hash: &str) -> bool {
    let opened =
        web_sys::window().and_then(|window| window.open_with_url_and_target(hash, "refleks-room").ok());
    opened.flatten().is_some()
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // It cannot fail in a window that is open.
        let _ = window.location().reload();
    }
}
