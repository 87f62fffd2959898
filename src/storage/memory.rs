//! A store in memory: the twin of the browser's, for tests, and for a browser that forbids storage.
//! Its switches make it fail as a browser does.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{
    Burst, Commit, Kind, MetaKey, Put, Record, RecordId, StorageError, Store, StoreFuture, Stored, Unreadable,
};

/// A store in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<RecordId, Stored>>,
    meta: RefCell<BTreeMap<MetaKey, String>>,
    reads_fail: RefCell<Option<StorageError>>,
    writes_fail: RefCell<Option<StorageError>>,
    unfinished: RefCell<Vec<Put>>,
    answer_lost: Cell<bool>,
    writes: Cell<usize>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Every write fails like this from now on, until it is called with `None`.
    pub fn fail_writes(&self, error: Option<StorageError>) {
        *self.writes_fail.borrow_mut() = error;
    }

    /// Every read fails like this from now on, until it is called with `None`.
    pub fn fail_reads(&self, error: Option<StorageError>) {
        *self.reads_fail.borrow_mut() = error;
    }

    /// The next write happens, but is reported as a lost connection.
    pub fn lose_next_answer(&self) {
        self.answer_lost.set(true);
    }

    /// Puts something that is no record under an id.
    pub fn damage(&self, id: &RecordId, raw: &str) {
        let mut records = self.records.borrow_mut();
        let kind = match records.get(id) {
            Some(Stored::Record(record)) => Some(record.kind.clone()),
            Some(Stored::Unreadable(unreadable)) => unreadable.kind.clone(),
            None => None,
        };
        let raw = raw.as_bytes().to_vec();
        let unreadable = Unreadable { id: id.clone(), kind, raw, reason: "no record".to_owned() };
        records.insert(id.clone(), Stored::Unreadable(unreadable));
    }

    /// Puts a record in, whatever lies there; another window's write, so to speak.
    pub fn plant(&self, record: Record) {
        self.records.borrow_mut().insert(record.id.clone(), Stored::Record(record));
    }

    /// An earlier page went away while writing this.
    pub fn leave_unfinished(&self, puts: Vec<Put>) {
        *self.unfinished.borrow_mut() = puts;
    }

    /// Everything in it, by id.
    #[must_use]
    pub fn snapshot(&self) -> BTreeMap<RecordId, Stored> {
        self.records.borrow().clone()
    }

    /// How many bursts have been written.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    fn may_read(&self) -> Result<(), StorageError> {
        self.reads_fail.borrow().clone().map_or(Ok(()), Err)
    }

    fn write_now(&self, burst: Burst) -> Result<(), StorageError> {
        if let Some(error) = self.writes_fail.borrow().clone() {
            return Err(error);
        }
        let mut records = self.records.borrow_mut();
        for put in &burst.puts {
            let there = records.get(&put.record.id);
            match (burst.commit, there) {
                (Commit::AtOnce, _) if !put.expect.is_nothing() => {}
                (Commit::AtOnce, None) => {}
                (_, Some(Stored::Unreadable(unreadable))) => {
                    return Err(StorageError::Protected(unreadable.id.clone()));
                }
                (_, None) if put.may_replace(None) => {}
                (_, Some(Stored::Record(record)))
                    if put.may_replace(Some((record.rev, record.hash.as_str()))) => {}
                (_, None | Some(Stored::Record(_))) => {
                    return Err(StorageError::Conflict(put.record.id.clone()));
                }
            }
        }
        for id in &burst.frees {
            records.remove(id);
        }
        for put in burst.puts {
            records.insert(put.record.id.clone(), Stored::Record(put.record));
        }
        self.meta.borrow_mut().extend(burst.meta);
        self.writes.set(self.writes.get() + 1);
        if self.answer_lost.replace(false) { Err(StorageError::ConnectionLost) } else { Ok(()) }
    }
}

impl Store for MemoryStore {
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>> {
        let answer = self.may_read().map(|()| self.records.borrow().get(id).cloned());
        Box::pin(std::future::ready(answer))
    }

    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>> {
        let is_asked_for = |stored: &&Stored| match stored {
            Stored::Record(record) => record.kind == *kind,
            Stored::Unreadable(unreadable) => unreadable.kind.as_ref() == Some(kind),
        };
        let answer =
            self.may_read().map(|()| self.records.borrow().values().filter(is_asked_for).cloned().collect());
        Box::pin(std::future::ready(answer))
    }

    fn read_all(&self) -> StoreFuture<'_, Vec<Stored>> {
        let answer = self.may_read().map(|()| self.records.borrow().values().cloned().collect());
        Box::pin(std::future::ready(answer))
    }

    fn read_meta(&self) -> StoreFuture<'_, BTreeMap<MetaKey, String>> {
        let answer = self.may_read().map(|()| self.meta.borrow().clone());
        Box::pin(std::future::ready(answer))
    }

    fn write(&self, burst: Burst) -> StoreFuture<'_, ()> {
        Box::pin(std::future::ready(self.write_now(burst)))
    }

    fn unfinished(&self) -> Vec<Put> {
        self.unfinished.borrow().clone()
    }

    fn forget_unfinished(&self) {
        self.unfinished.borrow_mut().clear();
    }

    fn erase(&self) -> StoreFuture<'_, ()> {
        let answer = match self.writes_fail.borrow().clone() {
            Some(error) => Err(error),
            None => {
                self.records.borrow_mut().clear();
                self.meta.borrow_mut().clear();
                self.unfinished.borrow_mut().clear();
                Ok(())
            }
        };
        Box::pin(std::future::ready(answer))
    }
}
