//! Veileder: what an etikkveileder writes for the own workplace, and packs from others. What a pack is, what can be
//! done to it and what is wrong with it is [`crate::packs`]; here it comes to the screen, and into words.

pub mod model;
pub mod told;
pub mod update;

#[cfg(feature = "app")]
mod effects;
#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{NewPackPage, OwnStandardPage, PackItemPage, PackPage, TakeInPage, WorkshopPage};
