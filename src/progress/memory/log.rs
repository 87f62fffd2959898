//! What is kept of the memory: answers with their time, and pauses. A set: joining two of them is their union.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::i18n::Day;

/// What happened in one sitting. Only the tablet where somebody sits writes to it, so that two tablets never write the
/// same record, and the history is all sittings joined.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MemoryLog {
    /// What was answered.
    #[serde(default)]
    pub answers: BTreeSet<Recalled>,
    /// The pauses that somebody has asked for.
    #[serde(default)]
    pub pauses: BTreeSet<Pause>,
}

/// An answer to one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Recalled {
    /// When, in milliseconds since 1970: answers stand in this order.
    pub at: u64,
    /// The day, where the tablet was then, `YYYY-MM-DD`.
    pub day: String,
    /// What was asked, as [`Item`](super::Item) writes it.
    pub item: String,
    /// How it went.
    pub recall: Recall,
    /// The shape in which a theme was met; none for everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

/// How it went: the four ratings of FSRS, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recall {
    /// It was not right.
    Missed,
    /// It was right, and hard to find.
    Hard,
    /// It was right.
    Good,
    /// It was right at once.
    Easy,
}

impl Recall {
    /// All, the least first.
    pub const ALL: [Self; 4] = [Self::Missed, Self::Hard, Self::Good, Self::Easy];
}

/// A pause, such as a holiday. Who comes back sooner writes it once more with the earlier day: of two that were said
/// at the same time, the shorter one holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pause {
    /// When it was asked for, in milliseconds since 1970.
    pub said: u64,
    /// The first day of it, `YYYY-MM-DD`.
    pub from: String,
    /// The first day after it, `YYYY-MM-DD`.
    pub until: String,
}

impl MemoryLog {
    /// Both.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.answers.extend(other.answers.iter().cloned());
        self.pauses.extend(other.pauses.iter().cloned());
        self
    }

    /// What to write for somebody who is back today: each pause that holds today once more, ended today.
    #[must_use]
    pub fn back(&self, today: Day) -> Self {
        let holds = |pause: &&Pause| {
            let span = Day::parse(&pause.from).zip(Day::parse(&pause.until));
            span.is_some_and(|(from, until)| from <= today && today < until)
        };
        let ended = |pause: &Pause| Pause { until: today.to_string(), ..pause.clone() };
        Self { pauses: self.pauses.iter().filter(holds).map(ended).collect(), ..Self::default() }
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.pauses.is_empty()
    }
}
