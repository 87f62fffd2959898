//! What becomes of the card: a reflection with its text, a note, a rest.

use leptos::prelude::*;

use super::table::Table;
use crate::ethics::{Opening, OpeningId};
use crate::i18n::{Messages, Phrase};
use crate::progress::MarkEdit;
use crate::route::{Route, Way};
use crate::storage::Change;
use crate::storage::progress::opening_record;
use crate::ui::{Button, Details, Icon, Look, Notice, NoticeKind, Scale, Tone, live};
use crate::writing::WritingField;

/// The ways on.
#[component]
pub(super) fn Onward(table: Table) -> impl IntoView {
    let words = table.words;
    let several = table.memo(|play| play.people() > 1);
    let ways = move || {
        let order = if several.get() {
            [Way::Together, Way::Short, Way::Alone]
        } else {
            [Way::Alone, Way::Short, Way::Together]
        };
        let button = move |(place, way): (usize, Way)| {
            let text: Phrase = match way {
                Way::Together => Messages::group_case_start,
                Way::Alone => Messages::reflection_start_full,
                Way::Short => Messages::reflection_start_short,
            };
            let look = if place == 0 { Look::Primary } else { Look::Secondary };
            view! { <Button text=words.text(text) look=look scale=Scale::Large on_press=move |()| reflect(table, way)/> }
        };
        order.into_iter().enumerate().map(button).collect_view()
    };
    let read_only = Signal::derive(move || table.services.reads_only());
    view! {
        <section class="panel stack g4" aria-labelledby="onward" inert=read_only>
            <h2 id="onward" class="t-title">{words.text(Messages::cards_onward)}</h2>
            <p class="muted">{words.text(Messages::cards_onward_lead)}</p>
            <div class="row wrap g3" role="group" aria-label=words.text(Messages::cards_reflect)>{live(ways)}</div>
            <Note table/>
            <Rest table/>
        </section>
    }
}

/// A reflection begins with a copy of what the card says.
fn reflect(table: Table, way: Way) {
    let services = table.services;
    let id: OpeningId = services.own(services.random_id()).into();
    let library = untrack(|| services.library());
    let opening = table
        .drawn
        .with_value(|drawn| drawn.opening(|tag| library.ready()?.party_name(tag).map(str::to_owned)));
    match Change::keep::<Opening>(opening_record(&id), &opening, services.now_ms()) {
        Ok(change) => {
            services.saver().edited(vec![change]);
            services.open(&Route::NewReflection(id, way));
        }
        Err(error) => leptos::logging::error!("an opening could not be written: {error}"),
    }
}

/// A note that is kept only when somebody asks for it.
#[component]
fn Note(table: Table) -> impl IntoView {
    let words = table.words;
    let id = StoredValue::new(table.drawn.with_value(|drawn| drawn.card.id.clone()));
    let kept = Memo::new(move |_| table.marks.with(|marks| id.with_value(|id| marks.of(id).note)));
    let text = RwSignal::new(kept.get_untracked());
    let keep = move |()| table.marks.edit(MarkEdit::Note(id.get_value(), text.get_untracked()));
    let remove = move |()| {
        text.set(String::new());
        table.marks.edit(MarkEdit::Note(id.get_value(), String::new()));
    };
    let changed = Signal::derive(move || text.with(|text| text.trim() != kept.get()));
    let is_kept = Memo::new(move |_| !kept.with(String::is_empty));
    view! {
        <Details summary=words.text(Messages::cards_note) open=kept.with_untracked(|note| !note.is_empty())>
            <div class="stack g3">
                <WritingField id="card-note" label=words.text(Messages::cards_note) hint=words.text(Messages::cards_note_hint)
                    value=text on_input=move |now| text.set(now)/>
                {live(move || is_kept.get().then(|| view! {
                    <Notice kind=NoticeKind::Quiet sign=Icon::Tablet text=words.text(Messages::cards_note_kept)/>
                }))}
                <div class="row wrap g2">
                    <Button text=words.text(Messages::cards_note_keep) look=Look::Secondary before=Icon::Note
                        disabled=Signal::derive(move || !changed.get()) on_press=keep/>
                    {live(move || is_kept.get().then(|| view! {
                        <Button text=words.text(Messages::cards_note_remove) look=Look::Tertiary tone=Tone::Danger before=Icon::Trash on_press=remove/>
                    }))}
                </div>
            </div>
        </Details>
    }
}

/// The card stays away for a month, or comes back.
#[component]
fn Rest(table: Table) -> impl IntoView {
    let words = table.words;
    let services = table.services;
    let id = StoredValue::new(table.drawn.with_value(|drawn| drawn.card.id.clone()));
    let may_come = Memo::new(move |_| {
        table.marks.with(|marks| id.with_value(|id| marks.may_come(id, services.today())))
    });
    let press = move |()| {
        let id = id.get_value();
        let edit =
            if may_come.get_untracked() { MarkEdit::Rest(id, services.today()) } else { MarkEdit::Back(id) };
        table.marks.edit(edit);
    };
    let text = words.made(move |words| {
        if may_come.get() { words.cards_rest() } else { words.cards_rest_back() }.to_owned()
    });
    view! {
        <div class="row">
            <Button text=text look=Look::Tertiary tone=Tone::Neutral before=Icon::Archive on_press=press class="pull-start"/>
        </div>
    }
}
