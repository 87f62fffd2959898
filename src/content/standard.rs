//! An ethical standard: read section by section, a few questions with a reason at every option, and a receipt that it
//! was read. The built-in one is a sample that a municipality replaces with its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use super::lesson::{Reasoned, Screen, Single};
use crate::ethics::{LawId, LessonId, StandardId};

/// The language-neutral part of a standard (`content/standards/<id>/standard.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Its stable id, the name of its folder.
    pub id: StandardId,
    /// Its version, as the receipt names it. A new one asks to be read again.
    pub version: String,
    /// The day of the version, `YYYY-MM-DD`.
    pub date: String,
    /// What it says, in this order.
    pub sections: Vec<Section>,
    /// What is asked afterwards, in this order.
    pub questions: Vec<StandardQuestion>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// One section of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id, unique in the standard.
    pub id: String,
    /// Lessons that go further.
    pub lessons: Vec<LessonId>,
    /// Law cards that it speaks of.
    pub laws: Vec<LawId>,
}

/// A question with one right option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandardQuestion {
    /// Its id, unique in the standard.
    pub id: String,
    /// The section where its answer stands.
    pub section: String,
    /// Three or four options.
    pub options: Vec<String>,
    /// The right one.
    pub right: String,
}

impl StandardQuestion {
    /// The same question as a screen of a lesson, so that it is asked and judged in the same way.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let Self { id, options, right, .. } = self.clone();
        Screen::Single(Single { id, options, right })
    }
}

/// The words of a standard in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandardWords {
    /// What it is called.
    pub title: String,
    /// That it is a sample; empty where it is a municipality's own.
    #[serde(default)]
    pub sample: String,
    /// What it is for.
    pub intro: String,
    /// The words of the sections, by id.
    pub sections: BTreeMap<String, SectionWords>,
    /// The words of the questions, by id.
    pub questions: BTreeMap<String, QuestionWords>,
    /// What one reads when one signs.
    pub sign: SignWords,
}

/// The words of a section.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionWords {
    /// Its heading.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// The words of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// What is asked.
    pub question: String,
    /// The options with their reasons, by id.
    pub options: BTreeMap<String, Reasoned>,
}

/// What one reads when one signs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignWords {
    /// The heading.
    pub title: String,
    /// Whom to talk to first, where one disagrees or is unsure.
    pub first: String,
    /// What one says yes to.
    pub says: String,
    /// What the receipt is, and what it is not.
    pub receipt: String,
    /// What is kept, and where.
    pub keeps: String,
}
