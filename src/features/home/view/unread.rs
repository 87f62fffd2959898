//! What could not be read: told, with its remedy, never hidden and never written over.

use leptos::prelude::*;

use crate::features::home::model::{self, Model, Reading};
use crate::features::home::update::Msg;
use crate::i18n::{Messages, Words};
use crate::storage::{Loaded, words as told};
use crate::ui::{Button, Confirm, Icon, Look, Notice, NoticeKind, Tone, live};

/// The store did not answer.
#[component]
pub(super) fn NotRead(model: RwSignal<Model>, dispatch: Callback<Msg>) -> impl IntoView {
    let words = Words::get();
    let error = Memo::new(move |_| {
        model.with(|m| match &m.reading {
            Reading::Failed(error) => Some(error.clone()),
            Reading::Waiting | Reading::Done => None,
        })
    });
    live(move || {
        error.get().map(|error| {
            let again = error.clone();
            view! {
                <Notice
                    kind=NoticeKind::Danger
                    sign=Icon::Error
                    urgent=true
                    title=words.made(move |words| told::message(&again, words).happened.to_owned())
                    text=words.made(move |words| told::message(&error, words).advice.to_owned())
                >
                    <Button
                        text=words.text(Messages::storage_try_again)
                        look=Look::Secondary
                        tone=Tone::Danger
                        on_press=move |()| dispatch.run(Msg::RecordsChanged)
                    />
                </Notice>
            }
        })
    })
}

/// Records that could not be read.
#[component]
pub(super) fn Unread(
    model: RwSignal<Model>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let unread = Memo::new(move |_| model.with(|m| m.unread.clone()));
    let notice = move |one: model::Unread| notice(one, words, dispatch, may_write);
    live(move || {
        Some(unread.get()).filter(|all| !all.is_empty()).map(|all| {
            view! { <div class="home-unread">{all.into_iter().map(notice).collect_view()}</div> }
        })
    })
}

fn notice(
    one: model::Unread,
    words: Words,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    // Only the words depend on which of the two it is.
    let newer = one.newer;
    let loaded = move || if newer { Loaded::<()>::Newer(0) } else { Loaded::Damaged(String::new()) };
    let title =
        words.made(move |w| told::unread(&loaded(), w).map(|t| t.happened.to_owned()).unwrap_or_default());
    let text = words.made(move |w| {
        told::unread(&loaded(), w).map(|told| format!("{} {}", told.safe, told.advice)).unwrap_or_default()
    });
    let (copied, put_aside, gone) = (one.id.clone(), one.id.clone(), one.id);
    // A newer version may read it: there is no reason to delete it here.
    let discard = (!newer).then(|| {
        view! {
            <Button
                text=words.text(Messages::storage_discard)
                look=Look::Tertiary
                tone=Tone::Danger
                disabled=Signal::derive(move || !may_write.get())
                on_press=move |()| dispatch.run(Msg::DiscardPressed(gone.clone()))
            />
        }
    });
    view! {
        <Notice kind=NoticeKind::Warning sign=Icon::Warning title text>
            <Button
                text=words.text(Messages::storage_save_copy)
                look=Look::Secondary
                tone=Tone::Neutral
                before=Icon::Download
                on_press=move |()| dispatch.run(Msg::CopyPressed(copied.clone()))
            />
            <Button
                text=words.text(Messages::storage_set_aside)
                look=Look::Tertiary
                tone=Tone::Neutral
                disabled=Signal::derive(move || !may_write.get())
                on_press=move |()| dispatch.run(Msg::SetAsidePressed(put_aside.clone()))
            />
            {discard}
        </Notice>
    }
}

/// Asks once more.
#[component]
pub(super) fn DiscardDialog(model: RwSignal<Model>, dispatch: Callback<Msg>) -> impl IntoView {
    let words = Words::get();
    let open = Memo::new(move |_| model.with(|m| m.discarding.is_some()));
    let lost = words.text(Messages::home_discard_lost);
    view! {
        <Confirm
            id="home-discard"
            title=words.text(Messages::home_discard_title)
            close=words.text(Messages::home_discard_no)
            open=open
            yes=words.text(Messages::storage_discard)
            no=words.text(Messages::home_discard_no)
            on_yes=move |()| dispatch.run(Msg::DiscardConfirmed)
            on_no=move |()| dispatch.run(Msg::DiscardCancelled)
        >
            <p>{lost}</p>
        </Confirm>
    }
}
