//! Læring: short lessons that one takes alone or together. No points, no streaks, no ranking.

pub mod answer;
pub mod opening;
pub mod player;
pub mod repetition;
pub mod shuffled;

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{LessonPage, LessonsPage, RepetitionPage, ShiftPage};
