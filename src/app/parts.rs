//! The rooms whose code comes after the first screen (docs/decisions/0012). Each part is a file of its own:
//! it is fetched as soon as the first screen stands, so that it is there before anybody asks for it, and it
//! lies on the device with everything else.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use futures_util::future::join3;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::screen::{
    CardsScreen, LearningScreen, LibraryScreen, Part, ProfilesScreen, Screen, SimulationScreen,
    WorkshopScreen,
};
use super::start;
use crate::features::cards::{CardPage, CardsPage, DeckPage};
use crate::features::learning::{
    AppraisalPage, DiplomaPage, DueOnHome, GroupLessonPage, LessonPage, LessonRoomPage, LessonsPage, LogPage,
    PathPage, PathsPage, RepetitionPage, ShiftPage, StandardPage, TalksPage, WhoIsWhoPage,
};
use crate::features::library::{LawsPage, LibraryPage, TermsPage};
use crate::features::profiles::{LockedPage, NewProfilePage, OwnProfilePage, ProfilesPage};
use crate::features::reflection::remove_rounds_without_session;
use crate::features::settings::{AboutPage, SettingsPage};
use crate::features::simulation::{
    DrillPage, DrillsPage, MonitorPage, RunPage, ScenarioPage, ScenariosPage, SheetPage, SheetsPage,
};
use crate::features::workshop::{
    NewPackPage, OwnStandardPage, PackItemPage, PackPage, TakeInPage, WorkshopPage,
};
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::platform::locks::WriterState;
use crate::services::Services;
use crate::ui::{Button, Icon, Look, Notice, NoticeKind, live};

/// How far a part has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrival {
    OnItsWay,
    Here,
    Failed,
}

/// The parts of the app, and how far each has come.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    services: Services,
    reflection: RwSignal<Arrival>,
    cards: RwSignal<Arrival>,
    simulation: RwSignal<Arrival>,
    learning: RwSignal<Arrival>,
    library: RwSignal<Arrival>,
    workshop: RwSignal<Arrival>,
    profiles: RwSignal<Arrival>,
    settings: RwSignal<Arrival>,
}

impl Parts {
    /// Asks for every part, that of the first screen first; where that screen needs none, once it is painted.
    pub(super) fn fetch(first: Option<Part>, services: Services) -> Self {
        let parts = Self {
            services,
            reflection: RwSignal::new(Arrival::OnItsWay),
            cards: RwSignal::new(Arrival::OnItsWay),
            simulation: RwSignal::new(Arrival::OnItsWay),
            learning: RwSignal::new(Arrival::OnItsWay),
            library: RwSignal::new(Arrival::OnItsWay),
            workshop: RwSignal::new(Arrival::OnItsWay),
            profiles: RwSignal::new(Arrival::OnItsWay),
            settings: RwSignal::new(Arrival::OnItsWay),
        };
        parts.tidy_rounds();
        spawn_local(async move {
            if first.is_none() {
                document::painted().await;
            }
            if let Some(first) = first {
                parts.fetch_one(first).await;
            }
            for part in Part::ALL.into_iter().filter(|part| Some(*part) != first) {
                parts.fetch_one(part).await;
            }
        });
        parts
    }

    /// A private round goes with its session, as soon as the code that knows rounds is here: at start, and when
    /// one line says that something was forgotten.
    fn tidy_rounds(self) {
        let services = self.services;
        Effect::new(move |_| {
            let _ = services.notice();
            if self.reflection.get() == Arrival::Here && services.writer() == WriterState::Writer {
                spawn_local(async move {
                    // The part is here, so it does not fail.
                    let _ = tidy_reflection(services).await;
                });
            }
        });
    }

    async fn fetch_one(self, part: Part) {
        let code = async {
            match part {
                Part::Reflection => fetch_reflection().await.is_ok(),
                Part::Cards => fetch_cards().await.is_ok(),
                Part::Simulation => fetch_simulation().await.is_ok(),
                Part::Learning => fetch_learning().await.is_ok(),
                Part::Library => fetch_library().await.is_ok(),
                Part::Workshop => fetch_workshop().await.is_ok(),
                Part::Profiles => fetch_profiles().await.is_ok(),
                Part::Settings => fetch_settings().await.is_ok(),
            }
        };
        let arrived = join3(code, start::style_of_rooms(), self.services.fetch_words_of_rooms()).await;
        let now = if arrived == (true, true, true) { Arrival::Here } else { Arrival::Failed };
        // Asked for twice, it comes once: what is on the screen stays.
        if self.arrival(part).get_untracked() != now {
            self.arrival(part).set(now);
        }
    }

    fn fetch_again(self, part: Part) {
        self.arrival(part).set(Arrival::OnItsWay);
        spawn_local(async move {
            let language = self.services.words().language_now();
            self.services.assets().refresh_parts(language).await;
            self.fetch_one(part).await;
        });
    }

    const fn arrival(self, part: Part) -> RwSignal<Arrival> {
        match part {
            Part::Reflection => self.reflection,
            Part::Cards => self.cards,
            Part::Simulation => self.simulation,
            Part::Learning => self.learning,
            Part::Library => self.library,
            Part::Workshop => self.workshop,
            Part::Profiles => self.profiles,
            Part::Settings => self.settings,
        }
    }

    /// A screen of a part, as soon as the part is here.
    pub(super) fn view(self, part: Part, screen: Screen) -> AnyView {
        let arrival = self.arrival(part);
        let mut was_waited_for = false;
        live(move || match arrival.get() {
            Arrival::OnItsWay => {
                // Somebody waits for it: it does not wait its turn.
                if !was_waited_for {
                    spawn_local(self.fetch_one(part));
                }
                was_waited_for = true;
                in_place_of(&screen, on_its_way())
            }
            Arrival::Here => {
                if was_waited_for {
                    document::focus_heading_if_lost();
                }
                made(part, screen.clone())
            }
            Arrival::Failed => in_place_of(&screen, self.not_here(part)),
        })
    }

    /// What waits for the one who is here, below Hjem. Nobody waits for it: it comes when the part does, in its turn.
    pub(super) fn below_home(self) -> AnyView {
        live(move || {
            let is_here = self.learning.get() == Arrival::Here;
            is_here.then(|| made(Part::Learning, Screen::Learning(LearningScreen::DueOnHome)))
        })
    }

    fn not_here(self, part: Part) -> AnyView {
        let words = Words::get();
        view! {
            <Notice kind=NoticeKind::Warning sign=Icon::Offline title=words.text(Messages::app_part_failed)
                text=words.text(Messages::app_part_failed_text)>
                <Button text=words.text(Messages::app_part_again) on_press=move |()| self.fetch_again(part) look=Look::Secondary/>
            </Notice>
        }
        .into_any()
    }
}

/// What stands where a screen will be: a screen without navigation brings its own frame.
fn in_place_of(screen: &Screen, view: AnyView) -> AnyView {
    if screen.is_guided() {
        view! { <main id="main" class="page" tabindex="-1">{view}</main> }.into_any()
    } else {
        view
    }
}

/// Seen only where it takes long.
fn on_its_way() -> AnyView {
    let text = Words::get().text(Messages::app_part_on_its_way);
    view! { <p class="on-its-way muted" role="status">{text}</p> }.into_any()
}

/// The view of a part that is here: its code answers at once.
fn made(part: Part, screen: Screen) -> AnyView {
    match (part, screen) {
        (Part::Cards, Screen::Cards(screen)) => at_once(cards_view(screen)),
        (Part::Simulation, Screen::Simulation(screen)) => at_once(simulation_view(screen)),
        (Part::Learning, Screen::Learning(screen)) => at_once(learning_view(screen)),
        (Part::Library, Screen::Library(screen)) => at_once(library_view(screen)),
        (Part::Workshop, Screen::Workshop(screen)) => at_once(workshop_view(screen)),
        (Part::Profiles, Screen::Profiles(screen)) => at_once(profiles_view(screen)),
        (Part::Settings, screen) => at_once(settings_view(screen)),
        (_, screen) => at_once(reflection_view(screen)),
    }
}

fn at_once(view: impl Future<Output = Result<AnyView, SplitLoaderError>>) -> AnyView {
    match pin!(view).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        // It has come, so it neither waits nor fails.
        Poll::Ready(Err(_)) | Poll::Pending => ().into_any(),
    }
}

#[wasm_split(reflection, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_reflection))]
fn reflection_view(screen: Screen) -> Result<AnyView, SplitLoaderError> {
    Ok(super::reflection::view(screen))
}

#[wasm_split(reflection, wasm_split_path = leptos::wasm_split, fallible)]
fn tidy_reflection(services: Services) -> Result<(), SplitLoaderError> {
    remove_rounds_without_session(services);
    Ok(())
}

#[wasm_split(cards, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_cards))]
fn cards_view(screen: CardsScreen) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        CardsScreen::Deck(id) => view! { <DeckPage id/> }.into_any(),
        CardsScreen::Card(id) => view! { <CardPage id/> }.into_any(),
        CardsScreen::Decks => view! { <CardsPage/> }.into_any(),
    })
}

#[wasm_split(simulation, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_simulation))]
fn simulation_view(screen: SimulationScreen) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        SimulationScreen::Scenario(id) => view! { <ScenarioPage id/> }.into_any(),
        SimulationScreen::Run(id) => view! { <RunPage id/> }.into_any(),
        SimulationScreen::Drills => view! { <DrillsPage/> }.into_any(),
        SimulationScreen::Drill(id) => view! { <DrillPage id/> }.into_any(),
        SimulationScreen::Sheets => view! { <SheetsPage/> }.into_any(),
        SimulationScreen::Sheet(code) => view! { <SheetPage code/> }.into_any(),
        SimulationScreen::Monitor => view! { <MonitorPage/> }.into_any(),
        SimulationScreen::Scenarios => view! { <ScenariosPage/> }.into_any(),
    })
}

#[wasm_split(learning, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_learning))]
fn learning_view(screen: LearningScreen) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        LearningScreen::Lesson(id) => view! { <LessonPage id/> }.into_any(),
        LearningScreen::Repetition => view! { <RepetitionPage/> }.into_any(),
        LearningScreen::Shift => view! { <ShiftPage/> }.into_any(),
        LearningScreen::Paths => view! { <PathsPage/> }.into_any(),
        LearningScreen::Path(id) => view! { <PathPage id/> }.into_any(),
        LearningScreen::Diploma(id) => view! { <DiplomaPage id/> }.into_any(),
        LearningScreen::Standard => view! { <StandardPage/> }.into_any(),
        LearningScreen::WhoIsWho => view! { <WhoIsWhoPage/> }.into_any(),
        LearningScreen::Log => view! { <LogPage/> }.into_any(),
        LearningScreen::Appraisal => view! { <AppraisalPage/> }.into_any(),
        LearningScreen::Group(id) => view! { <GroupLessonPage id/> }.into_any(),
        LearningScreen::Talks => view! { <TalksPage/> }.into_any(),
        LearningScreen::Room => view! { <LessonRoomPage/> }.into_any(),
        LearningScreen::DueOnHome => view! { <DueOnHome/> }.into_any(),
        LearningScreen::Lessons => view! { <LessonsPage/> }.into_any(),
    })
}

#[wasm_split(library, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_library))]
fn library_view(screen: LibraryScreen) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        LibraryScreen::Terms(at) => view! { <TermsPage at/> }.into_any(),
        LibraryScreen::Laws(at) => view! { <LawsPage at/> }.into_any(),
        LibraryScreen::Everything => view! { <LibraryPage/> }.into_any(),
    })
}

#[wasm_split(workshop, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_workshop))]
fn workshop_view(screen: WorkshopScreen) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        WorkshopScreen::New => view! { <NewPackPage/> }.into_any(),
        WorkshopScreen::Pack(id) => view! { <PackPage id/> }.into_any(),
        WorkshopScreen::Item(id, item) => view! { <PackItemPage id item/> }.into_any(),
        WorkshopScreen::Standard => view! { <OwnStandardPage/> }.into_any(),
        WorkshopScreen::TakeIn => view! { <TakeInPage/> }.into_any(),
        WorkshopScreen::Packs => view! { <WorkshopPage/> }.into_any(),
    })
}

#[wasm_split(profiles, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_profiles))]
fn profiles_view(screen: ProfilesScreen) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        ProfilesScreen::Choose => view! { <ProfilesPage/> }.into_any(),
        ProfilesScreen::New => view! { <NewProfilePage/> }.into_any(),
        ProfilesScreen::Own => view! { <OwnProfilePage/> }.into_any(),
        ProfilesScreen::Locked => view! { <LockedPage/> }.into_any(),
    })
}

#[wasm_split(settings, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_settings))]
fn settings_view(screen: Screen) -> Result<AnyView, SplitLoaderError> {
    let view = if screen == Screen::About {
        view! { <AboutPage/> }.into_any()
    } else {
        view! { <SettingsPage/> }.into_any()
    };
    Ok(view)
}
