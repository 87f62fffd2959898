//! The room: packs that are made here, and packs from others.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ethics::PackId;
use crate::features::workshop::told::counts;
use crate::i18n::{Messages, Words};
use crate::packs::KeptPack;
use crate::route::Route;
use crate::services::{OnTheShelf, Services};
use crate::storage::{StorageError, words as told};
use crate::ui::{Icon, LinkButton, Look, Notice, NoticeKind, Row, live, when};

type Found = RwSignal<Option<Result<OnTheShelf<PackId, KeptPack>, StorageError>>>;

/// Veileder.
#[component]
pub fn WorkshopPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let found: Found = RwSignal::new(None);
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        spawn_local(async move {
            let packs = services.read_packs().await;
            // The screen may be gone by now.
            let _ = found.try_set(Some(packs));
        });
    });
    let may_write = Memo::new(move |_| !services.reads_only());
    let make = Signal::stored(Route::NewPack.to_string());
    let fetch = Signal::stored(Route::TakeIn.to_string());
    let page = view! {
        <div class="measure stack g6">
            <header class="page-head">
                <div class="grow">
                    <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::workshop_title)}</h1>
                    <p class="muted">{words.text(Messages::workshop_lead)}</p>
                </div>
            </header>
            {when(may_write, move || view! {
                <div class="row wrap g3">
                    <LinkButton text=words.text(Messages::workshop_make) href=make before=Icon::Plus/>
                    <LinkButton text=words.text(Messages::workshop_fetch) href=fetch look=Look::Secondary before=Icon::Upload/>
                </div>
            })}
            <ul class="rows">
                <li><Row href=Signal::stored(Route::OwnStandard.to_string()) title=words.text(Messages::standard_own)
                    small=words.text(Messages::standard_own_small)/></li>
                <li><Row href=Signal::stored(Route::Talks.to_string()) title=words.text(Messages::talks_title)
                    small=words.text(Messages::talks_small)/></li>
            </ul>
            {beside(found, words)}
            {live(move || found.get().and_then(Result::ok).map(|packs| lists(packs, words)))}
        </div>
    };
    Some(page)
}

/// What is made here and what is from others, each under its heading.
fn lists(packs: OnTheShelf<PackId, KeptPack>, words: Words) -> impl IntoView {
    let (made, taken): (Vec<_>, Vec<_>) = packs.here.into_iter().partition(|(_, kept)| kept.made_here);
    view! {
        <section class="stack g2" aria-labelledby="packs-made">
            <h2 id="packs-made" class="t-title">{words.text(Messages::workshop_made)}</h2>
            {list(made, words, Messages::workshop_made_empty)}
        </section>
        <section class="stack g2" aria-labelledby="packs-taken">
            <h2 id="packs-taken" class="t-title">{words.text(Messages::workshop_taken)}</h2>
            {list(taken, words, Messages::workshop_taken_empty)}
        </section>
    }
}

fn list(packs: Vec<(PackId, KeptPack)>, words: Words, none: crate::i18n::Phrase) -> AnyView {
    if packs.is_empty() {
        return view! { <p class="muted">{words.text(none)}</p> }.into_any();
    }
    view! { <ul class="rows">{packs.into_iter().map(|(id, kept)| row(id, kept, words)).collect_view()}</ul> }
        .into_any()
}

fn row(id: PackId, kept: KeptPack, words: Words) -> impl IntoView {
    let lang = Some(kept.pack.language.code());
    let title = kept.pack.title.trim().to_owned();
    let title = if title.is_empty() { words.text(Messages::workshop_unnamed) } else { Signal::stored(title) };
    let small = words.made(move |words| line_of(&kept, words));
    view! {
        <li><Row href=Signal::stored(Route::Pack(id).to_string()) title=title title_lang=lang small=small/></li>
    }
}

/// Whose it is, which edition, how much: one line.
fn line_of(kept: &KeptPack, words: &Messages) -> String {
    let edition = kept.pack.edition;
    let state = match (kept.made_here, edition) {
        (true, 0) => words.workshop_not_out().to_owned(),
        (true, _) if kept.is_changed() => words.workshop_changed_since(edition),
        _ => words.workshop_edition(edition),
    };
    let parts = [kept.pack.owner.name.trim().to_owned(), state, counts(&kept.pack, words)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// That the list could not look, and what cannot be read.
fn beside(found: Found, words: Words) -> impl IntoView {
    let row = move |id: PackId| {
        view! {
            <li><Row href=Signal::stored(Route::Pack(id).to_string()) title=words.text(Messages::reflection_unread_row) small=words.text(Messages::storage_unread_safe)/></li>
        }
    };
    live(move || match found.get() {
        None => ().into_any(),
        Some(Err(error)) => {
            let text = words.made(move |words| told::message(&error, words).whole());
            view! { <Notice kind=NoticeKind::Danger sign=Icon::Error text=text urgent=true/> }.into_any()
        }
        Some(Ok(packs)) if packs.unread.is_empty() => ().into_any(),
        Some(Ok(packs)) => {
            view! { <ul class="rows">{packs.unread.into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    })
}
