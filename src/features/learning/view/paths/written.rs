//! One record that is written on its own page: who is who, and the notes for the medarbeidersamtale.

use leptos::prelude::*;

use super::kept::readable;
use crate::progress::{TalkNotes, WhoIsWho};
use crate::services::{Edits, Services};

/// A record as soon as it has been read, kept at every letter.
pub(super) struct Written<T: 'static> {
    services: Services,
    value: RwSignal<Option<T>>,
    edits: Edits,
    keep: fn(Services, &T),
}

impl<T> Clone for Written<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Written<T> {}

/// Who is who at the workplace.
pub(super) fn who_is_who(services: Services) -> Written<WhoIsWho> {
    let who = Written::new(services, |services, who| services.keep_who_is_who(who));
    let read = async |services: Services| readable(services.who_is_who().await);
    services.followed_beside(who.edits, read, move |found| who.value.set(Some(found)));
    who
}

/// The notes for the medarbeidersamtale.
pub(super) fn talk_notes(services: Services) -> Written<TalkNotes> {
    let notes = Written::new(services, |services, notes| services.keep_talk_notes(notes));
    let read = async |services: Services| readable(services.talk_notes().await);
    services.followed_beside(notes.edits, read, move |found| notes.value.set(Some(found)));
    notes
}

impl<T: Clone + Default + Send + Sync + 'static> Written<T> {
    fn new(services: Services, keep: fn(Services, &T)) -> Self {
        Self { services, value: RwSignal::new(None), edits: Edits::new(), keep }
    }

    /// Whether it has been read; tracked.
    pub(super) fn is_here(self) -> bool {
        self.value.with(Option::is_some)
    }

    /// What stands there; nothing before it is read. Tracked.
    pub(super) fn get(self) -> T {
        self.value.get().unwrap_or_default()
    }

    /// Writes on it, and keeps it.
    pub(super) fn write(self, edit: impl FnOnce(&mut T)) {
        self.edits.count();
        let changed = self.value.try_update(|value| {
            let value = value.as_mut()?;
            edit(value);
            Some(value.clone())
        });
        if let Some(value) = changed.flatten() {
            (self.keep)(self.services, &value);
        }
    }
}
