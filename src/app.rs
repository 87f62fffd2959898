//! Puts everything together.

/// Mounts the app in the page.
pub fn mount() {}
