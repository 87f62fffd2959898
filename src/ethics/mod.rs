//! Shared words of ethical reflection, used by every room: certainty, parties, values, openings,
//! and the privacy guard. Pure: no clock, no chance, no browser.

mod certainty;
mod ids;
mod opening;
pub mod privacy;
pub mod whose;

pub use certainty::{Certainty, FactSource, HowWeKnow};
pub use ids::{
    CallId, CardId, CaseId, DeckId, GuideId, IdeaId, LawId, LessonId, OpeningId, PackId, PathId, PracticeId,
    ProfileId, ReceiptId, RuleId, RunId, ScenarioId, SessionId, SittingId, StandardId, StepId, TalkId,
    TermId, ValueId,
};
pub use opening::{Opening, OpeningFact, OpeningParty, Origin};
