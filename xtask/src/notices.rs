//! The third-party notices of a release: every crate that is compiled into the wasm, and every npm package
//! whose files or data are shipped, with its version, its licence and the text of it.
//!
//! Made from the lock files (through `cargo metadata` for the wasm target, and `package-lock.json`), so
//! that the list cannot fall behind. Crates that only run while building are left out: they are not shipped.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{self, output};
use crate::workers;

/// What is shipped of the npm packages; the others only run while building.
const NPM: [&str; 5] = [
    "@digdir/designsystemet-css",
    "@faker-js/faker",
    "@fontsource-variable/inter",
    "@fontsource-variable/literata",
    "@navikt/aksel-icons",
];

/// It begins with a byte order mark: a server may serve text without saying that it is UTF-8.
const HEAD: &str = "\u{feff}\
Refleks: third-party notices

Refleks is made with the work of others. Everything below is part of what your browser has fetched.
The Rust standard library is compiled in as well: MIT or Apache-2.0, The Rust Project Contributors.
";

/// Something that is shipped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    license: String,
    folder: PathBuf,
}

/// `cargo xtask notices`: prints them.
///
/// # Errors
/// As [`text`].
pub fn print() -> Result<(), String> {
    print!("{}", text(&command::root())?);
    Ok(())
}

/// Writes `notices.txt` into a release.
///
/// # Errors
/// As [`text`], or when the file cannot be written.
pub fn write(root: &Path, out: &Path) -> Result<(), String> {
    std::fs::write(out.join("notices.txt"), text(root)?).map_err(|error| format!("notices.txt: {error}"))
}

/// The notices as one text.
///
/// # Errors
/// When a lock file cannot be read or does not name a package that is shipped.
fn text(root: &Path) -> Result<String, String> {
    let mut parts = crates(&metadata(root)?)?;
    parts.extend(packages(root)?);
    Ok(told(&parts, &texts_of(&parts)))
}

fn metadata(root: &Path) -> Result<Value, String> {
    let mut cargo = command::cargo();
    cargo.current_dir(root).args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
    serde_json::from_str(&output(&mut cargo)?).map_err(|error| format!("cargo metadata: {error}"))
}

/// What is compiled to wasm and served: the app and its workers.
fn ours() -> impl Iterator<Item = &'static str> {
    std::iter::once("refleks").chain(workers::NAMES)
}

/// The crates that these are compiled from, without themselves.
fn crates(metadata: &Value) -> Result<BTreeSet<Part>, String> {
    let known: BTreeMap<&str, &Value> =
        list(metadata, "packages").map(|package| (word(package, "id"), package)).collect();
    let nodes: BTreeMap<&str, &Value> =
        list(&metadata["resolve"], "nodes").map(|node| (word(node, "id"), node)).collect();
    let mut open = Vec::new();
    for name in ours() {
        let package = known.values().find(|package| word(package, "name") == name);
        open.push(word(package.ok_or_else(|| format!("cargo metadata does not know {name}"))?, "id"));
    }
    let ours = open.clone();
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let (Some(package), Some(node)) = (known.get(id), nodes.get(id)) else { continue };
        if !seen.insert(id) || runs_while_building(package) {
            continue;
        }
        if !ours.contains(&id) {
            found.insert(part(package));
        }
        open.extend(list(node, "deps").filter(|dep| is_compiled_in(dep)).map(|dep| word(dep, "pkg")));
    }
    Ok(found)
}

fn runs_while_building(package: &Value) -> bool {
    list(package, "targets").any(|target| list(target, "kind").any(|kind| kind == "proc-macro"))
}

/// A dependency of kind `null` is an ordinary one; the others are for building and for tests.
fn is_compiled_in(dependency: &Value) -> bool {
    list(dependency, "dep_kinds").any(|kind| kind["kind"].is_null())
}

fn part(package: &Value) -> Part {
    let manifest = Path::new(word(package, "manifest_path"));
    Part {
        name: word(package, "name").to_owned(),
        version: word(package, "version").to_owned(),
        license: word(package, "license").to_owned(),
        folder: manifest.parent().unwrap_or(manifest).to_path_buf(),
    }
}

fn packages(root: &Path) -> Result<Vec<Part>, String> {
    let file = std::fs::read_to_string(root.join("package-lock.json"))
        .map_err(|e| format!("package-lock.json: {e}"))?;
    let lock: Value = serde_json::from_str(&file).map_err(|error| format!("package-lock.json: {error}"))?;
    let read = NPM.iter().map(|name| {
        let package = &lock["packages"][format!("node_modules/{name}")];
        if package.is_null() {
            return Err(format!(
                "package-lock.json does not hold {name}: correct the list in xtask/src/notices.rs"
            ));
        }
        Ok(Part {
            name: (*name).to_owned(),
            version: word(package, "version").to_owned(),
            license: word(package, "license").to_owned(),
            folder: root.join("node_modules").join(name),
        })
    });
    read.collect()
}

/// The licence texts, each once, with the parts that it belongs to.
fn texts_of(parts: &BTreeSet<Part>) -> BTreeMap<String, Vec<String>> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts {
        for file in license_files(&part.folder) {
            // A file that is no text has no words to show; its licence is named in the list.
            if let Ok(text) = std::fs::read_to_string(&file) {
                let text = text.replace("\r\n", "\n").trim().to_owned();
                texts.entry(text).or_default().push(format!("{} {}", part.name, part.version));
            }
        }
    }
    texts
}

fn license_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_license = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        path.is_file()
            && ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
                .iter()
                .any(|start| name.starts_with(start))
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_license).collect();
    files.sort();
    files
}

fn told(parts: &BTreeSet<Part>, texts: &BTreeMap<String, Vec<String>>) -> String {
    let mut out = String::from(HEAD);
    out.push('\n');
    for Part { name, version, license, .. } in parts {
        let license = if license.is_empty() { "see its text below" } else { license };
        let _ = writeln!(out, "{name} {version}: {license}");
    }
    let mut texts: Vec<_> = texts.iter().collect();
    texts.sort_by(|a, b| a.1.cmp(b.1));
    for (text, whose) in texts {
        let _ = write!(out, "\n{}\n{}\n\n{text}\n", "-".repeat(80), whose.join(", "));
    }
    out
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, kind: &str) -> Value {
        serde_json::json!({
            "id": name, "name": name, "version": "1.0.0", "license": "MIT",
            "manifest_path": format!("{name}/Cargo.toml"), "targets": [{ "kind": [kind] }],
        })
    }

    fn node(name: &str, deps: &[(&str, Option<&str>)]) -> Value {
        let deps = deps
            .iter()
            .map(|(name, kind)| serde_json::json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] }));
        serde_json::json!({ "id": name, "deps": deps.collect::<Vec<_>>() })
    }

    #[test]
    fn what_is_compiled_in_is_listed_and_what_only_builds_or_tests_is_not() {
        let names = [
            "refleks",
            "stretch",
            "qr",
            "serde",
            "inner",
            "cipher",
            "eye",
            "builder",
            "tester",
            "other-tool",
        ];
        let mut packages: Vec<Value> = names.iter().map(|name| package(name, "lib")).collect();
        packages.push(package("macros", "proc-macro"));
        let metadata = serde_json::json!({ "packages": packages, "resolve": { "nodes": [
            node("refleks", &[("serde", None), ("builder", Some("build")), ("tester", Some("dev"))]),
            node("stretch", &[("cipher", None), ("refleks", None)]), node("cipher", &[]),
            node("qr", &[("eye", None)]), node("eye", &[]),
            node("serde", &[("inner", None), ("macros", None)]),
            node("inner", &[]), node("builder", &[]), node("tester", &[]), node("macros", &[("other-tool", None)]),
        ] } });
        let names: Vec<String> = crates(&metadata).unwrap().into_iter().map(|part| part.name).collect();
        assert_eq!(names, ["cipher", "eye", "inner", "serde"]);
    }

    #[test]
    fn every_package_that_is_shipped_stands_in_the_lock_file_with_its_licence() {
        for part in packages(&command::root()).unwrap() {
            assert!(!part.version.is_empty() && !part.license.is_empty(), "{part:?}");
        }
    }

    #[test]
    fn a_licence_text_stands_once_with_everybody_that_it_belongs_to() {
        let parts = ["a", "b"].map(|name| Part {
            name: name.into(),
            version: "1.0.0".into(),
            license: "MIT".into(),
            folder: PathBuf::new(),
        });
        let texts =
            BTreeMap::from([("The text".to_owned(), vec!["a 1.0.0".to_owned(), "b 1.0.0".to_owned()])]);
        let told = told(&parts.into(), &texts);
        assert_eq!(told.matches("The text").count(), 1);
        assert!(told.contains("a 1.0.0, b 1.0.0"));
        assert!(told.contains("a 1.0.0: MIT"));
    }
}
