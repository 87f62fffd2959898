//! «Om Refleks»: what it is and is not, accessibility, privacy, whose work it stands on.

use leptos::prelude::*;

use crate::i18n::{Messages, Words};
use crate::services::{LibraryState, Services};
use crate::ui::live;

/// The third-party notices, made from the lock files when the app is built; relative to the page.
const NOTICES: &str = "notices.txt";

type Key = fn(&Messages) -> &str;

/// «Om Refleks».
#[component]
pub fn AboutPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let title = words.text(Messages::settings_about);
    let version: String = services.assets().version.chars().take(8).collect();
    let version = words.made(move |words| words.settings_version(&version));
    let page = view! {
        <header class="page-head">
            <h1 class="serif q-lg" tabindex="-1">{title}</h1>
        </header>
        <article class="about prose">
            {part(words, Messages::settings_what_title, &[Messages::settings_what_1, Messages::settings_what_2])}
            {list(words, Messages::settings_not_title, &[
                Messages::settings_not_1,
                Messages::settings_not_2,
                Messages::settings_not_3,
                Messages::settings_not_4,
            ])}
            {method(services, words)}
            {list(words, Messages::settings_privacy_title, &[
                Messages::settings_privacy_1,
                Messages::settings_privacy_2,
                Messages::settings_privacy_3,
                Messages::settings_privacy_4, Messages::settings_privacy_5,
            ])}
            {accessibility(words)}
            {part(words, Messages::settings_browsers_title, &[Messages::settings_browsers_1])}
            {credits(words)}
            <p class="muted t-sm">{version}</p>
        </article>
    };
    Some(page)
}

fn paragraph(words: Words, key: Key) -> impl IntoView {
    let text = words.text(key);
    view! { <p>{text}</p> }
}

fn item(words: Words, key: Key) -> impl IntoView {
    let text = words.text(key);
    view! { <li>{text}</li> }
}

fn heading(words: Words, key: Key) -> impl IntoView {
    let text = words.text(key);
    view! { <h2 class="t-title">{text}</h2> }
}

fn part(words: Words, title: Key, paragraphs: &[Key]) -> impl IntoView + use<> {
    view! {
        <section>
            {heading(words, title)} {paragraphs.iter().map(|key| paragraph(words, *key)).collect_view()}
        </section>
    }
}

fn list(words: Words, title: Key, items: &[Key]) -> impl IntoView + use<> {
    view! {
        <section>
            {heading(words, title)} <ul>{items.iter().map(|key| item(words, *key)).collect_view()}</ul>
        </section>
    }
}

/// The method, with the reference that its owners ask for, as the library has it.
fn method(services: Services, words: Words) -> impl IntoView {
    let references = Memo::new(move |_| match services.library() {
        LibraryState::Ready(library) => {
            let all = library.guides().iter().map(|guide| guide.neutral.reference.clone());
            all.collect::<Vec<_>>()
        }
        LibraryState::Loading | LibraryState::Failed(_) => Vec::new(),
    });
    let references = move || {
        // The reference stands in the language that it was written in.
        references
            .get()
            .into_iter()
            .map(|text| view! { <p lang="nb" class="about-reference">{text}</p> })
            .collect_view()
    };
    view! {
        <section>
            {heading(words, Messages::settings_method_title)} {paragraph(words, Messages::settings_method_1)} {live(references)}
            {paragraph(words, Messages::settings_method_2)}
        </section>
    }
}

fn accessibility(words: Words) -> impl IntoView {
    let gaps: [Key; 4] = [
        Messages::settings_access_gap_1,
        Messages::settings_access_gap_2,
        Messages::settings_access_gap_3,
        Messages::settings_access_gap_4,
    ];
    let known = words.text(Messages::settings_access_gaps);
    view! {
        <section>
            {heading(words, Messages::settings_access_title)} {paragraph(words, Messages::settings_access_1)}
            {paragraph(words, Messages::settings_access_2)} <h3 class="t-sub">{known}</h3>
            <ul>{gaps.into_iter().map(|key| item(words, key)).collect_view()}</ul>
            {paragraph(words, Messages::settings_access_tell)}
        </section>
    }
}

fn credits(words: Words) -> impl IntoView {
    let credits: [Key; 4] = [
        Messages::settings_credit_1,
        Messages::settings_credit_2,
        Messages::settings_credit_3,
        Messages::settings_credit_4,
    ];
    let notices = words.text(Messages::settings_notices);
    view! {
        <section>
            {heading(words, Messages::settings_credits_title)}
            <ul>{credits.into_iter().map(|key| item(words, key)).collect_view()}</ul>
            <p>
                <a class="ds-link about-link" href=NOTICES target="_blank" rel="noopener">{notices}</a>
            </p>
        </section>
    }
}
