//! What the talk afterwards looks at: what was done and why it mattered, how the values went, and where it opens into
//! an ethical reflection. Pure. No grade: each thing in words.

use crate::clinical::{Course, Deed, Moment, Outcome, Scenario, Skill, Verdict};
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
