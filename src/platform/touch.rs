//! Whether somebody touches the device: a finger, a mouse, a key, or a page that is seen again.

use gloo_events::{EventListener, EventListenerOptions};

/// Listens from now on, before anything else on the page hears of it.
pub fn listen(on_touch: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for name in ["pointerdown", "keydown", "wheel"] {
        let on_touch = on_touch.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window, name, options, move |_| on_touch()).forget();
    }
}

/// Calls back when the page is seen again, after the device has slept.
pub fn on_return(seen: impl Fn() + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let page = document.clone();
    EventListener::new(&document, "visibilitychange", move |_| {
        if page.visibility_state() == web_sys::VisibilityState::Visible {
            seen();
        }
    })
    .forget();
}
