//! The frame of a session in all steps: what it is and whether it is safe, the steps, the way on.

use leptos::prelude::*;

use super::Desk;
use super::clock::{GroupClock, company};
use super::step::{StepHelp, StepParts, StepTitle};
use crate::features::reflection::edits::Edit;
use crate::features::reflection::referat::lower_first;
use crate::features::reflection::session::{Session, StepState};
use crate::features::reflection::summary::title_of;
use crate::features::reflection::update::Msg;
use crate::i18n::{Language, Messages};
use crate::route::Route;
use crate::services::once_painted;
use crate::storage;
use crate::storage::SaveStatus as Status;
use crate::ui::{
    ActionBar, Button, Icon, LinkButton, Look, Menu, MenuItem, SaveStatus, Scale, StepItem, Stepper, Toast,
    Tone, TopBar, live, when,
};
use crate::writing::save_look;

/// A session in all steps.
#[component]
pub(super) fn Guided(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let at = once_painted(desk.memo(|session| session.at.clone()));
    let short = words_about(desk, |session, words| {
        let place = session.place_of(&session.at).map_or(1, |place| place + 1);
        words.reflection_step_of(session.steps().len(), place)
    });
    let steps = Signal::derive(move || {
        let language = words.language();
        desk.model.with(|model| words.with(|words| step_items(&model.session, words, language)))
    });
    view! {
        <div class="guided">
            <Top desk/>
            <Stepper label=words.text(Messages::reflection_steps_label) short=short steps=steps/>
            <div class="cols">
                <main id="main" tabindex="-1" inert=Signal::derive(move || is_read_only(desk))>
                    <StepTitle desk at/>
                    // Made anew for each step, so that no row of one step is taken for one of another.
                    {live(move || { let step = at.get(); view! { <StepParts desk=desk.part() step/> } })}
                </main>
                <StepHelp desk at/>
            </div>
            <Ways desk/>
            <UndoToast desk/>
        </div>
    }
}

/// A screen of one column: the bar above, what there is to read and fill in, and what stands below it.
#[component]
pub(super) fn Sheet(desk: Desk, below: AnyView, children: Children) -> impl IntoView {
    view! {
        <div class="guided">
            <Top desk/>
            <div class="cols">
                <main id="main" tabindex="-1" inert=Signal::derive(move || is_read_only(desk))>{children()}</main>
            </div>
            {below}
        </div>
    }
}

/// Whether another window writes: then this one can be read only.
pub(super) fn is_read_only(desk: Desk) -> bool {
    desk.services.reads_only()
}

/// A text about the session in the language in use.
pub(super) fn words_about(
    desk: Desk,
    ask: impl Fn(&Session, &Messages) -> String + Send + Sync + 'static,
) -> Signal<String> {
    type Ask = Box<dyn Fn(&Session, &Messages) -> String + Send + Sync>;
    fn told(desk: Desk, ask: Ask) -> Memo<String> {
        Memo::new(move |_| desk.model.with(|model| desk.words.with(|words| ask(&model.session, words))))
    }
    told(desk, Box::new(ask)).into()
}

/// The bar above: leave, what this is, whether it is safe, the language.
#[component]
pub(super) fn Top(desk: Desk) -> impl IntoView {
    let Desk { model, words, services, .. } = desk;
    let title = words_about(desk, |session, words| {
        let title = title_of(session);
        if title.is_empty() { words.reflection_room().to_owned() } else { title }
    });
    let leave = words.made(move |words| {
        let kept = model.with(|model| model.save == Status::Kept);
        if kept { words.reflection_close() } else { words.reflection_close_unsaved() }.to_owned()
    });
    let look = Memo::new(move |_| model.with(|model| save_look(&model.save)));
    let said =
        words.made(move |words| model.with(|model| storage::words::status(&model.save, words).to_owned()));
    let company = company(desk);
    let under = view! { <span class="company">{company}</span> <SaveStatus look=look text=said/> }.into_any();
    view! {
        <TopBar leave=leave on_leave=move |()| services.open(&Route::Reflection) title=title under=under>
            <GroupClock desk/>
            <LanguageMenu desk/>
        </TopBar>
    }
}

/// The way to the room's face, for a group.
#[component]
pub(super) fn ShowRoom(desk: Desk) -> impl IntoView {
    let underway = desk.memo(|session| session.group_underway().is_some());
    let text = desk.words.text(Messages::group_room_show);
    when(underway, move || {
        view! {
            <Button text=text look=Look::Tertiary tone=Tone::Neutral before=Icon::Observed
                on_press=move |()| desk.room.set(true)/>
        }
    })
}

#[component]
fn LanguageMenu(desk: Desk) -> impl IntoView {
    let items = Language::ALL
        .into_iter()
        .map(|language| MenuItem {
            text: Signal::derive(move || language.own_name().to_owned()),
            sign: Icon::Language,
            on_press: Callback::new(move |()| desk.services.change_language(language)),
        })
        .collect();
    view! { <Menu label=desk.words.text(Messages::reflection_language) sign=Icon::Language items=items/> }
}

/// The bar below: back, skip, on.
#[component]
fn Ways(desk: Desk) -> impl IntoView {
    let Desk { words, .. } = desk;
    let id = desk.memo(|session| session.id.clone());
    let before = desk.memo(|session| session.step_before().cloned());
    let after = desk.memo(|session| session.step_after().cloned());
    let name = move |step: &crate::ethics::StepId, language: Language| {
        desk.model.with(|model| model.session.step_name(step, language))
    };
    let back = move || {
        before.get().map(|step| {
            let href = Route::SessionStep(id.get_untracked(), step.clone()).to_string();
            let text = Signal::derive(move || name(&step, words.language()));
            view! {
                <LinkButton text=text href=Signal::stored(href) look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
            }
        })
    };
    let onward = move || {
        let (href, text) = match after.get() {
            Some(step) => {
                let href = Route::SessionStep(id.get_untracked(), step.clone());
                let text = Signal::derive(move || {
                    let name = name(&step, words.language());
                    words.with(|words| words.reflection_onward_to(lower_first(&name)))
                });
                (href, text)
            }
            None => (Route::SessionEnd(id.get_untracked()), words.text(Messages::reflection_onward_end)),
        };
        view! {
            <LinkButton text=text href=Signal::stored(href.to_string()) scale=Scale::Large after=Icon::ArrowRight/>
        }
    };
    view! {
        <ActionBar back=live(back)>
            <Button
                text=words.text(Messages::reflection_skip)
                on_press=move |()| desk.edit(Edit::StepSkipped)
                look=Look::Tertiary
                tone=Tone::Neutral
                spare=true
            />
            {live(onward)}
        </ActionBar>
    }
}

/// What was removed last, and the way back.
#[component]
pub(super) fn UndoToast(desk: Desk) -> impl IntoView {
    let Desk { model, words, dispatch, .. } = desk;
    let text = words.made(move |words| {
        let removed = model.with(|model| model.undo.is_some());
        if removed { words.reflection_removed().to_owned() } else { String::new() }
    });
    view! {
        <Toast
            text=text
            undo=words.text(Messages::reflection_undo)
            on_undo=Callback::new(move |()| dispatch.run(Msg::UndoPressed))
            close=words.text(Messages::reflection_put_away)
            on_close=move |()| dispatch.run(Msg::UndoDismissed)
        />
    }
}

/// Where a step stands, as parts show it.
pub(super) const fn shown(state: StepState) -> crate::ui::StepState {
    match state {
        StepState::Now => crate::ui::StepState::Now,
        StepState::Done => crate::ui::StepState::Done,
        StepState::Skipped => crate::ui::StepState::Skipped,
        StepState::Ahead => crate::ui::StepState::Ahead,
    }
}

fn step_items(session: &Session, words: &Messages, language: Language) -> Vec<StepItem> {
    let item = |(place, step): (usize, &crate::content::GuideStep)| {
        let state = session.state_of(&step.id);
        let number = place + 1;
        let said = match state {
            StepState::Now => words.reflection_step_now().to_owned(),
            StepState::Done => words.reflection_step_done().to_owned(),
            StepState::Skipped => words.reflection_step_skipped().to_owned(),
            StepState::Ahead => words.reflection_step_ahead(number),
        };
        StepItem {
            href: Route::SessionStep(session.id.clone(), step.id.clone()).to_string(),
            number: u8::try_from(number).unwrap_or(u8::MAX),
            name: session.step_name(&step.id, language),
            state: shown(state),
            words: said,
        }
    };
    session.steps().iter().enumerate().map(item).collect()
}
