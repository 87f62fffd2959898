//! Rules for how every text is written: there, short, calm, and about nobody.

use std::collections::BTreeSet;

use super::Examination;
use super::course::Place;
use super::finding::Problem;
use super::texts::{Text, TextKind, Words};
use crate::content::readability::{Exempt, Readability, sentences, words};
use crate::ethics::privacy::month_of;
use crate::i18n::{Day, Language};

/// The most words in a sentence, in every language.
const SENTENCE: usize = 20;
/// The highest LIX of an item, in Norwegian.
const LIX: usize = 40;
/// The highest LIX of a whole deck, in Norwegian.
const DECK_LIX: usize = 35;
/// Words that give an answer away.
const ANSWERS: [&str; 7] =
    ["fasit", "riktig svar", "riktige svaret", "rett svar", "rette svaret", "right answer", "correct answer"];
/// The folder of the law cards.
const LAWS: &str = "reference/laws";
/// How many long words a finding names.
const LONG_WORDS: usize = 8;

impl Examination<'_> {
    pub(super) fn writing(&mut self, place: &Place, language: Language, item: &impl Words) {
        let texts = item.texts();
        for text in &texts {
            self.text(place, language, text);
        }
        self.lix(place, language, LIX, &texts);
    }

    /// The readability of a whole deck, where short texts even each other out.
    pub(super) fn deck_lix(&mut self, place: &Place, language: Language, texts: &[Text<'_>]) {
        self.lix(place, language, DECK_LIX, texts);
    }

    /// A text of a card opens a talk and closes none.
    pub(super) fn no_answer(&mut self, place: &Place, language: Language, text: &Text<'_>) {
        let small = text.text.to_lowercase();
        if let Some(answer) = ANSWERS.iter().find(|answer| small.contains(**answer)) {
            self.words(place, language, &text.field, Problem::Answer((*answer).to_owned()));
        }
    }

    fn text(&mut self, place: &Place, language: Language, text: &Text<'_>) {
        let Text { field, text, kind } = text;
        if text.trim().is_empty() {
            if *kind != TextKind::Optional {
                self.words(place, language, field, Problem::Empty);
            }
            return;
        }
        if text.contains('!') {
            self.words(place, language, field, Problem::Exclamation);
        }
        for sentence in sentences(text) {
            let count = words(&sentence).count();
            if count > SENTENCE {
                let problem = Problem::LongSentence { words: count, limit: SENTENCE, sentence };
                self.words(place, language, field, problem);
            }
        }
        self.sections(place, language, field, text);
        // A law card speaks of no person, and the day a law came into force is public.
        let guard = self.guard.filter(|_| place.words_folder != LAWS);
        let found = guard.map(|find| find(text)).unwrap_or_default();
        for found in found.into_iter().filter(|found| !self.may_stand(field, found)).collect::<Vec<_>>() {
            self.words(place, language, field, Problem::Identifies(found));
        }
    }

    /// Whether what the guard found may stand in the item: a name of its people, whole or in part and also as «Astrids»,
    /// or a day that is public. A fork and the opening of a lesson go into a reflection, where roles stand and no names.
    fn may_stand(&self, field: &str, found: &str) -> bool {
        let goes_along = ["forks.", "opening."].iter().any(|part| field.starts_with(part));
        let is = |name: &str| found.strip_prefix(name).is_some_and(|rest| ["", "s", "’s"].contains(&rest));
        let mut people = self.people.iter();
        !goes_along
            && (people.any(|name| is(name) || name.split(' ').any(is))
                || written_day(found).is_some_and(|day| self.days.contains(&day)))
    }

    /// A section that a text names has a law card, or stands in one as its source.
    fn sections(&mut self, place: &Place, language: Language, field: &str, text: &str) {
        let is_known = |section: &str| self.sections.is_empty() || self.sections.contains(section);
        let unknown = sections(text).filter(|(short, long)| !is_known(short) && !is_known(long));
        let unknown: BTreeSet<String> = unknown.map(|(_, long)| long).collect();
        for section in unknown {
            self.words(place, language, field, Problem::UnknownSection(format!("§ {section}")));
        }
    }

    /// LIX is made for Scandinavian languages and says little about English.
    fn lix(&mut self, place: &Place, language: Language, limit: usize, texts: &[Text<'_>]) {
        if language == Language::En {
            return;
        }
        let none = Exempt::default();
        let exempt = self.exempt.get(&language).unwrap_or(&none);
        let running = texts.iter().filter(|text| text.kind != TextKind::Name).map(|text| text.text);
        let read = Readability::of(running, exempt);
        let lix = read.lix();
        if lix > limit {
            let long_words = longest(read.long_words);
            self.words(place, language, "", Problem::HardToRead { lix, limit, long_words });
        }
    }

    /// A question that a person is asked.
    pub(super) fn question(&mut self, place: &Place, language: Language, field: &str, text: &str) {
        if !text.trim().is_empty() && !text.trim_end().ends_with('?') {
            self.words(place, language, field, Problem::NoQuestionMark);
        }
    }

    /// A text of at most `limit` words.
    pub(super) fn length(
        &mut self,
        place: &Place,
        language: Language,
        field: &str,
        text: &str,
        limit: usize,
    ) {
        let count = words(text).count();
        if count > limit {
            self.words(place, language, field, Problem::LongText { words: count, limit });
        }
    }
}

/// The sections that a text names, each as short and as long as it can be read: «§ 4-6 a» as `4-6` and
/// `4-6 a`, because in «§ 7 i loven» the letter is a word.
pub(super) fn sections(text: &str) -> impl Iterator<Item = (String, String)> {
    let after = text.split('§').skip(1).map(|rest| rest.trim_start_matches(['\u{a0}', ' ']));
    after.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).map(|rest| {
        let short = number_of(rest);
        let behind = rest.get(short.len()..).unwrap_or_default();
        let letter = behind.strip_prefix([' ', '\u{a0}']).map(number_of).unwrap_or_default();
        let is_letter = letter.split('-').next().is_some_and(|word| word.chars().count() == 1);
        let long = if is_letter { format!("{short} {letter}") } else { short.to_owned() };
        (short.to_owned(), long)
    })
}

/// A day as «1. juli 2026» or “1 July 2026”.
fn written_day(text: &str) -> Option<Day> {
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = u8::try_from(month_of(&month.to_lowercase())?).ok()?;
    let day = Day::new(year.parse().ok()?, month, day.trim_end_matches('.').parse().ok()?)?;
    words.next().is_none().then_some(day)
}

/// The sections that a source lists in one go: «§§ 4-1, 4-3 og 4-6 a» names three.
#[cfg(feature = "author")]
pub(super) fn sections_listed(place: &str) -> Vec<String> {
    let lists = place.split('§').skip(1);
    let listed = lists.flat_map(|list| list.split([',', ';']).flat_map(|part| part.split(" og ")));
    let each = listed.map(|section| format!("§ {}", section.trim()));
    each.flat_map(|section| sections(&section).collect::<Vec<_>>())
        .flat_map(|(short, long)| [short, long])
        .collect()
}

fn number_of(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches('-')
}

fn longest(mut long_words: Vec<String>) -> String {
    long_words.sort();
    long_words.dedup();
    long_words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    long_words.truncate(LONG_WORDS);
    long_words.join(", ")
}
