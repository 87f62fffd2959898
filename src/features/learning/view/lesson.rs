//! A lesson with the whole screen for itself: where one is, one screen at a time, and the ways on.

use leptos::prelude::*;

use super::desk::{Desk, Face};
use super::end::End;
use super::lessons::{in_place_of_lessons, unknown};
use super::page::PageScreen;
use super::question::QuestionScreen;
use super::ways::Ways;
use crate::content::lesson::Screen;
use crate::ethics::LessonId;
use crate::features::learning::player::{Place, Player};
use crate::i18n::Messages;
use crate::route::Route;
use crate::services::{Services, follow_place};
use crate::ui::{LiveRegion, TopBar, live, when};
use crate::writing::KeptStatus;

/// A lesson, at the screen where it was left.
#[component]
pub fn LessonPage(
    /// Which one.
    id: LessonId,
) -> impl IntoView {
    let services = Services::find()?;
    let (desk, is_unknown) = Desk::new(services, id);
    let face = desk.face(is_unknown);
    let place = desk.memo(|player| Some(player.place));
    follow_place(move || place.get());
    let is_here = Signal::derive(move || matches!(face.get(), Face::Screen(_) | Face::End(_)));
    let read_only = Signal::derive(move || services.reads_only());
    let screen = move || match face.get() {
        Face::OnItsWay => in_place_of_lessons(services),
        Face::Unknown => unknown(desk.words),
        Face::Screen(shown) => match &shown.screen {
            Screen::Page(page) => {
                let page = page.clone();
                view! { <PageScreen page shown=(*shown).clone()/> }.into_any()
            }
            Screen::Single(_)
            | Screen::Several(_)
            | Screen::Order(_)
            | Screen::Match(_)
            | Screen::Sort(_)
            | Screen::Number(_)
            | Screen::Case(_)
            | Screen::Standpoint(_) => view! { <QuestionScreen desk shown=(*shown).clone()/> }.into_any(),
        },
        Face::End(item) => view! { <End desk item=(*item).clone()/> }.into_any(),
    };
    let view = view! {
        <div class="guided lesson" inert=read_only>
            <Top desk/>
            <div class="cols"><main id="main" tabindex="-1">{live(screen)}</main></div>
            {when(is_here, move || view! { <Ways desk/> })}
            <LiveRegion text=desk.told/>
        </div>
    };
    Some(view)
}

/// The bar above: leave, what this is, whether it is kept, and how far one has come.
#[component]
fn Top(desk: Desk) -> impl IntoView {
    let Desk { services, words, item, .. } = desk;
    let title = words.made(move |words| {
        let title = item.with(|item| item.as_ref().map(|item| item.words.title.clone()));
        title.unwrap_or_else(|| words.app_learning().to_owned())
    });
    let leave = move |()| services.open(&Route::Lessons);
    view! {
        <TopBar leave=words.text(Messages::learning_leave) on_leave=leave title=title
            under=view! { <KeptStatus services/> }.into_any()>
            <Progress desk/>
        </TopBar>
    }
}

/// How far one has come: a segment for each screen, and the same in words.
#[component]
fn Progress(desk: Desk) -> impl IntoView {
    let words = desk.words;
    // Nothing before the lesson has come: then there are no screens.
    let at = desk.memo(|player| (place_of(player), player.lesson.screens.len()));
    let said = words.made(move |words| match at.get() {
        (_, 0) => String::new(),
        (at, of) if at < of => words.learning_progress(at + 1, of),
        (_, _) => words.learning_at_end().to_owned(),
    });
    let segments = move || {
        let (at, of) = at.get();
        let segment = |place: usize| {
            let state = match place.cmp(&at) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "ahead",
            };
            view! { <span class="lesson-segment" data-state=state></span> }
        };
        (0..of).map(segment).collect_view()
    };
    view! {
        <span class="lesson-segments" aria-hidden="true">{live(segments)}</span>
        <span class="lesson-at t-sm muted num">{said}</span>
    }
}

/// The screen where one is, from 0; at the end one more than the last.
fn place_of(player: &Player) -> usize {
    match player.place {
        Place::Screen(at) => at,
        Place::End => player.lesson.screens.len(),
    }
}
