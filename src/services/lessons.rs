//! What the one who is here has done of the lessons: kept from the first screen on, and forgotten when somebody wants that.

use super::{OnTheShelf, Services};
use crate::ethics::LessonId;
use crate::progress::LessonMarks;
use crate::storage::progress::{lesson_of, lesson_record};
use crate::storage::{Change, Loaded, Saved, StorageError};

impl Services {
    /// What was done of every lesson, and what cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_lesson_marks(self) -> Result<OnTheShelf<LessonId, LessonMarks>, StorageError> {
        let owner = self.owner();
        self.read_shelf(|record| lesson_of(&owner, record), |_: &LessonMarks| true).await
    }

    /// What was done of a lesson.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn lesson_marks(self, id: &LessonId) -> Result<Loaded<LessonMarks>, StorageError> {
        self.saver().load(&lesson_record(&self.owner(), id)).await
    }

    /// Keeps what was done of a lesson.
    pub fn keep_lesson_marks(self, id: &LessonId, marks: &LessonMarks) {
        self.keep(Change::keep(lesson_record(&self.owner(), id), marks, self.now_ms()));
    }

    /// Forgets what was done of a lesson.
    pub fn forget_lesson_marks(self, id: &LessonId) {
        self.keep(Ok(Change::forget(lesson_record(&self.owner(), id), LessonMarks::KIND)));
    }
}
