//! `cargo xtask test`: everything that has to hold, from a fresh clone. `.ci/run` calls this and no more.

use std::time::Instant;

use crate::build::{self, Release};
use crate::command::{Tally, root};
use crate::tools::{self, Need};
use crate::{check, e2e, size};

/// `cargo xtask test`.
///
/// # Errors
/// With the first thing that does not hold.
pub fn run(words: &[&str]) -> Result<(), String> {
    if !words.is_empty() {
        return Err("usage: cargo xtask test (words for the browser tests go to `cargo xtask e2e`)".into());
    }
    let root = root();
    let started = Instant::now();
    tools::ensure(&root, Need::Test)?;
    let faults = build::beside(&root, Release::Faults)?;
    let native = check::all()?;
    build::release(&root, Release::Real)?;
    size::run(&[])?;
    faults.wait()?;
    let browsers = e2e::all(&[])?;
    let all: Tally = native.and(browsers);
    println!("\nAll of it took {} s.\n{all}", started.elapsed().as_secs());
    Ok(())
}
