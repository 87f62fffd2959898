//! What a session may be asked. Every answer is derived from what is written; nothing here changes it.

use super::{
    Alternative, Argument, ChosenValue, ItemId, NextStep, Overall, Party, Session, Side, StepMark, StepState,
    Topic, ValueFate, filled, preferred,
};
use crate::content::{GuideStep, GuideWords, Part, StepWords};
use crate::ethics::{HowWeKnow, StepId};
use crate::features::reflection::group::{Group, GroupStage};
use crate::i18n::Language;

impl Session {
    /// Where it happens and what it is about, as far as that is known.
    #[must_use]
    pub fn topic_now(&self) -> Topic {
        let of_case = || {
            let case = self.case.as_ref()?;
            Some(Topic { setting: Some(case.setting.clone()), themes: case.themes.clone() })
        };
        self.topic.clone().or_else(of_case).unwrap_or_default()
    }

    /// The steps in their order.
    #[must_use]
    pub fn steps(&self) -> &[GuideStep] {
        &self.guide.steps
    }

    /// The place of a step, counted from zero.
    #[must_use]
    pub fn place_of(&self, step: &StepId) -> Option<usize> {
        self.steps().iter().position(|s| s.id == *step)
    }

    /// A step of the guide.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&GuideStep> {
        self.steps().iter().find(|step| step.id == *id)
    }

    /// Where a step stands.
    #[must_use]
    pub fn state_of(&self, step: &StepId) -> StepState {
        if *step == self.at {
            return StepState::Now;
        }
        match self.marks.get(step) {
            Some(StepMark::Skipped) => StepState::Skipped,
            Some(StepMark::Visited) => StepState::Done,
            None => StepState::Ahead,
        }
    }

    /// The step that the forward button opens: the next one that is not skipped.
    #[must_use]
    pub fn step_after(&self) -> Option<&StepId> {
        let here = self.place_of(&self.at)?;
        self.steps().iter().skip(here + 1).map(|s| &s.id).find(|id| self.state_of(id) != StepState::Skipped)
    }

    /// The step that the back button opens.
    #[must_use]
    pub fn step_before(&self) -> Option<&StepId> {
        let here = self.place_of(&self.at)?;
        self.steps().iter().take(here).map(|s| &s.id).rfind(|id| self.state_of(id) != StepState::Skipped)
    }

    /// Steps in which nothing is written, skipped or not, in their order.
    pub fn left_out(&self) -> impl Iterator<Item = &GuideStep> {
        self.steps().iter().filter(|step| !step.parts.iter().any(|part| self.has_content(*part)))
    }

    /// The words of a step, in the wanted language or the one that the session was made in.
    #[must_use]
    pub fn step_words(&self, step: &StepId, language: Language) -> Option<(Language, &StepWords)> {
        self.guide_words(language).and_then(|(used, words)| Some((used, words.steps.get(step)?)))
    }

    /// The name of a step, in the wanted language or the one that the session was made in.
    #[must_use]
    pub fn step_name(&self, step: &StepId, language: Language) -> String {
        self.step_words(step, language).map(|(_, words)| words.name.clone()).unwrap_or_default()
    }

    /// The group, once it is at its steps.
    #[must_use]
    pub fn group_underway(&self) -> Option<&Group> {
        self.group.as_ref().filter(|group| group.stage == GroupStage::Underway)
    }

    /// The guide's words, in the wanted language or the one that the session was made in.
    #[must_use]
    pub fn guide_words(&self, language: Language) -> Option<(Language, &GuideWords)> {
        preferred(&self.guide.words, language, self.language)
    }

    /// Whether anything has been written in a part.
    #[must_use]
    pub fn has_content(&self, part: Part) -> bool {
        match part {
            Part::Problem => filled(&self.problem.wording),
            Part::Facts => self.facts.iter().any(|fact| filled(&fact.text)),
            Part::Parties => self.parties.iter().any(|p| filled(&p.view) || filled(&p.interest)),
            Part::Values => !self.values.is_empty(),
            Part::Laws => !self.laws.is_empty(),
            Part::Alternatives => self.alternatives.iter().any(|a| filled(&a.text)),
            Part::Overall => self.overall.has_content(),
        }
    }

    /// The patient's row. There always is one.
    #[must_use]
    pub fn patient(&self) -> Option<&Party> {
        self.parties.iter().find(|party| party.patient)
    }

    /// Whether the patient's own voice is missing: nothing that the patient has *said* is written.
    #[must_use]
    pub fn patient_voice_is_missing(&self) -> bool {
        !self.patient().is_some_and(|p| p.how == HowWeKnow::Said && filled(&p.view))
    }

    /// A value by its id in this session.
    #[must_use]
    pub fn value(&self, id: ItemId) -> Option<&ChosenValue> {
        self.values.iter().find(|value| value.id == id)
    }

    /// A party by its id in this session.
    #[must_use]
    pub fn party(&self, id: ItemId) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// The chosen course of action.
    #[must_use]
    pub fn chosen(&self) -> Option<&Alternative> {
        let id = self.overall.chosen?;
        self.alternatives.iter().find(|alternative| alternative.id == id)
    }

    /// What becomes of a value in the chosen course of action.
    #[must_use]
    pub fn fate_of(&self, value: ItemId) -> ValueFate {
        if self.overall.set_aside.iter().any(|aside| aside.value == value) {
            return ValueFate::SetAside;
        }
        let speaks_for = |argument: &Argument| argument.side == Side::For && argument.values.contains(&value);
        if self.chosen().is_some_and(|chosen| chosen.arguments.iter().any(speaks_for)) {
            ValueFate::Honoured
        } else {
            ValueFate::Open
        }
    }

    /// A choice needs a reason before the session is finished. No choice needs none.
    #[must_use]
    pub fn lacks_a_reason(&self) -> bool {
        self.overall.chosen.is_some() && !filled(&self.overall.reason)
    }

    /// Whether nothing at all has been written beyond what the opening gave.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.changed_ms == self.started_ms
    }
}

impl Overall {
    /// Whether anything has been written or chosen.
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.chosen.is_some()
            || filled(&self.reason)
            || filled(&self.disagreement)
            || self.next != NextStep::Undecided
            || !self.set_aside.is_empty()
    }
}
