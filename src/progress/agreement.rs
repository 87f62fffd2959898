//! What was agreed at the end of a reflection: what, which role, and when to look at it again.

use serde::{Deserialize, Serialize};

use crate::ethics::SessionId;

/// An agreement. It holds no more of the case than the words that the agreement is written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The session that it comes from.
    pub session: SessionId,
    /// What shall be done.
    pub what: String,
    /// The role that follows it up, never a name; may be empty.
    pub role: String,
    /// When to look at it again, `YYYY-MM-DD`; empty when no day is set.
    pub date: String,
    /// When it was made, milliseconds since 1970.
    pub made_ms: u64,
    /// How it went, once somebody has said so.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// How it went. None of them is better than the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// «Gjort».
    Done,
    /// «Delvis».
    Partly,
    /// «Ikke ennå».
    NotYet,
}

impl Outcome {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Done, Self::Partly, Self::NotYet];
}
