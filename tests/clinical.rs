//! Simulations: every scenario gives the values of the facts under the named conditions, and no course breaks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use refleks::clinical::proof::random_runs;
use refleks::clinical::script::{self, clock};
use refleks::clinical::{
    Course, Deed, Effect, Fixed, News2, Outcome, Player, Reading, Role, Scenario as Play, Tenths, Verdict,
    Vitals,
};
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

/// Something right that somebody careful does, with everything that they did before it.
struct Helped {
    before: Course,
    deed: Deed,
}

/// Everything right that somebody does: the careful one in every role, and dice until every action that can be right
/// was.
fn what_helps(play: &Play) -> Vec<Helped> {
    let mut helps: Vec<Helped> = Vec::new();
    let roles = || play.roles.iter().rev();
    let careful = roles().map(|role| (*role, Player::Careful));
    let dice = (0..THROWS_FOR_HELP).flat_map(|throw| roles().map(move |role| (*role, Player::Dice(throw))));
    for (role, player) in careful.chain(dice) {
        let is_missing = |action: &&refleks::clinical::Action| {
            action.judged.iter().any(|one| one.verdict == Verdict::Right)
                && helps.iter().all(|one| one.deed != Deed::Act(action.id.clone()))
        };
        if player != Player::Careful && !play.actions.iter().any(|action| is_missing(&action)) {
            break;
        }
        let course = player.play(play, 0, role, |_| {});
        for (place, entry) in course.log().iter().enumerate() {
            let is_right = matches!(
                entry.outcome,
                Outcome::Done { verdict: Verdict::Right, .. }
                    | Outcome::Replied { verdict: Verdict::Right, .. }
            );
            let is_known = |one: &Helped| match (&one.deed, &entry.deed) {
                // With more to say, the careful one calls again.
                (Deed::Call { receiver: one, .. }, Deed::Call { receiver: other, .. })
                    if player != Player::Careful =>
                {
                    one == other
                }
                (one, other) => one == other,
            };
            if is_right && !helps.iter().any(is_known) {
                let before: Vec<Deed> =
                    course.log()[..place].iter().map(|entry| entry.deed.clone()).collect();
                let before = Course::play(play, 0, role, &before);
                helps.push(Helped { before, deed: entry.deed.clone() });
            }
        }
    }
    helps
}

/// What was done before, and then this, and then time, until `at` or the end.
fn until(play: &Play, helped: &Helped, then: &[Deed], at: Option<u32>) -> Course {
    let mut course = helped.before.clone();
    for deed in then {
        let _over = course.perform(play, deed);
    }
    while at.is_some_and(|at| course.now() < at) && course.perform(play, &Deed::Wait(5)).is_ok() {}
    course
}

/// Everything that somebody could measure: names and numbers.
fn numbers(play: &Play, course: &Course) -> [(&'static str, i32); 10] {
    let (body, vitals) = (course.body(), course.body().vitals(&play.patient));
    [
        ("rf", vitals.rf()),
        ("spo2", vitals.spo2()),
        ("sbp", vitals.sbp()),
        ("pulse", vitals.pulse()),
        ("acvpu", vitals.acvpu() as i32),
        ("temp", vitals.temp().0),
        ("glucose", body.glucose().0),
        ("refill", body.refill()),
        ("pain", body.pain()),
        ("news2", News2::of(&vitals).total().into()),
    ]
}

/// Whether how fast something goes depends on it: it changes a rate, or works over time, or a condition asks for it.
fn changes_rates(play: &Play, deed: &Deed) -> bool {
    let asked = |is_it: &dyn Fn(&Reading) -> bool| {
        let shifts = play.patient.conditions.iter().flat_map(|one| &one.shifts);
        shifts.into_iter().any(|shift| shift.when.readings().any(is_it))
    };
    let lasts = |effect: &Effect| match effect {
        Effect::Rate { .. } => true,
        Effect::Level { over, .. } | Effect::Glucose { over, .. } => *over > 0,
        Effect::Position(_)
        | Effect::Oxygen(_)
        | Effect::Airway(_)
        | Effect::Breaths(_)
        | Effect::Compressions(_) => false,
    };
    match deed {
        Deed::Act(id) => {
            play.action(id).is_some_and(|action| action.effects.iter().any(lasts))
                || asked(&|reading| matches!(reading, Reading::Done(one) | Reading::Since(one) if one == id))
        }
        Deed::Call { receiver: id, .. } => asked(
            &|reading| matches!(reading, Reading::Called(one) | Reading::SinceCall(one) | Reading::Arrived(one) if one == id),
        ),
        Deed::Answer { event, .. } => play.event(event).is_some_and(|event| event.effects.iter().any(lasts)),
        Deed::Look(_) | Deed::Measure(_) | Deed::Wait(_) | Deed::Event(_) | Deed::Push { .. } => false,
    }
}

/// What can be done two minutes later.
fn later(deed: &Deed) -> Vec<Deed> {
    vec![Deed::Wait(120), deed.clone()]
}

/// When to look: at the next row of the facts, or a quarter of an hour later where none comes; before it is over.
fn next_row(play: &Play, rows: &[u32], helped: &Helped) -> u32 {
    let late = until(play, helped, &later(&helped.deed), None).now();
    let row = rows.iter().copied().find(|row| *row >= late + 60).unwrap_or(late + 900);
    let ways = [vec![], vec![helped.deed.clone()], later(&helped.deed)];
    ways.iter().map(|way| until(play, helped, way, Some(row)).now()).min().unwrap()
}

/// What is known to be the other way round, and why that is no fault.
const WEARS_OFF: [(&str, &str, &str); 2] = [
    // A dose wears off: of what is given later, more is left at the same time.
    ("anafylaksi", "adrenaline", "spo2"),
    // Less pain lowers the pressure, less blood lost raises it: two ways at once, within 2 mmHg.
    ("hoftebrudd", "support-leg", "sbp"),
];

/// What is wrong with a deed that helps; `None` where it does nothing to the body.
fn later_is_worse(id: &str, play: &Play, rows: &[u32], helped: &Helped) -> Option<Vec<String>> {
    let row = next_row(play, rows, helped);
    let at_row = |at: u32| {
        let at = |then: &[Deed]| until(play, helped, then, Some(at));
        [at(&[]), at(std::slice::from_ref(&helped.deed)), at(&later(&helped.deed))]
    };
    let same = |one: &Course, other: &Course| one.body().fingerprint().eq(other.body().fingerprint());
    let at_next = at_row(row);
    let [never, prompt, late] = &at_next;
    let soon = at_row(row.min(until(play, helped, &later(&helped.deed), None).now() + 300));
    if same(never, prompt) && same(&soon[0], &soon[1]) {
        return None;
    }
    let what = format!("{id}: {:?} at {}", helped.deed, script_time(play, row));
    let mut wrong = Vec::new();
    let [never, prompt_numbers, late_numbers] = [never, prompt, late].map(|course| numbers(play, course));
    for (((name, never), (_, prompt)), (_, late)) in never.iter().zip(prompt_numbers).zip(late_numbers) {
        let is_known = WEARS_OFF.iter().any(|known| {
            *known == (id, if let Deed::Act(id) = &helped.deed { id.as_str() } else { "" }, *name)
        });
        if (late - prompt) * (never - prompt).signum() < 0 && !is_known {
            wrong.push(format!("{what}: {name} is {prompt}, later {late}, never {never}"));
        }
    }
    // What has run its course by the next row was told apart while it worked.
    if changes_rates(play, &helped.deed) && same(prompt, late) && same(&soon[1], &soon[2]) {
        wrong.push(format!("{what}: nothing cares when it is done"));
    }
    Some(wrong)
}

fn script_time(play: &Play, seconds: u32) -> String {
    let minutes = u32::from(play.begins) + seconds / 60;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// Called two minutes later, whoever comes is there two minutes later; `None` where nobody comes.
fn later_call_brings_later_help(id: &str, play: &Play, helped: &Helped) -> Option<Vec<String>> {
    let Deed::Call { receiver, .. } = &helped.deed else { return None };
    if helped.before.arrival(receiver).is_some() {
        return None;
    }
    let answered = |then: &[Deed]| {
        let course = until(play, helped, then, None);
        // Nobody hangs up any more where it ends in the middle of the call.
        let comes = course.arrival(receiver).filter(|_| course.ending(play).is_none());
        (course.log().last().map(|entry| entry.outcome.clone()), comes)
    };
    let (prompt, late) = (answered(std::slice::from_ref(&helped.deed)), answered(&later(&helped.deed)));
    // Two minutes may make the answer another one, and then the car too.
    let (Some(soon), Some(then)) = (prompt.1, late.1.filter(|_| prompt.0 == late.0)) else { return None };
    let is_later = then == soon + 120;
    Some(if is_later { Vec::new() } else { vec![format!("{id}: {receiver} comes at {soon}, later {then}")] })
}

/// A row that stood in the data would not care when something is done. For every right thing in every scenario that
/// changes the body at all: done two minutes later, no value of the next row is further on the way that help takes
/// it, and what changes how fast something goes leaves a body that is not the same. And who is called later comes
/// later.
#[test]
fn help_two_minutes_later_leaves_the_next_row_nearer_to_what_no_help_would_make_it() {
    let mut wrong = Vec::new();
    for id in ids() {
        let scenario = scenario(&id);
        let courses = known(&id).courses;
        let rows =
            courses.iter().flat_map(|course| course.rows.iter().map(|row| seconds(&scenario, &row.at)));
        let rows: BTreeSet<u32> = rows.collect();
        let rows: Vec<u32> = rows.into_iter().collect();
        let (mut bodies, mut calls) = (0, 0);
        for helped in what_helps(&scenario.play) {
            if let Some(found) = later_is_worse(&id, &scenario.play, &rows, &helped) {
                bodies += 1;
                wrong.extend(found);
            }
            if let Some(found) = later_call_brings_later_help(&id, &scenario.play, &helped) {
                calls += 1;
                wrong.extend(found);
            }
        }
        if bodies + calls == 0 {
            wrong.push(format!("{id}: nothing that is right changes anything"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// With how many throws something right is looked for that the careful one does not do.
const THROWS_FOR_HELP: u32 = 30;

/// How many random runs of each scenario: the tool plays a hundred thousand (`cargo xtask simulate --all --dice`).
const THROWS: u32 = 20;

fn random(ids: &[String]) {
    for id in ids {
        let play = scenario(id).play;
        let proven = random_runs(&play, 0..THROWS).unwrap_or_else(|broken| panic!("{id}: {broken}"));
        assert_eq!(proven.runs, THROWS, "{id}");
        assert!(proven.ended > 0 && proven.deeds > u64::from(THROWS), "{id}: {proven:?}");
    }
}

// In two halves, side by side.

#[test]
fn no_order_of_deeds_breaks_a_course_and_played_again_it_is_the_same_to_the_bit() {
    let ids = ids();
    random(&ids[..ids.len() / 2]);
}

#[test]
fn no_order_of_deeds_breaks_a_course_of_the_other_half() {
    let ids = ids();
    random(&ids[ids.len() / 2..]);
}

#[test]
fn a_run_that_breaks_is_told_with_its_throw() {
    let mut play = scenario("urosepsis").play;
    // A person whose heart is asked for more than a heart can do is held; one who was never well is told.
    play.patient.habitual.glucose = Fixed::whole(400);
    let broken = random_runs(&play, 3..9).unwrap_err();
    assert_eq!((broken.throw, broken.deeds), (3, 0));
    assert!(broken.what.contains("glucose"), "{broken}");
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
