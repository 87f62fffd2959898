//! Kompetanselogg: what was done and when, across paths, lessons and the standard. Pure.

use super::plan::{Known, Standing, standing};
use crate::content::LearningPath;
use crate::content::path::{PartKind, PathPart};
use crate::ethics::{LessonId, PathId};
use crate::i18n::Day;
use crate::order::ordered;
use crate::progress::{Colleague, PathMarks, Receipt};

/// What a line of the log is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A part of a path.
    Part {
        /// Which path.
        path: PathId,
        /// Which part.
        part: PathPart,
    },
    /// A lesson that is in no path that one is on.
    Lesson(LessonId),
    /// The standard, with its title and version.
    Standard(String, String),
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub what: What,
    /// When.
    pub on: Day,
    /// From when it is to be done again.
    pub again: Option<Day>,
    /// The role of the colleague, of something practical.
    pub with: Option<Colleague>,
}

/// Everything that was done, the newest first.
#[must_use]
pub fn log(
    paths: &[(LearningPath, PathMarks)],
    known: &Known,
    receipts: &[Receipt],
    today: Day,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (path, marks) in paths {
        let done = path.items.iter().filter(|part| part.id != LearningPath::STANDARD);
        entries.extend(done.filter_map(|part| entry(path, part, marks, known, today)));
    }
    let lessons = known.lessons.iter().filter(|(id, _)| !is_in(paths, id));
    entries.extend(lessons.filter_map(|(id, marks)| {
        let on = Day::parse(&marks.done)?;
        Some(Entry { what: What::Lesson(id.clone()), on, again: None, with: None })
    }));
    entries.extend(receipts.iter().filter_map(|receipt| {
        let what = What::Standard(receipt.title.clone(), receipt.version.clone());
        Some(Entry { what, on: receipt.signed()?, again: None, with: None })
    }));
    ordered(entries, |one, other| other.on.cmp(&one.on))
}

fn entry(
    path: &LearningPath,
    part: &PathPart,
    marks: &PathMarks,
    known: &Known,
    today: Day,
) -> Option<Entry> {
    let (on, again) = match standing(part, marks, known, today) {
        Standing::Done { on, again } => (on, again),
        Standing::Again { on, since } => (on, Some(since)),
        Standing::By(_) | Standing::Now | Standing::Offered | Standing::Spared => return None,
    };
    let with = marks.parts.get(&part.id).and_then(|mark| mark.colleague);
    Some(Entry { what: What::Part { path: path.id.clone(), part: part.clone() }, on, again, with })
}

/// Whether a lesson is part of one of the paths.
fn is_in(paths: &[(LearningPath, PathMarks)], lesson: &LessonId) -> bool {
    let is_it =
        |part: &PathPart| part.kind == PartKind::Lesson && part.of.as_deref() == Some(lesson.as_str());
    paths.iter().any(|(path, _)| path.items.iter().any(is_it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Metadata;
    use crate::progress::{LessonMarks, PathEdit};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn each_thing_stands_once_the_newest_first() {
        let part = |id: &str, kind, of: Option<&str>| PathPart {
            id: id.into(),
            kind,
            of: of.map(str::to_owned),
            due_days: 7,
            mandatory: true,
            renew_months: Some(12),
            catch_up: true,
        };
        let metadata =
            Metadata { sources: Vec::new(), last_checked: String::new(), needs_review: Vec::new() };
        let items = vec![
            part("dignity", PartKind::Lesson, Some("verdighet")),
            part("fire", PartKind::Reading, None),
            part(LearningPath::STANDARD, PartKind::Reading, None),
        ];
        let path = LearningPath { id: "p".into(), professions: Vec::new(), items, metadata };
        let mut marks = PathMarks::default();
        marks.apply(PathEdit::Start { first: "2026-11-01".into(), today: day("2026-11-01") });
        marks.apply(PathEdit::Did { part: "fire".into(), today: day("2026-11-03") });
        let done = |text: &str| LessonMarks { done: text.into(), ..LessonMarks::default() };
        let known = Known {
            lessons: vec![
                ("verdighet".into(), done("2026-11-02")),
                ("gaver".into(), done("2026-11-05")),
                ("bilder".into(), done("")),
            ],
            signed: Some(day("2026-11-04")),
            ..Known::default()
        };
        let receipts = [
            Receipt { day: "2026-11-04".into(), version: "1".into(), ..Receipt::default() },
            Receipt::default(),
        ];
        let found = log(&[(path, marks)], &known, &receipts, day("2026-11-23"));
        let days: Vec<_> = found.iter().map(|entry| entry.on.to_string()).collect();
        assert_eq!(days, ["2026-11-05", "2026-11-04", "2026-11-03", "2026-11-02"]);
        assert_eq!(found.first().map(|entry| &entry.what), Some(&What::Lesson("gaver".into())));
        assert_eq!(found.last().and_then(|entry| entry.again), Some(day("2027-11-02")));
    }
}
