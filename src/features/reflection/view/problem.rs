//! Part 1: what happened, and the question in it.

use leptos::prelude::*;

use super::Desk;
use super::choices::sort_name;
use crate::features::reflection::edits::Edit;
use crate::features::reflection::session::QuestionSort;
use crate::i18n::Messages;
use crate::ui::{Button, Chips, Details, Label, Look, RadioChip, Room, Tone, live};
use crate::writing::{WritingField, paragraphs};

/// What happened, the question, its earlier wordings, and what kind of question it is.
#[component]
pub(super) fn Problem(desk: Desk) -> impl IntoView {
    view! {
        <div class="stack g5">
            <Opening desk/>
            <Earlier desk/>
            <Sort desk/>
        </div>
    }
}

/// The question first where the dilemma has been read already; else what happened comes first.
#[component]
fn Opening(desk: Desk) -> impl IntoView {
    if desk.model.with_untracked(|model| model.session.case.is_some()) {
        view! { <Question desk large=true/> <Background desk/> }.into_any()
    } else {
        view! { <Background desk/> <Question desk large=true/> }.into_any()
    }
}

/// What happened: the dilemma to read, or a field for one's own situation.
#[component]
pub(super) fn Background(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let is_case = desk.memo(|session| session.case.is_some());
    live(move || {
        if is_case.get() {
            let text = desk.text(|session| session.background.clone());
            view! {
                <Details summary=words.text(Messages::reflection_background_case)>
                    <div class="prose">{live(move || paragraphs(&text.get()))}</div>
                </Details>
            }
            .into_any()
        } else {
            view! {
                <WritingField
                    id="background"
                    label=words.text(Messages::reflection_background)
                    hint=words.text(Messages::reflection_background_hint)
                    value=desk.text(|session| session.background.clone())
                    on_input=move |text| desk.edit(Edit::Background(text))
                    room=Room::Lines
                />
            }
            .into_any()
        }
    })
}

/// The ethical question.
#[component]
pub(super) fn Question(desk: Desk, #[prop(optional)] large: bool) -> impl IntoView {
    view! {
        <WritingField
            id="question"
            label=desk.words.text(Messages::reflection_question)
            hint=desk.words.text(Messages::reflection_question_hint)
            value=desk.text(|session| session.problem.wording.clone())
            on_input=move |text| desk.edit(Edit::Question(text))
            on_leave=move |()| desk.edit(Edit::QuestionSettled)
            room=Room::Growing
            label_as=Label::Normal
            large=large
        />
    }
}

#[component]
fn Earlier(desk: Desk) -> impl IntoView {
    let earlier = desk.memo(|session| session.problem.earlier.clone());
    let use_again = move |wording: String| {
        desk.edit(Edit::Question(wording));
        desk.edit(Edit::QuestionSettled);
    };
    let item = move |wording: String| {
        let again = wording.clone();
        view! {
            <li class="row wrap g3">
                <span class="grow">{wording}</span>
                <Button
                    text=desk.words.text(Messages::reflection_question_use_again)
                    on_press=move |()| use_again(again.clone())
                    look=Look::Tertiary
                    tone=Tone::Neutral
                />
            </li>
        }
    };
    live(move || {
        let list = earlier.get();
        (!list.is_empty()).then(|| {
            view! {
                <Details summary=desk.words.text(Messages::reflection_question_earlier)>
                    <ul class="rows">{list.into_iter().map(item).collect_view()}</ul>
                </Details>
            }
        })
    })
}

#[component]
fn Sort(desk: Desk) -> impl IntoView {
    let chosen = desk.memo(|session| session.problem.sort);
    let chip = move |sort: QuestionSort| {
        view! {
            <RadioChip
                name="sort"
                text=desk.words.made(move |words| sort_name(sort, words).to_owned())
                chosen=Signal::derive(move || chosen.get() == Some(sort))
                on_choose=move |()| desk.edit(Edit::Sort(Some(sort)))
            />
        }
    };
    view! {
        <Chips legend=desk.words.text(Messages::reflection_sort)>
            {QuestionSort::ALL.into_iter().map(chip).collect_view()}
        </Chips>
    }
}
