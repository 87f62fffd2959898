//! A store that fails when an end-to-end test says so. In builds with the feature `faults` only; a
//! release never has it, and [`MARKER`] is how a test proves that.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::{Burst, Kind, MetaKey, Put, RecordId, StorageError, Store, StoreFuture, Stored, Unreadable};

/// A text that stands in every build with this store, and in no other.
pub const MARKER: &str = "refleks-faulty-store";

/// Where a test says what fails: `globalThis.refleksFaults = "full"`. Words, separated by spaces:
/// `full`, `unavailable`, `blocked`, `lost`, `newer`, `unexpected` make every write fail;
/// `read-unavailable`, `read-blocked`, `read-lost`, `read-newer` make every read fail too;
/// `damaged:<record id>` makes one record unreadable.
pub const SWITCH: &str = "refleksFaults";

/// Another store, failing as told.
pub struct FaultyStore {
    inner: Rc<dyn Store>,
}

impl FaultyStore {
    /// This store, failing as told. Leaves [`MARKER`] in `globalThis.refleksFaultyStore`, so that a
    /// test sees that it may use it.
    #[must_use]
    pub fn new(inner: Rc<dyn Store>) -> Self {
        // It fails on a frozen global object only; then the test sees that.
        let _ = Reflect::set(&js_sys::global(), &"refleksFaultyStore".into(), &MARKER.into());
        Self { inner }
    }
}

fn words() -> Vec<String> {
    let value = Reflect::get(&js_sys::global(), &SWITCH.into()).unwrap_or(JsValue::UNDEFINED);
    value.as_string().unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

fn error(word: &str) -> Option<StorageError> {
    match word {
        "full" => Some(StorageError::Full),
        "unavailable" => Some(StorageError::Unavailable),
        "blocked" => Some(StorageError::Blocked),
        "lost" => Some(StorageError::ConnectionLost),
        "newer" => Some(StorageError::Newer),
        "unexpected" => Some(StorageError::Unexpected(MARKER.to_owned())),
        _ => None,
    }
}

fn write_error() -> Option<StorageError> {
    words().iter().find_map(|word| error(word))
}

fn read_error() -> Option<StorageError> {
    words().iter().find_map(|word| error(word.strip_prefix("read-")?))
}

fn damaged(stored: Stored) -> Stored {
    let id = stored.id().clone();
    if !words().iter().any(|word| word.strip_prefix("damaged:") == Some(id.as_str())) {
        return stored;
    }
    let kind = match &stored {
        Stored::Record(record) => Some(record.kind.clone()),
        Stored::Unreadable(unreadable) => unreadable.kind.clone(),
    };
    let raw = super::Aside::of(&stored).raw();
    Stored::Unreadable(Unreadable { id, kind, raw, reason: MARKER.to_owned() })
}

fn failing<'a, T: 'a>(error: StorageError) -> StoreFuture<'a, T> {
    Box::pin(std::future::ready(Err(error)))
}

impl Store for FaultyStore {
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>> {
        if let Some(error) = read_error() {
            return failing(error);
        }
        let answer = self.inner.read(id);
        Box::pin(async move { Ok(answer.await?.map(damaged)) })
    }

    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>> {
        if let Some(error) = read_error() {
            return failing(error);
        }
        let answer = self.inner.read_kind(kind);
        Box::pin(async move { Ok(answer.await?.into_iter().map(damaged).collect()) })
    }

    fn read_all(&self) -> StoreFuture<'_, Vec<Stored>> {
        if let Some(error) = read_error() {
            return failing(error);
        }
        let answer = self.inner.read_all();
        Box::pin(async move { Ok(answer.await?.into_iter().map(damaged).collect()) })
    }

    fn read_meta(&self) -> StoreFuture<'_, BTreeMap<MetaKey, String>> {
        match read_error() {
            Some(error) => failing(error),
            None => self.inner.read_meta(),
        }
    }

    fn write(&self, burst: Burst) -> StoreFuture<'_, ()> {
        match write_error() {
            Some(error) => failing(error),
            None => self.inner.write(burst),
        }
    }

    fn unfinished(&self) -> Vec<Put> {
        self.inner.unfinished()
    }

    fn forget_unfinished(&self) {
        self.inner.forget_unfinished();
    }

    fn erase(&self) -> StoreFuture<'_, ()> {
        match write_error() {
            Some(error) => failing(error),
            None => self.inner.erase(),
        }
    }
}
