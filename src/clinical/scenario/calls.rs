//! Whom one can call, what can be said, and what they answer.

use serde::{Deserialize, Serialize};

use super::acts::Judgement;
use crate::clinical::when::When;

data! {
    /// Somebody whom one can call.
    pub struct Receiver {
        /// Their id, unique in the scenario.
        pub id: String,
        /// Who it is.
        pub call: Call,
        /// What the call takes, in seconds.
        pub seconds: u16,
        /// What they know already: ids of facts.
        #[serde(default)]
        pub knows: Vec<String>,
        /// What they ask for where it was not said, in this order: ids of facts, or `numbers` and `news2`.
        #[serde(default)]
        pub asks: Vec<String>,
        /// What they break in with, and before which letter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub interrupts: Option<IsbarLetter>,
        /// What they answer; the first that holds.
        pub replies: Vec<Reply>,
        /// How calling them is looked at afterwards; the first that holds at the time.
        pub judged: Vec<Judgement>,
    }
}

words! {
    /// Who is at the other end.
    pub enum Call {
        /// Somebody of one's own service.
        Colleague,
        /// Fastlege, or the doctor of the care home.
        Doctor,
        /// Legevakt, 116 117.
        OutOfHours,
        /// AMK, 113.
        Emergency,
        /// The palliative team.
        Palliative,
    }
}

data! {
    /// What somebody answers in a call.
    pub struct Reply {
        /// Its id, unique in the receiver.
        pub id: String,
        /// When they answer so.
        #[serde(default)]
        pub when: When,
        /// After how many minutes they, or whom they send, are there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub arrives: Option<u16>,
        /// What they order: ids of actions.
        #[serde(default)]
        pub orders: Vec<String>,
    }
}

words! {
    /// The letters of ISBAR.
    pub enum IsbarLetter {
        /// Identification.
        I,
        /// Situation.
        S,
        /// Background.
        B,
        /// Aktuell tilstand og vurdering: what is now, and what one thinks.
        A,
        /// Råd: what one asks for.
        R,
    }
}

data! {
    /// Something that can be said in a call.
    pub struct Fact {
        /// Its id, unique in the scenario.
        pub id: String,
        /// Where it belongs.
        pub letter: IsbarLetter,
        /// What it is to whoever listens.
        pub kind: FactKind,
        /// When one knows it.
        #[serde(default)]
        pub when: When,
    }
}

words! {
    /// What a fact is to whoever listens.
    pub enum FactKind {
        /// It changes what they do.
        Needed,
        /// It helps.
        Useful,
        /// It takes time and changes nothing.
        Noise,
        /// It is vague, or an excuse: it hides what is needed.
        Vague,
    }
}
