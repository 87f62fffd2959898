//! Clinical rules for practice: NEWS2, MEWS, a patient who changes with time and with what is done, ISBAR. Pure.
//!
//! Only for practice with made-up people, never for real patients: nothing here takes in what was measured
//! on anybody. The same scenario, seed and deeds give the same course to the bit, on every machine: all
//! numbers are [`Fixed`], and nothing but + − × ÷ is done with them (decision 19).

mod body;
pub mod borders;
mod course;
mod fixed;
mod mews;
mod news2;
mod players;
#[cfg(feature = "author")]
pub mod proof;
mod scenario;
pub mod script;
mod vitals;
mod when;

pub use body::{Body, Device, Oxygen, Position, STEP};
pub use course::{Course, Deed, Entry, Measured, Moment, Outcome, Refused};
pub use fixed::{Fixed, NotANumber};
pub use mews::{Mews, MewsParameter, NoMews};
pub use news2::{Band, News2, Parameter, Points, Response, Table};
pub use players::{COMMON, Player};
pub use scenario::{
    Action, Call, Condition, Effect, Ending, Event, Fact, FactKind, Habitual, IsbarLetter, Judgement, Letter,
    Look, LookState, Measure, Note, Order, Patient, Pull, Pulled, Receiver, Reply, Rhythm, Role, Scenario,
    Sense, Shift, Sign, Skill, Verdict,
};
pub use vitals::{Acvpu, Impossible, Scale, Tenths, Vitals};
pub use when::{Facts, NotACondition, Reading, When};
