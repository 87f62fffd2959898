//! A few records in so few bytes that a QR code holds them: a backup without what can be found again. Pure.

use serde::{Deserialize, Serialize};

use super::backup::{self, Backup, BackupError};
use super::wire::{coded, decoded};
use super::{Body, Kind, Owner, Record, Stored};
use crate::json::{self, Value};

/// The version of the shape.
pub const VERSION: u32 = 1;

const FORMAT: &str = "refleks-brief";

#[derive(Serialize)]
struct FileOut<'a> {
    format: &'static str,
    version: u32,
    made: &'a str,
    records: Vec<BriefRecord>,
}

/// A record: its id, kind, version, rev, the time when it was written, and what it holds. Its owner is in its id, and
/// its fingerprint is that of all this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct BriefRecord(String, String, u16, u64, u64, Content);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Content {
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "b")]
    Bytes(String),
    #[serde(rename = "f")]
    Forgotten,
}

/// Everything of these records; `None` where something is among them that cannot be read, or whose owner is not in its
/// id: a backup takes it along, and this does not.
#[must_use]
pub fn write(made: &str, everything: Vec<Stored>) -> Option<Vec<u8>> {
    let brief = |stored: Stored| match stored {
        Stored::Record(record) if record.is_whole() => BriefRecord::of(record),
        Stored::Record(_) | Stored::Unreadable(_) => None,
    };
    let records = everything.into_iter().map(brief).collect::<Option<Vec<_>>>()?;
    json::write(&FileOut { format: FORMAT, version: VERSION, made, records }).ok()
}

/// Reads it.
///
/// # Errors
/// [`BackupError`], when it is not whole.
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    backup::read_as(FORMAT, VERSION, bytes, record)
}

fn record(item: &Value) -> Result<Record, String> {
    json::from_value::<BriefRecord>(item).map_err(|error| error.to_string())?.record()
}

impl BriefRecord {
    fn of(record: Record) -> Option<Self> {
        if record.owner != Owner::of(&record.id) {
            return None;
        }
        let content = match record.body {
            Body::Forgotten => Content::Forgotten,
            Body::Payload(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Content::Text(text),
                Err(error) => Content::Bytes(coded(error.as_bytes())),
            },
        };
        let (id, kind) = (record.id.as_str().to_owned(), record.kind.as_str().to_owned());
        Some(Self(id, kind, record.version, record.rev, record.updated_ms, content))
    }

    fn record(self) -> Result<Record, String> {
        let Self(id, kind, version, rev, updated_ms, content) = self;
        let (id, kind) = (id.into(), Kind::from_name(&kind));
        let owner = Owner::of(&id);
        let payload = match content {
            Content::Forgotten => return Ok(Record::forgotten(id, kind, owner, rev)),
            Content::Text(text) => text.into_bytes(),
            Content::Bytes(code) => decoded(&code)?,
        };
        Ok(Record::new(id, kind, owner, version, rev, updated_ms, payload))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Unreadable;

    fn of_a_profile() -> Vec<Record> {
        let record = |id: &str, kind: Kind, payload: &[u8]| {
            let id = id.into();
            let owner = Owner::of(&id);
            Record::new(id, kind, owner, 2, 7, 1_763_942_400_000, payload.to_vec())
        };
        let gone = "p.4f.lesson-gammel".into();
        let owner = Owner::of(&gone);
        vec![
            record("profile-4f", Kind::Profile, "{\"code\":[\"fox\",\"boat\",\"lantern\"]}".as_bytes()),
            record("p.4f.drill-marks", Kind::DrillMarks, &[1, 200, 255, 0, 34]),
            Record::forgotten(gone, Kind::LessonMarks, owner, 3),
        ]
    }

    fn stored(records: Vec<Record>) -> Vec<Stored> {
        records.into_iter().map(Stored::Record).collect()
    }

    #[test]
    fn everything_comes_back_as_it_was_fingerprint_and_owner_too() {
        let file = write("2026-11-24 09:30", stored(of_a_profile())).unwrap();
        let back = read(&file).unwrap();
        assert_eq!((back.made.as_str(), back.records), ("2026-11-24 09:30", of_a_profile()));
        let whole = backup::write("2026-11-24 09:30", stored(of_a_profile())).unwrap();
        assert!(file.len() * 2 < whole.len(), "{} of {} bytes", file.len(), whole.len());
    }

    #[test]
    fn what_a_backup_alone_takes_along_has_no_brief_file() {
        let mut damaged = of_a_profile();
        damaged[0].rev += 1;
        assert_eq!(write("", stored(damaged)), None);
        let elsewhere =
            Record::new("note-1".into(), Kind::Profile, Owner::Profile("4f".into()), 1, 1, 1, vec![]);
        assert_eq!(write("", stored(vec![elsewhere])), None);
        let unreadable =
            Unreadable { id: "p.4f.x".into(), kind: None, raw: b"?".to_vec(), reason: "no record".into() };
        assert_eq!(write("", vec![Stored::Unreadable(unreadable)]), None);
    }

    #[test]
    fn a_file_that_is_something_else_newer_or_cut_off_is_told_from_a_whole_one() {
        let file = write("2026-11-24", stored(of_a_profile())).unwrap();
        let backup = backup::write("2026-11-24", stored(of_a_profile())).unwrap();
        assert_eq!(read(&backup), Err(BackupError::NotABackup));
        assert_eq!(backup::read(&file), Err(BackupError::NotABackup));
        let text = String::from_utf8(file.clone()).unwrap();
        let newer = text.replace("\"version\":1", "\"version\":2");
        assert_eq!(read(newer.as_bytes()), Err(BackupError::Newer(2)));
        assert!(matches!(read(&file[..file.len() - 3]), Err(BackupError::Damaged { .. })));
        let odd = text.replace("{\"b\":\"", "{\"b\":\"*");
        assert!(matches!(read(odd.as_bytes()), Err(BackupError::Damaged { .. })));
    }
}
