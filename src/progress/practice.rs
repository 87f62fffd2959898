//! «Slik gjør vi det hos oss»: what a group wants to be done the same way by everybody, why, and when to look at
//! it again.

use serde::{Deserialize, Serialize};

use super::alike::Traits;
use super::entry::Search;
use super::idea::first_words;
use crate::ethics::SessionId;
use crate::i18n::{Day, Language};
use crate::order::ordered;

/// How long the name of a practice may be in a list, characters.
const NAME: usize = 120;

/// How long a practice holds before it is proposed to look at it again, days: about half a year. Our proposal; a
/// group picks its own day.
const HOLDS: i64 = 182;

/// What is done the same way here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Practice {
    /// What is done.
    pub what: String,
    /// What is important in it.
    pub why: String,
    /// The language that it is written in.
    pub language: Language,
    /// When to look at it again, `YYYY-MM-DD`.
    pub review: String,
    /// People are agreed on it; before that it is being written.
    pub agreed: bool,
    /// When it was written first, milliseconds since 1970.
    pub made_ms: u64,
    /// The reflection that it comes from, where it comes from one.
    pub session: Option<SessionId>,
    /// What it is found again by.
    pub traits: Traits,
}

/// What is done to a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PracticeEdit {
    /// What is done, as it stands now.
    What(String),
    /// Why, as it stands now.
    Why(String),
    /// When to look at it again, `YYYY-MM-DD`.
    Review(String),
    /// People are agreed on it.
    Agreed,
    /// It is opened to be written on: a day that has passed gives way to a later one.
    Reopened {
        /// Today.
        today: Day,
    },
    /// It was looked at, and still holds.
    StillHolds {
        /// Today.
        today: Day,
    },
}

impl Practice {
    /// A practice that nobody has written on yet.
    #[must_use]
    pub fn new(language: Language, made_ms: u64, today: Day) -> Self {
        Self { language, made_ms, review: later(today), ..Self::default() }
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.what.trim().is_empty() && self.why.trim().is_empty()
    }

    /// Takes in what is done. People cannot be agreed on nothing.
    pub fn apply(&mut self, edit: PracticeEdit) {
        match edit {
            PracticeEdit::What(text) => self.what = text,
            PracticeEdit::Why(text) => self.why = text,
            PracticeEdit::Review(day) => self.review = day,
            PracticeEdit::Agreed => self.agreed = !self.what.trim().is_empty(),
            PracticeEdit::Reopened { today } if self.is_due(today) => self.review = later(today),
            PracticeEdit::Reopened { .. } => {}
            PracticeEdit::StillHolds { today } => self.review = later(today),
        }
    }

    /// What it is called in a list.
    #[must_use]
    pub fn name(&self) -> String {
        first_words(if self.what.trim().is_empty() { &self.why } else { &self.what }, NAME)
    }

    /// Whether the day to look at it again has come. One that cannot be read has: nobody would ever ask otherwise.
    #[must_use]
    pub fn is_due(&self, today: Day) -> bool {
        self.agreed && Day::parse(&self.review).is_none_or(|day| day <= today)
    }

    /// Whether people could be agreed on it: something is done, and there is a day to look at it again.
    #[must_use]
    pub fn is_whole(&self, today: Day) -> bool {
        !self.what.trim().is_empty() && Day::parse(&self.review).is_some_and(|day| day > today)
    }

    /// Whether every word that somebody looks for stands in it.
    #[must_use]
    pub fn holds(&self, search: &Search) -> bool {
        search.is_in(&[self.what.as_str(), &self.why].join("\n").to_lowercase())
    }
}

fn later(today: Day) -> String {
    today.plus(HOLDS).to_string()
}

/// In the order of a list: what is being written, then what is to be looked at again, then the rest, the newest
/// first.
#[must_use]
pub fn in_order<T>(all: Vec<T>, of: impl Fn(&T) -> &Practice, today: Day) -> Vec<T> {
    let rank = |practice: &Practice| match (practice.agreed, practice.is_due(today)) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => 2,
    };
    ordered(all, |one, other| {
        let (one, other) = (of(one), of(other));
        rank(one).cmp(&rank(other)).then(other.made_ms.cmp(&one.made_ms))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn practice(what: &str, review: &str, agreed: bool, made_ms: u64) -> Practice {
        Practice { what: what.into(), review: review.into(), agreed, made_ms, ..Practice::default() }
    }

    #[test]
    fn what_is_being_written_comes_first_then_what_is_due_then_the_newest() {
        let today = day("2026-11-22");
        let all = vec![
            practice("eldst", "2027-01-01", true, 1),
            practice("forfalt", "2026-11-22", true, 2),
            practice("utkast", "2026-01-01", false, 3),
            practice("nyest", "2027-05-01", true, 9),
        ];
        let names: Vec<_> = in_order(all, |one| one, today).into_iter().map(|one| one.what).collect();
        assert_eq!(names, ["utkast", "forfalt", "nyest", "eldst"]);
    }

    #[test]
    fn what_still_holds_is_looked_at_again_half_a_year_later() {
        let today = day("2026-11-22");
        let mut one = practice("Vi banker på", "2026-11-01", true, 1);
        assert!(one.is_due(today));
        one.apply(PracticeEdit::StillHolds { today });
        assert!(!one.is_due(today));
        assert_eq!(one.review, "2027-05-23");
    }

    #[test]
    fn a_day_that_can_not_be_read_is_due_and_what_is_being_written_never_is() {
        let today = day("2026-11-22");
        assert!(practice("a", "snart", true, 1).is_due(today));
        assert!(!practice("a", "2020-01-01", false, 1).is_due(today));
    }

    #[test]
    fn people_are_agreed_only_with_a_day_that_is_still_to_come() {
        let today = day("2026-11-22");
        for (what, review, whole) in [
            ("Vi banker på", "2026-11-23", true),
            ("Vi banker på", "2026-11-22", false),
            ("Vi banker på", "12026-11-23", false),
            ("Vi banker på", "", false),
            (" ", "2026-11-23", false),
        ] {
            assert_eq!(practice(what, review, false, 1).is_whole(today), whole, "{what} {review}");
        }
    }

    #[test]
    fn what_is_opened_after_its_day_is_proposed_a_later_one() {
        let today = day("2026-11-22");
        let mut one = practice("Vi banker på", "2026-11-01", true, 1);
        one.apply(PracticeEdit::Reopened { today });
        assert_eq!((one.review.as_str(), one.agreed), ("2027-05-23", true));
        let mut other = practice("Vi banker på", "2026-12-24", true, 1);
        other.apply(PracticeEdit::Reopened { today });
        assert_eq!(other.review, "2026-12-24");
    }

    #[test]
    fn nobody_can_be_agreed_on_nothing() {
        let mut one = Practice::new(Language::Nb, 1, day("2026-11-22"));
        one.apply(PracticeEdit::Why("Fordi det er hennes hjem".into()));
        one.apply(PracticeEdit::Agreed);
        assert!(!one.agreed);
        one.apply(PracticeEdit::What("Vi banker på og venter".into()));
        one.apply(PracticeEdit::Agreed);
        assert!(one.agreed && one.holds(&Search::of("HJEM banker")) && !one.holds(&Search::of("dusj")));
    }
}
