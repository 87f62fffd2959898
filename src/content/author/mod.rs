//! The author's side of content: reading `content/`, checking it, and making packs of it.
//!
//! Native tools only. Findings are in English, for whoever writes content; nothing here is shown to a
//! user of the app. It writes no file: `cargo xtask content` does that.

mod check;
mod course;
mod finding;
mod guides;
mod packs;
mod read;
mod start;
mod stats;
mod texts;

pub use crate::i18n::Day;
pub use check::{Guard, check, examine};
pub use course::{Authored, Course, Place, TagNames};
pub use finding::{Finding, Problem, Report};
pub use packs::{PackFile, PackKind, packs};
pub use read::read;
pub use start::{StartError, add_case_to_catalogue, new_case};
pub use stats::Stats;
pub use texts::{Text, TextKind, Words};
