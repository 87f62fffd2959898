//! What whoever leads can lean on at each place. It stands in their window alone. Pure.

use super::asked::Asked;
use super::table::{Place, Table, Way};

/// A piece of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// How to open.
    Open,
    /// What one says aloud before one begins.
    Rules,
    /// How to ask so that each answers alone.
    AskPrivate,
    /// How to count in the open.
    AskOpen,
    /// How to wait in silence.
    Wait,
    /// What to do when one speaks for all.
    Dominates,
    /// How to speak of the reasons.
    Reasons,
    /// That a question of values has no answer.
    Values,
    /// How to take up the samtalespørsmål.
    Talk,
    /// What to do when it hurts.
    Hurts,
    /// How to close.
    Close,
}

/// The advice at a place, the first things first.
#[must_use]
pub fn advice(table: &Table, asked: &[Asked]) -> Vec<Advice> {
    match table.place {
        Place::Opening => vec![Advice::Open, Advice::Rules],
        Place::Talk => vec![Advice::Talk, Advice::Wait, Advice::Dominates, Advice::Hurts],
        Place::Close => vec![Advice::Close],
        Place::Question(at) => {
            let is_of_values = asked.get(at).is_some_and(|one| one.is_of_values);
            let mut all = match table.round() {
                Some(round) if round.is_told => vec![Advice::Reasons, Advice::Dominates],
                Some(round) if round.way == Way::Open => vec![Advice::AskOpen, Advice::Wait],
                Some(_) | None => vec![Advice::AskPrivate, Advice::Wait],
            };
            if is_of_values {
                all.push(Advice::Values);
            }
            all
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Msg;
    use super::*;

    #[test]
    fn every_place_has_advice_and_all_of_it_is_met_on_the_way() {
        let asked = [Asked { is_of_values: true, options: vec![String::new()], ..Asked::default() }];
        let mut table = Table::new("a".into(), &asked);
        let mut met = Vec::new();
        for msg in [Msg::On, Msg::Way(Way::Open), Msg::Tell, Msg::On, Msg::On, Msg::On] {
            let now = advice(&table, &asked);
            assert_ne!(now, [], "{:?}", table.place);
            met.extend(now);
            let _ = table.update(msg, "2026-11-23");
        }
        for one in [
            Advice::Open,
            Advice::Rules,
            Advice::AskPrivate,
            Advice::AskOpen,
            Advice::Wait,
            Advice::Dominates,
            Advice::Reasons,
            Advice::Values,
            Advice::Talk,
            Advice::Hurts,
            Advice::Close,
        ] {
            assert!(met.contains(&one), "{one:?}");
        }
    }
}
