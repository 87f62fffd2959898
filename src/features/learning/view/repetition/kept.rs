//! What the memory is made of, read from the records and read again when they change.

use leptos::prelude::*;

use crate::content::lesson::Lesson;
use crate::ethics::{LessonId, SittingId};
use crate::features::learning::repetition::remembered::{items, memory};
use crate::features::learning::view::marks::Marks;
use crate::progress::memory::{Item, Memory, MemoryLog};
use crate::progress::{DrillMarks, LessonMarks};
use crate::services::Services;

/// What lies on the device beside what was done of the lessons.
#[derive(Debug, Clone, PartialEq)]
struct Records {
    drills: DrillMarks,
    sittings: Vec<(SittingId, MemoryLog)>,
}

/// What lies on the device, as soon as it has been read.
#[derive(Clone, Copy)]
pub(in crate::features::learning::view) struct Kept {
    marks: Marks,
    records: RwSignal<Option<Records>>,
}

/// What follows from it, with the lessons beside it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::features::learning::view) struct Known {
    /// The lessons without their words.
    pub(in crate::features::learning::view) lessons: Vec<Lesson>,
    /// What was done of them.
    pub(super) marks: Vec<(LessonId, LessonMarks)>,
    /// Everything that is remembered.
    pub(in crate::features::learning::view) items: Vec<Item>,
    /// All sittings in one.
    pub(in crate::features::learning::view) log: MemoryLog,
    pub(in crate::features::learning::view) memory: Memory,
}

impl Known {
    /// The memory after a sitting that has just been held.
    pub(super) fn after(&self, now: &MemoryLog) -> Memory {
        memory(&self.lessons, &self.marks, [&self.log, now])
    }
}

impl Kept {
    pub(in crate::features::learning::view) fn read(services: Services) -> Self {
        Self::beside(services, Marks::read(services))
    }

    /// The same, for a screen that follows what was done of the lessons too.
    pub(in crate::features::learning::view) fn beside(services: Services, marks: Marks) -> Self {
        // What cannot be read is left alone: the rest is remembered without it.
        let records = services.followed(async |services: Services| {
            let sittings = services.read_sittings().await.unwrap_or_default().here;
            let drills = services.marks_of_drills().await;
            Some(Records { drills, sittings })
        });
        Self { marks, records }
    }

    /// Whether it has been read; tracked.
    pub(in crate::features::learning::view) fn is_here(self) -> bool {
        self.marks.is_here() && self.records.with(Option::is_some)
    }

    /// Whether something was learnt or drilled, so that it can come again; tracked.
    pub(in crate::features::learning::view) fn is_used(self) -> bool {
        let is_drilled = |records: &Records| !records.drills.questions.is_empty();
        self.marks.with(|marks| marks.is_some_and(|marks| !marks.is_empty()))
            || self.records.with(|records| records.as_ref().is_some_and(is_drilled))
    }

    /// The sittings that lie here; tracked.
    pub(super) fn sittings(self) -> Vec<SittingId> {
        self.records.with(|records| {
            let sittings = records.iter().flat_map(|records| &records.sittings);
            sittings.map(|(id, _)| id.clone()).collect()
        })
    }

    /// What follows from it; none until it and the lessons are here. Tracked.
    pub(in crate::features::learning::view) fn known(self, services: Services) -> Option<Known> {
        let pack = services.lessons().ready().cloned()?;
        let lessons: Vec<Lesson> = pack.lessons.iter().map(|item| item.neutral.clone()).collect();
        let marks = self.marks.with(|marks| marks.map(<[_]>::to_vec))?;
        self.records.with(|records| {
            let Records { drills, sittings } = records.as_ref()?;
            let log = sittings.iter().fold(MemoryLog::default(), |all, (_, log)| all.joined(log));
            Some(Known {
                items: items(&lessons, &marks, drills),
                memory: memory(&lessons, &marks, [&log]),
                log,
                marks,
                lessons,
            })
        })
    }
}
