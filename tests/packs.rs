//! Own content: a pack comes back as it was written, keeps the rules, is joined without duplicates; and a file that
//! is no right pack is refused, with the line and the reason, and without a trace.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "packs/fuzz.rs"]
mod fuzz;
#[path = "packs/hostile.rs"]
mod hostile;
#[path = "packs/life.rs"]
mod life;
#[path = "packs/support.rs"]
mod support;
#[path = "packs/told.rs"]
mod told;
