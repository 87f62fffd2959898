//! What the room may see of a session: the step, the question, what the group has put on the table. A type that
//! has no place for help to the one who leads, for an answer of a round that is not opened, or for what is marked
//! as private; only this goes to another window.

use serde::{Deserialize, Serialize};

use super::clock::Remaining;
use super::private::Round;
use super::session::{Session, StepState, filled};
use crate::content::Part;
use crate::i18n::Language;

/// At most as many things lie on the table.
const MOST_TILES: usize = 5;
/// A new time is shown each time so many minutes have gone: nobody in the room counts.
const ROUNDED_TO: usize = 2;

/// The room's face of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RoomFace {
    /// The language that the words of the guide are in.
    pub language: Language,
    /// The steps in their order.
    pub steps: Vec<RoomStep>,
    /// What is asked now, large.
    pub question: String,
    /// What the group has put on the table in this step.
    pub tiles: Vec<String>,
    /// What the step has left; none where the time is hidden, stands still or is not counted.
    pub time: Option<RoomTime>,
    /// How many have had the tablet, of how many, while a private round goes on.
    pub round: Option<(u8, u8)>,
}

/// A step in the room's face.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomStep {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: StepState,
}

/// What a step has left, rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoomTime {
    /// About so many minutes.
    About(usize),
    /// The time is used.
    Used,
}

impl RoomFace {
    /// The room's face of a session at a moment (milliseconds since 1970). Of a round it takes the question and
    /// how many have had the tablet.
    #[must_use]
    pub fn of(session: &Session, round: Option<&Round>, language: Language, now_ms: u64) -> Self {
        let (used, words) = session
            .step_words(&session.at, language)
            .map_or_else(|| (language, String::new()), |(used, words)| (used, words.question.clone()));
        let steps = session.steps().iter().map(|step| RoomStep {
            name: session.step_name(&step.id, language),
            state: session.state_of(&step.id),
        });
        Self {
            language: used,
            steps: steps.collect(),
            question: round.map_or(words, |round| round.asked.question.clone()),
            tiles: if round.is_some() { Vec::new() } else { tiles(session) },
            time: time(session, now_ms),
            round: round.map(|round| (round.had, round.turns)),
        }
    }
}

/// What lies on the table in the step that is on, the newest last.
fn tiles(session: &Session) -> Vec<String> {
    let parts = session.step(&session.at).map(|step| step.parts.as_slice()).unwrap_or_default();
    let mut all: Vec<String> = parts.iter().flat_map(|part| of_part(session, *part)).collect();
    all.retain(|text| filled(text));
    let first = all.len().saturating_sub(MOST_TILES);
    all.split_off(first)
}

fn of_part(session: &Session, part: Part) -> Vec<String> {
    let trimmed = |text: &String| text.trim().to_owned();
    match part {
        Part::Problem => vec![trimmed(&session.problem.wording)],
        Part::Facts => session.facts.iter().map(|fact| trimmed(&fact.text)).collect(),
        Part::Parties => session.parties.iter().map(|party| trimmed(&party.role)).collect(),
        Part::Values => session.values.iter().map(|value| trimmed(&value.name)).collect(),
        Part::Laws => session.laws.iter().map(|law| format!("{} {}", law.act, law.section)).collect(),
        Part::Alternatives => session.alternatives.iter().map(|idea| trimmed(&idea.text)).collect(),
        Part::Overall => session.chosen().map(|idea| trimmed(&idea.text)).into_iter().collect(),
    }
}

fn time(session: &Session, now_ms: u64) -> Option<RoomTime> {
    let clock = &session.group.as_ref()?.clock;
    if clock.is_hidden() || !clock.is_running() {
        return None;
    }
    Some(match clock.remaining(&session.at, now_ms)? {
        Remaining::Left(minutes) => RoomTime::About(minutes.next_multiple_of(ROUNDED_TO)),
        Remaining::Over(_) => RoomTime::Used,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{PrivateForm, PrivateWords, Prompt};
    use crate::features::reflection::edits::Edit;
    use crate::features::reflection::fixtures::group_session;
    use crate::features::reflection::group::{GroupEdit, GroupStage};
    use crate::features::reflection::private::{Asked, Round};

    const MIN: u64 = 60_000;

    fn underway() -> Session {
        let mut session = group_session();
        session.apply(Edit::Group(GroupEdit::Stage(GroupStage::Underway)), 0);
        session
    }

    #[test]
    fn the_room_sees_neither_help_for_the_one_who_leads_nor_what_is_sealed() {
        let mut session = underway();
        let step = &mut session.guide.steps[0];
        step.prompts = vec![Prompt { on: "silence".into(), source: "kildeord".into() }];
        step.private = Some(PrivateForm::Scale);
        let words = session.guide.words.get_mut(&Language::Nb).unwrap();
        words.triggers.insert("silence".into(), "rådord".into());
        let words = words.steps.get_mut(&"problem".into()).unwrap();
        words.done = "rådord".into();
        words.prompts.insert("silence".into(), "rådord".into());
        words.private = Some(PrivateWords { question: "Hvor sterkt?".into(), ..PrivateWords::default() });
        let asked = Asked { question: "Hvor sterkt?".into(), ..Asked::default() };
        let round = Round::new(&session, asked, 6, "nøkkelord".into(), "forseglet".into())
            .after_a_turn("lukket".into());
        let told = serde_json::to_string(&RoomFace::of(&session, Some(&round), Language::Nb, 0)).unwrap();
        for word in ["rådord", "kildeord", "nøkkelord", "forseglet", "lukket", "silence"] {
            assert!(!told.contains(word), "{word}: {told}");
        }
        assert!(told.contains("Hvor sterkt?") && told.contains("[1,6]"), "{told}");
    }

    #[test]
    fn at_most_five_things_lie_on_the_table_the_newest_of_them() {
        let mut session = underway();
        session.apply(Edit::StepOpened("values".into()), 0);
        for name in ["A", "B", "C", "D", "E", "F"] {
            session.apply(Edit::OwnValueAdded(name.into()), 0);
        }
        assert_eq!(RoomFace::of(&session, None, Language::Nb, 0).tiles, ["B", "C", "D", "E", "F"]);
    }

    #[test]
    fn the_time_is_rounded_and_goes_when_it_is_hidden_or_stands_still() {
        let mut session = underway();
        let time = |session: &Session, at| RoomFace::of(session, None, Language::Nb, at).time;
        assert_eq!(time(&session, 0), Some(RoomTime::About(8)));
        assert_eq!(time(&session, 3 * MIN), Some(RoomTime::About(6)));
        assert_eq!(time(&session, 9 * MIN), Some(RoomTime::Used));
        session.apply(Edit::Group(GroupEdit::TimeHidden(true)), 0);
        assert_eq!(time(&session, 0), None);
        session.apply(Edit::Group(GroupEdit::TimeHidden(false)), 0);
        session.apply(Edit::Group(GroupEdit::Paused), MIN);
        assert_eq!(time(&session, MIN), None);
    }
}
