//! The browser, apart from its storage.

pub mod address;
pub mod assets;
pub mod awake;
pub mod camera;
pub mod chance;
pub mod channel;
pub mod clock;
pub mod device;
pub mod document;
pub mod download;
pub mod locks;
pub mod offline;
pub mod persistence;
pub mod qr;
pub mod speech;
pub mod stretch;
pub mod touch;
pub mod upload;
pub mod worker;
