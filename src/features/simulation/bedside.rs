//! A run as the screen knows it: the scenario, what was done, and where the course has come. Pure.

use crate::clinical::{Course, Deed, Effect as Given, Outcome, Parameter, Refused, Scenario};
use crate::content::ScenarioItem;
use crate::progress::{Run, Scoring, WouldCall};

use super::call::{self, Calling};
use super::pace::{Pace, RunningClock};

/// What one looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The person, and what one can do.
    Bedside,
    /// A call.
    Calling(Calling),
    /// The talk afterwards.
    Debrief,
}

/// What a group says aloud before it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    /// What they see, before anybody measures.
    See,
    /// What points they agree on.
    Score,
    /// What they know from A to E, before somebody calls.
    SumUp,
    /// What was agreed in the call.
    Agree,
}

/// A run on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The scenario with its words.
    pub item: ScenarioItem,
    /// What is kept of the run.
    pub run: Run,
    /// Where it has come.
    pub course: Course,
    /// What one looks at.
    pub stage: Stage,
    /// Why the last thing could not be done.
    pub refused: Option<Refused>,
    /// The clock, where it goes by itself.
    pub clock: RunningClock,
    /// Whether the monitor shows saturation and pulse all the time, once they were measured.
    pub sensors: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// Something is done.
    Do(Deed),
    /// A point is given for a parameter.
    Point(Parameter, u8),
    /// The score is compared with the table.
    Compare,
    /// Something happens in a call.
    Call(call::Msg),
    /// One goes to the talk afterwards.
    ToDebrief,
    /// The clock is set going, or stopped.
    Pace(Pace),
    /// So many milliseconds have gone on the wall.
    Tick(u32),
    /// The monitor shows saturation and pulse all the time, or only when they are measured.
    Sensors(bool),
    /// One who watches would call now.
    WouldCall,
    /// What made them, or no more.
    Because(String),
}

/// What should happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// The run is written.
    Save,
}

impl Model {
    /// A run, played again to where it was left.
    #[must_use]
    pub fn new(item: ScenarioItem, run: Run) -> Self {
        let course = Course::play(&item.neutral.play, run.seed, run.role, &run.deeds);
        let stage = if run.ended { Stage::Debrief } else { Stage::Bedside };
        Self { item, run, course, stage, refused: None, clock: RunningClock::default(), sensors: false }
    }

    /// The scenario without its words.
    #[must_use]
    pub fn play(&self) -> &Scenario {
        &self.item.neutral.play
    }

    /// The same run with the words of another language.
    #[must_use]
    pub fn in_words_of(&self, item: ScenarioItem) -> Self {
        Self { item, ..self.clone() }
    }

    /// How much was done, and how much has shown: other than before when more has happened than that time passed.
    #[must_use]
    pub fn happened(&self) -> (usize, (usize, usize, bool)) {
        let course = &self.course;
        (course.log().len(), (course.signs().len(), course.open_events().len(), self.is_over()))
    }

    /// Whether the course has ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.course.ending(self.play()).is_some()
    }

    /// The score that is being given: the last one, until something new is measured or the oxygen changes.
    #[must_use]
    pub fn scoring(&self) -> Option<&Scoring> {
        self.run.scorings.last().filter(|scoring| !self.has_new_measures(scoring))
    }

    fn has_new_measures(&self, scoring: &Scoring) -> bool {
        let later = self.run.deeds.get(scoring.after..).unwrap_or_default();
        let sets_oxygen = |id: &str| {
            let action = self.play().action(id);
            action
                .is_some_and(|action| action.effects.iter().any(|effect| matches!(effect, Given::Oxygen(_))))
        };
        later.iter().any(|deed| match deed {
            Deed::Measure(_) => true,
            Deed::Act(id) => sets_oxygen(id),
            Deed::Look(_)
            | Deed::Call { .. }
            | Deed::Answer { .. }
            | Deed::Wait(_)
            | Deed::Event(_)
            | Deed::Push { .. } => false,
        })
    }

    /// The point that is given for a parameter.
    #[must_use]
    pub fn point(&self, parameter: Parameter) -> Option<u8> {
        let place = Parameter::ALL.iter().position(|one| *one == parameter)?;
        self.scoring()?.points.get(place).copied().flatten()
    }

    /// Whether what the table says may be seen.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.scoring().is_some_and(|scoring| scoring.compared)
    }

    /// The sum of what is given, and how many parameters have none.
    #[must_use]
    pub fn sum(&self) -> (u8, usize) {
        let given = Parameter::ALL.map(|parameter| self.point(parameter));
        (given.iter().flatten().sum(), given.iter().filter(|point| point.is_none()).count())
    }

    /// What a group would say aloud now; nothing once it is over.
    #[must_use]
    pub fn together(&self) -> Option<Together> {
        if self.is_over() {
            return None;
        }
        let has = |is_it: fn(&Deed) -> bool| self.run.deeds.iter().any(is_it);
        Some(if has(|deed| matches!(deed, Deed::Call { .. })) {
            Together::Agree
        } else if self.is_compared() {
            Together::SumUp
        } else if has(|deed| matches!(deed, Deed::Measure(_))) {
            Together::Score
        } else {
            Together::See
        })
    }

    /// What came of the last thing that was done.
    #[must_use]
    pub fn last(&self) -> Option<&Outcome> {
        self.course.log().last().map(|entry| &entry.outcome)
    }

    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg) -> Effect {
        if !matches!(msg, Msg::Tick(_)) {
            self.refused = None;
        }
        match msg {
            Msg::Do(deed) => self.perform(deed),
            Msg::Point(parameter, point) => self.give(parameter, point),
            Msg::Compare => self.compare(),
            Msg::Call(msg) => call::update(self, msg),
            Msg::ToDebrief => {
                self.run.ended = true;
                self.stage = Stage::Debrief;
                Effect::Save
            }
            Msg::Pace(pace) => {
                self.clock.set(pace);
                Effect::Save
            }
            Msg::Tick(milliseconds) => self.tick(milliseconds),
            Msg::Sensors(on) => {
                self.sensors = on;
                Effect::None
            }
            Msg::WouldCall => self.would_call(),
            Msg::Because(id) => self.because(id),
        }
    }

    /// The clock goes only at the bedside: nobody loses time over a call that is being thought out.
    fn tick(&mut self, milliseconds: u32) -> Effect {
        if self.stage != Stage::Bedside || self.is_over() {
            self.clock.set(Pace::Still);
            return Effect::None;
        }
        let gone = self.clock.tick(milliseconds);
        if gone == 0 {
            return Effect::None;
        }
        let saved = self.perform(Deed::Wait(gone));
        // What is lost of a clock that runs could be waited for again.
        if self.clock.is_to_be_kept() { saved } else { Effect::None }
    }

    fn would_call(&mut self) -> Effect {
        if self.run.would_call.is_some() {
            return Effect::None;
        }
        self.clock.set(Pace::Still);
        self.run.would_call = Some(WouldCall { at: self.course.now(), because: Vec::new() });
        Effect::Save
    }

    fn because(&mut self, id: String) -> Effect {
        let Some(call) = &mut self.run.would_call else { return Effect::None };
        let before = call.because.len();
        call.because.retain(|said| *said != id);
        if call.because.len() == before {
            call.because.push(id);
        }
        Effect::Save
    }

    pub(super) fn perform(&mut self, deed: Deed) -> Effect {
        if let Err(refused) = self.course.perform(&self.item.neutral.play, &deed) {
            self.refused = Some(refused);
            return Effect::None;
        }
        // Minutes that pass one after another are one wait: a run stays small.
        match (self.run.deeds.last_mut(), &deed) {
            (Some(Deed::Wait(before)), Deed::Wait(more)) => *before = before.saturating_add(*more),
            _ => self.run.deeds.push(deed),
        }
        Effect::Save
    }

    fn give(&mut self, parameter: Parameter, point: u8) -> Effect {
        let Some(place) = Parameter::ALL.iter().position(|one| *one == parameter) else {
            return Effect::None;
        };
        if self.is_compared() {
            return Effect::None;
        }
        if self.scoring().is_none() {
            let points = vec![None; Parameter::ALL.len()];
            self.run.scorings.push(Scoring { after: self.run.deeds.len(), points, compared: false });
        }
        if let Some(given) = self.run.scorings.last_mut().and_then(|scoring| scoring.points.get_mut(place)) {
            *given = Some(point);
        }
        Effect::Save
    }

    fn compare(&mut self) -> Effect {
        if self.sum().1 > 0 {
            return Effect::None;
        }
        if let Some(scoring) = self.run.scorings.last_mut() {
            scoring.compared = true;
        }
        Effect::Save
    }
}

#[cfg(test)]
#[cfg(feature = "author")]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::clinical::{Measure, Role};
    use crate::content::author::read_scenario;
    use crate::content::{Item, Revision};
    use crate::i18n::Language;
    use crate::progress::Mode;

    fn begun(role: Role) -> Model {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/scenarios/urosepsis");
        let (neutral, mut words) = read_scenario(&folder).unwrap();
        let words = words.remove(&Language::Nb).unwrap();
        let run = Run {
            scenario: neutral.id.clone(),
            title: words.title.clone(),
            seed: 0,
            role,
            mode: Mode::Alone,
            would_call: None,
            deeds: Vec::new(),
            scorings: Vec::new(),
            day: "2026-11-23".to_owned(),
            ended: false,
        };
        Model::new(Item { neutral, words, revision: Revision::default() }, run)
    }

    fn act(id: &str) -> Msg {
        Msg::Do(Deed::Act(id.to_owned()))
    }

    #[test]
    fn a_run_that_is_read_again_has_come_as_far_as_before() {
        let mut model = begun(Role::Nurse);
        for msg in [
            Msg::Do(Deed::Measure(Measure::Rf)),
            Msg::Do(Deed::Look("skin".into())),
            act("stay"),
            Msg::Do(Deed::Wait(300)),
            Msg::Do(Deed::Wait(600)),
        ] {
            assert_eq!(model.update(msg), Effect::Save);
        }
        assert_eq!(model.run.deeds.len(), 4, "minutes one after another are one wait");
        let again = Model::new(model.item.clone(), model.run.clone());
        assert_eq!(again.course.now(), model.course.now());
        assert!(again.course.body().fingerprint().eq(model.course.body().fingerprint()));
    }

    #[test]
    fn what_is_refused_takes_no_time_and_is_not_kept() {
        let mut model = begun(Role::Nurse);
        assert_eq!(model.update(act("fluid")), Effect::None);
        assert_eq!(model.refused, Some(Refused::NoOrder));
        assert!(model.run.deeds.is_empty() && model.course.now() == 0);
        assert_eq!(model.update(act("stay")), Effect::Save);
        assert_eq!(model.refused, None);
    }

    #[test]
    fn the_table_is_looked_at_only_when_all_seven_are_given_and_changes_nothing_after() {
        let mut model = begun(Role::Nurse);
        for (place, parameter) in Parameter::ALL.into_iter().enumerate() {
            assert_eq!(model.update(Msg::Compare), Effect::None);
            assert_eq!(model.sum(), (u8::try_from(place).unwrap(), 7 - place));
            assert_eq!(model.update(Msg::Point(parameter, 1)), Effect::Save);
        }
        assert_eq!(model.update(Msg::Compare), Effect::Save);
        assert!(model.is_compared());
        assert_eq!(model.update(Msg::Point(Parameter::Rf, 3)), Effect::None);
        assert_eq!(model.point(Parameter::Rf), Some(1));
    }

    #[test]
    fn something_new_that_is_measured_or_oxygen_asks_for_a_new_score() {
        for next in [Msg::Do(Deed::Measure(Measure::Temp)), act("oxygen")] {
            let mut model = begun(Role::Nurse);
            assert_eq!(model.update(Msg::Point(Parameter::Rf, 2)), Effect::Save);
            assert_eq!(model.update(act("stay")), Effect::Save);
            assert_eq!(model.point(Parameter::Rf), Some(2));
            assert_eq!(model.update(next), Effect::Save);
            assert_eq!((model.point(Parameter::Rf), model.sum()), (None, (0, 7)));
        }
    }
}
