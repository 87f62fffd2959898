//! The next version of the built app, as a host would publish it: the same files but for one changed text, under
//! the names, the list and the version that belong to it.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::{Outcome, ensure};

/// A release in a folder of its own, which goes with the value.
#[derive(Debug)]
pub struct Release {
    folder: TempDir,
}

impl Release {
    /// A copy of a release in which one text of the app's words in a language is another one.
    ///
    /// # Errors
    /// When the folder is no release, or the text is not in it exactly once.
    pub fn with_other_words(release: &Path, language: &str, from: &str, to: &str) -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("e2e-release-").tempdir()?;
        copy(release, folder.path())?;
        let next = Self { folder };
        next.change_words(language, from, to)?;
        Ok(next)
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn change_words(&self, language: &str, from: &str, to: &str) -> Outcome {
        let mut found = None;
        for called in [format!("words-{language}"), format!("words-rooms-{language}")] {
            let old = self.name_of(&format!("{called}."))?;
            let words = self.read(&old)?;
            if words.matches(from).count() == 1 {
                found = Some((called, old, words));
            }
        }
        let (called, old, words) =
            found.ok_or_else(|| format!("«{from}» is not once in the words of {language}"))?;
        let changed = words.replace(from, to);
        let new = format!("{called}.{}.json", short(&changed));
        self.take(&old)?;
        std::fs::write(self.path(&new), &changed)?;

        let (page, worker) = (self.read("index.html")?, self.read("sw.js")?);
        let version = worker
            .split_once("const VERSION = '")
            .and_then(|(_, rest)| rest.split_once('\''))
            .map(|(version, _)| version.to_owned())
            .ok_or("sw.js names no version")?;
        let next = short(&format!("{version} {changed}"));
        let new_page = page.replace(&old, &new).replace(&version, &next);
        let new_worker = worker
            .replace(&old, &new)
            .replace(&hex(&words), &hex(&changed))
            .replace(&hex(&page), &hex(&new_page))
            .replace(&version, &next);
        ensure(new_worker.contains(&hex(&new_page)), || "sw.js does not list the page".to_owned())?;
        for (name, text) in [("index.html", new_page), ("sw.js", new_worker)] {
            self.take(name)?;
            std::fs::write(self.path(name), text)?;
        }
        Ok(())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> Outcome<String> {
        Ok(std::fs::read_to_string(self.path(name))?)
    }

    fn name_of(&self, beginning: &str) -> Outcome<String> {
        let names = std::fs::read_dir(self.folder.path())?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut fitting = names.filter(|name| name.starts_with(beginning) && name.ends_with(".json"));
        Ok(fitting.next().ok_or_else(|| format!("no {beginning}*.json"))?)
    }

    /// Removes a file and its packed copies.
    fn take(&self, name: &str) -> Outcome {
        std::fs::remove_file(self.path(name))?;
        for packed in ["br", "gz"].map(|ending| self.path(&format!("{name}.{ending}"))) {
            if packed.is_file() {
                std::fs::remove_file(packed)?;
            }
        }
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As many digits as stand in a file's name.
fn short(text: &str) -> String {
    hex(text).chars().take(16).collect()
}
