//! What is heavy to show comes after what a tap changes at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::document;

/// The same, as soon as what has changed with it is painted. A large part of a screen follows this, so that the
/// place that was tapped answers first; what is on the screen stays until then.
pub fn once_painted<T: Clone + PartialEq + Send + Sync + 'static>(now: impl Into<Signal<T>>) -> Signal<T> {
    let now = now.into();
    let shown = RwSignal::new(now.get_untracked());
    Effect::new(move |_| {
        let is_shown = now.with(|now| shown.with_untracked(|shown| shown == now));
        if is_shown {
            return;
        }
        spawn_local(async move {
            document::painted().await;
            // It may have changed once more, and the screen may be gone by now.
            let Some(now) = now.try_get_untracked() else { return };
            if shown.try_with_untracked(|shown| *shown != now) == Some(true) {
                shown.set(now);
            }
        });
    });
    shown.into()
}
