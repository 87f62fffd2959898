//! What lies on the device of paths, receipts and the standard: read, read again when it changes elsewhere, and
//! kept at every deed.

use leptos::prelude::*;

use super::names::{names_are_on_their_way, need_names};
use crate::ethics::{LessonId, PathId, ReceiptId, StandardId};
use crate::features::learning::paths::plan::Known;
use crate::features::learning::paths::standard::{Shown, shown};
use crate::features::learning::view::marks::Marks;
use crate::progress::{LessonMarks, OwnStandard, PathEdit, PathMarks, Receipt, Run, signed_on};
use crate::services::{Edits, Services};
use crate::storage::{Loaded, StorageError};

/// What lies on the device beside what was done of the lessons.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Records {
    runs: Vec<Run>,
    paths: Vec<(PathId, PathMarks)>,
    receipts: Vec<(ReceiptId, Receipt)>,
    own: OwnStandard,
}

/// What lies on the device, as soon as it has been read.
#[derive(Clone, Copy)]
pub(in crate::features::learning::view) struct Kept {
    services: Services,
    marks: Marks,
    records: RwSignal<Option<Records>>,
    /// The standard that applies here.
    standard: Memo<Option<Shown>>,
    /// What the app has seen done.
    known: Memo<Known>,
    edits: Edits,
}

impl Kept {
    pub(in crate::features::learning::view) fn read(services: Services) -> Self {
        Self::beside(services, Marks::read(services))
    }

    /// The same, for a screen that follows what was done of the lessons too.
    pub(in crate::features::learning::view) fn beside(services: Services, marks: Marks) -> Self {
        let records = RwSignal::new(None::<Records>);
        let standard = Memo::new(move |_| {
            let paths = services.paths();
            let pack = paths.ready()?;
            records.with(|records| shown(pack, &records.as_ref()?.own))
        });
        let known = Memo::new(move |_| {
            let of = |shown: &Shown| (shown.id.clone(), shown.version.clone());
            let now = standard.with(|shown| shown.as_ref().map(of));
            let lessons = marks.with(|marks| marks.map(<[_]>::to_vec)).unwrap_or_default();
            records.with(|records| {
                records.as_ref().map(|records| records.known(lessons, now)).unwrap_or_default()
            })
        });
        let kept = Self { services, marks, records, standard, known, edits: Edits::new() };
        services.followed_beside(kept.edits, Records::read, move |found| kept.records.set(Some(found)));
        kept
    }

    /// Whether it has been read; tracked.
    pub(in crate::features::learning::view) fn is_here(self) -> bool {
        self.marks.is_here() && self.records.with(Option::is_some)
    }

    /// Asks for all that parts of a path can name, and tells whether that and the records have come, or will not: a
    /// screen that waits for it stands still from then on.
    pub(super) fn with_names(self) -> Memo<bool> {
        let services = self.services;
        need_names(services);
        // Once it is here it stays, also while the words of another language are on their way.
        Memo::new(move |before: Option<&bool>| {
            before == Some(&true) || (self.is_here() && !names_are_on_their_way(services))
        })
    }

    /// Whether somebody is on a path or has begun to sign the standard; tracked.
    pub(in crate::features::learning::view) fn is_used(self) -> bool {
        self.with(|records| !records.paths.is_empty() || !records.receipts.is_empty())
    }

    /// Looks at what lies here; the default before it is read. Tracked.
    fn with<A: Default>(self, look: impl FnOnce(&Records) -> A) -> A {
        self.records.with(|records| records.as_ref().map(look).unwrap_or_default())
    }

    /// What was marked in a path; nothing where nobody is on it. Tracked.
    pub(in crate::features::learning::view) fn marks(self, id: &PathId) -> PathMarks {
        let find = |records: &Records| {
            records.paths.iter().find(|(one, _)| one == id).map(|(_, marks)| marks.clone())
        };
        self.with(find).unwrap_or_default()
    }

    /// What the app has seen done; tracked.
    pub(in crate::features::learning::view) fn known(self) -> Known {
        self.known.get()
    }

    /// The standard that applies here, as soon as it has come; tracked.
    pub(in crate::features::learning::view) fn standard(self) -> Option<Shown> {
        self.standard.get()
    }

    /// Every receipt; tracked.
    pub(in crate::features::learning::view) fn receipts(self) -> Vec<(ReceiptId, Receipt)> {
        self.with(|records| records.receipts.clone())
    }

    /// Changes what lies here, and gives what is to be kept of it.
    fn change<A>(self, change: impl FnOnce(&mut Records) -> A) -> Option<A> {
        self.edits.count();
        self.records.try_update(|records| records.as_mut().map(change)).flatten()
    }

    /// Does something to a path.
    pub(super) fn edit_path(self, id: &PathId, edit: PathEdit) {
        let changed = self.change(|records| {
            let place = records.paths.iter().position(|(one, _)| one == id);
            let mut marks = place.map(|place| records.paths.swap_remove(place).1).unwrap_or_default();
            marks.apply(edit);
            records.paths.push((id.clone(), marks.clone()));
            marks
        });
        if let Some(marks) = changed {
            self.services.keep_path_marks(id, &marks);
        }
    }

    /// Leaves a path.
    pub(super) fn leave_path(self, id: &PathId) {
        if self.change(|records| records.paths.retain(|(one, _)| one != id)).is_some() {
            self.services.forget_path_marks(id);
        }
    }

    /// Does something to a receipt, which is made where there is none of this id.
    pub(super) fn edit_receipt(self, id: &ReceiptId, edit: impl FnOnce(&mut Receipt)) {
        let changed = self.change(|records| {
            let place = records.receipts.iter().position(|(one, _)| one == id);
            let mut receipt = place.map(|place| records.receipts.swap_remove(place).1).unwrap_or_default();
            edit(&mut receipt);
            records.receipts.push((id.clone(), receipt.clone()));
            receipt
        });
        if let Some(receipt) = changed {
            self.services.keep_receipt(id, &receipt);
        }
    }
}

impl Records {
    /// What the app has seen done, with the standard as it is now by its id and version.
    fn known(&self, lessons: Vec<(LessonId, LessonMarks)>, now: Option<(StandardId, String)>) -> Known {
        let receipts = || self.receipts.iter().map(|(_, receipt)| receipt);
        Known {
            lessons,
            runs: self.runs.clone(),
            signed: now.and_then(|(id, version)| signed_on(receipts(), &id, &version)),
        }
    }

    // What cannot be read is left alone: the records guard it, and the rest can be shown without it.
    async fn read(services: Services) -> Self {
        Self {
            runs: services.read_own_runs().await.unwrap_or_default(),
            paths: services.read_path_marks().await.unwrap_or_default().here,
            receipts: services.read_receipts().await.unwrap_or_default().here,
            own: readable(services.own_standard().await),
        }
    }
}

/// What was found, or nothing where it cannot be read: the records guard it.
pub(super) fn readable<T: Default>(found: Result<Loaded<T>, StorageError>) -> T {
    found.ok().and_then(Loaded::ready).unwrap_or_default()
}
