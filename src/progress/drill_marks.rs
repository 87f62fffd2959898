//! What was missed in the drills on this device, so that it comes again sooner. No times, no counts, no sums.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What is remembered of the drills: one for the device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DrillMarks {
    /// Each question that was answered, by its id, such as `news2.rf.21` or `isbar.foot-wound.dog`.
    #[serde(default)]
    pub questions: BTreeMap<String, DrillMark>,
}

/// What is remembered of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DrillMark {
    /// It was missed the last time.
    Missed,
    /// It was missed, and right once since.
    Once,
    /// It was right the first time, or twice in a row after it was missed.
    Known,
}

impl DrillMarks {
    /// Takes in an answer.
    pub fn answered(&mut self, id: &str, right: bool) {
        let mark = match (right, self.of(id)) {
            (false, _) => DrillMark::Missed,
            (true, Some(DrillMark::Missed)) => DrillMark::Once,
            (true, None | Some(DrillMark::Once | DrillMark::Known)) => DrillMark::Known,
        };
        self.questions.insert(id.to_owned(), mark);
    }

    /// What is remembered of a question; none where it was never answered.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<DrillMark> {
        self.questions.get(id).copied()
    }

    /// Whether a question was missed and is to come again until it was right twice in a row.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        matches!(self.of(id), Some(DrillMark::Missed | DrillMark::Once))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_missed_is_open_until_it_was_right_twice_in_a_row() {
        let mut marks = DrillMarks::default();
        let mut open = |right| {
            marks.answered("a", right);
            marks.is_open("a")
        };
        assert_eq!(
            [true, false, true, false, true, true].map(&mut open),
            [false, true, true, true, true, false]
        );
        assert_eq!((marks.of("a"), marks.of("b")), (Some(DrillMark::Known), None));
    }
}
