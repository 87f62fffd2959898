//! A way through the drills: a round with what is missed in it, a call sorted, and a call put in order.

use std::collections::BTreeSet;
use std::path::Path;

use refleks::content::author::{packs, read};
use refleks::content::{IsbarItem, ScenarioPack, Sorted};
use refleks::features::simulation::drill::Drill;
use refleks::features::simulation::drill::ordering::{self, Ordering};
use refleks::features::simulation::drill::question::{Question, questions};
use refleks::features::simulation::drill::round::{Asked, Ends, Msg, Round};
use refleks::features::simulation::drill::sorting::{Saying, call_after, first_call, sayings};
use refleks::progress::DrillMarks;

/// The calls of every language, as the app fetches them.
pub(crate) fn calls() -> Vec<Vec<IsbarItem>> {
    let (course, findings) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_eq!(findings, []);
    let files = packs(&course).unwrap();
    let files = files.iter().filter(|file| file.name.starts_with("scenarios-"));
    let pack = |bytes: &[u8]| ScenarioPack::parse(std::str::from_utf8(bytes).unwrap()).unwrap().isbar;
    files.map(|file| pack(&file.bytes)).collect()
}

fn wrong(question: &Question) -> u8 {
    question.choices().into_iter().find(|points| *points != question.right()).unwrap()
}

#[test]
fn a_border_that_is_missed_comes_again_in_the_round_and_first_at_the_next_visit() {
    let mut round = Round::new(questions(Drill::News2), DrillMarks::default(), 3, Ends::AfterTen);
    let missed = round.at.clone().unwrap();
    let _ = round.update(Msg::Answer(wrong(&missed)));
    let mut later = 0;
    loop {
        let _ = round.update(Msg::Next);
        let question = round.at.clone().unwrap();
        if question.id() == missed.id() {
            break;
        }
        let _ = round.update(Msg::Answer(question.right()));
        later += 1;
    }
    assert!((2..=3).contains(&later), "{later}");
    assert_eq!(round.missed(), std::slice::from_ref(&missed));

    let next_visit = Round::new(questions(Drill::News2), round.marks.clone(), 99, Ends::AfterTen);
    assert_eq!(next_visit.at.unwrap().id(), missed.id());
    let of_its_own = Drill::of(missed.sheet.parameter(), refleks::clinical::Scale::One);
    assert!(Drill::ALL.contains(&of_its_own));
}

#[test]
fn eight_calls_are_there_in_three_languages_with_words_for_everything() {
    let all = calls();
    assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [8, 8, 8]);
    for call in all.iter().flatten() {
        for fact in &call.neutral.facts {
            assert!(!call.words.facts[&fact.id].is_empty(), "{} {}", call.neutral.id, fact.id);
        }
    }
    let ids = |calls: &[IsbarItem]| calls.iter().map(|call| call.neutral.clone()).collect::<Vec<_>>();
    assert!(ids(&all[0]) == ids(&all[1]) && ids(&all[1]) == ids(&all[2]));
}

#[test]
fn a_call_is_sorted_once_through_and_what_was_missed_comes_once_more_and_is_told() {
    let calls = calls().remove(0);
    let mut marks = DrillMarks::default();
    let id = first_call(&calls, &marks).unwrap();
    let call = calls.iter().find(|call| call.neutral.id == id).unwrap();
    let mut round = Round::new(sayings(call), marks.clone(), 5, Ends::AfterEachOnce);
    let mut seen = BTreeSet::new();
    let mut first = None;
    while let Some(saying) = round.at.clone() {
        let answer = if first.is_none() {
            first = Some(saying.clone());
            Sorted::ALL.into_iter().find(|letter| *letter != saying.right()).unwrap()
        } else {
            saying.right()
        };
        let _ = round.update(Msg::Answer(answer));
        seen.insert(saying.fact);
        let _ = round.update(Msg::Next);
        assert!(round.number <= call.neutral.facts.len() + 1, "a round comes to an end");
    }
    assert_eq!(seen.len(), call.neutral.facts.len());
    assert_eq!(round.missed(), first.into_iter().collect::<Vec<Saying>>());

    marks = round.marks;
    assert_eq!(first_call(&calls, &marks), Some(calls[1].neutral.id.clone()), "what is new comes then");
    assert_eq!(call_after(&calls, &calls[7].neutral.id), Some(calls[0].neutral.id.clone()));
}

#[test]
fn every_call_can_be_put_in_order_letter_by_letter_and_only_without_what_does_not_belong() {
    for call in calls().remove(0) {
        let facts = &call.neutral.facts;
        let mut desk = Ordering::default();
        for letter in Sorted::ALL.into_iter().filter(|letter| *letter != Sorted::Noise) {
            for fact in facts.iter().filter(|fact| fact.letter == letter) {
                desk.update(ordering::Msg::Say(fact.id.clone()));
            }
        }
        assert!(desk.verdict(facts).is_whole(), "{}", call.neutral.id);
        let noise = facts.iter().find(|fact| fact.letter == Sorted::Noise).unwrap();
        desk.update(ordering::Msg::Say(noise.id.clone()));
        assert!(!desk.verdict(facts).is_in_order(), "{}", call.neutral.id);

        let mut shuffled = Ordering::default();
        for fact in facts {
            shuffled.update(ordering::Msg::Say(fact.id.clone()));
        }
        assert!(!shuffled.verdict(facts).is_in_order(), "{}: it lies in order already", call.neutral.id);
    }
}
