//! Asks the browser to keep what is stored: once on a device, after the first words of a reflection have
//! been saved, never at start and never waited for. Firefox shows a question, so the person has to see why.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;

use crate::json;
use crate::platform::{clock::LocalTime, persistence};
use crate::services::Services;
use crate::storage::{MetaKey, SaveStatus};

/// Asks when a session has been saved for the first time.
pub(super) fn ask_when_kept(services: Services) {
    let asked = StoredValue::new(false);
    Effect::new(move |waited: Option<bool>| {
        let status = services.save_status();
        let kept = waited == Some(true) && status == SaveStatus::Kept;
        // A changed setting is no reason to ask.
        if kept
            && services.route_signal().with_untracked(crate::route::Route::is_guided)
            && !asked.get_value()
        {
            asked.set_value(true);
            spawn_local(ask_once(services));
        }
        matches!(status, SaveStatus::Pending | SaveStatus::Saving)
    });
}

/// What is kept about the question.
#[derive(Serialize)]
struct Told {
    asked: String,
    answer: Option<bool>,
}

async fn ask_once(services: Services) {
    // Asked before on this device, or the store does not say: a person can still ask in Innstillinger.
    if !matches!(services.records().read_meta(MetaKey::Persistence).await, Ok(None)) {
        return;
    }
    if persistence::persisted().await == Some(true) {
        return;
    }
    persistence::request(move |answer| {
        spawn_local(async move {
            let Ok(told) = json::write_text(&Told { asked: LocalTime::now().iso_day(), answer }) else {
                return;
            };
            // Not kept: it is asked once more on another day.
            let _ = services.records().write_meta(MetaKey::Persistence, told).await;
        });
    });
}
