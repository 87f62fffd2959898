//! Kort: draw a card, or look through the decks.

use std::sync::Arc;

use leptos::prelude::*;

use super::marks::{Marks, decks, in_place_of_decks, kind_name};
use crate::content::{CardKind, CardPack, DeckItem};
use crate::ethics::DeckId;
use crate::features::cards::draw::{self, Drawn, kind_word};
use crate::i18n::{Day, Messages, Phrase, Words};
use crate::progress::{CardChoice, MarkEdit};
use crate::route::Route;
use crate::services::{LibraryState, Services};
use crate::ui::{
    Button, CheckTile, Chips, Details, Icon, LinkButton, Look, Panel, PanelLook, RadioChip, Row, Scale, Text,
    Tone, live,
};

/// How many cards of those used lately are shown.
const LATELY: usize = 5;

/// Kort.
#[component]
pub fn CardsPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let marks = Marks::new(services);
    let pack = decks(services);
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::app_cards)}</h1>
                <p class="muted">{words.text(Messages::cards_lead)}</p>
            </div>
        </header>
        {live(move || match pack.get() {
            None => in_place_of_decks(services),
            Some(pack) => view! {
                <div class="room-grid">
                    <div class="stack g6">
                        <DrawPanel marks pack=Arc::clone(&pack)/>
                        <Daily pack=Arc::clone(&pack)/>
                        <Lately marks pack=Arc::clone(&pack)/>
                    </div>
                    <DeckList pack/>
                </div>
            }
            .into_any(),
        })}
    };
    Some(view)
}

/// Draw one, and choose from which.
#[component]
fn DrawPanel(marks: Marks, pack: Arc<CardPack>) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let counted = Arc::clone(&pack);
    let left = Memo::new(move |_| {
        marks.with(|marks| {
            draw::candidates(&counted.decks, &marks.choice, marks, services.today(), None).len()
        })
    });
    let none = Signal::derive(move || marks.are_here() && left.get() == 0);
    let said = words.made(move |words| match left.get() {
        0 if none.get() => words.cards_left_none().to_owned(),
        n => words.cards_left(n),
    });
    let drawn = Arc::clone(&pack);
    let view = view! {
        <Panel look=PanelLook::Start class="room-start">
            <h2 class="serif q-md">{words.text(Messages::cards_draw)}</h2>
            <Which marks pack/>
            <p class="night-subtle" role="status">{said}</p>
            <div class="row wrap g3">
                <Button text=words.text(Messages::cards_draw) on_press=move |()| marks.draw(&drawn.decks, None)
                    tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight disabled=none/>
            </div>
        </Panel>
    };
    Some(view)
}

/// Which cards can come: deck, kind, place, level, favourites.
#[component]
fn Which(marks: Marks, pack: Arc<CardPack>) -> impl IntoView {
    let words = Words::get();
    let choose = move |change: Box<dyn Fn(&mut CardChoice)>| {
        let mut choice = untrack(|| marks.with(|marks| marks.choice.clone()));
        change(&mut choice);
        marks.edit(MarkEdit::Choice(choice));
    };
    let deck_chip = move |id: Option<DeckId>, name: Text| {
        let wanted = id.clone();
        let chosen = Signal::derive(move || marks.with(|marks| marks.choice.deck == wanted));
        let pick = move |()| {
            let id = id.clone();
            choose(Box::new(move |choice| choice.deck = id.clone()));
        };
        view! { <RadioChip name="card-deck" text=name chosen=chosen on_choose=pick/> }
    };
    let kind_chip = move |kind: Option<CardKind>| {
        let word = kind.map(|kind| kind_word(kind).to_owned());
        let wanted = word.clone();
        let chosen = Signal::derive(move || marks.with(|marks| marks.choice.kind == wanted));
        let name: Phrase = kind.map_or(Messages::cards_every_kind, kind_name);
        let pick = move |()| {
            let word = word.clone();
            choose(Box::new(move |choice| choice.kind = word.clone()));
        };
        view! { <RadioChip name="card-kind" text=words.text(name) chosen=chosen on_choose=pick/> }
    };
    let place_chip = move |id: Option<String>, name: Text| {
        let wanted = id.clone();
        let chosen = Signal::derive(move || marks.with(|marks| marks.choice.setting == wanted));
        let pick = move |()| {
            let id = id.clone();
            choose(Box::new(move |choice| choice.setting = id.clone()));
        };
        view! { <RadioChip name="card-place" text=name chosen=chosen on_choose=pick/> }
    };
    let library = Services::find().map(Services::library);
    let places = library.as_ref().and_then(LibraryState::ready).map(|library| library.settings().to_vec());
    let places = places.into_iter().flatten().map(|tag| place_chip(Some(tag.id), Signal::stored(tag.name)));
    let place_chips = places.collect_view();
    let only = move |text: Phrase, small: Phrase, of: fn(&mut CardChoice) -> &mut bool| {
        let chosen = Signal::derive(move || marks.with(|marks| *of(&mut marks.choice.clone())));
        view! {
            <CheckTile text=words.text(text) small=words.text(small) chosen=chosen
                on_toggle=move |on| choose(Box::new(move |choice| *of(choice) = on))/>
        }
    };
    let names = pack.decks.iter().map(|deck| (deck.neutral.id.clone(), deck.words.name.clone()));
    let deck_chips = names.map(|(id, name)| deck_chip(Some(id), Signal::stored(name))).collect_view();
    view! {
        <Details summary=words.text(Messages::cards_which)>
            <div class="stack g4">
                <Chips legend=words.text(Messages::cards_which_kind)>
                    {kind_chip(None)}
                    {CardKind::ALL.map(|kind| kind_chip(Some(kind))).collect_view()}
                </Chips>
                <Chips legend=words.text(Messages::cards_which_place)>
                    {place_chip(None, words.text(Messages::cards_every_place))}
                    {place_chips}
                </Chips>
                <Chips legend=words.text(Messages::cards_which_deck)>
                    {deck_chip(None, words.text(Messages::cards_every_deck))}
                    {deck_chips}
                </Chips>
                <div class="tiles">
                    {only(Messages::cards_only_first, Messages::cards_only_first_small, |choice| &mut choice.only_first)}
                    {only(Messages::cards_only_favourites, Messages::cards_only_favourites_small, |choice| &mut choice.only_favourites)}
                </div>
            </div>
        </Details>
    }
}

/// The decks, each with its cards behind it.
#[component]
fn DeckList(pack: Arc<CardPack>) -> impl IntoView {
    let words = Words::get();
    let language = pack.language.code();
    let row = move |deck: &DeckItem| {
        let href = Route::Deck(deck.neutral.id.clone()).to_string();
        let count = deck.neutral.cards.len();
        let about = deck.words.about.clone();
        let small = words.made(move |words| format!("{} · {about}", words.cards_count(count)));
        view! { <li><Row href=Signal::stored(href) title=Signal::stored(deck.words.name.clone()) small=small/></li> }
    };
    view! {
        <section aria-labelledby="decks">
            <h2 id="decks" class="t-title">{words.text(Messages::cards_decks)}</h2>
            <ul class="rows" lang=language>{pack.decks.iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// One card for everybody who opens the page today.
#[component]
fn Daily(pack: Arc<CardPack>) -> impl IntoView {
    let words = Words::get();
    let today = Services::find()?.today();
    let drawn = draw::of_the_day(&pack.decks, today)?;
    let href = Route::Card(drawn.card.id.clone()).to_string();
    let language = pack.language.code();
    let view = view! {
        <section class="panel daily" aria-labelledby="daily">
            <h2 id="daily" class="t-sub">{words.text(Messages::cards_daily)}</h2>
            <p class="serif q-md" lang=language>{drawn.words.text}</p>
            <LinkButton text=words.text(Messages::cards_daily_open) href=Signal::stored(href) look=Look::Secondary after=Icon::ArrowRight/>
        </section>
    };
    Some(view)
}

/// Favourites, and what was used lately.
#[component]
fn Lately(marks: Marks, pack: Arc<CardPack>) -> impl IntoView {
    let words = Words::get();
    let (of_favourites, of_used) = (Arc::clone(&pack), pack);
    let favourites = Memo::new(move |_| {
        marks.with(|marks| {
            draw::all(&of_favourites.decks)
                .filter(|drawn| marks.of(&drawn.card.id).favourite)
                .collect::<Vec<_>>()
        })
    });
    let used = Memo::new(move |_| {
        marks.with(|marks| {
            let used = marks.used().into_iter();
            used.filter_map(|(id, _)| draw::find(&of_used.decks, &id)).take(LATELY).collect::<Vec<_>>()
        })
    });
    let list = move |id: &'static str, title: Phrase, cards: Vec<Drawn>| {
        let rows = cards.into_iter().map(|drawn| view! { <li><CardRow drawn marks/></li> }).collect_view();
        view! {
            <section aria-labelledby=id>
                <h2 id=id class="t-title">{words.text(title)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
    };
    view! {
        {live(move || {
            let cards = favourites.get();
            (!cards.is_empty()).then(|| list("card-favourites", Messages::cards_favourites, cards))
        })}
        {live(move || {
            let cards = used.get();
            (!cards.is_empty()).then(|| list("card-used", Messages::cards_used_list, cards))
        })}
    }
}

/// A card in a list: its title, what kind it is, and what is remembered of it.
#[component]
fn CardRow(drawn: Drawn, marks: Marks) -> impl IntoView {
    let words = Words::get();
    let today = Services::find().map(Services::today);
    let href = Route::Card(drawn.card.id.clone()).to_string();
    let (kind, id) = (drawn.card.kind, drawn.card.id.clone());
    let mark = Memo::new(move |_| marks.with(|marks| marks.of(&id)));
    let small = words.made(move |words| {
        let mark = mark.get();
        let mut told = vec![kind_name(kind)(words).to_owned()];
        if mark.favourite {
            told.push(words.cards_favourite().to_owned());
        }
        let rests = Day::parse(&mark.rests_until).filter(|until| today.is_some_and(|today| today < *until));
        if let Some(until) = rests {
            told.push(words.cards_rests(until.long(words)));
        } else if let Some(day) = Day::parse(&mark.used) {
            told.push(words.cards_used_on(day.long(words)));
        }
        told.join(" · ")
    });
    view! { <Row href=Signal::stored(href) title=Signal::stored(drawn.words.title) small=small/> }
}

/// The cards of a deck.
#[component]
pub fn DeckPage(
    /// Which deck.
    id: DeckId,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let marks = Marks::new(services);
    let pack = decks(services);
    let view = view! {
        <LinkButton text=words.text(Messages::cards_to_cards) href=Signal::stored(Route::Cards.to_string())
            look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
        {live(move || match pack.get() {
            None => in_place_of_decks(services),
            Some(pack) => match pack.decks.iter().find(|deck| deck.neutral.id == id).cloned() {
                Some(deck) => view! { <DeckView deck marks language=pack.language.code()/> }.into_any(),
                None => unknown(Messages::cards_unknown_deck, words),
            },
        })}
    };
    Some(view)
}

#[component]
fn DeckView(deck: DeckItem, marks: Marks, language: &'static str) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let id = deck.neutral.id.clone();
    let one = StoredValue::new(vec![deck.clone()]);
    let draw_from_it = move |()| {
        let mut choice = untrack(|| marks.with(|marks| marks.choice.clone()));
        choice = CardChoice { deck: Some(id.clone()), people: choice.people, ..CardChoice::default() };
        marks.edit(MarkEdit::Choice(choice));
        one.with_value(|deck| marks.draw(deck, None));
    };
    let kind = RwSignal::new(None::<CardKind>);
    let chip = move |of: Option<CardKind>| {
        let name: Phrase = of.map_or(Messages::cards_every_kind, kind_name);
        let chosen = Signal::derive(move || kind.get() == of);
        view! { <RadioChip name="deck-kind" text=words.text(name) chosen=chosen on_choose=move |()| kind.set(of)/> }
    };
    let cards: Vec<Drawn> = draw::all(std::slice::from_ref(&deck)).collect();
    let left = Memo::new(move |_| {
        let of_deck = CardChoice::default();
        marks.with(|marks| {
            one.with_value(|deck| draw::candidates(deck, &of_deck, marks, services.today(), None).len())
        })
    });
    let rows = move || {
        let shown = cards.iter().filter(|drawn| kind.get().is_none_or(|kind| drawn.card.kind == kind));
        shown.cloned().map(|drawn| view! { <li><CardRow drawn marks/></li> }).collect_view()
    };
    let view = view! {
        <header class="page-head" lang=language>
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{deck.words.name}</h1>
                <p class="muted">{deck.words.about}</p>
            </div>
        </header>
        <div class="row wrap g3">
            <Button text=words.text(Messages::cards_draw) on_press=draw_from_it tone=Tone::Refleks scale=Scale::Large
                after=Icon::ArrowRight disabled=Signal::derive(move || left.get() == 0)/>
            <p class="muted" role="status">{words.made(move |words| words.cards_left(left.get()))}</p>
        </div>
        <Chips legend=words.text(Messages::cards_which_kind) legend_hidden=true>
            {chip(None)}
            {CardKind::ALL.map(|kind| chip(Some(kind))).collect_view()}
        </Chips>
        <ul class="rows" lang=language>{live(rows)}</ul>
    };
    Some(view)
}

/// What is told where there is nothing under an address.
pub(super) fn unknown(title: Phrase, words: Words) -> AnyView {
    view! {
        <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(title)}</h1>
        <p>{words.text(Messages::cards_unknown_text)}</p>
        <div class="row">
            <LinkButton text=words.text(Messages::cards_to_cards) href=Signal::stored(Route::Cards.to_string()) look=Look::Secondary/>
        </div>
    }
    .into_any()
}
