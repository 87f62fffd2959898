//! What the list is made of: read from the records, with the content beside it. Whoever has begun on nothing fetches
//! nothing for it.

use leptos::prelude::*;

use crate::content::path::PartKind;
use crate::content::{LearningPath, PathItem};
use crate::features::learning::due::half_year::{Met, offered};
use crate::features::learning::due::list::{Here, Waits, What, list};
use crate::features::learning::view::marks::Marks;
use crate::features::learning::view::{paths, repetition};
use crate::progress::{LessonTalk, PathMarks, Receipt};
use crate::services::Services;

/// What waits, as soon as everything has come that it is made of.
#[derive(Clone, Copy)]
pub(in crate::features::learning::view) struct Due {
    services: Services,
    found: Memo<Option<Vec<Waits>>>,
    /// What waits; nothing before that is known.
    pub(super) list: Memo<Vec<Waits>>,
}

/// Where it comes from.
#[derive(Clone, Copy)]
struct Sources {
    services: Services,
    paths: paths::Kept,
    memory: repetition::Kept,
    talks: RwSignal<Option<Vec<LessonTalk>>>,
}

impl Due {
    pub(in crate::features::learning::view) fn read(
        services: Services,
        marks: Marks,
        memory: repetition::Kept,
    ) -> Self {
        let sources = Sources {
            services,
            paths: paths::Kept::beside(services, marks),
            memory,
            talks: read_talks(services),
        };
        Effect::new(move |_| sources.fetch());
        let found = Memo::new(move |_| sources.list());
        let list = Memo::new(move |_| found.get().unwrap_or_default());
        Self { services, found, list }
    }

    /// Fetches what is needed to say what these are called, and nothing else.
    pub(super) fn fetch_names_of(self, shown: Memo<Vec<Waits>>) {
        let services = self.services;
        Effect::new(move |_| {
            let (scenarios, decks) =
                shown.with(|shown| (has(shown, PartKind::Scenario), has(shown, PartKind::Deck)));
            if scenarios {
                services.need_scenarios();
            }
            if decks {
                services.need_decks();
            }
        });
    }

    /// Everything that waits, with what it is called; whether all of that has come, or will not come, is tracked. A
    /// screen that shows it above something else waits for it: a row that moves away is pressed by mistake.
    pub(in crate::features::learning::view) fn is_here(self) -> Memo<bool> {
        self.fetch_names_of(self.list);
        let services = self.services;
        let has_names = move |all: &Vec<Waits>| {
            (!has(all, PartKind::Scenario) || !services.scenarios().is_on_its_way())
                && (!has(all, PartKind::Deck) || !services.decks().is_on_its_way())
        };
        // Once it is here it stays, also while the words of another language are on their way.
        Memo::new(move |before: Option<&bool>| {
            before == Some(&true) || self.found.with(|found| found.as_ref().is_some_and(has_names))
        })
    }
}

/// Whether a part of that kind is among these.
fn has(all: &[Waits], kind: PartKind) -> bool {
    all.iter().any(|one| matches!(&one.what, What::Part { part, .. } if part.kind == kind))
}

impl Sources {
    /// Asks for the content that the list is made of.
    fn fetch(self) {
        if self.paths.is_used() {
            self.services.need_paths();
        }
        if self.is_used() {
            self.services.need_lessons();
        }
    }

    /// Whether the one who is here has begun on something; tracked.
    fn is_used(self) -> bool {
        self.paths.is_used() || self.memory.is_used()
    }

    /// What waits; none until everything is here, so that the list comes in one piece. Tracked.
    fn list(self) -> Option<Vec<Waits>> {
        let services = self.services;
        let is_read = self.paths.is_here() && self.memory.is_here();
        let talks = self.talks.get().filter(|_| is_read)?;
        if !self.is_used() {
            return Some(Vec::new());
        }
        // What could not be fetched is left out: the rest waits all the same.
        let (paths, lessons) = (services.paths(), services.lessons());
        if (self.paths.is_used() && paths.is_on_its_way()) || lessons.is_on_its_way() {
            return None;
        }
        let today = services.today();
        let begun = self.begun(paths.ready().map(|pack| pack.paths.as_slice()).unwrap_or_default());
        let known = self.paths.known();
        let (portion, half_year) = match self.memory.known(services) {
            None => (0, None),
            Some(memory) => {
                let (log, lessons) = (&memory.log, &known.lessons);
                let met = Met { paths: &begun, lessons, log, talks: &talks };
                let portion = memory.memory.portion(&memory.items, today).len();
                (portion, offered(&memory.lessons, met, today))
            }
        };
        let standard = self.paths.standard();
        let receipts: Vec<Receipt> = self.paths.receipts().into_iter().map(|(_, receipt)| receipt).collect();
        let here = Here {
            paths: &begun,
            known: &known,
            standard: standard.as_ref(),
            receipts: &receipts,
            portion,
            half_year: half_year.as_ref(),
        };
        Some(list(here, today))
    }

    /// The paths that somebody is on.
    fn begun(self, all: &[PathItem]) -> Vec<(LearningPath, PathMarks)> {
        let with_marks = all.iter().map(|item| (item.neutral.clone(), self.paths.marks(&item.neutral.id)));
        with_marks.filter(|(_, marks)| marks.is_begun()).collect()
    }
}

fn read_talks(services: Services) -> RwSignal<Option<Vec<LessonTalk>>> {
    services.followed(async |services: Services| {
        // What cannot be read is left alone: the records guard it.
        let found = services.read_talks().await.unwrap_or_default().here;
        Some(found.into_iter().map(|(_, talk)| talk).collect())
    })
}
