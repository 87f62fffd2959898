//! The paths: those that somebody is on, and those that can be chosen. And the ways to what belongs to them.

use leptos::prelude::*;

use super::kept::Kept;
use super::{Head, in_place_of_paths};
use crate::content::PathItem;
use crate::features::learning::paths::plan::is_whole;
use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Icon, IconScale, Row, icon_with, live};

/// The ways to the paths, and to what is shown of them, among the lessons.
#[component]
pub(in crate::features::learning::view) fn PathsLink() -> impl IntoView {
    view! {
        {link(Route::Paths, Messages::paths_title, Messages::paths_small)}
        {link(Route::Standard, Messages::standard_title, Messages::standard_small)}
    }
}

/// A row that leads to a page.
pub(in crate::features::learning::view) fn link(to: Route, title: Phrase, small: Phrase) -> impl IntoView {
    let words = Words::get();
    view! {
        <li><Row href=Signal::stored(to.to_string()) title=words.text(title) small=words.text(small)/></li>
    }
}

/// The rows that stand below every path.
#[component]
pub(super) fn Around() -> impl IntoView {
    let words = Words::get();
    view! {
        <section class="stack g2 no-print" aria-labelledby="paths-around">
            <h2 id="paths-around" class="t-title">{words.text(Messages::paths_around)}</h2>
            <ul class="rows">
                {link(Route::Standard, Messages::standard_title, Messages::standard_small)}
                {link(Route::WhoIsWho, Messages::standard_who, Messages::standard_who_small)}
                {link(Route::Log, Messages::proof_log, Messages::proof_log_small)}
                {link(Route::Appraisal, Messages::proof_appraisal, Messages::proof_appraisal_small)}
            </ul>
        </section>
    }
}

/// The paths.
#[component]
pub fn PathsPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_paths();
    let kept = Kept::read(services);
    let body = move || {
        let paths = services.paths();
        let Some(pack) = paths.ready().filter(|_| kept.is_here()) else { return in_place_of_paths(services) };
        let is_begun = |item: &&PathItem| kept.marks(&item.neutral.id).is_begun();
        let (begun, others): (Vec<_>, Vec<_>) = pack.paths.iter().partition(is_begun);
        let other_title =
            if begun.is_empty() { Messages::paths_choose } else { Messages::paths_others as Phrase };
        view! {
            {section("paths-yours", Messages::paths_yours, begun, kept, words)}
            {section("paths-others", other_title, others, kept, words)}
            <Around/>
            <p class="muted t-sm">{words.text(Messages::paths_stays)}</p>
        }
        .into_any()
    };
    let page = view! {
        <div class="measure stack g6">
            <Head back=Route::Lessons back_text=Messages::app_learning title=words.text(Messages::paths_title)
                lead=words.text(Messages::paths_lead)/>
            {live(body)}
        </div>
    };
    Some(page)
}

fn section(
    id: &'static str,
    title: Phrase,
    items: Vec<&PathItem>,
    kept: Kept,
    words: Words,
) -> Option<AnyView> {
    let rows = items.iter().map(|item| row(item, kept, words)).collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <section class="stack g2" aria-labelledby=id>
                <h2 id=id class="t-title">{words.text(title)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(item: &PathItem, kept: Kept, words: Words) -> impl IntoView + use<> {
    let marks = kept.marks(&item.neutral.id);
    let today = Services::find().map(Services::today);
    let is_done = today.is_some_and(|today| is_whole(&item.neutral, &marks, &kept.known(), today));
    let state: Phrase = if is_done { Messages::paths_whole } else { Messages::paths_begun };
    let sign = if is_done { Icon::CheckCircle } else { Icon::Bookmark };
    let mark = marks.is_begun().then(|| {
        view! {
            <span class="lesson-mark t-sm"><span class="lesson-state">
                {icon_with(sign, IconScale::Small, "")} <span>{words.text(state)}</span>
            </span></span>
        }
    });
    let href = Signal::stored(Route::Path(item.neutral.id.clone()).to_string());
    let title = Signal::stored(item.words.title.clone());
    let small = Signal::stored(item.words.who.clone());
    view! { <li><Row href=href title=title small=small mark=mark.into_any()/></li> }
}
