//! What a store is: it keeps records and short device facts, and knows nothing of what they hold.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use super::{ContentHash, Kind, Record, RecordId, StorageError};

/// What a store answers with. Not `Send`: the browser has one thread.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// A short fact about this device, kept beside the records as JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MetaKey {
    /// The version of the store's own layout.
    Schema,
    /// The day of the last backup.
    LastBackup,
    /// Whether and when lasting storage was asked for.
    Persistence,
}

impl MetaKey {
    /// Every key.
    pub const ALL: [Self; 3] = [Self::Schema, Self::LastBackup, Self::Persistence];

    /// The key as it is written in stores.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::LastBackup => "last-backup",
            Self::Persistence => "persistence",
        }
    }

    /// The key of a written name; `None` for one of another version.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }
}

/// What lies under an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// A record whose envelope can be read.
    Record(Record),
    /// Something else.
    Unreadable(Unreadable),
}

impl Stored {
    /// The id that it lies under.
    #[must_use]
    pub fn id(&self) -> &RecordId {
        match self {
            Self::Record(record) => &record.id,
            Self::Unreadable(unreadable) => &unreadable.id,
        }
    }
}

/// What lies under an id and is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The id that it lies under.
    pub id: RecordId,
    /// What it was, where that can still be seen.
    pub kind: Option<Kind>,
    /// The raw text, as whole as it could be read.
    pub raw: Vec<u8>,
    /// Why it is no record, for a log.
    pub reason: String,
}

/// What must lie under an id for a write to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expect {
    /// The revision that was read last; `None` when there was nothing.
    pub rev: Option<u64>,
    /// Writes of our own whose outcome we were never told: they may lie there as well.
    pub or: Vec<ContentHash>,
}

impl Expect {
    /// Nothing at all: the record is new.
    #[must_use]
    pub fn nothing() -> Self {
        Self { rev: None, or: Vec::new() }
    }

    /// Whether nothing at all is expected.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.rev.is_none() && self.or.is_empty()
    }
}

/// One record to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// The record.
    pub record: Record,
    /// What it replaces.
    pub expect: Expect,
}

impl Put {
    /// Whether it may be written over a record with this revision and fingerprint (`None`: over nothing).
    /// It may when it lies there already: a repeated write finds itself.
    #[must_use]
    pub fn may_replace(&self, there: Option<(u64, &str)>) -> bool {
        there.map(|(rev, _)| rev) == self.expect.rev
            || there.is_some_and(|(_, hash)| {
                hash == self.record.hash.as_str() || self.expect.or.iter().any(|ours| ours.as_str() == hash)
            })
    }
}

/// How a burst is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Commit {
    /// What lies there is compared with what is expected, in the same transaction.
    #[default]
    Checked,
    /// Committed at once and without comparing: a page that is going away hears no more answers, and
    /// a transaction that waits for them would be undone. A record that is expected to be new is
    /// still never written over another; then the rest of the burst may have been written.
    AtOnce,
}

/// Everything that is written together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Burst {
    /// Records to write.
    pub puts: Vec<Put>,
    /// Ids to free, without a mark. Only for what was put aside; forgetting is a [`Put`].
    pub frees: Vec<RecordId>,
    /// Device facts to write, as JSON text.
    pub meta: BTreeMap<MetaKey, String>,
    /// How it is finished.
    pub commit: Commit,
}

/// Keeps records. Implemented by IndexedDB in the browser and by memory in tests.
///
/// Everything that can be slow has happened before [`Store::write`] is called. An implementation
/// issues the whole burst before the method returns wherever it can, so that a page that is going
/// away still writes.
pub trait Store {
    /// What lies under an id.
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>>;
    /// Everything of a kind.
    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>>;
    /// Everything.
    fn read_all(&self) -> StoreFuture<'_, Vec<Stored>>;
    /// All device facts.
    fn read_meta(&self) -> StoreFuture<'_, BTreeMap<MetaKey, String>>;
    /// Writes a burst, whole or not at all.
    fn write(&self, burst: Burst) -> StoreFuture<'_, ()>;
    /// What an earlier page was going to write [`Commit::AtOnce`] when it went away, as far as it is
    /// not known to be written.
    fn unfinished(&self) -> Vec<Put>;
    /// Lets go of [`Store::unfinished`].
    fn forget_unfinished(&self);
    /// Lets go of all that lies in memory only, for a guest who leaves. Most stores have none.
    fn forget_guest(&self) -> StoreFuture<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }
    /// Removes everything, marks, device facts and what is unfinished too.
    fn erase(&self) -> StoreFuture<'_, ()>;
}
