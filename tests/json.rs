//! The reader of JSON: what is written comes back, and what is wrong is told with its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use refleks::ethics::Opening;
use refleks::i18n::Language;
use refleks::json::{self, Value};
use serde::{Deserialize, Serialize};

/// Everything that a type of the app may be made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Whole {
    id: Id,
    count: Count,
    small: u8,
    #[serde(rename = "signed-number")]
    signed: i64,
    broken: f64,
    #[serde(default)]
    is_set: bool,
    letter: char,
    fixed: Box<str>,
    nothing: (),
    #[serde(skip)]
    not_kept: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    perhaps: Option<String>,
    pair: (String, u16),
    choices: Vec<Choice>,
    by_word: BTreeMap<Language, Vec<Option<Count>>>,
    by_id: BTreeMap<Id, Inner>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Id(String);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Count(u32);

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Inner {
    text: String,
    #[serde(default)]
    more: Option<Box<Inner>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Nothing,
    OneThing(Inner),
    TwoThings(u32, String),
    Named {
        first: String,
        #[serde(default)]
        second: u64,
    },
}

fn inner() -> impl Strategy<Value = Inner> {
    let leaf = any::<String>().prop_map(|text| Inner { text, more: None });
    leaf.prop_recursive(3, 4, 1, |more| {
        (any::<String>(), more).prop_map(|(text, more)| Inner { text, more: Some(Box::new(more)) })
    })
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        Just(Choice::Nothing),
        inner().prop_map(Choice::OneThing),
        any::<(u32, String)>().prop_map(|(number, text)| Choice::TwoThings(number, text)),
        any::<(String, u64)>().prop_map(|(first, second)| Choice::Named { first, second }),
    ]
}

fn whole() -> impl Strategy<Value = Whole> {
    let language = prop::sample::select(Language::ALL.to_vec());
    let counts = prop::collection::vec(any::<Option<u32>>().prop_map(|count| count.map(Count)), 0..3);
    let id = || any::<String>().prop_map(Id);
    let plain = (
        any::<(u32, u8, i64, bool, char, String)>(),
        any::<i32>().prop_map(|halves| f64::from(halves) / 2.0),
        any::<Option<String>>(),
    );
    let nested = (
        any::<(String, u16)>(),
        prop::collection::vec(choice(), 0..4),
        prop::collection::btree_map(language, counts, 0..3),
        prop::collection::btree_map(id(), inner(), 0..3),
    );
    (id(), plain, nested).prop_map(|(id, plain, (pair, choices, by_word, by_id))| {
        let ((count, small, signed, is_set, letter, fixed), broken, perhaps) = plain;
        let (count, fixed, nothing, not_kept) = (Count(count), fixed.into(), (), 0);
        Whole {
            id,
            count,
            small,
            signed,
            broken,
            is_set,
            letter,
            fixed,
            nothing,
            not_kept,
            perhaps,
            pair,
            choices,
            by_word,
            by_id,
        }
    })
}

/// Any small JSON.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z_]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{0,6}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Puts something else in a place that the numbers lead to, or takes away what is there.
fn spoil(value: &mut Value, way: &[prop::sample::Index], with: Option<Value>) {
    if let (Value::Object(entries), [last], None) = (&mut *value, way, &with) {
        if let Some(name) = entries.keys().nth(last.index(entries.len().max(1))).cloned() {
            entries.remove(&name);
        }
        return;
    }
    let inside = match (&mut *value, way.first()) {
        (Value::Array(items), Some(next)) => {
            let at = next.index(items.len().max(1));
            items.get_mut(at)
        }
        (Value::Object(entries), Some(next)) => {
            let at = next.index(entries.len().max(1));
            entries.values_mut().nth(at)
        }
        (_, _) => None,
    };
    match (inside, with) {
        (Some(inside), with) => spoil(inside, &way[1..], with),
        (None, Some(with)) => *value = with,
        (None, None) => {}
    }
}

proptest! {
    #[test]
    fn what_is_written_comes_back(value in whole()) {
        let written = json::write(&value).unwrap();
        prop_assert_eq!(json::read::<Whole>(&written).unwrap(), value.clone());
        prop_assert_eq!(json::write_text(&value).unwrap().into_bytes(), written);
    }

    #[test]
    fn nothing_is_read_in_another_way_than_serde_reads_it(
        value in whole(),
        way in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        with in prop::option::of(any_json()),
    ) {
        let mut spoilt = serde_json::to_value(&value).unwrap();
        spoil(&mut spoilt, &way, with);
        if let Ok(read) = json::from_value::<Whole>(&spoilt) {
            prop_assert_eq!(serde_json::from_value::<Whole>(spoilt).unwrap(), read);
        }
    }

    #[test]
    fn no_bytes_and_no_shape_end_the_app(bytes in any::<Vec<u8>>(), value in any_json()) {
        let _ = json::read::<Whole>(&bytes);
        let _ = json::read::<Vec<Choice>>(&bytes);
        let _ = json::from_value::<Whole>(&value);
        let _ = json::from_value::<Choice>(&value);
        let _ = json::from_value::<Inner>(&value);
    }
}

fn why<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    json::read::<T>(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn an_error_says_what_is_wrong_and_where() {
    let file = include_str!("fixtures/records/opening-1.json");
    let opening = |from: &str, to: &str| {
        let spoilt = file.replacen(from, to, 1);
        assert_ne!(spoilt, file);
        why::<Opening>(&spoilt)
    };
    let unknown = "unknown variant `sure`, expected one of `known`, `believed`, `unknown`";
    let told = [
        (opening("\"believed\"", "\"sure\""), format!("facts[1].certainty: {unknown}")),
        (opening("true", "1"), "parties[0].patient: expected true or false, found a number".into()),
        (opening("\"patient\"", "\"resident\""), "parties[0]: missing field `patient`".into()),
        (opening("\"origin\"", "\"from\""), "missing field `origin`".into()),
        (opening("\"id\"", "\"name\""), "origin.scenario: missing field `id`".into()),
        (
            opening("{\n    \"scenario\"", "{\"idea\": 1, \"scenario\""),
            "origin: expected an object with one key, found an object".into(),
        ),
        (opening("\"trygghet\"", "[]"), "values[0]: expected a text, found a list".into()),
        (why::<Opening>("[]"), "expected an object, found a list".into()),
    ];
    for (told, expected) in told {
        assert_eq!(told, expected);
    }
}

#[test]
fn what_does_not_fit_is_an_error() {
    let deep = "[".repeat(100_000);
    assert!(why::<Vec<Inner>>(&deep).starts_with("recursion limit exceeded"));
    assert!(json::read::<String>(b"\"\xff\"").is_err(), "bad UTF-8");
    for text in ["", "1 2", "{", "nul", "\u{feff}1", "01", "1.0", "-1", "1e2", "256", "\"1\"", "null", "[1]"]
    {
        assert!(json::read::<u8>(text.as_bytes()).is_err(), "{text}");
    }
    let told = [
        (why::<(u8, u8)>("[1]"), "only 1 of what it needs"),
        (why::<(u8, u8)>("[1,2,3]"), "expected a shorter list, found a list"),
        (why::<(u8, (u8, u8))>("[1,[2]]"), "[1]: only 1 of what it needs"),
        (
            why::<BTreeMap<Language, u8>>(r#"{"xx":1}"#),
            "xx: unknown variant `xx`, expected one of `nb`, `nn`, `en`",
        ),
        (
            why::<BTreeMap<String, u8>>(r#"{"a.b":{}}"#),
            "a.b: expected a whole number from 0, found an object",
        ),
        (why::<Choice>("\"one_thing\""), "`one_thing` without content"),
        (why::<Choice>(r#"{"nothing":1}"#), "expected null, found a number"),
        (why::<Choice>("{}"), "expected an object with one key, found an object"),
        (why::<Choice>("0"), "expected a word or an object with one key, found a number"),
        (why::<Choice>(r#"{"two_things":[1]}"#), "two_things: only 1 of what it needs"),
        (
            why::<Choice>(r#"{"named":{"first":"","second":-1}}"#),
            "named.second: expected a whole number from 0, found a number",
        ),
        (why::<char>("\"ab\""), "is not a character"),
        (why::<i8>("200"), "is not i8"),
        (why::<Value>("{}"), "expected a text, found an object"),
    ];
    for (told, expected) in told {
        assert_eq!(told, expected);
    }
}

#[test]
fn the_place_is_told_where_the_text_is_no_json() {
    let error = json::read::<Inner>(b"{\n  \"text\": oh").unwrap_err();
    assert_eq!(error.place(), Some((2, 11)));
    assert!(error.to_string().ends_with("at line 2 column 11"), "{error}");
    assert_eq!(json::read::<Inner>(b"{}").unwrap_err().place(), None);
}

#[test]
fn order_and_what_is_not_known_do_not_matter_and_the_last_of_two_counts() {
    let read = json::read::<Choice>(br#"{"named":{"new":[{}],"second":3,"first":"a","first":"b"}}"#);
    assert_eq!(read, Ok(Choice::Named { first: "b".into(), second: 3 }));
    let left_out = json::read::<Choice>(br#"{"named":{"first":"b"}}"#);
    assert_eq!(left_out, Ok(Choice::Named { first: "b".into(), second: 0 }));
}

#[test]
fn one_field_is_read_before_the_whole() {
    let value = json::parse(br#"{"version":3,"rest":{}}"#).unwrap();
    assert_eq!(json::field(&value, "version"), Ok(3_u32));
    let told = |read: Result<u32, json::Error>| read.unwrap_err().to_string();
    assert_eq!(told(json::field(&value, "rest")), "rest: expected a whole number from 0, found an object");
    assert_eq!(told(json::field(&value, "made")), "missing field `made`");
    assert_eq!(told(json::field(&Value::Null, "made")), "missing field `made`");
}
