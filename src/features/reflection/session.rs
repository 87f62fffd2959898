//! A reflection as a document: everything that somebody has written on the way through a guide.
//!
//! Plain data with questions about itself. It is changed by [`super::edits`] only, and stored by
//! [`super::saved`]. It knows no screen, no clock and no chance: ids are counted, times come in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::group::Group;
use super::private::Reveal;
use super::private::ticket::Ticket;
use crate::content::{CaseWords, GuideStep, GuideWords, Plan};
use crate::ethics::{
    CaseId, Certainty, FactSource, GuideId, HowWeKnow, LawId, OpeningId, Origin, SessionId, StepId, ValueId,
};
use crate::i18n::Language;

mod questions;

/// One thing in a session: a fact, a party, a value, an alternative or an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub u32);

/// A reflection, from its first word to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its record id.
    pub id: SessionId,
    /// When it was started, milliseconds since 1970.
    pub started_ms: u64,
    /// When it was changed last, milliseconds since 1970.
    pub changed_ms: u64,
    /// The language that it was started in.
    pub language: Language,
    /// Where it comes from.
    pub origin: Origin,
    /// The opening record that it was made from, where there is one.
    #[serde(default)]
    pub opening: Option<OpeningId>,
    /// What kind of own situation it is.
    #[serde(default)]
    pub situation: Option<Situation>,
    /// One screen, or all steps.
    pub form: Form,
    /// The group around the tablet; none where somebody reflects alone.
    #[serde(default)]
    pub group: Option<Group>,
    /// What came out of its private rounds, the earliest first.
    #[serde(default)]
    pub reveals: Vec<Reveal>,
    /// How the meeting was, once that is known.
    #[serde(default)]
    pub ticket: Option<Ticket>,
    /// The guide as it was when the session was made.
    pub guide: GuideCopy,
    /// The dilemma as it was when the session was made.
    #[serde(default)]
    pub case: Option<CaseCopy>,
    /// Where it happens and what it is about, once somebody has said so; before that it is what its dilemma says.
    #[serde(default)]
    pub topic: Option<Topic>,
    /// A short title.
    pub title: String,
    /// What happened.
    pub background: String,
    /// The step on the screen.
    pub at: StepId,
    /// What has been done with each step; a step that is not here lies ahead.
    pub marks: BTreeMap<StepId, StepMark>,
    /// Part 1.
    pub problem: Problem,
    /// Part 2.
    pub facts: Vec<Fact>,
    /// Part 3.
    pub parties: Vec<Party>,
    /// Part 4.
    pub values: Vec<ChosenValue>,
    /// A value in own words that is being written and not added yet.
    #[serde(default)]
    pub value_draft: String,
    /// «A mot B».
    pub conflicts: Vec<Conflict>,
    /// Part 4, or a step of its own.
    pub laws: Vec<ChosenLaw>,
    /// Part 5.
    pub alternatives: Vec<Alternative>,
    /// Part 6.
    pub overall: Overall,
    /// Open or finished.
    pub status: Status,
    /// The next free [`ItemId`].
    pub next_item: u32,
}

/// Where a case happens and what it is about, in the library's tags.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Topic {
    /// The id of a setting.
    pub setting: Option<String>,
    /// Ids of themes.
    pub themes: Vec<String>,
}

/// What kind of situation somebody brings (product.md, room 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Situation {
    /// «Vanskelig».
    Difficult,
    /// «Uvanlig».
    Unusual,
    /// «Gledelig».
    Joyful,
}

impl Situation {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Difficult, Self::Unusual, Self::Joyful];

    /// The situation of a word in an address (`Route::StartOwn`).
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        crate::route::Route::SITUATIONS
            .iter()
            .zip(Self::ALL)
            .find(|(known, _)| **known == word)
            .map(|(_, it)| it)
    }
}

/// How much of the guide is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// «Kort refleksjon»: the core questions on one screen. May grow into a full one.
    Short,
    /// All steps.
    Full,
}

/// The guide as it was when the session was made: an update never changes a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideCopy {
    /// Which guide.
    pub id: GuideId,
    /// Which version of it.
    pub revision: String,
    /// The reference that the owners of the method ask for.
    pub reference: String,
    /// Its steps.
    pub steps: Vec<GuideStep>,
    /// Its plans.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Its words, in every language that the session has been seen in.
    pub words: BTreeMap<Language, GuideWords>,
}

/// The dilemma as it was when the session was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCopy {
    /// Which dilemma.
    pub id: CaseId,
    /// Which version of it.
    pub revision: String,
    /// Where it happens, a tag.
    pub setting: String,
    /// What it is about, tags.
    pub themes: Vec<String>,
    /// Its words, in every language that the session has been seen in.
    pub words: BTreeMap<Language, CaseWords>,
}

/// What has been done with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepMark {
    /// It has been opened and left.
    Visited,
    /// Somebody chose to leave it out.
    Skipped,
}

/// The ethical question and how it came to be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Problem {
    /// The question as it stands now.
    pub wording: String,
    /// The wording when the field was left last; what a rewording is held against.
    pub settled: String,
    /// Earlier wordings, the oldest first.
    pub earlier: Vec<String>,
    /// What kind of question it is, in the user's own judgement.
    pub sort: Option<QuestionSort>,
}

/// What kind of question something first of all is (fakta.md 1.3, step 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionSort {
    /// Values pull in different directions.
    Values,
    /// What is professionally right.
    Professional,
    /// What the law says.
    Legal,
    /// Time, money, staff.
    Resources,
    /// More than one of these.
    Several,
}

impl QuestionSort {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Values, Self::Professional, Self::Legal, Self::Resources, Self::Several];
}

/// Something to find out: who does it, and when it shall be known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FindOut {
    /// The role that finds out, never a name.
    pub role: String,
    /// The day, `YYYY-MM-DD`; empty when none is set.
    pub date: String,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Which one.
    pub id: ItemId,
    /// What it says.
    pub text: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: Option<FactSource>,
    /// Who finds out, for what is not known.
    pub find_out: Option<FindOut>,
}

/// Somebody who is affected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Which one.
    pub id: ItemId,
    /// The role, never a name.
    pub role: String,
    /// Whether this is the patient, whose row can never be removed.
    pub patient: bool,
    /// What they think.
    pub view: String,
    /// What is at stake for them.
    pub interest: String,
    /// How we know the view.
    pub how: HowWeKnow,
    /// Whether they are here, were asked, or are not heard.
    pub heard: Heard,
    /// Who asks them, and when.
    pub ask: Option<FindOut>,
}

/// Whether a party is part of the reflection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heard {
    /// In the room.
    Here,
    /// Asked beforehand.
    Asked,
    /// Not heard.
    #[default]
    NotHeard,
}

impl Heard {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Here, Self::Asked, Self::NotHeard];
}

/// A value that is at stake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenValue {
    /// Which one in this session.
    pub id: ItemId,
    /// Which one of the library; none when it is in own words.
    pub library: Option<ValueId>,
    /// Its name when it was chosen.
    pub name: String,
}

/// Two values that pull in different directions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Which one.
    pub id: ItemId,
    /// One side.
    pub a: Option<ItemId>,
    /// The other side.
    pub b: Option<ItemId>,
}

/// A law card as it was when it was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenLaw {
    /// Which card.
    pub id: LawId,
    /// The act.
    pub act: String,
    /// The section.
    pub section: String,
    /// What the card is about.
    pub title: String,
    /// When the law text was checked last, `YYYY-MM-DD`.
    pub last_checked: String,
}

/// A course of action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Which one.
    pub id: ItemId,
    /// What one would do.
    pub text: String,
    /// Reasons for and against.
    pub arguments: Vec<Argument>,
}

/// A reason for or against a course of action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// Which one.
    pub id: ItemId,
    /// For or against.
    pub side: Side,
    /// The reason.
    pub text: String,
    /// The values that it speaks for.
    pub values: Vec<ItemId>,
    /// The parties that it speaks for.
    pub parties: Vec<ItemId>,
}

/// Which way an argument pulls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// For the alternative.
    For,
    /// Against it.
    Against,
}

/// The overall assessment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Overall {
    /// The chosen course of action.
    pub chosen: Option<ItemId>,
    /// What weighs most and why.
    pub reason: String,
    /// Values that the choice sets aside: the moral remainder.
    pub set_aside: Vec<SetAside>,
    /// Disagreement or doubt that remains.
    pub disagreement: String,
    /// «Skal dette meldes?», by what may have to be reported.
    pub report: BTreeMap<ReportKind, ReportAnswer>,
    /// What happens next.
    pub next: NextStep,
}

/// A value that the choice sets aside, for whom, and what softens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The value.
    pub value: ItemId,
    /// For whom.
    pub party: Option<ItemId>,
    /// What we do to soften it.
    pub soften: String,
}

/// What may have to be reported outside the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// «Avvik».
    Deviation,
    /// Threat or violence against staff or others.
    Threat,
    /// «Varsling».
    Wrongdoing,
}

impl ReportKind {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Deviation, Self::Threat, Self::Wrongdoing];
}

/// The answer to whether something shall be reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportAnswer {
    /// No.
    No,
    /// Yes, outside the app.
    Yes,
    /// We ask somebody.
    Unsure,
}

impl ReportAnswer {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::No, Self::Yes, Self::Unsure];
}

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Not decided yet.
    #[default]
    Undecided,
    /// Something is done.
    Action {
        /// What.
        what: String,
        /// The role that does it.
        role: String,
        /// When to look at it again, `YYYY-MM-DD`; empty when none is set.
        date: String,
    },
    /// Nothing is done, for a reason.
    Nothing {
        /// The reason.
        because: String,
    },
}

impl NextStep {
    /// Whether something is to be done, and somebody has written what.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        matches!(self, Self::Action { what, .. } if filled(what))
    }
}

/// Open or finished.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being worked on.
    #[default]
    Open,
    /// Finished and kept whole until a day.
    Kept {
        /// When it was finished, milliseconds since 1970.
        finished_ms: u64,
        /// The last day that it is kept, `YYYY-MM-DD`.
        until: String,
    },
}

/// Where a step stands, for the step line and the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// On the screen.
    Now,
    /// Opened before.
    Done,
    /// Left out.
    Skipped,
    /// Not opened yet.
    Ahead,
}

/// What becomes of a value in the chosen course of action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueFate {
    /// An argument for the choice speaks for it.
    Honoured,
    /// It is set aside, and said so.
    SetAside,
    /// Nobody has said what becomes of it.
    Open,
}

/// Whether a text says anything.
#[must_use]
pub fn filled(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The words in the wanted language, else in the language of origin, else in any that is there.
pub(crate) fn preferred<T>(
    words: &BTreeMap<Language, T>,
    wanted: Language,
    origin: Language,
) -> Option<(Language, &T)> {
    words
        .get_key_value(&wanted)
        .or_else(|| words.get_key_value(&origin))
        .or_else(|| words.first_key_value())
        .map(|(language, words)| (*language, words))
}
