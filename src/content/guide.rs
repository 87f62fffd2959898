//! A guide: a guided reflection as data. The SME model in six steps is one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::{GuideId, StepId};

/// The language-neutral part of a guide (`content/guides/<id>/guide.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Its stable id, the name of its folder.
    pub id: GuideId,
    /// The reference that the owners of the method ask for, shown as it is.
    pub reference: String,
    /// The steps in their order.
    pub steps: Vec<GuideStep>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// A step of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideStep {
    /// Its id, unique in the guide.
    pub id: StepId,
    /// What is worked on in this step. A version of the model with fewer or more steps puts the same
    /// parts into other steps.
    pub parts: Vec<Part>,
    /// The sub-questions, in their order.
    pub questions: Vec<String>,
}

/// A structured part of a reflection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The ethical question.
    Problem,
    /// Facts, with certainty and source.
    Facts,
    /// The affected parties, their views and interests.
    Parties,
    /// Values, principles and norms, and the conflict between them.
    Values,
    /// Laws.
    Laws,
    /// Courses of action with arguments.
    Alternatives,
    /// The overall assessment and what happens next.
    Overall,
}

impl Part {
    /// Every part, in the order in which a summary tells them.
    pub const ALL: [Self; 7] = [
        Self::Problem,
        Self::Facts,
        Self::Parties,
        Self::Values,
        Self::Laws,
        Self::Alternatives,
        Self::Overall,
    ];
}

/// The words of a guide in one language (`content/guides/<id>/<language>.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideWords {
    /// The name of the guide.
    pub name: String,
    /// What it is, in two sentences at most.
    pub summary: String,
    /// The words of each step.
    pub steps: BTreeMap<StepId, StepWords>,
}

/// The words of a step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// A short name for the step line, at most 20 characters.
    pub name: String,
    /// The question of the step, read aloud: at most 18 words.
    pub question: String,
    /// Why this step, in one sentence.
    pub why: String,
    /// The sub-questions by id.
    pub questions: BTreeMap<String, String>,
}
