//! The whole of `content/` in every language, and where each part of it stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{
    Card, CardWords, Case, CaseWords, Deck, DeckWords, Guide, GuideWords, IsbarCall, IsbarCallWords, Law,
    LawWords, LearningPath, Lesson, LessonWords, PathWords, Rule, RuleWords, Scenario, ScenarioWords,
    Standard, StandardWords, Term, TermWords, Value, ValueWords,
};
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
    /// The decks of reflection cards.
    pub decks: Vec<Authored<Deck, DeckWords>>,
    /// The scenarios.
    pub scenarios: Vec<Authored<Scenario, ScenarioWords>>,
    /// The lessons.
    pub lessons: Vec<Authored<Lesson, LessonWords>>,
    /// The paths.
    pub paths: Vec<Authored<LearningPath, PathWords>>,
    /// The ethical standards.
    pub standards: Vec<Authored<Standard, StandardWords>>,
    /// The calls of the ISBAR drills.
    pub isbar: Vec<Authored<IsbarCall, IsbarCallWords>>,
    /// The terms of the glossary.
    pub terms: Vec<Authored<Term, TermWords>>,
    /// Where things happen.
    pub settings: Vec<TagNames>,
    /// What one is doing when they happen.
    pub tasks: Vec<TagNames>,
    /// What things are about.
    pub themes: Vec<TagNames>,
    /// From whose place one can look.
    pub parties: Vec<TagNames>,
    /// Whom things speak to first.
    pub professions: Vec<TagNames>,
    /// What one can have at hand in a scenario.
    pub kit: Vec<TagNames>,
    /// Terms that do not count as long words in LIX (`content/readability.toml`).
    pub exempt: BTreeMap<Language, Vec<String>>,
    /// Every id that was ever published, as [`ids`](Self::ids) writes them (`content/ids.toml`).
    pub ledger: Vec<String>,
}

impl Course {
    /// Every id with its kind, in order: `cases/dusj`; of a card also the deck, `cards/sykehjem/sh-frokost`, and of a
    /// check question the lesson, `questions/verdighet/the-door`, because what is remembered speaks of it; of an item of
    /// a path the path, because what was signed off does.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        all.extend(self.guides.iter().map(|item| format!("guides/{}", item.neutral.id)));
        all.extend(self.cases.iter().map(|item| format!("cases/{}", item.neutral.id)));
        all.extend(self.values.iter().map(|item| format!("values/{}", item.neutral.id)));
        all.extend(self.laws.iter().map(|item| format!("laws/{}", item.neutral.id)));
        all.extend(self.rules.iter().map(|item| format!("rules/{}", item.neutral.id)));
        all.extend(self.terms.iter().map(|item| format!("terms/{}", item.neutral.id)));
        all.extend(self.decks.iter().map(|item| format!("decks/{}", item.neutral.id)));
        all.extend(self.scenarios.iter().map(|item| format!("scenarios/{}", item.neutral.id)));
        all.extend(self.isbar.iter().map(|item| format!("isbar/{}", item.neutral.id)));
        for Authored { neutral, .. } in &self.lessons {
            all.push(format!("lessons/{}", neutral.id));
            all.extend(neutral.questions().map(|screen| format!("questions/{}/{}", neutral.id, screen.id())));
        }
        for Authored { neutral, .. } in &self.paths {
            all.push(format!("paths/{}", neutral.id));
            all.extend(neutral.items.iter().map(|item| format!("path-items/{}/{}", neutral.id, item.id)));
        }
        all.extend(self.standards.iter().map(|item| format!("standards/{}", item.neutral.id)));
        for deck in &self.decks {
            let cards = deck.neutral.cards.iter();
            all.extend(cards.map(|card| format!("cards/{}/{}", deck.neutral.id, card.id)));
        }
        all.sort();
        all
    }
}

/// The cards of a deck, each as an item of its own.
#[must_use]
pub fn cards_of(deck: &Authored<Deck, DeckWords>) -> Vec<Authored<Card, CardWords>> {
    let one = |card: &Card| {
        let words = deck.words.iter();
        let words = words.filter_map(|(language, deck)| Some((*language, deck.cards.get(&card.id)?.clone())));
        let prefix = format!("cards.{}.", card.id);
        Authored {
            neutral: card.clone(),
            words: words.collect(),
            place: Place {
                name: format!("cards/{}", card.id),
                neutral_prefix: prefix.clone(),
                words_prefix: prefix,
                ..deck.place.clone()
            },
        }
    };
    deck.neutral.cards.iter().map(one).collect()
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

    /// An item that shares its files with others of its kind (`<room>/<kind>/`).
    #[must_use]
    pub fn shared(room: &str, kind: &str, id: &str) -> Self {
        let folder = format!("{room}/{kind}");
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
