//! `cargo xtask privacy`: reads lines, prints what the privacy guard finds in each; and compiles the
//! list of names that the guard reads. It decides nothing about what is a name: that is the guard's.

use refleks::ethics::privacy::{self, Names};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The script that takes the names out of the npm package.
const SCRIPT: &str = include_str!("../../src/ethics/privacy/data/names.mjs");
/// Names that the npm package lacks, from other packages.
const NORWEGIAN: &str = include_str!("../../src/ethics/privacy/data/norwegian.txt");
/// Whose names these are, for the third-party notices: package, licence, holder.
#[allow(dead_code, reason = "the third-party notices read it")]
pub const CREDITS: &[(&str, &str, &str)] = &[
    ("@faker-js/faker (npm)", "MIT", "Faker contributors 2022-2025; Marak Squires 2011-2020"),
    ("mimesis (PyPI), Norwegian names", "MIT", "Isaak Uchakaev (Likid Geimfari) 2016-present"),
    ("Faker (PyPI), Norwegian names", "MIT", "Daniele Faraglia 2012"),
];

/// Carries out `cargo xtask privacy` with the words behind it.
pub fn run(words: &[&str]) -> ExitCode {
    let root = root();
    let done = match words {
        [] => names(&root).and_then(|names| answer(&names).map_err(|error| error.to_string())),
        ["names", out] => compile(&root, Path::new(out)).map(|file| println!("{}", file.unwrap_or_default())),
        _ => Err("cargo xtask privacy [names <folder>]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// One JSON line for each line of standard input.
fn answer(names: &Names) -> std::io::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return output.flush();
        }
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end_matches(['\n', '\r']);
        serde_json::to_writer(&mut output, &Line::read(line, names))?;
        output.write_all(b"\n")?;
        output.flush()?;
    }
}

#[derive(Serialize)]
struct Line<'t> {
    found: Vec<Found<'t>>,
}

#[derive(Serialize)]
struct Found<'t> {
    kind: privacy::Kind,
    text: &'t str,
}

impl<'t> Line<'t> {
    fn read(line: &'t str, names: &Names) -> Self {
        let found = privacy::find(line, names);
        Self { found: found.iter().map(|one| Found { kind: one.kind, text: one.text(line) }).collect() }
    }
}

/// The names as the product has them, compiled once for each version of what they are made from.
/// The names that the guard knows, made once for each state of the sources.
///
/// # Errors
/// As [`compile`].
pub fn names(root: &Path) -> Result<Names, String> {
    let folder = root.join(".build").join("privacy");
    let cached = folder.join(format!("{}.json", source_hash(root)?));
    let json = match std::fs::read_to_string(&cached) {
        Ok(json) => json,
        Err(_) => {
            let json = json(root)?;
            write(&cached, &json)?;
            json
        }
    };
    Names::from_json(&json).map_err(|error| error.to_string())
}

/// Compiles the lists into `names.<hash>.json` in `out` and returns the name of the file. `None` is for
/// a product without lists, which this is not.
///
/// # Errors
/// When the npm packages are not installed, Node cannot run, or the file cannot be written.
pub fn compile(root: &Path, out: &Path) -> Result<Option<String>, String> {
    let json = json(root)?;
    let file = format!("names.{}.json", hash(&[json.as_bytes()]));
    write(&out.join(&file), &json)?;
    Ok(Some(file))
}

fn write(path: &Path, json: &str) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    std::fs::write(path, json).map_err(told)
}

fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn source_hash(root: &Path) -> Result<String, String> {
    let package = root.join("node_modules/@faker-js/faker/package.json");
    let version = std::fs::read(&package)
        .map_err(|error| format!("{}: {error}. Run npm ci first.", package.display()))?;
    Ok(hash(&[&version, SCRIPT.as_bytes(), NORWEGIAN.as_bytes()]))
}

#[derive(Deserialize, Default)]
struct Lists {
    given: Vec<String>,
    family: Vec<String>,
}

fn json(root: &Path) -> Result<String, String> {
    source_hash(root)?;
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", SCRIPT])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cannot run node: {error}"))?;
    if !output.status.success() {
        return Err(format!("node: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let mut lists: Lists = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    add_norwegian(&mut lists);
    let given = listed(&lists.given);
    let family: BTreeSet<&str> = listed(&lists.family).difference(&given).copied().collect();
    let (given, family): (Vec<_>, Vec<_>) = (given.into_iter().collect(), family.into_iter().collect());
    Names::from_lists(&given, &family).to_json().map_err(|error| error.to_string())
}

fn add_norwegian(lists: &mut Lists) {
    let mut into: Option<&mut Vec<String>> = None;
    for line in NORWEGIAN.lines().filter(|line| !line.starts_with('#')) {
        let names = match line.split_once(':') {
            Some(("given", names)) => {
                into = Some(&mut lists.given);
                names
            }
            Some(("family", names)) => {
                into = Some(&mut lists.family);
                names
            }
            _ => line,
        };
        if let Some(list) = into.as_deref_mut() {
            list.extend(names.split_whitespace().flat_map(|name| name.split('-')).map(str::to_owned));
        }
    }
}

/// The names that a list has to hold, without what is no word in Latin letters.
fn listed(names: &[String]) -> BTreeSet<&str> {
    names
        .iter()
        .map(String::as_str)
        .filter(|name| {
            let folded = privacy::folded(name);
            let latin = folded.chars().all(|letter| matches!(letter, 'a'..='z' | 'æ' | 'ø' | 'å'));
            latin && folded.chars().count() >= 2 && privacy::needs_listing(&folded)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Names, names, root};
    use refleks::ethics::privacy::{self, Kind};
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Deserialize)]
    struct Sentence {
        lang: String,
        text: String,
        found: Vec<Planted>,
    }

    #[derive(Deserialize)]
    struct Planted {
        kind: Kind,
        text: String,
    }

    fn corpus(half: &str) -> Vec<Sentence> {
        let path = root().join("tests/fixtures/privacy").join(half).with_extension("jsonl");
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Found and planted for each kind; a planted identifier is found when a finding of its kind holds it.
    fn recall(sentences: &[Sentence], names: &Names) -> BTreeMap<&'static str, (usize, usize)> {
        let mut figures = BTreeMap::new();
        for sentence in sentences {
            let found = privacy::find(&sentence.text, names);
            for planted in &sentence.found {
                let hit = found
                    .iter()
                    .any(|one| one.kind == planted.kind && one.text(&sentence.text).contains(&planted.text));
                let (hits, all) = figures.entry(planted.kind.key()).or_insert((0, 0));
                *hits += usize::from(hit);
                *all += 1;
            }
        }
        figures
    }

    fn check(half: &str) {
        let names = names(&root()).unwrap();
        let sentences = corpus(half);
        let innocent: Vec<_> = sentences.iter().filter(|sentence| sentence.found.is_empty()).collect();
        let flagged =
            innocent.iter().filter(|sentence| !privacy::find(&sentence.text, &names).is_empty()).count();
        let figures = recall(&sentences, &names);
        println!("{half}: {figures:?}, {flagged} of {} innocent sentences flagged", innocent.len());
        assert_eq!(figures.len(), Kind::ALL.len(), "every kind is planted");
        for (kind, (hits, all)) in figures {
            let least = if kind == "name" { 0.95 } else { 1.0 };
            assert!(hits as f64 >= all as f64 * least, "{half}: {kind} {hits} of {all}");
        }
        assert!(flagged * 30 <= innocent.len(), "{half}: {flagged} of {} innocent flagged", innocent.len());
    }

    #[test]
    fn the_half_the_rules_were_tuned_on_is_found_and_the_innocent_left_alone() {
        check("tune");
    }

    #[test]
    fn the_half_held_out_is_found_and_the_innocent_left_alone() {
        check("held_out");
    }

    #[test]
    fn the_corpus_has_three_hundred_of_each_in_three_languages() {
        let all: Vec<Sentence> = corpus("tune").into_iter().chain(corpus("held_out")).collect();
        let planted = all.iter().filter(|sentence| !sentence.found.is_empty()).count();
        assert!(planted >= 300 && all.len() - planted >= 300, "{planted} planted of {}", all.len());
        for language in ["nb", "nn", "en"] {
            assert!(all.iter().filter(|sentence| sentence.lang == language).count() >= 100, "{language}");
        }
    }

    #[test]
    fn the_compiled_list_is_small_enough_to_fetch() {
        let json = super::json(&root()).unwrap();
        assert!(json.len() < 55_000, "{} bytes", json.len());
    }
}
