//! Small sessions for tests.

use std::collections::BTreeMap;

use super::session::{Form, GuideCopy, ItemId, Overall, Party, Problem, Session, Status};
use crate::content::{GuideStep, GuideWords, Part, Plan, StepWords};
use crate::ethics::{Origin, StepId};
use crate::i18n::Language;

/// A guide of six steps with words in Bokmål.
#[must_use]
pub fn guide_copy() -> GuideCopy {
    let parts: [(&str, &[Part]); 6] = [
        ("problem", &[Part::Problem]),
        ("facts", &[Part::Facts]),
        ("parties", &[Part::Parties]),
        ("values", &[Part::Values, Part::Laws]),
        ("alternatives", &[Part::Alternatives]),
        ("overall", &[Part::Overall]),
    ];
    let steps: Vec<GuideStep> = parts
        .iter()
        .map(|(id, parts)| GuideStep {
            id: (*id).into(),
            parts: parts.to_vec(),
            questions: Vec::new(),
            private: None,
            prompts: Vec::new(),
        })
        .collect();
    let words = GuideWords {
        name: "SME".into(),
        steps: steps
            .iter()
            .map(|step| {
                (step.id.clone(), StepWords { name: format!("Steg {}", step.id), ..StepWords::default() })
            })
            .collect(),
        ..GuideWords::default()
    };
    GuideCopy {
        id: "sme-6".into(),
        revision: "r1".into(),
        reference: "Lillemoen m.fl. (2020)".into(),
        steps,
        plans: Vec::new(),
        words: BTreeMap::from([(Language::Nb, words)]),
    }
}

/// An empty session of a group, with an hour for the six steps.
#[must_use]
pub fn group_session() -> Session {
    let mut session = session();
    let steps = session.guide.steps.iter().map(|step| step.id.clone());
    let plan = Plan {
        minutes: 60,
        frame: 5,
        steps: steps.zip([8, 10, 9, 11, 10, 7]).collect(),
        leaves_out: Vec::new(),
        usual: true,
    };
    session.guide.plans = vec![plan];
    session.gather();
    session
}

/// An empty session about one's own situation.
#[must_use]
pub fn session() -> Session {
    Session {
        id: "s1".into(),
        ticket: None,
        topic: None,
        started_ms: 1_000,
        changed_ms: 1_000,
        language: Language::Nb,
        origin: Origin::Own,
        opening: None,
        situation: None,
        form: Form::Full,
        group: None,
        reveals: Vec::new(),
        guide: guide_copy(),
        case: None,
        title: String::new(),
        background: String::new(),
        at: StepId::from("problem"),
        marks: BTreeMap::new(),
        problem: Problem::default(),
        facts: Vec::new(),
        parties: vec![Party::new(ItemId(0), "Beboeren".into(), true)],
        values: Vec::new(),
        value_draft: String::new(),
        conflicts: Vec::new(),
        laws: Vec::new(),
        alternatives: Vec::new(),
        overall: Overall::default(),
        status: Status::Open,
        next_item: 1,
    }
}
