//! Where one can go from the end of a lesson: to what was passed by, to a reflection, to lessons before it.

use leptos::prelude::*;

use super::desk::Desk;
use super::marks::{LessonRow, Marks, State};
use crate::content::LessonItem;
use crate::ethics::{Opening, OpeningId};
use crate::features::learning::opening::opening;
use crate::features::learning::player::Msg;
use crate::i18n::{Messages, Phrase};
use crate::route::{Route, Way};
use crate::storage::Change;
use crate::storage::progress::opening_record;
use crate::ui::{Button, Confirm, Icon, Look, live};

/// The questions that nobody has tried, each with the way to it.
#[component]
pub(super) fn LeftOpen(desk: Desk, item: LessonItem) -> impl IntoView {
    let words = desk.words;
    let left = desk.memo(|player| player.left().map(|screen| screen.id().to_owned()).collect::<Vec<_>>());
    let row = move |id: String| {
        let question = item.words.screens.get(&id)?.question.clone();
        Some(view! {
            <li><Button text=Signal::stored(question) look=Look::Plain after=Icon::ChevronRight class="lesson-choice"
                on_press=move |()| desk.tell(Msg::To(id.clone()))/></li>
        })
    };
    live(move || {
        (!left.with(Vec::is_empty)).then(|| {
            let rows = left.get().into_iter().filter_map(&row).collect_view();
            view! {
                <section class="stack g2" aria-labelledby="lesson-left">
                    <h2 id="lesson-left" class="t-sub">{words.text(Messages::learning_left)}</h2>
                    <p class="muted">{words.text(Messages::learning_left_text)}</p>
                    <ul class="lesson-choices">{rows}</ul>
                </section>
            }
        })
    })
}

/// A reflection that begins with what the lesson was about.
#[component]
pub(super) fn Reflect(desk: Desk, item: LessonItem) -> impl IntoView {
    let words = desk.words;
    let question = item.words.opening.question.clone();
    let opening = StoredValue::new(opening(&item));
    let way = move |way: Way| {
        let text: Phrase = match way {
            Way::Together => Messages::group_case_start,
            Way::Alone => Messages::reflection_start_full,
            Way::Short => Messages::reflection_start_short,
        };
        let press = move |()| opening.with_value(|opening| reflect(desk, opening, way));
        view! { <Button text=words.text(text) look=Look::Secondary on_press=press/> }
    };
    view! {
        <section class="panel stack g4" data-look="soft" aria-labelledby="lesson-reflect">
            <h2 id="lesson-reflect" class="t-title">{words.text(Messages::learning_reflect)}</h2>
            <p class="muted">{words.text(Messages::learning_reflect_text)}</p>
            <p class="serif q-sm">{question}</p>
            <div class="row wrap g3">{Way::ALL.map(way).collect_view()}</div>
        </section>
    }
}

fn reflect(desk: Desk, opening: &Opening, way: Way) {
    let services = desk.services;
    let id: OpeningId = services.own(services.random_id()).into();
    match Change::keep::<Opening>(opening_record(&id), opening, services.now_ms()) {
        Ok(change) => {
            services.saver().edited(vec![change]);
            services.open(&Route::NewReflection(id, way));
        }
        Err(error) => leptos::logging::error!("an opening could not be written: {error}"),
    }
}

/// The lessons that stand before this one in its row, and were not taken to their end.
#[component]
pub(super) fn Earlier(desk: Desk, item: LessonItem) -> impl IntoView {
    let (words, services) = (desk.words, desk.services);
    let marks = Marks::read(services);
    let (id, series) = (item.neutral.id, item.neutral.series);
    let earlier = Memo::new(move |_| {
        let lessons = services.lessons();
        let all = lessons.ready().map(|pack| pack.lessons.as_slice()).unwrap_or_default();
        let before = all.iter().take_while(|one| one.neutral.id != id);
        let is_open =
            |one: &&LessonItem| one.neutral.series == series && marks.state(&one.neutral.id) != State::Done;
        before.filter(is_open).cloned().collect::<Vec<_>>()
    });
    let row = move |item: LessonItem| view! { <li><LessonRow marks item/></li> };
    live(move || {
        (!earlier.with(Vec::is_empty)).then(|| {
            view! {
                <section class="stack g2" aria-labelledby="lesson-earlier">
                    <h2 id="lesson-earlier" class="t-sub">{words.text(Messages::learning_earlier_ones)}</h2>
                    <ul class="rows">{earlier.get().into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    })
}

/// Take it once more, or forget it.
#[component]
pub(super) fn Onward(desk: Desk) -> impl IntoView {
    let (words, services) = (desk.words, desk.services);
    let asking = RwSignal::new(false);
    let forget = move |()| {
        desk.id.with_value(|id| services.forget_lesson_marks(id));
        services.replace(&Route::Lessons);
    };
    view! {
        <section class="row wrap g3">
            <Button text=words.text(Messages::learning_once_more) look=Look::Secondary before=Icon::Play on_press=move |()| desk.tell(Msg::FromTheStart)/>
            <Button text=words.text(Messages::learning_forget) look=Look::Tertiary before=Icon::Trash on_press=move |()| asking.set(true)/>
        </section>
        <Confirm id="forget-lesson" open=asking title=words.text(Messages::learning_forget_sure) close=words.text(Messages::learning_forget_no)
            yes=words.text(Messages::learning_forget_yes) no=words.text(Messages::learning_forget_no)
            on_yes=forget on_no=move |()| asking.set(false)>
            <p>{words.text(Messages::learning_forget_text)}</p>
        </Confirm>
    }
}
