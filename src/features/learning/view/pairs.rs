//! Bringing two halves together, and sorting into bins: for each thing the same few short answers.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::choose::options;
use super::desk::{Desk, Shown};
use crate::content::lesson::{Match, Sort};
use crate::features::learning::player::Msg;
use crate::i18n::Messages;
use crate::progress::Answer;
use crate::ui::{Chips, RadioChip};

/// How what was chosen for a thing is told: the thing, and what was chosen for it.
type Given = fn(String, String) -> Msg;

/// Two halves to bring together. A right half that is given to another left one leaves the one it had.
#[component]
pub(super) fn PairsAsked(desk: Desk, pairs: Match, shown: Shown) -> impl IntoView {
    let given = desk.memo(|player| match &player.draft {
        Some(Answer::Pairs(given)) => given.clone(),
        Some(_) | None => BTreeMap::new(),
    });
    let half = |id: &String| Some((id.clone(), shown.words.pairs.get(id)?.clone()));
    let halves: Vec<_> = pairs.pairs.iter().filter_map(half).collect();
    let rights = halves.iter().map(|(id, words)| (id.clone(), words.right.clone())).collect();
    let rights = desk.shuffled(&shown, rights);
    let lefts = halves.into_iter().map(|(id, words)| (id, words.left)).collect();
    view! {
        <p class="muted">{desk.words.text(Messages::learning_choose_pairs)}</p>
        <ForEach desk things=lefts answers=rights given tell=Msg::Pair/>
    }
}

/// Things to sort into bins, which stand in their order.
#[component]
pub(super) fn SortAsked(desk: Desk, sort: Sort, shown: Shown) -> impl IntoView {
    let given = desk.memo(|player| match &player.draft {
        Some(Answer::Bins(given)) => given.clone(),
        Some(_) | None => BTreeMap::new(),
    });
    let ids: Vec<String> = sort.items.iter().map(|item| item.id.clone()).collect();
    let items = options(desk, &shown, &ids, &shown.words.items);
    let bin = |id: &String| Some((id.clone(), shown.words.bins.get(id)?.clone()));
    let bins: Vec<_> = sort.bins.iter().filter_map(bin).collect();
    view! {
        <p class="muted">{desk.words.text(Messages::learning_choose_bins)}</p>
        <ForEach desk things=items answers=bins given tell=Msg::Put/>
    }
}

/// For each thing one of the answers.
#[component]
fn ForEach(
    desk: Desk,
    things: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    given: Memo<BTreeMap<String, String>>,
    tell: Given,
) -> impl IntoView {
    let group = move |(thing, text): (String, String)| {
        let chip = |(answer, text): (String, String)| {
            let (of, this) = (thing.clone(), answer.clone());
            let is_chosen = Signal::derive(move || given.with(|given| given.get(&of) == Some(&this)));
            let thing = thing.clone();
            view! {
                <RadioChip name=format!("for-{thing}") text=Signal::stored(text) chosen=is_chosen
                    on_choose=move |()| desk.tell(tell(thing.clone(), answer.clone()))/>
            }
        };
        let chips = answers.iter().cloned().map(chip).collect_view();
        view! { <li class="lesson-chips"><Chips legend=Signal::stored(text)>{chips}</Chips></li> }
    };
    view! { <ul class="lesson-each">{things.into_iter().map(group).collect_view()}</ul> }
}
