//! What waits, from everything that the app knows of somebody. What belongs to a path has a day; nothing is called
//! late. Pure.

use super::half_year::Offered;
use crate::content::LearningPath;
use crate::content::path::PathPart;
use crate::ethics::PathId;
use crate::features::learning::paths::plan::{Known, Standing, day_of, standing};
use crate::features::learning::paths::standard::Shown;
use crate::i18n::Day;
use crate::progress::{PathMarks, Receipt};

/// How many months ahead the list looks. Refleks' own choice, after the half year of its reminders.
const AHEAD: u8 = 6;

/// How many days ahead Hjem looks, and how many rows it has for it.
const SOON: i64 = 7;
const ON_HOME: usize = 3;

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// What it is.
    pub what: What,
    /// Since when it waits, or by when it is to be done.
    pub on: Day,
}

/// What waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// So many things that come again today.
    Repetition(usize),
    /// A part of a path.
    Part {
        /// Which path.
        path: PathId,
        /// Which part.
        part: PathPart,
        /// The day when it was done before; none where it was not done yet.
        done: Option<Day>,
    },
    /// A version of the ethical standard that is newer than what somebody has said yes to.
    Standard {
        /// What it is called.
        title: String,
        /// Its version.
        version: String,
    },
    /// Lessons that nobody has opened or talked about for half a year.
    Lessons(Offered),
}

/// What the app knows of the one who is here.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The paths that they are on.
    pub paths: &'a [(LearningPath, PathMarks)],
    /// What the app has seen done.
    pub known: &'a Known,
    /// The standard that applies here.
    pub standard: Option<&'a Shown>,
    /// What they have said yes to.
    pub receipts: &'a [Receipt],
    /// How many things a «vaktskifte» has for them now.
    pub portion: usize,
    /// What half a year has gone by for.
    pub half_year: Option<&'a Offered>,
}

/// Everything that waits: what takes two minutes, what has a day in the order of the days, and what is only offered.
#[must_use]
pub fn list(here: Here<'_>, today: Day) -> Vec<Waits> {
    let mut dated: Vec<Waits> = Vec::new();
    let until = today.months_later(AHEAD);
    let new = here.standard.and_then(|shown| new_standard(shown, here.receipts, today));
    for (path, marks) in here.paths.iter().filter(|(_, marks)| marks.is_begun()) {
        // A new version has a row of its own: the day of the path was that of another one.
        let parts = path.items.iter().filter(|part| new.is_none() || part.id != LearningPath::STANDARD);
        let parts = parts.filter_map(|part| waits(&path.id, part, marks, here.known, today));
        for one in parts.filter(|one| one.on <= until) {
            add(&mut dated, one);
        }
    }
    dated.extend(new);
    dated.sort_by_key(|one| one.on);
    let portion = (here.portion > 0).then_some(Waits { what: What::Repetition(here.portion), on: today });
    let offered =
        here.half_year.map(|offered| Waits { what: What::Lessons(offered.clone()), on: offered.since });
    portion.into_iter().chain(dated).chain(offered).collect()
}

/// What Hjem has room for: what can be done now or within a week.
#[must_use]
pub fn soon(all: &[Waits], today: Day) -> Vec<Waits> {
    all.iter().filter(|one| one.on <= today.plus(SOON)).take(ON_HOME).cloned().collect()
}

fn waits(path: &PathId, part: &PathPart, marks: &PathMarks, known: &Known, today: Day) -> Option<Waits> {
    let (on, done) = match standing(part, marks, known, today) {
        Standing::By(_) | Standing::Now => (day_of(part, marks)?, None),
        Standing::Again { on, since } => (since, Some(on)),
        Standing::Done { on, again } => (again?, Some(on)),
        Standing::Offered | Standing::Spared => return None,
    };
    Some(Waits { what: What::Part { path: path.clone(), part: part.clone(), done }, on })
}

/// What stands in two paths is done once: by the first of its days.
fn add(all: &mut Vec<Waits>, one: Waits) {
    let name = one.name();
    match all.iter_mut().find(|other| other.name() == name) {
        Some(other) if one.on < other.on => *other = one,
        Some(_) => {}
        None => all.push(one),
    }
}

/// The standard, where somebody has said yes to another version and not to this one.
fn new_standard(shown: &Shown, receipts: &[Receipt], today: Day) -> Option<Waits> {
    let mut signed = receipts.iter().filter(|receipt| receipt.signed().is_some()).peekable();
    signed.peek()?;
    if signed.any(|receipt| receipt.is_of(&shown.id, &shown.version)) {
        return None;
    }
    let what = What::Standard { title: shown.title.clone(), version: shown.version.clone() };
    Some(Waits { what, on: Day::parse(&shown.date).unwrap_or(today) })
}

impl Waits {
    /// A name that stays the same for as long as it is the same thing, on every device: a calendar knows it by that,
    /// and so does whoever looks for it twice. It says nothing of whose it is.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.what {
            What::Repetition(_) => "repetition".to_owned(),
            What::Standard { .. } => LearningPath::STANDARD.to_owned(),
            What::Lessons(offered) => format!("half-year.{}", offered.lesson),
            What::Part { part, .. } if part.id == LearningPath::STANDARD => part.id.clone(),
            What::Part { path, part, .. } => match &part.of {
                Some(of) => format!("{}.{of}", part.kind.name()),
                None => format!("{path}.{}", part.id),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Metadata;
    use crate::content::path::PartKind;
    use crate::content::standard::SignWords;
    use crate::i18n::Language;
    use crate::progress::{LessonMarks, PathEdit};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn part(id: &str, of: Option<&str>, due_days: u16, renew_months: Option<u8>) -> PathPart {
        PathPart {
            id: id.into(),
            kind: if of.is_some() { PartKind::Lesson } else { PartKind::Reading },
            of: of.map(str::to_owned),
            due_days,
            mandatory: true,
            renew_months,
            catch_up: true,
        }
    }

    fn path(id: &str, first: &str, items: Vec<PathPart>) -> (LearningPath, PathMarks) {
        let metadata =
            Metadata { sources: Vec::new(), last_checked: String::new(), needs_review: Vec::new() };
        let mut marks = PathMarks::default();
        marks.apply(PathEdit::Start { first: first.into(), today: day(first) });
        (LearningPath { id: id.into(), professions: Vec::new(), items, metadata }, marks)
    }

    fn did(part: &str, on: &str) -> PathEdit {
        PathEdit::Did { part: part.into(), today: day(on) }
    }

    fn standard(version: &str, date: &str) -> Shown {
        Shown {
            id: "own".into(),
            language: Language::Nb,
            title: "Slik vil vi være".into(),
            sample: String::new(),
            intro: String::new(),
            version: version.into(),
            date: date.into(),
            sections: Vec::new(),
            questions: Vec::new(),
            sign: SignWords::default(),
        }
    }

    const NOTHING: Here<'static> = Here {
        paths: &[],
        known: &Known { lessons: Vec::new(), runs: Vec::new(), signed: None },
        standard: None,
        receipts: &[],
        portion: 0,
        half_year: None,
    };

    /// The list as names with their days.
    fn told(here: Here<'_>, today: &str) -> Vec<(String, String)> {
        list(here, day(today)).iter().map(|one| (one.name(), one.on.to_string())).collect()
    }

    fn row(name: &str, on: &str) -> (String, String) {
        (name.to_owned(), on.to_owned())
    }

    #[test]
    fn where_nothing_waits_there_is_no_list() {
        assert_eq!(told(NOTHING, "2026-11-23"), []);
        let (path, _) = path("p", "2026-11-23", vec![part("fire", None, 3, None)]);
        let not_begun = [(path, PathMarks::default())];
        assert_eq!(told(Here { paths: &not_begun, ..NOTHING }, "2026-11-23"), []);
    }

    #[test]
    fn a_part_keeps_its_day_over_the_new_year_a_leap_day_and_after_it_has_gone_by() {
        for (first, due_days, today, on) in [
            ("2026-12-29", 7, "2026-12-30", "2027-01-05"),
            ("2026-12-29", 7, "2027-01-05", "2027-01-05"),
            ("2026-12-29", 7, "2027-01-06", "2027-01-05"),
            ("2028-02-26", 3, "2028-02-26", "2028-02-29"),
            ("2027-02-26", 3, "2027-02-26", "2027-03-01"),
            ("2028-02-29", 30, "2029-01-01", "2028-03-30"),
        ] {
            let paths = [path("p", first, vec![part("fire", None, due_days, None)])];
            assert_eq!(told(Here { paths: &paths, ..NOTHING }, today), [row("p.fire", on)], "{first}");
        }
    }

    #[test]
    fn what_fades_is_listed_from_half_a_year_before_its_day() {
        let mut paths = [path("p", "2026-02-01", vec![part("fire", None, 3, Some(24))])];
        paths[0].1.apply(did("fire", "2026-02-28"));
        for (today, is_listed) in [
            ("2026-02-28", false),
            ("2027-08-27", false),
            ("2027-08-28", true),
            ("2028-02-28", true),
            ("2028-02-29", true),
        ] {
            let here = Here { paths: &paths, ..NOTHING };
            let expected = if is_listed { vec![row("p.fire", "2028-02-28")] } else { Vec::new() };
            assert_eq!(told(here, today), expected, "{today}");
            for one in list(here, day(today)) {
                assert!(matches!(one.what, What::Part { done: Some(done), .. } if done == day("2026-02-28")));
            }
        }
    }

    #[test]
    fn what_was_done_for_good_and_what_is_only_offered_do_not_wait() {
        let mut offered = part("tea", None, 3, None);
        offered.mandatory = false;
        let mut paths = [path("p", "2026-11-01", vec![part("fire", None, 3, None), offered])];
        paths[0].1.apply(did("fire", "2026-11-02"));
        assert_eq!(told(Here { paths: &paths, ..NOTHING }, "2026-11-23"), []);
    }

    #[test]
    fn a_lesson_of_two_paths_stands_once_with_the_first_of_its_days_and_a_text_of_each() {
        let items = |days| vec![part("a", Some("tvang"), days, None), part("fire", None, days, None)];
        let paths = [path("p", "2026-11-01", items(20)), path("q", "2026-11-01", items(10))];
        assert_eq!(
            told(Here { paths: &paths, ..NOTHING }, "2026-11-05"),
            [row("lesson.tvang", "2026-11-11"), row("q.fire", "2026-11-11"), row("p.fire", "2026-11-21")]
        );
        let marks = LessonMarks { done: "2026-11-04".into(), ..LessonMarks::default() };
        let known = Known { lessons: vec![("tvang".into(), marks)], ..Known::default() };
        let after = told(Here { paths: &paths, known: &known, ..NOTHING }, "2026-11-05");
        assert_eq!(after, [row("q.fire", "2026-11-11"), row("p.fire", "2026-11-21")]);
    }

    #[test]
    fn a_new_version_of_the_standard_waits_once_and_only_for_those_who_said_yes_to_another() {
        let receipt = |version: &str, day: &str| Receipt {
            standard: "own".into(),
            version: version.into(),
            day: day.into(),
            ..Receipt::default()
        };
        let now = standard("2", "2026-12-01");
        let paths = [path("p", "2026-11-01", vec![part(LearningPath::STANDARD, None, 7, None)])];
        let here = Here { paths: &paths, standard: Some(&now), ..NOTHING };
        let of_path = vec![row("standard", "2026-11-08")];
        let of_version = vec![row("standard", "2026-12-01")];
        for (receipts, expected) in [
            (vec![], of_path.clone()),
            (vec![receipt("1", "")], of_path),
            (vec![receipt("1", "2026-11-05")], of_version.clone()),
            (vec![receipt("1", "2026-11-05"), receipt("2", "")], of_version),
        ] {
            assert_eq!(told(Here { receipts: &receipts, ..here }, "2026-12-02"), expected, "{receipts:?}");
        }
        let signed = [receipt("1", "2026-11-05"), receipt("2", "2026-12-02")];
        let known = Known { signed: Some(day("2026-12-02")), ..Known::default() };
        assert_eq!(told(Here { receipts: &signed, known: &known, ..here }, "2026-12-02"), []);
    }

    #[test]
    fn two_minutes_come_first_then_what_has_a_day_and_last_what_is_offered_again() {
        let items = vec![part("late", None, 90, None), part("early", None, 3, None)];
        let paths = [path("p", "2026-11-01", items)];
        let offered = Offered { lesson: "gaver".into(), since: day("2026-10-01"), others: 0 };
        let here = Here { paths: &paths, portion: 6, half_year: Some(&offered), ..NOTHING };
        assert_eq!(
            told(here, "2026-11-23"),
            [
                row("repetition", "2026-11-23"),
                row("p.early", "2026-11-04"),
                row("p.late", "2027-01-30"),
                row("half-year.gaver", "2026-10-01"),
            ]
        );
    }

    #[test]
    fn hjem_has_three_rows_at_the_most_and_looks_a_week_ahead() {
        let items = |days: [u16; 4]| {
            let ids = ["a", "b", "c", "d"];
            ids.into_iter().zip(days).map(|(id, days)| part(id, None, days, None)).collect::<Vec<_>>()
        };
        for (days, rows) in [
            ([0, 1, 2, 3], vec!["p.a", "p.b", "p.c"]),
            ([5, 7, 8, 9], vec!["p.a", "p.b"]),
            ([8, 9, 10, 11], vec![]),
        ] {
            let paths = [path("p", "2026-12-28", items(days))];
            let all = list(Here { paths: &paths, ..NOTHING }, day("2026-12-28"));
            let names: Vec<String> = soon(&all, day("2026-12-28")).iter().map(Waits::name).collect();
            assert_eq!(names, rows, "{days:?}");
        }
    }
}
