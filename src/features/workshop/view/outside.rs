//! A pack from others: what is in it, to be read and not changed.

use leptos::prelude::*;

use super::desk::Desk;
use super::parts::{Part, Removal, Remove};
use crate::i18n::{Day, Messages, Phrase};
use crate::packs::{OwnCard, OwnCase, OwnPrompt, Pack};
use crate::platform::document;
use crate::ui::{Details, Icon, Notice, NoticeKind};

const AWAY: Removal = Removal {
    button: Messages::workshop_take_away,
    ask: Messages::workshop_take_away_ask,
    text: Messages::workshop_take_away_text,
    yes: Messages::workshop_take_away_yes,
    no: Messages::workshop_delete_no,
};

/// A pack from others. What is in it does not change while it is looked at.
#[component]
pub(super) fn FromOutside(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let pack = desk.now(|kept| kept.pack.clone()).unwrap_or_default();
    let Pack { title, owner, edition, updated, language, cards, cases, prompts, .. } = pack;
    let from = words.made(move |words| words.workshop_from_outside(&owner.name));
    let day = words.made(move |words| {
        let day = Day::parse(&updated).map(|day| day.long(words)).unwrap_or_default();
        words.workshop_updated(day, edition)
    });
    let lang = language.code();
    document::focus_heading_if_lost();
    view! {
        <article class="own-form stack g6">
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1" lang=lang>{title}</h1>
                <p class="muted t-sm">{day}</p>
            </header>
            <Notice kind=NoticeKind::Quiet sign=Icon::Book text=from/>
            {part(Messages::workshop_cards, cards.into_iter().map(|card| of_card(card, lang)).collect())}
            {part(Messages::workshop_cases, cases.into_iter().map(|case| of_case(case, lang)).collect())}
            {part(Messages::workshop_prompts, prompts.into_iter().map(|prompt| of_prompt(prompt, lang)).collect())}
            <div class="row wrap g3" inert=desk.is_read_only()>
                <Remove removal=AWAY class="pull-start" on_remove=move |()| desk.forget()/>
            </div>
        </article>
    }
}

fn part(title: Phrase, items: Vec<AnyView>) -> Option<impl IntoView> {
    (!items.is_empty()).then(|| view! { <Part title=title>{items}</Part> })
}

fn of_card(card: OwnCard, lang: &'static str) -> AnyView {
    let words = card.words;
    let follow_ups = words.follow_ups.into_iter().chain([words.twist]);
    let rows = follow_ups.map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <Details summary=Signal::stored(words.title)>
            <div class="prose" lang=lang>
                <p>{words.text}</p>
                <p class="serif q-xs">{words.question}</p>
                <ul class="bullets">{rows}</ul>
            </div>
        </Details>
    }
    .into_any()
}

fn of_case(case: OwnCase, lang: &'static str) -> AnyView {
    let words = case.words;
    let paragraphs = words.background.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <Details summary=Signal::stored(words.title)>
            <div class="prose" lang=lang>
                {paragraphs}
                <p class="serif q-xs">{words.question}</p>
            </div>
        </Details>
    }
    .into_any()
}

fn of_prompt(prompt: OwnPrompt, lang: &'static str) -> AnyView {
    view! { <p lang=lang>{prompt.text}</p> }.into_any()
}
