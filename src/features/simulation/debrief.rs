//! What the talk afterwards looks at: what was done and why it mattered, how the values went, and where it opens into
//! an ethical reflection. Pure. No grade: each thing in words.

use super::call::can_say;
use crate::clinical::{COMMON, Course, Deed, Entry, Moment, Outcome, Reading, Scenario, Skill, Verdict};
use crate::content::{Fork, ForkWords, Scenario as Authored, ScenarioItem};
use crate::ethics::{Certainty, Opening, OpeningFact, OpeningParty, Origin};

/// The skills, in the order of the talk.
pub const SKILLS: [Skill; 4] = [Skill::Observe, Skill::Recognise, Skill::Act, Skill::Procedure];

/// How something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// It was right.
    Right,
    /// It was missed.
    Missed,
    /// It was dangerous.
    Dangerous,
}

/// What the talk says of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The id of the note.
    pub id: String,
    /// How it went.
    pub went: Went,
}

/// The notes of one skill.
#[must_use]
pub fn notes(scenario: &Scenario, course: &Course, skill: Skill) -> Vec<Noted> {
    let of_skill = scenario.notes.iter().filter(|note| note.skill == skill);
    let noted = of_skill.map(|note| {
        let is_dangerous = note.danger.as_ref().is_some_and(|danger| course.holds(scenario, danger));
        let went = if is_dangerous {
            Went::Dangerous
        } else if course.holds(scenario, &note.right) {
            Went::Right
        } else {
            Went::Missed
        };
        Noted { id: note.id.clone(), went }
    });
    noted.collect()
}

/// A call that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// What the log holds of it.
    pub entry: Entry,
    /// What was said: ids of facts.
    pub told: Vec<String>,
    /// The course when it was begun: what could be known by then.
    pub before: Course,
}

/// The calls of a course, in order, each with the course as it was then.
#[must_use]
pub fn calls(scenario: &Scenario, seed: u32, course: &Course) -> Vec<Called> {
    let mut before = Course::begin(scenario, seed, course.role());
    let mut calls = Vec::new();
    for entry in course.log() {
        if let (Deed::Call { told, .. }, Outcome::Replied { .. }) = (&entry.deed, &entry.outcome) {
            calls.push(Called { entry: entry.clone(), told: told.clone(), before: before.clone() });
        }
        let _left_out = before.perform(scenario, &entry.deed);
    }
    calls
}

/// What a note is about and was said in no call: ids of facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unsaid {
    /// What was known in one of the calls.
    pub known: Vec<String>,
    /// What was not known in any of them, and so could not be said.
    pub unknown: Vec<String>,
}

/// What a note is about and was said in no call; nothing where nobody was called.
#[must_use]
pub fn unsaid(scenario: &Scenario, calls: &[Called], note: &str) -> Unsaid {
    let mut unsaid = Unsaid::default();
    let Some(note) = scenario.notes.iter().find(|one| one.id == note).filter(|_| !calls.is_empty()) else {
        return unsaid;
    };
    for reading in note.right.readings() {
        let Reading::Told(id) = reading else { continue };
        let is_listed = unsaid.known.contains(id) || unsaid.unknown.contains(id);
        if is_listed || calls.iter().any(|call| call.told.contains(id)) {
            continue;
        }
        let could = calls.iter().any(|call| could_say(scenario, &call.before, id));
        if could { &mut unsaid.known } else { &mut unsaid.unknown }.push(id.clone());
    }
    unsaid
}

fn could_say(scenario: &Scenario, course: &Course, id: &str) -> bool {
    if COMMON.contains(&id) {
        return can_say(course, id);
    }
    scenario.facts.iter().any(|fact| fact.id == id && course.holds(scenario, &fact.when))
}

/// A decision: something done or somebody called, with how it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// When, in seconds since the beginning.
    pub at: u32,
    /// What.
    pub deed: Deed,
    /// How it is looked at.
    pub verdict: Verdict,
    /// Under which id the reason stands.
    pub reason: Option<String>,
}

/// What was decided, in order.
#[must_use]
pub fn decisions(course: &Course) -> Vec<Decision> {
    let decided = course.log().iter().filter_map(|entry| match &entry.outcome {
        Outcome::Done { verdict, reason, .. } | Outcome::Replied { verdict, reason, .. } => Some(Decision {
            at: entry.at,
            deed: entry.deed.clone(),
            verdict: *verdict,
            reason: reason.clone(),
        }),
        Outcome::Found(_) | Outcome::Measured(_) | Outcome::Passed => None,
    });
    decided.collect()
}

/// The values at even steps, at most so many that a table can be read, the last one too.
#[must_use]
pub fn table(course: &Course, at_most: usize) -> Vec<Moment> {
    let all = course.moments();
    let every = all.len().div_ceil(at_most.max(2)).max(1);
    let mut some: Vec<Moment> = all.iter().step_by(every).copied().collect();
    if let (Some(last), true) = (all.last(), some.last() != all.last()) {
        some.push(*last);
    }
    some
}

/// The reflection that a fork opens into, with the facts as far as the log makes them certain.
#[must_use]
pub fn opening(item: &ScenarioItem, course: &Course, fork: &Fork) -> Option<Opening> {
    let words = item.words.forks.get(&fork.id)?;
    let scenario: &Authored = &item.neutral;
    Some(Opening {
        title: words.title.clone(),
        text: words.background.join("\n\n"),
        question: words.question.clone(),
        facts: facts(scenario, course, fork, words),
        parties: parties(fork, words),
        values: fork.values.clone(),
        origin: Origin::Scenario { id: scenario.id.to_string() },
    })
}

fn facts(scenario: &Authored, course: &Course, fork: &Fork, words: &ForkWords) -> Vec<OpeningFact> {
    let one = |fact: &crate::content::ForkFact| {
        let is_known = course.holds(&scenario.play, &fact.known);
        let certainty = if is_known { Certainty::Known } else { fact.otherwise };
        Some(OpeningFact {
            text: words.facts.get(&fact.id)?.clone(),
            certainty,
            source: (certainty == Certainty::Known).then_some(fact.source),
        })
    };
    fork.facts.iter().filter_map(one).collect()
}

fn parties(fork: &Fork, words: &ForkWords) -> Vec<OpeningParty> {
    let one = |party: &crate::content::CaseParty| {
        let words = words.parties.get(&party.id)?;
        Some(OpeningParty {
            role: words.role.clone(),
            patient: party.patient,
            view: words.view.clone(),
            interest: words.interest.clone(),
            how_we_know: party.how_we_know,
        })
    };
    fork.parties.iter().filter_map(one).collect()
}
