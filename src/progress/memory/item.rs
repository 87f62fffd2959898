//! What can be remembered: a name for each thing, the same on every device and in every version.

use std::fmt;

use crate::ethics::{LessonId, TermId};

/// Something that can be remembered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A check question of a lesson.
    Question {
        /// The lesson.
        lesson: LessonId,
        /// Its id in the lesson.
        question: String,
    },
    /// A reading at a border of NEWS2, by the id that the drills give it: `news2.rf.21`.
    Border(String),
    /// A saying that belongs to a letter of ISBAR, by the id that the drills give it: `isbar.foot-wound.dog`.
    Letter(String),
    /// A term of the glossary.
    Term(TermId),
    /// A theme in which nothing is right or wrong, by its tag. It is no fact: it comes in another shape each time.
    Theme(String),
}

const QUESTION: &str = "question";
const NEWS2: &str = "news2";
const ISBAR: &str = "isbar";
const TERM: &str = "term";
const THEME: &str = "theme";

impl Item {
    /// Reads what [`Display`](fmt::Display) writes; none for what this version does not know.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('.').filter(|(_, rest)| !rest.is_empty())?;
        match kind {
            QUESTION => {
                let (lesson, question) = rest.split_once('.')?;
                (!lesson.is_empty() && !question.is_empty())
                    .then(|| Self::Question { lesson: lesson.into(), question: question.to_owned() })
            }
            NEWS2 => Some(Self::Border(text.to_owned())),
            ISBAR => Some(Self::Letter(text.to_owned())),
            TERM => Some(Self::Term(rest.into())),
            THEME => Some(Self::Theme(rest.to_owned())),
            _ => None,
        }
    }

    /// Whether it has a right answer. A theme has none, and is not asked about as one.
    #[must_use]
    pub const fn is_fact(&self) -> bool {
        match self {
            Self::Question { .. } | Self::Border(_) | Self::Letter(_) | Self::Term(_) => true,
            Self::Theme(_) => false,
        }
    }

    /// What it has in common with others that should not come right after it: the lesson, the table, the call.
    #[must_use]
    pub fn family(&self) -> &str {
        match self {
            Self::Question { lesson, .. } => lesson.as_str(),
            Self::Border(id) | Self::Letter(id) => id.rsplit_once('.').map_or(id, |(family, _)| family),
            Self::Term(id) => id.as_str(),
            Self::Theme(tag) => tag,
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question { lesson, question } => write!(f, "{QUESTION}.{lesson}.{question}"),
            Self::Border(id) | Self::Letter(id) => f.write_str(id),
            Self::Term(id) => write!(f, "{TERM}.{id}"),
            Self::Theme(tag) => write!(f, "{THEME}.{tag}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_thing_is_read_as_it_was_written() {
        for text in [
            "question.verdighet.the-duvet",
            "news2.rf.21",
            "news2.spo2-2-oxygen.93",
            "isbar.foot-wound.dog",
            "term.delir",
            "theme.privatliv",
        ] {
            assert_eq!(Item::parse(text).map(|item| item.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_this_version_does_not_know_is_nothing() {
        for text in
            ["", "term", "term.", "question.verdighet", "question..a", "question.a.", "song.abba", ".a"]
        {
            assert_eq!(Item::parse(text), None, "{text}");
        }
    }

    #[test]
    fn questions_of_a_lesson_borders_of_a_table_and_sayings_of_a_call_are_of_one_family() {
        let family = |text: &str| Item::parse(text).map(|item| item.family().to_owned()).unwrap();
        assert_eq!(family("question.tvang.a"), family("question.tvang.b"));
        assert_eq!(family("news2.rf.21"), family("news2.rf.24"));
        assert_ne!(family("news2.rf.21"), family("news2.pulse.41"));
        assert_eq!(family("isbar.fall.hip"), family("isbar.fall.dog"));
        assert_ne!(family("term.delir"), family("term.sepsis"));
    }
}
