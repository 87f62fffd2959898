//! Ways to play a scenario without a person: to prove that it can end well, that doing nothing does not, and that
//! everything in it can be reached.

use super::course::{Course, Deed};
use super::scenario::{Action, Fact, FactKind, Measure, Receiver, Role, Scenario, Verdict};

/// How a scenario is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Player {
    /// Lets time pass.
    Nobody,
    /// Looks at everything, then does and says what is right as soon as it is.
    Careful,
    /// Whatever, by these dice.
    Dice(u32),
}

/// At most so many deeds: far more than a person does.
const DEEDS: usize = 400;

impl Player {
    /// Plays a scenario to its end. `seen` is told of the course at the beginning and after every deed.
    pub fn play(self, scenario: &Scenario, seed: u32, role: Role, mut seen: impl FnMut(&Course)) -> Course {
        let mut course = Course::begin(scenario, seed, role);
        let mut dice = Dice(match self {
            Self::Dice(dice) => dice.wrapping_mul(2).wrapping_add(1),
            Self::Nobody | Self::Careful => 1,
        });
        seen(&course);
        for _ in 0..DEEDS {
            if course.ending(scenario).is_some() || course.now() > u32::from(scenario.minutes) * 60 {
                break;
            }
            let deed = match self {
                Self::Nobody => Deed::Wait(60),
                Self::Careful => careful(scenario, &course),
                Self::Dice(_) => dice.deed(scenario, &course),
            };
            if course.perform(scenario, &deed).is_err() {
                let _over = course.perform(scenario, &Deed::Wait(60));
            }
            seen(&course);
        }
        course
    }
}

/// The next thing that somebody careful does.
fn careful(scenario: &Scenario, course: &Course) -> Deed {
    if let Some(event) = course.open_events().first() {
        let goes_along = scenario.event(event).is_some_and(|event| event.verdict == Verdict::Right);
        return Deed::Answer { event: event.clone(), goes_along };
    }
    let has_done = |deed: &Deed| course.log().iter().any(|entry| entry.deed == *deed);
    let urgent = scenario.actions.iter().find(|action| is_right_now(scenario, course, action));
    let call = scenario.receivers.iter().find(|receiver| is_right_to_call(scenario, course, receiver));
    // What cannot wait comes before what one would like to know.
    if let Some(action) = urgent {
        return Deed::Act(action.id.clone());
    }
    let measures = Measure::ALL.into_iter().filter(|measure| *measure != Measure::Rf30).map(Deed::Measure);
    let looks = scenario.looks.iter().map(|look| Deed::Look(look.id.clone()));
    let unseen = looks.chain(measures).find(|deed| !has_done(deed) && can(scenario, course, deed));
    if let Some(call) = call {
        let told = told(scenario, course);
        let deed = Deed::Call { receiver: call.id.clone(), told };
        // Again only where more can be said than before.
        if !has_done(&deed) {
            return deed;
        }
    }
    unseen.unwrap_or(Deed::Wait(60))
}

fn can(scenario: &Scenario, course: &Course, deed: &Deed) -> bool {
    course.clone().perform(scenario, deed).is_ok()
}

fn is_right_now(scenario: &Scenario, course: &Course, action: &Action) -> bool {
    let verdict =
        action.judged.iter().find(|judged| course.holds(scenario, &judged.when)).map(|judged| judged.verdict);
    let done = course.log().iter().any(|entry| entry.deed == Deed::Act(action.id.clone()));
    !done && verdict == Some(Verdict::Right) && course.may(scenario, action).is_ok()
}

fn is_right_to_call(scenario: &Scenario, course: &Course, receiver: &Receiver) -> bool {
    let found = receiver.judged.iter().find(|judged| course.holds(scenario, &judged.when));
    found.is_some_and(|judged| judged.verdict == Verdict::Right) && course.arrival(&receiver.id).is_none()
}

/// Everything that helps and is known, and what every call has.
fn told(scenario: &Scenario, course: &Course) -> Vec<String> {
    let helps = |fact: &&Fact| matches!(fact.kind, FactKind::Needed | FactKind::Useful);
    let known = scenario.facts.iter().filter(helps).filter(|fact| course.holds(scenario, &fact.when));
    known.map(|fact| fact.id.clone()).chain(COMMON.map(str::to_owned)).collect()
}

/// What can be said in every call: who, where and about whom; how urgent; the numbers; what is asked for.
pub const COMMON: [&str; 11] = [
    "who",
    "where",
    "whom",
    "urgent",
    "worried",
    "numbers",
    "news2",
    "done",
    "until-then",
    "next-check",
    "read-back",
];

struct Dice(u32);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        usize::try_from(self.0).unwrap_or_default().checked_rem(sides).unwrap_or_default()
    }

    fn one_of<'s, T>(&mut self, list: &'s [T]) -> Option<&'s T> {
        list.get(self.throw(list.len()))
    }

    fn deed(&mut self, scenario: &Scenario, course: &Course) -> Deed {
        if let Some(event) = course.open_events().first() {
            return Deed::Answer { event: event.clone(), goes_along: self.throw(2) == 0 };
        }
        let deed = match self.throw(12) {
            0..=2 => self.one_of(&scenario.looks).map(|look| Deed::Look(look.id.clone())),
            3..=4 => self.one_of(&Measure::ALL).map(|measure| Deed::Measure(*measure)),
            5..=8 => self.one_of(&scenario.actions).map(|action| Deed::Act(action.id.clone())),
            9 => self.call(scenario),
            _ => None,
        };
        let minutes = u32::try_from(self.throw(10)).unwrap_or_default() + 1;
        let deed = deed.unwrap_or(Deed::Wait(minutes * 60));
        if can(scenario, course, &deed) { deed } else { Deed::Wait(60) }
    }

    fn call(&mut self, scenario: &Scenario) -> Option<Deed> {
        let receiver = self.one_of(&scenario.receivers)?.id.clone();
        let facts = scenario.facts.iter().map(|fact| fact.id.clone());
        let all: Vec<String> = facts.chain(COMMON.map(str::to_owned)).collect();
        let often = self.throw(4);
        let told = all.into_iter().filter(|_| self.throw(4) < often + 1).collect();
        Some(Deed::Call { receiver, told })
    }
}
