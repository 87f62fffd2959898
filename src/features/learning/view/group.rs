//! A lesson used in a group: the question large, the guide of whoever leads, the room's window, and the log.

mod board;
mod close;
mod guide;
mod question;
mod room;
mod stages;
mod talks;

use leptos::prelude::*;

use super::lessons::{in_place_of_lessons, unknown};
use crate::ethics::LessonId;
use crate::features::learning::group::table::{Msg, Place};
use crate::i18n::{Messages, Words};
use crate::platform::awake::Awake;
use crate::route::Route;
use crate::services::{Services, follow_place};
use crate::ui::{ActionBar, Button, Icon, LinkButton, Look, Scale, Tone, TopBar, live};
use board::Board;
use guide::Guide;
use room::{ShownHere, tell_the_room};
use stages::Stages;

pub use room::LessonRoomPage;
pub(super) use talks::TalksLink;
pub use talks::TalksPage;

/// The way from a lesson to the same lesson in a group.
#[component]
pub(super) fn UseInGroup(lesson: LessonId) -> impl IntoView {
    let words = Words::get();
    view! {
        <LinkButton text=words.text(Messages::talks_use) href=Signal::stored(Route::GroupLesson(lesson).to_string())
            look=Look::Secondary before=Icon::Group/>
    }
}

/// A lesson, for a group around one tablet or in front of a screen.
#[component]
pub fn GroupLessonPage(
    /// Which one.
    id: LessonId,
) -> impl IntoView {
    let services = Services::find()?;
    let board = Board::new(services, id);
    let face = tell_the_room(board);
    keep_awake();
    let place = board.place();
    follow_place(move || place.get());
    let read_only = Signal::derive(move || services.reads_only());
    let is_unknown = board.is_unknown;
    let is_here = board.is_here();
    let main = move || {
        if is_unknown.get() {
            unknown(board.words)
        } else if is_here.get() {
            view! { <Stages board/> }.into_any()
        } else {
            in_place_of_lessons(services)
        }
    };
    let leader = move || {
        view! {
            <div class="guided lesson" inert=read_only>
                <Top board/>
                <div class="cols">
                    <main id="main" tabindex="-1">{live(main)}</main>
                    {live(move || is_here.get().then(|| view! { <Guide board/> }))}
                </div>
                {live(move || is_here.get().then(|| view! { <Ways board/> }))}
            </div>
        }
        .into_any()
    };
    Some(live(move || if board.room.get() { view! { <ShownHere board face/> }.into_any() } else { leader() }))
}

/// A tablet on a table stays awake as long as a group is at it.
fn keep_awake() {
    // It goes with the screen that holds it.
    let _ = StoredValue::new_local(Awake::ask());
}

/// The bar above: leave, and what this is.
#[component]
fn Top(board: Board) -> impl IntoView {
    let words = board.words;
    let title = words.made(move |words| {
        let title = board.item.with(|item| item.as_ref().map(|item| item.words.title.clone()));
        title.unwrap_or_else(|| words.app_learning().to_owned())
    });
    let under = view! { <span>{words.text(Messages::talks_use)}</span> }.into_any();
    view! {
        <TopBar leave=words.text(Messages::learning_leave) on_leave=move |()| board.services.open(&Route::Lessons)
            title=title under=under/>
    }
}

/// The bar below: back, and on. Only one way is ever filled.
#[component]
fn Ways(board: Board) -> impl IntoView {
    let words = board.words;
    let place = board.place();
    let is_told = board.memo(|table| table.round().is_some_and(|round| round.is_told));
    let tell = move |msg: Msg| move |()| board.tell(msg);
    let back = move || {
        place.get().is_some_and(|place| place != Place::Opening).then(|| {
            view! {
                <Button text=words.text(Messages::learning_back) look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft
                    on_press=tell(Msg::Back)/>
            }
        })
    };
    let large = move |text, msg| {
        view! { <Button text=words.text(text) scale=Scale::Large after=Icon::ArrowRight on_press=tell(msg)/> }
            .into_any()
    };
    let small = move |text, msg| {
        view! { <Button text=words.text(text) look=Look::Tertiary tone=Tone::Neutral on_press=tell(msg)/> }
    };
    let onward = move || {
        match place.get() {
        None => ().into_any(),
        Some(Place::Opening) => {
            view! { {small(Messages::talks_to_talk, Msg::ToTalk)} {large(Messages::talks_begin, Msg::On)} }
                .into_any()
        }
        Some(Place::Question(_)) if is_told.get() => {
            view! { {small(Messages::talks_to_talk, Msg::ToTalk)} {large(Messages::learning_on, Msg::On)} }
                .into_any()
        }
        Some(Place::Question(_)) => view! {
            {small(Messages::learning_skip, Msg::On)}
            <Button text=words.text(Messages::talks_reasons) scale=Scale::Large on_press=move |()| board.show_reasons()/>
        }
        .into_any(),
        Some(Place::Talk) => large(Messages::talks_close, Msg::On),
        Some(Place::Close) => view! {
            <LinkButton text=words.text(Messages::talks_done) href=Signal::derive(|| Route::Talks.to_string())
                look=Look::Secondary scale=Scale::Large after=Icon::ArrowRight/>
        }
        .into_any(),
    }
    };
    view! { <ActionBar back=live(back)>{live(onward)}</ActionBar> }
}
