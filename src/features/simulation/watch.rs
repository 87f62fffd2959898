//! «Se først»: how it goes when nobody does anything, and when what could be seen. Pure.

use crate::clinical::{Course, Moment, News2, Response, Scenario};
use crate::progress::WouldCall;

/// Something on the way that could be seen, or happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Milestone {
    /// A sign showed: its place in the scenario.
    Sign(usize),
    /// The score rose to what asks for more, for the first time: the score, and what it asks for.
    Score(u8, Response),
    /// One would have called.
    WouldCall,
    /// It ended: the id of the ending.
    Ended(String),
}

/// What could be seen, in order of time: signs, each step of the score, the call that was thought of, the end.
#[must_use]
pub fn milestones(scenario: &Scenario, course: &Course, call: Option<&WouldCall>) -> Vec<(u32, Milestone)> {
    let mut all: Vec<(u32, Milestone)> =
        course.signs().iter().map(|(place, at)| (*at, Milestone::Sign(*place))).collect();
    all.extend(rises(course.moments()));
    all.extend(call.map(|call| (call.at, Milestone::WouldCall)));
    all.sort_by_key(|(at, _)| *at);
    all.extend(course.ending(scenario).map(|ending| (course.now(), Milestone::Ended(ending.id.clone()))));
    all
}

fn rises(moments: &[Moment]) -> Vec<(u32, Milestone)> {
    let mut most = Response::Low;
    let higher = moments.iter().filter_map(|moment| {
        let response = News2::of(&moment.vitals).response();
        if response <= most {
            return None;
        }
        most = response;
        Some((moment.at, Milestone::Score(moment.news2, response)))
    });
    higher.collect()
}

/// How many minutes lay between the call and the first time that the score alone would have asked for one; negative
/// where the score came first, `None` where it never did.
#[must_use]
pub fn before_the_score(course: &Course, call: &WouldCall) -> Option<i32> {
    let first = rises(course.moments()).first().map(|(at, _)| *at)?;
    let (first, call) = (i32::try_from(first).ok()?, i32::try_from(call.at).ok()?);
    Some((first - call) / 60)
}

/// What somebody who walks in every quarter of an hour would measure: the last quarter's values.
#[must_use]
pub fn last_round(course: &Course) -> Option<Moment> {
    const ROUND: u32 = 15 * 60;
    let at = course.now() / ROUND * ROUND;
    course.moments().iter().rev().find(|moment| moment.at <= at).copied()
}
