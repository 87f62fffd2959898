//! A call from who is called to what is agreed, alone and as two, in every scenario.

use std::path::Path;

use refleks::clinical::{Course, Deed, Fact, Measure, Outcome, Player, Role, Scenario};
use refleks::content::author::read_scenario;
use refleks::content::{Item, Revision, ScenarioItem};
use refleks::features::simulation::bedside::{self, Effect, Model, Stage};
use refleks::features::simulation::call::{Calling, LETTERS, Msg, Phase, hearable, rubric, sayable};
use refleks::features::simulation::code::{self, NoCode, Part};
use refleks::features::simulation::read_back::{Agreed, Answer};
use refleks::i18n::Language;
use refleks::progress::{Mode, Run};

fn items() -> Vec<ScenarioItem> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/scenarios");
    let mut folders: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let item = |folder: &std::path::PathBuf| {
        let (neutral, mut words) = read_scenario(folder).unwrap();
        Item { neutral, words: words.remove(&Language::Nb).unwrap(), revision: Revision::default() }
    };
    folders.iter().map(item).collect()
}

fn run_of(item: &ScenarioItem, deeds: Vec<Deed>) -> Run {
    Run {
        scenario: item.neutral.id.clone(),
        title: item.words.title.clone(),
        seed: 0,
        role: *item.neutral.play.roles.last().unwrap(),
        mode: Mode::Alone,
        would_call: None,
        deeds,
        scorings: Vec::new(),
        day: "2026-11-23".to_owned(),
        ended: false,
    }
}

/// At the bedside of Borghild after an hour, with everything measured.
fn urosepsis() -> Model {
    let item = items().into_iter().find(|item| item.neutral.id.as_str() == "urosepsis").unwrap();
    let all = [Measure::Rf, Measure::Spo2, Measure::Sbp, Measure::Pulse, Measure::Acvpu, Measure::Temp];
    let deeds = [Deed::Wait(3600)].into_iter().chain(all.map(Deed::Measure)).collect();
    let run = run_of(&item, deeds);
    Model::new(item, run)
}

fn does(model: &mut Model, msg: Msg) {
    assert_eq!(model.update(bedside::Msg::Call(msg)), Effect::None);
}

fn ends(model: &mut Model) -> Effect {
    model.update(bedside::Msg::Call(Msg::End))
}

fn say(model: &mut Model, ids: &[&str]) {
    for id in ids {
        does(model, Msg::Say((*id).to_owned()));
    }
}

fn calling(model: &Model) -> &Calling {
    match &model.stage {
        Stage::Calling(calling) => calling,
        Stage::Bedside | Stage::Debrief => panic!("nobody is called"),
    }
}

fn answer(model: &Model) -> Answer {
    calling(model).closing.as_ref().unwrap().answer.clone()
}

fn call(model: &mut Model, receiver: &str, two: bool) {
    does(model, Msg::Pick { receiver: receiver.to_owned(), two });
}

/// Reads back all that was agreed, and ends the call.
fn close(model: &mut Model) -> Effect {
    does(model, Msg::On);
    for agreed in answer(model).agreed {
        does(model, Msg::Repeat(agreed));
    }
    does(model, Msg::ReadBack);
    ends(model)
}

fn told(model: &Model) -> Vec<String> {
    let Some(Deed::Call { told, .. }) = model.run.deeds.last() else { panic!("the last deed is no call") };
    told.clone()
}

fn replied(course: &Course) -> Option<String> {
    let Outcome::Replied { reply, .. } = &course.log().last().unwrap().outcome else {
        panic!("nobody replied")
    };
    reply.clone()
}

const WHOLE: [&str; 6] = ["who", "urgent", "numbers", "sepsis", "ambulance", "next-check"];

#[test]
fn there_is_no_answer_without_a_clear_wish_and_a_next_check() {
    let mut model = urosepsis();
    call(&mut model, "amk", false);
    for said in ["who", "numbers", "sepsis", "what-you-think", "next-check"] {
        say(&mut model, &[said]);
        does(&mut model, Msg::On);
        assert_eq!(calling(&model).phase, Phase::Talking, "{said}");
    }
    say(&mut model, &["ambulance", "next-check"]);
    does(&mut model, Msg::On);
    assert_eq!(calling(&model).phase, Phase::Talking, "the next check was taken back");
    say(&mut model, &["next-check"]);
    does(&mut model, Msg::On);
    assert_eq!(calling(&model).phase, Phase::Answer);
    assert_eq!(answer(&model).reply.as_deref(), Some("sends-and-orders"));
    assert_eq!(answer(&model).help(), Some(18));
    assert_eq!(answer(&model).orders().collect::<Vec<_>>(), ["fluid"]);
}

#[test]
fn a_wrong_read_back_is_corrected_and_only_the_right_one_ends_the_call_once() {
    let mut model = urosepsis();
    let before = model.run.deeds.len();
    call(&mut model, "amk", false);
    say(&mut model, &WHOLE);
    does(&mut model, Msg::On);
    assert_eq!(ends(&mut model), Effect::None, "nothing was read back");
    does(&mut model, Msg::On);
    let wrong =
        answer(&model).offered.into_iter().find(|one| matches!(one, Agreed::Help(other) if *other != 18));
    does(&mut model, Msg::Repeat(wrong.clone().unwrap()));
    does(&mut model, Msg::Repeat(Agreed::NextCheck));
    does(&mut model, Msg::ReadBack);
    assert_eq!(ends(&mut model), Effect::None);
    let corrected = calling(&model).closing.as_ref().unwrap().correction.clone().unwrap();
    assert_eq!(corrected.not_agreed, [wrong.clone().unwrap()]);
    assert_eq!(corrected.missing, [Agreed::Act("fluid".into()), Agreed::Help(18)]);
    does(&mut model, Msg::HearAgain);
    assert_eq!(calling(&model).phase, Phase::Answer);
    does(&mut model, Msg::On);
    does(&mut model, Msg::Repeat(wrong.unwrap()));
    does(&mut model, Msg::Repeat(Agreed::Help(18)));
    does(&mut model, Msg::Repeat(Agreed::Act("fluid".into())));
    assert_eq!(ends(&mut model), Effect::None, "it is right, and was not said yet");
    does(&mut model, Msg::ReadBack);
    assert!(calling(&model).closing.as_ref().unwrap().correction.is_none());
    assert_eq!(model.run.deeds.len(), before, "nothing is done until the call ends");
    assert_eq!(ends(&mut model), Effect::Save);
    assert_eq!(model.stage, Stage::Bedside);
    assert_eq!(ends(&mut model), Effect::None);
    assert_eq!(model.run.deeds.len(), before + 1);
    let kept: Vec<&str> = WHOLE.into_iter().chain(["read-back"]).collect();
    assert_eq!(told(&model), kept);
    assert_eq!(replied(&model.course).as_deref(), Some("sends-and-orders"));
    let again = Model::new(model.item.clone(), model.run.clone());
    assert_eq!(again.course, model.course);
    let rows = rubric(model.play(), &model.course, &told(&model));
    assert!(
        rows[4].said.contains(&"read-back".to_owned()) && !rows[4].missing.contains(&"read-back".to_owned())
    );
}

#[test]
fn one_may_hang_up_until_the_answer_and_a_run_opened_again_has_lost_nothing_but_the_call() {
    let mut model = urosepsis();
    call(&mut model, "amk", false);
    say(&mut model, &["who"]);
    does(&mut model, Msg::HangUp);
    assert_eq!(model.stage, Stage::Bedside);
    call(&mut model, "amk", false);
    assert!(calling(&model).told.is_empty(), "every call begins anew");
    say(&mut model, &WHOLE);
    does(&mut model, Msg::On);
    does(&mut model, Msg::HangUp);
    assert_eq!(calling(&model).phase, Phase::Answer, "what was answered cannot be unheard");
    let again = Model::new(model.item.clone(), model.run.clone());
    assert_eq!((again.stage, again.course), (Stage::Bedside, model.course.clone()));
}

#[test]
fn where_time_has_gone_since_the_answer_another_answer_is_heard_first() {
    let item = urosepsis().item;
    let run = run_of(&item, vec![Deed::Measure(Measure::Rf)]);
    let mut model = Model::new(item, run);
    call(&mut model, "amk", false);
    say(&mut model, &["ambulance", "next-check"]);
    does(&mut model, Msg::On);
    assert_eq!(answer(&model).reply.as_deref(), Some("not-yet"));
    model.course.perform(&model.item.neutral.play, &Deed::Wait(4200)).unwrap();
    assert_eq!(close(&mut model), Effect::None);
    assert_eq!((calling(&model).phase, answer(&model).reply.as_deref()), (Phase::Answer, Some("sends")));
    assert_eq!(close(&mut model), Effect::Save);
    assert_eq!(replied(&model.course).as_deref(), Some("sends"));
}

/// Two: from the pick until whoever answered marks.
fn talk(model: &mut Model) {
    call(model, "amk", true);
    for phase in [Phase::ToReceiver, Phase::Sheet, Phase::Between] {
        assert_eq!(calling(model).phase, phase);
        say(model, &["who"]);
        does(model, Msg::On);
    }
    assert!(calling(model).told.is_empty(), "nothing is marked while they talk");
}

#[test]
fn of_two_only_what_was_heard_helps() {
    let mut model = urosepsis();
    talk(&mut model);
    let is_unknown = |fact: &&Fact| !model.course.holds(model.play(), &fact.when);
    let unknown = model.play().facts.iter().find(is_unknown).unwrap().id.clone();
    let unknown = unknown.as_str();
    say(&mut model, &["who", "urgent", "ambulance", "next-check", unknown]);
    does(&mut model, Msg::On);
    does(&mut model, Msg::On);
    assert_eq!(calling(&model).phase, Phase::Said);
    assert!(!calling(&model).is_marked("who"), "what was heard is hidden");
    say(&mut model, &WHOLE);
    does(&mut model, Msg::On);
    let compared = calling(&model).compared();
    assert_eq!(compared.heard, ["who", "urgent", "ambulance", "next-check"]);
    assert_eq!(compared.not_heard, ["numbers", "sepsis"]);
    assert_eq!(compared.not_said, [unknown]);
    does(&mut model, Msg::On);
    assert_eq!(answer(&model).reply.as_deref(), Some("sends"), "the numbers and the word did not arrive");
    assert_eq!(close(&mut model), Effect::Save);
    assert_eq!(told(&model), ["who", "urgent", "ambulance", "next-check", "read-back"]);
}

#[test]
fn two_talk_on_until_a_wish_and_a_next_check_are_heard() {
    let mut model = urosepsis();
    talk(&mut model);
    say(&mut model, &["numbers"]);
    does(&mut model, Msg::On);
    does(&mut model, Msg::On);
    say(&mut model, &WHOLE);
    does(&mut model, Msg::On);
    does(&mut model, Msg::On);
    assert_eq!(calling(&model).phase, Phase::Compared, "the wish was said and not heard");
    does(&mut model, Msg::Talk);
    assert_eq!(calling(&model).phase, Phase::Between);
    does(&mut model, Msg::SheetAgain);
    does(&mut model, Msg::On);
    does(&mut model, Msg::On);
    say(&mut model, &["ambulance", "next-check"]);
    for _ in 0..3 {
        does(&mut model, Msg::On);
    }
    does(&mut model, Msg::On);
    assert_eq!(calling(&model).phase, Phase::Answer);
    assert_eq!(close(&mut model), Effect::Save);
}

/// Whoever says all that can be said in a call, with a wish.
fn all(play: &Scenario, course: &Course) -> Vec<String> {
    LETTERS.into_iter().flat_map(|letter| sayable(play, course, letter)).collect()
}

#[test]
fn what_is_answered_at_first_is_what_the_course_answers_and_can_be_read_back() {
    for item in items() {
        let play = &item.neutral.play;
        for seed in 0..3 {
            let mut course = Course::begin(play, seed, *play.roles.last().unwrap());
            for deed in [Deed::Measure(Measure::Rf), Deed::Wait(900)] {
                let _over = course.perform(play, &deed);
            }
            for receiver in &play.receivers {
                let told = all(play, &course);
                let answer = Answer::hear(play, &course, &receiver.id, &told, seed).unwrap();
                let mut after = course.clone();
                after.perform(play, &Deed::Call { receiver: receiver.id.clone(), told }).unwrap();
                assert_eq!(answer.reply, replied(&after), "{}", item.neutral.id);
                assert!(answer.agreed.contains(&Agreed::NextCheck));
                let other = answer.offered.iter().filter(|one| !answer.agreed.contains(one)).count();
                assert!((2..=4).contains(&other), "{} {}: {answer:?}", item.neutral.id, receiver.id);
                assert!(answer.agreed.iter().all(|one| answer.offered.contains(one)));
                assert_eq!(answer.correct(&answer.agreed), None);
                assert!(answer.correct(&[]).is_some());
                assert!(answer.correct(&answer.offered).is_some());
                for one in &answer.offered {
                    if let Agreed::Act(id) = one {
                        assert!(item.words.actions.contains_key(id), "{}: {id}", item.neutral.id);
                    }
                }
            }
        }
    }
}

#[test]
fn what_one_may_have_heard_is_all_that_can_be_said_and_little_more_in_an_order_of_its_own() {
    let mut differs = false;
    for item in items() {
        let play = &item.neutral.play;
        let course = Player::Careful.play(play, 0, *play.roles.last().unwrap(), |_| {});
        for course in [&Course::begin(play, 0, Role::Nurse), &course] {
            for letter in LETTERS {
                let said = sayable(play, course, letter);
                let heard = hearable(play, course, letter, 0);
                assert!(said.iter().all(|id| heard.contains(id)));
                assert!(heard.len() <= said.len() + 1);
                assert_eq!(heard, hearable(play, course, letter, 0));
                differs |= heard.iter().filter(|id| said.contains(id)).ne(said.iter());
            }
        }
    }
    assert!(differs);
}

#[test]
fn a_code_opens_the_sheet_of_its_scenario_and_nothing_else() {
    let all = items();
    for item in &all {
        let places = u8::try_from(item.neutral.play.receivers.len()).unwrap();
        let receivers = (0..places).map(Part::Receiver);
        let callers = item.neutral.play.roles.iter().copied().map(Part::Caller);
        for part in receivers.chain(callers).chain([Part::Others, Part::Observer]) {
            let written = code::write(item.neutral.id.as_str(), 2, part);
            let (found, code) = code::find(&all, &written).unwrap();
            assert_eq!((&found.neutral.id, code.part, code.seed), (&item.neutral.id, part, 2));
        }
        let none = code::write(item.neutral.id.as_str(), 0, Part::Receiver(places));
        assert_eq!(code::find(&all, &none), Err(NoCode::NotHere));
    }
    assert_eq!(code::find(&all, &code::write("no-such-scenario", 0, Part::Observer)), Err(NoCode::NotHere));
}
