//! What the memory is made of, read from the records and read again when they change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::content::lesson::Lesson;
use crate::ethics::{LessonId, SittingId};
use crate::features::learning::repetition::remembered::{items, memory};
use crate::platform::locks::WriterState;
use crate::progress::memory::{Item, Memory, MemoryLog};
use crate::progress::{DrillMarks, LessonMarks};
use crate::services::Services;

/// What lies on the device.
#[derive(Debug, Clone, PartialEq)]
struct Records {
    lessons: Vec<(LessonId, LessonMarks)>,
    drills: DrillMarks,
    sittings: Vec<(SittingId, MemoryLog)>,
}

/// What lies on the device, as soon as it has been read.
#[derive(Clone, Copy)]
pub(super) struct Kept(RwSignal<Option<Records>>);

/// What follows from it, with the lessons beside it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Known {
    /// The lessons without their words.
    pub(super) lessons: Vec<Lesson>,
    /// What was done of them.
    pub(super) marks: Vec<(LessonId, LessonMarks)>,
    /// Everything that is remembered.
    pub(super) items: Vec<Item>,
    /// All sittings in one.
    pub(super) log: MemoryLog,
    pub(super) memory: Memory,
}

impl Known {
    /// The memory after a sitting that has just been held.
    pub(super) fn after(&self, now: &MemoryLog) -> Memory {
        memory(&self.lessons, &self.marks, [&self.log, now])
    }
}

impl Kept {
    pub(super) fn read(services: Services) -> Self {
        let value = RwSignal::new(None);
        Effect::new(move |_| {
            services.follow_changes();
            if services.writer() == WriterState::Waiting {
                return;
            }
            spawn_local(async move {
                // What cannot be read is left alone: the rest is remembered without it.
                let lessons = services.read_lesson_marks().await.unwrap_or_default().here;
                let sittings = services.read_sittings().await.unwrap_or_default().here;
                let drills = services.marks_of_drills().await;
                // The screen may be gone by now.
                let _ = value.try_set(Some(Records { lessons, drills, sittings }));
            });
        });
        Self(value)
    }

    /// The sittings that lie here; tracked.
    pub(super) fn sittings(self) -> Vec<SittingId> {
        self.0.with(|records| {
            let sittings = records.iter().flat_map(|records| &records.sittings);
            sittings.map(|(id, _)| id.clone()).collect()
        })
    }

    /// What follows from it; none until it and the lessons are here. Tracked.
    pub(super) fn known(self, services: Services) -> Option<Known> {
        let pack = services.lessons().ready().cloned()?;
        let lessons: Vec<Lesson> = pack.lessons.iter().map(|item| item.neutral.clone()).collect();
        self.0.with(|records| {
            let Records { lessons: marks, drills, sittings } = records.as_ref()?;
            let log = sittings.iter().fold(MemoryLog::default(), |all, (_, log)| all.joined(log));
            Some(Known {
                items: items(&lessons, marks, drills),
                memory: memory(&lessons, marks, [&log]),
                log,
                marks: marks.clone(),
                lessons,
            })
        })
    }
}
