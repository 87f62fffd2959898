//! The reminder of each half year. A municipality that made such lessons reminded those who had not opened them once
//! in half a year; here nobody sends anything, and the lesson waits in the list. Pure.
//!
//! What has a day of its own in a path is not offered here as well: it is to be done by that day, or comes again.

use crate::content::LearningPath;
use crate::content::lesson::{Lesson, Series};
use crate::content::path::{PartKind, PathPart};
use crate::ethics::LessonId;
use crate::features::learning::paths::plan::is_asked;
use crate::i18n::Day;
use crate::progress::memory::{Item, MemoryLog};
use crate::progress::{LessonMarks, LessonTalk, PathMarks};

/// How many months go by before a lesson is offered again.
const HALF_A_YEAR: u8 = 6;

/// The lesson that has waited longest, of those that are offered again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Which lesson.
    pub lesson: LessonId,
    /// Since when.
    pub since: Day,
    /// How many other lessons are offered too.
    pub others: usize,
}

/// What is known of who opened what, and who talked about it.
#[derive(Debug, Clone, Copy)]
pub struct Met<'a> {
    /// The paths that somebody is on.
    pub paths: &'a [(LearningPath, PathMarks)],
    /// What they did of the lessons.
    pub lessons: &'a [(LessonId, LessonMarks)],
    /// What they answered when something came again.
    pub log: &'a MemoryLog,
    /// The talks of groups on this device.
    pub talks: &'a [LessonTalk],
}

/// What is offered again today, of these lessons; none where nothing has waited for half a year.
#[must_use]
pub fn offered(lessons: &[Lesson], met: Met<'_>, today: Day) -> Option<Offered> {
    let since = |lesson: &Lesson| Some((met.last(lesson)?.months_later(HALF_A_YEAR), lesson.id.clone()));
    let waiting: Vec<_> = lessons.iter().filter_map(since).filter(|(since, _)| *since <= today).collect();
    let others = waiting.len().saturating_sub(1);
    // Of those that have waited equally long, the first in the order of the lessons.
    let (since, lesson) = waiting.into_iter().min_by_key(|(since, _)| *since)?;
    Some(Offered { lesson, since, others })
}

impl Met<'_> {
    /// The last day on which a lesson was met, or could have been for the first time; none for what is not offered.
    fn last(self, lesson: &Lesson) -> Option<Day> {
        let parts = || self.paths.iter().filter_map(|(path, marks)| Some((part_of(path, lesson)?, marks)));
        let of_lesson = |(id, _): &&(LessonId, LessonMarks)| *id == lesson.id;
        let marks = self.lessons.iter().find(of_lesson).map(|(_, marks)| marks);
        let done = marks.and_then(|marks| Day::parse(&marks.done));
        let has_a_day = |(part, marks): (&PathPart, &PathMarks)| {
            part.renew_months.is_some() || (done.is_none() && is_asked(part, marks))
        };
        // What was begun stands on Hjem already, at the screen where one left.
        if parts().any(has_a_day) || (marks.is_some() && done.is_none()) {
            return None;
        }
        let belongs = lesson.series == Series::Standard || parts().next().is_some();
        let first_days = self.paths.iter().filter_map(|(_, marks)| marks.from());
        let begun = if done.is_none() && belongs { first_days.min() } else { None };
        let again = parts().filter_map(|(part, marks)| Day::parse(&marks.parts.get(&part.id)?.day)).max();
        let first = done.or(begun)?;
        [Some(first), again, self.recalled(lesson), self.talked(lesson)].into_iter().flatten().max()
    }

    fn recalled(self, lesson: &Lesson) -> Option<Day> {
        let is_of = |item: &str| matches!(Item::parse(item), Some(Item::Question { lesson: one, .. }) if one == lesson.id);
        let answers = self.log.answers.iter().filter(|answer| is_of(&answer.item));
        answers.filter_map(|answer| Day::parse(&answer.day)).max()
    }

    fn talked(self, lesson: &Lesson) -> Option<Day> {
        self.talks.iter().filter(|talk| talk.lesson == lesson.id).filter_map(LessonTalk::on).max()
    }
}

fn part_of<'p>(path: &'p LearningPath, lesson: &Lesson) -> Option<&'p PathPart> {
    let is_it =
        |part: &&PathPart| part.kind == PartKind::Lesson && part.of.as_deref() == Some(lesson.id.as_str());
    path.items.iter().find(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Metadata;
    use crate::progress::memory::{Recall, Recalled};
    use crate::progress::{Arena, PathEdit};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn metadata() -> Metadata {
        Metadata { sources: Vec::new(), last_checked: String::new(), needs_review: Vec::new() }
    }

    fn lesson(id: &str, series: Series) -> Lesson {
        Lesson {
            id: id.into(),
            series,
            minutes: 4,
            themes: Vec::new(),
            values: Vec::new(),
            laws: Vec::new(),
            terms: Vec::new(),
            people: Vec::new(),
            screens: Vec::new(),
            metadata: metadata(),
        }
    }

    fn lessons() -> Vec<Lesson> {
        vec![
            lesson("tvang", Series::Standard),
            lesson("gaver", Series::Standard),
            lesson("news2", Series::Observation),
        ]
    }

    fn path(first: &str, items: Vec<PathPart>) -> Vec<(LearningPath, PathMarks)> {
        let mut marks = PathMarks::default();
        marks.apply(PathEdit::Start { first: first.into(), today: day(first) });
        vec![(LearningPath { id: "p".into(), professions: Vec::new(), items, metadata: metadata() }, marks)]
    }

    fn part(of: &str, mandatory: bool, renew_months: Option<u8>) -> PathPart {
        PathPart {
            id: of.into(),
            kind: PartKind::Lesson,
            of: Some(of.into()),
            due_days: 7,
            mandatory,
            renew_months,
            catch_up: true,
        }
    }

    fn marks(all: &[(&str, &str)]) -> Vec<(LessonId, LessonMarks)> {
        let one = |(id, done): &(&str, &str)| {
            ((*id).into(), LessonMarks { done: (*done).into(), ..LessonMarks::default() })
        };
        all.iter().map(one).collect()
    }

    fn nothing() -> MemoryLog {
        MemoryLog::default()
    }

    /// The lesson, since when, and how many others.
    fn told(met: Met<'_>, today: &str) -> Option<(String, String, usize)> {
        let offered = offered(&lessons(), met, day(today))?;
        Some((offered.lesson.to_string(), offered.since.to_string(), offered.others))
    }

    fn row(lesson: &str, since: &str, others: usize) -> Option<(String, String, usize)> {
        Some((lesson.to_owned(), since.to_owned(), others))
    }

    #[test]
    fn nobody_is_reminded_of_anything_before_they_have_begun_on_something() {
        let met = Met { paths: &[], lessons: &[], log: &nothing(), talks: &[] };
        assert_eq!(told(met, "2030-01-01"), None);
    }

    #[test]
    fn a_lesson_of_the_standard_that_was_never_opened_waits_from_half_a_year_after_the_first_day() {
        let paths = path("2026-08-31", Vec::new());
        let met = Met { paths: &paths, lessons: &[], log: &nothing(), talks: &[] };
        for (today, expected) in [
            ("2026-08-31", None),
            ("2027-02-27", None),
            ("2027-02-28", row("tvang", "2027-02-28", 1)),
            ("2028-02-29", row("tvang", "2027-02-28", 1)),
        ] {
            assert_eq!(told(met, today), expected, "{today}");
        }
    }

    #[test]
    fn half_a_year_before_a_leap_day_ends_on_it() {
        let paths = path("2027-08-31", Vec::new());
        let met = Met { paths: &paths, lessons: &[], log: &nothing(), talks: &[] };
        assert_eq!(told(met, "2028-02-28"), None);
        assert_eq!(told(met, "2028-02-29"), row("tvang", "2028-02-29", 1));
    }

    #[test]
    fn whoever_took_a_lesson_repeated_it_or_was_here_when_it_was_talked_about_is_left_in_peace_half_a_year() {
        let done = marks(&[("tvang", "2026-01-10")]);
        let answer = Recalled {
            at: 0,
            day: "2026-03-01".into(),
            item: "question.tvang.a".into(),
            recall: Recall::Good,
            variant: None,
        };
        let log = MemoryLog { answers: [answer].into(), ..MemoryLog::default() };
        let talk = |lesson: &str| LessonTalk {
            lesson: lesson.into(),
            day: "2026-04-15".into(),
            arena: Arena::Handover,
            people: 4,
        };
        let (talked, other) = ([talk("tvang")], [talk("gaver")]);
        let empty = nothing();
        for (log, talks, since) in [
            (&empty, &[][..], "2026-07-10"),
            (&empty, &other[..], "2026-07-10"),
            (&log, &[][..], "2026-09-01"),
            (&log, &talked[..], "2026-10-15"),
        ] {
            let met = Met { paths: &[], lessons: &done, log, talks };
            assert_eq!(told(met, &day(since).plus(-1).to_string()), None, "{since}");
            assert_eq!(told(met, since), row("tvang", since, 0), "{since}");
        }
    }

    #[test]
    fn what_has_a_day_of_its_own_and_what_was_begun_is_not_offered_as_well() {
        let log = nothing();
        let begun = marks(&[("tvang", ""), ("gaver", "")]);
        let done = marks(&[("tvang", "2026-01-10"), ("gaver", "2026-01-10")]);
        for (items, lessons, expected) in [
            (vec![part("tvang", true, None)], &[][..], row("gaver", "2026-07-01", 0)),
            (vec![part("tvang", false, None)], &[][..], row("tvang", "2026-07-01", 1)),
            (vec![part("news2", false, None)], &begun[..], row("news2", "2026-07-01", 0)),
            (vec![part("tvang", true, None)], &done[..], row("tvang", "2026-07-10", 1)),
            (vec![part("tvang", true, Some(24))], &done[..], row("gaver", "2026-07-10", 0)),
        ] {
            let paths = path("2026-01-01", items);
            let met = Met { paths: &paths, lessons, log: &log, talks: &[] };
            assert_eq!(told(met, "2026-12-01"), expected);
        }
    }

    #[test]
    fn a_lesson_that_was_marked_as_taken_again_rests_as_one_that_was_taken() {
        let mut paths = path("2026-01-01", vec![part("news2", false, None)]);
        paths[0].1.apply(PathEdit::Did { part: "news2".into(), today: day("2026-06-01") });
        let done = marks(&[("tvang", "2026-10-01"), ("gaver", "2026-10-01"), ("news2", "2026-02-01")]);
        let met = Met { paths: &paths, lessons: &done, log: &nothing(), talks: &[] };
        assert_eq!(told(met, "2026-11-30"), None);
        assert_eq!(told(met, "2026-12-01"), row("news2", "2026-12-01", 0));
    }
}
