//! A record: an envelope that every store, backup and merge understands, around a payload that only
//! its feature understands. Pure.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::ethics::{ProfileId, whose};

/// The identity of a record. Random for what people write (`uuid`), a fixed word for what there is
/// one of. It is never used again for something else.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(String);

impl RecordId {
    /// The id as it is written in stores and backups.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for RecordId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for RecordId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a record is. Every kind there is stands here, so that backup and erasing are complete.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A reflection session, whole.
    Session,
    /// The light list entry of a session, for the home screen and the archive.
    SessionEntry,
    /// What a session came to, where only that was kept.
    Summary,
    /// Something that a reflection can start from (`ethics::Opening`).
    Opening,
    /// A private round that is not opened yet. Never part of a backup.
    Round,
    /// A case that somebody suggests to the group (`progress`).
    Idea,
    /// What is done the same way here, with its day of review (`progress`).
    Practice,
    /// What people have done with reflection cards (`progress`).
    CardMarks,
    /// What was missed in the drills (`progress`).
    DrillMarks,
    /// What was done of a lesson (`progress`).
    LessonMarks,
    /// What was answered in one sitting of the memory (`progress`).
    Memory,
    /// What was marked in a kompetansepakke (`progress`).
    PathMarks,
    /// That somebody has read an ethical standard (`progress`).
    Receipt,
    /// The ethical standard of the workplace (`progress`).
    OwnStandard,
    /// Who is who at the workplace (`progress`).
    WhoIsWho,
    /// What somebody brings to the medarbeidersamtale (`progress`).
    TalkNotes,
    /// That a group talked about a lesson (`progress`).
    LessonTalk,
    /// Somebody who uses this device (`profiles`).
    Profile,
    /// A run through a simulation (`progress`).
    Run,
    /// A pack of own content (`packs`).
    Pack,
    /// What was agreed, with role and date of return (`progress`).
    Agreement,
    /// Choices of the device or of a profile: language, appearance, text size.
    Preferences,
    /// The raw text of a record that could not be read, put aside by the user.
    Aside,
    /// A kind that a newer version made: kept and carried along, never touched.
    Other(String),
}

impl Kind {
    /// Every kind that this version knows.
    pub const ALL: [Self; 23] = [
        Self::Session,
        Self::SessionEntry,
        Self::Summary,
        Self::Opening,
        Self::Round,
        Self::Idea,
        Self::Practice,
        Self::CardMarks,
        Self::DrillMarks,
        Self::LessonMarks,
        Self::Memory,
        Self::PathMarks,
        Self::Receipt,
        Self::OwnStandard,
        Self::WhoIsWho,
        Self::TalkNotes,
        Self::LessonTalk,
        Self::Profile,
        Self::Run,
        Self::Pack,
        Self::Agreement,
        Self::Preferences,
        Self::Aside,
    ];

    /// The kind as it is written in stores and backups.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Session => "session",
            Self::SessionEntry => "session-entry",
            Self::Summary => "summary",
            Self::Opening => "opening",
            Self::Round => "round",
            Self::Idea => "idea",
            Self::CardMarks => "card_marks",
            Self::DrillMarks => "drill_marks",
            Self::LessonMarks => "lesson_marks",
            Self::Memory => "memory",
            Self::PathMarks => "path_marks",
            Self::Receipt => "receipt",
            Self::OwnStandard => "own_standard",
            Self::WhoIsWho => "who_is_who",
            Self::TalkNotes => "talk_notes",
            Self::LessonTalk => "lesson_talk",
            Self::Profile => "profile",
            Self::Practice => "practice",
            Self::Run => "run",
            Self::Pack => "pack",
            Self::Agreement => "agreement",
            Self::Preferences => "preferences",
            Self::Aside => "aside",
            Self::Other(name) => name,
        }
    }

    /// The kind of a written name. A name that this version does not know is kept as it is.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == name)
            .unwrap_or_else(|| Self::Other(name.to_owned()))
    }
}

/// Whose a record is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Owner {
    /// Everybody who uses the device.
    #[default]
    Device,
    /// One local profile.
    Profile(ProfileId),
}

const PROFILE: &str = "profile:";

impl Owner {
    /// Whose a record is that lies under this id: the id says so, so that two people's records of one thing are two.
    #[must_use]
    pub fn of(id: &RecordId) -> Self {
        whose::parted(id.as_str()).map_or(Self::Device, |(profile, _)| Self::Profile(profile.into()))
    }

    /// Where a record lies of which each owner has one.
    #[must_use]
    pub fn place(&self, id: &str) -> RecordId {
        match self {
            Self::Device => id.into(),
            Self::Profile(profile) => whose::of_profile(profile.as_str(), id).into(),
        }
    }

    /// The owner as it is written in stores and backups.
    #[must_use]
    pub fn to_name(&self) -> String {
        match self {
            Self::Device => "device".to_owned(),
            Self::Profile(id) => format!("{PROFILE}{id}"),
        }
    }

    /// The owner of a written name; `None` when it is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.strip_prefix(PROFILE) {
            Some(id) => Some(Self::Profile(id.into())),
            None => (name == "device").then_some(Self::Device),
        }
    }
}

/// A fingerprint of a whole record (sha256, hexadecimal). Two records with the same one are alike; a
/// record whose content gives another one was damaged.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(String);

impl ContentHash {
    /// The fingerprint as it is written in stores and backups.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for ContentHash {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// What a record holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Body {
    /// Bytes that only the feature understands: JSON text today.
    Payload(Vec<u8>),
    /// Nothing any more: the mark that keeps it forgotten when an old backup is read.
    Forgotten,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Record {
    /// Its identity.
    pub id: RecordId,
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub owner: Owner,
    /// The version of the payload's shape, from 1; 0 for what is forgotten.
    pub version: u16,
    /// How many times it has been written, from 1.
    pub rev: u64,
    /// The fingerprint of all the rest.
    pub hash: ContentHash,
    /// When it was written, milliseconds since 1970; 0 for what is forgotten.
    pub updated_ms: u64,
    /// What it holds.
    pub body: Body,
}

impl Record {
    /// A record with its fingerprint.
    #[must_use]
    pub fn new(
        id: RecordId,
        kind: Kind,
        owner: Owner,
        version: u16,
        rev: u64,
        updated_ms: u64,
        payload: Vec<u8>,
    ) -> Self {
        Self {
            id,
            kind,
            owner,
            version,
            rev,
            hash: ContentHash(String::new()),
            updated_ms,
            body: Body::Payload(payload),
        }
        .sealed()
    }

    /// The mark of a record that is forgotten: no content, no time, and no fingerprint of what it held.
    #[must_use]
    pub fn forgotten(id: RecordId, kind: Kind, owner: Owner, rev: u64) -> Self {
        let hash = ContentHash(String::new());
        Self { id, kind, owner, version: 0, rev, hash, updated_ms: 0, body: Body::Forgotten }.sealed()
    }

    /// The payload, unless it is forgotten.
    #[must_use]
    pub fn payload(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Payload(bytes) => Some(bytes),
            Body::Forgotten => None,
        }
    }

    /// Whether the record is as it was written.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.hash == self.fingerprint()
    }

    fn sealed(mut self) -> Self {
        self.hash = self.fingerprint();
        self
    }

    fn fingerprint(&self) -> ContentHash {
        let mut hash = Sha256::new();
        for part in [self.id.as_str(), self.kind.as_str(), &self.owner.to_name()] {
            // The length first: no two different records can give the same bytes.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        hash.update(self.version.to_le_bytes());
        hash.update(self.rev.to_le_bytes());
        hash.update(self.updated_ms.to_le_bytes());
        match &self.body {
            Body::Payload(bytes) => {
                hash.update([1]);
                hash.update(bytes);
            }
            Body::Forgotten => hash.update([0]),
        }
        ContentHash(hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            use fmt::Write as _;
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_owner_is_found_again_by_its_name() {
        for kind in Kind::ALL.into_iter().chain([Kind::Other("of-tomorrow".into())]) {
            assert_eq!(Kind::from_name(kind.as_str()), kind);
        }
        for owner in [Owner::Device, Owner::Profile("a:b".into())] {
            assert_eq!(Owner::from_name(&owner.to_name()), Some(owner));
        }
        assert_eq!(Owner::from_name("somebody"), None);
    }

    #[test]
    fn an_id_says_whose_a_record_is() {
        for owner in [Owner::Device, Owner::Profile("4f1c".into())] {
            assert_eq!(Owner::of(&owner.place("card-marks")), owner);
        }
        assert_eq!(Owner::Device.place("card-marks").as_str(), "card-marks");
    }

    #[test]
    fn a_changed_byte_anywhere_is_noticed() {
        let whole = Record::new("a".into(), Kind::Session, Owner::Device, 1, 3, 7, b"{}".to_vec());
        assert!(whole.is_whole());
        let changes: [fn(&mut Record); 6] = [
            |r| r.id = "b".into(),
            |r| r.kind = Kind::Opening,
            |r| r.version = 2,
            |r| r.rev = 4,
            |r| r.updated_ms = 8,
            |r| r.body = Body::Payload(b"{} ".to_vec()),
        ];
        for change in changes {
            let mut other = whole.clone();
            change(&mut other);
            assert!(!other.is_whole(), "{other:?}");
        }
    }

    #[test]
    fn a_forgotten_record_tells_nothing_of_what_it_held() {
        let mark = |payload: &[u8]| {
            let record = Record::new("a".into(), Kind::Session, Owner::Device, 1, 3, 99, payload.to_vec());
            Record::forgotten(record.id, record.kind, record.owner, record.rev + 1)
        };
        assert_eq!(mark(b"one"), mark(b"something else"));
        assert_eq!(mark(b"one").updated_ms, 0);
    }
}
