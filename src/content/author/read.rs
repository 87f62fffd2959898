//! Reading `content/`: files in, a [`Course`] out, with a finding for everything that cannot be read
//! or that does not belong. What could be read is there even where something else could not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::guides::{GuideDraft, make_whole};
use super::lesson::{LessonDraft, whole};
use crate::content::rules::{Authored, Course, Place, TagNames};
use crate::content::rules::{Finding, Problem, is_odd};
use crate::content::{
    Case, ContentError, Deck, IsbarCall, Law, LearningPath, Rule, Scenario, Standard, Term, Value,
    check_version,
};
use crate::i18n::Language;

/// Reads everything below `root` (the folder `content/`).
#[must_use]
pub fn read(root: &Path) -> (Course, Vec<Finding>) {
    let mut reader = Reader { root, findings: Vec::new() };
    let course = reader.course();
    (course, reader.findings)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    format_version: u32,
    #[serde(default)]
    guides: Vec<String>,
    #[serde(default)]
    cases: Vec<String>,
    #[serde(default)]
    decks: Vec<String>,
    #[serde(default)]
    scenarios: Vec<String>,
    #[serde(default)]
    lessons: Vec<String>,
    #[serde(default)]
    paths: Vec<String>,
    #[serde(default)]
    standards: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tags {
    settings: TagTable,
    tasks: TagTable,
    themes: TagTable,
    parties: TagTable,
    professions: TagTable,
    #[serde(default)]
    kit: TagTable,
}

type TagTable = BTreeMap<String, Spanned<BTreeMap<Language, String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ids {
    ids: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Values {
    values: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Laws {
    laws: Vec<Law>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    terms: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Isbar {
    isbar: Vec<IsbarCall>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadabilityFile {
    #[serde(default)]
    exempt: BTreeMap<Language, Vec<String>>,
}

/// A kind of item with a folder for each.
struct Kind {
    /// The folder and the key in the catalogue.
    name: &'static str,
    /// The language-neutral file.
    file: &'static str,
}

/// The folder of what the other content points at.
const REFERENCE: &str = "reference";

struct Reader<'a> {
    root: &'a Path,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn course(&mut self) -> Course {
        let mut course = Course::default();
        if let Some(tags) = self.file::<Tags>("tags.toml") {
            course.settings = in_written_order(tags.settings);
            course.tasks = in_written_order(tags.tasks);
            course.themes = in_written_order(tags.themes);
            course.parties = in_written_order(tags.parties);
            course.professions = in_written_order(tags.professions);
            course.kit = in_written_order(tags.kit);
        }
        if self.root.join("readability.toml").exists() {
            course.exempt = self.file::<ReadabilityFile>("readability.toml").unwrap_or_default().exempt;
        }
        let values = self.file::<Values>("reference/values/values.toml").map(|file| file.values);
        course.values = self.shared(REFERENCE, "values", values, |value: &Value| value.id.to_string());
        let laws = self.file::<Laws>("reference/laws/laws.toml").map(|file| file.laws);
        course.laws = self.shared(REFERENCE, "laws", laws, |law: &Law| law.id.to_string());
        let rules = self.file::<Rules>("reference/rules/rules.toml").map(|file| file.rules);
        course.rules = self.shared(REFERENCE, "rules", rules, |rule: &Rule| rule.id.to_string());
        let terms = self.file::<Terms>("reference/terms/terms.toml").map(|file| file.terms);
        course.terms = self.shared(REFERENCE, "terms", terms, |term: &Term| term.id.to_string());
        let isbar = self.file::<Isbar>("drills/isbar/isbar.toml").map(|file| file.isbar);
        course.isbar = self.shared("drills", "isbar", isbar, |call: &IsbarCall| call.id.to_string());
        course.ledger = self.file::<Ids>("ids.toml").map(|file| file.ids).unwrap_or_default();
        if let Some(catalogue) = self.catalogue() {
            let kind = Kind { name: "guides", file: "guide.toml" };
            let id_of = |guide: &GuideDraft| guide.id.to_string();
            let drafts = self.folders(&kind, &catalogue.guides, id_of);
            self.findings.extend(make_whole(&mut course, drafts));
            let cases = Kind { name: "cases", file: "case.toml" };
            course.cases = self.folders(&cases, &catalogue.cases, |case: &Case| case.id.to_string());
            let decks = Kind { name: "decks", file: "deck.toml" };
            course.decks = self.folders(&decks, &catalogue.decks, |deck: &Deck| deck.id.to_string());
            let scenarios = Kind { name: "scenarios", file: "scenario.toml" };
            let id_of = |scenario: &Scenario| scenario.id.to_string();
            course.scenarios = self.folders(&scenarios, &catalogue.scenarios, id_of);
            let lessons = Kind { name: "lessons", file: "lesson.toml" };
            let id_of = |lesson: &LessonDraft| lesson.id.to_string();
            let written = self.folders(&lessons, &catalogue.lessons, id_of);
            course.lessons = written.into_iter().map(whole).collect();
            let paths = Kind { name: "paths", file: "path.toml" };
            course.paths = self.folders(&paths, &catalogue.paths, |path: &LearningPath| path.id.to_string());
            let standards = Kind { name: "standards", file: "standard.toml" };
            let id_of = |standard: &Standard| standard.id.to_string();
            course.standards = self.folders(&standards, &catalogue.standards, id_of);
        }
        self.strays("", &["catalogue.toml", "ids.toml", "tags.toml", "readability.toml"]);
        course
    }

    fn catalogue(&mut self) -> Option<Catalogue> {
        let file = "catalogue.toml";
        let catalogue: Catalogue = self.file(file)?;
        let problem = match check_version(catalogue.format_version) {
            Ok(()) => return Some(catalogue),
            Err(ContentError::TooOld { found, oldest }) => Problem::TooOld { found, oldest },
            Err(ContentError::TooNew { found, newest }) => Problem::TooNew { found, newest },
            Err(other) => Problem::Unreadable { reason: other.to_string() },
        };
        self.find(file, "format_version", problem);
        None
    }

    /// Items with a folder each, in the order of the catalogue.
    fn folders<N, W>(
        &mut self,
        kind: &Kind,
        ids: &[String],
        id_of: impl Fn(&N) -> String,
    ) -> Vec<Authored<N, W>>
    where
        N: DeserializeOwned,
        W: DeserializeOwned,
    {
        let there = self.entries(kind.name);
        let mut known = BTreeSet::new();
        let mut items = Vec::new();
        for id in ids {
            if !known.insert(id.clone()) {
                self.find("catalogue.toml", kind.name, Problem::Duplicate(id.clone()));
            } else if is_odd(id) {
                self.find("catalogue.toml", kind.name, Problem::OddId(id.clone()));
            } else if there.contains(id) {
                items.extend(self.folder(kind, id, &id_of));
            } else {
                self.find("catalogue.toml", kind.name, Problem::NoFolder(id.clone()));
            }
        }
        for id in there.difference(&known) {
            self.find("catalogue.toml", kind.name, Problem::NotInCatalogue(id.clone()));
        }
        items
    }

    fn folder<N, W>(&mut self, kind: &Kind, id: &str, id_of: impl Fn(&N) -> String) -> Option<Authored<N, W>>
    where
        N: DeserializeOwned,
        W: DeserializeOwned,
    {
        let place = Place::folder(kind.name, id, kind.file);
        self.strays(&place.name, &["nb.toml", "nn.toml", "en.toml", kind.file]);
        let words: BTreeMap<Language, W> = Language::ALL
            .into_iter()
            .filter_map(|language| self.words_file(&place, language).map(|words| (language, words)))
            .collect();
        let neutral: N = self.file(&place.neutral_file)?;
        let written = id_of(&neutral);
        if written != id {
            let problem = Problem::OtherId { id: written, folder: id.to_owned() };
            self.find(&place.neutral_file, "id", problem);
        }
        Some(Authored { neutral, words, place })
    }

    fn words_file<T: DeserializeOwned>(&mut self, place: &Place, language: Language) -> Option<T> {
        let file = place.words_file(language);
        if !self.root.join(&file).exists() {
            self.find(&file, "", Problem::MissingLanguage(language));
            return None;
        }
        self.file(&file)
    }

    /// Items that share their files, in the order in which they are written.
    fn shared<N, W>(
        &mut self,
        room: &str,
        kind: &str,
        list: Option<Vec<N>>,
        id_of: impl Fn(&N) -> String,
    ) -> Vec<Authored<N, W>>
    where
        W: DeserializeOwned,
    {
        let Some(list) = list else { return Vec::new() };
        let neutral_file = Place::shared(room, kind, "").neutral_file;
        self.strays(&format!("{room}/{kind}"), &["nb.toml", "nn.toml", "en.toml", &format!("{kind}.toml")]);
        if list.is_empty() {
            self.find(&neutral_file, kind, Problem::Empty);
            return Vec::new();
        }
        let mut by_language = self.shared_words(room, kind);
        let mut known = BTreeSet::new();
        let mut items = Vec::new();
        for neutral in list {
            let id = id_of(&neutral);
            if is_odd(&id) {
                self.find(&neutral_file, kind, Problem::OddId(id.clone()));
            }
            if !known.insert(id.clone()) {
                self.find(&neutral_file, kind, Problem::Duplicate(id));
                continue;
            }
            let place = Place::shared(room, kind, &id);
            let mut words = BTreeMap::new();
            for (language, table) in &mut by_language {
                match table.remove(&id) {
                    None => self.find(&place.words_file(*language), &id, Problem::MissingWords(id.clone())),
                    Some(entry) => words.extend(self.entry(&place, *language, entry).map(|w| (*language, w))),
                }
            }
            items.push(Authored { neutral, words, place });
        }
        for (language, table) in by_language {
            for id in table.keys() {
                let problem = Problem::WordsForNothing { id: id.clone(), neutral: neutral_file.clone() };
                self.find(&Place::shared(room, kind, id).words_file(language), id, problem);
            }
        }
        items
    }

    fn shared_words(&mut self, room: &str, kind: &str) -> BTreeMap<Language, toml::Table> {
        let place = Place::shared(room, kind, "");
        let read = |language| self.words_file(&place, language).map(|table| (language, table));
        Language::ALL.into_iter().filter_map(read).collect()
    }

    fn entry<W: DeserializeOwned>(
        &mut self,
        place: &Place,
        language: Language,
        entry: toml::Value,
    ) -> Option<W> {
        match W::deserialize(entry) {
            Ok(words) => Some(words),
            Err(error) => {
                let reason = error.message().trim().to_owned();
                let field = format!("{}{}", place.words_prefix, named_field(&reason).unwrap_or_default());
                let field = field.trim_end_matches('.').to_owned();
                self.find(&place.words_file(language), &field, Problem::Unreadable { reason });
                None
            }
        }
    }

    fn file<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = match std::fs::read_to_string(self.root.join(file)) {
            Ok(text) => text,
            Err(error) => {
                self.find(file, "", Problem::Unreadable { reason: error.to_string() });
                return None;
            }
        };
        match toml::from_str(&text) {
            Ok(found) => Some(found),
            Err(error) => {
                let line = error.span().map_or(1, |span| line_of(&text, span.start));
                let message = error.message().trim();
                let field = named_field(message).unwrap_or_else(|| format!("line {line}"));
                self.find(file, &field, Problem::Unreadable { reason: format!("{message} (line {line})") });
                None
            }
        }
    }

    /// Names in a folder, hidden ones apart.
    fn entries(&self, folder: &str) -> BTreeSet<String> {
        let found = std::fs::read_dir(self.root.join(folder));
        let names = found.into_iter().flatten().flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| !name.starts_with('.')).collect()
    }

    /// Files in a folder of items that nobody reads. Folders at the root belong to other rooms.
    fn strays(&mut self, folder: &str, expected: &[&str]) {
        for name in self.entries(folder) {
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let is_room = folder.is_empty() && self.root.join(&path).is_dir();
            if !is_room && !expected.contains(&name.as_str()) {
                self.find(&path, "", Problem::StrayFile);
            }
        }
    }

    fn find(&mut self, file: &str, field: &str, problem: Problem) {
        self.findings.push(Finding { file: file.to_owned(), field: field.to_owned(), problem });
    }
}

fn in_written_order(tags: TagTable) -> Vec<TagNames> {
    let mut tags: Vec<_> = tags.into_iter().collect();
    tags.sort_by_key(|(_, names)| names.span().start);
    tags.into_iter().map(|(id, names)| TagNames { id, names: names.into_inner() }).collect()
}

/// The field that an error of the parser names, as in «missing field `title`».
fn named_field(message: &str) -> Option<String> {
    let rest = message.strip_prefix("missing field `").or_else(|| message.strip_prefix("unknown field `"))?;
    rest.split('`').next().map(str::to_owned)
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
