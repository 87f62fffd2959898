//! The privacy guard, seen from outside: what it must find wherever it stands, what it must leave alone,
//! and that no text breaks it. The corpus is tested in `xtask`, where the list of names is compiled.

use proptest::prelude::*;
use refleks::ethics::privacy::{Finding, Kind, Names, find};

fn names() -> Names {
    Names::from_lists(&["Kari", "Ola", "Bjørn", "Liv", "Stein"], &["Hansen", "Haug", "Nguyễn"])
}

fn found(text: &str) -> Vec<(Kind, String)> {
    find(text, &names()).iter().map(|one| (one.kind, one.text(text).to_owned())).collect()
}

fn control(digits: &[u32], weights: &[u32]) -> u32 {
    (11 - digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11) % 11
}

/// The eleven digits of a national id, or `None` where the serial number has no control digits.
fn national_id(day: u32, month: u32, year: u32, serial: u32) -> Option<String> {
    let mut digits: Vec<u32> = format!("{day:02}{month:02}{year:02}{serial:03}")
        .bytes()
        .map(|byte| u32::from(byte - b'0'))
        .collect();
    digits.push(control(&digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2]));
    digits.push(control(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    (digits.iter().all(|digit| *digit < 10)).then(|| digits.iter().map(u32::to_string).collect())
}

prop_compose! {
    fn any_id()(
        day in 1_u32..=28, month in 1_u32..=12, year in 0_u32..100, serial in 0_u32..1000,
        d_number in prop::sample::select(vec![0_u32, 40]), synthetic in prop::sample::select(vec![0_u32, 40, 80]),
    ) -> Option<String> {
        national_id(day + d_number, month + synthetic, year, serial)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_it_and_every_range_is_a_piece_of_the_text(text in "\\PC{0,80}") {
        let names = names();
        let mut last = 0;
        for Finding { range, .. } in find(&text, &names) {
            prop_assert!(last <= range.start && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            last = range.end;
        }
    }

    #[test]
    fn no_mixture_of_its_own_words_breaks_it(
        parts in prop::collection::vec(prop::sample::select(vec![
            "rom", "12", ".", "mars", "2026", "-", "/", "@", "(", "+", "47", "00", " ", "\n", "Kari", "K", "’", "s",
            "gate", "Oslo", "0150", "kl", "den", "å\u{30a}", "\u{a0}", "fru", "heter", "May", "Á", "😀", ",", "22334455",
        ]), 0..24)
    ) {
        let text: String = parts.concat();
        for one in find(&text, &names()) {
            prop_assert!(!one.text(&text).is_empty());
        }
    }

    #[test]
    fn every_valid_national_id_is_found_between_non_digits(
        id in any_id(), gap in prop::sample::select(vec!["", " ", ".", "\u{a0}", "-"]),
        before in "[^0-9@]{0,6}", after in "[^0-9@]{0,6}",
    ) {
        let Some(id) = id else { return Ok(()) };
        let written = format!("{}{gap}{}", &id[..6], &id[6..]);
        let text = format!("{before}{written}{after}");
        prop_assert!(
            found(&text).iter().any(|(kind, piece)| *kind == Kind::NationalId && *piece == written),
            "{text:?}"
        );
    }

    #[test]
    fn a_wrong_control_digit_is_never_a_national_id(id in any_id(), place in 9_usize..11, more in 1_u8..10) {
        let Some(id) = id else { return Ok(()) };
        let mut digits = id.into_bytes();
        digits[place] = b'0' + (digits[place] - b'0' + more) % 10;
        let text = String::from_utf8(digits).unwrap();
        prop_assert!(found(&text).iter().all(|(kind, _)| *kind != Kind::NationalId), "{text}");
    }

    #[test]
    fn eight_digits_in_the_usual_groups_are_a_telephone_number(
        number in 21_000_000_u32..=99_999_999, space in prop::sample::select(vec![" ", "\u{a0}", "\u{202f}"]),
        code in prop::sample::select(vec!["", "+47", "+47 ", "0047 "]),
    ) {
        let digits = number.to_string();
        for groups in [vec![2, 2, 2, 2], vec![3, 2, 3]] {
            let mut rest = digits.as_str();
            let mut written = Vec::new();
            for group in groups {
                let (head, tail) = rest.split_at(group);
                written.push(head);
                rest = tail;
            }
            let text = format!("Ring {code}{} i kveld", written.join(space));
            prop_assert!(found(&text).iter().any(|(kind, _)| *kind == Kind::Phone), "{text}");
        }
    }

    #[test]
    fn every_day_of_a_year_is_found_as_a_date(day in 1_u32..=28, month in 1_u32..=12, year in 1920_u32..=2040) {
        for text in [
            format!("{day:02}.{month:02}.{year}"), format!("{day}.{month}.{year}"), format!("{day}/{month}-{:02}", year % 100),
            format!("{year}-{month:02}-{day:02}"), format!("{day}/{month}/{year}"), format!("{day:02}.{month:02}.{:02}", year % 100),
        ] {
            let sentence = format!("Hun falt {text}, sa de.");
            prop_assert!(found(&sentence).contains(&(Kind::Date, text.clone())), "{sentence}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_come_back_from_the_file_as_they_were(names in prop::collection::vec("[A-ZÆØÅÉ][a-zæøåéü]{2,12}", 1..40)) {
        let given: Vec<&str> = names.iter().map(String::as_str).collect();
        let json = Names::from_lists(&given, &[]).to_json().unwrap();
        let read = Names::from_json(&json).unwrap();
        prop_assert_eq!(&read.to_json().unwrap(), &json);
        for name in given {
            let sentence = format!("Vi hjalp {name} i går");
            let same = find(&sentence, &read) == find(&sentence, &Names::from_lists(&[name], &[]));
            prop_assert!(same, "{}", name);
        }
    }
}

#[test]
fn figures_that_nurses_write_are_left_alone() {
    for text in [
        "BT 120/80, puls 88, RF 18, SpO2 94 %, temp 37,8",
        "NEWS2 5",
        "12-14 ganger",
        "kl. 07.30",
        "klokka 2230",
        "§ 4-3",
        "500 mg",
        "113",
        "116 117",
        "02800",
        "0–10",
        "3.–4. trinn",
        "i 80-årene",
        "2/3 av maten",
        "VAS 7/10",
        "GCS 14/15",
        "kl. 12.30–13.15",
        "12 345 678 kroner",
        "24/7",
        "fra 2019 til 2024",
        "1. Hva vet vi?",
        "punkt 4.1 og 4.2.",
        "avdelingen 12 senger",
        "step 3",
        "sone 2 timer",
        "i rommet",
        "for tre uker siden",
        "mandag kl. 12",
        "1,5 årsverk",
        "17 beboere",
        "temp 38.6.",
        "INR 2.4.",
        "Hb 10.2.",
        "0730–1500",
        "kr 22334455",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_name_that_is_a_word_is_a_name_where_a_person_is_meant() {
    for (text, name) in [
        ("Bjørn ringte meg", Some("Bjørn")),
        ("En bjørn ringte ikke", None),
        ("Vi så Liv i går", Some("Liv")),
        ("Liv og død", None),
        ("Stein Haug kom", Some("Stein Haug")),
        ("Stein på stein", None),
        ("Fru Haug er her", Some("Fru Haug")),
        ("Haugen er bratt", None),
        ("Hun heter liv", Some("liv")),
    ] {
        let names: Vec<String> = found(text).into_iter().map(|(_, text)| text).collect();
        assert_eq!(names, name.into_iter().map(str::to_owned).collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn without_a_list_numbers_and_titled_persons_are_still_found() {
    let text = "Fru Hansen på rom 4 har telefon 22 33 44 55.";
    let kinds: Vec<Kind> = find(text, &Names::default()).iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::Name, Kind::Room, Kind::Phone]);
}

#[test]
fn every_kind_says_what_to_write_instead_and_its_key_is_its_name_in_json() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("{:?}", kind.key()));
        let replaced = kind.suggestion().replacement_key().is_some();
        assert_eq!(replaced, !matches!(kind, Kind::Phone | Kind::Email));
    }
}

#[test]
fn five_thousand_characters_are_read_between_two_keystrokes() {
    let text =
        "Vi ringte Kari Hansen kl. 12.30 fordi Bjørn på rom 12 ikke ville dusje, BT 120/80. ".repeat(62);
    assert!(text.len() > 5_000);
    let names = names();
    assert!(!find(&text, &names).is_empty());
    let best = (0..20)
        .map(|_| {
            let start = std::time::Instant::now();
            assert!(find(&text, &names).len() >= 180);
            start.elapsed()
        })
        .min()
        .unwrap();
    println!("5 000 characters: {best:?}");
    assert!(best.as_millis() < 50, "{best:?}");
}

#[test]
fn a_national_id_behind_a_word_for_a_room_is_no_room() {
    for text in ["rM\tA01012900054", "rom A01012900054"] {
        let found = found(text);
        assert!(found.iter().any(|(kind, _)| *kind == Kind::NationalId), "{text}: {found:?}");
    }
}

#[test]
fn andre_that_begins_a_sentence_is_the_others_and_no_man() {
    let names = Names::from_lists(&["Andre", "Kari"], &["Hansen"]);
    for text in ["Noen vil vente. Andre sier nei.", "Andre ser på tilbudene.", "Andre tek over."] {
        assert!(find(text, &names).is_empty(), "{text}");
    }
    for text in ["Jeg snakket med Andre Hansen i går.", "Hun sa at Andre spiser lite."] {
        assert!(!find(text, &names).is_empty(), "{text}");
    }
}
