//! `cargo xtask size`: what the first load of the built release weighs, held against `budgets.toml`.
//!
//! It weighs what lies in `dist/`, packed as a server sends it. What a browser really asks for is counted
//! by the end-to-end tests.

use std::path::Path;

use crate::budgets::{self, SizeBudget};
use crate::command;
use crate::dist::assets::Assets;
use crate::dist::{page, precache};

mod shares;

/// What cargo made for the release, with its names.
const NAMED: &str = "target/wasm32-unknown-unknown/release/refleks.wasm";

/// What was found in a release, in bytes as sent.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Weight {
    code: u64,
    parts: u64,
    text_font: u64,
    inline_style: u64,
    /// The language whose first load is the heaviest, with its files.
    language: String,
    files: Vec<(String, u64)>,
}

impl Weight {
    fn first_load(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| bytes).sum()
    }
}

/// One line of the table.
struct Line {
    what: &'static str,
    found: u64,
    limit: u64,
}

/// `cargo xtask size`.
///
/// # Errors
/// When there is no release, or it is over a limit.
pub fn run(words: &[&str]) -> Result<(), String> {
    if !words.is_empty() {
        return Err("usage: cargo xtask size".into());
    }
    let root = command::root();
    let budget = budgets::size(&root)?;
    let weight = weigh(&root.join("dist"))?;
    print_files(&weight);
    let lines = lines(&weight, budget);
    for Line { what, found, limit } in &lines {
        let verdict = if found <= limit { "ok" } else { "TOO MUCH" };
        println!("{what:<34} {found:>9} of {limit:>9}  {verdict}");
    }
    println!("{:<34} {:>9} of {:>9}  aim", "wasm and glue, brotli", weight.code, budget.wasm_and_glue_aim);
    print_shares(&root.join(NAMED));
    let over: Vec<&str> = lines.iter().filter(|line| line.found > line.limit).map(|line| line.what).collect();
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join("; "))) }
}

fn lines(weight: &Weight, budget: SizeBudget) -> [Line; 6] {
    [
        Line { what: "wasm and glue, brotli", found: weight.code, limit: budget.wasm_and_glue },
        Line { what: "parts that come later, brotli", found: weight.parts, limit: budget.parts },
        Line { what: "first load, brotli", found: weight.first_load(), limit: budget.first_load },
        Line { what: "text font", found: weight.text_font, limit: budget.text_font },
        Line { what: "requests", found: weight.files.len() as u64, limit: budget.requests },
        Line { what: "inline style, not packed", found: weight.inline_style, limit: budget.inline_style },
    ]
}

fn print_files(weight: &Weight) {
    println!("First load in {}:", weight.language);
    for (file, bytes) in &weight.files {
        println!("  {bytes:>9}  {file}");
    }
    println!();
}

/// The shares are for whoever looks for what is heavy: without them the budget still holds.
fn print_shares(wasm: &Path) {
    let shares =
        std::fs::read(wasm).map_err(|error| error.to_string()).and_then(|bytes| shares::shares(&bytes));
    match shares {
        Ok(shares) => {
            let all: u64 = shares.iter().map(|(_, bytes)| bytes).sum();
            println!("\nThe code by part, before wasm-opt and not packed ({all} bytes):");
            for (part, bytes) in shares {
                println!("  {bytes:>9} {:>3} %  {part}", bytes * 100 / all.max(1));
            }
        }
        Err(why) => println!("\nNo shares: {NAMED}: {why}"),
    }
    println!();
}

fn weigh(dist: &Path) -> Result<Weight, String> {
    let html = std::fs::read_to_string(dist.join("index.html"))
        .map_err(|error| format!("no release in dist/ ({error}): cargo xtask build"))?;
    let assets = page::assets_in(&html)?;
    let mut shell = Vec::new();
    let parts = assets.parts.iter().map(|part| sent(dist, part)).sum::<Result<u64, _>>()?;
    for entry in precache::entries(dist, &assets.files_of("core"))?.into_iter().filter(|entry| entry.shell) {
        if assets.parts.contains(&entry.url) {
            continue;
        }
        let path = if entry.url == "./" { "index.html".to_owned() } else { entry.url };
        let bytes = sent(dist, &path)?;
        shell.push((path, bytes));
    }
    Ok(Weight { parts, ..weighed(&assets, page::inline_style(&html)?, &shell) })
}

fn weighed(assets: &Assets, style: &str, shell: &[(String, u64)]) -> Weight {
    let sum = |wanted: &dyn Fn(&str) -> bool| {
        shell.iter().filter(|(path, _)| wanted(path)).map(|(_, bytes)| bytes).sum::<u64>()
    };
    let heaviest = assets
        .words
        .keys()
        .map(|language| (language.clone(), of_language(assets, language, shell)))
        .max_by_key(|(_, files)| files.iter().map(|(_, bytes)| bytes).sum::<u64>());
    let (language, files) = heaviest.unwrap_or_default();
    Weight {
        code: sum(&is_code),
        text_font: sum(&|path| path.starts_with("fonts/")),
        inline_style: style.len() as u64,
        language,
        files,
        ..Weight::default()
    }
}

/// What Rust became: the wasm, the script around it, and script that crates bring along.
fn is_code(path: &str) -> bool {
    path.ends_with(".wasm")
        || path.starts_with("snippets/")
        || (path.starts_with("refleks.") && path.ends_with(".js"))
}

/// The shell without the files that belong to another language.
fn of_language(assets: &Assets, language: &str, shell: &[(String, u64)]) -> Vec<(String, u64)> {
    let core = assets.pack("core");
    let others: Vec<&String> = assets
        .words
        .iter()
        .chain(&assets.words_of_rooms)
        .chain(&core)
        .filter(|(other, _)| *other != language && assets.words.contains_key(*other))
        .map(|(_, file)| file)
        .collect();
    shell.iter().filter(|(path, _)| !others.contains(&path)).cloned().collect()
}

/// How long a file is as it is sent: its brotli copy where there is one.
fn sent(dist: &Path, path: &str) -> Result<u64, String> {
    let length = |name: &str| std::fs::metadata(dist.join(name)).map(|about| about.len());
    length(&format!("{path}.br")).or_else(|_| length(path)).map_err(|error| format!("{path}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> Assets {
        Assets {
            words: [("nb", "words-nb.1.json"), ("en", "words-en.1.json")]
                .map(|(l, f)| (l.into(), f.into()))
                .into(),
            packs: serde_json::json!({"core": {"nb": "core-nb.1.json", "en": "core-en.1.json"}}),
            ..Assets::default()
        }
    }

    fn shell() -> Vec<(String, u64)> {
        [
            ("index.html", 1),
            ("boot.1.js", 2),
            ("refleks.1.js", 10),
            ("refleks_bg.1.wasm", 100),
            ("fonts/inter.1.woff2", 40),
            ("words-nb.1.json", 5),
            ("words-en.1.json", 6),
            ("core-nb.1.json", 30),
            ("core-en.1.json", 20),
        ]
        .map(|(path, bytes)| (path.to_owned(), bytes))
        .into()
    }

    #[test]
    fn the_first_load_is_that_of_the_heaviest_language_alone() {
        let weight = weighed(&assets(), "p{}", &shell());
        assert_eq!(weight.language, "nb");
        assert_eq!(weight.first_load(), 1 + 2 + 10 + 100 + 40 + 5 + 30);
        assert_eq!(weight.files.len(), 7);
        assert_eq!((weight.code, weight.text_font, weight.inline_style), (110, 40, 3));
    }

    #[test]
    fn a_limit_is_the_last_that_is_allowed() {
        let weight = weighed(&assets(), "p{}", &shell());
        let mut budget = SizeBudget {
            wasm_and_glue: 110,
            wasm_and_glue_aim: 1,
            parts: 0,
            first_load: 188,
            text_font: 40,
            requests: 7,
            inline_style: 3,
        };
        let over = |budget| lines(&weight, budget).iter().filter(|line| line.found > line.limit).count();
        assert_eq!(over(budget), 0);
        budget.first_load -= 1;
        budget.requests -= 1;
        assert_eq!(over(budget), 2);
    }
}
