//! The ways to practise: watching first, a clock that goes by itself, a group, and an instructor with a monitor.

use refleks::clinical::{Deed, Fixed, Measure, Measured, Parameter, Pulled, Role};
use refleks::content::ScenarioItem;
use refleks::features::simulation::bedside::{Effect, Model, Msg, Stage, Together};
use refleks::features::simulation::call;
use refleks::features::simulation::monitor::shown;
use refleks::features::simulation::pace::Pace;
use refleks::features::simulation::watch::{Milestone, before_the_score, last_round, milestones};
use refleks::i18n::Language;
use refleks::progress::{Mode, Run, WouldCall};

use crate::simulation::items;

fn begun(item: ScenarioItem, mode: Mode) -> Model {
    let run = Run {
        scenario: item.neutral.id.clone(),
        title: item.words.title.clone(),
        seed: 0,
        role: item.neutral.play.roles.last().copied().unwrap_or(Role::Nurse),
        mode,
        would_call: None,
        deeds: Vec::new(),
        scorings: Vec::new(),
        day: "2026-11-23".to_owned(),
        ended: false,
    };
    Model::new(item, run)
}

fn bokmal() -> Vec<ScenarioItem> {
    items().into_iter().filter(|(language, _)| *language == Language::Nb).map(|(_, item)| item).collect()
}

fn urosepsis(mode: Mode) -> Model {
    let found = bokmal().into_iter().find(|item| item.neutral.id.as_str() == "urosepsis").unwrap();
    begun(found, mode)
}

fn again(model: &Model) -> Model {
    Model::new(model.item.clone(), model.run.clone())
}

#[test]
fn every_scenario_can_be_watched_to_its_end_and_shows_a_sign_before_it() {
    for item in bokmal() {
        let mut model = begun(item, Mode::Watch);
        let _ = model.update(Msg::Do(Deed::Wait(10 * 60)));
        assert_eq!(model.update(Msg::WouldCall), Effect::Save);
        for _ in 0..60 {
            let _ = model.update(Msg::Do(Deed::Wait(15 * 60)));
        }
        assert!(model.is_over(), "{} ends when nobody does anything", model.run.scenario);
        let all = milestones(model.play(), &model.course, model.run.would_call.as_ref());
        assert!(matches!(all.first(), Some((_, Milestone::Sign(_)))), "{}: {all:?}", model.run.scenario);
        assert!(matches!(all.last(), Some((_, Milestone::Ended(_)))), "{}: {all:?}", model.run.scenario);
        assert!(all.is_sorted_by_key(|(at, _)| *at), "{}: {all:?}", model.run.scenario);
        assert!(all.iter().any(|(_, milestone)| *milestone == Milestone::WouldCall));
    }
}

#[test]
fn a_call_that_is_thought_of_is_said_once_and_lies_before_or_after_the_score() {
    let mut early = urosepsis(Mode::Watch);
    let _ = early.update(Msg::Do(Deed::Wait(5 * 60)));
    let _ = early.update(Msg::WouldCall);
    let _ = early.update(Msg::Because("worry".into()));
    let _ = early.update(Msg::Do(Deed::Wait(60 * 60)));
    assert_eq!(early.update(Msg::WouldCall), Effect::None);
    let call = early.run.would_call.clone().unwrap();
    assert_eq!(call, WouldCall { at: 300, because: vec!["worry".into()] });
    let before = before_the_score(&early.course, &call).unwrap();
    assert!(before > 0, "{before}");
    let late = WouldCall { at: early.course.now(), because: Vec::new() };
    assert!(before_the_score(&early.course, &late).unwrap() < 0);
    assert_eq!(again(&early).run.would_call, Some(call));
}

#[test]
fn whoever_watches_sees_the_values_of_the_last_quarter_of_an_hour_and_no_later_ones() {
    let mut model = urosepsis(Mode::Watch);
    for (minutes, seen) in [(0, 0), (14, 0), (1, 900), (20, 1800)] {
        let _ = model.update(Msg::Do(Deed::Wait(minutes * 60)));
        assert_eq!(last_round(&model.course).unwrap().at, seen);
    }
}

#[test]
fn a_clock_that_goes_by_itself_comes_to_the_same_as_waiting() {
    let (mut waited, mut ticked) = (urosepsis(Mode::Alone), urosepsis(Mode::Alone));
    let _ = waited.update(Msg::Do(Deed::Wait(40 * 60)));
    let _ = ticked.update(Msg::Pace(Pace::MinuteASecond));
    let saves = (0..80).filter(|_| ticked.update(Msg::Tick(500)) == Effect::Save).count();
    assert_eq!((ticked.run.deeds.as_slice(), saves), ([Deed::Wait(40 * 60)].as_slice(), 8));
    assert_eq!(ticked.course, waited.course);
    assert_eq!(again(&ticked).course, waited.course, "what was ticked is played again as it was");
}

#[test]
fn the_clock_stands_still_in_a_call_and_when_it_is_over() {
    let mut model = urosepsis(Mode::Alone);
    let _ = model.update(Msg::Pace(Pace::MinuteASecond));
    let _ = model.update(Msg::Call(call::Msg::Pick { receiver: "amk".into(), two: false }));
    assert_eq!((model.update(Msg::Tick(500)), model.course.now()), (Effect::None, 0));
    let _ = model.update(Msg::Call(call::Msg::HangUp));
    assert_eq!(model.clock.pace, Pace::Still);
    let _ = model.update(Msg::ToDebrief);
    let _ = model.update(Msg::Pace(Pace::Real));
    let _ = model.update(Msg::Tick(500));
    assert_eq!((model.stage.clone(), model.clock.pace), (Stage::Debrief, Pace::Still));
}

#[test]
fn a_group_is_asked_to_see_before_it_measures_and_to_sum_up_before_it_calls() {
    let mut model = urosepsis(Mode::Group);
    assert_eq!(model.together(), Some(Together::See));
    for measure in [Measure::Rf, Measure::Spo2, Measure::Sbp, Measure::Pulse, Measure::Temp, Measure::Acvpu] {
        let _ = model.update(Msg::Do(Deed::Measure(measure)));
        assert_eq!(model.together(), Some(Together::Score));
    }
    for parameter in Parameter::ALL {
        let _ = model.update(Msg::Point(parameter, 0));
    }
    let _ = model.update(Msg::Compare);
    assert_eq!(model.together(), Some(Together::SumUp));
    let _ = model.update(Msg::Do(Deed::Call { receiver: "amk".into(), told: Vec::new() }));
    assert_eq!(model.together(), Some(Together::Agree));
}

#[test]
fn a_monitor_shows_what_was_measured_and_a_sensor_only_once_it_is_on() {
    let mut model = urosepsis(Mode::Instructor);
    let of = |model: &Model| shown(model.play(), &model.course, model.sensors);
    let _ = model.update(Msg::Sensors(true));
    assert_eq!(of(&model), [], "a sensor that nobody has put on shows nothing");
    for measure in [Measure::Spo2, Measure::Rf30] {
        let _ = model.update(Msg::Do(Deed::Measure(measure)));
    }
    let [(Measure::Spo2, first, None), (Measure::Pulse, ..), (Measure::Rf, breaths, Some(at))] =
        of(&model)[..]
    else {
        panic!("{:?}", of(&model))
    };
    let _ = model.update(Msg::Do(Deed::Wait(60 * 60)));
    let [(Measure::Spo2, later, None), (Measure::Pulse, ..), (Measure::Rf, same, Some(still))] =
        of(&model)[..]
    else {
        panic!("{:?}", of(&model))
    };
    assert_ne!(first, later, "the sensor follows");
    assert_eq!((breaths, at), (same, still), "breaths are what was counted");
    let _ = model.update(Msg::Sensors(false));
    assert!(matches!(of(&model)[0], (Measure::Spo2, Measured::Spo2(_), Some(_))));
}

#[test]
fn what_an_instructor_changes_is_seen_at_once_goes_on_and_is_played_again() {
    let (mut pushed, mut left) = (urosepsis(Mode::Instructor), urosepsis(Mode::Instructor));
    let push = |on, by| Msg::Do(Deed::Push { on, by: Fixed::whole(by) });
    for msg in [push(Pulled::Rf, 4), push(Pulled::Shunt, 3), push(Pulled::Sbp, -15), push(Pulled::Pulse, 15)]
    {
        assert_eq!(pushed.update(msg), Effect::Save);
    }
    let differs = |pushed: &Model, left: &Model| {
        let of = |model: &Model| model.course.body().vitals(&model.play().patient);
        let (pushed, left) = (of(pushed), of(left));
        pushed.rf() > left.rf()
            && pushed.spo2() < left.spo2()
            && pushed.sbp() < left.sbp()
            && pushed.pulse() > left.pulse()
    };
    for model in [&mut pushed, &mut left] {
        let _ = model.update(Msg::Do(Deed::Wait(60)));
    }
    assert!(differs(&pushed, &left));
    for model in [&mut pushed, &mut left] {
        let _ = model.update(Msg::Do(Deed::Wait(30 * 60)));
    }
    assert!(differs(&pushed, &left));
    assert_eq!(again(&pushed).course, pushed.course);
}

#[test]
fn an_event_that_an_instructor_lets_happen_waits_for_an_answer_and_comes_once() {
    for item in bokmal().into_iter().filter(|item| !item.neutral.play.events.is_empty()) {
        let event = item.neutral.play.events.first().unwrap().id.clone();
        let mut model = begun(item, Mode::Instructor);
        if model.course.has_come(&event) {
            continue;
        }
        assert_eq!(model.update(Msg::Do(Deed::Event(event.clone()))), Effect::Save);
        assert!(model.course.open_events().contains(&event) && model.course.has_come(&event));
        assert_eq!(model.update(Msg::Do(Deed::Event(event))), Effect::None);
        assert!(model.refused.is_some());
    }
}
