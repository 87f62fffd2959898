//! `cargo xtask e2e` and `bench`: real browsers on the built release. The tests live in `tests/e2e`.
//!
//! The tests get where things are in their environment: `REFLEKS_DIST` (the release),
//! `REFLEKS_DIST_FAULTS` (the test build, when there is one), `REFLEKS_XTASK` (this program), and drivers
//! on the search path.

use std::process::Command;

use crate::build::Release;
use crate::command::{Tally, cargo, path_with, root, tests};
use crate::look;
use crate::tools::{self, Need};

/// `cargo xtask e2e [words for the tests]`.
///
/// # Errors
/// When a browser is missing, nothing is built, or a test fails.
pub fn run(words: &[&str]) -> Result<(), String> {
    all(words).map(|tally| println!("{tally}"))
}

/// `cargo xtask bench`: the same browsers with a stopwatch, held against `budgets.toml`.
///
/// # Errors
/// When a browser is missing, nothing is built, or a figure is over its limit.
pub fn bench(words: &[&str]) -> Result<(), String> {
    let mut command = command()?;
    command.args(["run", "--package", "e2e", "--bin", "bench", "--"]).args(words);
    crate::command::step("measuring in real browsers (some minutes)", &mut command)
}

/// Runs the browser tests.
///
/// # Errors
/// When a browser is missing, nothing is built, or a test fails.
pub fn all(words: &[&str]) -> Result<Tally, String> {
    let mut command = command()?;
    command.args(["test", "--package", "e2e", "--"]).args(words);
    tests("real browsers (some minutes)", &mut command)
}

fn command() -> Result<Command, String> {
    let root = root();
    let path = path_with(&tools::ensure(&root, Need::Test)?)?;
    look::packages(&root)?;
    let dist = Release::Real.folder(&root);
    let faults = Release::Faults.folder(&root);
    if !dist.join("index.html").is_file() {
        return Err("nothing is built yet: cargo xtask build".into());
    }
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = cargo();
    command.current_dir(&root).env("PATH", path).env("REFLEKS_DIST", dist).env("REFLEKS_XTASK", own);
    if faults.join("index.html").is_file() {
        command.env("REFLEKS_DIST_FAULTS", faults);
    }
    Ok(command)
}
