//! Guides as authors write them: a step may be like a step of an earlier guide, so that versions of one model
//! share their words. Here they become whole.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::content::rules::{Authored, Course, Finding, Place, Problem};
use crate::content::{Guide, GuideStep, GuideWords, Metadata, Part, Plan, PrivateForm, Prompt};
use crate::ethics::{GuideId, StepId};
use crate::i18n::Language;

/// The language-neutral part as it is written (`content/guides/<id>/guide.toml`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideDraft {
    pub(super) id: GuideId,
    reference: String,
    steps: Vec<StepDraft>,
    #[serde(default)]
    plans: Vec<Plan>,
    metadata: Metadata,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepDraft {
    id: StepId,
    /// An earlier guide with a step of this id: everything is taken from there, the words too.
    like: Option<GuideId>,
    #[serde(default)]
    parts: Vec<Part>,
    #[serde(default)]
    questions: Vec<String>,
    private: Option<PrivateForm>,
    #[serde(default)]
    prompts: Vec<Prompt>,
}

type Whole = Authored<Guide, GuideWords>;

/// Makes the guides of a course whole, in the order of the catalogue. A guide that borrows what is not there is
/// left out.
pub(super) fn make_whole(course: &mut Course, drafts: Vec<Authored<GuideDraft, GuideWords>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Authored { neutral, words, place } in drafts {
        let GuideDraft { id, reference, steps, plans, metadata } = neutral;
        let mut maker = Maker {
            earlier: &course.guides,
            place,
            words,
            metadata,
            borrowed: BTreeSet::new(),
            findings: Vec::new(),
        };
        let made: Option<Vec<_>> = steps.into_iter().map(|step| maker.step(step)).collect();
        let Maker { place, words, metadata, borrowed, findings: wrong, .. } = maker;
        findings.extend(wrong);
        if let Some(steps) = made {
            course.borrowed.insert(id.clone(), borrowed);
            course.guides.push(Authored {
                neutral: Guide { id, reference, steps, plans, metadata },
                words,
                place,
            });
        }
    }
    findings
}

struct Maker<'a> {
    earlier: &'a [Whole],
    place: Place,
    words: BTreeMap<Language, GuideWords>,
    metadata: Metadata,
    borrowed: BTreeSet<StepId>,
    findings: Vec<Finding>,
}

impl Maker<'_> {
    fn step(&mut self, draft: StepDraft) -> Option<GuideStep> {
        match draft.like.clone() {
            Some(guide) => self.borrowed(&draft, &guide),
            None => {
                let prompts =
                    draft.prompts.into_iter().map(|prompt| self.sourced(&draft.id, prompt)).collect();
                let StepDraft { id, parts, questions, private, .. } =
                    StepDraft { prompts: Vec::new(), ..draft };
                Some(GuideStep { id, parts, questions, private, prompts })
            }
        }
    }

    /// A step of an earlier guide, with its words and the situations that its prompts speak of.
    fn borrowed(&mut self, draft: &StepDraft, guide: &GuideId) -> Option<GuideStep> {
        let field = format!("steps.{}", draft.id);
        let earlier: &[Whole] = self.earlier;
        let lender = earlier.iter().find(|item| item.neutral.id == *guide);
        let step = lender.and_then(|item| item.neutral.steps.iter().find(|step| step.id == draft.id));
        let (Some(lender), Some(step)) = (lender, step) else {
            self.find(&field, Problem::LikeNothing { guide: guide.to_string(), step: draft.id.to_string() });
            return None;
        };
        let has_own = !draft.parts.is_empty()
            || !draft.questions.is_empty()
            || !draft.prompts.is_empty()
            || draft.private.is_some();
        if has_own || self.words.values().any(|words| words.steps.contains_key(&draft.id)) {
            self.find(&field, Problem::LikeAndOwn(draft.id.to_string()));
        }
        for (language, words) in &mut self.words {
            let Some(lent) = lender.words.get(language) else { continue };
            words
                .steps
                .extend(lent.steps.get_key_value(&draft.id).map(|(id, step)| (id.clone(), step.clone())));
            for prompt in &step.prompts {
                let trigger = lent.triggers.get_key_value(&prompt.on);
                words.triggers.extend(trigger.map(|(on, text)| (on.clone(), text.clone())));
            }
        }
        self.borrowed.insert(draft.id.clone());
        Some(step.clone())
    }

    /// The prompt with its source as a reader knows it.
    fn sourced(&mut self, step: &StepId, prompt: Prompt) -> Prompt {
        let known =
            self.metadata.sources.iter().find(|source| source.id == prompt.source && !source.id.is_empty());
        match known.map(|source| source.title.clone()) {
            Some(source) => Prompt { on: prompt.on, source },
            None => {
                let field = format!("steps.{step}.prompts.{}", prompt.on);
                self.find(&field, Problem::UnknownSource(prompt.source.clone()));
                prompt
            }
        }
    }

    fn find(&mut self, field: &str, problem: Problem) {
        self.findings.push(Finding {
            file: self.place.neutral_file.clone(),
            field: field.to_owned(),
            problem,
        });
    }
}
