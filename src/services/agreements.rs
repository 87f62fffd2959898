//! What was agreed, as screens read and keep it.

use super::Services;
use crate::ethics::SessionId;
use crate::i18n::Messages;
use crate::progress::{Agreement, Outcome};
use crate::storage::progress::agreement_record;
use crate::storage::{Change, Loaded, StorageError};

/// The word for how it went.
#[must_use]
pub fn outcome_name(outcome: Outcome, words: &Messages) -> &str {
    match outcome {
        Outcome::Done => words.agreed_done(),
        Outcome::Partly => words.agreed_partly(),
        Outcome::NotYet => words.agreed_not_yet(),
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
        self.keep(Change::keep(record, self.owner(), agreement, self.now_ms()));
    }

    /// What was agreed in a session.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn agreement(self, session: &SessionId) -> Result<Loaded<Agreement>, StorageError> {
        self.saver().load(&agreement_record(session)).await
    }
}
