//! The pages.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod laws;
mod saker;
mod terms;

use leptos::prelude::*;

pub use laws::LawsPage;
pub use saker::LibraryPage;
pub use terms::TermsPage;

use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, Tone};

/// The way back, above a page, and what the page is.
#[component]
fn Head(back: Route, back_text: Phrase, title: Phrase, lead: Phrase) -> impl IntoView {
    let words = Words::get();
    view! {
        <LinkButton text=words.text(back_text) href=Signal::stored(back.to_string())
            look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(title)}</h1>
                <p class="muted">{words.text(lead)}</p>
            </div>
        </header>
    }
}

/// Something that an address leads to, and that is not there.
#[component]
fn Gone(text: Phrase) -> impl IntoView {
    let words = Words::get();
    view! { <Notice kind=NoticeKind::Info sign=Icon::Info text=words.text(text)/> }
}

/// Some of the content did not come.
#[component]
fn Missing(services: Services) -> impl IntoView {
    let words = Words::get();
    let again = move |()| {
        services.fetch_library();
        services.need_decks();
        services.need_terms();
    };
    view! {
        <Notice kind=NoticeKind::Info sign=Icon::Offline text=words.text(Messages::reflection_content_missing)>
            <Button text=words.text(Messages::reflection_retry) on_press=again look=Look::Secondary/>
        </Notice>
    }
}
