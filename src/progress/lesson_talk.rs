//! That a group talked with a lesson as its basis: when, where and how many. No name has a place in it, and nothing of
//! what was said or chosen.

use serde::{Deserialize, Serialize};

use super::Arena;
use crate::ethics::LessonId;
use crate::i18n::Day;

/// A talk of a group about a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonTalk {
    /// Which lesson.
    pub lesson: LessonId,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// What kind of meeting it was.
    pub arena: Arena,
    /// How many took part.
    pub people: u8,
}

impl LessonTalk {
    /// The day of the talk.
    #[must_use]
    pub fn on(&self) -> Option<Day> {
        Day::parse(&self.day)
    }
}
