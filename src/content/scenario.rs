//! A simulation: what happens to a made-up person, and its words. The course itself is [`clinical`](crate::clinical)'s.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CaseParty, Metadata, PartyWords};
use crate::clinical::{self, When};
use crate::ethics::{Certainty, FactSource, LawId, ScenarioId, ValueId};

macro_rules! data {
    ($($derive:ident)*; $(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, $($derive,)* Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
}

data! {;
    /// The language-neutral part of a scenario (`content/scenarios/<id>/scenario.toml`).
    pub struct Scenario {
        /// Its stable id, the name of its folder.
        pub id: ScenarioId,
        /// Where it happens; a known tag (`content/tags.toml`).
        pub setting: String,
        /// What it is about; known tags.
        pub themes: Vec<String>,
        /// The made-up first names in its words, of the person and of others.
        pub people: Vec<String>,
        /// Whether it is heavy, so that the end reminds people to look after one another.
        #[serde(default)]
        pub heavy: bool,
        /// What one practises: ids of sentences.
        pub goals: Vec<String>,
        /// Who is there, beside the person: ids.
        #[serde(default)]
        pub people_present: Vec<String>,
        /// Where it opens into a reflection.
        pub forks: Vec<Fork>,
        /// What can happen.
        pub play: clinical::Scenario,
        /// Source, date and review.
        pub metadata: Metadata,
    }
}

data! {;
    /// Where a scenario opens into an ethical reflection.
    pub struct Fork {
        /// Its id, unique in the scenario.
        pub id: String,
        /// What it is about; known tags.
        pub themes: Vec<String>,
        /// Values that pull in it.
        pub values: Vec<ValueId>,
        /// Law cards that limit the choice.
        #[serde(default)]
        pub laws: Vec<LawId>,
        /// What is known, depending on what was found out.
        pub facts: Vec<ForkFact>,
        /// Who is affected.
        pub parties: Vec<CaseParty>,
    }
}

data! {;
    /// A fact that a reflection begins with.
    pub struct ForkFact {
        /// Its id, unique in the fork.
        pub id: String,
        /// When it is known for sure, judged at the end of the course. Without a condition it always is.
        #[serde(default)]
        pub known: When,
        /// Where it then comes from.
        pub source: FactSource,
        /// How sure it is otherwise.
        pub otherwise: Certainty,
    }
}

data! { Default;
    /// The words of a scenario in one language (`content/scenarios/<id>/<language>.toml`).
    pub struct ScenarioWords {
        /// A short title that does not give away what is wrong.
        pub title: String,
        /// One sentence that makes somebody open it.
        pub teaser: String,
        /// Who the person is, in a line: first name, age, where they live.
        pub person: String,
        /// What is usual for them, one string per line.
        pub usual: Vec<String>,
        /// What happens, one string per paragraph.
        pub situation: Vec<String>,
        /// What one practises, by id.
        pub goals: BTreeMap<String, String>,
        /// Who is there, by id.
        #[serde(default)]
        pub people_present: BTreeMap<String, String>,
        /// Signs by id.
        pub signs: BTreeMap<String, String>,
        /// Looks by id.
        pub looks: BTreeMap<String, LookWords>,
        /// Actions by id.
        pub actions: BTreeMap<String, ActionWords>,
        /// Receivers by id.
        pub receivers: BTreeMap<String, ReceiverWords>,
        /// What comes in between, by id.
        #[serde(default)]
        pub events: BTreeMap<String, EventWords>,
        /// What can be said, by id.
        pub facts: BTreeMap<String, String>,
        /// What the talk afterwards looks at, by id.
        pub notes: BTreeMap<String, NoteWords>,
        /// Endings by id.
        pub endings: BTreeMap<String, EndingWords>,
        /// Why the score says less or more than the person does; empty where it does not.
        #[serde(default)]
        pub score_misleads: String,
        /// Forks by id.
        pub forks: BTreeMap<String, ForkWords>,
    }
}

data! { Default;
    /// The words of a look.
    pub struct LookWords {
        /// What one does, a few words: «Se på huden».
        pub name: String,
        /// What is found, by the id of the state.
        pub states: BTreeMap<String, String>,
    }
}

data! { Default;
    /// The words of an action.
    pub struct ActionWords {
        /// What one does, a few words.
        pub name: String,
        /// What one sees when it is done, as far as that is the same whatever follows.
        pub done: String,
        /// Why it was right or not, by the id of the judgement.
        pub reasons: BTreeMap<String, String>,
    }
}

data! { Default;
    /// The words of a receiver.
    pub struct ReceiverWords {
        /// Who it is, a few words.
        pub name: String,
        /// What they say first.
        pub greeting: String,
        /// What they know and where they are, for whoever plays them.
        pub sheet: String,
        /// What they break in with; empty where they do not.
        #[serde(default)]
        pub interruption: String,
        /// What they ask, by the id of the fact that was not said.
        #[serde(default)]
        pub questions: BTreeMap<String, String>,
        /// What they answer, by the id of the reply.
        pub replies: BTreeMap<String, String>,
        /// Why it was right or not to call them, by the id of the judgement.
        pub reasons: BTreeMap<String, String>,
    }
}

data! { Default;
    /// The words of something that comes in between.
    pub struct EventWords {
        /// What happens.
        pub text: String,
        /// The button that goes along with it.
        pub go: String,
        /// The button that does not.
        pub leave: String,
        /// Why going along was right or not.
        pub reason: String,
    }
}

data! { Default;
    /// The words of something that the talk afterwards looks at.
    pub struct NoteWords {
        /// What was right, where it was.
        pub right: String,
        /// What was missed, where it was.
        pub missed: String,
        /// What was dangerous; empty where nothing can be.
        #[serde(default)]
        pub danger: String,
        /// Why it matters.
        pub why: String,
    }
}

data! { Default;
    /// The words of an ending.
    pub struct EndingWords {
        /// A few words.
        pub title: String,
        /// What happens.
        pub text: String,
    }
}

data! { Default;
    /// The words of a fork.
    pub struct ForkWords {
        /// A short title.
        pub title: String,
        /// What happened, one string per paragraph.
        pub background: Vec<String>,
        /// The ethical question, «Bør vi … når … og samtidig …?»
        pub question: String,
        /// The facts by id.
        pub facts: BTreeMap<String, String>,
        /// The parties by id.
        pub parties: BTreeMap<String, PartyWords>,
    }
}
