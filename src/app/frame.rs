//! The frame around the rooms: which screen is on, the navigation, and what every screen may have to
//! say: another window writes, the language did not come, an update waits.

use leptos::prelude::*;

use crate::ethics::{CaseId, OpeningId, SessionId};
use crate::route::Route;
use crate::services::Services;

/// Which screen is on. A session is one screen from its first step to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    Home,
    Reflection,
    Case(CaseId),
    Handover(OpeningId),
    Session(SessionId),
    Summary(SessionId),
    Settings,
    About,
    Unknown,
}

impl Screen {
    fn of(route: Route) -> Self {
        match route {
            Route::Home => Self::Home,
            Route::Reflection => Self::Reflection,
            Route::Case(id) => Self::Case(id),
            Route::NewReflection(id) => Self::Handover(id),
            Route::Session(id) | Route::SessionStep(id, _) | Route::SessionEnd(id) => Self::Session(id),
            Route::Summary(id) => Self::Summary(id),
            Route::Settings => Self::Settings,
            Route::About => Self::About,
            Route::Unknown(_) => Self::Unknown,
        }
    }
}

/// The whole app.
#[component]
pub(super) fn App() -> impl IntoView {
    view! { <div class="shell"></div> }
}
