//! The list of files for offline use, the version of a release, and the service worker that holds both.

use std::path::Path;

use super::{address, files_below, hash};

/// A worker that removes itself and what it kept: for development, and as a way back (docs/deploy.md).
pub const LEAVING_WORKER: &str = "\
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('refleks-app-')) await caches.delete(name);
  await self.registration.unregister();
})()));
";

/// A file that the app needs when there is no network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it lies, relative to the page. The page itself is `./`.
    pub url: String,
    /// Its SHA-256 in hex.
    pub sha256: String,
    /// Whether the app cannot start without it. The worker installs these or nothing.
    pub shell: bool,
}

/// Every file of a release that is kept for offline use, ordered by address. `core` names the files of
/// the content pack without which no screen is whole.
///
/// # Errors
/// When a file cannot be read.
pub fn entries(out: &Path, core: &[String]) -> Result<Vec<Entry>, String> {
    let mut files = Vec::new();
    files_below(out, &mut files)?;
    let mut list = Vec::new();
    for file in files {
        let path = address(out, &file);
        if !is_kept(&path) {
            continue;
        }
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let shell = is_shell(&path, core);
        let url = if path == "index.html" { "./".into() } else { path };
        list.push(Entry { url, sha256: hash::hex(&bytes), shell });
    }
    list.sort_by(|a, b| a.url.cmp(&b.url));
    Ok(list)
}

/// The worker cannot keep itself, and packed copies are the server's business.
fn is_kept(path: &str) -> bool {
    path != "sw.js" && !path.ends_with(".br") && !path.ends_with(".gz")
}

/// Whether the app needs a file to start in any of its languages.
fn is_shell(path: &str, core: &[String]) -> bool {
    let code = [".html", ".js", ".css", ".wasm"].iter().any(|ending| path.ends_with(ending));
    let words = path.starts_with("words-");
    let text_font = path.starts_with("fonts/inter.");
    code || words || text_font || path == "icons.svg" || core.iter().any(|file| file == path)
}

/// The version of a release: one word made of every file and of the page without its version.
pub fn version(entries: &[Entry], page: &str) -> String {
    let mut all = String::new();
    for entry in entries {
        all.push_str(&format!("{} {}\n", entry.url, entry.sha256));
    }
    all.push_str(page);
    hash::short(all.as_bytes())
}

/// The service worker, made of its template.
///
/// # Errors
/// When a place to fill in is not in the template.
pub fn worker(template: &str, version: &str, entries: &[Entry]) -> Result<String, String> {
    let group = |shell: bool| {
        let pairs: Vec<_> =
            entries.iter().filter(|e| e.shell == shell).map(|e| (&e.url, &e.sha256)).collect();
        serde_json::to_string_pretty(&pairs).map_err(|error| error.to_string())
    };
    let fill = |text: String, place: &str, with: &str| {
        if text.matches(place).count() == 1 {
            Ok(text.replacen(place, with, 1))
        } else {
            Err(format!("sw.js must have this exactly once: {place}"))
        }
    };
    let text = fill(template.to_owned(), "'{version}'", &format!("'{version}'"))?;
    let text = fill(text, "['{shell}']", &group(true)?)?;
    fill(text, "['{rest}']", &group(false)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(url: &str, sha256: &str, shell: bool) -> Entry {
        Entry { url: url.into(), sha256: sha256.into(), shell }
    }

    #[test]
    fn the_shell_is_what_no_screen_can_do_without() {
        let core = ["core-nb.1.json".to_owned()];
        for (path, shell) in [
            ("index.html", true),
            ("boot.1.js", true),
            ("refleks.1.wasm", true),
            ("snippets/x/inline0.js", true),
            ("refleks.1.css", true),
            ("words-nn.1.json", true),
            ("core-nb.1.json", true),
            ("icons.svg", true),
            ("fonts/inter.1.woff2", true),
            ("fonts/inter-sami.1.woff2", false),
            ("fonts/literata.1.woff2", false),
            ("library-nb.1.json", false),
            ("names.1.json", false),
            ("icons/icon-192.png", false),
            ("manifest.webmanifest", false),
        ] {
            assert_eq!(is_shell(path, &core), shell, "{path}");
        }
    }

    #[test]
    fn neither_the_worker_nor_packed_copies_are_on_the_list() {
        let out = std::env::temp_dir().join(format!("refleks-list-{}", std::process::id()));
        std::fs::create_dir_all(out.join("icons")).unwrap();
        for name in ["index.html", "index.html.br", "boot.js", "boot.js.gz", "sw.js", "icons/a.png"] {
            std::fs::write(out.join(name), name).unwrap();
        }
        let urls: Vec<String> = entries(&out, &[]).unwrap().into_iter().map(|entry| entry.url).collect();
        std::fs::remove_dir_all(&out).unwrap();
        assert_eq!(urls, ["./", "boot.js", "icons/a.png"]);
    }

    #[test]
    fn any_changed_file_and_any_change_of_the_page_makes_another_version() {
        let list = [entry("a", "1", true), entry("b", "2", false)];
        let first = version(&list, "page");
        assert_eq!(first, version(&list, "page"));
        assert_ne!(first, version(&list, "other page"));
        assert_ne!(first, version(&[entry("a", "1", true), entry("b", "3", false)], "page"));
        assert_ne!(first, version(&list[..1], "page"));
    }

    #[test]
    fn the_template_takes_a_version_and_both_groups() {
        let template = std::fs::read_to_string(crate::command::root().join("sw.js")).unwrap();
        let made = worker(&template, "abc", &[entry("./", "1", true), entry("x.png", "2", false)]).unwrap();
        for part in ["'abc'", "\"./\"", "\"x.png\""] {
            assert!(made.contains(part), "{part}");
        }
        assert!(!made.contains("'{"));
        assert!(worker("nothing to fill in", "abc", &[]).is_err());
    }
}
