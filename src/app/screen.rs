//! Which screen is on: what an address shows, without what it shows of it. A session is one screen from
//! its first step to its end, so that nothing on it is made anew on the way.

use crate::ethics::{CaseId, IdeaId, OpeningId, PracticeId, SessionId};
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
    Settings,
    About,
    Unknown,
}

/// A part of the app whose code is a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Reflection,
    Settings,
}

impl Part {
    /// The other one.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Reflection => Self::Settings,
            Self::Settings => Self::Reflection,
        }
    }
}

impl Screen {
    /// The part that shows it; none for what is there from the start.
    pub(super) const fn part(&self) -> Option<Part> {
        match self {
            Self::Home | Self::Unknown => None,
            Self::Settings | Self::About => Some(Part::Settings),
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
