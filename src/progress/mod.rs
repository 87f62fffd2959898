//! What a person or group has done and agreed, across features, by stable id. Pure.

mod agreement;

pub use agreement::{Agreement, Outcome};
