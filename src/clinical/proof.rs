//! Random runs, to prove that no order of deeds breaks a course. For the tool and for tests.

use std::ops::Range;

use super::course::{Course, Deed};
use super::players::Player;
use super::scenario::{Role, Scenario};
use super::vitals::Vitals;

/// How many seeds the runs are spread over; 0 is the person as described.
const SEEDS: u32 = 7;

/// What random runs came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Proven {
    /// How many runs were played, each of them twice.
    pub runs: u32,
    /// How many deeds were done in them.
    pub deeds: u64,
    /// How many minutes passed in them.
    pub minutes: u64,
    /// How many of them came to an end.
    pub ended: u32,
}

impl Proven {
    /// Takes in what others came to.
    pub fn add(&mut self, other: Self) {
        self.runs += other.runs;
        self.deeds += other.deeds;
        self.minutes += other.minutes;
        self.ended += other.ended;
    }
}

/// A run that breaks what must always hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("throw {throw}, after {deeds} deeds: {what}")]
pub struct Broken {
    /// Which throw: [`Player::Dice`] plays it again.
    pub throw: u32,
    /// After how many deeds.
    pub deeds: usize,
    /// What does not hold.
    pub what: String,
}

/// Plays these throws by dice, in every role and on several days of the person. After every deed all values are such
/// as a body can have; the deeds of a run, played again, give the same body to the bit.
///
/// # Errors
/// [`Broken`], with the first run that breaks this.
pub fn random_runs(scenario: &Scenario, throws: Range<u32>) -> Result<Proven, Broken> {
    let mut proven = Proven::default();
    for throw in throws {
        proven.add(random_run(scenario, throw)?);
    }
    Ok(proven)
}

/// The seed and the role of a throw.
#[must_use]
pub fn of_throw(scenario: &Scenario, throw: u32) -> (u32, Role) {
    let place = usize::try_from(throw).unwrap_or_default().checked_rem(scenario.roles.len());
    let role = place.and_then(|place| scenario.roles.get(place)).copied().unwrap_or(Role::Nurse);
    (throw % SEEDS, role)
}

fn random_run(scenario: &Scenario, throw: u32) -> Result<Proven, Broken> {
    let (seed, role) = of_throw(scenario, throw);
    let mut outside = None;
    let course = Player::Dice(throw).play(scenario, seed, role, |course| {
        if outside.is_none() {
            outside = beyond(scenario, course).map(|what| Broken { throw, deeds: course.log().len(), what });
        }
    });
    if let Some(broken) = outside {
        return Err(broken);
    }
    let deeds: Vec<Deed> = course.log().iter().map(|entry| entry.deed.clone()).collect();
    let again = Course::play(scenario, seed, role, &deeds);
    if !again.body().fingerprint().eq(course.body().fingerprint()) || again != course {
        let what = "played again, it is another course".to_owned();
        return Err(Broken { throw, deeds: deeds.len(), what });
    }
    let count = |number: usize| u64::try_from(number).unwrap_or_default();
    Ok(Proven {
        runs: 1,
        deeds: count(deeds.len()),
        minutes: u64::from(course.now() / 60),
        ended: u32::from(course.ending(scenario).is_some()),
    })
}

/// What no body can have.
fn beyond(scenario: &Scenario, course: &Course) -> Option<String> {
    let body = course.body();
    let vitals = body.vitals(&scenario.patient);
    let numbers = (vitals.rf(), vitals.spo2(), vitals.sbp(), vitals.pulse(), vitals.temp());
    if let Err(impossible) = Vitals::new(numbers, vitals.acvpu(), vitals.scale(), vitals.oxygen()) {
        return Some(impossible.to_string());
    }
    let levels = (0..scenario.patient.conditions.len()).map(|place| body.level(place).rounded());
    let own = [
        ("diastolic pressure", body.dbp(), 0..=vitals.sbp()),
        ("pain", body.pain(), 0..=10),
        ("refill", body.refill(), 1..=8),
        ("urine", body.urine(), 0..=300),
        ("glucose in tenths", body.glucose().0, 6..=500),
    ];
    let all = own.into_iter().chain(levels.map(|level| ("a level", level, 0..=100)));
    let mut outside = all.filter(|(_, value, may)| !may.contains(value));
    outside.next().map(|(what, value, may)| format!("{what} is {value}, outside {may:?}"))
}
