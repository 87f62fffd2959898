//! What the log of a course says, in words. Pure.

use super::bedside::Model;
use super::debrief::{Called, Decision, Unsaid, calls, decisions, unsaid};
use super::names;
use super::pushes::pushed;
use crate::clinical::{Course, Deed, Entry, Measure, Outcome};
use crate::content::ScenarioWords;
use crate::i18n::{Day, Language, Messages};

/// What an entry of the log says: what was done, and what came of it.
#[must_use]
pub fn said(spoken: &ScenarioWords, words: &Messages, language: Language, entry: &Entry) -> (String, String) {
    match (&entry.deed, &entry.outcome) {
        (Deed::Look(id), Outcome::Found(state)) => {
            let look = spoken.looks.get(id);
            let found = state.as_ref().and_then(|state| look?.states.get(state));
            (look.map(|look| look.name.clone()).unwrap_or_default(), found.cloned().unwrap_or_default())
        }
        (Deed::Measure(measure), Outcome::Measured(measured)) => {
            let name = names::told_name(*measure)(words).to_owned();
            (name, names::measured(words, language, *measured))
        }
        (Deed::Act(id), Outcome::Done { by_another, .. }) => {
            let action = spoken.actions.get(id);
            let done = action.map(|action| action.done.clone()).unwrap_or_default();
            let name = action.map(|action| action.name.clone()).unwrap_or_default();
            let done = if *by_another { format!("{}. {done}", words.simulation_by_another()) } else { done };
            (name, done)
        }
        (Deed::Call { receiver, .. }, Outcome::Replied { reply, .. }) => {
            let receiver = spoken.receivers.get(receiver);
            let reply = reply.as_ref().and_then(|reply| receiver?.replies.get(reply));
            let who = receiver.map(|receiver| receiver.name.clone()).unwrap_or_default();
            (words.simulation_called(who), reply.cloned().unwrap_or_default())
        }
        (Deed::Answer { event, goes_along }, _) => (answered(spoken, event, *goes_along), String::new()),
        // What really passed: the end may have come before.
        (Deed::Wait(_), _) => {
            let minutes = entry.until.saturating_sub(entry.at) / 60;
            (words.simulation_waited(usize::try_from(minutes).unwrap_or_default()), String::new())
        }
        (Deed::Event(id), _) => {
            (spoken.events.get(id).map(|event| event.text.clone()).unwrap_or_default(), String::new())
        }
        (Deed::Push { on, by }, _) => (pushed(words, *on, *by), String::new()),
        _ => (String::new(), String::new()),
    }
}

/// Who was called; empty for any other deed.
#[must_use]
pub fn receiver(spoken: &ScenarioWords, deed: &Deed) -> String {
    let found = if let Deed::Call { receiver, .. } = deed { spoken.receivers.get(receiver) } else { None };
    found.map(|receiver| receiver.name.clone()).unwrap_or_default()
}

fn answered(spoken: &ScenarioWords, event: &str, goes_along: bool) -> String {
    let event = spoken.events.get(event);
    event.map(|event| if goes_along { event.go.clone() } else { event.leave.clone() }).unwrap_or_default()
}

/// Why something decided was right or not, in words; empty where nothing is said of it.
#[must_use]
pub fn why(spoken: &ScenarioWords, deed: &Deed, reason: Option<&str>) -> String {
    let found = match deed {
        Deed::Act(id) => reason.and_then(|reason| spoken.actions.get(id)?.reasons.get(reason)),
        Deed::Call { receiver, .. } => {
            reason.and_then(|reason| spoken.receivers.get(receiver)?.reasons.get(reason))
        }
        Deed::Answer { event, .. } => {
            reason.and_then(|_| spoken.events.get(event)).map(|event| &event.reason)
        }
        Deed::Look(_) | Deed::Measure(_) | Deed::Wait(_) | Deed::Event(_) | Deed::Push { .. } => None,
    };
    found.cloned().unwrap_or_default()
}

/// Something that was said in a call at this second, in words: the numbers as they were measured by then.
#[must_use]
pub fn fact(
    spoken: &ScenarioWords,
    words: &Messages,
    language: Language,
    (course, at): (&Course, u32),
    id: &str,
) -> String {
    let common = match id {
        "who" => words.simulation_say_who(),
        "where" => words.simulation_say_where(),
        "whom" => words.simulation_say_whom(),
        "urgent" => words.simulation_say_urgent(),
        "worried" => words.simulation_say_worried(),
        "numbers" => {
            return words.simulation_say_numbers(measured_by(course, at, words, language).join(", "));
        }
        "news2" => words.simulation_say_news2_own(),
        "done" => words.simulation_say_done(),
        "until-then" => words.simulation_say_until_then(),
        "next-check" => words.simulation_say_next_check(),
        "read-back" => words.simulation_say_read_back(),
        _ => "",
    };
    spoken.facts.get(id).cloned().unwrap_or_else(|| common.to_owned())
}

/// The last of every measurement by then.
fn measured_by(course: &Course, at: u32, words: &Messages, language: Language) -> Vec<String> {
    let mut last: Vec<(Measure, String)> = Vec::new();
    for entry in course.log().iter().filter(|entry| entry.until <= at) {
        let (Deed::Measure(measure), Outcome::Measured(measured)) = (&entry.deed, &entry.outcome) else {
            continue;
        };
        let kind = if *measure == Measure::Rf30 { Measure::Rf } else { *measure };
        let (name, value) = (names::told_name(kind)(words), names::measured(words, language, *measured));
        let told = match kind {
            Measure::Acvpu => format!("{name}: {}", value.to_lowercase()),
            Measure::Rf
            | Measure::Rf30
            | Measure::Spo2
            | Measure::Sbp
            | Measure::Pulse
            | Measure::Temp
            | Measure::Glucose
            | Measure::Refill
            | Measure::Pain => format!("{name} {value}"),
        };
        last.retain(|(one, _)| *one != kind);
        last.push((kind, told));
    }
    last.into_iter().map(|(_, told)| told).collect()
}

/// When the run was and in which role, in one line.
#[must_use]
pub fn day_and_role(model: &Model, words: &Messages) -> String {
    let day = Day::parse(&model.run.day).map(|day| words.afterwards_r_day(day.long(words)));
    let role = words.afterwards_r_role(names::role(model.run.role)(words));
    [day, Some(role)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The calls of a run, each with the course as it was then.
#[must_use]
pub fn calls_of(model: &Model) -> Vec<Called> {
    calls(model.play(), model.run.seed, &model.course)
}

/// What a note is about and was said in no call, in sentences: what was known, and what was not. Empty where all was
/// said or nobody was called.
#[must_use]
pub fn not_told(
    model: &Model,
    words: &Messages,
    language: Language,
    calls: &[Called],
    note: &str,
) -> Vec<String> {
    let Unsaid { known, unknown } = unsaid(model.play(), calls, note);
    let at = calls.last().map(|call| call.entry.at).unwrap_or_default();
    let told = |ids: &[String]| {
        let text = |id: &String| fact(&model.item.words, words, language, (&model.course, at), id);
        let texts = ids.iter().map(text).map(|text| text.trim_end_matches([':', ' ']).to_owned());
        (!ids.is_empty()).then(|| texts.collect::<Vec<_>>().join(" · "))
    };
    let known = told(&known).map(|what| words.afterwards_not_said(what));
    let unknown = told(&unknown).map(|what| words.afterwards_not_known(what));
    known.into_iter().chain(unknown).collect()
}

/// Something decided, as the list of decisions tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Its number, from 1: the one on the charts and in the table.
    pub number: usize,
    /// When, as a time of day.
    pub time: String,
    /// What.
    pub what: String,
    /// How it is looked at.
    pub verdict: String,
    /// Why; may be empty.
    pub why: String,
}

/// What was decided, in words.
#[must_use]
pub fn decided(model: &Model, words: &Messages, language: Language) -> Vec<Decided> {
    let spoken = &model.item.words;
    let one = |(number, decision): (usize, Decision)| {
        let is_it = |at: u32, deed: &Deed| at == decision.at && *deed == decision.deed;
        let entry = model.course.log().iter().find(|entry| is_it(entry.at, &entry.deed))?;
        Some(Decided {
            number,
            time: names::clock(model.play().begins, decision.at),
            what: said(spoken, words, language, entry).0,
            verdict: names::verdict(decision.verdict)(words).to_owned(),
            why: why(spoken, &decision.deed, decision.reason.as_deref()),
        })
    };
    (1..).zip(decisions(&model.course)).filter_map(one).collect()
}
