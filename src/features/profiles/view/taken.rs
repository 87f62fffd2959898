//! What becomes of a profile that comes from another tablet, with a file or with a code.

use crate::features::profiles::moved::only_profile;
use crate::i18n::Messages;
use crate::services::Services;
use crate::storage::backup::{Backup, BackupError};
use crate::storage::{StorageError, words as told};

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Taken {
    /// It is here.
    Here,
    /// All of it was here before.
    WasHere,
    /// It is something else than one profile.
    NoProfile,
    /// It was not read.
    Refused(BackupError),
    /// It was not kept.
    Failed(StorageError),
}

/// Takes in what was read, if it is one profile and nothing else.
pub(super) async fn take_in(read: Result<Backup, BackupError>, services: Services) -> Taken {
    let read = match read {
        Ok(read) if only_profile(&read).is_some() => read,
        Ok(_) | Err(BackupError::NotABackup) => return Taken::NoProfile,
        Err(error) => return Taken::Refused(error),
    };
    // What was written last here is compared too.
    services.saver().flush();
    let records = services.records();
    let plan = match records.plan(read).await {
        Ok(plan) if !plan.changes_anything() => return Taken::WasHere,
        Ok(plan) => plan,
        Err(error) => return Taken::Failed(error),
    };
    match records.restore(plan).await {
        Ok(()) => {
            services.everything_changed();
            Taken::Here
        }
        Err(error) => Taken::Failed(error),
    }
}

/// What is said of it; `no_profile` where it was something else.
pub(super) fn said(taken: &Taken, words: &Messages, no_profile: fn(&Messages) -> &str) -> String {
    match taken {
        Taken::Here => words.profiles_file_here().to_owned(),
        Taken::WasHere => words.profiles_file_was_here().to_owned(),
        Taken::NoProfile => no_profile(words).to_owned(),
        Taken::Refused(error) => told::backup_message(error, words),
        Taken::Failed(error) => {
            let told = told::message(error, words);
            format!("{} {}", told.happened, told.advice)
        }
    }
}
