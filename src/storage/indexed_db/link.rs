//! The connection: opened when first needed, let go when another window needs the database in another
//! version or when the browser ends it, and opened again.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use idb::Request as _;
use idb::event::VersionChangeEvent;
use idb::request::PutStoreRequest;
use idb::{
    Database, DatabaseEvent as _, Event as _, Factory, IndexParams, KeyPath, ObjectStore, ObjectStoreParams,
};
use wasm_bindgen::JsValue;

use super::super::{MetaKey, StorageError};
use super::transaction::{Answer, Trouble};
use super::{BY_KIND, META, RECORDS, SCHEMA};

/// How long opening may take before it counts as blocked, milliseconds. Opening goes on behind it.
const PATIENCE_MS: u32 = 4_000;

type Slot = RefCell<Option<Rc<Database>>>;

/// The way to the database.
pub(super) struct Link {
    name: String,
    slot: Rc<Slot>,
}

impl Link {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), slot: Rc::default() }
    }

    /// The connection, when it is open.
    pub(super) fn open_one(&self) -> Option<Rc<Database>> {
        self.slot.borrow().clone()
    }

    pub(super) fn let_go(&self) {
        close(&self.slot);
    }

    /// The connection, opened where it is not.
    pub(super) async fn connect(&self) -> Result<Rc<Database>, StorageError> {
        if let Some(database) = self.open_one() {
            return Ok(database);
        }
        let answer = Answer::new();
        self.open(&answer).map_err(of_opening)?;
        let late = answer.clone();
        let _patience = Timeout::new(PATIENCE_MS, move || late.give(Err(StorageError::Blocked)));
        answer.await?;
        self.open_one().ok_or(StorageError::ConnectionLost)
    }

    fn open(&self, answer: &Answer<Result<(), StorageError>>) -> Result<(), idb::Error> {
        let mut request = Factory::new()?.open(&self.name, Some(SCHEMA))?;
        let blocked = answer.clone();
        request.on_blocked(move |_| blocked.give(Err(StorageError::Blocked)));
        let refused = answer.clone();
        request.on_upgrade_needed(move |event| {
            if let Err(error) = lay_out(&event) {
                refused.give(Err(of_opening(error)));
            }
        });
        let failed = answer.clone();
        request.on_error(move |event| {
            let reason = event.target().and_then(|request| request.error());
            failed.give(Err(match reason {
                Ok(Some(exception)) => of_opening(idb::Error::DomException(exception)),
                Ok(None) => StorageError::Unavailable,
                Err(error) => of_opening(error),
            }));
        });
        let (opened, slot) = (answer.clone(), Rc::clone(&self.slot));
        request.on_success(move |event| match event.database() {
            // Also when it comes too late for whoever asked: the next one finds it open.
            Ok(database) => {
                install(database, &slot);
                opened.give(Ok(()));
            }
            Err(error) => opened.give(Err(of_opening(error))),
        });
        request.forget_callbacks();
        Ok(())
    }
}

fn of_opening(error: idb::Error) -> StorageError {
    if matches!(error, idb::Error::IndexedDbNotFound(_)) {
        return StorageError::Unavailable;
    }
    match Trouble::from(error) {
        // A browser in private mode says so with an invalid state.
        Trouble::Lost => StorageError::Unavailable,
        Trouble::Error(error) => error,
    }
}

fn install(mut database: Database, slot: &Rc<Slot>) {
    if slot.borrow().is_some() {
        database.close();
        return;
    }
    let ended: Weak<Slot> = Rc::downgrade(slot);
    let wanted = Weak::clone(&ended);
    database.on_close(move |_| {
        if let Some(slot) = ended.upgrade() {
            slot.borrow_mut().take();
        }
    });
    // Another window upgrades or deletes the database: holding on would block it.
    database.on_version_change(move |_| {
        if let Some(slot) = wanted.upgrade() {
            close(&slot);
        }
    });
    database.forget_callbacks();
    *slot.borrow_mut() = Some(Rc::new(database));
}

fn close(slot: &Slot) {
    let database = slot.borrow_mut().take();
    if let Some(database) = database {
        database.close();
    }
}

/// Lays the database out. Forward only: a later schema adds its own step here and changes none.
fn lay_out(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    if event.old_version()? < 1 {
        let records = database.create_object_store(RECORDS, ObjectStoreParams::new())?;
        records.create_index(BY_KIND, KeyPath::new_single(BY_KIND), Some(IndexParams::new()))?;
        let meta = database.create_object_store(META, ObjectStoreParams::new())?;
        write_schema(&meta)?;
    }
    Ok(())
}

pub(super) fn write_schema(meta: &ObjectStore) -> Result<PutStoreRequest, idb::Error> {
    meta.put(&JsValue::from_str(&SCHEMA.to_string()), Some(&JsValue::from_str(MetaKey::Schema.as_str())))
}
