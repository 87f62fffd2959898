//! Øving: whom one can meet, what one has practised, and a scenario before it begins.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drills::WayIn;
use super::modes::{ModeTiles, Preparation, Tasks};
use super::told;
use crate::clinical::Role;
use crate::content::ScenarioItem;
use crate::ethics::{RunId, ScenarioId};
use crate::explained::Explained;
use crate::i18n::{Day, Messages, Words};
use crate::progress::{Mode, Run};
use crate::route::Route;
use crate::scored::OnlyPractice;
use crate::services::{Fetched, Services};
use crate::ui::{
    Button, Icon, LinkButton, Look, Notice, NoticeKind, Panel, PanelLook, RadioTile, Row, Scale, Tiles, Tone,
    live, when,
};

/// What stands where the scenarios will be, or did not come.
pub(super) fn in_place_of_scenarios(services: Services) -> AnyView {
    let words = Words::get();
    live(move || {
        match services.scenarios() {
        Fetched::Failed(_) => view! {
            <Notice kind=NoticeKind::Info sign=Icon::Offline text=words.text(Messages::simulation_failed)>
                <Button text=words.text(Messages::simulation_again) on_press=move |()| services.need_scenarios() look=Look::Secondary/>
            </Notice>
        }
        .into_any(),
        Fetched::NotAsked | Fetched::Loading | Fetched::Ready(_) => {
            view! { <p class="on-its-way muted" role="status">{words.text(Messages::simulation_loading)}</p> }.into_any()
        }
    }
    })
}

/// An address of something that is not there.
pub(super) fn unknown(words: Words) -> AnyView {
    view! {
        <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::simulation_unknown)}</h1>
        <p>{words.text(Messages::simulation_unknown_text)}</p>
        <p><LinkButton href=Signal::derive(|| Route::Simulation.to_string()) text=words.text(Messages::simulation_to_all)/></p>
    }
    .into_any()
}

/// Øving.
#[component]
pub fn ScenariosPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_scenarios();
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::app_simulation)}</h1>
                <p class="muted">{words.text(Messages::simulation_lead)}</p>
                <OnlyPractice/>
            </div>
        </header>
        {live(move || match services.scenarios().ready().cloned() {
            None => in_place_of_scenarios(services),
            Some(pack) => {
                let tags = services.library();
                let place = move |id: &str| tags.ready().and_then(|library| library.setting_name(id).map(str::to_owned));
                let row = |item: &ScenarioItem| {
                    let small = [place(&item.neutral.setting), Some(item.words.teaser.clone())];
                    let small = small.into_iter().flatten().collect::<Vec<_>>().join(" · ");
                    let href = Route::Scenario(item.neutral.id.clone()).to_string();
                    let title = item.words.title.clone();
                    view! { <li><Row href=Signal::stored(href) title=Signal::stored(title) small=Signal::stored(small)/></li> }
                };
                let rows = pack.scenarios.iter().map(row).collect_view();
                view! {
                    <div class="room-grid">
                        <section class="stack g3" aria-labelledby="scenarios">
                            <h2 id="scenarios" class="t-title">{words.text(Messages::simulation_scenarios)}</h2>
                            <ul class="rows">{rows}</ul>
                        </section>
                        <div class="stack g6">
                            <WayIn/>
                            <Runs/>
                            <div><LinkButton href=Signal::derive(|| Route::Sheets.to_string()) text=words.text(Messages::calling_sheets) look=Look::Tertiary before=Icon::Tablet/></div>
                        </div>
                    </div>
                }
                .into_any()
            }
        })}
    };
    Some(view)
}

/// What was practised on this device.
#[component]
fn Runs() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let runs = RwSignal::new(Vec::<(RunId, Run)>::new());
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        spawn_local(async move {
            if let Ok(mut found) = services.read_runs().await {
                found.here.sort_by(|one, other| other.0.cmp(&one.0));
                // The screen may be gone by now.
                let _ = runs.try_set(found.here);
            }
        });
    });
    let row = move |(id, run): (RunId, Run)| {
        let day = Day::parse(&run.day);
        let small = words.made(move |words| {
            let day = day.map(|day| day.long(words)).unwrap_or_default();
            if run.ended { words.simulation_run_done(day) } else { words.simulation_run_open(day) }
        });
        let href = Route::Run(id).to_string();
        view! { <li><Row href=Signal::stored(href) title=Signal::stored(run.title) small=small/></li> }
    };
    let view = view! {
        <section class="stack g3" aria-labelledby="runs">
            <h2 id="runs" class="t-title">{words.text(Messages::simulation_runs)}</h2>
            {live(move || if runs.with(Vec::is_empty) {
                view! { <p class="muted">{words.text(Messages::simulation_runs_none)}</p> }.into_any()
            } else {
                view! { <ul class="rows">{runs.get().into_iter().map(row).collect_view()}</ul> }.into_any()
            })}
        </section>
    };
    Some(view)
}

/// A scenario, before it begins.
#[component]
pub fn ScenarioPage(
    /// Which one.
    id: ScenarioId,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_scenarios();
    let found = Memo::new(move |_| {
        let pack = services.scenarios().ready().cloned()?;
        let item = pack.scenarios.iter().find(|item| item.neutral.id == id).cloned();
        let kit = pack.kit.iter().map(|tag| (tag.id.clone(), tag.name.clone())).collect::<Vec<_>>();
        Some((item, kit))
    });
    Some(live(move || match found.get() {
        None => in_place_of_scenarios(services),
        Some((None, _)) => unknown(words),
        Some((Some(item), kit)) => view! { <Before item kit/> }.into_any(),
    }))
}

#[component]
fn Before(item: ScenarioItem, kit: Vec<(String, String)>) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let ScenarioItem { neutral, words: told_words, .. } = item.clone();
    let role = RwSignal::new(neutral.play.roles.last().copied().unwrap_or(Role::Nurse));
    let mode = RwSignal::new(Mode::Alone);
    let begin = {
        let item = item.clone();
        move |()| begin(services, &item, role.get_untracked(), mode.get_untracked())
    };
    let has = |id: &String| kit.iter().find(|(one, _)| one == id).map(|(_, name)| name.clone());
    let kit = neutral.play.kit.iter().filter_map(has).collect::<Vec<_>>().join(" · ");
    let ready = {
        let kit = kit.clone();
        move || match mode.get() {
            Mode::Watch | Mode::Alone => ().into_any(),
            Mode::Group => view! { <Tasks/> }.into_any(),
            Mode::Instructor => view! { <Preparation item=item.clone() kit=kit.clone()/> }.into_any(),
        }
    };
    let role_legend = words.made(move |words| {
        let is_alone = mode.get() == Mode::Alone;
        if is_alone { words.simulation_role() } else { words.modes_role() }.to_owned()
    });
    let has_role = Signal::derive(move || mode.get() != Mode::Watch);
    let goals = neutral.goals.iter().filter_map(|id| told_words.goals.get(id).cloned());
    let goals = goals.map(|goal| view! { <li>{goal}</li> }).collect_view();
    let people = neutral.people_present.iter().filter_map(|id| told_words.people_present.get(id).cloned());
    let people = people.map(|person| view! { <li>{person}</li> }).collect_view();
    let has_people = !neutral.people_present.is_empty();
    let roles = StoredValue::new(neutral.play.roles.clone());
    let role_tile = move |one: Role| {
        view! {
            <RadioTile name="role" text=words.text(told::role(one)) chosen=Signal::derive(move || role.get() == one)
                on_choose=move |()| role.set(one)/>
        }
    };
    let role_tiles = move || roles.with_value(|roles| roles.iter().copied().map(role_tile).collect_view());
    let situation = told_words
        .situation
        .iter()
        .cloned()
        .map(|text| view! { <p class="serif q-xs">{text}</p> })
        .collect_view();
    let usual = told_words
        .usual
        .iter()
        .cloned()
        .map(|text| view! { <li><Explained text=Signal::stored(text)/></li> })
        .collect_view();
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <p class="t-sm muted">{told_words.person.clone()}</p>
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{told_words.title.clone()}</h1>
                <OnlyPractice/>
            </div>
        </header>
        <div class="room-grid before">
            <div class="stack g6">
                <Panel look=PanelLook::Soft><div class="stack g3">{situation}</div></Panel>
                <section class="stack g2" aria-labelledby="usual">
                    <h2 id="usual" class="t-sub">{words.text(Messages::simulation_usual)}</h2>
                    <ul class="sentences">{usual}</ul>
                </section>
                {has_people.then(|| view! {
                    <section class="stack g2" aria-labelledby="there">
                        <h2 id="there" class="t-sub">{words.text(Messages::simulation_there)}</h2>
                        <ul class="sentences">{people}</ul>
                    </section>
                })}
                <section class="stack g2" aria-labelledby="kit">
                    <h2 id="kit" class="t-sub">{words.text(Messages::simulation_kit)}</h2>
                    <p>{kit}</p>
                </section>
            </div>
            <div class="stack g6">
                <section class="stack g2" aria-labelledby="goals">
                    <h2 id="goals" class="t-sub">{words.text(Messages::simulation_goals)}</h2>
                    <ul class="sentences">{goals}</ul>
                </section>
                <ModeTiles mode/>
                {when(has_role, move || view! { <Tiles legend=role_legend sentences=true>{role_tiles()}</Tiles> })}
            </div>
            <div>{live(ready)}</div>
            <div class="stack g6">
                <p class="muted t-sm">{words.text(Messages::simulation_safe_note)}</p>
                <p class="muted t-sm">{words.text(Messages::simulation_review)}</p>
                <Button text=words.text(Messages::simulation_begin) on_press=begin scale=Scale::Large tone=Tone::Refleks after=Icon::ArrowRight/>
            </div>
        </div>
    };
    Some(view)
}

/// A new run; the first time the person goes as described, later every time is a little different.
pub(super) fn begin(services: Services, item: &ScenarioItem, role: Role, mode: Mode) {
    let (scenario, title) = (item.neutral.id.clone(), item.words.title.clone());
    spawn_local(async move {
        let before = services.read_runs().await.map(|runs| runs.here).unwrap_or_default();
        let times = before.iter().filter(|(_, run)| run.scenario == scenario).count();
        let run = Run {
            scenario,
            title,
            seed: u32::try_from(times).unwrap_or_default(),
            role,
            mode,
            would_call: None,
            deeds: Vec::new(),
            scorings: Vec::new(),
            day: services.today().to_string(),
            ended: false,
        };
        // What a group plays belongs to the device.
        let id = match mode {
            Mode::Watch | Mode::Alone => services.own(services.fresh_id()),
            Mode::Group | Mode::Instructor => services.fresh_id(),
        };
        let id: RunId = id.into();
        services.keep_run(&id, &run);
        services.open(&Route::Run(id));
    });
}
