//! Læring: the rows of lessons, and the one that was begun.

use std::sync::Arc;

use leptos::prelude::*;

use super::due::{Due, DueList};
use super::group::TalksLink;
use super::marks::{LessonRow, Marks, State};
use super::paths::PathsLink;
use super::repetition::{self, RepetitionLink};
use crate::content::lesson::Series;
use crate::content::{LessonItem, LessonPack};
use crate::ethics::LessonId;
use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::services::{Fetched, Services};
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, Panel, PanelLook, live};

/// What stands where the lessons will be, or did not come.
pub(super) fn in_place_of_lessons(services: Services) -> AnyView {
    let words = Words::get();
    live(move || {
        match services.lessons() {
            Fetched::Failed(_) => view! {
                <Notice kind=NoticeKind::Info sign=Icon::Offline text=words.text(Messages::learning_failed)>
                    <Button text=words.text(Messages::learning_fetch_again) on_press=move |()| services.need_lessons() look=Look::Secondary/>
                </Notice>
            }
            .into_any(),
            Fetched::NotAsked | Fetched::Loading | Fetched::Ready(_) => {
                view! { <p class="on-its-way muted" role="status">{words.text(Messages::learning_loading)}</p> }.into_any()
            }
        }
    })
}

/// An address of a lesson that is not there.
pub(super) fn unknown(words: Words) -> AnyView {
    view! {
        <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::learning_unknown)}</h1>
        <p>{words.text(Messages::learning_unknown_text)}</p>
        <p><LinkButton href=Signal::derive(|| Route::Lessons.to_string()) text=words.text(Messages::learning_to_all)/></p>
    }
    .into_any()
}

/// A lesson with its words, and whether there is none of this id. While the words of another language are on their
/// way, those before them stay.
pub(super) fn lesson(
    services: Services,
    id: StoredValue<LessonId>,
) -> (Memo<Option<LessonItem>>, Memo<bool>) {
    let find = move || {
        let lessons = services.lessons();
        let pack = lessons.ready()?;
        Some(id.with_value(|id| pack.lessons.iter().find(|item| item.neutral.id == *id).cloned()))
    };
    let found = Memo::new(move |before: Option<&Option<Option<LessonItem>>>| {
        find().or_else(|| before.cloned().flatten())
    });
    let is_unknown = Memo::new(move |_| found.with(|found| matches!(found, Some(None))));
    (Memo::new(move |_| found.get().flatten()), is_unknown)
}

/// Læring.
#[component]
pub fn LessonsPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_lessons();
    let marks = Marks::read(services);
    let memory = repetition::Kept::beside(services, marks);
    let due = Due::read(services, marks, memory);
    // What waits and what was begun stand above the lessons: all of it comes in one piece.
    let is_here = due.is_here();
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::app_learning)}</h1>
                <p class="muted">{words.text(Messages::learning_lead)}</p>
            </div>
        </header>
        {live(move || match services.lessons().ready().filter(|_| is_here.get()).cloned() {
            None => in_place_of_lessons(services),
            Some(pack) => view! {
                <DueList due/>
                <Unfinished pack=Arc::clone(&pack) marks/>
                <ul class="rows lesson-ways"><RepetitionLink memory/><PathsLink/><TalksLink/></ul>
                <div class="lesson-series">
                    {Series::ALL.map(|series| view! { <SeriesRows pack=Arc::clone(&pack) marks series/> }).collect_view()}
                </div>
            }
            .into_any(),
        })}
    };
    Some(view)
}

/// So many are offered before all others; the rest are marked where they stand.
const OFFERED_FIRST: usize = 4;

/// What was begun and not taken to its end.
#[component]
fn Unfinished(pack: Arc<LessonPack>, marks: Marks) -> impl IntoView {
    let words = Words::get();
    let begun = Memo::new(move |_| {
        let is_begun = |item: &&LessonItem| marks.state(&item.neutral.id) == State::Begun;
        pack.lessons.iter().filter(is_begun).take(OFFERED_FIRST).cloned().collect::<Vec<_>>()
    });
    live(move || {
        let rows = begun.get().into_iter().map(|item| view! { <li><LessonRow marks item/></li> });
        let rows = rows.collect_view();
        begun.with(|begun| !begun.is_empty()).then(|| {
            view! {
                <Panel look=PanelLook::Soft labelled_by="lesson-unfinished">
                    <h2 id="lesson-unfinished" class="t-title">{words.text(Messages::learning_continue)}</h2>
                    <ul class="rows" data-look="open">{rows}</ul>
                </Panel>
            }
        })
    })
}

/// One row of lessons.
#[component]
fn SeriesRows(pack: Arc<LessonPack>, marks: Marks, series: Series) -> impl IntoView {
    let words = Words::get();
    let (id, name, about) = told(series);
    let of_series = pack.lessons.iter().filter(|item| item.neutral.series == series).cloned();
    let rows = of_series.map(|item| view! { <li><LessonRow marks item/></li> }).collect_view();
    view! {
        <section class="stack g3" aria-labelledby=id>
            <div class="stack g1">
                <h2 id=id class="t-title">{words.text(name)}</h2>
                <p class="muted">{words.text(about)}</p>
            </div>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

/// The id, the name and one line about a row of lessons.
fn told(series: Series) -> (&'static str, Phrase, Phrase) {
    match series {
        Series::Standard => {
            ("lesson-standard", Messages::learning_standard, Messages::learning_standard_text)
        }
        Series::Observation => {
            ("lesson-observation", Messages::learning_observation, Messages::learning_observation_text)
        }
        Series::Facilitator => {
            ("lesson-facilitator", Messages::learning_facilitator, Messages::learning_facilitator_text)
        }
    }
}
