//! The rules that content has to keep, one function per rule or small group of rules: the same for what the
//! app brings along and for what an etikkveileder writes in it.
//!
//! Nothing is judged here that needs a human: whether a text is true, fair or kind.

mod card;
mod case;
mod course;
mod drill;
mod finding;
mod guide;
mod ids;
#[cfg(feature = "author")]
mod lesson;
#[cfg(feature = "author")]
mod path;
mod reference;
#[cfg(feature = "author")]
mod scenario;
#[cfg(feature = "author")]
mod standard;
mod term;
mod texts;
mod writing;

use std::collections::{BTreeMap, BTreeSet};

pub use course::{Authored, Course, Place, TagNames, cards_of};
pub use finding::{Finding, LessonProblem, PathProblem, Problem, Report};
pub use guide::examine_prompt;
pub use ids::{check_ids, ledger};
pub use texts::{Text, TextKind, Words};

#[cfg(feature = "author")]
use crate::content::Law;
use crate::content::Metadata;
use crate::content::readability::Exempt;
use crate::i18n::Day;
use crate::i18n::Language;
use guide::own_part;

/// Finds what could identify somebody in a text: the exact pieces of it.
pub type Guard<'a> = &'a dyn Fn(&str) -> Vec<String>;

/// Checks what was read.
#[must_use]
pub fn examine(course: &Course, today: Day, guard: Option<Guard<'_>>) -> Vec<Finding> {
    let mut examination = Examination::new(course, today, guard);
    for (kind, tags) in [
        ("settings", &course.settings),
        ("tasks", &course.tasks),
        ("themes", &course.themes),
        ("parties", &course.parties),
        ("professions", &course.professions),
        ("kit", &course.kit),
    ] {
        examination.tags(kind, tags);
    }
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
    for term in &course.terms {
        examination.item(term, &term.neutral.metadata);
        examination.term(term);
    }
    examination.forms(&course.terms);
    for deck in &course.decks {
        examination.item(deck, &deck.neutral.metadata);
        examination.deck(deck);
    }
    for call in &course.isbar {
        examination.isbar_call(call);
    }
    #[cfg(feature = "author")]
    for scenario in &course.scenarios {
        examination.scenario(scenario);
    }
    #[cfg(feature = "author")]
    for lesson in &course.lessons {
        examination.lesson(lesson);
    }
    #[cfg(feature = "author")]
    for path in &course.paths {
        examination.path(path, course);
    }
    #[cfg(feature = "author")]
    for standard in &course.standards {
        examination.standard(standard, course);
    }
    examination.findings
}

/// Whether an id has other signs than a-z, 0-9 and - between them.
#[must_use]
pub fn is_odd(id: &str) -> bool {
    let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    !plain || id.is_empty() || id.starts_with('-') || id.ends_with('-')
}

fn ids_of(tags: &[TagNames]) -> BTreeSet<&str> {
    tags.iter().map(|tag| tag.id.as_str()).collect()
}

#[cfg(feature = "author")]
fn changed(law: &Law) -> Option<(&str, Day)> {
    Day::parse(&law.changed).map(|day| (law.id.as_str(), day))
}

fn known_sections(course: &Course) -> BTreeSet<String> {
    let places = course.laws.iter().flat_map(|law| {
        let sources = law.neutral.metadata.sources.iter().map(|source| source.place.as_str());
        sources.chain([law.neutral.section.as_str()])
    });
    places.flat_map(writing::sections).flat_map(|(short, long)| [short, long]).collect()
}

/// One run over a course: what the rules need to know, and what they have found.
struct Examination<'a> {
    today: Day,
    guard: Option<Guard<'a>>,
    exempt: BTreeMap<Language, Exempt>,
    tags: Tags<'a>,
    values: BTreeSet<&'a str>,
    laws: BTreeSet<&'a str>,
    terms: BTreeSet<&'a str>,
    /// The sections that law cards are about or rest on.
    sections: BTreeSet<String>,
    cards: BTreeSet<String>,
    /// Made-up names that may stand in the item that is looked at.
    people: Vec<String>,
    /// The days when law cards say that the law changed, each with the card.
    #[cfg(feature = "author")]
    changed: BTreeMap<&'a str, Day>,
    /// Public days that may stand in the item that is looked at.
    days: Vec<Day>,
    findings: Vec<Finding>,
}

/// The ids of all known tags.
struct Tags<'a> {
    settings: BTreeSet<&'a str>,
    tasks: BTreeSet<&'a str>,
    themes: BTreeSet<&'a str>,
    parties: BTreeSet<&'a str>,
    professions: BTreeSet<&'a str>,
    #[cfg(feature = "author")]
    kit: BTreeSet<&'a str>,
}

impl<'a> Examination<'a> {
    fn new(course: &'a Course, today: Day, guard: Option<Guard<'a>>) -> Self {
        let exempt = Language::ALL.into_iter().map(|language| {
            let terms = course.exempt.get(&language).into_iter().flatten().map(String::as_str);
            let acts = course.laws.iter().filter_map(|law| law.words.get(&language));
            let terms = terms.chain(acts.map(|words| words.act.as_str()));
            let explained = course.terms.iter().filter_map(|term| term.words.get(&language));
            let explained = explained.flat_map(|words| words.forms.iter().chain([&words.name]));
            (language, Exempt::new(terms.chain(explained.map(String::as_str))))
        });
        Self {
            today,
            guard,
            exempt: exempt.collect(),
            tags: Tags {
                settings: ids_of(&course.settings),
                tasks: ids_of(&course.tasks),
                themes: ids_of(&course.themes),
                parties: ids_of(&course.parties),
                professions: ids_of(&course.professions),
                #[cfg(feature = "author")]
                kit: ids_of(&course.kit),
            },
            values: course.values.iter().map(|value| value.neutral.id.as_str()).collect(),
            laws: course.laws.iter().map(|law| law.neutral.id.as_str()).collect(),
            terms: course.terms.iter().map(|term| term.neutral.id.as_str()).collect(),
            sections: known_sections(course),
            cards: BTreeSet::new(),
            people: Vec::new(),
            #[cfg(feature = "author")]
            changed: course.laws.iter().filter_map(|law| changed(&law.neutral)).collect(),
            days: Vec::new(),
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

    /// Tags that must be known. Where the list itself could not be read, that is finding enough.
    fn tagged(&mut self, place: &Place, field: &str, known: &BTreeSet<&str>, tags: &[String]) {
        for tag in tags.iter().filter(|tag| !known.is_empty() && !known.contains(tag.as_str())) {
            self.neutral(place, field, Problem::UnknownTag(tag.clone()));
        }
    }

    /// How many there must be.
    fn count(
        &mut self,
        place: &Place,
        field: &str,
        what: &'static str,
        found: usize,
        (least, most): (usize, usize),
    ) {
        if found < least || found > most {
            self.neutral(place, field, Problem::Count { what, found, least, most });
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
