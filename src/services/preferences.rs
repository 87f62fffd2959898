//! How this device shows Refleks: language, appearance, text size. Kept as a record, so that a backup
//! carries it, and mirrored where the page can read it before anything else has started.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Services;
use crate::i18n::Language;
use crate::platform::document;
use crate::storage::mirror::{self, Mirrored};
use crate::storage::{Appearance, Change, Loaded, LockAfter, Preferences, RecordId, TextSize};

fn record() -> RecordId {
    RecordId::from("preferences")
}

impl Preferences {
    /// What the mirror says, for the time before the record is read.
    #[must_use]
    pub(super) fn of_mirror(language: Language) -> Self {
        let appearance = mirror::read(Mirrored::Appearance).unwrap_or_default();
        let text_size = mirror::read(Mirrored::TextSize).unwrap_or_default();
        Self {
            language,
            appearance: Appearance::ALL.into_iter().find(|a| a.code() == appearance).unwrap_or_default(),
            text_size: TextSize::ALL.into_iter().find(|t| t.code() == text_size).unwrap_or_default(),
            lock_after: LockAfter::default(),
        }
    }

    /// Shows them on the page and mirrors them. Where the mirror is forbidden, the record still has them.
    fn show(self) {
        self.show_on_page();
        mirror::write(Mirrored::Language, self.language.code());
        mirror::write(Mirrored::Appearance, self.appearance.code());
        mirror::write(Mirrored::TextSize, self.text_size.code());
    }

    fn show_on_page(self) {
        document::set_attribute("data-color-scheme", self.appearance.code());
        document::set_attribute("data-text-size", self.text_size.code());
    }
}

impl Services {
    /// The choices of the device; tracked.
    #[must_use]
    pub fn preferences(self) -> Preferences {
        self.preferences.get()
    }

    /// Changes the choices of the device, shows and keeps them.
    pub fn change_preferences(self, change: impl FnOnce(&mut Preferences)) {
        let before = self.preferences.get_untracked();
        let mut after = before;
        change(&mut after);
        if after == before {
            return;
        }
        self.preferences.set(after);
        after.show();
        match Change::keep(record(), &after, self.now_ms()) {
            Ok(change) => self.saver().edited(vec![change]),
            Err(error) => leptos::logging::warn!("preferences: {error}"),
        }
    }

    /// Goes back to what a new device has, and writes nothing: everything was erased. The language on the
    /// screen stays, so that the person can read on.
    pub fn reset_preferences(self) {
        mirror::erase();
        let language = self.words.language_now();
        let fresh = Preferences {
            language,
            appearance: Appearance::default(),
            text_size: TextSize::default(),
            lock_after: LockAfter::default(),
        };
        self.preferences.set(fresh);
        fresh.show_on_page();
    }

    /// Reads the record at start, when this window becomes the writing one, and after a backup was read
    /// in: the mirror may be gone, or a backup may have brought others.
    pub fn read_preferences(self) {
        let records = self.records();
        spawn_local(async move {
            if let Ok(Loaded::Ready(kept)) = records.load::<Preferences>(&record()).await {
                let language = kept.language;
                let shown = self.preferences.get_untracked();
                if shown != kept {
                    self.preferences.set(Preferences { language: shown.language, ..kept });
                    kept.show();
                }
                self.change_language(language);
            }
        });
    }
}
