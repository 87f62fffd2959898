//! Which cards can be drawn, and which one comes. Pure: what decides among equals is handed in.

use crate::content::{Card, CardKind, CardLevel, CardWords, DeckItem};
use crate::ethics::HowWeKnow;
use crate::ethics::{CardId, DeckId, Opening, OpeningParty, Origin};
use crate::i18n::Day;
use crate::progress::{CardChoice, CardMarks};

/// The party that is the patient, resident or service user.
const PATIENT: &str = "pasient";

/// A card with its words, as it lies in its deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The deck that it lies in.
    pub deck: DeckId,
    /// What the deck is called.
    pub deck_name: String,
    /// The card.
    pub card: Card,
    /// Its words.
    pub words: CardWords,
}

impl Drawn {
    /// The reflection that it can begin, with the names of the parties as the library has them.
    #[must_use]
    pub fn opening(&self, party_name: impl Fn(&str) -> Option<String>) -> Opening {
        let parties = self.card.parties.iter().filter_map(|tag| {
            Some(OpeningParty {
                role: party_name(tag)?,
                patient: tag == PATIENT,
                view: String::new(),
                interest: String::new(),
                how_we_know: HowWeKnow::Unknown,
            })
        });
        Opening {
            title: self.words.title.clone(),
            text: self.words.text.clone(),
            question: self.words.question.clone(),
            facts: Vec::new(),
            parties: parties.collect(),
            values: self.card.values.clone(),
            origin: Origin::Card { id: self.card.id.to_string() },
        }
    }
}

/// The word by which a kind is written in content and in marks.
#[must_use]
pub const fn kind_word(kind: CardKind) -> &'static str {
    match kind {
        CardKind::Claim => "claim",
        CardKind::Term => "term",
        CardKind::Case => "case",
    }
}

/// Every card of some decks, in their order.
pub fn all(decks: &[DeckItem]) -> impl Iterator<Item = Drawn> {
    decks.iter().flat_map(|deck| {
        deck.neutral.cards.iter().filter_map(|card| {
            Some(Drawn {
                deck: deck.neutral.id.clone(),
                deck_name: deck.words.name.clone(),
                card: card.clone(),
                words: deck.words.cards.get(&card.id)?.clone(),
            })
        })
    })
}

/// A card.
#[must_use]
pub fn find(decks: &[DeckItem], id: &CardId) -> Option<Drawn> {
    all(decks).find(|drawn| drawn.card.id == *id)
}

/// The card of a day: a claim that is good to begin with, the same for everybody and another one tomorrow.
#[must_use]
pub fn of_the_day(decks: &[DeckItem], today: Day) -> Option<Drawn> {
    let easy = |drawn: &Drawn| drawn.card.kind == CardKind::Claim && drawn.card.level == CardLevel::Start;
    let cards: Vec<Drawn> = all(decks).filter(easy).collect();
    let count = i64::try_from(cards.len()).ok().filter(|count| *count > 0)?;
    // From deck to deck and not through one: a step that shares no divisor with the number of cards.
    let step = (count / 3..count).find(|step| greatest_divisor(*step, count) == 1).unwrap_or(1);
    let place = today.number().rem_euclid(count) * step % count;
    cards.into_iter().nth(usize::try_from(place).ok()?)
}

fn greatest_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { greatest_divisor(other, one % other) }
}

/// Whether a card is one of those that somebody wants to draw from.
#[must_use]
pub fn is_chosen(drawn: &Drawn, choice: &CardChoice, marks: &CardMarks) -> bool {
    let Drawn { deck, card, .. } = drawn;
    let here = |setting: &String| card.settings.is_empty() || card.settings.contains(setting);
    choice.deck.as_ref().is_none_or(|wanted| wanted == deck)
        && choice.kind.as_ref().is_none_or(|wanted| wanted == kind_word(card.kind))
        && choice.setting.as_ref().is_none_or(here)
        && (!choice.only_first || card.level == CardLevel::Start)
        && (!choice.only_favourites || marks.of(&card.id).favourite)
}

/// The cards that can come on a day: chosen, not resting, and not the one that lies on the table.
#[must_use]
pub fn candidates(
    decks: &[DeckItem],
    choice: &CardChoice,
    marks: &CardMarks,
    today: Day,
    on_the_table: Option<&CardId>,
) -> Vec<CardId> {
    let may = |drawn: &Drawn| {
        is_chosen(drawn, choice, marks)
            && marks.may_come(&drawn.card.id, today)
            && Some(&drawn.card.id) != on_the_table
    };
    all(decks).filter(may).map(|drawn| drawn.card.id).collect()
}

/// The card that comes: one that was never used, as long as there are such; after that one of the third that was
/// used longest ago. `chance` decides among them.
#[must_use]
pub fn draw(candidates: &[CardId], marks: &CardMarks, chance: u64) -> Option<CardId> {
    let fresh: Vec<&CardId> = candidates.iter().filter(|id| marks.of(id).used.is_empty()).collect();
    let pool = if fresh.is_empty() {
        let mut oldest: Vec<&CardId> = candidates.iter().collect();
        // Days are written so that their order is that of their letters.
        oldest.sort_by_key(|id| marks.of(id).used);
        oldest.truncate(candidates.len().div_ceil(3));
        oldest
    } else {
        fresh
    };
    let place = usize::try_from(chance.checked_rem(pool.len() as u64)?).ok()?;
    pool.get(place).map(|id| (*id).clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::MarkEdit;
    use proptest::prelude::*;

    fn day() -> Day {
        Day::parse("2026-11-22").unwrap()
    }

    fn ids(count: usize) -> Vec<CardId> {
        (0..count).map(|n| CardId::from(format!("k-{n:02}"))).collect()
    }

    #[test]
    fn no_day_has_a_card_where_there_are_none() {
        assert_eq!(of_the_day(&[], day()), None);
    }

    #[test]
    fn no_card_comes_from_no_cards() {
        assert_eq!(draw(&[], &CardMarks::default(), 7), None);
    }

    #[test]
    fn every_card_comes_before_one_comes_again() {
        let cards = ids(12);
        let mut marks = CardMarks::default();
        let mut seen = Vec::new();
        for chance in 0..12 {
            let card = draw(&cards, &marks, chance * 5 + 3).unwrap();
            marks.apply(MarkEdit::Used(card.clone(), day()));
            seen.push(card);
        }
        seen.sort();
        assert_eq!(seen, cards);
    }

    #[test]
    fn when_all_were_used_one_of_those_used_longest_ago_comes() {
        let cards = ids(9);
        let mut marks = CardMarks::default();
        for (card, days) in cards.iter().zip(0..) {
            marks.apply(MarkEdit::Used(card.clone(), day().plus(days)));
        }
        for chance in 0..20 {
            let card = draw(&cards, &marks, chance).unwrap();
            assert!(cards[..3].contains(&card), "{card}");
        }
    }

    proptest! {
        #[test]
        fn what_is_drawn_is_always_one_of_the_candidates(count in 1_usize..40, used in prop::collection::vec(0_usize..40, 0..60), chance in any::<u64>()) {
            let cards = ids(count);
            let mut marks = CardMarks::default();
            for place in used {
                if let Some(card) = cards.get(place) {
                    marks.apply(MarkEdit::Used(card.clone(), day()));
                }
            }
            prop_assert!(cards.contains(&draw(&cards, &marks, chance).unwrap()));
        }
    }
}
