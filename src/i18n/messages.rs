//! The words of one language, with one typed method per key (written by `build.rs` from `locales/`).

use std::fmt::Display;

use serde::Deserialize;

#[cfg(feature = "author")]
use super::catalogue;
use crate::json;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The interface's words in one language. Made from the first words file by [`Messages::parse`]; those of the
/// rooms follow with [`Messages::with_rooms`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Messages {
    texts: Vec<Box<str>>,
}

/// A text of the interface by its method: `Messages::home_title`.
pub type Phrase = fn(&Messages) -> &str;

/// Why a words file was not taken into use. The language in use stays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// The file is not a words file.
    #[error("not a words file: {0}")]
    Unreadable(String),
    /// The file was made for another version of the app.
    #[error("the words were made for another version")]
    OtherVersion,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
struct WordsFile {
    keys: String,
    texts: Vec<Box<str>>,
}

impl Messages {
    /// Reads the words of the first screen. Every text of a room is empty until its words come.
    ///
    /// # Errors
    /// [`WordsError::Unreadable`] when it is not a words file, [`WordsError::OtherVersion`] when it
    /// holds other keys than this build knows: never a wrong word in the wrong place.
    pub fn parse(json: &str) -> Result<Self, WordsError> {
        Ok(Self { texts: read(json, FIRST)? })
    }

    /// The same words with those of the rooms.
    ///
    /// # Errors
    /// As [`Messages::parse`].
    pub fn with_rooms(&self, json: &str) -> Result<Self, WordsError> {
        let rooms = read(json, ROOMS)?;
        let first = self.texts.iter().take(FIRST.1).cloned();
        Ok(Self { texts: first.chain(rooms).collect() })
    }

    /// Whether the words of the rooms are here.
    #[must_use]
    pub fn are_whole(&self) -> bool {
        self.texts.len() == FIRST.1 + ROOMS.1
    }

    /// No words at all: every text is empty.
    #[must_use]
    pub fn none() -> Self {
        Self { texts: Vec::new() }
    }

    fn text(&self, at: usize) -> &str {
        // The length was checked when the file was read; no screen of a room stands before its words.
        self.texts.get(at).map_or("", |text| text)
    }
}

fn read(json: &str, (keys, count): (&str, usize)) -> Result<Vec<Box<str>>, WordsError> {
    let file: WordsFile = json::read(json.as_bytes()).map_err(unreadable)?;
    if file.keys != keys || file.texts.len() != count {
        return Err(WordsError::OtherVersion);
    }
    Ok(file.texts)
}

#[allow(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn unreadable(error: json::Error) -> WordsError {
    WordsError::Unreadable(error.to_string())
}

/// The words file of a part of a language, as [`Messages`] reads it.
///
/// # Errors
/// [`WordsError::Unreadable`], when the words cannot be written as JSON.
#[cfg(feature = "author")]
pub fn words_file(language: &catalogue::Language, part: catalogue::Part) -> Result<String, WordsError> {
    let texts = catalogue::texts(language, part).into_iter().map(String::into_boxed_str).collect();
    json::write_text(&WordsFile { keys: catalogue::fingerprint(language, part), texts }).map_err(unreadable)
}

#[cfg(feature = "author")]
impl Messages {
    /// All words of a language, straight from what its authors wrote.
    ///
    /// # Errors
    /// As [`Messages::parse`], when the language has other keys than this build knows.
    pub fn of_authors(language: &catalogue::Language) -> Result<Self, WordsError> {
        let file = |part| words_file(language, part);
        Self::parse(&file(catalogue::Part::First)?)?.with_rooms(&file(catalogue::Part::Rooms)?)
    }
}

fn filled(text: &str, arguments: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = arguments.iter().find(|(key, _)| *key == name) {
            use std::fmt::Write as _;
            let _ = write!(out, "{value}");
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_takes_its_arguments_wherever_they_stand() {
        assert_eq!(filled("Steg {n} av {all}.", &[("all", &6), ("n", &3)]), "Steg 3 av 6.");
    }

    #[test]
    fn a_words_file_for_other_keys_is_refused() {
        assert_eq!(Messages::parse(r#"{"keys":"x","texts":[]}"#), Err(WordsError::OtherVersion));
    }
}
