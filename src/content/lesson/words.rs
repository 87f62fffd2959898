//! What a lesson says in one language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

data! { Default;
    /// The words of a lesson in one language (`content/lessons/<id>/<language>.toml`).
    pub struct LessonWords {
        /// A title of at most 40 characters.
        pub title: String,
        /// One sentence that makes somebody open it, at most 20 words.
        pub teaser: String,
        /// «Etter leksjonen kan du …», at most 25 words.
        pub goal: String,
        /// The one thing to remember, at most 25 words.
        pub short: String,
        /// A question that opens a talk and has no answer in it, at most 30 words.
        pub talk: String,
        /// How to talk about it, at most 12 words.
        pub talk_how: String,
        /// What somebody new asks their fadder, at most 25 words.
        pub fadder: String,
        /// A small thing to try on the next shift, at most 35 words.
        pub practice: String,
        /// For whoever uses the lesson in a group: three or four lines of at most 30 words.
        pub leader: Vec<String>,
        /// What a reflection about it begins with.
        pub opening: LessonOpening,
        /// The screens by id.
        pub screens: BTreeMap<String, ScreenWords>,
    }
}

data! { Default;
    /// What a reflection about a lesson begins with.
    pub struct LessonOpening {
        /// A title of at most 60 characters.
        pub title: String,
        /// A short, made-up situation without names, 30 to 70 words.
        pub text: String,
        /// The value question, at most 30 words.
        pub question: String,
    }
}

data! { Default;
    /// The words of a screen: those that its kind has, and no others.
    pub struct ScreenWords {
        /// Of a page: its title, at most 8 words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub title: String,
        /// Of a page: what it says, one string per paragraph, together at most 60 words.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub text: Vec<String>,
        /// Of a page: the words of its figure.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub figure: Option<FigureWords>,
        /// Of everything but a page: what is asked, or what a case is about; at most 30 words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub question: String,
        /// Of a question: one thing more when it has been answered, at most 35 words; may be left out.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub after: String,
        /// Of single and several: the options by id.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub options: BTreeMap<String, Reasoned>,
        /// Of order and sort: the items by id.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub items: BTreeMap<String, Reasoned>,
        /// Of match: the pairs by id.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub pairs: BTreeMap<String, PairWords>,
        /// Of sort: the bins by id, at most 5 words each.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub bins: BTreeMap<String, String>,
        /// Of number: what is counted, at most 4 words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub unit: String,
        /// Of number: what is said to an answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reasons: Option<NumberReasons>,
        /// Of a case: the moments by id.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub moments: BTreeMap<String, MomentWords>,
        /// Of a value question: the positions by id.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub positions: BTreeMap<String, Reasoned>,
    }
}

data! { Default;
    /// The words of a figure.
    pub struct FigureWords {
        /// What it shows, at most 30 words.
        pub alt: String,
        /// Its parts by id, at most 8 words each.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub parts: BTreeMap<String, String>,
    }
}

data! { Default;
    /// Something that can be chosen, and why it was right or not.
    pub struct Reasoned {
        /// What it says, at most 16 words.
        pub text: String,
        /// Why, without blame, at most 35 words.
        pub reason: String,
    }
}

data! { Default;
    /// Two halves that belong together.
    pub struct PairWords {
        /// One half, at most 12 words.
        pub left: String,
        /// The other, at most 12 words.
        pub right: String,
        /// Why they belong together, at most 35 words.
        pub reason: String,
    }
}

data! { Default;
    /// What is said to a number, at most 35 words each.
    pub struct NumberReasons {
        /// It is too low.
        pub low: String,
        /// It is right.
        pub right: String,
        /// It is too high.
        pub high: String,
    }
}

data! { Default;
    /// The words of a moment.
    pub struct MomentWords {
        /// What happens now, at most 50 words.
        pub text: String,
        /// The choices by id.
        pub choices: BTreeMap<String, Reasoned>,
    }
}
