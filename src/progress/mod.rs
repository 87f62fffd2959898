//! What a person or group has done and agreed, across features, by stable id. Pure.

mod agreement;
mod entry;

pub use agreement::{Agreement, FollowUp, Helped, Outcome, to_be_asked};
pub use entry::{EntryState, Search, SessionEntry};
