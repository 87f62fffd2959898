//! Pauses: days on which nothing comes. What would have come waits as many days, so that nothing piles up.

use std::collections::{BTreeMap, BTreeSet};

use super::log::Pause;
use crate::i18n::Day;

/// Spans of days, from the first to the day after the last, in order and apart from each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pauses(Vec<(Day, Day)>);

impl Pauses {
    /// What was asked for, with those that were ended sooner. What cannot be read, or ends before it begins, is none.
    pub(super) fn of(asked: &BTreeSet<Pause>) -> Self {
        let mut shortest: BTreeMap<(u64, Day), Day> = BTreeMap::new();
        for pause in asked {
            let Some((from, until)) = Day::parse(&pause.from).zip(Day::parse(&pause.until)) else { continue };
            let end = shortest.entry((pause.said, from)).or_insert(until);
            *end = (*end).min(until);
        }
        let mut spans: Vec<(Day, Day)> =
            shortest.into_iter().map(|((_, from), until)| (from, until)).collect();
        spans.retain(|(from, until)| from < until);
        spans.sort();
        let mut apart: Vec<(Day, Day)> = Vec::with_capacity(spans.len());
        for (from, until) in spans {
            match apart.last_mut().filter(|(_, end)| from <= *end) {
                Some((_, end)) => *end = (*end).max(until),
                None => apart.push((from, until)),
            }
        }
        Self(apart)
    }

    /// The day on which so many days without pause have gone by since another one.
    pub(super) fn due(&self, last: Day, days: i64) -> Day {
        let mut due = last.plus(days);
        for (from, until) in &self.0 {
            // The day of the answer itself has been used.
            let from = (*from).max(last.plus(1));
            if from <= due && from < *until {
                due = due.plus(from.days_until(*until));
            }
        }
        due
    }

    /// The first day after the pause in which a day lies.
    pub(super) fn until(&self, day: Day) -> Option<Day> {
        self.0.iter().find(|(from, until)| *from <= day && day < *until).map(|(_, until)| *until)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn pause(said: u64, from: &str, until: &str) -> Pause {
        Pause { said, from: from.into(), until: until.into() }
    }

    fn pauses(all: &[Pause]) -> Pauses {
        Pauses::of(&all.iter().cloned().collect())
    }

    #[test]
    fn a_holiday_moves_what_would_have_come_in_it_or_after_it_by_its_length() {
        let summer = pauses(&[pause(1, "2026-07-01", "2026-07-22")]);
        let due = |last: &str, days| summer.due(day(last), days).to_string();
        assert_eq!(due("2026-06-20", 5), "2026-06-25", "before it nothing changes");
        assert_eq!(due("2026-06-28", 3), "2026-07-22", "its first day is moved to the day after it");
        assert_eq!(due("2026-06-28", 6), "2026-07-25");
        assert_eq!(due("2026-07-10", 2), "2026-07-23", "who answers in it has the rest of it off");
        assert_eq!(due("2026-07-30", 2), "2026-08-01", "after it nothing changes");
    }

    #[test]
    fn who_comes_back_sooner_has_a_shorter_pause_and_the_order_of_saying_so_does_not_matter() {
        let (long, short) = (pause(1, "2026-07-01", "2026-07-22"), pause(1, "2026-07-01", "2026-07-08"));
        let both = pauses(&[long, short]);
        assert_eq!(both.until(day("2026-07-07")), Some(day("2026-07-08")));
        assert_eq!(both.until(day("2026-07-08")), None);
    }

    #[test]
    fn pauses_that_overlap_are_one_and_what_cannot_be_read_is_none() {
        let all = pauses(&[
            pause(1, "2026-07-01", "2026-07-10"),
            pause(2, "2026-07-08", "2026-07-15"),
            pause(3, "2026-12-24", "2026-12-20"),
            pause(4, "i sommer", "2026-12-20"),
        ]);
        assert_eq!(all, Pauses(vec![(day("2026-07-01"), day("2026-07-15"))]));
    }

    proptest! {
        #[test]
        fn exactly_as_many_days_without_pause_go_by(
            spans in prop::collection::vec((0_i64..80, 1_i64..20), 0..6), last in 0_i64..60, days in 1_i64..60,
        ) {
            let start = day("2026-01-01");
            let written = |(said, (from, length)): (u64, &(i64, i64))| Pause {
                said,
                from: start.plus(*from).to_string(),
                until: start.plus(from + length).to_string(),
            };
            let asked: BTreeSet<Pause> = (0_u64..).zip(&spans).map(written).collect();
            let pauses = Pauses::of(&asked);
            let last = start.plus(last);
            let due = pauses.due(last, days);
            let gone = (1..=last.days_until(due)).filter(|n| pauses.until(last.plus(*n)).is_none()).count();
            prop_assert_eq!(gone as i64, days);
            prop_assert!(pauses.until(due).is_none(), "nothing is due in a pause");
        }
    }
}
