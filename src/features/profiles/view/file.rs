//! A profile that comes with a file from another tablet, and one that goes with a file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ethics::ProfileId;
use crate::features::profiles::moved::only_profile;
use crate::i18n::{Messages, Words};
use crate::platform::clock::LocalTime;
use crate::platform::download::{self, Handed};
use crate::platform::upload::{self, ChosenFile};
use crate::services::Services;
use crate::storage::backup::{self, BackupError};
use crate::storage::{StorageError, words as told};
use crate::ui::{Button, Icon, Look, icon};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Taken {
    Here,
    WasHere,
    NoProfile,
    Unread,
    Refused(BackupError),
    Failed(StorageError),
}

fn said(taken: &Taken, words: &Messages) -> String {
    match taken {
        Taken::Here => words.profiles_file_here().to_owned(),
        Taken::WasHere => words.profiles_file_was_here().to_owned(),
        Taken::NoProfile => words.profiles_file_no_profile().to_owned(),
        Taken::Unread => words.settings_file_unread().to_owned(),
        Taken::Refused(BackupError::NotABackup) => words.profiles_file_no_profile().to_owned(),
        Taken::Refused(error) => told::backup_message(error, words),
        Taken::Failed(error) => {
            let told = told::message(error, words);
            format!("{} {}", told.happened, told.advice)
        }
    }
}

/// Takes a profile in from a file.
#[component]
pub(super) fn TakeIn(services: Services) -> impl IntoView {
    let words = Words::get();
    let taken: RwSignal<Option<Taken>> = RwSignal::new(None);
    let file: NodeRef<html::Input> = NodeRef::new();
    let chosen = move |_| {
        let Some(input) = file.get_untracked() else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let became = take_in(chosen, services).await;
            // The screen may be gone by now.
            let _ = taken.try_set(Some(became));
        });
        // The same file can be chosen again.
        input.set_value("");
    };
    let outcome = words
        .made(move |words| taken.with(|taken| taken.as_ref().map(|t| said(t, words))).unwrap_or_default());
    view! {
        <label class="ds-button setting-file" data-variant="secondary">
            {icon(Icon::Upload)} <span class="button-words">{words.text(Messages::profiles_take_in)}</span>
            <input node_ref=file type="file" accept=".json,application/json"
                disabled=Signal::derive(move || services.reads_only()) on:change=chosen/>
        </label>
        <p class="profile-outcome" role="status">{outcome}</p>
    }
}

async fn take_in(file: ChosenFile, services: Services) -> Taken {
    if let Some(bytes) = upload::size(&file).filter(|bytes| *bytes > backup::LIMIT) {
        return Taken::Refused(BackupError::TooLarge(bytes));
    }
    let Some(bytes) = upload::read(file).await else { return Taken::Unread };
    let read = match backup::read(&bytes) {
        Ok(read) => read,
        Err(error) => return Taken::Refused(error),
    };
    if only_profile(&read).is_none() {
        return Taken::NoProfile;
    }
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
