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
