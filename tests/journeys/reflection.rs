//! The shower dilemma through all six steps, to a referat and to each of the three ends.

use pollster::block_on;
use refleks::content::Part;
use refleks::ethics::{Certainty, HowWeKnow};
use refleks::features::reflection::edits::{ArgumentEdit, ConflictSide, Edit, FactEdit, PartyEdit};
use refleks::features::reflection::hints::{Hint, hints};
use refleks::features::reflection::referat::{markdown, referat};
use refleks::features::reflection::saved::{forget_changes, keep_changes, summary_changes, whole_changes};
use refleks::features::reflection::session::{Form, NextStep, Session, Side};
use refleks::features::reflection::start::{Beginning, chosen_law, from_case, value_toggled};
use refleks::features::reflection::summary::Summary;
use refleks::i18n::Language;
use refleks::progress::{Agreement, EntryState, Search, SessionEntry};
use refleks::storage::progress::{agreement_record, entry_record, session_record, summary_record};
use refleks::storage::{Commit, Loaded, MemoryStore, Records, Store};
use std::rc::Rc;

use crate::support::{library, words};

const NOW: u64 = 1_795_000_000_000;

fn begin(language: Language) -> Session {
    let library = library(language);
    let beginning = Beginning {
        id: "0190-dusj".into(),
        now_ms: NOW,
        form: Form::Full,
        patient_role: words(language).reflection_patient().to_owned(),
    };
    let case = library.case(&"dusj".into()).expect("the shower dilemma");
    let guide = library.guide(&"sme-6".into()).expect("the guide");
    from_case(beginning, case, guide, &library)
}

/// Takes the dilemma through all steps as a nurse would.
fn walk(session: &mut Session, language: Language) {
    let library = library(language);
    let mut at = NOW;
    let mut edit = |session: &mut Session, edit: Edit| {
        at += 1_000;
        session.apply(edit, at);
    };
    let steps: Vec<_> = session.steps().iter().map(|step| step.id.clone()).collect();
    edit(
        session,
        Edit::Question(
            "Bør vi vente med dusjen når hun sier nei, og samtidig hindre at huden blir verre?".into(),
        ),
    );
    edit(session, Edit::QuestionSettled);
    edit(session, Edit::StepOpened(steps[1].clone()));
    edit(session, Edit::FactAdded(Certainty::Known));
    let fact = session.facts.last().expect("a fact").id;
    edit(session, Edit::Fact(fact, FactEdit::Text("Hun blir roligere når vi varmer håndkleet.".into())));
    edit(session, Edit::StepOpened(steps[2].clone()));
    let doctor = session.parties.iter().find(|p| p.how == HowWeKnow::Unknown).expect("the doctor").id;
    edit(session, Edit::Party(doctor, PartyEdit::View("Huden må tørkes hver dag".into())));
    edit(session, Edit::Party(doctor, PartyEdit::How(HowWeKnow::Assumed)));
    edit(session, Edit::StepOpened(steps[3].clone()));
    for id in ["selvbestemmelse", "omsorg", "verdighet"] {
        edit(session, value_toggled(library.value(&id.into()).expect("a value")));
    }
    let [own, care, dignity] = [session.values[0].id, session.values[1].id, session.values[2].id];
    edit(session, Edit::ConflictAdded);
    let conflict = session.conflicts[0].id;
    edit(session, Edit::ConflictSide(conflict, ConflictSide::A, Some(own)));
    edit(session, Edit::ConflictSide(conflict, ConflictSide::B, Some(care)));
    edit(session, Edit::LawToggled(chosen_law(library.law(&"pbrl-4-3".into()).expect("a law card"))));
    edit(session, Edit::StepOpened(steps[4].clone()));
    for text in
        ["Vente til hun er klarere", "Vaske henne ved senga", "Spørre datteren hva som pleide å hjelpe"]
    {
        edit(session, Edit::AlternativeAdded(text.into()));
    }
    let bed = session.alternatives[1].id;
    edit(session, Edit::ArgumentAdded(bed, Side::For));
    let argument = session.alternatives[1].arguments[0].id;
    edit(session, Edit::Argument(argument, ArgumentEdit::Text("Hun har sagt ja til klut før".into())));
    edit(session, Edit::Argument(argument, ArgumentEdit::ValueToggled(own)));
    edit(session, Edit::Argument(argument, ArgumentEdit::ValueToggled(dignity)));
    edit(session, Edit::StepOpened(steps[5].clone()));
    edit(session, Edit::Chosen(Some(bed)));
    edit(session, Edit::Reason("Hun får bestemme, og huden blir ren nok.".into()));
    edit(session, Edit::SetAsideToggled(care));
    edit(session, Edit::SetAsideSoftened(care, "Vi spør igjen på torsdag.".into()));
    edit(
        session,
        Edit::Next(NextStep::Action {
            what: "Vaske ved senga med varmt vann".into(),
            role: "Primærkontakt".into(),
            date: "2026-12-05".into(),
        }),
    );
}

fn device() -> Records {
    let records = Records::new(Rc::new(MemoryStore::new()) as Rc<dyn Store>);
    records.set_writer(true);
    records
}

#[test]
fn the_shower_dilemma_comes_to_a_reasoned_decision_in_every_language() {
    for language in Language::ALL {
        let mut session = begin(language);
        walk(&mut session, language);
        let summary = Summary::of(&session, language);
        assert_eq!(summary.left_out, Vec::<String>::new());
        assert!(!summary.patient_voice_is_missing);
        assert_eq!(summary.open_values, Vec::<String>::new());
        let text = markdown(&referat(&summary, words(language), 60));
        for said in ["Vaske ved senga", "Primærkontakt", "Hun har sagt ja til klut før", "Lillemoen"] {
            assert!(text.contains(said), "{said} in {language:?}:\n{text}");
        }
        assert!(!text.contains('{'), "an argument was not filled in:\n{text}");
    }
}

#[test]
fn the_question_of_the_dilemma_is_kept_beside_the_reworded_one() {
    let mut session = begin(Language::Nb);
    let first = session.problem.wording.clone();
    walk(&mut session, Language::Nb);
    assert_eq!(session.problem.earlier, [first]);
}

#[test]
fn a_session_that_was_saved_opens_at_the_same_place_with_the_same_words() {
    let device = device();
    let mut session = begin(Language::Nn);
    walk(&mut session, Language::Nn);
    let changes = keep_changes(&session, NOW).unwrap();
    block_on(device.write(changes, Commit::Checked)).unwrap();
    let loaded = block_on(device.load::<Session>(&session_record(&session.id))).unwrap();
    assert_eq!(loaded, Loaded::Ready(session));
}

#[test]
fn after_glem_alt_the_store_holds_nothing_of_it() {
    let store = Rc::new(MemoryStore::new());
    let device = Records::new(store.clone() as Rc<dyn Store>);
    device.set_writer(true);
    let mut session = begin(Language::Nb);
    walk(&mut session, Language::Nb);
    block_on(device.write(keep_changes(&session, NOW).unwrap(), Commit::Checked)).unwrap();
    block_on(device.write(forget_changes(&session), Commit::Checked)).unwrap();
    let backup = String::from_utf8(block_on(device.backup("2026-11-21")).unwrap()).unwrap();
    for word in ["dusj", "klut", "Primærkontakt", "selvbestemmelse", "torsdag"] {
        assert!(
            !backup.to_lowercase().contains(&word.to_lowercase()) || word == "dusj",
            "{word} is still there"
        );
    }
    // The id of this test's session holds the word; nothing else may.
    assert!(!backup.replace("0190-dusj", "").contains("dusj"), "{backup}");
}

#[test]
fn keeping_the_summary_forgets_the_session_and_keeps_the_agreement() {
    let device = device();
    let mut session = begin(Language::Nb);
    walk(&mut session, Language::Nb);
    block_on(device.write(keep_changes(&session, NOW).unwrap(), Commit::Checked)).unwrap();
    let changes = summary_changes(&session, Language::Nb, NOW).unwrap();
    block_on(device.write(changes, Commit::Checked)).unwrap();
    assert_eq!(block_on(device.load::<Session>(&session_record(&session.id))).unwrap(), Loaded::Empty);
    let summary = block_on(device.load::<Summary>(&summary_record(&session.id))).unwrap().ready().unwrap();
    assert_eq!(summary.chosen().unwrap().text, "Vaske henne ved senga");
    let agreement =
        block_on(device.load::<Agreement>(&agreement_record(&session.id))).unwrap().ready().unwrap();
    assert_eq!((agreement.role.as_str(), agreement.date.as_str()), ("Primærkontakt", "2026-12-05"));
    let entry = block_on(device.load::<SessionEntry>(&entry_record(&session.id))).unwrap().ready().unwrap();
    assert_eq!(entry.state, EntryState::Summary);
    assert!(entry.holds(&Search::of("verdighet senga")));
}

#[test]
fn keeping_everything_keeps_it_to_the_day() {
    let device = device();
    let mut session = begin(Language::Nb);
    walk(&mut session, Language::Nb);
    let changes = whole_changes(&session, "2027-02-01", NOW).unwrap();
    block_on(device.write(changes, Commit::Checked)).unwrap();
    let entry = block_on(device.load::<SessionEntry>(&entry_record(&session.id))).unwrap().ready().unwrap();
    assert_eq!(entry.state, EntryState::Whole { until: "2027-02-01".into() });
}

#[test]
fn the_dilemma_as_it_lies_there_has_no_values_chosen_and_no_answer() {
    let session = begin(Language::Nb);
    assert!(session.values.is_empty() && session.alternatives.is_empty());
    assert_eq!(session.overall.chosen, None);
    assert_eq!(hints(&session, Part::Alternatives), [Hint::FewAlternatives { have: 0 }]);
}
