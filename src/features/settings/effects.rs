//! Carries out what Innstillinger wants done. The only file of the feature that reaches outside.

use leptos::task::spawn_local;

use super::model::{Backup, Found};
use super::update::{Effect, Msg};
use crate::json;
use crate::packs::KeptPack;
use crate::platform::clock::LocalTime;
use crate::platform::download::{self, Handed};
use crate::platform::{persistence, upload};
use crate::progress::{Agreement, Idea, Practice, SessionEntry};
use crate::services::{Notice, Services};
use crate::storage::backup::{self, BackupError};
use crate::storage::{Aside, MetaKey, RecordId, StorageError};

/// Carries out an effect. What is known later is told to `later`.
pub(super) fn run(effect: Effect, services: Services, later: impl Fn(Msg) + Clone + 'static) {
    match effect {
        Effect::None => {}
        Effect::Read => {
            ask_browser(later.clone());
            spawn_local(async move { later(Msg::Read(read(services).await.map(Box::new))) });
        }
        Effect::AskToKeep => persistence::request(move |answer| later(Msg::LastingTold(answer))),
        Effect::MakeBackup => {
            spawn_local(async move { later(Msg::BackupEnded(make_backup(services).await)) })
        }
        Effect::Plan(backup) => spawn_local(async move {
            later(Msg::Planned(services.records().plan(*backup).await.map(Box::new)));
        }),
        Effect::TakeIn(plan) => spawn_local(async move {
            later(Msg::Restored(services.records().restore(*plan).await));
        }),
        Effect::TellRestored => {
            services.read_preferences();
            services.records_changed();
            services.set_notice(Some(Notice::Restored));
        }
        Effect::Erase => spawn_local(async move {
            services.saver().let_go();
            later(Msg::Erased(services.records().erase().await));
        }),
        Effect::TellErased => {
            services.leave();
            services.reset_preferences();
            services.everything_changed();
            services.set_notice(Some(Notice::Erased));
        }
        Effect::HandOver(id) => spawn_local(async move {
            if let Err(error) = hand_over(&id, services).await {
                later(Msg::Failed(error));
            }
        }),
        Effect::Delete(id) => spawn_local(async move {
            let deleted = services.records().discard(&id).await;
            later(deleted.map_or_else(Msg::Failed, |()| Msg::RecordsChanged));
        }),
        Effect::Look => services.offline().look_for_update(),
    }
}

/// Reads a file that the person chose.
pub(super) fn take_in(file: upload::ChosenFile, later: impl Fn(Msg) + 'static) {
    if let Some(bytes) = upload::size(&file).filter(|bytes| *bytes > backup::LIMIT) {
        later(Msg::FileRead(Err(BackupError::TooLarge(bytes))));
        return;
    }
    spawn_local(async move {
        match upload::read(file).await {
            Some(bytes) => later(Msg::FileRead(backup::read(&bytes).map(Box::new))),
            None => later(Msg::FileUnread),
        }
    });
}

fn ask_browser(later: impl Fn(Msg) + Clone + 'static) {
    let used = later.clone();
    spawn_local(async move {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a device")]
        let bytes = persistence::estimate().await.map(|room| room.used.max(0.0) as u64);
        used(Msg::UsedTold(bytes));
    });
    spawn_local(async move { later(Msg::LastingTold(persistence::persisted().await)) });
}

async fn read(services: Services) -> Result<Found, StorageError> {
    let records = services.records();
    Ok(Found {
        entries: records.load_all::<SessionEntry>().await?,
        agreements: records.load_all::<Agreement>().await?,
        ideas: records.load_all::<Idea>().await?,
        practices: records.load_all::<Practice>().await?,
        packs: records.load_all::<KeptPack>().await?,
        asides: records.load_all::<Aside>().await?,
        last_backup: records.read_meta(MetaKey::LastBackup).await?,
    })
}

async fn make_backup(services: Services) -> Backup {
    let now = LocalTime::now();
    let records = services.records();
    let name = services.words().now(|words| words.storage_backup_file(now.iso_day()));
    // What is written last is in it: the store reads after what it was given to write.
    services.saver().flush();
    let bytes = match records.backup(&now.iso_minute()).await {
        Ok(bytes) => bytes,
        Err(error) => return Backup::Failed(error),
    };
    let ended = match download::share_or_save(&name, "application/json", &bytes).await {
        Ok(Handed::Saved) => Backup::Saved,
        Ok(Handed::Shared) => Backup::Shared,
        Ok(Handed::Cancelled) => return Backup::Cancelled,
        Err(_) => return Backup::Refused,
    };
    // Without the day the next visit says less, and nothing else.
    if let Ok(day) = json::write_text(&now.iso_day()) {
        let _ = records.write_meta(MetaKey::LastBackup, day).await;
    }
    ended
}

async fn hand_over(id: &RecordId, services: Services) -> Result<(), StorageError> {
    let Some(aside) = services.records().load::<Aside>(id).await?.ready() else { return Ok(()) };
    let day = LocalTime::now().iso_day();
    let name = services.words().now(|words| words.settings_aside_file(&day));
    let handed = download::share_or_save(&name, "text/plain", &aside.raw()).await;
    handed.map(drop).map_err(|error| StorageError::Unexpected(error.to_string()))
}
