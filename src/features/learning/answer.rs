//! What an answer is worth: what in it was right, what was not, and what was left out. Never how much. Pure.

use crate::content::lesson::{Branching, MomentChoice, Screen};
use crate::progress::Answer;

/// How one part of an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It was chosen, and belongs there.
    Right,
    /// It was chosen, and does not belong there.
    Wrong,
    /// It was left out, and belongs there.
    Missed,
    /// It was left out, and does not belong there.
    LeftOut,
    /// It is a position: nothing is right or wrong with it.
    Own,
}

/// An answer held against its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the whole of it is right; none where nothing can be.
    pub is_right: Option<bool>,
    /// Each part of the question, by its id, in the order of the question.
    pub parts: Vec<(String, Mark)>,
}

/// Where a number lies to the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// It is less.
    Low,
    /// It is the same.
    Right,
    /// It is more.
    High,
}

/// How a number lies to the right one.
#[must_use]
pub fn lies(number: i32, right: i32) -> Lies {
    match number.cmp(&right) {
        std::cmp::Ordering::Less => Lies::Low,
        std::cmp::Ordering::Equal => Lies::Right,
        std::cmp::Ordering::Greater => Lies::High,
    }
}

/// Holds an answer against its question; none for a page, and for an answer of another kind of question, as an
/// earlier edition of the lesson may have had.
#[must_use]
pub fn judge(screen: &Screen, answer: &Answer) -> Option<Verdict> {
    match (screen, answer) {
        (Screen::Single(single), Answer::One(one)) => {
            let is_right = |id: &str| id == single.right;
            Some(chosen(&single.options, std::slice::from_ref(one), is_right))
        }
        (Screen::Several(several), Answer::Some(some)) => {
            Some(chosen(&several.options, some, |id| several.right.iter().any(|right| right == id)))
        }
        (Screen::Order(order), Answer::Order(given)) => {
            let at = |(place, id): (usize, &String)| {
                let stands = given.get(place).is_some_and(|other| other == id);
                (id.clone(), right_or_wrong(stands))
            };
            Some(Verdict::of(order.items.iter().enumerate().map(at).collect()))
        }
        (Screen::Match(pairs), Answer::Pairs(given)) => {
            let one = |id: &String| (id.clone(), right_or_wrong(given.get(id) == Some(id)));
            Some(Verdict::of(pairs.pairs.iter().map(one).collect()))
        }
        (Screen::Sort(sort), Answer::Bins(given)) => {
            let items = sort.items.iter();
            let parts =
                items.map(|item| (item.id.clone(), right_or_wrong(given.get(&item.id) == Some(&item.bin))));
            Some(Verdict::of(parts.collect()))
        }
        (Screen::Number(number), Answer::Number(given)) => {
            Some(Verdict { is_right: Some(*given == number.right), parts: Vec::new() })
        }
        (Screen::Case(case), Answer::Path(path)) => Some(Verdict::of(walked(case, path))),
        (Screen::Standpoint(standpoint), Answer::One(one)) => {
            let part = |id: &String| (id.clone(), if id == one { Mark::Own } else { Mark::LeftOut });
            Some(Verdict { is_right: None, parts: standpoint.positions.iter().map(part).collect() })
        }
        (
            Screen::Page(_)
            | Screen::Single(_)
            | Screen::Several(_)
            | Screen::Order(_)
            | Screen::Match(_)
            | Screen::Sort(_)
            | Screen::Number(_)
            | Screen::Case(_)
            | Screen::Standpoint(_),
            _,
        ) => None,
    }
}

/// Whether an answer is whole, so that it can be looked at.
#[must_use]
pub fn is_whole(screen: &Screen, answer: &Answer) -> bool {
    match (screen, answer) {
        (Screen::Single(single), Answer::One(one)) => single.options.contains(one),
        (Screen::Several(_), Answer::Some(some)) => !some.is_empty(),
        (Screen::Order(order), Answer::Order(given)) => {
            given.len() == order.items.len() && order.items.iter().all(|item| given.contains(item))
        }
        (Screen::Match(pairs), Answer::Pairs(given)) => pairs.pairs.iter().all(|id| given.contains_key(id)),
        (Screen::Sort(sort), Answer::Bins(given)) => {
            sort.items.iter().all(|item| given.contains_key(&item.id))
        }
        (Screen::Number(number), Answer::Number(given)) => (number.min..=number.max).contains(given),
        // A choice that an earlier edition had ends nothing.
        (Screen::Case(case), Answer::Path(path)) => {
            let all_are_known = choices_of(case, path).len() == path.len();
            !path.is_empty() && all_are_known && moment_after(case, path).is_none()
        }
        (Screen::Standpoint(standpoint), Answer::One(one)) => standpoint.positions.contains(one),
        (
            Screen::Page(_)
            | Screen::Single(_)
            | Screen::Several(_)
            | Screen::Order(_)
            | Screen::Match(_)
            | Screen::Sort(_)
            | Screen::Number(_)
            | Screen::Case(_)
            | Screen::Standpoint(_),
            _,
        ) => false,
    }
}

/// The moment of a case where one is after these choices, by its place; none when the case has ended.
#[must_use]
pub fn moment_after(case: &Branching, path: &[String]) -> Option<usize> {
    let mut at = (!case.moments.is_empty()).then_some(0)?;
    for id in path {
        let moment = case.moments.get(at)?;
        let next = moment.choices.iter().find(|choice| choice.id == *id)?.to.as_ref()?;
        at = case.moments.iter().position(|moment| moment.id == *next)?;
    }
    Some(at)
}

/// The choices that were made in a case, one after another.
#[must_use]
pub fn choices_of<'c>(case: &'c Branching, path: &[String]) -> Vec<&'c MomentChoice> {
    let mut choices = Vec::new();
    for (steps, id) in path.iter().enumerate() {
        let before = path.get(..steps).unwrap_or_default();
        let moment = moment_after(case, before).and_then(|at| case.moments.get(at));
        let choice = moment.and_then(|moment| moment.choices.iter().find(|choice| choice.id == *id));
        let Some(choice) = choice else { break };
        choices.push(choice);
    }
    choices
}

fn walked(case: &Branching, path: &[String]) -> Vec<(String, Mark)> {
    let choices = choices_of(case, path).into_iter();
    choices.map(|choice| (choice.id.clone(), right_or_wrong(choice.good))).collect()
}

fn right_or_wrong(is_right: bool) -> Mark {
    if is_right { Mark::Right } else { Mark::Wrong }
}

fn chosen(options: &[String], given: &[String], is_right: impl Fn(&str) -> bool) -> Verdict {
    let mark = |id: &String| {
        let mark = match (given.contains(id), is_right(id)) {
            (true, true) => Mark::Right,
            (true, false) => Mark::Wrong,
            (false, true) => Mark::Missed,
            (false, false) => Mark::LeftOut,
        };
        (id.clone(), mark)
    };
    Verdict::of(options.iter().map(mark).collect())
}

impl Verdict {
    /// Right is what has nothing wrong in it and misses nothing.
    fn of(parts: Vec<(String, Mark)>) -> Self {
        let is_right =
            !parts.is_empty() && parts.iter().all(|(_, mark)| matches!(mark, Mark::Right | Mark::LeftOut));
        Self { is_right: Some(is_right), parts }
    }

    /// How one part stands.
    #[must_use]
    pub fn of_part(&self, id: &str) -> Option<Mark> {
        self.parts.iter().find(|(part, _)| part == id).map(|(_, mark)| *mark)
    }
}
