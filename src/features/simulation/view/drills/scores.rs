//! The borders of NEWS2 and MEWS: a reading, its points, and why.

use leptos::prelude::*;

use super::kept::{Played, marks};
use super::name;
use crate::clinical::Points;
use crate::clinical::borders::Sheet;
use crate::features::simulation::drill::Drill;
use crate::features::simulation::drill::question::{Question, questions};
use crate::features::simulation::drill::round::{Ends, Msg, ROUND, Round};
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::scored::{Bands, OnlyPractice, said};
use crate::services::Services;
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, Scale, live, when};
use crate::writing::KeptStatus;

/// A drill of a score table.
#[component]
pub(super) fn ScoresDrill(services: Services, drill: Drill) -> impl IntoView {
    let played = Played::<Question>::new(services);
    let marks = marks(services);
    Effect::new(move |_| {
        let Some(found) = marks.get() else { return };
        played.round.update(|round| match round {
            Some(round) => round.marks = found,
            None => *round = Some(Round::new(questions(drill), found, services.chance(), Ends::AfterTen)),
        });
    });
    let face = played.face();
    live(move || match face.get() {
        None => ().into_any(),
        Some(Some((number, question))) => view! { <Ask played drill number question/> }.into_any(),
        Some(None) => view! { <End played drill/> }.into_any(),
    })
}

/// One question.
#[component]
fn Ask(played: Played<Question>, drill: Drill, number: usize, question: Question) -> impl IntoView {
    let words = Words::get();
    let step =
        words.made(move |words| format!("{} · {}", name(drill)(words), words.drill_step(number, ROUND)));
    let asked = StoredValue::new(question.clone());
    let reading = {
        let language = move || words.language();
        words.made(move |words| asked.with_value(|asked| said::reading(words, language(), asked)))
    };
    let table = words.made(move |words| asked.with_value(|asked| said::table(words, asked).to_owned()));
    let given = played.memo(|round| round.given);
    let is_answered = Signal::derive(move || given.get().is_some());
    let answer = move |points: Points| {
        let text = words.made(move |words| words.drill_points(usize::from(points)));
        let pressed = Signal::derive(move || given.get() == Some(points));
        view! {
            <Button text look=Look::Plain scale=Scale::Large class="drill-answer" pressed
                on_press=move |()| played.tell(Msg::Answer(points))/>
        }
    };
    let is_last = played.memo(Round::is_done);
    let next = words.made(move |words| {
        if is_last.get() { words.drill_finish().to_owned() } else { words.drill_next().to_owned() }
    });
    let choices = question.choices().into_iter().map(answer).collect_view();
    view! {
        <header class="stack g2">
            <p class="t-sm muted">{step}</p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{reading}</h1>
            <p>{table}</p>
            <OnlyPractice/>
        </header>
        <fieldset class="choice">
            <legend class="t-sub">{words.text(Messages::drill_ask)}</legend>
            <div class="drill-answers">{choices}</div>
        </fieldset>
        <div role="status"><Reason played/></div>
        <div class="row wrap g3">
            {when(is_answered, move || view! {
                <Button text=next scale=Scale::Large after=Icon::ArrowRight on_press=move |()| played.tell(Msg::Next)/>
            }.into_any())}
            <Button text=words.text(Messages::drill_stop) look=Look::Tertiary on_press=move |()| played.tell(Msg::Stop)/>
        </div>
        {when(is_answered, move || view! { <Bands question=asked.get_value()/> }.into_any())}
        <Foot played drill/>
    }
}

/// Whether the answer is right, and why.
#[component]
fn Reason(played: Played<Question>) -> impl IntoView {
    let words = Words::get();
    let answered = played.memo(|round| Some((round.at.clone()?, round.given?)));
    live(move || {
        let (question, given) = answered.get()?;
        let is_right = question.right() == given;
        let text = words.made(move |of| {
            let why = said::why(of, words.language(), &question);
            said::key(of, given, question.right(), &why)
        });
        let (kind, sign, title): (NoticeKind, Icon, crate::i18n::Phrase) = if is_right {
            (NoticeKind::Success, Icon::CheckCircle, Messages::drill_right)
        } else {
            (NoticeKind::Info, Icon::Info, Messages::drill_wrong)
        };
        Some(view! { <Notice kind sign title=words.text(title) text/> })
    })
}

/// The end of a round: what to look at again.
#[component]
fn End(played: Played<Question>, drill: Drill) -> impl IntoView {
    let words = Words::get();
    let missed = played.memo(Round::missed);
    let lines = Memo::new(move |_| {
        let language = words.language();
        let mut lines: Vec<String> = Vec::new();
        words.with(|words| {
            missed.with(|missed| {
                for question in missed {
                    let line = said::look_again(words, language, question);
                    // Both sides of one border are one line.
                    if !lines.contains(&line) {
                        lines.push(line);
                    }
                }
            });
        });
        lines
    });
    let list = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p>{words.text(Messages::drill_end_none)}</p> }.into_any();
        }
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <p>{words.text(Messages::drill_end_some)}</p> <ul class="sentences">{lines}</ul> }.into_any()
    };
    view! {
        <header class="stack g2">
            <p class="t-sm muted">{words.text(name(drill))}</p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::drill_end)}</h1>
            <OnlyPractice/>
        </header>
        <section class="stack g3">{live(list)}</section>
        <div class="row wrap g3">
            <Button text=words.text(Messages::drill_ten_more) scale=Scale::Large on_press=move |()| played.tell(Msg::More)/>
            <LinkButton text=words.text(Messages::drill_to_all) href=Signal::derive(|| Route::Drills.to_string()) look=Look::Tertiary/>
        </div>
        <Foot played drill/>
    }
}

/// What the table is, and whether what is remembered is safe.
#[component]
fn Foot(played: Played<Question>, drill: Drill) -> impl IntoView {
    let words = Words::get();
    let is_mews = questions(drill).iter().all(|question| matches!(question.sheet, Sheet::Mews(_)));
    let text: crate::i18n::Phrase =
        if is_mews { Messages::drill_mews_text } else { Messages::simulation_credit };
    view! {
        <footer class="stack g2">
            <p class="t-sm muted">{words.text(text)}</p>
            <KeptStatus services=played.services/>
        </footer>
    }
}
