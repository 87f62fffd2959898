//! Kompetansepakker: what somebody who is new, or in a new role, does and when. It measures nobody: an item is done or
//! not yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::ethics::PathId;

/// The language-neutral part of a path (`content/paths/<id>/path.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LearningPath {
    /// Its stable id, the name of its folder.
    pub id: PathId,
    /// Whom it is for first; known tags (`content/tags.toml`), none where it is for all.
    pub professions: Vec<String>,
    /// What one does, in the order of the days when it is due.
    pub items: Vec<PathPart>,
    /// Source, date and review.
    pub metadata: Metadata,
}

impl LearningPath {
    /// The part where one reads and signs the ethical standard, in every path that has one.
    pub const STANDARD: &str = "standard";
    /// The part where one learns who is who, in every path that has one.
    pub const WHO_IS_WHO: &str = "who-is-who";
}

/// One thing in a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PathPart {
    /// Its id, unique in the path. What was signed off lies under the path and this, so it never changes.
    pub id: String,
    /// What it is.
    pub kind: PartKind,
    /// The lesson, scenario, deck or dilemma; none for what is read or shown at the workplace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// By how many days after the first one it is to be done.
    pub due_days: u16,
    /// Whether it belongs to the path, or is offered.
    pub mandatory: bool,
    /// After how many months it is to be done again: 6, 12 or 24; none where once is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renew_months: Option<u8>,
    /// Whether those who have been here long do it too.
    pub catch_up: bool,
}

/// What a thing in a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// A lesson.
    Lesson,
    /// A scenario to play.
    Scenario,
    /// A deck of reflection cards.
    Deck,
    /// A dilemma of the library.
    Case,
    /// Something of the workplace to read.
    Reading,
    /// Something that a colleague shows, that one does, and that both talk about.
    Practical,
}

impl PartKind {
    /// Whether it is content of the app, which has words of its own.
    #[must_use]
    pub const fn is_content(self) -> bool {
        match self {
            Self::Lesson | Self::Scenario | Self::Deck | Self::Case => true,
            Self::Reading | Self::Practical => false,
        }
    }

    /// How it is written in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Scenario => "scenario",
            Self::Deck => "deck",
            Self::Case => "case",
            Self::Reading => "reading",
            Self::Practical => "practical",
        }
    }
}

/// The words of a path in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PathWords {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Whom it is for.
    pub who: String,
    /// The words of what is read and shown, each under its id.
    #[serde(default)]
    pub items: BTreeMap<String, PartWords>,
}

/// The words of one thing that is read or shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartWords {
    /// What it is called.
    pub title: String,
    /// What it is about, and why.
    pub text: String,
    /// What the colleague shows; only of something practical, as the two that follow.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub show: String,
    /// What one does then.
    #[serde(default, rename = "do", skip_serializing_if = "String::is_empty")]
    pub doing: String,
    /// What both talk about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub feedback: String,
}
