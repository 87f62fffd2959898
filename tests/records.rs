//! The frozen shapes: every type that lies on people's devices, as each of its versions wrote it.
//!
//! The files in `fixtures/records/` are never written anew. Whoever changes the shape of a stored type
//! gives it a new version and a step, and adds a file of the new shape (`Saved`, src/storage/saved.rs).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fmt::Debug;
use std::path::Path;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pollster::block_on;
use refleks::clinical::{Deed, Role};
use refleks::content::{CardKind, CardLevel, Part, PrivateForm, Review};
use refleks::ethics::{Certainty, FactSource, HowWeKnow, Opening, Origin};
use refleks::features::reflection::group::{GroupKind, GroupStage, Profession};
use refleks::features::reflection::private::ticket::Mark;
use refleks::features::reflection::private::{About, Round};
use refleks::features::reflection::session::{
    Form, Heard, NextStep, QuestionSort, ReportAnswer, ReportKind, Session, Side, Situation, Status, StepMark,
};
use refleks::features::reflection::summary::{Summary, View};
use refleks::i18n::Language;
use refleks::json;
use refleks::packs::KeptPack;
use refleks::profiles::{Envelope, KeyPlace, Picture, Profile, RecoveryKey};
use refleks::progress::memory::{MemoryLog, Recall};
use refleks::progress::{
    Agreement, Answer, Arena, CardMarks, Colleague, Contact, DrillMark, DrillMarks, EntryState, Helped, Idea,
    LessonMarks, LessonTalk, Mode, Outcome, OwnStandard, PathMarks, Practice, Practised, Receipt, Run,
    SessionEntry, TalkNotes, WhoIsWho, WouldCall,
};
use refleks::storage::{
    Appearance, Aside, Change, Commit, Kind, Loaded, LockAfter, MemoryStore, Owner, Preferences, Record,
    Records, Saved, Store, Stored, TextSize,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a device reads that got this payload from that version of the app.
fn read<T: Saved>(version: u16, payload: &str) -> Loaded<T> {
    let store = Rc::new(MemoryStore::new());
    let payload = payload.as_bytes().to_vec();
    store.plant(Record::new("a".into(), T::KIND, Owner::Device, version, 1, 5, payload));
    block_on(Records::new(Rc::clone(&store) as Rc<dyn Store>).load(&"a".into())).unwrap()
}

/// What a device writes.
fn written<T: Saved>(value: &T) -> Value {
    let store = Rc::new(MemoryStore::new());
    let records = Records::new(Rc::clone(&store) as Rc<dyn Store>);
    records.set_writer(true);
    let change = Change::keep("a".into(), value, 5).unwrap();
    block_on(records.write(vec![change], Commit::Checked)).unwrap();
    match &store.snapshot()[&"a".into()] {
        Stored::Record(record) => serde_json::from_slice(record.payload().unwrap()).unwrap(),
        Stored::Unreadable(unreadable) => panic!("{unreadable:?}"),
    }
}

/// Holds a type against the file of each of its versions; gives what the newest one holds.
fn frozen<T: Saved + Debug>() -> T {
    let name = |version: u16| format!("{}-{version}.json", T::KIND.as_str());
    for version in 1..T::VERSION {
        let read = read::<T>(version, &file(&name(version)));
        assert!(matches!(read, Loaded::Ready(_)), "{}: {read:?}", name(version));
    }
    let today = file(&name(T::VERSION));
    let Loaded::Ready(value) = read::<T>(T::VERSION, &today) else {
        panic!("{}: {:?}", name(T::VERSION), read::<T>(T::VERSION, &today));
    };
    let before: Value = serde_json::from_str(&today).unwrap();
    assert_eq!(written(&value), before, "{} is written in another shape", name(T::VERSION));
    value
}

#[test]
fn a_session_of_every_version_opens_with_everything_in_it() {
    let session = frozen::<Session>();
    assert_eq!(session.origin, Origin::Case { id: "dusj".into() });
    assert_eq!(session.case.as_ref().unwrap().words[&Language::Nb].parties["beboer"].role, "Beboeren");
    assert_eq!(session.guide.words.len(), 3);
    assert_eq!(session.facts[6].find_out.as_ref().unwrap().role, "primærkontakt");
    assert_eq!(session.alternatives[0].arguments[1].side, Side::Against);
    assert_eq!(session.overall.report[&ReportKind::Threat], ReportAnswer::Yes);
    assert_eq!((session.reveals[0].counts.as_slice(), session.reveals[0].held), (&[1, 4][..], 1));
    assert_eq!(session.ticket.as_ref().unwrap().marks[&Mark::Stories], [2, 3, 1]);
    let group = session.group.as_ref().unwrap();
    assert_eq!(
        (group.participants, group.professions[&Profession::Nurse], group.arena),
        (6, 2, Some(Arena::WardMeeting))
    );
    assert_eq!(
        (group.clock.given_ms(&"problem".into()), group.plan.leaves_out.as_slice()),
        (Some(660_000), &[Part::Laws][..])
    );
    assert_eq!((group.for_leader.with_agreement, group.for_leader.needs.is_empty()), (true, false));
    assert_eq!(session.status, Status::Kept { finished_ms: 1_795_383_600_000, until: "2027-01-20".into() });
}

#[test]
fn a_private_round_of_every_version_opens() {
    let round = frozen::<Round>();
    assert_eq!(round.about, About::Meeting);
    assert_eq!((round.had, round.turns, round.sealed.as_str()), (2, 6, "AAEC"));
}

#[test]
fn a_summary_of_every_version_opens_with_everything_in_it() {
    let summary = frozen::<Summary>();
    let views: Vec<_> = summary.parties.into_iter().map(|party| party.view).collect();
    let said = |text: &str| text.to_owned();
    assert_eq!(
        views,
        [
            View::Said(said("Vil ha ro")),
            View::Observed(said("Vil ha henne ren")),
            View::Assumed(said("Er nok enig")),
            View::Unknown
        ]
    );
    assert_eq!(summary.conflicts, [(said("Verdighet"), said("Selvbestemmelse"))]);
    assert_eq!(summary.next, NextStep::Nothing { because: said("Vi venter på legen.") });
    assert_eq!(summary.group.unwrap().participants, 6);
}

#[test]
fn an_entry_for_lists_of_every_version_opens() {
    let entry = frozen::<SessionEntry>();
    assert_eq!((entry.language, entry.state), (Language::Nn, EntryState::Open { at: 4, of: 6 }));
    assert_eq!((entry.traits.setting.as_deref(), entry.traits.parties.len()), (Some("sykehjem"), 2));
}

#[test]
fn an_idea_and_a_practice_of_every_version_open() {
    let idea = frozen::<Idea>();
    assert_eq!((idea.language, idea.offered, idea.taken_up), (Language::Nn, true, true));
    let practice = frozen::<Practice>();
    assert_eq!((practice.review.as_str(), practice.agreed), ("2027-05-20", true));
    assert!(practice.session.is_some() && practice.traits.themes == ["privatliv"]);
}

#[test]
fn what_is_remembered_of_cards_opens_in_every_version() {
    let marks = frozen::<CardMarks>();
    let mark = marks.of(&"sh-jakka".into());
    assert!(mark.favourite && !mark.note.is_empty());
    assert_eq!((mark.used.as_str(), mark.rests_until.as_str()), ("2026-11-22", "2026-12-22"));
    assert_eq!((marks.choice.kind.as_deref(), marks.choice.people), (Some("case"), 6));
}

#[test]
fn what_was_missed_in_drills_opens_in_every_version() {
    let marks = frozen::<DrillMarks>();
    assert_eq!(marks.of("isbar.foot-wound.dog"), Some(DrillMark::Known));
    assert!(marks.is_open("news2.rf.21") && marks.is_open("news2.spo2-2-oxygen.93"));
}

#[test]
fn what_was_done_of_a_lesson_opens_in_every_version_with_every_kind_of_answer() {
    let marks = frozen::<LessonMarks>();
    assert_eq!((marks.at.as_str(), marks.done.as_str(), marks.answers.len()), ("the-duvet", "2026-11-23", 7));
    assert_eq!(marks.answers["points-for-rf"].first, Answer::Number(3));
    assert_eq!(marks.answers["the-duvet"].last, Answer::Path(vec!["let-go".into()]));
}

#[test]
fn a_sitting_of_the_memory_of_every_version_opens() {
    let log = frozen::<MemoryLog>();
    let answers: Vec<_> = log.answers.iter().map(|answer| (answer.item.as_str(), answer.recall)).collect();
    assert_eq!(answers[0], ("question.verdighet.the-duvet", Recall::Missed));
    assert_eq!(answers.len(), Recall::ALL.len());
    assert_eq!(log.answers.last().unwrap().variant.as_deref(), Some("card.sh-jakka"));
    assert_eq!(log.pauses.first().unwrap().until, "2027-01-04");
}

#[test]
fn what_was_marked_in_a_path_opens_in_every_version() {
    let marks = frozen::<PathMarks>();
    assert_eq!((marks.started.as_str(), marks.is_begun()), ("2026-11-23", true));
    let kit = &marks.parts["emergency-kit"];
    assert_eq!(kit.signed_off().map(|day| day.to_string()).as_deref(), Some("2027-11-24"));
    assert_eq!(kit.colleague, Some(Colleague::Fadder));
}

#[test]
fn a_receipt_of_every_version_opens_with_what_was_answered() {
    let receipt = frozen::<Receipt>();
    assert!(receipt.is_of(&"eksempel".into(), "eksempel-1") && receipt.signed().is_some());
    assert_eq!((receipt.name.as_str(), receipt.answers.len()), ("Kari Nyansatt", 1));
}

#[test]
fn what_a_workplace_says_about_itself_opens_in_every_version() {
    let standard = frozen::<OwnStandard>();
    assert_eq!((standard.language, standard.is_used()), (Language::Nn, true));
    assert_eq!(frozen::<WhoIsWho>().of(Contact::SafetyRepresentative), "Mina");
}

#[test]
fn what_is_brought_to_the_talk_with_the_leader_opens_in_every_version() {
    assert_eq!(frozen::<TalkNotes>().wishes, "Mer om demens");
}

#[test]
fn that_a_group_talked_about_a_lesson_opens_in_every_version() {
    let talk = frozen::<LessonTalk>();
    assert_eq!((talk.lesson.as_str(), talk.arena, talk.people), ("verdighet", Arena::StaffMeeting, 7));
    assert_eq!(talk.on().map(|day| day.to_string()).as_deref(), Some("2026-11-23"));
}

#[test]
fn a_run_of_every_version_opens_with_every_kind_of_deed() {
    let run = frozen::<Run>();
    assert_eq!((run.seed, run.role, run.deeds.len()), (2, Role::HealthWorker, 8));
    assert_eq!(run.deeds[4], Deed::Wait(900));
    let call = WouldCall { at: 600, because: vec!["grey".into(), "worry".into()] };
    assert_eq!((run.mode, run.would_call), (Mode::Instructor, Some(call)));
    assert_eq!(run.scorings[0].points[1], None);
}

#[test]
fn a_pack_of_own_content_of_every_version_opens_with_everything_in_it() {
    let kept = frozen::<KeptPack>();
    let pack = &kept.pack;
    assert_eq!((kept.made_here, kept.finished.len(), kept.handed_out.is_some()), (true, 2, true));
    assert_eq!((pack.language, pack.edition, pack.cards.len()), (Language::Nb, 3, 2));
    assert_eq!(pack.cards[1].words.panel["a"].who, "Datteren");
    assert_eq!(pack.cards[1].neutral.law, Some("pbrl-4-1".into()));
    assert_eq!(pack.cases[0].words.parties["b"].role, "Naboen");
    assert_eq!((pack.prompts[0].on.as_str(), pack.prompts[0].step.as_str()), ("silence", "facts"));
}

#[test]
fn an_agreement_of_every_version_opens() {
    let agreement = frozen::<Agreement>();
    assert_eq!((agreement.role.as_str(), agreement.outcome), ("fagkoordinator", Some(Outcome::Partly)));
    assert_eq!(agreement.run(), Some("0199f0c2-7a10-7c31-9b52-0d6f1f1d1c02".into()));
    let Loaded::Ready(before) = read::<Agreement>(2, &file("agreement-2.json")) else {
        panic!("version 2 opens")
    };
    assert_eq!((before.run(), before.role.as_str()), (None, "primærkontakt"));
    assert_eq!((agreement.by_group, agreement.helped), (true, Some(Helped::TooSoon)));
}

#[test]
fn an_opening_of_every_version_opens() {
    let opening = frozen::<Opening>();
    assert_eq!(opening.origin, Origin::Scenario { id: "nattevakt".into() });
    assert_eq!((opening.facts[1].certainty, opening.facts[1].source), (Certainty::Believed, None));
}

#[test]
fn the_choices_of_a_device_of_every_version_open() {
    let expected = Preferences {
        language: Language::Nn,
        appearance: Appearance::Dark,
        text_size: TextSize::Larger,
        lock_after: LockAfter::Fifteen,
    };
    assert_eq!(frozen::<Preferences>(), expected);
    let Loaded::Ready(before) = read::<Preferences>(1, &file("preferences-1.json")) else {
        panic!("version 1 opens")
    };
    assert_eq!(before, Preferences { lock_after: LockAfter::Five, ..expected });
}

#[test]
fn a_profile_of_every_version_opens_with_its_pin_and_with_its_recovery_key() {
    let profile = frozen::<Profile>();
    assert_eq!(profile.code.pictures(), [Picture::Fox, Picture::Boat, Picture::Lantern]);
    let (id, lock) = ("4f1c5a2d00d1e9b7".into(), profile.lock().unwrap());
    let asked = lock.question().unwrap();
    let key = stretch::key_of(b"2580", &asked.salt, asked.cost.memory_kib, asked.cost.passes).unwrap();
    let opened = lock.open(&id, &key.into()).unwrap();
    let recovery = RecoveryKey::read("RBMH EWZY KCFP XKGV MJRW DLWB MLGP TKKW").unwrap();
    assert_eq!(lock.open_with(&id, &recovery), Some(opened.clone()));
    let about = Envelope {
        id: "p.4f1c5a2d00d1e9b7.drill-marks",
        kind: "drill_marks",
        owner: "profile:4f1c5a2d00d1e9b7",
        version: 1,
    };
    let sealed = STANDARD.decode(file("sealed-1.txt").trim()).unwrap();
    assert_eq!(
        opened.open(&about, &sealed).as_deref(),
        Some(&br#"{"questions":{"news2.rf.21":"missed"}}"#[..])
    );
}

#[test]
fn what_was_put_aside_by_every_version_opens() {
    let aside = frozen::<Aside>();
    assert_eq!((aside.version, aside.raw()), (Some(9), br#"{"title":"#.to_vec()));
}

#[test]
fn every_kind_of_record_has_a_frozen_shape() {
    for kind in Kind::ALL {
        let value: Value = serde_json::from_str(&file(&format!("{}-1.json", kind.as_str()))).unwrap();
        assert!(value.is_object(), "{kind:?}");
    }
}

/// Values of an enum, one for each pattern: a variant that is not among them does not compile.
macro_rules! each {
    ($($variant:pat => $value:expr),* $(,)?) => {{
        let values = vec![$($value),*];
        for value in &values {
            match value { $($variant => {})* }
        }
        values
    }};
}

macro_rules! each_word {
    ($of:ident: $($variant:ident)*) => { each![$($of::$variant => $of::$variant),*] };
}

/// Holds every variant against the way in which it lies on the device.
fn hold<T: Serialize + DeserializeOwned + PartialEq + Debug>(name: &str, values: &[T]) {
    let file: Value = serde_json::from_str(&file("variants-1.json")).unwrap();
    let frozen = file[name].as_array().unwrap();
    assert_eq!(frozen.len(), values.len(), "{name}: each variant needs its frozen shape");
    for (shape, value) in frozen.iter().zip(values) {
        assert_eq!(json::from_value::<T>(shape).as_ref(), Ok(value), "{name}");
        let written: Value = serde_json::from_slice(&json::write(value).unwrap()).unwrap();
        assert_eq!(&written, shape, "{name}");
    }
}

#[test]
fn every_word_that_can_be_stored_is_spelled_as_it_was() {
    hold("Language", &each_word![Language: Nb Nn En]);
    hold("Situation", &each_word![Situation: Difficult Unusual Joyful]);
    hold("Form", &each_word![Form: Short Full]);
    hold("Part", &each_word![Part: Problem Facts Parties Values Laws Alternatives Overall]);
    hold("StepMark", &each_word![StepMark: Visited Skipped]);
    hold("QuestionSort", &each_word![QuestionSort: Values Professional Legal Resources Several]);
    hold("Certainty", &each_word![Certainty: Known Believed Unknown]);
    hold("FactSource", &each_word![FactSource: Observed Said Record Professional Experience ServiceUser]);
    hold("HowWeKnow", &each_word![HowWeKnow: Said Observed Assumed Unknown]);
    hold("Heard", &each_word![Heard: Here Asked NotHeard]);
    hold("Side", &each_word![Side: For Against]);
    hold("ReportKind", &each_word![ReportKind: Deviation Threat Wrongdoing]);
    hold("ReportAnswer", &each_word![ReportAnswer: No Yes Unsure]);
    hold("PrivateForm", &each_word![PrivateForm: Scale Alternatives]);
    hold("GroupStage", &each_word![GroupStage: Gathering Rules Underway]);
    hold("GroupKind", &each_word![GroupKind: Open Fixed]);
    hold("Arena", &each_word![Arena: ReflectionGroup Handover StaffMeeting WardMeeting StudyDay Other]);
    let professions = each_word![Profession:
        HealthcareWorker Nurse Assistant SocialEducator Doctor Therapist Manager Student Other];
    hold("Profession", &professions);
    hold("CardKind", &each_word![CardKind: Claim Term Case]);
    hold("CardLevel", &each_word![CardLevel: Start Demanding]);
    hold("Review", &each_word![Review: Clinical Ethics Legal Language]);
    hold("Outcome", &each_word![Outcome: Done Partly NotYet]);
    hold("Appearance", &each_word![Appearance: Auto Light Dark]);
    hold("Practised", &each_word![Practised: Shown Done TalkedAbout]);
    let colleagues = each_word![Colleague:
        Fadder Nurse HealthWorker SocialEducator Assistant Facilitator Leader Other];
    hold("Colleague", &colleagues);
    let contacts = each_word![Contact: Leader Facilitator SafetyRepresentative UnionRepresentative];
    hold("Contact", &contacts);
    hold("Recall", &each_word![Recall: Missed Hard Good Easy]);
    hold("TextSize", &each_word![TextSize: Normal Large Larger Largest]);
    hold("LockAfter", &each_word![LockAfter: Two Five Fifteen Thirty]);
    let pictures = each_word![Picture: Fox Boat Lantern Apple Bird Tree Moon Cup Fish Star Flower Umbrella];
    hold("Picture", &pictures);
}

#[test]
fn every_choice_with_content_that_can_be_stored_has_the_shape_that_it_had() {
    let origins = each![
        Origin::Own => Origin::Own,
        Origin::Case { .. } => Origin::Case { id: "dusj".into() },
        Origin::Card { .. } => Origin::Card { id: "kort-3".into() },
        Origin::Lesson { .. } => Origin::Lesson { id: "etikk-1".into() },
        Origin::Scenario { .. } => Origin::Scenario { id: "nattevakt".into() },
        Origin::Idea => Origin::Idea,
    ];
    hold("Origin", &origins);
    let action =
        NextStep::Action { what: "Ringe".into(), role: "sykepleier".into(), date: "2026-12-05".into() };
    let steps = each![
        NextStep::Undecided => NextStep::Undecided,
        NextStep::Action { .. } => action,
        NextStep::Nothing { .. } => NextStep::Nothing { because: "Det haster ikke".into() },
    ];
    hold("NextStep", &steps);
    let kept = Status::Kept { finished_ms: 1_795_383_600_000, until: "2027-01-20".into() };
    hold("Status", &each![Status::Open => Status::Open, Status::Kept { .. } => kept]);
    let views = each![
        View::Said(_) => View::Said("Vil ha ro".into()),
        View::Observed(_) => View::Observed("Vil ha ro".into()),
        View::Assumed(_) => View::Assumed("Vil ha ro".into()),
        View::Unknown => View::Unknown,
    ];
    hold("View", &views);
    let Loaded::Ready(locked) = read::<Profile>(1, &file("profile-1.json")) else { panic!("it opens") };
    let places = each![
        KeyPlace::Beside(_) => KeyPlace::Beside("AAEC".into()),
        KeyPlace::Locked(_) => locked.key.clone(),
    ];
    hold("KeyPlace", &places);
    let states = each![
        EntryState::Open { .. } => EntryState::Open { at: 4, of: 6 },
        EntryState::Whole { .. } => EntryState::Whole { until: "2027-01-20".into() },
        EntryState::Summary => EntryState::Summary,
    ];
    hold("EntryState", &states);
}
