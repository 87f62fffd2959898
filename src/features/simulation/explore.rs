//! «Utforsk etterpå»: the same run with one thing done at another time. Pure.
//!
//! It plays the run again up to a moment, does that one thing, and goes on with what was done after it at the times
//! when it was done. It is the model that answers, not a person.

use super::call::{LETTERS, sayable};
use crate::clinical::{Course, Deed, FactKind, Moment, News2, Scenario, Verdict};

/// A moment that is worth asking about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Then {
    /// When, in seconds since the beginning.
    pub at: u32,
    /// What it was.
    pub what: Turn,
}

/// What makes a moment worth asking about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    /// The first sign showed.
    FirstSign,
    /// NEWS2 was three for the first time.
    Three,
    /// One value gave three points for the first time.
    ThreeInOne,
    /// NEWS2 was five for the first time.
    Five,
    /// NEWS2 was seven for the first time.
    Seven,
    /// Ten minutes before somebody was called for the first time.
    BeforeCall,
}

/// How long before the first call [`Turn::BeforeCall`] is, in seconds.
const BEFORE_CALL: u32 = 600;

/// The moments of a course that are worth asking about, in order, one for each time of day.
#[must_use]
pub fn turns(course: &Course) -> Vec<Then> {
    let first = |is_so: &dyn Fn(&Moment) -> bool| {
        course.moments().iter().find(|moment| is_so(moment)).map(|moment| moment.at)
    };
    let called = course.log().iter().find(|entry| matches!(entry.deed, Deed::Call { .. }));
    let all = [
        (Turn::FirstSign, course.signs().iter().map(|(_, at)| *at).min()),
        (Turn::Three, first(&|moment| moment.news2 >= 3)),
        (Turn::ThreeInOne, first(&|moment| News2::of(&moment.vitals).has_a_three())),
        (Turn::Five, first(&|moment| moment.news2 >= 5)),
        (Turn::Seven, first(&|moment| moment.news2 >= 7)),
        (Turn::BeforeCall, called.and_then(|entry| entry.at.checked_sub(BEFORE_CALL))),
    ];
    let mut turns: Vec<Then> = Vec::new();
    for (what, at) in all {
        let Some(at) = at.filter(|at| *at < course.now()) else { continue };
        // What is worse at the same time says more.
        turns.retain(|turn| turn.at / 60 != at / 60);
        turns.push(Then { at, what });
    }
    turns.sort_by_key(|turn| turn.at);
    turns
}

/// What is done otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Somebody is called, and told all that is known by then: the id of a receiver.
    Call(String),
    /// Something is done: the id of an action.
    Act(String),
}

/// What could have been done otherwise at a moment: whom one had not called, and what would have been right then and
/// had not been done.
#[must_use]
pub fn changes(scenario: &Scenario, seed: u32, own: &Course, at: u32) -> Vec<Change> {
    let (course, _) = until(scenario, seed, own, at);
    if course.ending(scenario).is_some() {
        return Vec::new();
    }
    let has_done = |is_it: &dyn Fn(&Deed) -> bool| course.log().iter().any(|entry| is_it(&entry.deed));
    let calls = scenario.receivers.iter().filter(|receiver| {
        !has_done(&|deed| matches!(deed, Deed::Call { receiver: one, .. } if *one == receiver.id))
    });
    let acts = scenario.actions.iter().filter(|action| {
        let verdict = action.judged.iter().find(|judged| course.holds(scenario, &judged.when));
        verdict.is_some_and(|judged| judged.verdict == Verdict::Right)
            && !action.effects.is_empty()
            && course.may(scenario, action).is_ok()
            && !has_done(&|deed| matches!(deed, Deed::Act(one) if *one == action.id))
    });
    let calls = calls.map(|receiver| Change::Call(receiver.id.clone()));
    calls.chain(acts.map(|action| Change::Act(action.id.clone()))).collect()
}

/// The course up to a moment, and the place of the first entry of the log that comes after it. A wait that spans the
/// moment is cut in two; anything else that spans it is carried out whole.
fn until(scenario: &Scenario, seed: u32, own: &Course, at: u32) -> (Course, usize) {
    let mut course = Course::begin(scenario, seed, own.role());
    for (place, entry) in own.log().iter().enumerate() {
        let left = at.saturating_sub(course.now());
        if left == 0 {
            return (course, place);
        }
        if matches!(entry.deed, Deed::Wait(seconds) if seconds > left) {
            let _over = course.perform(scenario, &Deed::Wait(left));
            return (course, place);
        }
        let _over = course.perform(scenario, &entry.deed);
    }
    let left = at.saturating_sub(course.now());
    if left > 0 {
        let _over = course.perform(scenario, &Deed::Wait(left));
    }
    (course, own.log().len())
}

/// All that can be said at this time and helps whoever listens.
fn everything(scenario: &Scenario, course: &Course) -> Vec<String> {
    let hides = |id: &String| {
        let fact = scenario.facts.iter().find(|fact| fact.id == *id);
        fact.is_some_and(|fact| matches!(fact.kind, FactKind::Noise | FactKind::Vague))
    };
    LETTERS.into_iter().flat_map(|letter| sayable(scenario, course, letter)).filter(|id| !hides(id)).collect()
}

/// The other course: what was done up to the moment, the change, and then what was done after it, as it was and as far
/// as it goes. A wait lasts until the time of day when it was over. The same thing later is left out where it would be
/// done twice: an action once, a call where the answer would be the same. Then time passes to the end.
#[must_use]
pub fn other(scenario: &Scenario, seed: u32, own: &Course, at: u32, change: &Change) -> Option<Course> {
    let (mut course, from) = until(scenario, seed, own, at);
    let deed = match change {
        Change::Call(receiver) => {
            Deed::Call { receiver: receiver.clone(), told: everything(scenario, &course) }
        }
        Change::Act(id) => Deed::Act(id.clone()),
    };
    course.perform(scenario, &deed).ok()?;
    let mut once = Once { change, is_left_out: false, answer: answer(&course, scenario, &deed) };
    for entry in own.log().iter().skip(from) {
        if matches!(entry.deed, Deed::Wait(_)) {
            wait_until(scenario, &mut course, entry.until);
        } else if !once.is_again(scenario, &course, &entry.deed) {
            let _left_out = course.perform(scenario, &entry.deed);
        }
    }
    wait_until(scenario, &mut course, u32::from(scenario.minutes) * 60);
    Some(course)
}

fn wait_until(scenario: &Scenario, course: &mut Course, until: u32) {
    if let Some(left) = until.checked_sub(course.now()).filter(|left| *left > 0) {
        let _over = course.perform(scenario, &Deed::Wait(left));
    }
}

/// What somebody who is called would answer now: the id of a reply.
fn answer(course: &Course, scenario: &Scenario, deed: &Deed) -> Option<String> {
    let Deed::Call { receiver, told } = deed else { return None };
    Some(course.reply(scenario, scenario.receiver(receiver)?, told)?.id.clone())
}

/// What was done already, and would be done a second time.
struct Once<'c> {
    change: &'c Change,
    is_left_out: bool,
    answer: Option<String>,
}

impl Once<'_> {
    fn is_again(&mut self, scenario: &Scenario, course: &Course, deed: &Deed) -> bool {
        match (self.change, deed) {
            (Change::Act(one), Deed::Act(other)) if one == other => {
                !std::mem::replace(&mut self.is_left_out, true)
            }
            (Change::Call(one), Deed::Call { receiver, .. }) if one == receiver => {
                answer(course, scenario, deed) == self.answer
            }
            _ => false,
        }
    }
}

/// The same time of day in both courses; `None` where one is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// When, in seconds since the beginning.
    pub at: u32,
    /// As it went.
    pub own: Option<Moment>,
    /// As it could have gone.
    pub other: Option<Moment>,
}

/// Both courses from a moment on, at even steps, at most so many rows and the last one.
#[must_use]
pub fn beside(own: &Course, other: &Course, from: u32, at_most: usize) -> Vec<Beside> {
    let at = |course: &Course, at: u32| course.moments().iter().find(|moment| moment.at == at).copied();
    let longer = if own.now() > other.now() { own } else { other };
    let times: Vec<u32> =
        longer.moments().iter().map(|moment| moment.at).filter(|at| *at + 60 > from).collect();
    let every = times.len().div_ceil(at_most.max(2)).max(1);
    let last = times.last().copied();
    let mut some: Vec<u32> = times.into_iter().step_by(every).collect();
    some.extend(last.filter(|last| some.last() != Some(last)));
    some.into_iter().map(|time| Beside { at: time, own: at(own, time), other: at(other, time) }).collect()
}

/// The last minute that both courses have.
#[must_use]
pub fn last_common(own: &Course, other: &Course) -> Option<(Moment, Moment)> {
    let mut both = own.moments().iter().zip(other.moments()).filter(|(one, other)| one.at == other.at);
    both.next_back().map(|(one, other)| (*one, *other))
}

/// When the first help came that was called for, and who sent it; `None` where none came before the end.
#[must_use]
pub fn help<'s>(scenario: &'s Scenario, course: &Course) -> Option<(&'s str, u32)> {
    let came = scenario.receivers.iter().filter_map(|one| Some((one.id.as_str(), course.arrival(&one.id)?)));
    came.filter(|(_, at)| *at <= course.now()).min_by_key(|(_, at)| *at)
}

/// Whether nothing at all went otherwise: the same values, the same help and the same end.
#[must_use]
pub fn is_alike(scenario: &Scenario, own: &Course, other: &Course) -> bool {
    own.moments() == other.moments()
        && help(scenario, own) == help(scenario, other)
        && own.ending(scenario) == other.ending(scenario)
}
