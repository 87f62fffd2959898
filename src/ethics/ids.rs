//! Identities. Content ids are short stable words; record ids are random.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta] $name:ident)*) => {$(
        #[$doc]
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it is written in files and records.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// A library dilemma: `content/cases/<id>/`.
    CaseId
    /// A guided reflection: `content/guides/<id>/`.
    GuideId
    /// A step of a guide, unique in its guide.
    StepId
    /// A value of the library: `content/reference/values/`.
    ValueId
    /// A kjøreregel: `content/reference/rules/`.
    RuleId
    /// A law card: `content/reference/laws/`.
    LawId
    /// A deck of reflection cards: `content/decks/<id>/`.
    DeckId
    /// A reflection card, unique among all decks.
    CardId
    /// A term of the glossary: `content/reference/terms/`.
    TermId
    /// A simulation: `content/scenarios/<id>/`.
    ScenarioId
    /// A call of the ISBAR drills: `content/drills/isbar/`.
    CallId
    /// A lesson: `content/lessons/<id>/`.
    LessonId
    /// A kompetansepakke: `content/paths/<id>/`.
    PathId
    /// An ethical standard: `content/standards/<id>/`.
    StandardId
    /// A sitting of the memory: what one answered in one go.
    SittingId
    /// A receipt that a standard was read.
    ReceiptId
    /// A talk of a group about a lesson.
    TalkId
    /// A stored opening that a reflection can start from.
    OpeningId
    /// A reflection session.
    SessionId
    /// A case that somebody suggests to the group.
    IdeaId
    /// A pack of own content.
    PackId
    /// A run through a simulation.
    RunId
    /// Something that is done the same way by everybody here.
    PracticeId
    /// Somebody who uses this device, known by three pictures.
    ProfileId
}
