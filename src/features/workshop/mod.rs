//! Veileder: what an etikkveileder writes for the own workplace, and packs from others.

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{NewPackPage, PackItemPage, PackPage, TakeInPage, WorkshopPage};
