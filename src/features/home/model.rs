//! What Hjem knows, and what it shows of it. Days and times come in; nothing here reads a clock.

use std::collections::BTreeSet;

use crate::ethics::{LessonId, SessionId};
use crate::i18n::{Day, Language};
use crate::order::ordered;
use crate::progress::{Agreement, EntryState, LessonMarks, Outcome, SessionEntry, to_be_asked};
use crate::route::Route;
use crate::storage::expiry::ASK_AFTER_DAYS;
use crate::storage::progress::lesson_of;
use crate::storage::{Listed, Loaded, RecordId, StorageError};

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Whether the records are here.
    pub reading: Reading,
    /// Every session that is known, newest first.
    pub entries: Vec<SessionEntry>,
    /// Every agreement that is known.
    pub agreements: Vec<Agreement>,
    /// The lessons that were begun and not taken to their end, newest first.
    pub lessons: Vec<LessonId>,
    /// What lies here and could not be read.
    pub unread: Vec<Unread>,
    /// The day that the records were read.
    pub today: Day,
    /// The kind of situation that is chosen on the start card.
    pub situation: Situation,
    /// The session that somebody is asked once more about before it is forgotten.
    pub asked: Option<SessionId>,
    /// The record that could not be read and may be deleted: somebody is asked once more.
    pub discarding: Option<RecordId>,
    /// Sessions that were forgotten here, also while the store is still being told.
    pub forgotten: BTreeSet<SessionId>,
    /// A session is being forgotten, and nobody has been told yet that it is gone.
    pub forgetting: bool,
    /// The agreement that was answered on this visit: its card stays and shows the answer.
    pub answered: Option<SessionId>,
}

/// Whether the records are here.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Not yet.
    Waiting,
    /// They are.
    Done,
    /// The store did not answer.
    Failed(StorageError),
}

/// What kind of situation a reflection starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Situation {
    /// «Noe vanskelig».
    #[default]
    Difficult,
    /// «Noe uvanlig».
    Unusual,
    /// «Noe gledelig».
    Joyful,
}

impl Situation {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Difficult, Self::Unusual, Self::Joyful];

    /// The address that starts such a reflection.
    #[must_use]
    pub fn route(self) -> Route {
        let [difficult, unusual, joyful] = Route::SITUATIONS;
        let word = match self {
            Self::Difficult => difficult,
            Self::Unusual => unusual,
            Self::Joyful => joyful,
        };
        Route::StartOwn(word.to_owned())
    }
}

/// What lies on the device and could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its record.
    pub id: RecordId,
    /// It was made by a newer version; otherwise it is damaged.
    pub newer: bool,
}

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The entries.
    pub entries: Vec<Listed<SessionEntry>>,
    /// The agreements.
    pub agreements: Vec<Listed<Agreement>>,
    /// What was done of the lessons.
    pub lessons: Vec<Listed<LessonMarks>>,
    /// The day that they were read.
    pub today: Day,
}

/// How long ago something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Today.
    Today,
    /// Yesterday.
    Yesterday,
    /// So many days ago.
    Days(usize),
}

impl Age {
    /// The age, on a day, of what was done on another. A clock that was set back makes it today.
    #[must_use]
    pub fn of(then: Day, today: Day) -> Self {
        match usize::try_from(then.days_until(today)) {
            Err(_) | Ok(0) => Self::Today,
            Ok(1) => Self::Yesterday,
            Ok(days) => Self::Days(days),
        }
    }

    /// Whether somebody is asked if it shall be kept.
    #[must_use]
    pub fn is_old(self) -> bool {
        matches!(self, Self::Days(days) if days as u64 >= ASK_AFTER_DAYS)
    }
}

/// A session that is not finished, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Which one.
    pub session: SessionId,
    /// Its title; empty when nothing is written yet.
    pub title: String,
    /// The language that the title is written in.
    pub language: Language,
    /// The step that it was left at, from one.
    pub at: u16,
    /// How many steps there are.
    pub of: u16,
    /// When it was left.
    pub age: Age,
}

/// The part of the day, for the greeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// 5–9.
    Morning,
    /// 10–12.
    Day,
    /// 13–17.
    Afternoon,
    /// 18–22.
    Evening,
    /// 23–4.
    Night,
}

impl Hour {
    /// The part of the day of an hour, 0–23.
    #[must_use]
    pub fn of(hour: u32) -> Self {
        match hour {
            5..=9 => Self::Morning,
            10..=12 => Self::Day,
            13..=17 => Self::Afternoon,
            18..=22 => Self::Evening,
            _ => Self::Night,
        }
    }
}

impl Model {
    /// The page before anything is read.
    #[must_use]
    pub fn new(today: Day) -> Self {
        Self {
            reading: Reading::Waiting,
            entries: Vec::new(),
            agreements: Vec::new(),
            lessons: Vec::new(),
            unread: Vec::new(),
            today,
            situation: Situation::default(),
            asked: None,
            discarding: None,
            forgotten: BTreeSet::new(),
            forgetting: false,
            answered: None,
        }
    }

    /// Takes in what was read. What is past its day is left out: it is on its way out of the store.
    pub(super) fn take_in(&mut self, found: Found) {
        self.today = found.today;
        self.unread.clear();
        let entries = sorted_out(found.entries, &mut self.unread);
        self.entries = ordered(entries, |one, other| other.changed_ms.cmp(&one.changed_ms));
        self.agreements = sorted_out(found.agreements, &mut self.unread);
        self.lessons = begun(found.lessons);
        let today = self.today;
        let past = |entry: &SessionEntry| entry.until().and_then(Day::parse).is_some_and(|day| day < today);
        let mut gone = BTreeSet::new();
        gone.extend(self.entries.iter().filter(|entry| past(entry)).map(|entry| entry.session.clone()));
        self.entries.retain(|entry| !gone.contains(&entry.session));
        // What is being written after a simulation may say nothing yet.
        self.agreements.retain(|agreement| agreement.is_said() && !gone.contains(&agreement.session));
        self.reading = Reading::Done;
    }

    /// What is not finished, newest first. `day_of` gives the day of a moment where the device is.
    #[must_use]
    pub fn unfinished(&self, day_of: impl Fn(u64) -> Day) -> Vec<Unfinished> {
        let rows = self.entries.iter().filter_map(|entry| match entry.state {
            EntryState::Open { at, of } if !self.forgotten.contains(&entry.session) => Some(Unfinished {
                session: entry.session.clone(),
                title: entry.title.clone(),
                language: entry.language,
                at,
                of,
                age: Age::of(day_of(entry.changed_ms), self.today),
            }),
            EntryState::Open { .. } | EntryState::Whole { .. } | EntryState::Summary => None,
        });
        rows.collect()
    }

    /// «Sist sa vi at …»: what was answered on this visit; otherwise what is due, the longest waiting
    /// first; otherwise what was agreed last. Never what somebody has already said how went.
    #[must_use]
    pub fn last_agreed(&self) -> Option<&Agreement> {
        if let Some(answered) = &self.answered {
            return self.agreement(answered);
        }
        let here = self.agreements.iter().filter(|agreement| !self.forgotten.contains(&agreement.session));
        to_be_asked(here, self.today).into_iter().next()
    }

    /// «Dette er avtalt»: the other agreements that are not done, by date; those without a date last.
    #[must_use]
    pub fn coming(&self) -> Vec<Agreement> {
        let shown = self.last_agreed().map(|agreement| agreement.session.clone());
        let waits = |agreement: &&Agreement| match agreement.outcome {
            None | Some(Outcome::NotYet) => {
                Some(&agreement.session) != shown.as_ref() && !self.forgotten.contains(&agreement.session)
            }
            Some(Outcome::Done | Outcome::Partly) => false,
        };
        let coming = self.agreements.iter().filter(waits).cloned().collect();
        ordered(coming, |a: &Agreement, b| {
            (a.date.is_empty(), &a.date, a.made_ms).cmp(&(b.date.is_empty(), &b.date, b.made_ms))
        })
    }

    /// An agreement, by its session.
    #[must_use]
    pub fn agreement(&self, session: &SessionId) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.session == *session)
    }
}

fn sorted_out<T>(listed: Vec<Listed<T>>, unread: &mut Vec<Unread>) -> Vec<T> {
    let mut ready = Vec::new();
    for one in listed {
        match one.value {
            Loaded::Ready(value) => ready.push(value),
            Loaded::Newer(_) => unread.push(Unread { id: one.id, newer: true }),
            Loaded::Damaged(_) => unread.push(Unread { id: one.id, newer: false }),
            Loaded::Empty => {}
        }
    }
    ready
}

/// What cannot be read is left to Læring: a lesson can be taken without it.
fn begun(lessons: Vec<Listed<LessonMarks>>) -> Vec<LessonId> {
    let is_begun = |one: &Listed<LessonMarks>| match &one.value {
        Loaded::Ready(marks) => marks.done.is_empty(),
        Loaded::Empty | Loaded::Newer(_) | Loaded::Damaged(_) => false,
    };
    let begun = lessons.into_iter().filter(is_begun).collect();
    let newest_first =
        ordered(begun, |one: &Listed<LessonMarks>, other| other.updated_ms.cmp(&one.updated_ms));
    newest_first.iter().filter_map(|one| lesson_of(&one.owner, &one.id)).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::progress::{MadeIn, Traits};
    use crate::storage::Owner;

    const DAY_MS: u64 = 86_400_000;

    pub(in super::super) fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    pub(in super::super) fn listed<T>(id: &str, value: Loaded<T>) -> Listed<T> {
        Listed { id: id.into(), owner: Owner::Device, updated_ms: 0, value }
    }

    pub(in super::super) fn entry(id: &str, changed_day: u64, state: EntryState) -> SessionEntry {
        SessionEntry {
            session: id.into(),
            title: format!("Tittel {id}"),
            question: String::new(),
            language: Language::Nb,
            started_ms: 0,
            changed_ms: changed_day * DAY_MS,
            state,
            values: Vec::new(),
            case: None,
            traits: Traits::default(),
            search: String::new(),
        }
    }

    pub(in super::super) fn agreement(
        id: &str,
        date: &str,
        made_ms: u64,
        outcome: Option<Outcome>,
    ) -> Agreement {
        Agreement {
            session: id.into(),
            made_in: MadeIn::Reflection,
            what: format!("vi prøver {id}"),
            role: "nattevakt".into(),
            date: date.into(),
            made_ms,
            by_group: false,
            outcome,
            helped: None,
            surprise: String::new(),
        }
    }

    pub(in super::super) fn model(entries: Vec<SessionEntry>, agreements: Vec<Agreement>) -> Model {
        let mut model = Model::new(day("2026-11-21"));
        model.take_in(Found {
            entries: entries.into_iter().map(|e| listed("e", Loaded::Ready(e))).collect(),
            agreements: agreements.into_iter().map(|a| listed("a", Loaded::Ready(a))).collect(),
            lessons: Vec::new(),
            today: day("2026-11-21"),
        });
        model
    }

    fn open(at: u16) -> EntryState {
        EntryState::Open { at, of: 6 }
    }

    fn day_of(ms: u64) -> Day {
        Day::of_moment(ms, 0)
    }

    #[test]
    fn what_is_not_finished_comes_newest_first_with_its_age_and_the_rest_is_left_out() {
        let today = u64::try_from(day("2026-11-21").number()).unwrap();
        let model = model(
            vec![
                entry("old", today - 14, open(2)),
                entry("new", today, open(3)),
                entry("kept", today, EntryState::Summary),
                entry("yesterday", today - 1, open(1)),
            ],
            Vec::new(),
        );
        let rows: Vec<_> =
            model.unfinished(day_of).into_iter().map(|u| (u.session.to_string(), u.age)).collect();
        let expected = [("new", Age::Today), ("yesterday", Age::Yesterday), ("old", Age::Days(14))];
        assert_eq!(rows, expected.map(|(id, age)| (id.to_owned(), age)));
    }

    #[test]
    fn only_what_was_left_fourteen_days_ago_or_more_is_asked_about() {
        for (age, old) in
            [(Age::Today, false), (Age::Yesterday, false), (Age::Days(13), false), (Age::Days(14), true)]
        {
            assert_eq!(age.is_old(), old, "{age:?}");
        }
        assert_eq!(Age::of(day("2026-11-22"), day("2026-11-21")), Age::Today, "a clock that was set back");
    }

    #[test]
    fn what_is_past_its_day_is_never_shown_nor_what_was_agreed_in_it() {
        let until = |day: &str| EntryState::Whole { until: day.into() };
        let model = model(
            vec![entry("past", 1, until("2026-11-20")), entry("today", 1, until("2026-11-21"))],
            vec![agreement("past", "", 2, None), agreement("today", "", 1, None)],
        );
        let shown: Vec<_> = model.entries.iter().map(|entry| entry.session.to_string()).collect();
        assert_eq!(shown, ["today"]);
        assert_eq!(model.last_agreed().map(|a| a.session.to_string()).as_deref(), Some("today"));
    }

    #[test]
    fn what_is_due_comes_before_what_is_new_and_the_longest_waiting_first() {
        let all = || {
            vec![
                agreement("newest", "2026-12-24", 9, None),
                agreement("due", "2026-11-21", 3, None),
                agreement("overdue", "2026-11-01", 2, None),
                agreement("done", "2026-10-01", 8, Some(Outcome::Done)),
            ]
        };
        let first = |agreements| model(Vec::new(), agreements).last_agreed().map(|a| a.session.to_string());
        assert_eq!(first(all()).as_deref(), Some("overdue"));
        let not_due = all().into_iter().filter(|a| a.date.as_str() > "2026-11-21").collect();
        assert_eq!(first(not_due).as_deref(), Some("newest"));
        assert_eq!(first(vec![agreement("done", "", 1, Some(Outcome::Partly))]), None);
    }

    #[test]
    fn what_is_agreed_after_a_simulation_is_asked_about_too_once_it_says_something() {
        let after = |what: &str| Agreement {
            made_in: MadeIn::Simulation,
            what: what.into(),
            ..agreement("run", "2026-11-20", 5, None)
        };
        let asked = |what| model(Vec::new(), vec![after(what)]).last_agreed().and_then(Agreement::run);
        assert_eq!(asked("Telle pusten i 60 sekunder"), Some("run".into()));
        assert_eq!(asked(" "), None);
    }

    #[test]
    fn what_comes_is_in_the_order_of_the_days_with_what_has_none_last() {
        let model = model(
            Vec::new(),
            vec![
                agreement("b", "2026-12-01", 1, None),
                agreement("none", "", 2, None),
                agreement("not-yet", "2026-11-25", 3, Some(Outcome::NotYet)),
                agreement("shown", "2026-11-20", 4, None),
                agreement("done", "2026-11-26", 5, Some(Outcome::Done)),
            ],
        );
        let coming: Vec<_> = model.coming().into_iter().map(|a| a.session.to_string()).collect();
        assert_eq!(coming, ["not-yet", "b", "none"]);
    }

    #[test]
    fn what_could_not_be_read_is_told_and_hides_nothing_else() {
        let mut model = Model::new(day("2026-11-21"));
        model.take_in(Found {
            entries: vec![
                listed("entry-a", Loaded::Newer(7)),
                listed("entry-b", Loaded::Ready(entry("b", 1, open(1)))),
                listed("entry-c", Loaded::Damaged("no JSON".into())),
            ],
            agreements: Vec::new(),
            lessons: Vec::new(),
            today: day("2026-11-21"),
        });
        assert_eq!(model.entries.len(), 1);
        let told: Vec<_> = model.unread.iter().map(|u| (u.id.as_str(), u.newer)).collect();
        assert_eq!(told, [("entry-a", true), ("entry-c", false)]);
    }

    #[test]
    fn a_lesson_under_way_is_shown_newest_first_until_it_is_done() {
        let marks = |done: &str| LessonMarks { at: "a".into(), done: done.into(), ..LessonMarks::default() };
        let kept = |id: &str, updated_ms, value| Listed { updated_ms, ..listed(id, value) };
        let mut model = Model::new(day("2026-11-21"));
        model.take_in(Found {
            entries: Vec::new(),
            agreements: Vec::new(),
            lessons: vec![
                kept("lesson-older", 1, Loaded::Ready(marks(""))),
                kept("lesson-done", 9, Loaded::Ready(marks("2026-11-20"))),
                kept("lesson-spoilt", 8, Loaded::Damaged("no JSON".into())),
                kept("lesson-newest", 2, Loaded::Ready(marks(""))),
            ],
            today: day("2026-11-21"),
        });
        assert_eq!(model.lessons, ["newest", "older"].map(LessonId::from));
        assert_eq!(model.unread, []);
    }

    #[test]
    fn the_greeting_follows_the_clock() {
        for (hour, part) in [
            (0, Hour::Night),
            (4, Hour::Night),
            (5, Hour::Morning),
            (10, Hour::Day),
            (13, Hour::Afternoon),
            (18, Hour::Evening),
            (23, Hour::Night),
        ] {
            assert_eq!(Hour::of(hour), part, "{hour}");
        }
    }

    #[test]
    fn every_situation_has_an_address_that_leads_somewhere() {
        for situation in Situation::ALL {
            let route = situation.route();
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}
