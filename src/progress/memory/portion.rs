//! A portion for a change of shifts: a few things, those that are due first, and not two of one lesson in a row.

use super::Item;
use crate::i18n::Day;

/// How many things a portion has at the most: two minutes.
pub const SIZE: usize = 6;

/// How many of them may be new at the most, so that what was met before has room.
pub const NEW: usize = 2;

/// What comes now, in the order in which it comes: what has been due longest, then what is new. One theme at the
/// most, and it comes last, since one may want to talk about it.
pub(super) fn portion(items: &[Item], today: Day, due: impl Fn(&Item) -> Option<Day>) -> Vec<Item> {
    let mut waiting: Vec<(Option<Day>, u64, &Item)> = Vec::new();
    for item in items {
        let due = due(item);
        let is_here = waiting.iter().any(|(_, _, other)| *other == item);
        if !is_here && due.is_none_or(|due| due <= today) {
            waiting.push((due, turn(item, today), item));
        }
    }
    // What was never met has no day, and stands last.
    waiting.sort_by_key(|(due, turn, _)| (due.is_none(), *due, *turn));
    let theme = waiting.iter().find(|(_, _, item)| !item.is_fact()).map(|(_, _, item)| (*item).clone());
    let mut facts: Vec<(Option<Day>, &Item)> =
        waiting.into_iter().filter(|(_, _, item)| item.is_fact()).map(|(due, _, item)| (due, item)).collect();
    let room = SIZE - usize::from(theme.is_some());
    let mut chosen: Vec<Item> = Vec::with_capacity(SIZE);
    let mut new = 0;
    while chosen.len() < room {
        facts.retain(|(due, _)| due.is_some() || new < NEW);
        let last = chosen.last().map(Item::family);
        let other = facts.iter().position(|(_, item)| Some(item.family()) != last).unwrap_or_default();
        if other >= facts.len() {
            break;
        }
        let (due, item) = facts.remove(other);
        new += usize::from(due.is_none());
        chosen.push(item.clone());
    }
    chosen.extend(theme);
    chosen
}

/// Which of two that have waited alike comes first: another one on another day, and the same on every device.
fn turn(item: &Item, today: Day) -> u64 {
    let text = item.to_string();
    let bytes = text.bytes().chain(today.number().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    fn day(number: i64) -> Day {
        Day::parse("2026-11-23").unwrap().plus(number)
    }

    fn item(text: &str) -> Item {
        Item::parse(text).unwrap()
    }

    /// The portion of things that are due on days from today; none for what is new.
    fn of(things: &[(&str, Option<i64>)]) -> Vec<String> {
        let due: BTreeMap<Item, Option<Day>> =
            things.iter().map(|(text, due)| (item(text), due.map(day))).collect();
        let items: Vec<Item> = due.keys().cloned().collect();
        portion(&items, day(0), |item| due[item]).iter().map(Item::to_string).collect()
    }

    #[test]
    fn what_has_waited_longest_comes_first_and_what_is_not_due_does_not_come() {
        let portion =
            of(&[("term.a", Some(0)), ("term.b", Some(-9)), ("term.c", Some(1)), ("term.d", Some(-200))]);
        assert_eq!(portion, ["term.d", "term.b", "term.a"]);
    }

    #[test]
    fn two_of_one_lesson_come_in_a_row_only_where_nothing_else_is_left() {
        let things = [
            ("question.tvang.a", Some(-9)),
            ("question.tvang.b", Some(-8)),
            ("question.tvang.c", Some(-7)),
            ("question.gaver.a", Some(-1)),
        ];
        assert_eq!(
            of(&things),
            ["question.tvang.a", "question.gaver.a", "question.tvang.b", "question.tvang.c"]
        );
    }

    #[test]
    fn two_of_a_portion_are_new_at_the_most_and_come_after_what_is_due() {
        let things = [
            ("term.a", None),
            ("term.b", None),
            ("term.c", None),
            ("news2.rf.21", None),
            ("news2.pulse.41", Some(0)),
        ];
        let portion = of(&things);
        assert_eq!((portion.len(), portion[0].as_str()), (1 + NEW, "news2.pulse.41"));
    }

    #[test]
    fn a_theme_comes_once_and_last() {
        let mut things: Vec<(String, Option<i64>)> =
            (0_i64..9).map(|n| (format!("term.{n}"), Some(-n))).collect();
        things.push(("theme.privatliv".into(), Some(-300)));
        things.push(("theme.tvang".into(), Some(-200)));
        let things: Vec<(&str, Option<i64>)> =
            things.iter().map(|(text, due)| (text.as_str(), *due)).collect();
        let portion = of(&things);
        assert_eq!((portion.len(), portion[SIZE - 1].as_str()), (SIZE, "theme.privatliv"));
        assert!(portion[..SIZE - 1].iter().all(|text| text.starts_with("term.")));
    }

    fn thing() -> impl Strategy<Value = (String, Option<i64>)> {
        ("(term|theme|question\\.[ab]|news2\\.(rf|pulse))\\.[a-e]", prop::option::of(-400_i64..30))
    }

    proptest! {
        #[test]
        fn a_portion_is_small_holds_nothing_twice_and_nothing_too_soon(things in prop::collection::vec(thing(), 0..40)) {
            let due: BTreeMap<Item, Option<Day>> =
                things.iter().map(|(text, due)| (item(text), due.map(day))).collect();
            let items: Vec<Item> = due.keys().cloned().collect();
            let portion = portion(&items, day(0), |item| due[item]);
            prop_assert!(portion.len() <= SIZE);
            prop_assert_eq!(portion.iter().collect::<BTreeSet<_>>().len(), portion.len());
            prop_assert!(portion.iter().all(|item| due[item].is_none_or(|due| due <= day(0))));
            let new = portion.iter().filter(|item| item.is_fact() && due[*item].is_none()).count();
            prop_assert!(new <= NEW);
            let may_come = due.values().filter(|due| due.is_some_and(|due| due <= day(0))).count();
            prop_assert!(portion.is_empty() == (may_come == 0 && due.values().all(Option::is_some)));
        }

        #[test]
        fn the_order_in_which_things_are_known_does_not_matter(
            things in prop::collection::vec(thing(), 0..30).prop_shuffle(), places in any::<u64>(),
        ) {
            let due: BTreeMap<Item, Option<Day>> =
                things.iter().map(|(text, due)| (item(text), due.map(day))).collect();
            let items: Vec<Item> = due.keys().cloned().collect();
            let mut other = items.clone();
            other.sort_by_key(|item| turn(item, day(0)) ^ places);
            prop_assert_eq!(portion(&items, day(0), |item| due[item]), portion(&other, day(0), |item| due[item]));
        }
    }
}
