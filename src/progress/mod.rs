//! What a person or group has done and agreed, across features, by stable id. Pure.

mod agreement;
mod alike;
mod arena;
mod card_marks;
mod drill_marks;
mod entry;
mod idea;
mod lesson_marks;
mod lesson_talk;
pub mod memory;
mod path_marks;
mod practice;
mod receipt;
mod run;
mod talk_notes;
mod workplace;

pub use agreement::{Agreement, FollowUp, Helped, MadeIn, Outcome, to_be_asked};
pub use alike::{Common, Traits, alike};
pub use arena::Arena;
pub use card_marks::{CardChoice, CardMark, CardMarks, MarkEdit, REST_DAYS};
pub use drill_marks::{DrillMark, DrillMarks};
pub use entry::{EntryState, Search, SessionEntry};
pub use idea::{Idea, IdeaEdit};
pub use lesson_marks::{Answer, Answered, LessonMarks};
pub use lesson_talk::LessonTalk;
pub use path_marks::{Colleague, PartMark, PathEdit, PathMarks, Practised};
pub use practice::{Practice, PracticeEdit, in_order};
pub use receipt::{Receipt, ReceiptAnswer, signed_on};
pub use run::{Mode, Run, Scoring, WouldCall};
pub use talk_notes::TalkNotes;
pub use workplace::{Contact, OwnStandard, WhoIsWho};
