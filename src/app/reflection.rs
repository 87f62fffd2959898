//! The screens of Refleksjon, one line each.

use leptos::prelude::*;

use super::screen::Screen;
use crate::features::reflection::session::Situation;
use crate::features::reflection::{
    ArchivePage, CasePage, FollowUpPage, HandoverPage, ReflectionPage, RoomWindowPage, SessionPage,
    StartPage, SummaryPage,
};
use crate::features::shelf::{
    IdeaPage, IdeasPage, NewIdeaPage, NewPracticePage, PracticePage, PracticesPage,
};
use crate::route::Way;

/// The view of a screen of Refleksjon.
pub(super) fn view(screen: Screen) -> AnyView {
    match screen {
        Screen::Reflection => view! { <ReflectionPage/> }.into_any(),
        Screen::Archive => view! { <ArchivePage/> }.into_any(),
        Screen::Case(id) => view! { <CasePage id/> }.into_any(),
        Screen::StartOwn(word) => {
            let situation = Situation::of_word(&word).unwrap_or(Situation::Difficult);
            view! { <StartPage situation way=Way::Alone/> }.into_any()
        }
        Screen::StartShort => view! { <StartPage situation=Situation::Difficult way=Way::Short/> }.into_any(),
        Screen::StartGroup => {
            view! { <StartPage situation=Situation::Difficult way=Way::Together/> }.into_any()
        }
        Screen::Handover(id, way) => view! { <HandoverPage id way/> }.into_any(),
        Screen::Ideas => view! { <IdeasPage/> }.into_any(),
        Screen::NewIdea => view! { <NewIdeaPage/> }.into_any(),
        Screen::Idea(id) => view! { <IdeaPage id/> }.into_any(),
        Screen::Practices => view! { <PracticesPage/> }.into_any(),
        Screen::NewPractice => view! { <NewPracticePage/> }.into_any(),
        Screen::Practice(id) => view! { <PracticePage id/> }.into_any(),
        Screen::Session(id) => view! { <SessionPage id/> }.into_any(),
        Screen::FollowUp(id) => view! { <FollowUpPage id/> }.into_any(),
        Screen::RoomWindow => view! { <RoomWindowPage/> }.into_any(),
        Screen::Summary(id) => view! { <SummaryPage id/> }.into_any(),
        // Of other parts.
        Screen::Home
        | Screen::Library(_)
        | Screen::Cards(_)
        | Screen::Simulation(_)
        | Screen::Learning(_)
        | Screen::Workshop(_)
        | Screen::Profiles(_)
        | Screen::Settings
        | Screen::About
        | Screen::Unknown => ().into_any(),
    }
}
