//! Fields: a question, room for an answer, and what helps with it. A field shows the value it is
//! given and tells what was written; it keeps nothing, and it is never offered to autofill.

use leptos::prelude::*;

use super::Text;
use super::icon::{Icon, IconScale, icon_with};

/// How much room a field gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Room {
    /// One line.
    Line,
    /// One line that grows when more is written.
    #[default]
    Growing,
    /// A few lines that grow when more is written.
    Lines,
}

/// How a field's label is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Label {
    /// In the helping voice.
    #[default]
    Normal,
    /// As a question that is read aloud.
    Question,
    /// Heard, not seen: the field stands where its meaning is plain.
    Hidden,
}

impl Label {
    const fn class(self) -> &'static str {
        match self {
            Self::Normal | Self::Question => "field-label",
            Self::Hidden => "field-label sr",
        }
    }

    const fn look(self) -> Option<&'static str> {
        match self {
            Self::Question => Some("question"),
            Self::Normal | Self::Hidden => None,
        }
    }
}

/// A text field. What the children show stands under it and is read out when it changes.
#[component]
pub fn Field(
    /// Unique in the page; the hint and the notes get their ids from it.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Text,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Option<Text>,
    /// What stands in the field.
    #[prop(into)]
    value: Text,
    /// Everything that now stands in the field, at every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// The field was left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    #[prop(optional)] room: Room,
    #[prop(optional)] label_as: Label,
    /// Larger text, for the sentence a whole step is about.
    #[prop(optional)]
    large: bool,
    /// Notes under the field, such as what the privacy guard found.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let described = described_by(&id, hint.is_some());
    let under = format!("{id}-under");
    let leave = move || {
        // A field that has the focus is also left when its screen goes, and then nobody listens any more.
        let _ = on_leave.and_then(|left| left.try_run(()));
    };
    let input = match room {
        Room::Line => view! {
            <input
                type="text"
                class="ds-input"
                id=id.clone()
                autocomplete="off"
                aria-describedby=described
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
                on:blur=move |_| leave()
            />
        }
        .into_any(),
        Room::Growing | Room::Lines => view! {
            <div class="grows" data-lines=(room == Room::Growing).then_some("1") data-copy=value>
                <textarea
                    class="ds-input"
                    id=id.clone()
                    autocomplete="off"
                    aria-describedby=described
                    prop:value=value
                    on:input:target=move |event| on_input.run(event.target().value())
                    on:blur=move |_| leave()
                ></textarea>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="field" data-scale=large.then_some("large")>
            {head(&id, label, label_as, hint)}
            {input}
            <div class="field-under" id=under aria-live="polite">
                {children.map(|notes| notes())}
            </div>
        </div>
    }
}

/// A day, with the browser's own calendar. The value is ISO 8601 (`2026-12-01`), or empty.
#[component]
pub fn DateField(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What day it is about.
    #[prop(into)]
    label: Text,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Option<Text>,
    /// The day, as ISO 8601, or empty.
    #[prop(into)]
    value: Text,
    /// The day that was chosen, as ISO 8601, or empty.
    #[prop(into)]
    on_input: Callback<String>,
    /// The first day that can be chosen, as ISO 8601.
    #[prop(optional, into)]
    first: Option<Text>,
) -> impl IntoView {
    let described = described_by(&id, hint.is_some());
    view! {
        <div class="field">
            {head(&id, label, Label::Normal, hint)}
            <input
                type="date"
                class="ds-input"
                id=id.clone()
                autocomplete="off"
                aria-describedby=described
                min=Signal::derive(move || first.map(|day| day.get()))
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </div>
    }
}

/// A note under a field: what was seen, and what can be done about it.
#[component]
pub fn FieldNote(
    /// The sign before the words.
    sign: Icon,
    /// What was seen and why it matters.
    #[prop(into)]
    text: Text,
    /// The buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="fieldnote">
            {icon_with(sign, IconScale::Small, "")} <span class="grow">{text}</span>
            {children.map(|buttons| buttons())}
        </div>
    }
}

fn described_by(id: &str, hint: bool) -> String {
    if hint { format!("{id}-hint {id}-under") } else { format!("{id}-under") }
}

fn head(id: &str, label: Text, label_as: Label, hint: Option<Text>) -> impl IntoView + use<> {
    let (field, note) = (id.to_owned(), format!("{id}-hint"));
    view! {
        <label class=label_as.class() for=field data-look=label_as.look()>
            {label}
        </label>
        {hint.map(|hint| view! { <p class="field-hint" id=note>{hint}</p> })}
    }
}
