//! The law cards: all of them, or the one that an address leads to.

use leptos::prelude::*;

use super::{Gone, Head, Missing};
use crate::content::LawItem;
use crate::ethics::LawId;
use crate::explained::{BackToList, LawText, Sources};
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::route::Route;
use crate::services::{LibraryState, Services};
use crate::ui::{Details, live};

/// The page.
#[component]
pub fn LawsPage(
    /// The card to show; none: all.
    at: Option<LawId>,
) -> impl IntoView {
    match at {
        Some(id) => view! { <OneLaw id/> }.into_any(),
        None => view! { <AllLaws/> }.into_any(),
    }
}

#[component]
fn AllLaws() -> impl IntoView {
    let services = Services::find()?;
    let card = |law: LawItem| {
        let (title, source) = (law.words.title.clone(), law.neutral.metadata.clone());
        view! { <li class="law"><Details summary=Signal::stored(title)><LawText law/><Sources metadata=source/></Details></li> }
    };
    let list = move || match services.library() {
        LibraryState::Loading => ().into_any(),
        LibraryState::Failed(_) => view! { <Missing services/> }.into_any(),
        LibraryState::Ready(library) => {
            let language = library.language().code();
            let cards = library.laws().iter().cloned().map(card).collect_view();
            view! { <ul class="rows law-list" lang=language>{cards}</ul> }.into_any()
        }
    };
    let page = view! {
        <div class="measure stack g4">
            <Head back=Route::Library back_text=Messages::app_library title=Messages::app_laws lead=Messages::library_laws_lead/>
            {live(list)}
        </div>
    };
    Some(page)
}

#[component]
fn OneLaw(id: LawId) -> impl IntoView {
    let services = Services::find()?;
    let card = move || match services.library() {
        LibraryState::Loading => ().into_any(),
        LibraryState::Failed(_) => view! { <Missing services/> }.into_any(),
        LibraryState::Ready(library) => match library.law(&id) {
            None => view! { <Gone text=Messages::library_law_gone/> }.into_any(),
            Some(law) => {
                document::focus_heading_if_lost();
                view! { <LawArticle law=law.clone() language=library.language().code()/> }.into_any()
            }
        },
    };
    let page = view! {
        <div class="page-narrow stack g4">
            <BackToList list=Route::Laws name=Messages::app_laws/>
            {live(card)}
        </div>
    };
    Some(page)
}

#[component]
fn LawArticle(law: LawItem, language: &'static str) -> impl IntoView {
    let words = Words::get();
    let (title, source) = (law.words.title.clone(), law.neutral.metadata.clone());
    view! {
        <article class="stack g3" lang=language>
            <p class="kicker">{words.text(Messages::app_laws)}</p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
            <div class="stack g3 looked-up"><LawText law/></div>
            <Sources metadata=source/>
        </article>
    }
}
