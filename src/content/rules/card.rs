//! Rules for reflection cards: short, one conflict, one question, and no answer.

use std::collections::BTreeSet;

use super::Examination;
use super::course::{Authored, cards_of};
use super::finding::Problem;
use super::texts::Words;
use crate::content::readability::words;
use crate::content::{Card, CardKind, CardWords, Deck, DeckWords};
use crate::ethics::ValueId;
use crate::i18n::Language;

/// The most words in what a card says and asks, so that it is read aloud in half a minute.
const CARD: usize = 60;
/// The most characters in a title or a role.
const NAME: usize = 40;
/// The most characters in the name of a deck.
const DECK_NAME: usize = 30;
/// The most words in a choice, which is a button.
const CHOICE: usize = 8;
/// The fewest and the most questions that lead on.
const FOLLOW_UPS: (usize, usize) = (2, 3);
/// The most words in the reason of a voice.
const REASON: usize = 30;

impl Examination<'_> {
    /// A deck, and each of its cards.
    pub(super) fn deck(&mut self, deck: &Authored<Deck, DeckWords>) {
        let Authored { neutral, place, .. } = deck;
        if neutral.cards.is_empty() {
            self.neutral(place, "cards", Problem::Empty);
        }
        let ids: Vec<&str> = neutral.cards.iter().map(|card| card.id.as_str()).collect();
        for (language, deck_words) in &deck.words {
            self.name_length(deck, *language, "name", &deck_words.name, DECK_NAME);
            let worded = deck_words.cards.keys().map(crate::ethics::CardId::as_str);
            self.same_ids(place, *language, "cards", &ids, worded);
        }
        let cards = cards_of(deck);
        for card in &cards {
            for (language, card_words) in &card.words {
                self.writing(&card.place, *language, card_words);
            }
            self.card(card);
        }
        for language in deck.words.keys() {
            let worded = cards.iter().filter_map(|card| card.words.get(language));
            let texts: Vec<_> = worded.flat_map(Words::texts).collect();
            self.deck_lix(place, *language, &texts);
        }
    }

    /// A card. Its texts have been looked at one by one already.
    pub(super) fn card(&mut self, card: &Authored<Card, CardWords>) {
        if !self.cards.insert(card.neutral.id.to_string()) {
            self.neutral(&card.place, "id", Problem::Duplicate(card.neutral.id.to_string()));
        }
        if super::is_odd(card.neutral.id.as_str()) {
            self.neutral(&card.place, "id", Problem::OddId(card.neutral.id.to_string()));
        }
        self.card_tags(card);
        self.card_choices(card);
        self.panel(card);
        for (language, card_words) in &card.words {
            self.card_words(card, *language, card_words);
        }
        self.cards_alike(card);
    }

    fn card_tags(&mut self, card: &Authored<Card, CardWords>) {
        let Authored { neutral, place, .. } = card;
        self.tagged(place, "settings", &self.tags.settings.clone(), &neutral.settings);
        self.tagged(place, "task", &self.tags.tasks.clone(), std::slice::from_ref(&neutral.task));
        self.tagged(place, "themes", &self.tags.themes.clone(), &neutral.themes);
        self.tagged(place, "parties", &self.tags.parties.clone(), &neutral.parties);
        self.tagged(place, "professions", &self.tags.professions.clone(), &neutral.professions);
        self.count(place, "themes", "themes", neutral.themes.len(), (1, 3));
        self.count(place, "parties", "parties", neutral.parties.len(), (2, 4));
        let values: Vec<&str> = neutral.values.iter().map(ValueId::as_str).collect();
        self.unique(place, "values", &values);
        self.count(place, "values", "values", values.len(), (2, 2));
        self.known(place, "values", &self.values.clone(), &values);
        let law: Vec<&str> = neutral.law.iter().map(crate::ethics::LawId::as_str).collect();
        self.known(place, "law", &self.laws.clone(), &law);
    }

    fn card_choices(&mut self, card: &Authored<Card, CardWords>) {
        let Authored { neutral, place, .. } = card;
        let ids: Vec<&str> = neutral.choices.iter().map(String::as_str).collect();
        self.unique(place, "choices", &ids);
        if neutral.kind != CardKind::Claim {
            self.count(place, "choices", "choices", ids.len(), (3, 4));
        } else if !ids.is_empty() {
            self.neutral(place, "choices", Problem::ClaimWith("choices"));
        }
    }

    fn panel(&mut self, card: &Authored<Card, CardWords>) {
        let Authored { neutral, place, .. } = card;
        if neutral.kind != CardKind::Case {
            if !neutral.panel.is_empty() {
                self.neutral(place, "panel", Problem::PanelOfOther);
            }
            return;
        }
        let ids: Vec<&str> = neutral.panel.iter().map(|voice| voice.id.as_str()).collect();
        self.unique(place, "panel", &ids);
        self.count(place, "panel", "voices", ids.len(), (2, 4));
        let choices: BTreeSet<&str> = neutral.choices.iter().map(String::as_str).collect();
        let leans: Vec<&str> = neutral.panel.iter().map(|voice| voice.leans.as_str()).collect();
        self.known(place, "panel.leans", &choices, &leans);
        let different: BTreeSet<&str> = leans.iter().copied().collect();
        if let (true, Some(only), None) = (leans.len() > 1, leans.first(), different.iter().nth(1)) {
            self.neutral(place, "panel", Problem::PanelAgrees((*only).to_owned()));
        }
    }

    fn card_words(&mut self, card: &Authored<Card, CardWords>, language: Language, card_words: &CardWords) {
        let place = &card.place;
        self.name_length(card, language, "title", &card_words.title, NAME);
        let both = words(&card_words.text).count() + words(&card_words.question).count();
        if both > CARD {
            self.words(place, language, "text", Problem::LongText { words: both, limit: CARD });
        }
        self.question(place, language, "question", &card_words.question);
        if card_words.question.matches('?').count() > 1 {
            self.words(place, language, "question", Problem::ManyQuestions);
        }
        self.question(place, language, "twist", &card_words.twist);
        for (text, number) in card_words.follow_ups.iter().zip(1..) {
            self.question(place, language, &format!("follow_ups.{number}"), text);
        }
        let found = card_words.follow_ups.len();
        let (least, most) = FOLLOW_UPS;
        if !(least..=most).contains(&found) {
            let problem = Problem::Count { what: "follow-up questions", found, least, most };
            self.words(place, language, "follow_ups", problem);
        }
        for text in card_words.texts() {
            self.no_answer(place, language, &text);
        }
        self.choice_words(card, language, card_words);
    }

    fn choice_words(&mut self, card: &Authored<Card, CardWords>, language: Language, card_words: &CardWords) {
        let Authored { neutral, place, .. } = card;
        // Choices of a claim are refused already.
        let choices = neutral.choices.iter().filter(|_| neutral.kind != CardKind::Claim);
        let choices: Vec<&str> = choices.map(String::as_str).collect();
        self.same_ids(place, language, "choices", &choices, card_words.choices.keys().map(String::as_str));
        let voices: Vec<&str> = neutral.panel.iter().map(|voice| voice.id.as_str()).collect();
        self.same_ids(place, language, "panel", &voices, card_words.panel.keys().map(String::as_str));
        for (id, text) in &card_words.choices {
            self.length(place, language, &format!("choices.{id}"), text, CHOICE);
        }
        let mut reasons = BTreeSet::new();
        for (id, voice) in &card_words.panel {
            self.name_length(card, language, &format!("panel.{id}.who"), &voice.who, NAME);
            self.length(place, language, &format!("panel.{id}.reason"), &voice.reason, REASON);
            if !voice.reason.trim().is_empty() && !reasons.insert(voice.reason.trim().to_lowercase()) {
                self.words(place, language, &format!("panel.{id}.reason"), Problem::SameReason(id.clone()));
            }
        }
    }

    /// As many questions in every language.
    fn cards_alike(&mut self, card: &Authored<Card, CardWords>) {
        let Some((first, model)) = card.words.iter().next() else { return };
        for (language, card_words) in card.words.iter().skip(1) {
            let (here, there) = (card_words.follow_ups.len(), model.follow_ups.len());
            // Too few or too many has been told already.
            if here != there && here.min(there) >= FOLLOW_UPS.0 && here.max(there) <= FOLLOW_UPS.1 {
                let told = |words: &CardWords| format!("{} follow-up questions", words.follow_ups.len());
                let problem =
                    Problem::OtherStructure { here: told(card_words), there: told(model), other: *first };
                self.words(&card.place, *language, "follow_ups", problem);
            }
        }
    }

    /// A name of at most `limit` characters.
    pub(super) fn name_length<N, W>(
        &mut self,
        item: &Authored<N, W>,
        language: Language,
        field: &str,
        text: &str,
        limit: usize,
    ) {
        let characters = text.chars().count();
        if characters > limit {
            self.words(&item.place, language, field, Problem::LongName { characters, limit });
        }
    }
}
