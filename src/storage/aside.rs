//! What could not be read and was put aside: its raw text under a key of its own. Pure.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{Body, Kind, Owner, Record, RecordId, Saved, Step, Stored, saved};

/// The raw content of a record that this version could not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// The id that it lay under.
    pub from: String,
    /// What it was, where that could be seen.
    pub kind: Option<String>,
    /// The version of its shape, where that could be seen.
    pub version: Option<u16>,
    text: Option<String>,
    base64: Option<String>,
}

impl Saved for Aside {
    const KIND: Kind = Kind::Aside;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl Aside {
    /// What lay there, byte by byte.
    #[must_use]
    pub fn raw(&self) -> Vec<u8> {
        match (&self.text, &self.base64) {
            (Some(text), _) => text.clone().into_bytes(),
            (None, Some(code)) => STANDARD.decode(code).unwrap_or_default(),
            (None, None) => Vec::new(),
        }
    }

    /// What lies in the store, as something that can be put aside.
    #[must_use]
    pub fn of(stored: &Stored) -> Self {
        let (kind, version, raw) = match stored {
            Stored::Unreadable(unreadable) => {
                (unreadable.kind.as_ref().map(Kind::as_str), None, unreadable.raw.clone())
            }
            Stored::Record(record) => {
                let raw = match &record.body {
                    Body::Payload(bytes) => bytes.clone(),
                    Body::Forgotten => Vec::new(),
                };
                (Some(record.kind.as_str()), Some(record.version), raw)
            }
        };
        let kind = kind.map(str::to_owned);
        let (text, base64) = match String::from_utf8(raw) {
            Ok(text) => (Some(text), None),
            Err(error) => (None, Some(STANDARD.encode(error.as_bytes()))),
        };
        Self { from: stored.id().as_str().to_owned(), kind, version, text, base64 }
    }

    /// The record of it.
    ///
    /// # Errors
    /// What serde says; it never does for this type.
    pub(super) fn to_record(&self, id: RecordId, updated_ms: u64) -> Result<Record, String> {
        let payload = saved::encode(self)?;
        Ok(Record::new(id, Kind::Aside, Owner::Device, Self::VERSION, 1, updated_ms, payload))
    }
}

/// The id under which something is put aside for the `n`th time, from 0.
pub(super) fn aside_id(from: &RecordId, n: usize) -> RecordId {
    if n == 0 { format!("aside-{from}").into() } else { format!("aside-{from}-{n}").into() }
}
