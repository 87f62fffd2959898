//! What a group is asked of a lesson: its check questions and its value questions, one at a time. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::content::LessonItem;
use crate::content::lesson::{Branching, Moment, Number, Reasoned, Screen, ScreenWords, SortItem};
use crate::features::learning::answer::moment_after;
use crate::features::learning::shuffled::shuffled;

/// A question as a group meets it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The screen that it comes from, and of a case the moment.
    pub id: String,
    /// What a case is about.
    pub about: String,
    /// What is asked.
    pub question: String,
    /// Whether it is a question of values, which has no answer.
    pub is_of_values: bool,
    /// What one can choose, put in order, bring together or sort, in the order in which it is asked.
    pub options: Vec<String>,
    /// What the options belong to: the other halves, or the bins.
    pub beside: Vec<String>,
    /// Whether one chooses among the options, so that it can be counted how many chose each.
    pub is_counted: bool,
    /// Every part with its reason, as it is told afterwards.
    pub reasons: Vec<Reason>,
    /// Whether the reasons stand in the right order.
    pub is_in_order: bool,
    /// One thing more, afterwards; may be empty.
    pub after: String,
}

/// A part of a question with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What it says.
    pub text: String,
    /// Why.
    pub reason: String,
    /// How it stands.
    pub stands: Stands,
    /// The options that it is about, by their places.
    pub about: Vec<usize>,
}

/// How a part of a question stands. It is said of what was chosen, and never of who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// It is right, or belongs here.
    Fits,
    /// Something else fits better.
    FitsLess,
    /// A number below the right one.
    Lower,
    /// A number above it.
    Higher,
    /// A position: none is right.
    Position,
}

/// More numbers than these are told aloud and not counted one by one.
const MOST_NUMBERS: usize = 6;

/// The questions of a lesson, in their order. Of a case each moment is asked, along the good choices.
#[must_use]
pub fn asked(item: &LessonItem) -> Vec<Asked> {
    let lesson = item.neutral.id.as_str();
    let of_screen = |screen: &Screen| {
        let words = item.words.screens.get(screen.id()).cloned().unwrap_or_default();
        of(lesson, screen, &words)
    };
    item.neutral.screens.iter().flat_map(of_screen).collect()
}

fn of(lesson: &str, screen: &Screen, words: &ScreenWords) -> Vec<Asked> {
    let made = match screen {
        Screen::Page(_) => return Vec::new(),
        Screen::Case(case) => return moments(lesson, case, words),
        Screen::Single(single) => {
            let stands = |id: &String| fits(*id == single.right);
            chosen(shuffled(single.options.clone(), lesson, &single.id, 0), &words.options, stands)
        }
        Screen::Several(several) => {
            let stands = |id: &String| fits(several.right.contains(id));
            chosen(shuffled(several.options.clone(), lesson, &several.id, 0), &words.options, stands)
        }
        Screen::Standpoint(standpoint) => {
            let ids = shuffled(standpoint.positions.clone(), lesson, &standpoint.id, 0);
            Asked { is_of_values: true, ..chosen(ids, &words.positions, |_| Stands::Position) }
        }
        Screen::Number(number) => numbers(number, words),
        Screen::Order(order) => {
            let ids = shuffled(order.items.clone(), lesson, &order.id, 0);
            let options = ids.iter().filter_map(|id| Some(words.items.get(id)?.text.clone())).collect();
            let reason = |id: &String| {
                let said = words.items.get(id)?;
                Some(told(said.text.clone(), &said.reason))
            };
            let reasons = order.items.iter().filter_map(reason).collect();
            Asked { options, reasons, is_in_order: true, ..Asked::default() }
        }
        Screen::Match(pairs) => {
            let halves = |ids: Vec<String>, right: bool| {
                let half = |id: &String| {
                    let said = words.pairs.get(id)?;
                    Some(if right { said.right.clone() } else { said.left.clone() })
                };
                ids.iter().filter_map(half).collect()
            };
            let reason = |id: &String| {
                let said = words.pairs.get(id)?;
                Some(told(format!("{} – {}", said.left, said.right), &said.reason))
            };
            Asked {
                options: halves(pairs.pairs.clone(), false),
                beside: halves(shuffled(pairs.pairs.clone(), lesson, &pairs.id, 0), true),
                reasons: pairs.pairs.iter().filter_map(reason).collect(),
                ..Asked::default()
            }
        }
        Screen::Sort(sort) => {
            let bin = |id: &String| words.bins.get(id).cloned().unwrap_or_default();
            let option = |id: &String| Some(words.items.get(id)?.text.clone());
            let ids = sort.items.iter().map(|item| item.id.clone()).collect();
            let options = shuffled::<String>(ids, lesson, &sort.id, 0).iter().filter_map(option).collect();
            let reason = |item: &SortItem| {
                let said = words.items.get(&item.id)?;
                Some(told(format!("{} – {}", said.text, bin(&item.bin)), &said.reason))
            };
            Asked {
                options,
                beside: sort.bins.iter().map(bin).collect(),
                reasons: sort.items.iter().filter_map(reason).collect(),
                ..Asked::default()
            }
        }
    };
    let question = words.question.clone();
    vec![Asked { id: screen.id().to_owned(), question, after: words.after.clone(), ..made }]
}

const fn fits(fits: bool) -> Stands {
    if fits { Stands::Fits } else { Stands::FitsLess }
}

fn told(text: String, reason: &str) -> Reason {
    Reason { text, reason: reason.to_owned(), stands: Stands::Fits, about: Vec::new() }
}

/// One chooses among these, in this order.
fn chosen(ids: Vec<String>, words: &BTreeMap<String, Reasoned>, stands: impl Fn(&String) -> Stands) -> Asked {
    let said: Vec<(&String, &Reasoned)> = ids.iter().filter_map(|id| Some((id, words.get(id)?))).collect();
    let reason = |(place, (id, said)): (usize, &(&String, &Reasoned))| Reason {
        text: said.text.clone(),
        reason: said.reason.clone(),
        stands: stands(id),
        about: vec![place],
    };
    Asked {
        options: said.iter().map(|(_, said)| said.text.clone()).collect(),
        reasons: said.iter().enumerate().map(reason).collect(),
        is_counted: true,
        ..Asked::default()
    }
}

/// One chooses a number. What is said of it is said of all that lie on the same side of the right one.
fn numbers(number: &Number, words: &ScreenWords) -> Asked {
    let all: Vec<i32> = (number.min..=number.max).collect();
    let named = |number: i32| format!("{number} {}", words.unit);
    let places = |wanted: &dyn Fn(i32) -> bool| {
        let found = all.iter().enumerate().filter(|(_, number)| wanted(**number));
        found.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let said = words.reasons.clone().unwrap_or_default();
    let right = number.right;
    let sides = [
        (Stands::Fits, places(&|one| one == right), said.right),
        (Stands::Lower, places(&|one| one < right), said.low),
        (Stands::Higher, places(&|one| one > right), said.high),
    ];
    let reasons = sides
        .into_iter()
        .filter(|(_, about, _)| !about.is_empty())
        .map(|(stands, about, reason)| Reason { text: named(right), reason, stands, about });
    Asked {
        reasons: reasons.collect(),
        is_counted: all.len() <= MOST_NUMBERS,
        options: all.iter().map(|one| named(*one)).collect(),
        ..Asked::default()
    }
}

/// The moments that one comes to by good choices: a group hears of the others by their reasons.
fn moments(lesson: &str, case: &Branching, words: &ScreenWords) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut path = Vec::new();
    while let Some(moment) = moment_after(case, &path).and_then(|at| case.moments.get(at)) {
        let Some(next) = moment.choices.iter().find(|choice| choice.good).or(moment.choices.first()) else {
            break;
        };
        path.push(next.id.clone());
        asked.push(at_moment(lesson, case, moment, words));
        // A case that leads back is told once.
        if asked.len() == case.moments.len() {
            break;
        }
    }
    if let Some(last) = asked.last_mut() {
        last.after.clone_from(&words.after);
    }
    asked
}

fn at_moment(lesson: &str, case: &Branching, moment: &Moment, words: &ScreenWords) -> Asked {
    let said = words.moments.get(&moment.id).cloned().unwrap_or_default();
    let id = format!("{}.{}", case.id, moment.id);
    let is_good = |id: &String| fits(moment.choices.iter().any(|choice| choice.id == *id && choice.good));
    let ids = shuffled(moment.choices.iter().map(|choice| choice.id.clone()).collect(), lesson, &id, 0);
    let made = chosen(ids, &said.choices, is_good);
    Asked { id, about: words.question.clone(), question: said.text, ..made }
}
