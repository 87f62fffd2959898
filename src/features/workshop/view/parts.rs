//! What the forms are made of.

use leptos::prelude::*;

use super::desk::Desk;
use crate::content::Library;
use crate::features::workshop::told::Reason;
use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::ui::{Button, Chip, Chips, Confirm, Icon, LinkButton, Look, Text, Tone, live, when};

/// The way back.
#[component]
pub(super) fn Back(#[prop(into)] to: Signal<Route>, #[prop(into)] text: Text) -> impl IntoView {
    view! {
        <LinkButton text=text href=Signal::derive(move || to.get().to_string())
            look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
    }
}

/// One part of a form.
#[component]
pub(super) fn Part(
    title: Phrase,
    #[prop(optional)] hint: Option<Phrase>,
    children: Children,
) -> impl IntoView {
    let words = Words::get();
    view! {
        <section class="form-part stack g4">
            <div class="stack g1">
                <h2 class="t-title">{words.text(title)}</h2>
                {hint.map(|hint| view! { <p class="muted t-sm">{words.text(hint)}</p> })}
            </div>
            {children()}
        </section>
    }
}

/// One of a list, or none.
#[component]
pub(super) fn Pick(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Text,
    /// The ids and names.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The id that is chosen; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Another was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// What stands there where none is chosen.
    none: Phrase,
) -> impl IntoView {
    let words = Words::get();
    let option = move |(id, name): (String, String)| {
        let own = id.clone();
        view! { <option value=id prop:selected=Signal::derive(move || value.with(|value| *value == own))>{name}</option> }
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label}</label>
            <select class="ds-input pick" id=id autocomplete="off" on:change:target=move |event| on_choose.run(event.target().value())>
                <option value="" prop:selected=Signal::derive(move || value.with(String::is_empty))>{words.text(none)}</option>
                {live(move || options.get().into_iter().map(option).collect_view())}
            </select>
        </div>
    }
}

/// A number under a field: how many words there are, and how many there may be.
#[component]
pub(super) fn Count(#[prop(into)] count: Signal<usize>, limit: usize) -> impl IntoView {
    let words = Words::get();
    let text = words.made(move |words| {
        let count = count.get();
        if count > limit {
            words.workshop_words_over(count, limit)
        } else {
            words.workshop_words_of(count, limit)
        }
    });
    let over = Signal::derive(move || (count.get() > limit).then_some("over"));
    view! { <p class="count" data-state=over>{text}</p> }
}

/// The words of a question before something is taken away.
#[derive(Clone, Copy)]
pub(super) struct Removal {
    pub(super) button: Phrase,
    pub(super) ask: Phrase,
    pub(super) text: Phrase,
    pub(super) yes: Phrase,
    pub(super) no: Phrase,
}

/// The button that takes something away, after it has asked once more.
#[component]
pub(super) fn Remove(
    removal: Removal,
    #[prop(into)] on_remove: Callback<()>,
    /// One more class, such as `pull-start`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let words = Words::get();
    let asking = RwSignal::new(false);
    let Removal { button, ask, text, yes, no } = removal;
    view! {
        <Button text=words.text(button) on_press=move |()| asking.set(true) look=Look::Tertiary tone=Tone::Danger before=Icon::Trash class=class/>
        <Confirm id="remove" title=words.text(ask) close=words.text(Messages::app_close) open=asking
            yes=words.text(yes) no=words.text(no) on_yes=on_remove on_no=move |()| asking.set(false)>
            <p>{words.text(text)}</p>
        </Confirm>
    }
}

/// Reasons, one row each: where, and what to do.
#[component]
pub(super) fn Reasons(#[prop(into)] reasons: Signal<Vec<Reason>>) -> impl IntoView {
    let any = Memo::new(move |_| reasons.with(|reasons| !reasons.is_empty()));
    let row = |Reason { place, text }: Reason| {
        let place = (!place.is_empty()).then(|| view! { <span class="item-title">{place}</span> });
        view! { <li class="reason-row">{place}<span>{text}</span></li> }
    };
    when(any, move || {
        view! { <ul class="rows reasons-list" data-look="open">{live(move || reasons.get().into_iter().map(row).collect_view())}</ul> }
    })
}

/// Ids and names out of the library, in the language of the screen; none before it is here.
pub(super) fn of_library(
    desk: Desk,
    ask: fn(&Library) -> Vec<(String, String)>,
) -> Signal<Vec<(String, String)>> {
    let services = desk.services;
    Memo::new(move |_| services.library().ready().map(|library| ask(library)).unwrap_or_default()).into()
}

/// Ids and names of tags.
pub(super) fn tags(tags: &[crate::content::Tag]) -> Vec<(String, String)> {
    tags.iter().map(|tag| (tag.id.clone(), tag.name.clone())).collect()
}

/// Ids and names of the values.
pub(super) fn values(library: &Library) -> Vec<(String, String)> {
    library.values().iter().map(|value| (value.neutral.id.to_string(), value.words.name.clone())).collect()
}

/// Ids and names of the law cards.
pub(super) fn laws(library: &Library) -> Vec<(String, String)> {
    let name = |law: &crate::content::LawItem| {
        format!("{} ({} {})", law.words.title, law.words.act, law.neutral.section)
    };
    library.laws().iter().map(|law| (law.neutral.id.to_string(), name(law))).collect()
}

/// Several of a list, as chips.
#[component]
pub(super) fn Marks(
    /// What is asked.
    #[prop(into)]
    legend: Text,
    /// What is asked stands above them already.
    #[prop(optional)]
    legend_hidden: bool,
    /// One sentence that helps.
    #[prop(optional)]
    hint: Option<Phrase>,
    /// The ids and names.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The ids that are on.
    #[prop(into)]
    on: Signal<Vec<String>>,
    /// One was turned on (`true`) or off.
    #[prop(into)]
    on_toggle: Callback<(String, bool)>,
) -> impl IntoView {
    let words = Words::get();
    let chip = move |(id, name): (String, String)| {
        let own = id.clone();
        view! {
            <Chip text=Signal::stored(name) chosen=Signal::derive(move || on.with(|on| on.contains(&own)))
                on_toggle=move |is_on| on_toggle.run((id.clone(), is_on))/>
        }
    };
    view! {
        <Chips legend=legend legend_hidden=legend_hidden>
            {hint.map(|hint| view! { <p class="field-hint chips-hint">{words.text(hint)}</p> })}
            {live(move || options.get().into_iter().map(chip).collect_view())}
        </Chips>
    }
}
