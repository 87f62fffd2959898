//! What can be done in a course, what came of it, and why something cannot be done.

use serde::{Deserialize, Serialize};

use crate::clinical::fixed::Fixed;
use crate::clinical::scenario::{Measure, Pulled, Rhythm, Verdict};
use crate::clinical::vitals::{Acvpu, Tenths};

/// Something that one does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// Finds something out: the id of a look.
    Look(String),
    /// Measures.
    Measure(Measure),
    /// Does something: the id of an action.
    Act(String),
    /// Calls somebody.
    Call {
        /// The id of the receiver.
        receiver: String,
        /// What is said, in this order: ids of facts.
        told: Vec<String>,
    },
    /// Answers what comes in between.
    Answer {
        /// The id of the event.
        event: String,
        /// Whether one goes along with it.
        goes_along: bool,
    },
    /// Lets time pass, in seconds.
    Wait(u32),
    /// An instructor lets something come in between.
    Event(String),
    /// An instructor pulls at something from now on.
    Push {
        /// At what.
        on: Pulled,
        /// By how much, in its unit.
        by: Fixed,
    },
}

/// Why something cannot be done now.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Refused {
    /// It is over.
    Over,
    /// The scenario has nothing of this name, or not now.
    NotThere,
    /// The kit lacks something: its id.
    NoKit(String),
    /// One's role may not, and nobody there may.
    NotYours,
    /// Somebody has to order it first.
    NoOrder,
}

/// What came of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// What was found: the id of a state; `None` where nothing is.
    Found(Option<String>),
    /// What was measured.
    Measured(Measured),
    /// It was done: how it is looked at, and under which id the reason stands.
    Done {
        /// How it is looked at.
        verdict: Verdict,
        /// The id of the judgement.
        reason: Option<String>,
        /// Somebody else did it.
        by_another: bool,
    },
    /// What was answered: the id of a reply.
    Replied {
        /// How calling them is looked at.
        verdict: Verdict,
        /// The id of the judgement.
        reason: Option<String>,
        /// The id of the reply.
        reply: Option<String>,
    },
    /// Time passed, or an instructor did something.
    Passed,
}

/// What a measurement shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// Respirations a minute.
    Rf(i32),
    /// Saturation, per cent.
    Spo2(i32),
    /// Systolic and diastolic pressure, mmHg.
    Pressure(i32, i32),
    /// Heart beats a minute, and how.
    Pulse(i32, Rhythm),
    /// Temperature, °C.
    Temp(Tenths),
    /// Consciousness.
    Acvpu(Acvpu),
    /// Blood glucose, mmol/l.
    Glucose(Tenths),
    /// Capillary refill, seconds.
    Refill(i32),
    /// Pain, 0–10.
    Pain(i32),
}

/// Something that was done, when, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was begun, in seconds since the beginning.
    pub at: u32,
    /// When it was over.
    pub until: u32,
    /// What was done.
    pub deed: Deed,
    /// What came of it.
    pub outcome: Outcome,
}
