//! What a reflection starts from. Cards, lessons and scenarios write an [`Opening`] and hand over
//! its id (`Route::NewReflection`); the reflection takes it from there and changes nothing in it.

use serde::{Deserialize, Serialize};

use super::{CaseId, Certainty, FactSource, HowWeKnow, ValueId};

/// The start of a reflection, with everything that is already known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Opening {
    /// A short title, at most about 60 characters.
    pub title: String,
    /// What happened, in the words of whoever wrote it.
    pub text: String,
    /// A first wording of the ethical question; may be empty.
    pub question: String,
    /// What is known, believed and not known.
    pub facts: Vec<OpeningFact>,
    /// Who is affected.
    pub parties: Vec<OpeningParty>,
    /// Values that are already named.
    pub values: Vec<ValueId>,
    /// Where it comes from.
    pub origin: Origin,
}

/// A fact with its certainty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningFact {
    /// What it says.
    pub text: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it comes from, where that is known.
    pub source: Option<FactSource>,
}

/// A party as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningParty {
    /// The role, never a name.
    pub role: String,
    /// Whether this is the patient, whose own voice is always asked for.
    pub patient: bool,
    /// What they think, where known.
    pub view: String,
    /// What is at stake for them.
    pub interest: String,
    /// How we know the view.
    pub how_we_know: HowWeKnow,
}

/// Where an opening comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// One's own situation.
    #[default]
    Own,
    /// A library dilemma.
    Case {
        /// Which one.
        id: CaseId,
    },
    /// A reflection card (by its stable id).
    Card {
        /// Which one.
        id: String,
    },
    /// A lesson (by its stable id).
    Lesson {
        /// Which one.
        id: String,
    },
    /// The ethics fork of a scenario (by its stable id).
    Scenario {
        /// Which one.
        id: String,
    },
    /// An idea from the inbox.
    Idea,
}
