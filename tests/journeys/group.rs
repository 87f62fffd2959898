//! A group through an hour, natively: its plan, its clock, a new plan, two private rounds, and the referat.

use std::path::Path;

use refleks::content::{Library, Part};
use refleks::ethics::Certainty;
use refleks::features::reflection::edits::{ConflictSide, Edit, FactEdit};
use refleks::features::reflection::for_leader::{briefing, meeting_plan};
use refleks::features::reflection::group::{GroupEdit, GroupStage, Profession};
use refleks::features::reflection::private::{Answer, Answers, Round, Spread, asked_in};
use refleks::features::reflection::referat::{Block, markdown, referat};
use refleks::features::reflection::room_face::RoomFace;
use refleks::features::reflection::session::{Form, NextStep, Session, Situation};
use refleks::features::reflection::start::{Beginning, own};
use refleks::features::reflection::summary::Summary;
use refleks::i18n::Language;
use refleks::progress::Arena;

use crate::support::{library, library_of, words};

const NOW: u64 = 1_795_000_000_000;
const MIN: u64 = 60_000;

fn gathered(library: &Library, guide: &str) -> Session {
    let beginning = Beginning {
        id: "0190-gruppe".into(),
        now_ms: NOW,
        form: Form::Full,
        patient_role: words(library.language()).reflection_patient().to_owned(),
    };
    let guide = library.guide(&guide.into()).expect("the guide");
    let mut session = own(beginning, Situation::Difficult, guide, library.language());
    session.gather();
    session
}

fn group(session: &mut Session, edit: GroupEdit, minutes: u64) {
    session.apply(Edit::Group(edit), NOW + minutes * MIN);
}

/// A private round in the step that is on: six have the tablet, one of them passes.
fn private_round(session: &mut Session, choices: [u8; 5], minutes: u64) -> Spread {
    let asked = asked_in(session, &session.at, session.language).expect("a round in this step");
    let round = Round::new(session, asked, 6, "k".into(), String::new());
    let mut bag = Answers::default();
    for (at, choice) in choices.into_iter().enumerate() {
        bag.add(Answer::new(choice, if at == 0 { "Jeg er redd for natta" } else { "" }));
    }
    let reveal = bag.open(&round, &[]).expect("five answers are enough");
    let spread = reveal.spread();
    session.apply(Edit::Revealed(Box::new(reveal)), NOW + minutes * MIN);
    spread
}

#[test]
fn six_people_come_through_an_hour_with_two_rounds_and_a_new_plan_to_a_referat() {
    for language in Language::ALL {
        let library = library(language);
        let mut session = gathered(&library, "sme-6");
        group(&mut session, GroupEdit::Profession(Profession::Nurse, 2), 0);
        group(&mut session, GroupEdit::Arena(Arena::WardMeeting), 0);
        group(&mut session, GroupEdit::Goal("Enige om natta".into()), 0);
        group(&mut session, GroupEdit::Stage(GroupStage::Rules), 1);
        group(&mut session, GroupEdit::Stage(GroupStage::Underway), 5);
        session.apply(Edit::Question("Bør vi vekke ham, og samtidig la ham sove?".into()), NOW + 6 * MIN);
        assert_eq!(private_round(&mut session, [4, 4, 3, 4, 4], 12), Spread::Close);
        for (step, at) in [("facts", 20), ("parties", 30), ("values", 38)] {
            session.apply(Edit::StepOpened(step.into()), NOW + at * MIN);
        }
        // They are late: what is left is shared out anew.
        group(&mut session, GroupEdit::Replanned(20), 38);
        let clock = session.group.clone().expect("a group").clock;
        assert_eq!(clock.left_for(&session.steps_to_come(), &session.at, NOW + 38 * MIN), 20);
        session.apply(Edit::StepOpened("alternatives".into()), NOW + 45 * MIN);
        for idea in ["Vente", "Spørre ham i kveld"] {
            session.apply(Edit::AlternativeAdded(idea.into()), NOW + 46 * MIN);
        }
        session.apply(Edit::StepOpened("overall".into()), NOW + 52 * MIN);
        assert_eq!(private_round(&mut session, [0, 1, 1, 2, 0], 54), Spread::Apart);
        let room = RoomFace::of(&session, None, language, NOW + 54 * MIN);
        assert_eq!(room.steps.len(), 6);
        let summary = Summary::of(&session, language);
        let text = markdown(&referat(&summary, words(language), 60));
        for part in ["6 ", "2 × ", "60 ", "Enige om natta"] {
            assert!(text.contains(part), "{language:?}: «{part}» is missing in {text}");
        }
        // What somebody wrote in private is for the talk, and not for the referat.
        assert!(!text.contains("redd for natta"), "{text}");
    }
}

/// Words that stand nowhere in the library, for every place in which somebody tells of the case.
const TOLD: [&str; 8] =
    ["askeladd", "blåklokke", "myrull", "tiriltunge", "fuglevikke", "ørnefjell", "røsslyng", "geitrams"];

fn written_about(session: &mut Session, library: &Library) {
    let [title, story, question, fact, own, idea, reason, doubt] = TOLD.map(str::to_owned);
    let value = library.values().first().expect("a value");
    let edits = [
        Edit::Title(title),
        Edit::Background(story),
        Edit::Question(format!("Bør vi {question}?")),
        Edit::FactAdded(Certainty::Known),
        Edit::OwnValueAdded(own),
        Edit::ValueToggled { id: value.neutral.id.clone(), name: value.words.name.clone() },
        Edit::ConflictAdded,
        Edit::AlternativeAdded(idea),
        Edit::Reason(reason),
        Edit::Disagreement(doubt),
        Edit::Next(NextStep::Action {
            what: "Prøver i to uker".into(),
            role: "primærkontakt".into(),
            date: "2026-12-05".into(),
        }),
    ];
    edits.into_iter().for_each(|edit| session.apply(edit, NOW));
    let fact_id = session.facts[0].id;
    session.apply(Edit::Fact(fact_id, FactEdit::Text(fact)), NOW);
    let (own, named) = (session.values[0].id, session.values[1].id);
    let conflict = session.conflicts[0].id;
    session.apply(Edit::ConflictSide(conflict, ConflictSide::A, Some(own)), NOW);
    session.apply(Edit::ConflictSide(conflict, ConflictSide::B, Some(named)), NOW);
}

#[test]
fn the_leader_reads_the_theme_and_never_the_case() {
    for language in Language::ALL {
        let library = library(language);
        let words = words(language);
        let mut session = gathered(&library, "sme-6");
        written_about(&mut session, &library);
        group(&mut session, GroupEdit::Profession(Profession::Doctor, 1), 0);
        let read = |session: &Session, themes: &[String]| {
            markdown(&briefing(session, session.group.as_ref().expect("a group"), themes, words, 60))
        };
        let text = read(&session, &[]);
        for word in TOLD.iter().chain(&["Prøver i to uker", "primærkontakt"]) {
            assert!(!text.contains(word), "{language:?}: the leader reads «{word}»: {text}");
        }
        // One doctor is somebody that everybody knows.
        assert!(!text.contains(&words.group_profession_doctor().to_lowercase()), "{text}");
        let value = library.values().first().expect("a value").words.name.clone();
        assert!(text.contains(&value) && text.contains(words.group_l_difficult()), "{text}");
        group(&mut session, GroupEdit::LeaderWithAgreement(true), 60);
        group(&mut session, GroupEdit::LeaderNeeds("Fast nattevakt".into()), 60);
        let text = read(&session, &["Tvang".into()]);
        assert!(text.contains("Prøver i to uker") && text.contains("Fast nattevakt"), "{text}");
    }
}

#[test]
fn the_plan_of_a_meeting_shares_out_all_its_minutes_and_tells_no_case() {
    for language in Language::ALL {
        let library = library(language);
        let mut session = gathered(&library, "sme-6");
        written_about(&mut session, &library);
        for plan in session.guide.plans.clone() {
            let all = plan.minutes;
            group(&mut session, GroupEdit::Plan(plan), 0);
            let blocks =
                meeting_plan(&session, session.group.as_ref().expect("a group"), language, words(language));
            let Some(Block::Items(items)) = blocks.last() else { panic!("{blocks:?}") };
            let minutes = items.iter().filter_map(|item| item.text.split(' ').next()?.parse::<u16>().ok());
            assert_eq!(minutes.sum::<u16>(), all, "{items:?}");
            let text = markdown(&blocks);
            assert!(TOLD.iter().all(|word| !text.contains(word)), "{text}");
        }
    }
}

#[test]
fn a_guide_that_is_added_as_data_alone_leads_a_group_by_its_own_plan() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/content/tiny");
    let library = library_of(&folder, Language::Nb);
    let mut session = gathered(&library, "kort");
    let short = session.guide.plans.iter().find(|plan| plan.minutes == 6).cloned().expect("its short plan");
    group(&mut session, GroupEdit::Plan(short), 0);
    group(&mut session, GroupEdit::Stage(GroupStage::Underway), 0);
    // The short plan has no time for the first step.
    assert_eq!((session.at.as_str(), session.steps_to_come()), ("velge", vec!["velge".into()]));
    session.apply(Edit::OwnValueAdded("Ro".into()), NOW + MIN);
    let summary = Summary::of(&session, Language::Nb);
    assert_eq!((summary.guide.as_str(), summary.left_out.as_slice()), ("Kort vei", &["Se".to_owned()][..]));
    assert_eq!(summary.parts_left_out, [Part::Laws]);
    // What the round asks is data as well.
    session.apply(Edit::StepOpened("se".into()), NOW + 2 * MIN);
    let asked = asked_in(&session, &session.at, Language::Nb).expect("a round");
    assert_eq!((asked.question.as_str(), asked.choices.len()), ("Hvor sterkt?", 3));
}
