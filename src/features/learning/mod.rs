//! Læring: short lessons that one takes alone or together. No points, no streaks, no ranking.

pub mod answer;
pub mod player;
pub mod shuffled;
