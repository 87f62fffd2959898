//! What Innstillinger knows of what is stored: how much, how safe, what a backup would do, what would be
//! lost. The language, appearance and text size themselves belong to the services.

use crate::i18n::{Day, Language, Messages, numbers};
use crate::json;
use crate::packs::KeptPack;
use crate::progress::{Agreement, Idea, Practice, SessionEntry};
use crate::storage::backup::{BackupError, Plan};
use crate::storage::{Aside, Kind, Listed, Loaded, RecordId, StorageError};

/// The page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// Bytes that are used, where the browser says.
    pub used: Option<u64>,
    /// Whether the browser keeps what is stored; `None` where it does not say.
    pub lasting: Option<bool>,
    /// The day of the last backup, `YYYY-MM-DD`.
    pub last_backup: Option<String>,
    /// What lies on the device.
    pub kept: Kept,
    /// What was put aside.
    pub asides: Vec<PutAside>,
    /// A backup on its way out.
    pub backup: Backup,
    /// A backup on its way in.
    pub restore: Restore,
    /// Erasing everything.
    pub erase: Erase,
    /// What was put aside and may be deleted: somebody is asked once more.
    pub deleting: Option<RecordId>,
    /// Something else that the store did not do.
    pub failed: Option<StorageError>,
    /// Somebody looked for an update on this visit.
    pub looked: bool,
}

/// How much of what lies on the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// Reflections that are not finished.
    pub unfinished: usize,
    /// Reflections in the archive, whole or as a summary.
    pub archived: usize,
    /// Agreements.
    pub agreements: usize,
    /// Ideas for the group.
    pub ideas: usize,
    /// What is done the same way here.
    pub practices: usize,
    /// Packs of own content.
    pub packs: usize,
    /// What was put aside.
    pub asides: usize,
}

impl Kept {
    /// Whether there is nothing that a person wrote.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Something that could not be read and was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutAside {
    /// Its record.
    pub id: RecordId,
    /// When it was put aside, milliseconds since 1970.
    pub when_ms: u64,
    /// It was a reflection, or a part of one.
    pub is_reflection: bool,
}

/// A backup on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Backup {
    /// Nobody asked for one.
    #[default]
    Idle,
    /// It is being made.
    Making,
    /// The browser saved it.
    Saved,
    /// The person shared it.
    Shared,
    /// The person closed the sharing.
    Cancelled,
    /// The browser did not take it.
    Refused,
    /// The store did not give it.
    Failed(StorageError),
}

/// A backup on its way in.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Restore {
    /// None.
    #[default]
    Idle,
    /// The file is being read.
    Reading,
    /// The browser could not read the file.
    Unread,
    /// The file was not taken.
    NotTaken(BackupError),
    /// This is what it would do.
    Planned(Box<Plan>),
    /// It is being taken in.
    Taking,
    /// The store did not take it.
    Failed(StorageError),
}

/// Erasing everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Erase {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// Somebody is asked once more.
    Asked,
    /// It is being done.
    Erasing,
    /// It was not done.
    Failed(StorageError),
}

/// What was read of the device.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The entries of all sessions.
    pub entries: Vec<Listed<SessionEntry>>,
    /// All agreements.
    pub agreements: Vec<Listed<Agreement>>,
    /// All ideas.
    pub ideas: Vec<Listed<Idea>>,
    /// All practices.
    pub practices: Vec<Listed<Practice>>,
    /// All packs of own content.
    pub packs: Vec<Listed<KeptPack>>,
    /// What was put aside.
    pub asides: Vec<Listed<Aside>>,
    /// What is written about the last backup.
    pub last_backup: Option<String>,
}

/// How many hold something that somebody wrote. What cannot be read may.
fn written<T>(all: &[Listed<T>], is_empty: fn(&T) -> bool) -> usize {
    let holds = |one: &&Listed<T>| match &one.value {
        Loaded::Ready(value) => !is_empty(value),
        Loaded::Empty => false,
        Loaded::Newer(_) | Loaded::Damaged(_) => true,
    };
    all.iter().filter(holds).count()
}

impl Model {
    /// Takes in what was read. What cannot be read counts too: it would be lost as well.
    pub(super) fn take_in(&mut self, found: Found) {
        let Found { entries, agreements, ideas, practices, packs, asides, last_backup } = found;
        let is_open = |listed: &&Listed<SessionEntry>| match &listed.value {
            Loaded::Ready(entry) => entry.is_open(),
            Loaded::Empty | Loaded::Newer(_) | Loaded::Damaged(_) => false,
        };
        let unfinished = entries.iter().filter(is_open).count();
        self.kept = Kept {
            unfinished,
            archived: entries.len() - unfinished,
            agreements: agreements.len(),
            ideas: written(&ideas, Idea::is_empty),
            practices: written(&practices, Practice::is_empty),
            packs: written(&packs, KeptPack::is_empty),
            asides: asides.len(),
        };
        self.asides = asides.into_iter().map(put_aside).collect();
        self.asides.sort_by_key(|aside| std::cmp::Reverse(aside.when_ms));
        // What is written there is a text in JSON; anything else counts as no backup.
        self.last_backup = last_backup.and_then(|json| json::read(json.as_bytes()).ok());
        self.failed = None;
    }

    /// The day of the last backup, as people say it.
    #[must_use]
    pub fn last_backup_day(&self) -> Option<Day> {
        Day::parse(self.last_backup.as_ref()?)
    }

    /// What would happen, line by line, when the planned backup is taken in.
    #[must_use]
    pub fn preview(&self, words: &Messages) -> Vec<String> {
        match &self.restore {
            Restore::Planned(plan) => preview(plan, words),
            Restore::Idle
            | Restore::Reading
            | Restore::Unread
            | Restore::NotTaken(_)
            | Restore::Taking
            | Restore::Failed(_) => Vec::new(),
        }
    }

    /// When the planned backup was made, as people say it.
    #[must_use]
    pub fn planned_from(&self, words: &Messages) -> Option<String> {
        let Restore::Planned(plan) = &self.restore else { return None };
        let (day, time) = plan.made.split_once(' ').unwrap_or((&plan.made, ""));
        let day = Day::parse(day).map_or_else(|| day.to_owned(), |day| day.long(words));
        Some(format!("{day} {time}").trim_end().to_owned())
    }
}

fn put_aside(listed: Listed<Aside>) -> PutAside {
    let kind = listed.value.ready().and_then(|aside| aside.kind);
    let reflections = [Kind::Session, Kind::SessionEntry, Kind::Summary];
    let is_reflection = kind.is_some_and(|kind| reflections.iter().any(|known| known.as_str() == kind));
    PutAside { id: listed.id, when_ms: listed.updated_ms, is_reflection }
}

/// A reflection is counted by its entry, since it can be several records; what is protected is counted by
/// the part of it that there is most of.
fn preview(plan: &Plan, words: &Messages) -> Vec<String> {
    if !plan.changes_anything() {
        return vec![words.storage_restore_nothing().to_owned()];
    }
    let of = |kind: &Kind| plan.preview.get(kind).cloned().unwrap_or_default();
    let entries = of(&Kind::SessionEntry);
    let parts = [Kind::Session, Kind::SessionEntry, Kind::Summary];
    let protected = parts.iter().map(|kind| of(kind).protected).max().unwrap_or_default();
    let other = plan.preview.iter().filter(|(kind, _)| !parts.contains(kind));
    let other: usize = other.map(|(_, row)| row.new + row.changed).sum();
    let lines: [(usize, &dyn Fn(usize) -> String); 7] = [
        (entries.new, &|n| words.storage_restore_new(n)),
        (entries.changed, &|n| words.storage_restore_changed(n)),
        (entries.unchanged, &|n| words.storage_restore_unchanged(n)),
        (entries.forgotten, &|n| words.storage_restore_forgotten(n)),
        (entries.stay_forgotten, &|n| words.storage_restore_stay_forgotten(n)),
        (protected, &|n| words.storage_restore_protected(n)),
        (other, &|n| words.storage_restore_other(n)),
    ];
    lines.into_iter().filter(|(n, _)| *n > 0).map(|(n, line)| line(n)).collect()
}

/// Bytes as people say them: «0,3 MB», «1,2 GB». What is less than a tenth is a tenth.
#[must_use]
pub fn size(bytes: u64, language: Language) -> String {
    const TENTH_OF_MB: u64 = 100_000;
    const TENTH_OF_GB: u64 = 100_000_000;
    let (tenth, unit) = if bytes < 10 * TENTH_OF_GB { (TENTH_OF_MB, "MB") } else { (TENTH_OF_GB, "GB") };
    format!("{}\u{a0}{unit}", numbers::tenths((bytes / tenth).max(1), language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{EntryState, Traits};
    use crate::storage::Owner;

    fn listed<T>(id: &str, when_ms: u64, value: Loaded<T>) -> Listed<T> {
        Listed { id: id.into(), owner: Owner::Device, updated_ms: when_ms, value }
    }

    fn entry(state: EntryState) -> Loaded<SessionEntry> {
        Loaded::Ready(SessionEntry {
            session: "a".into(),
            title: String::new(),
            question: String::new(),
            language: Language::Nb,
            started_ms: 0,
            changed_ms: 0,
            state,
            values: Vec::new(),
            case: None,
            traits: Traits::default(),
            search: String::new(),
        })
    }

    fn found(entries: Vec<Listed<SessionEntry>>) -> Found {
        Found {
            entries,
            agreements: Vec::new(),
            ideas: vec![
                listed("i", 0, Loaded::Ready(Idea { text: "Hun vil hjem".into(), ..Idea::default() })),
                listed("j", 0, Loaded::Ready(Idea::default())),
            ],
            practices: Vec::new(),
            packs: Vec::new(),
            asides: Vec::new(),
            last_backup: None,
        }
    }

    #[test]
    fn what_would_be_lost_is_counted_and_what_cannot_be_read_counts_too() {
        let mut model = Model::default();
        model.take_in(found(vec![
            listed("a", 0, entry(EntryState::Open { at: 1, of: 6 })),
            listed("b", 0, entry(EntryState::Summary)),
            listed("c", 0, entry(EntryState::Whole { until: "2026-12-01".into() })),
            listed("d", 0, Loaded::Damaged("no JSON".into())),
        ]));
        assert_eq!(model.kept, Kept { unfinished: 1, archived: 3, ideas: 1, ..Kept::default() });
        assert!(!model.kept.is_nothing());
        model.take_in(Found { ideas: Vec::new(), ..found(Vec::new()) });
        assert!(model.kept.is_nothing());
    }

    #[test]
    fn the_day_of_the_last_backup_is_read_and_nonsense_is_none() {
        for (json, day) in
            [("\"2026-11-21\"", Some("2026-11-21")), ("\"i går\"", None), ("{", None), ("3", None)]
        {
            let mut model = Model::default();
            model.take_in(Found { last_backup: Some(json.into()), ..found(Vec::new()) });
            assert_eq!(model.last_backup_day().map(|day| day.to_string()).as_deref(), day, "{json}");
        }
    }

    #[test]
    fn sizes_have_one_decimal_and_are_never_nothing() {
        for (bytes, text) in [
            (0, "0,1\u{a0}MB"),
            (1_249_999, "1,2\u{a0}MB"),
            (999_999_999, "999,9\u{a0}MB"),
            (1_000_000_000, "1,0\u{a0}GB"),
        ] {
            assert_eq!(size(bytes, Language::Nb), text);
        }
        assert_eq!(size(1_200_000, Language::En), "1.2\u{a0}MB");
    }
}
