//! The frame around the rooms: which screen is on, the navigation, and what every screen may have to
//! say: another window writes, the language did not come, an update waits.

use leptos::prelude::*;

use crate::ethics::{CaseId, OpeningId, SessionId};
use crate::features::reflection::session::Situation;
use crate::features::reflection::{
    ArchivePage, CasePage, HandoverPage, ReflectionPage, SessionPage, StartPage, SummaryPage, clean_up,
};
use crate::i18n::{Messages, Words};
use crate::platform::locks::WriterState;
use crate::route::{Room, Route};
use crate::services::Services;
use crate::ui::{Icon, Nav, NavItem};

/// Which screen is on. A session is one screen from its first step to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    Home,
    Reflection,
    Archive,
    Start(String),
    StartShort,
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
            Route::Archive => Self::Archive,
            Route::StartOwn(word) => Self::Start(word),
            Route::StartShort => Self::StartShort,
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
    let Some(services) = Services::find() else { return ().into_any() };
    let screen = Memo::new(move |_| Screen::of(services.route()));
    Effect::new(move |done: Option<bool>| {
        let writer = services.writer() == WriterState::Writer;
        if writer && done != Some(true) {
            clean_up(services);
        }
        writer || done == Some(true)
    });
    let guided = Memo::new(move |_| services.route().is_guided());
    view! {
        <div class="shell">
            {move || if guided.get() {
                screen_view(screen.get()).into_any()
            } else {
                view! { <div class="app"><Rooms services/><main class="page" id="main" tabindex="-1">{move || screen_view(screen.get())}</main></div> }.into_any()
            }}
        </div>
    }
    .into_any()
}

#[component]
fn Rooms(services: Services) -> impl IntoView {
    let words = Words::get();
    let item = |room: Room| {
        let (text, sign, sign_current): (fn(&Messages) -> &str, Icon, Icon) = match room {
            Room::Home => (Messages::app_name, Icon::Home, Icon::HomeFill),
            Room::Reflection => (Messages::reflection_room, Icon::Reflection, Icon::ReflectionFill),
            Room::Settings => (Messages::app_name, Icon::Settings, Icon::SettingsFill),
        };
        NavItem {
            href: room.route().to_string(),
            text: words.text(text),
            sign,
            sign_current,
            current: Signal::derive(move || services.route().room() == Some(room)),
            last: room == Room::Settings,
        }
    };
    view! { <Nav label=words.text(Messages::app_name) items=Room::ALL.into_iter().map(item).collect()/> }
}

fn screen_view(screen: Screen) -> AnyView {
    match screen {
        Screen::Reflection => view! { <ReflectionPage/> }.into_any(),
        Screen::Archive => view! { <ArchivePage/> }.into_any(),
        Screen::Start(word) => view! { <StartPage situation=Situation::of_word(&word)/> }.into_any(),
        Screen::StartShort => view! { <StartPage situation=None/> }.into_any(),
        Screen::Case(id) => view! { <CasePage id/> }.into_any(),
        Screen::Handover(id) => view! { <HandoverPage id/> }.into_any(),
        Screen::Session(id) => view! { <SessionPage id/> }.into_any(),
        Screen::Summary(id) => view! { <SummaryPage id/> }.into_any(),
        Screen::Home | Screen::Settings | Screen::About | Screen::Unknown => ().into_any(),
    }
}
