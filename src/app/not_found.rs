//! An address that leads nowhere: said kindly, with a way home.

use leptos::prelude::*;

use super::frame::home_address;
use crate::i18n::{Messages, Words};
use crate::ui::{Icon, LinkButton};

/// The page for an address that nothing lies at.
#[component]
pub(super) fn NotFoundPage() -> impl IntoView {
    let words = Words::get();
    let (title, text) = (words.text(Messages::app_unknown_title), words.text(Messages::app_unknown_text));
    view! {
        <header class="page-head">
            <h1 class="serif q-lg" tabindex="-1">{title}</h1>
        </header>
        <p class="prose">{text}</p>
        <div>
            <LinkButton
                text=words.text(Messages::app_unknown_home)
                before=Icon::Home
                href=Signal::stored(home_address())
            />
        </div>
    }
}
