//! Sorting into bins: for each thing the same few short bins.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::choose::options;
use super::desk::{Desk, Shown};
use crate::content::lesson::Sort;
use crate::features::learning::player::Msg;
use crate::i18n::Messages;
use crate::progress::Answer;
use crate::ui::{Chips, RadioChip};

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
        <ForEach desk things=items bins given/>
    }
}

/// For each thing one of the bins.
#[component]
fn ForEach(
    desk: Desk,
    things: Vec<(String, String)>,
    bins: Vec<(String, String)>,
    given: Memo<BTreeMap<String, String>>,
) -> impl IntoView {
    let group = move |(thing, text): (String, String)| {
        let chip = |(bin, text): (String, String)| {
            let (of, this) = (thing.clone(), bin.clone());
            let is_chosen = Signal::derive(move || given.with(|given| given.get(&of) == Some(&this)));
            let thing = thing.clone();
            view! {
                <RadioChip name=format!("for-{thing}") text=Signal::stored(text) chosen=is_chosen
                    on_choose=move |()| desk.tell(Msg::Put(thing.clone(), bin.clone()))/>
            }
        };
        let chips = bins.iter().cloned().map(chip).collect_view();
        view! { <li class="lesson-chips"><Chips legend=Signal::stored(text)>{chips}</Chips></li> }
    };
    view! { <ul class="lesson-each">{things.into_iter().map(group).collect_view()}</ul> }
}
