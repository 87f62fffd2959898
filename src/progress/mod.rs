//! What a person or group has done and agreed, across features, by stable id. Pure.

mod agreement;
mod alike;
mod card_marks;
mod drill_marks;
mod entry;
mod idea;
mod lesson_marks;
pub mod memory;
mod practice;
mod run;

pub use agreement::{Agreement, FollowUp, Helped, MadeIn, Outcome, to_be_asked};
pub use alike::{Common, Traits, alike};
pub use card_marks::{CardChoice, CardMark, CardMarks, MarkEdit, REST_DAYS};
pub use drill_marks::{DrillMark, DrillMarks};
pub use entry::{EntryState, Search, SessionEntry};
pub use idea::{Idea, IdeaEdit};
pub use lesson_marks::{Answer, Answered, LessonMarks};
pub use practice::{Practice, PracticeEdit, in_order};
pub use run::{Mode, Run, Scoring, WouldCall};
