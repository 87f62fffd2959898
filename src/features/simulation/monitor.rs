//! What a monitor in a skills room may show: what the group has measured, and nothing that nobody has found out. Pure.

use serde::{Deserialize, Serialize};

use crate::clinical::{Course, Deed, Measure, Measured, Outcome, Scenario};
use crate::i18n::Language;

/// The monitor's face, in words: the only thing that its window gets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MonitorFace {
    /// The language that the words are in.
    pub language: Language,
    /// Whom it is about: age and place of a made-up person.
    pub person: String,
    /// What the clock shows.
    pub clock: String,
    /// What was measured.
    pub values: Vec<MonitorValue>,
    /// What everybody in the room would notice now.
    pub sign: String,
}

/// A value on the monitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonitorValue {
    /// What it is.
    pub name: String,
    /// The number, or a word.
    pub value: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// The time when it was measured; empty while it is shown all the time.
    pub at: String,
}

/// What a monitor shows, in its order.
pub const SHOWN: [Measure; 7] = [
    Measure::Spo2,
    Measure::Pulse,
    Measure::Sbp,
    Measure::Rf,
    Measure::Temp,
    Measure::Acvpu,
    Measure::Glucose,
];

/// What a sensor shows all the time once it is on.
const SENSED: [Measure; 2] = [Measure::Spo2, Measure::Pulse];

/// What the group has measured: the last of each, with the second when; without one what is shown all the time.
/// A sensor shows nothing before it was put on.
#[must_use]
pub fn shown(scenario: &Scenario, course: &Course, sensors: bool) -> Vec<(Measure, Measured, Option<u32>)> {
    let last = |measure: Measure| {
        course.log().iter().rev().find_map(|entry| match (&entry.deed, &entry.outcome) {
            (Deed::Measure(done), Outcome::Measured(measured)) if same(*done, measure) => {
                Some((*measured, entry.until))
            }
            _ => None,
        })
    };
    // One sensor on a finger shows both.
    let is_on = sensors && SENSED.into_iter().any(|measure| last(measure).is_some());
    let one = |measure: Measure| {
        if is_on && SENSED.contains(&measure) {
            return Some((measure, course.reading_of(scenario, measure), None));
        }
        let (measured, at) = last(measure)?;
        Some((measure, measured, Some(at)))
    };
    SHOWN.into_iter().filter_map(one).collect()
}

/// Breaths are breaths, however long they were counted.
fn same(done: Measure, measure: Measure) -> bool {
    done == measure || (done == Measure::Rf30 && measure == Measure::Rf)
}
