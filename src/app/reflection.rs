//! The screens of Refleksjon, one line each.

use leptos::prelude::*;

use super::screen::Screen;
use crate::features::reflection::session::Situation;
use crate::features::reflection::{
    ArchivePage, CasePage, HandoverPage, ReflectionPage, SessionPage, StartPage, SummaryPage,
};

/// The view of a screen of Refleksjon.
pub(super) fn view(screen: Screen) -> AnyView {
    match screen {
        Screen::Reflection => view! { <ReflectionPage/> }.into_any(),
        Screen::Archive => view! { <ArchivePage/> }.into_any(),
        Screen::Case(id) => view! { <CasePage id/> }.into_any(),
        Screen::StartOwn(word) => view! { <StartPage situation=Situation::of_word(&word)/> }.into_any(),
        Screen::StartShort => view! { <StartPage situation=None/> }.into_any(),
        Screen::Handover(id) => view! { <HandoverPage id/> }.into_any(),
        Screen::Session(id) => view! { <SessionPage id/> }.into_any(),
        Screen::Summary(id) => view! { <SummaryPage id/> }.into_any(),
        Screen::Home | Screen::Settings | Screen::About | Screen::Unknown => ().into_any(),
    }
}
