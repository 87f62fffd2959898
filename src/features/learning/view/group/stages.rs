//! What the group has before it: the opening, a question, the samtalespørsmål, and the end.

use leptos::prelude::*;

use super::board::Board;
use super::close::Close;
use super::question::Question;
use crate::aloud::ReadAloud;
use crate::content::LessonItem;
use crate::features::learning::group::table::Place;
use crate::i18n::{Messages, Phrase};
use crate::ui::{Icon, Notice, NoticeKind, live};

/// The place where the group is.
#[component]
pub(super) fn Stages(board: Board) -> impl IntoView {
    let place = board.place();
    live(move || {
        let item = board.item.get()?;
        Some(match place.get()? {
            Place::Opening => view! { <Opening board item/> }.into_any(),
            Place::Question(at) => view! { <Question board at/> }.into_any(),
            Place::Talk => view! { <Talk board item/> }.into_any(),
            Place::Close => view! { <Close board item/> }.into_any(),
        })
    })
}

#[component]
fn Opening(board: Board, item: LessonItem) -> impl IntoView {
    let words = board.words;
    view! {
        <div class="talk-screen">
            <p class="kicker">{words.text(Messages::talks_use)}</p>
            <h1 id="step-title" class="serif talk-question" tabindex="-1">{item.words.title}</h1>
            <p class="talk-how">{item.words.teaser}</p>
            <Notice kind=NoticeKind::Quiet sign=Icon::Shield text=words.text(Messages::talks_promise)/>
        </div>
    }
}

#[component]
fn Talk(board: Board, item: LessonItem) -> impl IntoView {
    let name: Phrase = Messages::learning_talk;
    let heard = format!("{} {}", item.words.talk, item.words.talk_how);
    view! {
        <div class="talk-screen">
            <p class="kicker">{board.words.text(name)}</p>
            <h1 id="step-title" class="serif talk-question" tabindex="-1">{item.words.talk}</h1>
            <p class="talk-how">{item.words.talk_how}</p>
            <div class="row"><ReadAloud text=Signal::stored(heard)/></div>
        </div>
    }
}
