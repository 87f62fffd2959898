//! A step: its question, the parts that are worked on in it, and what helps.

use leptos::prelude::*;

use super::frame::{ShowRoom, words_about};
use super::hint::PartHint;
use super::panel::Lead;
use super::private::Offer;
use super::reveal::Revealed;
use super::talk::WaysToTalk;
use super::{Desk, alternatives, facts, laws, overall, parties, problem, values};
use crate::content::{Part, StepWords};
use crate::ethics::StepId;
use crate::i18n::{Language, Messages};
use crate::ui::{Details, live};

/// The words of the step on the screen, and the language that they are in.
fn current_words(desk: Desk, at: Signal<StepId>) -> Memo<Option<(Language, StepWords)>> {
    Memo::new(move |_| {
        let (language, at) = (desk.words.language(), at.get());
        desk.model
            .with(|model| model.session.step_words(&at, language).map(|(used, words)| (used, words.clone())))
    })
}

/// The question of the step, the largest thing on the screen.
#[component]
pub(super) fn StepTitle(desk: Desk, at: Signal<StepId>) -> impl IntoView {
    let current = current_words(desk, at);
    let kicker = words_about(desk, move |session, words| {
        let place = at.with(|at| session.place_of(at)).map_or(1, |place| place + 1);
        words.reflection_step_of(session.steps().len(), place)
    });
    let name = Signal::derive(move || current.with(|c| c.as_ref().map(|(_, w)| w.name.clone())));
    let question = Signal::derive(move || current.with(|c| c.as_ref().map(|(_, w)| w.question.clone())));
    let spoken = Signal::derive(move || current.with(|c| c.as_ref().map(|(language, _)| language.code())));
    view! {
        <p class="kicker phone-only">{kicker} " · " {name}</p>
        <h1 id="step-title" class="serif q-lg" tabindex="-1" lang=spoken>{question}</h1>
    }
}

/// The parts of a step, each with its one hint.
#[component]
pub(super) fn StepParts(desk: Desk, step: StepId) -> impl IntoView {
    let parts = desk
        .model
        .with_untracked(|model| model.session.step(&step).map(|step| step.parts.clone()).unwrap_or_default());
    let several = parts.len() > 1;
    let parts = parts
        .into_iter()
        .map(|part| {
            view! {
                <div class="part" data-part=part_name(part)>
                    <PartHint desk part/>
                    {part_view(desk, part, several)}
                </div>
            }
        })
        .collect_view();
    view! { <Revealed desk step/> {parts} }
}

fn part_view(desk: Desk, part: Part, _several: bool) -> AnyView {
    match part {
        Part::Problem => view! { <problem::Problem desk/> }.into_any(),
        Part::Facts => view! { <facts::Facts desk/> }.into_any(),
        Part::Parties => view! { <parties::Parties desk/> }.into_any(),
        Part::Values => view! { <values::Values desk/> }.into_any(),
        Part::Laws => view! { <laws::Laws desk/> }.into_any(),
        Part::Alternatives => view! { <alternatives::Alternatives desk/> }.into_any(),
        Part::Overall => view! { <overall::Overall desk/> }.into_any(),
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Problem => "problem",
        Part::Facts => "facts",
        Part::Parties => "parties",
        Part::Values => "values",
        Part::Laws => "laws",
        Part::Alternatives => "alternatives",
        Part::Overall => "overall",
    }
}

/// The sub-questions of the step, beside it where there is room.
#[component]
pub(super) fn StepHelp(desk: Desk, at: Signal<StepId>) -> impl IntoView {
    let current = current_words(desk, at);
    let questions = Memo::new(move |_| {
        current.with(|current| {
            let Some((language, words)) = current else { return (Language::Nb, Vec::new()) };
            let ids = desk.model.with(|model| {
                at.with(|at| model.session.step(at)).map(|step| step.questions.clone()).unwrap_or_default()
            });
            let texts = ids.iter().filter_map(|id| words.questions.get(id).cloned()).collect::<Vec<_>>();
            (*language, texts)
        })
    });
    let why = Signal::derive(move || current.with(|c| c.as_ref().map(|(_, w)| w.why.clone())));
    let list = move || {
        let (language, texts) = questions.get();
        let item = |text: String| view! { <li class="serif">{text}</li> };
        view! { <ul class="step-questions" lang=language.code()>{texts.into_iter().map(item).collect_view()}</ul> }
    };
    let title = desk.words.text(Messages::reflection_help_title);
    // Closed until the one who leads opens it, and it stays so from step to step.
    let leading = RwSignal::new(false);
    view! {
        <aside class="step-help" aria-label=title>
            <div class="lead-tools"><Offer desk/> <WaysToTalk desk/> <ShowRoom desk/></div>
            <Lead desk at open=leading/>
            <div class="step-help-wide" hidden=leading>
                <h2 class="t-title">{title}</h2>
                <p class="muted">{why}</p>
                {live(list)}
            </div>
            <div class="step-help-narrow">
                <Details summary=title>
                    <p class="muted">{why}</p>
                    {live(list)}
                </Details>
            </div>
        </aside>
    }
}
