//! Choosing a lesson, taking it screen by screen, and what one takes along.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod answered;
mod answers;
mod bands;
mod case;
mod choose;
mod desk;
mod end;
mod figure;
mod halves;
mod heard;
mod lesson;
mod lessons;
mod marks;
mod onward;
mod order;
mod page;
mod question;
mod repetition;
mod sort;
mod ways;

pub use lesson::LessonPage;
pub use lessons::LessonsPage;
pub use repetition::{RepetitionPage, ShiftPage};
