//! The reflection that a lesson can begin. Pure.

use crate::content::LessonItem;
use crate::ethics::{Opening, Origin};

/// The situation and the question that a lesson hands over, with the values that it speaks of.
#[must_use]
pub fn opening(item: &LessonItem) -> Opening {
    let words = &item.words.opening;
    Opening {
        title: words.title.clone(),
        text: words.text.clone(),
        question: words.question.clone(),
        facts: Vec::new(),
        parties: Vec::new(),
        values: item.neutral.values.clone(),
        origin: Origin::Lesson { id: item.neutral.id.to_string() },
    }
}
