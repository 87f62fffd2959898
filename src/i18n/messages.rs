//! The words of one language, with one typed method per key (written by `build.rs` from `locales/`).

use std::fmt::Display;

use serde::Deserialize;

use crate::json;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The interface's words in one language. Made from a words file by [`Messages::parse`].
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
struct WordsFile {
    keys: String,
    texts: Vec<Box<str>>,
}

impl Messages {
    /// Reads a words file.
    ///
    /// # Errors
    /// [`WordsError::Unreadable`] when it is not a words file, [`WordsError::OtherVersion`] when it
    /// holds other keys than this build knows: never a wrong word in the wrong place.
    pub fn parse(json: &str) -> Result<Self, WordsError> {
        let file: WordsFile =
            json::read(json.as_bytes()).map_err(|error| WordsError::Unreadable(error.to_string()))?;
        if file.keys != FINGERPRINT || file.texts.len() != TEXTS {
            return Err(WordsError::OtherVersion);
        }
        Ok(Self { texts: file.texts })
    }

    /// No words at all: every text is empty.
    #[must_use]
    pub fn none() -> Self {
        Self { texts: Vec::new() }
    }

    fn text(&self, at: usize) -> &str {
        // The length was checked when the file was read.
        self.texts.get(at).map_or("", |text| text)
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
