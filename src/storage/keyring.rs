//! The keys that this window holds, and whose records it reads: those of the device, and those of the one who is
//! here. What belongs to a profile is sealed on its way to the store and opened on its way back; its envelope stays
//! readable, so that joining, backups and forgetting need no key. Pure.

use std::borrow::Cow;

use super::{Kind, Owner, Record, RecordId};
use crate::ethics::ProfileId;
use crate::profiles::{DataKey, Envelope, Sealer};

/// The keys, and who is here.
#[derive(Default)]
pub(super) struct Keyring {
    here: Option<ProfileId>,
    /// At the most a few: a list, because the first screen carries its code.
    keys: Vec<(ProfileId, Box<dyn Sealer>)>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keyring({:?})", self.here)
    }
}

impl Keyring {
    /// Somebody is here, with their key.
    pub(super) fn enter(&mut self, profile: ProfileId, key: Box<dyn Sealer>) {
        self.keys.retain(|(other, _)| *other != profile);
        self.keys.push((profile.clone(), key));
        self.here = Some(profile);
    }

    /// Nobody is here any more. Their key stays for what is still to be written.
    pub(super) fn leave(&mut self) {
        self.here = None;
    }

    /// Lets go of every key but that of the one who is here.
    pub(super) fn let_go(&mut self) {
        let here = self.here.as_ref();
        self.keys.retain(|(profile, _)| Some(profile) == here);
    }

    pub(super) fn key_of(&self, profile: &ProfileId) -> Option<DataKey> {
        self.sealer(profile).map(|key| key.key())
    }

    fn sealer(&self, profile: &ProfileId) -> Option<&dyn Sealer> {
        self.keys.iter().find(|(whose, _)| whose == profile).map(|(_, key)| key.as_ref())
    }

    /// Whether records of this owner are read now.
    pub(super) fn sees(&self, owner: &Owner) -> bool {
        match owner {
            Owner::Device => true,
            Owner::Profile(profile) => self.here.as_ref() == Some(profile),
        }
    }

    /// A payload as it goes to the store; `None` where the key is not here, or there is no chance to be had.
    pub(super) fn sealed(
        &mut self,
        id: &RecordId,
        kind: &Kind,
        owner: &Owner,
        version: u16,
        plain: Vec<u8>,
    ) -> Option<Vec<u8>> {
        let Owner::Profile(profile) = owner else { return Some(plain) };
        let (_, key) = self.keys.iter_mut().find(|(whose, _)| whose == profile)?;
        let name = owner.to_name();
        let about = Envelope { id: id.as_str(), kind: kind.as_str(), owner: &name, version };
        key.seal(&about, &plain)
    }

    /// The payload of a record as it was written; empty for what is forgotten.
    ///
    /// # Errors
    /// Why it cannot be opened, for a log.
    pub(super) fn opened<'a>(&self, record: &'a Record) -> Result<Cow<'a, [u8]>, String> {
        let payload = record.payload().unwrap_or_default();
        let Owner::Profile(profile) = &record.owner else { return Ok(Cow::Borrowed(payload)) };
        if payload.is_empty() {
            return Ok(Cow::Borrowed(payload));
        }
        let name = record.owner.to_name();
        let (id, kind) = (record.id.as_str(), record.kind.as_str());
        let about = Envelope { id, kind, owner: &name, version: record.version };
        let opened = self.sealer(profile).and_then(|key| key.open(&about, payload));
        opened.map(Cow::Owned).ok_or_else(|| "does not open with the key of its profile".to_owned())
    }
}
