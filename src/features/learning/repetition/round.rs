//! A «vaktskifte» on the screen: one thing after another, and what was answered is kept at once. Pure.

use crate::i18n::Day;
use crate::progress::memory::{Item, MemoryLog, Recall, Recalled, Variant};

/// A portion, as far as one has come with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    items: Vec<Item>,
    at: usize,
    /// What was answered in this sitting.
    pub log: MemoryLog,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// It was answered so.
    Answered(Recall),
    /// A theme was met in this shape. Nothing in it is right or wrong.
    Met(Variant),
    /// One passes it by: it comes another time.
    Skip,
}

/// What should happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// What was answered in this sitting is kept.
    Keep,
}

impl Round {
    /// A sitting that begins with the first of these.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        Self { items, at: 0, log: MemoryLog::default() }
    }

    /// What is asked now; none when it is over.
    #[must_use]
    pub fn now(&self) -> Option<&Item> {
        self.items.get(self.at)
    }

    /// Which one it is, from 1, and how many there are.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        ((self.at + 1).min(self.items.len()), self.items.len())
    }

    /// What was answered, in its order; what was passed by is not among them.
    #[must_use]
    pub fn answered(&self) -> Vec<&Item> {
        let is_answered = |item: &&Item| {
            let text = item.to_string();
            self.log.answers.iter().any(|answer| answer.item == text)
        };
        self.items.iter().filter(is_answered).collect()
    }

    /// Takes in what happened, at a moment in milliseconds since 1970 and on that day.
    pub fn update(&mut self, msg: Msg, at: u64, today: Day) -> Effect {
        let Some(item) = self.now() else { return Effect::None };
        let (recall, variant) = match msg {
            Msg::Answered(recall) if item.is_fact() => (recall, None),
            Msg::Met(variant) if !item.is_fact() => (Recall::Good, Some(variant.to_string())),
            Msg::Answered(_) | Msg::Met(_) => return Effect::None,
            Msg::Skip => {
                self.at += 1;
                return Effect::None;
            }
        };
        let answer = Recalled { at, day: today.to_string(), item: item.to_string(), recall, variant };
        self.log.answers.insert(answer);
        self.at += 1;
        Effect::Keep
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round() -> Round {
        Round::new(
            ["term.delir", "news2.rf.21", "theme.tvang"].map(|text| Item::parse(text).unwrap()).to_vec(),
        )
    }

    fn today() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    #[test]
    fn each_answer_is_kept_and_leads_on_and_what_is_passed_by_is_not() {
        let mut round = round();
        assert_eq!(round.place(), (1, 3));
        assert_eq!(round.update(Msg::Answered(Recall::Hard), 5, today()), Effect::Keep);
        assert_eq!(round.update(Msg::Skip, 6, today()), Effect::None);
        assert_eq!(round.update(Msg::Met(Variant::Card("a".into())), 7, today()), Effect::Keep);
        assert_eq!((round.now(), round.place()), (None, (3, 3)));
        let kept: Vec<(&str, Recall)> =
            round.log.answers.iter().map(|one| (one.item.as_str(), one.recall)).collect();
        assert_eq!(kept, [("term.delir", Recall::Hard), ("theme.tvang", Recall::Good)]);
        assert_eq!(round.answered().len(), 2);
        assert_eq!(round.update(Msg::Answered(Recall::Good), 8, today()), Effect::None, "it is over");
    }

    #[test]
    fn a_theme_is_not_answered_and_a_fact_is_not_met() {
        let mut round = round();
        assert_eq!(round.update(Msg::Met(Variant::Card("a".into())), 5, today()), Effect::None);
        let _ = (round.update(Msg::Skip, 5, today()), round.update(Msg::Skip, 5, today()));
        assert_eq!(round.update(Msg::Answered(Recall::Missed), 5, today()), Effect::None);
        assert!(round.log.is_empty());
    }
}
