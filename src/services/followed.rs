//! What lies on the device, as a screen follows it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Services;
use crate::platform::locks::WriterState;

impl Services {
    /// What lies on the device: none before it has been read, and read again when it changes, here or in another
    /// window. What `read` answers with none about stays as it was.
    ///
    /// It is not read before it is known which window writes: what was read earlier is forgotten then.
    #[must_use]
    pub fn followed<T, F>(self, read: impl Fn(Self) -> F + 'static) -> RwSignal<Option<T>>
    where
        T: Send + Sync + 'static,
        F: Future<Output = Option<T>> + 'static,
    {
        let found = RwSignal::new(None);
        Effect::new(move |_| {
            self.follow_changes();
            if self.writer() == WriterState::Waiting {
                return;
            }
            let read = read(self);
            spawn_local(async move {
                if let Some(now) = read.await {
                    // The screen may be gone by now.
                    let _ = found.try_set(Some(now));
                }
            });
        });
        found
    }
}
