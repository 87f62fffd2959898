//! What the device shall not keep any longer, and what nobody has come back to. Pure.

use super::RecordId;
use crate::i18n::Day;

/// How old an unfinished session may be before somebody is asked about it, days.
pub const ASK_AFTER_DAYS: u64 = 14;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which record.
    pub id: RecordId,
    /// What was decided about it.
    pub keeping: Keeping,
    /// When somebody worked on it last, milliseconds since 1970.
    pub touched_ms: u64,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing is decided: it is not finished.
    Unfinished,
    /// To the end of this day.
    Until(Day),
    /// Until somebody removes it.
    Always,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expiry {
    /// Forget these at start, before anything is shown, and say so in one line.
    pub remove: Vec<RecordId>,
    /// Ask about these, with their age in days. Never removed without an answer.
    pub ask: Vec<(RecordId, u64)>,
}

/// Sorts out what is past its day and what nobody has come back to.
#[must_use]
pub fn expiry(entries: &[Entry], today: Day, now_ms: u64) -> Expiry {
    let mut result = Expiry::default();
    for entry in entries {
        match entry.keeping {
            Keeping::Until(day) if day < today => result.remove.push(entry.id.clone()),
            Keeping::Unfinished => {
                let age = now_ms.saturating_sub(entry.touched_ms) / DAY_MS;
                if age >= ASK_AFTER_DAYS {
                    result.ask.push((entry.id.clone(), age));
                }
            }
            Keeping::Until(_) | Keeping::Always => {}
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_past_its_day_goes_and_what_is_unfinished_is_only_asked_about() {
        let now_ms = 100 * DAY_MS;
        let until = |text| Keeping::Until(Day::parse(text).unwrap());
        let entry = |id: &str, keeping, days_ago| Entry {
            id: id.into(),
            keeping,
            touched_ms: now_ms - days_ago * DAY_MS,
        };
        let entries = [
            entry("yesterday", until("2026-11-20"), 0),
            entry("today", until("2026-11-21"), 90),
            entry("always", Keeping::Always, 90),
            entry("resting", Keeping::Unfinished, 13),
            entry("left", Keeping::Unfinished, 14),
            entry("long ago", Keeping::Unfinished, 99),
        ];
        let found = expiry(&entries, Day::parse("2026-11-21").unwrap(), now_ms);
        assert_eq!(found.remove, ["yesterday".into()]);
        assert_eq!(found.ask, [("left".into(), 14), ("long ago".into(), 99)]);
    }

    #[test]
    fn a_clock_that_was_set_back_asks_about_nothing() {
        let entry = Entry { id: "a".into(), keeping: Keeping::Unfinished, touched_ms: 50 * DAY_MS };
        assert_eq!(expiry(&[entry], Day::parse("2026-11-21").unwrap(), 0), Expiry::default());
    }
}
