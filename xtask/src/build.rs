//! `cargo xtask build` and `dev`: Trunk with the pinned tools, which calls back for `look` and `dist`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Background, path_with, root, step};
use crate::tools::{self, Need};
use crate::{look, split};

/// Which release is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// What people use, in `dist/`.
    Real,
    /// With a store that fails on demand, in `.build/dist-faults/`, for end-to-end tests only.
    Faults,
}

impl Release {
    /// Where it is built.
    pub fn folder(self, root: &Path) -> PathBuf {
        match self {
            Self::Real => root.join("dist"),
            Self::Faults => root.join(".build/dist-faults"),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Faults => "faults",
        }
    }

    const fn what(self) -> &'static str {
        match self {
            Self::Real => "release build (1–3 minutes cold, 1 minute after a change)",
            Self::Faults => "test build with a store that fails on demand (1–3 minutes cold)",
        }
    }
}

/// `cargo xtask build [--faults]`.
///
/// # Errors
/// On an unknown word, or when the build fails.
pub fn run(words: &[&str]) -> Result<(), String> {
    match words {
        [] => release(&root(), Release::Real),
        ["--faults"] => release(&root(), Release::Faults),
        _ => Err("usage: cargo xtask build [--faults]".into()),
    }
}

/// Builds a release.
///
/// # Errors
/// When a tool is missing or a step fails.
pub fn release(root: &Path, which: Release) -> Result<(), String> {
    step(which.what(), &mut building(root, which)?)
}

/// Builds a release beside whatever comes next: a linked program is made on one core.
///
/// # Errors
/// When a tool is missing or the build cannot be started.
pub fn beside(root: &Path, which: Release) -> Result<Background, String> {
    let mut trunk = building(root, which)?;
    // Both builds look whether it is there; only one of them may make it.
    look::build(root)?;
    Background::start(which.what(), &mut trunk, &root.join(format!(".build/{}.log", which.name())))
}

fn building(root: &Path, which: Release) -> Result<Command, String> {
    let path = prepared(root, which.name())?;
    let mut trunk = trunk(root, "build", path, which.name());
    trunk.args(["--release", "--offline", "true", "--dist"]).arg(which.folder(root));
    if which == Release::Faults {
        // With a folder of its own it neither waits for the other build nor takes its place.
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        trunk.args(["--features", "faults"]).env("CARGO_TARGET_DIR", target.join("faults"));
    }
    Ok(trunk)
}

/// `cargo xtask dev`: builds without optimising, serves, and reloads the page after every change.
///
/// # Errors
/// When a tool is missing or Trunk ends with an error.
pub fn develop(words: &[&str]) -> Result<(), String> {
    let root = root();
    let path = prepared(&root, "dev")?;
    let mut trunk = trunk(&root, "serve", path, "dev");
    trunk.args(["--offline", "true", "--dist"]).arg(root.join(".build/dist-dev")).args(words);
    step("development server (end it with Ctrl-C)", &mut trunk)
}

/// Installs what is missing, and gives the search path on which Trunk and its hooks find everything.
fn prepared(root: &Path, build: &str) -> Result<OsString, String> {
    let mut folders = tools::ensure(root, Need::Build)?;
    look::packages(root)?;
    // First, so that Trunk finds it in the place of wasm-bindgen.
    folders.insert(0, split::stand_in(root, build)?);
    folders.push(root.join("node_modules/.bin"));
    // Trunk calls `xtask` back: this very program, so that cargo is not started inside Trunk.
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    folders.extend(own.parent().map(Path::to_path_buf));
    path_with(&folders)
}

fn trunk(root: &Path, verb: &str, path: OsString, build: &str) -> Command {
    let mut command = Command::new("trunk");
    command.arg(verb).current_dir(root).env("PATH", path).env("TRUNK_SKIP_VERSION_CHECK", "true");
    command.env(split::BUILD, build);
    // RUSTFLAGS would replace the flags of .cargo/config.toml, and Trunk 0.21 stops on NO_COLOR=1.
    command.env_remove("RUSTFLAGS").env_remove("NO_COLOR");
    command
}
