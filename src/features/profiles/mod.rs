//! Profiles: who is here, a new one, the own one with its PIN, and what stands in the place of the screen while a
//! profile is locked (docs/decisions/0022).

pub mod entered;
pub mod moved;

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{LockedPage, NewProfilePage, OwnProfilePage, ProfilesPage};
