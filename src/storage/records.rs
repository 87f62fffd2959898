//! What the app uses of a store: typed records, with three guards that no screen can forget.
//!
//! - Only the writing window writes; the others are refused with [`StorageError::ReadOnly`].
//! - What could not be read is never written over, until [`Records::set_aside`] or
//!   [`Records::discard`] is called because the user decided so.
//! - A record that somebody else changed since it was read is never written over either.
//!
//! It gives out the revisions. It does not decide when to write (see [`super::Autosave`]).

mod people;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::aside::{Aside, aside_id};
use super::backup::{self, Backup, Plan};
use super::keyring::Keyring;
use super::{
    Burst, Commit, ContentHash, Expect, Kind, Loaded, MetaKey, Owner, Put, Record, RecordId, Saved,
    StorageError, Store, StoreFuture, Stored, saved,
};

/// A wish to write one record. The latest wish of a record stands for all earlier ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    id: RecordId,
    kind: Kind,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Payload { version: u16, updated_ms: u64, bytes: Vec<u8> },
    Forgotten,
}

impl Change {
    /// Keep this value under this id.
    ///
    /// # Errors
    /// [`StorageError::Unexpected`] for a type that JSON cannot hold.
    pub fn keep<T: Saved>(id: RecordId, value: &T, now_ms: u64) -> Result<Self, StorageError> {
        let bytes = saved::encode(value).map_err(StorageError::Unexpected)?;
        let content = Content::Payload { version: T::VERSION, updated_ms: now_ms, bytes };
        Ok(Self { id, kind: T::KIND, content })
    }

    /// Forget what lies under this id, for good: only a mark without content stays.
    #[must_use]
    pub fn forget(id: RecordId, kind: Kind) -> Self {
        Self { id, kind, content: Content::Forgotten }
    }

    /// The record that it is about.
    #[must_use]
    pub fn id(&self) -> &RecordId {
        &self.id
    }

    /// What reading it back will give, before it has been written.
    #[must_use]
    pub fn read<T: Saved>(&self) -> Loaded<T> {
        match &self.content {
            Content::Payload { version, bytes, .. } if self.kind == T::KIND => saved::open(*version, bytes),
            Content::Payload { .. } => Loaded::Damaged("is of another kind".to_owned()),
            Content::Forgotten => Loaded::Empty,
        }
    }

    /// The record to write; `None` for what belongs to a profile whose key is not here.
    fn into_record(self, rev: u64, keys: &mut Keyring) -> Option<Record> {
        let owner = Owner::of(&self.id);
        Some(match self.content {
            Content::Payload { version, updated_ms, bytes } => {
                let payload = keys.sealed(&self.id, &self.kind, &owner, version, bytes)?;
                Record::new(self.id, self.kind, owner, version, rev, updated_ms, payload)
            }
            Content::Forgotten => Record::forgotten(self.id, self.kind, owner, rev),
        })
    }
}

/// One record of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    /// Its id.
    pub id: RecordId,
    /// Whose it is.
    pub owner: Owner,
    /// When it was written last, milliseconds since 1970.
    pub updated_ms: u64,
    /// What it holds. Never `Empty`.
    pub value: Loaded<T>,
}

/// What an earlier page left behind, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovered {
    /// These were written now (or had been).
    pub written: Vec<RecordId>,
    /// These had been changed elsewhere; the earlier page's text was put aside under these ids.
    pub aside: Vec<RecordId>,
}

#[derive(Debug, Default)]
struct Known {
    rev: Option<u64>,
    /// Written, but not (yet) confirmed.
    issued: Vec<(u64, ContentHash)>,
    /// When it was issued last, counted in issues.
    issued_at: u64,
    protected: bool,
}

impl Known {
    fn next_rev(&self) -> u64 {
        self.issued.iter().map(|(rev, _)| *rev).chain(self.rev).max().unwrap_or(0) + 1
    }

    fn expect(&self) -> Expect {
        Expect { rev: self.rev, or: self.issued.iter().map(|(_, hash)| hash.clone()).collect() }
    }

    /// Takes in what a reading found that began when so many changes had been issued. Where the record has been
    /// written since, what is known is newer.
    fn found(&mut self, rev: Option<u64>, began: u64) {
        if self.issued_at <= began {
            self.read(rev);
        }
    }

    fn read(&mut self, rev: Option<u64>) {
        self.rev = rev;
        self.issued.retain(|(issued, _)| Some(*issued) > rev);
    }
}

#[derive(Debug, Default)]
struct State {
    writer: bool,
    known: HashMap<RecordId, Known>,
    keys: Keyring,
    /// How many changes have been issued.
    issues: u64,
}

type OnWritten = Box<dyn Fn(&[RecordId])>;

/// The records of the device.
pub struct Records {
    store: Rc<dyn Store>,
    state: RefCell<State>,
    on_written: RefCell<Option<Rc<OnWritten>>>,
}

impl Records {
    /// The records of a store. Nothing can be written before [`Records::set_writer`].
    #[must_use]
    pub fn new(store: Rc<dyn Store>) -> Self {
        Self { store, state: RefCell::default(), on_written: RefCell::default() }
    }

    /// Says whether this window is the one that writes. A window that becomes the writer forgets what
    /// it knew: it has to load a record before it can write over it.
    pub fn set_writer(&self, writer: bool) {
        let mut state = self.state.borrow_mut();
        if writer && !state.writer {
            state.known.clear();
        }
        state.writer = writer;
    }

    /// Whether this window writes.
    #[must_use]
    pub fn is_writer(&self) -> bool {
        self.state.borrow().writer
    }

    /// Calls back after every write with the ids that were written: for telling the other windows.
    pub fn on_written(&self, callback: impl Fn(&[RecordId]) + 'static) {
        *self.on_written.borrow_mut() = Some(Rc::new(Box::new(callback)));
    }

    /// Reads one record.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer. What cannot be understood is no error, but
    /// [`Loaded::Damaged`] or [`Loaded::Newer`], and is protected from then on.
    pub async fn load<T: Saved>(&self, id: &RecordId) -> Result<Loaded<T>, StorageError> {
        let began = self.state.borrow().issues;
        let stored = self.store.read(id).await?;
        Ok(self.understand(id, stored.as_ref(), began))
    }

    /// Reads all records of a type. What is forgotten is not listed.
    ///
    /// # Errors
    /// As [`Records::load`].
    pub async fn load_all<T: Saved>(&self) -> Result<Vec<Listed<T>>, StorageError> {
        let began = self.state.borrow().issues;
        let stored = self.store.read_kind(&T::KIND).await?;
        let listed = stored.iter().filter_map(|stored| {
            let (owner, updated_ms) = match stored {
                Stored::Record(record) => (record.owner.clone(), record.updated_ms),
                Stored::Unreadable(_) => (Owner::Device, 0),
            };
            if !self.state.borrow().keys.sees(&owner) {
                return None;
            }
            match self.understand::<T>(stored.id(), Some(stored), began) {
                Loaded::Empty => None,
                value @ (Loaded::Ready(_) | Loaded::Newer(_) | Loaded::Damaged(_)) => {
                    Some(Listed { id: stored.id().clone(), owner, updated_ms, value })
                }
            }
        });
        Ok(listed.collect())
    }

    /// The raw text of a record, for showing or saving what cannot be understood.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer.
    pub async fn raw(&self, id: &RecordId) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.store.read(id).await?.map(|stored| Aside::of(&stored).raw()))
    }

    /// What was read, by a reading that began when so many changes had been issued. Where the record has been
    /// issued since, the reading may have met what lay there before: it does not say what is known.
    fn understand<T: Saved>(&self, id: &RecordId, stored: Option<&Stored>, began: u64) -> Loaded<T> {
        let (rev, loaded) = match stored {
            None => (None, Loaded::Empty),
            Some(Stored::Unreadable(unreadable)) => (None, Loaded::Damaged(unreadable.reason.clone())),
            Some(Stored::Record(record)) if !self.state.borrow().keys.sees(&record.owner) => {
                // It belongs to somebody who is not here: nothing is known of it, and nothing is written over it.
                return Loaded::Empty;
            }
            Some(Stored::Record(record)) => {
                let opened = self.state.borrow().keys.opened(record);
                (Some(record.rev), opened.map_or_else(Loaded::Damaged, |plain| saved::decode(record, &plain)))
            }
        };
        let mut state = self.state.borrow_mut();
        let known = state.known.entry(id.clone()).or_default();
        known.found(rev, began);
        known.protected = loaded.is_protected();
        loaded
    }

    /// Everything whose envelope cannot be read or that is not as it was written, of whatever kind;
    /// protected from then on. Reads the whole store: for the settings, not for the start.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer.
    pub async fn unreadable(&self) -> Result<Vec<RecordId>, StorageError> {
        let everything = self.store.read_all().await?;
        let is_unreadable = |stored: &Stored| match stored {
            Stored::Record(record) => !record.is_whole(),
            Stored::Unreadable(_) => true,
        };
        let ids: Vec<RecordId> = everything
            .iter()
            .filter(|stored| is_unreadable(stored))
            .map(|stored| stored.id().clone())
            .collect();
        let mut state = self.state.borrow_mut();
        for id in &ids {
            state.known.entry(id.clone()).or_default().protected = true;
        }
        Ok(ids)
    }

    /// Writes changes, all or none. The writing has begun when this returns; the answer tells the end.
    ///
    /// What a `Saver` holds is changed through the `Saver` only: a record that is forgotten here while
    /// an earlier change of it still waits there would come back.
    ///
    /// # Errors
    /// [`StorageError::ReadOnly`], [`StorageError::Protected`] and [`StorageError::Conflict`] by the
    /// guards, others by the store. Then nothing was written (but see
    /// [`StorageError::is_uncertain`]).
    pub fn write(&self, changes: Vec<Change>, commit: Commit) -> StoreFuture<'_, ()> {
        let puts = match self.number(changes) {
            Ok(puts) => puts,
            Err(error) => return Box::pin(std::future::ready(Err(error))),
        };
        self.issue(Burst { puts, commit, ..Burst::default() })
    }

    /// Writes a device fact.
    ///
    /// # Errors
    /// As [`Records::write`].
    pub fn write_meta(&self, key: MetaKey, json: String) -> StoreFuture<'_, ()> {
        if !self.is_writer() {
            return Box::pin(std::future::ready(Err(StorageError::ReadOnly)));
        }
        let mut burst = Burst::default();
        burst.meta.insert(key, json);
        self.issue(burst)
    }

    /// Reads a device fact.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer.
    pub async fn read_meta(&self, key: MetaKey) -> Result<Option<String>, StorageError> {
        Ok(self.store.read_meta().await?.remove(&key))
    }

    fn number(&self, changes: Vec<Change>) -> Result<Vec<Put>, StorageError> {
        let mut state = self.state.borrow_mut();
        if !state.writer {
            return Err(StorageError::ReadOnly);
        }
        let is_protected =
            |change: &&Change| state.known.get(&change.id).is_some_and(|known| known.protected);
        if let Some(change) = changes.iter().find(is_protected) {
            return Err(StorageError::Protected(change.id.clone()));
        }
        state.issues += 1;
        let State { known, keys, issues, .. } = &mut *state;
        let records = changes.into_iter().map(|change| {
            let id = change.id.clone();
            let rev = known.get(&id).map_or(1, Known::next_rev);
            change.into_record(rev, keys).ok_or(StorageError::Protected(id))
        });
        // All of them first: where one cannot be sealed, none is issued.
        let records = records.collect::<Result<Vec<Record>, StorageError>>()?;
        let numbered = records.into_iter().map(|record| {
            let known = known.entry(record.id.clone()).or_default();
            let expect = known.expect();
            known.issued.push((record.rev, record.hash.clone()));
            known.issued_at = *issues;
            Put { record, expect }
        });
        Ok(numbered.collect())
    }

    fn issue(&self, burst: Burst) -> StoreFuture<'_, ()> {
        let written: Vec<(RecordId, u64)> =
            burst.puts.iter().map(|put| (put.record.id.clone(), put.record.rev)).collect();
        let answer = self.store.write(burst);
        Box::pin(async move {
            let result = answer.await;
            self.settle(&written, &result);
            result
        })
    }

    fn settle(&self, written: &[(RecordId, u64)], result: &Result<(), StorageError>) {
        {
            let mut state = self.state.borrow_mut();
            for (id, rev) in written {
                let known = state.known.entry(id.clone()).or_default();
                match result {
                    Ok(()) if known.rev < Some(*rev) => known.read(Some(*rev)),
                    Ok(()) => {}
                    Err(error) if error.is_uncertain() => {}
                    Err(_) => known.issued.retain(|(issued, _)| issued != rev),
                }
                if matches!(result, Err(StorageError::Protected(culprit)) if culprit == id) {
                    known.protected = true;
                }
            }
        }
        if result.is_ok() {
            let callback = self.on_written.borrow().clone();
            if let Some(callback) = callback {
                let ids: Vec<RecordId> = written.iter().map(|(id, _)| id.clone()).collect();
                callback(&ids);
            }
        }
    }

    /// Takes what lies in the store now as what was read, so that the next write goes through. For a
    /// user who was told of a [`StorageError::Conflict`] and keeps what is on the screen.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer.
    pub async fn accept_current(&self, id: &RecordId) -> Result<(), StorageError> {
        let began = self.state.borrow().issues;
        let rev = match self.store.read(id).await? {
            Some(Stored::Record(record)) => Some(record.rev),
            Some(Stored::Unreadable(_)) => return Err(StorageError::Protected(id.clone())),
            None => None,
        };
        self.state.borrow_mut().known.entry(id.clone()).or_default().found(rev, began);
        Ok(())
    }

    /// Takes what lies in the store now, under the ids of these changes, as what was read: a person
    /// decided about records that no screen has loaded.
    ///
    /// # Errors
    /// As [`Records::accept_current`].
    pub async fn look_at(&self, changes: &[Change]) -> Result<(), StorageError> {
        for change in changes {
            self.accept_current(&change.id).await?;
        }
        Ok(())
    }

    /// Puts what cannot be read aside, whole, under a key of its own, and frees its place. Returns the
    /// new id (kind [`Kind::Aside`], read as [`Aside`]); `None` when nothing lay there.
    ///
    /// # Errors
    /// As [`Records::write`].
    pub async fn set_aside(&self, id: &RecordId, now_ms: u64) -> Result<Option<RecordId>, StorageError> {
        if !self.is_writer() {
            return Err(StorageError::ReadOnly);
        }
        let Some(stored) = self.store.read(id).await? else { return Ok(None) };
        let place = self.keep_aside(&stored, Some(id.clone()), now_ms).await?;
        self.state.borrow_mut().known.remove(id);
        Ok(Some(place))
    }

    /// Forgets what cannot be read, for good.
    ///
    /// # Errors
    /// As [`Records::write`].
    pub async fn discard(&self, id: &RecordId) -> Result<(), StorageError> {
        if !self.is_writer() {
            return Err(StorageError::ReadOnly);
        }
        match self.store.read(id).await? {
            None => {}
            Some(Stored::Unreadable(_)) => {
                self.issue(Burst { frees: vec![id.clone()], ..Burst::default() }).await?;
            }
            Some(Stored::Record(record)) => {
                let expect = Expect { rev: Some(record.rev), or: Vec::new() };
                let record = Record::forgotten(record.id, record.kind, record.owner, record.rev + 1);
                self.issue(Burst { puts: vec![Put { record, expect }], ..Burst::default() }).await?;
            }
        }
        if let Some(known) = self.state.borrow_mut().known.get_mut(id) {
            known.protected = false;
        }
        Ok(())
    }

    /// Writes what an earlier page was going to write when it went away. Call it when this window has
    /// become the writer, before anything is loaded. What was changed elsewhere meanwhile is not
    /// written over: the earlier page's text is put aside.
    ///
    /// # Errors
    /// As [`Records::write`]; then nothing is let go, and the next start tries again.
    pub async fn recover(&self, now_ms: u64) -> Result<Recovered, StorageError> {
        if !self.is_writer() {
            return Err(StorageError::ReadOnly);
        }
        let mut recovered = Recovered::default();
        for put in self.store.unfinished() {
            let record = put.record.clone();
            match self.issue(Burst { puts: vec![put], ..Burst::default() }).await {
                Ok(()) => recovered.written.push(record.id),
                Err(StorageError::Conflict(_) | StorageError::Protected(_)) => {
                    if record.payload().is_some() {
                        recovered.aside.push(self.keep_aside(&Stored::Record(record), None, now_ms).await?);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        self.store.forget_unfinished();
        Ok(recovered)
    }

    async fn keep_aside(
        &self,
        stored: &Stored,
        free: Option<RecordId>,
        now_ms: u64,
    ) -> Result<RecordId, StorageError> {
        let mut n = 0;
        let mut place = aside_id(stored.id(), n);
        while self.store.read(&place).await?.is_some() {
            n += 1;
            place = aside_id(stored.id(), n);
        }
        let record = Aside::of(stored).to_record(place.clone(), now_ms).map_err(StorageError::Unexpected)?;
        let put = Put { record, expect: Expect::nothing() };
        let frees = free.into_iter().collect();
        self.issue(Burst { puts: vec![put], frees, ..Burst::default() }).await?;
        Ok(place)
    }

    /// Everything as one file. `made` is the day and time of it, as the file shall show it.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer.
    pub async fn backup(&self, made: &str) -> Result<Vec<u8>, StorageError> {
        let everything = self.store.read_all().await?;
        backup::write(made, everything).map_err(StorageError::Unexpected)
    }

    /// As [`Records::backup`], with what could not be written yet in it: a copy for when saving fails.
    /// Where the store does not answer, the copy holds what is not written and nothing else.
    ///
    /// # Errors
    /// As [`Records::backup`] when there is nothing unwritten either.
    pub async fn backup_with(&self, made: &str, unsaved: Vec<Change>) -> Result<Vec<u8>, StorageError> {
        let mut everything = match self.store.read_all().await {
            Ok(everything) => everything,
            Err(error) if unsaved.is_empty() => return Err(error),
            Err(_) => Vec::new(),
        };
        for change in unsaved {
            let there = everything.iter().position(|stored| *stored.id() == change.id);
            let rev = match there.and_then(|at| everything.get(at)) {
                Some(Stored::Record(record)) => record.rev,
                // What could not be read goes along beside it.
                Some(Stored::Unreadable(_)) | None => 0,
            };
            let Some(record) = change.into_record(rev + 1, &mut self.state.borrow_mut().keys) else {
                continue;
            };
            let record = Stored::Record(record);
            match there.and_then(|at| everything.get_mut(at)) {
                Some(stored @ Stored::Record(_)) => *stored = record,
                Some(Stored::Unreadable(_)) | None => everything.push(record),
            }
        }
        backup::write(made, everything).map_err(StorageError::Unexpected)
    }

    /// What reading this backup in would do.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer.
    pub async fn plan(&self, backup: Backup) -> Result<Plan, StorageError> {
        let everything = self.store.read_all().await?;
        let state = self.state.borrow();
        let protected: BTreeSet<RecordId> =
            state.known.iter().filter(|(_, known)| known.protected).map(|(id, _)| id.clone()).collect();
        Ok(backup::plan(everything, &protected, backup))
    }

    /// Reads a backup in as planned, whole or not at all.
    ///
    /// # Errors
    /// [`StorageError::Conflict`] when a record was changed since the plan was made; otherwise as
    /// [`Records::write`].
    pub async fn restore(&self, plan: Plan) -> Result<(), StorageError> {
        if !self.is_writer() {
            return Err(StorageError::ReadOnly);
        }
        self.issue(Burst { puts: plan.into_puts(), ..Burst::default() }).await
    }

    /// Removes everything that lies on the device, marks and device facts too.
    ///
    /// # Errors
    /// [`StorageError::ReadOnly`], or what the store answers.
    pub async fn erase(&self) -> Result<(), StorageError> {
        if !self.is_writer() {
            return Err(StorageError::ReadOnly);
        }
        self.store.erase().await?;
        self.state.borrow_mut().known.clear();
        Ok(())
    }
}
