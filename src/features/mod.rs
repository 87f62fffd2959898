//! One folder per thing a user can do. No feature uses another.

pub mod cards;
pub mod home;
pub mod learning;
pub mod library;
pub mod profiles;
pub mod reflection;
pub mod settings;
pub mod shelf;
pub mod simulation;
pub mod workshop;
