//! One scenario of `content/`, without the rest: for playing it while it is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::content::{Scenario, ScenarioWords};
use crate::i18n::Language;

/// Reads a scenario from its folder, with the words that are there.
///
/// # Errors
/// In words for an author: which file cannot be read, and why.
pub fn read_scenario(folder: &Path) -> Result<(Scenario, BTreeMap<Language, ScenarioWords>), String> {
    let neutral = file(&folder.join("scenario.toml"))?;
    let mut words = BTreeMap::new();
    for language in Language::ALL {
        let path = folder.join(format!("{}.toml", language.code()));
        if path.exists() {
            words.insert(language, file(&path)?);
        }
    }
    Ok((neutral, words))
}

fn file<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| told(&error))?;
    toml::from_str(&text).map_err(|error| told(&error))
}
