//! What waits, with the real paths, lessons and words: each thing once, in the order of the days, and said without
//! blame.

use std::path::Path;
use std::sync::LazyLock;

use refleks::content::author::{PackKind, packs, read};
use refleks::content::lesson::Series;
use refleks::content::{PathItem, PathPack};
use refleks::features::learning::due::calendar::{Event, calendar};
use refleks::features::learning::due::half_year::{Met, offered};
use refleks::features::learning::due::list::{Here, Waits, list};
use refleks::features::learning::due::told::told;
use refleks::features::learning::paths::plan::{Known, is_asked};
use refleks::i18n::{Day, Language};
use refleks::progress::memory::MemoryLog;
use refleks::progress::{PathEdit, PathMarks};

use crate::learning::lessons;
use crate::support::words;

const FIRST: &str = "2026-12-28";

/// The paths as they are shipped.
static PATHS: LazyLock<Vec<PathItem>> = LazyLock::new(|| {
    let (course, findings) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_eq!(findings, []);
    let files = packs(&course).unwrap();
    let file =
        files.iter().find(|file| file.kind == PackKind::Paths && file.language == Language::Nb).unwrap();
    PathPack::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap().paths
});

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn begun(first: &str, today: &str) -> PathMarks {
    let mut marks = PathMarks::default();
    marks.apply(PathEdit::Start { first: first.into(), today: day(today) });
    marks
}

fn here<'a>(paths: &'a [(refleks::content::LearningPath, PathMarks)], known: &'a Known) -> Here<'a> {
    Here { paths, known, standard: None, receipts: &[], portion: 0, half_year: None }
}

#[test]
fn of_every_path_each_part_that_belongs_to_it_waits_once_in_the_order_of_the_days() {
    assert_eq!(PATHS.len(), 7);
    for item in PATHS.iter() {
        for (first, today) in [(FIRST, FIRST), ("2009-08-01", FIRST)] {
            let marks = begun(first, today);
            let asked = item.neutral.items.iter().filter(|part| is_asked(part, &marks)).count();
            let paths = [(item.neutral.clone(), marks)];
            let all = list(here(&paths, &Known::default()), day(today));
            assert_eq!(all.len(), asked, "{}", item.neutral.id);
            assert!(all.is_sorted_by_key(|one| one.on));
            assert!(all.iter().all(|one| one.on >= day(today)), "on the first day nothing has gone by");
        }
    }
}

#[test]
fn a_year_later_it_still_waits_and_no_language_blames_anybody_for_it() {
    let today = day("2028-02-29");
    let paths: Vec<_> = PATHS.iter().map(|item| (item.neutral.clone(), begun(FIRST, FIRST))).collect();
    let lessons = lessons();
    let log = MemoryLog::default();
    let met = Met { paths: &paths, lessons: &[], log: &log, talks: &[] };
    let half_year = offered(&lessons, met, today).unwrap();
    assert_eq!(half_year.since, day("2027-06-28"));
    let known = Known::default();
    let all = list(Here { half_year: Some(&half_year), portion: 6, ..here(&paths, &known) }, today);
    let mut names: Vec<String> = all.iter().map(Waits::name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all.len(), "each thing stands once");
    for language in Language::ALL {
        let words = words(language);
        for one in &all {
            let text = told(words, one, today);
            assert!(!text.is_empty() && !text.contains('!'), "{text}");
            for blame in ["forsein", "for sent", "for seint", "frist", "late", "overdue", "missed"] {
                assert!(!text.to_lowercase().contains(blame), "{text}");
            }
        }
    }
}

#[test]
fn whoever_is_on_a_path_is_reminded_of_every_lesson_of_the_standard_that_no_path_has_a_day_for() {
    let path: Vec<_> = PATHS.iter().filter(|item| item.neutral.id.as_str() == "nyansatt").collect();
    let paths: Vec<_> = path.iter().map(|item| (item.neutral.clone(), begun(FIRST, FIRST))).collect();
    let lessons = lessons();
    let log = MemoryLog::default();
    let met = Met { paths: &paths, lessons: &[], log: &log, talks: &[] };
    assert_eq!(offered(&lessons, met, day("2027-06-27")), None);
    let offered = offered(&lessons, met, day("2027-06-28")).unwrap();
    let parts = &paths[0].0.items;
    let part = |id: &str| parts.iter().find(|part| part.of.as_deref() == Some(id));
    let is_offered = |lesson: &&refleks::content::lesson::Lesson| match part(lesson.id.as_str()) {
        Some(part) => !part.mandatory && part.renew_months.is_none(),
        None => lesson.series == Series::Standard,
    };
    let expected = lessons.iter().filter(is_offered).count();
    assert!(expected > 3, "{expected}");
    assert_eq!(offered.others + 1, expected);
}

#[test]
fn a_calendar_takes_in_every_name_of_every_path() {
    let mut all = Vec::new();
    for item in PATHS.iter() {
        for (id, said) in &item.words.items {
            let name = format!("{}.{id}", item.neutral.id);
            all.push(Event { name, day: day(FIRST), title: said.title.clone(), text: said.text.clone() });
        }
    }
    let file = calendar(&all, 0);
    assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), all.len());
    assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), all.len());
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    let whole = file.replace("\r\n ", "");
    for event in &all {
        assert!(whole.contains(&format!("\r\nUID:{}@refleks\r\n", event.name)));
        assert!(whole.contains(&format!("\r\nSUMMARY:{}\r\n", event.title.replace(',', "\\,"))));
    }
}
