//! The decks and what is remembered of cards, as the screens get them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::content::{CardKind, CardPack, DeckItem};
use crate::ethics::CardId;
use crate::features::cards::draw;
use crate::i18n::{Messages, Phrase, Words};
use crate::progress::{CardMarks, MarkEdit};
use crate::route::Route;
use crate::services::{Fetched, Services};
use crate::storage::progress::card_marks_record;
use crate::storage::{Change, Loaded};
use crate::ui::{Button, Icon, Look, Notice, NoticeKind};

/// What is remembered of cards, read and kept.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    services: Services,
    /// None before it has been read.
    value: RwSignal<Option<CardMarks>>,
}

impl Marks {
    /// Reads them, and again when another window has changed them.
    pub(super) fn new(services: Services) -> Self {
        let value = services.followed(async |services: Services| {
            let found = services.saver().load::<CardMarks>(&card_marks_record(&services.owner())).await;
            // What cannot be read is left alone: cards can be used without it.
            Some(found.ok().and_then(Loaded::ready).unwrap_or_default())
        });
        Self { services, value }
    }

    /// Whether they have been read; tracked.
    pub(super) fn are_here(self) -> bool {
        self.value.with(Option::is_some)
    }

    /// Asks something of them; tracked.
    pub(super) fn with<A>(self, ask: impl FnOnce(&CardMarks) -> A) -> A {
        self.value.with(|marks| match marks {
            Some(marks) => ask(marks),
            None => ask(&CardMarks::default()),
        })
    }

    /// Changes them and keeps them. Before they have been read nothing is changed.
    pub(super) fn edit(self, edit: MarkEdit) {
        let changed = self.value.try_update(|marks| {
            let marks = marks.as_mut()?;
            let before = marks.clone();
            marks.apply(edit);
            (*marks != before).then(|| marks.clone())
        });
        if let Some(marks) = changed.flatten() {
            let services = self.services;
            let change = Change::keep(card_marks_record(&services.owner()), &marks, services.now_ms());
            match change {
                Ok(change) => services.saver().edited(vec![change]),
                Err(error) => leptos::logging::error!("marks of cards could not be written: {error}"),
            }
        }
    }

    /// Draws a card as somebody wants to, and opens it.
    pub(super) fn draw(self, decks: &[DeckItem], on_the_table: Option<&CardId>) {
        let services = self.services;
        let drawn = untrack(|| {
            self.with(|marks| {
                let cards = draw::candidates(decks, &marks.choice, marks, services.today(), on_the_table);
                draw::draw(&cards, marks, services.chance())
            })
        });
        if let Some(card) = drawn {
            let route = Route::Card(card);
            if on_the_table.is_some() { services.replace(&route) } else { services.open(&route) }
        }
    }
}

/// The decks of the language in use, and behind them those of the workplace; tracked. Asks for them.
pub(super) fn decks(services: Services) -> Signal<Option<Arc<CardPack>>> {
    services.need_decks();
    let own = services.followed(async |services: Services| {
        Some(services.own_decks().await.into_iter().map(|(_, deck)| deck).collect::<Vec<_>>())
    });
    let all = Memo::new(move |_| {
        let pack = services.decks().ready().cloned()?;
        let own = own.get()?;
        if own.is_empty() {
            return Some(pack);
        }
        let mut all = CardPack::clone(&pack);
        all.decks.extend(own);
        Some(Arc::new(all))
    });
    all.into()
}

/// What stands where the decks will be, or did not come.
pub(super) fn in_place_of_decks(services: Services) -> AnyView {
    let words = Words::get();
    match services.decks() {
        Fetched::Failed(_) => view! {
            <Notice kind=NoticeKind::Info sign=Icon::Offline text=words.text(Messages::cards_failed)>
                <Button text=words.text(Messages::cards_again) on_press=move |()| services.need_decks() look=Look::Secondary/>
            </Notice>
        }
        .into_any(),
        Fetched::NotAsked | Fetched::Loading | Fetched::Ready(_) => view! { <p class="on-its-way muted" role="status">{words.text(Messages::cards_loading)}</p> }.into_any(),
    }
}

/// What a kind of card is called.
pub(super) fn kind_name(kind: CardKind) -> Phrase {
    match kind {
        CardKind::Claim => Messages::cards_claim,
        CardKind::Term => Messages::cards_term,
        CardKind::Case => Messages::cards_case,
    }
}
