//! One folder per thing a user can do. No feature uses another.

pub mod home;
pub mod reflection;
pub mod settings;
pub mod shelf;
