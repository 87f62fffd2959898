//! Making a session: from one's own situation, from a library dilemma, or from an opening that
//! another room wrote. The session takes a copy of every word that it is made with.

use std::collections::BTreeMap;

use super::edits::Edit;
use super::session::{
    CaseCopy, ChosenLaw, ChosenValue, Fact, Form, GuideCopy, Heard, ItemId, Overall, Party, Problem, Session,
    Situation, Status, filled,
};
use crate::content::{CaseItem, GuideItem, LawItem, Library};
use crate::ethics::{HowWeKnow, Opening, OpeningFact, OpeningId, OpeningParty, Origin, SessionId, StepId};
use crate::i18n::Language;

/// What a new session needs from outside: who it is, when it is, how it is worked on.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// Its id.
    pub id: SessionId,
    /// Now, milliseconds since 1970.
    pub now_ms: u64,
    /// One screen, or all steps.
    pub form: Form,
    /// What the patient is called where nothing is known yet («Personen selv»).
    pub patient_role: String,
}

/// A session about one's own situation.
#[must_use]
pub fn own(beginning: Beginning, situation: Situation, guide: &GuideItem, language: Language) -> Session {
    let mut session = blank(beginning, guide, language);
    session.situation = Some(situation);
    session
}

/// A session about a library dilemma.
#[must_use]
pub fn from_case(beginning: Beginning, case: &CaseItem, guide: &GuideItem, library: &Library) -> Session {
    let mut session = from_opening(beginning, &opening_of(case), None, guide, library);
    session.case = Some(CaseCopy {
        id: case.neutral.id.clone(),
        revision: case.revision.to_string(),
        setting: case.neutral.setting.clone(),
        themes: case.neutral.themes.clone(),
        words: BTreeMap::from([(library.language(), case.words.clone())]),
    });
    session
}

/// A session from an opening.
#[must_use]
pub fn from_opening(
    beginning: Beginning,
    opening: &Opening,
    id: Option<OpeningId>,
    guide: &GuideItem,
    library: &Library,
) -> Session {
    let mut session = blank(beginning, guide, library.language());
    session.origin = opening.origin.clone();
    session.opening = id;
    session.title.clone_from(&opening.title);
    session.background.clone_from(&opening.text);
    session.problem.wording.clone_from(&opening.question);
    session.problem.settled = opening.question.trim().to_owned();
    for fact in &opening.facts {
        let id = session.fresh();
        let OpeningFact { text, certainty, source } = fact.clone();
        session.facts.push(Fact { id, text, certainty, source, find_out: None });
    }
    take_parties(&mut session, &opening.parties);
    for value in opening.values.iter().filter_map(|id| library.value(id)) {
        let id = session.fresh();
        let library = Some(value.neutral.id.clone());
        session.values.push(ChosenValue { id, library, name: value.words.name.clone() });
    }
    session
}

/// The opening that a library dilemma is.
#[must_use]
pub fn opening_of(case: &CaseItem) -> Opening {
    let words = &case.words;
    Opening {
        title: words.title.clone(),
        text: words.background.join("\n\n"),
        question: words.question.clone(),
        facts: case
            .neutral
            .facts
            .iter()
            .filter_map(|fact| {
                let text = words.facts.get(&fact.id)?.clone();
                Some(OpeningFact { text, certainty: fact.certainty, source: fact.source })
            })
            .collect(),
        parties: case
            .neutral
            .parties
            .iter()
            .filter_map(|party| {
                let words = words.parties.get(&party.id)?;
                Some(OpeningParty {
                    role: words.role.clone(),
                    patient: party.patient,
                    view: words.view.clone(),
                    interest: words.interest.clone(),
                    how_we_know: party.how_we_know,
                })
            })
            .collect(),
        // Which values pull is for whoever reflects to see.
        values: Vec::new(),
        origin: Origin::Case { id: case.neutral.id.clone() },
    }
}

/// A law card as a session keeps it.
#[must_use]
pub fn chosen_law(law: &LawItem) -> ChosenLaw {
    ChosenLaw {
        id: law.neutral.id.clone(),
        act: law.words.act.clone(),
        section: law.neutral.section.clone(),
        title: law.words.title.clone(),
        last_checked: law.neutral.metadata.last_checked.clone(),
    }
}

/// Choosing a library value.
#[must_use]
pub fn value_toggled(value: &crate::content::ValueItem) -> Edit {
    Edit::ValueToggled { id: value.neutral.id.clone(), name: value.words.name.clone() }
}

fn take_parties(session: &mut Session, parties: &[OpeningParty]) {
    for party in parties {
        let heard = if party.how_we_know == HowWeKnow::Said { Heard::Asked } else { Heard::NotHeard };
        let taken = |id: ItemId| Party {
            view: party.view.clone(),
            interest: party.interest.clone(),
            how: party.how_we_know,
            heard,
            ..Party::new(id, party.role.clone(), party.patient)
        };
        // There is one patient's row, and it is always the first.
        match session.parties.iter_mut().find(|present| present.patient && party.patient) {
            Some(present) if !filled(&present.view) => *present = taken(present.id),
            _ => {
                let id = session.fresh();
                session.parties.push(Party { patient: false, ..taken(id) });
            }
        }
    }
}

fn blank(beginning: Beginning, guide: &GuideItem, language: Language) -> Session {
    let Beginning { id, now_ms, form, patient_role } = beginning;
    let copy = guide_copy(guide, language);
    let at = copy.steps.first().map_or_else(|| StepId::from(""), |step| step.id.clone());
    Session {
        id,
        ticket: None,
        topic: None,
        started_ms: now_ms,
        changed_ms: now_ms,
        language,
        origin: Origin::Own,
        opening: None,
        situation: None,
        form,
        group: None,
        reveals: Vec::new(),
        guide: copy,
        case: None,
        title: String::new(),
        background: String::new(),
        at,
        marks: BTreeMap::new(),
        problem: Problem::default(),
        facts: Vec::new(),
        parties: vec![Party::new(ItemId(0), patient_role, true)],
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

/// A guide as a session keeps it.
#[must_use]
pub fn guide_copy(guide: &GuideItem, language: Language) -> GuideCopy {
    GuideCopy {
        id: guide.neutral.id.clone(),
        revision: guide.revision.to_string(),
        reference: guide.neutral.reference.clone(),
        steps: guide.neutral.steps.clone(),
        plans: guide.neutral.plans.clone(),
        words: BTreeMap::from([(language, guide.words.clone())]),
    }
}
