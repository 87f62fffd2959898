//! A record as JSON, in backups and fixtures. Pure.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{Body, Kind, Owner, Record};

/// Bytes that are no text, as a text.
pub(super) fn coded(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads [`coded`].
pub(super) fn decoded(code: &str) -> Result<Vec<u8>, String> {
    STANDARD.decode(code).map_err(|error| format!("base64: {error}"))
}

/// A record as it is written in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WireRecord {
    id: String,
    kind: String,
    owner: String,
    version: u16,
    rev: u64,
    hash: String,
    updated_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    forgotten: bool,
}

impl From<Record> for WireRecord {
    fn from(record: Record) -> Self {
        let (text, base64, forgotten) = match record.body {
            Body::Forgotten => (None, None, true),
            Body::Payload(bytes) => match String::from_utf8(bytes) {
                Ok(text) => (Some(text), None, false),
                Err(error) => (None, Some(coded(error.as_bytes())), false),
            },
        };
        Self {
            id: record.id.as_str().to_owned(),
            kind: record.kind.as_str().to_owned(),
            owner: record.owner.to_name(),
            version: record.version,
            rev: record.rev,
            hash: record.hash.as_str().to_owned(),
            updated_ms: record.updated_ms,
            text,
            base64,
            forgotten,
        }
    }
}

impl TryFrom<WireRecord> for Record {
    type Error = String;

    fn try_from(wire: WireRecord) -> Result<Self, String> {
        let body = match (wire.text, wire.base64, wire.forgotten) {
            (Some(text), None, false) => Body::Payload(text.into_bytes()),
            (None, Some(code), false) => Body::Payload(decoded(&code)?),
            (None, None, true) => Body::Forgotten,
            _ => return Err("has not exactly one of text, base64 and forgotten".to_owned()),
        };
        let record = Self {
            id: wire.id.into(),
            kind: Kind::from_name(&wire.kind),
            owner: Owner::from_name(&wire.owner).ok_or_else(|| format!("unknown owner `{}`", wire.owner))?,
            version: wire.version,
            rev: wire.rev,
            hash: wire.hash.into(),
            updated_ms: wire.updated_ms,
            body,
        };
        if record.is_whole() { Ok(record) } else { Err("does not fit its fingerprint".to_owned()) }
    }
}
