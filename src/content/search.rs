//! Finding what the library holds by a few words. Pure, and made anew for each language.
//!
//! A word is looked for as people type it on a tablet in a hurry. Both what is written and what is looked for is
//! folded first ([`folded`]): case and accents do not count, `å` is `aa` is `a`, `ø` is `oe` is `o`, `æ` is `ae`
//! is `a`. A word is then found as it is, as the start of a longer one («besl»), inside a longer one («kompetanse»
//! in «beslutningskompetanse»), or with one letter wrong, missing, too many or swapped with its neighbour. Every
//! word of a query must be found. This module knows nothing of screens and keeps no history.

mod entries;

use std::collections::BTreeMap;

use super::{DeckItem, Library, TermItem};

pub use entries::term_entry;

/// A word of fewer letters is not looked for inside others, nor with a typing error.
const SHORTEST: usize = 4;
/// From so many letters on a typing error is looked for even where the word is found as it stands: shorter words
/// are too much like each other.
const LONG: usize = 5;
/// From so many letters on the start of a longer word may have a typing error.
const LONG_START: usize = 6;

/// What kinds of things can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A dilemma.
    Case,
    /// A term of the glossary.
    Term,
    /// A law card.
    Law,
    /// A value.
    Value,
    /// A reflection card.
    Card,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Case, Self::Term, Self::Law, Self::Value, Self::Card];

    /// Whether things of this kind happen somewhere, while one is doing something.
    #[must_use]
    pub const fn has_a_place(self) -> bool {
        matches!(self, Self::Case | Self::Card)
    }
}

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its id among those of its kind.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One line that tells what it is.
    pub small: String,
    /// Everything else that it says.
    pub text: String,
    /// Words that it is found by although it does not say them: names of tags and values, other forms.
    pub tags: Vec<String>,
    /// Where it happens: ids of settings. None means anywhere.
    pub settings: Vec<String>,
    /// What one is doing when it happens: the id of a task; empty where there is none.
    pub task: String,
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The words, as they are typed.
    pub query: String,
    /// Only things of this kind.
    pub kind: Option<Kind>,
    /// Only what happens here: the id of a setting.
    pub setting: Option<String>,
    /// Only what happens when one is doing this: the id of a task.
    pub task: Option<String>,
}

impl Wanted {
    /// Whether something is of the wanted kind, place and task. Where only kinds are wanted that happen nowhere,
    /// place and task do not count.
    #[must_use]
    pub fn fits(&self, entry: &Entry) -> bool {
        if self.kind.is_some_and(|kind| kind != entry.kind) {
            return false;
        }
        if self.kind.is_some_and(|kind| !kind.has_a_place()) {
            return true;
        }
        let is_here = |id: &String| {
            let anywhere = entry.settings.is_empty() && entry.kind.has_a_place();
            anywhere || entry.settings.contains(id)
        };
        self.setting.as_ref().is_none_or(is_here) && self.task.as_ref().is_none_or(|task| entry.task == *task)
    }
}

/// What was found of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// Places in [`Catalogue::entries`], the best first.
    pub places: Vec<usize>,
}

/// Everything that can be found, with its index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    entries: Vec<Entry>,
    index: Index,
}

impl Catalogue {
    /// Of these things.
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        let index = Index::of(&entries);
        Self { entries, index }
    }

    /// Of everything in one language.
    #[must_use]
    pub fn of_library(library: &Library, decks: &[DeckItem], terms: &[TermItem]) -> Self {
        Self::of(entries::of_library(library, decks, terms))
    }

    /// The things, in the order in which they were given.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What is wanted, kind by kind; a kind of which there is nothing is left out.
    #[must_use]
    pub fn find(&self, wanted: &Wanted) -> Vec<Group> {
        let hits = self.index.find(&wanted.query);
        let fitting = |place: &usize| self.entries.get(*place).is_some_and(|entry| wanted.fits(entry));
        let hits: Vec<usize> = hits.into_iter().filter(fitting).collect();
        let of_kind = |kind: Kind| Group {
            kind,
            places: hits
                .iter()
                .copied()
                .filter(|place| self.entries.get(*place).is_some_and(|entry| entry.kind == kind))
                .collect(),
        };
        Kind::ALL.into_iter().map(of_kind).filter(|group| !group.places.is_empty()).collect()
    }
}

/// Where in a thing a word stands, the most telling place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Tag,
    Text,
}

/// A thing that a word stands in, and the most telling place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Posting {
    entry: usize,
    field: Field,
}

/// How a word of a query is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Start,
    Inside,
    Typo,
}

/// How far a hit is from what was looked for: 0 is nearest. What was meant as it was typed comes before any typing
/// error; among both, titles come first, then the fit, then the place.
const fn distance(fit: Fit, field: Field) -> u32 {
    match (fit, field) {
        (Fit::Typo, field) => 9 + field as u32,
        (fit, Field::Title) => fit as u32,
        (fit, field) => 3 + 2 * fit as u32 + (field as u32 - 1),
    }
}

/// Not found.
const NOWHERE: u32 = u32::MAX;

/// Every word of some things, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    /// The words in order, each with what it stands in.
    words: Vec<(String, Vec<Posting>)>,
    /// All words after one another, for looking inside them in one go.
    joined: String,
    /// Where each word begins in `joined`.
    starts: Vec<usize>,
    entries: usize,
}

impl Index {
    /// Of these things.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        let mut known: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let mut take = |text: &str, field| take_in(&mut known, text, Posting { entry: place, field });
            take(&entry.title, Field::Title);
            for tag in &entry.tags {
                take(tag, Field::Tag);
            }
            take(&entry.text, Field::Text);
        }
        let words: Vec<(String, Vec<Posting>)> = known.into_iter().collect();
        let (mut joined, mut starts) = (String::new(), Vec::new());
        for (word, _) in &words {
            starts.push(joined.len());
            joined.push_str(word);
            // No word has it in it, so that nothing is found across two words.
            joined.push(' ');
        }
        Self { words, joined, starts, entries: entries.len() }
    }

    /// The places of the things that every word of the query is found in, the nearest first; where two are as
    /// near, in the order in which they were given. A query without a word finds everything.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<usize> {
        let mut words = folded(query);
        words.sort();
        words.dedup();
        let mut distances = vec![0_u32; self.entries];
        for word in &words {
            for (all, one) in distances.iter_mut().zip(self.distances(word)) {
                *all = all.saturating_add(one);
            }
        }
        let mut found: Vec<(u32, usize)> =
            distances.into_iter().enumerate().map(|(place, far)| (far, place)).collect();
        found.retain(|(far, _)| *far != NOWHERE);
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// How far each thing is from one word.
    fn distances(&self, word: &str) -> Vec<u32> {
        let mut distances = vec![NOWHERE; self.entries];
        let letters = word.chars().count();
        let mut is_known = false;
        let first = self.words.partition_point(|(known, _)| known.as_str() < word);
        for (known, postings) in
            self.words.iter().skip(first).take_while(|(known, _)| known.starts_with(word))
        {
            nearer(&mut distances, postings, if known == word { Fit::Exact } else { Fit::Start });
            is_known = true;
        }
        if letters < SHORTEST {
            return distances;
        }
        for (at, _) in self.joined.match_indices(word) {
            let place = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
            if let Some((_, postings)) = self.words.get(place) {
                nearer(&mut distances, postings, Fit::Inside);
                is_known = true;
            }
        }
        if letters >= LONG || !is_known {
            for (_, postings) in
                self.words.iter().filter(|(known, _)| is_near(word, known, letters >= LONG_START))
            {
                nearer(&mut distances, postings, Fit::Typo);
            }
        }
        distances
    }
}

fn nearer(distances: &mut [u32], postings: &[Posting], fit: Fit) {
    for posting in postings {
        if let Some(far) = distances.get_mut(posting.entry) {
            *far = (*far).min(distance(fit, posting.field));
        }
    }
}

/// Notes where the words of a text stand. Texts come with the most telling place first.
fn take_in(known: &mut BTreeMap<String, Vec<Posting>>, text: &str, posting: Posting) {
    for word in folded(text) {
        let postings = known.entry(word).or_default();
        if postings.last().is_none_or(|last| last.entry != posting.entry) {
            postings.push(posting);
        }
    }
}

/// Whether one letter replaced, put in, taken out or swapped with its neighbour makes a word the same as a known one,
/// or, `as_start`, as what a known one begins with. One error is always where the two first differ.
fn is_near(word: &str, known: &str, as_start: bool) -> bool {
    let same: usize =
        word.chars().zip(known.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (word, known) = (word.get(same..).unwrap_or_default(), known.get(same..).unwrap_or_default());
    let meets = |word: &str, known: &str| if as_start { known.starts_with(word) } else { known == word };
    let ((a, word_after), (b, known_after)) = (first(word), first(known));
    let ((c, word_then), (d, known_then)) = (first(word_after), first(known_after));
    meets(word_after, known_after)
        || meets(word_after, known)
        || meets(word, known_after)
        || (c.is_some() && a == d && b == c && meets(word_then, known_then))
}

/// The first letter, and what comes after it.
fn first(text: &str) -> (Option<char>, &str) {
    let mut letters = text.chars();
    (letters.next(), letters.as_str())
}

/// The words of a text as they are compared:
///
/// | written | compared as |
/// |---|---|
/// | capital letters | small ones |
/// | `å`, `aa`, `æ`, `ae`, `ä`, `á`, `à`, `â` | `a` |
/// | `ø`, `oe`, `ö`, `ó`, `ò`, `ô` | `o` |
/// | `é`, `è`, `ê`, `ü`, `č`, `đ`, `ŋ`, `š`, `ŧ`, `ž` | the letter without its mark |
/// | `’`, `'`, soft hyphen, combining marks | nothing |
/// | `4-3` | one word: a section of an act |
/// | everything else that is no letter and no digit | the end of a word |
#[must_use]
pub fn folded(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            '-' if word.ends_with(is_digit) && letters.peek().copied().is_some_and(is_digit) => {
                word.push('-')
            }
            letter if letter.is_alphanumeric() => push_folded(&mut word, letter),
            _ if word.is_empty() => {}
            _ => words.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// The second letter of `aa`, `ae` and `oe` goes, whichever way the first was written.
fn push_folded(word: &mut String, letter: char) {
    let plain = match letter {
        'å' | 'æ' | 'ä' | 'á' | 'à' | 'â' => 'a',
        'ø' | 'ö' | 'ó' | 'ò' | 'ô' => 'o',
        'é' | 'è' | 'ê' => 'e',
        'ü' => 'u',
        'č' => 'c',
        'đ' => 'd',
        'ŋ' => 'n',
        'š' => 's',
        'ŧ' => 't',
        'ž' => 'z',
        other => other,
    };
    let is_second = matches!((word.chars().next_back(), plain), (Some('a'), 'a' | 'e') | (Some('o'), 'e'));
    if !is_second {
        word.push(plain);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(title: &str, tags: &[&str], text: &str) -> Entry {
        Entry {
            kind: Kind::Case,
            id: title.to_owned(),
            title: title.to_owned(),
            small: String::new(),
            text: text.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            settings: Vec::new(),
            task: String::new(),
        }
    }

    #[test]
    fn words_are_folded_to_what_a_hurried_person_types() {
        let table = [
            ("Pårørende", "parorende"),
            ("paarorende", "parorende"),
            ("PAAROERENDE", "parorende"),
            ("kjæreste kjaereste", "kjareste kjareste"),
            ("pa\u{30a}rørende", "parorende"),
            ("pasient- og brukerrett", "pasient og brukerrett"),
            ("§ 4-3", "4-3"),
            ("one’s carer's", "ones carers"),
            ("sam\u{ad}tykke", "samtykke"),
            ("NEWS2, ISBAR", "news2 isbar"),
            ("– § … »", ""),
        ];
        for (text, expected) in table {
            assert_eq!(folded(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn one_letter_may_be_wrong_and_no_more() {
        let table = [
            ("dusj", "dusj", true),
            ("dusk", "dusj", true),
            ("duj", "dusj", true),
            ("dussj", "dusj", true),
            ("dsuj", "dusj", true),
            ("udsj", "dusj", true),
            ("dujs", "dusj", true),
            ("jsud", "dusj", false),
            ("duks", "dusj", false),
            ("du", "dusj", false),
            ("", "a", true),
            ("ååå", "å", false),
        ];
        for (one, other, is_near) in table {
            assert_eq!(super::is_near(one, other, false), is_near, "{one} {other}");
            assert_eq!(super::is_near(other, one, false), is_near, "{other} {one}");
        }
    }

    #[test]
    fn the_start_of_a_longer_word_may_have_an_error_too() {
        let table = [
            ("samtyke", "samtykkekompetanse", true),
            ("beslutingsk", "beslutningskompetanse", true),
            ("belsutning", "beslutningskompetanse", true),
            ("beslutnongsk", "beslutningskompetanse", true),
            ("besluttningsk", "beslutningskompetanse", true),
            ("beslutingskm", "beslutningskompetanse", false),
            ("samtykket", "samtykke", true),
            ("samtykkete", "samtykke", false),
        ];
        for (word, known, is_near) in table {
            assert_eq!(super::is_near(word, known, true), is_near, "{word} {known}");
        }
    }

    #[test]
    fn what_is_nearest_comes_first_and_the_order_given_decides_the_rest() {
        let entries = [
            entry("Om natta", &[], "Hun vil ikke i dusjen."),
            entry("Ro", &[], "Han vil ikke i dusj."),
            entry("Ro igjen", &["Dusj og stell"], ""),
            entry("Dusjen som står på", &[], ""),
            entry("En dusj", &[], ""),
            entry("Ny dusj", &[], ""),
            entry("Kledning", &[], "Veggen er dusk og grå."),
        ];
        assert_eq!(Index::of(&entries).find("dusj"), [4, 5, 3, 2, 1, 0]);
        assert_eq!(Index::of(&entries).find("Dusjj"), [4, 5, 2, 1], "with an error, none but errors");
        assert_eq!(Index::of(&entries).find("dusj ny"), [5], "every word");
        assert_eq!(Index::of(&entries).find(" "), [0, 1, 2, 3, 4, 5, 6], "no word, everything");
    }

    #[test]
    fn what_stands_in_a_title_with_an_error_comes_after_what_stands_in_a_text_without_one() {
        let entries = [entry("Trygg", &[], ""), entry("Annet", &[], "Hun er trygd.")];
        assert_eq!(Index::of(&entries).find("trygd"), [1, 0]);
    }

    #[test]
    fn kind_place_and_task_narrow_and_what_happens_anywhere_happens_here() {
        let mut here = entry("Her", &[], "");
        here.settings = vec!["bolig".to_owned()];
        here.task = "stell".to_owned();
        let mut anywhere = entry("Hvor som helst", &[], "");
        anywhere.kind = Kind::Card;
        anywhere.task = "vakt".to_owned();
        let mut law = entry("Lov", &[], "");
        law.kind = Kind::Law;
        let catalogue = Catalogue::of(vec![here, anywhere, law]);
        let found = |kind, setting: &str, task: &str| {
            let some = |word: &str| (!word.is_empty()).then(|| word.to_owned());
            let wanted = Wanted { query: String::new(), kind, setting: some(setting), task: some(task) };
            catalogue.find(&wanted).into_iter().flat_map(|group| group.places).collect::<Vec<_>>()
        };
        assert_eq!(found(None, "", ""), [0, 2, 1]);
        assert_eq!(found(None, "bolig", ""), [0, 1]);
        assert_eq!(found(None, "sykehjem", ""), [1]);
        assert_eq!(found(None, "", "stell"), [0]);
        assert_eq!(found(Some(Kind::Case), "bolig", "vakt"), [0; 0]);
        assert_eq!(found(Some(Kind::Law), "bolig", "vakt"), [2], "a law has neither place nor task");
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_or_looked_for_ends_the_app(titles in prop::collection::vec(".{0,30}", 0..6), query in ".{0,30}") {
            let entries: Vec<Entry> = titles.iter().map(|title| entry(title, &[title], title)).collect();
            let found = Index::of(&entries).find(&query);
            prop_assert!(found.len() <= entries.len());
            for (place, title) in titles.iter().enumerate() {
                prop_assert!(Index::of(&entries).find(title).contains(&place), "{title}");
            }
        }

        #[test]
        fn a_fold_of_a_fold_is_the_same(text in ".{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once.join(" ")), once);
        }
    }
}
