//! The talks of groups about lessons: each a record of the device, whoever led it.

use super::{OnTheShelf, Services};
use crate::ethics::TalkId;
use crate::progress::LessonTalk;
use crate::storage::progress::{talk_of, talk_record};
use crate::storage::{Change, Saved, StorageError};

impl Services {
    /// Every talk that was logged here, and what cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_talks(self) -> Result<OnTheShelf<TalkId, LessonTalk>, StorageError> {
        self.read_shelf(talk_of, |_: &LessonTalk| true).await
    }

    /// Logs a talk, at once: the overview may be the next screen.
    pub fn keep_talk(self, id: &TalkId, talk: &LessonTalk) {
        self.keep(Change::keep(talk_record(id), talk, self.now_ms()));
        self.saver().flush();
    }

    /// Takes a talk out of the log.
    pub fn forget_talk(self, id: &TalkId) {
        self.keep(Ok(Change::forget(talk_record(id), LessonTalk::KIND)));
        self.saver().flush();
    }
}
