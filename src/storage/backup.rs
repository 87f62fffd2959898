//! Everything to one file, and back, on this device or another. Pure.
//!
//! A file is read whole and checked whole before a single record is written, and what it would do is
//! shown first. Device facts (`MetaKey`) stay on the device that they are about.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::aside::{Aside, aside_id};
use super::wire::WireRecord;
use super::{Body, Expect, Kind, Put, Record, RecordId, Stored, merge};
use crate::json::{self, Value};

/// The largest file that is read, bytes.
pub const LIMIT: usize = 200 * 1024 * 1024;

/// The version of the file's own shape.
pub const VERSION: u32 = 1;

const FORMAT: &str = "refleks-backup";

/// Why a file was not read in. The device is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// The file is larger than [`LIMIT`].
    #[error("the file has {0} bytes, which is more than is read")]
    TooLarge(usize),
    /// The file is something else.
    #[error("the file is no backup")]
    NotABackup,
    /// The file was made by a newer version of the app; this is the version of its shape.
    #[error("the backup has the newer version {0}")]
    Newer(u32),
    /// The file is a backup, but damaged.
    #[error("the backup is damaged at {place:?}: {why}")]
    Damaged {
        /// Where.
        place: Place,
        /// What is wrong there, for a log.
        why: String,
    },
}

/// A place in a backup file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In this record, from 1.
    Record(usize),
    /// At this line and character, from 1: the text is cut off or garbled there.
    Text {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
    },
}

/// A backup that was read and found whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, as it was written.
    pub made: String,
    /// All records, marks of what is forgotten too.
    pub records: Vec<Record>,
}

#[derive(Serialize)]
struct FileOut<'a> {
    format: &'static str,
    version: u32,
    made: &'a str,
    records: Vec<WireRecord>,
}

/// The file of everything in a store, but for private rounds that are not opened: no answer leaves the device
/// before the group has seen it, and no other device could open it. What could not be read goes along as put
/// aside.
///
/// # Errors
/// What [`json::write`] says; it never does for these types.
pub fn write(made: &str, everything: Vec<Stored>) -> Result<Vec<u8>, String> {
    let is_round = |stored: &Stored| matches!(stored, Stored::Record(record) if record.kind == Kind::Round);
    let records = everything.into_iter().filter(|stored| !is_round(stored)).map(|stored| match stored {
        // A record that was damaged on this device would make the whole file unreadable on the next.
        Stored::Record(record) if record.is_whole() => Ok(record.into()),
        Stored::Record(_) | Stored::Unreadable(_) => {
            Aside::of(&stored).to_record(aside_id(stored.id(), 0), 0).map(WireRecord::from)
        }
    });
    let records = records.collect::<Result<Vec<WireRecord>, String>>()?;
    json::write(&FileOut { format: FORMAT, version: VERSION, made, records }).map_err(|e| e.to_string())
}

/// Reads a file.
///
/// # Errors
/// [`BackupError`], when it is not whole.
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    read_as(FORMAT, VERSION, bytes, record)
}

/// Reads a file of this format whose records are written in some shape of their own.
pub(super) fn read_as(
    format: &str,
    newest: u32,
    bytes: &[u8],
    record: fn(&Value) -> Result<Record, String>,
) -> Result<Backup, BackupError> {
    if bytes.len() > LIMIT {
        return Err(BackupError::TooLarge(bytes.len()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut file = json::parse(bytes).map_err(|error| broken(format, bytes, &error))?;
    let text = |name: &str| file.get(name).and_then(Value::as_str);
    if text("format") != Some(format) {
        return Err(BackupError::NotABackup);
    }
    let version: u32 = json::field(&file, "version").map_err(|_| BackupError::NotABackup)?;
    if version > newest {
        return Err(BackupError::Newer(version));
    }
    let made = text("made").ok_or(BackupError::NotABackup)?.to_owned();
    let Some(Value::Array(items)) = file.get_mut("records").map(Value::take) else {
        return Err(BackupError::NotABackup);
    };
    // Each is let go as soon as it is read: a file may be large.
    let records = items.into_iter().enumerate().map(|(at, item)| {
        record(&item).map_err(|why| BackupError::Damaged { place: Place::Record(at + 1), why })
    });
    Ok(Backup { made, records: records.collect::<Result<_, _>>()? })
}

fn record(item: &Value) -> Result<Record, String> {
    Record::try_from(json::from_value::<WireRecord>(item).map_err(|error| error.to_string())?)
}

fn broken(format: &str, bytes: &[u8], error: &json::Error) -> BackupError {
    // Cut off or garbled, but ours: the beginning still says so.
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let is_ours = start.windows(format.len()).any(|part| part == format.as_bytes());
    match error.place() {
        Some((line, column)) if is_ours => {
            BackupError::Damaged { place: Place::Text { line, column }, why: error.to_string() }
        }
        Some(_) | None => BackupError::NotABackup,
    }
}

/// What reading in would do to the records of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Come to the device.
    pub new: usize,
    /// Are replaced by what was written later.
    pub changed: usize,
    /// Stay as they are: alike, or written later here.
    pub unchanged: usize,
    /// Disappear, because they were forgotten after they were written here.
    pub forgotten: usize,
    /// Do not come back, because they were forgotten here.
    pub stay_forgotten: usize,
    /// Stay as they are, because what lies here could not be read and nothing may write over it.
    pub protected: usize,
}

/// What reading a backup in would do, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// When the backup was made, as it was written.
    pub made: String,
    /// What would happen, by kind.
    pub preview: BTreeMap<Kind, Preview>,
    puts: Vec<Put>,
}

impl Plan {
    /// Whether reading it in would change anything.
    #[must_use]
    pub fn changes_anything(&self) -> bool {
        !self.puts.is_empty()
    }

    pub(super) fn into_puts(self) -> Vec<Put> {
        self.puts
    }
}

/// Compares a backup with what lies on the device. `protected` may not be written over.
#[must_use]
pub fn plan(everything: Vec<Stored>, protected: &BTreeSet<RecordId>, backup: Backup) -> Plan {
    let here: BTreeMap<RecordId, Stored> =
        everything.into_iter().map(|stored| (stored.id().clone(), stored)).collect();
    let mut plan = Plan { made: backup.made, preview: BTreeMap::new(), puts: Vec::new() };
    for theirs in merge::merge_sets(Vec::new(), backup.records) {
        let row = plan.preview.entry(theirs.kind.clone()).or_default();
        let ours = here.get(&theirs.id);
        if let Some(put) = put(ours, protected.contains(&theirs.id), theirs, row) {
            plan.puts.push(put);
        }
    }
    plan
}

fn put(ours: Option<&Stored>, is_protected: bool, theirs: Record, row: &mut Preview) -> Option<Put> {
    let expect = |rev| Expect { rev, or: Vec::new() };
    let ours = match ours {
        Some(Stored::Record(record)) if record.is_whole() && !is_protected => record,
        Some(_) => {
            row.protected += 1;
            return None;
        }
        None => {
            if theirs.payload().is_some() {
                row.new += 1;
            }
            return Some(Put { record: theirs, expect: expect(None) });
        }
    };
    if merge::order(ours, &theirs).is_ge() {
        match (&ours.body, &theirs.body) {
            (Body::Forgotten, Body::Payload(_)) => row.stay_forgotten += 1,
            (Body::Forgotten, Body::Forgotten) => {}
            (Body::Payload(_), _) => row.unchanged += 1,
        }
        return None;
    }
    match (&ours.body, &theirs.body) {
        (Body::Payload(_), Body::Payload(_)) => row.changed += 1,
        (Body::Payload(_), Body::Forgotten) => row.forgotten += 1,
        (Body::Forgotten, Body::Payload(_)) => row.new += 1,
        (Body::Forgotten, Body::Forgotten) => {}
    }
    Some(Put { record: theirs, expect: expect(Some(ours.rev)) })
}
