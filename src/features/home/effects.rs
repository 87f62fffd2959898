//! Carries out what Hjem wants done. The only file of the feature that reaches outside.

use leptos::task::spawn_local;

use super::model::Found;
use super::update::{Effect, Msg};
use crate::platform::{clock::LocalTime, download};
use crate::progress::{Agreement, LessonMarks, SessionEntry};
use crate::services::{Notice, Services};
use crate::storage::{RecordId, StorageError};

/// Carries out an effect. What is known later is told to `later`.
pub(super) fn run(effect: Effect, services: Services, later: impl Fn(Msg) + 'static) {
    match effect {
        Effect::None => {}
        Effect::Read => spawn_local(async move { later(Msg::Read(read(services).await.map(Box::new))) }),
        Effect::Open(route) => services.open(&route),
        Effect::Forget(session) => services.forget_session(&session),
        Effect::TellForgotten => services.set_notice(Some(Notice::Forgotten)),
        Effect::Keep(agreement) => services.keep_agreement(&agreement),
        Effect::SetAside(id) => spawn_local(async move {
            let told = services.records().set_aside(&id, services.now_ms()).await;
            later(told.map_or_else(|error| Msg::Read(Err(error)), |_| Msg::RecordsChanged));
        }),
        Effect::Discard(id) => spawn_local(async move {
            let told = services.records().discard(&id).await;
            later(told.map_or_else(|error| Msg::Read(Err(error)), |()| Msg::RecordsChanged));
        }),
        Effect::HandOver(id) => spawn_local(async move {
            if let Err(error) = hand_over(&id, services).await {
                later(Msg::Read(Err(error)));
            }
        }),
    }
}

async fn read(services: Services) -> Result<Found, StorageError> {
    let records = services.records();
    let entries = records.load_all::<SessionEntry>().await?;
    let agreements = records.load_all::<Agreement>().await?;
    let mut lessons = records.load_all::<LessonMarks>().await?;
    // What the device has done is not what the one who is here has done.
    let owner = services.owner();
    lessons.retain(|one| one.owner == owner);
    Ok(Found { entries, agreements, lessons, today: services.today() })
}

async fn hand_over(id: &RecordId, services: Services) -> Result<(), StorageError> {
    let Some(raw) = services.records().raw(id).await? else { return Ok(()) };
    let day = LocalTime::now().iso_day();
    let name = services.words().now(|words| words.home_unread_file(&day));
    let handed = download::share_or_save(&name, "text/plain", &raw).await;
    handed.map(drop).map_err(|error| StorageError::Unexpected(error.to_string()))
}
