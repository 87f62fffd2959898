//! Every change that somebody can make to a session, as data, and the one place that makes it.
//!
//! An edit that no longer fits (a row that is gone) changes nothing. Removing a thing also removes
//! what pointed at it, so that a session never points at nothing.

use super::session::{
    Alternative, Argument, ChosenLaw, ChosenValue, Conflict, Fact, FindOut, Form, Heard, ItemId, NextStep, Party,
    QuestionSort, ReportAnswer, ReportKind, Session, SetAside, Side, Situation, StepMark, filled,
};
use crate::ethics::{Certainty, FactSource, HowWeKnow, LawId, StepId, ValueId};

/// A change to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The title was edited.
    Title(String),
    /// What happened was edited.
    Background(String),
    /// The kind of situation was chosen.
    Situation(Situation),
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
            Self::AlternativeRemoved(id) => {
                session.alternatives.iter().any(|a| a.id == *id && (filled(&a.text) || !a.arguments.is_empty()))
            }
            Self::ArgumentRemoved(id) => session
                .alternatives
                .iter()
                .flat_map(|a| &a.arguments)
                .any(|a| a.id == *id && (filled(&a.text) || !a.values.is_empty() || !a.parties.is_empty())),
            Self::ValueRemoved(id) => session.value(*id).is_some(),
            _ => false,
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
            Edit::Form(form) => self.form = form,
            Edit::Question(text) => self.problem.wording = text,
            Edit::QuestionSettled => self.settle_question(),
            Edit::Sort(sort) => self.problem.sort = sort,
            edit @ (Edit::FactAdded(_) | Edit::Fact(..) | Edit::FactRemoved(_)) => self.apply_to_facts(edit),
            edit @ (Edit::PartyAdded | Edit::Party(..) | Edit::PartyRemoved(_)) => self.apply_to_parties(edit),
            edit @ (Edit::ValueToggled { .. }
            | Edit::OwnValueAdded(_)
            | Edit::ValueRemoved(_)
            | Edit::ConflictAdded
            | Edit::ConflictSide(..)
            | Edit::ConflictRemoved(_)
            | Edit::LawToggled(_)
            | Edit::LawRemoved(_)) => self.apply_to_values(edit),
            edit @ (Edit::AlternativeAdded(_)
            | Edit::AlternativeText(..)
            | Edit::AlternativeRemoved(_)
            | Edit::ArgumentAdded(..)
            | Edit::Argument(..)
            | Edit::ArgumentRemoved(_)) => self.apply_to_alternatives(edit),
            Edit::StepOpened(step) => self.open_step(step),
            Edit::StepSkipped => self.skip_step(),
            edit => self.apply_to_overall(edit),
        }
    }

    /// Hands out a fresh id.
    pub(crate) fn fresh(&mut self) -> ItemId {
        let id = ItemId(self.next_item);
        self.next_item = self.next_item.saturating_add(1);
        id
    }

    fn settle_question(&mut self) {
        let now = self.problem.wording.trim().to_owned();
        let before = self.problem.settled.trim().to_owned();
        if now == before {
            return;
        }
        if filled(&before) && !self.problem.earlier.contains(&before) {
            self.problem.earlier.push(before);
        }
        // A wording that came back is no longer an earlier one.
        self.problem.earlier.retain(|earlier| *earlier != now);
        self.problem.settled = now;
    }

    fn apply_to_facts(&mut self, edit: Edit) {
        match edit {
            Edit::FactAdded(certainty) => {
                let id = self.fresh();
                self.facts.push(Fact { id, text: String::new(), certainty, source: None, find_out: None });
            }
            Edit::Fact(id, change) => {
                if let Some(fact) = self.facts.iter_mut().find(|fact| fact.id == id) {
                    match change {
                        FactEdit::Text(text) => fact.text = text,
                        FactEdit::Certainty(certainty) => fact.certainty = certainty,
                        FactEdit::Source(source) => fact.source = source,
                        FactEdit::FindOut(find_out) => fact.find_out = find_out,
                    }
                }
            }
            Edit::FactRemoved(id) => self.facts.retain(|fact| fact.id != id),
            _ => {}
        }
    }

    fn apply_to_parties(&mut self, edit: Edit) {
        match edit {
            Edit::PartyAdded => {
                let id = self.fresh();
                self.parties.push(Party::new(id, String::new(), false));
            }
            Edit::Party(id, change) => {
                if let Some(party) = self.parties.iter_mut().find(|party| party.id == id) {
                    match change {
                        PartyEdit::Role(text) => party.role = text,
                        PartyEdit::View(text) => party.view = text,
                        PartyEdit::Interest(text) => party.interest = text,
                        PartyEdit::How(how) => party.how = how,
                        PartyEdit::Heard(heard) => party.heard = heard,
                        PartyEdit::Ask(ask) => party.ask = ask,
                    }
                }
            }
            Edit::PartyRemoved(id) => {
                self.parties.retain(|party| party.id != id || party.patient);
                if self.party(id).is_none() {
                    self.let_go_of_party(id);
                }
            }
            _ => {}
        }
    }

    fn let_go_of_party(&mut self, id: ItemId) {
        for argument in self.alternatives.iter_mut().flat_map(|a| a.arguments.iter_mut()) {
            argument.parties.retain(|party| *party != id);
        }
        for aside in self.overall.set_aside.iter_mut().filter(|aside| aside.party == Some(id)) {
            aside.party = None;
        }
    }

    fn apply_to_values(&mut self, edit: Edit) {
        match edit {
            Edit::ValueToggled { id, name } => {
                let present = self.values.iter().find(|v| v.library.as_ref() == Some(&id)).map(|v| v.id);
                match present {
                    Some(item) => self.remove_value(item),
                    None => self.add_value(Some(id), name),
                }
            }
            Edit::OwnValueAdded(name) => {
                let name = name.trim().to_owned();
                if filled(&name) && !self.values.iter().any(|v| v.name.to_lowercase() == name.to_lowercase()) {
                    self.add_value(None, name);
                }
            }
            Edit::ValueRemoved(id) => self.remove_value(id),
            Edit::ConflictAdded => {
                let id = self.fresh();
                self.conflicts.push(Conflict { id, a: None, b: None });
            }
            Edit::ConflictSide(id, side, value) => {
                let value = value.filter(|value| self.value(*value).is_some());
                if let Some(conflict) = self.conflicts.iter_mut().find(|conflict| conflict.id == id) {
                    conflict.choose(side, value);
                }
            }
            Edit::ConflictRemoved(id) => self.conflicts.retain(|conflict| conflict.id != id),
            Edit::LawToggled(law) => {
                if self.laws.iter().any(|chosen| chosen.id == law.id) {
                    self.laws.retain(|chosen| chosen.id != law.id);
                } else {
                    self.laws.push(law);
                }
            }
            Edit::LawRemoved(id) => self.laws.retain(|law| law.id != id),
            _ => {}
        }
    }

    fn add_value(&mut self, library: Option<ValueId>, name: String) {
        let id = self.fresh();
        self.values.push(ChosenValue { id, library, name });
    }

    fn remove_value(&mut self, id: ItemId) {
        self.values.retain(|value| value.id != id);
        self.overall.set_aside.retain(|aside| aside.value != id);
        for conflict in &mut self.conflicts {
            conflict.a = conflict.a.filter(|value| *value != id);
            conflict.b = conflict.b.filter(|value| *value != id);
        }
        for argument in self.alternatives.iter_mut().flat_map(|a| a.arguments.iter_mut()) {
            argument.values.retain(|value| *value != id);
        }
    }

    fn apply_to_alternatives(&mut self, edit: Edit) {
        match edit {
            Edit::AlternativeAdded(text) => {
                let id = self.fresh();
                self.alternatives.push(Alternative { id, text, arguments: Vec::new() });
            }
            Edit::AlternativeText(id, text) => {
                if let Some(alternative) = self.alternatives.iter_mut().find(|a| a.id == id) {
                    alternative.text = text;
                }
            }
            Edit::AlternativeRemoved(id) => {
                self.alternatives.retain(|alternative| alternative.id != id);
                self.overall.chosen = self.overall.chosen.filter(|chosen| *chosen != id);
            }
            Edit::ArgumentAdded(alternative, side) => {
                let id = self.fresh();
                if let Some(alternative) = self.alternatives.iter_mut().find(|a| a.id == alternative) {
                    alternative.arguments.push(Argument::new(id, side));
                }
            }
            Edit::Argument(id, change) => self.change_argument(id, change),
            Edit::ArgumentRemoved(id) => {
                for alternative in &mut self.alternatives {
                    alternative.arguments.retain(|argument| argument.id != id);
                }
            }
            _ => {}
        }
    }

    fn change_argument(&mut self, id: ItemId, change: ArgumentEdit) {
        let fits = match &change {
            ArgumentEdit::Text(_) => true,
            ArgumentEdit::ValueToggled(value) => self.value(*value).is_some(),
            ArgumentEdit::PartyToggled(party) => self.party(*party).is_some(),
        };
        let arguments = self.alternatives.iter_mut().flat_map(|a| a.arguments.iter_mut());
        if let Some(argument) = arguments.into_iter().find(|argument| argument.id == id).filter(|_| fits) {
            match change {
                ArgumentEdit::Text(text) => argument.text = text,
                ArgumentEdit::ValueToggled(value) => toggle(&mut argument.values, value),
                ArgumentEdit::PartyToggled(party) => toggle(&mut argument.parties, party),
            }
        }
    }

    fn apply_to_overall(&mut self, edit: Edit) {
        let known_alternative = |session: &Self, id: ItemId| session.alternatives.iter().any(|a| a.id == id);
        match edit {
            Edit::Chosen(choice) => self.overall.chosen = choice.filter(|id| known_alternative(self, *id)),
            Edit::Reason(text) => self.overall.reason = text,
            Edit::SetAsideToggled(value) => self.toggle_set_aside(value),
            Edit::SetAsideFor(value, party) => {
                let party = party.filter(|party| self.party(*party).is_some());
                if let Some(aside) = self.set_aside_mut(value) {
                    aside.party = party;
                }
            }
            Edit::SetAsideSoftened(value, text) => {
                if let Some(aside) = self.set_aside_mut(value) {
                    aside.soften = text;
                }
            }
            Edit::Disagreement(text) => self.overall.disagreement = text,
            Edit::Report(kind, answer) => match answer {
                Some(answer) => {
                    self.overall.report.insert(kind, answer);
                }
                None => {
                    self.overall.report.remove(&kind);
                }
            },
            Edit::Next(next) => self.overall.next = next,
            _ => {}
        }
    }

    fn toggle_set_aside(&mut self, value: ItemId) {
        let asides = &mut self.overall.set_aside;
        if asides.iter().any(|aside| aside.value == value) {
            asides.retain(|aside| aside.value != value);
        } else if self.values.iter().any(|chosen| chosen.id == value) {
            self.overall.set_aside.push(SetAside { value, party: None, soften: String::new() });
        }
    }

    fn set_aside_mut(&mut self, value: ItemId) -> Option<&mut SetAside> {
        self.overall.set_aside.iter_mut().find(|aside| aside.value == value)
    }

    fn open_step(&mut self, step: StepId) {
        if self.place_of(&step).is_none() || step == self.at {
            return;
        }
        self.leave_step();
        // Opening a step that was skipped takes it back in.
        self.marks.remove(&step);
        self.at = step;
    }

    fn leave_step(&mut self) {
        self.settle_question();
        self.drop_empty_rows();
        let here = self.at.clone();
        self.marks.entry(here).or_insert(StepMark::Visited);
    }

    fn skip_step(&mut self) {
        let here = self.at.clone();
        let next = self.step_after().cloned();
        self.drop_empty_rows();
        self.marks.insert(here.clone(), StepMark::Skipped);
        if let Some(next) = next {
            self.marks.remove(&next);
            self.at = next;
        }
    }

    /// A row that nobody wrote in is not kept when its step is left.
    pub(crate) fn drop_empty_rows(&mut self) {
        self.facts.retain(|fact| filled(&fact.text));
        self.parties.retain(|p| p.patient || filled(&p.role) || filled(&p.view) || filled(&p.interest));
        self.conflicts.retain(|conflict| conflict.a.is_some() || conflict.b.is_some());
        for alternative in &mut self.alternatives {
            alternative.arguments.retain(|a| filled(&a.text) || !a.values.is_empty() || !a.parties.is_empty());
        }
        self.alternatives.retain(|alternative| filled(&alternative.text) || !alternative.arguments.is_empty());
        self.let_go_of_what_is_gone();
    }

    fn let_go_of_what_is_gone(&mut self) {
        let parties: Vec<ItemId> = self.parties.iter().map(|party| party.id).collect();
        for argument in self.alternatives.iter_mut().flat_map(|a| a.arguments.iter_mut()) {
            argument.parties.retain(|party| parties.contains(party));
        }
        for aside in &mut self.overall.set_aside {
            aside.party = aside.party.filter(|party| parties.contains(party));
        }
        let alternatives = &self.alternatives;
        self.overall.chosen = self.overall.chosen.filter(|id| alternatives.iter().any(|a| a.id == *id));
    }
}

impl Party {
    /// A party that nothing is known of yet.
    #[must_use]
    pub fn new(id: ItemId, role: String, patient: bool) -> Self {
        Self {
            id,
            role,
            patient,
            view: String::new(),
            interest: String::new(),
            how: HowWeKnow::Unknown,
            heard: Heard::NotHeard,
            ask: None,
        }
    }
}

impl Argument {
    fn new(id: ItemId, side: Side) -> Self {
        Self { id, side, text: String::new(), values: Vec::new(), parties: Vec::new() }
    }
}

impl Conflict {
    /// A conflict is between two different values: choosing the other side's value swaps them.
    fn choose(&mut self, side: ConflictSide, value: Option<ItemId>) {
        let (this, other) = match side {
            ConflictSide::A => (&mut self.a, &mut self.b),
            ConflictSide::B => (&mut self.b, &mut self.a),
        };
        if value.is_some() && *other == value {
            *other = *this;
        }
        *this = value;
    }
}

fn toggle(list: &mut Vec<ItemId>, id: ItemId) {
    if list.contains(&id) {
        list.retain(|present| *present != id);
    } else {
        list.push(id);
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
