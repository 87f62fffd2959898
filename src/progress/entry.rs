//! What lists know of a reflection without reading it: for Hjem, the archive and «lignende saker».

use serde::{Deserialize, Serialize};

use super::alike::Traits;
use crate::ethics::{CaseId, SessionId};
use crate::i18n::Language;

/// The light entry of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionEntry {
    /// Which session.
    pub session: SessionId,
    /// Its title; empty when nothing is written yet.
    pub title: String,
    /// The question as it stands.
    pub question: String,
    /// The language that it is written in.
    pub language: Language,
    /// When it was started, milliseconds since 1970.
    pub started_ms: u64,
    /// When it was changed last, milliseconds since 1970.
    pub changed_ms: u64,
    /// Where it stands.
    pub state: EntryState,
    /// The names of its values.
    pub values: Vec<String>,
    /// The dilemma of the library that it is about, if it is about one.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// What it is found again by.
    #[serde(default)]
    pub traits: Traits,
    /// Everything in it that a search looks at, in small letters.
    pub search: String,
}

/// Where a session stands, for lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Being worked on, at a step of so many.
    Open {
        /// The step, counted from one.
        at: u16,
        /// How many there are.
        of: u16,
    },
    /// Finished and kept whole to the end of a day (`YYYY-MM-DD`).
    Whole {
        /// The last day.
        until: String,
    },
    /// Only the summary is kept.
    Summary,
}

/// What somebody looks for: words in any order, in small letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search(Vec<String>);

impl Search {
    /// The words of a query.
    #[must_use]
    pub fn of(query: &str) -> Self {
        Self(query.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    /// Whether every word stands in a text in small letters.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.0.iter().all(|word| text.contains(word.as_str()))
    }
}

impl SessionEntry {
    /// Whether every word that somebody looks for stands in it.
    #[must_use]
    pub fn holds(&self, search: &Search) -> bool {
        search.is_in(&self.search)
    }

    /// Whether it was opened and left with nothing done: a new one takes its place.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.is_open() && self.changed_ms == self.started_ms && self.title.is_empty()
    }

    /// Whether it is being worked on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, EntryState::Open { .. })
    }

    /// The last day that it is kept, where it has one.
    #[must_use]
    pub fn until(&self) -> Option<&str> {
        match &self.state {
            EntryState::Whole { until } => Some(until),
            EntryState::Open { .. } | EntryState::Summary => None,
        }
    }
}
