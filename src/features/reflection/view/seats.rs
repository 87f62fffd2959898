//! The round of the table: who has had the word and who has not, as seats and never as names.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Messages;
use crate::ui::{Button, Hex, HexLook, HexScale, Icon, Look, icon, live};

/// What a seat has done in this round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Seat {
    /// It has not had the word.
    #[default]
    Waiting,
    /// It has had the word.
    Spoken,
    /// It passed.
    Passed,
}

impl Seat {
    /// One tap further: the word, passing, waiting again.
    const fn next(self) -> Self {
        match self {
            Self::Waiting => Self::Spoken,
            Self::Spoken => Self::Passed,
            Self::Passed => Self::Waiting,
        }
    }

    const fn look(self) -> (HexLook, Option<Icon>) {
        match self {
            Self::Waiting => (HexLook::Outline, None),
            Self::Spoken => (HexLook::Done, Some(Icon::Check)),
            Self::Passed => (HexLook::Skipped, Some(Icon::Skip)),
        }
    }

    fn name(self, words: &Messages) -> &str {
        match self {
            Self::Waiting => words.group_seat_waiting(),
            Self::Spoken => words.group_seat_spoken(),
            Self::Passed => words.group_seat_passed(),
        }
    }
}

/// The seats of a group, all waiting.
pub(super) fn waiting(count: usize) -> Vec<Seat> {
    vec![Seat::Waiting; count]
}

/// The round.
#[component]
pub(super) fn Seats(desk: Desk, seats: RwSignal<Vec<Seat>>) -> impl IntoView {
    let words = desk.words;
    let count = seats.with_untracked(Vec::len);
    let told = words.made(move |words| {
        let had = seats.with(|seats| seats.iter().filter(|seat| **seat != Seat::Waiting).count());
        words.group_seats_had(count, had)
    });
    let tap = move |place: usize| {
        seats.update(|seats| {
            if let Some(seat) = seats.get_mut(place) {
                *seat = seat.next();
            }
        });
    };
    let seat = move |place: usize| {
        let state = Memo::new(move |_| seats.with(|seats| seats.get(place).copied().unwrap_or_default()));
        let name = words.made(move |words| words.group_seat(place + 1, state.get().name(words)));
        view! {
            <li>
                <button type="button" class="seat-button" aria-label=name on:click=move |_| tap(place)>
                    {live(move || {
                        let (look, sign) = state.get().look();
                        view! { <Hex look=Signal::stored(look) scale=HexScale::Large>{sign.map(icon)}</Hex> }
                    })}
                    <span class="t-sm">{words.made(move |words| state.get().name(words).to_owned())}</span>
                </button>
            </li>
        }
    };
    view! {
        <p class="muted">{words.text(Messages::group_seats_lead)}</p>
        <ol class="seats">{(0..count).map(seat).collect_view()}</ol>
        <p role="status" class="t-sub">{told}</p>
        <div class="row">
            <Button text=words.text(Messages::group_seats_again) look=Look::Secondary before=Icon::Sync
                on_press=move |()| seats.set(waiting(count))/>
        </div>
    }
}
