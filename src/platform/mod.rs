//! The browser, apart from its storage.

pub mod clock;
pub mod download;
pub mod locks;
pub mod persistence;
