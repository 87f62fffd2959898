//! Simulations: every scenario gives the values of the facts under the named conditions, and no course breaks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::fs;
use std::path::PathBuf;

use refleks::clinical::script::{self, Line, clock};
use refleks::clinical::{Course, Deed, Fixed, News2, Player, Role, Tenths, Verdict, Vitals};
use refleks::content::Scenario;
use refleks::content::author::read_scenario;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    courses: Vec<KnownCourse>,
}

/// A named condition of the facts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownCourse {
    name: String,
    script: String,
    #[serde(default)]
    role: Option<Role>,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    at: String,
    rf: i32,
    spo2: i32,
    sbp: i32,
    pulse: i32,
    acvpu: String,
    temp: Option<Fixed>,
    news2: u8,
    glucose: Option<Fixed>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn ids() -> Vec<String> {
    let entries = fs::read_dir(root().join("content/scenarios")).unwrap();
    let mut ids: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    ids.sort();
    ids
}

fn scenario(id: &str) -> Scenario {
    read_scenario(&root().join("content/scenarios").join(id)).unwrap().0
}

fn known(id: &str) -> Known {
    let file = root().join("tests/fixtures/scenarios").join(format!("{id}.toml"));
    toml::from_str(&fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
        .unwrap()
}

fn role(scenario: &Scenario, course: &KnownCourse) -> Role {
    course.role.or_else(|| scenario.play.roles.last().copied()).unwrap()
}

/// The vitals at each row, and the glucose.
fn played(scenario: &Scenario, course: &KnownCourse) -> Vec<(Vitals, Tenths)> {
    let play = &scenario.play;
    let mut going = Course::begin(play, 0, role(scenario, course));
    let lines = script::parse(&course.script).unwrap();
    let mut rows = course.rows.iter().map(|row| seconds(scenario, &row.at)).peekable();
    let mut found = Vec::new();
    let mut look = |going: &Course| {
        while rows.peek().is_some_and(|at| *at <= going.now()) {
            rows.next();
            found.push((going.body().vitals(&play.patient), going.body().glucose()));
        }
    };
    look(&going);
    for line in &lines {
        let deed = line.deed(play, &going);
        for deed in in_steps(&deed) {
            let done = going.perform(play, &deed).map(|_| ());
            assert_eq!(done, Ok(()), "{}: {}: {deed:?}", scenario.id, course.name);
            look(&going);
        }
    }
    found
}

/// Waiting minute by minute, so that a row in the middle is seen.
fn in_steps(deed: &Deed) -> Vec<Deed> {
    match deed {
        Deed::Wait(seconds) => {
            let mut steps = vec![Deed::Wait(60); (seconds / 60) as usize];
            steps.push(Deed::Wait(seconds % 60));
            steps
        }
        Deed::Look(_)
        | Deed::Measure(_)
        | Deed::Act(_)
        | Deed::Call { .. }
        | Deed::Answer { .. }
        | Deed::Event(_)
        | Deed::Push { .. } => vec![deed.clone()],
    }
}

fn seconds(scenario: &Scenario, at: &str) -> u32 {
    (u32::from(clock(at).unwrap()) + 1_440 - u32::from(scenario.play.begins)) % 1_440 * 60
}

#[test]
fn every_scenario_gives_the_values_of_the_facts_under_the_named_conditions() {
    let mut wrong = Vec::new();
    for id in ids() {
        let scenario = scenario(&id);
        for course in known(&id).courses {
            let found = played(&scenario, &course);
            assert_eq!(
                found.len(),
                course.rows.len(),
                "{id}: {}: the script ends before the last row",
                course.name
            );
            for (row, (vitals, glucose)) in course.rows.iter().zip(&found) {
                let near = |found: i32, expected: i32, by: i32| (found - expected).abs() <= by;
                let is_right = near(vitals.rf(), row.rf, 1)
                    && near(vitals.spo2(), row.spo2, 1)
                    && near(vitals.sbp(), row.sbp, 3)
                    && near(vitals.pulse(), row.pulse, 3)
                    && row.temp.is_none_or(|temp| near(vitals.temp().0, temp.tenths(), 1))
                    && row.glucose.is_none_or(|expected| near(glucose.0, expected.tenths(), 1))
                    && vitals.acvpu().letter() == row.acvpu
                    && News2::of(vitals).total() == row.news2;
                if !is_right {
                    wrong.push(format!(
                        "{id}: {} at {}: {vitals:?}, NEWS2 {}",
                        course.name,
                        row.at,
                        News2::of(vitals).total()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with somebody, as one number: the distance of every value from where it is usual.
fn distance(scenario: &Scenario, course: &Course) -> Fixed {
    let vitals = course.body().vitals(&scenario.play.patient);
    let usual = &scenario.play.patient.habitual;
    let away = |found: i32, usual: Fixed| {
        let away = Fixed::whole(found) - usual;
        away.max(-away)
    };
    away(vitals.rf(), usual.rf)
        + away(vitals.spo2(), usual.spo2)
        + away(vitals.sbp(), usual.sbp).over(3)
        + away(vitals.pulse(), usual.pulse).over(3)
}

fn done(line: &Line) -> String {
    let Line::Deed(Deed::Act(id)) = line else { panic!("{line:?}") };
    id.clone()
}

/// A row that stood in the data would not care when something is done.
#[test]
fn a_deed_two_minutes_later_changes_what_comes_next() {
    for id in ids() {
        let scenario = scenario(&id);
        for course in known(&id).courses {
            let lines = script::parse(&course.script).unwrap();
            let helps = |line: &Line| {
                matches!(line, Line::Deed(Deed::Act(id))
                if scenario.play.action(id).is_some_and(|action| !action.effects.is_empty()))
            };
            let Some(first) = lines.iter().position(helps) else { continue };
            let at = |delay: u32| {
                let mut going = Course::begin(&scenario.play, 0, role(&scenario, &course));
                let mut trail = Vec::new();
                for (place, line) in lines.iter().enumerate() {
                    if place == first && delay > 0 {
                        going.perform(&scenario.play, &Deed::Wait(delay)).unwrap();
                    }
                    let deed = line.deed(&scenario.play, &going);
                    let _over = going.perform(&scenario.play, &deed);
                    trail.push((
                        going.now(),
                        going.body().fingerprint().collect::<Vec<_>>(),
                        distance(&scenario, &going),
                    ));
                }
                trail.pop().unwrap()
            };
            let (prompt, late) = (at(0), at(120));
            assert_ne!(prompt.1, late.1, "{id}: {}: the body does not care when it is helped", course.name);
            // Two minutes more of what is wrong, then the same help: no nearer to what is usual than before.
            if scenario
                .play
                .action(&done(&lines[first]))
                .is_some_and(|action| action.judged.iter().all(|one| one.verdict == Verdict::Right))
            {
                assert!(
                    late.2 >= prompt.2 || late.0 > prompt.0,
                    "{id}: {}: later help helps more",
                    course.name
                );
            }
        }
    }
}

#[test]
fn the_same_deeds_give_the_same_course_to_the_bit() {
    for id in ids() {
        let play = scenario(&id).play;
        for throw in 0..6 {
            let role = play.roles[throw as usize % play.roles.len()];
            let course = Player::Dice(throw).play(&play, throw, role, |_| {});
            let deeds: Vec<Deed> = course.log().iter().map(|entry| entry.deed.clone()).collect();
            let again = Course::play(&play, throw, role, &deeds);
            assert_eq!(again, course, "{id} {throw}");
            assert!(again.body().fingerprint().eq(course.body().fingerprint()));
        }
    }
}

#[test]
fn whatever_is_done_every_value_is_one_that_a_body_can_have() {
    for id in ids() {
        let play = scenario(&id).play;
        for throw in 100..112 {
            Player::Dice(throw).play(&play, throw, play.roles[0], |course| {
                let vitals = course.body().vitals(&play.patient);
                let numbers = (vitals.rf(), vitals.spo2(), vitals.sbp(), vitals.pulse(), vitals.temp());
                assert!(
                    Vitals::new(numbers, vitals.acvpu(), vitals.scale(), vitals.oxygen()).is_ok(),
                    "{id} {throw}"
                );
                assert!(
                    (0..=10).contains(&course.body().pain()) && (1..=8).contains(&course.body().refill())
                );
                assert!((0..=300).contains(&course.body().urine()) && course.body().glucose().0 >= 6);
            });
        }
    }
}

#[test]
fn another_seed_is_another_day_of_the_same_person() {
    let scenario = scenario("urosepsis");
    let after = |seed| {
        let mut course = Course::begin(&scenario.play, seed, Role::Nurse);
        course.perform(&scenario.play, &Deed::Wait(3_600)).unwrap();
        course.body().fingerprint().collect::<Vec<_>>()
    };
    assert_eq!(after(0), after(0));
    assert_ne!(after(1), after(2));
}
