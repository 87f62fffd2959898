//! What was met in lessons and drills comes again: what is remembered, from which answers, and as what.

use std::collections::BTreeSet;
use std::path::Path;

use refleks::content::author::{PackKind, packs, read};
use refleks::content::lesson::{Lesson, Screen};
use refleks::content::{CardPack, CaseEntry};
use refleks::ethics::LessonId;
use refleks::features::learning::player::{Msg, Player};
use refleks::features::learning::repetition::coming::{Family, coming};
use refleks::features::learning::repetition::remembered::{first_answers, items, memory, saying, variants};
use refleks::features::learning::repetition::round::{self, Round};
use refleks::features::learning::repetition::told;
use refleks::features::simulation::drill::Drill;
use refleks::features::simulation::drill::question::{Question, questions};
use refleks::features::simulation::drill::round::Asked as _;
use refleks::features::simulation::drill::sorting::sayings;
use refleks::i18n::{Day, Language};
use refleks::progress::memory::{Comes, Item, MemoryLog, NEW, Recall, Recalled, Variant};
use refleks::progress::{DrillMarks, LessonMarks};

use crate::drill::calls;
use crate::learning::{answer, lessons};
use crate::support::{library, words};

const TODAY: &str = "2026-11-23";

fn day(n: i64) -> Day {
    Day::parse(TODAY).unwrap().plus(n)
}

/// A lesson taken to its end: its first question was wrong at first and right then, its last was passed by.
fn taken(lesson: &Lesson) -> (LessonId, LessonMarks) {
    let mut player = Player::resume(lesson.clone(), LessonMarks::default());
    let questions: Vec<&str> = lesson.questions().map(Screen::id).collect();
    for screen in &lesson.screens {
        if Some(&screen.id()) == questions.first() {
            answer(&mut player, false);
            let _ = player.update(Msg::Again, TODAY);
        }
        if Some(&screen.id()) != questions.last() {
            answer(&mut player, true);
        }
        let _ = player.update(Msg::On, TODAY);
    }
    (lesson.id.clone(), player.marks)
}

fn question(lesson: &Lesson, at: usize) -> Item {
    let screen = lesson.questions().nth(at).unwrap();
    Item::Question { lesson: lesson.id.clone(), question: screen.id().to_owned() }
}

fn cards() -> CardPack {
    let (course, _) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let files = packs(&course).unwrap();
    let file =
        files.iter().find(|file| file.kind == PackKind::Cards && file.language == Language::Nb).unwrap();
    CardPack::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap()
}

#[test]
fn a_lesson_that_was_not_finished_asks_for_nothing() {
    let lessons = lessons();
    let (id, mut marks) = taken(&lessons[0]);
    marks.done.clear();
    let marks = [(id, marks)];
    assert_eq!(items(&lessons, &marks, &DrillMarks::default()), []);
    assert!(first_answers(&lessons, &marks).is_empty());
}

#[test]
fn of_every_lesson_its_questions_and_terms_are_remembered_and_its_themes_where_it_asks_where_one_stands() {
    let lessons = lessons();
    for lesson in &lessons {
        let marks = [taken(lesson)];
        let all = items(&lessons, &marks, &DrillMarks::default());
        let how_many = |wanted: fn(&Item) -> bool| all.iter().filter(|item| wanted(item)).count();
        assert_eq!(how_many(|item| matches!(item, Item::Question { .. })), lesson.questions().count());
        assert_eq!(how_many(|item| matches!(item, Item::Term(_))), lesson.terms.len());
        let asks = lesson.screens.iter().any(|screen| matches!(screen, Screen::Standpoint(_)));
        let themes = if asks { lesson.themes.len() } else { 0 };
        assert_eq!(how_many(|item| !item.is_fact()), themes, "{}", lesson.id);
        // A value question has no right answer, and is nothing that one can have forgotten.
        let value_questions = lesson.screens.iter().filter(|screen| matches!(screen, Screen::Standpoint(_)));
        for screen in value_questions {
            let item = Item::Question { lesson: lesson.id.clone(), question: screen.id().to_owned() };
            assert!(!all.contains(&item));
        }
    }
}

#[test]
fn what_was_wrong_at_first_comes_before_what_was_right_and_what_was_passed_by_is_new() {
    let lessons = lessons();
    for lesson in &lessons {
        let marks = [taken(lesson)];
        let known = memory(&lessons, &marks, []);
        let last = lesson.questions().count() - 1;
        assert_eq!(known.due(&question(lesson, 0)), Some(day(1)), "{}", lesson.id);
        assert_eq!(known.due(&question(lesson, 1)), Some(day(2)), "{}", lesson.id);
        assert_eq!(
            known.due(&question(lesson, last)),
            Some(day(1)),
            "it is new, and waits for the day after"
        );
        let all = items(&lessons, &marks, &DrillMarks::default());
        assert_eq!(known.portion(&all, day(0)), [], "nothing is asked on the day when it was learnt");
        let tomorrow = known.portion(&all, day(1));
        assert_eq!((tomorrow.len(), &tomorrow[0]), (1 + NEW, &question(lesson, 0)), "{}", lesson.id);
    }
}

#[test]
fn borders_and_letters_come_from_what_was_met_in_the_drills_and_nothing_else_does() {
    let mut drills = DrillMarks::default();
    for id in ["news2.rf.21", "isbar.foot-wound.dog", "mews.rf.9"] {
        drills.answered(id, true);
    }
    let expected = [Item::Border("news2.rf.21".into()), Item::Letter("isbar.foot-wound.dog".into())];
    assert_eq!(items(&lessons(), &[], &drills), expected);
}

#[test]
fn every_border_that_can_be_met_in_the_drills_can_be_asked_again() {
    for drill in Drill::ALL.into_iter().filter(|drill| *drill != Drill::Mews) {
        for question in questions(drill) {
            let mut drills = DrillMarks::default();
            drills.answered(question.id(), false);
            let all = items(&[], &[], &drills);
            assert_eq!(all, [Item::Border(question.id().to_owned())]);
            assert_eq!(Question::find(question.id()), Some(question));
        }
    }
}

#[test]
fn every_saying_of_every_call_can_be_asked_again_in_every_language() {
    for (language, calls) in Language::ALL.into_iter().zip(calls()) {
        for call in &calls {
            for fact in &call.neutral.facts {
                let id = sayings(call).into_iter().find(|one| one.fact == fact.id).unwrap().id().to_owned();
                let (found, of) = saying(&calls, &id).unwrap();
                assert_eq!((&found.neutral.id, &of.id, of.letter), (&call.neutral.id, &fact.id, fact.letter));
                assert!(found.words.facts.contains_key(&fact.id), "{id} in {language:?}");
                let mut drills = DrillMarks::default();
                drills.answered(&id, false);
                assert_eq!(items(&[], &[], &drills), [Item::Letter(id)]);
            }
        }
        assert_eq!(saying(&calls, "isbar.nobody.nothing"), None);
    }
}

#[test]
fn whoever_has_only_drilled_has_something_to_repeat_and_it_rests_when_it_was_known() {
    let mut drills = DrillMarks::default();
    drills.answered("news2.rf.21", true);
    let all = items(&[], &[], &drills);
    let known = memory(&[], &[], []);
    assert_eq!(known.portion(&all, day(0)), all);
    let mut round = Round::new(all.clone());
    assert_eq!(round.update(round::Msg::Answered(Recall::Good), 1, day(0)), round::Effect::Keep);
    let after = memory(&[], &[], [&round.log]);
    assert!(after.due(&all[0]) > Some(day(0)) && after.portion(&all, day(0)).is_empty());
}

#[test]
fn after_a_week_of_lessons_there_is_something_for_three_days_nine_and_two_hundred() {
    let lessons = lessons();
    let marks: Vec<(LessonId, LessonMarks)> = lessons.iter().take(3).map(taken).collect();
    let all = items(&lessons, &marks, &DrillMarks::default());
    let mut log = MemoryLog::default();
    let mut asked = BTreeSet::new();
    for after in [3, 9, 200] {
        let portion = memory(&lessons, &marks, [&log]).portion(&all, day(after));
        assert!((4..=6).contains(&portion.len()), "{after}: {portion:?}");
        for (at, item) in (0_u64..).zip(&portion) {
            let day = day(after).to_string();
            let at = after as u64 * 1_000 + at;
            let text = item.to_string();
            log.answers.insert(Recalled { at, day, item: text, recall: Recall::Good, variant: None });
            asked.insert(item.clone());
        }
        assert!(
            portion
                .iter()
                .all(|item| !memory(&lessons, &marks, [&log]).portion(&all, day(after)).contains(item))
        );
    }
    assert!(asked.len() > 12, "{} different things in three portions", asked.len());
}

#[test]
fn a_shift_is_gone_through_what_was_answered_rests_and_what_was_passed_by_waits() {
    let lessons = lessons();
    let marks: Vec<(LessonId, LessonMarks)> = lessons.iter().take(4).map(taken).collect();
    let all = items(&lessons, &marks, &DrillMarks::default());
    let before = memory(&lessons, &marks, []);
    let portion = before.portion(&all, day(30));
    let mut round = Round::new(portion.clone());
    assert_eq!(round.update(round::Msg::Skip, 1, day(30)), round::Effect::None);
    for (at, item) in (2_u64..).zip(&portion[1..]) {
        assert_eq!(round.now(), Some(item));
        let msg = match item {
            Item::Theme(_) => round::Msg::Met(Variant::Case("dusj".into())),
            Item::Question { .. } | Item::Border(_) | Item::Letter(_) | Item::Term(_) => {
                round::Msg::Answered(Recall::Hard)
            }
        };
        assert_eq!(round.update(msg, at, day(30)), round::Effect::Keep);
    }
    assert_eq!((round.now(), round.answered().len()), (None, portion.len() - 1));
    // The app was closed, and the sitting is read again with the lessons.
    let after = memory(&lessons, &marks, [&round.log]);
    assert_eq!(after.due(&portion[0]), before.due(&portion[0]));
    for item in &portion[1..] {
        assert!(after.due(item) > Some(day(30)), "{item}");
    }
    assert!(after.portion(&all, day(30)).contains(&portion[0]));
}

#[test]
fn the_list_in_the_room_names_every_lesson_that_was_finished_once_and_no_other() {
    let lessons = lessons();
    let marks: Vec<(LessonId, LessonMarks)> = lessons.iter().take(3).map(taken).collect();
    let all = items(&lessons, &marks, &DrillMarks::default());
    let known = memory(&lessons, &marks, []);
    let families = coming(&all, &known, day(0)).into_iter().map(|(family, _)| family);
    let named: Vec<LessonId> = families
        .filter_map(|family| match family {
            Family::Lesson(id) => Some(id),
            Family::Terms | Family::Themes | Family::Borders | Family::Letters => None,
        })
        .collect();
    let expected: BTreeSet<LessonId> = marks.iter().map(|(id, _)| id.clone()).collect();
    assert_eq!((named.len(), named.into_iter().collect::<BTreeSet<_>>()), (3, expected));
}

#[test]
fn every_theme_of_a_lesson_comes_back_as_something_that_the_lesson_did_not_ask() {
    let lessons = lessons();
    let (cards, library) = (cards(), library(Language::Nb));
    let cases: &[CaseEntry] = library.cases();
    for lesson in &lessons {
        let marks = [taken(lesson)];
        let known = memory(&lessons, &marks, []);
        for item in items(&lessons, &marks, &DrillMarks::default()) {
            let Item::Theme(theme) = &item else { continue };
            let all = variants(theme, Some(&cards), cases, &lessons, &marks);
            let next = known.variant(&item, &all).unwrap();
            assert_ne!(*next, Variant::Talk(lesson.id.clone()), "{theme} of {} has nothing else", lesson.id);
        }
    }
}

#[test]
fn when_something_comes_is_said_in_every_language() {
    let told = |language, after| told::comes(words(language), Comes::after(after));
    assert_eq!(told(Language::Nb, 9), "Kommer igjen om 9 dager");
    assert_eq!(told(Language::Nn, 1), "Kjem att i morgon");
    assert_eq!(told(Language::En, 21), "Comes back in 3 weeks");
    assert_eq!(told(Language::Nb, 163), "Kommer igjen om 5 måneder");
}
