//! Days as people say them. Own month and weekday names, because browsers lack Nynorsk.
//!
//! A [`Day`] has no time and no zone: whoever knows the clock turns milliseconds into a day.

use std::fmt;

use super::Messages;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

const MS_PER_DAY: i64 = 86_400_000;

impl Day {
    /// The day of a date, or none when there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let found = Self { year, month, day };
        let fits = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (fits && Self::from_number(found.number()) == found).then_some(found)
    }

    /// Reads `YYYY-MM-DD`, and nothing else: what is written otherwise is no day.
    #[must_use]
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        let written = parts.next().is_none() && digits(year, 4) && digits(month, 2) && digits(day, 2);
        if !written {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day of a moment, in a zone so many minutes ahead of UTC.
    #[must_use]
    pub fn of_moment(ms: u64, minutes_ahead: i32) -> Self {
        let local = i64::try_from(ms).unwrap_or(i64::MAX / 2) + i64::from(minutes_ahead) * 60_000;
        Self::from_number(local.div_euclid(MS_PER_DAY))
    }

    /// Days since 1970-01-01 (Howard Hinnant's civil calendar algorithm).
    #[must_use]
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    fn from_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |n: i64| u8::try_from(n).unwrap_or(1);
        Self { year: i32::try_from(year).unwrap_or(1970), month: small(month), day: small(day) }
    }

    /// So many days later, or earlier.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self::from_number(self.number() + days)
    }

    /// The same day of the next year; after the 29th of February the 1st of March.
    #[must_use]
    pub fn a_year_later(self) -> Self {
        let later = Self { year: self.year.saturating_add(1), ..self };
        Self::from_number(later.number())
    }

    /// The same day so many months later; the last one of the month where it has no such day.
    #[must_use]
    pub fn months_later(self, months: u8) -> Self {
        let months = i32::from(self.month) - 1 + i32::from(months);
        let year = self.year.saturating_add(months / 12);
        let month = u8::try_from(months % 12 + 1).unwrap_or(1);
        let mut days = (1..=self.day).rev();
        days.find_map(|day| Self::new(year, month, day)).unwrap_or(self)
    }

    /// How many days it is from this day to another.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// «21. november», «21 November».
    #[must_use]
    pub fn short(self, words: &Messages) -> String {
        words.dates_short(self.day, self.month_name(words))
    }

    /// «21. november 2026», «21 November 2026».
    #[must_use]
    pub fn long(self, words: &Messages) -> String {
        words.dates_long(self.day, self.month_name(words), self.year)
    }

    /// «Laurdag 21. november», with a capital letter.
    #[must_use]
    pub fn with_weekday(self, words: &Messages) -> String {
        words.dates_with_weekday(self.day, self.month_name(words), self.weekday_name(words))
    }

    /// The month's short name: «nov.», «Nov».
    #[must_use]
    pub fn month_short(self, words: &Messages) -> &str {
        nth(words.dates_months_short(), self.month)
    }

    fn month_name(self, words: &Messages) -> &str {
        nth(words.dates_months(), self.month)
    }

    fn weekday_name(self, words: &Messages) -> &str {
        // 1970-01-01 was a Thursday; Monday is the first.
        let weekday = (self.number() + 3).rem_euclid(7);
        nth(words.dates_weekdays(), u8::try_from(weekday + 1).unwrap_or(1))
    }
}

/// The n-th word of a list with spaces between, counted from one.
fn nth(list: &str, n: u8) -> &str {
    list.split_whitespace().nth(usize::from(n.saturating_sub(1))).unwrap_or_default()
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_is_no_30th_of_february() {
        assert_eq!(Day::parse("2026-02-30"), None);
        assert_eq!(Day::parse("2028-02-29").map(|d| d.to_string()).as_deref(), Some("2028-02-29"));
        for wrong in [
            "",
            "2026-11",
            "i går",
            "2026-2-01",
            "1900-02-29",
            "2026-13-01",
            "2026-01-00",
            "2026-01-01-",
            "+026-01-01",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_moment_just_before_midnight_in_norway_is_that_day() {
        // 2026-11-21T22:59:00Z is 23.59 in Norway, 2026-11-21T23:01:00Z is the day after.
        let noon = u64::try_from(Day::parse("2026-11-21").unwrap().number()).unwrap() * 86_400_000;
        assert_eq!(Day::of_moment(noon + (22 * 60 + 59) * 60_000, 60).to_string(), "2026-11-21");
        assert_eq!(Day::of_moment(noon + (23 * 60 + 1) * 60_000, 60).to_string(), "2026-11-22");
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_the_month() {
        for (from, months, to) in [
            ("2026-11-23", 6, "2027-05-23"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 24, "2030-02-28"),
            ("2026-12-31", 24, "2028-12-31"),
            ("2026-01-31", 3, "2026-04-30"),
        ] {
            let later = Day::parse(from).map(|day| day.months_later(months).to_string());
            assert_eq!(later.as_deref(), Some(to), "{from} + {months}");
        }
    }

    proptest! {
        #[test]
        fn months_later_agrees_with_the_jiff_calendar(number in 0_i64..40_000, months in 0_u8..60) {
            let date = jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(number)).unwrap();
            let theirs = date.checked_add(jiff::Span::new().months(i64::from(months))).unwrap();
            prop_assert_eq!(Day::from_number(number).months_later(months).to_string(), theirs.to_string());
        }

        #[test]
        fn every_day_agrees_with_the_jiff_calendar(number in -700_000_i64..2_900_000) {
            let ours = Day::from_number(number);
            let start = jiff::civil::date(1970, 1, 1);
            if let Ok(theirs) = start.checked_add(jiff::Span::new().days(number))
                && theirs.year() >= 1 {
                prop_assert_eq!(ours.to_string(), theirs.to_string());
                prop_assert_eq!(ours.number(), number);
            }
        }
    }
}
