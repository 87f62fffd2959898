//! Every address of the app as one enum, both ways. No other module spells a path.
//!
//! Addresses are hash routes, so that the same files work below any path and on any static host.

use std::fmt;

use crate::ethics::{
    CardId, CaseId, DeckId, IdeaId, LawId, LessonId, OpeningId, PackId, PathId, PracticeId, ProfileId, RunId,
    ScenarioId, SessionId, StepId, TermId, whose,
};

/// The drill of all borders of NEWS2, as [`Route::Drill`] names it.
pub const NEWS2_DRILL: &str = "news2";
/// The drill of what belongs to which letter of ISBAR.
pub const ISBAR_DRILL: &str = "isbar-sort";

/// An address of the app.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// Hjem.
    #[default]
    Home,
    /// Refleksjon: start, library and archive.
    Reflection,
    /// Refleksjon, at what was kept.
    Archive,
    /// Makes a reflection on one's own situation: one of [`Route::SITUATIONS`].
    StartOwn(String),
    /// Makes a reflection on one screen.
    StartShort,
    /// Makes a reflection of a group.
    StartGroup,
    /// A library dilemma.
    Case(CaseId),
    /// Makes a reflection from an opening: how ideas, cards, lessons and scenarios hand over.
    NewReflection(OpeningId, Way),
    /// Idéboksen: cases for the group.
    Ideas,
    /// Makes an idea, to be written on.
    NewIdea,
    /// An idea.
    Idea(IdeaId),
    /// «Slik gjør vi det hos oss».
    Practices,
    /// Makes a practice, to be written on.
    NewPractice,
    /// A practice.
    Practice(PracticeId),
    /// A reflection, at the step where it was left.
    Session(SessionId),
    /// A reflection at a step.
    SessionStep(SessionId, StepId),
    /// The end of a reflection: look at it, and choose what becomes of it.
    SessionEnd(SessionId),
    /// The referat of a reflection that was kept.
    Summary(SessionId),
    /// «Sist sa vi at …»: what came of what a reflection agreed on.
    FollowUp(SessionId),
    /// Saker: everything that can be looked up, with its search.
    Library,
    /// Ordliste.
    Terms,
    /// Ordliste, at a term.
    Term(TermId),
    /// The law cards.
    Laws,
    /// The law cards, at one of them.
    Law(LawId),
    /// Kort: the decks.
    Cards,
    /// The cards of a deck.
    Deck(DeckId),
    /// A card, with the whole screen for itself.
    Card(CardId),
    /// Øving: the scenarios, and runs that were kept.
    Simulation,
    /// A scenario, before it begins.
    Scenario(ScenarioId),
    /// A run through a scenario.
    Run(RunId),
    /// The drills: borders of the score, and ISBAR.
    Drills,
    /// A drill.
    Drill(String),
    /// Where a code of a scenario is typed on a second tablet.
    Sheets,
    /// The sheet of one role, from a code.
    Sheet(String),
    /// Læring: the lessons.
    Lessons,
    /// What comes again of what was learnt.
    Repetition,
    /// A «vaktskifte»: two minutes of it.
    Shift,
    /// A lesson, at the screen where it was left.
    Lesson(LessonId),
    /// The kompetansepakker.
    Paths,
    /// A kompetansepakke.
    Path(PathId),
    /// The diploma of a kompetansepakke.
    Diploma(PathId),
    /// Etisk standard: read, answer, sign.
    Standard,
    /// «Hvem er hvem hos oss».
    WhoIsWho,
    /// Kompetanselogg.
    Log,
    /// The page for the medarbeidersamtale.
    Appraisal,
    /// A lesson used in a group, one question at a time.
    GroupLesson(LessonId),
    /// The talks of groups about lessons.
    Talks,
    /// Veileder.
    Workshop,
    /// Makes a pack of own content.
    NewPack,
    /// A pack of own content.
    Pack(PackId),
    /// One item of a pack of own content, while it is written.
    PackItem(PackId, String),
    /// The ethical standard of the workplace, while it is written.
    OwnStandard,
    /// Takes in a pack from a file.
    TakeIn,
    /// A window that shows what the room may see of a session, and nothing else.
    RoomWindow,
    /// A window that shows what the monitor in a skills room may show, and nothing else.
    MonitorWindow,
    /// A window that shows what the room may see of a lesson in a group, and nothing else.
    LessonRoom,
    /// Who is here: the profiles of this device.
    Profiles,
    /// A new profile.
    NewProfile,
    /// The profile that is here.
    OwnProfile,
    /// Innstillinger.
    Settings,
    /// «Om Refleks».
    About,
    /// An address that leads nowhere.
    Unknown(String),
}

/// How a reflection is worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// A group around the tablet, in all steps.
    Together,
    /// Alone, in all steps.
    Alone,
    /// On one screen.
    Short,
}

impl Way {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Together, Self::Alone, Self::Short];
}

impl Route {
    /// The words of [`Route::StartOwn`]: difficult, unusual, joyful.
    pub const SITUATIONS: [&str; 3] = ["vanskelig", "uvanlig", "gledelig"];

    /// The route of a hash such as `#/refleksjon/01.../steg/facts`. Never fails: see [`Route::Unknown`].
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["refleksjon"] => Self::Reflection,
            ["refleksjon", "arkiv"] => Self::Archive,
            ["refleksjon", "kort"] => Self::StartShort,
            ["refleksjon", "gruppe"] => Self::StartGroup,
            ["refleksjon", "start", word] if Self::SITUATIONS.contains(word) => {
                Self::StartOwn((*word).to_owned())
            }
            ["refleksjon", "sak", id] if is_id(id) => Self::Case((*id).into()),
            ["refleksjon", "ny", id] if is_id(id) => Self::NewReflection((*id).into(), Way::Alone),
            ["refleksjon", "ny", id, "gruppe"] if is_id(id) => {
                Self::NewReflection((*id).into(), Way::Together)
            }
            ["refleksjon", "ny", id, "kort"] if is_id(id) => Self::NewReflection((*id).into(), Way::Short),
            ["refleksjon", "ideer"] => Self::Ideas,
            ["refleksjon", "ideer", "ny"] => Self::NewIdea,
            ["refleksjon", "ideer", id] if is_id(id) => Self::Idea((*id).into()),
            ["refleksjon", "praksis"] => Self::Practices,
            ["refleksjon", "praksis", "ny"] => Self::NewPractice,
            ["refleksjon", "praksis", id] if is_id(id) => Self::Practice((*id).into()),
            ["refleksjon", "saker"] => Self::Library,
            ["refleksjon", "ordliste"] => Self::Terms,
            ["refleksjon", "ordliste", id] if is_id(id) => Self::Term((*id).into()),
            ["refleksjon", "lover"] => Self::Laws,
            ["refleksjon", "lover", id] if is_id(id) => Self::Law((*id).into()),
            ["refleksjon", id] if is_id(id) => Self::Session((*id).into()),
            ["refleksjon", id, "steg", step] if is_id(id) && is_id(step) => {
                Self::SessionStep((*id).into(), (*step).into())
            }
            ["refleksjon", id, "slutt"] if is_id(id) => Self::SessionEnd((*id).into()),
            ["refleksjon", id, "referat"] if is_id(id) => Self::Summary((*id).into()),
            ["refleksjon", id, "sist"] if is_id(id) => Self::FollowUp((*id).into()),
            ["kort"] => Self::Cards,
            ["kort", "stokk", id] if is_id(id) => Self::Deck((*id).into()),
            ["kort", id] if is_id(id) => Self::Card((*id).into()),
            ["oving"] => Self::Simulation,
            ["oving", "scenario", id] if is_id(id) => Self::Scenario((*id).into()),
            ["oving", "drill"] => Self::Drills,
            ["oving", "drill", id] if is_id(id) => Self::Drill((*id).to_owned()),
            ["oving", "ark"] => Self::Sheets,
            ["oving", "ark", code] if is_id(code) => Self::Sheet((*code).to_owned()),
            ["oving", id] if is_id(id) => Self::Run((*id).into()),
            ["laring"] => Self::Lessons,
            ["laring", "repetisjon"] => Self::Repetition,
            ["laring", "repetisjon", "vaktskifte"] => Self::Shift,
            ["laring", "pakker"] => Self::Paths,
            ["laring", "pakker", id] if is_id(id) => Self::Path((*id).into()),
            ["laring", "pakker", id, "diplom"] if is_id(id) => Self::Diploma((*id).into()),
            ["laring", "standard"] => Self::Standard,
            ["laring", "hvem"] => Self::WhoIsWho,
            ["laring", "logg"] => Self::Log,
            ["laring", "samtale"] => Self::Appraisal,
            ["laring", "gruppe"] => Self::Talks,
            ["laring", id, "gruppe"] if is_id(id) => Self::GroupLesson((*id).into()),
            ["laring", id] if is_id(id) => Self::Lesson((*id).into()),
            ["veileder"] => Self::Workshop,
            ["veileder", "eget", "ny"] => Self::NewPack,
            ["veileder", "eget", id] if is_id(id) => Self::Pack((*id).into()),
            ["veileder", "eget", id, item] if is_id(id) && is_id(item) => {
                Self::PackItem((*id).into(), (*item).to_owned())
            }
            ["veileder", "standard"] => Self::OwnStandard,
            ["veileder", "inn"] => Self::TakeIn,
            ["rom"] => Self::RoomWindow,
            ["rom", "leksjon"] => Self::LessonRoom,
            ["monitor"] => Self::MonitorWindow,
            ["profil"] => Self::Profiles,
            ["profil", "ny"] => Self::NewProfile,
            ["profil", "min"] => Self::OwnProfile,
            ["innstillinger"] => Self::Settings,
            ["om"] => Self::About,
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The room that an address lies in, for the navigation.
    #[must_use]
    pub fn room(&self) -> Option<Room> {
        match self {
            Self::Home => Some(Room::Home),
            Self::Reflection
            | Self::Archive
            | Self::StartOwn(_)
            | Self::StartShort
            | Self::StartGroup
            | Self::Case(_)
            | Self::NewReflection(..)
            | Self::Ideas
            | Self::NewIdea
            | Self::Idea(_)
            | Self::Practices
            | Self::NewPractice
            | Self::Practice(_)
            | Self::Session(_)
            | Self::SessionStep(..)
            | Self::SessionEnd(_)
            | Self::Summary(_)
            | Self::FollowUp(_)
            | Self::Library
            | Self::Terms
            | Self::Term(_)
            | Self::Laws
            | Self::Law(_) => Some(Room::Reflection),
            Self::Cards | Self::Deck(_) | Self::Card(_) => Some(Room::Cards),
            Self::Simulation
            | Self::Scenario(_)
            | Self::Run(_)
            | Self::Drills
            | Self::Drill(_)
            | Self::Sheets
            | Self::Sheet(_) => Some(Room::Simulation),
            Self::Lessons
            | Self::Repetition
            | Self::Shift
            | Self::Lesson(_)
            | Self::Paths
            | Self::Path(_)
            | Self::Diploma(_)
            | Self::Standard
            | Self::WhoIsWho
            | Self::Log
            | Self::Appraisal
            | Self::GroupLesson(_)
            | Self::Talks => Some(Room::Learning),
            Self::Workshop
            | Self::NewPack
            | Self::Pack(_)
            | Self::PackItem(..)
            | Self::OwnStandard
            | Self::TakeIn => Some(Room::Workshop),
            Self::Settings | Self::About | Self::Profiles | Self::NewProfile | Self::OwnProfile => {
                Some(Room::Settings)
            }
            Self::RoomWindow | Self::MonitorWindow | Self::LessonRoom | Self::Unknown(_) => None,
        }
    }

    /// Whether the address is that of the library, or of something that it lists: going between these, one goes on
    /// looking for the same.
    #[must_use]
    pub fn is_of_library(&self) -> bool {
        matches!(
            self,
            Self::Library
                | Self::Case(_)
                | Self::Terms
                | Self::Term(_)
                | Self::Laws
                | Self::Law(_)
                | Self::Card(_)
        )
    }

    /// Whether the address shows nothing of its own: it makes something and leads there.
    #[must_use]
    pub fn only_leads_on(&self) -> bool {
        matches!(
            self,
            Self::StartOwn(_)
                | Self::StartShort
                | Self::StartGroup
                | Self::NewReflection(..)
                | Self::NewIdea
                | Self::NewPractice
                | Self::NewPack
        )
    }

    /// The profile that what lies at this address belongs to; `None` where it belongs to everybody here.
    #[must_use]
    pub fn profile(&self) -> Option<ProfileId> {
        let id = if let Self::Session(id)
        | Self::SessionStep(id, _)
        | Self::SessionEnd(id)
        | Self::Summary(id)
        | Self::FollowUp(id) = self
        {
            id.as_str()
        } else if let Self::Run(id) = self {
            id.as_str()
        } else if let Self::NewReflection(id, _) = self {
            id.as_str()
        } else {
            return None;
        };
        whose::parted(id).map(|(profile, _)| profile.into())
    }

    /// Whether it is something that a group has before it, and that belongs to nobody's profile: a lock hides it and
    /// gives it back at a touch.
    #[must_use]
    pub fn is_at_the_table(&self) -> bool {
        let is_group_work = matches!(
            self,
            Self::Session(_)
                | Self::SessionStep(..)
                | Self::SessionEnd(_)
                | Self::StartGroup
                | Self::Run(_)
                | Self::GroupLesson(_)
        );
        is_group_work && self.profile().is_none()
    }

    /// Whether the address is a guided view, which has no navigation around it.
    #[must_use]
    pub fn is_guided(&self) -> bool {
        matches!(
            self,
            Self::Session(_)
                | Self::SessionStep(..)
                | Self::SessionEnd(_)
                | Self::NewReflection(..)
                | Self::StartOwn(_)
                | Self::StartShort
                | Self::StartGroup
                | Self::RoomWindow
                | Self::MonitorWindow
                | Self::Card(_)
                | Self::Run(_)
                | Self::LessonRoom
                | Self::Lesson(_)
                | Self::GroupLesson(_)
                | Self::Shift
        )
    }
}

/// A room of the navigation. A room appears when it is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Hjem.
    Home,
    /// Refleksjon.
    Reflection,
    /// Kort.
    Cards,
    /// Øving.
    Simulation,
    /// Læring.
    Learning,
    /// Veileder.
    Workshop,
    /// Innstillinger.
    Settings,
}

impl Room {
    /// The rooms in the order of the navigation.
    pub const ALL: [Self; 7] = [
        Self::Home,
        Self::Reflection,
        Self::Cards,
        Self::Simulation,
        Self::Learning,
        Self::Workshop,
        Self::Settings,
    ];

    /// The front door of a room.
    #[must_use]
    pub fn route(self) -> Route {
        match self {
            Self::Home => Route::Home,
            Self::Reflection => Route::Reflection,
            Self::Cards => Route::Cards,
            Self::Simulation => Route::Simulation,
            Self::Learning => Route::Lessons,
            Self::Workshop => Route::Workshop,
            Self::Settings => Route::Settings,
        }
    }
}

impl fmt::Display for Route {
    /// The hash, as it stands in a link.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Reflection => f.write_str("#/refleksjon"),
            Self::Archive => f.write_str("#/refleksjon/arkiv"),
            Self::StartOwn(word) => write!(f, "#/refleksjon/start/{word}"),
            Self::StartShort => f.write_str("#/refleksjon/kort"),
            Self::StartGroup => f.write_str("#/refleksjon/gruppe"),
            Self::Case(id) => write!(f, "#/refleksjon/sak/{id}"),
            Self::NewReflection(id, Way::Alone) => write!(f, "#/refleksjon/ny/{id}"),
            Self::NewReflection(id, Way::Together) => write!(f, "#/refleksjon/ny/{id}/gruppe"),
            Self::NewReflection(id, Way::Short) => write!(f, "#/refleksjon/ny/{id}/kort"),
            Self::Ideas => f.write_str("#/refleksjon/ideer"),
            Self::NewIdea => f.write_str("#/refleksjon/ideer/ny"),
            Self::Idea(id) => write!(f, "#/refleksjon/ideer/{id}"),
            Self::Practices => f.write_str("#/refleksjon/praksis"),
            Self::NewPractice => f.write_str("#/refleksjon/praksis/ny"),
            Self::Practice(id) => write!(f, "#/refleksjon/praksis/{id}"),
            Self::Session(id) => write!(f, "#/refleksjon/{id}"),
            Self::SessionStep(id, step) => write!(f, "#/refleksjon/{id}/steg/{step}"),
            Self::SessionEnd(id) => write!(f, "#/refleksjon/{id}/slutt"),
            Self::Summary(id) => write!(f, "#/refleksjon/{id}/referat"),
            Self::FollowUp(id) => write!(f, "#/refleksjon/{id}/sist"),
            Self::Library => f.write_str("#/refleksjon/saker"),
            Self::Terms => f.write_str("#/refleksjon/ordliste"),
            Self::Term(id) => write!(f, "#/refleksjon/ordliste/{id}"),
            Self::Laws => f.write_str("#/refleksjon/lover"),
            Self::Law(id) => write!(f, "#/refleksjon/lover/{id}"),
            Self::Cards => f.write_str("#/kort"),
            Self::Deck(id) => write!(f, "#/kort/stokk/{id}"),
            Self::Card(id) => write!(f, "#/kort/{id}"),
            Self::Simulation => f.write_str("#/oving"),
            Self::Scenario(id) => write!(f, "#/oving/scenario/{id}"),
            Self::Run(id) => write!(f, "#/oving/{id}"),
            Self::Drills => f.write_str("#/oving/drill"),
            Self::Drill(id) => write!(f, "#/oving/drill/{id}"),
            Self::Sheets => f.write_str("#/oving/ark"),
            Self::Sheet(code) => write!(f, "#/oving/ark/{code}"),
            Self::Lessons => f.write_str("#/laring"),
            Self::Repetition => f.write_str("#/laring/repetisjon"),
            Self::Shift => f.write_str("#/laring/repetisjon/vaktskifte"),
            Self::Lesson(id) => write!(f, "#/laring/{id}"),
            Self::Paths => f.write_str("#/laring/pakker"),
            Self::Path(id) => write!(f, "#/laring/pakker/{id}"),
            Self::Diploma(id) => write!(f, "#/laring/pakker/{id}/diplom"),
            Self::Standard => f.write_str("#/laring/standard"),
            Self::WhoIsWho => f.write_str("#/laring/hvem"),
            Self::Log => f.write_str("#/laring/logg"),
            Self::GroupLesson(id) => write!(f, "#/laring/{id}/gruppe"),
            Self::Talks => f.write_str("#/laring/gruppe"),
            Self::LessonRoom => f.write_str("#/rom/leksjon"),
            Self::Appraisal => f.write_str("#/laring/samtale"),
            Self::Workshop => f.write_str("#/veileder"),
            Self::NewPack => f.write_str("#/veileder/eget/ny"),
            Self::Pack(id) => write!(f, "#/veileder/eget/{id}"),
            Self::PackItem(id, item) => write!(f, "#/veileder/eget/{id}/{item}"),
            Self::OwnStandard => f.write_str("#/veileder/standard"),
            Self::TakeIn => f.write_str("#/veileder/inn"),
            Self::RoomWindow => f.write_str("#/rom"),
            Self::MonitorWindow => f.write_str("#/monitor"),
            Self::Profiles => f.write_str("#/profil"),
            Self::NewProfile => f.write_str("#/profil/ny"),
            Self::OwnProfile => f.write_str("#/profil/min"),
            Self::Settings => f.write_str("#/innstillinger"),
            Self::About => f.write_str("#/om"),
            Self::Unknown(path) => write!(f, "#/{path}"),
        }
    }
}

/// Whether a word can be an id. Words of the address itself can not.
fn is_id(word: &str) -> bool {
    // A full stop stands in the id of what belongs to a profile.
    let letters = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.');
    let is_ours = matches!(
        word,
        "sak"
            | "ny"
            | "steg"
            | "slutt"
            | "referat"
            | "arkiv"
            | "kort"
            | "start"
            | "gruppe"
            | "ideer"
            | "praksis"
            | "saker"
            | "ordliste"
            | "lover"
            | "stokk"
            | "scenario"
            | "drill"
            | "ark"
    );
    letters && !word.is_empty() && word.len() <= 64 && !is_ours
}
