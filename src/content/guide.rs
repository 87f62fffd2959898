//! A guide: a guided reflection as data. The SME model in six steps is one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::{GuideId, StepId};

/// The language-neutral part of a guide (`content/guides/<id>/guide.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Its stable id, the name of its folder.
    pub id: GuideId,
    /// The reference that the owners of the method ask for, shown as it is.
    pub reference: String,
    /// The steps in their order.
    pub steps: Vec<GuideStep>,
    /// Plans for different lengths of time, the shortest first.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// A step of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GuideStep {
    /// Its id, unique in the guide.
    pub id: StepId,
    /// What is worked on in this step. A version of the model with fewer or more steps puts the same
    /// parts into other steps.
    pub parts: Vec<Part>,
    /// The sub-questions, in their order.
    pub questions: Vec<String>,
    /// Whether a private round is offered here, and what is chosen between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<PrivateForm>,
    /// Help for the etikkveileder, in the order in which it is offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Prompt>,
}

/// What is chosen between in a private round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PrivateForm {
    /// The choices of [`PrivateWords`].
    Scale,
    /// The courses of action that the group has written, and after them the choices of [`PrivateWords`].
    Alternatives,
}

/// What is asked in a private round.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PrivateWords {
    /// The question that everybody answers alone.
    pub question: String,
    /// The choices, from one end to the other.
    pub choices: Vec<String>,
    /// What the line under them is for. Nobody has to write one.
    pub line: String,
}

/// Something that the etikkveileder may say in a situation. The room never sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The situation, such as `silence`; its words are [`GuideWords::triggers`].
    pub on: String,
    /// Where the advice comes from, as it is shown.
    pub source: String,
}

/// How the time of a session is shared out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The whole session, minutes.
    pub minutes: u16,
    /// For rules, goal and who is here, minutes.
    pub frame: u16,
    /// For each step, minutes. A step that is not here is left out.
    pub steps: BTreeMap<StepId, u16>,
    /// Parts that there is no time for.
    #[serde(default)]
    pub leaves_out: Vec<Part>,
    /// Whether it is offered at once; others stand under «Annen tid».
    #[serde(default)]
    pub usual: bool,
}

impl Plan {
    /// The minutes of a step; none where the plan leaves it out.
    #[must_use]
    pub fn of_step(&self, step: &StepId) -> Option<u16> {
        self.steps.get(step).copied().filter(|minutes| *minutes > 0)
    }
}

/// A structured part of a reflection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GuideWords {
    /// The name of the guide.
    pub name: String,
    /// What it is, in two sentences at most.
    pub summary: String,
    /// The situations in which a prompt helps, by id: «Hvis det blir stille».
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub triggers: BTreeMap<String, String>,
    /// The words of each step.
    pub steps: BTreeMap<StepId, StepWords>,
}

/// The words of a step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// A short name for the step line, at most 20 characters.
    pub name: String,
    /// The question of the step, read aloud: at most 18 words.
    pub question: String,
    /// Why this step, in one sentence.
    pub why: String,
    /// When the step is done, in one sentence, for the etikkveileder.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub done: String,
    /// The sub-questions by id.
    pub questions: BTreeMap<String, String>,
    /// What is asked in the private round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<PrivateWords>,
    /// What the etikkveileder may say, by situation.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub prompts: BTreeMap<String, String>,
}
