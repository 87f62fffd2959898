//! Innstillinger: language, appearance, text size; what is stored where, a backup and back, erasing all;
//! and «Om Refleks».

pub mod model;
pub mod update;

#[cfg(feature = "app")]
mod effects;
#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{AboutPage, SettingsPage};
