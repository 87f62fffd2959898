//! Refleksjon: one dilemma through the steps of a guide, alone on one screen or in all steps, or as a group,
//! to a reasoned decision and a referat. Nothing that is written is lost, and nothing is kept
//! that nobody chose to keep.

pub mod clock;
pub mod edits;
#[cfg(any(test, feature = "author"))]
pub mod fixtures;
pub mod for_leader;
pub mod found_again;
pub mod group;
pub mod hints;
pub mod model;
pub mod private;
pub mod referat;
pub mod room_face;
pub mod saved;
pub mod session;
pub mod start;
pub mod summary;
pub mod update;

#[cfg(feature = "app")]
mod effects;
#[cfg(feature = "app")]
mod start_up;
#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use start_up::{clean_up, remove_rounds_without_session};
#[cfg(feature = "app")]
pub use view::{
    ArchivePage, CasePage, FollowUpPage, HandoverPage, ReflectionPage, RoomWindowPage, SessionPage,
    StartPage, SummaryPage,
};
