//! `cargo xtask content check|stats|compile|ids|schema` and `cargo xtask new <kind> <id>`.
//!
//! The rules lie in `refleks::content::author`; this file reads and writes files and prints.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use refleks::content::author::{
    self, Day, NewItem, PackFile, Report, Stats, add_to_catalogue, ledger, packs, read, schemas,
};
use refleks::content::short_hash;

use crate::command::root;
use refleks::ethics::privacy::{Names, find};
use serde_json::{Map, Value, json};

use crate::privacy;

const USAGE: &str = "\
cargo xtask content check              say what is wrong in content/
cargo xtask content stats              counts, as one JSON object
cargo xtask content compile [folder]   write the packs (target/content without a folder)
cargo xtask content ids                write down the ids that are published from now on
cargo xtask content schema             write the JSON Schemas of the files into docs/schema
cargo xtask new case|deck|term|law|value|scenario|call|lesson|path <id>
cargo xtask new card <deck>/<id>       a correct start";

/// Carries out `cargo xtask content` with the words behind it.
pub fn run(words: &[&str]) -> ExitCode {
    let root = root();
    let done = match words {
        ["check"] => check(&root),
        ["stats"] => stats(&root),
        ["ids"] => write_ids(&root.join("content")),
        ["schema"] => write_schemas(&root.join("docs/schema")),
        ["compile"] => print_compiled(&root, &root.join("target/content")),
        ["compile", out] => print_compiled(&root, Path::new(out)),
        _ => Err(USAGE.to_owned()),
    };
    told(done)
}

/// Carries out `cargo xtask new` with the words behind it.
pub fn new_item(words: &[&str]) -> ExitCode {
    let done = match words {
        [kind, id] => start(&root(), kind, id, today()),
        _ => Err(USAGE.to_owned()),
    };
    told(done)
}

fn told(done: Result<String, String>) -> ExitCode {
    match done {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

fn today() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Day::of_moment(since.as_secs().saturating_mul(1_000), 0)
}

/// The content with everything that is wrong in it, as the privacy guard of the app sees it too.
fn examined(root: &Path) -> Result<Report, String> {
    let names = privacy::names(root)?;
    let guard = |text: &str| found_by_guard(text, &names);
    Ok(author::check(&root.join("content"), today(), Some(&guard)))
}

fn found_by_guard(text: &str, names: &Names) -> Vec<String> {
    find(text, names).iter().map(|finding| finding.text(text).to_owned()).collect()
}

fn check(root: &Path) -> Result<String, String> {
    let report = examined(root)?;
    if report.is_green() { Ok(report.to_string()) } else { Err(report.to_string()) }
}

fn stats(root: &Path) -> Result<String, String> {
    let (course, _) = read(&root.join("content"));
    serde_json::to_string(&Stats::of(&course)).map_err(|error| error.to_string())
}

fn print_compiled(root: &Path, out: &Path) -> Result<String, String> {
    compile(root, out).map(|map| map.to_string())
}

/// Writes the packs of `<root>/content` into the folder `out`, removes packs of earlier runs there, and
/// returns their names: `{"cases":{"en":…,"nb":…,"nn":…},"core":{…}}`. The same content gives the same
/// names and bytes.
///
/// # Errors
/// In words for an author: what is wrong with the content (nothing is written then), or which file
/// cannot be written.
pub fn compile(root: &Path, out: &Path) -> Result<Value, String> {
    // Without the guard, which needs the npm packages: `check` asks it.
    let report = author::check(&root.join("content"), today(), None);
    if !report.is_green() {
        return Err(format!("{report}; nothing is compiled"));
    }
    let files = packs(&report.course).map_err(|error| error.to_string())?;
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for file in &files {
        let path = out.join(&file.name);
        fs::write(&path, &file.bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    remove_older(out, &files)?;
    let mut map = Map::new();
    for file in files {
        let names = map.entry(file.kind.name()).or_insert_with(|| json!({}));
        if let Some(names) = names.as_object_mut() {
            names.insert(file.language.code().to_owned(), Value::String(file.name));
        }
    }
    Ok(Value::Object(map))
}

/// The kinds of packs, as their files are named.
const PACKS: [&str; 7] = ["core", "cases", "cards", "terms", "scenarios", "lessons", "paths"];

/// Removes packs that an earlier run wrote here: what is named like a pack and has the hash that its
/// name says. Everything else is left alone.
fn remove_older(out: &Path, files: &[PackFile]) -> Result<(), String> {
    let entries = fs::read_dir(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_pack =
            PACKS.iter().any(|kind| name.strip_prefix(kind).is_some_and(|rest| rest.starts_with('-')));
        if !is_pack || files.iter().any(|file| file.name == name) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if name.ends_with(&format!(".{}.json", short_hash(&bytes))) {
            fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn start(root: &Path, kind: &str, id: &str, today: Day) -> Result<String, String> {
    let content = root.join("content");
    let (course, _) = read(&content);
    let item = author::new_item(kind, id, &course, today).map_err(|error| error.to_string())?;
    let NewItem { files, added, listed } = item;
    if let Some(there) = files.iter().map(|(name, _)| content.join(name)).find(|path| path.exists()) {
        return Err(format!("{} exists already: choose another id", there.display()));
    }
    let catalogue = content.join("catalogue.toml");
    let listed = match listed {
        Some(kind) => {
            let text = read_text(&catalogue)?;
            Some(add_to_catalogue(&text, kind, id).map_err(|error| error.to_string())?)
        }
        None => None,
    };
    let mut said = String::new();
    for (name, words) in files {
        write_text(&content.join(&name), &words)?;
        said.push_str(&format!("content/{name}\n"));
    }
    for (name, words) in added {
        let path = content.join(&name);
        write_text(&path, &(read_text(&path)? + &words))?;
        said.push_str(&format!("content/{name}, at its end\n"));
    }
    if let Some(text) = listed {
        write_text(&catalogue, &text)?;
    }
    write_ids(&content)?;
    if kind == "scenario" {
        said.push_str(&format!("Play it: cargo xtask simulate {id}\n"));
        said.push_str(&format!("Write what a source says, as rows: tests/fixtures/scenarios/{id}.toml\n"));
    }
    Ok(format!("{said}Write the texts, then: cargo xtask content check"))
}

const IDS: &str =
    "# Every id that was ever published. Marks, sessions and own packs speak of them, so an id never
# changes, moves or goes. `cargo xtask content ids` adds new ones; nothing is taken out by hand.
";

/// Writes down the ids of today beside those that were published before.
fn write_ids(content: &Path) -> Result<String, String> {
    let (course, _) = read(content);
    let all = ledger(&course);
    let lines: String = all.iter().map(|id| format!("    \"{id}\",\n")).collect();
    write_text(&content.join("ids.toml"), &format!("{IDS}ids = [\n{lines}]\n"))?;
    Ok(format!("{} ids, {} of them new", all.len(), all.len().saturating_sub(course.ledger.len())))
}

fn write_schemas(folder: &Path) -> Result<String, String> {
    let mut all = schemas().map_err(|error| error.to_string())?;
    all.push(refleks::packs::schema().map_err(|error| error.to_string())?);
    for schema in &all {
        write_text(&folder.join(&schema.name), &schema.json)?;
    }
    Ok(format!("{} schemas in {}", all.len(), folder.display()))
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write_text(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A copy of the tiny course as `<folder>/content`.
    fn tiny(test: &str) -> std::path::PathBuf {
        let copy = std::env::temp_dir().join(format!("refleks-xtask-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&copy);
        copy_folder(&root().join("tests/fixtures/content/tiny"), &copy.join("content"));
        copy
    }

    fn copy_folder(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
            let (from, to) = (entry.path(), to.join(entry.file_name()));
            if from.is_dir() {
                copy_folder(&from, &to);
            } else {
                fs::copy(&from, &to).unwrap();
            }
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn compiling_twice_gives_the_same_twenty_one_files_and_a_map_of_them() {
        let copy = tiny("twice");
        let out = copy.join("out");
        let first = compile(&copy, &out).unwrap();
        assert_eq!(compile(&copy, &out).unwrap(), first);
        let mut mapped: Vec<String> = PACKS
            .iter()
            .flat_map(|kind| ["nb", "nn", "en"].map(|code| first[kind][code].as_str().unwrap().to_owned()))
            .collect();
        mapped.sort();
        assert_eq!(names(&out), mapped);
        fs::remove_dir_all(copy).unwrap();
    }

    #[test]
    fn a_changed_text_changes_the_name_and_leaves_no_older_pack_and_no_other_file_touched() {
        let copy = tiny("changed");
        let out = copy.join("out");
        let first = compile(&copy, &out).unwrap();
        fs::write(out.join("core-of-somebody-else.json"), "{}").unwrap();
        let file = copy.join("content/cases/kaffe/nb.toml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replacen("title = \"", "title = \"Ny ", 1)).unwrap();
        let second = compile(&copy, &out).unwrap();
        assert_ne!(first["core"]["nb"], second["core"]["nb"]);
        assert_ne!(first["cases"]["nb"], second["cases"]["nb"]);
        assert_eq!(names(&out).len(), 22);
        assert!(out.join("core-of-somebody-else.json").exists());
        fs::remove_dir_all(copy).unwrap();
    }

    #[test]
    fn what_is_not_right_is_not_compiled() {
        let copy = tiny("red");
        fs::remove_file(copy.join("content/cases/kaffe/nn.toml")).unwrap();
        let said = compile(&copy, &copy.join("out")).unwrap_err();
        assert!(said.contains("cases/kaffe/nn.toml"), "{said}");
        assert!(!copy.join("out").exists());
        fs::remove_dir_all(copy).unwrap();
    }

    #[test]
    fn a_new_scenario_stands_in_the_catalogue_and_a_new_call_at_the_end_of_its_files() {
        let copy = tiny("new-simulation");
        let day = Day::parse("2026-11-21").unwrap();
        let said = start(&copy, "scenario", "ny-dag", day).unwrap();
        for told in ["content/scenarios/ny-dag/scenario.toml", "tests/fixtures/scenarios/ny-dag.toml"] {
            assert!(said.contains(told), "{said}");
        }
        let folder = copy.join("content/scenarios/ny-dag");
        assert_eq!(names(&folder), ["en.toml", "nb.toml", "nn.toml", "scenario.toml"]);
        let text = |file: &str| fs::read_to_string(copy.join("content").join(file)).unwrap();
        assert!(text("catalogue.toml").contains("scenarios = [\"sukker\", \"ny-dag\"]"));
        start(&copy, "call", "nytt-fall", day).unwrap();
        for file in ["isbar.toml", "nb.toml", "nn.toml", "en.toml"] {
            assert!(text(&format!("drills/isbar/{file}")).contains("nytt-fall"), "{file}");
        }
        for id in ["scenarios/ny-dag", "isbar/nytt-fall", "scenarios/sukker", "isbar/fall"] {
            assert!(text("ids.toml").contains(&format!("\"{id}\"")), "{id}");
        }
        assert!(start(&copy, "scenario", "ny-dag", day).is_err());
        assert!(start(&copy, "call", "nytt-fall", day).is_err());
        fs::remove_dir_all(copy).unwrap();
    }

    #[test]
    fn a_new_lesson_stands_in_the_catalogue_and_its_questions_among_the_ids() {
        let copy = tiny("new-lesson");
        let day = Day::parse("2026-11-21").unwrap();
        start(&copy, "lesson", "ny-te", day).unwrap();
        assert_eq!(
            names(&copy.join("content/lessons/ny-te")),
            ["en.toml", "lesson.toml", "nb.toml", "nn.toml"]
        );
        let text = |file: &str| fs::read_to_string(copy.join("content").join(file)).unwrap();
        assert!(text("catalogue.toml").contains("lessons = [\"te\", \"ny-te\"]"));
        for id in ["lessons/ny-te", "questions/ny-te/evening", "lessons/te", "questions/te/first"] {
            assert!(text("ids.toml").contains(&format!("\"{id}\"")), "{id}");
        }
        assert!(!text("ids.toml").contains("where-do-you-stand"));
        assert!(start(&copy, "lesson", "ny-te", day).is_err());
        fs::remove_dir_all(copy).unwrap();
    }

    #[test]
    fn a_new_path_stands_in_the_catalogue_and_its_items_among_the_ids() {
        let copy = tiny("new-path");
        let day = Day::parse("2026-11-21").unwrap();
        start(&copy, "path", "ny-vei", day).unwrap();
        assert_eq!(names(&copy.join("content/paths/ny-vei")), ["en.toml", "nb.toml", "nn.toml", "path.toml"]);
        let text = |file: &str| fs::read_to_string(copy.join("content").join(file)).unwrap();
        assert!(text("catalogue.toml").contains("paths = [\"ny\", \"ny-vei\"]"));
        for id in ["paths/ny-vei", "path-items/ny-vei/a-tour", "path-items/ny/the-kettle"] {
            assert!(text("ids.toml").contains(&format!("\"{id}\"")), "{id}");
        }
        assert!(start(&copy, "path", "ny-vei", day).is_err());
        fs::remove_dir_all(copy).unwrap();
    }

    #[test]
    fn a_new_case_is_made_once_and_stands_in_the_catalogue() {
        let copy = tiny("new");
        let day = Day::parse("2026-11-21").unwrap();
        start(&copy, "case", "ny-sak", day).unwrap();
        let folder = copy.join("content/cases/ny-sak");
        assert_eq!(names(&folder), ["case.toml", "en.toml", "nb.toml", "nn.toml"]);
        let catalogue = fs::read_to_string(copy.join("content/catalogue.toml")).unwrap();
        assert!(catalogue.contains("\"ny-sak\""), "{catalogue}");
        assert!(start(&copy, "case", "ny-sak", day).is_err());
        assert!(start(&copy, "case", "../ute", day).is_err());
        fs::remove_dir_all(copy).unwrap();
    }
}
