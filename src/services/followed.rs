//! What a screen follows: what lies on the device, and where on the screen one is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Services;
use crate::platform::document;
use crate::platform::locks::WriterState;

/// Counts what somebody does to a record on the screen: what was read before that is older than it.
#[derive(Clone, Copy)]
pub struct Edits(StoredValue<u32>);

impl Edits {
    /// None so far.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "it belongs to the screen that makes it")]
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Somebody does one more.
    pub fn count(self) {
        self.0.update_value(|edits| *edits = edits.wrapping_add(1));
    }
}

impl Services {
    /// What lies on the device: none before it has been read, and read again when it changes, here or in another
    /// window. What `read` answers with none about stays as it was.
    #[must_use]
    pub fn followed<T, F>(self, read: impl Fn(Self) -> F + 'static) -> RwSignal<Option<T>>
    where
        T: Send + Sync + 'static,
        F: Future<Output = Option<T>> + 'static,
    {
        let found = RwSignal::new(None);
        self.at_every_change(move || {
            let read = read(self);
            async move {
                if let Some(now) = read.await {
                    // The screen may be gone by now.
                    let _ = found.try_set(Some(now));
                }
            }
        });
        found
    }

    /// The same for what is written on this very screen: what is found is handed to `take_in`, unless somebody has
    /// written on while it was read.
    pub fn followed_beside<T, F>(
        self,
        edits: Edits,
        read: impl Fn(Self) -> F + 'static,
        take_in: impl Fn(T) + Copy + 'static,
    ) where
        T: 'static,
        F: Future<Output = T> + 'static,
    {
        self.at_every_change(move || {
            let before = edits.0.get_value();
            let read = read(self);
            async move {
                let found = read.await;
                // The screen may be gone by now.
                if edits.0.try_get_value() == Some(before) {
                    take_in(found);
                }
            }
        });
    }

    /// Reads now, and whenever something changes. Not before it is known which window writes: what was read earlier is
    /// forgotten then.
    fn at_every_change<F: Future<Output = ()> + 'static>(self, read: impl Fn() -> F + 'static) {
        Effect::new(move |_| {
            self.follow_changes();
            if self.writer() != WriterState::Waiting {
                spawn_local(read());
            }
        });
    }
}

/// Whoever comes to another place finds the focus on its heading. Nothing before there is one.
pub fn follow_place<P: PartialEq + 'static>(place: impl Fn() -> Option<P> + 'static) {
    Effect::new(move |before: Option<Option<P>>| {
        let now = place();
        match before {
            Some(Some(before)) if now.as_ref().is_some_and(|now| *now != before) => document::to_heading(),
            Some(None) if now.is_some() => document::focus_heading_if_lost(),
            Some(Some(_) | None) | None => {}
        }
        now
    });
}
