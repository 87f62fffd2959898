//! A reading and what a table gives for it, and what belongs to which letter of ISBAR, as they are told wherever
//! somebody practises them: at the bedside, in the drills, and when they come again.

pub mod names;
pub mod said;
#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{Bands, OnlyPractice};
