//! Rules for values, law cards and kjøreregler.

use super::Examination;
use super::course::Authored;
use crate::content::{Law, LawWords, Rule, RuleWords, Value, ValueWords};

/// The most words in what a law card says.
const LAW_SAYS: usize = 60;
/// The most words in a kjøreregel, so that all of them stand on one calm screen.
const RULE: usize = 12;

impl Examination<'_> {
    pub(super) fn value(&mut self, item: &Authored<Value, ValueWords>) {
        for (language, words) in &item.words {
            self.question(&item.place, *language, "question", &words.question);
        }
    }

    pub(super) fn rule(&mut self, item: &Authored<Rule, RuleWords>) {
        for (language, words) in &item.words {
            self.length(&item.place, *language, "text", &words.text, RULE);
        }
    }

    pub(super) fn law(&mut self, item: &Authored<Law, LawWords>) {
        let Authored { neutral, place, words } = item;
        self.written(place, "section", &neutral.section);
        if !neutral.changed.is_empty() {
            self.past_day(place, "changed", &neutral.changed);
        }
        let values: Vec<&str> = neutral.values.iter().map(crate::ethics::ValueId::as_str).collect();
        self.known(place, "values", &self.values.clone(), &values);
        for (language, words) in words {
            self.length(place, *language, "says", &words.says, LAW_SAYS);
        }
    }
}
