//! Gentle hints: what a step might still need. They warn and never lock.
//!
//! A view shows one hint at a time, the first of the list.

use super::session::{Alternative, QuestionSort, Session, Side, ValueFate, filled};
use crate::content::Part;
use crate::ethics::{Certainty, HowWeKnow};

/// How many values can be kept in view at once (design.md, «Value chips»).
pub const MOST_VALUES: usize = 5;
/// How many courses of action are asked for (product.md, room 1, step 5).
pub const ASKED_ALTERNATIVES: usize = 3;

/// Something that a step might still need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The question does not end as one.
    NotAQuestion,
    /// By the user's own judgement, it is first of all another kind of question.
    AnotherKind(QuestionSort),
    /// Nothing is marked as unknown.
    NothingUnknown,
    /// The patient's own voice is missing.
    PatientVoice,
    /// Only the patient is listed.
    OneParty,
    /// More values are chosen than can be weighed.
    ManyValues,
    /// Two values or more, and no conflict is named.
    NoConflict,
    /// Fewer courses of action than are asked for.
    FewAlternatives {
        /// How many there are.
        have: usize,
    },
    /// A course of action has nothing that speaks against it.
    NothingAgainst {
        /// Its words.
        alternative: String,
    },
    /// There is a choice and no reason.
    NoReason,
    /// Values that the choice neither honours nor sets aside.
    ValuesOpen {
        /// Their names.
        names: Vec<String>,
    },
    /// Nobody has said what happens next.
    NothingNext,
}

/// What a part of the session might still need, the most important first.
#[must_use]
pub fn hints(session: &Session, part: Part) -> Vec<Hint> {
    match part {
        Part::Problem => problem(session),
        Part::Facts => facts(session),
        Part::Parties => parties(session),
        Part::Values => values(session),
        Part::Laws => Vec::new(),
        Part::Alternatives => alternatives(session),
        Part::Overall => overall(session),
    }
}

fn problem(session: &Session) -> Vec<Hint> {
    let mut list = Vec::new();
    let wording = session.problem.settled.trim();
    if filled(wording) && !wording.ends_with('?') {
        list.push(Hint::NotAQuestion);
    }
    match session.problem.sort {
        Some(sort @ (QuestionSort::Professional | QuestionSort::Legal | QuestionSort::Resources)) => {
            list.push(Hint::AnotherKind(sort));
        }
        Some(QuestionSort::Values | QuestionSort::Several) | None => {}
    }
    list
}

fn facts(session: &Session) -> Vec<Hint> {
    let written = session.facts.iter().filter(|fact| filled(&fact.text)).count();
    let unknown = session.facts.iter().any(|fact| fact.certainty == Certainty::Unknown);
    if written >= 3 && !unknown { vec![Hint::NothingUnknown] } else { Vec::new() }
}

fn parties(session: &Session) -> Vec<Hint> {
    let mut list = Vec::new();
    if session.patient_voice_is_missing() {
        list.push(Hint::PatientVoice);
    }
    if session.parties.len() < 2 {
        list.push(Hint::OneParty);
    }
    list
}

fn values(session: &Session) -> Vec<Hint> {
    let mut list = Vec::new();
    if session.values.len() > MOST_VALUES {
        list.push(Hint::ManyValues);
    }
    let named = session.conflicts.iter().any(|conflict| conflict.a.is_some() && conflict.b.is_some());
    if session.values.len() >= 2 && !named {
        list.push(Hint::NoConflict);
    }
    list
}

fn alternatives(session: &Session) -> Vec<Hint> {
    let mut list = Vec::new();
    let have = session.alternatives.iter().filter(|a| filled(&a.text)).count();
    if have < ASKED_ALTERNATIVES {
        list.push(Hint::FewAlternatives { have });
    }
    // Ideas first, judging after: nothing is said of reasons before somebody has given one.
    let judged = session.alternatives.iter().any(|a| !a.arguments.is_empty());
    if judged {
        let one_sided = |a: &&Alternative| {
            filled(&a.text)
                && a.arguments.iter().any(|argument| argument.side == Side::For)
                && !a.arguments.iter().any(|argument| argument.side == Side::Against)
        };
        if let Some(alternative) = session.alternatives.iter().find(one_sided) {
            list.push(Hint::NothingAgainst { alternative: alternative.text.clone() });
        }
    }
    list
}

fn overall(session: &Session) -> Vec<Hint> {
    let mut list = Vec::new();
    if session.lacks_a_reason() {
        list.push(Hint::NoReason);
    }
    if session.chosen().is_some() {
        let names: Vec<String> = open_values(session);
        if !names.is_empty() {
            list.push(Hint::ValuesOpen { names });
        }
    }
    if session.overall.has_content() && session.overall.next == super::session::NextStep::Undecided {
        list.push(Hint::NothingNext);
    }
    list
}

/// The names of values that the choice neither honours nor sets aside.
#[must_use]
pub fn open_values(session: &Session) -> Vec<String> {
    session
        .values
        .iter()
        .filter(|v| session.fate_of(v.id) == ValueFate::Open)
        .map(|v| v.name.clone())
        .collect()
}

/// Whether a view that is written needs somebody to go and ask.
#[must_use]
pub fn is_guesswork(how: HowWeKnow) -> bool {
    matches!(how, HowWeKnow::Assumed | HowWeKnow::Unknown)
}

#[cfg(test)]
mod tests {
    use super::super::edits::{ArgumentEdit, Edit, PartyEdit};
    use super::super::fixtures::session;
    use super::*;

    #[test]
    fn the_patients_voice_is_there_only_when_it_was_said_and_written() {
        for (how, view, missing) in [
            (HowWeKnow::Said, "Jeg vil ikke", false),
            (HowWeKnow::Said, "  ", true),
            (HowWeKnow::Observed, "Hun holder igjen", true),
            (HowWeKnow::Assumed, "Hun vil ikke", true),
            (HowWeKnow::Unknown, "", true),
        ] {
            let mut s = session();
            let id = s.patient().map(|p| p.id).unwrap();
            s.apply(Edit::Party(id, PartyEdit::View(view.into())), 2_000);
            s.apply(Edit::Party(id, PartyEdit::How(how)), 2_000);
            assert_eq!(hints(&s, Part::Parties).contains(&Hint::PatientVoice), missing, "{how:?} «{view}»");
        }
    }

    #[test]
    fn reasons_are_not_asked_for_before_somebody_has_given_one() {
        let mut s = session();
        for text in ["Vente", "Spørre mer", "Dusje i morgen"] {
            s.apply(Edit::AlternativeAdded(text.into()), 2_000);
        }
        assert_eq!(hints(&s, Part::Alternatives), []);
        let first = s.alternatives[0].id;
        s.apply(Edit::ArgumentAdded(first, Side::For), 2_000);
        assert_eq!(hints(&s, Part::Alternatives), [Hint::NothingAgainst { alternative: "Vente".into() }]);
        s.apply(Edit::ArgumentAdded(first, Side::Against), 2_000);
        assert_eq!(hints(&s, Part::Alternatives), []);
    }

    #[test]
    fn every_value_is_honoured_set_aside_or_named_as_open() {
        let mut s = session();
        for name in ["Ro", "Fred", "Håp"] {
            s.apply(Edit::OwnValueAdded(name.into()), 2_000);
        }
        let [ro, fred] = [s.values[0].id, s.values[1].id];
        s.apply(Edit::AlternativeAdded("Vente".into()), 2_000);
        let alternative = s.alternatives[0].id;
        s.apply(Edit::ArgumentAdded(alternative, Side::For), 2_000);
        let argument = s.alternatives[0].arguments[0].id;
        s.apply(Edit::Argument(argument, ArgumentEdit::ValueToggled(ro)), 2_000);
        s.apply(Edit::Chosen(Some(alternative)), 2_000);
        s.apply(Edit::SetAsideToggled(fred), 2_000);
        assert_eq!(open_values(&s), ["Håp"]);
    }
}
