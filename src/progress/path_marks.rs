//! A kompetansepakke that somebody has begun: since when, and what was marked in it. Nobody is measured by it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::i18n::Day;

/// Whoever begins a path so many days after their first one has been here long. Refleks' own choice.
const LONG_HERE: i64 = 30;

/// What was marked in one path.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PathMarks {
    /// The first day in the job or the role, `YYYY-MM-DD`; empty while nobody is on the path.
    #[serde(default)]
    pub started: String,
    /// The day when the path was chosen, `YYYY-MM-DD`.
    #[serde(default)]
    pub chosen: String,
    /// What was marked, by the id of the part.
    #[serde(default)]
    pub parts: BTreeMap<String, PartMark>,
}

/// What was marked of one part.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PartMark {
    /// The day when it was done, `YYYY-MM-DD`; of something practical also while it is not whole.
    #[serde(default)]
    pub day: String,
    /// What has happened of *vis – gjør – tilbakemelding*.
    #[serde(default)]
    pub steps: BTreeSet<Practised>,
    /// Who it was done with: a role, and never a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colleague: Option<Colleague>,
    /// The day when it was done before it was begun once more; empty where it was not.
    #[serde(default)]
    pub before: String,
}

/// A step of *vis – gjør – tilbakemelding*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Practised {
    /// The colleague has shown it.
    Shown,
    /// One has done it oneself.
    Done,
    /// Both have talked about it.
    TalkedAbout,
}

impl Practised {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Shown, Self::Done, Self::TalkedAbout];
}

/// The role of the colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colleague {
    /// The fadder.
    Fadder,
    /// A nurse.
    Nurse,
    /// A helsefagarbeider.
    HealthWorker,
    /// A vernepleier.
    SocialEducator,
    /// An assistant.
    Assistant,
    /// An etikkveileder.
    Facilitator,
    /// The leader.
    Leader,
    /// Somebody else.
    Other,
}

impl Colleague {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Fadder,
        Self::Nurse,
        Self::HealthWorker,
        Self::SocialEducator,
        Self::Assistant,
        Self::Facilitator,
        Self::Leader,
        Self::Other,
    ];
}

/// What is done to a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathEdit {
    /// Somebody begins on it, or says another first day.
    Start {
        /// The first day, `YYYY-MM-DD`.
        first: String,
        /// Today.
        today: Day,
    },
    /// A part that the app cannot see was done.
    Did {
        /// Which.
        part: String,
        /// Today.
        today: Day,
    },
    /// It was marked by mistake.
    DidNot {
        /// Which.
        part: String,
    },
    /// A step of something practical has happened, or was marked by mistake.
    Step {
        /// Which part.
        part: String,
        /// Which step.
        step: Practised,
        /// Whether it has happened.
        on: bool,
        /// Today, proposed as the day.
        today: Day,
    },
    /// Who it was done with.
    With {
        /// Which part.
        part: String,
        /// The role.
        colleague: Colleague,
    },
    /// The day when it was done.
    On {
        /// Which part.
        part: String,
        /// The day, `YYYY-MM-DD`, or empty.
        day: String,
    },
    /// Something practical is done once more.
    Again {
        /// Which.
        part: String,
    },
}

impl PathMarks {
    /// Whether somebody is on the path.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        Day::parse(&self.started).is_some()
    }

    /// Whether whoever is on it had been here long when they chose it.
    #[must_use]
    pub fn is_long_here(&self) -> bool {
        let days = Day::parse(&self.started).zip(Day::parse(&self.chosen));
        days.is_some_and(|(started, chosen)| started.days_until(chosen) > LONG_HERE)
    }

    /// The day from which days are counted: the first one, or for those who have been here long the day when the path
    /// was chosen, so that nothing was to be done before anybody asked for it.
    #[must_use]
    pub fn from(&self) -> Option<Day> {
        Day::parse(if self.is_long_here() { &self.chosen } else { &self.started })
    }

    /// Takes in what is done.
    pub fn apply(&mut self, edit: PathEdit) {
        match edit {
            PathEdit::Start { first, today } => {
                if Day::parse(&first).is_none() {
                    return;
                }
                // Who corrects their first day has not chosen the path anew.
                if !self.is_begun() {
                    self.chosen = today.to_string();
                }
                self.started = first;
            }
            PathEdit::Did { part, today } => self.part(part).day = today.to_string(),
            PathEdit::DidNot { part } => {
                self.parts.remove(&part);
            }
            PathEdit::Step { part, step, on, today } => {
                let mark = self.part(part);
                if on {
                    mark.steps.insert(step);
                } else {
                    mark.steps.remove(&step);
                }
                if mark.day.is_empty() {
                    mark.day = today.to_string();
                }
            }
            PathEdit::With { part, colleague } => self.part(part).colleague = Some(colleague),
            PathEdit::On { part, day } => self.part(part).day = day,
            PathEdit::Again { part } => {
                let mark = self.part(part);
                if let Some(day) = mark.practised() {
                    *mark = PartMark { before: day.to_string(), ..PartMark::default() };
                }
            }
        }
    }

    fn part(&mut self, part: String) -> &mut PartMark {
        self.parts.entry(part).or_default()
    }
}

impl PartMark {
    /// The day when something practical was last signed off: shown, done and talked about, with somebody, on a day.
    #[must_use]
    pub fn signed_off(&self) -> Option<Day> {
        self.practised().or_else(|| Day::parse(&self.before))
    }

    /// The same, where that is what stands there now.
    #[must_use]
    pub fn practised(&self) -> Option<Day> {
        let is_whole = self.steps.len() == Practised::ALL.len() && self.colleague.is_some();
        Day::parse(&self.day).filter(|_| is_whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn started(first: &str, today: &str) -> PathMarks {
        let mut marks = PathMarks::default();
        marks.apply(PathEdit::Start { first: first.into(), today: day(today) });
        marks
    }

    #[test]
    fn days_are_counted_from_the_first_one_or_from_today_for_those_who_have_been_here_long() {
        for (first, from, long) in [
            ("2026-12-01", "2026-12-01", false),
            ("2026-11-23", "2026-11-23", false),
            ("2026-10-24", "2026-10-24", false),
            ("2026-10-23", "2026-11-23", true),
            ("2009-08-01", "2026-11-23", true),
        ] {
            let marks = started(first, "2026-11-23");
            assert_eq!((marks.from(), marks.is_long_here()), (Some(day(from)), long), "{first}");
        }
    }

    #[test]
    fn whoever_corrects_their_first_day_later_has_not_been_here_long_by_that() {
        let mut marks = started("2026-11-23", "2026-11-23");
        marks.apply(PathEdit::Start { first: "2026-11-20".into(), today: day("2027-03-01") });
        assert_eq!((marks.from(), marks.is_long_here()), (Some(day("2026-11-20")), false));
    }

    #[test]
    fn a_first_day_that_is_no_day_begins_nothing() {
        for first in ["", "i dag", "2026-02-30"] {
            assert!(!started(first, "2026-11-23").is_begun(), "{first}");
        }
    }

    #[test]
    fn something_practical_is_signed_off_when_it_was_shown_done_and_talked_about_with_somebody() {
        let mut marks = started("2026-11-01", "2026-11-01");
        let part = || "kit".to_owned();
        let today = day("2026-11-23");
        let signed = |marks: &PathMarks| marks.parts.get("kit").and_then(PartMark::signed_off);
        for step in Practised::ALL {
            assert_eq!(signed(&marks), None);
            marks.apply(PathEdit::Step { part: part(), step, on: true, today });
        }
        assert_eq!(signed(&marks), None);
        marks.apply(PathEdit::With { part: part(), colleague: Colleague::Fadder });
        assert_eq!(signed(&marks), Some(today));
        marks.apply(PathEdit::On { part: part(), day: "2026-11-20".into() });
        assert_eq!(signed(&marks), Some(day("2026-11-20")));
        marks.apply(PathEdit::On { part: part(), day: String::new() });
        assert_eq!(signed(&marks), None);
    }

    #[test]
    fn what_is_done_once_more_keeps_the_day_before_until_it_is_whole_again() {
        let mut marks = started("2026-11-01", "2026-11-01");
        let part = || "kit".to_owned();
        let whole = |marks: &mut PathMarks, today: Day| {
            for step in Practised::ALL {
                marks.apply(PathEdit::Step { part: part(), step, on: true, today });
            }
            marks.apply(PathEdit::With { part: part(), colleague: Colleague::Nurse });
        };
        whole(&mut marks, day("2026-11-23"));
        marks.apply(PathEdit::Again { part: part() });
        let mark = marks.parts.get("kit").unwrap();
        assert_eq!((mark.practised(), mark.signed_off()), (None, Some(day("2026-11-23"))));
        marks.apply(PathEdit::Again { part: part() });
        assert_eq!(marks.parts.get("kit").unwrap().signed_off(), Some(day("2026-11-23")));
        whole(&mut marks, day("2027-11-23"));
        assert_eq!(marks.parts.get("kit").unwrap().signed_off(), Some(day("2027-11-23")));
    }
}
