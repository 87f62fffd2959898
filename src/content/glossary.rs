//! The glossary as it is used: a term found by its id, in the alphabet, and wherever it stands in a text. Pure.
//!
//! A form matches whole words only. One in small letters matches however it is written; one with a capital letter,
//! an abbreviation, matches as it stands, since «SME» is not «sme». Of forms that begin at the same word the
//! longest counts, and of a term only its first occurrence is marked. A word with a hyphen at its side is a part of
//! another word and is left alone.

use std::cmp::Reverse;

use super::{TermItem, TermPack};
use crate::ethics::TermId;
use crate::i18n::Language;

/// The terms of one language, with every form that they are found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    language: Language,
    terms: Vec<TermItem>,
    /// By their first word, the longest first.
    forms: Vec<Form>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Form {
    first: String,
    text: String,
    /// Capital letters count.
    as_written: bool,
    term: TermId,
}

/// A text with its terms marked, paragraph by paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The paragraphs; none of them is empty.
    pub paragraphs: Vec<Vec<Piece>>,
    /// The terms that are marked, in the order in which they stand.
    pub terms: Vec<TermId>,
}

impl Marked {
    /// A text in which nothing is marked.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let paragraphs = lines(text).map(|line| vec![Piece::Text(line.to_owned())]).collect();
        Self { paragraphs, terms: Vec::new() }
    }
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Running text.
    Text(String),
    /// A term, with the signs that no line may part from it.
    Term {
        /// The signs right before it, such as `«`.
        before: String,
        /// The word or words, as they stand.
        word: String,
        /// The signs right after it, such as `».`.
        after: String,
        /// Which term.
        id: TermId,
    },
}

impl Glossary {
    /// The glossary of a pack.
    #[must_use]
    pub fn of(pack: TermPack) -> Self {
        let mut forms: Vec<Form> = pack.terms.iter().flat_map(forms_of).collect();
        forms.sort_by(|one, other| {
            let key = |form: &Form| Reverse(form.text.chars().count());
            one.first
                .cmp(&other.first)
                .then_with(|| key(one).cmp(&key(other)))
                // What must be written so comes before what may be written in any way.
                .then_with(|| other.as_written.cmp(&one.as_written))
        });
        Self { language: pack.language, terms: pack.terms, forms }
    }

    /// The language of every text in it.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The terms, in the order of the authors.
    #[must_use]
    pub fn terms(&self) -> &[TermItem] {
        &self.terms
    }

    /// A term.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&TermItem> {
        self.terms.iter().find(|item| item.neutral.id == *id)
    }

    /// The terms under the letters of the alphabet: `0–9`, `A` … `Z`, and in Norwegian `Æ`, `Ø`, `Å` last.
    #[must_use]
    pub fn alphabet(&self) -> Vec<(String, Vec<&TermItem>)> {
        let mut terms: Vec<(Vec<u32>, &TermItem)> =
            self.terms.iter().map(|term| (sort_key(&term.words.name, self.language), term)).collect();
        terms.sort_by(|one, other| {
            one.0.cmp(&other.0).then_with(|| one.1.words.name.cmp(&other.1.words.name))
        });
        let mut letters: Vec<(String, Vec<&TermItem>)> = Vec::new();
        for (_, term) in terms {
            let letter = heading(&term.words.name, self.language);
            match letters.last_mut().filter(|(last, _)| *last == letter) {
                Some((_, below)) => below.push(term),
                None => letters.push((letter, vec![term])),
            }
        }
        letters
    }

    /// Marks the first occurrence of every term in a text. A term that is just being explained (`but`) is not
    /// marked.
    #[must_use]
    pub fn mark(&self, text: &str, but: Option<&TermId>) -> Marked {
        let mut marked = Marked::default();
        for line in lines(text) {
            let pieces = self.mark_line(line, but, &mut marked.terms);
            marked.paragraphs.push(pieces);
        }
        marked
    }

    fn mark_line(&self, line: &str, but: Option<&TermId>, taken: &mut Vec<TermId>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut pending = String::new();
        let mut rest = line;
        let mut last = None;
        while let Some(letter) = rest.chars().next() {
            let found = if is_of_a_word(letter) && !last.is_some_and(is_of_a_word) {
                self.longest_at(rest)
            } else {
                None
            };
            let length = found.map_or(letter.len_utf8(), |(length, _)| length);
            let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            rest = after;
            last = word.chars().next_back();
            match found.map(|(_, id)| id).filter(|id| but != Some(*id) && !taken.contains(*id)) {
                None => pending.push_str(word),
                Some(id) => {
                    let before = signs_at_end(&mut pending);
                    if !pending.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut pending)));
                    }
                    let signs = rest.find(|c: char| !is_sign(c)).unwrap_or(rest.len());
                    let (after, then) = rest.split_at_checked(signs).unwrap_or((rest, ""));
                    rest = then;
                    last = after.chars().next_back().or(last);
                    taken.push(id.clone());
                    pieces.push(Piece::Term {
                        before,
                        word: word.to_owned(),
                        after: after.to_owned(),
                        id: id.clone(),
                    });
                }
            }
        }
        if !pending.is_empty() {
            pieces.push(Piece::Text(pending));
        }
        pieces
    }

    /// The longest form that stands whole at the start of a text, by its length in bytes.
    fn longest_at(&self, text: &str) -> Option<(usize, &TermId)> {
        let first = first_word(text);
        let from = self.forms.partition_point(|form| form.first < first);
        let same = self.forms.iter().skip(from).take_while(|form| form.first == first);
        same.filter_map(|form| Some((form.length_at(text)?, &form.term))).next()
    }
}

impl Form {
    /// How many bytes of a text it covers, where the text begins with it and a word ends there.
    fn length_at(&self, text: &str) -> Option<usize> {
        let mut length = 0;
        let mut letters = text.chars();
        for wanted in self.text.chars() {
            let letter = letters.next()?;
            let fits = if self.as_written { letter == wanted } else { is_alike(letter, wanted) };
            let is_space = letter.is_whitespace() && wanted == ' ';
            if !(fits || is_space) {
                return None;
            }
            length += letter.len_utf8();
        }
        (!letters.next().is_some_and(is_of_a_word)).then_some(length)
    }
}

fn forms_of(term: &TermItem) -> impl Iterator<Item = Form> {
    let forms = term.words.forms.iter().map(|form| form.trim()).filter(|form| !first_word(form).is_empty());
    forms.map(|form| Form {
        first: first_word(form),
        text: form.to_owned(),
        as_written: form.chars().any(char::is_uppercase),
        term: term.neutral.id.clone(),
    })
}

/// The letters and digits that a text begins with, in small letters.
fn first_word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_alike(one: char, other: char) -> bool {
    one == other || one.to_lowercase().eq(other.to_lowercase())
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// What stands beside a word without a space and is none.
fn is_sign(letter: char) -> bool {
    !letter.is_whitespace() && !is_of_a_word(letter)
}

fn signs_at_end(text: &mut String) -> String {
    let signs: usize = text.chars().rev().take_while(|letter| is_sign(*letter)).map(char::len_utf8).sum();
    text.split_off(text.len().saturating_sub(signs))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

/// A letter without its mark, small: `é` is e. Norwegian keeps æ, ø and å.
fn plain(letter: char, language: Language) -> char {
    match (letter, language) {
        ('é' | 'è' | 'ê' | 'ë', _) => 'e',
        ('ó' | 'ò' | 'ô', _) => 'o',
        ('á' | 'à' | 'â', _) => 'a',
        ('ü', _) => 'u',
        ('ä', Language::Nb | Language::Nn) => 'æ',
        ('ö', Language::Nb | Language::Nn) => 'ø',
        ('å' | 'ä' | 'æ', Language::En) => 'a',
        ('ø' | 'ö', Language::En) => 'o',
        (other, _) => other,
    }
}

/// What a name is put in order by: digits, then letters; spaces and signs before both.
fn sort_key(name: &str, language: Language) -> Vec<u32> {
    let place = |letter: char| match plain(letter, language) {
        'æ' => u32::from('z') + 1,
        'ø' => u32::from('z') + 2,
        'å' => u32::from('z') + 3,
        letter if letter.is_ascii_alphanumeric() => u32::from(letter),
        letter if letter.is_alphanumeric() => u32::from(letter) + 4,
        _ => 0,
    };
    name.chars().flat_map(char::to_lowercase).map(place).collect()
}

/// The letter that a name stands under.
fn heading(name: &str, language: Language) -> String {
    let first = name.chars().flat_map(char::to_lowercase).find(|letter| letter.is_alphanumeric());
    match first {
        Some(digit) if digit.is_numeric() => "0–9".to_owned(),
        Some(letter) => plain(letter, language).to_uppercase().to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::{FORMAT_VERSION, Metadata, Revision, Term, TermField, TermWords};

    fn term(id: &str, forms: &[&str]) -> TermItem {
        TermItem {
            neutral: Term {
                id: id.into(),
                field: TermField::Ethics,
                see: Vec::new(),
                metadata: Metadata::default(),
            },
            words: TermWords {
                name: id.to_owned(),
                forms: forms.iter().map(|form| (*form).to_owned()).collect(),
                text: String::new(),
                example: String::new(),
            },
            revision: Revision::default(),
        }
    }

    fn glossary(language: Language, terms: Vec<TermItem>) -> Glossary {
        Glossary::of(TermPack { format_version: FORMAT_VERSION, language, terms })
    }

    fn ours() -> Glossary {
        glossary(
            Language::Nb,
            vec![
                term("samtykke", &["samtykke", "samtykket"]),
                term("kompetanse", &["kompetanse"]),
                term("samtykkekompetanse", &["samtykkekompetanse"]),
                term("praksis", &["praksis"]),
                term("god-praksis", &["god praksis"]),
                term("sme", &["SME", "SME-modellen"]),
                term("pbrl", &["pasient- og brukerrettighetsloven"]),
            ],
        )
    }

    /// A text with what is marked in brackets.
    fn told(marked: &Marked) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Term { before, word, after, .. } => format!("{before}[{word}]{after}"),
        };
        let line = |line: &Vec<Piece>| line.iter().map(piece).collect::<String>();
        marked.paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_term_is_marked_where_it_stands_as_a_whole_word_and_once() {
        let table = [
            (
                "Samtykke er et ja. Samtykket kan tas tilbake.",
                "[Samtykke] er et ja. Samtykket kan tas tilbake.",
            ),
            ("Hun har ikke samtykkekompetanse.", "Hun har ikke [samtykkekompetanse]."),
            ("samtykkeskjema, fullmakt og «samtykke».", "samtykkeskjema, fullmakt og «[samtykke]»."),
            ("God praksis. Praksis, god praksis.", "[God praksis]. [Praksis], god praksis."),
            ("Vi bruker sme, SME og SME-modellen.", "Vi bruker sme, [SME] og SME-modellen."),
            ("Vi bruker SME-modellen her", "Vi bruker [SME-modellen] her"),
            ("samtykke-skjema og data-kompetanse", "samtykke-skjema og data-kompetanse"),
            ("Les pasient- og brukerrettighetsloven § 4-1", "Les [pasient- og brukerrettighetsloven] § 4-1"),
            ("GOD\u{a0}PRAKSIS", "[GOD\u{a0}PRAKSIS]"),
            ("kompetanse/samtykke", "[kompetanse]/[samtykke]"),
            ("Første\n\nSamtykke\nsamtykke", "Første\n[Samtykke]\nsamtykke"),
            ("samtykke", "[samtykke]"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(told(&ours().mark(text, None)), expected, "{text}");
        }
    }

    #[test]
    fn the_term_that_is_being_explained_is_not_marked_in_its_own_text() {
        let marked = ours().mark("Samtykke krever kompetanse.", Some(&"samtykke".into()));
        assert_eq!(told(&marked), "Samtykke krever [kompetanse].");
        assert_eq!(marked.terms, [TermId::from("kompetanse")]);
    }

    #[test]
    fn no_line_parts_a_word_from_its_signs() {
        let marked = ours().mark("Et («samtykke»), sa hun.", None);
        let expected = vec![
            Piece::Text("Et ".to_owned()),
            Piece::Term {
                before: "(«".to_owned(),
                word: "samtykke".to_owned(),
                after: "»),".to_owned(),
                id: "samtykke".into(),
            },
            Piece::Text(" sa hun.".to_owned()),
        ];
        assert_eq!(marked.paragraphs, [expected]);
    }

    #[test]
    fn the_alphabet_is_that_of_the_language() {
        let names =
            ["Åpenhet", "ærlighet", "Autonomi", "Øving", "één", "Zen", "1-2-4-alle", "etikk", "ABCDE"];
        let letters = |language| {
            let terms = names.iter().map(|name| term(name, &[])).collect();
            let found = glossary(language, terms);
            let below = |(letter, terms): (String, Vec<&TermItem>)| {
                let names: Vec<&str> = terms.iter().map(|term| term.words.name.as_str()).collect();
                format!("{letter}: {}", names.join(", "))
            };
            found.alphabet().into_iter().map(below).collect::<Vec<_>>()
        };
        let norwegian = [
            "0–9: 1-2-4-alle",
            "A: ABCDE, Autonomi",
            "E: één, etikk",
            "Z: Zen",
            "Æ: ærlighet",
            "Ø: Øving",
            "Å: Åpenhet",
        ];
        assert_eq!(letters(Language::Nb), norwegian);
        assert_eq!(letters(Language::Nn), norwegian);
        let english = [
            "0–9: 1-2-4-alle",
            "A: ABCDE, Åpenhet, ærlighet, Autonomi",
            "E: één, etikk",
            "O: Øving",
            "Z: Zen",
        ];
        assert_eq!(letters(Language::En), english);
    }

    proptest! {
        #[test]
        fn a_marked_text_says_what_the_text_says(text in "([sS]amtykke|god praksis|SME|[«». -]|\\PC){0,12}") {
            let marked = ours().mark(&text, None);
            let said = told(&marked).replace(['[', ']'], "");
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            prop_assert_eq!(said, lines.join("\n").replace(['[', ']'], ""));
            let count = marked.paragraphs.iter().flatten().filter(|piece| matches!(piece, Piece::Term { .. })).count();
            prop_assert_eq!(count, marked.terms.len());
        }

        #[test]
        fn any_form_of_any_letters_is_harmless(form in "\\PC{0,8}", text in "\\PC{0,20}") {
            let one = glossary(Language::Nb, vec![term("a", &[&form])]);
            let _ = one.mark(&format!("{text} {form} {text}"), None);
            let _ = one.alphabet();
        }
    }
}
