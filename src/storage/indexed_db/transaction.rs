//! One transaction: begun synchronously, then awaited to its end.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use gloo_timers::callback::Timeout;
use idb::request::{AddStoreRequest, GetStoreRequest};
use idb::{Database, Event as _, ObjectStore, Request as _, StoreEvent as _, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::super::{Put, RecordId, StorageError};
use super::value;

/// What stopped a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The browser ended the connection: worth one more attempt on a new one.
    Lost,
    /// Anything else.
    Error(StorageError),
}

impl From<Trouble> for StorageError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Lost => Self::ConnectionLost,
            Trouble::Error(error) => error,
        }
    }
}

impl From<idb::Error> for Trouble {
    fn from(error: idb::Error) -> Self {
        named(&error.to_string())
    }
}

/// The trouble behind a text that holds the name of a DOM exception.
fn named(text: &str) -> Trouble {
    let is = |name: &str| text.contains(name);
    if is("QuotaExceededError") {
        Trouble::Error(StorageError::Full)
    } else if is("InvalidStateError")
        || is("UnknownError")
        || is("TransactionInactiveError")
        || is("AbortError")
    {
        Trouble::Lost
    } else if is("SecurityError") || is("NotAllowedError") {
        Trouble::Error(StorageError::Unavailable)
    } else if is("VersionError") {
        Trouble::Error(StorageError::Newer)
    } else {
        Trouble::Error(StorageError::Unexpected(text.to_owned()))
    }
}

/// A value that is given once from a callback and awaited elsewhere. The first one given counts.
pub(super) struct Answer<T>(Rc<RefCell<Slot<T>>>);

struct Slot<T> {
    value: Option<T>,
    given: bool,
    expired: bool,
    waker: Option<Waker>,
}

impl<T> Clone for Answer<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Answer<T> {
    pub(super) fn new() -> Self {
        Self(Rc::new(RefCell::new(Slot { value: None, given: false, expired: false, waker: None })))
    }

    pub(super) fn give(&self, value: T) {
        let waker = {
            let mut slot = self.0.borrow_mut();
            if slot.given {
                return;
            }
            slot.given = true;
            slot.value = Some(value);
            slot.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Gives a value because nobody else did; whoever could is still to be expected.
    fn expire(&self, value: T) {
        self.give(value);
        self.0.borrow_mut().expired = true;
    }

    fn is_final(&self) -> bool {
        let slot = self.0.borrow();
        slot.given && !slot.expired
    }
}

impl<T> Future for Answer<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut slot = self.0.borrow_mut();
        match slot.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                slot.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// A look at what lies there before it is written over, inside the same transaction.
pub(super) struct Check {
    request: GetStoreRequest,
    refusal: Rc<RefCell<Option<StorageError>>>,
}

impl Check {
    /// Asks before the put is issued, and undoes the whole transaction when the answer is wrong.
    pub(super) fn of(records: &ObjectStore, put: &Put) -> Result<Self, Trouble> {
        let mut request = records.get(JsValue::from_str(put.record.id.as_str()))?;
        let refusal = Rc::new(RefCell::new(None));
        let (put, told) = (put.clone(), Rc::clone(&refusal));
        request.on_success(move |event| {
            let Some(error) = event.result().ok().and_then(|there| wrong(&put, there.as_ref())) else {
                return;
            };
            *told.borrow_mut() = Some(error);
            if let Some(transaction) = event.target().ok().and_then(|request| request.transaction()) {
                // It fails only when it is undone already.
                let _ = transaction.abort();
            }
        });
        Ok(Self { request, refusal })
    }
}

fn wrong(put: &Put, there: Option<&JsValue>) -> Option<StorageError> {
    let id = &put.record.id;
    match there.map(value::rev_and_hash) {
        None => (!put.may_replace(None)).then(|| StorageError::Conflict(id.clone())),
        Some(None) => Some(StorageError::Protected(id.clone())),
        Some(Some((rev, hash))) => {
            (!put.may_replace(Some((rev, &hash)))).then(|| StorageError::Conflict(id.clone()))
        }
    }
}

/// How long a transaction may take before its connection counts as lost, milliseconds. A browser that
/// killed its database process may never answer.
const PATIENCE_MS: u32 = 10_000;

const LATE: &str = "late";

type Give<T> = Box<dyn FnOnce() -> Result<T, idb::Error>>;

/// A transaction whose requests are issued.
pub(super) struct Begun<T> {
    transaction: Option<Transaction>,
    ended: Answer<Result<(), String>>,
    patience_ms: u32,
    checks: Vec<Check>,
    added: Vec<(RecordId, AddStoreRequest)>,
    give: Option<Give<T>>,
}

impl<T> Begun<T> {
    fn new(database: &Database, stores: &[&str], mode: TransactionMode) -> Result<Self, Trouble> {
        let mut transaction = database.transaction(stores, mode)?;
        let ended = Answer::new();
        let (completed, aborted) = (ended.clone(), ended.clone());
        transaction.on_complete(move |_| completed.give(Ok(())));
        // Not `error`: it comes before `abort`, while the transaction has no reason yet.
        transaction.on_abort(move |event| {
            let transaction = event.target().and_then(|target| Transaction::try_from(target).ok());
            let reason = transaction.and_then(|transaction| transaction.error());
            let text =
                reason.map_or_else(|| "AbortError".to_owned(), |e| format!("{}: {}", e.name(), e.message()));
            aborted.give(Err(text));
        });
        Ok(Self {
            transaction: Some(transaction),
            ended,
            patience_ms: PATIENCE_MS,
            checks: Vec::new(),
            added: Vec::new(),
            give: None,
        })
    }

    fn object_store(&self, name: &str) -> Result<ObjectStore, Trouble> {
        match &self.transaction {
            Some(transaction) => Ok(transaction.object_store(name)?),
            None => Err(Trouble::Lost),
        }
    }

    pub(super) fn reading(database: &Database, store: &str) -> Result<(Self, ObjectStore), Trouble> {
        let begun = Self::new(database, &[store], TransactionMode::ReadOnly)?;
        let records = begun.object_store(store)?;
        Ok((begun, records))
    }

    /// For writing to the records and the device facts.
    pub(super) fn writing(
        database: &Database,
        records: &str,
        meta: &str,
    ) -> Result<(Self, ObjectStore, ObjectStore), Trouble> {
        let begun = Self::new(database, &[records, meta], TransactionMode::ReadWrite)?;
        let (records, meta) = (begun.object_store(records)?, begun.object_store(meta)?);
        Ok((begun, records, meta))
    }

    pub(super) fn check(&mut self, check: Check) {
        self.checks.push(check);
    }

    /// Written with `add`: a record that exists already is a conflict.
    pub(super) fn added(&mut self, id: RecordId, request: AddStoreRequest) {
        self.added.push((id, request));
    }

    /// Commits without waiting for the answers to the requests.
    pub(super) fn commit(&mut self) -> Result<(), Trouble> {
        if let Some(transaction) = self.transaction.take() {
            self.transaction = Some(transaction.commit()?);
        }
        Ok(())
    }

    /// Waits longer, because so much is written: a second for each megabyte.
    pub(super) fn allow_for(&mut self, bytes: usize) {
        self.patience_ms = self.patience_ms.saturating_add(u32::try_from(bytes / 1000).unwrap_or(u32::MAX));
    }

    pub(super) fn giving(
        mut self,
        give: impl FnOnce() -> Result<T, idb::Error> + 'static,
    ) -> Result<Self, Trouble> {
        self.give = Some(Box::new(give));
        Ok(self)
    }

    /// Waits for the end.
    pub(super) async fn finish(mut self) -> Result<T, Trouble> {
        let late = self.ended.clone();
        let patience = Timeout::new(self.patience_ms, move || late.expire(Err(LATE.to_owned())));
        let ended = self.ended.clone().await;
        drop(patience);
        if let Err(reason) = ended {
            return Err(self.trouble(&reason));
        }
        if let Some(error) = self.refused() {
            return Err(Trouble::Error(error));
        }
        match self.give.take() {
            Some(give) => Ok(give()?),
            None => Err(Trouble::Lost),
        }
    }

    fn trouble(&self, reason: &str) -> Trouble {
        if reason == LATE {
            return Trouble::Lost;
        }
        if let Some(error) = self.checks.iter().find_map(|check| check.refusal.borrow().clone()) {
            return Trouble::Error(error);
        }
        match self.refused() {
            Some(error) => Trouble::Error(error),
            None => named(reason),
        }
    }

    /// Firefox and `WebKit` complete a transaction that was committed at once although an `add` in it
    /// failed; Chromium undoes it.
    fn refused(&self) -> Option<StorageError> {
        let failed = |request: &AddStoreRequest| {
            request.error().ok().flatten().is_some_and(|exception| exception.name() == "ConstraintError")
        };
        let (id, _) = self.added.iter().find(|(_, request)| failed(request))?;
        Some(StorageError::Conflict(id.clone()))
    }
}

impl<T> Drop for Begun<T> {
    fn drop(&mut self) {
        if self.ended.is_final() {
            return;
        }
        // Nobody waits any more, but the browser still calls back: the closures have to stay.
        if let Some(transaction) = &mut self.transaction {
            transaction.forget_callbacks();
        }
        for check in &mut self.checks {
            check.request.forget_callbacks();
        }
    }
}
