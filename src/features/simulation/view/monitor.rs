//! The monitor of a skills room: what the group has measured, large, in a window of its own or in this one.

use leptos::prelude::*;

use super::bed::Bed;
use super::told;
use crate::features::simulation::bedside::Model;
use crate::features::simulation::monitor::{MonitorFace, MonitorValue, shown};
use crate::i18n::{Language, Messages, Words};
use crate::progress::Mode;
use crate::scored::OnlyPractice;
use crate::services::{tell_windows, told_face};
use crate::ui::{Button, EmptyRoom, Icon, Look, live};

/// The channel to windows that show the monitor.
const CHANNEL: &str = "refleks-monitor";

/// Tells the monitor's windows what they may show of a run that an instructor leads.
pub(super) fn tell_the_monitor(bed: Bed) -> Memo<Option<MonitorFace>> {
    let words = bed.words;
    let face = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed_last(|model| {
                (model.run.mode == Mode::Instructor).then(|| face_of(model, words, language))
            })
        })
    });
    tell_windows(CHANNEL, face);
    face
}

fn face_of(model: &Model, words: &Messages, language: Language) -> MonitorFace {
    let clock = |at| told::clock(model.play().begins, at);
    let value = |(measure, measured, at): (_, _, Option<u32>)| {
        let (value, unit) = told::measured_parts(words, language, measured);
        MonitorValue {
            name: told::told_name(measure)(words).to_owned(),
            value,
            unit,
            at: at.map(clock).unwrap_or_default(),
        }
    };
    let last = model.course.signs().last().and_then(|(place, _)| model.play().signs.get(*place));
    MonitorFace {
        language,
        person: model.item.words.person.clone(),
        clock: clock(model.course.now()),
        values: shown(model.play(), &model.course, model.sensors).into_iter().map(value).collect(),
        sign: last.and_then(|sign| model.item.words.signs.get(&sign.id).cloned()).unwrap_or_default(),
    }
}

/// The monitor in this window, with one way back.
#[component]
pub(super) fn MonitorHere(bed: Bed, face: Memo<Option<MonitorFace>>) -> impl IntoView {
    view! {
        <div class="room-view monitor">
            <Screen face/>
            <footer class="room-foot">
                <Button text=bed.words.text(Messages::modes_monitor_back) look=Look::Secondary before=Icon::ArrowLeft
                    on_press=move |()| bed.monitor.set(false)/>
            </footer>
        </div>
    }
}

/// A window that shows the monitor and nothing else: it opens no store and never asks to write.
#[component]
pub fn MonitorPage() -> impl IntoView {
    let face = told_face::<MonitorFace>(CHANNEL);
    view! { <div class="room-view monitor"><Screen face/></div> }
}

#[component]
fn Screen(#[prop(into)] face: Signal<Option<MonitorFace>>) -> impl IntoView {
    let words = Words::get();
    let head = Memo::new(move |_| {
        face.with(|face| face.as_ref().map(|face| (face.language, face.person.clone(), face.clock.clone())))
    });
    let values = Memo::new(move |_| face.with(|face| face.as_ref().map(|face| face.values.clone())));
    let sign = Memo::new(move |_| face.with(|face| face.as_ref().map(|face| face.sign.clone())));
    let value = move |value: MonitorValue| {
        let at = words.made(move |words| match value.at.as_str() {
            "" => words.modes_now().to_owned(),
            at => words.modes_measured_at(at),
        });
        view! {
            <div class="monitor-value">
                <dt class="room-small">{value.name}</dt>
                <dd><b class="monitor-number num">{value.value}</b> <span class="monitor-unit">{value.unit}</span></dd>
                <dd class="monitor-at">{at}</dd>
            </div>
        }
    };
    let main = move || {
        match head.get() {
        None => view! { <EmptyRoom text=words.text(Messages::modes_monitor_empty)/> }.into_any(),
        Some((language, person, clock)) => view! {
            <main id="main" class="room-main" tabindex="-1" lang=language.code()>
                <header class="monitor-head">
                    <h1 id="step-title" class="room-small" tabindex="-1">{person}</h1>
                    <p class="monitor-clock num">{clock}</p>
                </header>
                {live(move || match values.get() {
                    Some(values) if !values.is_empty() => {
                        view! { <dl class="monitor-values">{values.into_iter().map(value).collect_view()}</dl> }.into_any()
                    }
                    Some(_) | None => view! { <p class="monitor-nothing muted">{words.text(Messages::modes_monitor_nothing)}</p> }.into_any(),
                })}
                <p class="serif monitor-sign">{live(move || sign.get().unwrap_or_default())}</p>
            </main>
        }
        .into_any(),
    }
    };
    view! {
        <OnlyPractice/>
        {live(main)}
    }
}
