//! Rules for the calls of the ISBAR drills: every letter is there, something that does not belong too, and each
//! fact is as short as it is said.

use super::Examination;
use super::course::Authored;
use super::finding::Problem;
use crate::content::{IsbarCall, IsbarCallWords, Sorted};

/// The most characters in a title.
const TITLE: usize = 40;
/// The most words in something that is said.
const SAID: usize = 20;
/// The fewest and the most facts, so that all of them are seen on one screen.
const FACTS: (usize, usize) = (6, 12);

impl Examination<'_> {
    pub(super) fn isbar_call(&mut self, item: &Authored<IsbarCall, IsbarCallWords>) {
        let Authored { neutral, place, words } = item;
        self.people.clone_from(&neutral.people);
        self.item(item, &neutral.metadata);
        self.people.clear();
        self.tagged(place, "setting", &self.tags.settings.clone(), std::slice::from_ref(&neutral.setting));
        let ids: Vec<&str> = neutral.facts.iter().map(|fact| fact.id.as_str()).collect();
        self.unique(place, "facts", &ids);
        self.count(place, "facts", "facts", ids.len(), FACTS);
        for letter in Sorted::ALL {
            if !neutral.facts.iter().any(|fact| fact.letter == letter) {
                self.neutral(place, "facts", Problem::NoFactUnder(letter.code()));
            }
        }
        for (language, words) in words {
            self.name_length(item, *language, "title", &words.title, TITLE);
            self.name_length(item, *language, "to", &words.to, TITLE);
            self.same_ids(place, *language, "facts", &ids, words.facts.keys().map(String::as_str));
            for (id, text) in &words.facts {
                self.length(place, *language, &format!("facts.{id}"), text, SAID);
            }
        }
    }
}
