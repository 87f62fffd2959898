//! The room's face: the step, the question, what lies on the table, large and without controls. In this window,
//! with one way back, or in a window of its own that gets nothing else.

use std::time::Duration;

use leptos::prelude::*;

use super::Desk;
use super::frame::shown;
use crate::features::reflection::room_face::{RoomFace, RoomStep, RoomTime};
use crate::features::reflection::session::StepState;
use crate::i18n::{Messages, Words};
use crate::platform::address;
use crate::route::Route;
use crate::services::{tell_windows, told_face};
use crate::ui::{Button, EmptyRoom, HexScale, Icon, Look, Tone, every, live, step_cell, when};

/// The channel to windows that show the room's face.
const CHANNEL: &str = "refleks-room";
/// How often the time is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// The room's face of the session on the screen, and whether a group is at its steps.
fn face_of(desk: Desk) -> Memo<Option<RoomFace>> {
    let tick = RwSignal::new(());
    every(LOOK, move || {
        // The screen may be gone by then.
        let _ = tick.try_set(());
    });
    Memo::new(move |_| {
        tick.track();
        let language = desk.words.language();
        desk.model.with(|model| {
            let now = desk.services.now_ms();
            let round = model.private.round.as_ref();
            model.session.group_underway().map(|_| RoomFace::of(&model.session, round, language, now))
        })
    })
}

/// Tells the windows that show the room what it may see. Answers with the same, for this window.
pub(super) fn tell_the_room(desk: Desk) -> Memo<Option<RoomFace>> {
    let face = face_of(desk);
    tell_windows(CHANNEL, face);
    face
}

/// The room's face in this window, with one way back.
#[component]
pub(super) fn ShownHere(desk: Desk, face: Memo<Option<RoomFace>>) -> impl IntoView {
    let Desk { words, room, .. } = desk;
    let refused = RwSignal::new(false);
    let open = move |()| {
        if address::open_window(&Route::RoomWindow.to_string()) {
            room.set(false);
        } else {
            refused.set(true);
        }
    };
    view! {
        <div class="room-view">
            {live(move || face.get().map(|face| view! { <Face face/> }))}
            <footer class="room-foot">
                {when(refused, move || view! { <p role="status">{words.text(Messages::group_room_refused)}</p> })}
                <Button text=words.text(Messages::group_room_back) look=Look::Secondary tone=Tone::Neutral before=Icon::ArrowLeft
                    on_press=move |()| room.set(false)/>
                <Button text=words.text(Messages::group_room_window) look=Look::Tertiary tone=Tone::Neutral before=Icon::External on_press=open/>
            </footer>
        </div>
    }
}

/// A window that shows the room's face and nothing else: it opens no store and never asks to write.
#[component]
pub fn RoomWindowPage() -> impl IntoView {
    let words = Words::get();
    let face = told_face::<RoomFace>(CHANNEL);
    view! {
        <div class="room-view">
            {live(move || match face.get() {
                Some(face) => view! { <Face face/> }.into_any(),
                None => view! { <EmptyRoom text=words.text(Messages::group_room_empty)/> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Face(face: RoomFace) -> impl IntoView {
    let words = Words::get();
    let RoomFace { language, steps, question, tiles, time, round } = face;
    let step = |(place, step): (u8, RoomStep)| {
        let current = (step.state == StepState::Now).then_some("step");
        view! {
            <li aria-current=current>
                {step_cell(Signal::stored(shown(step.state)), Signal::stored(place), HexScale::Large)}
                <span class="room-step">{step.name}</span>
            </li>
        }
    };
    let time = time.map(|time| {
        words.made(move |words| match time {
            RoomTime::About(minutes) => words.group_room_time(minutes),
            RoomTime::Used => words.group_over_now().to_owned(),
        })
    });
    let round = round.map(|(had, turns)| {
        words.made(move |words| format!("{} · {}", words.private_title(), words.private_had(turns, had)))
    });
    view! {
        <ol class="room-steps" lang=language.code()>{(1..).zip(steps).map(step).collect_view()}</ol>
        <main id="main" class="room-main" tabindex="-1">
            {round.map(|round| view! { <p class="room-small">{round}</p> })}
            <h1 id="step-title" class="serif room-question" tabindex="-1" lang=language.code()>{question}</h1>
            <ul class="room-tiles">{tiles.into_iter().map(|tile| view! { <li>{tile}</li> }).collect_view()}</ul>
        </main>
        {time.map(|time| view! { <p class="room-small room-time">{time}</p> })}
    }
}
