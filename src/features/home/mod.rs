//! Hjem: where everything starts. A person starts a reflection, goes on with one that is not finished,
//! and says how it went with what was agreed last. It shows nothing that is past its day, and hides
//! nothing that could not be read.

pub mod model;
pub mod update;

#[cfg(feature = "app")]
mod effects;
#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::HomePage;
