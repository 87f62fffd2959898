//! How each change is made, and what has to follow: a row that goes takes along what pointed at it.
//!
//! Which change calls what stands in [`super::Session::apply`].

use super::{ArgumentEdit, ConflictSide, FactEdit, PartyEdit};
use crate::ethics::{Certainty, HowWeKnow, StepId, ValueId};
use crate::features::reflection::session::{
    Alternative, Argument, ChosenLaw, ChosenValue, Conflict, Fact, Heard, ItemId, Party, ReportAnswer,
    ReportKind, Session, SetAside, Side, StepMark, filled,
};

impl Session {
    /// Hands out a fresh id.
    pub(crate) fn fresh(&mut self) -> ItemId {
        let id = ItemId(self.next_item);
        self.next_item = self.next_item.saturating_add(1);
        id
    }

    pub(super) fn settle_question(&mut self) {
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

    pub(super) fn add_fact(&mut self, certainty: Certainty) {
        let id = self.fresh();
        self.facts.push(Fact { id, text: String::new(), certainty, source: None, find_out: None });
    }

    pub(super) fn change_fact(&mut self, id: ItemId, change: FactEdit) {
        let Some(fact) = self.facts.iter_mut().find(|fact| fact.id == id) else { return };
        match change {
            FactEdit::Text(text) => fact.text = text,
            FactEdit::Certainty(certainty) => fact.certainty = certainty,
            FactEdit::Source(source) => fact.source = source,
            FactEdit::FindOut(find_out) => fact.find_out = find_out,
        }
    }

    pub(super) fn add_party(&mut self) {
        let id = self.fresh();
        self.parties.push(Party::new(id, String::new(), false));
    }

    pub(super) fn change_party(&mut self, id: ItemId, change: PartyEdit) {
        let Some(party) = self.parties.iter_mut().find(|party| party.id == id) else { return };
        match change {
            PartyEdit::Role(text) => party.role = text,
            PartyEdit::View(text) => party.view = text,
            PartyEdit::Interest(text) => party.interest = text,
            PartyEdit::How(how) => party.how = how,
            PartyEdit::Heard(heard) => party.heard = heard,
            PartyEdit::Ask(ask) => party.ask = ask,
        }
    }

    pub(super) fn remove_party(&mut self, id: ItemId) {
        self.parties.retain(|party| party.id != id || party.patient);
        if self.party(id).is_none() {
            self.let_go_of_party(id);
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

    pub(super) fn toggle_theme(&mut self, theme: String) {
        let mut topic = self.topic_now();
        if topic.themes.contains(&theme) {
            topic.themes.retain(|chosen| *chosen != theme);
        } else {
            topic.themes.push(theme);
        }
        self.topic = Some(topic);
    }

    pub(super) fn toggle_value(&mut self, id: ValueId, name: String) {
        let present = self.values.iter().find(|v| v.library.as_ref() == Some(&id)).map(|v| v.id);
        match present {
            Some(item) => self.remove_value(item),
            None => self.add_value(Some(id), name),
        }
    }

    pub(super) fn add_own_value(&mut self, name: &str) {
        if filled(name) && !self.values.iter().any(|v| v.name.to_lowercase() == name.to_lowercase()) {
            self.add_value(None, name.to_owned());
        }
    }

    fn add_value(&mut self, library: Option<ValueId>, name: String) {
        let id = self.fresh();
        self.values.push(ChosenValue { id, library, name });
    }

    pub(super) fn remove_value(&mut self, id: ItemId) {
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

    pub(super) fn add_conflict(&mut self) {
        let id = self.fresh();
        self.conflicts.push(Conflict { id, a: None, b: None });
    }

    pub(super) fn choose_in_conflict(&mut self, id: ItemId, side: ConflictSide, value: Option<ItemId>) {
        let value = value.filter(|value| self.value(*value).is_some());
        if let Some(conflict) = self.conflicts.iter_mut().find(|conflict| conflict.id == id) {
            conflict.choose(side, value);
        }
    }

    pub(super) fn toggle_law(&mut self, law: ChosenLaw) {
        if self.laws.iter().any(|chosen| chosen.id == law.id) {
            self.laws.retain(|chosen| chosen.id != law.id);
        } else {
            self.laws.push(law);
        }
    }

    pub(super) fn add_alternative(&mut self, text: String) {
        let id = self.fresh();
        self.alternatives.push(Alternative { id, text, arguments: Vec::new() });
    }

    pub(super) fn reword_alternative(&mut self, id: ItemId, text: String) {
        if let Some(alternative) = self.alternatives.iter_mut().find(|a| a.id == id) {
            alternative.text = text;
        }
    }

    pub(super) fn remove_alternative(&mut self, id: ItemId) {
        self.alternatives.retain(|alternative| alternative.id != id);
        self.overall.chosen = self.overall.chosen.filter(|chosen| *chosen != id);
    }

    pub(super) fn add_argument(&mut self, alternative: ItemId, side: Side) {
        let id = self.fresh();
        if let Some(alternative) = self.alternatives.iter_mut().find(|a| a.id == alternative) {
            alternative.arguments.push(Argument::new(id, side));
        }
    }

    pub(super) fn change_argument(&mut self, id: ItemId, change: ArgumentEdit) {
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

    pub(super) fn remove_argument(&mut self, id: ItemId) {
        for alternative in &mut self.alternatives {
            alternative.arguments.retain(|argument| argument.id != id);
        }
    }

    pub(super) fn choose(&mut self, choice: Option<ItemId>) {
        self.overall.chosen = choice.filter(|id| self.alternatives.iter().any(|a| a.id == *id));
    }

    pub(super) fn toggle_set_aside(&mut self, value: ItemId) {
        let asides = &mut self.overall.set_aside;
        if asides.iter().any(|aside| aside.value == value) {
            asides.retain(|aside| aside.value != value);
        } else if self.values.iter().any(|chosen| chosen.id == value) {
            self.overall.set_aside.push(SetAside { value, party: None, soften: String::new() });
        }
    }

    pub(super) fn set_aside_for(&mut self, value: ItemId, party: Option<ItemId>) {
        let party = party.filter(|party| self.party(*party).is_some());
        if let Some(aside) = self.set_aside_mut(value) {
            aside.party = party;
        }
    }

    pub(super) fn soften(&mut self, value: ItemId, text: String) {
        if let Some(aside) = self.set_aside_mut(value) {
            aside.soften = text;
        }
    }

    fn set_aside_mut(&mut self, value: ItemId) -> Option<&mut SetAside> {
        self.overall.set_aside.iter_mut().find(|aside| aside.value == value)
    }

    pub(super) fn answer_report(&mut self, kind: ReportKind, answer: Option<ReportAnswer>) {
        match answer {
            Some(answer) => self.overall.report.insert(kind, answer),
            None => self.overall.report.remove(&kind),
        };
    }

    pub(super) fn open_step(&mut self, step: StepId, now_ms: u64) {
        if self.place_of(&step).is_none() || step == self.at {
            return;
        }
        self.settle_clock(now_ms);
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

    pub(super) fn skip_step(&mut self, now_ms: u64) {
        self.settle_clock(now_ms);
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
            alternative
                .arguments
                .retain(|a| filled(&a.text) || !a.values.is_empty() || !a.parties.is_empty());
        }
        self.alternatives
            .retain(|alternative| filled(&alternative.text) || !alternative.arguments.is_empty());
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
