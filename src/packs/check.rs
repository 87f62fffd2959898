//! Holding a pack against the rules: the same as for what the app brings along, and a few more that only a pack
//! needs. At the form they are help while somebody writes; at the door of the device each one refuses.

use std::collections::BTreeMap;

use super::read::{Incoming, Spot};
use super::signs::{Odd, odd};
use super::{Item, ItemKind, LIMITS, OwnCard, OwnCase, OwnPrompt, Pack};
use crate::content::readability::{Exempt, Readability};
use crate::content::rules::{
    Authored, Course, Finding, Guard, Place, Problem, TagNames, TextKind, Words, examine, examine_prompt,
};
use crate::content::{Deck, DeckWords, Library, Metadata, Source, Tag, TermPack};
use crate::i18n::{Day, Language};
use crate::json::{self, Value};

/// The longest name of a workplace, characters.
const OWNER_NAME: usize = 60;

/// The guide whose steps and situations own questions belong to.
const GUIDE: &str = "sme-6";

/// Where the deck that stands for a pack is.
const DECK: &str = "deck";

/// What may be spoken of: the tags, values and law cards of the library, the steps and situations of the guide,
/// and the terms that have their own explanation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    course: Course,
    steps: Vec<String>,
    situations: Vec<String>,
}

impl Known {
    /// What a library knows. It has to be in the language of the pack: its terms do not count as long words.
    #[must_use]
    pub fn of(library: &Library, terms: Option<&TermPack>) -> Self {
        let language = library.language();
        let explained = terms.into_iter().flat_map(|terms| &terms.terms);
        let mut exempt: Vec<String> = library.laws().iter().map(|law| law.words.act.clone()).collect();
        exempt.extend(explained.flat_map(|term| term.words.forms.iter().chain([&term.words.name])).cloned());
        let course = Course {
            values: library.values().iter().map(|value| without_words(&value.neutral)).collect(),
            laws: library.laws().iter().map(|law| without_words(&law.neutral)).collect(),
            settings: tags(library.settings()),
            tasks: tags(library.tasks()),
            themes: tags(library.themes()),
            parties: tags(library.parties()),
            professions: tags(library.professions()),
            exempt: BTreeMap::from([(language, exempt)]),
            ..Course::default()
        };
        let guide = library.guide(&GUIDE.into());
        let steps = guide.into_iter().flat_map(|guide| &guide.neutral.steps);
        let situations = guide.into_iter().flat_map(|guide| guide.words.triggers.keys());
        Self {
            course,
            steps: steps.map(|step| step.id.to_string()).collect(),
            situations: situations.cloned().collect(),
        }
    }
}

/// What the rules ask of the library is its ids, dates and sections; its words are right already.
fn without_words<N: Clone, W>(neutral: &N) -> Authored<N, W> {
    Authored { neutral: neutral.clone(), words: BTreeMap::new(), place: Place::default() }
}

fn tags(tags: &[Tag]) -> Vec<TagNames> {
    let names = |tag: &Tag| Language::ALL.into_iter().map(|language| (language, tag.name.clone())).collect();
    tags.iter().map(|tag| TagNames { id: tag.id.clone(), names: names(tag) }).collect()
}

/// One thing that is not right in a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFinding {
    /// What it is about.
    pub item: Item,
    /// The field in it, as the rules name it: `follow_ups.2`; empty where the whole item is meant.
    pub field: String,
    /// What is wrong.
    pub problem: OwnProblem,
    /// Where it stands in the file, where there is one.
    pub spot: Option<Spot>,
}

/// What can be wrong in a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnProblem {
    /// A rule of content.
    Rule(Problem),
    /// There is nothing in the pack.
    NoItems,
    /// There are more items than a pack can have.
    ManyItems {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Its file would be larger than one that is read.
    LargeFile {
        /// How many bytes it would have.
        bytes: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A text is longer than any may be.
    LongText {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A text has a sign that nobody sees, or one that turns the reading order around.
    HiddenSign,
    /// A text has what looks like a tag.
    Markup(String),
}

/// Everything that is not right in a pack, the pack itself first and then item by item. `today` is what no date
/// may be later than; `guard` is the privacy guard.
#[must_use]
pub fn check(pack: &Pack, known: &Known, today: Day, guard: Option<Guard<'_>>) -> Vec<OwnFinding> {
    let mut found = Vec::new();
    match pack.count() {
        0 => found.push(of(Item::pack(), "", OwnProblem::NoItems)),
        many if many > LIMITS.items => {
            found.push(of(Item::pack(), "", OwnProblem::ManyItems { found: many, limit: LIMITS.items }));
        }
        _ => {}
    }
    let bytes = super::write(pack).map_or(0, |file| file.len());
    if bytes > LIMITS.bytes {
        found.push(of(Item::pack(), "", OwnProblem::LargeFile { bytes, limit: LIMITS.bytes }));
    }
    found.extend(owner(pack, guard));
    let whole = (pack.cards.as_slice(), pack.cases.as_slice(), pack.prompts.as_slice());
    found.extend(by_rules(pack, whole, known, today, guard));
    found.extend(odd_texts(pack));
    for case in pack.cases.iter().filter(|case| case.words.background.is_empty()) {
        let item = Item::case(case.neutral.id.as_str());
        found.push(of(item, "background", OwnProblem::Rule(Problem::Empty)));
    }
    found.sort_by_key(|finding| finding.item.kind);
    found
}

/// What is not right in one item of a pack.
#[must_use]
pub fn check_item(
    pack: &Pack,
    item: &Item,
    known: &Known,
    today: Day,
    guard: Option<Guard<'_>>,
) -> Vec<OwnFinding> {
    let one = Pack {
        cards: pack.cards.iter().filter(|card| card.neutral.id.as_str() == item.id).cloned().collect(),
        cases: pack.cases.iter().filter(|case| case.neutral.id.as_str() == item.id).cloned().collect(),
        prompts: pack.prompts.iter().filter(|prompt| prompt.id == item.id).cloned().collect(),
        ..pack.clone_without_items()
    };
    check(&one, known, today, guard).into_iter().filter(|finding| finding.item == *item).collect()
}

impl Pack {
    fn clone_without_items(&self) -> Self {
        Self {
            refleks_pack: self.refleks_pack,
            language: self.language,
            id: self.id.clone(),
            owner: self.owner.clone(),
            title: self.title.clone(),
            edition: self.edition,
            updated: self.updated.clone(),
            ..Self::default()
        }
    }
}

impl Incoming {
    /// Everything that is not right in it, as [`check`] says, with the place in the file. Any finding refuses it.
    #[must_use]
    pub fn check(&self, known: &Known, today: Day, guard: Option<Guard<'_>>) -> Vec<OwnFinding> {
        let mut found = check(&self.pack, known, today, guard);
        for finding in &mut found {
            finding.spot = self.spot(&finding.item, &finding.field);
        }
        found
    }
}

fn of(item: Item, field: &str, problem: OwnProblem) -> OwnFinding {
    OwnFinding { item, field: field.to_owned(), problem, spot: None }
}

/// The workplace has a name, and it is not that of a person.
fn owner(pack: &Pack, guard: Option<Guard<'_>>) -> Vec<OwnFinding> {
    let name = pack.owner.name.trim();
    let characters = name.chars().count();
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(Problem::Empty);
    }
    if characters > OWNER_NAME {
        problems.push(Problem::LongName { characters, limit: OWNER_NAME });
    }
    problems.extend(guard.map(|find| find(name)).unwrap_or_default().into_iter().map(Problem::Identifies));
    problems.into_iter().map(|problem| of(Item::pack(), "owner.name", OwnProblem::Rule(problem))).collect()
}

type Items<'a> = (&'a [OwnCard], &'a [OwnCase], &'a [OwnPrompt]);

fn by_rules(
    pack: &Pack,
    (cards, cases, prompts): Items<'_>,
    known: &Known,
    today: Day,
    guard: Option<Guard<'_>>,
) -> Vec<OwnFinding> {
    let mut course = known.course.clone();
    course.decks = vec![deck_of(pack, cards, today)];
    course.cases = cases.iter().enumerate().map(|(at, case)| case_of(pack, at, case)).collect();
    let found = examine(&course, today, guard).into_iter();
    let mut found: Vec<OwnFinding> = found.filter_map(|finding| own_finding(finding, cards, cases)).collect();
    for prompt in prompts {
        found.extend(prompt_of(pack, prompt, known, today, guard));
    }
    found
}

/// The cards of a pack as a deck, so that the rules read them as they read the app's own.
fn deck_of(pack: &Pack, cards: &[OwnCard], today: Day) -> Authored<Deck, DeckWords> {
    let neutral = Deck {
        id: DECK.into(),
        cards: cards.iter().map(|card| card.neutral.clone()).collect(),
        metadata: Metadata {
            sources: vec![Source { id: String::new(), title: DECK.to_owned(), place: String::new() }],
            last_checked: today.to_string(),
            needs_review: Vec::new(),
        },
    };
    let words = DeckWords {
        name: pack.title.clone(),
        // A pack says nothing about itself beside its title.
        about: "…".to_owned(),
        cards: cards.iter().map(|card| (card.neutral.id.clone(), card.words.clone())).collect(),
    };
    let place = Place { neutral_file: DECK.to_owned(), words_folder: DECK.to_owned(), ..Place::default() };
    Authored { neutral, words: BTreeMap::from([(pack.language, words)]), place }
}

fn case_of(
    pack: &Pack,
    at: usize,
    case: &OwnCase,
) -> Authored<crate::content::Case, crate::content::CaseWords> {
    let name = at.to_string();
    let place = Place { neutral_file: name.clone(), words_folder: name, ..Place::default() };
    let words = BTreeMap::from([(pack.language, case.words.clone())]);
    Authored { neutral: case.neutral.clone(), words, place }
}

/// What a finding of the rules is about in the pack; none for what is not about the pack.
fn own_finding(finding: Finding, cards: &[OwnCard], cases: &[OwnCase]) -> Option<OwnFinding> {
    let Finding { file, field, problem } = finding;
    let place = file.split('/').next().unwrap_or_default();
    if place != DECK {
        let case = cases.get(place.parse::<usize>().ok()?)?;
        return Some(of(Item::case(case.neutral.id.as_str()), &field, OwnProblem::Rule(problem)));
    }
    let of_card = cards.iter().find_map(|card| {
        let id = card.neutral.id.as_str();
        let rest = field.strip_prefix("cards.")?.strip_prefix(id)?;
        (rest.is_empty() || rest.starts_with('.')).then(|| (id, rest.trim_start_matches('.').to_owned()))
    });
    if let Some((id, inside)) = of_card {
        return Some(of(Item::card(id), &inside, OwnProblem::Rule(problem)));
    }
    // A pack may have no cards at all.
    let is_told_elsewhere = field == "cards" && problem == Problem::Empty;
    let field = if field == "name" { "title" } else { field.as_str() };
    (!is_told_elsewhere).then(|| of(Item::pack(), field, OwnProblem::Rule(problem)))
}

fn prompt_of(
    pack: &Pack,
    prompt: &OwnPrompt,
    known: &Known,
    today: Day,
    guard: Option<Guard<'_>>,
) -> Vec<OwnFinding> {
    let item = || Item::prompt(&prompt.id);
    let mut found = Vec::new();
    for (field, id, all) in
        [("step", prompt.step.as_str(), &known.steps), ("on", prompt.on.as_str(), &known.situations)]
    {
        if id.is_empty() {
            found.push(of(item(), field, OwnProblem::Rule(Problem::Empty)));
        } else if !all.iter().any(|one| one == id) {
            found.push(of(item(), field, OwnProblem::Rule(Problem::UnknownId(id.to_owned()))));
        }
    }
    let of_text = examine_prompt(&known.course, pack.language, &prompt.text, today, guard);
    found.extend(of_text.into_iter().map(|one| of(item(), &one.field, OwnProblem::Rule(one.problem))));
    found
}

/// Every text with a sign that none may have, and every one that is longer than any may be.
fn odd_texts(pack: &Pack) -> Vec<OwnFinding> {
    let Some(value) = json::write(pack).ok().and_then(|bytes| json::parse(&bytes).ok()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let Value::Object(fields) = &value else { return found };
    for (name, value) in fields {
        let items = ItemKind::of_list(name).and(value.as_array());
        let Some(items) = items else {
            odd_text(&Item::pack(), name, value, &mut found);
            continue;
        };
        let of_kind = pack.items().filter(|item| item.kind.list() == Some(name.as_str()));
        for (item, value) in of_kind.zip(items) {
            odd_text(&item, "", value, &mut found);
        }
    }
    found
}

fn odd_text(item: &Item, field: &str, value: &Value, found: &mut Vec<OwnFinding>) {
    let inside = |name: &str| match field {
        // The rules speak of a field without the half of the item that it stands in.
        "" if matches!(name, "words" | "neutral") => String::new(),
        "" => name.to_owned(),
        field => format!("{field}.{name}"),
    };
    match value {
        Value::String(text) => {
            let characters = text.chars().count();
            if characters > LIMITS.characters {
                let problem = OwnProblem::LongText { characters, limit: LIMITS.characters };
                found.push(of(item.clone(), field, problem));
            }
            match odd(text) {
                Some(Odd::Hidden(_)) => found.push(of(item.clone(), field, OwnProblem::HiddenSign)),
                Some(Odd::Markup(tag)) => found.push(of(item.clone(), field, OwnProblem::Markup(tag))),
                None => {}
            }
        }
        Value::Array(all) => {
            for (number, one) in (1..).zip(all) {
                odd_text(item, &inside(&number.to_string()), one, found);
            }
        }
        Value::Object(all) => {
            for (name, one) in all {
                odd_text(item, &inside(name), one, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The LIX of the running text of an item, for showing beside what is being written.
#[must_use]
pub fn readability(item: &impl Words, language: Language, known: &Known) -> usize {
    let exempt = known.course.exempt.get(&language).into_iter().flatten().map(String::as_str);
    let texts = item.texts();
    let running = texts.iter().filter(|text| text.kind != TextKind::Name).map(|text| text.text);
    Readability::of(running, &Exempt::new(exempt)).lix()
}
