//! The language-neutral part of a scenario: a person, what can be seen, done and said, and how it can end.
//!
//! Data without a word for a reader: those lie beside it, by the ids that stand here. A scenario holds no course:
//! what the person's values are at some time follows from conditions, their rates, and what is done.

macro_rules! data {
    ($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
}

macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($body)* }
    };
}

mod acts;
mod calls;
mod person;

use serde::{Deserialize, Serialize};

pub use acts::{
    Action, Effect, Event, Judgement, Letter, Look, LookState, Measure, Order, Sense, Sign, Verdict,
};
pub use calls::{Call, Fact, FactKind, IsbarLetter, Receiver, Reply};
pub use person::{Condition, Habitual, Patient, Pull, Pulled, Rhythm, Shift};

use super::course::Refused;
use super::when::When;

data! {
    /// What happens to somebody, and what one can do.
    pub struct Scenario {
        /// The time of day when it begins, in minutes after midnight.
        pub begins: u16,
        /// How many minutes it lasts at most.
        pub minutes: u16,
        /// In whose place one can be.
        pub roles: Vec<Role>,
        /// Who else is there and can be asked to do what one may not do oneself.
        #[serde(default)]
        pub present: Vec<Role>,
        /// What one has at hand: known words (`content/kit.toml`).
        pub kit: Vec<String>,
        /// The person.
        pub patient: Patient,
        /// What somebody notices before anything is measured.
        pub signs: Vec<Sign>,
        /// What can be looked at, listened to, felt and asked.
        pub looks: Vec<Look>,
        /// What can be done.
        pub actions: Vec<Action>,
        /// Whom one can call.
        pub receivers: Vec<Receiver>,
        /// What comes in between.
        #[serde(default)]
        pub events: Vec<Event>,
        /// What can be said in a call, numbers apart.
        pub facts: Vec<Fact>,
        /// What the talk afterwards looks at.
        pub notes: Vec<Note>,
        /// How it can end; the first that holds does end it.
        pub endings: Vec<Ending>,
        /// Where the score says less or more than the person does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub score_misleads: Option<When>,
    }
}

words! {
    /// In whose place one is.
    pub enum Role {
        /// Assistent, vikar without training in health.
        Assistant,
        /// Helsefagarbeider.
        HealthWorker,
        /// Sykepleier.
        Nurse,
    }
}

data! {
    /// Something that the talk afterwards looks at.
    pub struct Note {
        /// Its id, unique in the scenario.
        pub id: String,
        /// Which skill it belongs to.
        pub skill: Skill,
        /// When it was done right, judged at the end.
        pub right: When,
        /// When it was dangerous, judged at the end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub danger: Option<When>,
        /// What the reason rests on: the id of a source of the scenario's metadata.
        pub source: String,
    }
}

words! {
    /// The four skills that a simulation practises.
    pub enum Skill {
        /// The right observations.
        Observe,
        /// Seeing that somebody gets worse.
        Recognise,
        /// The right thing in time.
        Act,
        /// Procedures.
        Procedure,
    }
}

data! {
    /// How it can end.
    pub struct Ending {
        /// Its id, unique in the scenario.
        pub id: String,
        /// When it ends so.
        pub when: When,
        /// Whether the right help, or the agreed plan, came in time. Not whether somebody lived.
        #[serde(default)]
        pub safe: bool,
    }
}

impl Scenario {
    /// The look with this id.
    #[must_use]
    pub fn look(&self, id: &str) -> Option<&Look> {
        self.looks.iter().find(|look| look.id == id)
    }

    /// The action with this id.
    #[must_use]
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// The receiver with this id.
    #[must_use]
    pub fn receiver(&self, id: &str) -> Option<&Receiver> {
        self.receivers.iter().find(|receiver| receiver.id == id)
    }

    /// The event with this id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The place of a condition.
    #[must_use]
    pub fn place_of(&self, condition: &str) -> Option<usize> {
        self.patient.conditions.iter().position(|one| one.id == condition)
    }

    /// Whether the kit has what something needs.
    ///
    /// # Errors
    /// [`Refused::NoKit`].
    pub(super) fn has(&self, needs: Option<&str>) -> Result<(), Refused> {
        match needs {
            Some(kit) if !self.kit.iter().any(|there| there == kit) => Err(Refused::NoKit(kit.to_owned())),
            _ => Ok(()),
        }
    }
}
