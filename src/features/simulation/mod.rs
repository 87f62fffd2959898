//! Øving: a made-up person gets worse; one looks, measures, scores, acts, calls, and talks about it afterwards.
//!
//! Only for practice: no real person is entered anywhere. No grade, no sum of how well it went, no ranking.

pub mod bedside;
pub mod call;
pub mod chart;
pub mod code;
pub mod debrief;
pub mod drill;
pub mod explore;
pub mod explored;
pub mod export;
pub mod monitor;
pub mod names;
pub mod pace;
pub mod pushes;
pub mod read_back;
pub mod said;
pub mod timeline;
pub mod watch;

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{
    DrillPage, DrillsPage, MonitorPage, RunPage, ScenarioPage, ScenariosPage, SheetPage, SheetsPage,
};
