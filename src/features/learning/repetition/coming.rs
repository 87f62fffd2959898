//! What comes again and when, lesson by lesson, as the list in Læring shows it. No number of things. Pure.

use std::collections::BTreeMap;

use crate::ethics::LessonId;
use crate::i18n::Day;
use crate::progress::memory::{Comes, Item, Memory};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The questions of a lesson.
    Lesson(LessonId),
    /// Terms of the glossary.
    Terms,
    /// Themes in which nothing is right or wrong.
    Themes,
    /// Borders of NEWS2.
    Borders,
    /// Letters of ISBAR.
    Letters,
}

fn family(item: &Item) -> Family {
    match item {
        Item::Question { lesson, .. } => Family::Lesson(lesson.clone()),
        Item::Term(_) => Family::Terms,
        Item::Theme(_) => Family::Themes,
        Item::Border(_) => Family::Borders,
        Item::Letter(_) => Family::Letters,
    }
}

/// When the first thing of each family comes, the soonest first. What is new may come now.
#[must_use]
pub fn coming(items: &[Item], memory: &Memory, today: Day) -> Vec<(Family, Comes)> {
    let mut soonest: BTreeMap<Family, Comes> = BTreeMap::new();
    for item in items {
        let comes = memory.comes(item, today).unwrap_or(Comes::Now);
        let first = soonest.entry(family(item)).or_insert(comes);
        *first = (*first).min(comes);
    }
    let mut all: Vec<(Family, Comes)> = soonest.into_iter().collect();
    all.sort_by_key(|(_, comes)| *comes);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::memory::{MemoryLog, Recall, Recalled};

    #[test]
    fn a_lesson_stands_once_with_what_comes_first_of_it() {
        let today = Day::parse("2026-11-23").unwrap();
        let texts = ["question.tvang.a", "question.tvang.b", "question.gaver.a", "term.delir"];
        let answers = [Recall::Easy, Recall::Missed, Recall::Good].into_iter().zip(texts);
        let answers = (0..).zip(answers).map(|(at, (recall, item))| Recalled {
            at,
            day: today.to_string(),
            item: item.into(),
            recall,
            variant: None,
        });
        let log = MemoryLog { answers: answers.collect(), ..MemoryLog::default() };
        let items = texts.map(|text| Item::parse(text).unwrap());
        assert_eq!(
            coming(&items, &Memory::new([&log]), today),
            [
                (Family::Terms, Comes::Now),
                (Family::Lesson("tvang".into()), Comes::Tomorrow),
                (Family::Lesson("gaver".into()), Comes::Days(2)),
            ]
        );
    }
}
