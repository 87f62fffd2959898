//! Læring: short lessons that one takes alone or together. No points, no streaks, no ranking.

pub mod answer;
pub mod due;
pub mod group;
pub mod opening;
pub mod paths;
pub mod player;
pub mod repetition;
pub mod shuffled;

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{
    AppraisalPage, DiplomaPage, DueOnHome, GroupLessonPage, LessonPage, LessonRoomPage, LessonsPage, LogPage,
    PathPage, PathsPage, RepetitionPage, ShiftPage, StandardPage, TalksPage, WhoIsWhoPage,
};
