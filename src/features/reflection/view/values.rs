//! Part 4: the values that are at stake, and the two that pull in different directions.

use leptos::prelude::*;

use super::Desk;
use crate::content::ValueItem;
use crate::features::reflection::edits::{ConflictSide, Edit};
use crate::features::reflection::session::{ChosenValue, ItemId};
use crate::features::reflection::start::value_toggled;
use crate::i18n::Messages;
use crate::services::once_painted;
use crate::ui::{Button, Chip, Chips, Icon, IconButton, Look, Room, live, when};
use crate::writing::WritingField;

/// How many values are shown before somebody asks for all.
const FIRST: usize = 10;

/// The values and the conflict between them.
#[component]
pub(super) fn Values(desk: Desk) -> impl IntoView {
    view! {
        <div class="stack g5">
            <ValueChips desk/>
            <Conflicts desk/>
        </div>
    }
}

/// Values as chips: what was chosen first, then the library's, then own words.
#[component]
pub(super) fn ValueChips(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let all = RwSignal::new(false);
    let own = desk.memo(|session| {
        session.values.iter().filter(|value| value.library.is_none()).cloned().collect::<Vec<_>>()
    });
    let all_shown = once_painted(all);
    let chosen =
        desk.memo(|session| session.values.iter().filter_map(|v| v.library.clone()).collect::<Vec<_>>());
    let library = Memo::new(move |_| {
        let library = desk.services.library();
        let Some(library) = library.ready() else { return Vec::new() };
        let (all, chosen) = (all_shown.get(), chosen.get());
        let shown =
            |(place, item): &(usize, &ValueItem)| all || *place < FIRST || chosen.contains(&item.neutral.id);
        library.values().iter().enumerate().filter(shown).map(|(_, item)| item.clone()).collect::<Vec<_>>()
    });
    let more = words.made(move |words| {
        if all.get() { words.reflection_values_fewer() } else { words.reflection_values_more() }.to_owned()
    });
    view! {
        <div class="stack g3">
            <Chips legend=words.text(Messages::reflection_values_title)>
                <For each=move || library.get() key=|item| (item.neutral.id.clone(), item.words.name.clone())
                    children=move |item| view! { <LibraryChip desk item/> }/>
                <For each=move || own.get() key=|value| value.id
                    children=move |value| view! { <OwnChip desk value/> }/>
            </Chips>
            <p class="muted t-sm">{words.text(Messages::reflection_values_lead)}</p>
            <Button text=more on_press=move |()| all.update(|all| *all = !*all) look=Look::Tertiary
                before=Icon::Value class="pull-start" pressed=Signal::derive(move || all.get())/>
            <OwnValue desk/>
        </div>
    }
}

#[component]
fn LibraryChip(desk: Desk, item: ValueItem) -> impl IntoView {
    let id = item.neutral.id.clone();
    let chosen =
        desk.memo(move |session| session.values.iter().any(|value| value.library.as_ref() == Some(&id)));
    let name = item.words.name.clone();
    let toggle = value_toggled(&item);
    view! {
        <Chip text=Signal::stored(name) chosen=chosen on_toggle=move |_| desk.edit(toggle.clone())/>
    }
}

#[component]
fn OwnChip(desk: Desk, value: ChosenValue) -> impl IntoView {
    let id = value.id;
    view! {
        <Chip text=Signal::stored(value.name) chosen=Signal::stored(true) on_toggle=move |_| desk.edit(Edit::ValueRemoved(id))/>
    }
}

#[component]
fn OwnValue(desk: Desk) -> impl IntoView {
    let words = desk.words;
    // Kept with the session while it is being written: a reload loses nothing of it.
    let text = desk.text(|session| session.value_draft.clone());
    let add = move |()| desk.edit(Edit::OwnValueAdded(text.get_untracked()));
    view! {
        <form class="row wrap g2 own-value" on:submit=move |event| { event.prevent_default(); add(()); }>
            <WritingField id="own-value" label=words.text(Messages::reflection_value_own) value=text
                on_input=move |typed| desk.edit(Edit::OwnValueDrafted(typed)) room=Room::Line/>
            <Button text=words.text(Messages::reflection_value_own_add) on_press=add look=Look::Secondary before=Icon::Plus/>
        </form>
    }
}

#[component]
fn Conflicts(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let ids = desk.memo(|session| session.conflicts.iter().map(|c| c.id).collect::<Vec<_>>());
    let enough = desk.memo(|session| session.values.len() >= 2);
    view! {
        {when(enough, move || view! {
            <section class="stack g3">
                <h2 class="t-sub">{words.text(Messages::reflection_conflict_title)}</h2>
                <p class="muted t-sm">{words.text(Messages::reflection_conflict_lead)}</p>
                <ul class="stack g3">
                    <For each=move || ids.get() key=|id| *id children=move |id| view! { <ConflictRow desk id/> }/>
                </ul>
                <Button text=words.text(Messages::reflection_conflict_add) on_press=move |()| desk.edit(Edit::ConflictAdded)
                    look=Look::Secondary before=Icon::ArrowsBoth/>
            </section>
        })}
    }
}

#[component]
fn ConflictRow(desk: Desk, id: ItemId) -> impl IntoView {
    let side = move |side: ConflictSide| {
        desk.memo(move |session| {
            let conflict = session.conflicts.iter().find(|conflict| conflict.id == id);
            conflict.and_then(|c| match side {
                ConflictSide::A => c.a,
                ConflictSide::B => c.b,
            })
        })
    };
    let words = desk.words;
    view! {
        <li class="conflict">
            <ValueSelect desk label=words.text(Messages::reflection_conflict_a) value=side(ConflictSide::A)
                on_choose=move |value| desk.edit(Edit::ConflictSide(id, ConflictSide::A, value))/>
            {crate::ui::icon(Icon::ArrowsBoth)}
            <ValueSelect desk label=words.text(Messages::reflection_conflict_b) value=side(ConflictSide::B)
                on_choose=move |value| desk.edit(Edit::ConflictSide(id, ConflictSide::B, value))/>
            <IconButton label=words.text(Messages::reflection_conflict_remove) sign=Icon::Trash
                on_press=move |()| desk.edit(Edit::ConflictRemoved(id))/>
        </li>
    }
}

/// A native select of one of the session's values, or none.
#[component]
fn ValueSelect(
    desk: Desk,
    label: Signal<String>,
    value: Memo<Option<ItemId>>,
    #[prop(into)] on_choose: Callback<Option<ItemId>>,
) -> impl IntoView {
    let values =
        desk.memo(|session| session.values.iter().map(|v| (v.id, v.name.clone())).collect::<Vec<_>>());
    let none = desk.words.text(Messages::reflection_conflict_choose);
    view! { <ItemSelect label=label none=none items=values value=value on_choose=on_choose/> }
}

/// A native select of one item of the session, or none.
#[component]
pub(super) fn ItemSelect(
    label: Signal<String>,
    none: Signal<String>,
    items: Memo<Vec<(ItemId, String)>>,
    value: Memo<Option<ItemId>>,
    on_choose: Callback<Option<ItemId>>,
) -> impl IntoView {
    let option = move |(id, name): (ItemId, String)| {
        view! { <option value=id.0.to_string() prop:selected=Signal::derive(move || value.get() == Some(id))>{name}</option> }
    };
    view! {
        <select
            class="ds-input item-select"
            autocomplete="off"
            aria-label=label
            on:change:target=move |event| on_choose.run(event.target().value().parse().ok().map(ItemId))
        >
            <option value="" prop:selected=Signal::derive(move || value.get().is_none())>{none}</option>
            {live(move || items.get().into_iter().map(option).collect_view())}
        </select>
    }
}
