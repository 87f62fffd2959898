//! The sheet of one role, on this tablet or on a second one: it opens from a code, knows the content on its own device
//! and is connected to nothing.

use leptos::ev;
use leptos::prelude::*;

use super::bed::Bed;
use super::scenarios::in_place_of_scenarios;
use super::told;
use crate::clinical::{IsbarLetter, Role, Skill};
use crate::content::{ReceiverWords, ScenarioItem};
use crate::features::simulation::call::LETTERS;
use crate::features::simulation::code::{self, NoCode, Part};
use crate::features::simulation::debrief::SKILLS;
use crate::i18n::{Messages, Phrase, Words};
use crate::platform::awake::Awake;
use crate::platform::document;
use crate::route::Route;
use crate::scored::OnlyPractice;
use crate::services::Services;
use crate::ui::{
    Button, Field, FieldNote, Icon, LinkButton, Look, Notice, NoticeKind, Room, Scale, Tone, live,
};

/// Why a code opens nothing.
fn why_not(no_code: NoCode) -> Phrase {
    match no_code {
        NoCode::NotACode => Messages::calling_not_a_code,
        NoCode::Mistyped => Messages::calling_mistyped,
        NoCode::NotHere => Messages::calling_not_here,
    }
}

/// Whose sheet it is.
fn part_name(item: &ScenarioItem, words: &Messages, part: Part) -> String {
    match part {
        Part::Caller(role) => words.calling_part_caller(told::role(role)(words)),
        Part::Receiver(place) => {
            let receiver = item.neutral.play.receivers.get(usize::from(place));
            let name = receiver.and_then(|one| item.words.receivers.get(&one.id)).map(|one| one.name.clone());
            words.calling_part_receiver(name.unwrap_or_default())
        }
        Part::Others => words.calling_part_others().to_owned(),
        Part::Observer => words.calling_part_observer().to_owned(),
    }
}

/// What whoever watches looks for in a skill, without what would be right.
fn watched(skill: Skill) -> Phrase {
    match skill {
        Skill::Observe => Messages::calling_watch_observe,
        Skill::Recognise => Messages::calling_watch_recognise,
        Skill::Act => Messages::calling_watch_act,
        Skill::Procedure => Messages::calling_watch_procedure,
    }
}

/// The code of one part of a run, large.
#[component]
pub(super) fn CodeOf(bed: Bed, part: Part) -> impl IntoView {
    let code =
        bed.memo(move |model| code::spaced(&code::write(model.run.scenario.as_str(), model.run.seed, part)));
    view! { <p class="sheet-code num">{code}</p> }
}

/// The codes of every part of a run.
#[component]
pub(super) fn CodesOf(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let parts = Memo::new(move |_| {
        words.with(|words| {
            bed.followed(|model| {
                let places = 0..u8::try_from(model.play().receivers.len()).unwrap_or_default();
                let first = [Part::Caller(model.run.role)];
                let last = [Part::Others, Part::Observer];
                let all = first.into_iter().chain(places.map(Part::Receiver)).chain(last);
                all.map(|part| (part, part_name(&model.item, words, part))).collect::<Vec<_>>()
            })
        })
    });
    live(move || {
        let row = |(part, name): (Part, String)| view! { <li><span class="t-sm">{name}</span> <CodeOf bed part/></li> };
        view! { <ul class="sheet-codes">{parts.get().into_iter().map(row).collect_view()}</ul> }
    })
}

/// Somebody types a code.
#[component]
pub fn SheetsPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_scenarios();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<NoCode>);
    let open = move || {
        let text = typed.get_untracked();
        // What is not here yet is looked for on the page of the sheet.
        let checked = untrack(|| match services.scenarios().ready() {
            Some(all) => code::find(&all.scenarios, &text).map(|_| ()),
            None => code::read(&text).map(|_| ()),
        });
        match checked {
            Ok(()) => services.open(&Route::Sheet(code::typed(&text))),
            Err(no_code) => {
                wrong.set(Some(no_code));
                document::focus("code");
            }
        }
    };
    let write = move |text: String| {
        wrong.set(None);
        typed.set(code::as_typed(&text));
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        open();
    };
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::calling_sheets)}</h1>
                <p class="muted">{words.text(Messages::calling_sheets_text)}</p>
                <OnlyPractice/>
            </div>
        </header>
        <form class="stack g4 sheet-form" autocomplete="off" on:submit=submit>
            <Field id="code" label=words.text(Messages::calling_code) hint=words.text(Messages::calling_code_hint) value=typed on_input=write room=Room::Line large=true>
                {live(move || wrong.get().map(|no_code| view! { <FieldNote sign=Icon::Warning text=words.text(why_not(no_code))/> }))}
            </Field>
            <div><Button text=words.text(Messages::calling_show) scale=Scale::Large tone=Tone::Refleks after=Icon::ArrowRight on_press=move |()| open()/></div>
        </form>
    };
    Some(view)
}

/// The sheet that a code opens.
#[component]
pub fn SheetPage(code: String) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_scenarios();
    // The tablet lies beside whoever plays: it stays awake.
    let awake = StoredValue::new_local(Some(Awake::ask()));
    on_cleanup(move || {
        let _ = awake.try_update_value(|held| held.take());
    });
    let found = Memo::new(move |_| {
        let all = services.scenarios().ready().cloned()?;
        Some(code::find(&all.scenarios, &code).map(|(item, code)| (item.clone(), code.part)))
    });
    Some(live(move || match found.get() {
        None => in_place_of_scenarios(services),
        Some(Err(no_code)) => view! { <NoSheet no_code/> }.into_any(),
        Some(Ok((item, part))) => {
            let sheet = match part {
                Part::Caller(role) => view! { <CallerSheet item role/> }.into_any(),
                Part::Receiver(place) => {
                    let receiver = item.neutral.play.receivers.get(usize::from(place));
                    let receiver = receiver.map(|receiver| receiver.id.clone()).unwrap_or_default();
                    view! { <ReceiverSheet item receiver/> }.into_any()
                }
                Part::Others => view! { <OthersSheet item/> }.into_any(),
                Part::Observer => view! { <ObserverSheet item/> }.into_any(),
            };
            view! {
                <article class="sheet stack g5">
                    <OnlyPractice/>
                    {sheet}
                    <div class="row wrap g3">
                        <Button text=words.text(Messages::reflection_print) look=Look::Secondary before=Icon::Print on_press=move |()| document::print()/>
                        <LinkButton href=Signal::derive(|| Route::Sheets.to_string()) text=words.text(Messages::calling_another_code) look=Look::Tertiary/>
                    </div>
                </article>
            }
            .into_any()
        }
    }))
}

#[component]
fn NoSheet(no_code: NoCode) -> impl IntoView {
    let words = Words::get();
    view! {
        <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::calling_sheets)}</h1>
        <Notice kind=NoticeKind::Warning sign=Icon::Warning text=words.text(why_not(no_code))/>
        <p><LinkButton href=Signal::derive(|| Route::Sheets.to_string()) text=words.text(Messages::calling_another_code)/></p>
    }
}

/// What a sheet is headed with.
#[component]
fn Head(item: ScenarioItem, part: Part) -> impl IntoView {
    let words = Words::get();
    let name = words.made(move |words| part_name(&item, words, part));
    view! {
        <header class="stack g1">
            <p class="t-sm muted">{words.text(Messages::calling_sheet_for)}</p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{name}</h1>
        </header>
    }
}

/// A part of a sheet; nothing where nothing stands in it.
#[component]
fn Told(title: Phrase, #[prop(optional)] lead: Option<Phrase>, texts: Vec<String>) -> impl IntoView {
    let words = Words::get();
    let is_one = texts.len() == 1;
    (!texts.is_empty()).then(|| {
        view! {
            <section class="stack g2">
                <h2 class="t-title">{words.text(title)}</h2>
                {lead.map(|lead| view! { <p class="muted">{words.text(lead)}</p> })}
                {if is_one {
                    texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view().into_any()
                } else {
                    view! { <ul class="sentences">{texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul> }.into_any()
                }}
            </section>
        }
    })
}

/// Whoever answers: who they are, what they know, what they ask, and where they break in. Nothing of the person.
#[component]
pub(super) fn ReceiverSheet(item: ScenarioItem, receiver: String) -> impl IntoView {
    let words = Words::get();
    let place = item.neutral.play.receivers.iter().position(|one| one.id == receiver);
    let part = Part::Receiver(place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default());
    let neutral = place.and_then(|place| item.neutral.play.receivers.get(place)).cloned();
    let spoken: ReceiverWords = item.words.receivers.get(&receiver).cloned().unwrap_or_default();
    let asks = neutral.iter().flat_map(|one| &one.asks);
    let asks = asks.filter_map(|id| spoken.questions.get(id).cloned()).collect::<Vec<_>>();
    let knows = neutral.iter().flat_map(|one| &one.knows);
    let knows = knows.filter_map(|id| item.words.facts.get(id).cloned()).collect::<Vec<_>>();
    let breaks_in = neutral.as_ref().and_then(|one| one.interrupts).zip(Some(spoken.interruption.clone()));
    let breaks_in = breaks_in.filter(|(_, text)| !text.is_empty());
    view! {
        <Head item part/>
        <Told title=Messages::calling_you_are texts=vec![spoken.sheet.clone()]/>
        <Told title=Messages::calling_you_know texts=knows/>
        <Told title=Messages::calling_you_say_first texts=vec![spoken.greeting.clone()]/>
        <Told title=Messages::calling_you_ask lead=Messages::calling_you_ask_text texts=asks/>
        {breaks_in.map(|(letter, text)| view! {
            <section class="stack g2">
                <h2 class="t-title">{words.text(Messages::calling_you_break_in)}</h2>
                <p class="muted">{words.made(move |words| words.calling_you_break_in_at(letter_name(words, letter)))}</p>
                <p>{text}</p>
            </section>
        })}
        <section class="stack g2">
            <h2 class="t-title">{words.text(Messages::calling_you_end)}</h2>
            <p>{words.text(Messages::calling_you_end_text)}</p>
        </section>
    }
}

fn letter_name(words: &Messages, letter: IsbarLetter) -> String {
    let (sign, name) = told::isbar(letter);
    format!("{sign} · {}", name(words))
}

/// Whoever is with the person: what happens, what is usual, what they have with them, and how to say it.
#[component]
fn CallerSheet(item: ScenarioItem, role: Role) -> impl IntoView {
    let words = Words::get();
    let told_words = item.words.clone();
    let person = told_words.person.clone();
    let people =
        item.neutral.people_present.iter().filter_map(|id| told_words.people_present.get(id).cloned());
    let people = people.collect::<Vec<_>>();
    let goals =
        item.neutral.goals.iter().filter_map(|id| told_words.goals.get(id).cloned()).collect::<Vec<_>>();
    let letters =
        LETTERS.map(|letter| view! { <li>{words.made(move |words| letter_name(words, letter))}</li> });
    view! {
        <Head item part=Part::Caller(role)/>
        <section class="stack g2">
            <h2 class="t-title">{told_words.title}</h2>
            <p class="muted">{person}</p>
            {told_words.situation.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </section>
        <Told title=Messages::simulation_usual texts=told_words.usual/>
        <Told title=Messages::simulation_there texts=people/>
        <Told title=Messages::simulation_goals texts=goals/>
        <section class="stack g2">
            <h2 class="t-title">{words.text(Messages::calling_caller_way)}</h2>
            <p class="muted">{words.text(Messages::calling_caller_way_text)}</p>
            <ul class="sentences">{letters.collect_view()}</ul>
        </section>
    }
}

/// Whoever plays relatives and others: what comes in between.
#[component]
fn OthersSheet(item: ScenarioItem) -> impl IntoView {
    let words = Words::get();
    let people =
        item.neutral.people_present.iter().filter_map(|id| item.words.people_present.get(id).cloned());
    let people = people.collect::<Vec<_>>();
    let events = item.neutral.play.events.iter().filter_map(|event| item.words.events.get(&event.id));
    let events = events.map(|event| event.text.clone()).collect::<Vec<_>>();
    let is_empty = people.is_empty() && events.is_empty();
    view! {
        <Head item part=Part::Others/>
        {if is_empty {
            view! { <p>{words.text(Messages::calling_others_none)}</p> }.into_any()
        } else {
            view! {
                <p>{words.text(Messages::calling_others_text)}</p>
                <Told title=Messages::calling_others_people texts=people/>
                <Told title=Messages::calling_others_events texts=events/>
            }.into_any()
        }}
    }
}

/// Whoever watches: what to look for, and nothing of what is right.
#[component]
fn ObserverSheet(item: ScenarioItem) -> impl IntoView {
    let words = Words::get();
    let goals =
        item.neutral.goals.iter().filter_map(|id| item.words.goals.get(id).cloned()).collect::<Vec<_>>();
    let watch = SKILLS.map(|skill| {
        view! {
            <li><b>{words.text(told::skill(skill))}</b> <p>{words.text(watched(skill))}</p></li>
        }
    });
    view! {
        <Head item part=Part::Observer/>
        <p>{words.text(Messages::calling_observer_text)}</p>
        <section class="stack g2">
            <h2 class="t-title">{words.text(Messages::calling_observer_watch)}</h2>
            <ul class="sentences">{watch.collect_view()}</ul>
        </section>
        <Told title=Messages::simulation_goals texts=goals/>
    }
}
