//! A library dilemma. It has a background and a question, and never an answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::{CaseId, Certainty, FactSource, HowWeKnow, LawId, ValueId};

/// The language-neutral part of a dilemma (`content/cases/<id>/case.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its stable id, the name of its folder.
    pub id: CaseId,
    /// Where it happens; a known tag (`content/tags.toml`).
    pub setting: String,
    /// What one is doing when it happens; a known tag.
    pub task: String,
    /// What it is about; known tags.
    pub themes: Vec<String>,
    /// Whom it speaks to first: known tags. None means everyone.
    #[serde(default)]
    pub professions: Vec<String>,
    /// Values that pull in it.
    pub values: Vec<ValueId>,
    /// Law cards that limit the choice, where the law really does.
    #[serde(default)]
    pub laws: Vec<LawId>,
    /// Facts, known and unknown.
    pub facts: Vec<CaseFact>,
    /// Affected parties.
    pub parties: Vec<CaseParty>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// A fact of a dilemma.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseFact {
    /// Its id, unique in the case.
    pub id: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it comes from, for what is known or believed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FactSource>,
}

/// A party of a dilemma.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseParty {
    /// Its id, unique in the case.
    pub id: String,
    /// Whether this is the patient, resident or service user.
    #[serde(default)]
    pub patient: bool,
    /// How the view is known.
    pub how_we_know: HowWeKnow,
}

/// The words of a dilemma in one language (`content/cases/<id>/<language>.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseWords {
    /// A short title.
    pub title: String,
    /// One sentence that makes somebody open it.
    pub teaser: String,
    /// What happened, one string per paragraph.
    pub background: Vec<String>,
    /// The ethical question, «Bør vi … når … og samtidig …?»
    pub question: String,
    /// The facts by id.
    pub facts: BTreeMap<String, String>,
    /// The parties by id.
    pub parties: BTreeMap<String, PartyWords>,
}

/// The words of a party.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartyWords {
    /// The role, never a name.
    pub role: String,
    /// The view, as far as it is known; empty where it is not.
    #[serde(default)]
    pub view: String,
    /// What is at stake for them.
    #[serde(default)]
    pub interest: String,
}
