//! Values, law cards and kjøreregler: what a reflection can lean on.

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::{LawId, RuleId, ValueId};

/// The language-neutral part of a value (`content/reference/values/values.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Its stable id.
    pub id: ValueId,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// The words of a value in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValueWords {
    /// Its name, one or two words.
    pub name: String,
    /// What it means, in one sentence.
    pub meaning: String,
    /// A question that makes it concrete.
    pub question: String,
}

/// The language-neutral part of a kjøreregel (`content/reference/rules/rules.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its stable id.
    pub id: RuleId,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// The words of a kjøreregel in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleWords {
    /// What a group agrees on, read aloud, at most 12 words.
    pub text: String,
}

/// The language-neutral part of a law card (`content/reference/laws/laws.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its stable id, such as `pbrl-4-3`.
    pub id: LawId,
    /// The section as it is written, such as `§ 4-3` or `kapittel 4 A`.
    pub section: String,
    /// The day the section was changed last, where that is known, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changed: String,
    /// Values that the card often speaks to.
    #[serde(default)]
    pub values: Vec<ValueId>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// The words of a law card in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LawWords {
    /// The act by its name; in English with the Norwegian short name behind it.
    pub act: String,
    /// What the card is about, in a few words.
    pub title: String,
    /// What the law says, in plain words, at most 60 words.
    pub says: String,
    /// Where the law leaves room for judgement, as a sentence or a question.
    pub room: String,
}
