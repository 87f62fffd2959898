//! The talk afterwards: how it was, what happened and why, and what one takes along. No grade.

use leptos::prelude::*;

use super::agree::{Agree, Agreed, Keep};
use super::bed::{Bed, Saved};
use super::events::said;
use super::explore::Explore;
use super::scenarios::begin;
use super::told;
use super::values::Values;
use crate::clinical::Skill;
use crate::ethics::{Opening, OpeningId};
use crate::explained::Explained;
use crate::features::simulation::call::{Said, rubric};
use crate::features::simulation::debrief::{Called, Noted, SKILLS, Went, notes, opening};
use crate::features::simulation::said::{Decided, calls_of, day_and_role, decided, fact, not_told};
use crate::i18n::{Messages, Phrase};
use crate::route::{Route, Way};
use crate::scored::OnlyPractice;
use crate::storage::Change;
use crate::storage::progress::opening_record;
use crate::ui::{
    Button, Confirm, Icon, IconScale, Look, Notice, NoticeKind, Scale, TopBar, icon_with, live, when,
};

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
    let agreed = Agreed::of(bed);
    view! {
        <TopBar leave=words.text(Messages::simulation_to_all) on_leave=leave title=title under=view! { <Saved bed/> }.into_any()/>
        <main id="main" class="page stack g6 debrief" tabindex="-1">
            <DebriefHead bed/>
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
            <Explore bed/>
            <Forks bed/>
            <Talk title=Messages::simulation_summary text=Messages::simulation_summary_text bed/>
            <Agree agreed/>
            <Keep agreed/>
            <Onward bed agreed/>
        </main>
    }
}

/// What the talk is about; on paper, where no bar stands above it, with the scenario, the day and the role.
#[component]
pub(super) fn DebriefHead(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let title = bed.memo(|model| model.item.words.title.clone());
    let meta = Memo::new(move |_| words.with(|words| bed.followed(|model| day_and_role(model, words))));
    view! {
        <header class="stack g2">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::simulation_debrief)}</h1>
            <p class="paper-only"><b>{title}</b></p>
            <p class="paper-only">{meta}</p>
            <OnlyPractice/>
        </header>
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
    type Row = (Went, crate::content::NoteWords, Vec<String>);
    let noted = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let calls = calls_of(model);
                let told = |one: Noted| {
                    let note = model.item.words.notes.get(&one.id)?.clone();
                    let missing = match one.went {
                        Went::Missed => not_told(model, words, language, &calls, &one.id),
                        Went::Right | Went::Dangerous => Vec::new(),
                    };
                    Some((one.went, note, missing))
                };
                notes(model.play(), &model.course, skill).into_iter().filter_map(told).collect::<Vec<Row>>()
            })
        })
    });
    let row = move |(went, note, missing): Row| {
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
                    {missing.into_iter().map(|one| view! { <span>{one}</span> }).collect_view()}
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

/// What was chosen, when, and why it was right or not, with the numbers of the charts.
#[component]
fn Decisions(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let all = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| bed.followed(|model| decided(model, words, language)))
    });
    let row = move |Decided { number, time, what, verdict, why }: Decided| {
        let name = words.made(move |words| words.afterwards_number(number));
        view! {
            <li class="decision">
                <span class="decision-when"><b class="deed-number num" aria-hidden="true">{number}</b> <span class="sr">{name}</span> <b class="num">{time}</b></span>
                <div class="stack g1"><b>{what}</b> <span class="t-sm muted">{verdict}</span> <Explained text=Signal::stored(why)/></div>
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
                for Called { entry, told: said_ids, before } in calls_of(model) {
                    let text =
                        |id: &String| fact(&model.item.words, words, language, (&model.course, entry.at), id);
                    let rows =
                        rubric(model.play(), &before, &said_ids).map(|Said { letter, said, missing }| {
                            let (sign, name) = told::isbar(letter);
                            (sign, name, said.iter().map(text).collect(), missing.iter().map(text).collect())
                        });
                    let (who, _) = said(model, words, bed, &entry);
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
    let id: OpeningId = services.own(services.random_id()).into();
    match Change::keep::<Opening>(opening_record(&id), opening, services.now_ms()) {
        Ok(change) => {
            services.saver().edited(vec![change]);
            services.open(&Route::NewReflection(id, way));
        }
        Err(error) => leptos::logging::error!("an opening could not be written: {error}"),
    }
}

/// Try again, or forget it.
#[component]
pub(super) fn Onward(bed: Bed, agreed: Agreed) -> impl IntoView {
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
            {when(Signal::derive(move || agreed.is_said()), move || view! { <p>{words.text(Messages::afterwards_forget_agreed)}</p> }.into_any())}
        </Confirm>
    }
}
