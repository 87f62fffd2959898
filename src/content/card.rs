//! Reflection cards in decks. A card opens a talk and has no answer: what people could do stands beside
//! what some people think, with reasons that differ.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::{CardId, DeckId, LawId, ValueId};

/// The language-neutral part of a deck (`content/decks/<id>/deck.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deck {
    /// Its stable id, the name of its folder.
    pub id: DeckId,
    /// The cards, in the order in which they are offered: those that are good to begin with first.
    #[serde(default)]
    pub cards: Vec<Card>,
    /// Source, date and review, for all its cards.
    pub metadata: Metadata,
}

/// The language-neutral part of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its stable id, unique among all cards.
    pub id: CardId,
    /// What kind of card it is.
    pub kind: CardKind,
    /// Whether a group that has not done this before can begin with it.
    pub level: CardLevel,
    /// Where it happens: known tags. None means anywhere.
    #[serde(default)]
    pub settings: Vec<String>,
    /// What one is doing when it happens: a known tag.
    pub task: String,
    /// What it is about: one to three known tags.
    pub themes: Vec<String>,
    /// The one conflict of the card: exactly two values, A against B.
    pub values: Vec<ValueId>,
    /// From whose place one can look: two to four known tags.
    pub parties: Vec<String>,
    /// Whom it speaks to first: known tags. None means everyone.
    #[serde(default)]
    pub professions: Vec<String>,
    /// A law card, only where the law really limits the choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<LawId>,
    /// What one can choose between, three or four ids. A claim has none: there one agrees or not.
    #[serde(default)]
    pub choices: Vec<String>,
    /// What some people think, each with a reason; on a case card alone.
    #[serde(default)]
    pub panel: Vec<Voice>,
}

/// What kind of card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    /// A påstand: one agrees with it or not.
    Claim,
    /// A begrep: a word of the field that is opened.
    Term,
    /// A short case.
    Case,
}

impl CardKind {
    /// Every kind, in the order in which a reader meets them.
    pub const ALL: [Self; 3] = [Self::Claim, Self::Term, Self::Case];
}

/// How much a card asks of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardLevel {
    /// Good to begin with.
    Start,
    /// For a group that has become used to it.
    Demanding,
}

/// One of those whose view is shown after the talk has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Its id, unique on the card.
    pub id: String,
    /// The choice that this one leans to.
    pub leans: String,
}

/// The words of a deck in one language (`content/decks/<id>/<language>.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeckWords {
    /// The name of the deck, at most 30 characters.
    pub name: String,
    /// What it is about, in one sentence.
    pub about: String,
    /// The cards by their id.
    #[serde(default)]
    pub cards: BTreeMap<CardId, CardWords>,
}

/// The words of a card.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// A short title; of a term card, the term.
    pub title: String,
    /// What the card says. Together with the question at most 60 words.
    pub text: String,
    /// The one open main question.
    pub question: String,
    /// Two or three questions that lead on.
    pub follow_ups: Vec<String>,
    /// A question that turns one thing around: «Hva om …?»
    pub twist: String,
    /// The choices by their id.
    #[serde(default)]
    pub choices: BTreeMap<String, String>,
    /// The voices of the panel by their id.
    #[serde(default)]
    pub panel: BTreeMap<String, VoiceWords>,
}

/// The words of a voice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VoiceWords {
    /// The role, never a name.
    pub who: String,
    /// Why this one leans that way, at most 30 words.
    pub reason: String,
}
