//! Everything to one file and back, with what would happen shown first; and what was put aside.

use leptos::html;
use leptos::prelude::*;

use super::Setting;
use crate::features::settings::effects;
use crate::features::settings::model::{Backup, Model, PutAside, Restore};
use crate::features::settings::update::Msg;
use crate::i18n::{Messages, Words};
use crate::services::Services;
use crate::storage::words as told;
use crate::ui::{Button, Confirm, Dialog, Icon, Look, Notice, NoticeKind, Tone, icon, live};

#[component]
pub(super) fn Backups(
    model: RwSignal<Model>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let last = Signal::derive(move || {
        let day = model.with(Model::last_backup_day);
        words.with(|words| match day {
            Some(day) => words.storage_backup_last(day.long(words)),
            None => words.storage_backup_never().to_owned(),
        })
    });
    let making = Signal::derive(move || model.with(|m| m.backup == Backup::Making));
    let about = words.text(Messages::storage_backup_about);
    let file: NodeRef<html::Input> = NodeRef::new();
    let choose = words.text(Messages::storage_restore);
    let chosen = move |_| {
        let Some(input) = file.get_untracked() else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        dispatch.run(Msg::FileChosen);
        effects::take_in(chosen, move |msg| {
            // A screen that is already gone takes nothing in.
            let _ = dispatch.try_run(msg);
        });
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <Setting name=words.text(Messages::settings_backup) small=last>
            <p>{about}</p>
            <div class="row wrap g3">
                <Button
                    text=words.text(Messages::storage_backup_make)
                    look=Look::Secondary
                    before=Icon::Download
                    disabled=making
                    on_press=move |()| dispatch.run(Msg::BackupPressed)
                />
                <label class="ds-button setting-file" data-variant="secondary">
                    {icon(Icon::Upload)} <span class="button-words">{choose}</span>
                    <input
                        node_ref=file
                        type="file"
                        accept=".json,application/json"
                        disabled=Signal::derive(move || !may_write.get())
                        on:change=chosen
                    />
                </label>
            </div>
            {outcome(model, words)}
            {plan(model, dispatch, words)}
        </Setting>
    }
}

/// What became of the backup, out or in.
fn outcome(model: RwSignal<Model>, words: Words) -> impl IntoView {
    let told = Signal::derive(move || {
        let text = model.with(|m| words.with(|words| outcome_text(m, words)));
        text.unwrap_or_default()
    });
    view! { <p class="setting-outcome" role="status">{told}</p> }
}

fn outcome_text(model: &Model, words: &Messages) -> Option<String> {
    let fault = |error| {
        let told = told::message(error, words);
        format!("{} {}", told.happened, told.advice)
    };
    let incoming = match &model.restore {
        Restore::Idle | Restore::Reading | Restore::Planned(_) | Restore::Taking => None,
        Restore::Unread => Some(words.settings_file_unread().to_owned()),
        Restore::NotTaken(error) => Some(told::backup_message(error, words)),
        Restore::Failed(error) => Some(fault(error)),
    };
    incoming.or_else(|| match &model.backup {
        Backup::Idle | Backup::Making => None,
        Backup::Saved => Some(words.storage_backup_made().to_owned()),
        Backup::Shared => Some(words.storage_backup_shared().to_owned()),
        Backup::Cancelled => Some(words.storage_backup_cancelled().to_owned()),
        Backup::Refused => Some(words.storage_backup_refused().to_owned()),
        Backup::Failed(error) => Some(fault(error)),
    })
}

/// What would happen, before it does.
fn plan(model: RwSignal<Model>, dispatch: Callback<Msg>, words: Words) -> impl IntoView {
    let open = Memo::new(move |_| model.with(|m| matches!(m.restore, Restore::Planned(_))));
    let changes = Memo::new(move |_| {
        model.with(|m| matches!(&m.restore, Restore::Planned(plan) if plan.changes_anything()))
    });
    let title = Signal::derive(move || {
        let from = words.with(|words| model.with(|m| m.planned_from(words))).unwrap_or_default();
        words.with(|words| words.storage_restore_title(from))
    });
    let lines = move || {
        let lines = words.with(|words| model.with(|m| m.preview(words)));
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let take = move || {
        changes.get().then(|| {
            view! {
                <Button
                    text=words.text(Messages::storage_restore_confirm)
                    before=Icon::Upload
                    on_press=move |()| dispatch.run(Msg::RestoreConfirmed)
                />
            }
        })
    };
    view! {
        <Dialog
            id="settings-restore"
            title=title
            close=words.text(Messages::settings_cancel)
            open=open
            on_close=move |()| dispatch.run(Msg::RestoreCancelled)
            actions=move || view! {
                {take}
                <Button
                    text=words.text(Messages::settings_cancel)
                    look=Look::Tertiary
                    tone=Tone::Neutral
                    on_press=move |()| dispatch.run(Msg::RestoreCancelled)
                />
            }
        >
            <ul class="setting-list">{live(lines)}</ul>
        </Dialog>
    }
}

/// What could not be read and was put aside.
#[component]
pub(super) fn Asides(
    model: RwSignal<Model>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let asides = Memo::new(move |_| model.with(|m| m.asides.clone()));
    let any = Memo::new(move |_| asides.with(|all| !all.is_empty()));
    let deleting = Memo::new(move |_| model.with(|m| m.deleting.is_some()));
    let lost = words.text(Messages::settings_aside_lost);
    let list = move || {
        view! {
            <Setting name=words.text(Messages::settings_asides) small=words.text(Messages::settings_asides_hint)>
                <ul class="rows" data-look="open">
                    <For each=move || asides.get() key=|one| one.id.clone() let:one>
                        {aside(one, words, dispatch, may_write)}
                    </For>
                </ul>
            </Setting>
        }
    };
    view! {
        {live(move || any.get().then(list))}
        <Confirm
            id="settings-aside"
            title=words.text(Messages::settings_aside_title)
            close=words.text(Messages::settings_cancel)
            open=deleting
            yes=words.text(Messages::storage_discard)
            no=words.text(Messages::settings_cancel)
            on_yes=move |()| dispatch.run(Msg::AsideDeleteConfirmed)
            on_no=move |()| dispatch.run(Msg::AsideDeleteCancelled)
        >
            <p>{lost}</p>
        </Confirm>
    }
}

fn aside(one: PutAside, words: Words, dispatch: Callback<Msg>, may_write: Signal<bool>) -> impl IntoView {
    let day = Services::find().map(|services| services.day_of(one.when_ms));
    let reflection = one.is_reflection;
    let name = words.made(move |words| {
        if reflection {
            words.settings_aside_reflection().to_owned()
        } else {
            words.settings_aside_other().to_owned()
        }
    });
    let when = words
        .made(move |words| day.map(|day| words.settings_aside_when(day.long(words))).unwrap_or_default());
    let (copied, deleted) = (one.id.clone(), one.id);
    view! {
        <li class="item">
            <span class="item-words">
                <span class="item-title">{name}</span>
                <span class="item-small">{when}</span>
            </span>
            <Button
                text=words.text(Messages::storage_save_copy)
                look=Look::Tertiary
                before=Icon::Download
                on_press=move |()| dispatch.run(Msg::AsideCopyPressed(copied.clone()))
            />
            <Button
                text=words.text(Messages::settings_aside_delete)
                look=Look::Tertiary
                tone=Tone::Danger
                before=Icon::Trash
                disabled=Signal::derive(move || !may_write.get())
                on_press=move |()| dispatch.run(Msg::AsideDeletePressed(deleted.clone()))
            />
        </li>
    }
}

/// A message of the system, for the rows that need one.
pub(super) fn danger(title: Signal<String>, text: Signal<String>) -> impl IntoView {
    view! { <Notice kind=NoticeKind::Danger sign=Icon::Error urgent=true title text/> }
}
