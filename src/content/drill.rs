//! Calls for the ISBAR drills: what can be said in a situation, and to which letter it belongs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::clinical::IsbarLetter;
use crate::ethics::CallId;

/// The language-neutral part of a call (`content/drills/isbar/isbar.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IsbarCall {
    /// Its stable id.
    pub id: CallId,
    /// Where it happens; a known tag (`content/tags.toml`).
    pub setting: String,
    /// The made-up first names in its words.
    pub people: Vec<String>,
    /// What one could say, shuffled as it is shown.
    pub facts: Vec<CallFact>,
    /// Source, date and review.
    pub metadata: Metadata,
}

/// Something that one could say in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CallFact {
    /// Its id, unique in the call.
    pub id: String,
    /// Where it belongs.
    pub letter: Sorted,
}

/// Where something that one could say belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sorted {
    /// Identification.
    I,
    /// Situation.
    S,
    /// Background.
    B,
    /// What is now, and what one thinks.
    A,
    /// What one asks for and agrees on.
    R,
    /// It does not belong in the call: it changes nothing in what the other does.
    Noise,
}

impl Sorted {
    /// All, in the order of a call, and last what is no part of it.
    pub const ALL: [Self; 6] = [Self::I, Self::S, Self::B, Self::A, Self::R, Self::Noise];

    /// How it is written in data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::I => "i",
            Self::S => "s",
            Self::B => "b",
            Self::A => "a",
            Self::R => "r",
            Self::Noise => "noise",
        }
    }

    /// The letter of ISBAR; none for what does not belong.
    #[must_use]
    pub const fn letter(self) -> Option<IsbarLetter> {
        match self {
            Self::I => Some(IsbarLetter::I),
            Self::S => Some(IsbarLetter::S),
            Self::B => Some(IsbarLetter::B),
            Self::A => Some(IsbarLetter::A),
            Self::R => Some(IsbarLetter::R),
            Self::Noise => None,
        }
    }
}

/// The words of a call in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IsbarCallWords {
    /// What it is about, in a few words.
    pub title: String,
    /// Who is called or met.
    pub to: String,
    /// What one could say, each under its id.
    pub facts: BTreeMap<String, String>,
}
