//! The end of a talk: what to take along, and the log at one tap.

use leptos::prelude::*;

use super::board::Board;
use crate::content::LessonItem;
use crate::features::learning::group::table::{MOST, Msg};
use crate::i18n::Messages;
use crate::progress::Arena;
use crate::ui::{
    Button, Chips, Counter, Icon, Look, Notice, NoticeKind, Panel, RadioChip, Scale, Tone, live,
};

/// What one takes along from the talk.
#[component]
pub(super) fn Close(board: Board, item: LessonItem) -> impl IntoView {
    let words = board.words;
    let is_logged = board.memo(|table| table.is_logged);
    view! {
        <div class="talk-screen">
            <p class="kicker">{words.text(Messages::talks_closed)}</p>
            <h1 id="step-title" class="serif talk-question" tabindex="-1">{item.words.short}</h1>
            <Panel labelled_by="talk-log">
                <div class="stack g4">
                    <h2 id="talk-log" class="t-title">{words.text(Messages::talks_log)}</h2>
                    {live(move || if is_logged.get() {
                        view! { <Logged board/> }.into_any()
                    } else {
                        view! { <ToLog board/> }.into_any()
                    })}
                </div>
            </Panel>
        </div>
    }
}

/// How many were here, and where: everything is said beforehand, so that one tap is enough.
#[component]
fn ToLog(board: Board) -> impl IntoView {
    let words = board.words;
    let people = board.memo(|table| table.people);
    let arena = board.memo(|table| Some(table.arena));
    let told = words.made(move |words| words.group_size_count(usize::from(people.get())));
    let chip = move |one: Arena| {
        let name = words.made(move |words| one.name(words).to_owned());
        view! {
            <RadioChip name="talk-arena" text=name chosen=Signal::derive(move || arena.get() == Some(one))
                on_choose=move |()| board.tell(Msg::Arena(one))/>
        }
    };
    view! {
        <p class="muted">{words.text(Messages::talks_log_text)}</p>
        <Chips legend=words.text(Messages::group_arena)>{Arena::ALL.map(chip).collect_view()}</Chips>
        <div class="stack g2">
            <p class="t-sub">{words.text(Messages::talks_people)}</p>
            <Counter label=words.text(Messages::talks_people) text=told fewer=words.text(Messages::group_one_fewer)
                more=words.text(Messages::group_one_more) lowest=Signal::derive(move || people.get() <= 1)
                highest=Signal::derive(move || people.get() >= MOST) on_step=move |by: i8| board.tell(Msg::People(by))/>
        </div>
        <div class="row">
            <Button text=words.text(Messages::talks_log) scale=Scale::Large before=Icon::Check on_press=move |()| board.tell(Msg::Log)/>
        </div>
    }
}

/// What is in the log now.
#[component]
fn Logged(board: Board) -> impl IntoView {
    let words = board.words;
    let today = board.services.today();
    let talk = board.memo(|table| Some((table.arena, table.people)));
    let told = words.made(move |words| {
        let Some((arena, people)) = talk.get() else { return String::new() };
        let people = words.group_size_count(usize::from(people));
        words.talks_logged_text(arena.name(words), today.long(words), people)
    });
    view! {
        <Notice kind=NoticeKind::Success sign=Icon::CheckCircle title=words.text(Messages::talks_logged) text=told urgent=true/>
        <div class="row">
            <Button text=words.text(Messages::talks_unlog) look=Look::Tertiary tone=Tone::Neutral before=Icon::Undo
                on_press=move |()| board.tell(Msg::Unlog)/>
        </div>
    }
}
