//! A lesson used in a group: one question at a time, how many chose what, the reasons, and the talk. Nothing of what
//! somebody answers is kept; that a talk was held is.

pub mod asked;
pub mod face;
pub mod guide;
pub mod overview;
pub mod table;
