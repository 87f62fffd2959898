//! Records, merging, backup, and the stores themselves. The only module that reaches the browser's storage.
//!
//! From the inside out: a [`Record`] is an envelope around an opaque payload; [`Saved`] says how a
//! feature's own type lies in it, version by version; a [`Store`] keeps records and knows nothing of
//! them; [`Records`] is what the app uses (typed, guarded, one writer); [`Autosave`] decides when to
//! write; [`backup`] moves everything to one file and back, and [`brief`] one profile to a QR code; [`merge`] joins two devices.
//!
//! Deliberately not here: what a session or an agreement holds (the features and `progress` say
//! that), the lock between windows (`platform`), and any word that a person reads (`locales/`).

mod aside;
pub mod autosave;
pub mod backup;
pub mod brief;
mod error;
pub mod expiry;
mod guest;
#[cfg(any(feature = "app", test))]
mod journal;
mod keyring;
mod memory;
pub mod merge;
mod preferences;
pub mod progress;
mod record;
mod records;
mod saved;
mod store;
mod wire;
pub mod words;

#[cfg(feature = "faults")]
pub mod faulty;
#[cfg(feature = "app")]
mod indexed_db;
#[cfg(feature = "app")]
pub mod mirror;
#[cfg(feature = "app")]
mod saver;

pub use aside::Aside;
pub use autosave::{Autosave, SaveStatus};
pub use error::StorageError;
pub use guest::{GUEST, WithGuest};
pub use memory::MemoryStore;
pub use preferences::{Appearance, LockAfter, Preferences, TextSize};
pub use record::{Body, ContentHash, Kind, Owner, Record, RecordId};
pub use records::{Change, Listed, Records, Recovered};
pub use saved::{Loaded, Saved, Step, what_is_missing_is_none};
pub use store::{Burst, Commit, Expect, MetaKey, Put, Store, StoreFuture, Stored, Unreadable};

#[cfg(feature = "faults")]
pub use faulty::FaultyStore;
#[cfg(feature = "app")]
pub use indexed_db::{IndexedDbStore, Seals};
#[cfg(feature = "app")]
pub use saver::Saver;
