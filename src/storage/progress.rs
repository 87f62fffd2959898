//! How what was done and agreed lies on the device, and where: the one place that spells these ids.
//! Pure.

use super::expiry::Keeping;
use super::saved::what_is_missing_is_none;
use super::{Change, Kind, Owner, RecordId, Saved, Step};
use crate::ethics::{IdeaId, LessonId, Opening, OpeningId, PracticeId, RunId, SessionId, SittingId};
use crate::i18n::Day;
use crate::progress::memory::MemoryLog;
use crate::progress::{
    Agreement, CardMarks, DrillMarks, EntryState, Idea, LessonMarks, Practice, Run, SessionEntry,
};

const IDEA: &str = "idea-";
const PRACTICE: &str = "practice-";
const RUN: &str = "run-";
const LESSON: &str = "lesson-";
const MEMORY: &str = "memory-";

impl Saved for SessionEntry {
    const KIND: Kind = Kind::SessionEntry;
    const VERSION: u16 = 2;
    // Version 1 did not know what a case is found again by.
    const STEPS: &'static [Step] = &[what_is_missing_is_none];
}

impl Saved for Agreement {
    const KIND: Kind = Kind::Agreement;
    const VERSION: u16 = 3;
    // Version 1 did not ask whether it helped, version 2 knew reflections only.
    const STEPS: &'static [Step] = &[what_is_missing_is_none, what_is_missing_is_none];
}

impl Saved for Opening {
    const KIND: Kind = Kind::Opening;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for Idea {
    const KIND: Kind = Kind::Idea;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for CardMarks {
    const KIND: Kind = Kind::CardMarks;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for DrillMarks {
    const KIND: Kind = Kind::DrillMarks;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for LessonMarks {
    const KIND: Kind = Kind::LessonMarks;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for MemoryLog {
    const KIND: Kind = Kind::Memory;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for Run {
    const KIND: Kind = Kind::Run;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for Practice {
    const KIND: Kind = Kind::Practice;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

/// The record of a session.
#[must_use]
pub fn session_record(id: &SessionId) -> RecordId {
    RecordId::from(id.as_str())
}

/// The record of a session's entry.
#[must_use]
pub fn entry_record(id: &SessionId) -> RecordId {
    RecordId::from(format!("entry-{id}"))
}

/// The record of a session's summary.
#[must_use]
pub fn summary_record(id: &SessionId) -> RecordId {
    RecordId::from(format!("summary-{id}"))
}

/// The record of a session's agreement.
#[must_use]
pub fn agreement_record(id: &SessionId) -> RecordId {
    RecordId::from(format!("agreement-{id}"))
}

/// The record of an opening.
#[must_use]
pub fn opening_record(id: &OpeningId) -> RecordId {
    RecordId::from(id.as_str())
}

/// The record of an idea.
#[must_use]
pub fn idea_record(id: &IdeaId) -> RecordId {
    RecordId::from(format!("{IDEA}{id}"))
}

/// The idea of a record.
#[must_use]
pub fn idea_of(record: &RecordId) -> Option<IdeaId> {
    record.as_str().strip_prefix(IDEA).map(IdeaId::from)
}

/// The record of what is remembered of cards: one for the device.
#[must_use]
pub fn card_marks_record() -> RecordId {
    RecordId::from("card-marks")
}

/// The record of what is remembered of the drills: one for the device.
#[must_use]
pub fn marks_of_drills_record() -> RecordId {
    RecordId::from("drill-marks")
}

/// The record of what was done of a lesson: one for each lesson.
#[must_use]
pub fn lesson_record(id: &LessonId) -> RecordId {
    RecordId::from(format!("{LESSON}{id}"))
}

/// The lesson of a record.
#[must_use]
pub fn lesson_of(record: &RecordId) -> Option<LessonId> {
    record.as_str().strip_prefix(LESSON).map(LessonId::from)
}

/// The record of a sitting of the memory: one for each, so that two tablets never write the same one.
#[must_use]
pub fn sitting_record(id: &SittingId) -> RecordId {
    RecordId::from(format!("{MEMORY}{id}"))
}

/// The sitting of a record.
#[must_use]
pub fn sitting_of(record: &RecordId) -> Option<SittingId> {
    record.as_str().strip_prefix(MEMORY).map(SittingId::from)
}

/// The record of a run.
#[must_use]
pub fn run_record(id: &RunId) -> RecordId {
    RecordId::from(format!("{RUN}{id}"))
}

/// The run of a record.
#[must_use]
pub fn run_of(record: &RecordId) -> Option<RunId> {
    record.as_str().strip_prefix(RUN).map(RunId::from)
}

/// The record of a practice.
#[must_use]
pub fn practice_record(id: &PracticeId) -> RecordId {
    RecordId::from(format!("{PRACTICE}{id}"))
}

/// The practice that comes from a session: one for each.
#[must_use]
pub fn practice_of_session(session: &SessionId) -> PracticeId {
    PracticeId::from(session.as_str())
}

/// The practice of a record.
#[must_use]
pub fn practice_of(record: &RecordId) -> Option<PracticeId> {
    record.as_str().strip_prefix(PRACTICE).map(PracticeId::from)
}

/// What to write so that nothing of a session is left but marks with its ids.
#[must_use]
pub fn forget_session(id: &SessionId, owner: &Owner) -> Vec<Change> {
    vec![
        Change::forget(session_record(id), Kind::Session, owner.clone()),
        Change::forget(entry_record(id), Kind::SessionEntry, owner.clone()),
        Change::forget(summary_record(id), Kind::Summary, owner.clone()),
        Change::forget(agreement_record(id), Kind::Agreement, owner.clone()),
    ]
}

/// What to write so that nothing of a run is left, what was agreed after it neither.
#[must_use]
pub fn forget_run(id: &RunId, owner: &Owner) -> Vec<Change> {
    vec![
        Change::forget(run_record(id), Kind::Run, owner.clone()),
        Change::forget(agreement_record(&Agreement::key_of(id)), Kind::Agreement, owner.clone()),
    ]
}

/// How long a session is kept, for the clean-up at start.
#[must_use]
pub fn keeping(entry: &SessionEntry) -> Keeping {
    match &entry.state {
        EntryState::Open { .. } => Keeping::Unfinished,
        // A day that can not be read removes nothing.
        EntryState::Whole { until } => Day::parse(until).map_or(Keeping::Always, Keeping::Until),
        EntryState::Summary => Keeping::Always,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::progress::Traits;

    #[test]
    fn a_day_that_can_not_be_read_removes_nothing() {
        let entry = SessionEntry {
            session: "a".into(),
            title: String::new(),
            question: String::new(),
            language: Language::Nb,
            started_ms: 0,
            changed_ms: 0,
            state: EntryState::Whole { until: "snart".into() },
            values: Vec::new(),
            case: None,
            traits: Traits::default(),
            search: String::new(),
        };
        assert_eq!(keeping(&entry), Keeping::Always);
    }
}
