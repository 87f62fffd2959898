//! The referat of a reflection that was kept: whole, or as its summary only.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::alike::{Alike, Mine};
use super::for_group::{MakePractice, practice_from};
use super::referat::{Exports, Referat};
use crate::ethics::SessionId;
use crate::features::reflection::session::{Session, Status};
use crate::features::reflection::summary::Summary;
use crate::i18n::{Day, Messages, Words};
use crate::platform::document;
use crate::progress::Practice;
use crate::route::Route;
use crate::services::{Notice as Line, Services};
use crate::storage::progress::{session_record, summary_record};
use crate::storage::{Loaded, StorageError};
use crate::ui::{Button, Confirm, Icon, LinkButton, Look, Notice, NoticeKind, Tone, live};

/// What was found.
#[derive(Clone, PartialEq)]
enum Found {
    Whole { session: Box<Session>, until: String },
    Summary(Box<Summary>),
    Nothing(Box<Result<Loaded<Session>, StorageError>>),
}

async fn find(services: Services, id: SessionId) -> Found {
    let saver = services.saver();
    match saver.load::<Session>(&session_record(&id)).await {
        Ok(Loaded::Ready(session)) => {
            let until = match &session.status {
                Status::Kept { until, .. } => until.clone(),
                Status::Open => String::new(),
            };
            Found::Whole { session: Box::new(session), until }
        }
        other => match saver.load::<Summary>(&summary_record(&id)).await {
            Ok(Loaded::Ready(summary)) => Found::Summary(Box::new(summary)),
            _ => Found::Nothing(Box::new(other)),
        },
    }
}

/// A kept reflection.
#[component]
pub fn SummaryPage(
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let found = RwSignal::new(None::<Found>);
    let wanted = id.clone();
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        let id = wanted.clone();
        spawn_local(async move {
            let now = find(services, id).await;
            // The screen may be gone by now.
            let _ = found.try_set(Some(now));
        });
    });
    live(move || match found.get() {
        None => ().into_any(),
        Some(Found::Nothing(other)) => {
            view! { <super::unread::Unread id=id.clone() found=*other/> }.into_any()
        }
        Some(kept) => view! { <Kept id=id.clone() kept/> }.into_any(),
    })
}

#[component]
fn Kept(id: SessionId, kept: Found) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let kept = StoredValue::new(kept);
    let summary = Memo::new(move |_| {
        let language = words.language();
        kept.with_value(|kept| match kept {
            Found::Whole { session, .. } => Some(Summary::of(session, language)),
            Found::Summary(summary) => Some((**summary).clone()),
            Found::Nothing(_) => None,
        })
    });
    let state = words.made(move |words| {
        kept.with_value(|kept| match kept {
            Found::Whole { until, .. } => {
                Day::parse(until).map(|day| words.reflection_kept_all(day.long(words))).unwrap_or_default()
            }
            Found::Summary(_) | Found::Nothing(_) => words.reflection_kept_summary().to_owned(),
        })
    });
    document::focus_heading_if_lost();
    let like = id.clone();
    let practice = practice_of(&id, summary, services);
    let asking = RwSignal::new(false);
    let forget = move |()| {
        services.forget_session(&id);
        services.set_notice(Some(Line::Forgotten));
        services.replace(&Route::Archive);
    };
    let forget = StoredValue::new(forget);
    move_in(view! {
        <div class="stack g4">
            <div class="no-print stack g3">
                <LinkButton text=words.text(Messages::reflection_archive) href=Signal::stored(Route::Archive.to_string())
                    look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
                <Notice kind=NoticeKind::Quiet sign=Icon::Archive text=state/>
            </div>
            {live(move || summary.get().map(|summary| {
                let summary = Signal::stored(summary);
                view! { <Referat summary=summary/> <Exports summary=summary/> }
            }))}
            <MakePractice draft=practice/>
            <Alike mine=Mine::Session(like)/>
            <div class="no-print">
                <Button text=words.text(Messages::reflection_keep_forget) on_press=move |()| asking.set(true) look=Look::Tertiary tone=Tone::Danger before=Icon::Trash class="pull-start"/>
            </div>
            <Confirm id="forget" title=words.text(Messages::reflection_forget_ask) close=words.text(Messages::reflection_put_away)
                open=asking yes=words.text(Messages::reflection_keep_forget) no=words.text(Messages::reflection_forget_no)
                on_yes=move |()| forget.with_value(|forget| forget(())) on_no=move |()| asking.set(false)>
                <p>{words.text(Messages::reflection_keep_forget_hint)}</p>
            </Confirm>
        </div>
    })
}

/// What the reflection came to, as a draft of a practice: what was agreed on, or what was chosen, and why.
fn practice_of(
    id: &SessionId,
    summary: Memo<Option<Summary>>,
    services: Services,
) -> Signal<Option<Practice>> {
    let id = id.clone();
    Signal::derive(move || {
        summary.with(|summary| {
            let summary = summary.as_ref()?;
            Some(practice_from(&id, summary.what_to_do()?, &summary.reason, services))
        })
    })
}

fn move_in(view: impl IntoView + 'static) -> AnyView {
    view.into_any()
}
