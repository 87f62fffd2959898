//! Det som venter: three rows below Hjem, and the whole list in Læring with its file for a calendar. Where nothing
//! waits nothing is shown.

mod file;
mod read;
mod row;

use leptos::prelude::*;

use super::marks::Marks;
use super::repetition;
use crate::features::learning::due::list::{Waits, soon};
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Details, Icon, LinkButton, Look, live};
use file::InCalendar;
pub(super) use read::Due;
use row::rows;

/// How many rows stand open, of what waits now and of what comes later: a long list is no help on a tired night.
const OPEN_NOW: usize = 5;
const OPEN_LATER: usize = 3;

/// What waits soon, below what Hjem itself shows.
#[component]
pub fn DueOnHome() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let marks = Marks::read(services);
    let due = Due::read(services, marks, repetition::Kept::beside(services, marks));
    let soon = Memo::new(move |_| due.list.with(|all| soon(all, services.today())));
    due.fetch_names_of(soon);
    Some(live(move || {
        let rows = rows(services, words, soon.get());
        (!rows.is_empty()).then(|| {
            view! {
                <section class="due-home" aria-labelledby="home-waits">
                    <h2 class="t-sub" id="home-waits">{words.text(Messages::waits_title)}</h2>
                    <ul class="rows" data-look="open">{rows}</ul>
                    <p><LinkButton text=words.text(Messages::waits_all) href=Signal::derive(|| Route::Lessons.to_string())
                        look=Look::Tertiary after=Icon::ArrowRight class="pull-start"/></p>
                </section>
            }
        })
    }))
}

/// Everything that waits, among the lessons.
#[component]
pub(super) fn DueList(due: Due) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    Some(live(move || {
        let today = services.today();
        let (now, later): (Vec<Waits>, Vec<Waits>) =
            due.list.get().into_iter().partition(|one| one.on <= today);
        let (now, later) = (rows(services, words, now), rows(services, words, later));
        (!now.is_empty() || !later.is_empty()).then(|| {
            view! {
                <section class="panel stack g4" data-look="soft" aria-labelledby="due-title">
                    <div class="stack g1">
                        <h2 id="due-title" class="t-title">{words.text(Messages::waits_title)}</h2>
                        <p class="muted">{words.text(Messages::waits_lead)}</p>
                    </div>
                    {folded(words, now, OPEN_NOW)}
                    {(!later.is_empty()).then(|| view! { <h3 class="t-sub">{words.text(Messages::waits_later)}</h3> })}
                    {folded(words, later, OPEN_LATER)}
                    <InCalendar list=due.list/>
                </section>
            }
        })
    }))
}

/// The first of these rows, and the rest folded in below them.
fn folded(words: Words, mut rows: Vec<AnyView>, open: usize) -> impl IntoView {
    let rest = rows.split_off(rows.len().min(open));
    let more = rest.len();
    view! {
        {(!rows.is_empty()).then(|| view! { <ul class="rows" data-look="open">{rows}</ul> })}
        {(more > 0).then(|| view! {
            <Details summary=words.made(move |words| words.home_coming_more(more))>
                <ul class="rows" data-look="open">{rest}</ul>
            </Details>
        })}
    }
}
