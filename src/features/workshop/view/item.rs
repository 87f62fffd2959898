//! One item of a pack while it is written: its form, what is left to do, and «Ferdig».

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::card::CardForm;
use super::case::CaseForm;
use super::desk::Desk;
use super::pack::ListsFailed;
use super::parts::{Back, Part, Reasons, Removal, Remove};
use super::prompt::PromptForm;
use crate::content::rules::Words as _;
use crate::ethics::PackId;
use crate::features::workshop::told::{Reason, field_name, is_blank, of_finding};
use crate::i18n::{Messages, Phrase};
use crate::packs::{Item, ItemKind, KeptPack, OwnFinding, PackEdit};
use crate::platform::document;
use crate::services::Services;
use crate::ui::{Button, CheckTile, Icon, Notice, NoticeKind, Scale, live, when};
use crate::writing::{BeforeOthersRead, KeptStatus};

/// One item of a pack.
#[component]
pub fn PackItemPage(
    /// Of which pack.
    id: PackId,
    /// Which one.
    item: String,
) -> impl IntoView {
    let services = Services::find()?;
    let desk = Desk::of(id, services);
    let words = desk.words;
    let is_here = desk.is_here();
    let own = item.clone();
    let kind = desk.memo(move |kept| kept.pack.item(&own).map(|item| item.kind));
    let made_here = desk.memo(|kept| kept.made_here);
    let face = move || {
        is_here.get().then(|| match kind.get().filter(|_| made_here.get()) {
            Some(kind) => view! { <BeingWritten desk item=Item { kind, id: item.clone() }/> }.into_any(),
            None => view! { <p class="muted" role="status">{words.text(Messages::workshop_no_item)}</p> }
                .into_any(),
        })
    };
    let title = desk.memo(|kept| kept.pack.title.trim().to_owned());
    let back = words.made(move |words| {
        title.with(|title| if title.is_empty() { words.workshop_unnamed().to_owned() } else { title.clone() })
    });
    let page = view! {
        <div class="page-narrow stack g5">
            <Back to=Signal::derive(move || desk.route()) text=back/>
            {desk.unread()}
            {live(face)}
        </div>
    };
    Some(page)
}

#[component]
fn BeingWritten(desk: Desk, item: Item) -> impl IntoView {
    let words = desk.words;
    let (title, lead): (Phrase, Phrase) = match item.kind {
        ItemKind::Card | ItemKind::Pack => (Messages::workshop_card, Messages::workshop_card_lead),
        ItemKind::Case => (Messages::workshop_case, Messages::workshop_case_lead),
        ItemKind::Prompt => (Messages::workshop_prompt, Messages::workshop_prompt_lead),
    };
    let id = item.id.clone();
    let form = match item.kind {
        ItemKind::Card | ItemKind::Pack => view! { <CardForm desk id/> }.into_any(),
        ItemKind::Case => view! { <CaseForm desk id/> }.into_any(),
        ItemKind::Prompt => view! { <PromptForm desk id/> }.into_any(),
    };
    document::focus_heading_if_lost();
    view! {
        <div class="own-form stack g6" inert=desk.is_read_only()>
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(title)}</h1>
                <p class="muted">{words.text(lead)}</p>
            </header>
            {form}
            <Ending desk item/>
        </div>
    }
}

const AWAY: Removal = Removal {
    button: Messages::workshop_delete_item,
    ask: Messages::workshop_delete_item_ask,
    text: Messages::workshop_delete_item_text,
    yes: Messages::workshop_delete_item_yes,
    no: Messages::workshop_delete_item_no,
};

/// What is left to do, and the end of writing.
#[component]
fn Ending(desk: Desk, item: Item) -> impl IntoView {
    let words = desk.words;
    let services = desk.services;
    let found = desk.findings_of(item.clone());
    let considered = RwSignal::new(false);
    let of_texts = item.clone();
    let texts: Memo<Vec<String>> = desk.memo(move |kept| texts_of(kept, &of_texts));
    // Who has thought about one text has not thought about the next.
    Effect::new(move |before: Option<Vec<String>>| {
        let now = texts.get();
        if before.is_some_and(|before| before != now) {
            considered.set(false);
        }
        now
    });
    let of_state = item.clone();
    let is_finished = desk.memo(move |kept| kept.is_finished(&of_state));
    let is_right = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(Vec::is_empty)));
    let is_left = Memo::new(move |_| {
        !is_finished.get() && found.with(|found| found.as_ref().is_some_and(|all| !all.is_empty()))
    });
    let to_say = Memo::new(move |_| is_right.get() && !is_finished.get());
    let stored = StoredValue::new(item);
    let reasons = Signal::derive(move || stored.with_value(|item| left(desk, item, found)));
    let finish = move |()| {
        desk.edit(PackEdit::Finished(stored.get_value()));
        services.open(&desk.route());
    };
    let remove = move |()| {
        desk.edit(PackEdit::Removed(stored.get_value()));
        services.replace(&desk.route());
    };
    view! {
        <Part title=Messages::workshop_left>
            {when(is_left, move || view! { <Reasons reasons/> })}
            {when(is_finished, move || view! {
                <Notice kind=NoticeKind::Success sign=Icon::CheckCircle text=words.text(Messages::workshop_finished)/>
            })}
            {when(to_say, move || view! {
                <p>{words.text(Messages::workshop_left_none)}</p>
                <BeforeOthersRead texts/>
                <div class="tiles">
                    <CheckTile text=words.text(Messages::reflection_keep_five_ok) chosen=considered on_toggle=move |on| considered.set(on)/>
                </div>
            })}
            <ListsFailed desk/>
            <div class="row wrap g3">
                <Button text=words.text(Messages::workshop_finish) on_press=finish scale=Scale::Large
                    disabled=Signal::derive(move || !to_say.get() || !considered.get())/>
                <Remove removal=AWAY on_remove=remove/>
            </div>
            <KeptStatus services/>
        </Part>
    }
}

/// What is left: what is not filled in on one line, everything else on a line of its own.
fn left(desk: Desk, item: &Item, found: Memo<Option<Vec<OwnFinding>>>) -> Vec<Reason> {
    found.with(|found| {
        let told = desk.with(|kept| {
            desk.words.with(|words| {
                let found = || found.iter().flatten();
                let mut seen = BTreeSet::new();
                let blank = found().filter(|finding| is_blank(&finding.problem));
                let blank = blank.map(|finding| field_name(item, &finding.field, words));
                let fields: Vec<String> = blank.filter(|name| seen.insert(name.clone())).collect();
                let fill = (!fields.is_empty()).then(|| Reason {
                    place: String::new(),
                    text: words.workshop_left_fill(fields.join(", ")),
                });
                let others = found().filter(|finding| !is_blank(&finding.problem));
                let others = others.map(|finding| of_finding(finding, &kept.pack, false, words));
                fill.into_iter().chain(others).collect()
            })
        });
        told.unwrap_or_default()
    })
}

/// Everything that others will read.
fn texts_of(kept: &KeptPack, item: &Item) -> Vec<String> {
    let pack = &kept.pack;
    let all =
        |texts: Vec<crate::content::rules::Text<'_>>| texts.iter().map(|text| text.text.to_owned()).collect();
    match item.kind {
        ItemKind::Pack => Vec::new(),
        ItemKind::Card => {
            let card = pack.cards.iter().find(|card| card.neutral.id.as_str() == item.id);
            card.map(|card| all(card.words.texts())).unwrap_or_default()
        }
        ItemKind::Case => {
            let case = pack.cases.iter().find(|case| case.neutral.id.as_str() == item.id);
            case.map(|case| all(case.words.texts())).unwrap_or_default()
        }
        ItemKind::Prompt => {
            let prompts = pack.prompts.iter().filter(|prompt| prompt.id == item.id);
            prompts.map(|prompt| prompt.text.clone()).collect()
        }
    }
}
