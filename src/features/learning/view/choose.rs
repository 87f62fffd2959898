//! Choosing one, several, or a number.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::{Desk, Shown};
use crate::content::lesson::{Number, Reasoned};
use crate::features::learning::player::Msg;
use crate::i18n::{Messages, Phrase};
use crate::progress::Answer;
use crate::ui::{CheckTile, Chips, RadioChip, RadioTile, Tiles};

/// What one can choose from, by id, in the order in which it stands now.
pub(super) fn options(
    desk: Desk,
    shown: &Shown,
    ids: &[String],
    words: &BTreeMap<String, Reasoned>,
) -> Vec<(String, String)> {
    let told = |id: &String| Some((id.clone(), words.get(id)?.text.clone()));
    desk.shuffled(shown, ids.iter().filter_map(told).collect())
}

/// One of several.
#[component]
pub(super) fn ChooseOne(desk: Desk, legend: Phrase, options: Vec<(String, String)>) -> impl IntoView {
    let chosen = desk.memo(|player| match &player.draft {
        Some(Answer::One(id)) => Some(id.clone()),
        Some(_) | None => None,
    });
    let tile = move |(id, text): (String, String)| {
        let this = id.clone();
        let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.as_ref() == Some(&this)));
        view! {
            <RadioTile name="lesson-option" text=Signal::stored(text) chosen=is_chosen
                on_choose=move |()| desk.tell(Msg::Choose(id.clone()))/>
        }
    };
    view! {
        <div class="lesson-options">
            <Tiles legend=desk.words.text(legend) sentences=true>{options.into_iter().map(tile).collect_view()}</Tiles>
        </div>
    }
}

/// Some of several.
#[component]
pub(super) fn ChooseSeveral(desk: Desk, options: Vec<(String, String)>) -> impl IntoView {
    let chosen = desk.memo(|player| match &player.draft {
        Some(Answer::Some(ids)) => ids.clone(),
        Some(_) | None => Vec::new(),
    });
    let tile = move |(id, text): (String, String)| {
        let this = id.clone();
        let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.contains(&this)));
        view! {
            <CheckTile text=Signal::stored(text) chosen=is_chosen
                on_toggle=move |_| desk.tell(Msg::Toggle(id.clone()))/>
        }
    };
    view! {
        <div class="lesson-options">
            <Tiles legend=desk.words.text(Messages::learning_choose_several) sentences=true>{options.into_iter().map(tile).collect_view()}</Tiles>
        </div>
    }
}

/// A number from the least to the most.
#[component]
pub(super) fn ChooseNumber(desk: Desk, number: Number, unit: String) -> impl IntoView {
    let words = desk.words;
    let chosen = desk.memo(|player| match &player.draft {
        Some(Answer::Number(given)) => Some(*given),
        Some(_) | None => None,
    });
    let chip = move |one: i32| {
        let is_chosen = Signal::derive(move || chosen.get() == Some(one));
        view! {
            <RadioChip name="lesson-number" text=Signal::stored(one.to_string()) chosen=is_chosen
                on_choose=move |()| desk.tell(Msg::Number(one))/>
        }
    };
    let legend = words.made(move |words| words.learning_choose_number(&unit));
    view! { <div class="lesson-numbers"><Chips legend=legend>{(number.min..=number.max).map(chip).collect_view()}</Chips></div> }
}
