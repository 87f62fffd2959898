//! Choosing a scenario, the bedside, the call, and the talk afterwards.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod agree;
mod bed;
mod bedside;
mod breaths;
mod calling;
mod clock;
mod closing;
mod debrief;
mod drills;
mod events;
mod explore;
mod instructor;
mod measures;
mod modes;
mod monitor;
mod pair;
mod pick;
mod readings;
mod scenarios;
mod sheets;
mod told;
mod values;
mod watching;

pub use bed::RunPage;
pub use drills::{DrillPage, DrillsPage};
pub use monitor::MonitorPage;
pub use scenarios::{ScenarioPage, ScenariosPage};
pub use sheets::{SheetPage, SheetsPage};
