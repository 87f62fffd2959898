//! A simulation that somebody plays: what they did, and how they scored. Never how well.

use serde::{Deserialize, Serialize};

use crate::clinical::{Deed, Role};
use crate::ethics::ScenarioId;

/// One run through a scenario. The course is played again from its deeds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// Its title when it was begun, for lists in any language of the content.
    pub title: String,
    /// Which day of the person it is.
    #[serde(default)]
    pub seed: u32,
    /// In whose place one is.
    pub role: Role,
    /// How it is played.
    #[serde(default)]
    pub mode: Mode,
    /// When one who only watches would have called; `None` until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub would_call: Option<WouldCall>,
    /// What was done, in order.
    #[serde(default)]
    pub deeds: Vec<Deed>,
    /// Own NEWS2 scores, in order.
    #[serde(default)]
    pub scorings: Vec<Scoring>,
    /// The day it was begun, `YYYY-MM-DD`.
    #[serde(default)]
    pub day: String,
    /// Whether it has come to an end.
    #[serde(default)]
    pub ended: bool,
}

/// How a run is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// One watches how it goes, and says only when one would have called.
    Watch,
    /// Alone.
    #[default]
    Alone,
    /// A group around one tablet.
    Group,
    /// A group in a skills room, led by an instructor.
    Instructor,
}

impl Mode {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Watch, Self::Alone, Self::Group, Self::Instructor];
}

/// When somebody who watches would have called, and what made them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WouldCall {
    /// When, in seconds since the beginning.
    pub at: u32,
    /// What made them: ids of signs that had shown, or [`WouldCall::NUMBERS`] or [`WouldCall::WORRY`].
    #[serde(default)]
    pub because: Vec<String>,
}

impl WouldCall {
    /// The measurements made them.
    pub const NUMBERS: &str = "numbers";
    /// A worry that they had no word for.
    pub const WORRY: &str = "worry";
}

/// A NEWS2 score that somebody gave.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scoring {
    /// After how many deeds.
    pub after: usize,
    /// The points in the order of the chart; `None` is not given yet.
    pub points: Vec<Option<u8>>,
    /// Whether they have looked at what the table says.
    #[serde(default)]
    pub compared: bool,
}
