//! A number that a finger can change: one fewer, the number in words, one more.

use leptos::prelude::*;

use super::Text;
use super::icon::{Icon, icon};

/// A number between two limits, changed in steps. The words are read out when they change.
#[component]
pub fn Counter(
    /// What is counted, where it does not stand beside it already.
    #[prop(into)]
    label: Text,
    /// The number in words: «6 personer».
    #[prop(into)]
    text: Text,
    /// What the button to the left does: «Én færre».
    #[prop(into)]
    fewer: Text,
    /// What the button to the right does.
    #[prop(into)]
    more: Text,
    /// Whether it cannot go lower.
    #[prop(into)]
    lowest: Signal<bool>,
    /// Whether it cannot go higher.
    #[prop(into)]
    highest: Signal<bool>,
    /// One of the buttons was pressed: -1 or 1.
    #[prop(into)]
    on_step: Callback<i8>,
    /// The number stands alone beside its name.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let button = move |by: i8, name: Text, sign: Icon, end: Signal<bool>| {
        // Not `disabled`: the button that was just pressed keeps the focus at the end of the way.
        let press = move |_| {
            if !end.get_untracked() {
                on_step.run(by);
            }
        };
        view! {
            <button type="button" class="counter-button" aria-label=name
                aria-disabled=Signal::derive(move || end.get().then_some("true")) on:click=press>
                {icon(sign)}
            </button>
        }
    };
    view! {
        <div class="counter" role="group" aria-label=label data-small=small>
            {button(-1, fewer, Icon::Minus, lowest)}
            <span class="counter-text" role="status">{text}</span>
            {button(1, more, Icon::Plus, highest)}
        </div>
    }
}
