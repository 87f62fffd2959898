//! What the session screen knows, and the questions that it may be asked.

use super::edits::Edit;
use super::private::update::Private;
use super::session::Session;
use crate::i18n::Language;
use crate::storage::{SaveStatus, StorageError};

/// The session screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The document.
    pub session: Session,
    /// How the last change is doing.
    pub save: SaveStatus,
    /// What was removed last, as long as it can be brought back.
    pub undo: Option<Undo>,
    /// The end of the session.
    pub ending: Ending,
    /// The private round.
    pub private: Private,
}

/// A removal that can be taken back without losing what was written after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// The session before the removal.
    pub before: Box<Session>,
    /// What was changed since.
    pub since: Vec<(Edit, u64)>,
}

/// How many changes after a removal it can still be taken back.
pub const UNDO_REACH: usize = 400;

/// What shall become of what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keep {
    /// «Glem alt»: the default.
    #[default]
    Nothing,
    /// «Ta vare på oppsummeringen».
    Summary,
    /// «Ta vare på alt» to a date.
    Everything,
}

impl Keep {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Summary, Self::Everything];
}

/// The end of the session on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ending {
    /// What is chosen.
    pub keep: Keep,
    /// The last day that everything is kept, `YYYY-MM-DD`.
    pub until: String,
    /// «Femregelen» was thought about.
    pub considered: bool,
    /// Where the end has come.
    pub stage: Stage,
}

/// Where the end has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Stage {
    /// Still choosing.
    #[default]
    Choosing,
    /// Being carried out.
    Carrying,
    /// Carried out.
    Done(Keep),
    /// It could not be carried out; nothing is lost.
    Failed(StorageError),
}

/// Why a session can not be ended in the chosen way yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// There is a choice and no reason (only for what is kept).
    NoReason,
    /// Nobody has thought about who could be recognised (only for what is kept).
    NotConsidered,
    /// No last day is chosen.
    NoDate,
}

impl Model {
    /// A session as it was loaded or made.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self {
            session,
            save: SaveStatus::Kept,
            undo: None,
            ending: Ending::default(),
            private: Private::default(),
        }
    }

    /// What stands in the way of ending as chosen, the first of it. Forgetting is never hindered.
    #[must_use]
    pub fn obstacle(&self) -> Option<Obstacle> {
        if self.ending.keep == Keep::Nothing {
            return None;
        }
        if self.session.lacks_a_reason() {
            return Some(Obstacle::NoReason);
        }
        if !self.ending.considered {
            return Some(Obstacle::NotConsidered);
        }
        let no_date = self.ending.keep == Keep::Everything && self.ending.until.is_empty();
        no_date.then_some(Obstacle::NoDate)
    }

    /// Whether the session is still there to be written in.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.ending.stage, Stage::Carrying | Stage::Done(_))
    }

    /// The name of the current step in a language.
    #[must_use]
    pub fn step_name(&self, language: Language) -> String {
        self.session.step_name(&self.session.at, language)
    }
}
