//! Runs through simulations: kept from the first deed, and forgotten when somebody wants that.

use super::{OnTheShelf, Services};
use crate::ethics::RunId;
use crate::progress::Run;
use crate::storage::progress::{forget_run, run_of, run_record};
use crate::storage::{Change, Loaded, StorageError};

impl Services {
    /// Every run, and those that cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_runs(self) -> Result<OnTheShelf<RunId, Run>, StorageError> {
        self.read_shelf(run_of, |_: &Run| true).await
    }

    /// A run.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn run(self, id: &RunId) -> Result<Loaded<Run>, StorageError> {
        self.saver().load(&run_record(id)).await
    }

    /// Keeps a run as it is now.
    pub fn keep_run(self, id: &RunId, run: &Run) {
        self.keep(Change::keep(run_record(id), run, self.now_ms()));
    }

    /// Forgets a run, and what was agreed in the talk after it.
    pub fn forget_run(self, id: &RunId) {
        self.saver().edited(forget_run(id));
    }
}
