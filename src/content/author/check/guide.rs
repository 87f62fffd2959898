//! Rules for guides.

use super::Examination;
use crate::content::author::course::Authored;
use crate::content::author::finding::Problem;
use crate::content::{Guide, GuideWords, Part};
use crate::ethics::StepId;

/// The most words in the question of a step, which is read aloud.
const STEP_QUESTION: usize = 18;
/// The most characters in the name of a step, so that the step line has room for it.
const STEP_NAME: usize = 20;

impl Examination<'_> {
    pub(super) fn guide(&mut self, item: &Authored<Guide, GuideWords>) {
        let Authored { neutral, place, .. } = item;
        self.written(place, "reference", &neutral.reference);
        let ids: Vec<&str> = neutral.steps.iter().map(|step| step.id.as_str()).collect();
        self.unique(place, "steps", &ids);
        for step in &neutral.steps {
            let questions: Vec<&str> = step.questions.iter().map(String::as_str).collect();
            self.unique(place, &format!("steps.{}.questions", step.id), &questions);
        }
        self.parts(item);
        self.step_words(item, &ids);
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
            }
        }
    }
}
