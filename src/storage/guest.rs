//! A store with a guest: what belongs to the guest lies in memory and goes with the page, all else in the store
//! beneath. No backup and no other window ever meets it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;
use std::rc::Rc;

use super::{Burst, Kind, MetaKey, Owner, Put, Record, RecordId, StorageError, Store, StoreFuture, Stored};

/// The profile of the guest: a word that no other profile has as its id.
pub const GUEST: &str = "guest";

/// A store, and beside it the memory of a guest.
pub struct WithGuest {
    inner: Rc<dyn Store>,
    /// At the most what one person does in one sitting: a list, because the first screen carries its code.
    guest: RefCell<Vec<Record>>,
}

impl WithGuest {
    /// A place for a guest beside this store.
    #[must_use]
    pub fn new(inner: Rc<dyn Store>) -> Self {
        Self { inner, guest: RefCell::default() }
    }
}

/// Writes what is the guest's, all or nothing.
fn remember(guest: &mut Vec<Record>, puts: Vec<Put>, frees: &[RecordId]) -> Result<(), StorageError> {
    for put in &puts {
        let there = guest.iter().find(|record| record.id == put.record.id);
        if !put.may_replace(there.map(|record| (record.rev, record.hash.as_str()))) {
            return Err(StorageError::Conflict(put.record.id.clone()));
        }
    }
    guest.retain(|record| !frees.contains(&record.id) && puts.iter().all(|put| put.record.id != record.id));
    guest.extend(puts.into_iter().map(|put| put.record));
    Ok(())
}

fn is_guests(id: &RecordId) -> bool {
    Owner::of(id) == Owner::Profile(GUEST.into())
}

impl Store for WithGuest {
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>> {
        if !is_guests(id) {
            return self.inner.read(id);
        }
        let found = self.guest.borrow().iter().find(|record| record.id == *id).cloned();
        Box::pin(ready(Ok(found.map(Stored::Record))))
    }

    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>> {
        let inner = self.inner.read_kind(kind);
        let kind = kind.clone();
        Box::pin(async move {
            let mut all = inner.await?;
            let guest = self.guest.borrow();
            all.extend(guest.iter().filter(|record| record.kind == kind).cloned().map(Stored::Record));
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
        let rest = (!is_all_guests).then(|| self.inner.write(rest));
        Box::pin(async move {
            if let Some(rest) = rest {
                rest.await?;
            }
            // Memory does not lose what waits for an answer, so that it can always be compared.
            remember(&mut self.guest.borrow_mut(), guests, &freed)
        })
    }

    fn unfinished(&self) -> Vec<Put> {
        self.inner.unfinished()
    }

    fn forget_unfinished(&self) {
        self.inner.forget_unfinished();
    }

    fn forget_guest(&self) -> StoreFuture<'_, ()> {
        self.guest.borrow_mut().clear();
        Box::pin(ready(Ok(())))
    }

    fn erase(&self) -> StoreFuture<'_, ()> {
        self.guest.borrow_mut().clear();
        self.inner.erase()
    }
}
