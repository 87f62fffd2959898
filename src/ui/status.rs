//! What the app says in passing: whether the words are safe, and what a screen reader should hear.

use leptos::prelude::*;

use super::Text;
use super::icon::{Icon, icon_signal};

/// Whether what is written is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SaveLook {
    /// Being saved.
    #[default]
    Pending,
    /// Saved on this device.
    Kept,
    /// Could not be saved. The words are still on the screen.
    Failed,
}

impl SaveLook {
    const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Kept => "kept",
            Self::Failed => "failed",
        }
    }

    const fn sign(self) -> Icon {
        match self {
            Self::Pending => Icon::Sync,
            Self::Kept => Icon::Check,
            Self::Failed => Icon::Error,
        }
    }
}

/// One line that says whether the words are safe. Only a failure is read out by itself: a screen
/// reader that said «saved» at every keystroke could not be worked with.
#[component]
pub fn SaveStatus(
    #[prop(into)] look: Signal<SaveLook>,
    /// «Lagret».
    #[prop(into)]
    text: Text,
    /// The rest of the sentence, where there is room: «på denne enheten».
    #[prop(optional, into)]
    more: Option<Text>,
) -> impl IntoView {
    view! {
        <span
            class="savestatus"
            data-state=Signal::derive(move || look.get().name())
            role=Signal::derive(move || (look.get() == SaveLook::Failed).then_some("alert"))
        >
            {icon_signal(Signal::derive(move || look.get().sign()), "")}
            <span>
                {text}
                {more.map(|more| view! { <span class="savestatus-more">" " {more}</span> })}
            </span>
        </span>
    }
}

/// Words that are heard and not seen, read out when they change.
#[component]
pub fn LiveRegion(
    /// What is said.
    #[prop(into)]
    text: Text,
    /// Breaks in on what is being read.
    #[prop(optional)]
    urgent: bool,
) -> impl IntoView {
    view! {
        <p class="sr" aria-live=if urgent { "assertive" } else { "polite" }>
            {text}
        </p>
    }
}
