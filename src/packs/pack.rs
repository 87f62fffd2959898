//! The file: one workplace, one language, cards, dilemmas and questions.

use serde::{Deserialize, Serialize};

use super::Item;
use crate::content::{Card, CardWords, Case, CaseWords};
use crate::ethics::{PackId, StepId};
use crate::i18n::Language;

/// The version of the shape that is written.
pub const FORMAT_VERSION: u32 = 1;

/// The oldest version that is read.
pub const OLDEST_FORMAT_VERSION: u32 = 1;

/// How much there may be. What is over a limit is refused before it is looked at more closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, bytes.
    pub bytes: usize,
    /// The most cards, dilemmas and questions together.
    pub items: usize,
    /// The longest text of any kind, characters. The rules of content are narrower.
    pub characters: usize,
    /// The longest id or name of a field, characters.
    pub id: usize,
    /// How deep lists and objects may lie in each other.
    pub depth: usize,
}

/// The limits of a pack.
pub const LIMITS: Limits = Limits { bytes: 512 * 1024, items: 200, characters: 4_000, id: 64, depth: 12 };

/// What stands before the ids of own items, and before none of the app's own.
const OWN: &str = "own-";

/// How much of a random id goes into the id of an item, characters.
const RANDOM: usize = 12;

/// A pack of own content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The version of the shape, and the sign that it is a pack.
    pub refleks_pack: u32,
    /// The language of every text in it.
    #[cfg_attr(feature = "author", schemars(with = "String"))]
    pub language: Language,
    /// Its own id, random. Together with the owner's it says which pack this is, whatever its edition.
    pub id: PackId,
    /// Who answers for it.
    pub owner: Workplace,
    /// What it is called, at most 30 characters.
    pub title: String,
    /// How many times it has been handed out after a change, from 1; 0 before the first time.
    pub edition: u32,
    /// The day of this edition, `YYYY-MM-DD`.
    pub updated: String,
    /// Reflection cards.
    pub cards: Vec<OwnCard>,
    /// Dilemmas.
    pub cases: Vec<OwnCase>,
    /// What an etikkveileder may say in a situation.
    pub prompts: Vec<OwnPrompt>,
}

/// Who answers for a pack: a workplace, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Workplace {
    /// Its id, random.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// A card of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnCard {
    /// What does not depend on the language.
    pub neutral: Card,
    /// Its words.
    pub words: CardWords,
}

/// A dilemma of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnCase {
    /// What does not depend on the language.
    pub neutral: Case,
    /// Its words.
    pub words: CaseWords,
}

/// Something that an etikkveileder may say in a situation. The room never sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnPrompt {
    /// Its id, unique in the pack.
    pub id: String,
    /// The step of the guide in six steps.
    pub step: StepId,
    /// The situation, as the guide names it.
    pub on: String,
    /// What to say, at most 25 words.
    pub text: String,
}

impl Pack {
    /// Every item, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let cards = self.cards.iter().map(|card| Item::card(card.neutral.id.as_str()));
        let cases = self.cases.iter().map(|case| Item::case(case.neutral.id.as_str()));
        let prompts = self.prompts.iter().map(|prompt| Item::prompt(&prompt.id));
        cards.chain(cases).chain(prompts)
    }

    /// How many items there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cards.len() + self.cases.len() + self.prompts.len()
    }

    /// The item of an id, whatever it is.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<Item> {
        self.items().find(|item| item.id == id)
    }

    /// What an item is called in a list; empty where it has no words yet or there is no such item.
    #[must_use]
    pub fn title_of(&self, item: &Item) -> String {
        let card = self.cards.iter().find(|card| card.neutral.id.as_str() == item.id);
        let case = self.cases.iter().find(|case| case.neutral.id.as_str() == item.id);
        let prompt = self.prompts.iter().find(|prompt| prompt.id == item.id);
        let card = card.map(|card| first_of(&[&card.words.title, &card.words.text]));
        let case = case.map(|case| first_of(&[&case.words.title, &case.words.teaser]));
        card.or(case).or(prompt.map(|prompt| first_of(&[&prompt.text]))).unwrap_or_default()
    }

    /// Whether this and another are the same pack, perhaps in two editions.
    #[must_use]
    pub fn is_the_same_as(&self, other: &Self) -> bool {
        self.owner.id == other.owner.id && self.id == other.id
    }
}

fn first_of(texts: &[&String]) -> String {
    texts.iter().map(|text| text.trim()).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

/// The id of a new item, of random letters and digits.
#[must_use]
pub fn own_id(random: &str) -> String {
    let plain = random.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    OWN.chars().chain(plain.take(RANDOM)).collect()
}

/// Whether an id can be that of an own item. None of the app's own can.
pub(super) fn is_own_id(id: &str) -> bool {
    id.strip_prefix(OWN).is_some_and(|rest| rest.len() >= 4) && is_plain_id(id)
}

/// Whether an id has no other signs than a-z, 0-9 and - between them, and is not too long.
pub(super) fn is_plain_id(id: &str) -> bool {
    id.len() <= LIMITS.id && !crate::content::rules::is_odd(id)
}

/// Whether an id is long enough to be random.
pub(super) fn is_random_id(id: &str) -> bool {
    id.len() >= 8 && is_plain_id(id)
}

/// The JSON Schema of the file.
///
/// # Errors
/// Where it cannot be written as JSON, which this type cannot cause.
#[cfg(feature = "author")]
pub fn schema() -> Result<crate::content::author::Schema, crate::content::ContentError> {
    crate::content::author::schema_of::<Pack>("own-pack")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_id_is_told_from_one_of_the_app_and_from_a_path() {
        let made = own_id("5F3a-9c01-77ab-0000");
        assert_eq!(made, "own-5f3a9c0177ab");
        assert!(is_own_id(&made));
        for id in ["sh-kake", "own-", "own-a", "own-../x", "own-ABCDEF", "own-a/b/c", "own-abc ", "../x", ""]
        {
            assert!(!is_own_id(id), "{id}");
        }
        assert!(!is_own_id(&format!("own-{}", "a".repeat(80))));
    }
}
