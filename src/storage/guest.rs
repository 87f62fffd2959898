//! A store with a guest: what belongs to the guest lies in memory and goes with the page, all else in the store
//! beneath. No backup and no other window ever meets it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Burst, Kind, MemoryStore, MetaKey, Owner, Put, RecordId, Store, StoreFuture, Stored};

/// The profile of the guest: a word that no other profile has as its id.
pub const GUEST: &str = "guest";

/// A store, and beside it the memory of a guest.
pub struct WithGuest {
    inner: Rc<dyn Store>,
    guest: MemoryStore,
}

impl WithGuest {
    /// A place for a guest beside this store.
    #[must_use]
    pub fn new(inner: Rc<dyn Store>) -> Self {
        Self { inner, guest: MemoryStore::new() }
    }
}

fn is_guests(id: &RecordId) -> bool {
    Owner::of(id) == Owner::Profile(GUEST.into())
}

impl Store for WithGuest {
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>> {
        if is_guests(id) { self.guest.read(id) } else { self.inner.read(id) }
    }

    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>> {
        let (inner, guest) = (self.inner.read_kind(kind), self.guest.read_kind(kind));
        Box::pin(async move {
            let mut all = inner.await?;
            all.extend(guest.await?);
            Ok(all)
        })
    }

    fn read_all(&self) -> StoreFuture<'_, Vec<Stored>> {
        self.inner.read_all()
    }

    fn read_meta(&self) -> StoreFuture<'_, BTreeMap<MetaKey, String>> {
        self.inner.read_meta()
    }

    fn write(&self, burst: Burst) -> StoreFuture<'_, ()> {
        let (guests, puts): (Vec<Put>, Vec<Put>) =
            burst.puts.into_iter().partition(|put| is_guests(&put.record.id));
        let (freed, frees): (Vec<RecordId>, Vec<RecordId>) = burst.frees.into_iter().partition(is_guests);
        let rest = Burst { puts, frees, meta: burst.meta, commit: burst.commit };
        let is_all_guests = rest.puts.is_empty() && rest.frees.is_empty() && rest.meta.is_empty();
        // Memory does not lose what waits for an answer, so that it can always be compared.
        let guests = Burst { puts: guests, frees: freed, ..Burst::default() };
        let rest = (!is_all_guests).then(|| self.inner.write(rest));
        Box::pin(async move {
            if let Some(rest) = rest {
                rest.await?;
            }
            self.guest.write(guests).await
        })
    }

    fn unfinished(&self) -> Vec<Put> {
        self.inner.unfinished()
    }

    fn forget_unfinished(&self) {
        self.inner.forget_unfinished();
    }

    fn forget_guest(&self) -> StoreFuture<'_, ()> {
        self.guest.erase()
    }

    fn erase(&self) -> StoreFuture<'_, ()> {
        let (inner, guest) = (self.inner.erase(), self.guest.erase());
        Box::pin(async move {
            inner.await?;
            guest.await
        })
    }
}
