//! At the bedside: what one sees, what one finds letter by letter, what one measures, does and calls for.

use leptos::prelude::*;

use super::bed::{Bed, Saved};
use super::breaths::CountBreaths;
use super::clock::{ClockPace, TimeNow};
use super::events::{Events, said, why_not};
use super::instructor::InstructorPanel;
use super::measures::Measures;
use super::modes::Aloud;
use super::pick::Call;
use super::told;
use crate::clinical::{Deed, Entry, Letter, Measure, Measured, Outcome, Refused};
use crate::explained::Explained;
use crate::features::simulation::bedside::{Model, Msg};
use crate::features::simulation::pace::Pace;
use crate::i18n::{Language, Messages};
use crate::platform::document;
use crate::progress::Mode;
use crate::route::Route;
use crate::scored::OnlyPractice;
use crate::ui::{
    Button, Details, Icon, IconScale, Look, Notice, NoticeKind, Panel, PanelLook, TopBar, icon_with, live,
    when,
};

/// The heading that says how it went.
const ENDED: &str = "ended";

const LETTERS: [Letter; 6] = [Letter::A, Letter::B, Letter::C, Letter::D, Letter::E, Letter::F];

/// What is measured under a letter beside what stands on the chart.
const fn measures_of(letter: Letter) -> &'static [Measure] {
    match letter {
        Letter::C => &[Measure::Refill],
        Letter::D => &[Measure::Glucose, Measure::Pain],
        Letter::A | Letter::B | Letter::E | Letter::F => &[],
    }
}

/// The bedside.
#[component]
pub(super) fn Bedside(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let title = bed.of_deeds(|model| model.item.words.title.clone());
    let over = bed.over;
    let has_log = bed.of_deeds(|model| !model.course.log().is_empty());
    // What ended it may have been pressed far down: one is taken to how it went.
    Effect::new(move |before: Option<bool>| {
        let is_over = over.get();
        if before == Some(false) && is_over {
            document::scroll_to_top();
            document::focus_soon(ENDED.to_owned());
        }
        is_over
    });
    let leads = bed.now(|model| model.run.mode == Mode::Instructor);
    let leave = move |()| bed.services.open(&Route::Simulation);
    let under = view! { <span class="company">{words.text(Messages::simulation_under)}</span> <Saved bed/> }
        .into_any();
    view! {
        <TopBar leave=words.text(Messages::simulation_leave) on_leave=leave title=title under=under>
            <TimeNow bed/>
        </TopBar>
        <main id="main" class="practice-main" tabindex="-1">
            <h1 id="step-title" class="sr" tabindex="-1">{title}</h1>
            <OnlyPractice/>
            <Over bed/>
            <Aloud bed/>
            {leads.then(|| view! { <InstructorPanel bed/> })}
            <Events bed/>
            <div class="practice-columns">
                <div class="practice-seen"><Signs bed/></div>
                <div class="practice-found"><Findings bed/></div>
                <Measures bed/>
                <div class="stack g4 practice-acts">
                    {when(Signal::derive(move || !over.get()), move || view! { <Call bed/> }.into_any())}
                    <Actions bed/>
                    {when(has_log, move || view! { <Log bed/> }.into_any())}
                </div>
            </div>
        </main>
    }
}

/// It has ended: how, and the way on.
#[component]
fn Over(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let ending = bed.of_shown(|model| {
        let ending = model.course.ending(model.play())?;
        model.item.words.endings.get(&ending.id).cloned()
    });
    live(move || {
        ending.get().map(|ending| view! {
            <section class="panel stack g3 practice-over" role="status" aria-labelledby=ENDED>
                <p class="t-sm muted">{words.text(Messages::simulation_ended)}</p>
                <h2 id=ENDED class="serif q-sm" tabindex="-1">{ending.title}</h2>
                <p>{ending.text}</p>
                <div><Button text=words.text(Messages::simulation_to_debrief) on_press=move |()| bed.tell(Msg::ToDebrief) after=Icon::ArrowRight/></div>
            </section>
        })
    })
}

/// What one notices without doing anything.
#[component]
fn Signs(bed: Bed) -> impl IntoView {
    // Looked at whenever something shows: so it holds no words.
    let signs =
        bed.of_shown(|model| model.course.signs().iter().rev().map(|(place, _)| *place).collect::<Vec<_>>());
    let newest = Memo::new(move |_| signs.with(|signs| signs.first().copied()));
    let row = move |place: usize| {
        let told = bed.of_deeds(move |model| {
            let sign = model.play().signs.get(place);
            sign.and_then(|sign| model.item.words.signs.get(&sign.id).cloned()).unwrap_or_default()
        });
        let class = move || if newest.get() == Some(place) { "serif q-xs" } else { "t-sm" };
        view! { <p class=class>{told}</p> }
    };
    let person = bed.of_deeds(|model| model.item.words.person.clone());
    view! {
        <Panel look=PanelLook::Soft>
            <p class="t-sm muted">{person}</p>
            <div class="practice-signs" role="log">
                <For each=move || signs.get() key=|place| *place children=row/>
            </div>
        </Panel>
    }
}

/// A to F: what was found, and what can be found out.
#[component]
fn Findings(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let letters = LETTERS.map(|letter| view! { <LetterRow bed letter/> }).collect_view();
    view! {
        <section class="panel" aria-labelledby="found">
            <h2 id="found" class="t-sub">{words.text(Messages::simulation_found)}</h2>
            <ol class="abcde">{letters}</ol>
        </section>
    }
}

#[component]
fn LetterRow(bed: Bed, letter: Letter) -> impl IntoView {
    let words = bed.words;
    let (sign, name) = told::letter(letter);
    let found = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| bed.followed_deeds(|model| found_of(model, words, bed, language, letter)))
    });
    let over = bed.over;
    let ways = bed.of_deeds(move |model| {
        let looks = model.play().looks.iter().filter(|look| look.letter == letter);
        looks
            .filter_map(|look| Some((look.id.clone(), model.item.words.looks.get(&look.id)?.name.clone())))
            .collect::<Vec<_>>()
    });
    let examined = Memo::new(move |_| !found.with(Vec::is_empty));
    let summary = words.made(move |words| words.simulation_examine(name(words)));
    view! {
        <li class="abcde-row">
            <span class="abcde-letter" data-done=move || examined.get().then_some("true") aria-hidden="true">{sign}</span>
            <div class="stack g2">
                <b>{words.text(name)}</b>
                {live(move || if examined.get() {
                    found.get().into_iter().map(|(what, text)| view! {
                        <p class="t-sm"><span class="muted">{what} ": "</span> {text}</p>
                    }).collect_view().into_any()
                } else {
                    view! { <p class="t-sm muted">{words.text(Messages::simulation_not_examined)}</p> }.into_any()
                })}
                {when(Signal::derive(move || !over.get()), move || view! {
                    <Details summary=summary>
                        <div class="stack g2">
                            {live(move || ways.get().into_iter().map(|(id, name)| view! {
                                <Button text=Signal::stored(name) look=Look::Secondary
                                    on_press=move |()| bed.tell(Msg::Do(Deed::Look(id.clone())))/>
                            }).collect_view())}
                            {(letter == Letter::B).then(|| view! { <CountBreaths bed/> })}
                            {measures_of(letter).iter().copied().map(|measure| view! {
                                <Button text=words.text(told::measured_name(measure)) look=Look::Secondary before=Icon::Measure
                                    on_press=move |()| bed.tell(Msg::Do(Deed::Measure(measure)))/>
                            }).collect_view()}
                        </div>
                    </Details>
                }.into_any())}
            </div>
        </li>
    }
}

/// What was found under a letter: of each thing the last.
fn found_of(
    model: &Model,
    words: &Messages,
    bed: Bed,
    language: crate::i18n::Language,
    letter: Letter,
) -> Vec<(String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    for entry in model.course.log() {
        let (id, what, text) = match (&entry.deed, &entry.outcome) {
            (Deed::Look(id), Outcome::Found(_))
                if model.play().look(id).is_some_and(|look| look.letter == letter) =>
            {
                let (what, text) = said(model, words, bed, entry);
                (id.clone(), what, text)
            }
            (Deed::Measure(measure), Outcome::Measured(measured))
                if measures_of(letter).contains(measure) =>
            {
                (
                    measure.code().to_owned(),
                    told::measured_name(*measure)(words).to_owned(),
                    told::measured(words, language, *measured),
                )
            }
            _ => continue,
        };
        found.retain(|(known, ..)| *known != id);
        found.push((id, what, text));
    }
    found.into_iter().map(|(_, what, text)| (what, text)).collect()
}

/// What can be done, and why something cannot.
#[component]
fn Actions(bed: Bed) -> impl IntoView {
    let words = bed.words;
    // Looked at whenever time passes: so it holds no words.
    type One = (usize, bool, Option<Refused>);
    let actions = bed.memo_later(|model| {
        let one = |(place, may): (usize, Result<bool, Refused>)| -> One {
            let id = model.play().actions.get(place).map(|action| &action.id);
            let is_it = |deed: &Deed| matches!(deed, Deed::Act(done) if Some(done) == id);
            (place, model.run.deeds.iter().any(is_it), may.err())
        };
        model.course.actions(model.play()).into_iter().map(one).collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| {
        let language = words.language();
        actions.get().into_iter().map(|one| (language, one)).collect::<Vec<_>>()
    });
    let over = bed.over;
    let row = move |(_, (place, done, refused)): (Language, One)| {
        let (id, name) = bed.now(|model| {
            let id = model.play().actions.get(place).map(|action| action.id.clone()).unwrap_or_default();
            let name = model.item.words.actions.get(&id).map(|told| told.name.clone()).unwrap_or_default();
            (id, name)
        });
        let is_refused = refused.is_some();
        let disabled = move || over.get() || is_refused;
        let why = refused.map(|refused| words.made(move |words| why_not(words, &refused)));
        view! {
            <li>
                <button type="button" class="act" data-done=done.then_some("true") disabled=disabled
                    on:click=move |_| bed.tell(Msg::Do(Deed::Act(id.clone())))>
                    {done.then(|| icon_with(Icon::CheckCircle, IconScale::Normal, ""))}
                    <span>{name} {why.map(|why| view! { <span class="act-why t-sm">{why}</span> })}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="panel stack g3" aria-labelledby="do">
            <h2 id="do" class="t-sub">{words.text(Messages::simulation_do)}</h2>
            <ul class="acts"><For each=move || shown.get() key=Clone::clone children=row/></ul>
            {when(Signal::derive(move || !over.get()), move || view! { <Waiting bed/> }.into_any())}
        </section>
    }
}

#[component]
fn Waiting(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let wait = move |minutes: u32| move |()| bed.wait(minutes);
    // An instructor has the clock in the panel.
    let leads = bed.now(|model| model.run.mode == Mode::Instructor);
    view! {
        <div class="stack g2" role="group" aria-labelledby="wait">
            <p id="wait" class="t-sub">{words.text(Messages::simulation_wait)}</p>
            <div class="row wrap g2">
                <Button text=words.text(Messages::simulation_wait_five) look=Look::Secondary on_press=wait(5)/>
                <Button text=words.text(Messages::simulation_wait_fifteen) look=Look::Secondary on_press=wait(15)/>
                <Button text=words.text(Messages::simulation_wait_thirty) look=Look::Secondary on_press=wait(30)/>
            </div>
            {(!leads).then(|| view! { <ClockPace bed/> })}
        </div>
    }
}

/// Its place in the log, when, what was done, and what came of it.
type LogLine = (usize, String, (String, String));

/// What has happened, the last first.
#[component]
fn Log(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let line = move |model: &Model, words: &Messages, place: usize, entry: &Entry| {
        (place, told::clock(model.play().begins, entry.at), said(model, words, bed, entry))
    };
    // A clock that runs changes the last entry again and again: it stands by itself.
    let last = Memo::new(move |_| {
        let _ = words.language();
        words
            .with(|words| bed.followed_later(|model| Some(line(model, words, 0, model.course.log().last()?))))
    });
    let before = Memo::new(move |_| {
        let _ = words.language();
        words.with(|words| {
            bed.followed_deeds(|model| {
                let log = model.course.log().iter().enumerate().rev().skip(1);
                log.map(|(place, entry)| line(model, words, place, entry)).collect::<Vec<_>>()
            })
        })
    });
    let shown = |(_, time, (what, text)): LogLine| {
        view! { <li><b class="num">{time}</b> <div class="stack g1"><span>{what}</span> {explained(text)}</div></li> }
    };
    let half = bed.of_deeds(|model| {
        let last = model.course.log().last();
        last.is_some_and(|entry| {
            matches!(
                (&entry.deed, &entry.outcome),
                (Deed::Measure(Measure::Rf30), Outcome::Measured(Measured::Rf(_)))
            )
        })
    });
    view! {
        <section class="panel" data-look="soft" aria-labelledby="log">
            <h2 id="log" class="t-sub">{words.text(Messages::simulation_log)}</h2>
            {when(half, move || view! {
                <Notice kind=NoticeKind::Info sign=Icon::Info text=words.text(Messages::simulation_rf30_note)/>
            }.into_any())}
            <ol class="log" aria-live="polite">
                <LastLine bed last/>
                <For each=move || before.get() key=Clone::clone children=shown/>
            </ol>
        </section>
    }
}

/// What came of something, with its terms; nothing where there is nothing to say.
fn explained(text: String) -> Option<AnyView> {
    (!text.is_empty()).then(|| view! { <Explained text=Signal::stored(text)/> }.into_any())
}

/// The last line. While the clock goes by itself, only the minutes that have passed change, and are not read aloud
/// every second.
#[component]
fn LastLine(bed: Bed, last: Memo<Option<LogLine>>) -> impl IntoView {
    let part = move |of: fn(&LogLine) -> &String| {
        Memo::new(move |_| last.with(|last| last.as_ref().map(of).cloned().unwrap_or_default()))
    };
    let (time, what, text) = (part(|line| &line.1), part(|line| &line.2.0), part(|line| &line.2.1));
    let there = Memo::new(move |_| last.with(Option::is_some));
    let passes = bed.of_shown(|model| model.clock.pace != Pace::Still && !model.is_over());
    when(there, move || {
        view! {
            <li aria-live=move || passes.get().then_some("off")>
                <b class="num">{time}</b> <div class="stack g1"><span><span class:steady=passes>{what}</span></span> {live(move || explained(text.get()))}</div>
            </li>
        }
    })
}
