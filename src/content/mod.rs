//! The shape of `content/`, parsing and checking. Pure.
//!
//! Every item has one language-neutral part and its words in every language. Authors write TOML
//! (`author` feature); the app reads packs: one JSON file per language, named by its hash.

#[cfg(feature = "author")]
pub mod author;
mod case;
mod guide;
mod library;
mod metadata;
mod pack;
pub mod readability;
mod reference;

pub use case::{Case, CaseFact, CaseParty, CaseWords, PartyWords};
pub use guide::{Guide, GuideStep, GuideWords, Part, Plan, PrivateForm, PrivateWords, Prompt, StepWords};
pub use library::Library;
pub use metadata::{Metadata, Review, Source};
pub use pack::{
    CaseEntry, CaseItem, CasePack, ContentError, CorePack, FORMAT_VERSION, GuideItem, Item, LawItem,
    OLDEST_FORMAT_VERSION, Revision, RuleItem, Tag, ValueItem, check_version, short_hash,
};
pub use reference::{Law, LawWords, Rule, RuleWords, Value, ValueWords};
