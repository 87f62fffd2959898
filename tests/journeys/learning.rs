//! Ways through the lessons: right, wrong and tried again, left and taken up where one was.

use std::collections::BTreeMap;
use std::path::Path;

use refleks::content::author::read;
use refleks::content::lesson::{Branching, Lesson, Screen};
use refleks::features::learning::answer::{Mark, choices_of, judge, moment_after};
use refleks::features::learning::player::{Effect, Msg, Place, Player};
use refleks::progress::{Answer, LessonMarks};

const TODAY: &str = "2026-11-23";

pub(crate) fn lessons() -> Vec<Lesson> {
    let (course, findings) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_eq!(findings, []);
    course.lessons.into_iter().map(|lesson| lesson.neutral).collect()
}

/// The choices of a case, good ones or others where there are any.
fn path(case: &Branching, good: bool) -> Vec<String> {
    let mut path = Vec::new();
    while let Some(moment) = moment_after(case, &path).and_then(|at| case.moments.get(at)) {
        let wanted = moment.choices.iter().find(|choice| choice.good == good);
        path.push(wanted.unwrap_or(&moment.choices[0]).id.clone());
    }
    path
}

/// What one does to answer a question, right or wrong.
fn deeds(screen: &Screen, right: bool) -> Vec<Msg> {
    let choose = |id: &String| Msg::Choose(id.clone());
    match screen {
        Screen::Page(_) => vec![],
        Screen::Standpoint(standpoint) => vec![choose(&standpoint.positions[0])],
        Screen::Single(single) => {
            vec![choose(single.options.iter().find(|id| (**id == single.right) == right).unwrap())]
        }
        Screen::Several(several) => {
            let fits = |id: &&String| several.right.contains(id) == right;
            several.options.iter().filter(fits).map(|id| Msg::Toggle(id.clone())).collect()
        }
        Screen::Order(order) => {
            let mut all: Vec<Msg> = order.items.iter().map(|id| Msg::PutLast(id.clone())).collect();
            if !right {
                all.push(Msg::Later(order.items[0].clone()));
            }
            all
        }
        Screen::Match(pairs) => {
            let ids = &pairs.pairs;
            let other = |at: usize| if right { at } else { (at + 1) % ids.len() };
            (0..ids.len()).map(|at| Msg::Pair(ids[at].clone(), ids[other(at)].clone())).collect()
        }
        Screen::Sort(sort) => {
            let bin = |right_bin: &String| {
                sort.bins.iter().find(|bin| (*bin == right_bin) == right).unwrap().clone()
            };
            sort.items.iter().map(|item| Msg::Put(item.id.clone(), bin(&item.bin))).collect()
        }
        Screen::Number(number) => {
            vec![Msg::Number(if right {
                number.right
            } else if number.right == number.min {
                number.max
            } else {
                number.min
            })]
        }
        Screen::Case(case) => path(case, right).into_iter().map(Msg::Take).collect(),
    }
}

pub(crate) fn answer(player: &mut Player, right: bool) {
    let screen = player.screen().unwrap().clone();
    for deed in deeds(&screen, right) {
        assert_eq!(player.update(deed, TODAY), Effect::None);
    }
    if !matches!(screen, Screen::Page(_)) {
        assert!(player.may_look(), "{}", screen.id());
        assert_eq!(player.update(Msg::Look, TODAY), Effect::Save);
    }
}

#[test]
fn every_question_of_every_lesson_is_right_when_it_is_answered_right_and_wrong_when_it_is_not() {
    for lesson in lessons() {
        for screen in lesson.screens.clone() {
            for right in [true, false] {
                let marks = LessonMarks { at: screen.id().to_owned(), ..LessonMarks::default() };
                let mut player = Player::resume(lesson.clone(), marks);
                answer(&mut player, right);
                let verdict = player.verdict();
                let is_right = verdict.as_ref().and_then(|verdict| verdict.is_right);
                let place = format!("{} {}", lesson.id, screen.id());
                assert_eq!(is_right, screen.is_question().then_some(right), "{place}");
                assert_eq!(verdict.is_some(), !matches!(screen, Screen::Page(_)), "{place}");
            }
        }
    }
}

#[test]
fn a_lesson_is_taken_with_wrong_answers_tried_again_and_is_done_at_its_end() {
    for lesson in lessons() {
        let mut player = Player::resume(lesson.clone(), LessonMarks::default());
        for screen in &lesson.screens {
            assert_eq!(player.screen().unwrap().id(), screen.id());
            answer(&mut player, false);
            if screen.is_question() {
                assert_eq!(player.update(Msg::Again, TODAY), Effect::None);
                assert_eq!((player.draft.clone(), player.verdict()), (None, None), "one begins with nothing");
                answer(&mut player, true);
                let kept = &player.marks.answers[screen.id()];
                assert_ne!(kept.first, kept.last, "the first answer is remembered too");
                assert_eq!(judge(screen, &kept.first).unwrap().is_right, Some(false));
            }
            assert_eq!(player.marks.done, "");
            assert_eq!(player.update(Msg::On, TODAY), Effect::Save);
        }
        assert_eq!((player.place, player.left().count()), (Place::End, 0));
        assert_eq!(player.marks.done, TODAY);
        let _ = player.update(Msg::FromTheStart, "2027-03-01");
        assert_eq!((player.place, player.marks.done.as_str()), (Place::Screen(0), TODAY));
    }
}

#[test]
fn one_goes_on_at_the_exact_screen_with_what_was_answered_there() {
    for lesson in lessons() {
        let mut player = Player::resume(lesson.clone(), LessonMarks::default());
        for at in 0..lesson.screens.len() {
            answer(&mut player, at % 2 == 0);
            let again = Player::resume(lesson.clone(), player.marks.clone());
            assert_eq!(again.place, Place::Screen(at));
            assert_eq!((again.draft.clone(), again.verdict()), (player.draft.clone(), player.verdict()));
            let _ = player.update(Msg::On, TODAY);
        }
    }
}

#[test]
fn going_back_shows_what_was_answered_and_passing_by_leaves_it_open() {
    let lesson = lessons().remove(0);
    let mut player = Player::resume(lesson.clone(), LessonMarks::default());
    for _ in &lesson.screens {
        let _ = player.update(Msg::On, TODAY);
    }
    assert_eq!(player.place, Place::End);
    assert_eq!(player.left().count(), lesson.questions().count(), "nothing was tried, and nothing is hidden");
    while player.screen().is_none_or(|screen| !screen.is_question()) {
        let _ = player.update(Msg::Back, TODAY);
    }
    answer(&mut player, true);
    let _ = player.update(Msg::Back, TODAY);
    let _ = player.update(Msg::On, TODAY);
    assert!(player.is_shown && player.verdict().unwrap().is_right == Some(true));
    assert_eq!(player.left().count(), lesson.questions().count() - 1);
}

#[test]
fn from_the_end_one_goes_straight_to_what_was_passed_by() {
    for lesson in lessons() {
        let mut player = Player::resume(lesson.clone(), LessonMarks::default());
        for _ in &lesson.screens {
            let _ = player.update(Msg::On, TODAY);
        }
        for question in lesson.questions() {
            assert_eq!(player.update(Msg::To(question.id().to_owned()), TODAY), Effect::Save);
            assert_eq!((player.screen(), player.is_shown), (Some(question), false));
        }
        let before = player.clone();
        assert_eq!(player.update(Msg::To("gone".to_owned()), TODAY), Effect::None);
        assert_eq!(player, before);
    }
}

#[test]
fn whoever_comes_from_the_end_to_a_question_goes_on_to_the_end() {
    for lesson in lessons() {
        let done = LessonMarks { done: TODAY.to_owned(), ..LessonMarks::default() };
        let mut player = Player::resume(lesson.clone(), done);
        assert_eq!(player.place, Place::End, "a lesson that is done is taken up at its end");
        for question in lesson.questions() {
            let _ = player.update(Msg::To(question.id().to_owned()), TODAY);
            assert!(player.is_from_end);
            answer(&mut player, true);
            assert_eq!(player.update(Msg::On, TODAY), Effect::Save);
            assert_eq!((player.place, player.is_from_end), (Place::End, false));
        }
        assert_eq!(Player::resume(lesson.clone(), player.marks.clone()).place, Place::End);
        let _ = player.update(Msg::FromTheStart, TODAY);
        let again = Player::resume(lesson, player.marks.clone());
        assert_eq!(again.place, Place::Screen(0), "once more is from the start, after a reload too");
        let _ = player.update(Msg::On, TODAY);
        assert_eq!(player.place, Place::Screen(1));
    }
}

#[test]
fn what_was_looked_at_stands_still_until_one_tries_again() {
    for lesson in lessons() {
        for screen in lesson.screens.iter().filter(|screen| screen.is_question()) {
            let marks = LessonMarks { at: screen.id().to_owned(), ..LessonMarks::default() };
            let mut player = Player::resume(lesson.clone(), marks);
            answer(&mut player, true);
            let before = player.clone();
            for deed in deeds(screen, false) {
                assert_eq!(player.update(deed, TODAY), Effect::None);
            }
            assert_eq!(player, before);
        }
    }
}

#[test]
fn marks_of_another_edition_of_a_lesson_break_nothing() {
    let lesson = lessons().remove(0);
    let gone = LessonMarks { at: "gone".to_owned(), ..LessonMarks::default() };
    assert_eq!(Player::resume(lesson.clone(), gone).place, Place::Screen(0));
    let strange = [
        Answer::One("gone".to_owned()),
        Answer::Some(vec![]),
        Answer::Order(vec!["gone".to_owned()]),
        Answer::Pairs(BTreeMap::new()),
        Answer::Bins(BTreeMap::from([("a".to_owned(), "b".to_owned())])),
        Answer::Number(i32::MAX),
        Answer::Path(vec!["gone".to_owned(), "gone".to_owned()]),
    ];
    for lesson in lessons() {
        for screen in &lesson.screens {
            for answer in &strange {
                let mut marks = LessonMarks { at: screen.id().to_owned(), ..LessonMarks::default() };
                marks.answered(screen.id(), answer.clone());
                let mut player = Player::resume(lesson.clone(), marks);
                assert!(!player.is_shown, "{} {} {answer:?}", lesson.id, screen.id());
                let _ = player.update(Msg::Look, TODAY);
                let _ = player.update(Msg::On, TODAY);
            }
        }
    }
}

#[test]
fn a_case_goes_where_its_choices_lead_and_each_has_its_mark() {
    for lesson in lessons() {
        for screen in &lesson.screens {
            let Screen::Case(case) = screen else { continue };
            let path = path(case, false);
            let choices = choices_of(case, &path);
            assert_eq!(choices.len(), path.len());
            let verdict = judge(screen, &Answer::Path(path)).unwrap();
            for (choice, (id, mark)) in choices.iter().zip(&verdict.parts) {
                assert_eq!((&choice.id, *mark), (id, if choice.good { Mark::Right } else { Mark::Wrong }));
            }
        }
    }
}
