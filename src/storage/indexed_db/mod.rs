//! The browser's store: IndexedDB through `idb`.
//!
//! The transaction trap (three engines, three behaviours) decides the shape: everything is computed
//! first; then a transaction is opened, all its requests are issued in one synchronous go, and only
//! its end is awaited, never a request. The success of a request is not yet a commit.
//!
//! A connection that the browser ended is opened once more and the work repeated once.

mod link;
mod seals;
mod transaction;
mod value;

use std::cell::Cell;
use std::collections::BTreeMap;

use idb::{Database, ObjectStore, Query, Request as _};
use wasm_bindgen::JsValue;

pub use self::seals::Seals;

use self::link::Link;
use self::transaction::{Begun, Check, Trouble};
use super::{
    Burst, Commit, Kind, MetaKey, Put, RecordId, StorageError, Store, StoreFuture, Stored, journal, mirror,
};

const RECORDS: &str = "records";
const META: &str = "meta";
const BY_KIND: &str = "kind";
const SCHEMA: u32 = 1;

/// The records of this browser.
pub struct IndexedDbStore {
    link: Link,
    /// Whether a journal may lie in local storage.
    has_journal: Cell<bool>,
}

impl Default for IndexedDbStore {
    fn default() -> Self {
        Self::new()
    }
}

impl IndexedDbStore {
    /// The app's own database, `refleks`. Nothing is opened before the first use.
    #[must_use]
    pub fn new() -> Self {
        Self::named("refleks")
    }

    /// A database of another name: for checks that must not touch the app's own.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { link: Link::new(name), has_journal: Cell::new(true) }
    }

    /// Begins at once where the connection is open, then waits for the end; begins once more when the
    /// browser ended the connection.
    fn run<'a, T: 'a>(
        &'a self,
        begin: impl Fn(&Database, Attempt) -> Result<Begun<T>, Trouble> + 'a,
    ) -> StoreFuture<'a, T> {
        let first = self.link.open_one().map(|database| begin(&database, Attempt::First));
        Box::pin(async move {
            let begun = match first {
                Some(begun) => begun,
                None => begin(&*self.link.connect().await?, Attempt::First),
            };
            match finish(begun).await {
                Err(Trouble::Lost) => {}
                Ok(value) => return Ok(value),
                Err(trouble) => return Err(trouble.into()),
            }
            self.link.let_go();
            let database = self.link.connect().await?;
            finish(begin(&database, Attempt::Second)).await.map_err(StorageError::from)
        })
    }

    /// The last keystrokes of a page that is going away, where they are sure to be found again.
    fn write_journal(&self, puts: &[Put]) {
        if let Some(text) = journal::with(self.unfinished(), puts) {
            mirror::write_unfinished(Some(&text));
            self.has_journal.set(true);
        }
    }

    fn strike_out(&self, written: &[(RecordId, u64)]) {
        if self.has_journal.get() {
            let left = journal::without(self.unfinished(), written);
            mirror::write_unfinished(left.as_deref());
            self.has_journal.set(left.is_some());
        }
    }

    fn read_ids<'a>(&'a self, kind: Option<Kind>) -> StoreFuture<'a, Vec<RecordId>> {
        self.run(move |database, _| {
            let (begun, records) = Begun::reading(database, RECORDS)?;
            let keys = match &kind {
                None => records.get_all_keys(None, None)?,
                Some(kind) => records.index(BY_KIND)?.get_all_keys(Some(key(kind.as_str())), None)?,
            };
            begun.giving(move || Ok(value::array(&keys.result()?).iter().filter_map(value::id).collect()))
        })
    }

    fn read_together<'a>(&'a self, kind: Option<Kind>) -> StoreFuture<'a, Vec<Stored>> {
        self.run(move |database, _| {
            let (begun, records) = Begun::reading(database, RECORDS)?;
            let (keys, values) = match &kind {
                None => (records.get_all_keys(None, None)?, records.get_all(None, None)?),
                Some(kind) => {
                    let index = records.index(BY_KIND)?;
                    let these = key(kind.as_str());
                    (index.get_all_keys(Some(these.clone()), None)?, index.get_all(Some(these), None)?)
                }
            };
            begun.giving(move || {
                let (keys, values) = (value::array(&keys.result()?), value::array(&values.result()?));
                let pairs = keys.iter().zip(values.iter());
                Ok(pairs.filter_map(|(id, value)| Some(value::stored(value::id(id)?, &value))).collect())
            })
        })
    }

    async fn read_list(&self, kind: Option<Kind>) -> Result<Vec<Stored>, StorageError> {
        match self.read_together(kind.clone()).await {
            // One value that the browser cannot give must not hide all the others.
            Err(StorageError::Unexpected(_)) => {}
            answer => return answer,
        }
        let mut list = Vec::new();
        for id in self.read_ids(kind).await? {
            list.extend(self.read(&id).await?);
        }
        Ok(list)
    }
}

/// Whether the work is repeated on a new connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    First,
    Second,
}

async fn finish<T>(begun: Result<Begun<T>, Trouble>) -> Result<T, Trouble> {
    begun?.finish().await
}

fn key(text: &str) -> Query {
    Query::Key(JsValue::from_str(text))
}

fn put_all(
    begun: &mut Begun<()>,
    records: &ObjectStore,
    burst: &Burst,
    attempt: Attempt,
) -> Result<(), Trouble> {
    for put in &burst.puts {
        let id = JsValue::from_str(put.record.id.as_str());
        let value = value::of_record(&put.record)?;
        // `add` refuses to write over something, and needs no answer for it.
        if burst.commit == Commit::AtOnce && put.expect.is_nothing() && attempt == Attempt::First {
            begun.added(put.record.id.clone(), records.add(&value, Some(&id))?);
        } else {
            let _ = records.put(&value, Some(&id))?;
        }
    }
    Ok(())
}

fn issue(database: &Database, burst: &Burst, attempt: Attempt) -> Result<Begun<()>, Trouble> {
    let (mut begun, records, meta) = Begun::writing(database, RECORDS, META)?;
    begun.allow_for(burst.puts.iter().filter_map(|put| put.record.payload()).map(<[u8]>::len).sum());
    if burst.commit == Commit::Checked {
        for put in &burst.puts {
            begun.check(Check::of(&records, put)?);
        }
    }
    for id in &burst.frees {
        let _ = records.delete(key(id.as_str()))?;
    }
    put_all(&mut begun, &records, burst, attempt)?;
    for (name, json) in &burst.meta {
        let _ = meta.put(&JsValue::from_str(json), Some(&JsValue::from_str(name.as_str())))?;
    }
    if burst.commit == Commit::AtOnce {
        begun.commit()?;
    }
    begun.giving(|| Ok(()))
}

impl Store for IndexedDbStore {
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>> {
        let id = id.clone();
        let lost = id.clone();
        let answer = self.run(move |database, _| {
            let (begun, records) = Begun::reading(database, RECORDS)?;
            let request = records.get(JsValue::from_str(id.as_str()))?;
            let id = id.clone();
            begun.giving(move || {
                let value = request.result()?;
                Ok((!value.is_undefined()).then(|| value::stored(id, &value)))
            })
        });
        Box::pin(async move {
            match answer.await {
                // The browser has the key but cannot give the value.
                Err(StorageError::Unexpected(reason)) => Ok(Some(value::unreadable(lost, reason))),
                answer => answer,
            }
        })
    }

    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>> {
        let kind = kind.clone();
        Box::pin(self.read_list(Some(kind)))
    }

    fn read_all(&self) -> StoreFuture<'_, Vec<Stored>> {
        Box::pin(self.read_list(None))
    }

    fn read_meta(&self) -> StoreFuture<'_, BTreeMap<MetaKey, String>> {
        self.run(|database, _| {
            let (begun, meta) = Begun::reading(database, META)?;
            let (keys, values) = (meta.get_all_keys(None, None)?, meta.get_all(None, None)?);
            begun.giving(move || {
                let (keys, values) = (value::array(&keys.result()?), value::array(&values.result()?));
                let pairs = keys.iter().zip(values.iter());
                let mut facts = BTreeMap::new();
                facts.extend(pairs.filter_map(|(key, value)| {
                    Some((MetaKey::from_name(&key.as_string()?)?, value.as_string()?))
                }));
                Ok(facts)
            })
        })
    }

    fn write(&self, burst: Burst) -> StoreFuture<'_, ()> {
        if burst.commit == Commit::AtOnce {
            self.write_journal(&burst.puts);
        }
        let written: Vec<(RecordId, u64)> =
            burst.puts.iter().map(|put| (put.record.id.clone(), put.record.rev)).collect();
        let answer = self.run(move |database, attempt| issue(database, &burst, attempt));
        Box::pin(async move {
            answer.await?;
            self.strike_out(&written);
            Ok(())
        })
    }

    fn unfinished(&self) -> Vec<Put> {
        mirror::read_unfinished().map(|text| journal::read(&text)).unwrap_or_default()
    }

    fn forget_unfinished(&self) {
        mirror::write_unfinished(None);
        self.has_journal.set(false);
    }

    fn erase(&self) -> StoreFuture<'_, ()> {
        self.forget_unfinished();
        self.run(|database, _| {
            let (begun, records, meta) = Begun::writing(database, RECORDS, META)?;
            let _ = records.clear()?;
            let _ = meta.clear()?;
            let _ = link::write_schema(&meta)?;
            begun.giving(|| Ok(()))
        })
    }
}
