//! How a call is closed: the answer, what was agreed in it, and reading it back until it is right. Pure.
//!
//! What was agreed is in the data: what the reply orders, when help comes, and the next check that the caller said.
//! Beside it stands what was not agreed, so that one has to listen. Nothing is counted.

use super::code::mix;
use crate::clinical::{Action, Course, Deed, Order, Outcome, Reply, Scenario, Verdict};

/// How many actions that nobody agreed on stand beside what was agreed, at most.
const OTHER_ACTIONS: usize = 2;

/// Something that two may have agreed on in a call.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreed {
    /// To do something: the id of an action.
    Act(String),
    /// That help is there in so many minutes.
    Help(u32),
    /// What was promised, where nothing is ordered and nobody is on the way: the id of the reply.
    Promise(String),
    /// The next check, as the caller said it.
    NextCheck,
    /// A check that comes far too late. Nobody ever agrees on it.
    LateCheck,
}

impl Agreed {
    /// Under which name it is shuffled.
    fn key(&self) -> String {
        match self {
            Self::Act(id) => format!("act.{id}"),
            Self::Help(minutes) => format!("help.{minutes}"),
            Self::Promise(reply) => format!("promise.{reply}"),
            Self::NextCheck => "next-check".to_owned(),
            Self::LateCheck => "late-check".to_owned(),
        }
    }
}

/// What whoever listened answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The id of the reply.
    pub reply: Option<String>,
    /// What is agreed with it.
    pub agreed: Vec<Agreed>,
    /// What can be read back: what is agreed, and what is not, shuffled the same way for the same seed.
    pub offered: Vec<Agreed>,
}

/// What was wrong in what was read back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// What nobody agreed on.
    pub not_agreed: Vec<Agreed>,
    /// What was agreed, and was not read back.
    pub missing: Vec<Agreed>,
}

impl Answer {
    /// What a receiver would answer now to what is said; the course itself goes on as before. `None` where nobody can
    /// be called any more.
    #[must_use]
    pub fn hear(
        scenario: &Scenario,
        course: &Course,
        receiver: &str,
        told: &[String],
        seed: u32,
    ) -> Option<Self> {
        let mut after = course.clone();
        let deed = Deed::Call { receiver: receiver.to_owned(), told: told.to_vec() };
        let Ok(Outcome::Replied { reply, .. }) = after.perform(scenario, &deed) else { return None };
        let reply = reply.clone();
        let replies = &scenario.receiver(receiver)?.replies;
        let found = replies.iter().find(|one| reply.as_ref() == Some(&one.id));
        let arrival = found.and_then(|found| found.arrives).and_then(|_| after.arrival(receiver));
        let help = arrival.and_then(|at| at.checked_sub(after.now())).map(|seconds| seconds.div_ceil(60));
        let help = help.filter(|minutes| *minutes > 0);
        let orders = found.map(|found| found.orders.clone()).unwrap_or_default();
        let mut agreed: Vec<Agreed> = orders.into_iter().map(Agreed::Act).collect();
        agreed.extend(help.map(Agreed::Help));
        // An answer in words alone is what one repeats.
        let promise = reply.clone().filter(|_| agreed.is_empty());
        agreed.extend(promise.clone().map(Agreed::Promise));
        agreed.push(Agreed::NextCheck);
        let mut offered = agreed.clone();
        offered.extend(not_agreed(scenario, course, &agreed, seed));
        let mut others: Vec<&Reply> =
            replies.iter().filter(|one| promise.as_ref().is_some_and(|id| *id != one.id)).collect();
        others.sort_by_key(|one| mix(seed, &one.id));
        offered.extend(others.first().map(|one| Agreed::Promise(one.id.clone())));
        offered.sort_by_key(|one| mix(seed, &one.key()));
        Some(Self { reply, agreed, offered })
    }

    /// In how many minutes help is there, where it comes.
    #[must_use]
    pub fn help(&self) -> Option<u32> {
        self.agreed.iter().find_map(|one| if let Agreed::Help(minutes) = one { Some(*minutes) } else { None })
    }

    /// What is asked for: ids of actions.
    pub fn orders(&self) -> impl Iterator<Item = &str> {
        self.agreed.iter().filter_map(|one| if let Agreed::Act(id) = one { Some(id.as_str()) } else { None })
    }

    /// Holds what is read back against what was agreed; `None` where it is right.
    #[must_use]
    pub fn correct(&self, read_back: &[Agreed]) -> Option<Correction> {
        let without =
            |all: &[Agreed], some: &[Agreed]| all.iter().filter(|one| !some.contains(one)).cloned().collect();
        let correction = Correction {
            not_agreed: without(read_back, &self.agreed),
            missing: without(&self.agreed, read_back),
        };
        (correction != Correction::default()).then_some(correction)
    }
}

/// Two to four things that sound as if they could have been agreed.
fn not_agreed(scenario: &Scenario, course: &Course, agreed: &[Agreed], seed: u32) -> Vec<Agreed> {
    let help = agreed.iter().find_map(|one| {
        // Another time, so far off that nobody takes it for the same.
        if let Agreed::Help(minutes) = one {
            Some(Agreed::Help((minutes + 20).div_ceil(5) * 5))
        } else {
            None
        }
    });
    let can_be = |action: &&Action| {
        let id = &action.id;
        let is_agreed = agreed.iter().any(|one| matches!(one, Agreed::Act(agreed) if agreed == id));
        !is_agreed && !course.is_ordered(id) && course.holds(scenario, &action.when)
    };
    let shuffled = |is_it: fn(&Action) -> bool| {
        let mut some: Vec<&Action> =
            scenario.actions.iter().filter(can_be).filter(|action| is_it(action)).collect();
        some.sort_by_key(|action| mix(seed, &action.id));
        some
    };
    // What needs an order and got none, then what no receiver would ask for.
    let mut actions = shuffled(|action| action.order == Order::Doctor);
    actions.extend(shuffled(|action| never_helps(action) && !action.effects.is_empty()));
    if actions.is_empty() {
        actions = shuffled(never_helps);
    }
    let actions = actions.into_iter().take(OTHER_ACTIONS).map(|action| Agreed::Act(action.id.clone()));
    std::iter::once(Agreed::LateCheck).chain(help).chain(actions).collect()
}

/// Whether an action is right at no time, and nobody's order.
fn never_helps(action: &Action) -> bool {
    let is_wrong = |verdict| match verdict {
        Verdict::Wrong | Verdict::Dangerous => true,
        Verdict::Right | Verdict::Neutral => false,
    };
    action.order != Order::Doctor && action.judged.iter().all(|judged| is_wrong(judged.verdict))
}
