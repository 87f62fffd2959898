//! The author's side of content: reading `content/`, checking it, and making packs of it.
//!
//! Native tools only. Findings are in English, for whoever writes content; nothing here is shown to a
//! user of the app. It writes no file: `cargo xtask content` does that.

mod guides;
mod lesson;
mod packs;
mod read;
mod scenario;
mod schema;
mod start;
mod stats;

use std::path::Path;

pub use super::rules::{
    Authored, Course, Finding, Guard, LessonProblem, PathProblem, Place, Problem, Report, TagNames, Text,
    TextKind, Words, check_ids, examine, ledger,
};
pub use crate::i18n::Day;
pub use packs::{PackFile, PackKind, packs};
pub use read::read;
pub use scenario::read_scenario;
pub use schema::{Schema, schema_of, schemas};
pub use start::{NewItem, StartError, add_to_catalogue, new_item};
pub use stats::Stats;

/// Reads and checks everything below `root` (the folder `content/`). `today` is what no date may be
/// later than; `guard` is the privacy guard, where there is one.
#[must_use]
pub fn check(root: &Path, today: Day, guard: Option<Guard<'_>>) -> Report {
    let (course, mut findings) = read(root);
    // What could not be read would seem to be gone.
    if findings.is_empty() {
        findings.extend(check_ids(&course));
    }
    findings.extend(examine(&course, today, guard));
    findings.sort_by(|one, other| one.file.cmp(&other.file));
    Report { course, findings }
}
