//! A pack from its first letter to its last edition.

use refleks::content::author::read as read_content;
use refleks::content::rules::Problem;
use refleks::ethics::StepId;
use refleks::i18n::Language;
use refleks::packs::{
    Item, ItemKind, Joining, KeptPack, OwnCard, OwnCase, OwnProblem, OwnPrompt, Pack, PackEdit, PromptEdit,
    Workplace, check, check_item, local_id, own_id, read, write,
};

use super::support::{Device, KNOWN, SOLBAKKEN, guard, known, pack, today, wrong};

#[test]
fn a_right_pack_is_read_and_nothing_is_wrong_with_it() {
    let incoming = read(SOLBAKKEN.as_bytes()).unwrap();
    assert_eq!(wrong(&incoming), []);
    let counts = (incoming.pack.cards.len(), incoming.pack.cases.len(), incoming.pack.prompts.len());
    assert_eq!((counts, incoming.pack.edition), ((2, 1, 1), 3));
}

#[test]
fn what_is_written_comes_back_the_same_and_on_many_lines() {
    let file = write(&pack()).unwrap();
    assert_eq!(read(&file).unwrap().pack, pack());
    assert_eq!(write(&read(&file).unwrap().pack).unwrap(), file);
    assert!(file.iter().filter(|sign| **sign == b'\n').count() > 100);
}

/// The rules are the same: what is green in the app is green in a pack, in every language.
#[test]
fn the_apps_own_cards_and_dilemmas_keep_the_rules_of_a_pack() {
    let (course, _) = read_content(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    for language in Language::ALL {
        let known = known(language);
        let mut seen = 0;
        for deck in &course.decks {
            let own = |id: &str| own_id(&format!("{id}0000"));
            let cards = deck.neutral.cards.iter().map(|card| {
                let words = deck.words[&language].cards[&card.id].clone();
                let mut neutral = card.clone();
                neutral.id = own(card.id.as_str()).into();
                OwnCard { neutral, words }
            });
            let cards: Vec<OwnCard> = cards.collect();
            seen += cards.len();
            let found = check(&Pack { cards, language, ..pack() }, &known, today(), Some(&guard));
            // Terms of readability.toml are not in the app, so a long word may count here.
            let found: Vec<_> = found.into_iter().filter(|one| !is_lix(&one.problem)).collect();
            assert_eq!(found, [], "{} {language:?}", deck.neutral.id);
        }
        assert!(seen >= 120);
        let cases = course
            .cases
            .iter()
            .map(|case| OwnCase { neutral: case.neutral.clone(), words: case.words[&language].clone() });
        let cases = Pack { cases: cases.collect(), language, ..pack() };
        let found = check(&cases, &known, today(), Some(&guard));
        let found: Vec<_> = found.into_iter().filter(|one| !is_lix(&one.problem)).collect();
        assert_eq!(found, [], "{language:?}");
    }
}

fn is_lix(problem: &OwnProblem) -> bool {
    matches!(problem, OwnProblem::Rule(Problem::HardToRead { .. }))
}

#[test]
fn no_id_of_the_app_can_be_that_of_an_own_item() {
    let (course, _) = read_content(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let ids = course.ids();
    assert!(ids.len() > 200);
    assert_eq!(ids.iter().find(|id| id.rsplit('/').next().unwrap().starts_with("own-")), None);
}

#[test]
fn a_finding_says_the_item_the_field_and_the_line() {
    let found_in = |from: &str, to: &str| {
        let incoming = read(SOLBAKKEN.replacen(from, to, 1).as_bytes()).unwrap();
        let found = wrong(&incoming);
        let first = found.first().unwrap_or_else(|| panic!("nothing is wrong with {to}")).clone();
        (first.item.kind, first.field, first.spot.unwrap().line)
    };
    let line = |text: &str| SOLBAKKEN.lines().position(|line| line.contains(text)).unwrap() + 1;
    let table = [
        ("Kvelder hos oss", "", ItemKind::Pack, "title"),
        ("Etikkgruppa på sykehjemmet", "Kari Hansen", ItemKind::Pack, "owner.name"),
        ("Hva er det vi er redde for?", "Vi er redde for noe.", ItemKind::Card, "follow_ups.1"),
        ("Mor ville alltid", "Ring 91 23 45 67. Mor ville alltid", ItemKind::Card, "panel.a.reason"),
        ("\"samtale\"", "\"spasertur\"", ItemKind::Card, "task"),
        ("Kaffe før natta", "Kaffe!", ItemKind::Case, "title"),
        ("Etterpå ligger han våken og ringer på.", "", ItemKind::Case, "background.2"),
        ("\"maltid\"", "\"spasertur\"", ItemKind::Case, "task"),
        ("\"silence\"", "\"rain\"", ItemKind::Prompt, "on"),
        ("\"facts\"", "\"rain\"", ItemKind::Prompt, "step"),
    ];
    for (from, to, kind, field) in table {
        let at = match field {
            "facts" => continue,
            "owner.name" => line("\"name\": \"Etikkgruppa"),
            "step" => line("\"step\""),
            "task" if kind == ItemKind::Case => line("\"maltid\""),
            _ => line(from),
        };
        let (from, to) =
            if field == "step" { ("\"step\": \"facts\"", "\"step\": \"rain\"") } else { (from, to) };
        assert_eq!(found_in(from, to), (kind, field.to_owned(), at), "{field}");
    }
}

#[test]
fn the_finding_of_one_item_is_that_of_the_item_in_the_pack() {
    let mut spoilt = pack();
    spoilt.cards[1].words.title = "Hvor er mannen!".into();
    let item = Item::card("own-81be6a0f44c9");
    let found = check_item(&spoilt, &item, &KNOWN, today(), Some(&guard));
    assert_eq!(found, check(&spoilt, &KNOWN, today(), Some(&guard)));
    assert_eq!((found.len(), found[0].field.as_str()), (1, "title"));
    let other = Item::card("own-3a7f19c2d0b4");
    assert_eq!(check_item(&spoilt, &other, &KNOWN, today(), Some(&guard)), []);
}

#[test]
fn a_pack_with_nothing_in_it_is_not_right() {
    let empty = Pack { cards: Vec::new(), cases: Vec::new(), prompts: Vec::new(), ..pack() };
    let problems: Vec<_> =
        check(&empty, &KNOWN, today(), None).into_iter().map(|found| found.problem).collect();
    assert_eq!(problems, [OwnProblem::NoItems]);
}

#[test]
fn a_pack_whose_file_could_not_be_read_again_is_not_right() {
    let mut large = pack();
    let one = large.prompts[0].clone();
    large.prompts = (0..190)
        .map(|number| OwnPrompt { id: format!("own-{number:04}"), text: "a".repeat(3_000), ..one.clone() })
        .collect();
    let found = check(&large, &KNOWN, today(), None);
    assert!(matches!(found[0].problem, OwnProblem::LargeFile { .. }), "{:?}", found[0]);
    assert!(read(&write(&large).unwrap()).is_err());
}

fn workplace(id: &str) -> Workplace {
    Workplace { id: id.into(), name: "Etikkgruppa på sykehjemmet".into() }
}

/// A pack with one finished question, as somebody writes it.
fn written() -> KeptPack {
    let mut kept = KeptPack::new("pack-0001".into(), workplace("owner-0001"), Language::Nb);
    let item = Item::prompt("own-abcdef");
    kept.apply(PackEdit::Title("Kvelder ".into()));
    kept.apply(PackEdit::Begun(item.clone()));
    for edit in [
        PromptEdit::Step("facts".into()),
        PromptEdit::On("silence".into()),
        PromptEdit::Text("Hva har vi sett?".into()),
    ] {
        kept.apply(PackEdit::Prompt(item.id.clone(), edit));
    }
    kept.apply(PackEdit::Finished(item));
    kept
}

fn handed_out(kept: &mut KeptPack) -> Vec<u8> {
    let pack = kept.to_hand_out(today());
    assert_eq!(check(&pack, &KNOWN, today(), Some(&guard)), []);
    let file = write(&pack).unwrap();
    kept.apply(PackEdit::HandedOut(Box::new(pack)));
    file
}

#[test]
fn the_edition_rises_with_a_change_and_only_then() {
    let mut kept = written();
    assert!(kept.is_changed());
    let first = handed_out(&mut kept);
    assert_eq!((kept.pack.edition, kept.pack.updated.as_str()), (1, "2026-11-22"));
    assert!(!kept.is_changed());
    assert_eq!(handed_out(&mut kept), first, "nothing has changed, so it is the same file");
    kept.apply(PackEdit::Title("Netter".into()));
    assert!(kept.is_changed());
    handed_out(&mut kept);
    assert_eq!(kept.pack.edition, 2);
}

#[test]
fn a_pack_is_taken_in_brought_up_to_date_and_never_twice() {
    let (there, here) = (written(), Device::new());
    let mut there = there;
    let first = handed_out(&mut there);
    assert_eq!(here.take_in(&first), Ok(Joining::New));
    assert_eq!(here.take_in(&first), Ok(Joining::Same));
    there.apply(PackEdit::Title("Netter".into()));
    let second = handed_out(&mut there);
    assert_eq!(here.take_in(&second), Ok(Joining::Update { from: 1, to: 2 }));
    assert_eq!(here.take_in(&first), Ok(Joining::Older { have: 2 }));
    let kept = here.here();
    assert_eq!((kept.len(), kept[0].pack.title.as_str(), kept[0].made_here), (1, "Netter", false));
    // Two have gone on from the same edition.
    let mut other = there.clone();
    other.pack.edition = 1;
    other.apply(PackEdit::Title("Morgener".into()));
    let differs = handed_out(&mut other);
    assert_eq!(here.take_in(&differs), Ok(Joining::Differs { edition: 2 }));
    assert_eq!(here.here()[0].pack.title, "Netter");
}

#[test]
fn a_pack_of_another_owner_is_another_pack() {
    let here = Device::new();
    let mine = written();
    here.keep(&mine);
    let mut theirs = written();
    theirs.pack.owner = workplace("owner-0002");
    let file = handed_out(&mut theirs);
    assert_eq!(here.take_in(&file), Ok(Joining::New));
    assert_eq!(here.take_in(&file), Ok(Joining::Same));
    let kept = here.here();
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&mine), "what was made here is as it was");
}

#[test]
fn what_was_made_here_is_replaced_by_a_later_edition_of_itself_alone() {
    let here = Device::new();
    let mut mine = written();
    let first = handed_out(&mut mine);
    here.keep(&mine);
    assert_eq!(here.take_in(&first), Ok(Joining::Same));
    let mut elsewhere = mine.clone();
    elsewhere.apply(PackEdit::Title("Netter".into()));
    let second = handed_out(&mut elsewhere);
    mine.apply(PackEdit::Title("Morgener".into()));
    here.keep(&mine);
    let back = Joining::OwnComesBack { from: 1, to: 2, loses_changes: true };
    assert_eq!(here.take_in(&second), Ok(back));
    let kept = here.here();
    assert_eq!((kept.len(), kept[0].pack.title.as_str(), kept[0].made_here), (1, "Netter", true));
    assert!(kept[0].unfinished().next().is_none() && !kept[0].is_changed());
    assert_eq!(here.take_in(&first), Ok(Joining::Older { have: 2 }));
}

#[test]
fn what_is_finished_shows_in_the_other_rooms_and_what_is_not_does_not() {
    let device = Device::new();
    device.take_in(SOLBAKKEN.as_bytes()).unwrap();
    let outside = device.here().remove(0);
    let deck = outside.as_deck().unwrap();
    assert_eq!((deck.words.name.as_str(), deck.neutral.cards.len()), ("Kvelder hos oss", 2));
    assert_eq!(deck.words.about, "Etikkgruppa på sykehjemmet");
    assert!(deck.neutral.cards.iter().all(|card| deck.words.cards.contains_key(&card.id)));
    assert_eq!(deck.neutral.id.as_str(), format!("own-{}", local_id(&outside)));
    assert_eq!(outside.cases()[0].words.title, "Kaffe før natta");
    assert_eq!(outside.cases()[0].neutral.metadata.last_checked, "2026-11-20");
    let facts: Vec<_> = outside.prompts_for(&StepId::from("facts")).collect();
    assert_eq!(facts, [("silence", "Hva har vi sett på kvelden, og hva har vi bare hørt?")]);
    assert_eq!(outside.prompts_for(&StepId::from("problem")).count(), 0);

    let draft = KeptPack { made_here: true, ..outside.clone() };
    assert!(draft.as_deck().is_none() && draft.cases().is_empty());
    assert_eq!(draft.prompts_for(&StepId::from("facts")).count(), 0);
    let half = KeptPack { finished: vec!["own-3a7f19c2d0b4".into()], ..draft };
    let deck = half.as_deck().unwrap();
    assert_eq!((deck.neutral.cards.len(), deck.words.cards.len()), (1, 1));
    assert_ne!(deck.revision, outside.as_deck().unwrap().revision);
}

#[test]
fn the_ids_under_which_packs_lie_fit_into_an_address() {
    let mut kept = written();
    for made_here in [true, false] {
        kept.made_here = made_here;
        let route = refleks::route::Route::Pack(local_id(&kept));
        assert_eq!(refleks::route::Route::parse(&route.to_string()), route);
    }
    kept.pack.id = "6f0d3c9e-52b1-4a7c-9d34-0c3f2a7be981".into();
    let route = refleks::route::Route::PackItem(local_id(&kept), "own-abcdef".into());
    assert_eq!(refleks::route::Route::parse(&route.to_string()), route);
}

#[test]
fn a_pack_in_another_language_keeps_the_rules_of_that_language() {
    let english = Pack { language: Language::En, ..pack() };
    // LIX says little about English, so hard words are no finding there.
    let mut hard = english.clone();
    hard.cards[0].words.text = "Forutsigbarhetsvurderinger tilrettelegges kontinuerlig. ".repeat(9);
    assert_eq!(check(&hard, &known(Language::En), today(), Some(&guard)), []);
    hard.language = Language::Nb;
    assert!(check(&hard, &KNOWN, today(), Some(&guard)).iter().any(|found| is_lix(&found.problem)));
}
