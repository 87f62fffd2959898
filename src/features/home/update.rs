//! The only way Hjem changes: what happened goes in, what should happen comes out.

use super::model::{Found, Model, Reading, Situation};
use crate::ethics::SessionId;
use crate::progress::{Agreement, FollowUp, Outcome};
use crate::route::Route;
use crate::storage::{RecordId, SaveStatus, StorageError};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The records may have changed.
    RecordsChanged,
    /// They were read.
    Read(Result<Box<Found>, StorageError>),
    /// A kind of situation was chosen.
    SituationChosen(Situation),
    /// A reflection is to start.
    StartPressed,
    /// A session may be forgotten: ask once more.
    ForgetPressed(SessionId),
    /// It shall stay.
    ForgetCancelled,
    /// It shall go.
    ForgetConfirmed,
    /// Saving has come further.
    SaveChanged(SaveStatus),
    /// Somebody said how it went.
    Answered(SessionId, Outcome),
    /// It shall be looked at a week later.
    Postponed(SessionId),
    /// What could not be read is put aside.
    SetAsidePressed(RecordId),
    /// What could not be read is saved as it is.
    CopyPressed(RecordId),
    /// What could not be read may be deleted: ask once more.
    DiscardPressed(RecordId),
    /// It shall stay.
    DiscardCancelled,
    /// It shall go.
    DiscardConfirmed,
}

/// What should happen.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// The records are read.
    Read,
    /// An address is opened.
    Open(Route),
    /// A session is forgotten whole.
    Forget(SessionId),
    /// One line says that a session is forgotten.
    TellForgotten,
    /// An agreement is kept as it is now.
    Keep(Box<Agreement>),
    /// A record that could not be read is put aside.
    SetAside(RecordId),
    /// A record that could not be read is handed over as it is.
    HandOver(RecordId),
    /// A record that could not be read is deleted for good.
    Discard(RecordId),
}

/// Takes in what happened.
pub fn update(model: &mut Model, msg: Msg) -> Effect {
    match msg {
        Msg::RecordsChanged => Effect::Read,
        Msg::Read(Ok(found)) => {
            model.take_in(*found);
            Effect::None
        }
        Msg::Read(Err(error)) => {
            model.reading = Reading::Failed(error);
            Effect::None
        }
        Msg::SituationChosen(situation) => {
            model.situation = situation;
            Effect::None
        }
        Msg::StartPressed => Effect::Open(model.situation.route()),
        Msg::ForgetPressed(session) => {
            model.asked = Some(session);
            Effect::None
        }
        Msg::ForgetCancelled => {
            model.asked = None;
            Effect::None
        }
        Msg::ForgetConfirmed => forget(model),
        Msg::SaveChanged(SaveStatus::Kept) if model.forgetting => {
            model.forgetting = false;
            Effect::TellForgotten
        }
        Msg::SaveChanged(_) => Effect::None,
        Msg::Answered(session, outcome) => {
            model.answered = Some(session.clone());
            change(model, &session, FollowUp::Outcome(outcome))
        }
        Msg::Postponed(session) => {
            model.answered = None;
            let today = model.today;
            change(model, &session, FollowUp::Postponed { today })
        }
        Msg::SetAsidePressed(id) => Effect::SetAside(id),
        Msg::CopyPressed(id) => Effect::HandOver(id),
        Msg::DiscardPressed(id) => {
            model.discarding = Some(id);
            Effect::None
        }
        Msg::DiscardCancelled => {
            model.discarding = None;
            Effect::None
        }
        Msg::DiscardConfirmed => model.discarding.take().map_or(Effect::None, Effect::Discard),
    }
}

fn forget(model: &mut Model) -> Effect {
    let Some(session) = model.asked.take() else { return Effect::None };
    model.forgotten.insert(session.clone());
    model.forgetting = true;
    Effect::Forget(session)
}

fn change(model: &mut Model, session: &SessionId, said: FollowUp) -> Effect {
    let found = model.agreements.iter_mut().find(|agreement| agreement.session == *session);
    found.map_or(Effect::None, |agreement| {
        agreement.follow_up(said);
        Effect::Keep(Box::new(agreement.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::model::tests::{agreement, entry, model};
    use super::*;
    use crate::progress::EntryState;

    #[test]
    fn start_leads_to_the_kind_of_situation_that_is_chosen() {
        let mut m = model(Vec::new(), Vec::new());
        assert_eq!(update(&mut m, Msg::SituationChosen(Situation::Joyful)), Effect::None);
        assert_eq!(update(&mut m, Msg::StartPressed), Effect::Open(Route::StartOwn("gledelig".into())));
    }

    #[test]
    fn forgetting_asks_once_more_and_says_so_only_when_it_is_done() {
        let mut m =
            model(vec![entry("a", 1, EntryState::Open { at: 1, of: 6 })], vec![agreement("a", "", 1, None)]);
        assert_eq!(update(&mut m, Msg::ForgetConfirmed), Effect::None, "nobody was asked");
        assert_eq!(update(&mut m, Msg::ForgetPressed("a".into())), Effect::None);
        assert_eq!(update(&mut m, Msg::ForgetConfirmed), Effect::Forget("a".into()));
        assert!(m.unfinished(|_| m.today).is_empty());
        assert_eq!(m.last_agreed(), None);
        assert_eq!(update(&mut m, Msg::SaveChanged(SaveStatus::Saving)), Effect::None);
        assert_eq!(update(&mut m, Msg::SaveChanged(SaveStatus::Kept)), Effect::TellForgotten);
        assert_eq!(update(&mut m, Msg::SaveChanged(SaveStatus::Kept)), Effect::None);
    }

    #[test]
    fn who_thinks_better_of_it_forgets_nothing() {
        let mut m = model(vec![entry("a", 1, EntryState::Open { at: 1, of: 6 })], Vec::new());
        let _ = update(&mut m, Msg::ForgetPressed("a".into()));
        assert_eq!(update(&mut m, Msg::ForgetCancelled), Effect::None);
        assert_eq!(update(&mut m, Msg::ForgetConfirmed), Effect::None);
        assert_eq!(m.unfinished(|_| m.today).len(), 1);
    }

    #[test]
    fn what_could_not_be_read_is_deleted_only_after_a_second_press() {
        let mut m = model(Vec::new(), Vec::new());
        assert_eq!(update(&mut m, Msg::DiscardConfirmed), Effect::None);
        let _ = update(&mut m, Msg::DiscardPressed("entry-a".into()));
        assert_eq!(update(&mut m, Msg::DiscardConfirmed), Effect::Discard("entry-a".into()));
        assert_eq!(update(&mut m, Msg::DiscardConfirmed), Effect::None);
    }

    #[test]
    fn an_answer_is_kept_and_its_card_stays_until_it_is_put_off_for_a_week() {
        let mut m =
            model(Vec::new(), vec![agreement("a", "2026-11-20", 1, None), agreement("b", "", 2, None)]);
        let Effect::Keep(kept) = update(&mut m, Msg::Answered("a".into(), Outcome::NotYet)) else {
            panic!("the answer is kept")
        };
        assert_eq!(kept.outcome, Some(Outcome::NotYet));
        assert_eq!(m.last_agreed().map(|a| a.session.clone()), Some("a".into()));
        let Effect::Keep(later) = update(&mut m, Msg::Postponed("a".into())) else {
            panic!("the new day is kept")
        };
        assert_eq!((later.outcome, later.date.as_str()), (None, "2026-11-28"));
        assert_eq!(m.last_agreed().map(|a| a.session.clone()), Some("b".into()));
    }

    #[test]
    fn a_store_that_does_not_answer_is_told_and_what_was_read_stays() {
        let mut m = model(vec![entry("a", 1, EntryState::Open { at: 1, of: 6 })], Vec::new());
        let _ = update(&mut m, Msg::Read(Err(StorageError::Blocked)));
        assert_eq!(m.reading, Reading::Failed(StorageError::Blocked));
        assert_eq!(m.entries.len(), 1);
    }
}
