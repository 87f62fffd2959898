//! Choosing a lesson, taking it screen by screen, and what one takes along.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod answered;
mod answers;
mod bands;
mod case;
mod choose;
mod desk;
mod due;
mod end;
mod figure;
mod files;
mod group;
mod halves;
mod heard;
mod lesson;
mod lessons;
mod marks;
mod onward;
mod order;
mod page;
mod paths;
mod question;
mod repetition;
mod sort;
mod ways;

pub use due::DueOnHome;
pub use group::{GroupLessonPage, LessonRoomPage, TalksPage};
pub use lesson::LessonPage;
pub use lessons::LessonsPage;
pub use paths::{AppraisalPage, DiplomaPage, LogPage, PathPage, PathsPage, StandardPage, WhoIsWhoPage};
pub use repetition::{RepetitionPage, ShiftPage};
