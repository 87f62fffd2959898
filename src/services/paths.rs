//! Kompetansepakker, the receipts of the ethical standard, who is who, and notes for the medarbeidersamtale: kept at
//! every deed. What one does alone is one's own; what a workplace says about itself belongs to the device.

use super::{OnTheShelf, Services};
use crate::ethics::{PathId, ReceiptId, RunId};
use crate::progress::{OwnStandard, PathMarks, Receipt, Run, TalkNotes, WhoIsWho};
use crate::storage::progress::{
    own_standard_record, path_of, path_record, receipt_of, receipt_record, run_record, talk_notes_record,
    who_is_who_record,
};
use crate::storage::{Change, Loaded, Owner, RecordId, Saved, StorageError};

impl Services {
    /// What was marked in every path that somebody is on, and what cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_path_marks(self) -> Result<OnTheShelf<PathId, PathMarks>, StorageError> {
        let owner = self.owner();
        self.read_shelf(|record| path_of(&owner, record), PathMarks::is_begun).await
    }

    /// Every receipt of the one who is here, and what cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_receipts(self) -> Result<OnTheShelf<ReceiptId, Receipt>, StorageError> {
        let owner = self.owner();
        self.read_shelf(|record| receipt_of(&owner, record), |_: &Receipt| true).await
    }

    /// The runs of the one who is here: those of somebody else, and of a group that somebody is part of, are theirs.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_own_runs(self) -> Result<Vec<Run>, StorageError> {
        let owner = self.owner();
        let runs = self.read_runs().await?.here;
        let is_own = |id: &RunId| Owner::of(&run_record(id)) == owner;
        Ok(runs.into_iter().filter(|(id, _)| is_own(id)).map(|(_, run)| run).collect())
    }

    /// The ethical standard of the workplace, to be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn own_standard(self) -> Result<Loaded<OwnStandard>, StorageError> {
        self.saver().load(&own_standard_record()).await
    }

    /// Who is who, to be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn who_is_who(self) -> Result<Loaded<WhoIsWho>, StorageError> {
        self.saver().load(&who_is_who_record()).await
    }

    /// The notes for the medarbeidersamtale, to be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn talk_notes(self) -> Result<Loaded<TalkNotes>, StorageError> {
        self.saver().load(&talk_notes_record(&self.owner())).await
    }

    /// Keeps what was marked in a path.
    pub fn keep_path_marks(self, id: &PathId, marks: &PathMarks) {
        self.keep_at(path_record(&self.owner(), id), marks);
    }

    /// Leaves a path: what was marked in it is forgotten. What the app has seen done stays where it lies.
    pub fn forget_path_marks(self, id: &PathId) {
        self.keep(Ok(Change::forget(path_record(&self.owner(), id), PathMarks::KIND)));
    }

    /// Keeps a receipt.
    pub fn keep_receipt(self, id: &ReceiptId, receipt: &Receipt) {
        self.keep_at(receipt_record(&self.owner(), id), receipt);
    }

    /// Keeps the ethical standard of the workplace.
    pub fn keep_own_standard(self, standard: &OwnStandard) {
        self.keep_at(own_standard_record(), standard);
    }

    /// Keeps who is who.
    pub fn keep_who_is_who(self, who: &WhoIsWho) {
        self.keep_at(who_is_who_record(), who);
    }

    /// Keeps the notes for the medarbeidersamtale.
    pub fn keep_talk_notes(self, notes: &TalkNotes) {
        self.keep_at(talk_notes_record(&self.owner()), notes);
    }

    fn keep_at<T: Saved>(self, record: RecordId, value: &T) {
        self.keep(Change::keep(record, value, self.now_ms()));
    }
}
