//! Packs: what the app fetches instead of `content/`. One language a file, named by its hash.
//!
//! A core pack holds everything that a session needs; a case pack holds every dilemma whole. Reading
//! says clearly whether a pack is damaged, too old or too new, and never half succeeds. This module
//! fetches nothing and checks no rule of writing: `cargo xtask content` has done that.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Case, CaseWords, Deck, DeckWords, Guide, GuideWords, IsbarCall, IsbarCallWords, Law, LawWords,
    LearningPath, Lesson, LessonWords, PathWords, Rule, RuleWords, Scenario, ScenarioWords, Standard,
    StandardWords, Term, TermWords, Value, ValueWords,
};
use crate::ethics::{CaseId, ValueId};
use crate::i18n::Language;
use crate::json;

/// The version of the shape of `content/` and of packs that this build reads and writes.
pub const FORMAT_VERSION: u32 = 1;

/// The oldest version that this build still reads.
pub const OLDEST_FORMAT_VERSION: u32 = 1;

/// Why a pack cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// It is not JSON, or not JSON of the right shape.
    #[error("the pack cannot be read: {reason}")]
    Unreadable {
        /// What is wrong and where, for a log; never shown to a user.
        reason: String,
    },
    /// It was made for an app older than any that this one understands.
    #[error("the pack has format {found}, and the oldest that can be read is {oldest}")]
    TooOld {
        /// The version of the pack.
        found: u32,
        /// The oldest version that can be read.
        oldest: u32,
    },
    /// It was made for a newer app.
    #[error("the pack has format {found}, and the newest that can be read is {newest}")]
    TooNew {
        /// The version of the pack.
        found: u32,
        /// The newest version that can be read.
        newest: u32,
    },
    /// It is in another language than the library that it was to be added to.
    #[error("the pack is in {found:?}, and the library is in {expected:?}")]
    OtherLanguage {
        /// The language of the pack.
        found: Language,
        /// The language of the library.
        expected: Language,
    },
}

/// Which edition of an item a text comes from: the same as long as neither the item nor its words in
/// any language have changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(String);

impl Revision {
    /// The revision of an item: a short hash of everything that it says, in every language.
    ///
    /// # Errors
    /// Where the item cannot be written as JSON, which none of the types of this module can cause.
    pub fn of(whole: &impl Serialize) -> Result<Self, ContentError> {
        // Taken apart again, so that the order of the fields in the source does not matter.
        let sorted = json::write(whole).and_then(|json| json::write(&json::parse(&json)?));
        sorted.map(|bytes| Self(short_hash(&bytes))).map_err(|error| unreadable(&error))
    }

    /// The revision as it is written in packs and records: 12 hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The first 12 hexadecimal digits of the SHA-256 of some bytes: long enough to tell two editions
/// apart, short enough for a file name.
#[must_use]
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// An item in one language: what it is, what it says, and which edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item<N, W> {
    /// What is the same in every language.
    pub neutral: N,
    /// Its words in the language of the pack.
    pub words: W,
    /// Its edition.
    pub revision: Revision,
}

/// A guide with its words.
pub type GuideItem = Item<Guide, GuideWords>;
/// A value with its words.
pub type ValueItem = Item<Value, ValueWords>;
/// A law card with its words.
pub type LawItem = Item<Law, LawWords>;
/// A kjøreregel with its words.
pub type RuleItem = Item<Rule, RuleWords>;
/// A dilemma with its words.
pub type CaseItem = Item<Case, CaseWords>;

/// A deck of reflection cards with its words.
pub type DeckItem = Item<Deck, DeckWords>;
/// A term with its words.
pub type TermItem = Item<Term, TermWords>;

/// A scenario with its words.
pub type ScenarioItem = Item<Scenario, ScenarioWords>;

/// A call of the ISBAR drills with its words.
pub type IsbarItem = Item<IsbarCall, IsbarCallWords>;

/// A lesson with its words.
pub type LessonItem = Item<Lesson, LessonWords>;

/// A kompetansepakke with its words.
pub type PathItem = Item<LearningPath, PathWords>;

/// An ethical standard with its words.
pub type StandardItem = Item<Standard, StandardWords>;

/// A tag with its name in the language of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// Its stable id.
    pub id: String,
    /// What a reader sees.
    pub name: String,
}

/// A dilemma as a list shows it, without the whole text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseEntry {
    /// Which dilemma.
    pub id: CaseId,
    /// Its title.
    pub title: String,
    /// One sentence that makes somebody open it.
    pub teaser: String,
    /// Where it happens: the id of a setting.
    pub setting: String,
    /// What one is doing when it happens: the id of a task.
    #[serde(default)]
    pub task: String,
    /// What it is about: ids of themes.
    pub themes: Vec<String>,
    /// The values that pull in it.
    pub values: Vec<ValueId>,
    /// Its edition, the same as that of the whole dilemma.
    pub revision: Revision,
}

impl CaseEntry {
    /// The entry of a dilemma.
    #[must_use]
    pub fn of(case: &CaseItem) -> Self {
        let CaseItem { neutral, words, revision } = case;
        Self {
            id: neutral.id.clone(),
            title: words.title.clone(),
            teaser: words.teaser.clone(),
            setting: neutral.setting.clone(),
            task: neutral.task.clone(),
            themes: neutral.themes.clone(),
            values: neutral.values.clone(),
            revision: revision.clone(),
        }
    }
}

/// Everything that a session needs, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorePack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// The guides, in the order in which they are offered.
    pub guides: Vec<GuideItem>,
    /// The values, in their order.
    pub values: Vec<ValueItem>,
    /// The law cards, in their order.
    pub laws: Vec<LawItem>,
    /// What a group agrees on before it begins, in order.
    #[serde(default)]
    pub rules: Vec<RuleItem>,
    /// Where things happen.
    pub settings: Vec<Tag>,
    /// What one is doing when they happen.
    #[serde(default)]
    pub tasks: Vec<Tag>,
    /// What things are about.
    pub themes: Vec<Tag>,
    /// From whose place one can look.
    #[serde(default)]
    pub parties: Vec<Tag>,
    /// Whom things speak to first.
    #[serde(default)]
    pub professions: Vec<Tag>,
    /// The dilemmas as a list shows them, in their order.
    pub cases: Vec<CaseEntry>,
}

impl CorePack {
    /// Reads a core pack.
    ///
    /// # Errors
    /// [`ContentError`] where it is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

/// Every dilemma whole, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// The dilemmas, in their order.
    pub cases: Vec<CaseItem>,
}

impl CasePack {
    /// Reads a case pack.
    ///
    /// # Errors
    /// [`ContentError`] where it is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

/// Every deck of reflection cards, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardPack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// The decks, in their order.
    pub decks: Vec<DeckItem>,
}

impl CardPack {
    /// Reads a card pack.
    ///
    /// # Errors
    /// [`ContentError`] where it is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

/// The glossary, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermPack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// The terms, in their order.
    pub terms: Vec<TermItem>,
}

impl TermPack {
    /// Reads a glossary.
    ///
    /// # Errors
    /// [`ContentError`] where it is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

/// Every scenario and the calls of the ISBAR drills, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioPack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// What one can have at hand.
    pub kit: Vec<Tag>,
    /// The scenarios, in their order.
    pub scenarios: Vec<ScenarioItem>,
    /// The calls of the ISBAR drills, in their order.
    #[serde(default)]
    pub isbar: Vec<IsbarItem>,
}

impl ScenarioPack {
    /// Reads the scenarios.
    ///
    /// # Errors
    /// [`ContentError`] where the pack is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

/// Every lesson, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonPack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// The lessons, in their order.
    pub lessons: Vec<LessonItem>,
}

impl LessonPack {
    /// Reads the lessons.
    ///
    /// # Errors
    /// [`ContentError`] where the pack is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

/// Every kompetansepakke and the ethical standards, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathPack {
    /// The version of the shape.
    pub format_version: u32,
    /// The language of every text in it.
    pub language: Language,
    /// The paths, in their order.
    pub paths: Vec<PathItem>,
    /// The standards, in their order: the first one is offered.
    pub standards: Vec<StandardItem>,
}

impl PathPack {
    /// Reads the paths.
    ///
    /// # Errors
    /// [`ContentError`] where the pack is damaged, too old or too new.
    pub fn parse(json: &str) -> Result<Self, ContentError> {
        parse(json)
    }
}

fn parse<P: DeserializeOwned>(json: &str) -> Result<P, ContentError> {
    let pack = current(json)?;
    json::from_value(&pack).map_err(|error| unreadable(&error))
}

/// A pack of a version that can be read, taken apart. The version is what every version of a pack has,
/// and is read before anything else.
fn current(json: &str) -> Result<json::Value, ContentError> {
    let pack = json::parse(json.as_bytes()).map_err(|error| unreadable(&error))?;
    check_version(json::field(&pack, "format_version").map_err(|error| unreadable(&error))?)?;
    Ok(pack)
}

/// Whether this build can read what has the version `found`.
///
/// # Errors
/// [`ContentError::TooOld`] or [`ContentError::TooNew`].
pub fn check_version(found: u32) -> Result<(), ContentError> {
    if found < OLDEST_FORMAT_VERSION {
        Err(ContentError::TooOld { found, oldest: OLDEST_FORMAT_VERSION })
    } else if found > FORMAT_VERSION {
        Err(ContentError::TooNew { found, newest: FORMAT_VERSION })
    } else {
        Ok(())
    }
}

fn unreadable(error: &json::Error) -> ContentError {
    ContentError::Unreadable { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = r#"{"format_version":1,"language":"nn","guides":[],"values":[],"laws":[],
        "settings":[],"themes":[],"cases":[]}"#;

    #[test]
    fn an_empty_pack_of_this_version_is_read() {
        let pack = CorePack::parse(EMPTY).unwrap();
        assert_eq!((pack.language, pack.cases.len()), (Language::Nn, 0));
    }

    #[test]
    fn a_pack_of_another_version_is_told_apart_from_a_damaged_one() {
        let newer = EMPTY.replace(":1,", ":2,");
        assert_eq!(CorePack::parse(&newer), Err(ContentError::TooNew { found: 2, newest: FORMAT_VERSION }));
        let older = EMPTY.replace(":1,", ":0,");
        assert_eq!(
            CorePack::parse(&older),
            Err(ContentError::TooOld { found: 0, oldest: OLDEST_FORMAT_VERSION })
        );
    }

    #[test]
    fn the_version_is_read_before_the_shape() {
        let later = r#"{"format_version":7,"a_shape_of_its_own":{}}"#;
        assert_eq!(CasePack::parse(later), Err(ContentError::TooNew { found: 7, newest: FORMAT_VERSION }));
    }

    #[test]
    fn what_is_no_pack_is_unreadable_and_never_a_panic() {
        let deep = "[".repeat(100_000);
        let cut = &EMPTY[..EMPTY.len() / 2];
        let odd = EMPTY.replace("\"nn\"", "\"xx\"");
        let negative = EMPTY.replace(":1,", ":-1,");
        for text in ["", "null", "[]", "{}", "\u{feff}{}", &deep, cut, &odd, &negative] {
            let read = CorePack::parse(text);
            assert!(matches!(read, Err(ContentError::Unreadable { .. })), "{read:?}");
        }
    }

    #[test]
    fn a_revision_knows_content_and_not_the_order_of_fields() {
        let one = Revision::of(&serde_json::json!({"a": 1, "b": {"nb": "ja", "nn": "ja"}})).unwrap();
        let same = Revision::of(&serde_json::json!({"b": {"nn": "ja", "nb": "ja"}, "a": 1})).unwrap();
        let other = Revision::of(&serde_json::json!({"a": 1, "b": {"nb": "ja", "nn": "nei"}})).unwrap();
        assert_eq!(one, same);
        assert_ne!(one, other);
        assert_eq!(one.as_str().len(), 12);
    }
}
