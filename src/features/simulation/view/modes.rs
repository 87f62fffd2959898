//! The ways to practise: how they are chosen, and what a group and an instructor get ready.

use leptos::prelude::*;

use super::bed::Bed;
use crate::content::ScenarioItem;
use crate::features::simulation::bedside::{Model, Stage, Together};
use crate::i18n::{Messages, Phrase, Words};
use crate::progress::Mode;
use crate::ui::{Icon, Notice, NoticeKind, Panel, PanelLook, RadioTile, Tiles, live};

fn name(mode: Mode) -> (Phrase, Phrase) {
    match mode {
        Mode::Watch => (Messages::modes_watch, Messages::modes_watch_text),
        Mode::Alone => (Messages::modes_alone, Messages::modes_alone_text),
        Mode::Group => (Messages::modes_group, Messages::modes_group_text),
        Mode::Instructor => (Messages::modes_instructor, Messages::modes_instructor_text),
    }
}

/// How one wants to practise.
#[component]
pub(super) fn ModeTiles(mode: RwSignal<Mode>) -> impl IntoView {
    let words = Words::get();
    let tile = move |one: Mode| {
        let (title, small) = name(one);
        view! {
            <RadioTile name="mode" text=words.text(title) small=words.text(small)
                chosen=Signal::derive(move || mode.get() == one) on_choose=move |()| mode.set(one)/>
        }
    };
    view! { <Tiles legend=words.text(Messages::modes_legend) sentences=true>{Mode::ALL.map(tile).collect_view()}</Tiles> }
}

/// Who does what in a group around one tablet.
#[component]
pub(super) fn Tasks() -> impl IntoView {
    const TASKS: [Phrase; 6] = [
        Messages::modes_task_reader,
        Messages::modes_task_bedside,
        Messages::modes_task_measure,
        Messages::modes_task_caller,
        Messages::modes_task_receiver,
        Messages::modes_task_watcher,
    ];
    let words = Words::get();
    view! {
        <Panel look=PanelLook::Soft>
            <section class="stack g2" aria-labelledby="tasks">
                <h2 id="tasks" class="t-sub">{words.text(Messages::modes_tasks)}</h2>
                <p class="t-sm muted">{words.text(Messages::modes_tasks_text)}</p>
                <ul class="sentences">{TASKS.map(|task| view! { <li>{words.text(task)}</li> }).collect_view()}</ul>
                <p class="t-sm">{words.text(Messages::modes_tasks_few)}</p>
            </section>
        </Panel>
    }
}

/// What an instructor gets ready, the same for everybody who leads this scenario.
#[component]
pub(super) fn Preparation(item: ScenarioItem, kit: String) -> impl IntoView {
    let words = Words::get();
    let ScenarioItem { neutral, words: told, .. } = item;
    let people = neutral.people_present.iter().filter_map(|id| told.people_present.get(id).cloned());
    let people = people.collect::<Vec<_>>().join(" · ");
    let receivers = neutral.play.receivers.iter();
    let phone = receivers.filter_map(|one| Some(told.receivers.get(&one.id)?.name.clone()));
    let phone = phone.collect::<Vec<_>>().join(" · ");
    let events = neutral.play.events.iter();
    let events = events.filter_map(|event| Some(told.events.get(&event.id)?.text.clone()));
    let events = events.collect::<Vec<_>>().join(" ");
    let kit = words.made(move |words| words.modes_prepare_kit(&kit));
    let has_people = !people.is_empty();
    let people = words.made(move |words| words.modes_prepare_people(&people));
    let phone = words.made(move |words| words.modes_prepare_phone(&phone));
    let has_events = !events.is_empty();
    let events = words.made(move |words| words.modes_prepare_events(&events));
    view! {
        <Panel look=PanelLook::Soft>
            <section class="stack g2" aria-labelledby="prepare">
                <h2 id="prepare" class="t-sub">{words.text(Messages::modes_prepare)}</h2>
                <p class="t-sm muted">{words.text(Messages::modes_prepare_text)}</p>
                <ol class="sentences">
                    <li>{kit}</li>
                    {has_people.then(|| view! { <li>{people}</li> })}
                    <li>{phone}</li>
                    <li>{words.text(Messages::modes_prepare_monitor)}</li>
                    <li>{words.text(Messages::modes_prepare_safe)}</li>
                    <li>{words.text(Messages::modes_prepare_read)}</li>
                    {has_events.then(|| view! { <li>{events}</li> })}
                    <li>{words.text(Messages::modes_prepare_talk)}</li>
                </ol>
            </section>
        </Panel>
    }
}

/// What a group does aloud before it goes on.
#[component]
pub(super) fn Aloud(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let now = bed.of_shown(|model: &Model| match (model.run.mode, &model.stage) {
        (Mode::Group, Stage::Bedside) => model.together(),
        (Mode::Watch | Mode::Alone | Mode::Instructor, _) | (Mode::Group, _) => None,
    });
    live(move || {
        now.get().map(|now| {
            let text: Phrase = match now {
                Together::See => Messages::modes_pause_begin,
                Together::Score => Messages::modes_pause_score,
                Together::SumUp => Messages::modes_pause_call,
                Together::Agree => Messages::modes_pause_after,
            };
            view! {
                <div role="status">
                    <Notice kind=NoticeKind::Info sign=Icon::Group title=words.text(Messages::modes_pause) text=words.text(text)/>
                </div>
            }
        })
    })
}
