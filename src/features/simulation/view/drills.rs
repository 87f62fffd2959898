//! The small drills: which there are, and one of them.

mod kept;
mod order;
mod scores;
mod sort;

use leptos::prelude::*;

use super::scenarios::unknown;
use super::told;
use crate::clinical::Parameter;
use crate::features::simulation::drill::Drill;
use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::scored::OnlyPractice;
use crate::services::Services;
use crate::ui::{Button, Confirm, Icon, Look, Row};
use crate::writing::KeptStatus;

use order::OrderDrill;
use scores::ScoresDrill;
use sort::SortDrill;

/// What a drill is called.
fn name(drill: Drill) -> Phrase {
    match drill {
        Drill::News2 => Messages::drill_all_mixed,
        Drill::Rf => told::parameter(Parameter::Rf),
        Drill::SpO2One => Messages::drill_spo2_one,
        Drill::SpO2Two => Messages::drill_spo2_two,
        Drill::Sbp => told::parameter(Parameter::Sbp),
        Drill::Pulse => told::parameter(Parameter::Pulse),
        Drill::Temp => told::parameter(Parameter::Temp),
        Drill::AcvpuOxygen => Messages::drill_acvpu_oxygen,
        Drill::Mews => Messages::drill_mews_name,
        Drill::IsbarSort => Messages::drill_sort,
        Drill::IsbarOrder => Messages::drill_order,
    }
}

/// One line about a drill, where its name does not say enough.
fn small(drill: Drill) -> Option<Phrase> {
    match drill {
        Drill::SpO2Two => Some(Messages::drill_spo2_two_small),
        Drill::Mews => Some(Messages::drill_mews_small),
        Drill::IsbarSort => Some(Messages::drill_sort_small),
        Drill::IsbarOrder => Some(Messages::drill_order_small),
        Drill::News2
        | Drill::Rf
        | Drill::SpO2One
        | Drill::Sbp
        | Drill::Pulse
        | Drill::Temp
        | Drill::AcvpuOxygen => None,
    }
}

/// The part of the page that a drill stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    News2,
    Mews,
    Isbar,
}

const fn section(drill: Drill) -> Section {
    match drill {
        Drill::News2
        | Drill::Rf
        | Drill::SpO2One
        | Drill::SpO2Two
        | Drill::Sbp
        | Drill::Pulse
        | Drill::Temp
        | Drill::AcvpuOxygen => Section::News2,
        Drill::Mews => Section::Mews,
        Drill::IsbarSort | Drill::IsbarOrder => Section::Isbar,
    }
}

/// The way in from Øving.
#[component]
pub(super) fn WayIn() -> impl IntoView {
    let words = Words::get();
    view! {
        <section class="stack g3" aria-labelledby="drills">
            <h2 id="drills" class="t-title">{words.text(Messages::drill_title)}</h2>
            <ul class="rows">
                <li>
                    <Row href=Signal::derive(|| Route::Drills.to_string()) title=words.text(Messages::drill_open)
                        small=words.text(Messages::drill_open_small)/>
                </li>
            </ul>
        </section>
    }
}

/// The small drills.
#[component]
pub fn DrillsPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::drill_title)}</h1>
                <p class="muted">{words.text(Messages::drill_lead)}</p>
                <OnlyPractice/>
            </div>
        </header>
        <div class="room-grid">
            <section class="stack g3" aria-labelledby="news2">
                <h2 id="news2" class="t-title">{words.text(Messages::simulation_news2)}</h2>
                <p>{words.text(Messages::drill_news2_text)}</p>
                <Rows of=Section::News2/>
                <p class="t-xs muted">{words.text(Messages::simulation_credit)}</p>
            </section>
            <div class="stack g6">
                <section class="stack g3" aria-labelledby="isbar">
                    <h2 id="isbar" class="t-title">{words.text(Messages::drill_isbar)}</h2>
                    <p>{words.text(Messages::drill_isbar_text)}</p>
                    <Rows of=Section::Isbar/>
                </section>
                <section class="stack g3" aria-labelledby="mews">
                    <h2 id="mews" class="t-title">{words.text(Messages::drill_mews)}</h2>
                    <p>{words.text(Messages::drill_mews_text)}</p>
                    <Rows of=Section::Mews/>
                </section>
                <Forget services/>
            </div>
        </div>
    };
    Some(view)
}

#[component]
fn Rows(of: Section) -> impl IntoView {
    let words = Words::get();
    let row = |drill: Drill| {
        let href = Signal::derive(move || Route::Drill(drill.code().to_owned()).to_string());
        let line =
            words.made(move |words| small(drill).map(|line| line(words).to_owned()).unwrap_or_default());
        view! { <li><Row href title=words.text(name(drill)) small=line/></li> }
    };
    let rows = Drill::ALL.into_iter().filter(|drill| section(*drill) == of).map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }
}

/// Forgets what was drilled, when somebody wants that.
#[component]
fn Forget(services: Services) -> impl IntoView {
    let words = Words::get();
    let asking = RwSignal::new(false);
    let is_done = RwSignal::new(false);
    let forget = move |()| {
        services.forget_marks_of_drills();
        asking.set(false);
        is_done.set(true);
    };
    let done = words
        .made(move |words| if is_done.get() { words.drill_forgotten().to_owned() } else { String::new() });
    view! {
        <div class="stack g2" inert=Signal::derive(move || services.reads_only())>
            <div><Button text=words.text(Messages::drill_forget) look=Look::Tertiary before=Icon::Trash class="pull-start" on_press=move |()| asking.set(true)/></div>
            <p class="muted" role="status">{done}</p>
            <KeptStatus services/>
        </div>
        <Confirm id="forget-drills" open=asking title=words.text(Messages::drill_forget_sure) close=words.text(Messages::drill_forget_no)
            yes=words.text(Messages::drill_forget_yes) no=words.text(Messages::drill_forget_no)
            on_yes=forget on_no=move |()| asking.set(false)>
            <p>{words.text(Messages::drill_forget_text)}</p>
        </Confirm>
    }
}

/// A drill.
#[component]
pub fn DrillPage(
    /// Which one, as [`Drill::code`] writes it.
    id: String,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let Some(drill) = Drill::parse(&id) else { return Some(unknown(words)) };
    let view = match section(drill) {
        Section::News2 | Section::Mews => view! { <ScoresDrill services drill/> }.into_any(),
        Section::Isbar if drill == Drill::IsbarSort => view! { <SortDrill services/> }.into_any(),
        Section::Isbar => view! { <OrderDrill services/> }.into_any(),
    };
    let read_only = Signal::derive(move || services.reads_only());
    Some(view! { <div class="drill" inert=read_only>{view}</div> }.into_any())
}
