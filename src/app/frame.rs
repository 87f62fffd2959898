//! The frame around the rooms: which screen is on, the navigation, and what every screen may have to
//! say: another window writes, the language did not come, an update waits.

use leptos::prelude::*;

use super::banners::Banners;
use super::parts::Parts;
use super::screen::{ProfilesScreen, Screen};
use super::{lasting, not_found, writing};
use crate::features::home::HomePage;
use crate::i18n::{Language, Messages, Words};
use crate::pictured::{called, pictures};
use crate::platform::document;
use crate::route::{Room, Route};
use crate::services::{Services, once_painted};
use crate::ui::{
    Icon, LinkButton, LiveRegion, Look, Menu, MenuItem, Nav, NavItem, SkipLink, Tone, icon, live,
};

/// The whole app.
#[component]
pub(super) fn App() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let screen = once_painted(Memo::new(move |_| Screen::of(services.route())));
    let parts = Parts::fetch(screen.with_untracked(Screen::part), services);
    writing::follow(services);
    let said = RwSignal::new(String::new());
    follow_screen(screen, said, services, words);
    lasting::ask_when_kept(services);
    let guided = Memo::new(move |_| screen.with(Screen::is_guided));
    // Whoever comes finds their own on every screen: what the one before saw is made anew.
    let person = Memo::new(move |_| services.whose_screens());
    let hidden = Memo::new(move |_| services.is_hidden());
    Effect::new(move |before: Option<bool>| {
        let now = hidden.get();
        if before.is_some_and(|before| before != now) {
            document::focus_heading_if_lost();
        }
        now
    });
    let guided_view = move || {
        view! {
            <Banners/>
            {live(move || {
                person.track();
                screen.with(Screen::is_guided).then(|| screen_view(screen.get(), words, parts))
            })}
        }
    };
    let room_view = move || {
        view! {
            <div class="app">
                {nav(services, words)} <div class="app-content">
                    <Banners/>
                    <div class="app-view">
                        <div class="app-tools">
                            {aside_rooms(words)} {person_link(services, words)} {language_menu(services, words)}
                        </div>
                        <main class="page" id="main" tabindex="-1">
                            {live(move || {
                                person.track();
                                (!screen.with(Screen::is_guided)).then(|| screen_view(screen.get(), words, parts))
                            })}
                        </main>
                    </div>
                </div>
            </div>
        }
    };
    let shell = view! {
        {live(move || hidden.get().then(|| locked_view(words, parts)))}
        <div class="shell" hidden=hidden>
            <SkipLink text=words.text(Messages::app_skip) on_press=move |()| document::focus("main")/>
            <LiveRegion text=said/>
            {live(move || if guided.get() { guided_view().into_any() } else { room_view().into_any() })}
        </div>
    };
    Some(shell)
}

fn screen_view(screen: Screen, words: Words, parts: Parts) -> AnyView {
    words.of_its_own().provide();
    match screen.part() {
        Some(part) => parts.view(part, screen),
        None if screen == Screen::Home => view! { <HomePage/> {parts.below_home()} }.into_any(),
        None => view! { <not_found::NotFoundPage/> }.into_any(),
    }
}

/// What stands in the place of everything until somebody comes back. The screens beneath stay as they are.
fn locked_view(words: Words, parts: Parts) -> AnyView {
    view! {
        <div class="shell">
            <main class="page locked" id="locked">{screen_view(Screen::Profiles(ProfilesScreen::Locked), words, parts)}</main>
        </div>
    }
    .into_any()
}

/// What a change of screen brings: its title, the focus on its heading, its top, and its name for whoever
/// hears it.
fn follow_screen(screen: Signal<Screen>, said: RwSignal<String>, services: Services, words: Words) {
    Effect::new(move || {
        let name = words.with(|words| screen.with(|screen| screen.name(words).to_owned()));
        document::set_title(&words.with(|words| words.app_page_title(name)));
    });
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            services.screen_changed();
            said.set(words.now(|words| now.name(words).to_owned()));
            request_animation_frame(|| {
                if !document::is_in_a_field() {
                    document::scroll_to_top();
                    document::focus_heading();
                }
            });
        }
        now
    });
}

/// The rooms that a phone has at the top of the page: its bar has no place for them.
const ASIDE: [Room; 2] = [Room::Workshop, Room::Settings];

/// What a room is called, and its signs.
fn room_words(room: Room) -> (fn(&Messages) -> &str, Icon, Icon) {
    match room {
        Room::Home => (Messages::app_home, Icon::Home, Icon::HomeFill),
        Room::Reflection => (Messages::app_reflection, Icon::Reflection, Icon::ReflectionFill),
        Room::Cards => (Messages::app_cards, Icon::Cards, Icon::CardsFill),
        Room::Simulation => (Messages::app_simulation, Icon::Simulation, Icon::SimulationFill),
        Room::Learning => (Messages::app_learning, Icon::Learning, Icon::LearningFill),
        Room::Workshop => (Messages::app_workshop, Icon::Workshop, Icon::WorkshopFill),
        Room::Settings => (Messages::app_settings, Icon::Settings, Icon::SettingsFill),
    }
}

fn nav(services: Services, words: Words) -> impl IntoView {
    let item = move |room: Room| {
        let (text, sign, sign_current) = room_words(room);
        NavItem {
            href: room.route().to_string(),
            text: words.text(text),
            sign,
            sign_current,
            current: Signal::derive(move || services.route().room() == Some(room)),
            last: room == Room::Settings,
            aside: ASIDE.contains(&room),
        }
    };
    view! { <Nav label=words.text(Messages::app_rooms) items=Room::ALL.into_iter().map(item).collect()/> }
}

fn aside_rooms(words: Words) -> impl IntoView {
    let link = move |room: Room| {
        let (text, sign, _) = room_words(room);
        view! {
            <LinkButton text=words.text(text) href=Signal::stored(room.route().to_string()) look=Look::Tertiary
                tone=Tone::Neutral before=sign class="app-aside"/>
        }
    };
    ASIDE.map(link).collect_view()
}

/// Who is here, on every screen with navigation: one tap to be somebody else.
fn person_link(services: Services, words: Words) -> impl IntoView {
    let code = Memo::new(move |_| services.code_here());
    let name = words.made(move |words| match (code.get(), services.presence().is_guest()) {
        (Some(code), _) => words.app_profile_here(called(code, words)),
        (None, true) => words.app_profile_guest().to_owned(),
        (None, false) => words.app_profiles().to_owned(),
    });
    let shown = move || code.get().map_or_else(|| icon(Icon::Person), pictures);
    view! {
        <a class="ds-button person" data-variant="tertiary" data-color="neutral" href=Route::Profiles.to_string()>
            {live(shown)} <span class="button-words">{name}</span>
        </a>
    }
}

/// Reachable on every screen with navigation; the guided screens have their own.
fn language_menu(services: Services, words: Words) -> impl IntoView {
    let label = Signal::derive(move || {
        let own_name = words.language().own_name();
        words.with(|words| words.app_language(own_name))
    });
    let item = |language: Language| MenuItem {
        text: Signal::stored(language.own_name().to_owned()),
        sign: Icon::Language,
        on_press: Callback::new(move |()| services.change_language(language)),
    };
    let items = Language::ALL.into_iter().map(item).collect();
    view! { <Menu label sign=Icon::Language words=true items/> }
}

/// Where a link back home leads.
pub(super) fn home_address() -> String {
    Route::Home.to_string()
}
