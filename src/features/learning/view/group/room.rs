//! The room's face of a lesson: the question, the options, how many chose what, and the reasons. In this window, with
//! one way back, or in a window of its own that gets nothing else.

use leptos::prelude::*;

use super::board::Board;
use super::question::reason_row;
use crate::features::learning::group::face::{Counted, LessonFace, face};
use crate::i18n::{Messages, Words};
use crate::services::{tell_windows, told_face};
use crate::ui::{Button, EmptyRoom, Icon, Look, Tone, live};

/// The channel to windows that show the room's face of a lesson.
const CHANNEL: &str = "refleks-lesson-room";

/// Tells the windows that show the room what it may see. Answers with the same, for this window.
pub(super) fn tell_the_room(board: Board) -> Memo<Option<LessonFace>> {
    let now = Memo::new(move |_| {
        let item = board.item.get()?;
        let language = board.words.language();
        board.with(|table| board.asked.with(|asked| Some(face(table, asked, &item, language))))
    });
    tell_windows(CHANNEL, now);
    now
}

/// The room's face in this window, with one way back.
#[component]
pub(super) fn ShownHere(board: Board, face: Memo<Option<LessonFace>>) -> impl IntoView {
    view! {
        <div class="room-view talk-room">
            {live(move || face.get().map(|face| view! { <Face face/> }))}
            <footer class="room-foot">
                <Button text=board.words.text(Messages::talks_room_back) look=Look::Secondary tone=Tone::Neutral
                    before=Icon::ArrowLeft on_press=move |()| board.show_room(false)/>
            </footer>
        </div>
    }
}

/// A window that shows the room's face of a lesson and nothing else: it opens no store and never asks to write.
#[component]
pub fn LessonRoomPage() -> impl IntoView {
    let words = Words::get();
    let face = told_face::<LessonFace>(CHANNEL);
    view! {
        <div class="room-view talk-room">
            {live(move || match face.get() {
                Some(face) => view! { <Face face/> }.into_any(),
                None => view! { <EmptyRoom text=words.text(Messages::group_room_empty)/> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Face(face: LessonFace) -> impl IntoView {
    let words = Words::get();
    let LessonFace { language, title, at, about, question, how, is_of_values, options, beside, .. } = face;
    let (reasons, is_in_order, after) = (face.reasons, face.is_in_order, face.after);
    let place = at.map(|(at, of)| words.made(move |words| words.talks_at(at, of)));
    let kicker = view! {
        <p class="room-small">
            {match place {
                Some(place) => place.into_any(),
                None => title.into_any(),
            }}
            {is_of_values.then(|| view! { " · " {words.text(Messages::learning_no_answer)} })}
        </p>
    };
    let option = |option: Counted| {
        let count = option.count.map(|count| view! { <b class="talk-number num">{count.to_string()}</b> });
        view! { <li class="talk-option"><span class="talk-option-text">{option.text}</span> {count}</li> }
    };
    let text = |text: String| view! { <li>{text}</li> };
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        {kicker}
        <main id="main" class="room-main" tabindex="-1" lang=language.code()>
            {filled(about).map(|about| view! { <p class="room-small">{about}</p> })}
            <h1 id="step-title" class="serif room-question" tabindex="-1">{question}</h1>
            {filled(how).map(|how| view! { <p class="room-small">{how}</p> })}
            {(!options.is_empty()).then(|| view! { <ul class="talk-options">{options.into_iter().map(option).collect_view()}</ul> })}
            {(!beside.is_empty()).then(|| view! { <ul class="room-tiles">{beside.into_iter().map(text).collect_view()}</ul> })}
            {(!reasons.is_empty()).then(|| {
                let rows = reasons.into_iter().map(|told| reason_row(words, told.part, told.count));
                let rows = rows.collect_view();
                if is_in_order {
                    view! { <ol class="lesson-answers">{rows}</ol> }.into_any()
                } else {
                    view! { <ul class="lesson-answers">{rows}</ul> }.into_any()
                }
            })}
            {filled(after).map(|after| view! { <p class="room-small">{after}</p> })}
        </main>
    }
}
