//! Surfaces and messages: panels, notices, details, entries. A line before a shadow.

use leptos::prelude::*;

use super::Text;
use super::button::Tone;
use super::hex::{Hex, HexLook, HexScale};
use super::icon::{Art, Icon, IconScale, art, icon, icon_with};
use super::live::live;

/// What a window that shows the room has to say as long as nobody is at it.
#[component]
pub fn EmptyRoom(
    /// What it waits for.
    #[prop(into)]
    text: Text,
) -> impl IntoView {
    view! {
        <main id="main" class="room-main" tabindex="-1">
            <h1 id="step-title" class="serif room-question" tabindex="-1">{text}</h1>
        </main>
    }
}

/// What a panel lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PanelLook {
    /// A card.
    #[default]
    Card,
    /// A large card.
    Large,
    /// Sand without an edge: quiet.
    Soft,
    /// Deep pine: where a reflection starts.
    Start,
    /// Deep pine: a question for the conversation.
    Night,
    /// Heather: only for the one who leads.
    Leader,
}

impl PanelLook {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Card => None,
            Self::Large => Some("large"),
            Self::Soft => Some("soft"),
            Self::Start => Some("start"),
            Self::Night => Some("night"),
            Self::Leader => Some("leader"),
        }
    }

    /// Night surfaces use the dark colours in both themes.
    const fn scheme(self) -> Option<&'static str> {
        match self {
            Self::Start | Self::Night => Some("dark"),
            Self::Card | Self::Large | Self::Soft | Self::Leader => None,
        }
    }
}

/// A part of a page with a surface of its own.
#[component]
pub fn Panel(
    #[prop(optional)] look: PanelLook,
    /// What the part is, where no heading in it says so.
    #[prop(optional, into)]
    label: Option<Text>,
    /// The id of the heading in it that names it.
    #[prop(optional)]
    labelled_by: Option<&'static str>,
    /// One more class.
    #[prop(optional)]
    class: &'static str,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section
            class=format!("panel {class}")
            data-look=look.name()
            data-color-scheme=look.scheme()
            aria-label=Signal::derive(move || label.map(|label| label.get()))
            aria-labelledby=labelled_by
        >
            {children()}
        </section>
    }
}

/// What kind of message a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// Look here now. At most one in a view.
    Amber,
    /// One line that calms or explains.
    #[default]
    Quiet,
    /// The system tells.
    Info,
    /// The system has done what was asked.
    Success,
    /// The system asks for care.
    Warning,
    /// The system could not do what was asked.
    Danger,
}

impl NoticeKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Amber => "amber",
            Self::Quiet => "quiet",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Amber | Self::Quiet => Tone::Furu,
            Self::Info => Tone::Info,
            Self::Success => Tone::Success,
            Self::Warning => Tone::Warning,
            Self::Danger => Tone::Danger,
        }
    }
}

/// A message and what can be done about it. One that comes up while people work is read out.
#[component]
pub fn Notice(
    #[prop(optional)] kind: NoticeKind,
    /// The sign before the words.
    sign: Icon,
    /// What it is about.
    #[prop(optional, into)]
    title: Option<Text>,
    /// One or two sentences.
    #[prop(into)]
    text: Text,
    /// Read out at once when it comes up.
    #[prop(optional)]
    urgent: bool,
    /// The buttons, one for an amber notice.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let mark = if kind == NoticeKind::Amber {
        view! { <Hex look=HexLook::Now scale=HexScale::Large>{icon(sign)}</Hex> }.into_any()
    } else {
        icon(sign)
    };
    view! {
        <div class="notice" data-kind=kind.name() data-color=kind.tone().name() role=urgent.then_some("alert")>
            {mark}
            <div class="notice-words">
                {title.map(|title| view! { <p class="notice-title">{title}</p> })}
                <p>{text}</p>
            </div>
            {children.map(|buttons| view! { <div class="notice-action">{buttons()}</div> })}
        </div>
    }
}

/// More, for whoever wants it. Never opens by itself.
#[component]
pub fn Details(
    /// The line that opens it.
    #[prop(into)]
    summary: Text,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="details" open=open>
            <summary>
                {summary} {icon_with(Icon::ChevronDown, IconScale::Small, "details-sign")}
            </summary>
            <div class="details-body">{children()}</div>
        </details>
    }
}

/// A way in: a drawing, a name and one line.
#[component]
pub fn Entry(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The drawing.
    picture: Art,
    /// Its name.
    #[prop(into)]
    title: Text,
    /// One line about it.
    #[prop(into)]
    small: Text,
) -> impl IntoView {
    view! {
        <a class="entry" href=href>
            <span class="entry-art">{art(picture)}</span>
            <span class="entry-words">
                <b class="t-title">{title}</b>
                <span class="muted t-sm">{small}</span>
            </span>
        </a>
    }
}

/// A row that leads somewhere: perhaps a day, a name and one line.
#[component]
pub fn Row(
    /// Where it leads.
    #[prop(into)]
    href: Text,
    /// The day and the month, such as «27.» and «nov.».
    #[prop(optional, into)]
    day: Option<Signal<(String, String)>>,
    /// What the row is.
    #[prop(into)]
    title: Text,
    /// The language of its name, where somebody wrote it in another than the page's.
    #[prop(optional_no_strip)]
    title_lang: Option<&'static str>,
    /// One line about it.
    #[prop(optional, into)]
    small: Option<Text>,
    /// How it stands, under the rest.
    #[prop(optional)]
    mark: Option<AnyView>,
) -> impl IntoView {
    let date = move |day: Signal<(String, String)>| {
        view! { <span class="datemark"><b>{live(move || day.get().0)}</b>{live(move || day.get().1)}</span> }
    };
    view! {
        <a class="item" href=href>
            {day.map(date)}
            <span class="item-words">
                <span class="item-title" lang=title_lang>{title}</span>
                {small.map(|small| view! { <span class="item-small">{small}</span> })}
                {mark}
            </span>
            {icon(Icon::ChevronRight)}
        </a>
    }
}

/// A word about the thing beside it: a theme, a state. Not a control.
#[component]
pub fn Tag(
    /// The word.
    #[prop(into)]
    text: Text,
    #[prop(optional)] tone: Tone,
    /// The sign before it.
    #[prop(optional)]
    sign: Option<Icon>,
) -> impl IntoView {
    view! {
        <span class="tag" data-color=tone.name()>
            {sign.map(|sign| icon_with(sign, IconScale::Small, ""))} {text}
        </span>
    }
}
