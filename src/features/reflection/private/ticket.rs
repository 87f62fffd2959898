//! Half a minute at the end of a meeting: everybody marks alone how it was, and the marks open together or not at
//! all. They tell of the meeting and never of a person (docs/decisions/0014).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Bag;

/// Fewer answers than these are never shown.
pub const FEWEST: usize = 5;

/// What makes a meeting good («Best sammen», the parties in kommunal sektor).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Everybody could take part.
    TakePart,
    /// The time went to what matters to those who were here.
    Relevant,
    /// It looked for ways on.
    Forward,
    /// It did the fellowship good.
    Fellowship,
    /// There was room for stories and humour.
    Stories,
}

impl Mark {
    /// All five, in the order in which they are asked about.
    pub const ALL: [Self; 5] =
        [Self::TakePart, Self::Relevant, Self::Forward, Self::Fellowship, Self::Stories];
}

/// How much of something there was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Much {
    /// «Ja».
    Yes,
    /// «Litt».
    Little,
    /// «Nei».
    No,
}

impl Much {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Little, Self::No];
}

/// What one person marked: everything or nothing, so that no question has fewer answers than another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TicketAnswer {
    marks: Vec<Much>,
    hard: Much,
}

impl TicketAnswer {
    /// An answer: one for each of [`Mark::ALL`], and whether something was hard.
    #[must_use]
    pub fn new(marks: [Much; 5], hard: Much) -> Self {
        Self { marks: marks.to_vec(), hard }
    }
}

/// The marks of a meeting, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// How many answered.
    pub answered: u8,
    /// How many said yes, a little and no to each mark.
    pub marks: BTreeMap<Mark, [u8; 3]>,
    /// Whether something was hard for somebody. Never how many: one is somebody.
    pub somebody_found_it_hard: bool,
}

impl Bag<TicketAnswer> {
    /// The marks opened together; none below [`FEWEST`].
    #[must_use]
    pub fn open(&self) -> Option<Ticket> {
        if self.0.len() < FEWEST {
            return None;
        }
        let count = |place: usize, much: Much| {
            let same = self.0.iter().filter(|answer| answer.marks.get(place) == Some(&much)).count();
            u8::try_from(same).unwrap_or(u8::MAX)
        };
        let of_mark = |place: usize| Much::ALL.map(|much| count(place, much));
        Some(Ticket {
            answered: u8::try_from(self.0.len()).unwrap_or(u8::MAX),
            marks: Mark::ALL.into_iter().enumerate().map(|(place, mark)| (mark, of_mark(place))).collect(),
            somebody_found_it_hard: self.0.iter().any(|answer| answer.hard != Much::No),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bag(hard: &[Much]) -> Bag<TicketAnswer> {
        let mut bag = Bag::default();
        for (at, hard) in hard.iter().enumerate() {
            let first = if at == 0 { Much::No } else { Much::Yes };
            bag.add(TicketAnswer::new([first, Much::Yes, Much::Little, Much::Yes, Much::Yes], *hard));
        }
        bag
    }

    #[test]
    fn below_five_answers_nothing_opens() {
        assert_eq!(bag(&[Much::No; 4]).open(), None);
        assert!(bag(&[Much::No; 5]).open().is_some());
    }

    #[test]
    fn the_marks_are_counted_and_what_was_hard_never_is() {
        let ticket = bag(&[Much::No, Much::No, Much::Little, Much::No, Much::No, Much::No]).open().unwrap();
        assert_eq!((ticket.answered, ticket.somebody_found_it_hard), (6, true));
        assert_eq!(ticket.marks[&Mark::TakePart], [5, 0, 1]);
        assert_eq!(ticket.marks[&Mark::Forward], [0, 6, 0]);
        let two = bag(&[Much::Yes, Much::Yes, Much::No, Much::No, Much::No]).open().unwrap();
        let one = bag(&[Much::Yes, Much::No, Much::No, Much::No, Much::No]).open().unwrap();
        assert_eq!(two, one, "how many found it hard cannot be told");
        assert!(!bag(&[Much::No; 5]).open().unwrap().somebody_found_it_hard);
    }

    #[test]
    fn every_question_has_the_answers_of_everybody() {
        let ticket = bag(&[Much::No; 7]).open().unwrap();
        for counts in ticket.marks.values() {
            assert_eq!(counts.iter().sum::<u8>(), ticket.answered);
        }
    }
}
