//! What was agreed, as screens read and keep it.

use super::Services;
use crate::ethics::{RunId, SessionId};
use crate::i18n::{Messages, Phrase};
use crate::progress::{Agreement, Outcome};
use crate::route::Route;
use crate::storage::progress::agreement_record;
use crate::storage::{Change, Loaded, Saved as _, StorageError};

/// The word for how it went.
#[must_use]
pub fn outcome_name(outcome: Outcome, words: &Messages) -> &str {
    match outcome {
        Outcome::Done => words.agreed_done(),
        Outcome::Partly => words.agreed_partly(),
        Outcome::NotYet => words.agreed_not_yet(),
    }
}

/// Where what lies behind an agreement can be read: the referat of a reflection, or the talk after a simulation.
#[must_use]
pub fn read_more_of(agreement: &Agreement) -> (Route, Phrase) {
    match agreement.run() {
        Some(run) => (Route::Run(run), Messages::agreed_read_debrief),
        None => (Route::Summary(agreement.session.clone()), Messages::agreed_read_referat),
    }
}

impl Services {
    /// When something was agreed, and which role follows it up.
    #[must_use]
    pub fn when_agreed(self, agreement: &Agreement, words: &Messages) -> String {
        let day = self.day_of(agreement.made_ms).short(words);
        if agreement.role.is_empty() { day } else { words.agreed_role(day, &agreement.role) }
    }

    /// Keeps an agreement as it is now.
    pub fn keep_agreement(self, agreement: &Agreement) {
        let record = agreement_record(&agreement.session);
        self.keep(Change::keep(record, agreement, self.now_ms()));
    }

    /// Keeps what is agreed in the talk after a run; what is blank again is forgotten.
    pub fn keep_agreement_of_run(self, agreement: &Agreement) {
        if agreement.is_blank() {
            let record = agreement_record(&agreement.session);
            self.keep(Ok(Change::forget(record, Agreement::KIND)));
        } else {
            self.keep_agreement(agreement);
        }
    }

    /// What was agreed in the talk after a run.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn agreement_of_run(self, run: &RunId) -> Result<Loaded<Agreement>, StorageError> {
        self.agreement(&Agreement::key_of(run)).await
    }

    /// What was agreed in a session.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn agreement(self, session: &SessionId) -> Result<Loaded<Agreement>, StorageError> {
        self.saver().load(&agreement_record(session)).await
    }
}
