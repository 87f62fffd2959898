//! Rules for guides.

use std::collections::BTreeSet;

use super::course::{Authored, Course, Place};
use super::finding::{Finding, Problem};
use super::{Examination, Guard};
use crate::content::{Guide, GuideWords, Part, PrivateForm, PrivateWords, RuleWords};
use crate::ethics::StepId;
use crate::i18n::{Day, Language};

/// The most words in the question of a step, which is read aloud.
const STEP_QUESTION: usize = 18;
/// The most words in what the etikkveileder may say.
const PROMPT: usize = 25;
/// The fewest choices of a scale that can show a spread.
const SCALE: usize = 3;
/// The most characters in the name of a step, so that the step line has room for it.
const STEP_NAME: usize = 20;

/// A guide with the steps alone that are its own, for the rules that look at words.
pub(super) fn own_part(
    guide: &Authored<Guide, GuideWords>,
    borrowed: &BTreeSet<StepId>,
) -> Authored<Guide, GuideWords> {
    let mut own = guide.clone();
    own.neutral.steps.retain(|step| !borrowed.contains(&step.id));
    let of_others = guide.neutral.steps.iter().filter(|step| borrowed.contains(&step.id));
    let of_others: BTreeSet<&String> =
        of_others.flat_map(|step| &step.prompts).map(|prompt| &prompt.on).collect();
    let of_own: BTreeSet<&String> =
        own.neutral.steps.iter().flat_map(|step| &step.prompts).map(|p| &p.on).collect();
    for words in own.words.values_mut() {
        words.steps.retain(|id, _| !borrowed.contains(id));
        words.triggers.retain(|on, _| of_own.contains(on) || !of_others.contains(on));
    }
    own
}

/// Checks what an etikkveileder may say in a situation, where it stands alone and not in a guide. The findings name
/// no file.
#[must_use]
pub fn examine_prompt(
    course: &Course,
    language: Language,
    text: &str,
    today: Day,
    guard: Option<Guard<'_>>,
) -> Vec<Finding> {
    let mut examination = Examination::new(course, today, guard);
    let place = Place::default();
    examination.writing(&place, language, &RuleWords { text: text.to_owned() });
    examination.length(&place, language, "text", text, PROMPT);
    examination.findings
}

impl Examination<'_> {
    /// `own` is the guide without the steps that it has taken from another one.
    pub(super) fn guide(&mut self, item: &Authored<Guide, GuideWords>, own: &Authored<Guide, GuideWords>) {
        let Authored { neutral, place, .. } = item;
        self.written(place, "reference", &neutral.reference);
        let ids: Vec<&str> = neutral.steps.iter().map(|step| step.id.as_str()).collect();
        self.unique(place, "steps", &ids);
        for step in &own.neutral.steps {
            let questions: Vec<&str> = step.questions.iter().map(String::as_str).collect();
            self.unique(place, &format!("steps.{}.questions", step.id), &questions);
            let prompts: Vec<&str> = step.prompts.iter().map(|prompt| prompt.on.as_str()).collect();
            self.unique(place, &format!("steps.{}.prompts", step.id), &prompts);
        }
        self.parts(item);
        self.plans(item, &ids);
        self.trigger_words(own);
        let own_ids: Vec<&str> = own.neutral.steps.iter().map(|step| step.id.as_str()).collect();
        self.step_words(own, &own_ids);
        self.private_alike(own);
    }

    /// As many choices in every language.
    fn private_alike(&mut self, item: &Authored<Guide, GuideWords>) {
        for step in &item.neutral.steps {
            let counts = item.words.iter().filter_map(|(language, words)| {
                Some((*language, words.steps.get(&step.id)?.private.as_ref()?.choices.len()))
            });
            // Too few is told already.
            let counts = counts.filter(|(_, found)| step.private.is_some_and(|form| *found >= least(form)));
            let counts: Vec<(Language, usize)> = counts.collect();
            let Some((first, expected)) = counts.first().copied() else { continue };
            for (language, found) in counts.into_iter().filter(|(_, found)| *found != expected) {
                let problem = Problem::OtherStructure {
                    here: format!("{found} choices"),
                    there: format!("{expected}"),
                    other: first,
                };
                self.words(&item.place, language, &format!("steps.{}.private.choices", step.id), problem);
            }
        }
    }

    fn parts(&mut self, item: &Authored<Guide, GuideWords>) {
        for part in Part::ALL {
            let parts = item.neutral.steps.iter().flat_map(|step| &step.parts);
            match parts.filter(|found| **found == part).count() {
                0 => self.neutral(&item.place, "steps", Problem::PartMissing(part)),
                1 => {}
                _ => self.neutral(&item.place, "steps", Problem::PartTwice(part)),
            }
        }
    }

    fn plans(&mut self, item: &Authored<Guide, GuideWords>, ids: &[&str]) {
        let plans = &item.neutral.plans;
        let lengths: Vec<String> = plans.iter().map(|plan| plan.minutes.to_string()).collect();
        self.unique(&item.place, "plans", &lengths.iter().map(String::as_str).collect::<Vec<_>>());
        if !plans.is_empty() && !plans.iter().any(|plan| plan.usual) {
            self.neutral(&item.place, "plans", Problem::NoUsualPlan);
        }
        for plan in plans {
            let field = format!("plans.{}", plan.minutes);
            for step in plan.steps.keys().filter(|step| !ids.contains(&step.as_str())) {
                self.neutral(&item.place, &field, Problem::UnknownStep(step.to_string()));
            }
            let found =
                plan.steps.values().map(|minutes| u32::from(*minutes)).sum::<u32>() + u32::from(plan.frame);
            if found != u32::from(plan.minutes) {
                self.neutral(&item.place, &field, Problem::PlanSum { found, minutes: plan.minutes });
            }
        }
    }

    fn trigger_words(&mut self, item: &Authored<Guide, GuideWords>) {
        let steps = item.neutral.steps.iter();
        let used: BTreeSet<&str> =
            steps.flat_map(|step| &step.prompts).map(|prompt| prompt.on.as_str()).collect();
        let used: Vec<&str> = used.into_iter().collect();
        for (language, words) in &item.words {
            self.same_ids(
                &item.place,
                *language,
                "triggers",
                &used,
                words.triggers.keys().map(String::as_str),
            );
        }
    }

    fn step_words(&mut self, item: &Authored<Guide, GuideWords>, ids: &[&str]) {
        let place = &item.place;
        for (language, words) in &item.words {
            self.same_ids(place, *language, "steps", ids, words.steps.keys().map(StepId::as_str));
            for (id, step) in &words.steps {
                let field = |name: &str| format!("steps.{id}.{name}");
                let characters = step.name.chars().count();
                if characters > STEP_NAME {
                    let problem = Problem::LongName { characters, limit: STEP_NAME };
                    self.words(place, *language, &field("name"), problem);
                }
                self.question(place, *language, &field("question"), &step.question);
                self.length(place, *language, &field("question"), &step.question, STEP_QUESTION);
                let Some(neutral) = item.neutral.steps.iter().find(|neutral| neutral.id == *id) else {
                    continue;
                };
                let questions: Vec<&str> = neutral.questions.iter().map(String::as_str).collect();
                let worded = step.questions.keys().map(String::as_str);
                self.same_ids(place, *language, &field("questions"), &questions, worded);
                self.private_words(place, *language, id, neutral.private, step.private.as_ref());
                let prompts: Vec<&str> = neutral.prompts.iter().map(|prompt| prompt.on.as_str()).collect();
                let worded = step.prompts.keys().map(String::as_str);
                self.same_ids(place, *language, &field("prompts"), &prompts, worded);
                for (on, text) in &step.prompts {
                    self.length(place, *language, &field(&format!("prompts.{on}")), text, PROMPT);
                }
            }
        }
    }

    /// What is asked in a private round: words exactly where there is one, alike in all languages.
    fn private_words(
        &mut self,
        place: &Place,
        language: Language,
        step: &StepId,
        form: Option<PrivateForm>,
        words: Option<&PrivateWords>,
    ) {
        let field = format!("steps.{step}.private");
        match (form, words) {
            (None, None) => {}
            (None, Some(_)) => {
                let problem =
                    Problem::WordsForNothing { id: field.clone(), neutral: place.neutral_file.clone() };
                self.words(place, language, &field, problem);
            }
            (Some(_), None) => self.words(place, language, &field, Problem::NoPrivateWords),
            (Some(form), Some(words)) => {
                self.question(place, language, &format!("{field}.question"), &words.question);
                self.length(place, language, &format!("{field}.question"), &words.question, STEP_QUESTION);
                let needed = least(form);
                let found = words.choices.len();
                if found < needed {
                    self.words(
                        place,
                        language,
                        &format!("{field}.choices"),
                        Problem::FewChoices { found, needed },
                    );
                }
            }
        }
    }
}

/// The fewest choices that the words have to bring.
const fn least(form: PrivateForm) -> usize {
    match form {
        PrivateForm::Scale => SCALE,
        PrivateForm::Alternatives => 1,
    }
}
