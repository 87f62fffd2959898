//! Time without pressure: a cell that fills, and words. It opens what can be done about it.

use leptos::prelude::*;

use super::Text;
use super::hex::CELL;

/// The time of a step as a button.
#[component]
pub fn Timer(
    /// What the button is called by those who cannot see it.
    #[prop(into)]
    label: Text,
    /// The time, or that it stands.
    #[prop(into)]
    text: Text,
    /// What the time is of.
    #[prop(into)]
    small: Text,
    /// How much of it has been used, in sides of the cell, from 0 to 6.
    #[prop(into)]
    sides: Signal<u8>,
    /// It was pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let filled = move || (sides.get() > 0).then(|| format!("{} 6", sides.get()));
    view! {
        <button type="button" class="timer" aria-haspopup="dialog" on:click=move |_| on_press.run(())>
            <svg class="timer-ring" viewBox="0 0 32 36" aria-hidden="true">
                <path class="timer-track" d=CELL></path>
                <path class="timer-filled" d=CELL pathLength="6" stroke-dasharray=filled
                    visibility=Signal::derive(move || (sides.get() == 0).then_some("hidden"))></path>
            </svg>
            <span>
                <span class="sr">{label} ": "</span>
                <span class="timer-main">{text}</span>
                <span class="timer-small">{small}</span>
            </span>
        </button>
    }
}
