//! Part 2: facts with how sure they are and where they come from, and what has to be found out.

use leptos::prelude::*;

use super::Desk;
use super::choices::Choice;
use crate::ethics::{Certainty, FactSource};
use crate::features::reflection::edits::{Edit, FactEdit};
use crate::features::reflection::session::{Fact, FindOut, ItemId};
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::ui::{
    Button, DateField, Icon, IconButton, Label, Look, SelectChip, SelectValue, Tone, live, when,
};
use crate::writing::WritingField;

/// All facts, one row each.
#[component]
pub(super) fn Facts(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let ids = desk.memo(|session| session.facts.iter().map(|fact| fact.id).collect::<Vec<_>>());
    let add = move |certainty: Certainty| {
        desk.edit(Edit::FactAdded(certainty));
        if let Some(id) = ids.get_untracked().last() {
            document::focus_soon(format!("fact-{}", id.0));
        }
    };
    view! {
        <ul class="rows">
            <For each=move || ids.get() key=|id| *id children=move |id| view! { <FactRow desk id/> }/>
        </ul>
        {live(move || ids.get().is_empty().then(|| view! { <p class="muted">{words.text(Messages::reflection_facts_empty)}</p> }))}
        <div class="row wrap g2 adds">
            <Button text=words.text(Messages::reflection_facts_add) on_press=move |()| add(Certainty::Known) look=Look::Secondary before=Icon::Plus/>
            <Button text=words.text(Messages::reflection_facts_add_unknown) on_press=move |()| add(Certainty::Unknown) look=Look::Tertiary tone=Tone::Neutral before=Icon::Unknown/>
        </div>
    }
}

#[component]
fn FactRow(desk: Desk, id: ItemId) -> impl IntoView {
    let words = desk.words;
    let fact = desk.memo(move |session| session.facts.iter().find(|fact| fact.id == id).cloned());
    // Memos: what they show or hide is made anew when the answer changes, not at every keystroke.
    let ask =
        move |look: fn(&Fact) -> bool| Memo::new(move |_| fact.with(|fact| fact.as_ref().is_some_and(look)));
    let (is_unknown, is_open) =
        (ask(|f| f.certainty == Certainty::Unknown), ask(|f| f.certainty != Certainty::Known));
    let edit = move |change: FactEdit| desk.edit(Edit::Fact(id, change));
    let number =
        desk.memo(move |session| session.facts.iter().position(|fact| fact.id == id).unwrap_or(0) + 1);
    let text =
        Signal::derive(move || fact.with(|fact| fact.as_ref().map(|f| f.text.clone()).unwrap_or_default()));
    let certainty = Signal::derive(move || {
        fact.with(|fact| fact.as_ref().map_or(Certainty::Unknown, |f| f.certainty)).word()
    });
    let source = Signal::derive(move || fact.with(|fact| fact.as_ref().and_then(|f| f.source)).word());
    let set_certainty = move |word| {
        if let Some(certainty) = Certainty::of_word(word) {
            edit(FactEdit::Certainty(certainty));
        }
    };
    let set_source = move |word| {
        if let Some(source) = Option::<FactSource>::of_word(word) {
            edit(FactEdit::Source(source));
        }
    };
    view! {
        <li class="fact">
            <div>
                <WritingField
                    id=format!("fact-{}", id.0)
                    label=words.made(move |words| words.reflection_fact_text_n(number.get()))
                    label_as=Label::Hidden
                    value=text
                    on_input=move |text| edit(FactEdit::Text(text))
                />
            </div>
            <div class="fact-marks">
                <SelectChip
                    label=words.text(Messages::reflection_fact_certainty)
                    values=Certainty::values(words)
                    value=certainty
                    on_choose=set_certainty
                />
                {live(move || (!is_unknown.get()).then(|| view! {
                    <SelectChip
                        label=words.text(Messages::reflection_fact_source)
                        values=sources(words)
                        value=source
                        on_choose=set_source
                    />
                }))}
                <IconButton
                    label=words.made(move |words| words.reflection_remove_n(number.get()))
                    sign=Icon::Trash
                    on_press=move |()| desk.edit(Edit::FactRemoved(id))
                />
            </div>
            {when(is_open, move || {
                let value = fact.with_untracked(|fact| fact.as_ref().and_then(|f| f.find_out.clone()));
                let current = Memo::new(move |_| fact.with(|fact| fact.as_ref().and_then(|f| f.find_out.clone())));
                view! {
                    <FindOutFields
                        words=words
                        id=format!("find-out-{}", id.0)
                        open=value.is_some()
                        value=current
                        on_change=move |find_out| edit(FactEdit::FindOut(find_out))
                        opens=words.text(Messages::reflection_find_out)
                        who=words.text(Messages::reflection_find_out_role)
                    />
                }
            })}
        </li>
    }
}

fn sources(words: Words) -> Vec<SelectValue> {
    Option::<FactSource>::values(words)
}

/// Who finds out, and by when. Closed until somebody wants it.
#[component]
pub(super) fn FindOutFields(
    words: Words,
    id: String,
    open: bool,
    #[prop(into)] value: Signal<Option<FindOut>>,
    #[prop(into)] on_change: Callback<Option<FindOut>>,
    /// The button that opens it.
    opens: Signal<String>,
    /// Who does it.
    who: Signal<String>,
) -> impl IntoView {
    let is_open = RwSignal::new(open);
    let role_id = format!("{id}-role");
    let (for_field, for_focus) = (role_id.clone(), role_id);
    let change = move |change: fn(&mut FindOut, String), text: String| {
        let mut next = value.get_untracked().unwrap_or_default();
        change(&mut next, text);
        on_change.run(Some(next).filter(|next| !next.role.is_empty() || !next.date.is_empty()));
    };
    let show = move |()| {
        is_open.set(true);
        document::focus_soon(for_focus.clone());
    };
    let role = Signal::derive(move || value.with(|v| v.as_ref().map(|v| v.role.clone()).unwrap_or_default()));
    let date = Signal::derive(move || value.with(|v| v.as_ref().map(|v| v.date.clone()).unwrap_or_default()));
    let id = StoredValue::new((id, for_field));
    let show = StoredValue::new(show);
    live(move || {
        if is_open.get() {
            let (id, role_id) = id.get_value();
            view! {
                <div class="find-out">
                    <WritingField id=role_id label=who hint=words.text(Messages::reflection_find_out_role_hint) value=role
                        on_input=move |text| change(|f, text| f.role = text, text)/>
                    <DateField id=format!("{id}-date") label=words.text(Messages::reflection_find_out_date) value=date
                        on_input=move |text| change(|f, text| f.date = text, text)/>
                </div>
            }
            .into_any()
        } else {
            view! {
                <Button text=opens on_press=move |()| show.with_value(|show| show(())) look=Look::Tertiary tone=Tone::Neutral before=Icon::Search class="pull-start"/>
            }
            .into_any()
        }
    })
}
