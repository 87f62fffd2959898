//! Choosing a scenario, the bedside, the call, and the talk afterwards.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod bed;
mod bedside;
mod calling;
mod debrief;
mod events;
mod measures;
mod scenarios;
mod told;

pub use bed::RunPage;
pub use scenarios::{ScenarioPage, ScenariosPage};
