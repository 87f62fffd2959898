//! How what was done and agreed lies on the device, and where: the one place that spells these ids.
//! Pure.

use super::expiry::Keeping;
use super::saved::what_is_missing_is_none;
use super::{Change, Kind, Owner, RecordId, Saved, Step};
use crate::ethics::whose::{parted, with_front, without_front};
use crate::ethics::{
    IdeaId, LessonId, Opening, OpeningId, PathId, PracticeId, ProfileId, ReceiptId, RunId, SessionId,
    SittingId, TalkId,
};
use crate::i18n::Day;
use crate::profiles::Profile;
use crate::progress::memory::MemoryLog;
use crate::progress::{
    Agreement, CardMarks, DrillMarks, EntryState, Idea, LessonMarks, LessonTalk, OwnStandard, PathMarks,
    Practice, Receipt, Run, SessionEntry, TalkNotes, WhoIsWho,
};

const ENTRY: &str = "entry-";
const SUMMARY: &str = "summary-";
const AGREEMENT: &str = "agreement-";
const PROFILE: &str = "profile-";
const IDEA: &str = "idea-";
const PRACTICE: &str = "practice-";
const RUN: &str = "run-";
const LESSON: &str = "lesson-";
const MEMORY: &str = "memory-";
const PATH: &str = "path-";
const RECEIPT: &str = "receipt-";
const TALK: &str = "group-talk-";

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

impl Saved for PathMarks {
    const KIND: Kind = Kind::PathMarks;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for Receipt {
    const KIND: Kind = Kind::Receipt;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for OwnStandard {
    const KIND: Kind = Kind::OwnStandard;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for WhoIsWho {
    const KIND: Kind = Kind::WhoIsWho;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for TalkNotes {
    const KIND: Kind = Kind::TalkNotes;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for LessonTalk {
    const KIND: Kind = Kind::LessonTalk;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for Run {
    const KIND: Kind = Kind::Run;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Saved for Profile {
    const KIND: Kind = Kind::Profile;
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
    with_front(ENTRY, id.as_str()).into()
}

/// The record of a session's summary.
#[must_use]
pub fn summary_record(id: &SessionId) -> RecordId {
    with_front(SUMMARY, id.as_str()).into()
}

/// The record of a session's agreement.
#[must_use]
pub fn agreement_record(id: &SessionId) -> RecordId {
    with_front(AGREEMENT, id.as_str()).into()
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

/// The record of what is remembered of cards: one for the device, and one for each profile.
#[must_use]
pub fn card_marks_record(owner: &Owner) -> RecordId {
    owner.place("card-marks")
}

/// The record of what is remembered of the drills: one for the device, and one for each profile.
#[must_use]
pub fn marks_of_drills_record(owner: &Owner) -> RecordId {
    owner.place("drill-marks")
}

/// The record of a profile. It belongs to the device: whoever holds it may see which profiles there are.
#[must_use]
pub fn profile_record(id: &ProfileId) -> RecordId {
    RecordId::from(format!("{PROFILE}{id}"))
}

/// The profile of a record.
#[must_use]
pub fn profile_of(record: &RecordId) -> Option<ProfileId> {
    record.as_str().strip_prefix(PROFILE).map(ProfileId::from)
}

/// The record of what was done of a lesson: one for each lesson and owner.
#[must_use]
pub fn lesson_record(owner: &Owner, id: &LessonId) -> RecordId {
    owner.place(&format!("{LESSON}{id}"))
}

/// The lesson of a record; `None` where it is not this owner's.
#[must_use]
pub fn lesson_of(owner: &Owner, record: &RecordId) -> Option<LessonId> {
    after(LESSON, owner, record).map(LessonId::from)
}

/// The record of a sitting of the memory: one for each, so that two tablets never write the same one.
#[must_use]
pub fn sitting_record(owner: &Owner, id: &SittingId) -> RecordId {
    owner.place(&format!("{MEMORY}{id}"))
}

/// The sitting of a record; `None` where it is not this owner's.
#[must_use]
pub fn sitting_of(owner: &Owner, record: &RecordId) -> Option<SittingId> {
    after(MEMORY, owner, record).map(SittingId::from)
}

/// The record of what was marked in a path: one for each path and owner.
#[must_use]
pub fn path_record(owner: &Owner, id: &PathId) -> RecordId {
    owner.place(&format!("{PATH}{id}"))
}

/// The path of a record; `None` where it is not this owner's.
#[must_use]
pub fn path_of(owner: &Owner, record: &RecordId) -> Option<PathId> {
    after(PATH, owner, record).map(PathId::from)
}

/// The record of a receipt: one for each signature, so that none is ever written over.
#[must_use]
pub fn receipt_record(owner: &Owner, id: &ReceiptId) -> RecordId {
    owner.place(&format!("{RECEIPT}{id}"))
}

/// The receipt of a record; `None` where it is not this owner's.
#[must_use]
pub fn receipt_of(owner: &Owner, record: &RecordId) -> Option<ReceiptId> {
    after(RECEIPT, owner, record).map(ReceiptId::from)
}

/// The record of what is brought to the medarbeidersamtale: one for the device, and one for each profile.
#[must_use]
pub fn talk_notes_record(owner: &Owner) -> RecordId {
    owner.place("talk-notes")
}

/// The record of the workplace's own standard. It belongs to the device.
#[must_use]
pub fn own_standard_record() -> RecordId {
    RecordId::from("own-standard")
}

/// The record of who is who. It belongs to the device.
#[must_use]
pub fn who_is_who_record() -> RecordId {
    RecordId::from("who-is-who")
}

/// The record of a talk of a group about a lesson: one for each, so that two tablets never write the same one. It
/// belongs to the device: a group is nobody's profile.
#[must_use]
pub fn talk_record(id: &TalkId) -> RecordId {
    RecordId::from(format!("{TALK}{id}"))
}

/// The talk of a record.
#[must_use]
pub fn talk_of(record: &RecordId) -> Option<TalkId> {
    record.as_str().strip_prefix(TALK).map(TalkId::from)
}

/// What stands behind these words in an id of this owner.
fn after<'a>(front: &str, owner: &Owner, record: &'a RecordId) -> Option<&'a str> {
    let id = record.as_str();
    let own = (Owner::of(record) == *owner).then(|| parted(id).map_or(id, |(_, rest)| rest))?;
    own.strip_prefix(front)
}

/// The record of a run.
#[must_use]
pub fn run_record(id: &RunId) -> RecordId {
    with_front(RUN, id.as_str()).into()
}

/// The run of a record.
#[must_use]
pub fn run_of(record: &RecordId) -> Option<RunId> {
    without_front(RUN, record.as_str()).map(RunId::from)
}

/// The record of a practice. It belongs to the device, whoever began the reflection that it comes from.
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
pub fn forget_session(id: &SessionId) -> Vec<Change> {
    vec![
        Change::forget(session_record(id), Kind::Session),
        Change::forget(entry_record(id), Kind::SessionEntry),
        Change::forget(summary_record(id), Kind::Summary),
        Change::forget(agreement_record(id), Kind::Agreement),
    ]
}

/// What to write so that nothing of a run is left, what was agreed after it neither.
#[must_use]
pub fn forget_run(id: &RunId) -> Vec<Change> {
    vec![
        Change::forget(run_record(id), Kind::Run),
        Change::forget(agreement_record(&Agreement::key_of(id)), Kind::Agreement),
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
    fn what_comes_of_a_persons_own_reflection_or_run_is_theirs_and_a_practice_is_everybodys() {
        let theirs = Owner::Profile("4f1c".into());
        let (session, run) = (SessionId::from("p.4f1c.a"), RunId::from("p.4f1c.b"));
        for change in forget_session(&session).iter().chain(&forget_run(&run)) {
            assert_eq!(Owner::of(change.id()), theirs, "{}", change.id());
        }
        assert_eq!(run_of(&run_record(&run)), Some(run));
        let practice = practice_record(&practice_of_session(&session));
        assert_eq!(Owner::of(&practice), Owner::Device);
        assert_eq!(practice_of(&practice), Some("p.4f1c.a".into()));
    }

    #[test]
    fn what_somebody_has_done_of_a_lesson_is_no_one_elses() {
        let owners = [Owner::Device, Owner::Profile("4f1c".into()), Owner::Profile("b2".into())];
        let lesson = LessonId::from("verdighet");
        for owner in &owners {
            let record = lesson_record(owner, &lesson);
            for other in &owners {
                let found = lesson_of(other, &record);
                assert_eq!(found, (owner == other).then(|| lesson.clone()), "{record} for {other:?}");
            }
            assert_eq!(sitting_of(owner, &record), None);
        }
    }

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
