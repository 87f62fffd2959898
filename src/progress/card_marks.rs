//! What people have done with reflection cards on this device: favourites, when a card was used, when it may
//! come back, a note that somebody chose to keep. Never what anybody answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ethics::{CardId, DeckId};
use crate::i18n::Day;

/// How long a card stays away when somebody asks for that, days.
pub const REST_DAYS: i64 = 30;

/// Everything that is remembered of cards.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CardMarks {
    /// The cards that something is remembered of.
    #[serde(default)]
    pub cards: BTreeMap<CardId, CardMark>,
    /// How cards were chosen the last time, so that a ward finds its deck again.
    #[serde(default)]
    pub choice: CardChoice,
}

/// What is remembered of one card.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CardMark {
    /// Somebody wants to find it again.
    #[serde(default)]
    pub favourite: bool,
    /// The day when it was used last, `YYYY-MM-DD`; empty where it never was.
    #[serde(default)]
    pub used: String,
    /// The day from which it may be drawn again, `YYYY-MM-DD`; empty where it may be.
    #[serde(default)]
    pub rests_until: String,
    /// A note that somebody chose to keep.
    #[serde(default)]
    pub note: String,
}

/// Which cards can be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CardChoice {
    /// The deck; none means all of them.
    #[serde(default)]
    pub deck: Option<DeckId>,
    /// The kind, as content writes it (`claim`, `term`, `case`); none means every kind.
    #[serde(default)]
    pub kind: Option<String>,
    /// A tag of a place; none means anywhere.
    #[serde(default)]
    pub setting: Option<String>,
    /// Only those that are good to begin with.
    #[serde(default)]
    pub only_first: bool,
    /// Only favourites.
    #[serde(default)]
    pub only_favourites: bool,
    /// How many were around the tablet; 0 where nobody has said so.
    #[serde(default)]
    pub people: u8,
}

/// What is done to the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkEdit {
    /// A card is a favourite, or no more.
    Favourite(CardId, bool),
    /// A card is used today.
    Used(CardId, Day),
    /// A card stays away for [`REST_DAYS`] days from this one.
    Rest(CardId, Day),
    /// A card may come again.
    Back(CardId),
    /// A note is kept; an empty one is taken away.
    Note(CardId, String),
    /// Cards are chosen in another way.
    Choice(CardChoice),
}

impl CardMarks {
    /// Takes in what is done. What says nothing more is let go of.
    pub fn apply(&mut self, edit: MarkEdit) {
        let id = match &edit {
            MarkEdit::Favourite(id, _)
            | MarkEdit::Used(id, _)
            | MarkEdit::Rest(id, _)
            | MarkEdit::Back(id)
            | MarkEdit::Note(id, _) => id.clone(),
            MarkEdit::Choice(choice) => return self.choice = choice.clone(),
        };
        let mark = self.cards.entry(id.clone()).or_default();
        match edit {
            MarkEdit::Favourite(_, on) => mark.favourite = on,
            MarkEdit::Used(_, day) => mark.used = day.to_string(),
            MarkEdit::Rest(_, day) => mark.rests_until = day.plus(REST_DAYS).to_string(),
            MarkEdit::Back(_) => mark.rests_until.clear(),
            MarkEdit::Note(_, text) => mark.note = text.trim().to_owned(),
            MarkEdit::Choice(_) => {}
        }
        if *mark == CardMark::default() {
            self.cards.remove(&id);
        }
    }

    /// What is remembered of a card.
    #[must_use]
    pub fn of(&self, id: &CardId) -> CardMark {
        self.cards.get(id).cloned().unwrap_or_default()
    }

    /// Whether a card may be drawn on a day. A day that cannot be read keeps no card away.
    #[must_use]
    pub fn may_come(&self, id: &CardId, today: Day) -> bool {
        let rests = self.cards.get(id).and_then(|mark| Day::parse(&mark.rests_until));
        rests.is_none_or(|until| until <= today)
    }

    /// The cards that were used, the last one first; of one day in the order of their ids.
    #[must_use]
    pub fn used(&self) -> Vec<(CardId, Day)> {
        let used = self.cards.iter().filter_map(|(id, mark)| Some((id.clone(), Day::parse(&mark.used)?)));
        let mut used: Vec<(CardId, Day)> = used.collect();
        used.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        used
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_card_stays_away_for_a_month_and_comes_back_by_itself_or_when_asked() {
        let mut marks = CardMarks::default();
        let card = CardId::from("sh-kake");
        marks.apply(MarkEdit::Rest(card.clone(), day("2026-11-22")));
        assert!(!marks.may_come(&card, day("2026-12-21")));
        assert!(marks.may_come(&card, day("2026-12-22")));
        marks.apply(MarkEdit::Back(card.clone()));
        assert!(marks.may_come(&card, day("2026-11-22")));
        assert!(marks.cards.is_empty(), "what says nothing is not kept");
    }

    #[test]
    fn a_day_that_cannot_be_read_keeps_no_card_away() {
        let mut marks = CardMarks::default();
        marks.cards.insert("a".into(), CardMark { rests_until: "snart".into(), ..CardMark::default() });
        assert!(marks.may_come(&"a".into(), day("2026-11-22")));
    }

    #[test]
    fn what_was_used_last_stands_first() {
        let mut marks = CardMarks::default();
        for (id, on) in [("b", "2026-11-02"), ("c", "2026-11-20"), ("a", "2026-11-20")] {
            marks.apply(MarkEdit::Used(id.into(), day(on)));
        }
        let ids: Vec<String> = marks.used().into_iter().map(|(id, _)| id.to_string()).collect();
        assert_eq!(ids, ["a", "c", "b"]);
    }

    #[test]
    fn an_empty_note_is_no_note() {
        let mut marks = CardMarks::default();
        marks.apply(MarkEdit::Note("a".into(), " Vi spør datteren. ".into()));
        assert_eq!(marks.of(&"a".into()).note, "Vi spør datteren.");
        marks.apply(MarkEdit::Note("a".into(), "  ".into()));
        assert!(marks.cards.is_empty());
    }
}
