//! What was missed in the drills: kept on the device, and forgotten when somebody wants that.

use super::Services;
use crate::progress::DrillMarks;
use crate::storage::progress::marks_of_drills_record;
use crate::storage::{Change, Loaded, Saved};

impl Services {
    /// What is remembered of the drills. What cannot be read is left alone: one can drill without it.
    pub async fn marks_of_drills(self) -> DrillMarks {
        match self.saver().load(&marks_of_drills_record(&self.owner())).await {
            Ok(Loaded::Ready(marks)) => marks,
            Ok(Loaded::Empty | Loaded::Newer(_) | Loaded::Damaged(_)) | Err(_) => DrillMarks::default(),
        }
    }

    /// Keeps what is remembered of the drills.
    pub fn keep_marks_of_drills(self, marks: &DrillMarks) {
        self.keep(Change::keep(marks_of_drills_record(&self.owner()), marks, self.now_ms()));
    }

    /// Forgets what was drilled.
    pub fn forget_marks_of_drills(self) {
        self.keep(Ok(Change::forget(marks_of_drills_record(&self.owner()), DrillMarks::KIND)));
    }
}
