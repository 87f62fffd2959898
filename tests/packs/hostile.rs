//! Files that are no right pack, each refused with what is wrong and where, and without a trace on the device.

use refleks::content::rules::Problem;
use refleks::packs::{Disguise, Fault, ItemKind, LIMITS, OwnFinding, OwnProblem, PackError, Spot, write};
use serde_json::{Value, json};

use super::support::{Device, Refused, SOLBAKKEN, pack, value};

/// What is refused, on a device where something lies already; it is as it was, byte for byte.
fn refused(file: &[u8]) -> Refused {
    let device = Device::new();
    let mut theirs = pack();
    theirs.id = "another-pack-0001".into();
    device.take_in(&write(&theirs).unwrap()).unwrap();
    let (before, writes) = (device.store.snapshot(), device.store.writes());
    assert_eq!(before.len(), 1);
    let answer = device.take_in(file);
    assert_eq!(device.store.snapshot(), before);
    assert_eq!(device.store.writes(), writes);
    match answer {
        Err(refused) => refused,
        Ok(joining) => panic!("taken in as {joining:?}: {}", String::from_utf8_lossy(file)),
    }
}

fn unread(file: impl AsRef<[u8]>) -> PackError {
    match refused(file.as_ref()) {
        Refused::Unread(error) => error,
        Refused::Wrong(found) => panic!("was read: {found:?}"),
    }
}

/// What is wrong with the right pack after this has been put in its place.
fn with(from: &str, to: &str) -> String {
    assert!(SOLBAKKEN.contains(from), "there is no {from}");
    SOLBAKKEN.replacen(from, to, 1)
}

fn fault(file: &str) -> (String, Fault, usize) {
    match unread(file) {
        PackError::Field { path, spot, fault } => (path, fault, spot.unwrap().line),
        PackError::TooLarge { .. }
        | PackError::Empty
        | PackError::NotText(_)
        | PackError::NotJson(_)
        | PackError::TooDeep(_)
        | PackError::NotAPack
        | PackError::TooOld(_)
        | PackError::TooNew(_)
        | PackError::TooMany { .. } => panic!("it is no field"),
    }
}

fn wrong(file: &str) -> Vec<OwnFinding> {
    match refused(file.as_bytes()) {
        Refused::Wrong(found) => {
            assert!(found.iter().all(|one| one.spot.is_some()), "{found:?}");
            found
        }
        Refused::Unread(error) => panic!("could not be read: {error:?}"),
    }
}

/// The line of the right pack that has this in it.
fn line(text: &str) -> usize {
    SOLBAKKEN.lines().position(|line| line.contains(text)).unwrap() + 1
}

/// What a value is changed by, and the way to it.
type Way = Vec<String>;

/// The way to every value of a file, the leaves last.
fn ways(value: &Value, here: &Way, all: &mut Vec<Way>) {
    let mut go = |name: String, value: &Value| {
        let mut inside = here.clone();
        inside.push(name);
        ways(value, &inside, all);
        all.push(inside);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| go(name.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| go(at.to_string(), value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn at<'a>(value: &'a mut Value, way: &Way) -> &'a mut Value {
    way.iter().fold(value, |value, name| match name.parse::<usize>() {
        Ok(number) => value.get_mut(number).unwrap(),
        Err(_) => value.get_mut(name).unwrap(),
    })
}

fn all_ways() -> Vec<Way> {
    let mut all = Vec::new();
    ways(&value(), &Vec::new(), &mut all);
    assert!(all.len() > 120, "{}", all.len());
    all
}

#[test]
fn a_file_that_is_too_large_is_not_looked_at() {
    let huge = [SOLBAKKEN.as_bytes(), &vec![b' '; 600 * 1024]].concat();
    assert_eq!(unread(&huge), PackError::TooLarge { bytes: huge.len(), limit: LIMITS.bytes });
    let one_text = with("Kvelder hos oss", &"a".repeat(1024 * 1024));
    assert_eq!(unread(&one_text), PackError::TooLarge { bytes: one_text.len(), limit: LIMITS.bytes });
}

#[test]
fn a_text_that_is_too_long_is_told_at_its_line() {
    let long = with("Kvelder hos oss", &"a".repeat(LIMITS.characters + 1));
    let fault_of = Fault::TooLong { characters: LIMITS.characters + 1, limit: LIMITS.characters };
    assert_eq!(fault(&long), ("title".into(), fault_of, line("\"title\": \"Kvelder")));
    let long_name = with("\"cards\": [", &format!("\"{}\": 1, \"cards\": [", "a".repeat(65)));
    assert!(matches!(fault(&long_name).1, Fault::TooLong { limit, .. } if limit == LIMITS.id));
}

#[test]
fn lists_and_objects_that_lie_too_deep_are_not_followed() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(5_000), close.repeat(5_000));
        assert!(matches!(unread(deep), PackError::TooDeep(Spot { line: 1, .. })));
    }
    let inside = with("\"silence\"", &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    assert!(matches!(unread(inside), PackError::TooDeep(spot) if spot.line == line("\"silence\"")));
}

#[test]
fn a_value_of_another_type_is_refused_in_every_field() {
    let mut refused_so_far = 0;
    for way in all_ways() {
        let wrong_types =
            [json!(7), json!("x"), json!(true), json!([]), json!({}), json!(-1), json!(1.5), Value::Null];
        for wrong_type in wrong_types {
            let mut file = value();
            let place = at(&mut file, &way);
            let is_alike = std::mem::discriminant(place) == std::mem::discriminant(&wrong_type);
            if is_alike && !wrong_type.is_number() {
                continue;
            }
            *place = wrong_type.clone();
            // A number of an edition may be another one.
            if way == ["edition"] && wrong_type == json!(7) {
                continue;
            }
            refused(serde_json::to_vec_pretty(&file).unwrap().as_slice());
            refused_so_far += 1;
        }
    }
    assert!(refused_so_far > 700, "{refused_so_far}");
}

#[test]
fn markup_is_refused_in_every_text() {
    let mut seen = 0;
    for way in all_ways() {
        for markup in
            ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a </p>", "<!--", "<svg/onload=a>"]
        {
            let mut file = value();
            let place = at(&mut file, &way);
            if !place.is_string() {
                continue;
            }
            *place = markup.into();
            let file = serde_json::to_string_pretty(&file).unwrap();
            let told = line_in(&file, markup);
            let PackError::Field { spot, fault, .. } = unread(&file) else { panic!("{way:?}") };
            assert!(matches!(fault, Fault::Markup(_)), "{way:?}: {fault:?}");
            assert_eq!(spot.unwrap().line, told, "{way:?}");
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
}

fn line_in(file: &str, text: &str) -> usize {
    let quoted = serde_json::to_string(text).unwrap();
    file.lines().position(|line| line.contains(&quoted)).unwrap() + 1
}

#[test]
fn markup_is_refused_in_a_name_as_well_and_however_it_is_spelled() {
    let named = with("\"facts\": {", "\"facts\": {\"<b>\": \"x\", ");
    assert!(matches!(fault(&named).1, Fault::Markup(_)));
    let escaped = with("Kvelder hos oss", "\\u003cscript\\u003e");
    assert!(matches!(fault(&escaped).1, Fault::Markup(_)));
}

#[test]
fn signs_that_hide_or_turn_around_are_refused_in_every_text() {
    for sign in [
        "\\u0000", "\\u202e", "\\u2066", "\\u200b", "\\ufeff", "\\u001b", "\\r", "\\t", "\u{202e}",
        "\u{feff}",
    ] {
        let file = with("Kaffe før natta", &format!("Kaffe{sign}før natta"));
        assert_eq!(fault(&file).1, Fault::HiddenSign, "{sign:?}");
        assert_eq!(fault(&file).2, line("Kaffe før natta"), "{sign:?}");
    }
    let raw_null = with("Kvelder", "Kv\0lder");
    assert!(matches!(unread(raw_null), PackError::NotJson(Spot { line: 9, .. })));
}

#[test]
fn a_lone_half_of_a_sign_is_refused() {
    for half in ["\\ud83d", "\\udc4d", "\\ud83d\\ud83d", "\\ud83dx"] {
        let file = with("Kvelder hos oss", &format!("Kvelder {half}"));
        assert!(matches!(unread(&file), PackError::NotJson(spot) if spot.line == 9), "{half}");
    }
}

#[test]
fn ids_that_stand_there_twice_are_refused_whatever_they_are_of() {
    let cards = with("own-81be6a0f44c9", "own-3a7f19c2d0b4");
    assert_eq!(fault(&cards), ("cards[1].neutral.id".into(), Fault::Taken, line("own-81be6a0f44c9")));
    let across = with("own-c5d2077ea913", "own-3a7f19c2d0b4");
    assert_eq!(fault(&across).0, "cases[0].neutral.id");
    let prompt = with("own-9d40e7b1f226", "own-c5d2077ea913");
    assert_eq!(fault(&prompt).0, "prompts[0].id");
    let facts =
        with("{\"id\": \"b\", \"certainty\": \"believed\"}", "{\"id\": \"a\", \"certainty\": \"believed\"}");
    let found = wrong(&facts);
    assert!(
        found.iter().any(|one| one.problem == OwnProblem::Rule(Problem::Duplicate("a".into()))),
        "{found:?}"
    );
}

#[test]
fn an_id_that_belongs_to_the_app_or_leads_elsewhere_is_refused() {
    for id in [
        "sh-kake",
        "../x",
        "own-../../x",
        "own-/etc/passwd",
        "own-%2e%2e",
        "OWN-abcdef",
        "own-",
        "",
        "own-æøåæøå",
        "__proto__",
    ] {
        let file = with("own-3a7f19c2d0b4", id);
        assert_eq!(fault(&file).1, Fault::Id, "{id}");
    }
    for (from, to) in [
        ("6f0d3c9e-52b1-4a7c-9d34-0c3f2a7be981", "../../x-0000"),
        ("6f0d3c9e-52b1-4a7c-9d34-0c3f2a7be981", "1"),
        ("b7e1f0a4-8c2d-4f6e-a1b9-5d20c4e83f17", "device:all"),
    ] {
        assert_eq!(fault(&with(from, to)).1, Fault::Id, "{to}");
    }
    let choice = SOLBAKKEN.replace("\"c\"", "\"../c\"");
    assert_eq!(fault(&choice).1, Fault::Id);
}

#[test]
fn another_version_is_told_apart_from_another_file() {
    let version = |to: &str| unread(with("\"refleks_pack\": 1", to));
    assert_eq!(version("\"refleks_pack\": 0"), PackError::TooOld(0));
    assert_eq!(version("\"refleks_pack\": 2"), PackError::TooNew(2));
    // Before its shape: a later pack may look otherwise.
    assert_eq!(unread(br#"{"refleks_pack": 3, "all": {"new": []}}"#), PackError::TooNew(3));
    for none in [
        "\"pack\": 1",
        "\"refleks_pack\": \"1\"",
        "\"refleks_pack\": 1.0",
        "\"refleks_pack\": -1",
        "\"refleks_pack\": null",
        "\"refleks_pack\": 4294967296",
    ] {
        assert_eq!(version(none), PackError::NotAPack, "{none}");
    }
    for other in [
        "{}",
        "[]",
        "null",
        "\"refleks_pack\"",
        "1",
        r#"{"format":"refleks-backup","version":1,"made":"","records":[]}"#,
    ] {
        assert_eq!(unread(other), PackError::NotAPack, "{other}");
    }
}

#[test]
fn what_is_no_plain_text_is_told_by_what_it_is() {
    let utf16: Vec<u8> =
        [0xfeff_u16].into_iter().chain(SOLBAKKEN.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let utf16_be: Vec<u8> =
        [0xfeff_u16].into_iter().chain(SOLBAKKEN.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xef\xbb\xbf", SOLBAKKEN.as_bytes()].concat();
    for file in [utf16, utf16_be, marked] {
        assert_eq!(unread(file), PackError::NotText(Disguise::OtherEncoding));
    }
    // 10 GB of noughts would come out of this one; nobody unpacks it.
    let zip = b"PK\x03\x04\x2d\x00\x00\x00\x08\x00\x00\x00\x21\x00\xff\xff\xff\xff\xff\xff\xff\xff";
    let gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xed\xc1\x01\x0d\x00\x00\x00\xc2\xa0";
    for file in [zip.as_slice(), gzip] {
        assert_eq!(unread(file), PackError::NotText(Disguise::Compressed));
    }
    let latin1: Vec<u8> =
        SOLBAKKEN.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?')).collect();
    for file in [latin1, vec![0x80, 0x81], vec![0xc0, 0xaf], b"\x89PNG\r\n\x1a\n".to_vec()] {
        assert_eq!(unread(file), PackError::NotText(Disguise::Binary));
    }
}

#[test]
fn an_empty_file_and_one_that_is_cut_off_anywhere_are_refused() {
    for empty in ["", " ", "\n\n\t "] {
        assert_eq!(unread(empty), PackError::Empty);
    }
    let whole = SOLBAKKEN.trim_end();
    let cuts = (1..whole.len()).filter(|at| whole.is_char_boundary(*at)).step_by(7);
    for at in cuts {
        assert!(matches!(unread(&whole[..at]), PackError::NotJson(_)), "cut at {at}");
    }
    let doubled = SOLBAKKEN.repeat(2);
    assert!(matches!(unread(doubled), PackError::NotJson(_)));
}

#[test]
fn more_items_than_a_pack_can_have_are_refused() {
    let mut file = value();
    let one = file["prompts"][0].clone();
    let many = (0..201).map(|number| {
        let mut prompt = one.clone();
        prompt["id"] = format!("own-{number:06}").into();
        prompt
    });
    file["prompts"] = many.collect();
    // Cards and dilemmas count as well.
    let found = PackError::TooMany { found: 204, limit: LIMITS.items };
    assert_eq!(unread(serde_json::to_vec_pretty(&file).unwrap()), found);
}

#[test]
fn what_leads_to_nothing_in_the_library_is_refused() {
    let unknown_tag = |from: &str| {
        let found = wrong(&with(from, "\"spasertur\""));
        assert_eq!(found[0].problem, OwnProblem::Rule(Problem::UnknownTag("spasertur".into())), "{from}");
        found[0].spot.unwrap().line
    };
    assert_eq!(unknown_tag("\"tilsyn\""), line("\"tilsyn\""));
    assert_eq!(unknown_tag("\"selvbestemmelse\""), line("\"selvbestemmelse\""));
    assert_eq!(unknown_tag("\"nattevakt\""), line("\"nattevakt\""));
    assert_eq!(unknown_tag("\"mat\""), line("\"mat\""));
    let unknown_id = |from: &str, to: &str| {
        let found = wrong(&with(from, to));
        assert_eq!(found[0].problem, OwnProblem::Rule(Problem::UnknownId("finnes-ikke".into())), "{from}");
        assert_eq!(found[0].spot.unwrap().line, line(from), "{from}");
    };
    unknown_id("\"aerlighet\"", "\"finnes-ikke\"");
    unknown_id("\"laws\": []", "\"laws\": [\"finnes-ikke\"]");
    unknown_id("\"level\": \"start\",", "\"level\": \"start\", \"law\": \"finnes-ikke\",");
    unknown_id("\"step\": \"facts\"", "\"step\": \"finnes-ikke\"");
    unknown_id("\"silence\"", "\"finnes-ikke\"");
}

#[test]
fn an_answer_is_refused() {
    for answer in ["Fasit er å vente.", "Det er riktig svar å vente.", "Her er rett svar."] {
        let found = wrong(&with("Hun gråter på nytt hver gang, og så husker hun det ikke.", answer));
        assert!(matches!(&found[0].problem, OwnProblem::Rule(Problem::Answer(_))), "{found:?}");
        assert_eq!((found[0].item.kind, found[0].field.as_str()), (ItemKind::Card, "panel.b.reason"));
    }
}

#[test]
fn what_could_identify_somebody_is_refused_in_every_kind_of_text() {
    for (from, who) in [
        ("Etterpå ligger han våken", "91 23 45 67"),
        ("Etterpå ligger han våken", "01897424890"),
        ("Mor ville alltid vite alt", "Kari Hansen"),
        ("Hva har vi sett på kvelden", "kari@example.no"),
        ("Kaffen minner ham om jobben", "12. mars 1941"),
        ("Kvelder hos oss", "Rom 214"),
        ("Etikkgruppa på sykehjemmet", "Ola Haug"),
    ] {
        let found = wrong(&with(from, &format!("{who}. {from}")));
        let is_told = |one: &OwnFinding| matches!(&one.problem, OwnProblem::Rule(Problem::Identifies(told)) if who.contains(told.as_str()));
        assert!(found.iter().any(is_told), "{who}: {found:?}");
    }
}

#[test]
fn a_language_that_nobody_knows_is_refused() {
    for language in ["sv", "no", "NB", "se", ""] {
        let file = with("\"language\": \"nb\"", &format!("\"language\": \"{language}\""));
        assert_eq!(fault(&file), ("language".into(), Fault::Shape, 3), "{language}");
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    for number in ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "0x10", "01", "+1", ".5"] {
        let file = with("\"edition\": 3", &format!("\"edition\": {number}"));
        assert!(matches!(unread(&file), PackError::NotJson(spot) if spot.line == 10), "{number}");
    }
    for number in ["3.0", "3e0", "-3", "4294967296", "\"3\""] {
        let file = with("\"edition\": 3", &format!("\"edition\": {number}"));
        assert_eq!(fault(&file), ("edition".into(), Fault::Shape, 10), "{number}");
    }
    assert_eq!(fault(&with("\"edition\": 3", "\"edition\": 0")), ("edition".into(), Fault::Edition, 10));
    assert_eq!(fault(&with("\"updated\": \"2026-11-20\"", "\"updated\": \"i går\"")).1, Fault::Day);
}

#[test]
fn a_name_that_stands_there_twice_is_refused_at_the_second() {
    let twice =
        with("\"title\": \"Kvelder hos oss\",", "\"title\": \"Kvelder hos oss\",\n  \"title\": \"Andre\",");
    assert_eq!(fault(&twice), ("title".into(), Fault::Twice, 10));
    let spelled = with(
        "\"title\": \"Kvelder hos oss\",",
        "\"title\": \"Kvelder hos oss\",\n  \"titl\\u0065\": \"Andre\",",
    );
    assert_eq!(fault(&spelled), ("title".into(), Fault::Twice, 10));
    let inside =
        with("\"a\": \"Si det som det er\",", "\"a\": \"Si det som det er\", \"a\": \"Si noe annet\",");
    assert_eq!(fault(&inside).0, "cards[1].words.choices.a");
}

#[test]
fn a_field_that_no_pack_has_is_refused_wherever_it_stands() {
    let table = [
        ("\"edition\": 3,", "\"__proto__\": {\"made_here\": true},", "__proto__"),
        ("\"edition\": 3,", "\"constructor\": 1,", "constructor"),
        ("\"edition\": 3,", "\"script\": \"alert(1)\",", "script"),
        ("\"kind\": \"claim\",", "\"answer\": \"a\",", "cards[0].neutral.answer"),
        ("\"teaser\":", "\"fasit\": \"Vente\", ", "cases[0].words.fasit"),
        ("\"on\": \"silence\",", "\"by\": \"Kari\",", "prompts[0].by"),
        ("\"kind\": \"claim\",", "\"law\": null,", "cards[0].neutral.law"),
    ];
    for (before, more, path) in table {
        let file = with(before, &format!("{more} {before}"));
        assert_eq!(fault(&file), (path.into(), Fault::Unknown, line(before)), "{more}");
    }
    let words_of_nothing =
        with("\"a\": \"Si det som det er\",", "\"a\": \"Si det som det er\", \"__proto__\": \"x\",");
    assert!(
        wrong(&words_of_nothing)
            .iter()
            .any(|one| matches!(&one.problem, OwnProblem::Rule(Problem::WordsForNothing { .. })))
    );
}

#[test]
fn a_field_that_is_missing_is_told_by_its_name() {
    for (field, path) in [("title", ""), ("owner", ""), ("cards", ""), ("prompts", "")] {
        let mut file = value();
        file.as_object_mut().unwrap().remove(field);
        let file = serde_json::to_string_pretty(&file).unwrap();
        assert_eq!(fault(&file), (path.into(), Fault::Missing(field.into()), 1));
    }
    let mut file = value();
    file["cards"][1]["words"].as_object_mut().unwrap().remove("twist");
    let file = serde_json::to_string_pretty(&file).unwrap();
    let (path, fault, line) = fault(&file);
    assert_eq!((path.as_str(), fault), ("cards[1].words", Fault::Missing("twist".into())));
    assert!(line > 20);
}

#[test]
fn a_day_that_has_not_come_is_refused() {
    let found = wrong(&with("\"last_checked\": \"2026-11-20\"", "\"last_checked\": \"2031-01-01\""));
    assert!(matches!(&found[0].problem, OwnProblem::Rule(Problem::FutureDate { .. })), "{found:?}");
}

#[test]
fn every_error_names_the_item_that_it_is_in() {
    let error = unread(with("\"kind\": \"case\"", "\"kind\": \"quiz\""));
    assert_eq!(
        (error.item(), error.spot().unwrap().line),
        (Some((ItemKind::Card, 2)), line("\"kind\": \"case\""))
    );
    let error = unread(with("\"certainty\": \"unknown\"", "\"certainty\": \"sure\""));
    assert_eq!(error.item(), Some((ItemKind::Case, 1)));
}
