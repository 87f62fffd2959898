//! What the library holds as things that can be found: what each is called, what it says, and what else it is found by.

use super::{Entry, Kind};
use crate::content::{CaseEntry, DeckItem, LawItem, Library, TermItem, ValueItem};
use crate::ethics::{CardId, ValueId};

/// Everything in one language: dilemmas, terms, law cards, values, cards.
pub(super) fn of_library(library: &Library, decks: &[DeckItem], terms: &[TermItem]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = library.cases().iter().map(|case| case_entry(case, library)).collect();
    entries.extend(terms.iter().map(term_entry));
    entries.extend(library.laws().iter().map(|law| law_entry(law, library)));
    entries.extend(library.values().iter().map(value_entry));
    entries.extend(decks.iter().flat_map(|deck| card_entries(deck, library)));
    entries
}

fn case_entry(case: &CaseEntry, library: &Library) -> Entry {
    let whole = library.case(&case.id);
    let mut text = vec![case.teaser.as_str()];
    if let Some(whole) = whole {
        text.extend(whole.words.background.iter().map(String::as_str));
        text.push(&whole.words.question);
        text.extend(whole.words.facts.values().map(String::as_str));
        text.extend(whole.words.parties.values().map(|party| party.role.as_str()));
    }
    let place = library.setting_name(&case.setting).unwrap_or_default();
    let mut tags = names(library, &case.themes, &case.values);
    tags.extend([place.to_owned(), library.task_name(&case.task).unwrap_or_default().to_owned()]);
    Entry {
        kind: Kind::Case,
        id: case.id.to_string(),
        title: case.title.clone(),
        small: format!("{place} · {}", case.teaser),
        text: text.join(" "),
        tags,
        settings: vec![case.setting.clone()],
        task: case.task.clone(),
    }
}

fn law_entry(law: &LawItem, library: &Library) -> Entry {
    Entry {
        kind: Kind::Law,
        id: law.neutral.id.to_string(),
        title: law.words.title.clone(),
        small: format!("{} {}", law.words.act, law.neutral.section),
        text: format!("{} {}", law.words.says, law.words.room),
        tags: [
            vec![law.words.act.clone(), law.neutral.section.clone()],
            names(library, &[], &law.neutral.values),
        ]
        .concat(),
        settings: Vec::new(),
        task: String::new(),
    }
}

fn value_entry(value: &ValueItem) -> Entry {
    Entry {
        kind: Kind::Value,
        id: value.neutral.id.to_string(),
        title: value.words.name.clone(),
        small: value.words.meaning.clone(),
        text: format!("{} {}", value.words.meaning, value.words.question),
        tags: Vec::new(),
        settings: Vec::new(),
        task: String::new(),
    }
}

/// A term, as it is found by its name, its forms and what it means.
#[must_use]
pub fn term_entry(term: &TermItem) -> Entry {
    Entry {
        kind: Kind::Term,
        id: term.neutral.id.to_string(),
        title: term.words.name.clone(),
        small: term.words.text.clone(),
        text: format!("{} {}", term.words.text, term.words.example),
        tags: term.words.forms.clone(),
        settings: Vec::new(),
        task: String::new(),
    }
}

fn card_entries(deck: &DeckItem, library: &Library) -> impl Iterator<Item = Entry> {
    deck.neutral.cards.iter().filter_map(|card| {
        let words = deck.words.cards.get::<CardId>(&card.id)?;
        let mut text = vec![words.text.as_str(), &words.question, &words.twist];
        text.extend(words.follow_ups.iter().map(String::as_str));
        let mut tags = names(library, &card.themes, &card.values);
        let place = |id: &String| library.setting_name(id).map(str::to_owned);
        tags.extend(card.settings.iter().filter_map(place));
        tags.extend(library.task_name(&card.task).map(str::to_owned));
        tags.push(deck.words.name.clone());
        Some(Entry {
            kind: Kind::Card,
            id: card.id.to_string(),
            title: words.title.clone(),
            small: format!("{} · {}", deck.words.name, words.question),
            text: text.join(" "),
            tags,
            settings: card.settings.clone(),
            task: card.task.clone(),
        })
    })
}

fn names(library: &Library, themes: &[String], values: &[ValueId]) -> Vec<String> {
    let themes = themes.iter().filter_map(|id| library.theme_name(id));
    let values = values.iter().filter_map(|id| library.value(id)).map(|value| value.words.name.as_str());
    themes.chain(values).map(str::to_owned).collect()
}
