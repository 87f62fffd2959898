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
        self.read_shelf(sitting_of, |log: &MemoryLog| !log.is_empty()).await
    }

    /// Keeps what was answered in a sitting. Its id is one of this window, so that nobody else writes it.
    pub fn keep_sitting(self, id: &SittingId, log: &MemoryLog) {
        self.keep(Change::keep(sitting_record(id), self.owner(), log, self.now_ms()));
    }

    /// Forgets sittings.
    pub fn forget_sittings(self, ids: &[SittingId]) {
        let forget = |id: &SittingId| Change::forget(sitting_record(id), MemoryLog::KIND, self.owner());
        self.saver().edited(ids.iter().map(forget).collect());
        self.saver().flush();
    }
}
