//! A border of NEWS2, and something that belongs to a letter of ISBAR, asked as the drills ask. How hard it was, one
//! says oneself, and need not.

use leptos::prelude::*;

use super::asked::{on, skip, went};
use super::shift::Sitting;
use crate::clinical::Points;
use crate::clinical::borders::Question;
use crate::content::{CallFact, IsbarItem, Sorted};
use crate::features::learning::repetition::remembered::saying;
use crate::i18n::{Language, Messages, Phrase};
use crate::progress::memory::Recall;
use crate::scored::{Bands, OnlyPractice, said};
use crate::services::Services;
use crate::ui::{ActionBar, Button, Icon, Look, Notice, NoticeKind, Scale, live};

/// What is asked, what there is to choose, and how it is told.
struct Asked<A: 'static> {
    kicker: Signal<String>,
    title: Signal<String>,
    about: Signal<String>,
    ask: Phrase,
    /// Whether the choices are sentences.
    is_wide: bool,
    choices: Vec<A>,
    right: A,
    choice: fn(&Messages, A) -> String,
    verdict: Callback<A, Signal<String>>,
    after: Callback<(), AnyView>,
}

/// A reading at a border of NEWS2.
#[component]
pub(super) fn BorderAgain(sitting: Sitting, id: String) -> impl IntoView {
    let words = sitting.words;
    let question = StoredValue::new(Question::find(&id)?);
    let of = move |tell: fn(&Messages, Language, &Question) -> String| {
        words.made(move |with| question.with_value(|question| tell(with, words.language(), question)))
    };
    let verdict = move |given: Points| {
        words.made(move |with| {
            question.with_value(|question| {
                let why = said::why(with, words.language(), question);
                said::key(with, given, question.right(), &why)
            })
        })
    };
    let after = move |()| {
        view! {
            <Bands question=question.get_value()/>
            <p class="t-sm muted">{words.text(Messages::simulation_credit)}</p>
        }
        .into_any()
    };
    let asked = question.with_value(|question| Asked {
        kicker: words.text(Messages::simulation_news2),
        title: of(said::reading),
        about: of(|words, _, question| said::scale(words, question).unwrap_or_default().to_owned()),
        ask: Messages::drill_ask,
        is_wide: false,
        choices: question.choices(),
        right: question.right(),
        choice: |words, points| words.drill_points(usize::from(points)),
        verdict: Callback::new(verdict),
        after: Callback::new(after),
    });
    Some(ask(sitting, asked))
}

/// Something that one could say in a call.
#[component]
pub(super) fn LetterAgain(sitting: Sitting, id: String) -> impl IntoView {
    let Sitting { services, words, .. } = sitting;
    let right = letter_of(services, &id)?;
    let of = move |tell: fn(&IsbarItem, &CallFact) -> Option<String>| {
        let id = id.clone();
        Signal::derive(move || from_call(services, &id, tell).unwrap_or_default())
    };
    let verdict = move |given: Sorted| words.made(move |words| said::sorted(words, right, given));
    let asked = Asked {
        kicker: of(|call, _| Some(call.words.title.clone())),
        title: of(|call, fact| call.words.facts.get(&fact.id).cloned()),
        about: {
            let to = of(|call, _| Some(call.words.to.clone()));
            words.made(move |words| words.drill_call_to(to.get()))
        },
        ask: Messages::drill_sort,
        is_wide: true,
        choices: Sorted::ALL.to_vec(),
        right,
        choice: |words, letter| said::letter(words, letter),
        verdict: Callback::new(verdict),
        after: Callback::new(|()| ().into_any()),
    };
    Some(ask(sitting, asked))
}

/// Something of the call that a saying belongs to; none before the calls are here. Tracked.
fn from_call<A>(
    services: Services,
    id: &str,
    tell: impl FnOnce(&IsbarItem, &CallFact) -> Option<A>,
) -> Option<A> {
    let scenarios = services.scenarios();
    let (call, fact) = saying(&scenarios.ready()?.isbar, id)?;
    tell(call, fact)
}

/// The letter that a saying belongs to; none where this version knows no such saying, or the calls are not here.
/// Tracked.
pub(super) fn letter_of(services: Services, id: &str) -> Option<Sorted> {
    from_call(services, id, |_, fact| Some(fact.letter))
}

/// What a saying says. Tracked.
pub(super) fn text_of(services: Services, id: &str) -> Option<String> {
    from_call(services, id, |call, fact| call.words.facts.get(&fact.id).cloned())
}

fn ask<A>(sitting: Sitting, asked: Asked<A>) -> impl IntoView
where
    A: Copy + PartialEq + Send + Sync + 'static,
{
    let words = sitting.words;
    let Asked { kicker, title, about, ask, is_wide, choices, right, choice, verdict, after } = asked;
    // The first answer counts; the others may be tried too, to see why.
    let (first, given) = (RwSignal::new(None::<A>), RwSignal::new(None::<A>));
    let answer = move |one: A| {
        let text = words.made(move |words| choice(words, one));
        let pressed = Signal::derive(move || given.get() == Some(one));
        let press = move |()| {
            given.set(Some(one));
            if first.with_untracked(Option::is_none) {
                first.set(Some(one));
            }
        };
        view! { <Button text look=Look::Plain scale=Scale::Large class="drill-answer" pressed on_press=press/> }
    };
    let is_right = move |given: A| given == right;
    let reason = move || {
        let given = given.get()?;
        let text = verdict.try_run(given)?;
        let (kind, sign, title): (NoticeKind, Icon, Phrase) = if is_right(given) {
            (NoticeKind::Success, Icon::CheckCircle, Messages::drill_right)
        } else {
            (NoticeKind::Info, Icon::Info, Messages::drill_wrong)
        };
        Some(view! { <Notice kind sign title=words.text(title) text/> })
    };
    let ways = move || match first.get().map(is_right) {
        None => skip(sitting),
        Some(true) => view! {
            {went(sitting, Recall::Hard, Messages::repetition_hard)}
            {went(sitting, Recall::Easy, Messages::repetition_easy)}
            {on(sitting, Recall::Good)}
        }
        .into_any(),
        Some(false) => on(sitting, Recall::Missed),
    };
    view! {
        <div class="cols"><main id="main" tabindex="-1">
            <div class="lesson-screen drill">
                <header class="stack g2">
                    <p class="kicker">{kicker}</p>
                    <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
                    {live(move || Some(about.get()).filter(|about| !about.is_empty()).map(|about| view! { <p class="muted">{about}</p> }))}
                    <OnlyPractice/>
                </header>
                <fieldset class="choice">
                    <legend class="t-sub">{words.text(ask)}</legend>
                    <div class="drill-answers" data-wide=is_wide.then_some("true")>
                        {choices.into_iter().map(answer).collect_view()}
                    </div>
                </fieldset>
                <div role="status">{live(reason)}</div>
                {live(move || first.get().and_then(|_| after.try_run(())))}
            </div>
        </main></div>
        <ActionBar>{live(ways)}</ActionBar>
    }
}
