//! What comes from npm: the packages themselves, and the look that `style/build.mjs` makes of them.
//!
//! Both are done again only when what they are made of has changed. Stamps and results lie in `.build/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::step;
use crate::dist::hash;

/// The folder that `style/build.mjs` writes into.
pub fn folder(root: &Path) -> PathBuf {
    root.join(".build/look")
}

/// Installs the locked npm packages when they are not there or the lock file has changed.
///
/// # Errors
/// When the lock file cannot be read or npm fails.
pub fn packages(root: &Path) -> Result<(), String> {
    let lock = root.join("package-lock.json");
    let bytes = std::fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let stamp = Stamp::new(root, "npm", hash::hex(&bytes));
    if stamp.is_fresh() && root.join("node_modules").is_dir() {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    step(
        "npm packages (half a minute)",
        Command::new(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(root),
    )?;
    stamp.set()
}

/// Makes stylesheet, fonts and icons, when the style or the npm packages have changed.
///
/// # Errors
/// When a source cannot be read or the script fails.
pub fn build(root: &Path) -> Result<(), String> {
    packages(root)?;
    let out = folder(root);
    let stamp = Stamp::new(root, "look", sources(root)?);
    if stamp.is_fresh() && ["refleks.css", "rooms.css"].iter().all(|name| out.join(name).is_file()) {
        return Ok(());
    }
    remove_folder(&out)?;
    std::fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    step("the look (some seconds)", Command::new("node").arg("style/build.mjs").arg(&out).current_dir(root))?;
    stamp.set()
}

/// One word for all that the look is made of.
fn sources(root: &Path) -> Result<String, String> {
    let mut files = vec![root.join("package-lock.json")];
    crate::dist::files_below(&root.join("style"), &mut files)?;
    files.sort();
    let mut all = String::new();
    for file in &files {
        let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(file);
        all.push_str(&format!("{} {}\n", name.display(), hash::hex(&bytes)));
    }
    Ok(hash::hex(all.as_bytes()))
}

/// Removes a folder with all in it; a folder that is not there is fine.
pub fn remove_folder(folder: &Path) -> Result<(), String> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Remembers what a result was made of.
struct Stamp {
    file: PathBuf,
    word: String,
}

impl Stamp {
    fn new(root: &Path, name: &str, word: String) -> Self {
        Self { file: root.join(".build").join(format!("{name}.stamp")), word }
    }

    fn is_fresh(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|word| word == self.word)
    }

    fn set(&self) -> Result<(), String> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&self.file, &self.word))
            .map_err(|error| format!("{}: {error}", self.file.display()))
    }
}
