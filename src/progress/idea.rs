//! Idéboksen: a case that somebody wants the group to talk about. It has no author and no time, so that nobody
//! need ask who wrote it (docs/decisions/0015).

use serde::{Deserialize, Serialize};

use crate::ethics::{Opening, Origin};
use crate::i18n::Language;

/// How long the name of an idea may be in a list, characters.
const NAME: usize = 80;

/// A case for the group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Idea {
    /// What happened, or what somebody thinks of.
    pub text: String,
    /// What they are in doubt about; may be empty.
    pub question: String,
    /// The language that it is written in.
    pub language: Language,
    /// It lies in the box; before that it is being written.
    pub offered: bool,
    /// Somebody has begun a reflection on it.
    pub taken_up: bool,
}

/// What is done to an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdeaEdit {
    /// What happened, as it stands now.
    Text(String),
    /// The doubt, as it stands now.
    Question(String),
    /// It is put into the box.
    Offered,
    /// A reflection on it has begun.
    TakenUp,
}

impl Idea {
    /// An idea that nobody has written on yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.question.trim().is_empty()
    }

    /// Takes in what is done. An idea without a word is not put into the box.
    pub fn apply(&mut self, edit: IdeaEdit) {
        match edit {
            IdeaEdit::Text(text) => self.text = text,
            IdeaEdit::Question(text) => self.question = text,
            IdeaEdit::Offered => self.offered = !self.is_empty(),
            IdeaEdit::TakenUp => self.taken_up = true,
        }
    }

    /// What it is called in a list: its first words.
    #[must_use]
    pub fn name(&self) -> String {
        let text = if self.text.trim().is_empty() { &self.question } else { &self.text };
        first_words(text, NAME)
    }

    /// The reflection that it can begin.
    #[must_use]
    pub fn opening(&self) -> Opening {
        Opening {
            text: self.text.trim().to_owned(),
            question: self.question.trim().to_owned(),
            origin: Origin::Idea,
            ..Opening::default()
        }
    }
}

/// The first line of a text, cut between words.
pub(super) fn first_words(text: &str, most: usize) -> String {
    let line = text.trim().lines().next().unwrap_or_default().trim();
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let mut short = String::new();
    for word in line.split_whitespace() {
        if !short.is_empty() && short.chars().count() + word.chars().count() >= most {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(most));
    }
    let end = short.trim_end_matches(|sign: char| sign.is_ascii_punctuation()).len();
    short.truncate(end);
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idea_is_named_by_its_first_words_and_never_cut_inside_one() {
        let idea = |text: &str, question: &str| Idea {
            text: text.into(),
            question: question.into(),
            ..Idea::new(Language::Nb)
        };
        assert_eq!(idea("  Hun vil hjem.\nHver kveld. ", "").name(), "Hun vil hjem.");
        assert_eq!(idea(" ", "Bør vi låse?").name(), "Bør vi låse?");
        let long = "Hun vil hjem hver kveld og spør alle som går forbi om de kan følge henne til bussen nå";
        let name = idea(long, "").name();
        assert!(name.chars().count() <= NAME + 1 && name.ends_with("henne til…"), "{name}");
        let stopped = idea(&"Hun ringer på og er redd. ".repeat(5), "").name();
        assert!(stopped.ends_with("redd…"), "{stopped}");
        let one_word = "æ".repeat(200);
        assert_eq!(idea(&one_word, "").name().chars().count(), NAME + 1);
    }

    #[test]
    fn an_idea_without_a_word_is_not_put_into_the_box() {
        let mut idea = Idea::new(Language::Nn);
        idea.apply(IdeaEdit::Text(" \n".into()));
        idea.apply(IdeaEdit::Offered);
        assert!(!idea.offered);
        idea.apply(IdeaEdit::Question("Bør vi vente?".into()));
        idea.apply(IdeaEdit::Offered);
        assert!(idea.offered);
    }

    #[test]
    fn a_reflection_on_an_idea_begins_with_its_words_and_nothing_else() {
        let idea =
            Idea {
                text: " Hun vil hjem ".into(), question: "Bør vi følge henne?".into(), ..Idea::default()
            };
        let opening = idea.opening();
        assert_eq!(
            (opening.text.as_str(), opening.question.as_str()),
            ("Hun vil hjem", "Bør vi følge henne?")
        );
        assert_eq!(opening.origin, Origin::Idea);
        assert!(opening.title.is_empty() && opening.facts.is_empty() && opening.parties.is_empty());
    }
}
