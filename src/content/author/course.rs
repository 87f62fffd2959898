//! The whole of `content/` in every language, and where each part of it stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Case, CaseWords, Guide, GuideWords, Law, LawWords, Rule, RuleWords, Value, ValueWords};
use crate::ethics::{GuideId, StepId};
use crate::i18n::Language;

/// Everything that could be read, in the order that the authors gave it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// The guides.
    pub guides: Vec<Authored<Guide, GuideWords>>,
    /// Steps that a guide has taken from an earlier one: their words are checked there, once.
    pub borrowed: BTreeMap<GuideId, BTreeSet<StepId>>,
    /// The dilemmas.
    pub cases: Vec<Authored<Case, CaseWords>>,
    /// The values.
    pub values: Vec<Authored<Value, ValueWords>>,
    /// The law cards.
    pub laws: Vec<Authored<Law, LawWords>>,
    /// The kjøreregler.
    pub rules: Vec<Authored<Rule, RuleWords>>,
    /// Where things happen.
    pub settings: Vec<TagNames>,
    /// What things are about.
    pub themes: Vec<TagNames>,
    /// Terms that do not count as long words in LIX (`content/readability.toml`).
    pub exempt: BTreeMap<Language, Vec<String>>,
}

/// A tag with its name in each language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TagNames {
    /// Its stable id.
    pub id: String,
    /// Its names.
    pub names: BTreeMap<Language, String>,
}

/// An item as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authored<N, W> {
    /// What is the same in every language.
    pub neutral: N,
    /// Its words, in the languages that it has.
    pub words: BTreeMap<Language, W>,
    /// Where it stands.
    pub place: Place,
}

/// Where an item stands, so that a finding can point at it. Paths are below `content/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The kind and the id, such as `cases/shower`.
    pub name: String,
    /// The file with the language-neutral part.
    pub neutral_file: String,
    /// What stands before a field in that file; empty where the item has a file of its own.
    pub neutral_prefix: String,
    /// The folder with one file per language.
    pub words_folder: String,
    /// What stands before a field in those files.
    pub words_prefix: String,
}

impl Place {
    /// An item with a folder of its own: `<kind>/<id>/<file>` and one file per language.
    #[must_use]
    pub fn folder(kind: &str, id: &str, file: &str) -> Self {
        let folder = format!("{kind}/{id}");
        Self {
            neutral_file: format!("{folder}/{file}"),
            words_folder: folder.clone(),
            name: folder,
            ..Self::default()
        }
    }

    /// An item that shares its files with others of its kind (`reference/<kind>/`).
    #[must_use]
    pub fn shared(kind: &str, id: &str) -> Self {
        let folder = format!("reference/{kind}");
        Self {
            name: format!("{kind}/{id}"),
            neutral_file: format!("{folder}/{kind}.toml"),
            neutral_prefix: format!("{kind}.{id}."),
            words_folder: folder,
            words_prefix: format!("{id}."),
        }
    }

    /// The file with the words of a language.
    #[must_use]
    pub fn words_file(&self, language: Language) -> String {
        format!("{}/{}.toml", self.words_folder, language.code())
    }
}
