//! What can be noticed, found out and done, and what comes in between.

use serde::{Deserialize, Serialize};

use super::Role;
use crate::clinical::body::{Oxygen, Position};
use crate::clinical::fixed::Fixed;
use crate::clinical::when::When;

words! {
    /// The letters of ABCDE, and F for what follows.
    pub enum Letter {
        /// Airway.
        A,
        /// Breathing.
        B,
        /// Circulation.
        C,
        /// Disability: consciousness, brain, glucose, pain.
        D,
        /// Exposure: the whole body, and the room.
        E,
        /// Further care.
        F,
    }
}

words! {
    /// With what one finds out.
    pub enum Sense {
        /// Look.
        Look,
        /// Listen.
        Listen,
        /// Feel.
        Feel,
        /// Smell.
        Smell,
        /// Ask.
        Ask,
        /// Look it up, in the journal or a list.
        Read,
        /// Measure, with something from the kit.
        Measure,
    }
}

words! {
    /// What can be measured everywhere, where the kit has what it takes.
    #[derive(Default)]
    pub enum Measure {
        /// Respirations, over 60 seconds.
        #[default]
        Rf,
        /// Respirations, over 30 seconds and doubled: an even number, and further from the truth.
        #[serde(rename = "rf-30")]
        Rf30,
        /// Saturation.
        Spo2,
        /// Blood pressure.
        Sbp,
        /// Heart beats, over 60 seconds where they are irregular.
        Pulse,
        /// Temperature.
        Temp,
        /// Consciousness.
        Acvpu,
        /// Blood glucose.
        Glucose,
        /// Capillary refill.
        Refill,
        /// Pain.
        Pain,
    }
}

data! {
    /// Something that somebody notices before anything is measured.
    pub struct Sign {
        /// Its id, unique in the scenario.
        pub id: String,
        /// From when on.
        #[serde(default)]
        pub when: When,
    }
}

data! {
    /// Something that can be found out.
    pub struct Look {
        /// Its id, unique in the scenario.
        pub id: String,
        /// Where it belongs.
        pub letter: Letter,
        /// How.
        pub sense: Sense,
        /// What it takes, in seconds.
        pub seconds: u16,
        /// What is needed for it, from the kit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub needs: Option<String>,
        /// What is found; the first that holds.
        pub states: Vec<LookState>,
    }
}

data! {
    /// What can be found.
    pub struct LookState {
        /// Its id, unique in the look.
        pub id: String,
        /// When it is so.
        #[serde(default)]
        pub when: When,
        /// Whether it is a sign of danger.
        #[serde(default)]
        pub danger: bool,
    }
}

data! {
    /// Something that can be done.
    pub struct Action {
        /// Its id, unique in the scenario.
        pub id: String,
        /// Where it belongs.
        pub letter: Letter,
        /// What it takes, in seconds.
        pub seconds: u16,
        /// Who may do it.
        pub roles: Vec<Role>,
        /// On whose word.
        #[serde(default)]
        pub order: Order,
        /// What is needed for it, from the kit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub needs: Option<String>,
        /// When it is offered.
        #[serde(default)]
        pub when: When,
        /// What it does to the person.
        #[serde(default)]
        pub effects: Vec<Effect>,
        /// How it is looked at afterwards; the first that holds at the time.
        pub judged: Vec<Judgement>,
    }
}

words! {
    /// On whose word something may be done.
    #[derive(Default)]
    pub enum Order {
        /// One's own.
        #[default]
        Own,
        /// The workplace's procedure, or what is prescribed already.
        Procedure,
        /// A doctor's or the emergency service's, given in a call.
        Doctor,
    }
}

/// What an action does to the person. Times are in seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// They lie or sit so from now on.
    Position(Position),
    /// They get this oxygen from now on.
    Oxygen(Oxygen),
    /// Somebody holds the airway open, or no longer.
    Airway(bool),
    /// Somebody breathes for them, or no longer.
    Breaths(bool),
    /// Somebody presses the chest, or no longer.
    Compressions(bool),
    /// A level changes.
    Level {
        /// Which condition.
        condition: String,
        /// By how much in all.
        by: Fixed,
        /// How long until it begins.
        #[serde(default)]
        after: u32,
        /// How long it takes; 0 is at once.
        #[serde(default)]
        over: u32,
    },
    /// A rate changes.
    Rate {
        /// Which condition.
        condition: String,
        /// By how much a minute.
        by: Fixed,
        /// How long until it begins.
        #[serde(default)]
        after: u32,
        /// How long it lasts; 0 is to the end.
        #[serde(default)]
        lasting: u32,
    },
    /// The blood glucose changes.
    Glucose {
        /// By how much in all, mmol/l.
        by: Fixed,
        /// How long until it begins.
        #[serde(default)]
        after: u32,
        /// How long it takes; 0 is at once.
        #[serde(default)]
        over: u32,
    },
}

data! {
    /// How something done is looked at afterwards, and under which words the reason stands.
    pub struct Judgement {
        /// Its id, unique in what it judges.
        pub id: String,
        /// When it holds.
        #[serde(default)]
        pub when: When,
        /// What it was.
        pub verdict: Verdict,
    }
}

words! {
    /// What something done was.
    pub enum Verdict {
        /// Right at this time.
        Right,
        /// Neither here nor there.
        Neutral,
        /// It does not help, or takes time from what does.
        Wrong,
        /// It can harm.
        Dangerous,
    }
}

data! {
    /// Something that comes in between: a telephone, a relative, an alarm next door.
    pub struct Event {
        /// Its id, unique in the scenario.
        pub id: String,
        /// When it comes by itself; without one, only where an instructor lets it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub when: Option<When>,
        /// What it takes to go along with it, in seconds.
        pub seconds: u16,
        /// What going along with it does.
        #[serde(default)]
        pub effects: Vec<Effect>,
        /// How going along is looked at afterwards.
        pub verdict: Verdict,
    }
}

impl Measure {
    /// All, in the order of ABCDE.
    pub const ALL: [Self; 10] = [
        Self::Rf,
        Self::Rf30,
        Self::Spo2,
        Self::Pulse,
        Self::Sbp,
        Self::Refill,
        Self::Acvpu,
        Self::Glucose,
        Self::Pain,
        Self::Temp,
    ];

    /// What it takes, in seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        match self {
            Self::Rf | Self::Sbp | Self::Glucose => 60,
            Self::Rf30 | Self::Spo2 | Self::Pulse | Self::Acvpu | Self::Temp => 30,
            Self::Pain => 20,
            Self::Refill => 10,
        }
    }

    /// What it needs from the kit.
    #[must_use]
    pub const fn needs(self) -> Option<&'static str> {
        match self {
            Self::Rf | Self::Rf30 | Self::Pulse | Self::Acvpu | Self::Refill | Self::Pain => None,
            Self::Spo2 => Some("oximeter"),
            Self::Sbp => Some("cuff"),
            Self::Temp => Some("thermometer"),
            Self::Glucose => Some("glucometer"),
        }
    }

    /// How it is written in data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rf => "rf",
            Self::Rf30 => "rf-30",
            Self::Spo2 => "spo2",
            Self::Sbp => "sbp",
            Self::Pulse => "pulse",
            Self::Temp => "temp",
            Self::Acvpu => "acvpu",
            Self::Glucose => "glucose",
            Self::Refill => "refill",
            Self::Pain => "pain",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }
}
