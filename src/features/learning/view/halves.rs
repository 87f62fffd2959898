//! Bringing two halves together: one left half after the other asks for its right one. Every half stands once: what was
//! chosen moves up beside its left half, until all are chosen and any two may change places.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::{Desk, Shown};
use crate::content::lesson::Match;
use crate::features::learning::player::Msg;
use crate::i18n::Messages;
use crate::platform::document;
use crate::progress::Answer;
use crate::ui::{Button, Icon, IconScale, Look, icon_with, live};

/// The halves by id, with what they say.
type Halves = StoredValue<Vec<(String, String)>>;

/// What belongs together so far, and which left half asks.
#[derive(Clone, Copy)]
struct Pairing {
    desk: Desk,
    lefts: Halves,
    rights: Halves,
    given: Memo<BTreeMap<String, String>>,
    /// The left half that asks.
    asks: RwSignal<Option<String>>,
}

fn text_of(halves: Halves, id: &str) -> String {
    let found = halves.with_value(|halves| halves.iter().find(|(one, _)| one == id).cloned());
    found.map(|(_, text)| text).unwrap_or_default()
}

fn left_id(id: &str) -> String {
    format!("left-{id}")
}

impl Pairing {
    /// The first left half that has no right one.
    fn first_open(self) -> Option<String> {
        let ids = self.lefts.with_value(|lefts| lefts.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
        self.given.with_untracked(|given| ids.into_iter().find(|id| !given.contains_key(id)))
    }

    /// The right halves that one can choose for a left one: those that are free and its own, or all when none is free.
    fn offered(self, left: &str) -> Vec<(String, String)> {
        let given = self.given.get();
        let is_free = |right: &String| given.iter().all(|(other, taken)| other == left || taken != right);
        let rights = self.rights.get_value();
        let is_all = given.len() == rights.len();
        rights.into_iter().filter(|(id, _)| is_all || is_free(id)).collect()
    }

    /// Gives a left half its right one; the next one that has none asks then.
    fn pair(self, left: &str, right: &str) {
        self.desk.tell(Msg::Pair(left.to_owned(), right.to_owned()));
        let (left_text, right_text) = (text_of(self.lefts, left), text_of(self.rights, right));
        let told = self.desk.words.now(|words| words.learning_paired(&left_text, &right_text));
        self.desk.told.set(told);
        let next = self.first_open();
        document::focus_soon(left_id(next.as_deref().unwrap_or(left)));
        self.asks.set(next);
    }
}

/// Two halves to bring together.
#[component]
pub(super) fn MatchAsked(desk: Desk, pairs: Match, shown: Shown) -> impl IntoView {
    let given = desk.memo(|player| match &player.draft {
        Some(Answer::Pairs(given)) => given.clone(),
        Some(_) | None => BTreeMap::new(),
    });
    let half = |id: &String| Some((id.clone(), shown.words.pairs.get(id)?.clone()));
    let halves: Vec<_> = pairs.pairs.iter().filter_map(half).collect();
    let rights = halves.iter().map(|(id, words)| (id.clone(), words.right.clone())).collect();
    let rights = StoredValue::new(desk.shuffled(&shown, rights));
    let lefts: Vec<_> = halves.into_iter().map(|(id, words)| (id, words.left)).collect();
    let asks = RwSignal::new(lefts.first().map(|(id, _)| id.clone()));
    let pairing = Pairing { desk, lefts: StoredValue::new(lefts.clone()), rights, given, asks };
    let row = move |(id, text): (String, String)| view! { <Left pairing id text/> };
    view! {
        <p class="muted">{desk.words.text(Messages::learning_choose_pairs)}</p>
        <ul class="lesson-pairs">{lefts.into_iter().map(row).collect_view()}</ul>
    }
}

/// A left half with the right one that was chosen for it; while it asks, with those that one can choose.
#[component]
fn Left(pairing: Pairing, id: String, text: String) -> impl IntoView {
    let Pairing { desk, rights, given, asks, .. } = pairing;
    let id = StoredValue::new(id);
    let does_ask = Memo::new(move |_| asks.with(|asks| id.with_value(|id| asks.as_ref() == Some(id))));
    let own = Memo::new(move |_| {
        id.with_value(|id| given.with(|given| given.get(id).map(|right| text_of(rights, right))))
    });
    let said =
        desk.words.made(move |words| own.get().unwrap_or_else(|| words.learning_not_chosen().to_owned()));
    let has_own = Memo::new(move |_| own.with(Option::is_some));
    let press = move |_| asks.set(if does_ask.get_untracked() { None } else { Some(id.get_value()) });
    let name = StoredValue::new(text.clone());
    let legend = desk.words.made(move |words| name.with_value(|name| words.learning_what_belongs(name)));
    let choices = move || {
        let choice = |(right, text): (String, String)| {
            let press = move |()| id.with_value(|id| pairing.pair(id, &right));
            view! { <li><Button text=Signal::stored(text) look=Look::Plain class="lesson-choice" on_press=press/></li> }
        };
        let offered = id.with_value(|id| pairing.offered(id));
        view! { <ul class="lesson-halves" aria-label=legend>{offered.into_iter().map(choice).collect_view()}</ul> }
    };
    view! {
        <li class="lesson-pair" data-asks=does_ask>
            <button type="button" class="lesson-left" id=id.with_value(|id| left_id(id)) aria-expanded=move || does_ask.get().to_string() on:click=press>
                <span class="lesson-left-words">
                    <b>{text}</b>
                    <span class="lesson-left-own" data-chosen=has_own>{said}</span>
                </span>
                {icon_with(Icon::ChevronDown, IconScale::Small, "lesson-left-sign")}
            </button>
            {live(move || does_ask.get().then(choices))}
        </li>
    }
}
