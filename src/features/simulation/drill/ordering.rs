//! Putting what one says in a call in order: I, S, B, A, R. Within a letter any order is right, and what does not
//! belong is left out. Pure.

use std::collections::BTreeSet;

use crate::content::{CallFact, Sorted};

/// A call that is being put in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ordering {
    /// What one says, in this order.
    pub said: Vec<String>,
    /// Whether one has asked how it stands since the last change.
    pub looked: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// Something is said last; said already, it is taken away.
    Say(String),
    /// Something is said earlier, by one place.
    Earlier(String),
    /// Something is said later, by one place.
    Later(String),
    /// One asks how it stands.
    Look,
    /// One begins anew.
    Clear,
}

/// How something stands that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Among those of its letter, after the letters before.
    Right,
    /// It belongs further up.
    Earlier,
    /// It belongs further down.
    Later,
    /// It does not belong in the call.
    Noise,
}

/// How a call stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Each that is said, in order, with its letter.
    pub said: Vec<(String, Sorted, Stands)>,
    /// Letters of which something is not said yet.
    pub missing: Vec<Sorted>,
}

impl Ordering {
    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg) {
        self.looked = msg == Msg::Look;
        match msg {
            Msg::Say(id) => {
                let before = self.said.len();
                self.said.retain(|said| *said != id);
                if self.said.len() == before {
                    self.said.push(id);
                }
            }
            Msg::Earlier(id) => self.swap_with(&id, |place| place.checked_sub(1)),
            Msg::Later(id) => self.swap_with(&id, |place| place.checked_add(1)),
            Msg::Look => {}
            Msg::Clear => self.said.clear(),
        }
    }

    fn swap_with(&mut self, id: &str, other: impl Fn(usize) -> Option<usize>) {
        let Some(place) = self.place_of(id) else { return };
        if let Some(other) = other(place).filter(|other| *other < self.said.len()) {
            self.said.swap(place, other);
        }
    }

    /// The place of something that is said, from 0.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.said.iter().position(|said| said == id)
    }

    /// How it stands.
    #[must_use]
    pub fn verdict(&self, facts: &[CallFact]) -> Verdict {
        let letter = |id: &String| facts.iter().find(|fact| fact.id == *id).map(|fact| fact.letter);
        let said: Vec<(&String, Sorted)> =
            self.said.iter().filter_map(|id| Some((id, letter(id)?))).collect();
        let letters: Vec<Sorted> = said.iter().map(|(_, letter)| *letter).collect();
        let steady = steady(&letters);
        let stands = |place: usize, letter: Sorted| {
            if letter == Sorted::Noise {
                return Stands::Noise;
            }
            if steady.contains(&place) {
                return Stands::Right;
            }
            let later_letter_before =
                steady.iter().any(|at| *at < place && letters.get(*at).is_some_and(|other| *other > letter));
            if later_letter_before { Stands::Earlier } else { Stands::Later }
        };
        let told = said.iter().enumerate();
        let told =
            told.map(|(place, (id, letter))| ((*id).clone(), *letter, stands(place, *letter))).collect();
        let is_missing = |letter: &Sorted| {
            let mut of_letter = facts.iter().filter(|fact| fact.letter == *letter);
            *letter != Sorted::Noise && of_letter.any(|fact| !self.said.contains(&fact.id))
        };
        Verdict { said: told, missing: Sorted::ALL.into_iter().filter(is_missing).collect() }
    }
}

impl Verdict {
    /// Whether everything stands where it belongs, nothing is missing, and nothing is too much.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.is_in_order()
    }

    /// Whether everything that is said stands where it belongs.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        self.said.iter().all(|(.., stands)| *stands == Stands::Right)
    }
}

/// The places of the longest row of letters that never goes back: those that need not be moved.
fn steady(letters: &[Sorted]) -> BTreeSet<usize> {
    let mut best: Vec<BTreeSet<usize>> = Vec::new();
    for (place, letter) in letters.iter().enumerate() {
        let goes_on = |at: &usize| letters.get(*at).is_some_and(|before| before <= letter);
        let mut row = BTreeSet::new();
        if *letter != Sorted::Noise {
            for before in best.iter().filter(|row| row.last().is_some_and(goes_on)) {
                if before.len() > row.len() {
                    row.clone_from(before);
                }
            }
            row.insert(place);
        }
        best.push(row);
    }
    let longest = best.iter().map(BTreeSet::len).max().unwrap_or_default();
    best.into_iter().find(|row| row.len() == longest).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn facts() -> Vec<CallFact> {
        let all =
            [("b1", Sorted::B), ("n", Sorted::Noise), ("i", Sorted::I), ("r", Sorted::R), ("s", Sorted::S)];
        let all = all.into_iter().chain([("a", Sorted::A), ("b2", Sorted::B)]);
        all.map(|(id, letter)| CallFact { id: id.to_owned(), letter }).collect()
    }

    fn said(ids: &[&str]) -> Ordering {
        let mut ordering = Ordering::default();
        for id in ids {
            ordering.update(Msg::Say((*id).to_owned()));
        }
        ordering
    }

    fn stands(ids: &[&str]) -> Vec<Stands> {
        said(ids).verdict(&facts()).said.into_iter().map(|(.., stands)| stands).collect()
    }

    #[test]
    fn within_a_letter_any_order_is_right_and_what_does_not_belong_is_left_out() {
        assert!(said(&["i", "s", "b1", "b2", "a", "r"]).verdict(&facts()).is_whole());
        assert!(said(&["i", "s", "b2", "b1", "a", "r"]).verdict(&facts()).is_whole());
        let with_noise = said(&["i", "s", "b2", "b1", "n", "a", "r"]).verdict(&facts());
        assert!(!with_noise.is_whole() && with_noise.missing.is_empty());
        assert_eq!(with_noise.said[4].2, Stands::Noise);
    }

    #[test]
    fn what_stands_outside_is_told_with_the_way_it_belongs_and_the_others_are_left_in_peace() {
        use Stands::{Earlier, Later, Noise, Right};
        assert_eq!(stands(&["b1", "i", "s", "a", "r"]), [Later, Right, Right, Right, Right]);
        assert_eq!(stands(&["i", "b1", "a", "r", "s"]), [Right, Right, Right, Right, Earlier]);
        assert_eq!(stands(&["n"]), [Noise]);
        assert_eq!(
            said(&["i", "b1"]).verdict(&facts()).missing,
            [Sorted::S, Sorted::B, Sorted::A, Sorted::R]
        );
    }

    #[test]
    fn what_is_said_again_is_taken_away_and_moves_stop_at_the_ends() {
        let mut ordering = said(&["i", "s", "r"]);
        ordering.update(Msg::Look);
        assert!(ordering.looked);
        for msg in [Msg::Earlier("i".into()), Msg::Later("r".into()), Msg::Later("nothing".into())] {
            ordering.update(msg);
        }
        assert_eq!((ordering.said.join(""), ordering.looked), ("isr".into(), false));
        ordering.update(Msg::Earlier("r".into()));
        ordering.update(Msg::Say("i".into()));
        assert_eq!(ordering.said, ["r", "s"]);
        ordering.update(Msg::Clear);
        assert_eq!(ordering, Ordering::default());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn moving_what_stands_outside_the_way_it_is_told_ends_in_order(
            order in Just(vec!["b1", "n", "i", "r", "s", "a", "b2"]).prop_shuffle(),
        ) {
            let mut ordering = said(&order);
            let first = |ordering: &Ordering| {
                let said = ordering.verdict(&facts()).said;
                said.into_iter().find(|(.., stands)| *stands != Stands::Right).map(|(id, _, stands)| (id, stands))
            };
            for _ in 0..order.len() {
                let Some((id, outside)) = first(&ordering) else { break };
                // Somebody moves one thing until it stands where it belongs, and then the next.
                for _ in 0..order.len() {
                    let verdict = ordering.verdict(&facts());
                    if !verdict.said.iter().any(|(other, _, stands)| *other == id && *stands == outside) {
                        break;
                    }
                    ordering.update(match outside {
                        Stands::Earlier => Msg::Earlier(id.clone()),
                        Stands::Later => Msg::Later(id.clone()),
                        Stands::Noise | Stands::Right => Msg::Say(id.clone()),
                    });
                }
            }
            prop_assert!(ordering.verdict(&facts()).is_whole(), "{:?}", ordering);
        }
    }
}
