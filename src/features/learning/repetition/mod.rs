//! Repetisjon: what was met in lessons and drills comes again, two minutes at a time. No points, no streaks.

pub mod coming;
pub mod remembered;
pub mod round;
pub mod told;
