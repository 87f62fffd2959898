//! Which screen is on: what an address shows, without what it shows of it. A session is one screen from
//! its first step to its end, so that nothing on it is made anew on the way.

use crate::ethics::{
    CardId, CaseId, DeckId, IdeaId, LawId, LessonId, OpeningId, PackId, PathId, PracticeId, RunId,
    ScenarioId, SessionId, TermId,
};
use crate::i18n::Messages;
use crate::route::{Route, Way};

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Screen {
    Home,
    Reflection,
    Archive,
    Case(CaseId),
    StartOwn(String),
    StartShort,
    StartGroup,
    Handover(OpeningId, Way),
    Ideas,
    NewIdea,
    Idea(IdeaId),
    Practices,
    NewPractice,
    Practice(PracticeId),
    Session(SessionId),
    Summary(SessionId),
    FollowUp(SessionId),
    RoomWindow,
    Library(LibraryScreen),
    Cards(CardsScreen),
    Simulation(SimulationScreen),
    Learning(LearningScreen),
    Workshop(WorkshopScreen),
    Profiles(ProfilesScreen),
    Settings,
    About,
    Unknown,
}

/// A screen of Saker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LibraryScreen {
    Everything,
    Terms(Option<TermId>),
    Laws(Option<LawId>),
}

/// A screen of Kort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CardsScreen {
    Decks,
    Deck(DeckId),
    Card(CardId),
}

/// A screen of Øving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SimulationScreen {
    Scenarios,
    Scenario(ScenarioId),
    Run(RunId),
    Drills,
    Drill(String),
    Sheets,
    Sheet(String),
    Monitor,
}

/// A screen of Læring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LearningScreen {
    Lessons,
    Repetition,
    Shift,
    Lesson(LessonId),
    Paths,
    Path(PathId),
    Diploma(PathId),
    Standard,
    WhoIsWho,
    Log,
    Appraisal,
    Group(LessonId),
    Talks,
    Room,
    /// Below what Hjem itself shows, as soon as the part is here.
    DueOnHome,
}

/// A screen of Veileder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WorkshopScreen {
    Packs,
    New,
    Pack(PackId),
    Item(PackId, String),
    Standard,
    TakeIn,
}

/// A screen of the profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProfilesScreen {
    Choose,
    New,
    Own,
    /// In the place of every screen, until somebody comes back.
    Locked,
}

/// A part of the app whose code is a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Reflection,
    Cards,
    Simulation,
    Learning,
    Library,
    Workshop,
    Profiles,
    Settings,
}

impl Part {
    /// All, in the order in which they are fetched where nobody waits for one.
    pub(super) const ALL: [Self; 8] = [
        Self::Reflection,
        Self::Cards,
        Self::Simulation,
        Self::Learning,
        Self::Library,
        Self::Workshop,
        Self::Profiles,
        Self::Settings,
    ];
}

impl Screen {
    /// The part that shows it; none for what is there from the start.
    pub(super) const fn part(&self) -> Option<Part> {
        match self {
            Self::Home | Self::Unknown => None,
            Self::Settings | Self::About => Some(Part::Settings),
            Self::Library(_) => Some(Part::Library),
            Self::Cards(_) => Some(Part::Cards),
            Self::Simulation(_) => Some(Part::Simulation),
            Self::Learning(_) => Some(Part::Learning),
            Self::Workshop(_) => Some(Part::Workshop),
            Self::Profiles(_) => Some(Part::Profiles),
            Self::Reflection
            | Self::Archive
            | Self::Case(_)
            | Self::StartOwn(_)
            | Self::StartShort
            | Self::StartGroup
            | Self::Handover(..)
            | Self::Ideas
            | Self::NewIdea
            | Self::Idea(_)
            | Self::Practices
            | Self::NewPractice
            | Self::Practice(_)
            | Self::Session(_)
            | Self::Summary(_)
            | Self::FollowUp(_)
            | Self::RoomWindow => Some(Part::Reflection),
        }
    }

    /// The screen of an address.
    pub(super) fn of(route: Route) -> Self {
        match route {
            Route::Home => Self::Home,
            Route::Reflection => Self::Reflection,
            Route::Archive => Self::Archive,
            Route::Case(id) => Self::Case(id),
            Route::StartOwn(situation) => Self::StartOwn(situation),
            Route::StartShort => Self::StartShort,
            Route::StartGroup => Self::StartGroup,
            Route::NewReflection(id, way) => Self::Handover(id, way),
            Route::Ideas => Self::Ideas,
            Route::NewIdea => Self::NewIdea,
            Route::Idea(id) => Self::Idea(id),
            Route::Practices => Self::Practices,
            Route::NewPractice => Self::NewPractice,
            Route::Practice(id) => Self::Practice(id),
            Route::Session(id) | Route::SessionStep(id, _) | Route::SessionEnd(id) => Self::Session(id),
            Route::Summary(id) => Self::Summary(id),
            Route::FollowUp(id) => Self::FollowUp(id),
            Route::RoomWindow => Self::RoomWindow,
            Route::Library => Self::Library(LibraryScreen::Everything),
            Route::Terms => Self::Library(LibraryScreen::Terms(None)),
            Route::Term(id) => Self::Library(LibraryScreen::Terms(Some(id))),
            Route::Laws => Self::Library(LibraryScreen::Laws(None)),
            Route::Law(id) => Self::Library(LibraryScreen::Laws(Some(id))),
            Route::Cards => Self::Cards(CardsScreen::Decks),
            Route::Deck(id) => Self::Cards(CardsScreen::Deck(id)),
            Route::Card(id) => Self::Cards(CardsScreen::Card(id)),
            Route::Simulation => Self::Simulation(SimulationScreen::Scenarios),
            Route::Scenario(id) => Self::Simulation(SimulationScreen::Scenario(id)),
            Route::Run(id) => Self::Simulation(SimulationScreen::Run(id)),
            Route::Drills => Self::Simulation(SimulationScreen::Drills),
            Route::Drill(id) => Self::Simulation(SimulationScreen::Drill(id)),
            Route::Sheets => Self::Simulation(SimulationScreen::Sheets),
            Route::Sheet(code) => Self::Simulation(SimulationScreen::Sheet(code)),
            Route::MonitorWindow => Self::Simulation(SimulationScreen::Monitor),
            Route::Lessons => Self::Learning(LearningScreen::Lessons),
            Route::Repetition => Self::Learning(LearningScreen::Repetition),
            Route::Shift => Self::Learning(LearningScreen::Shift),
            Route::Lesson(id) => Self::Learning(LearningScreen::Lesson(id)),
            Route::Paths => Self::Learning(LearningScreen::Paths),
            Route::Path(id) => Self::Learning(LearningScreen::Path(id)),
            Route::Diploma(id) => Self::Learning(LearningScreen::Diploma(id)),
            Route::Standard => Self::Learning(LearningScreen::Standard),
            Route::WhoIsWho => Self::Learning(LearningScreen::WhoIsWho),
            Route::Log => Self::Learning(LearningScreen::Log),
            Route::Appraisal => Self::Learning(LearningScreen::Appraisal),
            Route::GroupLesson(id) => Self::Learning(LearningScreen::Group(id)),
            Route::Talks => Self::Learning(LearningScreen::Talks),
            Route::LessonRoom => Self::Learning(LearningScreen::Room),
            Route::Workshop => Self::Workshop(WorkshopScreen::Packs),
            Route::NewPack => Self::Workshop(WorkshopScreen::New),
            Route::Pack(id) => Self::Workshop(WorkshopScreen::Pack(id)),
            Route::PackItem(id, item) => Self::Workshop(WorkshopScreen::Item(id, item)),
            Route::OwnStandard => Self::Workshop(WorkshopScreen::Standard),
            Route::TakeIn => Self::Workshop(WorkshopScreen::TakeIn),
            Route::Profiles => Self::Profiles(ProfilesScreen::Choose),
            Route::NewProfile => Self::Profiles(ProfilesScreen::New),
            Route::OwnProfile => Self::Profiles(ProfilesScreen::Own),
            Route::Settings => Self::Settings,
            Route::About => Self::About,
            Route::Unknown(_) => Self::Unknown,
        }
    }

    /// Whether it stands alone, without navigation.
    pub(super) fn is_guided(&self) -> bool {
        match self {
            Self::StartOwn(_)
            | Self::StartShort
            | Self::StartGroup
            | Self::Handover(..)
            | Self::RoomWindow
            | Self::Cards(CardsScreen::Card(_))
            | Self::Simulation(SimulationScreen::Run(_) | SimulationScreen::Monitor)
            | Self::Learning(
                LearningScreen::Lesson(_)
                | LearningScreen::Shift
                | LearningScreen::Group(_)
                | LearningScreen::Room,
            )
            | Self::Session(_) => true,
            Self::Home
            | Self::Reflection
            | Self::Archive
            | Self::Case(_)
            | Self::Summary(_)
            | Self::FollowUp(_)
            | Self::Ideas
            | Self::NewIdea
            | Self::Idea(_)
            | Self::Practices
            | Self::NewPractice
            | Self::Practice(_)
            | Self::Library(_)
            | Self::Cards(CardsScreen::Decks | CardsScreen::Deck(_))
            | Self::Simulation(
                SimulationScreen::Scenarios
                | SimulationScreen::Scenario(_)
                | SimulationScreen::Drills
                | SimulationScreen::Drill(_)
                | SimulationScreen::Sheets
                | SimulationScreen::Sheet(_),
            )
            | Self::Learning(
                LearningScreen::Lessons
                | LearningScreen::Repetition
                | LearningScreen::Paths
                | LearningScreen::Path(_)
                | LearningScreen::Diploma(_)
                | LearningScreen::Standard
                | LearningScreen::WhoIsWho
                | LearningScreen::Log
                | LearningScreen::Appraisal
                | LearningScreen::Talks
                | LearningScreen::DueOnHome,
            )
            | Self::Workshop(_)
            | Self::Profiles(_)
            | Self::Settings
            | Self::About
            | Self::Unknown => false,
        }
    }

    /// What it is called.
    pub(super) fn name<'a>(&self, words: &'a Messages) -> &'a str {
        match self {
            Self::Home => words.app_home(),
            Self::Reflection
            | Self::Case(_)
            | Self::StartOwn(_)
            | Self::StartShort
            | Self::StartGroup
            | Self::Handover(..)
            | Self::RoomWindow
            | Self::FollowUp(_)
            | Self::Session(_) => words.app_reflection(),
            Self::Ideas | Self::NewIdea | Self::Idea(_) => words.app_ideas(),
            Self::Practices | Self::NewPractice | Self::Practice(_) => words.app_practices(),
            Self::Archive => words.app_archive(),
            Self::Library(LibraryScreen::Everything) => words.app_library(),
            Self::Library(LibraryScreen::Terms(_)) => words.app_terms(),
            Self::Library(LibraryScreen::Laws(_)) => words.app_laws(),
            Self::Cards(_) => words.app_cards(),
            Self::Simulation(_) => words.app_simulation(),
            Self::Learning(_) => words.app_learning(),
            Self::Workshop(_) => words.app_workshop(),
            Self::Profiles(ProfilesScreen::Choose | ProfilesScreen::Locked) => words.app_profiles(),
            Self::Profiles(ProfilesScreen::New) => words.app_new_profile(),
            Self::Profiles(ProfilesScreen::Own) => words.app_own_profile(),
            Self::Summary(_) => words.app_summary(),
            Self::Settings => words.app_settings(),
            Self::About => words.app_about(),
            Self::Unknown => words.app_unknown_title(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_one_screen_from_its_first_step_to_its_end() {
        let routes = [
            Route::Session("a".into()),
            Route::SessionStep("a".into(), "facts".into()),
            Route::SessionEnd("a".into()),
        ];
        for route in routes {
            assert_eq!(Screen::of(route), Screen::Session("a".into()));
        }
        assert_ne!(Screen::of(Route::Session("b".into())), Screen::Session("a".into()));
    }

    #[test]
    fn a_screen_stands_alone_exactly_when_its_address_says_so() {
        let routes = [
            Route::Home,
            Route::Reflection,
            Route::Archive,
            Route::StartOwn("vanskelig".into()),
            Route::StartShort,
            Route::StartGroup,
            Route::Case("dusj".into()),
            Route::NewReflection("a".into(), Way::Together),
            Route::Ideas,
            Route::NewIdea,
            Route::Idea("a".into()),
            Route::Practices,
            Route::NewPractice,
            Route::Practice("a".into()),
            Route::Session("a".into()),
            Route::SessionEnd("a".into()),
            Route::Summary("a".into()),
            Route::RoomWindow,
            Route::Library,
            Route::Term("samtykke".into()),
            Route::Law("pbrl-4-1".into()),
            Route::Cards,
            Route::Deck("tid".into()),
            Route::Card("ti-ko".into()),
            Route::Simulation,
            Route::Scenario("urosepsis".into()),
            Route::Run("a".into()),
            Route::Drills,
            Route::Drill("a".into()),
            Route::Sheets,
            Route::Sheet("a".into()),
            Route::MonitorWindow,
            Route::Lessons,
            Route::Repetition,
            Route::Shift,
            Route::Lesson("a".into()),
            Route::Paths,
            Route::Path("a".into()),
            Route::Diploma("a".into()),
            Route::Standard,
            Route::WhoIsWho,
            Route::Log,
            Route::Appraisal,
            Route::GroupLesson("a".into()),
            Route::Talks,
            Route::LessonRoom,
            Route::OwnStandard,
            Route::Workshop,
            Route::NewPack,
            Route::Pack("a".into()),
            Route::PackItem("a".into(), "b".into()),
            Route::TakeIn,
            Route::Profiles,
            Route::NewProfile,
            Route::OwnProfile,
            Route::Settings,
            Route::About,
            Route::Unknown("x".into()),
        ];
        for route in routes {
            let guided = route.is_guided();
            assert_eq!(Screen::of(route.clone()).is_guided(), guided, "{route}");
        }
    }
}
