//! Every change that somebody can make to a session, as data, and the one place that makes it.
//!
//! An edit that no longer fits (a row that is gone) changes nothing. Removing a thing also removes
//! what pointed at it, so that a session never points at nothing.

use super::group::GroupEdit;
use super::private::Reveal;
use super::private::ticket::Ticket;
use super::session::{
    ChosenLaw, FindOut, Form, GuideCopy, Heard, ItemId, NextStep, QuestionSort, ReportAnswer, ReportKind,
    Session, Side, Situation, Topic, filled,
};
use crate::ethics::{Certainty, FactSource, HowWeKnow, LawId, StepId, ValueId};

mod carry_out;
mod gather;

/// A change to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The title was edited.
    Title(String),
    /// What happened was edited.
    Background(String),
    /// The kind of situation was chosen.
    Situation(Situation),
    /// Where it happens was chosen, or nowhere: the id of a setting.
    Setting(Option<String>),
    /// What it is about was chosen or let go: the id of a theme.
    ThemeToggled(String),
    /// The short reflection grows into a whole one, or the other way.
    Form(Form),
    /// The question was edited.
    Question(String),
    /// The question field was left: a reworded question keeps the earlier wording.
    QuestionSettled,
    /// The kind of question was chosen.
    Sort(Option<QuestionSort>),

    /// A fact was added.
    FactAdded(Certainty),
    /// A fact was changed.
    Fact(ItemId, FactEdit),
    /// A fact was removed.
    FactRemoved(ItemId),

    /// A party was added.
    PartyAdded,
    /// A party was changed.
    Party(ItemId, PartyEdit),
    /// A party was removed. The patient's row stays.
    PartyRemoved(ItemId),

    /// A library value was chosen or let go.
    ValueToggled {
        /// Which one.
        id: ValueId,
        /// Its name, kept with the session.
        name: String,
    },
    /// A value in own words was added.
    OwnValueAdded(String),
    /// A value in own words is being written.
    OwnValueDrafted(String),
    /// A chosen value was removed.
    ValueRemoved(ItemId),
    /// «A mot B» was added.
    ConflictAdded,
    /// One side of a conflict was chosen.
    ConflictSide(ItemId, ConflictSide, Option<ItemId>),
    /// A conflict was removed.
    ConflictRemoved(ItemId),
    /// A law card was chosen or let go.
    LawToggled(ChosenLaw),
    /// A law card was removed.
    LawRemoved(LawId),

    /// A course of action was added, with its first words.
    AlternativeAdded(String),
    /// A course of action was reworded.
    AlternativeText(ItemId, String),
    /// A course of action was removed.
    AlternativeRemoved(ItemId),
    /// An argument was added to a course of action.
    ArgumentAdded(ItemId, Side),
    /// An argument was changed.
    Argument(ItemId, ArgumentEdit),
    /// An argument was removed.
    ArgumentRemoved(ItemId),

    /// A course of action was chosen, or none.
    Chosen(Option<ItemId>),
    /// The reason was edited.
    Reason(String),
    /// A value was set aside, or no longer.
    SetAsideToggled(ItemId),
    /// For whom a value is set aside.
    SetAsideFor(ItemId, Option<ItemId>),
    /// What softens it.
    SetAsideSoftened(ItemId, String),
    /// Remaining disagreement was edited.
    Disagreement(String),
    /// An answer to «Skal dette meldes?»
    Report(ReportKind, Option<ReportAnswer>),
    /// What happens next.
    Next(NextStep),

    /// Something about the group, its plan or its clock.
    Group(GroupEdit),
    /// Another guide was chosen. Only while a group gathers, before anything is written.
    GuideChosen(Box<GuideCopy>),
    /// The answers of a private round were opened.
    Revealed(Box<Reveal>),
    /// The marks of a meeting were opened.
    TicketOpened(Box<Ticket>),
    /// A step was opened.
    StepOpened(StepId),
    /// The step on the screen was left out, and the next one opened.
    StepSkipped,
}

/// A change to a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactEdit {
    /// What it says.
    Text(String),
    /// How sure it is.
    Certainty(Certainty),
    /// Where it comes from.
    Source(Option<FactSource>),
    /// Who finds out.
    FindOut(Option<FindOut>),
}

/// A change to a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyEdit {
    /// The role.
    Role(String),
    /// What they think.
    View(String),
    /// What is at stake.
    Interest(String),
    /// How we know.
    How(HowWeKnow),
    /// Whether they are heard.
    Heard(Heard),
    /// Who asks.
    Ask(Option<FindOut>),
}

/// A change to an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentEdit {
    /// The reason.
    Text(String),
    /// Tied to a value, or no longer.
    ValueToggled(ItemId),
    /// Tied to a party, or no longer.
    PartyToggled(ItemId),
}

/// A side of «A mot B».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictSide {
    /// The first.
    A,
    /// The second.
    B,
}

impl Edit {
    /// Whether the edit takes away something that somebody wrote.
    #[must_use]
    pub fn removes_something(&self, session: &Session) -> bool {
        match self {
            Self::FactRemoved(id) => session.facts.iter().any(|f| f.id == *id && filled(&f.text)),
            Self::PartyRemoved(id) => session.party(*id).is_some_and(|party| {
                !party.patient && (filled(&party.role) || filled(&party.view) || filled(&party.interest))
            }),
            Self::ConflictRemoved(id) => {
                session.conflicts.iter().any(|c| c.id == *id && (c.a.is_some() || c.b.is_some()))
            }
            Self::AlternativeRemoved(id) => session
                .alternatives
                .iter()
                .any(|a| a.id == *id && (filled(&a.text) || !a.arguments.is_empty())),
            Self::ArgumentRemoved(id) => {
                session.alternatives.iter().flat_map(|a| &a.arguments).any(|a| {
                    a.id == *id && (filled(&a.text) || !a.values.is_empty() || !a.parties.is_empty())
                })
            }
            Self::ValueRemoved(id) => session.value(*id).is_some(),
            Self::Title(_)
            | Self::Background(_)
            | Self::Situation(_)
            | Self::Setting(_)
            | Self::ThemeToggled(_)
            | Self::Form(_)
            | Self::Question(_)
            | Self::QuestionSettled
            | Self::Sort(_)
            | Self::FactAdded(_)
            | Self::Fact(..)
            | Self::PartyAdded
            | Self::Party(..)
            | Self::ValueToggled { .. }
            | Self::OwnValueAdded(_)
            | Self::OwnValueDrafted(_)
            | Self::ConflictAdded
            | Self::ConflictSide(..)
            | Self::LawToggled(_)
            | Self::LawRemoved(_)
            | Self::AlternativeAdded(_)
            | Self::AlternativeText(..)
            | Self::ArgumentAdded(..)
            | Self::Argument(..)
            | Self::Chosen(_)
            | Self::Reason(_)
            | Self::SetAsideToggled(_)
            | Self::SetAsideFor(..)
            | Self::SetAsideSoftened(..)
            | Self::Disagreement(_)
            | Self::Report(..)
            | Self::Next(_)
            | Self::Group(_)
            | Self::GuideChosen(_)
            | Self::Revealed(_)
            | Self::TicketOpened(_)
            | Self::StepOpened(_)
            | Self::StepSkipped => false,
        }
    }
}

impl Session {
    /// Makes a change at a time (milliseconds since 1970).
    pub fn apply(&mut self, edit: Edit, now_ms: u64) {
        self.changed_ms = now_ms.max(self.started_ms + 1);
        match edit {
            Edit::Title(text) => self.title = text,
            Edit::Background(text) => self.background = text,
            Edit::Situation(situation) => self.situation = Some(situation),
            Edit::Setting(setting) => self.topic = Some(Topic { setting, ..self.topic_now() }),
            Edit::ThemeToggled(theme) => self.toggle_theme(theme),
            Edit::Form(form) => self.form = form,
            Edit::Question(text) => self.problem.wording = text,
            Edit::QuestionSettled => self.settle_question(),
            Edit::Sort(sort) => self.problem.sort = sort,

            Edit::FactAdded(certainty) => self.add_fact(certainty),
            Edit::Fact(id, change) => self.change_fact(id, change),
            Edit::FactRemoved(id) => self.facts.retain(|fact| fact.id != id),

            Edit::PartyAdded => self.add_party(),
            Edit::Party(id, change) => self.change_party(id, change),
            Edit::PartyRemoved(id) => self.remove_party(id),

            Edit::ValueToggled { id, name } => self.toggle_value(id, name),
            Edit::OwnValueAdded(name) => {
                self.add_own_value(name.trim());
                self.value_draft.clear();
            }
            Edit::OwnValueDrafted(text) => self.value_draft = text,
            Edit::ValueRemoved(id) => self.remove_value(id),
            Edit::ConflictAdded => self.add_conflict(),
            Edit::ConflictSide(id, side, value) => self.choose_in_conflict(id, side, value),
            Edit::ConflictRemoved(id) => self.conflicts.retain(|conflict| conflict.id != id),
            Edit::LawToggled(law) => self.toggle_law(law),
            Edit::LawRemoved(id) => self.laws.retain(|law| law.id != id),

            Edit::AlternativeAdded(text) => self.add_alternative(text),
            Edit::AlternativeText(id, text) => self.reword_alternative(id, text),
            Edit::AlternativeRemoved(id) => self.remove_alternative(id),
            Edit::ArgumentAdded(alternative, side) => self.add_argument(alternative, side),
            Edit::Argument(id, change) => self.change_argument(id, change),
            Edit::ArgumentRemoved(id) => self.remove_argument(id),

            Edit::Chosen(choice) => self.choose(choice),
            Edit::Reason(text) => self.overall.reason = text,
            Edit::SetAsideToggled(value) => self.toggle_set_aside(value),
            Edit::SetAsideFor(value, party) => self.set_aside_for(value, party),
            Edit::SetAsideSoftened(value, text) => self.soften(value, text),
            Edit::Disagreement(text) => self.overall.disagreement = text,
            Edit::Report(kind, answer) => self.answer_report(kind, answer),
            Edit::Next(next) => self.overall.next = next,

            Edit::Group(edit) => self.change_group(edit, now_ms),
            Edit::GuideChosen(guide) => self.choose_guide(*guide),
            Edit::Revealed(reveal) => self.reveals.push(*reveal),
            Edit::TicketOpened(ticket) => self.ticket = Some(*ticket),
            Edit::StepOpened(step) => self.open_step(step, now_ms),
            Edit::StepSkipped => self.skip_step(now_ms),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::session;
    use super::*;
    use crate::features::reflection::session::StepState;

    fn now() -> u64 {
        2_000
    }

    #[test]
    fn a_reworded_question_keeps_the_earlier_wordings_once_each() {
        let mut s = session();
        for wording in ["Bør vi vente?", "Bør vi vente", "Bør vi spørre?", "Bør vi vente?"] {
            s.apply(Edit::Question(wording.into()), now());
            s.apply(Edit::QuestionSettled, now());
        }
        assert_eq!(s.problem.settled, "Bør vi vente?");
        assert_eq!(s.problem.earlier, ["Bør vi vente", "Bør vi spørre?"]);
    }

    #[test]
    fn letters_typed_before_the_field_is_left_are_not_wordings() {
        let mut s = session();
        for wording in ["B", "Bø", "Bør vi?"] {
            s.apply(Edit::Question(wording.into()), now());
        }
        s.apply(Edit::QuestionSettled, now());
        assert!(s.problem.earlier.is_empty());
    }

    #[test]
    fn the_patient_can_not_be_removed() {
        let mut s = session();
        let patient = s.patient().map(|p| p.id).unwrap();
        s.apply(Edit::PartyRemoved(patient), now());
        assert!(s.patient().is_some());
    }

    #[test]
    fn a_removed_value_is_let_go_of_everywhere() {
        let mut s = session();
        s.apply(Edit::OwnValueAdded("Ro".into()), now());
        s.apply(Edit::OwnValueAdded("Fred".into()), now());
        let (ro, fred) = (s.values[0].id, s.values[1].id);
        s.apply(Edit::ConflictAdded, now());
        let conflict = s.conflicts[0].id;
        s.apply(Edit::ConflictSide(conflict, ConflictSide::A, Some(ro)), now());
        s.apply(Edit::ConflictSide(conflict, ConflictSide::B, Some(fred)), now());
        s.apply(Edit::AlternativeAdded("Vente".into()), now());
        let alternative = s.alternatives[0].id;
        s.apply(Edit::ArgumentAdded(alternative, Side::For), now());
        let argument = s.alternatives[0].arguments[0].id;
        s.apply(Edit::Argument(argument, ArgumentEdit::ValueToggled(ro)), now());
        s.apply(Edit::SetAsideToggled(ro), now());
        s.apply(Edit::ValueRemoved(ro), now());
        assert!(s.alternatives[0].arguments[0].values.is_empty());
        assert!(s.overall.set_aside.is_empty());
        assert_eq!((s.conflicts[0].a, s.conflicts[0].b), (None, Some(fred)));
    }

    #[test]
    fn a_value_that_is_being_written_is_kept_until_it_is_added() {
        let mut s = session();
        s.apply(Edit::OwnValueDrafted("Humo".into()), now());
        s.apply(Edit::OwnValueDrafted("Humor".into()), now());
        assert_eq!((s.value_draft.as_str(), s.values.len()), ("Humor", 0));
        s.apply(Edit::OwnValueAdded("Humor".into()), now());
        assert_eq!((s.value_draft.as_str(), s.values.len()), ("", 1));
    }

    #[test]
    fn a_conflict_is_never_between_a_value_and_itself() {
        let mut s = session();
        s.apply(Edit::OwnValueAdded("Ro".into()), now());
        s.apply(Edit::OwnValueAdded("Fred".into()), now());
        let (ro, fred) = (s.values[0].id, s.values[1].id);
        s.apply(Edit::ConflictAdded, now());
        let id = s.conflicts[0].id;
        s.apply(Edit::ConflictSide(id, ConflictSide::A, Some(ro)), now());
        s.apply(Edit::ConflictSide(id, ConflictSide::B, Some(fred)), now());
        s.apply(Edit::ConflictSide(id, ConflictSide::B, Some(ro)), now());
        assert_eq!((s.conflicts[0].a, s.conflicts[0].b), (Some(fred), Some(ro)));
    }

    #[test]
    fn skipping_opens_the_next_step_and_opening_takes_a_skipped_one_back() {
        let mut s = session();
        let first = s.steps()[0].id.clone();
        s.apply(Edit::StepSkipped, now());
        assert_eq!(s.state_of(&first), StepState::Skipped);
        assert_eq!(s.at, s.steps()[1].id);
        s.apply(Edit::StepOpened(first.clone()), now());
        assert_eq!(s.state_of(&first), StepState::Now);
        let second = s.steps()[1].id.clone();
        s.apply(Edit::StepOpened(second), now());
        assert_eq!(s.state_of(&first), StepState::Done);
    }

    #[test]
    fn a_removed_alternative_is_no_longer_the_choice() {
        let mut s = session();
        s.apply(Edit::AlternativeAdded("Vente".into()), now());
        let id = s.alternatives[0].id;
        s.apply(Edit::Chosen(Some(id)), now());
        assert!(s.lacks_a_reason());
        s.apply(Edit::AlternativeRemoved(id), now());
        assert_eq!(s.overall.chosen, None);
    }
}
