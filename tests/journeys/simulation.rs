//! A way through every scenario, in every language: from the first signs to the talk and the reflection after it.

use std::path::Path;

use refleks::clinical::{
    Course, Deed, Device, IsbarLetter, Measure, Outcome, Parameter, Player, Role, Scenario, Skill, Verdict,
};
use refleks::content::author::read_scenario;
use refleks::content::{Item, Revision, ScenarioItem};
use refleks::ethics::Certainty;
use refleks::features::simulation::call::{Calling, LETTERS, letter_of, rubric, sayable};
use refleks::features::simulation::chart::{Trend, lines, score};
use refleks::features::simulation::debrief::{SKILLS, Went, decisions, notes, opening, table};
use refleks::i18n::Language;

pub(crate) fn items() -> Vec<(Language, ScenarioItem)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/scenarios");
    let mut folders: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let of_folder = |folder: &std::path::PathBuf| {
        let (neutral, words) = read_scenario(folder).unwrap();
        let item = move |(language, words)| {
            (language, Item { neutral: neutral.clone(), words, revision: Revision::default() })
        };
        words.into_iter().map(item).collect::<Vec<_>>()
    };
    folders.iter().flat_map(of_folder).collect()
}

fn urosepsis() -> ScenarioItem {
    let found = items()
        .into_iter()
        .find(|(language, item)| *language == Language::Nb && item.neutral.id.as_str() == "urosepsis");
    found.unwrap().1
}

fn nurse(play: &Scenario) -> Course {
    Course::begin(play, 0, Role::Nurse)
}

fn played(play: &Scenario, deeds: &[Deed]) -> Course {
    let mut course = nurse(play);
    for deed in deeds {
        course.perform(play, deed).unwrap();
    }
    course
}

#[test]
fn all_fifteen_are_there_in_three_languages() {
    assert_eq!(items().len(), 45);
}

#[test]
fn whatever_was_chosen_has_its_reason_in_words() {
    for (language, item) in items() {
        let play = &item.neutral.play;
        for throw in 0..8 {
            let role = play.roles[throw as usize % play.roles.len()];
            let course = Player::Dice(throw).play(play, throw, role, |_| {});
            for decision in decisions(&course) {
                let reason = decision.reason.as_deref();
                let told = match &decision.deed {
                    Deed::Act(id) => {
                        reason.and_then(|reason| item.words.actions[id].reasons.get(reason)).cloned()
                    }
                    Deed::Call { receiver, .. } => {
                        reason.and_then(|reason| item.words.receivers[receiver].reasons.get(reason)).cloned()
                    }
                    Deed::Answer { event, .. } => Some(item.words.events[event].reason.clone()),
                    Deed::Look(_) | Deed::Measure(_) | Deed::Wait(_) | Deed::Event(_) | Deed::Push { .. } => {
                        panic!("{:?} is no decision", decision.deed)
                    }
                };
                let told = told.unwrap_or_default();
                assert!(
                    !told.is_empty(),
                    "{language:?} {}: {:?} has no reason",
                    item.neutral.id,
                    decision.deed
                );
            }
        }
    }
}

#[test]
fn the_talk_afterwards_has_something_of_every_skill_and_tells_wrong_from_right() {
    for (_, item) in items() {
        let play = &item.neutral.play;
        let careful = Player::Careful.play(play, 0, *play.roles.last().unwrap(), |_| {});
        let nobody = Player::Nobody.play(play, 0, *play.roles.last().unwrap(), |_| {});
        let right = |course: &Course| -> usize {
            let all = SKILLS.iter().flat_map(|skill| notes(play, course, *skill));
            all.filter(|noted| noted.went == Went::Right).count()
        };
        for skill in [Skill::Observe, Skill::Recognise, Skill::Act, Skill::Procedure] {
            assert!(!notes(play, &careful, skill).is_empty(), "{}: {skill:?}", item.neutral.id);
        }
        assert!(right(&careful) > right(&nobody), "{}", item.neutral.id);
        assert!(right(&careful) * 3 >= play.notes.len(), "{}: care is told as missed", item.neutral.id);
        assert!(careful.ending(play).is_some_and(|ending| ending.safe), "{}", item.neutral.id);
    }
}

#[test]
fn a_fork_opens_a_reflection_with_the_facts_as_sure_as_the_log_makes_them() {
    for (language, item) in items() {
        let play = &item.neutral.play;
        let careful = Player::Careful.play(play, 0, *play.roles.last().unwrap(), |_| {});
        let nobody = Player::Nobody.play(play, 0, *play.roles.last().unwrap(), |_| {});
        for fork in &item.neutral.forks {
            let known = |course: &Course| {
                let opening = opening(&item, course, fork).unwrap();
                assert!(opening.question.ends_with('?') && !opening.text.is_empty());
                assert_eq!(opening.facts.len(), fork.facts.len(), "{language:?} {}", item.neutral.id);
                assert_eq!(opening.parties.iter().filter(|party| party.patient).count(), 1);
                let known = opening.facts.iter().filter(|fact| fact.certainty == Certainty::Known);
                assert!(known.clone().all(|fact| fact.source.is_some()));
                assert!(
                    opening.facts.iter().any(|fact| fact.certainty != Certainty::Known),
                    "not all is known"
                );
                known.count()
            };
            assert!(known(&careful) > known(&nobody), "{}: looking makes nothing known", item.neutral.id);
        }
    }
}

#[test]
fn the_chart_shows_what_was_measured_and_nothing_else() {
    let item = urosepsis();
    let play = &item.neutral.play;
    let before = lines(play, &nurse(play));
    assert!(before.iter().all(|line| line.now().is_none()));
    let course = played(play, &[Deed::Measure(Measure::Rf), Deed::Wait(3_000), Deed::Measure(Measure::Rf30)]);
    let rf = &lines(play, &course)[0];
    assert_eq!((rf.parameter, rf.measured.len(), rf.trend()), (Parameter::Rf, 2, Some(Trend::Rises)));
    assert_eq!(rf.now().unwrap() % 2, 0, "counted for half a minute, it is even");
    assert_eq!(score(play, &course), None, "not all of it is measured");
    let all = [Measure::Rf, Measure::Spo2, Measure::Sbp, Measure::Pulse, Measure::Acvpu, Measure::Temp];
    let course = played(play, &all.map(Deed::Measure));
    assert_eq!(score(play, &course).unwrap().0.total(), 3);
    assert_eq!(course.oxygen().device, Device::Air);
}

#[test]
fn a_call_cannot_end_without_a_wish_and_its_rubric_names_what_was_missing() {
    for (_, item) in items() {
        let play = &item.neutral.play;
        let course = Player::Careful.play(play, 0, *play.roles.last().unwrap(), |_| {});
        for receiver in &play.receivers {
            let mut calling = Calling::new(receiver.id.clone(), false);
            for letter in LETTERS {
                for id in sayable(play, &course, letter) {
                    assert_eq!(letter_of(play, &id), Some(letter));
                    let is_wish = letter == IsbarLetter::R && play.facts.iter().any(|fact| fact.id == id);
                    if !is_wish {
                        calling.say(id);
                    }
                }
            }
            assert!(!calling.may_hear(play, &course), "{}: no wish was said", item.neutral.id);
            let missing = rubric(play, &course, &calling.told);
            assert!(!missing[4].missing.is_empty(), "{}: a wish is missing", item.neutral.id);
            assert!(
                missing.iter().take(4).all(|said| said.missing.is_empty()),
                "{}: {missing:?}",
                item.neutral.id
            );
        }
    }
}

#[test]
fn the_table_of_values_is_short_and_ends_where_the_course_ends() {
    let item = urosepsis();
    let play = &item.neutral.play;
    let course = Player::Nobody.play(play, 0, Role::Nurse, |_| {});
    let rows = table(&course, 13);
    assert!(rows.len() <= 14, "{}", rows.len());
    assert_eq!(rows.last(), course.moments().last());
    assert!(rows.windows(2).all(|pair| pair[0].at < pair[1].at));
}

#[test]
fn the_log_holds_a_verdict_only_beside_what_one_decides() {
    let item = urosepsis();
    let play = &item.neutral.play;
    let course = played(play, &[Deed::Look("skin".into()), Deed::Act("urine-stick".into())]);
    let [only] = &decisions(&course)[..] else { panic!("one decision") };
    assert_eq!((only.verdict, only.at), (Verdict::Wrong, 20));
    assert!(matches!(course.log()[0].outcome, Outcome::Found(Some(_))));
}
