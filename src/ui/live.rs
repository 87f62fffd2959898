//! The parts of a view that change. Every closure is a type of its own, and the framework makes its whole
//! machinery anew for each type that it is handed; behind one pointer it is made once, which is what keeps the
//! app small (docs/decisions/0011).

use std::time::Duration;

use leptos::prelude::*;

/// A part of the page that is made anew whenever what it looks at changes.
#[must_use]
pub fn live<V: IntoAny + 'static>(mut make: impl FnMut() -> V + Send + 'static) -> AnyView {
    kept_up(Box::new(move || make().into_any()))
}

/// A part of the page that is there while `shown` says so.
#[must_use]
pub fn when<V: IntoAny + 'static>(
    shown: impl Into<Signal<bool>>,
    make: impl Fn() -> V + Send + Sync + 'static,
) -> AnyView {
    let shown = shown.into();
    kept_up(Box::new(move || if shown.get() { make().into_any() } else { ().into_any() }))
}

fn kept_up(make: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    make.into_any()
}

/// Looks again and again, as long as the part of the screen is there that asks for it. Without a timer what is
/// shown is that of the last change.
pub fn every(pause: Duration, look: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(look, pause) {
        on_cleanup(move || handle.clear());
    }
}
