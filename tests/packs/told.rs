//! What is wrong is told in every language, with where it is and what to do; nothing technical is left over.

use std::collections::BTreeSet;
use std::path::Path;

use refleks::content::rules::Problem;
use refleks::ethics::Certainty;
use refleks::features::workshop::told::{
    Reason, counts, field_name, is_blank, of_error, of_finding, of_joining,
};
use refleks::i18n::{Language, Messages, catalogue};
use refleks::packs::{Disguise, Fault, Item, Joining, OwnFinding, OwnProblem, PackError, Spot, read};

use super::support::{SOLBAKKEN, pack, wrong};

fn words(language: Language) -> Messages {
    let all = catalogue::read(Path::new("locales")).unwrap();
    Messages::of_authors(&all[language.code()]).unwrap()
}

fn rules() -> Vec<Problem> {
    let text = || "x".to_owned();
    vec![
        Problem::Empty,
        Problem::UnknownTag(String::new()),
        Problem::UnknownTag(text()),
        Problem::Count { what: "choices", found: 1, least: 3, most: 4 },
        Problem::Count { what: "values", found: 1, least: 2, most: 2 },
        Problem::ClaimWith("choices"),
        Problem::PanelOfOther,
        Problem::PanelAgrees(text()),
        Problem::SameReason(text()),
        Problem::NoQuestionMark,
        Problem::Exclamation,
        Problem::LongSentence { words: 30, limit: 20, sentence: text() },
        Problem::LongText { words: 70, limit: 60 },
        Problem::LongName { characters: 50, limit: 40 },
        Problem::HardToRead { lix: 50, limit: 40, long_words: text() },
        Problem::Answer(text()),
        Problem::ManyQuestions,
        Problem::UnknownSection("§ 9-99".into()),
        Problem::Identifies(text()),
        Problem::NoFactThatIs(Certainty::Known),
        Problem::NoFactThatIs(Certainty::Believed),
        Problem::NoFactThatIs(Certainty::Unknown),
        Problem::FactWithoutSource(Certainty::Known),
        Problem::SourceOfUnknown,
        Problem::PatientParties(2),
        Problem::NoView,
        Problem::ViewOfUnknown,
        Problem::MissingWords(text()),
        Problem::Duplicate(text()),
        Problem::BadDate(text()),
        Problem::NoSource,
    ]
}

#[test]
fn every_problem_is_told_in_its_own_words_in_every_language() {
    for language in Language::ALL {
        let words = words(language);
        let own = [
            OwnProblem::NoItems,
            OwnProblem::ManyItems { found: 201, limit: 200 },
            OwnProblem::LargeFile { bytes: 9, limit: 8 },
            OwnProblem::LongText { characters: 5_000, limit: 4_000 },
            OwnProblem::HiddenSign,
            OwnProblem::Markup("<b>".into()),
        ];
        let all: Vec<OwnProblem> = rules().into_iter().map(OwnProblem::Rule).chain(own).collect();
        let told: BTreeSet<String> = all
            .iter()
            .map(|problem| {
                let finding = OwnFinding {
                    item: Item::card("own-3a7f19c2d0b4"),
                    field: "title".into(),
                    problem: problem.clone(),
                    spot: None,
                };
                let text = of_finding(&finding, &pack(), true, &words).text;
                assert!(text.len() > 8 && !text.contains('{'), "{language:?} {problem:?}: {text}");
                text
            })
            .collect();
        assert_eq!(told.len(), all.len(), "{language:?}: two problems say the same");
    }
}

/// Numbers are easily told in each other's place.
#[test]
fn every_number_stands_where_it_belongs() {
    let words = words(Language::Nb);
    let told = |problem: Problem| {
        let item = Item::card("own-1");
        let finding =
            OwnFinding { item, field: String::new(), problem: OwnProblem::Rule(problem), spot: None };
        of_finding(&finding, &pack(), true, &words).text
    };
    assert_eq!(
        told(Problem::LongSentence { words: 30, limit: 20, sentence: String::new() }),
        "En setning har 30 ord. Del den opp, så ingen har flere enn 20."
    );
    assert_eq!(told(Problem::LongText { words: 70, limit: 60 }), "Her er det 70 ord. Kort ned til 60.");
    assert_eq!(told(Problem::LongName { characters: 50, limit: 40 }), "Her er det 50 tegn. Kort ned til 40.");
    assert_eq!(
        told(Problem::Count { what: "", found: 1, least: 3, most: 4 }),
        "Her skal det være 3 til 4. Nå er det 1."
    );
    assert_eq!(
        told(Problem::Count { what: "", found: 1, least: 2, most: 2 }),
        "Her skal det være 2. Nå er det 1."
    );
    let many = of_error(&PackError::TooMany { found: 201, limit: 200 }, &words).text;
    assert!(many.starts_with("Pakken har 201 deler. Høyst 200"), "{many}");
    let large = of_error(&PackError::TooLarge { bytes: 9, limit: 512 * 1024 }, &words).text;
    assert!(large.contains("512 kB"), "{large}");
    let back = of_joining(Joining::OwnComesBack { from: 2, to: 3, loses_changes: true }, &words);
    assert_eq!(
        back,
        "Denne pakken er laget her, og kommer tilbake i utgave 3. Den bytter ut utgave 2. \
         Det dere har endret her siden utgave 2, blir borte."
    );
}

#[test]
fn every_error_is_told_with_where_it_is() {
    let spot = Some(Spot { line: 7, column: 2 });
    let faults = [
        Fault::Unknown,
        Fault::Missing("title".into()),
        Fault::Shape,
        Fault::Twice,
        Fault::TooLong { characters: 9, limit: 8 },
        Fault::HiddenSign,
        Fault::Markup("<b>".into()),
        Fault::Id,
        Fault::Taken,
        Fault::Edition,
        Fault::Day,
    ];
    let fields = faults.map(|fault| PackError::Field { path: "cards[1].words.title".into(), spot, fault });
    let whole = [
        PackError::TooLarge { bytes: 9, limit: 512 * 1024 },
        PackError::Empty,
        PackError::NotText(Disguise::Compressed),
        PackError::NotText(Disguise::OtherEncoding),
        PackError::NotText(Disguise::Binary),
        PackError::NotJson(Spot { line: 7, column: 2 }),
        PackError::TooDeep(Spot { line: 7, column: 2 }),
        PackError::NotAPack,
        PackError::TooOld(0),
        PackError::TooNew(2),
        PackError::TooMany { found: 201, limit: 200 },
    ];
    for language in Language::ALL {
        let words = words(language);
        let mut told = BTreeSet::new();
        for error in &fields {
            let reason = of_error(error, &words);
            assert!(reason.place.contains('7') && reason.place.contains('2'), "{reason:?}");
            assert!(told.insert(reason.text), "{error:?}");
        }
        for error in &whole {
            let reason = of_error(error, &words);
            assert_eq!(reason.place.contains('7'), error.spot().is_some(), "{reason:?}");
            assert!(told.insert(reason.text), "{error:?}");
        }
        assert!(told.iter().all(|text| text.len() > 8 && !text.contains('{')), "{told:?}");
    }
}

#[test]
fn a_reason_says_the_line_the_item_the_field_and_what_to_do() {
    let incoming = read(SOLBAKKEN.replacen("Kaffe før natta", "Kaffe før natta!", 1).as_bytes()).unwrap();
    let found = wrong(&incoming);
    let words = words(Language::Nb);
    let line = SOLBAKKEN.lines().position(|line| line.contains("Kaffe før natta")).unwrap() + 1;
    let reason = of_finding(&found[0], &incoming.pack, true, &words);
    assert_eq!(
        reason,
        Reason {
            place: format!("Linje {line} · Sak «Kaffe før natta!» · Tittel"),
            text: "Bytt utropstegnet med punktum.".into()
        }
    );
    assert_eq!(of_finding(&found[0], &incoming.pack, false, &words).place, format!("Linje {line} · Tittel"));
}

#[test]
fn fields_are_named_as_the_form_names_them() {
    let words = words(Language::Nb);
    let (card, case) = (Item::card("own-1"), Item::case("own-2"));
    let table = [
        (&card, "follow_ups.2", "Oppfølging 2"),
        (&card, "follow_ups", "Oppfølging"),
        (&card, "choices.b", "Valg B"),
        (&card, "panel.b.reason", "Hvorfor? (2)"),
        (&card, "panel", "Syn"),
        (&card, "parties", "Hvem dere kan se det fra"),
        (&case, "parties.b.view", "Rolle 2"),
        (&case, "parties", "Roller"),
        (&case, "facts.c.source", "Faktum 3"),
        (&case, "background.2", "Hva skjedde?"),
        (&card, "", "Hele teksten"),
    ];
    for (item, field, name) in table {
        assert_eq!(field_name(item, field, &words), name, "{field}");
    }
    assert_eq!(field_name(&Item::pack(), "owner.name", &words), "Arbeidsplass");
}

/// What the rules find names fields that have a name: no field of the file is left as it stands there.
#[test]
fn no_field_is_told_by_its_technical_name() {
    let words = words(Language::Nb);
    for (from, to) in [
        ("\"values\": [\"selvbestemmelse\", \"trygghet\"]", "\"values\": []"),
        ("\"parties\": [\"pasient\", \"nattevakt\"]", "\"parties\": []"),
        ("\"themes\": [\"mat\"]", "\"themes\": []"),
        ("\"source\": \"observed\"", "\"source\": null"),
        ("\"patient\": true", "\"patient\": false"),
    ] {
        // A null is not what the app writes, so it is refused before the rules.
        let Ok(incoming) = read(SOLBAKKEN.replacen(from, to, 1).as_bytes()) else { continue };
        for finding in wrong(&incoming) {
            let name = field_name(&finding.item, &finding.field, &words);
            assert!(name.starts_with(char::is_uppercase), "{}: {name}", finding.field);
        }
    }
}

#[test]
fn what_is_only_not_filled_in_is_told_apart_from_what_is_wrong() {
    let rule = OwnProblem::Rule;
    assert!(is_blank(&rule(Problem::Empty)));
    assert!(is_blank(&rule(Problem::UnknownTag(String::new()))));
    assert!(is_blank(&rule(Problem::Count { what: "themes", found: 0, least: 1, most: 3 })));
    assert!(!is_blank(&rule(Problem::Count { what: "themes", found: 4, least: 1, most: 3 })));
    assert!(!is_blank(&rule(Problem::Exclamation)));
}

#[test]
fn what_taking_in_would_do_is_told() {
    let words = words(Language::Nb);
    let all = [
        Joining::New,
        Joining::Same,
        Joining::Update { from: 2, to: 3 },
        Joining::Older { have: 4 },
        Joining::Differs { edition: 3 },
        Joining::OwnComesBack { from: 2, to: 3, loses_changes: false },
        Joining::OwnComesBack { from: 2, to: 3, loses_changes: true },
    ];
    let told: BTreeSet<String> = all.iter().map(|one| of_joining(*one, &words)).collect();
    assert_eq!(told.len(), all.len());
    assert_eq!(
        of_joining(all[2], &words),
        "Dette er en oppdatering fra utgave 2 til 3. Den gamle byttes ut."
    );
    assert_eq!(counts(&pack(), &words), "2 kort · 1 sak · 1 spørsmål");
}
