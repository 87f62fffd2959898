//! What every screen may have to say, over the text and never in its place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::{Messages, Phrase, Words};
use crate::platform::clock::LocalTime;
use crate::platform::download;
use crate::platform::locks::WriterState;
use crate::services::{Notice as Line, Services};
use crate::storage::{SaveStatus, StorageError, words as told};
use crate::ui::{Button, Icon, IconButton, Look, Notice, NoticeKind, Tone, live, when};

/// All of them, most urgent first.
#[component]
pub(super) fn Banners() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let refused = RwSignal::new(false);
    let banners = view! {
        <div class="banners">
            {window_banner(services, words, refused)}
            {save_banner(services, words, refused)}
            {copy_refused(words, refused)}
            {language_banner(services, words)}
            {update_banner(services, words)}
            {line(services, words)}
        </div>
    };
    Some(banners)
}

/// Another window writes.
fn window_banner(services: Services, words: Words, refused: RwSignal<bool>) -> impl IntoView {
    let state = Memo::new(move |_| services.writer());
    let unsaved = Memo::new(move |_| {
        // What waits changes with the status.
        let _ = services.save_status();
        !services.saver().unsaved().is_empty()
    });
    live(move || {
        let (title, text): (Phrase, Phrase) = match state.get() {
            WriterState::Waiting | WriterState::Writer => return None,
            WriterState::Reader => (Messages::storage_reader_title, Messages::storage_reader_text),
            WriterState::Lost => (Messages::storage_lost_title, Messages::storage_lost_text),
        };
        let text = words.made(move |words| {
            let more = if unsaved.get() { words.storage_lost_unsaved() } else { "" };
            format!("{} {more}", text(words)).trim_end().to_owned()
        });
        let banner = view! {
            <Notice kind=NoticeKind::Info sign=Icon::Lock urgent=true title=words.text(title) text>
                <Button
                    text=words.text(Messages::storage_take_over)
                    look=Look::Secondary
                    tone=Tone::Info
                    on_press=move |()| services.take_over()
                />
                {when(unsaved, move || copy_button(services, words, refused))}
            </Notice>
        };
        Some(banner)
    })
}

/// Saving failed. That another window writes is told by its own banner.
fn save_banner(services: Services, words: Words, refused: RwSignal<bool>) -> impl IntoView {
    let failure = Memo::new(move |_| match services.save_status() {
        SaveStatus::Failed(error) if error != StorageError::ReadOnly => Some(error),
        SaveStatus::Failed(_) | SaveStatus::Kept | SaveStatus::Pending | SaveStatus::Saving => None,
    });
    // Between two tries the status says «saving»: the banner stays until it is known how that went.
    let shown = Memo::new(move |before: Option<&Option<StorageError>>| {
        let settled = matches!(services.save_status(), SaveStatus::Kept | SaveStatus::Failed(_));
        if settled { failure.get() } else { before.cloned().flatten() }
    });
    live(move || {
        let error = shown.get()?;
        let (first, second) = (error.clone(), error.clone());
        let banner = view! {
            <Notice
                kind=NoticeKind::Danger
                sign=Icon::Error
                urgent=true
                title=words.made(move |words| told::message(&first, words).happened.to_owned())
                text=words.made(move |words| {
                    let told = told::message(&second, words);
                    format!("{} {}", told.safe, told.advice)
                })
            >
                {copy_button(services, words, refused)}
                {remedies(&error, services, words)}
            </Notice>
        };
        Some(banner)
    })
}

fn remedies(error: &StorageError, services: Services, words: Words) -> AnyView {
    let record = error.culprit().cloned();
    match (error, record) {
        (StorageError::Conflict(_), Some(record)) => view! {
            <Button
                text=words.text(Messages::storage_keep_this)
                look=Look::Tertiary
                tone=Tone::Danger
                on_press=move |()| {
                    let record = record.clone();
                    spawn_local(async move {
                        // Where it cannot be read the saving fails again, and that is told.
                        let _ = services.records().accept_current(&record).await;
                        services.saver().try_again();
                    });
                }
            />
        }
        .into_any(),
        (StorageError::Protected(_), Some(record)) => view! {
            <Button
                text=words.text(Messages::storage_set_aside)
                look=Look::Tertiary
                tone=Tone::Danger
                on_press=move |()| {
                    let record = record.clone();
                    spawn_local(async move {
                        let _ = services.records().set_aside(&record, services.now_ms()).await;
                        services.saver().try_again();
                    });
                }
            />
        }
        .into_any(),
        _ => view! {
            <Button
                text=words.text(Messages::storage_try_again)
                look=Look::Tertiary
                tone=Tone::Danger
                on_press=move |()| services.saver().try_again()
            />
        }
        .into_any(),
    }
}

fn copy_button(services: Services, words: Words, refused: RwSignal<bool>) -> impl IntoView {
    view! {
        <Button
            text=words.text(Messages::storage_save_copy)
            look=Look::Secondary
            tone=Tone::Danger
            before=Icon::Download
            on_press=move |()| spawn_local(async move { refused.set(!save_copy(services, words).await) })
        />
    }
}

/// Everything that can be read, and what is not written yet, in one file. Says whether the browser took it.
async fn save_copy(services: Services, words: Words) -> bool {
    let now = LocalTime::now();
    let made = services.records().backup_with(&now.iso_minute(), services.saver().unsaved()).await;
    let name = words.now(|words| words.storage_backup_file(now.iso_day()));
    match made {
        Ok(bytes) => download::share_or_save(&name, "application/json", &bytes).await.is_ok(),
        Err(_) => false,
    }
}

fn copy_refused(words: Words, refused: RwSignal<bool>) -> impl IntoView {
    live(move || {
        refused.get().then(|| {
            view! {
                <Notice
                    kind=NoticeKind::Danger
                    sign=Icon::Error
                    urgent=true
                    text=words.text(Messages::storage_backup_refused)
                />
            }
        })
    })
}

fn language_banner(services: Services, words: Words) -> impl IntoView {
    let failed = Memo::new(move |_| services.language_that_failed());
    live(move || {
        failed.get().map(|language| {
            view! {
                <Notice
                    kind=NoticeKind::Info
                    sign=Icon::Language
                    urgent=true
                    title=words.made(move |words| words.app_language_failed(language.own_name()))
                    text=words.text(Messages::app_language_failed_text)
                >
                    <Button
                        text=words.text(Messages::storage_try_again)
                        look=Look::Secondary
                        tone=Tone::Info
                        on_press=move |()| services.change_language(language)
                    />
                </Notice>
            }
        })
    })
}

/// Offered, never forced, and never during a session or while something is not saved.
fn update_banner(services: Services, words: Words) -> impl IntoView {
    let offered = Memo::new(move |_| {
        let unsaved = matches!(services.save_status(), SaveStatus::Failed(_));
        services.offline().has_update() && !services.route().is_guided() && !unsaved
    });
    live(move || {
        offered.get().then(|| {
            view! {
                <Notice
                    kind=NoticeKind::Info
                    sign=Icon::Sync
                    title=words.text(Messages::app_update_title)
                    text=words.text(Messages::app_update_text)
                >
                    <Button
                        text=words.text(Messages::app_update_now)
                        look=Look::Secondary
                        tone=Tone::Info
                        on_press=move |()| services.take_update()
                    />
                </Notice>
            }
        })
    })
}

/// The one line of the services, until it is put away or two screens later.
fn line(services: Services, words: Words) -> impl IntoView {
    let close = words.text(Messages::app_close);
    live(move || {
        services.notice().map(|line| {
            let text = words.made(move |words| match line {
                Line::Forgotten => words.app_forgotten().to_owned(),
                Line::Expired(n) => words.storage_expired(n),
                Line::Restored => words.storage_restore_done().to_owned(),
                Line::Erased => words.app_erased().to_owned(),
            });
            view! {
                <div role="status">
                    <Notice kind=NoticeKind::Quiet sign=Icon::Info text>
                        <IconButton label=close sign=Icon::Close on_press=move |()| services.set_notice(None)/>
                    </Notice>
                </div>
            }
        })
    })
}
