//! What is done to a dilemma.

use std::collections::BTreeMap;

use super::{CaseEdit, FactEdit, PartyEdit, free, mark, trim};
use crate::content::{Case, CaseFact, CaseParty, CaseWords, Metadata, PartyWords};
use crate::ethics::{Certainty, HowWeKnow};
use crate::packs::{OwnCase, cleaned};

impl OwnCase {
    pub(super) fn blank(id: &str) -> Self {
        let neutral = Case {
            id: id.into(),
            setting: String::new(),
            task: String::new(),
            themes: Vec::new(),
            professions: Vec::new(),
            values: Vec::new(),
            laws: Vec::new(),
            facts: Vec::new(),
            parties: Vec::new(),
            metadata: Metadata::default(),
        };
        let words = CaseWords { background: vec![String::new()], ..CaseWords::default() };
        let mut case = Self { neutral, words };
        for certainty in Certainty::ALL {
            case.add_fact(certainty);
        }
        case.add_party(true);
        case.add_party(false);
        case
    }

    pub(super) fn apply(&mut self, edit: CaseEdit) {
        let Self { neutral, words } = self;
        match edit {
            CaseEdit::Title(text) => words.title = cleaned(text),
            CaseEdit::Teaser(text) => words.teaser = cleaned(text),
            CaseEdit::Background(text) => {
                words.background = cleaned(text).split('\n').map(str::to_owned).collect()
            }
            CaseEdit::Question(text) => words.question = cleaned(text),
            CaseEdit::Setting(tag) => neutral.setting = tag,
            CaseEdit::Task(tag) => neutral.task = tag,
            CaseEdit::Theme(tag, on) => mark(&mut neutral.themes, tag, on),
            CaseEdit::Value(id, on) => mark(&mut neutral.values, id, on),
            CaseEdit::Law(id, on) => mark(&mut neutral.laws, id, on),
            CaseEdit::Facts(edit) => self.apply_to_facts(edit),
            CaseEdit::Parties(edit) => self.apply_to_parties(edit),
        }
    }

    fn apply_to_facts(&mut self, edit: FactEdit) {
        let Self { neutral, words } = self;
        let fact = |facts: &mut Vec<CaseFact>, id: &str, change: &mut dyn FnMut(&mut CaseFact)| {
            facts.iter_mut().filter(|fact| fact.id == id).for_each(change);
        };
        match edit {
            FactEdit::Added => self.add_fact(Certainty::Known),
            FactEdit::Text(id, text) => {
                if let Some(fact) = words.facts.get_mut(&id) {
                    *fact = cleaned(text);
                }
            }
            FactEdit::Certainty(id, certainty) => fact(&mut neutral.facts, &id, &mut |fact| {
                fact.certainty = certainty;
                if certainty == Certainty::Unknown {
                    fact.source = None;
                }
            }),
            FactEdit::Source(id, source) => fact(&mut neutral.facts, &id, &mut |fact| fact.source = source),
            FactEdit::Removed(id) => {
                neutral.facts.retain(|fact| fact.id != id);
                words.facts.remove(&id);
            }
        }
    }

    fn apply_to_parties(&mut self, edit: PartyEdit) {
        let Self { neutral, words } = self;
        let party = |parties: &mut BTreeMap<String, PartyWords>,
                     id: &str,
                     change: &mut dyn FnMut(&mut PartyWords)| {
            parties.get_mut(id).into_iter().for_each(change);
        };
        match edit {
            PartyEdit::Added => self.add_party(false),
            PartyEdit::Role(id, text) => {
                party(&mut words.parties, &id, &mut |party| party.role = cleaned(text.clone()))
            }
            PartyEdit::View(id, text) => {
                party(&mut words.parties, &id, &mut |party| party.view = cleaned(text.clone()))
            }
            PartyEdit::Interest(id, text) => {
                party(&mut words.parties, &id, &mut |party| party.interest = cleaned(text.clone()));
            }
            PartyEdit::Patient(id) => {
                neutral.parties.iter_mut().for_each(|party| party.patient = party.id == id);
            }
            PartyEdit::HowWeKnow(id, how) => {
                let parties = neutral.parties.iter_mut().filter(|party| party.id == id);
                parties.for_each(|party| party.how_we_know = how);
            }
            PartyEdit::Removed(id) => {
                neutral.parties.retain(|party| party.id != id);
                words.parties.remove(&id);
            }
        }
    }

    fn add_fact(&mut self, certainty: Certainty) {
        let Some(id) = free(self.neutral.facts.iter().map(|fact| &fact.id)) else { return };
        self.words.facts.insert(id.clone(), String::new());
        self.neutral.facts.push(CaseFact { id, certainty, source: None });
    }

    fn add_party(&mut self, patient: bool) {
        let Some(id) = free(self.neutral.parties.iter().map(|party| &party.id)) else { return };
        self.words.parties.insert(id.clone(), PartyWords::default());
        self.neutral.parties.push(CaseParty { id, patient, how_we_know: HowWeKnow::Unknown });
    }

    pub(super) fn tidy(&mut self) {
        let words = &mut self.words;
        [&mut words.title, &mut words.teaser, &mut words.question].into_iter().for_each(trim);
        words.background.iter_mut().for_each(trim);
        words.background.retain(|paragraph| !paragraph.is_empty());
        words.facts.values_mut().for_each(trim);
        let of_party = |party: &mut PartyWords| {
            [&mut party.role, &mut party.view, &mut party.interest].into_iter().for_each(trim);
        };
        words.parties.values_mut().for_each(of_party);
    }
}
