//! The words of the rooms, and changing the language: the words first, then everything that follows them.

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
        spawn_local(async move {
            match self.all_words(language).await {
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

    /// Has the words of the rooms come, if they have not; whether they are here then.
    pub async fn fetch_words_of_rooms(self) -> bool {
        if self.words.now(Messages::are_whole) {
            return true;
        }
        let language = self.words.language_now();
        let whole = match self.assets().words_of_rooms(language).await {
            Ok(text) => self.words.now(|first| first.with_rooms(&text)).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match whole {
            Ok(whole) => self.words.complete(language, whole),
            Err(reason) => leptos::logging::warn!("words of the rooms: {reason}"),
        }
        self.words.now(Messages::are_whole)
    }

    async fn all_words(self, language: Language) -> Result<Messages, String> {
        let assets = self.assets();
        let first = assets.words(language).await.map_err(|error| error.to_string())?;
        let rooms = assets.words_of_rooms(language).await.map_err(|error| error.to_string())?;
        let words = Messages::parse(&first).and_then(|first| first.with_rooms(&rooms));
        words.map_err(|error| error.to_string())
    }

    /// The language whose words did not come; tracked.
    #[must_use]
    pub fn language_that_failed(self) -> Option<Language> {
        self.language_failed.get()
    }
}
