//! How far a file has come on its way in.

use crate::ethics::PackId;
use crate::packs::{Offer, OwnFinding, Pack, PackError};
use crate::storage::StorageError;

/// The screen on which a pack is taken in.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Model {
    /// Nothing is chosen.
    #[default]
    Waiting,
    /// The file is read and looked at.
    Reading,
    /// It is not taken in, because of this.
    Refused(Refusal),
    /// It is right, and somebody is asked.
    Offered(Box<Offer>),
    /// It is being written.
    TakingIn(Box<Offer>),
    /// It is here, under this id.
    Taken(PackId),
}

/// Why a file is not taken in. Nothing on the device has changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The browser could not read it.
    Unread,
    /// It is no pack that can be read.
    NotRead(PackError),
    /// It breaks these rules.
    Wrong(Box<Pack>, Vec<OwnFinding>),
    /// What it is held against did not come.
    NotChecked,
    /// Something changed here while somebody looked.
    Changed,
    /// The store did not answer or did not write.
    Failed(StorageError),
}

impl Model {
    /// What is on offer or on its way.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        match self {
            Self::Offered(offer) | Self::TakingIn(offer) => Some(offer),
            Self::Waiting | Self::Reading | Self::Refused(_) | Self::Taken(_) => None,
        }
    }
}
