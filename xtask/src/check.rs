//! `cargo xtask check`: all that can be held without a browser.

use std::process::{Command, ExitCode};

use crate::command::{Tally, cargo, root, step, tests};
use crate::content;
use crate::look;
use crate::tools::{self, Need};
use crate::workers;

/// `cargo xtask check`.
///
/// # Errors
/// With the first thing that does not hold.
pub fn run(words: &[&str]) -> Result<(), String> {
    if !words.is_empty() {
        return Err("usage: cargo xtask check".into());
    }
    tools::ensure(&root(), Need::Build)?;
    all().map(|tally| println!("{tally}"))
}

/// Everything in order, and how many tests passed.
///
/// # Errors
/// With the first thing that does not hold.
pub fn all() -> Result<Tally, String> {
    look::packages(&root())?;
    step("formatting", in_root(&["fmt", "--all", "--check"]).arg("--quiet"))?;
    let lints: [(&str, &[&str]); 5] = [
        (
            "lints: pure modules",
            &["-p", "refleks", "--no-default-features", "--features", "author", "--all-targets"],
        ),
        ("lints: everything, on this machine", &["--workspace", "--all-targets"]),
        ("lints: https server", &["-p", "xtask", "--features", "lan"]),
        ("lints: app in the browser", &["-p", "refleks", "--target", "wasm32-unknown-unknown"]),
        (
            "lints: test build in the browser",
            &["-p", "refleks", "--target", "wasm32-unknown-unknown", "--features", "faults"],
        ),
    ];
    for (what, words) in lints {
        step(what, in_root(&["clippy", "--quiet"]).args(words).args(["--", "-D", "warnings"]))?;
    }
    let native = ["test", "--package", "refleks", "--features", "author", "--no-fail-fast"];
    let app = tests("native tests", &mut in_root(&native))?;
    let own =
        tests("tests of the tools", &mut in_root(&["test", "--package", "xtask", "--features", "lan"]))?;
    let workers = workers::NAMES.iter().flat_map(|name| ["--package", name]);
    let workers = tests("tests of the workers", in_root(&["test"]).args(workers))?;
    println!("→ content");
    if content::run(&["check"]) != ExitCode::SUCCESS {
        return Err("the content does not hold: see above".into());
    }
    Ok(app.and(own).and(workers))
}

fn in_root(words: &[&str]) -> Command {
    let mut command = cargo();
    command.args(words).current_dir(root());
    command
}
