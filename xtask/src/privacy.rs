//! `cargo xtask privacy`.

use std::path::Path;
use std::process::ExitCode;

/// Carries out `cargo xtask privacy` with the words behind it.
pub fn run(_words: &[&str]) -> ExitCode {
    ExitCode::FAILURE
}

/// Writes the names for the privacy guard into `out`, and gives the file's name.
///
/// # Errors
/// Never yet.
pub fn compile(_root: &Path, _out: &Path) -> Result<Option<String>, String> {
    Ok(None)
}
