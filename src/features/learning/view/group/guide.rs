//! Beside the question, for whoever leads: how to open, wait and close, and the room's window. The room never sees it.

use leptos::prelude::*;

use super::board::Board;
use crate::features::learning::group::guide::{Advice, advice};
use crate::features::learning::group::table::Place;
use crate::i18n::{Messages, Phrase};
use crate::platform::address;
use crate::route::Route;
use crate::ui::{Button, Details, Icon, Look, Tone, live, when};

/// The guide, closed until somebody wants it: the tablet lies between all.
#[component]
pub(super) fn Guide(board: Board) -> impl IntoView {
    let words = board.words;
    let place = board.place();
    let shown = Memo::new(move |_| {
        let all = board.with(|table| board.asked.with(|asked| advice(table, asked)));
        (place.get(), all)
    });
    let piece = move |one: Advice| {
        let (title, text) = told(one);
        view! { <dt>{words.text(title)}</dt> <dd>{words.text(text)}</dd> }
    };
    let pieces = move || {
        let (place, all) = shown.get();
        view! {
            <dl class="talk-advice">{all.into_iter().map(piece).collect_view()}</dl>
            {live(move || place.and_then(|place| of_lesson(board, place)))}
        }
    };
    view! {
        <aside class="talk-guide" aria-label=words.text(Messages::talks_guide)>
            <RoomButtons board/>
            <Details summary=words.text(Messages::talks_guide)>
                <p class="muted t-sm">{words.text(Messages::talks_guide_text)}</p>
                {live(pieces)}
            </Details>
        </aside>
    }
}

/// What the lesson itself says to whoever leads: its lines before one begins, its fadder question beside the talk.
fn of_lesson(board: Board, place: Place) -> Option<AnyView> {
    let words = board.words;
    let item = board.item.get()?;
    match place {
        Place::Opening => {
            let lines = item.words.leader.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            Some(
                view! {
                    <h3 class="t-sub">{words.text(Messages::talks_guide_lesson)}</h3>
                    <ul class="lesson-lines-plain">{lines}</ul>
                }
                .into_any(),
            )
        }
        Place::Talk => {
            let fadder = item.words.fadder;
            let said = words.made(move |words| words.talks_guide_fadder(&fadder));
            Some(view! { <p>{said}</p> }.into_any())
        }
        Place::Question(_) | Place::Close => None,
    }
}

/// The room's face in this window or in one of its own.
#[component]
fn RoomButtons(board: Board) -> impl IntoView {
    let words = board.words;
    let refused = RwSignal::new(false);
    let open = move |()| refused.set(!address::open_window(&Route::LessonRoom.to_string()));
    view! {
        <div class="row wrap g2">
            <Button text=words.text(Messages::group_room_show) look=Look::Tertiary tone=Tone::Neutral before=Icon::Observed
                on_press=move |()| board.show_room(true)/>
            <Button text=words.text(Messages::group_room_window) look=Look::Tertiary tone=Tone::Neutral before=Icon::External
                on_press=open/>
        </div>
        {when(refused, move || view! { <p role="status" class="t-sm">{words.text(Messages::group_room_refused)}</p> })}
    }
}

/// A piece of advice: when, and what.
fn told(advice: Advice) -> (Phrase, Phrase) {
    match advice {
        Advice::Open => (Messages::talks_g_open, Messages::talks_g_open_text),
        Advice::Rules => (Messages::talks_g_rules, Messages::talks_g_rules_text),
        Advice::AskPrivate => (Messages::talks_g_private, Messages::talks_g_private_text),
        Advice::AskOpen => (Messages::talks_g_open_count, Messages::talks_g_open_count_text),
        Advice::Wait => (Messages::talks_g_wait, Messages::talks_g_wait_text),
        Advice::Dominates => (Messages::talks_g_dominates, Messages::talks_g_dominates_text),
        Advice::Reasons => (Messages::talks_g_reasons, Messages::talks_g_reasons_text),
        Advice::Values => (Messages::talks_g_values, Messages::talks_g_values_text),
        Advice::Talk => (Messages::talks_g_talk, Messages::talks_g_talk_text),
        Advice::Hurts => (Messages::talks_g_hurts, Messages::talks_g_hurts_text),
        Advice::Close => (Messages::talks_g_close, Messages::talks_g_close_text),
    }
}
