//! «Kort refleksjon»: the core questions on one screen, for one to three people. It can grow into a
//! whole reflection at any time; it is the same document.

use leptos::prelude::*;

use super::Desk;
use super::alternatives::AddIdea;
use super::choices::Choice;
use super::frame::{Sheet, UndoToast};
use super::overall::{Choose, Next, Reason};
use super::problem::{Background, Question};
use super::values::ValueChips;
use crate::ethics::HowWeKnow;
use crate::features::reflection::edits::{Edit, PartyEdit};
use crate::features::reflection::session::{Form, ItemId, Party, filled};
use crate::i18n::Messages;
use crate::route::Route;
use crate::ui::{ActionBar, Button, Icon, IconButton, LinkButton, Look, Scale, SelectChip, Tone};
use crate::writing::WritingField;

/// The core questions on one screen.
#[component]
pub(super) fn Short(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let id = desk.memo(|session| session.id.clone());
    let end = Signal::derive(move || Route::SessionEnd(id.get()).to_string());
    let grow = move |()| desk.edit(Edit::Form(Form::Full));
    let onward = view! {
        <ActionBar>
            <Button text=words.text(Messages::reflection_short_grow) on_press=grow look=Look::Tertiary tone=Tone::Neutral before=Icon::Plus/>
            <LinkButton text=words.text(Messages::reflection_short_finish) href=end scale=Scale::Large after=Icon::ArrowRight/>
        </ActionBar>
        <UndoToast desk/>
    }
    .into_any();
    view! {
        <Sheet desk below=onward>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::reflection_short_title)}</h1>
            <div class="stack g6 measure">
                <Background desk/>
                <Question desk large=true/>
                <PatientView desk/>
                <ValueChips desk/>
                <Ideas desk/>
                <Choose desk quiet=true/>
                <Reason desk/>
                <Next desk/>
            </div>
        </Sheet>
    }
}

/// The patient's own voice, with how it is known.
#[component]
fn PatientView(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let patient = desk.memo(|session| session.patient().cloned());
    let edit = move |change: PartyEdit| {
        if let Some(id) = patient.with_untracked(|party| party.as_ref().map(|party| party.id)) {
            desk.edit(Edit::Party(id, change));
        }
    };
    let view_text = Signal::derive(move || {
        patient.with(|party| party.as_ref().map(|party: &Party| party.view.clone()).unwrap_or_default())
    });
    let how = Signal::derive(move || {
        patient.with(|party| party.as_ref().map(|p| p.how).unwrap_or_default()).word()
    });
    let set_how = move |word| {
        if let Some(how) = HowWeKnow::of_word(word) {
            edit(PartyEdit::How(how));
        }
    };
    view! {
        <div class="row wrap g3 patient-view">
            <div class="grow">
                <WritingField id="patient-view" label=words.text(Messages::reflection_short_views) value=view_text
                    on_input=move |text| edit(PartyEdit::View(text))/>
            </div>
            <SelectChip label=words.text(Messages::reflection_party_how) values=HowWeKnow::values(words) value=how on_choose=set_how/>
        </div>
    }
}

/// Ideas, without reasons.
#[component]
fn Ideas(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let ids = desk.memo(|session| session.alternatives.iter().map(|a| a.id).collect::<Vec<_>>());
    view! {
        <section class="stack g3">
            <h2 class="t-sub">{words.text(Messages::reflection_short_options)}</h2>
            <ul class="stack g3">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Idea desk id/> }/>
            </ul>
            <AddIdea desk ids/>
        </section>
    }
}

#[component]
fn Idea(desk: Desk, id: ItemId) -> impl IntoView {
    let words = desk.words;
    let number =
        desk.memo(move |session| session.alternatives.iter().position(|a| a.id == id).unwrap_or(0) + 1);
    let text = desk.text(move |session| {
        let found = session.alternatives.iter().find(|a| a.id == id);
        found.map(|a| a.text.clone()).filter(|text| filled(text)).unwrap_or_default()
    });
    view! {
        <li class="row g2 top">
            <div class="grow">
                <WritingField id=format!("alternative-{}", id.0) label=words.made(move |w| w.reflection_alternative_n(number.get()))
                    value=text on_input=move |text| desk.edit(Edit::AlternativeText(id, text))/>
            </div>
            <IconButton label=words.made(move |w| w.reflection_remove_idea(number.get())) sign=Icon::Trash
                on_press=move |()| desk.edit(Edit::AlternativeRemoved(id))/>
        </li>
    }
}
