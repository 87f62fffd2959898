//! A day of the calendar, as metadata writes it. No clock: today is handed in.

use std::fmt;

/// A day, ordered as the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`; `None` where it is written otherwise or there is no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let whole = parts.next().is_none() && (year.len(), month.len(), day.len()) == (4, 2, 2);
        if !whole || text.chars().any(|c| !c.is_ascii_digit() && c != '-') {
            return None;
        }
        let found = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        (1..=found.days_in_month()).contains(&found.day).then_some(found)
    }

    fn days_in_month(self) -> u8 {
        match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if self.is_leap_year() => 29,
            2 => 28,
            _ => 0,
        }
    }

    fn is_leap_year(self) -> bool {
        self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400))
    }

    /// The day (UTC) of a moment in seconds since 1970.
    #[must_use]
    pub fn of_unix_seconds(seconds: u64) -> Self {
        // No later than the last day that can be written with four digits.
        let mut left = (seconds / 86_400).min(2_932_896);
        let mut day = Self { year: 1970, month: 1, day: 1 };
        loop {
            let month = u64::from(day.days_in_month());
            if left < month {
                day.day = u8::try_from(left + 1).unwrap_or(1);
                return day;
            }
            left -= month;
            day.month += 1;
            if day.month > 12 {
                day = Self { year: day.year.saturating_add(1), month: 1, day: 1 };
            }
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_read() {
        for text in ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026-2-1",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "21.11.2026",
            "2026-11-21T10:00",
            "2026-11-21-",
            "+026-11-21",
            "２０２６-11-21",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_has_its_day() {
        let table = [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (86_400, "1970-01-02"),
            (951_782_400, "2000-02-29"),
            (1_795_219_200, "2026-11-21"),
            (u64::MAX, "9999-12-31"),
        ];
        for (seconds, day) in table {
            assert_eq!(Day::of_unix_seconds(seconds).to_string(), day);
        }
    }

    #[test]
    fn days_are_ordered_as_the_calendar_is() {
        let days: Vec<_> = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map(Day::parse).into();
        assert!(days.is_sorted());
    }
}
