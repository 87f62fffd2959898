//! Sorting what one could say in a call to the letters of ISBAR, one thing at a time. Pure.

use super::round::Asked;
use crate::content::{IsbarItem, Sorted};
use crate::ethics::CallId;
use crate::progress::{DrillMark, DrillMarks};

/// Something that one could say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    id: String,
    /// Its id in the call.
    pub fact: String,
    letter: Sorted,
}

impl Asked for Saying {
    type Answer = Sorted;

    fn id(&self) -> &str {
        &self.id
    }

    fn right(&self) -> Sorted {
        self.letter
    }
}

/// What can be sorted in a call.
#[must_use]
pub fn sayings(call: &IsbarItem) -> Vec<Saying> {
    let saying = |fact: &crate::content::CallFact| Saying {
        id: format!("isbar.{}.{}", call.neutral.id, fact.id),
        fact: fact.id.clone(),
        letter: fact.letter,
    };
    call.neutral.facts.iter().map(saying).collect()
}

/// The call to begin with: one in which something was missed, then one with something that was not tried, then
/// one in which something was right only once since it was missed, then the first.
#[must_use]
pub fn first_call(calls: &[IsbarItem], marks: &DrillMarks) -> Option<CallId> {
    let has = |call: &&IsbarItem, mark: Option<DrillMark>| {
        sayings(call).iter().any(|saying| marks.of(saying.id()) == mark)
    };
    let missed = calls.iter().find(|call| has(call, Some(DrillMark::Missed)));
    let new = || calls.iter().find(|call| has(call, None));
    let once = || calls.iter().find(|call| has(call, Some(DrillMark::Once)));
    missed.or_else(new).or_else(once).or_else(|| calls.first()).map(|call| call.neutral.id.clone())
}

/// The call that stands after another one; the first after the last.
#[must_use]
pub fn call_after(calls: &[IsbarItem], id: &CallId) -> Option<CallId> {
    let place = calls.iter().position(|call| call.neutral.id == *id).map_or(0, |place| place + 1);
    calls.get(place).or_else(|| calls.first()).map(|call| call.neutral.id.clone())
}
