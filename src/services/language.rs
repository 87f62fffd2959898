//! Changing the language: the words first, then everything that follows them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Services;
use crate::i18n::{Language, Messages};
use crate::platform::document;

impl Services {
    /// Changes to a language. What is being written is not touched. Where its words do not come, the
    /// language in use stays, and [`Services::language_that_failed`] says so.
    pub fn change_language(self, language: Language) {
        if language == self.words.language_now() {
            self.language_failed.set(None);
            return;
        }
        let assets = self.assets();
        spawn_local(async move {
            let text = assets.words(language).await.map_err(|error| error.to_string());
            let words = text.and_then(|text| Messages::parse(&text).map_err(|error| error.to_string()));
            match words {
                Ok(messages) => {
                    self.words.change(language, messages);
                    document::set_language(language.code());
                    self.language_failed.set(None);
                    self.change_preferences(|preferences| preferences.language = language);
                    self.fetch_library();
                }
                Err(reason) => {
                    leptos::logging::warn!("words: {reason}");
                    self.language_failed.set(Some(language));
                }
            }
        });
    }

    /// The language whose words did not come; tracked.
    #[must_use]
    pub fn language_that_failed(self) -> Option<Language> {
        self.language_failed.get()
    }
}
