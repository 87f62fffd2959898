//! Paths and the sample of a standard: what they point at is there, the pack gives them back, and the sample leaves no
//! lesson of its row out.

use std::collections::BTreeSet;
use std::path::Path;

use refleks::content::author::{Course, PackKind, packs, read};
use refleks::content::lesson::{Screen, Series};
use refleks::content::path::PartKind;
use refleks::content::{PathPack, Standard};
use refleks::i18n::Language;

fn real() -> Course {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).0
}

fn pack(course: &Course, language: Language) -> PathPack {
    let files = packs(course).unwrap();
    let file = files.iter().find(|file| file.kind == PackKind::Paths && file.language == language).unwrap();
    PathPack::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap()
}

#[test]
fn a_pack_gives_every_path_and_standard_back_in_every_language() {
    let course = real();
    for language in Language::ALL {
        let pack = pack(&course, language);
        assert_eq!((pack.language, pack.paths.len(), pack.standards.len()), (language, 7, 1));
        for (path, written) in pack.paths.iter().zip(&course.paths) {
            assert_eq!((&path.neutral, &path.words), (&written.neutral, &written.words[&language]));
        }
        for (standard, written) in pack.standards.iter().zip(&course.standards) {
            assert_eq!((&standard.neutral, &standard.words), (&written.neutral, &written.words[&language]));
        }
    }
}

#[test]
fn every_path_has_something_to_do_with_a_colleague_and_something_that_comes_back() {
    for path in real().paths {
        let items = &path.neutral.items;
        assert!(items.iter().any(|item| item.kind == PartKind::Practical), "{}", path.neutral.id);
        assert!(items.iter().any(|item| item.kind == PartKind::Lesson), "{}", path.neutral.id);
        assert!(items.iter().any(|item| item.renew_months.is_some()), "{}", path.neutral.id);
        assert!(items.iter().any(|item| item.mandatory && item.catch_up), "{}", path.neutral.id);
    }
}

fn sample() -> (Standard, Course) {
    let mut course = real();
    (course.standards.remove(0).neutral, course)
}

#[test]
fn the_sample_of_a_standard_leads_on_to_every_lesson_of_its_row_and_to_no_other() {
    let (standard, course) = sample();
    let named: BTreeSet<_> = standard.sections.iter().flat_map(|section| section.lessons.clone()).collect();
    let row = course.lessons.iter().filter(|lesson| lesson.neutral.series == Series::Standard);
    assert_eq!(named, row.map(|lesson| lesson.neutral.id.clone()).collect());
}

#[test]
fn a_question_of_the_standard_is_asked_as_one_of_a_lesson() {
    let (standard, _) = sample();
    for question in &standard.questions {
        let Screen::Single(single) = question.screen() else { panic!("{}", question.id) };
        assert_eq!(
            (&single.id, &single.options, &single.right),
            (&question.id, &question.options, &question.right)
        );
    }
    // Whoever always takes the same place has no use of that.
    let places: BTreeSet<_> =
        standard.questions.iter().map(|one| one.options.iter().position(|id| *id == one.right)).collect();
    assert!(places.len() > 2, "{places:?}");
}
