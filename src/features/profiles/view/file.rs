//! A profile that comes with a file from another tablet, and one that goes with a file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::taken::{Taken, said, take_in};
use crate::ethics::ProfileId;
use crate::i18n::{Messages, Words};
use crate::platform::clock::LocalTime;
use crate::platform::download::{self, Handed};
use crate::platform::upload::{self, ChosenFile};
use crate::services::Services;
use crate::storage::backup::{self, BackupError};
use crate::ui::{Button, Icon, Look, icon};

/// What became of a file; none of it where the browser could not read it.
type Became = Option<Taken>;

/// Takes a profile in from a file.
#[component]
pub(super) fn TakeIn(services: Services) -> impl IntoView {
    let words = Words::get();
    let taken: RwSignal<Option<Became>> = RwSignal::new(None);
    let file: NodeRef<html::Input> = NodeRef::new();
    let chosen = move |_| {
        let Some(input) = file.get_untracked() else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let became = read(chosen, services).await;
            // The screen may be gone by now.
            let _ = taken.try_set(Some(became));
        });
        // The same file can be chosen again.
        input.set_value("");
    };
    let outcome = words.made(move |words| match taken.get() {
        None => String::new(),
        Some(None) => words.settings_file_unread().to_owned(),
        Some(Some(taken)) => said(&taken, words, Messages::profiles_file_no_profile),
    });
    view! {
        <label class="ds-button setting-file" data-variant="secondary">
            {icon(Icon::Upload)} <span class="button-words">{words.text(Messages::profiles_take_in)}</span>
            <input node_ref=file type="file" accept=".json,application/json"
                disabled=Signal::derive(move || services.reads_only()) on:change=chosen/>
        </label>
        <p class="profile-outcome" role="status">{outcome}</p>
    }
}

async fn read(file: ChosenFile, services: Services) -> Became {
    if let Some(bytes) = upload::size(&file).filter(|bytes| *bytes > backup::LIMIT) {
        return Some(Taken::Refused(BackupError::TooLarge(bytes)));
    }
    let bytes = upload::read(file).await?;
    Some(take_in(backup::read(&bytes), services).await)
}

/// Hands out everything of a profile as a file.
#[component]
pub(super) fn HandOut(services: Services, id: ProfileId) -> impl IntoView {
    let words = Words::get();
    let ended: RwSignal<Option<Result<Handed, ()>>> = RwSignal::new(None);
    let id = StoredValue::new(id);
    let hand = move |()| {
        spawn_local(async move {
            let ended_now = hand_out(&id.get_value(), services).await;
            // The screen may be gone by now.
            let _ = ended.try_set(Some(ended_now));
        });
    };
    let outcome = words.made(move |words| match ended.get() {
        None => String::new(),
        Some(Ok(Handed::Saved | Handed::Shared)) => words.profiles_file_made().to_owned(),
        Some(Ok(Handed::Cancelled)) => words.storage_backup_cancelled().to_owned(),
        Some(Err(())) => words.storage_backup_refused().to_owned(),
    });
    view! {
        <div><Button text=words.text(Messages::profiles_file_make) on_press=hand look=Look::Secondary before=Icon::Download/></div>
        <p class="profile-outcome" role="status">{outcome}</p>
    }
}

async fn hand_out(id: &ProfileId, services: Services) -> Result<Handed, ()> {
    let now = LocalTime::now();
    let name = services.words().now(|words| words.profiles_file(now.iso_day()));
    services.saver().flush();
    let bytes = services.records().backup_of(id, &now.iso_minute()).await.map_err(drop)?;
    download::share_or_save(&name, "application/json", &bytes).await.map_err(drop)
}
