//! Part 5: ideas first, judging after. Each reason is tied to the values and the parties that it
//! speaks for.

use leptos::prelude::*;

use super::Desk;
use crate::features::reflection::edits::{ArgumentEdit, Edit};
use crate::features::reflection::session::{Alternative, Argument, ItemId, Session, Side, filled};
use crate::i18n::{Messages, Phrase};
use crate::platform::document;
use crate::ui::{Button, Chip, Chips, Icon, IconButton, Label, Look, Tone, live, when};
use crate::writing::WritingField;

/// All courses of action.
#[component]
pub(super) fn Alternatives(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let ids = desk.memo(|session| session.alternatives.iter().map(|a| a.id).collect::<Vec<_>>());
    view! {
        <p class="muted">{words.text(Messages::reflection_alternatives_lead)}</p>
        <ol class="stack g4">
            <For each=move || ids.get() key=|id| *id children=move |id| view! { <AlternativeCard desk id/> }/>
        </ol>
        <AddIdea desk ids/>
    }
}

/// An own idea, or one of three that are always worth a thought.
#[component]
pub(super) fn AddIdea(desk: Desk, ids: Memo<Vec<ItemId>>) -> impl IntoView {
    let words = desk.words;
    let add = move |text: String| {
        let empty = text.is_empty();
        desk.edit(Edit::AlternativeAdded(text));
        if empty && let Some(id) = ids.get_untracked().last() {
            document::focus_soon(format!("alternative-{}", id.0));
        }
    };
    let texts = desk.memo(|session| session.alternatives.iter().map(|a| a.text.clone()).collect::<Vec<_>>());
    let suggestion = move |key: Phrase| {
        let text = words.text(key);
        live(move || {
            let taken = texts.with(|texts| texts.contains(&text.get()));
            (!taken).then(|| view! {
                <Button text=text on_press=move |()| add(text.get_untracked()) look=Look::Tertiary tone=Tone::Neutral before=Icon::Plus/>
            })
        })
    };
    view! {
        <div class="row wrap g2 adds">
            <Button text=words.text(Messages::reflection_alternative_add) on_press=move |()| add(String::new())
                look=Look::Secondary before=Icon::Plus/>
            {suggestion(Messages::reflection_alternative_wait)}
            {suggestion(Messages::reflection_alternative_ask)}
            {suggestion(Messages::reflection_alternative_middle)}
        </div>
    }
}

fn find(session: &Session, id: ItemId) -> Option<&Alternative> {
    session.alternatives.iter().find(|alternative| alternative.id == id)
}

#[component]
fn AlternativeCard(desk: Desk, id: ItemId) -> impl IntoView {
    let words = desk.words;
    let number =
        desk.memo(move |session| session.alternatives.iter().position(|a| a.id == id).unwrap_or(0) + 1);
    let text = desk.text(move |session| find(session, id).map(|a| a.text.clone()).unwrap_or_default());
    let has_text = Memo::new(move |_| text.with(|text| filled(text)));
    view! {
        <li class="panel alternative">
            <div class="row g2 top">
                <div class="grow">
                    <WritingField id=format!("alternative-{}", id.0) label=words.made(move |w| w.reflection_alternative_n(number.get()))
                        value=text on_input=move |text| desk.edit(Edit::AlternativeText(id, text))/>
                </div>
                <IconButton label=words.made(move |w| w.reflection_remove_idea(number.get())) sign=Icon::Trash
                    on_press=move |()| desk.edit(Edit::AlternativeRemoved(id))/>
            </div>
            {when(has_text, move || view! {
                <div class="arguments">
                    <Arguments desk id side=Side::For/>
                    <Arguments desk id side=Side::Against/>
                </div>
            })}
        </li>
    }
}

/// The reasons on one side.
#[component]
fn Arguments(desk: Desk, id: ItemId, side: Side) -> impl IntoView {
    let words = desk.words;
    let ids = desk.memo(move |session| {
        let arguments = find(session, id).map(|a| a.arguments.as_slice()).unwrap_or_default();
        arguments.iter().filter(|a| a.side == side).map(|a| a.id).collect::<Vec<_>>()
    });
    let (title, add_text): (Phrase, Phrase) = match side {
        Side::For => (Messages::reflection_argument_for, Messages::reflection_argument_for_add),
        Side::Against => (Messages::reflection_argument_against, Messages::reflection_argument_against_add),
    };
    let title = words.text(title);
    let add = move |()| {
        desk.edit(Edit::ArgumentAdded(id, side));
        if let Some(id) = ids.get_untracked().last() {
            document::focus_soon(format!("argument-{}", id.0));
        }
    };
    view! {
        <section class="stack g2">
            <h3 class="t-sm muted">{title}</h3>
            <ul class="stack g3">
                <For each=move || ids.get() key=|id| *id children=move |argument| view! { <ArgumentRow desk alternative=id id=argument side/> }/>
            </ul>
            <Button text=words.text(add_text) on_press=add look=Look::Tertiary before=Icon::Plus class="pull-start"/>
        </section>
    }
}

#[component]
fn ArgumentRow(desk: Desk, alternative: ItemId, id: ItemId, side: Side) -> impl IntoView {
    let words = desk.words;
    let argument = desk.memo(move |session| {
        find(session, alternative)
            .and_then(|a| a.arguments.iter().find(|argument| argument.id == id))
            .cloned()
    });
    let text =
        Signal::derive(move || argument.with(|a| a.as_ref().map(|a| a.text.clone()).unwrap_or_default()));
    let idea =
        desk.text(move |session| find(session, alternative).map(|a| a.text.clone()).unwrap_or_default());
    let label = words.made(move |words| match side {
        Side::For => words.reflection_argument_for_of(idea.get()),
        Side::Against => words.reflection_argument_against_of(idea.get()),
    });
    view! {
        <li class="argument">
            <div class="row g2 top">
                <div class="grow">
                    <WritingField id=format!("argument-{}", id.0) label=label label_as=Label::Hidden value=text
                        on_input=move |text| desk.edit(Edit::Argument(id, ArgumentEdit::Text(text)))/>
                </div>
                <IconButton label=words.text(Messages::reflection_argument_remove) sign=Icon::Trash
                    on_press=move |()| desk.edit(Edit::ArgumentRemoved(id))/>
            </div>
            <Ties desk argument id/>
        </li>
    }
}

/// What a reason speaks for: chips, by tap and by keyboard.
#[component]
fn Ties(desk: Desk, argument: Memo<Option<Argument>>, id: ItemId) -> impl IntoView {
    let words = desk.words;
    let values =
        desk.memo(|session| session.values.iter().map(|v| (v.id, v.name.clone())).collect::<Vec<_>>());
    let parties = desk.memo(|session| {
        let named = session.parties.iter().filter(|party| filled(&party.role));
        named.map(|party| (party.id, party.role.clone())).collect::<Vec<_>>()
    });
    let value = move |(item, name): (ItemId, String)| {
        let on = Memo::new(move |_| argument.with(|a| a.as_ref().is_some_and(|a| a.values.contains(&item))));
        view! { <Chip text=Signal::stored(name) chosen=on on_toggle=move |_| desk.edit(Edit::Argument(id, ArgumentEdit::ValueToggled(item)))/> }
    };
    let party = move |(item, name): (ItemId, String)| {
        let on = Memo::new(move |_| argument.with(|a| a.as_ref().is_some_and(|a| a.parties.contains(&item))));
        view! { <Chip text=Signal::stored(name) chosen=on sign=Icon::Person on_toggle=move |_| desk.edit(Edit::Argument(id, ArgumentEdit::PartyToggled(item)))/> }
    };
    let tied =
        Memo::new(move |_| argument.with(|a| a.as_ref().map_or(0, |a| a.values.len() + a.parties.len())));
    let open = RwSignal::new(false);
    let summary = words.made(move |w| match tied.get() {
        0 => w.reflection_argument_tie().to_owned(),
        n => w.reflection_argument_tied_to(n),
    });
    view! {
        <div class="ties">
            <Button text=summary on_press=move |()| open.update(|open| *open = !*open) look=Look::Tertiary tone=Tone::Neutral
                before=Icon::Value class="pull-start" pressed=Signal::derive(move || open.get())/>
            {when(open, move || view! {
                <div class="stack g3">
                    {live(move || (!values.with(Vec::is_empty)).then(|| view! {
                        <Chips legend=words.text(Messages::reflection_argument_values)>{live(move || values.get().into_iter().map(value).collect_view())}</Chips>
                    }))}
                    <Chips legend=words.text(Messages::reflection_argument_parties)>{live(move || parties.get().into_iter().map(party).collect_view())}</Chips>
                </div>
            })}
        </div>
    }
}
