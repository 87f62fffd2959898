//! What was done of a lesson: where one left, and what one answered. No points and no times.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What was done of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LessonMarks {
    /// The screen where one left, so that one goes on exactly there; empty before the first, and after the last of a
    /// lesson that is done. What names no screen of the lesson is its beginning.
    #[serde(default)]
    pub at: String,
    /// What was answered, by the id of the question.
    #[serde(default)]
    pub answers: BTreeMap<String, Answered>,
    /// The day when one came to the end for the first time, `YYYY-MM-DD`; empty until then.
    #[serde(default)]
    pub done: String,
}

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// What was answered the first time: what a memory builds on.
    pub first: Answer,
    /// What was answered last: what one looks at again.
    pub last: Answer,
}

/// An answer to one question, in ids of the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// One option, or a position.
    One(String),
    /// Some options, in the order of the alphabet.
    Some(Vec<String>),
    /// Things in an order.
    Order(Vec<String>),
    /// The right halves, by the left ones.
    Pairs(BTreeMap<String, String>),
    /// The bins, by what was put in them.
    Bins(BTreeMap<String, String>),
    /// A number.
    Number(i32),
    /// The choices in a case, moment by moment.
    Path(Vec<String>),
}

impl LessonMarks {
    /// Takes in an answer.
    pub fn answered(&mut self, question: &str, answer: Answer) {
        match self.answers.get_mut(question) {
            Some(answered) => answered.last = answer,
            None => {
                let answered = Answered { first: answer.clone(), last: answer };
                self.answers.insert(question.to_owned(), answered);
            }
        }
    }
}
