//! The talk after a run: the line of time, «Utforsk etterpå», and the files, in every scenario.

use std::path::Path;

use refleks::clinical::{Course, Deed, Measure, Outcome, Parameter, Player, Role};
use refleks::content::author::read_scenario;
use refleks::content::{Item, Revision, ScenarioItem};
use refleks::features::simulation::bedside::Model;
use refleks::features::simulation::call::{LETTERS, sayable};
use refleks::features::simulation::debrief::{SKILLS, Unsaid, notes, unsaid};
use refleks::features::simulation::explore::{
    self, Change, Turn, beside, changes, help, is_alike, last_common, turns,
};
use refleks::features::simulation::explored::{explored, turn_name};
use refleks::features::simulation::export::{ROWS, data, markdown};
use refleks::features::simulation::said::{calls_of, decided, said};
use refleks::features::simulation::timeline::{
    Drawn, Frame, HIGH, WIDE, in_words, labels, marks, rows, shape,
};
use refleks::i18n::Language;
use refleks::progress::{Agreement, Mode, Run};

use crate::support::words;

fn items(language: Language) -> Vec<ScenarioItem> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/scenarios");
    let mut folders: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let item = |folder: &std::path::PathBuf| {
        let (neutral, mut words) = read_scenario(folder).unwrap();
        let revision = Revision::of(&neutral).unwrap();
        Item { neutral, words: words.remove(&language).unwrap(), revision }
    };
    folders.iter().map(item).collect()
}

fn urosepsis() -> ScenarioItem {
    items(Language::Nb).into_iter().find(|item| item.neutral.id.as_str() == "urosepsis").unwrap()
}

/// A run as it lies there when it is over, with minutes one after another as one wait.
fn run(item: &ScenarioItem, player: Player, seed: u32, role: Role) -> Model {
    let course = player.play(&item.neutral.play, seed, role, |_| {});
    let mut deeds: Vec<Deed> = Vec::new();
    for entry in course.log() {
        match (deeds.last_mut(), &entry.deed) {
            (Some(Deed::Wait(before)), Deed::Wait(more)) => *before += more,
            (_, deed) => deeds.push(deed.clone()),
        }
    }
    of_deeds(item, seed, role, deeds)
}

fn of_deeds(item: &ScenarioItem, seed: u32, role: Role, deeds: Vec<Deed>) -> Model {
    let run = Run {
        scenario: item.neutral.id.clone(),
        title: item.words.title.clone(),
        seed,
        role,
        mode: Mode::Alone,
        would_call: None,
        deeds,
        scorings: Vec::new(),
        day: "2026-11-23".to_owned(),
        ended: true,
    };
    Model::new(item.clone(), run)
}

fn role(item: &ScenarioItem) -> Role {
    *item.neutral.play.roles.last().unwrap()
}

fn calls(course: &Course, to: &str) -> usize {
    let is_it = |deed: &Deed| matches!(deed, Deed::Call { receiver, .. } if receiver == to);
    course.log().iter().filter(|entry| is_it(&entry.deed)).count()
}

#[test]
fn the_moments_worth_asking_about_are_in_order_and_each_says_why() {
    let model = run(&urosepsis(), Player::Nobody, 0, Role::Nurse);
    let all = turns(&model.course);
    assert!(all.windows(2).all(|pair| pair[0].at / 60 < pair[1].at / 60));
    assert_eq!(
        all[0].what,
        Turn::Three,
        "three points are there from the beginning, and say more than the sign"
    );
    assert!(
        all.iter().any(|turn| turn.what == Turn::Five) && all.iter().any(|turn| turn.what == Turn::Seven)
    );
    assert!(all.iter().all(|turn| turn.what != Turn::BeforeCall), "nobody called");
    for language in Language::ALL {
        for turn in &all {
            let name = turn_name(turn.what, "09:10", words(language));
            assert!(name.starts_with("09:10 · ") && !name.contains('{'), "{name}");
        }
    }
    let careful = run(&urosepsis(), Player::Careful, 0, Role::Nurse);
    let call = careful.course.log().iter().find(|entry| matches!(entry.deed, Deed::Call { .. })).unwrap();
    let before = turns(&careful.course).into_iter().find(|turn| turn.what == Turn::BeforeCall);
    assert!(before.is_none_or(|turn| turn.at + 600 == call.at));
}

#[test]
fn called_when_seven_was_reached_help_comes_and_it_ends_otherwise() {
    let model = run(&urosepsis(), Player::Nobody, 0, Role::Nurse);
    let (play, own) = (model.play(), &model.course);
    let seven = turns(own).into_iter().find(|turn| turn.what == Turn::Seven).unwrap();
    let change = Change::Call("amk".into());
    assert!(changes(play, 0, own, seven.at).contains(&change));
    let other = explore::other(play, 0, own, seven.at, &change).unwrap();
    let (who, came) = help(play, &other).unwrap();
    assert!(who == "amk" && came > seven.at && help(play, own).is_none());
    assert!(other.ending(play).unwrap().safe && !own.ending(play).unwrap().safe);
    assert!(other.now() < own.now());
    let (mine, could) = last_common(own, &other).unwrap();
    assert_eq!((mine.at, mine.at / 60), (could.at, other.now() / 60));
    let table = beside(own, &other, seven.at, 7);
    assert!(table.len() <= 8 && table[0].own == table[0].other, "{table:?}");
    assert!(table.last().unwrap().other.is_none(), "it is over, and the own run is not");
    let told = explored(&model, seven.at, &change, words(Language::Nb)).unwrap();
    assert!(told.title.starts_with("Hadde du ringt klokka "), "{}", told.title);
    assert!(told.sentences.iter().any(|one| one.starts_with("Hjelpen hadde vært her klokka")), "{told:?}");
    assert!(told.sentences.iter().any(|one| one.contains("I øvingen din kom ingen.")), "{told:?}");
}

#[test]
fn a_wait_is_cut_where_something_is_done_otherwise_and_the_rest_keeps_its_times() {
    let item = urosepsis();
    let deeds = vec![
        Deed::Measure(Measure::Rf),
        Deed::Wait(3_600),
        Deed::Measure(Measure::Spo2),
        Deed::Wait(600),
        Deed::Act("stay".into()),
    ];
    let model = of_deeds(&item, 0, Role::Nurse, deeds);
    let other = explore::other(model.play(), 0, &model.course, 660, &Change::Act("stay".into())).unwrap();
    let log: Vec<(u32, &Deed)> = other.log().iter().map(|entry| (entry.at, &entry.deed)).collect();
    assert_eq!(log[..2], [(0, &Deed::Measure(Measure::Rf)), (60, &Deed::Wait(600))]);
    assert_eq!(log[2], (660, &Deed::Act("stay".into())));
    let measured = log.iter().find(|(_, deed)| **deed == Deed::Measure(Measure::Spo2)).unwrap();
    assert_eq!(measured.0, 3_660, "it is measured when it was measured");
    let stays = log.iter().filter(|(_, deed)| **deed == Deed::Act("stay".into())).count();
    assert_eq!(stays, 1, "what is done earlier is not done a second time");
    assert!(other.ending(model.play()).is_some(), "time passes to the end");
    // What cannot be done then changes nothing.
    assert_eq!(explore::other(model.play(), 0, &model.course, 660, &Change::Act("fluid".into())), None);
}

#[test]
fn whatever_is_asked_up_to_then_it_is_the_same_run_and_something_right_would_have_helped() {
    for item in items(Language::Nb) {
        let id = &item.neutral.id;
        for (player, seed) in [(Player::Nobody, 0), (Player::Dice(7), 2)] {
            let model = run(&item, player, seed, role(&item));
            let (play, own) = (model.play(), &model.course);
            let mut otherwise = 0;
            for turn in turns(own) {
                for change in changes(play, seed, own, turn.at) {
                    let other = explore::other(play, seed, own, turn.at, &change)
                        .unwrap_or_else(|| panic!("{id}: {change:?} at {} is offered", turn.at));
                    let same = own.moments().iter().take_while(|moment| moment.at <= turn.at).count();
                    assert_eq!(own.moments()[..same], other.moments()[..same], "{id}: {change:?}");
                    if let Change::Call(receiver) = &change {
                        assert!(calls(&other, receiver) > 0, "{id}: {change:?}");
                    }
                    otherwise += usize::from(!is_alike(play, own, &other));
                    let told = explored(&model, turn.at, &change, words(Language::Nb)).unwrap();
                    assert!(!told.sentences.is_empty() && !told.title.is_empty(), "{id}: {change:?}");
                    assert!(told.sentences.iter().all(|one| !one.contains(['{', '}'])), "{id}: {told:?}");
                }
            }
            assert!(player != Player::Nobody || otherwise > 0, "{id}: nothing would have helped");
        }
    }
}

#[test]
fn the_same_call_earlier_is_not_made_a_second_time_for_the_same_answer() {
    for item in items(Language::Nb) {
        let model = run(&item, Player::Careful, 0, role(&item));
        let (play, own) = (model.play(), &model.course);
        for turn in turns(own) {
            for change in changes(play, 0, own, turn.at) {
                let Change::Call(receiver) = &change else { continue };
                let other = explore::other(play, 0, own, turn.at, &change).unwrap();
                let answers = other.log().iter().filter_map(|entry| match (&entry.deed, &entry.outcome) {
                    (Deed::Call { receiver: one, .. }, Outcome::Replied { reply, .. })
                        if one == receiver && entry.at >= turn.at =>
                    {
                        Some(reply.clone())
                    }
                    _ => None,
                });
                let answers: Vec<_> = answers.collect();
                let first = answers.first().unwrap();
                assert!(
                    answers.iter().skip(1).all(|answer| answer != first) || calls(own, receiver) == 0,
                    "{}: {receiver} answers {answers:?}",
                    item.neutral.id
                );
            }
        }
    }
}

#[test]
fn what_was_decided_is_numbered_once_on_the_line_in_the_list_and_in_the_table() {
    for language in Language::ALL {
        for item in items(language) {
            for throw in 0..3 {
                let model = run(&item, Player::Dice(throw), throw, role(&item));
                let marks = marks(&model.course);
                let numbers: Vec<usize> = marks.iter().map(|mark| mark.number).collect();
                let listed = decided(&model, words(language), language);
                assert_eq!(listed.iter().map(|one| one.number).collect::<Vec<_>>(), numbers);
                assert!(listed.iter().all(|one| !one.what.is_empty()), "{}: {listed:?}", item.neutral.id);
                let table = rows(&model.course, ROWS);
                assert_eq!(table.iter().flat_map(|row| row.decided.clone()).collect::<Vec<_>>(), numbers);
                for drawn in Drawn::ALL {
                    let moments = model.course.moments();
                    let name = in_words(moments, drawn, words(language), language);
                    let shape = shape(moments, drawn).unwrap();
                    assert!(shape.least <= shape.first && shape.last <= shape.most);
                    assert!(name.starts_with(drawn.name(words(language))) && !name.contains('{'), "{name}");
                    let frame = Frame::around(&[moments], drawn);
                    let inside = |point: &str| {
                        let (across, down) = point.split_once(',').unwrap();
                        across.parse::<u32>().unwrap() <= WIDE && down.parse::<u32>().unwrap() <= HIGH
                    };
                    assert!(frame.points(moments, drawn).split(' ').all(inside), "{}", item.neutral.id);
                }
            }
        }
    }
}

#[test]
fn the_text_file_holds_the_whole_talk_in_every_language_and_every_scenario() {
    for language in Language::ALL {
        for item in items(language) {
            let id = &item.neutral.id;
            for player in [Player::Nobody, Player::Careful, Player::Dice(4)] {
                let model = run(&item, player, 1, role(&item));
                let told = words(language);
                let text = markdown(&model, None, told, language);
                assert!(text.starts_with(&format!("# {}\n", item.words.title)), "{id}");
                assert!(!text.contains(['{', '}']) && !text.contains("\n\n\n"), "{id}: {text}");
                assert_eq!(text.matches(told.simulation_only_practice()).count(), 2, "{id}");
                assert!(text.contains(told.simulation_review()), "{id}");
                for heading in
                    [told.simulation_skills(), told.simulation_decisions(), told.simulation_course()]
                {
                    assert!(text.contains(&format!("\n## {heading}\n")), "{id}: {heading}");
                }
                for one in decided(&model, told, language) {
                    assert!(text.contains(&format!("- **{} · {} ", one.number, one.time)), "{id}: {one:?}");
                }
                let table: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
                assert!(table.len() > 3, "{id}");
                assert!(table.iter().all(|line| line.matches('|').count() == 11), "{id}: {table:?}");
            }
        }
    }
}

#[test]
fn what_was_agreed_stands_in_the_file_as_it_was_written_and_is_no_markup() {
    let model = run(&urosepsis(), Player::Careful, 0, Role::Nurse);
    let mut agreement = Agreement::of_run(&"r".into(), false, 5);
    let text = |agreement: &Agreement| markdown(&model, Some(agreement), words(Language::Nb), Language::Nb);
    assert!(!text(&agreement).contains("Dette ble avtalt"), "nothing is agreed yet");
    agreement.what = "# Telle *pusten* <b>".into();
    agreement.role = "fagkoordinator".into();
    agreement.date = "2026-12-05".into();
    let text = text(&agreement);
    assert!(text.contains("\n## Dette ble avtalt\n\n\\# Telle \\*pusten\\* \\<b\\>\n"), "{text}");
    assert!(text.contains("Følger opp: fagkoordinator") && text.contains("5. desember 2026"), "{text}");
    // What was said in the call stands with its letter, what was not said too.
    assert!(
        text.contains("Det du sa i telefonen") && text.contains("- **R · Råd og avtale**: Sagt: "),
        "{text}"
    );
}

#[test]
fn the_data_file_is_enough_to_play_the_run_again_to_the_bit() {
    for item in items(Language::Nb) {
        let model = run(&item, Player::Dice(11), 4, role(&item));
        let file: serde_json::Value = serde_json::from_str(&data(&model).unwrap()).unwrap();
        assert_eq!((&file["format"], &file["format_version"]), (&"refleks-run".into(), &1.into()));
        assert_eq!(file["scenario"], item.neutral.id.as_str());
        assert_eq!(file["revision"], item.revision.as_str());
        let deeds: Vec<Deed> = serde_json::from_value(file["deeds"].clone()).unwrap();
        let role: Role = serde_json::from_value(file["role"].clone()).unwrap();
        let again = Course::play(&item.neutral.play, 4, role, &deeds);
        let fingerprint: Vec<i64> = serde_json::from_value(file["fingerprint"].clone()).unwrap();
        assert_eq!(again.body().fingerprint().collect::<Vec<_>>(), fingerprint, "{}", item.neutral.id);
        let moments = file["moments"].as_array().unwrap();
        assert_eq!(moments.len(), again.moments().len());
        for (written, moment) in moments.iter().zip(again.moments()) {
            assert_eq!((&written["at"], &written["news2"]), (&moment.at.into(), &moment.news2.into()));
            assert_eq!(written["temp"], moment.vitals.temp().0);
            assert_eq!(written["acvpu"], moment.vitals.acvpu().letter());
        }
    }
}

/// A call in which all that could be said is said, and then nothing more.
fn told_all(item: &ScenarioItem, receiver: &str, looks: &[&str]) -> Model {
    let play = &item.neutral.play;
    let all = [Measure::Rf, Measure::Spo2, Measure::Sbp, Measure::Pulse, Measure::Acvpu, Measure::Temp];
    let looks = looks.iter().map(|id| Deed::Look((*id).to_owned()));
    let mut deeds: Vec<Deed> = looks.chain(all.map(Deed::Measure)).collect();
    let before = Course::play(play, 0, Role::Nurse, &deeds);
    let mut told: Vec<String> =
        LETTERS.into_iter().flat_map(|letter| sayable(play, &before, letter)).collect();
    told.push("read-back".to_owned());
    deeds.push(Deed::Call { receiver: receiver.to_owned(), told });
    deeds.push(Deed::Wait(9_000));
    of_deeds(item, 0, Role::Nurse, deeds)
}

#[test]
fn what_nobody_could_know_when_they_called_was_not_left_unsaid() {
    let item = urosepsis();
    let model = told_all(&item, "doctor", &["usual", "clarification", "record", "orientation"]);
    assert!(model.course.moments().last().unwrap().vitals.acvpu() as i32 > 0, "she is confused at the end");
    let text = markdown(&model, None, words(Language::Nb), Language::Nb);
    let confused = &item.words.facts["new-confusion"];
    assert!(!text.contains(confused.as_str()), "{text}");
}

#[test]
fn a_wait_that_the_end_cut_short_is_told_as_long_as_it_was() {
    let item = urosepsis();
    let model = told_all(&item, "amk", &[]);
    let entry = model.course.log().last().unwrap();
    let passed = usize::try_from((entry.until - entry.at) / 60).unwrap();
    assert!(passed < 150);
    let told = said(&item.words, words(Language::Nb), Language::Nb, entry).0;
    assert_eq!(told, words(Language::Nb).simulation_waited(passed));
}

#[test]
fn where_something_was_not_said_it_is_named_and_whether_it_was_known() {
    let item = urosepsis();
    let told = words(Language::Nb);
    let clarification = &item.words.facts["clarification"];
    let note = &item.words.notes["handed-over"];
    let text = |model: &Model| markdown(model, None, told, Language::Nb);
    let read = text(&told_all(&item, "amk", &["clarification"]));
    assert!(read.contains(&note.right) && !read.contains(&note.missed), "{read}");
    let unread = text(&told_all(&item, "amk", &[]));
    assert!(unread.contains(&note.missed) && unread.contains(&told.afterwards_not_known(clarification)));
}

#[test]
fn what_a_note_calls_unsaid_was_said_in_no_call() {
    for item in items(Language::Nb) {
        let play = &item.neutral.play;
        for player in [Player::Careful, Player::Dice(3)] {
            let model = run(&item, player, 1, role(&item));
            let calls = calls_of(&model);
            assert_eq!(
                calls.len(),
                model.course.log().iter().filter(|one| matches!(one.deed, Deed::Call { .. })).count()
            );
            for call in &calls {
                assert_eq!(call.before.now(), call.entry.at, "{}", item.neutral.id);
            }
            for note in SKILLS.iter().flat_map(|skill| notes(play, &model.course, *skill)) {
                let Unsaid { known, unknown } = unsaid(play, &calls, &note.id);
                let all: Vec<&String> = known.iter().chain(&unknown).collect();
                assert!(calls.iter().all(|call| all.iter().all(|id| !call.told.contains(id))));
                assert!(
                    player != Player::Careful || known.is_empty(),
                    "{}: {note:?} {known:?}",
                    item.neutral.id
                );
            }
        }
    }
}

#[test]
fn charts_can_be_compared_and_their_labels_do_not_lie_on_one_another() {
    let model = run(&urosepsis(), Player::Careful, 0, Role::Nurse);
    let (moments, marks) = (model.course.moments(), marks(&model.course));
    for drawn in Drawn::ALL {
        let frame = Frame::around(&[moments], drawn);
        let (least, most) = drawn.range();
        assert!(frame.holds(least) && frame.holds(most) && frame.down(most) < frame.down(least));
        let labels = labels(frame, &marks);
        assert!(labels.windows(2).all(|pair| pair[0].across + 54 <= pair[1].across), "{labels:?}");
        assert!(labels.first().unwrap().label.starts_with('1'));
    }
    assert_eq!(Drawn::Of(Parameter::Rf).borders(moments), [8, 25]);
    assert_eq!(Drawn::Of(Parameter::Sbp).borders(moments), [90, 220]);
    assert!(Drawn::News2.borders(moments).is_empty());
}
