//! Fetching content in the language in use: first what is needed, then the rest.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{Fetched, LibraryState, Services};
use crate::content::{
    CardPack, CasePack, ContentError, Glossary, LessonPack, Library, PathPack, ScenarioPack, TermPack,
};
use crate::ethics::privacy::Names;
use crate::i18n::Language;
use crate::platform::assets::{Assets, FetchError};

/// Why the library did not come. For logs.
#[derive(Debug, thiserror::Error)]
enum LibraryError {
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error(transparent)]
    Content(#[from] ContentError),
    #[error("the part that reads content did not come")]
    Part(#[from] SplitLoaderError),
}

impl Services {
    /// Fetches the library in the language in use. A library in another language stays on the screen
    /// until the new one is here.
    pub fn fetch_library(self) {
        let assets = self.assets();
        let language = self.words.language_now();
        self.fetch_what_was_asked_for();
        if self.library.with_untracked(|state| matches!(state, LibraryState::Failed(_))) {
            self.library.set(LibraryState::Loading);
        }
        spawn_local(async move {
            let fetched = fetch(&assets, language).await;
            // Somebody may have changed the language again in the meantime.
            if self.words.language_now() != language {
                return;
            }
            match fetched {
                Ok(library) => self.library.set(LibraryState::Ready(Arc::new(library))),
                Err(error) => {
                    leptos::logging::warn!("library: {error}");
                    if !self.library.with_untracked(|state| state.ready().is_some()) {
                        self.library.set(LibraryState::Failed(error.to_string()));
                    }
                }
            }
        });
    }

    /// Asks for the decks of reflection cards; what has come or is on its way is not asked for again.
    pub fn need_decks(self) {
        if is_wanted(self.decks) {
            self.fetch_late(self.decks, "cards", read_decks);
        }
    }

    /// Asks for the glossary; what has come or is on its way is not asked for again.
    pub fn need_terms(self) {
        if is_wanted(self.terms) {
            self.fetch_late(self.terms, "terms", read_terms);
        }
    }

    /// Asks for the scenarios; what has come or is on its way is not asked for again.
    pub fn need_scenarios(self) {
        if is_wanted(self.scenarios) {
            self.fetch_late(self.scenarios, "scenarios", read_scenarios);
        }
    }

    /// Asks for the lessons; what has come or is on its way is not asked for again.
    pub fn need_lessons(self) {
        if is_wanted(self.lessons) {
            self.fetch_late(self.lessons, "lessons", read_lessons);
        }
    }

    /// Asks for the kompetansepakker and the ethical standard; what has come or is on its way is not asked for again.
    pub fn need_paths(self) {
        if is_wanted(self.paths) {
            self.fetch_late(self.paths, "paths", read_paths);
        }
    }

    /// In another language the same is asked for again.
    fn fetch_what_was_asked_for(self) {
        if self.decks.with_untracked(|state| *state != Fetched::NotAsked) {
            self.fetch_late(self.decks, "cards", read_decks);
        }
        if self.scenarios.with_untracked(|state| *state != Fetched::NotAsked) {
            self.fetch_late(self.scenarios, "scenarios", read_scenarios);
        }
        if self.lessons.with_untracked(|state| *state != Fetched::NotAsked) {
            self.fetch_late(self.lessons, "lessons", read_lessons);
        }
        if self.paths.with_untracked(|state| *state != Fetched::NotAsked) {
            self.fetch_late(self.paths, "paths", read_paths);
        }
        if self.terms.with_untracked(|state| *state != Fetched::NotAsked) {
            self.fetch_late(self.terms, "terms", read_terms);
        }
    }

    /// Fetches a pack in the language in use. One in another language stays on the screen until it is here.
    fn fetch_late<T, R>(self, state: RwSignal<Fetched<T>>, kind: &'static str, read: fn(String) -> R)
    where
        T: Send + Sync + 'static,
        R: Future<Output = Result<T, LibraryError>> + 'static,
    {
        let assets = self.assets();
        let language = self.words.language_now();
        if state.with_untracked(|state| state.ready().is_none()) {
            state.set(Fetched::Loading);
        }
        spawn_local(async move {
            let fetched = match assets.pack(kind, language).await {
                Ok(json) => read(json).await,
                Err(error) => Err(error.into()),
            };
            if self.words.language_now() != language {
                return;
            }
            match fetched {
                Ok(pack) => state.set(Fetched::Ready(Arc::new(pack))),
                Err(error) => {
                    leptos::logging::warn!("{kind}: {error}");
                    if state.with_untracked(|state| state.ready().is_none()) {
                        state.set(Fetched::Failed(error.to_string()));
                    }
                }
            }
        });
    }

    /// Fetches the names that the privacy guard knows. Without them it still knows everything else.
    pub fn fetch_names(self) {
        let assets = self.assets();
        spawn_local(async move {
            match assets.names().await.map(|json| Names::from_json(&json)) {
                Ok(Ok(names)) => self.names.set(Arc::new(names)),
                Ok(Err(error)) => leptos::logging::warn!("names: {error}"),
                Err(error) => leptos::logging::warn!("names: {error}"),
            }
        });
    }
}

fn is_wanted<T: Send + Sync + 'static>(state: RwSignal<Fetched<T>>) -> bool {
    state.with_untracked(|state| matches!(state, Fetched::NotAsked | Fetched::Failed(_)))
}

async fn fetch(assets: &Assets, language: Language) -> Result<Library, LibraryError> {
    let core = assets.pack("core", language).await?;
    let cases = assets.pack("cases", language).await?;
    read(core, cases).await
}

/// No first screen shows content, so what reads it is a part that comes later (docs/decisions/0012).
#[wasm_split(content, wasm_split_path = leptos::wasm_split, fallible)]
fn read(core: String, cases: String) -> Result<Library, LibraryError> {
    let mut library = Library::parse(&core)?;
    library.add_cases(CasePack::parse(&cases)?)?;
    Ok(library)
}

#[wasm_split(content, wasm_split_path = leptos::wasm_split, fallible)]
fn read_decks(json: String) -> Result<CardPack, LibraryError> {
    Ok(CardPack::parse(&json)?)
}

#[wasm_split(content, wasm_split_path = leptos::wasm_split, fallible)]
fn read_scenarios(json: String) -> Result<ScenarioPack, LibraryError> {
    Ok(ScenarioPack::parse(&json)?)
}

#[wasm_split(content, wasm_split_path = leptos::wasm_split, fallible)]
fn read_lessons(json: String) -> Result<LessonPack, LibraryError> {
    Ok(LessonPack::parse(&json)?)
}

#[wasm_split(content, wasm_split_path = leptos::wasm_split, fallible)]
fn read_paths(json: String) -> Result<PathPack, LibraryError> {
    Ok(PathPack::parse(&json)?)
}

#[wasm_split(content, wasm_split_path = leptos::wasm_split, fallible)]
fn read_terms(json: String) -> Result<Glossary, LibraryError> {
    Ok(Glossary::of(TermPack::parse(&json)?))
}
