//! The screens of Refleksjon, one line each.

use leptos::prelude::*;

use super::screen::Screen;

/// The view of a screen of Refleksjon.
pub(super) fn view(screen: Screen) -> AnyView {
    match screen {
        Screen::Reflection | Screen::Archive => rooms(),
        Screen::Case(id) => case(id),
        Screen::StartOwn(situation) => start_own(situation),
        Screen::StartShort => start_short(),
        Screen::Handover(id) => handover(id),
        Screen::Session(id) => session(id),
        Screen::Summary(id) => summary(id),
        Screen::Home | Screen::Settings | Screen::About | Screen::Unknown => ().into_any(),
    }
}

fn rooms() -> AnyView {
    ().into_any()
}

fn case(_id: crate::ethics::CaseId) -> AnyView {
    ().into_any()
}

fn start_own(_situation: String) -> AnyView {
    ().into_any()
}

fn start_short() -> AnyView {
    ().into_any()
}

fn handover(_id: crate::ethics::OpeningId) -> AnyView {
    ().into_any()
}

fn session(_id: crate::ethics::SessionId) -> AnyView {
    ().into_any()
}

fn summary(_id: crate::ethics::SessionId) -> AnyView {
    ().into_any()
}
