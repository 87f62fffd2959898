//! Own content: packs of cards, dilemmas and questions that a workplace writes, keeps and hands on as one file.
//! Pure.
//!
//! A pack is in one language, has a workplace as its owner and never a person, and keeps the same rules as what
//! the app brings along (`content::rules`). A file from outside is data and nothing else: [`read`] takes it apart
//! within narrow limits, [`check`] holds it against the rules, [`joined`] says what taking it in would do, and
//! only then one record is written. Nothing is taken in by halves.
//!
//! Deliberately not here: the words that a person reads about all this (`locales/`), and where a pack lies on the
//! device before and after (`services`).

mod check;
mod edit;
mod field;
mod joined;
mod kept;
mod offer;
mod pack;
mod places;
mod read;
mod signs;
mod write;

pub use check::{Known, OwnFinding, OwnProblem, check, check_item, readability};
pub use edit::{CardEdit, CaseEdit, ChoiceEdit, FactEdit, PackEdit, PartyEdit, PromptEdit, VoiceEdit};
pub use field::{Item, ItemKind};
pub use joined::{Joining, joined, taken_in};
pub use kept::{KeptPack, local_id, pack_of, pack_record};
pub use offer::Offer;
#[cfg(feature = "author")]
pub use pack::schema;
pub use pack::{
    FORMAT_VERSION, LIMITS, Limits, OLDEST_FORMAT_VERSION, OwnCard, OwnCase, OwnPrompt, Pack, Workplace,
    own_id,
};
pub use read::{Disguise, Fault, Incoming, PackError, Spot, read};
pub use signs::{Odd, cleaned, odd};
pub use write::{file_name, write};
