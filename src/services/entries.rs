//! The entries of the device, for lists: read once, and kept until a record changes here or in another window.

use std::sync::Arc;

use super::Services;
use crate::i18n::Day;
use crate::order::ordered;
use crate::progress::SessionEntry;

/// Entries, the newest first. Cheap to clone.
pub type Entries = Arc<Vec<Arc<SessionEntry>>>;

/// What was read last.
#[derive(Default)]
pub(super) struct Kept {
    /// The list, and the day that it is for.
    read: Option<(Day, Entries)>,
    /// Counts changes: a list that was being read while something changed is not kept.
    changes: u32,
}

impl Kept {
    /// Something was written: what was read is old.
    pub(super) fn let_go(&mut self) {
        self.read = None;
        self.changes = self.changes.wrapping_add(1);
    }
}

impl Services {
    /// The entries, where they are known without reading.
    #[must_use]
    pub fn known_entries(self) -> Option<Entries> {
        let inner = self.inner();
        let kept = inner.entries.borrow();
        kept.read.as_ref().filter(|(day, _)| *day == self.today()).map(|(_, entries)| Arc::clone(entries))
    }

    /// Reads the entries. Where the store does not answer there are none.
    pub async fn read_entries(self) -> Entries {
        let inner = self.inner();
        let (today, changes) = (self.today(), inner.entries.borrow().changes);
        let Ok(listed) = inner.records.load_all::<SessionEntry>().await else { return Entries::default() };
        let day = today.to_string();
        let list: Vec<Arc<SessionEntry>> = listed
            .into_iter()
            .filter_map(|listed| listed.value.ready())
            // Past its day: on its way out, and never shown.
            .filter(|entry| entry.until().is_none_or(|until| until >= day.as_str()))
            .map(Arc::new)
            .collect();
        let newest_first = ordered(list, |one, other| other.changed_ms.cmp(&one.changed_ms));
        let entries = Arc::new(newest_first);
        let mut kept = inner.entries.borrow_mut();
        if kept.changes == changes {
            kept.read = Some((today, Arc::clone(&entries)));
        }
        entries
    }

    /// What was read may be old.
    pub(super) fn let_go_of_entries(self) {
        self.inner().entries.borrow_mut().let_go();
    }
}
