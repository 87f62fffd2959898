//! The only way Innstillinger changes: what happened goes in, what should happen comes out.

use super::model::{Backup, Erase, Found, Model, Restore};
use crate::storage::backup::{self, BackupError, Plan};
use crate::storage::{RecordId, StorageError};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The records may have changed.
    RecordsChanged,
    /// They were read.
    Read(Result<Box<Found>, StorageError>),
    /// The browser told how much is used.
    UsedTold(Option<u64>),
    /// The browser told whether it keeps what is stored.
    LastingTold(Option<bool>),
    /// The browser shall be asked to keep it.
    LastingPressed,
    /// A backup is wanted.
    BackupPressed,
    /// What became of it.
    BackupEnded(Backup),
    /// A file was chosen.
    FileChosen,
    /// The browser could not read the file.
    FileUnread,
    /// The file was read.
    FileRead(Result<Box<backup::Backup>, BackupError>),
    /// It is known what taking it in would do.
    Planned(Result<Box<Plan>, StorageError>),
    /// It shall not be taken in.
    RestoreCancelled,
    /// It shall.
    RestoreConfirmed,
    /// What became of it.
    Restored(Result<(), StorageError>),
    /// Everything may be erased: ask once more.
    ErasePressed,
    /// It shall stay.
    EraseCancelled,
    /// It shall go.
    EraseConfirmed,
    /// What became of it.
    Erased(Result<(), StorageError>),
    /// What was put aside is wanted as a file.
    AsideCopyPressed(RecordId),
    /// What was put aside may be deleted: ask once more.
    AsideDeletePressed(RecordId),
    /// It shall stay.
    AsideDeleteCancelled,
    /// It shall go.
    AsideDeleteConfirmed,
    /// The store did not do something.
    Failed(StorageError),
    /// A new version shall be looked for.
    LookPressed,
}

/// What should happen.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// The records are read, and the browser is asked.
    Read,
    /// The browser is asked to keep what is stored.
    AskToKeep,
    /// Everything goes to one file.
    MakeBackup,
    /// What taking a backup in would do is found out.
    Plan(Box<backup::Backup>),
    /// A backup is taken in.
    TakeIn(Box<Plan>),
    /// The screens are told that a backup was taken in.
    TellRestored,
    /// Everything is erased.
    Erase,
    /// The screens are told that everything is erased.
    TellErased,
    /// What was put aside is handed over.
    HandOver(RecordId),
    /// What was put aside is deleted.
    Delete(RecordId),
    /// A new version is looked for.
    Look,
}

/// Takes in what happened.
pub fn update(model: &mut Model, msg: Msg) -> Effect {
    match msg {
        Msg::RecordsChanged => Effect::Read,
        Msg::Read(Ok(found)) => {
            model.take_in(*found);
            Effect::None
        }
        Msg::Read(Err(error)) | Msg::Failed(error) => {
            model.failed = Some(error);
            Effect::None
        }
        Msg::UsedTold(used) => {
            model.used = used;
            Effect::None
        }
        Msg::LastingTold(lasting) => {
            model.lasting = lasting.or(model.lasting);
            Effect::None
        }
        Msg::LastingPressed => Effect::AskToKeep,
        Msg::BackupPressed if model.backup == Backup::Making => Effect::None,
        Msg::BackupPressed => {
            model.backup = Backup::Making;
            Effect::MakeBackup
        }
        Msg::BackupEnded(ended) => {
            let made = matches!(ended, Backup::Saved | Backup::Shared);
            model.backup = ended;
            if made { Effect::Read } else { Effect::None }
        }
        Msg::AsideCopyPressed(id) => Effect::HandOver(id),
        Msg::AsideDeletePressed(id) => {
            model.deleting = Some(id);
            Effect::None
        }
        Msg::AsideDeleteCancelled => {
            model.deleting = None;
            Effect::None
        }
        Msg::AsideDeleteConfirmed => model.deleting.take().map_or(Effect::None, Effect::Delete),
        Msg::LookPressed => {
            model.looked = true;
            Effect::Look
        }
        Msg::ErasePressed | Msg::EraseCancelled | Msg::EraseConfirmed | Msg::Erased(_) => erase(model, msg),
        Msg::FileChosen
        | Msg::FileUnread
        | Msg::FileRead(_)
        | Msg::Planned(_)
        | Msg::RestoreCancelled
        | Msg::RestoreConfirmed
        | Msg::Restored(_) => restore(model, msg),
    }
}

fn restore(model: &mut Model, msg: Msg) -> Effect {
    let (restore, effect) = match (msg, std::mem::take(&mut model.restore)) {
        (Msg::FileChosen, _) => (Restore::Reading, Effect::None),
        (Msg::FileUnread, _) => (Restore::Unread, Effect::None),
        (Msg::FileRead(Ok(backup)), _) => (Restore::Reading, Effect::Plan(backup)),
        (Msg::FileRead(Err(error)), _) => (Restore::NotTaken(error), Effect::None),
        (Msg::Planned(Ok(plan)), _) => (Restore::Planned(plan), Effect::None),
        (Msg::RestoreConfirmed, Restore::Planned(plan)) => (Restore::Taking, Effect::TakeIn(plan)),
        (Msg::Restored(Ok(())), _) => (Restore::Idle, Effect::TellRestored),
        (Msg::Planned(Err(error)) | Msg::Restored(Err(error)), _) => (Restore::Failed(error), Effect::None),
        (_, Restore::Taking) => (Restore::Taking, Effect::None),
        (_, _) => (Restore::Idle, Effect::None),
    };
    model.restore = restore;
    effect
}

fn erase(model: &mut Model, msg: Msg) -> Effect {
    match (msg, &model.erase) {
        (Msg::ErasePressed, Erase::Idle | Erase::Failed(_)) => {
            model.erase = Erase::Asked;
            // What would be lost is counted as it is now.
            Effect::Read
        }
        (Msg::EraseCancelled, Erase::Asked | Erase::Failed(_)) => {
            model.erase = Erase::Idle;
            Effect::None
        }
        (Msg::EraseConfirmed, Erase::Asked) => {
            model.erase = Erase::Erasing;
            Effect::Erase
        }
        (Msg::Erased(Ok(())), _) => {
            *model = Model { used: model.used, lasting: model.lasting, ..Model::default() };
            Effect::TellErased
        }
        (Msg::Erased(Err(error)), _) => {
            model.erase = Erase::Failed(error);
            Effect::None
        }
        (_, _) => Effect::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned() -> Model {
        let plan = backup::plan(
            Vec::new(),
            &std::collections::BTreeSet::new(),
            backup::Backup { made: "2026-11-21 09:30".into(), records: Vec::new() },
        );
        Model { restore: Restore::Planned(Box::new(plan)), ..Model::default() }
    }

    #[test]
    fn erasing_needs_a_second_press() {
        let mut model = Model::default();
        assert_eq!(update(&mut model, Msg::EraseConfirmed), Effect::None);
        assert_eq!(update(&mut model, Msg::ErasePressed), Effect::Read);
        assert_eq!(update(&mut model, Msg::EraseConfirmed), Effect::Erase);
        assert_eq!(update(&mut model, Msg::EraseConfirmed), Effect::None, "a double tap erases once");
        assert_eq!(update(&mut model, Msg::Erased(Ok(()))), Effect::TellErased);
        assert_eq!(model.erase, Erase::Idle);
    }

    #[test]
    fn who_thinks_better_of_it_erases_nothing() {
        let mut model = Model::default();
        let _ = update(&mut model, Msg::ErasePressed);
        assert_eq!(update(&mut model, Msg::EraseCancelled), Effect::None);
        assert_eq!(update(&mut model, Msg::EraseConfirmed), Effect::None);
    }

    #[test]
    fn what_could_not_be_erased_is_told_and_can_be_tried_again() {
        let mut model = Model { erase: Erase::Erasing, ..Model::default() };
        let _ = update(&mut model, Msg::Erased(Err(StorageError::Blocked)));
        assert_eq!(model.erase, Erase::Failed(StorageError::Blocked));
        assert_eq!(update(&mut model, Msg::ErasePressed), Effect::Read);
        assert_eq!(update(&mut model, Msg::EraseConfirmed), Effect::Erase);
    }

    #[test]
    fn a_backup_is_taken_in_only_after_it_was_shown_and_confirmed() {
        let mut model = Model::default();
        assert_eq!(update(&mut model, Msg::RestoreConfirmed), Effect::None);
        let mut model = planned();
        let Effect::TakeIn(_) = update(&mut model, Msg::RestoreConfirmed) else { panic!("it is taken in") };
        assert_eq!(update(&mut model, Msg::RestoreConfirmed), Effect::None, "a double tap takes it in once");
        assert_eq!(update(&mut model, Msg::Restored(Ok(()))), Effect::TellRestored);
    }

    #[test]
    fn a_file_that_was_not_taken_changes_nothing_and_says_why() {
        let mut model = Model::default();
        let _ = update(&mut model, Msg::FileChosen);
        assert_eq!(update(&mut model, Msg::FileRead(Err(BackupError::NotABackup))), Effect::None);
        assert_eq!(model.restore, Restore::NotTaken(BackupError::NotABackup));
        let mut model = planned();
        assert_eq!(update(&mut model, Msg::RestoreCancelled), Effect::None);
        assert_eq!(model.restore, Restore::Idle);
    }

    #[test]
    fn what_was_put_aside_is_deleted_only_after_a_second_press() {
        let mut model = Model::default();
        assert_eq!(update(&mut model, Msg::AsideDeleteConfirmed), Effect::None);
        let _ = update(&mut model, Msg::AsideDeletePressed("aside-a".into()));
        assert_eq!(update(&mut model, Msg::AsideDeleteConfirmed), Effect::Delete("aside-a".into()));
        assert_eq!(update(&mut model, Msg::AsideDeleteConfirmed), Effect::None);
    }

    #[test]
    fn one_backup_is_made_at_a_time() {
        let mut model = Model::default();
        assert_eq!(update(&mut model, Msg::BackupPressed), Effect::MakeBackup);
        assert_eq!(update(&mut model, Msg::BackupPressed), Effect::None);
        assert_eq!(update(&mut model, Msg::BackupEnded(Backup::Cancelled)), Effect::None);
        assert_eq!(update(&mut model, Msg::BackupPressed), Effect::MakeBackup);
    }
}
