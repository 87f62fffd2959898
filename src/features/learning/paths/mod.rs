//! Kompetansepakker: what is to be done and when, what was done, and the paper that shows it. No blame, no ranking.

pub mod csv;
pub mod log;
pub mod plan;
pub mod standard;
