//! What the room may see of a lesson in a group. A type that has no place for the guide of whoever leads: only this
//! goes to another window. Pure.

use serde::{Deserialize, Serialize};

use super::asked::{Asked, Reason};
use super::table::{Place, Table, Way};
use crate::content::LessonItem;
use crate::i18n::Language;

/// The room's face of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LessonFace {
    /// The language that the words are in.
    pub language: Language,
    /// What the lesson is called.
    pub title: String,
    /// Which question it is, of how many; none before and after them.
    pub at: Option<(usize, usize)>,
    /// What a case is about.
    pub about: String,
    /// What is asked, or what one takes along.
    pub question: String,
    /// How to talk about it.
    pub how: String,
    /// Whether it is a question of values.
    pub is_of_values: bool,
    /// What one can choose from; none once the reasons are shown.
    pub options: Vec<Counted>,
    /// What the options belong to.
    pub beside: Vec<String>,
    /// The reasons, once they are shown.
    pub reasons: Vec<Told>,
    /// Whether the reasons stand in the right order.
    pub is_in_order: bool,
    /// One thing more, with the reasons.
    pub after: String,
}

/// An option, and how many chose it where that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// What it says.
    pub text: String,
    /// How many.
    pub count: Option<u16>,
}

/// A reason, and how many chose what it is about where that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The part and its reason.
    pub part: Reason,
    /// How many.
    pub count: Option<u16>,
}

/// The room's face now.
#[must_use]
pub fn face(table: &Table, asked: &[Asked], item: &LessonItem, language: Language) -> LessonFace {
    let words = &item.words;
    let face = LessonFace { language, title: words.title.clone(), ..LessonFace::default() };
    match table.place {
        Place::Opening => LessonFace { question: words.title.clone(), how: words.teaser.clone(), ..face },
        Place::Question(at) => of_question(face, table, asked, at),
        Place::Talk => LessonFace { question: words.talk.clone(), how: words.talk_how.clone(), ..face },
        Place::Close => LessonFace { question: words.short.clone(), ..face },
    }
}

fn of_question(face: LessonFace, table: &Table, asked: &[Asked], at: usize) -> LessonFace {
    let Some((one, round)) = asked.get(at).zip(table.rounds.get(at)) else { return face };
    let is_counted = one.is_counted && round.way == Way::Open;
    let count = |place: &usize| round.counts.get(*place).map(|count| u16::from(*count));
    let option = |(place, text): (usize, &String)| Counted {
        text: text.clone(),
        count: count(&place).filter(|_| is_counted),
    };
    let told = |part: &Reason| Told {
        count: is_counted.then(|| part.about.iter().filter_map(count).sum()),
        part: part.clone(),
    };
    let (options, beside, reasons, after) = if round.is_told {
        (Vec::new(), Vec::new(), one.reasons.iter().map(told).collect(), one.after.clone())
    } else {
        let options = one.options.iter().enumerate().map(option).collect();
        (options, one.beside.clone(), Vec::new(), String::new())
    };
    LessonFace {
        at: Some((at + 1, asked.len())),
        about: one.about.clone(),
        question: one.question.clone(),
        is_of_values: one.is_of_values,
        options,
        beside,
        reasons,
        is_in_order: one.is_in_order,
        after,
        ..face
    }
}
