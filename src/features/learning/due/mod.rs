//! Det som venter: what the one who is here has to do next, in one list and as a file for a calendar. No blame, no
//! numbers of what was not done.

pub mod calendar;
pub mod half_year;
pub mod list;
pub mod told;
