//! Buttons, and links that look like them: 48 px or more, verb first.

use leptos::prelude::*;

use super::Text;
use super::icon::{Icon, icon};

/// How much a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Filled: the one way forward in a view.
    #[default]
    Primary,
    /// Outlined in the tone's colour.
    Secondary,
    /// Words alone.
    Tertiary,
    /// Outlined in ink: answers of equal weight, where no colour may say which is right.
    Plain,
}

impl Look {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Primary => None,
            Self::Secondary => Some("secondary"),
            Self::Tertiary => Some("tertiary"),
            Self::Plain => Some("plain"),
        }
    }
}

/// What a colour stands for. Tones are spelled in the theme, never here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Pine: action, chosen, done.
    #[default]
    Furu,
    /// Amber: look here now. At most one button in a view.
    Refleks,
    /// Heather: only for you.
    Lyng,
    /// Sand and ink: quiet.
    Neutral,
    /// The system's own information.
    Info,
    /// The system's own success.
    Success,
    /// The system's own warning.
    Warning,
    /// What cannot be undone, or could not be saved.
    Danger,
}

impl Tone {
    /// The tone's name in the theme; pine is what a page has unless told.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Furu => None,
            Self::Refleks => Some("refleks"),
            Self::Lyng => Some("lyng"),
            Self::Neutral => Some("neutral"),
            Self::Info => Some("info"),
            Self::Success => Some("success"),
            Self::Warning => Some("warning"),
            Self::Danger => Some("danger"),
        }
    }
}

/// How tall a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// 48 px.
    #[default]
    Normal,
    /// 56 px: the way forward.
    Large,
    /// 72 px: handing over the tablet.
    Huge,
}

impl Scale {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Normal => None,
            Self::Large => Some("large"),
            Self::Huge => Some("huge"),
        }
    }
}

fn classes(class: &'static str) -> String {
    if class.is_empty() { "ds-button".to_owned() } else { format!("ds-button {class}") }
}

fn face(before: Option<Icon>, text: Text, after: Option<Icon>) -> impl IntoView {
    view! {
        {before.map(icon)}
        <span class="button-words">{text}</span>
        {after.map(icon)}
    }
}

/// A button with words. `pressed` makes it a toggle button; `expanded` says that it opens something.
#[component]
pub fn Button(
    /// Verb first, at most four words.
    #[prop(into)]
    text: Text,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
    #[prop(optional)] look: Look,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] scale: Scale,
    /// The sign before the words.
    #[prop(optional)]
    before: Option<Icon>,
    /// The sign after the words.
    #[prop(optional)]
    after: Option<Icon>,
    /// Cannot be pressed now. Say why beside it.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// On or off, for a toggle button.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// One more class, such as `pull-end`.
    #[prop(optional)]
    class: &'static str,
    /// Left out of the action bar on a phone.
    #[prop(optional)]
    spare: bool,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=classes(class)
            data-variant=look.name()
            data-color=tone.name()
            data-scale=scale.name()
            data-secondary=spare
            aria-pressed=Signal::derive(move || pressed.map(|on| on.get().to_string()))
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {face(before, text, after)}
        </button>
    }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn LinkButton(
    /// Where it leads to, in words.
    #[prop(into)]
    text: Text,
    /// The address.
    #[prop(into)]
    href: Text,
    #[prop(optional)] look: Look,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] scale: Scale,
    /// The sign before the words.
    #[prop(optional)]
    before: Option<Icon>,
    /// The sign after the words.
    #[prop(optional)]
    after: Option<Icon>,
    /// One more class, such as `pull-start`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <a
            class=classes(class)
            href=href
            data-variant=look.name()
            data-color=tone.name()
            data-scale=scale.name()
        >
            {face(before, text, after)}
        </a>
    }
}

/// A sign alone, with its name for whoever cannot see it.
#[component]
pub fn IconButton(
    /// The button's name.
    #[prop(into)]
    label: Text,
    /// The sign.
    sign: Icon,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
    #[prop(optional)] tone: Option<Tone>,
    /// One more class, such as `pull-end`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=classes(class)
            data-icon=true
            data-variant="tertiary"
            data-color=tone.unwrap_or(Tone::Neutral).name()
            aria-label=label
            on:click=move |_| on_press.run(())
        >
            {icon(sign)}
        </button>
    }
}
