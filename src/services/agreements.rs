//! What was agreed, as screens read and keep it.

use super::Services;
use crate::ethics::SessionId;
use crate::progress::Agreement;
use crate::storage::progress::agreement_record;
use crate::storage::{Change, Loaded, StorageError};

impl Services {
    /// Keeps an agreement as it is now.
    pub fn keep_agreement(self, agreement: &Agreement) {
        let record = agreement_record(&agreement.session);
        match Change::keep(record, self.owner(), agreement, self.now_ms()) {
            Ok(change) => self.saver().edited(vec![change]),
            Err(error) => leptos::logging::error!("an agreement could not be written: {error}"),
        }
    }

    /// What was agreed in a session.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn agreement(self, session: &SessionId) -> Result<Loaded<Agreement>, StorageError> {
        self.saver().load(&agreement_record(session)).await
    }
}
