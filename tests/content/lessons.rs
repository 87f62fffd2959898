//! Lessons: their shape is held to the rules, a reason stands at every option, and the pack gives them back.

use std::collections::BTreeSet;
use std::path::Path;

use refleks::content::author::{Course, PackKind, examine, packs, read};
use refleks::content::lesson::{Reasoned, Scored};
use refleks::content::{Lesson, LessonPack, LessonWords, Screen, ScreenWords};
use refleks::i18n::Language;

use super::tiny::{Copy, today};

fn tiny() -> Course {
    read(Copy::new().path()).0
}

fn real() -> Course {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).0
}

/// What is wrong with the language-neutral part of the tiny lesson when it was changed so: field and reason.
fn wrong(change: impl Fn(&mut Lesson)) -> Vec<String> {
    let mut course = tiny();
    course.scenarios.clear();
    change(&mut course.lessons[0].neutral);
    let findings = examine(&course, today(), None).into_iter();
    let neutral = findings.filter(|finding| finding.file == "lessons/te/lesson.toml");
    neutral.map(|finding| format!("{}: {}", finding.field, finding.problem)).collect()
}

fn without(lesson: &mut Lesson, ids: &[&str]) {
    lesson.screens.retain(|screen| !ids.contains(&screen.id()));
}

#[test]
fn a_lesson_has_pages_figures_and_questions_of_several_kinds() {
    let figures = |lesson: &mut Lesson| {
        for screen in &mut lesson.screens {
            if let Screen::Page(page) = screen {
                page.figure = None;
            }
        }
    };
    assert_eq!(wrong(|_| {}), [""; 0]);
    assert_eq!(wrong(figures), ["screens: 0 figures, and it must be 1 to 5"]);
    assert_eq!(wrong(|lesson| without(lesson, &["last"])), ["screens: 4 pages, and it must be 5 to 7"]);
    assert_eq!(
        wrong(|lesson| without(lesson, &["stand"])),
        ["screens: 0 value questions, and it must be 1 to 1"]
    );
    assert_eq!(
        wrong(|lesson| without(lesson, &["order", "pairs", "points", "evening"])),
        ["screens: 3 check questions, and it must be 4 to 8"]
    );
    let of_two_kinds = |lesson: &mut Lesson| {
        without(lesson, &["order", "pairs", "points", "evening", "several"]);
        let single = lesson.screens[1].clone();
        for id in ["one-more", "and-another"] {
            let mut another = single.clone();
            if let Screen::Single(single) = &mut another {
                single.id = id.to_owned();
            }
            lesson.screens.insert(lesson.screens.len() - 1, another);
        }
    };
    let told = wrong(of_two_kinds);
    assert!(
        told.contains(&"screens: 2 kinds of check question, and it must be 3 to 7".to_owned()),
        "{told:?}"
    );
    let twice = |lesson: &mut Lesson| {
        if let Screen::Page(page) = &mut lesson.screens[3] {
            page.id = "cup".to_owned();
        }
    };
    assert_eq!(wrong(twice), ["screens: the id `cup` is used twice"]);
}

/// The first screen of that kind, to be changed.
fn screen<'a>(lesson: &'a mut Lesson, kind: &str) -> &'a mut Screen {
    lesson.screens.iter_mut().find(|screen| screen.kind() == kind).unwrap()
}

#[test]
fn each_kind_of_screen_has_neither_too_little_nor_too_much() {
    let fewer = |kind: &'static str| {
        move |lesson: &mut Lesson| match screen(lesson, kind) {
            Screen::Single(single) => single.options.truncate(2),
            Screen::Several(several) => several.options.truncate(3),
            Screen::Order(order) => order.items.truncate(2),
            Screen::Match(pairs) => pairs.pairs.truncate(2),
            Screen::Sort(sort) => {
                sort.items.remove(0);
            }
            Screen::Case(case) => {
                case.moments.drain(1..);
                case.moments[0].choices.truncate(1);
                case.moments[0].choices[0].to = None;
            }
            Screen::Standpoint(standpoint) => standpoint.positions.truncate(1),
            Screen::Page(_) | Screen::Number(_) => {}
        }
    };
    for (kind, told) in [
        ("single", &["screens.first: 2 options, and it must be 3 to 4"][..]),
        ("several", &["screens.several: 3 options, and it must be 4 to 6"]),
        ("order", &["screens.order: 2 items, and it must be 3 to 6"]),
        ("match", &["screens.pairs: 2 pairs, and it must be 3 to 5"]),
        ("sort", &["screens.sorted: 3 items, and it must be 4 to 7"]),
        (
            "case",
            &[
                "screens.evening: 1 moments, and it must be 2 to 4",
                "screens.evening.door: 1 choices, and it must be 2 to 3",
            ],
        ),
        ("standpoint", &["screens.stand: 1 positions, and it must be 2 to 4"]),
    ] {
        assert_eq!(wrong(fewer(kind)), told, "{kind}");
    }
    let one_bin = |lesson: &mut Lesson| {
        if let Screen::Sort(sort) = screen(lesson, "sort") {
            sort.bins.truncate(1);
            sort.items.iter_mut().for_each(|item| item.bin = "tea".to_owned());
        }
    };
    assert_eq!(wrong(one_bin), ["screens.sorted.bins: 1 bins, and it must be 2 to 3"]);
}

/// Every reason of a screen, with what it belongs to.
fn reasons(screen: &Screen, words: &ScreenWords) -> Vec<(String, String)> {
    let of = |all: &std::collections::BTreeMap<String, Reasoned>| -> Vec<(String, String)> {
        all.iter().map(|(id, one)| (id.clone(), one.reason.clone())).collect()
    };
    match screen {
        Screen::Page(_) => Vec::new(),
        Screen::Single(_) | Screen::Several(_) => of(&words.options),
        Screen::Order(_) | Screen::Sort(_) => of(&words.items),
        Screen::Match(_) => words.pairs.iter().map(|(id, pair)| (id.clone(), pair.reason.clone())).collect(),
        Screen::Number(_) => {
            let reasons = words.reasons.clone().unwrap();
            [("low", reasons.low), ("right", reasons.right), ("high", reasons.high)]
                .map(|(id, reason)| (id.to_owned(), reason))
                .into()
        }
        Screen::Case(_) => words.moments.values().flat_map(|moment| of(&moment.choices)).collect(),
        Screen::Standpoint(_) => of(&words.positions),
    }
}

#[test]
fn a_reason_stands_at_every_option_of_every_lesson_in_every_language() {
    let course = real();
    assert_eq!(course.lessons.len(), 24);
    for lesson in &course.lessons {
        for language in Language::ALL {
            let words: &LessonWords = &lesson.words[&language];
            for screen in &lesson.neutral.screens {
                let at = format!("{} {} {}", lesson.neutral.id, language.code(), screen.id());
                let reasons = reasons(screen, &words.screens[screen.id()]);
                let least = match screen {
                    Screen::Page(_) => 0,
                    Screen::Number(_) => 3,
                    Screen::Case(case) => case.moments.iter().map(|moment| moment.choices.len()).sum(),
                    Screen::Single(_)
                    | Screen::Several(_)
                    | Screen::Order(_)
                    | Screen::Match(_)
                    | Screen::Sort(_)
                    | Screen::Standpoint(_) => screen.parts().len(),
                };
                assert_eq!(reasons.len(), least, "{at}");
                for (id, reason) in reasons {
                    assert!(!reason.trim().is_empty(), "{at} {id}");
                }
            }
        }
    }
}

#[test]
fn every_question_of_every_lesson_is_written_down_and_no_page_or_standpoint_is() {
    let course = real();
    let ledger: BTreeSet<&str> = course.ledger.iter().map(String::as_str).collect();
    for lesson in &course.lessons {
        assert!(ledger.contains(format!("lessons/{}", lesson.neutral.id).as_str()));
        for screen in &lesson.neutral.screens {
            let id = format!("questions/{}/{}", lesson.neutral.id, screen.id());
            assert_eq!(ledger.contains(id.as_str()), screen.is_question(), "{id}");
        }
    }
}

#[test]
fn a_question_is_lost_and_not_moved_when_another_lesson_has_one_of_its_name() {
    let mut course = tiny();
    course.ledger.push("questions/kaffe/first".to_owned());
    let told: Vec<String> = refleks::content::author::check_ids(&course)
        .iter()
        .map(|finding| finding.problem.to_string())
        .collect();
    assert_eq!(told, ["`questions/kaffe/first` was published, and now it is gone"]);
}

#[test]
fn points_of_news2_in_the_lessons_are_those_of_the_table() {
    let course = real();
    let asked: Vec<(i32, Scored)> = course
        .lessons
        .iter()
        .flat_map(|lesson| &lesson.neutral.screens)
        .filter_map(|screen| match screen {
            Screen::Number(number) => number.news2.clone().map(|scored| (number.right, scored)),
            Screen::Page(_)
            | Screen::Single(_)
            | Screen::Several(_)
            | Screen::Order(_)
            | Screen::Match(_)
            | Screen::Sort(_)
            | Screen::Case(_)
            | Screen::Standpoint(_) => None,
        })
        .collect();
    assert!(!asked.is_empty());
    for (right, scored) in asked {
        assert_eq!(scored.points().map(i32::from), Ok(right), "{scored:?}");
    }
}

#[test]
fn the_pack_gives_back_what_the_content_says() {
    for course in [tiny(), real()] {
        let files = packs(&course).unwrap();
        for language in Language::ALL {
            let mut of_kind = files.iter().filter(|file| file.kind == PackKind::Lessons);
            let file = of_kind.find(|file| file.language == language).unwrap();
            assert!(file.name.starts_with(&format!("lessons-{}.", language.code())));
            let pack = LessonPack::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap();
            assert_eq!((pack.language, pack.lessons.len()), (language, course.lessons.len()));
            for (item, lesson) in pack.lessons.iter().zip(&course.lessons) {
                assert_eq!(item.neutral, lesson.neutral);
                assert_eq!(item.words, lesson.words[&language]);
            }
        }
    }
}

#[test]
fn people_and_public_days_may_be_named_in_a_lesson_and_not_in_what_goes_into_a_reflection() {
    let copy = Copy::new();
    let nb = "lessons/te/nb.toml";
    copy.edit(nb, "Nå er koppen tom.", "Olea Lund kom 1. juni 2025. Nils kom 2. juni 2025.");
    copy.edit(nb, "text = \"Vi drikker sammen.\"", "text = \"Lund kom.\"");
    let guard = |text: &str| -> Vec<String> {
        let found = ["Olea Lund", "Lund", "1. juni 2025", "Nils", "2. juni 2025"];
        found.iter().filter(|one| text.contains(**one)).map(ToString::to_string).collect()
    };
    let (course, _) = read(copy.path());
    let told: Vec<String> = examine(&course, today(), Some(&guard))
        .iter()
        .map(|finding| format!("{}: {}", finding.field, finding.problem))
        .collect();
    assert_eq!(
        told,
        [
            "screens.last.text.1: «Nils» could identify somebody",
            "screens.last.text.1: «2. juni 2025» could identify somebody",
            "opening.text: «Lund» could identify somebody",
        ]
    );
}
