//! What is remembered: the check questions and terms of finished lessons, what was met in the drills, and the themes
//! in which nothing is right or wrong. Pure.
//!
//! A lesson that was not finished asks for nothing, and neither does anything that nobody has met.

use std::collections::BTreeSet;

use crate::content::lesson::{Lesson, Screen};
use crate::content::{CallFact, CardPack, CaseEntry, IsbarItem};
use crate::ethics::LessonId;
use crate::features::learning::answer::judge;
use crate::i18n::Day;
use crate::progress::memory::{Item, Memory, MemoryLog, Recall, Recalled, Variant};
use crate::progress::{DrillMarks, LessonMarks};

/// When the first answers were given, among all answers: before every other one of that day.
const FIRST: u64 = 0;

/// The lessons that were finished, with what was done of them and the day.
fn finished<'a>(
    lessons: &'a [Lesson],
    marks: &'a [(LessonId, LessonMarks)],
) -> impl Iterator<Item = (&'a Lesson, &'a LessonMarks, Day)> {
    marks.iter().filter_map(|(id, marks)| {
        let lesson = lessons.iter().find(|lesson| lesson.id == *id)?;
        Some((lesson, marks, Day::parse(&marks.done)?))
    })
}

fn question(lesson: &Lesson, screen: &Screen) -> Item {
    Item::Question { lesson: lesson.id.clone(), question: screen.id().to_owned() }
}

/// The themes of a lesson that asks where one stands; others teach facts alone.
fn themes(lesson: &Lesson) -> &[String] {
    let asks = lesson.screens.iter().any(|screen| matches!(screen, Screen::Standpoint(_)));
    if asks { &lesson.themes } else { &[] }
}

/// Everything that is remembered, each once.
#[must_use]
pub fn items(lessons: &[Lesson], marks: &[(LessonId, LessonMarks)], drills: &DrillMarks) -> Vec<Item> {
    let mut all = BTreeSet::new();
    for (lesson, _, _) in finished(lessons, marks) {
        all.extend(lesson.questions().map(|screen| question(lesson, screen)));
        all.extend(lesson.terms.iter().cloned().map(Item::Term));
        all.extend(themes(lesson).iter().cloned().map(Item::Theme));
    }
    // Drills of other kinds, such as MEWS, are no part of the memory.
    let drilled = drills.questions.keys().filter_map(|id| Item::parse(id));
    all.extend(drilled.filter(|item| matches!(item, Item::Border(_) | Item::Letter(_))));
    all.into_iter().collect()
}

/// A saying by its id, with its call; none where there is no such one.
#[must_use]
pub fn saying<'c>(calls: &'c [IsbarItem], id: &str) -> Option<(&'c IsbarItem, &'c CallFact)> {
    let (call, fact) = id.strip_prefix("isbar.")?.split_once('.')?;
    let call = calls.iter().find(|one| one.neutral.id.as_str() == call)?;
    Some((call, call.neutral.facts.iter().find(|one| one.id == fact)?))
}

/// The memory of somebody: from the lessons, and from the sittings since.
#[must_use]
pub fn memory<'l>(
    lessons: &[Lesson],
    marks: &[(LessonId, LessonMarks)],
    sittings: impl IntoIterator<Item = &'l MemoryLog>,
) -> Memory {
    let all = sittings.into_iter().fold(first_answers(lessons, marks), MemoryLog::joined);
    // What was only read in a lesson is not asked about on the same day either.
    let read = finished(lessons, marks).flat_map(|(lesson, _, day)| {
        let questions = lesson.questions().map(|screen| question(lesson, screen));
        let terms = lesson.terms.iter().cloned().map(Item::Term);
        questions.chain(terms).map(move |item| (item, day)).collect::<Vec<_>>()
    });
    Memory::new([&all]).with_new(read)
}

/// What was answered in the lessons for the first time, as far as it was answered at all: the memory begins there.
/// A theme was met in the question that the lesson ends with.
#[must_use]
pub fn first_answers(lessons: &[Lesson], marks: &[(LessonId, LessonMarks)]) -> MemoryLog {
    let mut log = MemoryLog::default();
    for (lesson, marks, day) in finished(lessons, marks) {
        let first = |item: Item, recall, variant: Option<Variant>| Recalled {
            at: FIRST,
            day: day.to_string(),
            item: item.to_string(),
            recall,
            variant: variant.map(|variant| variant.to_string()),
        };
        for screen in lesson.questions() {
            let answered = marks.answers.get(screen.id());
            // What an earlier edition of the lesson asked was not this question.
            let Some(verdict) = answered.and_then(|answered| judge(screen, &answered.first)) else {
                continue;
            };
            let recall = if verdict.is_right == Some(true) { Recall::Good } else { Recall::Missed };
            log.answers.insert(first(question(lesson, screen), recall, None));
        }
        for theme in themes(lesson) {
            let talk = Variant::Talk(lesson.id.clone());
            log.answers.insert(first(Item::Theme(theme.clone()), Recall::Good, Some(talk)));
        }
    }
    log
}

/// The shapes in which a theme can come: cards and dilemmas about it, and what finished lessons end with.
#[must_use]
pub fn variants(
    theme: &str,
    cards: Option<&CardPack>,
    cases: &[CaseEntry],
    lessons: &[Lesson],
    marks: &[(LessonId, LessonMarks)],
) -> Vec<Variant> {
    let has = |themes: &[String]| themes.iter().any(|one| one == theme);
    let decks = cards.into_iter().flat_map(|pack| &pack.decks);
    let cards = decks.flat_map(|deck| &deck.neutral.cards).filter(|card| has(&card.themes));
    let cases = cases.iter().filter(|case| has(&case.themes));
    let talks = finished(lessons, marks).filter(|(lesson, _, _)| has(&lesson.themes));
    cards
        .map(|card| Variant::Card(card.id.clone()))
        .chain(cases.map(|case| Variant::Case(case.id.clone())))
        .chain(talks.map(|(lesson, _, _)| Variant::Talk(lesson.id.clone())))
        .collect()
}
