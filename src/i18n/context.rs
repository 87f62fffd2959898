//! The language in use, as screens see it: words that change under them without a reload.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Language, Messages, Phrase};

/// The words in use. The one signal, beside appearance, that lies in a context.
#[derive(Clone, Copy)]
pub struct Words {
    messages: RwSignal<Arc<Messages>>,
    language: RwSignal<Language>,
}

impl Words {
    /// Puts the words of a language into use.
    #[must_use]
    pub fn new(language: Language, messages: Messages) -> Self {
        Self { messages: RwSignal::new(Arc::new(messages)), language: RwSignal::new(language) }
    }

    /// The same words for one screen or one part of it.
    ///
    /// A signal keeps a mark of every text that has followed it, also of those that are long gone. With signals
    /// of its own a screen takes its marks along when it goes, and a day of work leaves none behind.
    #[must_use]
    pub fn of_its_own(self) -> Self {
        let own = Self {
            messages: RwSignal::new(self.messages.get_untracked()),
            language: RwSignal::new(self.language_now()),
        };
        Effect::new(move |before: Option<()>| {
            let (messages, language) = (self.messages.get(), self.language.get());
            if before.is_some() {
                own.messages.set(messages);
                own.language.set(language);
            }
        });
        own
    }

    /// Makes them available to everything below.
    pub fn provide(self) {
        provide_context(self);
    }

    /// The words that were provided above. The app provides them before any view is made; without
    /// them there are no words, and the empty set shows nothing rather than failing.
    #[must_use]
    pub fn get() -> Self {
        use_context::<Self>().unwrap_or_else(|| Self::new(Language::Nb, Messages::none()))
    }

    /// The language in use; tracked.
    #[must_use]
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// The language in use, without following it.
    #[must_use]
    pub fn language_now(self) -> Language {
        self.language.get_untracked()
    }

    /// Changes to the words of another language, all at once.
    pub fn change(self, language: Language, messages: Messages) {
        self.messages.set(Arc::new(messages));
        self.language.set(language);
    }

    /// Takes in the words of the rooms in a language, unless another one has been chosen meanwhile: it brings
    /// its own.
    pub fn complete(self, language: Language, whole: Messages) {
        if language == self.language_now() {
            self.messages.set(Arc::new(whole));
        }
    }

    /// Looks at the words; tracked.
    pub fn with<T>(self, look: impl FnOnce(&Messages) -> T) -> T {
        self.messages.with(|messages| look(messages))
    }

    /// Looks at the words once, without following the language.
    pub fn now<T>(self, look: impl FnOnce(&Messages) -> T) -> T {
        self.messages.with_untracked(|messages| look(messages))
    }

    /// A text that follows the language: `words.text(Messages::home_title)`.
    #[must_use]
    pub fn text(self, key: Phrase) -> Signal<String> {
        Signal::derive(move || self.with(|messages| key(messages).to_owned()))
    }

    /// A text with arguments that follows the language.
    #[must_use]
    pub fn made(self, make: impl Fn(&Messages) -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || self.with(|messages| make(messages)))
    }
}
