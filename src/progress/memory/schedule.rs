//! How long something rests: FSRS-6 with the parameters that its authors give for everybody, and nothing tuned to a
//! person. They remember nine of ten when it comes again.

use fsrs::{FSRS, MemoryState};

use super::log::Recall;
use crate::i18n::Day;

/// How surely it is to be remembered when it comes again. Higher asks more often.
const RETENTION: f32 = 0.9;

/// The longest that anything rests, days: rules and routines change, and nothing is to be out of sight for longer.
pub const LONGEST: i64 = 365;

/// How many days something rests after all its answers, the earliest first; none without an answer. At least a day
/// and [`LONGEST`] at most.
#[must_use]
pub fn interval(past: &[(Day, Recall)]) -> Option<i64> {
    let scheduler = FSRS::default();
    let mut state: Option<MemoryState> = None;
    let mut days = None;
    let mut before: Option<Day> = None;
    for (day, recall) in past {
        let elapsed = before.map_or(0, |before| before.days_until(*day));
        let elapsed = u32::try_from(elapsed).unwrap_or_default();
        before = Some(*day);
        // An answer that the model can make nothing of changes nothing.
        let Ok(next) = scheduler.next_states(state, RETENTION, elapsed) else { continue };
        let next = match recall {
            Recall::Missed => next.again,
            Recall::Hard => next.hard,
            Recall::Good => next.good,
            Recall::Easy => next.easy,
        };
        state = Some(next.memory);
        days = Some(whole(next.interval));
    }
    days
}

/// Days as a whole number. A cast keeps within what a number can hold, and makes 0 of what is no number.
fn whole(days: f32) -> i64 {
    (days.round() as i64).clamp(1, LONGEST)
}

/// When something comes again, as one says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comes {
    /// It may come now.
    Now,
    /// Tomorrow.
    Tomorrow,
    /// In so many days, up to two weeks.
    Days(usize),
    /// In about so many weeks.
    Weeks(usize),
    /// In about so many months.
    Months(usize),
}

impl Comes {
    /// What comes after so many days.
    #[must_use]
    pub fn after(days: i64) -> Self {
        let count = usize::try_from(days).unwrap_or_default();
        match count {
            0 => Self::Now,
            1 => Self::Tomorrow,
            2..=13 => Self::Days(count),
            14..=59 => Self::Weeks((count + 3) / 7),
            _ => Self::Months((count + 15) / 30),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_is_said_in_days_weeks_and_months() {
        let table = [
            (-3, Comes::Now),
            (0, Comes::Now),
            (1, Comes::Tomorrow),
            (2, Comes::Days(2)),
            (9, Comes::Days(9)),
            (13, Comes::Days(13)),
            (14, Comes::Weeks(2)),
            (17, Comes::Weeks(2)),
            (18, Comes::Weeks(3)),
            (46, Comes::Weeks(7)),
            (60, Comes::Months(2)),
            (163, Comes::Months(5)),
            (365, Comes::Months(12)),
        ];
        for (days, said) in table {
            assert_eq!(Comes::after(days), said, "{days}");
        }
    }

    #[test]
    fn a_rest_is_a_whole_number_of_days_between_one_and_the_longest() {
        for (days, whole_days) in
            [(0.2, 1), (1.4, 1), (1.5, 2), (364.4, 364), (364.6, 365), (36_500.0, 365), (f32::NAN, 1)]
        {
            assert_eq!(whole(days), whole_days, "{days}");
        }
    }
}
