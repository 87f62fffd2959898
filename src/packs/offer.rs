//! From a file that was read to what is written: what taking it in would do, shown before anything happens, and then
//! one change of one record.

use super::check::{Known, OwnFinding};
use super::joined::{Joining, joined, taken_in};
use super::{Incoming, KeptPack, Pack, pack_record};
use crate::content::rules::Guard;
use crate::ethics::PackId;
use crate::i18n::Day;
use crate::storage::{Change, StorageError};

/// A pack that keeps every rule, and what taking it in would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The pack.
    pub pack: Pack,
    /// What taking it in would do to what lies here.
    pub joining: Joining,
}

impl Offer {
    /// Looks at a pack before it is taken in.
    ///
    /// # Errors
    /// Everything that is not right in it; then there is nothing to take in.
    pub fn of(
        incoming: &Incoming,
        here: &[KeptPack],
        known: &Known,
        today: Day,
        guard: Option<Guard<'_>>,
    ) -> Result<Self, Vec<OwnFinding>> {
        let found = incoming.check(known, today, guard);
        if !found.is_empty() {
            return Err(found);
        }
        let pack = incoming.pack.clone();
        let joining = joined(here, &pack);
        Ok(Self { pack, joining })
    }

    /// Whether what lies here is still as it was when the offer was made.
    #[must_use]
    pub fn still_holds(&self, here: &[KeptPack]) -> bool {
        joined(here, &self.pack) == self.joining
    }

    /// What to write so that the pack is here, and under which id it lies then: one record, whole; none where there
    /// is nothing to take in.
    ///
    /// # Errors
    /// As [`Change::keep`].
    pub fn change(&self, here: &[KeptPack], now_ms: u64) -> Result<Option<(PackId, Change)>, StorageError> {
        let Some((id, kept)) = taken_in(here, &self.pack) else { return Ok(None) };
        let change = Change::keep(pack_record(&id), &kept, now_ms)?;
        Ok(Some((id, change)))
    }
}
