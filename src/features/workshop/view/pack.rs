//! One pack: what it is called, what is in it, and the file that goes out.

use leptos::prelude::*;

use super::desk::Desk;
use super::outside::FromOutside;
use super::parts::{Back, Part, Reasons, Removal, Remove};
use crate::ethics::PackId;
use crate::features::workshop::effects::{Out, hand_out};
use crate::features::workshop::told::{Reason, of_finding};
use crate::i18n::{Language, Messages, Phrase, Words};
use crate::packs::{Item, ItemKind, PackEdit, own_id};
use crate::platform::document;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Chips, Icon, Look, RadioChip, Room, Row, live, when};
use crate::writing::{KeptStatus, WritingField};

/// Leads to a pack that nobody has written in. Nothing is kept before the first letter.
#[component]
pub fn NewPackPage() -> impl IntoView {
    if let Some(services) = Services::find() {
        services.replace(&Route::Pack(services.random_id().into()));
    }
}

/// One pack.
#[component]
pub fn PackPage(
    /// Which one.
    id: PackId,
) -> impl IntoView {
    let services = Services::find()?;
    let desk = Desk::of(id, services);
    let words = desk.words;
    let is_here = desk.is_here();
    let made_here = desk.memo(|kept| kept.made_here);
    let face = move || {
        is_here.get().then(|| {
            if made_here.get() {
                view! { <MadeHere desk/> }.into_any()
            } else {
                view! { <FromOutside desk/> }.into_any()
            }
        })
    };
    let page = view! {
        <div class="page-narrow stack g5">
            <Back to=Signal::stored(Route::Workshop) text=words.text(Messages::workshop_title)/>
            {desk.unread()}
            {live(face)}
        </div>
    };
    Some(page)
}

#[component]
fn MadeHere(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let title = desk.memo(|kept| kept.pack.title.clone());
    let owner = desk.memo(|kept| kept.pack.owner.name.clone());
    let heading = words.made(move |words| {
        title.with(|title| {
            if title.trim().is_empty() { words.workshop_new_title().to_owned() } else { title.clone() }
        })
    });
    let services = desk.services;
    let written = desk.memo(|kept| !kept.is_empty());
    document::focus_heading_if_lost();
    view! {
        <div class="own-form stack g6" inert=desk.is_read_only()>
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{heading}</h1>
                <p class="muted">{words.text(Messages::workshop_pack_lead)}</p>
            </header>
            <div class="stack g5">
                <WritingField id="pack-title" label=words.text(Messages::workshop_pack_title) hint=words.text(Messages::workshop_pack_title_hint)
                    value=title on_input=move |text| desk.edit(PackEdit::Title(text)) room=Room::Line/>
                <WritingField id="pack-owner" label=words.text(Messages::workshop_pack_owner) hint=words.text(Messages::workshop_pack_owner_hint)
                    value=owner on_input=move |text| desk.edit(PackEdit::Owner(text)) room=Room::Line/>
                <LanguageOf desk/>
            </div>
            <Items desk kind=ItemKind::Card title=Messages::workshop_cards none=Messages::workshop_cards_none add=Messages::workshop_add_card/>
            <Items desk kind=ItemKind::Case title=Messages::workshop_cases none=Messages::workshop_cases_none add=Messages::workshop_add_case/>
            <Items desk kind=ItemKind::Prompt title=Messages::workshop_prompts none=Messages::workshop_prompts_none add=Messages::workshop_add_prompt/>
            <HandOut desk/>
            {when(written, move || view! {
                <div class="row wrap g3">
                    <Remove removal=WHOLE class="pull-start" on_remove=move |()| desk.forget()/>
                    <KeptStatus services/>
                </div>
            })}
        </div>
    }
}

const WHOLE: Removal = Removal {
    button: Messages::workshop_delete,
    ask: Messages::workshop_delete_ask,
    text: Messages::workshop_delete_text,
    yes: Messages::workshop_delete_yes,
    no: Messages::workshop_delete_no,
};

#[component]
fn LanguageOf(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let language = desk.memo(|kept| kept.pack.language);
    let chip = move |one: Language| {
        view! {
            <RadioChip name="pack-language" text=Signal::stored(one.own_name().to_owned())
                chosen=Signal::derive(move || language.get() == one) on_choose=move |()| desk.edit(PackEdit::Language(one))/>
        }
    };
    view! {
        <Chips legend=words.text(Messages::workshop_pack_language)>
            {Language::ALL.into_iter().map(chip).collect_view()}
        </Chips>
    }
}

/// The items of a kind, and the way to one more.
#[component]
fn Items(desk: Desk, kind: ItemKind, title: Phrase, none: Phrase, add: Phrase) -> impl IntoView {
    let words = desk.words;
    let items = desk.memo(move |kept| {
        let items = kept.pack.items().filter(|item| item.kind == kind);
        items.map(|item| (kept.pack.title_of(&item), kept.is_finished(&item), item.id)).collect::<Vec<_>>()
    });
    let lang = desk.memo(|kept| kept.pack.language.code());
    let row = move |(title, is_finished, id): (String, bool, String)| {
        let title = if title.is_empty() {
            words.text(Messages::workshop_item_unnamed)
        } else {
            Signal::stored(title)
        };
        let small: Phrase =
            if is_finished { Messages::workshop_item_finished } else { Messages::workshop_item_unfinished };
        view! {
            <li><Row href=Signal::stored(desk.item_route(&id).to_string()) title=title title_lang=Some(lang.get_untracked()) small=words.text(small)/></li>
        }
    };
    let list = move || {
        let items = items.get();
        if items.is_empty() {
            return view! { <p class="muted">{words.text(none)}</p> }.into_any();
        }
        view! { <ul class="rows" data-look="open">{items.into_iter().map(row).collect_view()}</ul> }
            .into_any()
    };
    let begin = move |()| {
        let id = own_id(&desk.services.random_id());
        desk.edit(PackEdit::Begun(Item { kind, id: id.clone() }));
        desk.services.open(&desk.item_route(&id));
    };
    view! {
        <Part title=title>
            {live(list)}
            <div class="row">
                <Button text=words.text(add) on_press=begin look=Look::Secondary before=Icon::Plus/>
            </div>
        </Part>
    }
}

/// How many reasons are told at once.
const TOLD: usize = 8;

/// What is still to be done, and the file.
#[component]
fn HandOut(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let findings = desk.findings();
    let unfinished = desk.memo(|kept| kept.unfinished().count());
    let out = RwSignal::new(Out::None);
    let ready = Memo::new(move |_| {
        unfinished.get() == 0 && findings.with(|found| found.as_ref().is_some_and(Vec::is_empty))
    });
    let reasons = Signal::derive(move || reasons(desk, findings, words));
    let edition = desk.memo(|kept| (kept.pack.edition, kept.is_changed()));
    let note = words.made(move |words| match (ready.get(), edition.get(), unfinished.get()) {
        (false, _, 0) => String::new(),
        (false, _, n) => words.workshop_out_unfinished(n),
        (true, (edition, true), _) => words.workshop_out_next(edition.saturating_add(1)),
        (true, (edition, false), _) => words.workshop_out_again(edition),
    });
    let press = move |()| {
        let Some(pack) = desk.now(|kept| kept.to_hand_out(desk.services.today())) else { return };
        let handed = pack.clone();
        hand_out(&pack, move |became| {
            // The screen may be gone by now.
            if out.try_set(became).is_none() && became.is_out() {
                desk.edit(PackEdit::HandedOut(Box::new(handed.clone())));
            }
        });
    };
    let became = words.made(move |words| out_text(out.get(), words).to_owned());
    view! {
        <Part title=Messages::workshop_out hint=Messages::workshop_out_lead>
            <Reasons reasons/>
            <ListsFailed desk/>
            <p role="status">{note}</p>
            <div class="row wrap g3">
                <Button text=words.text(Messages::workshop_download) on_press=press before=Icon::Download disabled=Signal::derive(move || !ready.get())/>
                <p class="setting-outcome" role="status">{became}</p>
            </div>
        </Part>
    }
}

/// That the lists did not come.
#[component]
pub(super) fn ListsFailed(desk: Desk) -> impl IntoView {
    use crate::ui::{Notice, NoticeKind};
    let words = desk.words;
    when(desk.lists_failed(), move || {
        view! { <Notice kind=NoticeKind::Warning sign=Icon::Offline text=words.text(Messages::workshop_known_missing)/> }
    })
}

/// What is not right, but for what is in an item that is not finished: there it is told.
fn reasons(desk: Desk, findings: Memo<Option<Vec<crate::packs::OwnFinding>>>, words: Words) -> Vec<Reason> {
    findings.with(|found| {
        let told = desk.with(|kept| {
            let is_told = |item: &Item| item.kind == ItemKind::Pack || kept.is_finished(item);
            let found = found.iter().flatten().filter(|finding| is_told(&finding.item));
            found
                .take(TOLD)
                .map(|finding| words.with(|words| of_finding(finding, &kept.pack, true, words)))
                .collect()
        });
        told.unwrap_or_default()
    })
}

fn out_text(out: Out, words: &Messages) -> &str {
    match out {
        Out::None => "",
        Out::Saved => words.workshop_downloaded(),
        Out::Shared => words.workshop_shared(),
        Out::Cancelled => words.workshop_download_cancelled(),
        Out::Refused => words.workshop_download_refused(),
    }
}
