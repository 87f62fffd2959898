//! The shape of `content/`, parsing and checking. Pure.
//!
//! Every item has one language-neutral part and its words in every language. Authors write TOML
//! (`author` feature); the app reads packs: one JSON file per language, named by its hash.

#[cfg(feature = "author")]
pub mod author;
mod card;
mod case;
mod drill;
mod glossary;
mod guide;
pub mod lesson;
mod library;
mod metadata;
mod pack;
pub mod path;
pub mod readability;
mod reference;
pub mod rules;
mod scenario;
pub mod search;
pub mod standard;
mod term;

pub use card::{Card, CardKind, CardLevel, CardWords, Deck, DeckWords, Voice, VoiceWords};
pub use case::{Case, CaseFact, CaseParty, CaseWords, PartyWords};
pub use drill::{CallFact, IsbarCall, IsbarCallWords, Sorted};
pub use glossary::{Glossary, Marked, Piece};
pub use guide::{Guide, GuideStep, GuideWords, Part, Plan, PrivateForm, PrivateWords, Prompt, StepWords};
pub use lesson::{Lesson, LessonWords, Screen, ScreenWords};
pub use library::Library;
pub use metadata::{Metadata, Review, Source};
pub use pack::{
    CardPack, CaseEntry, CaseItem, CasePack, ContentError, CorePack, DeckItem, FORMAT_VERSION, GuideItem,
    IsbarItem, Item, LawItem, LessonItem, LessonPack, OLDEST_FORMAT_VERSION, PathItem, PathPack, Revision,
    RuleItem, ScenarioItem, ScenarioPack, StandardItem, Tag, TermItem, TermPack, ValueItem, check_version,
    short_hash,
};
pub use path::{LearningPath, PathWords};
pub use reference::{Law, LawWords, Rule, RuleWords, Value, ValueWords};
pub use scenario::{
    ActionWords, EndingWords, EventWords, Fork, ForkFact, ForkWords, LookWords, NoteWords, ReceiverWords,
    Scenario, ScenarioWords,
};
pub use standard::{Standard, StandardWords};
pub use term::{Term, TermField, TermWords};
