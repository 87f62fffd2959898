//! Rules for how every text is written: there, short, calm, and about nobody.

use super::Examination;
use crate::content::author::course::Place;
use crate::content::author::finding::Problem;
use crate::content::author::texts::{Text, TextKind, Words};
use crate::content::readability::{Exempt, Readability, sentences, words};
use crate::i18n::Language;

/// The most words in a sentence, in every language.
const SENTENCE: usize = 20;
/// The highest LIX of an item, in Norwegian.
const LIX: usize = 40;
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
        // LIX is made for Scandinavian languages and says little about English.
        if language != Language::En {
            self.lix(place, language, &texts);
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
        // A law card speaks of no person, and the day a law came into force is public.
        let guard = self.guard.filter(|_| place.words_folder != LAWS);
        for found in guard.map(|find| find(text)).unwrap_or_default() {
            self.words(place, language, field, Problem::Identifies(found));
        }
    }

    fn lix(&mut self, place: &Place, language: Language, texts: &[Text<'_>]) {
        let none = Exempt::default();
        let exempt = self.exempt.get(&language).unwrap_or(&none);
        let running = texts.iter().filter(|text| text.kind != TextKind::Name).map(|text| text.text);
        let read = Readability::of(running, exempt);
        let lix = read.lix();
        if lix > LIX {
            let long_words = longest(read.long_words);
            self.words(place, language, "", Problem::HardToRead { lix, limit: LIX, long_words });
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

fn longest(mut long_words: Vec<String>) -> String {
    long_words.sort();
    long_words.dedup();
    long_words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    long_words.truncate(LONG_WORDS);
    long_words.join(", ")
}
