//! Rules for the glossary.

use std::collections::BTreeMap;

use super::Examination;
use super::course::Authored;
use super::finding::Problem;
use crate::content::{Term, TermWords};
use crate::ethics::TermId;
use crate::i18n::Language;

/// The most words in an explanation, which stands beside the text that it explains.
const EXPLANATION: usize = 35;
/// The most characters in a term.
const NAME: usize = 40;

impl Examination<'_> {
    pub(super) fn term(&mut self, item: &Authored<Term, TermWords>) {
        let see: Vec<&str> = item.neutral.see.iter().map(TermId::as_str).collect();
        self.known(&item.place, "see", &self.terms.clone(), &see);
        for (language, words) in &item.words {
            self.name_length(item, *language, "name", &words.name, NAME);
            self.length(&item.place, *language, "text", &words.text, EXPLANATION);
            if words.forms.is_empty() {
                self.words(&item.place, *language, "forms", Problem::Empty);
            }
        }
        let mut given =
            item.words.iter().map(|(language, words)| (*language, words.example.trim().is_empty()));
        let Some((first, model)) = given.next() else { return };
        let told = |is_empty: bool| String::from(if is_empty { "no example" } else { "an example" });
        for (language, is_empty) in given.filter(|(_, is_empty)| *is_empty != model).collect::<Vec<_>>() {
            let problem = Problem::OtherStructure { here: told(is_empty), there: told(model), other: first };
            self.words(&item.place, language, "example", problem);
        }
    }

    /// A form leads to one term.
    pub(super) fn forms(&mut self, terms: &[Authored<Term, TermWords>]) {
        let mut taken: BTreeMap<(Language, String), &TermId> = BTreeMap::new();
        for term in terms {
            for (language, words) in &term.words {
                for form in &words.forms {
                    let other = taken.insert((*language, form.to_lowercase()), &term.neutral.id);
                    if let Some(other) = other {
                        let problem = Problem::FormTaken { form: form.clone(), other: other.to_string() };
                        self.words(&term.place, *language, "forms", problem);
                    }
                }
            }
        }
    }
}
