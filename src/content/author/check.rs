//! The rules that content has to keep. One function per rule or small group of rules.
//!
//! Nothing is judged here that needs a human: whether a text is true, fair or kind.

mod case;
mod guide;
mod reference;
mod writing;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::course::{Authored, Course, Place, TagNames};
use super::finding::{Finding, Problem, Report};
use super::guides::own_part;
use super::read::{is_odd, read};
use super::texts::Words;
use crate::content::Metadata;
use crate::content::readability::Exempt;
use crate::i18n::Day;
use crate::i18n::Language;

/// Finds what could identify somebody in a text: the exact pieces of it.
pub type Guard<'a> = &'a dyn Fn(&str) -> Vec<String>;

/// Reads and checks everything below `root` (the folder `content/`). `today` is what no date may be
/// later than; `guard` is the privacy guard, where there is one.
#[must_use]
pub fn check(root: &Path, today: Day, guard: Option<Guard<'_>>) -> Report {
    let (course, mut findings) = read(root);
    findings.extend(examine(&course, today, guard));
    findings.sort_by(|one, other| one.file.cmp(&other.file));
    Report { course, findings }
}

/// Checks what was read.
#[must_use]
pub fn examine(course: &Course, today: Day, guard: Option<Guard<'_>>) -> Vec<Finding> {
    let mut examination = Examination::new(course, today, guard);
    examination.tags("settings", &course.settings);
    examination.tags("themes", &course.themes);
    for value in &course.values {
        examination.item(value, &value.neutral.metadata);
        examination.value(value);
    }
    for law in &course.laws {
        examination.item(law, &law.neutral.metadata);
        examination.law(law);
    }
    for rule in &course.rules {
        examination.item(rule, &rule.neutral.metadata);
        examination.rule(rule);
    }
    for guide in &course.guides {
        let borrowed = course.borrowed.get(&guide.neutral.id).cloned().unwrap_or_default();
        let own = own_part(guide, &borrowed);
        examination.item(&own, &guide.neutral.metadata);
        examination.guide(guide, &own);
    }
    for case in &course.cases {
        examination.item(case, &case.neutral.metadata);
        examination.case(case);
    }
    examination.findings
}

/// One run over a course: what the rules need to know, and what they have found.
struct Examination<'a> {
    today: Day,
    guard: Option<Guard<'a>>,
    exempt: BTreeMap<Language, Exempt>,
    settings: BTreeSet<&'a str>,
    themes: BTreeSet<&'a str>,
    values: BTreeSet<&'a str>,
    laws: BTreeSet<&'a str>,
    findings: Vec<Finding>,
}

impl<'a> Examination<'a> {
    fn new(course: &'a Course, today: Day, guard: Option<Guard<'a>>) -> Self {
        let exempt = Language::ALL.into_iter().map(|language| {
            let terms = course.exempt.get(&language).into_iter().flatten().map(String::as_str);
            let acts = course.laws.iter().filter_map(|law| law.words.get(&language));
            (language, Exempt::new(terms.chain(acts.map(|words| words.act.as_str()))))
        });
        Self {
            today,
            guard,
            exempt: exempt.collect(),
            settings: course.settings.iter().map(|tag| tag.id.as_str()).collect(),
            themes: course.themes.iter().map(|tag| tag.id.as_str()).collect(),
            values: course.values.iter().map(|value| value.neutral.id.as_str()).collect(),
            laws: course.laws.iter().map(|law| law.neutral.id.as_str()).collect(),
            findings: Vec::new(),
        }
    }

    /// The rules that every item has to keep.
    fn item<N, W: Words>(&mut self, item: &Authored<N, W>, metadata: &Metadata) {
        self.metadata(&item.place, metadata);
        for (language, words) in &item.words {
            self.writing(&item.place, *language, words);
        }
    }

    fn metadata(&mut self, place: &Place, metadata: &Metadata) {
        if metadata.sources.is_empty() {
            self.neutral(place, "metadata.sources", Problem::NoSource);
        }
        for (source, number) in metadata.sources.iter().zip(1..) {
            self.written(place, &format!("metadata.sources.{number}.title"), &source.title);
        }
        self.past_day(place, "metadata.last_checked", &metadata.last_checked);
    }

    fn past_day(&mut self, place: &Place, field: &str, text: &str) {
        match Day::parse(text) {
            None => self.neutral(place, field, Problem::BadDate(text.to_owned())),
            Some(found) if found > self.today => {
                self.neutral(place, field, Problem::FutureDate { found, today: self.today });
            }
            Some(_) => {}
        }
    }

    fn tags(&mut self, kind: &str, tags: &[TagNames]) {
        for tag in tags {
            let field = format!("{kind}.{}", tag.id);
            let mut find = |field: String, problem| {
                self.findings.push(Finding { file: "tags.toml".into(), field, problem });
            };
            if is_odd(&tag.id) {
                find(field.clone(), Problem::OddId(tag.id.clone()));
            }
            for language in Language::ALL {
                match tag.names.get(&language).map(|name| name.trim()) {
                    None => find(format!("{field}.{}", language.code()), Problem::MissingLanguage(language)),
                    Some("") => find(format!("{field}.{}", language.code()), Problem::Empty),
                    Some(_) => {}
                }
            }
        }
    }

    /// A text of the language-neutral part that must be there.
    fn written(&mut self, place: &Place, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.neutral(place, field, Problem::Empty);
        }
    }

    /// Ids that must be known. Where the list itself could not be read, that is finding enough.
    fn known(&mut self, place: &Place, field: &str, known: &BTreeSet<&str>, ids: &[&str]) {
        for id in ids.iter().filter(|id| !known.is_empty() && !known.contains(**id)) {
            self.neutral(place, field, Problem::UnknownId((*id).to_owned()));
        }
    }

    fn unique(&mut self, place: &Place, field: &str, ids: &[&str]) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(*id) {
                self.neutral(place, field, Problem::Duplicate((*id).to_owned()));
            }
            if is_odd(id) {
                self.neutral(place, field, Problem::OddId((*id).to_owned()));
            }
        }
    }

    /// Words for exactly the ids that the language-neutral part has.
    fn same_ids<'i>(
        &mut self,
        place: &Place,
        language: Language,
        field: &str,
        neutral: &[&str],
        words: impl Iterator<Item = &'i str>,
    ) {
        let worded: BTreeSet<&str> = words.collect();
        for id in neutral.iter().filter(|id| !worded.contains(**id)) {
            self.words(place, language, &format!("{field}.{id}"), Problem::MissingWords((*id).to_owned()));
        }
        for id in worded.iter().filter(|id| !neutral.contains(*id)) {
            let problem =
                Problem::WordsForNothing { id: (*id).to_owned(), neutral: place.neutral_file.clone() };
            self.words(place, language, &format!("{field}.{id}"), problem);
        }
    }

    fn neutral(&mut self, place: &Place, field: &str, problem: Problem) {
        let field = format!("{}{field}", place.neutral_prefix);
        self.findings.push(Finding { file: place.neutral_file.clone(), field, problem });
    }

    fn words(&mut self, place: &Place, language: Language, field: &str, problem: Problem) {
        let field = format!("{}{field}", place.words_prefix).trim_end_matches('.').to_owned();
        self.findings.push(Finding { file: place.words_file(language), field, problem });
    }
}
