//! Packed copies (`.br`, `.gz`) of what packs well, made by Node, which has both methods built in.

use std::path::Path;
use std::process::Command;

use crate::command::step;

/// Writes the packed copies beside the files.
pub(super) fn all(root: &Path, out: &Path) -> Result<(), String> {
    step("packed copies (some seconds)", Command::new("node").arg(root.join("xtask/compress.mjs")).arg(out))
}
