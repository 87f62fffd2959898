//! The glossary («Ordliste»): terms that a reader can have explained wherever they stand.

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::TermId;

/// The language-neutral part of a term (`content/reference/terms/terms.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its stable id.
    pub id: TermId,
    /// The part of the field that it belongs to.
    pub field: TermField,
    /// Other terms that help to understand it.
    #[serde(default)]
    pub see: Vec<TermId>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// The part of the field that a term belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TermField {
    /// Words of ethics.
    Ethics,
    /// How a group works, and who has which role.
    Method,
    /// Rights and duties.
    Law,
    /// Seeing and measuring how somebody is.
    Observation,
    /// The services and those who work there.
    Service,
}

impl TermField {
    /// Every part of the field, in the order in which a reader meets them.
    pub const ALL: [Self; 5] = [Self::Ethics, Self::Method, Self::Law, Self::Observation, Self::Service];
}

/// The words of a term in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermWords {
    /// As a reader looks it up.
    pub name: String,
    /// Every form in which it stands in running text, in small letters but for abbreviations.
    pub forms: Vec<String>,
    /// What it means, in one or two sentences.
    pub text: String,
    /// The word in use; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
}
