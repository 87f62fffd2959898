//! What was answered when something came again: kept sitting by sitting, and forgotten when somebody wants that.

use super::{OnTheShelf, Services};
use crate::ethics::SittingId;
use crate::progress::memory::MemoryLog;
use crate::storage::progress::{sitting_of, sitting_record};
use crate::storage::{Change, Saved, StorageError};

impl Services {
    /// Every sitting, and what cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_sittings(self) -> Result<OnTheShelf<SittingId, MemoryLog>, StorageError> {
        let owner = self.owner();
        self.read_shelf(|record| sitting_of(&owner, record), |log: &MemoryLog| !log.is_empty()).await
    }

    /// Keeps what was answered in a sitting. Its id is one of this window, so that nobody else writes it.
    pub fn keep_sitting(self, id: &SittingId, log: &MemoryLog) {
        self.keep(Change::keep(sitting_record(&self.owner(), id), log, self.now_ms()));
    }

    /// Forgets sittings.
    pub fn forget_sittings(self, ids: &[SittingId]) {
        let owner = self.owner();
        let forget = |id: &SittingId| Change::forget(sitting_record(&owner, id), MemoryLog::KIND);
        self.saver().edited(ids.iter().map(forget).collect());
        self.saver().flush();
    }
}
