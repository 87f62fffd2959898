//! The name lists: given names and family names, compared without accents and case. Reading the file
//! that the build made; nothing here knows where a name stands in a sentence.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::json;

/// Given and family names, from the JSON that `cargo xtask privacy` compiles.
#[derive(Debug, Default, Clone)]
pub struct Names {
    given: Sorted,
    family: Sorted,
}

/// Why a list of names could not be read.
#[derive(Debug, thiserror::Error)]
pub enum NamesError {
    /// The text is not the JSON this expects.
    #[error("the list of names is not readable: {0}")]
    Unreadable(#[from] json::Error),
}

/// The file: each list is one text. A figure says how many letters a name shares with the one before,
/// then come its other letters: «0anna4e0ola» is «anna», «annae», «ola».
#[derive(Serialize, Deserialize)]
struct File {
    given: String,
    family: String,
}

impl Names {
    /// Reads what [`Names::to_json`] wrote.
    ///
    /// # Errors
    /// When the text is not that JSON.
    pub fn from_json(json: &str) -> Result<Self, NamesError> {
        let file: File = json::read(json.as_bytes())?;
        Ok(Self { given: Sorted::decoded(&file.given), family: Sorted::decoded(&file.family) })
    }

    /// Takes names as people write them, in any order.
    #[must_use]
    pub fn from_lists(given: &[&str], family: &[&str]) -> Self {
        Self { given: Sorted::folded(given), family: Sorted::folded(family) }
    }

    /// The file that the app fetches.
    ///
    /// # Errors
    /// When JSON cannot be written, which does not happen to text.
    pub fn to_json(&self) -> Result<String, NamesError> {
        Ok(json::write_text(&File { given: self.given.encoded(), family: self.family.encoded() })?)
    }

    /// Whether this is a given name.
    pub(super) fn is_given(&self, folded: &str) -> bool {
        self.given.contains(folded)
    }

    /// Whether this is a family name.
    pub(super) fn is_family(&self, folded: &str) -> bool {
        self.family.contains(folded)
    }
}

/// Words in one text, found by binary search.
#[derive(Debug, Default, Clone)]
struct Sorted {
    text: String,
    at: Vec<(u32, u32)>,
}

impl Sorted {
    fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut list = Self::default();
        words.for_each(|word| list.push(word));
        list
    }

    fn folded(names: &[&str]) -> Self {
        let mut folded = String::new();
        let words: BTreeSet<String> = names
            .iter()
            .map(|name| {
                fold(name, &mut folded);
                folded.clone()
            })
            .filter(|word| !word.is_empty())
            .collect();
        Self::new(words.iter().map(String::as_str))
    }

    /// Appends a word, which has to come after all others in order.
    fn push(&mut self, word: &str) {
        let from = self.text.len();
        self.text.push_str(word);
        if let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(self.text.len())) {
            self.at.push((from, to));
        }
    }

    fn decoded(file: &str) -> Self {
        let mut words = BTreeSet::new();
        let mut word = String::new();
        for letter in file.chars() {
            if let Some(shared) = letter.to_digit(10) {
                if !word.is_empty() {
                    words.insert(word.clone());
                }
                word = word.chars().take(shared as usize).collect();
            } else {
                word.push(letter);
            }
        }
        words.insert(word);
        Self::new(words.iter().map(String::as_str).filter(|word| !word.is_empty()))
    }

    fn encoded(&self) -> String {
        let mut file = String::new();
        let mut before = "";
        for place in &self.at {
            let word = slice(&self.text, *place);
            let shared =
                before.chars().zip(word.chars()).take_while(|(one, other)| one == other).count().min(9);
            file.push_str(&shared.to_string());
            file.extend(word.chars().skip(shared));
            before = word;
        }
        file
    }

    fn contains(&self, word: &str) -> bool {
        self.at.binary_search_by(|place| slice(&self.text, *place).cmp(word)).is_ok()
    }
}

fn slice(text: &str, (from, to): (u32, u32)) -> &str {
    text.get(from as usize..to as usize).unwrap_or_default()
}

/// A name in the form the lists are in: small letters without accents, æ, ø and å kept.
pub(super) fn fold(written: &str, into: &mut String) {
    into.clear();
    for letter in written.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | 'æ' | 'ø' | 'å' => into.push(letter),
            // A ring written as a character of its own: «å» from some keyboards and files.
            '\u{30A}' if into.ends_with('a') => {
                into.pop();
                into.push('å');
            }
            '\u{300}'..='\u{36F}' | '\u{AD}' => {}
            'ß' => into.push_str("ss"),
            'þ' => into.push_str("th"),
            'œ' => into.push_str("oe"),
            _ => into.push(base(letter)),
        }
    }
}

/// The letter under the accents. A letter this does not know stays as it is.
fn base(letter: char) -> char {
    const FOLDED: &[(&str, char)] = &[
        ("àáâãäāăąǎạảấầẩẫậắằẳẵặ", 'a'),
        ("çćĉċč", 'c'),
        ("ďđð", 'd'),
        ("èéêëēĕėęěẹẻẽếềểễệ", 'e'),
        ("ĝğġģǧ", 'g'),
        ("ĥħ", 'h'),
        ("ìíîïĩīĭįıỉị", 'i'),
        ("ĵ", 'j'),
        ("ķǩ", 'k'),
        ("ĺļľŀł", 'l'),
        ("ñńņňŋ", 'n'),
        ("òóôõöōŏőơọỏốồổỗộớờởỡợ", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťŧț", 't'),
        ("ùúûüũūŭůűųưụủứừửữự", 'u'),
        ("ŵ", 'w'),
        ("ýÿŷỳỵỷỹ", 'y'),
        ("źżžʒǯ", 'z'),
    ];
    FOLDED.iter().find(|(accented, _)| accented.contains(letter)).map_or(letter, |(_, plain)| *plain)
}
