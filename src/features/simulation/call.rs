//! An ISBAR call: what is said, what is asked for, and what was said and missing afterwards. Pure.
//!
//! It shows which parts were said, in words. No sum, no label, no deduction (`fakta.md` 6).

use crate::clinical::{COMMON, Course, FactKind, IsbarLetter, Scenario};

/// The letters, in their order.
pub const LETTERS: [IsbarLetter; 5] =
    [IsbarLetter::I, IsbarLetter::S, IsbarLetter::B, IsbarLetter::A, IsbarLetter::R];

/// A call while it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calling {
    /// Who is called: the id of a receiver.
    pub receiver: String,
    /// What is said, in this order.
    pub told: Vec<String>,
}

impl Calling {
    /// A call in which nothing is said yet.
    #[must_use]
    pub fn new(receiver: String) -> Self {
        Self { receiver, told: Vec::new() }
    }

    /// Says something; said again, it is taken back.
    pub fn say(&mut self, id: String) {
        let before = self.told.len();
        self.told.retain(|said| *said != id);
        if self.told.len() == before {
            self.told.push(id);
        }
    }

    /// Whether something is said.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.told.iter().any(|said| said == id)
    }

    /// Whether the call may end: a clear wish is said, when to speak again is agreed, and what was agreed is read back.
    #[must_use]
    pub fn may_end(&self, scenario: &Scenario) -> bool {
        let wishes = scenario
            .facts
            .iter()
            .filter(|fact| fact.letter == IsbarLetter::R && fact.kind != FactKind::Vague);
        wishes.into_iter().any(|fact| self.has(&fact.id)) && self.has("next-check") && self.has("read-back")
    }

    /// What whoever listens asks for next: the first of what they want to know that was not said. Only once
    /// something is said of the situation, so that a caller may begin in peace.
    #[must_use]
    pub fn asked<'s>(&self, scenario: &'s Scenario) -> Option<&'s str> {
        let receiver = scenario.receiver(&self.receiver)?;
        let has_begun = self
            .told
            .iter()
            .any(|said| letter_of(scenario, said).is_some_and(|letter| letter > IsbarLetter::I));
        let unsaid = receiver.asks.iter().find(|asked| !self.has(asked));
        unsaid.filter(|_| has_begun).map(String::as_str)
    }

    /// Whether whoever listens breaks in now: where one has come to their letter, until a wish is said.
    #[must_use]
    pub fn is_interrupted(&self, scenario: &Scenario) -> bool {
        let Some(at) = scenario.receiver(&self.receiver).and_then(|receiver| receiver.interrupts) else {
            return false;
        };
        let reached = self.told.last().and_then(|said| letter_of(scenario, said));
        reached.is_some_and(|letter| letter == at)
    }
}

/// Where something that can be said belongs.
#[must_use]
pub fn letter_of(scenario: &Scenario, id: &str) -> Option<IsbarLetter> {
    let common = match id {
        "who" | "where" | "whom" => Some(IsbarLetter::I),
        "urgent" | "worried" | "news2" => Some(IsbarLetter::S),
        "numbers" | "done" => Some(IsbarLetter::A),
        "until-then" | "next-check" | "read-back" => Some(IsbarLetter::R),
        _ => None,
    };
    common.or_else(|| scenario.facts.iter().find(|fact| fact.id == id).map(|fact| fact.letter))
}

/// What can be said now under a letter, in order: what every call has first, but for the request, where it is last.
#[must_use]
pub fn sayable(scenario: &Scenario, course: &Course, letter: IsbarLetter) -> Vec<String> {
    let common = COMMON.iter().filter(|id| letter_of(scenario, id) == Some(letter));
    let common = common.filter(|id| can_say(course, id)).map(|id| (*id).to_owned());
    let facts =
        scenario.facts.iter().filter(|fact| fact.letter == letter && course.holds(scenario, &fact.when));
    let facts = facts.map(|fact| fact.id.clone());
    if letter == IsbarLetter::R { facts.chain(common).collect() } else { common.chain(facts).collect() }
}

/// Numbers can be said only where something was measured.
fn can_say(course: &Course, id: &str) -> bool {
    use crate::clinical::{Deed, Outcome};
    let any = |is_it: fn(&Deed) -> bool| course.log().iter().any(|entry| is_it(&entry.deed));
    match id {
        "numbers" | "news2" => any(|deed| matches!(deed, Deed::Measure(_))),
        "done" => course.log().iter().any(|entry| matches!(entry.outcome, Outcome::Done { .. })),
        _ => true,
    }
}

/// One letter of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The letter.
    pub letter: IsbarLetter,
    /// What was said.
    pub said: Vec<String>,
    /// What would have changed what the other does, and was not said.
    pub missing: Vec<String>,
}

/// What was said in a call and what was missing, letter by letter.
#[must_use]
pub fn rubric(scenario: &Scenario, course: &Course, told: &[String]) -> [Said; 5] {
    LETTERS.map(|letter| {
        let has = |id: &String| told.contains(id);
        let said = told.iter().filter(|id| letter_of(scenario, id) == Some(letter)).cloned().collect();
        let needed =
            scenario.facts.iter().filter(|fact| fact.letter == letter && fact.kind == FactKind::Needed);
        let has_wish = letter == IsbarLetter::R
            && scenario
                .facts
                .iter()
                .any(|fact| fact.letter == letter && fact.kind != FactKind::Vague && has(&fact.id));
        let needed =
            needed.filter(|fact| !has_wish && course.holds(scenario, &fact.when)).map(|fact| fact.id.clone());
        let common =
            COMMON.iter().filter(|id| letter_of(scenario, id) == Some(letter) && can_say(course, id));
        let common = common.map(|id| (*id).to_owned());
        let missing = common.chain(needed).filter(|id| !has(id)).collect();
        Said { letter, said, missing }
    })
}
