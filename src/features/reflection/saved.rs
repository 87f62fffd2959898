//! How a reflection lies on the device: the session itself, a light entry for lists, the summary where
//! only that is kept, and the agreement. All of one session is written together.

use super::found_again::traits_of;
use super::private::Round;
use super::session::{NextStep, Session, Status, filled};
use super::summary::{Summary, title_of};
use crate::i18n::Language;
use crate::progress::{Agreement, EntryState, MadeIn, SessionEntry};
use crate::storage::progress::{
    agreement_record, entry_record, forget_session, opening_record, session_record, summary_record,
};
use crate::storage::{Change, Kind, RecordId, Saved, Step, StorageError, what_is_missing_is_none};

impl Saved for Session {
    const KIND: Kind = Kind::Session;
    const VERSION: u16 = 6;
    // Version 1 knew no groups, no plans and no help for the one who leads, version 2 no private rounds, version 3
    // nothing for the leader, version 4 no marks of a meeting, version 5 not where it happens and what it is about.
    const STEPS: &'static [Step] = &[what_is_missing_is_none as Step; 5];
}

impl Saved for Round {
    const KIND: Kind = Kind::Round;
    const VERSION: u16 = 2;
    // Version 1 was about a step, always.
    const STEPS: &'static [Step] = &[what_is_missing_is_none];
}

impl Saved for Summary {
    const KIND: Kind = Kind::Summary;
    const VERSION: u16 = 2;
    // Version 1 knew no groups.
    const STEPS: &'static [Step] = &[what_is_missing_is_none];
}

/// The record of a round: its id is that of its key, which is random.
#[must_use]
pub fn round_record(round: &Round) -> RecordId {
    RecordId::from(format!("round-{}", round.key))
}

/// What to write so that a round lies on the device. The time is that of the session: a round has none.
///
/// # Errors
/// As [`keep_changes`].
pub fn round_changes(round: &Round, started_ms: u64) -> Result<Vec<Change>, StorageError> {
    Ok(vec![Change::keep(round_record(round), round, started_ms)?])
}

/// What to write so that nothing of a round is left.
#[must_use]
pub fn forget_round(round: &Round) -> Change {
    Change::forget(round_record(round), Kind::Round)
}

/// The entry of a session as it stands.
#[must_use]
pub fn entry_of(session: &Session) -> SessionEntry {
    let state = match &session.status {
        Status::Open => EntryState::Open {
            at: session.place_of(&session.at).map_or(1, |place| short(place + 1)),
            of: short(session.steps().len()),
        },
        Status::Kept { until, .. } => EntryState::Whole { until: until.clone() },
    };
    entry_with(session, state)
}

fn entry_with(session: &Session, state: EntryState) -> SessionEntry {
    SessionEntry {
        session: session.id.clone(),
        title: title_of(session),
        question: session.problem.wording.trim().to_owned(),
        language: session.language,
        started_ms: session.started_ms,
        changed_ms: session.changed_ms,
        state,
        values: session.values.iter().map(|value| value.name.clone()).collect(),
        case: session.case.as_ref().map(|case| case.id.clone()),
        traits: traits_of(session),
        search: search_text(session),
    }
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn search_text(session: &Session) -> String {
    let mut text = [session.title.as_str(), &session.problem.wording, &session.background].join("\n");
    let parts = session
        .values
        .iter()
        .map(|value| value.name.as_str())
        .chain(session.alternatives.iter().map(|a| a.text.as_str()))
        .chain(session.parties.iter().map(|p| p.role.as_str()))
        .chain([session.overall.reason.as_str()]);
    for part in parts.filter(|part| filled(part)) {
        text.push('\n');
        text.push_str(part);
    }
    text.to_lowercase()
}

/// What to write so that the session is kept as it stands.
///
/// # Errors
/// [`StorageError::Unexpected`] for what JSON cannot hold; no session is that.
pub fn keep_changes(session: &Session, now_ms: u64) -> Result<Vec<Change>, StorageError> {
    Ok(vec![
        Change::keep(session_record(&session.id), session, now_ms)?,
        Change::keep(entry_record(&session.id), &entry_of(session), now_ms)?,
    ])
}

/// What to write so that nothing of the session is left: a mark with its ids alone.
#[must_use]
pub fn forget_changes(session: &Session) -> Vec<Change> {
    let mut changes = forget_session(&session.id);
    if let Some(opening) = &session.opening {
        changes.push(Change::forget(opening_record(opening), Kind::Opening));
    }
    changes
}

/// What to write so that only the summary and the agreement are kept.
///
/// # Errors
/// As [`keep_changes`].
pub fn summary_changes(
    session: &Session,
    language: Language,
    now_ms: u64,
) -> Result<Vec<Change>, StorageError> {
    let mut summary = Summary::of(session, language);
    // How the question came to be belongs to the session, not to what it came to.
    summary.earlier = Vec::new();
    let entry = entry_with(session, EntryState::Summary);
    let mut changes = vec![
        Change::forget(session_record(&session.id), Kind::Session),
        Change::keep(entry_record(&session.id), &entry, now_ms)?,
        Change::keep(summary_record(&session.id), &summary, now_ms)?,
    ];
    if let Some(opening) = &session.opening {
        changes.push(Change::forget(opening_record(opening), Kind::Opening));
    }
    changes.extend(agreement_change(session, now_ms)?);
    Ok(changes)
}

/// What to write so that everything is kept to the end of a day (`YYYY-MM-DD`).
///
/// # Errors
/// As [`keep_changes`].
pub fn whole_changes(session: &Session, until: &str, now_ms: u64) -> Result<Vec<Change>, StorageError> {
    let mut kept = session.clone();
    kept.drop_empty_rows();
    kept.status = Status::Kept { finished_ms: now_ms, until: until.to_owned() };
    let mut changes = keep_changes(&kept, now_ms)?;
    changes.extend(agreement_change(session, now_ms)?);
    Ok(changes)
}

fn agreement_change(session: &Session, now_ms: u64) -> Result<Option<Change>, StorageError> {
    let NextStep::Action { what, role, date } = &session.overall.next else { return Ok(None) };
    if !filled(what) {
        return Ok(None);
    }
    let agreement = Agreement {
        session: session.id.clone(),
        made_in: MadeIn::Reflection,
        what: what.trim().to_owned(),
        role: role.trim().to_owned(),
        date: date.clone(),
        made_ms: now_ms,
        by_group: session.group.is_some(),
        outcome: None,
        helped: None,
        surprise: String::new(),
    };
    Change::keep(agreement_record(&session.id), &agreement, now_ms).map(Some)
}

#[cfg(test)]
mod tests {
    use super::super::edits::Edit;
    use super::super::fixtures::session;
    use super::*;
    use crate::progress::Search;

    #[test]
    fn a_search_finds_words_of_the_values_and_the_reason_in_any_order() {
        let mut s = session();
        s.apply(Edit::Question("Bør vi vente?".into()), 2_000);
        s.apply(Edit::OwnValueAdded("Ærlighet".into()), 2_000);
        let entry = entry_of(&s);
        assert!(entry.holds(&Search::of("ærlig VENTE")));
        assert!(!entry.holds(&Search::of("ærlig dusj")));
    }
}
