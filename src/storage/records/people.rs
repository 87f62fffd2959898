//! The people among the records: who is here, what one of them takes along to another tablet, and what is left when
//! one of them goes.

use super::super::guest::GUEST;
use super::super::progress::profile_record;
use super::super::{Burst, Expect, Owner, Put, Record, StorageError, Stored, backup, brief};
use super::Records;
use crate::ethics::ProfileId;
use crate::profiles::{DataKey, Sealer};

impl Records {
    /// Somebody is here: their records are read and written from now on, sealed with their key.
    pub fn enter(&self, profile: ProfileId, key: Box<dyn Sealer>) {
        self.state.borrow_mut().keys.enter(profile, key);
    }

    /// The key of a profile that is here or has just left, to be wrapped anew.
    pub fn key_of(&self, profile: &ProfileId) -> Option<DataKey> {
        self.state.borrow().keys.key_of(profile)
    }

    /// Nobody is here any more: only what belongs to the device is read. The key stays for what is still to be
    /// written.
    pub fn leave(&self) {
        self.state.borrow_mut().keys.leave();
    }

    /// Lets go of every key but that of the one who is here: nothing of theirs waits to be written.
    pub fn let_go_of_keys(&self) {
        self.state.borrow_mut().keys.let_go();
    }

    /// A guest leaves: what they did is gone.
    ///
    /// # Errors
    /// None; memory does not refuse.
    pub async fn forget_guest(&self) -> Result<(), StorageError> {
        self.state.borrow_mut().known.retain(|id, _| Owner::of(id) != Owner::Profile(GUEST.into()));
        self.store.forget_guest().await
    }

    /// Everything of one profile as a file, to take to another tablet: a backup that holds nothing else. What is
    /// sealed stays sealed.
    ///
    /// # Errors
    /// As [`Records::backup`].
    pub async fn backup_of(&self, profile: &ProfileId, made: &str) -> Result<Vec<u8>, StorageError> {
        let everything = self.store.read_all().await?;
        let theirs = everything.into_iter().filter(|stored| is_of(stored, profile)).collect();
        backup::write(made, theirs).map_err(StorageError::Unexpected)
    }

    /// The same in so few bytes as a QR code holds; `None` where something is among it that only a file takes along.
    ///
    /// # Errors
    /// As [`Records::backup`].
    pub async fn brief_of(&self, profile: &ProfileId, made: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let everything = self.store.read_all().await?;
        let theirs = everything.into_iter().filter(|stored| is_of(stored, profile)).collect();
        Ok(brief::write(made, theirs))
    }

    /// Forgets a profile and all that belongs to it, for good. Nobody needs its key for that.
    ///
    /// # Errors
    /// As [`Records::write`].
    pub async fn forget_profile(&self, profile: &ProfileId) -> Result<(), StorageError> {
        if !self.is_writer() {
            return Err(StorageError::ReadOnly);
        }
        let mut burst = Burst::default();
        for stored in self.store.read_all().await?.into_iter().filter(|stored| is_of(stored, profile)) {
            match stored {
                Stored::Unreadable(unreadable) => burst.frees.push(unreadable.id),
                Stored::Record(record) if record.payload().is_none() => {}
                Stored::Record(record) => {
                    let expect = Expect { rev: Some(record.rev), or: Vec::new() };
                    let record = Record::forgotten(record.id, record.kind, record.owner, record.rev + 1);
                    burst.puts.push(Put { record, expect });
                }
            }
        }
        self.issue(burst).await
    }
}

/// Whether something belongs to a profile, or is the profile itself.
fn is_of(stored: &Stored, profile: &ProfileId) -> bool {
    *stored.id() == profile_record(profile) || Owner::of(stored.id()) == Owner::Profile(profile.clone())
}
