//! What a reflection came to, as data: the referat before it has words around it.
//!
//! Any path through the steps gives a valid summary. What was left out is listed, and a view carries
//! how it is known with it, so that an assumed view can not be printed as a statement.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::group::{Profession, left_out_by};
use super::hints::open_values;
use super::session::{
    ChosenLaw, FindOut, Heard, ItemId, NextStep, Party, ReportAnswer, ReportKind, Session, Side, filled,
};
use crate::content::Part;
use crate::ethics::{Certainty, FactSource, HowWeKnow, SessionId};
use crate::i18n::Language;
use crate::progress::Arena;

/// What a reflection came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The session that it tells of.
    pub session: SessionId,
    /// When the session was started, milliseconds since 1970.
    pub started_ms: u64,
    /// The language that it was written in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The name of the guide.
    pub guide: String,
    /// The reference that the owners of the method ask for.
    pub reference: String,
    /// What happened.
    pub background: String,
    /// The question as it stood at the end.
    pub question: String,
    /// Earlier wordings of the question.
    pub earlier: Vec<String>,
    /// The facts.
    pub facts: Vec<SummaryFact>,
    /// The affected parties.
    pub parties: Vec<SummaryParty>,
    /// Whether nothing that the patient has said is written.
    pub patient_voice_is_missing: bool,
    /// The names of the values.
    pub values: Vec<String>,
    /// The pairs that pull in different directions.
    pub conflicts: Vec<(String, String)>,
    /// Law cards.
    pub laws: Vec<ChosenLaw>,
    /// Courses of action.
    pub alternatives: Vec<SummaryAlternative>,
    /// What weighs most and why.
    pub reason: String,
    /// Values that the choice sets aside.
    pub set_aside: Vec<SummarySetAside>,
    /// Values of which nobody has said what becomes of them; only where there is a choice.
    pub open_values: Vec<String>,
    /// Disagreement or doubt that remains.
    pub disagreement: String,
    /// What may have to be reported.
    pub report: BTreeMap<ReportKind, ReportAnswer>,
    /// What happens next.
    pub next: NextStep,
    /// The names of the steps that were left out.
    pub left_out: Vec<String>,
    /// Parts that the plan had no time for, and that nobody wrote in, of steps that were not left out whole.
    #[serde(default)]
    pub parts_left_out: Vec<Part>,
    /// Who was here; none where somebody reflected alone.
    #[serde(default)]
    pub group: Option<SummaryGroup>,
}

/// Who was here, as counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryGroup {
    /// How many.
    pub participants: u8,
    /// How many of each profession, of those who said.
    pub professions: BTreeMap<Profession, u8>,
    /// Where.
    pub arena: Option<Arena>,
    /// What the group wanted.
    pub goal: String,
    /// The length of the plan, minutes.
    pub minutes: u16,
}

/// A fact in a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryFact {
    /// What it says.
    pub text: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: Option<FactSource>,
    /// Who finds out.
    pub find_out: Option<FindOut>,
}

/// A party in a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryParty {
    /// The role.
    pub role: String,
    /// Whether this is the patient.
    pub patient: bool,
    /// What they think, and how we know.
    pub view: View,
    /// What is at stake for them.
    pub interest: String,
    /// Whether they are heard.
    pub heard: Heard,
    /// Who asks them.
    pub ask: Option<FindOut>,
}

/// A party's view together with how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The party said it.
    Said(String),
    /// We saw it.
    Observed(String),
    /// We assume it, or wrote it down without knowing.
    Assumed(String),
    /// Nothing is known.
    Unknown,
}

/// A course of action in a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryAlternative {
    /// What one would do.
    pub text: String,
    /// Whether it was chosen.
    pub chosen: bool,
    /// Reasons for and against.
    pub arguments: Vec<SummaryArgument>,
}

/// A reason in a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryArgument {
    /// For or against.
    pub side: Side,
    /// The reason.
    pub text: String,
    /// The values that it speaks for.
    pub values: Vec<String>,
    /// The parties that it speaks for.
    pub parties: Vec<String>,
}

/// A value that the choice sets aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummarySetAside {
    /// The value.
    pub value: String,
    /// For whom.
    pub party: Option<String>,
    /// What softens it.
    pub soften: String,
}

impl Summary {
    /// What shall be done: what was agreed on, otherwise the course of action that was chosen.
    #[must_use]
    pub fn what_to_do(&self) -> Option<&str> {
        let chosen = self.alternatives.iter().find(|alternative| alternative.chosen);
        let what = match &self.next {
            NextStep::Action { what, .. } if filled(what) => Some(what),
            NextStep::Action { .. } | NextStep::Nothing { .. } | NextStep::Undecided => {
                chosen.map(|alternative| &alternative.text)
            }
        };
        what.map(|what| what.trim()).filter(|what| filled(what))
    }

    /// What a session has come to so far, with the guide's words in a language.
    #[must_use]
    pub fn of(session: &Session, language: Language) -> Self {
        let guide = session.guide_words(language).map(|(_, words)| words.name.clone()).unwrap_or_default();
        let chosen = session.chosen().is_some();
        Self {
            session: session.id.clone(),
            started_ms: session.started_ms,
            language: session.language,
            title: title_of(session),
            guide,
            reference: session.guide.reference.clone(),
            background: session.background.trim().to_owned(),
            question: session.problem.wording.trim().to_owned(),
            earlier: session.problem.earlier.clone(),
            facts: facts(session),
            parties: session.parties.iter().filter(|p| says_something(p)).map(SummaryParty::of).collect(),
            patient_voice_is_missing: session.patient_voice_is_missing(),
            values: session.values.iter().map(|value| value.name.clone()).collect(),
            conflicts: conflicts(session),
            laws: session.laws.clone(),
            alternatives: alternatives(session),
            reason: session.overall.reason.trim().to_owned(),
            set_aside: set_aside(session),
            open_values: if chosen { open_values(session) } else { Vec::new() },
            disagreement: session.overall.disagreement.trim().to_owned(),
            report: session.overall.report.clone(),
            next: session.overall.next.clone(),
            left_out: left_out(session, language),
            parts_left_out: parts_left_out(session),
            group: session.group.as_ref().map(|group| SummaryGroup {
                participants: group.participants,
                professions: group.professions.clone(),
                arena: group.arena,
                goal: group.goal.trim().to_owned(),
                minutes: group.plan.minutes,
            }),
        }
    }

    /// The chosen course of action.
    #[must_use]
    pub fn chosen(&self) -> Option<&SummaryAlternative> {
        self.alternatives.iter().find(|alternative| alternative.chosen)
    }
}

/// The title, or the first words of what there is. Never empty unless everything is.
#[must_use]
pub fn title_of(session: &Session) -> String {
    [&session.title, &session.problem.wording, &session.background]
        .into_iter()
        .find(|text| filled(text))
        .map(|text| first_words(text.trim(), 60))
        .unwrap_or_default()
}

/// At most so many characters, cut between words.
fn first_words(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let mut short = String::new();
    for word in line.split_whitespace() {
        if short.chars().count() + word.chars().count() + 2 > most {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = line.chars().take(most - 1).collect();
    }
    short.push('…');
    short
}

fn says_something(party: &Party) -> bool {
    filled(&party.view) || filled(&party.interest) || (filled(&party.role))
}

impl SummaryParty {
    fn of(party: &Party) -> Self {
        let view = party.view.trim().to_owned();
        Self {
            role: party.role.trim().to_owned(),
            patient: party.patient,
            view: match party.how {
                _ if view.is_empty() => View::Unknown,
                HowWeKnow::Said => View::Said(view),
                HowWeKnow::Observed => View::Observed(view),
                // Written down without knowing is a guess, and is printed as one.
                HowWeKnow::Assumed | HowWeKnow::Unknown => View::Assumed(view),
            },
            interest: party.interest.trim().to_owned(),
            heard: party.heard,
            ask: party.ask.clone(),
        }
    }
}

fn facts(session: &Session) -> Vec<SummaryFact> {
    let mut list: Vec<SummaryFact> = session
        .facts
        .iter()
        .filter(|fact| filled(&fact.text))
        .map(|fact| SummaryFact {
            text: fact.text.trim().to_owned(),
            certainty: fact.certainty,
            source: fact.source,
            find_out: fact.find_out.clone(),
        })
        .collect();
    list.sort_by_key(|fact| fact.certainty);
    list
}

fn conflicts(session: &Session) -> Vec<(String, String)> {
    let name = |id: Option<ItemId>| id.and_then(|id| session.value(id)).map(|value| value.name.clone());
    session.conflicts.iter().filter_map(|c| Some((name(c.a)?, name(c.b)?))).collect()
}

fn alternatives(session: &Session) -> Vec<SummaryAlternative> {
    let value_names = |ids: &[ItemId]| {
        ids.iter().filter_map(|id| session.value(*id)).map(|value| value.name.clone()).collect::<Vec<_>>()
    };
    let party_names = |ids: &[ItemId]| {
        ids.iter().filter_map(|id| session.party(*id)).map(|party| party.role.clone()).collect::<Vec<_>>()
    };
    session
        .alternatives
        .iter()
        .filter(|alternative| filled(&alternative.text))
        .map(|alternative| SummaryAlternative {
            text: alternative.text.trim().to_owned(),
            chosen: session.overall.chosen == Some(alternative.id),
            arguments: alternative
                .arguments
                .iter()
                .filter(|a| filled(&a.text) || !a.values.is_empty())
                .map(|argument| SummaryArgument {
                    side: argument.side,
                    text: argument.text.trim().to_owned(),
                    values: value_names(&argument.values),
                    parties: party_names(&argument.parties),
                })
                .collect(),
        })
        .collect()
}

fn set_aside(session: &Session) -> Vec<SummarySetAside> {
    session
        .overall
        .set_aside
        .iter()
        .filter_map(|aside| {
            Some(SummarySetAside {
                value: session.value(aside.value)?.name.clone(),
                party: aside.party.and_then(|id| session.party(id)).map(|party| party.role.clone()),
                soften: aside.soften.trim().to_owned(),
            })
        })
        .collect()
}

fn left_out(session: &Session, language: Language) -> Vec<String> {
    session
        .left_out()
        .map(|step| {
            session
                .step_words(&step.id, language)
                .map_or_else(|| step.id.to_string(), |(_, words)| words.name.clone())
        })
        .collect()
}

fn parts_left_out(session: &Session) -> Vec<Part> {
    let Some(group) = &session.group else { return Vec::new() };
    let told = |part: &Part| session.left_out().any(|step| step.parts.contains(part));
    let mut parts = left_out_by(&group.plan, session.steps());
    parts.retain(|part| !session.has_content(*part) && !told(part));
    parts
}

#[cfg(test)]
mod tests {
    use super::super::edits::{Edit, PartyEdit};
    use super::super::fixtures::{group_session, session};
    use super::*;

    #[test]
    fn an_empty_session_has_a_valid_summary_that_lists_every_step_as_left_out() {
        let summary = Summary::of(&session(), Language::Nb);
        assert_eq!(summary.left_out.len(), 6);
        assert!(summary.patient_voice_is_missing);
        assert_eq!(summary.title, "");
    }

    #[test]
    fn a_view_written_without_knowing_is_an_assumption() {
        let mut s = session();
        let id = s.patient().map(|p| p.id).unwrap();
        s.apply(Edit::Party(id, PartyEdit::View("Hun vil ha ro".into())), 2_000);
        assert_eq!(Summary::of(&s, Language::Nb).parties[0].view, View::Assumed("Hun vil ha ro".into()));
    }

    #[test]
    fn a_step_that_was_skipped_after_something_was_written_is_not_left_out() {
        let mut s = session();
        s.apply(Edit::Question("Bør vi?".into()), 2_000);
        s.apply(Edit::StepSkipped, 2_000);
        assert!(!Summary::of(&s, Language::Nb).left_out.iter().any(|name| name == "Steg problem"));
    }

    #[test]
    fn a_part_that_the_plan_had_no_time_for_is_told_unless_somebody_wrote_in_it() {
        let mut s = group_session();
        if let Some(group) = &mut s.group {
            group.plan.leaves_out = vec![Part::Laws, Part::Problem];
        }
        s.apply(Edit::Question("Bør vi?".into()), 2_000);
        s.apply(Edit::OwnValueAdded("Ro".into()), 2_000);
        let summary = Summary::of(&s, Language::Nb);
        assert_eq!(summary.parts_left_out, [Part::Laws]);
        assert_eq!(summary.group.map(|group| (group.participants, group.minutes)), Some((6, 60)));
    }

    #[test]
    fn a_long_first_sentence_is_cut_between_words() {
        let mut s = session();
        s.background = "ord ".repeat(40);
        let title = title_of(&s);
        assert!(title.ends_with("ord…") && title.chars().count() <= 60, "{title}");
    }
}
