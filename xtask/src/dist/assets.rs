//! What there is in a release: the block of JSON in the page that `boot.js` and the app read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The files that are found by name at run time. Names are relative to the page.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assets {
    /// One word for the whole release, the same as in its service worker.
    pub version: String,
    /// The stylesheet of the first screen.
    pub style: String,
    /// The stylesheet of what comes after it.
    pub style_of_rooms: String,
    /// The parts of the design system that need script, when there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elements: Option<String>,
    /// How long the wasm file is when it is unpacked; progress is told from it.
    pub wasm_bytes: u64,
    /// The parts of the code that are fetched after the first screen, the workers too: the script of each begins with
    /// its name and a dot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// The interface's words by language: those of the first screen.
    pub words: BTreeMap<String, String>,
    /// Those of the rooms.
    #[serde(default)]
    pub words_of_rooms: BTreeMap<String, String>,
    /// Content packs: pack → language → file.
    pub packs: serde_json::Value,
    /// Names of people, for the privacy guard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub names: Option<String>,
}

impl Assets {
    /// The files of a pack: language → file.
    pub fn pack(&self, name: &str) -> BTreeMap<String, String> {
        let languages = self.packs.get(name).and_then(serde_json::Value::as_object);
        languages
            .into_iter()
            .flatten()
            .filter_map(|(language, file)| Some((language.clone(), file.as_str()?.to_owned())))
            .collect()
    }

    /// The files of a pack in all languages.
    pub fn files_of(&self, pack: &str) -> Vec<String> {
        self.pack(pack).into_values().collect()
    }
}
