//! «Se først»: the course unfolds, one says only when one would have called, and sees afterwards what could be seen.

use leptos::prelude::*;

use super::agree::{Agree, Agreed};
use super::bed::{Bed, Saved};
use super::clock::{ClockPace, TimeNow};
use super::debrief::{DebriefHead, Forks, Onward};
use super::readings::Readings;
use super::scenarios::begin;
use super::told;
use super::values::Values;
use crate::features::simulation::bedside::{Model, Msg};
use crate::features::simulation::watch::{Milestone, before_the_score, last_round, milestones};
use crate::i18n::Messages;
use crate::platform::document;
use crate::progress::{Mode, WouldCall};
use crate::route::Route;
use crate::scored::OnlyPractice;
use crate::ui::{
    Button, Chip, Chips, Icon, IconScale, Look, Panel, PanelLook, Scale, Tone, TopBar, icon_with, live, when,
};

/// The heading that says when one would have called.
const CALLED: &str = "would-call";

/// While it unfolds.
#[component]
pub(super) fn Watching(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let title = bed.of_deeds(|model| model.item.words.title.clone());
    let over = bed.over;
    let going = Signal::derive(move || !over.get());
    let leave = move |()| bed.services.open(&Route::Simulation);
    let wait = move |minutes: u32| move |()| bed.wait(minutes);
    view! {
        <TopBar leave=words.text(Messages::simulation_leave) on_leave=leave title=title under=view! { <Saved bed/> }.into_any()>
            <TimeNow bed/>
        </TopBar>
        <main id="main" class="page stack g5 watching" tabindex="-1">
            <header class="stack g2">
                <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(Messages::modes_watching)}</h1>
                <OnlyPractice/>
                <p class="muted">{words.text(Messages::modes_watching_text)}</p>
            </header>
            <div class="watching-columns">
                <Noticed bed/>
                <Round bed/>
            </div>
            {when(going, move || view! {
                <div class="stack g3">
                    <h2 class="t-sub">{words.text(Messages::simulation_wait)}</h2>
                    <div class="row wrap g2">
                        <Button text=words.text(Messages::simulation_wait_five) look=Look::Secondary on_press=wait(5)/>
                        <Button text=words.text(Messages::simulation_wait_fifteen) look=Look::Secondary on_press=wait(15)/>
                    </div>
                    <ClockPace bed/>
                </div>
            }.into_any())}
            <Calls bed/>
            {when(over, move || view! {
                <div role="status"><Button text=words.text(Messages::simulation_to_debrief) scale=Scale::Large tone=Tone::Refleks
                    after=Icon::ArrowRight on_press=move |()| bed.tell(Msg::ToDebrief)/></div>
            }.into_any())}
        </main>
    }
}

/// What shows, the newest first.
#[component]
fn Noticed(bed: Bed) -> impl IntoView {
    let person = bed.of_deeds(|model| model.item.words.person.clone());
    let signs = bed.of_shown(|model| {
        let shown = model.course.signs().iter().rev();
        let told = shown.filter_map(|(place, at)| {
            let sign = model.play().signs.get(*place)?;
            Some((
                told::clock(model.play().begins, *at),
                model.item.words.signs.get(&sign.id).cloned().unwrap_or_default(),
            ))
        });
        told.collect::<Vec<_>>()
    });
    view! {
        <Panel look=PanelLook::Soft>
            <p class="t-sm muted">{person}</p>
            <div class="practice-signs" role="log">
                {live(move || signs.get().into_iter().enumerate().map(|(place, (time, sign))| view! {
                    <p class=if place == 0 { "serif q-xs" } else { "t-sm" }><span class="num muted">{time}</span> " " {sign}</p>
                }).collect_view())}
            </div>
        </Panel>
    }
}

/// What somebody measured at the last quarter of an hour.
#[component]
fn Round(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let round = bed.memo_later(|model| last_round(&model.course));
    let begins = bed.now(|model| model.play().begins);
    let title = words.made(move |words| {
        let time = round.get().map(|moment| told::clock(begins, moment.at));
        time.map(|time| words.modes_round(time)).unwrap_or_default()
    });
    let vitals = Memo::new(move |_| round.get().map(|moment| moment.vitals));
    view! {
        <section class="panel stack g2" aria-labelledby="round">
            <h2 id="round" class="t-sub">{title}</h2>
            <Readings vitals/>
        </section>
    }
}

/// The one thing that one says: when one would have called, and what made one.
#[component]
fn Calls(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let called = bed.of_deeds(|model| model.run.would_call.as_ref().map(|call| call.at));
    let over = bed.over;
    let because = move || {
        let at = bed.memo(|model| {
            let at = model.run.would_call.as_ref().map(|call| call.at).unwrap_or_default();
            told::clock(model.play().begins, at)
        });
        view! {
            <section class="panel stack g3" aria-labelledby=CALLED>
                <h2 id=CALLED class="t-title" tabindex="-1">{words.made(move |words| words.modes_would_called(at.get()))}</h2>
                <Because bed/>
                {when(Signal::derive(move || !over.get()), move || view! { <p class="muted">{words.text(Messages::modes_go_on)}</p> }.into_any())}
            </section>
        }
    };
    live(move || {
        match (called.get(), over.get()) {
        (Some(_), _) => because().into_any(),
        (None, false) => view! {
            <div><Button text=words.text(Messages::modes_would_call) before=Icon::Phone scale=Scale::Large tone=Tone::Refleks
                on_press=move |()| {
                    bed.tell(Msg::WouldCall);
                    document::focus_soon(CALLED.to_owned());
                }/></div>
        }
        .into_any(),
        (None, true) => ().into_any(),
    }
    })
}

#[component]
fn Because(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let signs = bed.memo(|model| {
        let at = model.run.would_call.as_ref().map(|call| call.at).unwrap_or_default();
        let shown = model.course.signs().iter().filter(|(_, shown)| *shown <= at);
        let told = shown.filter_map(|(place, _)| {
            let id = model.play().signs.get(*place)?.id.clone();
            Some((model.item.words.signs.get(&id)?.clone(), id))
        });
        told.collect::<Vec<_>>()
    });
    let chip = move |text: Signal<String>, id: String| {
        let chosen = {
            let id = id.clone();
            bed.memo(move |model| {
                model.run.would_call.as_ref().is_some_and(|call| call.because.contains(&id))
            })
        };
        view! { <Chip text=text chosen=chosen on_toggle=move |_| bed.tell(Msg::Because(id.clone())) sign=Icon::Observed/> }
    };
    view! {
        <Chips legend=words.text(Messages::modes_because)>
            {live(move || signs.get().into_iter().map(|(text, id)| chip(Signal::stored(text), id)).collect_view())}
            {chip(words.text(Messages::modes_because_numbers), WouldCall::NUMBERS.to_owned())}
            {chip(words.text(Messages::modes_because_worry), WouldCall::WORRY.to_owned())}
        </Chips>
    }
}

/// Afterwards: what could be seen, and when one would have called.
#[component]
pub(super) fn Watched(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let title = bed.of_deeds(|model| model.item.words.title.clone());
    let said = Memo::new(move |_| {
        let _ = words.language();
        words.with(|words| bed.followed(|model| how_early(model, words)))
    });
    let rows = Memo::new(move |_| {
        let _ = words.language();
        words.with(|words| bed.followed(|model| rows_of(model, words)))
    });
    let agreed = Agreed::of(bed);
    let leave = move |()| bed.services.open(&Route::Simulation);
    let try_it = move |()| {
        if let Some((item, role)) = bed.now(|model| Some((model.item.clone(), model.run.role))) {
            begin(bed.services, &item, role, Mode::Alone);
        }
    };
    let row = |(time, sign, text): (String, Icon, String)| {
        view! {
            <li class="decision"><b class="num">{time}</b>
                <span class="seen">{icon_with(sign, IconScale::Normal, "")} <span>{text}</span></span></li>
        }
    };
    view! {
        <TopBar leave=words.text(Messages::simulation_to_all) on_leave=leave title=title under=view! { <Saved bed/> }.into_any()/>
        <main id="main" class="page stack g6 debrief" tabindex="-1">
            <DebriefHead bed/>
            <p class="serif q-sm">{said}</p>
            <section class="stack g3" aria-labelledby="seen">
                <h2 id="seen" class="t-title">{words.text(Messages::modes_seen)}</h2>
                <p class="muted">{words.text(Messages::modes_seen_text)}</p>
                <ol class="decisions">{live(move || rows.get().into_iter().map(row).collect_view())}</ol>
            </section>
            <Values bed/>
            <div><Button text=words.text(Messages::modes_try_now) scale=Scale::Large tone=Tone::Refleks after=Icon::ArrowRight on_press=try_it/></div>
            <Forks bed/>
            <Agree agreed/>
            <Onward bed agreed/>
        </main>
    }
}

/// How the call that was thought of lies to the score, without blame.
fn how_early(model: &Model, words: &Messages) -> String {
    let Some(call) = &model.run.would_call else { return words.modes_seen_none().to_owned() };
    match before_the_score(&model.course, call) {
        None => words.modes_seen_never().to_owned(),
        Some(0) => words.modes_seen_with().to_owned(),
        Some(minutes) => match usize::try_from(minutes) {
            Ok(minutes) => words.modes_seen_before(minutes),
            Err(_) => words.modes_seen_after().to_owned(),
        },
    }
}

fn rows_of(model: &Model, words: &Messages) -> Vec<(String, Icon, String)> {
    let all = milestones(model.play(), &model.course, model.run.would_call.as_ref());
    let told = all.into_iter().map(|(at, milestone)| {
        let (sign, text) = match milestone {
            Milestone::Sign(place) => {
                let id = model.play().signs.get(place).map(|sign| sign.id.as_str()).unwrap_or_default();
                (Icon::Observed, model.item.words.signs.get(id).cloned().unwrap_or_default())
            }
            Milestone::Score(score, response) => {
                let asks = told::response(response)(words);
                (Icon::Measure, format!("{}. {asks}", words.modes_seen_score(score)))
            }
            Milestone::WouldCall => (Icon::Phone, words.modes_would_call().to_owned()),
            Milestone::Ended(id) => {
                let ending = model.item.words.endings.get(&id);
                (Icon::Clock, ending.map(|ending| ending.title.clone()).unwrap_or_default())
            }
        };
        (told::clock(model.play().begins, at), sign, text)
    });
    told.collect()
}
