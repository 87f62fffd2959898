//! A memory that lasts: what somebody has met comes again when it is about to be forgotten. Pure.
//!
//! What is kept is what was answered and when ([`MemoryLog`]), and nothing that follows from it: when something comes
//! again is worked out anew each time, from that history and the day. So two tablets that know the same have the same
//! to do, and joining what they know is a union. No streaks, no sums, no comparison (docs/decisions/0023).

mod item;
mod log;
mod pause;
mod portion;
mod schedule;
mod variant;

use std::collections::BTreeMap;

use crate::i18n::Day;

pub use item::Item;
pub use log::{MemoryLog, Pause, Recall, Recalled};
pub use portion::{NEW, SIZE};
pub use schedule::{Comes, LONGEST, interval};
pub use variant::Variant;

use pause::Pauses;

/// What one person or one device remembers, as far as the app knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    /// The answers to each thing, the first one first.
    pasts: BTreeMap<Item, Vec<(Day, Recall)>>,
    /// In which shapes a theme has been met, the latest last.
    met: BTreeMap<Item, Vec<String>>,
    /// The day from which something may come that was never answered.
    new_from: BTreeMap<Item, Day>,
    pauses: Pauses,
}

impl Memory {
    /// The memory that follows from what was answered, in whatever order the sittings are given. What cannot be
    /// understood, such as a kind of thing that a newer version made, is passed over.
    #[must_use]
    pub fn new<'l>(logs: impl IntoIterator<Item = &'l MemoryLog>) -> Self {
        let all = logs.into_iter().fold(MemoryLog::default(), MemoryLog::joined);
        let mut memory = Self { pauses: Pauses::of(&all.pauses), ..Self::default() };
        for answer in &all.answers {
            let Some((item, day)) = Item::parse(&answer.item).zip(Day::parse(&answer.day)) else { continue };
            if let Some(variant) = &answer.variant {
                memory.met.entry(item.clone()).or_default().push(variant.clone());
            }
            memory.pasts.entry(item).or_default().push((day, answer.recall));
        }
        for past in memory.pasts.values_mut() {
            // They stand in the order in which they were given, but for a clock that was set back.
            past.sort_by_key(|(day, _)| *day);
        }
        memory
    }

    /// The same memory, with things that were met on a day and never answered: they may come from the day after. Of
    /// something that was met twice the first day counts.
    #[must_use]
    pub fn with_new(mut self, met: impl IntoIterator<Item = (Item, Day)>) -> Self {
        for (item, day) in met {
            let from = self.pauses.due(day, 1);
            let first = self.new_from.entry(item).or_insert(from);
            *first = (*first).min(from);
        }
        self
    }

    /// The day from which something is to come; none for what was never met.
    #[must_use]
    pub fn due(&self, item: &Item) -> Option<Day> {
        self.due_again(item).or_else(|| self.new_from.get(item).copied())
    }

    /// The day from which something is to come again; none for what was never answered.
    fn due_again(&self, item: &Item) -> Option<Day> {
        let past = self.pasts.get(item)?;
        let (last, _) = past.last()?;
        Some(self.pauses.due(*last, interval(past)?))
    }

    /// When something comes again, as one says it.
    #[must_use]
    pub fn comes(&self, item: &Item, today: Day) -> Option<Comes> {
        Some(Comes::after(today.days_until(self.due(item)?)))
    }

    /// The day until which there is a pause; none where there is none.
    #[must_use]
    pub fn pause(&self, today: Day) -> Option<Day> {
        self.pauses.until(today)
    }

    /// A «vaktskifte»: two minutes of what is due, in the order in which it is asked. Nothing in a pause.
    #[must_use]
    pub fn portion(&self, items: &[Item], today: Day) -> Vec<Item> {
        if self.pause(today).is_some() {
            return Vec::new();
        }
        let may_come = |item: &&Item| self.due(item).is_none_or(|day| day <= today);
        let items: Vec<Item> = items.iter().filter(may_come).cloned().collect();
        portion::portion(&items, today, |item| self.due_again(item))
    }

    /// In which shape a theme comes this time: one that was not met yet, else the one that was met longest ago. It
    /// is never the last one again where there is another.
    #[must_use]
    pub fn variant<'v>(&self, theme: &Item, all: &'v [Variant]) -> Option<&'v Variant> {
        let met = self.met.get(theme).map(Vec::as_slice).unwrap_or_default();
        variant::next(&theme.to_string(), all, met)
    }
}
