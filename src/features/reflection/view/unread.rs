//! A session that is not there, or that can not be read. It is never written over, and what lies there
//! can be taken out.

use leptos::prelude::*;

use crate::ethics::SessionId;
use crate::features::reflection::session::Session;
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::services::Services;
use crate::storage::progress::session_record;
use crate::storage::words::instead;
use crate::storage::{Loaded, StorageError};
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind};

/// What is told instead of the session, and what can be done.
#[component]
pub(super) fn Unread(id: SessionId, found: Result<Loaded<Session>, StorageError>) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let there = matches!(&found, Ok(Loaded::Newer(_) | Loaded::Damaged(_)));
    let text =
        words.made(move |words| instead(&found, words).unwrap_or_else(|| words.reflection_gone().to_owned()));
    let record = session_record(&id);
    let aside = record.clone();
    let take_out = move |()| services.take_out(&record);
    let set_aside = move |()| services.put_aside(&aside, Route::Reflection);
    view! {
        <div class="stack g4">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::reflection_room)}</h1>
            <Notice kind=NoticeKind::Info sign=Icon::Info text=text/>
            <div class="row wrap g2">
                <LinkButton text=words.text(Messages::reflection_gone_home) href=Signal::stored(Route::Reflection.to_string())/>
                {there.then(|| view! {
                    <Button text=words.text(Messages::reflection_damaged_download) on_press=take_out look=Look::Secondary before=Icon::Download/>
                    <Button text=words.text(Messages::reflection_damaged_aside) on_press=set_aside look=Look::Tertiary before=Icon::Archive/>
                })}
            </div>
        </div>
    }
    .into_any()
}
