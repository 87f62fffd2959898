//! A screen that asks: the question, how the answer stands when it has been looked at, and what one can choose.

use leptos::prelude::*;

use super::answered::Answered;
use super::case::CaseAsked;
use super::choose::{ChooseNumber, ChooseOne, ChooseSeveral, options};
use super::desk::{Desk, Shown, VERDICT};
use super::halves::MatchAsked;
use super::order::OrderAsked;
use super::sort::SortAsked;
use crate::aloud::ReadAloud;
use crate::content::lesson::Screen;
use crate::explained::Explained;
use crate::i18n::{Messages, Phrase};
use crate::ui::{Icon, Notice, NoticeKind, live, when};

/// A question, before and after its answer was looked at.
#[component]
pub(super) fn QuestionScreen(desk: Desk, shown: Shown) -> impl IntoView {
    let words = desk.words;
    let question = shown.words.question.clone();
    let heard = Signal::stored(heard(desk, &shown));
    let is_standpoint = matches!(shown.screen, Screen::Standpoint(_));
    let after = Some(shown.words.after.clone()).filter(|after| !after.is_empty());
    let is_shown = desk.memo(|player| player.is_shown);
    let body = move || {
        let shown = shown.clone();
        if is_shown.get() { view! { <Answered desk shown/> }.into_any() } else { asked(desk, shown) }
    };
    let after = after.map(|after| {
        when(is_shown, move || {
            view! { <div class="lesson-after"><Explained text=Signal::stored(after.clone())/></div> }
        })
    });
    view! {
        <div class="lesson-screen">
            {is_standpoint.then(|| view! { <p class="kicker">{words.text(Messages::learning_no_answer)}</p> })}
            <h1 id="step-title" class="serif q-md" tabindex="-1">{question}</h1>
            <div id=VERDICT class="lesson-verdict" role="status" tabindex="-1">{how_it_stands(desk)}</div>
            {live(body)}
            {after}
            <div class="row"><ReadAloud text=heard/></div>
        </div>
    }
}

/// One calm line about the answer, or what stands in the way of looking at it.
fn how_it_stands(desk: Desk) -> AnyView {
    let words = desk.words;
    let verdict = desk.memo(|player| player.verdict().map(|verdict| verdict.is_right));
    live(move || {
        let Some(is_right) = verdict.get() else {
            let is_hint = desk.hint.with(|hint| !hint.is_empty());
            return is_hint.then(|| {
                view! { <Notice kind=NoticeKind::Quiet sign=Icon::Info text=desk.hint/> }.into_any()
            });
        };
        let (kind, sign, text): (NoticeKind, Icon, Phrase) = match is_right {
            Some(true) => (NoticeKind::Success, Icon::CheckCircle, Messages::learning_right),
            Some(false) => (NoticeKind::Info, Icon::Idea, Messages::learning_not_quite),
            None => (NoticeKind::Quiet, Icon::Weigh, Messages::learning_own),
        };
        Some(view! { <Notice kind sign text=words.text(text)/> }.into_any())
    })
}

/// What one can choose.
fn asked(desk: Desk, shown: Shown) -> AnyView {
    match shown.screen.clone() {
        Screen::Page(_) => ().into_any(),
        Screen::Single(single) => {
            let options = options(desk, &shown, &single.options, &shown.words.options);
            view! { <ChooseOne desk legend=Messages::learning_choose_one options/> }.into_any()
        }
        Screen::Several(several) => {
            let options = options(desk, &shown, &several.options, &shown.words.options);
            view! { <ChooseSeveral desk options/> }.into_any()
        }
        Screen::Order(order) => {
            let items = options(desk, &shown, &order.items, &shown.words.items);
            view! { <OrderAsked desk items/> }.into_any()
        }
        Screen::Match(pairs) => view! { <MatchAsked desk pairs shown/> }.into_any(),
        Screen::Sort(sort) => view! { <SortAsked desk sort shown/> }.into_any(),
        Screen::Number(number) => {
            let unit = shown.words.unit.clone();
            view! { <ChooseNumber desk number unit/> }.into_any()
        }
        Screen::Case(case) => view! { <CaseAsked desk case words=shown.words.moments/> }.into_any(),
        Screen::Standpoint(standpoint) => {
            let options = options(desk, &shown, &standpoint.positions, &shown.words.positions);
            view! { <ChooseOne desk legend=Messages::learning_choose_own options/> }.into_any()
        }
    }
}

/// What is read aloud: the question, and what one can choose where that is whole sentences side by side.
fn heard(desk: Desk, shown: &Shown) -> String {
    let choices = match &shown.screen {
        Screen::Single(single) => options(desk, shown, &single.options, &shown.words.options),
        Screen::Several(several) => options(desk, shown, &several.options, &shown.words.options),
        Screen::Standpoint(standpoint) => options(desk, shown, &standpoint.positions, &shown.words.positions),
        Screen::Order(order) => options(desk, shown, &order.items, &shown.words.items),
        Screen::Page(_) | Screen::Match(_) | Screen::Sort(_) | Screen::Number(_) | Screen::Case(_) => {
            Vec::new()
        }
    };
    let choices = choices.into_iter().map(|(_, text)| format!("{text}."));
    [shown.words.question.clone()].into_iter().chain(choices).collect::<Vec<_>>().join(" ")
}
