//! The plain words for what went wrong: the one place where storage meets the language. Pure.

use super::backup::{BackupError, Place};
use super::{Loaded, SaveStatus, StorageError};
use crate::i18n::Messages;

/// What a person is told about a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'a> {
    /// What happened.
    pub happened: &'a str,
    /// What is safe.
    pub safe: &'a str,
    /// What to do.
    pub advice: &'a str,
}

impl Told<'_> {
    /// All of it, in one breath.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{} {} {}", self.happened, self.safe, self.advice)
    }
}

/// What is told of a storage error.
#[must_use]
pub fn message<'a>(error: &StorageError, words: &'a Messages) -> Told<'a> {
    let (happened, safe, advice) = match error {
        StorageError::Unavailable => (
            words.storage_unavailable_happened(),
            words.storage_unavailable_safe(),
            words.storage_unavailable_advice(),
        ),
        StorageError::Full => {
            (words.storage_full_happened(), words.storage_full_safe(), words.storage_full_advice())
        }
        StorageError::Blocked => {
            (words.storage_blocked_happened(), words.storage_blocked_safe(), words.storage_blocked_advice())
        }
        StorageError::ConnectionLost => (
            words.storage_connection_lost_happened(),
            words.storage_connection_lost_safe(),
            words.storage_connection_lost_advice(),
        ),
        StorageError::Conflict(_) => (
            words.storage_conflict_happened(),
            words.storage_conflict_safe(),
            words.storage_conflict_advice(),
        ),
        StorageError::Protected(_) => (
            words.storage_protected_happened(),
            words.storage_protected_safe(),
            words.storage_protected_advice(),
        ),
        StorageError::ReadOnly => (
            words.storage_read_only_happened(),
            words.storage_read_only_safe(),
            words.storage_read_only_advice(),
        ),
        StorageError::Newer => {
            (words.storage_newer_happened(), words.storage_newer_safe(), words.storage_newer_advice())
        }
        StorageError::Unexpected(_) => (
            words.storage_unexpected_happened(),
            words.storage_unexpected_safe(),
            words.storage_unexpected_advice(),
        ),
    };
    Told { happened, safe, advice }
}

/// What is told of a record that this version cannot read; `None` when it can.
#[must_use]
pub fn unread<'a, T>(loaded: &Loaded<T>, words: &'a Messages) -> Option<Told<'a>> {
    let (happened, advice) = match loaded {
        Loaded::Empty | Loaded::Ready(_) => return None,
        Loaded::Newer(_) => (words.storage_newer_record_happened(), words.storage_newer_record_advice()),
        Loaded::Damaged(_) => (words.storage_damaged_happened(), words.storage_unread_advice()),
    };
    Some(Told { happened, safe: words.storage_unread_safe(), advice })
}

/// What is told instead of something that was read; `None` when it is here, or when there is nothing.
#[must_use]
pub fn instead<T>(found: &Result<Loaded<T>, StorageError>, words: &Messages) -> Option<String> {
    let told = match found {
        Err(error) => Some(message(error, words)),
        Ok(loaded) => unread(loaded, words),
    };
    told.map(|told| told.whole())
}

/// The few words beside the text while writing.
#[must_use]
pub fn status<'a>(status: &SaveStatus, words: &'a Messages) -> &'a str {
    match status {
        SaveStatus::Kept => words.storage_status_kept(),
        SaveStatus::Pending => words.storage_status_pending(),
        SaveStatus::Saving => words.storage_status_saving(),
        SaveStatus::Failed(_) => words.storage_status_failed(),
    }
}

/// What is told of a backup that was not read in.
#[must_use]
pub fn backup_message(error: &BackupError, words: &Messages) -> String {
    match error {
        BackupError::TooLarge(_) => words.storage_restore_too_large().to_owned(),
        BackupError::NotABackup => words.storage_restore_not_a_backup().to_owned(),
        BackupError::Newer(_) => words.storage_restore_newer().to_owned(),
        BackupError::Damaged { place: Place::Record(number), .. } => {
            words.storage_restore_damaged_record(number)
        }
        BackupError::Damaged { place: Place::Text { line, column }, .. } => {
            words.storage_restore_damaged_text(column, line)
        }
    }
}
