//! The clock of a group: what each step is given, what it has had, and what is left. It advises and never
//! stops anybody. Time comes in from outside, in milliseconds since 1970.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::content::Plan;
use crate::ethics::StepId;

const MINUTE_MS: u64 = 60_000;
/// After so long without a change, somebody has left the tablet, and the time since is nobody's.
const LEFT_ALONE_MS: u64 = 30 * MINUTE_MS;
/// How much more a step is given at once, minutes.
pub const MORE: u64 = 3;

/// The time of the steps.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StepClock {
    /// What each step is given, milliseconds. A step that is not here has no time of its own.
    given_ms: BTreeMap<StepId, u64>,
    /// What each step has had, milliseconds.
    had_ms: BTreeMap<StepId, u64>,
    /// Since when the step on the screen has its time; none while the clock stands.
    since_ms: Option<u64>,
    /// Whether the group has put the time out of sight.
    hidden: bool,
}

/// What a step has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remaining {
    /// So many minutes, the one that has begun counted whole: at least one.
    Left(usize),
    /// The time is used, and so many whole minutes more.
    Over(usize),
}

impl StepClock {
    /// A clock that stands, with the minutes of a plan.
    #[must_use]
    pub fn of_plan(plan: &Plan) -> Self {
        let given = plan.steps.iter().filter(|(_, minutes)| **minutes > 0);
        let mut clock = Self::default();
        clock.given_ms.extend(given.map(|(step, minutes)| (step.clone(), u64::from(*minutes) * MINUTE_MS)));
        clock
    }

    /// Whether time is counted.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.since_ms.is_some()
    }

    /// Whether the time is out of sight.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Puts the time out of sight, or back.
    pub fn hide(&mut self, hidden: bool) {
        self.hidden = hidden;
    }

    /// Counts from now on.
    pub fn run(&mut self, now_ms: u64) {
        self.since_ms.get_or_insert(now_ms);
    }

    /// Stops counting; `at` is the step on the screen.
    pub fn stand(&mut self, at: &StepId, now_ms: u64) {
        self.settle(at, now_ms);
        self.since_ms = None;
    }

    /// Books what the step on the screen has had so far, before another one is opened.
    pub fn settle(&mut self, at: &StepId, now_ms: u64) {
        let Some(since) = self.since_ms else { return };
        *self.had_ms.entry(at.clone()).or_default() += now_ms.saturating_sub(since);
        // A device's clock may be set back: then nothing is had, and counting goes on from there.
        self.since_ms = Some(now_ms);
    }

    /// Stands still from the last change on, where the tablet was left alone for a long time since.
    pub fn come_back(&mut self, at: &StepId, changed_ms: u64, now_ms: u64) {
        if self.is_running() && now_ms.saturating_sub(changed_ms) > LEFT_ALONE_MS {
            let last = changed_ms.max(self.since_ms.unwrap_or_default());
            self.stand(at, last);
        }
    }

    /// What a step has had, milliseconds. `at`: the step on the screen.
    fn had(&self, step: &StepId, at: &StepId, now_ms: u64) -> u64 {
        let booked = self.had_ms.get(step).copied().unwrap_or_default();
        let running = self.since_ms.filter(|_| step == at).map_or(0, |since| now_ms.saturating_sub(since));
        booked.saturating_add(running)
    }

    /// What the step on the screen has left; none where it has no time of its own.
    #[must_use]
    pub fn remaining(&self, at: &StepId, now_ms: u64) -> Option<Remaining> {
        let (given, had) = (*self.given_ms.get(at)?, self.had(at, at, now_ms));
        Some(match given.checked_sub(had).filter(|left| *left > 0) {
            Some(left) => Remaining::Left(whole_minutes(left)),
            None => Remaining::Over(count((had - given) / MINUTE_MS)),
        })
    }

    /// How much of its time the step on the screen has had, in sixths from 0 to 6: the sides of a cell.
    #[must_use]
    pub fn sixths(&self, at: &StepId, now_ms: u64) -> u8 {
        let Some(given) = self.given_ms.get(at).filter(|given| **given > 0) else { return 0 };
        let sixths = self.had(at, at, now_ms).saturating_mul(6) / given;
        u8::try_from(sixths).unwrap_or(6).min(6)
    }

    /// What is left for these steps together, minutes, a minute that has begun counted whole.
    #[must_use]
    pub fn left_for(&self, steps: &[StepId], at: &StepId, now_ms: u64) -> usize {
        let left = |step: &StepId| {
            self.given_ms.get(step).copied().unwrap_or_default().saturating_sub(self.had(step, at, now_ms))
        };
        whole_minutes(steps.iter().map(left).sum())
    }

    /// Gives the step on the screen [`MORE`] minutes, counted from now where its time is used.
    pub fn more(&mut self, at: &StepId, now_ms: u64) {
        let had = self.had(at, at, now_ms);
        let given = self.given_ms.entry(at.clone()).or_default();
        *given = (*given).max(had).saturating_add(MORE * MINUTE_MS);
    }

    /// Shares `minutes` out anew over the steps to come (the one on the screen first), in proportion to what
    /// they would have had. Every step gets a minute at least.
    pub fn replan(&mut self, steps: &[StepId], at: &StepId, minutes: u16, now_ms: u64) {
        let had: Vec<u64> = steps.iter().map(|step| self.had(step, at, now_ms)).collect();
        let weight = |(step, had): (&StepId, &u64)| {
            let left = self.given_ms.get(step).copied().unwrap_or_default().saturating_sub(*had);
            u32::try_from(left.div_ceil(MINUTE_MS)).unwrap_or(u32::from(u16::MAX)).max(1)
        };
        let weights: Vec<u32> = steps.iter().zip(&had).map(weight).collect();
        for ((step, had), share) in steps.iter().zip(had).zip(shares(minutes, &weights)) {
            self.given_ms.insert(step.clone(), had.saturating_add(u64::from(share) * MINUTE_MS));
        }
    }

    /// What a step is given, milliseconds.
    #[must_use]
    pub fn given_ms(&self, step: &StepId) -> Option<u64> {
        self.given_ms.get(step).copied()
    }
}

/// Minutes, one that has begun counted whole.
fn whole_minutes(ms: u64) -> usize {
    count(ms.div_ceil(MINUTE_MS))
}

fn count(minutes: u64) -> usize {
    usize::try_from(minutes).unwrap_or(usize::MAX)
}

/// `minutes` in parts that are at least one each and otherwise in proportion to the weights. What rounding
/// leaves over goes to those that lost most by it, and what a small part lacks is taken from the largest. Their
/// sum is `minutes`, or the number of parts where that is more.
fn shares(minutes: u16, weights: &[u32]) -> Vec<u16> {
    let parts = u16::try_from(weights.len()).unwrap_or(u16::MAX);
    let minutes = u32::from(minutes.max(parts));
    let all = weights.iter().sum::<u32>().max(1);
    let mut shares: Vec<u32> = weights.iter().map(|weight| minutes * weight / all).collect();
    let mut by_loss: Vec<usize> = (0..weights.len()).collect();
    by_loss.sort_by_key(|place| {
        std::cmp::Reverse(weights.get(*place).map_or(0, |weight| minutes * weight % all))
    });
    let over = usize::try_from(minutes - shares.iter().sum::<u32>()).unwrap_or_default();
    for place in by_loss.into_iter().take(over) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    while let Some(empty) = shares.iter().position(|share| *share == 0) {
        let Some(largest) = shares.iter_mut().max().filter(|largest| **largest > 1) else { break };
        *largest -= 1;
        if let Some(empty) = shares.get_mut(empty) {
            *empty = 1;
        }
    }
    shares.into_iter().map(|share| u16::try_from(share).unwrap_or(u16::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MIN: u64 = MINUTE_MS;

    fn ids(names: &[&str]) -> Vec<StepId> {
        names.iter().map(|name| StepId::from(*name)).collect()
    }

    fn clock() -> StepClock {
        let steps = [("a", 8), ("b", 10), ("c", 6)].map(|(step, minutes)| (StepId::from(step), minutes));
        StepClock::of_plan(&Plan { minutes: 24, steps: steps.into(), ..Plan::default() })
    }

    #[test]
    fn a_step_has_its_minutes_and_then_more_without_anybody_being_stopped() {
        let (mut clock, a) = (clock(), StepId::from("a"));
        clock.run(1_000);
        for (after, told, sixths) in [
            (0, Remaining::Left(8), 0),
            (1, Remaining::Left(8), 0),
            (MIN, Remaining::Left(7), 0),
            (8 * MIN - 1, Remaining::Left(1), 5),
            (8 * MIN, Remaining::Over(0), 6),
            (11 * MIN, Remaining::Over(3), 6),
        ] {
            assert_eq!(clock.remaining(&a, 1_000 + after), Some(told), "after {after} ms");
            assert_eq!(clock.sixths(&a, 1_000 + after), sixths, "after {after} ms");
        }
    }

    #[test]
    fn a_clock_that_stands_counts_nothing_and_goes_on_where_it_was() {
        let (mut clock, a) = (clock(), StepId::from("a"));
        clock.run(0);
        clock.stand(&a, 2 * MIN);
        assert_eq!(clock.remaining(&a, 60 * MIN), Some(Remaining::Left(6)));
        clock.run(60 * MIN);
        assert_eq!(clock.remaining(&a, 61 * MIN), Some(Remaining::Left(5)));
    }

    #[test]
    fn a_step_that_is_come_back_to_has_what_it_had_left() {
        let (mut clock, a, b) = (clock(), StepId::from("a"), StepId::from("b"));
        clock.run(0);
        clock.settle(&a, 3 * MIN);
        assert_eq!(clock.remaining(&b, 5 * MIN), Some(Remaining::Left(8)));
        clock.settle(&b, 5 * MIN);
        assert_eq!(clock.remaining(&a, 5 * MIN), Some(Remaining::Left(5)));
    }

    #[test]
    fn three_minutes_more_are_three_minutes_from_now_also_when_the_time_was_used() {
        let (mut clock, a) = (clock(), StepId::from("a"));
        clock.run(0);
        clock.more(&a, 7 * MIN);
        assert_eq!(clock.remaining(&a, 7 * MIN), Some(Remaining::Left(4)));
        clock.more(&a, 20 * MIN + 1);
        assert_eq!(clock.remaining(&a, 20 * MIN + 1), Some(Remaining::Left(3)));
    }

    #[test]
    fn a_tablet_left_alone_for_the_night_has_not_talked_all_night() {
        let (mut clock, a) = (clock(), StepId::from("a"));
        clock.run(0);
        let mut short = clock.clone();
        short.come_back(&a, 2 * MIN, 30 * MIN);
        assert!(short.is_running());
        clock.come_back(&a, 2 * MIN, 600 * MIN);
        assert!(!clock.is_running());
        assert_eq!(clock.remaining(&a, 600 * MIN), Some(Remaining::Left(6)));
    }

    #[test]
    fn a_device_clock_that_is_set_back_takes_no_time_and_breaks_nothing() {
        let (mut clock, a) = (clock(), StepId::from("a"));
        clock.run(10 * MIN);
        assert_eq!(clock.remaining(&a, 5 * MIN), Some(Remaining::Left(8)));
        clock.settle(&a, 5 * MIN);
        assert_eq!(clock.remaining(&a, 6 * MIN), Some(Remaining::Left(7)));
    }

    #[test]
    fn a_new_plan_shares_what_is_left_and_leaves_what_was_had() {
        let (mut clock, a, b) = (clock(), StepId::from("a"), StepId::from("b"));
        clock.run(0);
        clock.settle(&a, 12 * MIN);
        let ahead = ids(&["b", "c"]);
        clock.replan(&ahead, &b, 8, 12 * MIN);
        assert_eq!(clock.remaining(&b, 12 * MIN), Some(Remaining::Left(5)));
        assert_eq!(clock.left_for(&ahead, &b, 12 * MIN), 8);
        assert_eq!(clock.given_ms(&a), Some(8 * MIN));
    }

    #[test]
    fn a_new_plan_of_the_same_length_changes_nothing() {
        assert_eq!(shares(55, &[8, 10, 9, 11, 10, 7]), [8, 10, 9, 11, 10, 7]);
    }

    proptest! {
        #[test]
        fn a_new_plan_gives_out_exactly_what_there_is(minutes in 0u16..300, weights in prop::collection::vec(1u32..60, 1..9)) {
            let given = shares(minutes, &weights);
            prop_assert_eq!(given.len(), weights.len());
            prop_assert!(given.iter().all(|share| *share >= 1));
            let all: usize = given.iter().map(|share| usize::from(*share)).sum();
            prop_assert_eq!(all, usize::from(minutes).max(weights.len()));
            for (one, w) in given.iter().zip(&weights) {
                for (other, v) in given.iter().zip(&weights) {
                    prop_assert!(w <= v || *one + 1 >= *other, "{one} for {w}, {other} for {v}");
                }
            }
        }
    }
}
