//! Ordliste: every term under its letter, with a search, or the one that an address leads to.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Gone, Head, Missing};
use crate::content::search::{Index, term_entry};
use crate::content::{Glossary, TermField, TermItem};
use crate::ethics::TermId;
use crate::explained::{BackToList, Checked, Explained, Sources};
use crate::i18n::{Messages, Phrase, Words};
use crate::platform::document;
use crate::route::Route;
use crate::services::{Fetched, Services, once_painted};
use crate::ui::{Chips, Field, LinkButton, Look, RadioChip, Room, Row, Text, live, when};

/// The page.
#[component]
pub fn TermsPage(
    /// The term to show; none: all.
    at: Option<TermId>,
) -> impl IntoView {
    if let Some(services) = Services::find() {
        services.need_terms();
    }
    match at {
        Some(id) => view! { <OneTerm id/> }.into_any(),
        None => view! { <AllTerms/> }.into_any(),
    }
}

fn field_name(field: TermField) -> Phrase {
    match field {
        TermField::Ethics => Messages::library_field_ethics,
        TermField::Method => Messages::library_field_method,
        TermField::Law => Messages::library_field_law,
        TermField::Observation => Messages::library_field_observation,
        TermField::Service => Messages::library_field_service,
    }
}

#[component]
fn AllTerms() -> impl IntoView {
    let services = Services::find()?;
    let list = move || match services.terms() {
        Fetched::NotAsked | Fetched::Loading => ().into_any(),
        Fetched::Failed(_) => view! { <Missing services/> }.into_any(),
        Fetched::Ready(glossary) => view! { <Alphabet glossary/> }.into_any(),
    };
    let page = view! {
        <div class="measure stack g4">
            <Head back=Route::Library back_text=Messages::app_library title=Messages::app_terms lead=Messages::library_terms_lead/>
            {live(list)}
        </div>
    };
    Some(page)
}

/// A letter, and what stands under it.
type Letter = (String, Vec<(TermId, String, String)>);

/// What is found, under its letters, and how many terms that are.
fn found(glossary: &Glossary, index: &Index, query: &str, field: Option<TermField>) -> (usize, Vec<Letter>) {
    let hits = index.find(query);
    let hits: Vec<&TermId> =
        hits.iter().filter_map(|place| Some(&glossary.terms().get(*place)?.neutral.id)).collect();
    let is_found = |term: &&TermItem| {
        field.is_none_or(|field| term.neutral.field == field) && hits.contains(&&term.neutral.id)
    };
    let row = |term: &TermItem| (term.neutral.id.clone(), term.words.name.clone(), term.words.text.clone());
    let letters = glossary.alphabet().into_iter().map(|(letter, terms)| {
        let terms: Vec<_> = terms.into_iter().filter(is_found).map(row).collect();
        (letter, terms)
    });
    let letters: Vec<Letter> = letters.filter(|(_, terms)| !terms.is_empty()).collect();
    (letters.iter().map(|(_, terms)| terms.len()).sum(), letters)
}

#[component]
fn Alphabet(glossary: Arc<Glossary>) -> impl IntoView {
    let words = Words::get();
    let language = glossary.language().code();
    let query = RwSignal::new(String::new());
    let field = RwSignal::new(None::<TermField>);
    let entries: Vec<_> = glossary.terms().iter().map(term_entry).collect();
    let index = Index::of(&entries);
    let hits = Memo::new(move |_| query.with(|query| found(&glossary, &index, query, field.get())));
    // The field answers before the list follows.
    let shown = once_painted(hits);
    let status = words.made(move |words| match hits.with(|(count, _)| *count) {
        0 => words.library_none().to_owned(),
        n => words.library_terms_found(n),
    });
    let chip = move |wanted: Option<TermField>, name: Phrase| {
        let chosen = Signal::derive(move || field.get() == wanted);
        view! { <RadioChip name="term-field" text=words.text(name) chosen=chosen on_choose=move |()| field.set(wanted)/> }
    };
    let chips = TermField::ALL.into_iter().map(|field| chip(Some(field), field_name(field))).collect_view();
    view! {
        <Field id="term-search" label=words.text(Messages::library_terms_search) value=query
            on_input=move |text| query.set(text) room=Room::Line/>
        <Chips legend=words.text(Messages::library_fields) legend_hidden=true>
            {chip(None, Messages::library_all)}
            {chips}
        </Chips>
        <p role="status" class="muted">{status}</p>
        <div class="stack g5" lang=language>
            {live(move || shown.with(|(_, letters)| letters.iter().map(letter).collect_view()))}
        </div>
    }
}

fn letter((letter, terms): &Letter) -> impl IntoView + use<> {
    let row = |(id, name, text): &(TermId, String, String)| {
        let href = Route::Term(id.clone()).to_string();
        view! { <li><Row href=Signal::stored(href) title=Signal::stored(name.clone()) small=Signal::stored(text.clone())/></li> }
    };
    view! {
        <section class="letter">
            <h2 class="t-title">{letter.clone()}</h2>
            <ul class="rows">{terms.iter().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn OneTerm(id: TermId) -> impl IntoView {
    let services = Services::find()?;
    let term = move || match services.terms() {
        Fetched::NotAsked | Fetched::Loading => ().into_any(),
        Fetched::Failed(_) => view! { <Missing services/> }.into_any(),
        Fetched::Ready(glossary) => match glossary.term(&id) {
            None => view! { <Gone text=Messages::library_term_gone/> }.into_any(),
            Some(term) => {
                document::focus_heading_if_lost();
                view! { <Term term=term.clone() glossary/> }.into_any()
            }
        },
    };
    let page = view! {
        <div class="page-narrow stack g4">
            <BackToList list=Route::Terms name=Messages::app_terms/>
            {live(term)}
        </div>
    };
    Some(page)
}

#[component]
fn Term(term: TermItem, glossary: Arc<Glossary>) -> impl IntoView {
    let words = Words::get();
    let TermItem { neutral, words: text, .. } = term;
    let example: Text = Signal::stored(text.example);
    let has_example = Signal::stored(example.with_untracked(|example| !example.is_empty()));
    let see = neutral.see.iter().filter_map(|id| glossary.term(id));
    let link = move |term: &TermItem| {
        let href = Route::Term(term.neutral.id.clone()).to_string();
        view! { <LinkButton text=Signal::stored(term.words.name.clone()) href=Signal::stored(href) look=Look::Secondary/> }
    };
    let see: Vec<_> = see.map(link).collect();
    view! {
        <article class="stack g4" lang=glossary.language().code()>
            <header class="stack g2">
                <p class="kicker">{words.text(field_name(neutral.field))}</p>
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{text.name}</h1>
            </header>
            <div class="looked-up"><Explained text=Signal::stored(text.text) but=Some(neutral.id)/></div>
            {when(has_example, move || view! {
                <section class="panel" data-look="soft">
                    <h2 class="t-sub">{words.text(Messages::library_term_example)}</h2>
                    <p class="serif q-xs">{example}</p>
                </section>
            })}
            {(!see.is_empty()).then(|| view! {
                <section class="stack g2">
                    <h2 class="t-sub">{words.text(Messages::library_term_see)}</h2>
                    <div class="row wrap g2">{see}</div>
                </section>
            })}
            <footer class="stack g1">
                <Sources metadata=neutral.metadata.clone()/>
                <Checked metadata=neutral.metadata/>
            </footer>
        </article>
    }
}
