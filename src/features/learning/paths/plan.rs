//! How each part of a path stands on a day. Nothing is ever called late. Pure.

use crate::content::LearningPath;
use crate::content::path::{PartKind, PathPart};
use crate::ethics::LessonId;
use crate::i18n::Day;
use crate::progress::{LessonMarks, Mode, PartMark, PathMarks, Run};

/// What the app has seen done by the one who is here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// What was done of the lessons.
    pub lessons: Vec<(LessonId, LessonMarks)>,
    /// Their runs through simulations.
    pub runs: Vec<Run>,
    /// The day when they signed the standard as it is now.
    pub signed: Option<Day>,
}

/// How a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was done, and perhaps comes again.
    Done {
        /// When.
        on: Day,
        /// From when it is to be done again.
        again: Option<Day>,
    },
    /// It was done, and the time has come to do it again.
    Again {
        /// When it was done.
        on: Day,
        /// From when it is to be done again.
        since: Day,
    },
    /// It is to be done by a day.
    By(Day),
    /// Its day has passed: it can be done now.
    Now,
    /// One may do it.
    Offered,
    /// Those who have been here long need not do it.
    Spared,
}

impl Standing {
    /// The day when it was done last.
    #[must_use]
    pub const fn done_on(self) -> Option<Day> {
        match self {
            Self::Done { on, .. } | Self::Again { on, .. } => Some(on),
            Self::By(_) | Self::Now | Self::Offered | Self::Spared => None,
        }
    }

    /// Whether it is something to do next: what is asked for and was not done, or comes again.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Again { .. } | Self::By(_) | Self::Now => true,
            Self::Done { .. } | Self::Offered | Self::Spared => false,
        }
    }
}

/// Whether a part belongs to the path for whoever is on it.
#[must_use]
pub fn is_asked(part: &PathPart, marks: &PathMarks) -> bool {
    part.mandatory && (part.catch_up || !marks.is_long_here())
}

/// The day when a part was done last: as the app has seen it, or as somebody has marked it.
#[must_use]
pub fn done_on(part: &PathPart, mark: Option<&PartMark>, known: &Known) -> Option<Day> {
    let marked = match part.kind {
        PartKind::Practical => mark.and_then(PartMark::signed_off),
        // A signature is the only sign that the standard was read.
        PartKind::Reading if part.id == LearningPath::STANDARD => None,
        PartKind::Lesson | PartKind::Scenario | PartKind::Deck | PartKind::Case | PartKind::Reading => {
            mark.and_then(|mark| Day::parse(&mark.day))
        }
    };
    seen(part, known).max(marked)
}

/// The day when the app saw it done.
fn seen(part: &PathPart, known: &Known) -> Option<Day> {
    let of = part.of.as_deref();
    match part.kind {
        PartKind::Lesson => {
            let found = known.lessons.iter().find(|(id, _)| Some(id.as_str()) == of);
            found.and_then(|(_, marks)| Day::parse(&marks.done))
        }
        PartKind::Scenario => {
            // Whoever only watched has not played it.
            let played =
                |run: &&Run| Some(run.scenario.as_str()) == of && run.ended && run.mode != Mode::Watch;
            known.runs.iter().filter(played).filter_map(|run| Day::parse(&run.day)).max()
        }
        PartKind::Reading if part.id == LearningPath::STANDARD => known.signed,
        PartKind::Deck | PartKind::Case | PartKind::Reading | PartKind::Practical => None,
    }
}

/// How a part stands today.
#[must_use]
pub fn standing(part: &PathPart, marks: &PathMarks, known: &Known, today: Day) -> Standing {
    if let Some(on) = done_on(part, marks.parts.get(&part.id), known) {
        return match part.renew_months.map(|months| on.months_later(months)) {
            Some(since) if since <= today => Standing::Again { on, since },
            again => Standing::Done { on, again },
        };
    }
    if part.mandatory && !is_asked(part, marks) {
        return Standing::Spared;
    }
    match day_of(part, marks) {
        None => Standing::Offered,
        Some(day) if day >= today => Standing::By(day),
        Some(_) => Standing::Now,
    }
}

/// The day by which a part is to be done for the first time; none for what is only offered.
#[must_use]
pub fn day_of(part: &PathPart, marks: &PathMarks) -> Option<Day> {
    Some(marks.from().filter(|_| part.mandatory)?.plus(i64::from(part.due_days)))
}

/// Whether everything that is asked for is done, so that there is a diploma.
#[must_use]
pub fn is_whole(path: &LearningPath, marks: &PathMarks, known: &Known, today: Day) -> bool {
    let mut asked = path.items.iter().filter(|part| is_asked(part, marks)).peekable();
    marks.is_begun()
        && asked.peek().is_some()
        && asked.all(|part| matches!(standing(part, marks, known, today), Standing::Done { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::Role;
    use crate::progress::{Colleague, PathEdit, Practised};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn part(kind: PartKind, of: Option<&str>) -> PathPart {
        PathPart {
            id: "a".into(),
            kind,
            of: of.map(str::to_owned),
            due_days: 30,
            mandatory: true,
            renew_months: None,
            catch_up: true,
        }
    }

    fn begun(first: &str, today: &str) -> PathMarks {
        let mut marks = PathMarks::default();
        marks.apply(PathEdit::Start { first: first.into(), today: day(today) });
        marks
    }

    fn lesson(done: &str) -> Known {
        let marks = LessonMarks { done: done.into(), ..LessonMarks::default() };
        Known { lessons: vec![("etikk".into(), marks)], ..Known::default() }
    }

    #[test]
    fn a_part_is_to_be_done_so_many_days_after_the_first_one_over_the_end_of_a_month() {
        let marks = begun("2027-01-31", "2027-01-31");
        let reading = part(PartKind::Reading, None);
        let on = |today| standing(&reading, &marks, &Known::default(), day(today));
        assert_eq!(on("2027-01-31"), Standing::By(day("2027-03-02")));
        assert_eq!(on("2027-03-02"), Standing::By(day("2027-03-02")));
        assert_eq!(on("2027-03-03"), Standing::Now);
    }

    #[test]
    fn for_those_who_have_been_here_long_no_day_has_passed_and_a_first_tour_is_spared() {
        let marks = begun("2012-08-01", "2026-11-23");
        let mut tour = part(PartKind::Practical, None);
        let on = |part: &PathPart| standing(part, &marks, &Known::default(), day("2026-11-23"));
        assert_eq!(on(&tour), Standing::By(day("2026-12-23")));
        tour.catch_up = false;
        assert_eq!(on(&tour), Standing::Spared);
    }

    #[test]
    fn what_fades_comes_again_on_the_same_day_of_a_later_month() {
        let marks = begun("2026-08-31", "2026-08-31");
        let known = lesson("2026-08-31");
        let mut one = part(PartKind::Lesson, Some("etikk"));
        one.renew_months = Some(6);
        let (on, again) = (day("2026-08-31"), day("2027-02-28"));
        let at = |today| standing(&one, &marks, &known, day(today));
        assert_eq!(at("2027-02-27"), Standing::Done { on, again: Some(again) });
        assert_eq!(at("2027-02-28"), Standing::Again { on, since: again });
        let mut renewed = marks.clone();
        renewed.apply(PathEdit::Did { part: "a".into(), today: day("2027-03-01") });
        let now = standing(&one, &renewed, &known, day("2027-03-01"));
        assert_eq!(now, Standing::Done { on: day("2027-03-01"), again: Some(day("2027-09-01")) });
    }

    #[test]
    fn a_lesson_that_was_only_begun_is_not_done() {
        let one = part(PartKind::Lesson, Some("etikk"));
        assert_eq!(done_on(&one, None, &lesson("")), None);
        assert_eq!(done_on(&one, None, &lesson("2026-11-23")), Some(day("2026-11-23")));
        assert_eq!(done_on(&part(PartKind::Lesson, Some("gaver")), None, &lesson("2026-11-23")), None);
    }

    #[test]
    fn a_scenario_is_done_when_it_was_played_to_its_end_and_not_when_one_only_watched() {
        let run = |mode, ended| Run {
            scenario: "urosepsis".into(),
            title: String::new(),
            seed: 0,
            role: Role::Nurse,
            mode,
            would_call: None,
            deeds: Vec::new(),
            scorings: Vec::new(),
            day: "2026-11-23".into(),
            ended,
        };
        let one = part(PartKind::Scenario, Some("urosepsis"));
        for (mode, ended, done) in [
            (Mode::Alone, true, true),
            (Mode::Group, true, true),
            (Mode::Alone, false, false),
            (Mode::Watch, true, false),
        ] {
            let known = Known { runs: vec![run(mode, ended)], ..Known::default() };
            assert_eq!(done_on(&one, None, &known).is_some(), done, "{mode:?} {ended}");
        }
    }

    #[test]
    fn the_standard_is_read_when_it_was_signed_and_by_no_mark() {
        let mut one = part(PartKind::Reading, None);
        let mark = PartMark { day: "2026-11-23".into(), ..PartMark::default() };
        assert!(done_on(&one, Some(&mark), &Known::default()).is_some());
        one.id = LearningPath::STANDARD.into();
        assert_eq!(done_on(&one, Some(&mark), &Known::default()), None);
        let known = Known { signed: Some(day("2026-11-30")), ..Known::default() };
        assert_eq!(done_on(&one, None, &known), Some(day("2026-11-30")));
    }

    #[test]
    fn there_is_a_diploma_when_everything_that_is_asked_for_is_done() {
        let mut path = LearningPath {
            id: "p".into(),
            professions: Vec::new(),
            items: vec![part(PartKind::Practical, None), part(PartKind::Case, Some("du-tier"))],
            metadata: crate::content::Metadata {
                sources: Vec::new(),
                last_checked: String::new(),
                needs_review: Vec::new(),
            },
        };
        let today = day("2026-11-23");
        if let Some(offered) = path.items.last_mut() {
            offered.id = "b".into();
            offered.mandatory = false;
        }
        let mut marks = begun("2026-11-20", "2026-11-20");
        assert!(!is_whole(&path, &marks, &Known::default(), today));
        for step in Practised::ALL {
            marks.apply(PathEdit::Step { part: "a".into(), step, on: true, today });
        }
        marks.apply(PathEdit::With { part: "a".into(), colleague: Colleague::Fadder });
        assert!(is_whole(&path, &marks, &Known::default(), today));
        assert!(!is_whole(&path, &PathMarks::default(), &Known::default(), today));
    }
}
