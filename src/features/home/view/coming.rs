//! «Dette er avtalt»: what was agreed for later, by date.

use leptos::prelude::*;

use crate::features::home::model::Model;
use crate::i18n::{Day, Messages, Words};
use crate::progress::Agreement;
use crate::services::{outcome_name, read_more_of};
use crate::ui::{Details, Row, Text};

/// How many rows stand open.
const OPEN: usize = 3;

#[component]
pub(super) fn Coming(model: RwSignal<Model>) -> impl IntoView {
    let words = Words::get();
    let heading = words.text(Messages::home_coming);
    let coming = Memo::new(move |_| model.with(Model::coming));
    let list = move |all: Vec<Agreement>| {
        let mut all = all.into_iter();
        let first: Vec<Agreement> = all.by_ref().take(OPEN).collect();
        let rest: Vec<Agreement> = all.collect();
        let more = rest.len();
        let rest = (more > 0).then(|| {
            view! {
                <Details summary=words.made(move |words| words.home_coming_more(more))>
                    <ul class="rows" data-look="open">{rest.into_iter().map(|a| row(a, words)).collect_view()}</ul>
                </Details>
            }
        });
        view! {
            <section aria-labelledby="home-coming">
                <h2 class="t-sub" id="home-coming">{heading}</h2>
                <ul class="rows" data-look="open">{first.into_iter().map(|a| row(a, words)).collect_view()}</ul>
                {rest}
            </section>
        }
    };
    move || Some(coming.get()).filter(|all| !all.is_empty()).map(list)
}

fn row(agreement: Agreement, words: Words) -> impl IntoView {
    let href: Text = Signal::stored(read_more_of(&agreement).0.to_string());
    let title: Text = Signal::stored(agreement.what.clone());
    let day = Day::parse(&agreement.date);
    let small = words.made(move |words| {
        let not_yet = agreement.outcome.map(|outcome| outcome_name(outcome, words));
        let parts = [Some(agreement.role.as_str()).filter(|role| !role.is_empty()), not_yet];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let mark = move |day: Day| {
        Signal::derive(move || {
            words.with(|w| (w.home_day_of_month(day.day()), day.month_short(w).to_owned()))
        })
    };
    let row = match day.map(mark) {
        Some(day) => view! { <Row href day title small/> }.into_any(),
        None => view! { <Row href title small/> }.into_any(),
    };
    view! { <li>{row}</li> }
}
