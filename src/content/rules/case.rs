//! Rules for dilemmas.

use super::Examination;
use super::course::Authored;
use super::finding::Problem;
use crate::content::{Case, CaseWords};
use crate::ethics::{Certainty, HowWeKnow};
use crate::i18n::Language;

impl Examination<'_> {
    pub(super) fn case(&mut self, item: &Authored<Case, CaseWords>) {
        self.case_tags(item);
        self.case_facts(item);
        self.case_parties(item);
        let facts: Vec<&str> = item.neutral.facts.iter().map(|fact| fact.id.as_str()).collect();
        let parties: Vec<&str> = item.neutral.parties.iter().map(|party| party.id.as_str()).collect();
        for (language, words) in &item.words {
            self.question(&item.place, *language, "question", &words.question);
            self.same_ids(&item.place, *language, "facts", &facts, words.facts.keys().map(String::as_str));
            self.same_ids(
                &item.place,
                *language,
                "parties",
                &parties,
                words.parties.keys().map(String::as_str),
            );
            self.views(item, *language, words);
        }
        self.case_alike(item);
    }

    fn case_tags(&mut self, item: &Authored<Case, CaseWords>) {
        let Authored { neutral, place, .. } = item;
        self.tagged(place, "setting", &self.tags.settings.clone(), std::slice::from_ref(&neutral.setting));
        self.tagged(place, "task", &self.tags.tasks.clone(), std::slice::from_ref(&neutral.task));
        self.tagged(place, "themes", &self.tags.themes.clone(), &neutral.themes);
        self.tagged(place, "professions", &self.tags.professions.clone(), &neutral.professions);
        for (field, is_empty) in
            [("themes", neutral.themes.is_empty()), ("values", neutral.values.is_empty())]
        {
            if is_empty {
                self.neutral(place, field, Problem::Empty);
            }
        }
        let values: Vec<&str> = neutral.values.iter().map(crate::ethics::ValueId::as_str).collect();
        self.known(place, "values", &self.values.clone(), &values);
        let laws: Vec<&str> = neutral.laws.iter().map(crate::ethics::LawId::as_str).collect();
        self.known(place, "laws", &self.laws.clone(), &laws);
    }

    fn case_facts(&mut self, item: &Authored<Case, CaseWords>) {
        let Authored { neutral, place, .. } = item;
        let ids: Vec<&str> = neutral.facts.iter().map(|fact| fact.id.as_str()).collect();
        self.unique(place, "facts", &ids);
        for certainty in Certainty::ALL {
            if !neutral.facts.iter().any(|fact| fact.certainty == certainty) {
                self.neutral(place, "facts", Problem::NoFactThatIs(certainty));
            }
        }
        for fact in &neutral.facts {
            let problem = match (fact.certainty, fact.source) {
                (Certainty::Known, None) => Problem::FactWithoutSource(Certainty::Known),
                (Certainty::Unknown, Some(_)) => Problem::SourceOfUnknown,
                _ => continue,
            };
            self.neutral(place, &format!("facts.{}.source", fact.id), problem);
        }
    }

    fn case_parties(&mut self, item: &Authored<Case, CaseWords>) {
        let Authored { neutral, place, .. } = item;
        let ids: Vec<&str> = neutral.parties.iter().map(|party| party.id.as_str()).collect();
        self.unique(place, "parties", &ids);
        let patients = neutral.parties.iter().filter(|party| party.patient).count();
        if patients != 1 {
            self.neutral(place, "parties", Problem::PatientParties(patients));
        }
    }

    /// A view stands there exactly where we know it, in whatever way.
    fn views(&mut self, item: &Authored<Case, CaseWords>, language: Language, words: &CaseWords) {
        for party in &item.neutral.parties {
            let Some(party_words) = words.parties.get(&party.id) else { continue };
            let known = party.how_we_know != HowWeKnow::Unknown;
            let problem = match (known, party_words.view.trim().is_empty()) {
                (true, true) => Problem::NoView,
                (false, false) => Problem::ViewOfUnknown,
                _ => continue,
            };
            self.words(&item.place, language, &format!("parties.{}.view", party.id), problem);
        }
    }

    /// Paragraphs and interests that every language has or none.
    fn case_alike(&mut self, item: &Authored<Case, CaseWords>) {
        let Some((first, model)) = item.words.iter().next() else { return };
        for (language, words) in item.words.iter().skip(1) {
            let differ = |here: String, there: String| Problem::OtherStructure { here, there, other: *first };
            if words.background.len() != model.background.len() {
                let problem = differ(paragraphs(words), paragraphs(model));
                self.words(&item.place, *language, "background", problem);
            }
            for (id, party) in &words.parties {
                let Some(other) = model.parties.get(id) else { continue };
                if party.interest.trim().is_empty() != other.interest.trim().is_empty() {
                    let problem = differ(presence(&party.interest), presence(&other.interest));
                    self.words(&item.place, *language, &format!("parties.{id}.interest"), problem);
                }
            }
        }
    }
}

fn paragraphs(words: &CaseWords) -> String {
    format!("{} paragraphs", words.background.len())
}

fn presence(text: &str) -> String {
    if text.trim().is_empty() { "nothing".into() } else { "a text".into() }
}
