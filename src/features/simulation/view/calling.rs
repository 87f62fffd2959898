//! The call: what one says, letter by letter, what the other asks, and how it is ended.

use leptos::prelude::*;

use super::bed::Bed;
use super::scenarios::OnlyPractice;
use super::told;
use crate::clinical::{IsbarLetter, Parameter};
use crate::features::simulation::bedside::{Model, Msg, Stage};
use crate::features::simulation::call::{Calling, LETTERS, sayable};
use crate::features::simulation::chart;
use crate::i18n::{Language, Messages, Phrase};
use crate::ui::{
    ActionBar, Button, Chip, Chips, Details, Icon, Look, Notice, NoticeKind, Panel, PanelLook, TopBar, live,
    when,
};

/// What is said of what every call has.
fn common(id: &str) -> Option<Phrase> {
    Some(match id {
        "who" => Messages::simulation_say_who,
        "where" => Messages::simulation_say_where,
        "whom" => Messages::simulation_say_whom,
        "urgent" => Messages::simulation_say_urgent,
        "worried" => Messages::simulation_say_worried,
        "done" => Messages::simulation_say_done,
        "until-then" => Messages::simulation_say_until_then,
        "next-check" => Messages::simulation_say_next_check,
        "read-back" => Messages::simulation_say_read_back,
        "news2" => Messages::simulation_say_news2_own,
        _ => return None,
    })
}

/// What is said under an id, in the language in use.
pub(super) fn spoken(model: &Model, words: &Messages, language: Language, id: &str) -> String {
    match id {
        "numbers" => words.simulation_say_numbers(values(model, words, language)),
        "news2" => match chart::score(model.play(), &model.course) {
            Some((score, _)) if model.sum().1 == 0 => words.simulation_say_news2(score.total()),
            _ => words.simulation_say_news2_own().to_owned(),
        },
        _ => {
            let own = model.item.words.facts.get(id).cloned();
            own.or_else(|| common(id).map(|phrase| phrase(words).to_owned())).unwrap_or_default()
        }
    }
}

/// The last of every measurement, in a line.
fn values(model: &Model, words: &Messages, language: Language) -> String {
    let lines = chart::lines(model.play(), &model.course);
    let told = lines.iter().filter(|line| line.parameter != Parameter::Oxygen).filter_map(|line| {
        let (number, unit) = told::value(words, language, line.parameter, line.now()?);
        let name = told::parameter(line.parameter)(words);
        Some(format!("{name} {number} {unit}").trim_end().to_owned())
    });
    told.collect::<Vec<_>>().join(", ")
}

fn calling(model: &Model) -> Option<&Calling> {
    match &model.stage {
        Stage::Calling(calling) => Some(calling),
        Stage::Bedside | Stage::Debrief => None,
    }
}

/// A call.
#[component]
pub(super) fn CallScreen(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let receiver = bed.memo(|model| model.item.words.receivers.get(&calling(model)?.receiver).cloned());
    let name =
        Memo::new(move |_| receiver.with(|one| one.as_ref().map(|one| one.name.clone()).unwrap_or_default()));
    let greeting = Memo::new(move |_| {
        receiver.with(|one| one.as_ref().map(|one| one.greeting.clone()).unwrap_or_default())
    });
    let sheet = Memo::new(move |_| {
        receiver.with(|one| one.as_ref().map(|one| one.sheet.clone()).unwrap_or_default())
    });
    let may_end = bed.memo(|model| calling(model).is_some_and(|calling| calling.may_end(model.play())));
    let title = words.made(move |words| words.simulation_called(name.get()));
    view! {
        <TopBar leave=words.text(Messages::simulation_hang_up) on_leave=move |()| bed.tell(Msg::HangUp) title=title/>
        <main id="main" class="page call" tabindex="-1">
            <OnlyPractice/>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(Messages::simulation_saying)}</h1>
            <p class="muted">{words.text(Messages::simulation_saying_text)}</p>
            <Panel look=PanelLook::Soft>
                <p class="t-sm muted">{name}</p>
                <p class="serif q-xs">{greeting}</p>
                <Asked bed/>
            </Panel>
            {LETTERS.map(|letter| view! { <LetterOfCall bed letter/> }).collect_view()}
            <Details summary=words.text(Messages::simulation_sheet)><p>{sheet}</p></Details>
            {when(Signal::derive(move || !may_end.get()), move || view! {
                <p class="muted">{words.text(Messages::simulation_end_call_note)}</p>
            }.into_any())}
        </main>
        <ActionBar>
            <Button text=words.text(Messages::simulation_hang_up) look=Look::Tertiary on_press=move |()| bed.tell(Msg::HangUp)/>
            <div class="actionbar-forward">
                <Button text=words.text(Messages::simulation_end_call) before=Icon::Phone disabled=Signal::derive(move || !may_end.get())
                    on_press=move |()| bed.tell(Msg::EndCall)/>
            </div>
        </ActionBar>
    }
}

/// What the other breaks in with, or asks next.
#[component]
fn Asked(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let asked = bed.memo(|model| {
        let calling = calling(model)?;
        let receiver = model.item.words.receivers.get(&calling.receiver)?;
        if calling.is_interrupted(model.play()) {
            return Some(receiver.interruption.clone());
        }
        receiver.questions.get(calling.asked(model.play())?).cloned()
    });
    live(move || {
        asked.get().map(|question| view! {
            <div role="status">
                <Notice kind=NoticeKind::Info sign=Icon::Voice title=words.text(Messages::simulation_asks) text=Signal::stored(question)/>
            </div>
        })
    })
}

#[component]
fn LetterOfCall(bed: Bed, letter: IsbarLetter) -> impl IntoView {
    let words = bed.words;
    let (sign, name) = told::isbar(letter);
    let legend = words.made(move |words| format!("{sign} · {}", name(words)));
    let all = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let ids = sayable(model.play(), &model.course, letter);
                ids.into_iter().map(|id| (spoken(model, words, language, &id), id)).collect::<Vec<_>>()
            })
        })
    });
    let chip = move |(text, id): (String, String)| {
        let said = {
            let id = id.clone();
            bed.memo(move |model| calling(model).is_some_and(|calling| calling.has(&id)))
        };
        view! { <Chip text=Signal::stored(text) chosen=said on_toggle=move |_| bed.tell(Msg::Say(id.clone())) sign=Icon::Voice/> }
    };
    view! { <Chips legend=legend>{live(move || all.get().into_iter().map(chip).collect_view())}</Chips> }
}
