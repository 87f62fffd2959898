//! The talk afterwards: how it was, what happened and why, and what one takes along. No grade.

use leptos::prelude::*;

use super::bed::{Bed, Saved};
use super::calling::spoken;
use super::events::said;
use super::scenarios::{OnlyPractice, begin};
use super::told;
use crate::clinical::{Deed, Moment, Outcome, Parameter, Skill};
use crate::ethics::{Opening, OpeningId};
use crate::explained::Explained;
use crate::features::simulation::bedside::Model;
use crate::features::simulation::call::{Said, rubric};
use crate::features::simulation::debrief::{Noted, SKILLS, Went, decisions, notes, opening, table};
use crate::i18n::{Messages, Phrase};
use crate::route::{Route, Way};
use crate::storage::Change;
use crate::storage::progress::opening_record;
use crate::ui::{
    Button, Confirm, Icon, IconScale, Look, Notice, NoticeKind, Scale, TopBar, icon_with, live, when,
};

/// How many rows the table of values has at most.
const ROWS: usize = 13;

/// The talk afterwards.
#[component]
pub(super) fn Debrief(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let title = bed.memo(|model| model.item.words.title.clone());
    let ending = bed.memo(|model| {
        let ending = model.course.ending(model.play())?;
        model.item.words.endings.get(&ending.id).cloned()
    });
    let is_heavy = bed.memo(|model| model.item.neutral.heavy);
    let leave = move |()| bed.services.open(&Route::Simulation);
    view! {
        <TopBar leave=words.text(Messages::simulation_to_all) on_leave=leave title=title under=view! { <Saved bed/> }.into_any()/>
        <main id="main" class="page stack g6 debrief" tabindex="-1">
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::simulation_debrief)}</h1>
                <OnlyPractice/>
            </header>
            {live(move || ending.get().map(|ending| view! {
                <section class="panel stack g2" data-look="soft"><h2 class="serif q-sm">{ending.title}</h2><p>{ending.text}</p></section>
            }))}
            <Talk title=Messages::simulation_reaction text=Messages::simulation_reaction_text bed/>
            {when(is_heavy, move || view! {
                <Notice kind=NoticeKind::Amber sign=Icon::Group title=words.text(Messages::simulation_care) text=words.text(Messages::simulation_care_text)/>
            }.into_any())}
            <h2 class="serif q-md">{words.text(Messages::simulation_analysis)}</h2>
            <Skills bed/>
            <Decisions bed/>
            <Calls bed/>
            <Values bed/>
            <Forks bed/>
            <Talk title=Messages::simulation_summary text=Messages::simulation_summary_text bed/>
            <Onward bed/>
        </main>
    }
}

#[component]
fn Talk(title: Phrase, text: Phrase, bed: Bed) -> impl IntoView {
    view! {
        <section class="stack g2">
            <h2 class="serif q-md">{bed.words.text(title)}</h2>
            <p>{bed.words.text(text)}</p>
        </section>
    }
}

/// The four skills, each with what was right, missed and dangerous, and why.
#[component]
fn Skills(bed: Bed) -> impl IntoView {
    let skills = SKILLS.map(|skill| view! { <SkillNotes bed skill/> }).collect_view();
    view! {
        <section class="stack g4" aria-labelledby="skills">
            <h3 id="skills" class="t-title">{bed.words.text(Messages::simulation_skills)}</h3>
            <div class="skills">{skills}</div>
        </section>
    }
}

#[component]
fn SkillNotes(bed: Bed, skill: Skill) -> impl IntoView {
    let words = bed.words;
    let noted = bed.memo(move |model| {
        let told = |one: Noted| Some((one.went, model.item.words.notes.get(&one.id)?.clone()));
        notes(model.play(), &model.course, skill).into_iter().filter_map(told).collect::<Vec<_>>()
    });
    let row = move |(went, note): (Went, crate::content::NoteWords)| {
        let (sign, name, text): (Icon, Phrase, String) = match went {
            Went::Right => (Icon::CheckCircle, Messages::simulation_w_right, note.right),
            Went::Missed => (Icon::Search, Messages::simulation_w_missed, note.missed),
            Went::Dangerous => (Icon::Flag, Messages::simulation_w_dangerous, note.danger),
        };
        view! {
            <li class="noted">
                {icon_with(sign, IconScale::Normal, "")}
                <div class="stack g1">
                    <span class="t-sm muted">{words.text(name)}</span>
                    <b>{text}</b>
                    <Explained text=Signal::stored(note.why)/>
                </div>
            </li>
        }
    };
    view! {
        <section class="panel stack g3">
            <h4 class="t-sub">{words.text(told::skill(skill))}</h4>
            <ul class="noteds">{live(move || noted.get().into_iter().map(row).collect_view())}</ul>
        </section>
    }
}

/// What was chosen, when, and why it was right or not.
#[component]
fn Decisions(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let all = Memo::new(move |_| {
        let _ = words.language();
        words.with(|words| bed.followed(|model| decided(model, words, bed)))
    });
    let row = move |(time, what, verdict, why): (String, String, Phrase, String)| {
        view! {
            <li class="decision">
                <b class="num">{time}</b>
                <div class="stack g1"><b>{what}</b> <span class="t-sm muted">{words.text(verdict)}</span> <Explained text=Signal::stored(why)/></div>
            </li>
        }
    };
    view! {
        <section class="stack g3" aria-labelledby="decisions">
            <h3 id="decisions" class="t-title">{words.text(Messages::simulation_decisions)}</h3>
            {live(move || if all.with(Vec::is_empty) {
                view! { <p class="muted">{words.text(Messages::simulation_decisions_none)}</p> }.into_any()
            } else {
                view! { <ol class="decisions">{all.get().into_iter().map(row).collect_view()}</ol> }.into_any()
            })}
        </section>
    }
}

type Decided = (String, String, Phrase, String);

fn decided(model: &Model, words: &Messages, bed: Bed) -> Vec<Decided> {
    let spoken = &model.item.words;
    let why = |deed: &Deed, reason: &str| -> Option<String> {
        match deed {
            Deed::Act(id) => spoken.actions.get(id)?.reasons.get(reason).cloned(),
            Deed::Call { receiver, .. } => spoken.receivers.get(receiver)?.reasons.get(reason).cloned(),
            Deed::Answer { event, .. } => spoken.events.get(event).map(|event| event.reason.clone()),
            Deed::Look(_) | Deed::Measure(_) | Deed::Wait(_) | Deed::Event(_) | Deed::Push { .. } => None,
        }
    };
    let one = |decision: crate::features::simulation::debrief::Decision| {
        let entry =
            model.course.log().iter().find(|entry| entry.at == decision.at && entry.deed == decision.deed)?;
        let (what, _) = said(model, words, bed, entry);
        let reason =
            decision.reason.as_ref().and_then(|reason| why(&decision.deed, reason)).unwrap_or_default();
        Some((told::clock(model.play().begins, decision.at), what, told::verdict(decision.verdict), reason))
    };
    decisions(&model.course).into_iter().filter_map(one).collect()
}

/// What was said in each call, and what was missing: letter by letter, in words.
#[component]
fn Calls(bed: Bed) -> impl IntoView {
    let words = bed.words;
    type Row = (&'static str, Phrase, Vec<String>, Vec<String>);
    let all = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let mut calls: Vec<(String, Vec<Row>)> = Vec::new();
                for entry in model.course.log() {
                    let (Deed::Call { told: said_ids, .. }, Outcome::Replied { .. }) =
                        (&entry.deed, &entry.outcome)
                    else {
                        continue;
                    };
                    let text = |id: &String| spoken(model, words, language, id);
                    let rows = rubric(model.play(), &model.course, said_ids).map(
                        |Said { letter, said, missing }| {
                            let (sign, name) = told::isbar(letter);
                            (sign, name, said.iter().map(text).collect(), missing.iter().map(text).collect())
                        },
                    );
                    let (who, _) = said(model, words, bed, entry);
                    calls.push((
                        format!("{} · {who}", told::clock(model.play().begins, entry.at)),
                        rows.to_vec(),
                    ));
                }
                calls
            })
        })
    });
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let line = move |(sign, name, said, missing): Row| {
        let part = move |what: Phrase, all: Vec<String>| {
            (!all.is_empty()).then(
                || view! { <p><span class="t-sm muted">{words.text(what)} ": "</span> {all.join(" · ")}</p> },
            )
        };
        view! {
            <li class="rubric-letter stack g1">
                <b>{sign} " · " {words.text(name)}</b>
                {part(Messages::simulation_said, said)} {part(Messages::simulation_missing, missing)}
            </li>
        }
    };
    let call = move |(title, rows): (String, Vec<Row>)| {
        view! {
            <section class="panel stack g3">
                <h4 class="t-sub">{title}</h4>
                <ul class="rubric">{rows.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    };
    when(Signal::derive(move || !is_empty.get()), move || {
        view! {
            <section class="stack g3" aria-labelledby="calls">
                <h3 id="calls" class="t-title">{words.text(Messages::simulation_calls)}</h3>
                {live(move || all.get().into_iter().map(call).collect_view())}
            </section>
        }
        .into_any()
    })
}

/// The values along the way, as lines and as a table.
#[component]
pub(super) fn Values(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let rows = bed.memo(|model| {
        table(&model.course, ROWS)
            .into_iter()
            .map(|moment| (told::clock(model.play().begins, moment.at), moment))
            .collect::<Vec<_>>()
    });
    let columns =
        [Parameter::Rf, Parameter::Spo2, Parameter::Sbp, Parameter::Pulse, Parameter::Acvpu, Parameter::Temp];
    let row = move |(time, moment): (String, Moment)| {
        let language = words.language();
        let cell = move |parameter: Parameter| {
            let now = value_at(parameter, &moment);
            let number = words.with(|words| told::value(words, language, parameter, now).0);
            view! { <td class="num">{number}</td> }
        };
        view! { <tr><th scope="row" class="num">{time}</th> {columns.map(cell).collect_view()} <td class="num"><b>{moment.news2}</b></td></tr> }
    };
    view! {
        <section class="stack g3" aria-labelledby="values">
            <h3 id="values" class="t-title">{words.text(Messages::simulation_course)}</h3>
            <p class="muted">{words.text(Messages::simulation_course_text)}</p>
            <div class="charts">
                {[Parameter::Rf, Parameter::Spo2, Parameter::Sbp, Parameter::Pulse].map(|parameter| view! { <ChartOf bed parameter/> }).collect_view()}
            </div>
            <div class="table-frame" tabindex="0" role="region" aria-labelledby="values">
                <table class="values">
                    <thead><tr>
                        <th scope="col">{words.text(Messages::simulation_time)}</th>
                        {columns.map(|parameter| view! { <th scope="col">{words.text(told::parameter(parameter))}</th> }).collect_view()}
                        <th scope="col">{words.text(Messages::simulation_news2)}</th>
                    </tr></thead>
                    <tbody>{live(move || rows.get().into_iter().map(row).collect_view())}</tbody>
                </table>
            </div>
        </section>
    }
}

fn value_at(parameter: Parameter, moment: &Moment) -> i32 {
    match parameter {
        Parameter::Acvpu => moment.vitals.acvpu() as i32,
        Parameter::Oxygen => i32::from(moment.vitals.oxygen()),
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
            crate::clinical::News2::value(parameter, &moment.vitals).unwrap_or_default()
        }
    }
}

/// One value as a line, with what was done as marks. The table beside it says the same in words.
#[component]
fn ChartOf(bed: Bed, parameter: Parameter) -> impl IntoView {
    let words = bed.words;
    let drawn = bed.memo(move |model| {
        let values: Vec<i32> =
            model.course.moments().iter().map(|moment| value_at(parameter, moment)).collect();
        let (Some(least), Some(most)) = (values.iter().min().copied(), values.iter().max().copied()) else {
            return None;
        };
        let span = (most - least).max(4);
        let last = values.len().saturating_sub(1).max(1);
        let points = values
            .iter()
            .enumerate()
            .map(|(place, value)| format!("{},{}", 300 * place / last, 72 - 64 * (value - least) / span));
        let until = model.course.now().max(1);
        let marks = decisions(&model.course)
            .into_iter()
            .map(|decision| 300 * decision.at / until)
            .collect::<Vec<_>>();
        Some((points.collect::<Vec<_>>().join(" "), marks, values.first().copied()?, values.last().copied()?))
    });
    let label = words.made(move |words| {
        let language = bed.words.language();
        let ends = drawn.with(|drawn| drawn.as_ref().map(|(_, _, first, last)| (*first, *last)));
        let told = |number| told::value(words, language, parameter, number).0;
        let name = told::parameter(parameter)(words);
        ends.map(|(first, last)| format!("{name}: {} → {}", told(first), told(last))).unwrap_or_default()
    });
    view! {
        <figure class="chart">
            <figcaption class="t-sm">{label}</figcaption>
            <svg viewBox="0 0 300 80" aria-hidden="true">
                {live(move || drawn.get().map(|(points, marks, ..)| view! {
                    {marks.into_iter().map(|at| view! { <line class="chart-mark" x1=at x2=at y1="0" y2="80"></line> }).collect_view()}
                    <polyline class="chart-line" points=points></polyline>
                }))}
            </svg>
        </figure>
    }
}

/// Where it opens into a reflection.
#[component]
pub(super) fn Forks(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let forks = bed.memo(|model| {
        let all = model.item.neutral.forks.iter();
        all.filter_map(|fork| {
            Some((
                model.item.words.forks.get(&fork.id)?.question.clone(),
                opening(&model.item, &model.course, fork)?,
            ))
        })
        .collect::<Vec<_>>()
    });
    let one = move |(question, opening): (String, Opening)| {
        let opening = StoredValue::new(opening);
        let reflect = move |way: Way| move |()| opening.with_value(|opening| reflect(bed, opening, way));
        view! {
            <div class="stack g4">
                <p class="serif q-md">{question}</p>
                <div class="row wrap g3">
                    <Button text=words.text(Messages::group_case_start) on_press=reflect(Way::Together) scale=Scale::Large/>
                    <Button text=words.text(Messages::reflection_start_full) look=Look::Secondary on_press=reflect(Way::Alone) scale=Scale::Large/>
                    <Button text=words.text(Messages::reflection_start_short) look=Look::Secondary on_press=reflect(Way::Short) scale=Scale::Large/>
                </div>
            </div>
        }
    };
    view! {
        <section class="panel stack g4" data-look="soft" aria-labelledby="fork">
            <h2 id="fork" class="t-title">{words.text(Messages::simulation_fork)}</h2>
            <p class="muted">{words.text(Messages::simulation_fork_text)}</p>
            {live(move || forks.get().into_iter().map(one).collect_view())}
        </section>
    }
}

fn reflect(bed: Bed, opening: &Opening, way: Way) {
    let services = bed.services;
    let id: OpeningId = services.random_id().into();
    match Change::keep::<Opening>(opening_record(&id), services.owner(), opening, services.now_ms()) {
        Ok(change) => {
            services.saver().edited(vec![change]);
            services.open(&Route::NewReflection(id, way));
        }
        Err(error) => leptos::logging::error!("an opening could not be written: {error}"),
    }
}

/// Try again, or forget it.
#[component]
pub(super) fn Onward(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let asking = RwSignal::new(false);
    let again = move |()| {
        let found = bed.now(|model| Some((model.item.clone(), model.run.role, model.run.mode)));
        if let Some((item, role, mode)) = found {
            begin(bed.services, &item, role, mode);
        }
    };
    let forget = move |()| {
        bed.id.with_value(|id| bed.services.forget_run(id));
        bed.services.replace(&Route::Simulation);
    };
    view! {
        <section class="row wrap g3">
            <Button text=words.text(Messages::simulation_try_again) before=Icon::Play on_press=again/>
            <Button text=words.text(Messages::simulation_forget) look=Look::Tertiary before=Icon::Trash on_press=move |()| asking.set(true)/>
        </section>
        <Confirm id="forget-run" open=asking title=words.text(Messages::simulation_forget_sure) close=words.text(Messages::simulation_forget_no)
            yes=words.text(Messages::simulation_forget_yes) no=words.text(Messages::simulation_forget_no)
            on_yes=forget on_no=move |()| asking.set(false)>
            <p>{words.text(Messages::simulation_forget_text)}</p>
        </Confirm>
    }
}
