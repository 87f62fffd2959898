//! The memory: does it rest as long as FSRS says, does it come to the same whatever order things are joined in, and
//! what comes after three days, after nine and after two hundred.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use fsrs::FSRS;
use proptest::prelude::*;
use refleks::i18n::Day;
use refleks::progress::memory::{
    Comes, Item, LONGEST, Memory, MemoryLog, Pause, Recall, Recalled, SIZE, Variant, interval,
};
use refleks::storage::merge::merge_sets;
use refleks::storage::progress::sitting_record;
use refleks::storage::{Kind, Owner, Record};

fn start() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn item(text: &str) -> Item {
    Item::parse(text).unwrap()
}

fn answer(at: u64, day: i64, item: &str, recall: Recall) -> Recalled {
    let day = start().plus(day).to_string();
    Recalled { at, day, item: item.to_owned(), recall, variant: None }
}

fn log(answers: impl IntoIterator<Item = Recalled>) -> MemoryLog {
    MemoryLog { answers: answers.into_iter().collect(), pauses: BTreeSet::new() }
}

// ---------------------------------------------------------------------------------------------------------
// The reference

const fn recall(rating: usize) -> Recall {
    match rating {
        1 => Recall::Missed,
        2 => Recall::Hard,
        3 => Recall::Good,
        _ => Recall::Easy,
    }
}

/// How long something rests after answers with so many days before each.
fn rests(answers: &[(usize, i64)]) -> i64 {
    let mut day = start();
    let past: Vec<(Day, Recall)> = answers
        .iter()
        .map(|(rating, elapsed)| {
            day = day.plus(*elapsed);
            (day, recall(*rating))
        })
        .collect();
    interval(&past).unwrap()
}

/// fsrs-rs 6.6.2, `src/inference.rs`: the documentation of `next_states` gives 0.212, 1.2931, 2.3065 and 8.2956 days.
#[test]
fn a_first_answer_rests_as_the_reference_says() {
    let first = [1, 2, 3, 4].map(|rating| rests(&[(rating, 0)]));
    assert_eq!(first, [1, 1, 2, 8]);
}

/// ts-fsrs, `packages/fsrs/__tests__/FSRS-6.test.ts`, «ivl_history»:
/// 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21 days. The zeros are its steps of minutes on the day of learning,
/// which the memory does not have; all others are ours as well, as far as anything rests.
#[test]
fn a_long_history_rests_as_the_reference_says() {
    let ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let rest = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let elapsed = [0, 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12];
    let history: Vec<(usize, i64)> = ratings.into_iter().zip(elapsed).collect();
    for (at, expected) in rest.into_iter().enumerate().filter(|(_, days)| *days > 0) {
        assert_eq!(rests(&history[..=at]), expected.min(LONGEST), "after answer {at}");
    }
}

/// fsrs-rs 6.6.2, `src/inference.rs`, `test_memory_state`, and ts-fsrs, «memory state[short-term]»: a stability of
/// 53.62691 days, which at nine of ten is the rest.
#[test]
fn something_missed_first_and_known_five_times_rests_as_the_reference_says() {
    assert_eq!(rests(&[(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)]), 54);
}

/// ts-fsrs, `packages/fsrs/__tests__/impl/long-term_scheduler.test.ts`, tests 1 to 5: its own parameters and what rests
/// after each answer, where each answer is given on the day when it is due. They hold the package that we rest on.
#[test]
fn the_scheduler_agrees_with_the_reference_in_another_language() {
    const PARAMETERS: [f32; 19] = [
        0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225,
        0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
    ];
    const CASES: [(&[usize], &[u32]); 5] = [
        (
            &[3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3],
            &[3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
        ),
        (&[1, 2, 3, 4, 1, 2, 3, 4], &[1, 2, 6, 41, 4, 7, 21, 133]),
        (&[2, 3, 4, 1, 2, 3, 4, 1], &[2, 7, 54, 5, 8, 26, 171, 8]),
        (&[3, 4, 1, 2, 3, 4, 1, 2], &[3, 33, 4, 7, 26, 193, 9, 14]),
        (&[4, 1, 2, 3, 4, 1, 2, 3], &[15, 3, 6, 27, 240, 10, 17, 60]),
    ];
    let scheduler = FSRS::new(&PARAMETERS).unwrap();
    for (ratings, expected) in CASES {
        let (mut state, mut rest, mut told) = (None, 0, Vec::new());
        for rating in ratings {
            let next = scheduler.next_states(state, 0.9, rest).unwrap();
            // As there: what is harder never rests longer than what is easier, and never as long.
            let days = |interval: f32| (interval.round() as u32).max(1);
            let again = days(next.again.interval).min(days(next.hard.interval));
            let hard = days(next.hard.interval).max(again + 1);
            let good = days(next.good.interval).max(hard + 1);
            let easy = days(next.easy.interval).max(good + 1);
            let (memory, days) = match rating {
                1 => (next.again.memory, again),
                2 => (next.hard.memory, hard),
                3 => (next.good.memory, good),
                _ => (next.easy.memory, easy),
            };
            (state, rest) = (Some(memory), days);
            told.push(days);
        }
        assert_eq!(told, expected, "{ratings:?}");
    }
}

fn history() -> impl Strategy<Value = Vec<(usize, i64)>> {
    prop::collection::vec((1_usize..=4, 0_i64..500), 1..24)
}

proptest! {
    #[test]
    fn a_rest_is_never_shorter_than_a_day_nor_longer_than_a_year(history in history()) {
        prop_assert!((1..=LONGEST).contains(&rests(&history)));
    }

    #[test]
    fn a_better_answer_never_comes_sooner(history in history(), elapsed in 0_i64..500) {
        let after = |rating| {
            let mut history = history.clone();
            history.push((rating, elapsed));
            rests(&history)
        };
        let rest = [1, 2, 3, 4].map(after);
        prop_assert!(rest.is_sorted(), "{rest:?}");
    }

    #[test]
    fn what_was_right_after_a_longer_time_rests_no_shorter(history in history(), elapsed in 1_i64..400, more in 1_i64..99) {
        let after = |elapsed| {
            let mut history = history.clone();
            history.push((3, elapsed));
            rests(&history)
        };
        prop_assert!(after(elapsed + more) >= after(elapsed));
    }

    #[test]
    fn the_same_history_rests_as_long_every_time(history in history()) {
        prop_assert_eq!(rests(&history), rests(&history));
    }
}

// ---------------------------------------------------------------------------------------------------------
// Joining

fn recalled() -> impl Strategy<Value = Recalled> {
    let item = "(term\\.[a-d]|question\\.tvang\\.[a-d]|theme\\.[a-b]|news2\\.rf\\.2[1-4])";
    let variant = prop::option::of("(card|case)\\.[a-c]");
    (0_u64..40, 0_i64..60, item, 1_usize..=4, variant).prop_map(|(at, day, item, rating, variant)| Recalled {
        variant: variant.filter(|_| item.starts_with("theme")),
        ..answer(at, day, &item, recall(rating))
    })
}

fn pause() -> impl Strategy<Value = Pause> {
    (0_u64..4, 0_i64..60, 0_i64..30).prop_map(|(said, from, days)| Pause {
        said,
        from: start().plus(from).to_string(),
        until: start().plus(from + days).to_string(),
    })
}

fn a_log() -> impl Strategy<Value = MemoryLog> {
    (prop::collection::btree_set(recalled(), 0..12), prop::collection::btree_set(pause(), 0..3))
        .prop_map(|(answers, pauses)| MemoryLog { answers, pauses })
}

fn join(a: &MemoryLog, b: &MemoryLog) -> MemoryLog {
    a.clone().joined(b)
}

/// Everything that one sees of a memory.
fn seen(logs: &[&MemoryLog], today: Day) -> (Vec<Option<Day>>, Vec<Item>, Option<Day>, Vec<String>) {
    let memory = Memory::new(logs.iter().copied());
    let letters = ["a", "b", "c", "d"];
    let all: Vec<Item> = letters
        .iter()
        .flat_map(|letter| [format!("term.{letter}"), format!("question.tvang.{letter}")])
        .chain(["theme.a".to_owned(), "theme.b".to_owned(), "news2.rf.21".to_owned()])
        .map(|text| item(&text))
        .collect();
    let cards = letters.map(|letter| Variant::Card(letter.into()));
    let shapes =
        ["theme.a", "theme.b"].map(|theme| memory.variant(&item(theme), &cards).unwrap().to_string());
    let due = all.iter().map(|item| memory.due(item)).collect();
    (due, memory.portion(&all, today), memory.pause(today), shapes.to_vec())
}

/// The record of a sitting, as the tablet wrote it that it belongs to.
fn record(sitting: usize, log: &MemoryLog) -> Record {
    let id = sitting_record(&Owner::Device, &format!("{sitting}").into());
    let payload = serde_json::to_vec(log).unwrap();
    Record::new(id, Kind::Memory, Owner::Device, 1, 1, 5, payload)
}

proptest! {
    #[test]
    fn joining_twice_changes_nothing(a in a_log(), b in a_log()) {
        let joined = join(&a, &b);
        prop_assert_eq!(&join(&joined, &b), &joined);
        prop_assert_eq!(&join(&joined, &a), &joined);
        prop_assert_eq!(&join(&a, &a), &a);
    }

    #[test]
    fn the_order_of_joining_does_not_matter(a in a_log(), b in a_log(), c in a_log()) {
        prop_assert_eq!(join(&a, &b), join(&b, &a));
        prop_assert_eq!(join(&join(&a, &b), &c), join(&a, &join(&b, &c)));
    }

    #[test]
    fn two_tablets_that_know_the_same_have_the_same_to_do(
        a in a_log(), b in a_log(), c in a_log(), today in 0_i64..300,
    ) {
        let today = start().plus(today);
        let once = seen(&[&a, &b, &c], today);
        prop_assert_eq!(&seen(&[&c, &a, &b, &a], today), &once);
        prop_assert_eq!(&seen(&[&join(&b, &join(&c, &a))], today), &once);
    }

    #[test]
    fn what_two_tablets_wrote_is_joined_by_the_same_merge_as_every_record(
        logs in prop::collection::vec(a_log(), 1..6), on_one in any::<u8>(), on_both in any::<u8>(), today in 0_i64..300,
    ) {
        let is_on = |bits: u8, sitting: usize| bits >> sitting & 1 == 1;
        let records: Vec<(usize, Record)> = logs.iter().enumerate().map(|(n, log)| (n, record(n, log))).collect();
        let tablet = |one: bool| -> Vec<Record> {
            let here = records.iter().filter(|(n, _)| is_on(on_both, *n) || is_on(on_one, *n) == one);
            here.map(|(_, record)| record.clone()).collect()
        };
        let merged = merge_sets(tablet(true), tablet(false));
        let merged: Vec<MemoryLog> =
            merged.iter().map(|record| serde_json::from_slice(record.payload().unwrap()).unwrap()).collect();
        let today = start().plus(today);
        prop_assert_eq!(
            seen(&merged.iter().collect::<Vec<_>>(), today),
            seen(&logs.iter().collect::<Vec<_>>(), today)
        );
    }
}

#[test]
fn what_a_newer_version_or_a_damaged_file_holds_is_passed_over() {
    let mut strange = answer(1, 0, "song.abba", Recall::Good);
    strange.variant = Some("film.martin".into());
    let mut undated = answer(2, 0, "term.delir", Recall::Good);
    undated.day = "i går".into();
    let log = log([strange, undated, answer(3, 0, "term.sepsis", Recall::Good)]);
    let memory = Memory::new([&log]);
    assert_eq!(memory.due(&item("term.delir")), None);
    assert_eq!(memory.due(&item("term.sepsis")), Some(start().plus(2)));
}

// ---------------------------------------------------------------------------------------------------------
// After three days, after nine, after two hundred

/// Eight things that were right in a lesson on the first day, one that was missed, and a theme that was talked about.
fn after_a_lesson() -> (MemoryLog, Vec<Item>) {
    let right = (0..8).map(|n| {
        answer(n, 0, &format!("question.{}.q{n}", ["tvang", "gaver"][n as usize % 2]), Recall::Good)
    });
    let missed = answer(8, 0, "question.tvang.hard", Recall::Missed);
    let theme = Recalled { variant: Some("talk.tvang".into()), ..answer(9, 0, "theme.tvang", Recall::Good) };
    let log = log(right.chain([missed, theme]));
    let items = log.answers.iter().map(|answer| item(&answer.item)).collect();
    (log, items)
}

#[test]
fn nothing_comes_on_the_day_of_the_lesson_and_what_was_missed_comes_the_day_after() {
    let (log, items) = after_a_lesson();
    let memory = Memory::new([&log]);
    assert_eq!(memory.portion(&items, start()), []);
    assert_eq!(memory.portion(&items, start().plus(1)), [item("question.tvang.hard")]);
    assert_eq!(memory.comes(&items[0], start()), Some(Comes::Days(2)));
    assert_eq!(memory.comes(&item("question.tvang.hard"), start()), Some(Comes::Tomorrow));
}

#[test]
fn after_three_days_a_portion_begins_with_what_was_missed_and_mixes_the_lessons() {
    let (log, items) = after_a_lesson();
    let portion = Memory::new([&log]).portion(&items, start().plus(3));
    assert_eq!((portion.len(), &portion[0], &portion[SIZE - 1]), (SIZE, &items[8], &items[9]));
    for pair in portion[..SIZE - 1].windows(2) {
        assert_ne!(pair[0].family(), pair[1].family(), "{portion:?}");
    }
}

#[test]
fn after_nine_days_what_was_known_on_the_third_rests_and_what_was_left_comes() {
    let (mut log, items) = after_a_lesson();
    let done = Memory::new([&log]).portion(&items, start().plus(3));
    let at = |n: usize| 1_000 + n as u64;
    log.answers
        .extend(done.iter().enumerate().map(|(n, item)| answer(at(n), 3, &item.to_string(), Recall::Good)));
    let memory = Memory::new([&log]);
    let known = done.iter().find(|item| **item != items[8]).unwrap();
    assert_eq!(memory.comes(known, start().plus(3)), Some(Comes::after(interval_after(3))));
    let portion = memory.portion(&items, start().plus(9));
    let left: BTreeSet<&Item> = items.iter().filter(|item| !done.contains(item)).collect();
    assert!(left.iter().all(|item| portion.contains(item)), "{portion:?}");
    assert!(!portion.contains(known));
}

/// How long something rests that was right on the first day and so many days later.
fn interval_after(days: i64) -> i64 {
    rests(&[(3, 0), (3, days)])
}

#[test]
fn after_two_hundred_days_there_is_one_portion_and_no_pile() {
    let (log, items) = after_a_lesson();
    let memory = Memory::new([&log]);
    let today = start().plus(200);
    assert!(items.iter().all(|item| memory.comes(item, today) == Some(Comes::Now)));
    assert_eq!(memory.portion(&items, today).len(), SIZE);
    // What is still known after so long rests much longer than what was known after three days.
    assert!(interval_after(200) > 3 * interval_after(3), "{} {}", interval_after(200), interval_after(3));
}

#[test]
fn after_a_holiday_as_much_is_due_as_there_would_have_been_without_one() {
    let (log, items) = after_a_lesson();
    let holiday = Pause { said: 50, from: start().plus(1).to_string(), until: start().plus(22).to_string() };
    let mut away = log.clone();
    away.pauses.insert(holiday);
    let (here, away) = (Memory::new([&log]), Memory::new([&away]));
    assert_eq!(away.portion(&items, start().plus(10)), [], "nothing comes in a pause");
    assert_eq!(away.pause(start().plus(10)), Some(start().plus(22)));
    for item in &items {
        assert_eq!(away.due(item), here.due(item).map(|day| day.plus(21)));
    }
    assert_eq!(away.portion(&items, start().plus(22)), here.portion(&items, start().plus(1)));
}

#[test]
fn who_comes_back_sooner_has_what_was_due_waiting_for_as_long_as_the_pause_was() {
    let (log, items) = after_a_lesson();
    let mut away = log.clone();
    let (from, until) = (start().plus(1), start().plus(22));
    away.pauses.insert(Pause { said: 50, from: from.to_string(), until: until.to_string() });
    let back = away.back(start().plus(8));
    let memory = Memory::new([&away, &back]);
    assert_eq!(memory.pause(start().plus(8)), None);
    assert_eq!(memory.due(&items[8]), Some(start().plus(8)), "a day after the lesson, and seven of pause");
    assert!(away.back(start().plus(30)).is_empty(), "nothing is to be ended after it");
    assert!(log.back(start()).is_empty());
}

#[test]
fn a_theme_comes_back_as_something_else() {
    let (mut log, items) = after_a_lesson();
    let theme = &items[9];
    let all = [Variant::Talk("tvang".into()), Variant::Card("sh-belte".into()), Variant::Case("dusj".into())];
    let mut met = vec!["talk.tvang".to_owned()];
    for at in 0..5 {
        let next = Memory::new([&log]).variant(theme, &all).unwrap().to_string();
        assert_ne!(Some(&next), met.last());
        met.push(next.clone());
        let again =
            Recalled { variant: Some(next), ..answer(100 + at, 3 + at as i64, "theme.tvang", Recall::Good) };
        log.answers.insert(again);
    }
    assert_eq!(met[..3].iter().collect::<BTreeSet<_>>().len(), 3, "{met:?}");
}
