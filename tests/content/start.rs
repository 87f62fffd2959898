//! A new item is a correct start: what is refused is exactly what has to be written.

use std::fs;

use refleks::clinical::{Player, Role};
use refleks::content::author::{
    NewItem, Problem, StartError, add_to_catalogue, check, ledger, new_item, read, read_scenario,
};

use super::tiny::{Copy, today};

/// Writes a new item into a copy, as `cargo xtask new` does.
fn begun(copy: &Copy, kind: &str, id: &str) {
    let (course, _) = read(copy.path());
    let NewItem { files, added, listed } = new_item(kind, id, &course, today()).unwrap();
    for (file, text) in files {
        copy.write(&file, text);
    }
    for (file, text) in added {
        copy.append(&file, &text);
    }
    if let Some(list) = listed {
        let catalogue = std::fs::read_to_string(copy.path().join("catalogue.toml")).unwrap();
        copy.write("catalogue.toml", add_to_catalogue(&catalogue, list, id).unwrap());
    }
    let (course, _) = read(copy.path());
    copy.write("ids.toml", format!("ids = {:?}\n", ledger(&course)));
}

/// The fields that are refused in the files whose name ends so.
fn refused(copy: &Copy, ending: &str) -> Vec<String> {
    let findings = check(copy.path(), today(), None).findings;
    let known =
        |problem: &Problem| matches!(problem, Problem::Empty | Problem::NoView | Problem::SameReason(_));
    assert!(findings.iter().all(|finding| known(&finding.problem)), "{findings:#?}");
    let mut fields: Vec<String> =
        findings.into_iter().filter(|f| f.file.ends_with(ending)).map(|f| f.field).collect();
    fields.sort();
    fields
}

#[test]
fn a_new_dilemma_is_refused_only_for_the_texts_that_must_be_written() {
    let copy = Copy::new();
    begun(&copy, "case", "ny-sak");
    assert_eq!(
        refused(&copy, "/nb.toml"),
        [
            "background.1",
            "facts.believed",
            "facts.known",
            "facts.unknown",
            "parties.patient.role",
            "parties.patient.view",
            "parties.staff.role",
            "parties.staff.view",
            "question",
            "teaser",
            "title",
        ]
    );
    assert_eq!(refused(&copy, "/case.toml"), ["metadata.sources.1.title"]);
}

#[test]
fn a_new_deck_is_refused_until_it_has_a_card_and_then_for_its_texts() {
    let copy = Copy::new();
    begun(&copy, "deck", "natt");
    assert_eq!(refused(&copy, "natt/deck.toml"), ["cards", "metadata.sources.1.title"]);
    assert_eq!(refused(&copy, "natt/nb.toml"), ["about", "name"]);
    begun(&copy, "card", "natt/na-te");
    assert_eq!(refused(&copy, "natt/deck.toml"), ["metadata.sources.1.title"]);
    assert_eq!(
        refused(&copy, "natt/en.toml"),
        [
            "about",
            "cards.na-te.choices.one",
            "cards.na-te.choices.three",
            "cards.na-te.choices.two",
            "cards.na-te.follow_ups.1",
            "cards.na-te.follow_ups.2",
            "cards.na-te.panel.first.reason",
            "cards.na-te.panel.first.who",
            "cards.na-te.panel.second.reason",
            "cards.na-te.panel.second.who",
            "cards.na-te.question",
            "cards.na-te.text",
            "cards.na-te.title",
            "cards.na-te.twist",
            "name",
        ]
    );
}

#[test]
fn a_new_term_law_and_value_are_refused_only_for_their_texts() {
    for (kind, words) in [
        ("term", &["ny.forms", "ny.name", "ny.text"][..]),
        ("law", &["ny.act", "ny.room", "ny.says", "ny.title"]),
        ("value", &["ny.meaning", "ny.name", "ny.question"]),
    ] {
        let copy = Copy::new();
        begun(&copy, kind, "ny");
        assert_eq!(refused(&copy, &format!("{kind}s/nn.toml")), words, "{kind}");
    }
}

/// The files of a new scenario.
const SCENARIO: [&str; 4] = ["scenario.toml", "nb.toml", "nn.toml", "en.toml"];

fn text_of(copy: &Copy, file: &str) -> String {
    fs::read_to_string(copy.path().join(file)).unwrap()
}

/// Writes something wherever a text is empty.
fn written(copy: &Copy, file: &str) {
    copy.write(file, text_of(copy, file).replace("\"\"", "\"Ja?\""));
}

#[test]
fn a_new_scenario_is_refused_for_every_text_that_must_be_written_and_for_nothing_else() {
    let copy = Copy::new();
    begun(&copy, "scenario", "ny-dag");
    assert_eq!(refused(&copy, "ny-dag/scenario.toml"), ["metadata.sources.1.title"]);
    for language in ["nb", "nn", "en"] {
        let file = format!("scenarios/ny-dag/{language}.toml");
        let fields = refused(&copy, &file);
        for field in ["title", "situation.1", "receivers.out-of-hours.interruption", "notes.treated.danger"] {
            assert!(fields.contains(&field.to_owned()), "{field}");
        }
        // What the two parties of the fork think and want may be left out.
        assert_eq!(fields.len(), text_of(&copy, &file).matches("\"\"").count() - 4, "{fields:#?}");
    }
    for file in SCENARIO {
        written(&copy, &format!("scenarios/ny-dag/{file}"));
    }
    assert_eq!(copy.findings(), []);
}

#[test]
fn a_new_lesson_is_refused_for_every_text_that_must_be_written_and_for_nothing_else() {
    let copy = Copy::new();
    begun(&copy, "lesson", "ny-te");
    assert_eq!(refused(&copy, "ny-te/lesson.toml"), ["metadata.sources.1.title"]);
    for language in ["nb", "nn", "en"] {
        let file = format!("lessons/ny-te/{language}.toml");
        let fields = refused(&copy, &file);
        for field in ["title", "leader.1", "opening.question", "screens.steps.figure.parts.then"] {
            assert!(fields.contains(&field.to_owned()), "{field}");
        }
        assert!(fields.contains(&"screens.evening.moments.inside.choices.ask.reason".to_owned()));
        assert_eq!(fields.len(), text_of(&copy, &file).matches("\"\"").count(), "{fields:#?}");
    }
    for file in ["lesson.toml", "nb.toml", "nn.toml", "en.toml"] {
        written(&copy, &format!("lessons/ny-te/{file}"));
    }
    assert_eq!(copy.findings(), []);
}

#[test]
fn a_new_path_is_refused_for_every_text_that_must_be_written_and_for_nothing_else() {
    let copy = Copy::new();
    begun(&copy, "path", "ny-vei");
    assert_eq!(refused(&copy, "ny-vei/path.toml"), ["metadata.sources.1.title"]);
    for language in ["nb", "nn", "en"] {
        let file = format!("paths/ny-vei/{language}.toml");
        let fields = refused(&copy, &file);
        for field in ["about", "items.a-tour.do", "items.the-routine.text", "who"] {
            assert!(fields.contains(&field.to_owned()), "{field}");
        }
        assert_eq!(fields.len(), text_of(&copy, &file).matches("\"\"").count(), "{fields:#?}");
    }
    for file in ["path.toml", "nb.toml", "nn.toml", "en.toml"] {
        written(&copy, &format!("paths/ny-vei/{file}"));
    }
    assert_eq!(copy.findings(), []);
}

#[test]
fn a_new_scenario_can_be_played_before_a_word_of_it_is_written() {
    let copy = Copy::new();
    begun(&copy, "scenario", "ny-dag");
    let (scenario, words) = read_scenario(&copy.path().join("scenarios/ny-dag")).unwrap();
    assert_eq!(words.len(), 3);
    let ends_safely = |player: Player, role: Role| {
        let course = player.play(&scenario.play, 0, role, |_| {});
        course.ending(&scenario.play).map(|ending| ending.safe)
    };
    for role in scenario.play.roles.iter().copied() {
        assert_eq!(ends_safely(Player::Careful, role), Some(true), "{role:?}");
        assert_eq!(ends_safely(Player::Nobody, role), Some(false), "{role:?}");
    }
}

#[test]
fn a_scenario_is_played_by_the_check_before_its_words_are_written() {
    let copy = Copy::new();
    begun(&copy, "scenario", "ny-dag");
    copy.edit("scenarios/ny-dag/scenario.toml", "safe = true\n", "");
    assert!(copy.findings().iter().any(|finding| finding.problem == Problem::NoSafeEnding));
}

#[test]
fn a_new_call_is_refused_only_for_its_texts() {
    let copy = Copy::new();
    begun(&copy, "call", "nytt-fall");
    assert_eq!(refused(&copy, "isbar/isbar.toml"), ["isbar.nytt-fall.metadata.sources.1.title"]);
    for language in ["nb", "nn", "en"] {
        let ids = ["asks", "before", "beside", "found", "matter", "who"];
        let mut fields: Vec<String> = ids.iter().map(|id| format!("nytt-fall.facts.{id}")).collect();
        fields.extend(["nytt-fall.title".to_owned(), "nytt-fall.to".to_owned()]);
        assert_eq!(refused(&copy, &format!("isbar/{language}.toml")), fields);
    }
    for file in ["isbar.toml", "nb.toml", "nn.toml", "en.toml"] {
        written(&copy, &format!("drills/isbar/{file}"));
    }
    assert_eq!(copy.findings(), []);
}

#[test]
fn a_new_scenario_and_a_new_call_name_a_clinical_and_a_language_review() {
    let (course, _) = read(Copy::new().path());
    for kind in ["scenario", "call"] {
        let NewItem { files, added, .. } = new_item(kind, "ny-dag", &course, today()).unwrap();
        let neutral = &files.iter().chain(&added).next().unwrap().1;
        let review = neutral.lines().find(|line| line.starts_with("needs_review")).unwrap();
        assert!(review.contains("\"clinical\"") && review.contains("\"language\""), "{review}");
        assert!(neutral.contains("NEEDS A SOURCE"), "{kind}");
        for mark in ["<id>", "<today>", "<setting", "<theme", "<kit", "<value", "<law", "<language"] {
            assert!(files.iter().chain(&added).all(|(_, text)| !text.contains(mark)), "{kind}: {mark}");
        }
    }
}

#[test]
fn a_start_is_refused_for_an_id_that_will_not_do() {
    let (course, _) = read(Copy::new().path());
    for id in ["", "Ny", "ny sak", "../ny", "ny_sak", "-ny", "å"] {
        assert_eq!(new_item("case", id, &course, today()), Err(StartError::OddId(id.to_owned())));
    }
    for (kind, id) in [
        ("case", "kaffe"),
        ("term", "vakt"),
        ("card", "stue/st-te"),
        ("deck", "stue"),
        ("scenario", "sukker"),
        ("call", "fall"),
        ("path", "ny"),
    ] {
        let name = id.rsplit('/').next().unwrap().to_owned();
        assert_eq!(new_item(kind, id, &course, today()), Err(StartError::Exists(name)), "{kind}");
    }
    assert_eq!(new_item("card", "ute/ny", &course, today()), Err(StartError::NoDeck("ute".into())));
    assert_eq!(new_item("card", "ny", &course, today()), Err(StartError::NoDeck(String::new())));
    assert_eq!(new_item("quiz", "ny", &course, today()), Err(StartError::NoKind("quiz".into())));
}
