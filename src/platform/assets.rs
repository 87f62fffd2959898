//! What the page says of its own files: the names by hash that the build wrote into it.

use std::collections::HashMap;

use gloo_net::http::Request;
use serde::Deserialize;
use web_sys::RequestCache;

use crate::i18n::Language;
use crate::json;

/// The files of this build.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Assets {
    /// What this build is called: a hash of all its files.
    #[serde(default)]
    pub version: String,
    /// The words of the first screen by language.
    #[serde(default)]
    pub words: HashMap<String, String>,
    /// The words of the rooms by language.
    #[serde(default)]
    pub words_of_rooms: HashMap<String, String>,
    /// The content by pack and language.
    #[serde(default)]
    pub packs: HashMap<String, HashMap<String, String>>,
    /// The names that the privacy guard knows.
    #[serde(default)]
    pub names: Option<String>,
    /// The parts of the code that come after the first screen, workers too.
    #[serde(default)]
    pub parts: Vec<String>,
    /// The style that comes with them.
    #[serde(default)]
    pub style_of_rooms: String,
}

/// Why a file did not come. For logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The build does not have it.
    #[error("this build has no {0}")]
    NoSuchFile(String),
    /// The network, or the server, did not give it.
    #[error("{file}: {reason}")]
    NotFetched {
        /// Which file.
        file: String,
        /// What the browser or server said.
        reason: String,
    },
}

impl Assets {
    /// Reads what the build wrote into the page. A page without it has no files to fetch.
    #[must_use]
    pub fn of_page() -> Self {
        let text = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("assets"))
            .and_then(|element| element.text_content());
        text.and_then(|text| json::read(text.as_bytes()).ok()).unwrap_or_default()
    }

    /// The script of the worker of this name; empty where there is none.
    #[must_use]
    pub fn worker(&self, name: &str) -> &str {
        let is_it = |file: &str| {
            file.strip_prefix(name).is_some_and(|rest| rest.starts_with('.') && rest.ends_with(".js"))
        };
        self.parts.iter().map(String::as_str).find(|file| is_it(file)).unwrap_or_default()
    }

    /// Has the browser fetch the parts of the code, their style and their words, past what it keeps: what it keeps
    /// may be what went wrong.
    pub async fn refresh_parts(&self, language: Language) {
        let words = self.words_of_rooms.get(language.code());
        for part in self.parts.iter().chain([&self.style_of_rooms]).chain(words) {
            // What does not come now is told of when it is asked for.
            let _ = Request::get(part).cache(RequestCache::Reload).send().await;
        }
    }

    /// The words of a language that the first screen needs.
    ///
    /// # Errors
    /// [`FetchError`].
    pub async fn words(&self, language: Language) -> Result<String, FetchError> {
        fetch(self.words.get(language.code()), "words").await
    }

    /// The words of a language that the rooms need.
    ///
    /// # Errors
    /// [`FetchError`].
    pub async fn words_of_rooms(&self, language: Language) -> Result<String, FetchError> {
        fetch(self.words_of_rooms.get(language.code()), "words of the rooms").await
    }

    /// A content pack of a language.
    ///
    /// # Errors
    /// [`FetchError`].
    pub async fn pack(&self, pack: &str, language: Language) -> Result<String, FetchError> {
        fetch(self.packs.get(pack).and_then(|languages| languages.get(language.code())), pack).await
    }

    /// The names that the privacy guard knows.
    ///
    /// # Errors
    /// [`FetchError`].
    pub async fn names(&self) -> Result<String, FetchError> {
        fetch(self.names.as_ref(), "names").await
    }
}

async fn fetch(file: Option<&String>, what: &str) -> Result<String, FetchError> {
    let file = file.ok_or_else(|| FetchError::NoSuchFile(what.to_owned()))?;
    let failed = |reason: String| FetchError::NotFetched { file: file.clone(), reason };
    let response = Request::get(file).send().await.map_err(|error| failed(error.to_string()))?;
    if !response.ok() {
        return Err(failed(response.status().to_string()));
    }
    response.text().await.map_err(|error| failed(error.to_string()))
}
