//! The panel of whoever leads: how it really is, what can be changed, and what can be let happen.

use leptos::prelude::*;

use super::bed::Bed;
use super::clock::ClockPace;
use super::readings::Readings;
use super::told;
use crate::clinical::{Deed, Fixed, News2, Parameter, Pulled};
use crate::features::simulation::bedside::Msg;
use crate::features::simulation::pushes::{CLOUDED, PUSHES};
use crate::i18n::{Messages, Phrase};
use crate::platform::address;
use crate::route::Route;
use crate::ui::{Button, CheckTile, Details, Icon, Look, live, when};

/// The panel.
#[component]
pub(super) fn InstructorPanel(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let over = bed.over;
    view! {
        <section class="panel stack g4 instructor" aria-labelledby="instructor">
            <header class="stack g1">
                <h2 id="instructor" class="t-title">{words.text(Messages::modes_panel)}</h2>
                <p class="t-sm muted">{words.text(Messages::modes_panel_text)}</p>
            </header>
            <div class="instructor-columns">
                <div class="stack g4"><TrueNow bed/> <MonitorButtons bed/></div>
                <div class="stack g4" inert=over><ClockPace bed/> <Pushes bed/></div>
                <div class="stack g4" inert=over><LetHappen bed/></div>
            </div>
        </section>
    }
}

/// The person's values as they are, whoever has measured them.
#[component]
fn TrueNow(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let vitals = bed.memo_later(|model| Some(model.course.body().vitals(&model.play().patient)));
    let score = Memo::new(move |_| vitals.get().map(|vitals| News2::of(&vitals).total()).unwrap_or_default());
    view! {
        <section class="stack g2" aria-labelledby="true-now">
            <h3 id="true-now" class="t-sub">{words.text(Messages::modes_true_now)}</h3>
            <Readings vitals/>
            <p><b>{words.made(move |words| words.modes_true_score(score.get()))}</b></p>
        </section>
    }
}

#[component]
fn MonitorButtons(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let refused = RwSignal::new(false);
    let open = move |()| refused.set(!address::open_window(&Route::MonitorWindow.to_string()));
    let sensors = bed.of_deeds(|model| model.sensors);
    view! {
        <section class="stack g2" aria-labelledby="monitor">
            <h3 id="monitor" class="t-sub">{words.text(Messages::modes_monitor)}</h3>
            <div class="row wrap g2">
                <Button text=words.text(Messages::modes_monitor_open) before=Icon::External look=Look::Secondary on_press=open/>
                <Button text=words.text(Messages::modes_monitor_here) look=Look::Tertiary on_press=move |()| bed.monitor.set(true)/>
            </div>
            {when(refused, move || view! { <p role="status" class="t-sm">{words.text(Messages::modes_monitor_refused)}</p> })}
            <CheckTile text=words.text(Messages::modes_sensors) chosen=sensors on_toggle=move |on| bed.tell(Msg::Sensors(on))/>
        </section>
    }
}

#[component]
fn Pushes(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let push = move |on: Pulled, by: Fixed| move |()| bed.tell(Msg::Do(Deed::Push { on, by }));
    let row = move |(on, parameter, by): (Pulled, Parameter, Fixed)| {
        let name = told::parameter(parameter);
        let down = words.made(move |words| words.modes_push_down(name(words)));
        let up = words.made(move |words| words.modes_push_up(name(words)));
        view! {
            <li class="push">
                <span>{words.text(name)}</span>
                <PushButton name=down sign=Icon::Minus on_press=push(on, -by)/>
                <PushButton name=up sign=Icon::Plus on_press=push(on, by)/>
            </li>
        }
    };
    view! {
        <Details summary=words.text(Messages::modes_push)>
            <div class="stack g2">
                <p class="t-sm muted">{words.text(Messages::modes_push_text)}</p>
                <ul class="pushes">
                    {PUSHES.map(row).collect_view()}
                    <li class="push">
                        <span>{words.text(Messages::simulation_p_acvpu)}</span>
                        <PushButton name=words.text(Messages::modes_drowsier) sign=Icon::Minus on_press=push(Pulled::Clouding, CLOUDED)/>
                        <PushButton name=words.text(Messages::modes_clearer) sign=Icon::Plus on_press=push(Pulled::Clouding, -CLOUDED)/>
                    </li>
                </ul>
            </div>
        </Details>
    }
}

#[component]
fn PushButton(
    #[prop(into)] name: Signal<String>,
    sign: Icon,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="counter-button" aria-label=name on:click=move |_| on_press.run(())>
            {crate::ui::icon(sign)}
        </button>
    }
}

/// What can come in between, and has not.
#[component]
fn LetHappen(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let left = bed.of_shown(|model| {
        let all = model.play().events.iter().filter(|event| !model.course.has_come(&event.id));
        let told = all.filter_map(|event| {
            Some((event.id.clone(), model.item.words.events.get(&event.id)?.text.clone()))
        });
        told.collect::<Vec<_>>()
    });
    let row = move |(id, text): (String, String)| {
        let name: Phrase = Messages::modes_event_now;
        view! {
            <li class="stack g2">
                <p>{text}</p>
                <div><Button text=words.text(name) look=Look::Secondary on_press=move |()| bed.tell(Msg::Do(Deed::Event(id.clone())))/></div>
            </li>
        }
    };
    view! {
        <section class="stack g2" aria-labelledby="let-happen">
            <h3 id="let-happen" class="t-sub">{words.text(Messages::modes_events)}</h3>
            <p class="t-sm muted">{words.text(Messages::modes_events_text)}</p>
            {live(move || if left.with(Vec::is_empty) {
                view! { <p class="t-sm">{words.text(Messages::modes_events_none)}</p> }.into_any()
            } else {
                view! { <ul class="happenings">{left.get().into_iter().map(row).collect_view()}</ul> }.into_any()
            })}
        </section>
    }
}
