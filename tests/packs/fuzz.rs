//! Files that chance makes: nothing ends the app, and nothing gets in that is not right.
//!
//! `REFLEKS_FUZZ_SECONDS=600 cargo test --release … --test rules fuzz` goes on for that long.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use refleks::packs::{read, write};
use serde_json::Value;

use super::support::{SOLBAKKEN, value, wrong};

/// How many files are tried where no time is given.
const USUAL: u32 = 3_000;

/// Words that mean something in a pack, and some that mean trouble elsewhere.
const WORDS: [&str; 24] = [
    "nb",
    "en",
    "claim",
    "term",
    "case",
    "start",
    "demanding",
    "known",
    "unknown",
    "silence",
    "facts",
    "own-3a7f19c2d0b4",
    "sykehjem",
    "tilsyn",
    "",
    "<script>",
    "../x",
    "__proto__",
    "91 23 45 67",
    "\u{202e}",
    "fasit",
    "Hva nå?",
    "!",
    "a",
];

fn file(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(incoming) = read(bytes) else { return Ok(()) };
    let is_right = wrong(&incoming).is_empty();
    let again = write(&incoming.pack).unwrap();
    match read(&again) {
        Ok(same) => {
            prop_assert_eq!(&same.pack, &incoming.pack);
            prop_assert_eq!(wrong(&same).is_empty(), is_right);
        }
        // Laid out, it may be larger than a file can be; that is found beforehand.
        Err(error) => prop_assert!(!is_right, "{error:?}"),
    }
    Ok(())
}

fn tried<S: Strategy>(strategy: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let seconds = std::env::var("REFLEKS_FUZZ_SECONDS").ok().and_then(|text| text.parse::<u64>().ok());
    let (started, mut tried) = (Instant::now(), 0_u64);
    loop {
        let config = Config { cases: USUAL, failure_persistence: None, ..Config::default() };
        TestRunner::new(config).run(strategy, &test).unwrap();
        tried += u64::from(USUAL);
        // Three tests share the time.
        let until = Duration::from_secs(seconds.unwrap_or(0)) / 3;
        if started.elapsed() >= until {
            break;
        }
    }
    println!("{tried} files in {:?}", started.elapsed());
}

#[test]
fn fuzz_any_bytes_are_read_or_refused() {
    let anything = prop::collection::vec(any::<u8>(), 0..400);
    let almost = "[\\[\\]{}\",:0-9a-z\\\\\n ]{0,300}".prop_map(String::into_bytes);
    let versioned =
        "[\\[\\]{}\",:0-9a-z ]{0,200}".prop_map(|rest| format!("{{\"refleks_pack\":1,{rest}").into_bytes());
    tried(&prop_oneof![anything, almost, versioned], |bytes| file(&bytes));
}

/// What is done to the bytes of a right pack.
#[derive(Debug, Clone)]
enum Damage {
    Flip(usize, u8),
    Cut(usize, usize),
    Splice(usize, usize, usize),
    Insert(usize, Vec<u8>),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = 0..SOLBAKKEN.len();
    prop_oneof![
        (place.clone(), any::<u8>()).prop_map(|(at, with)| Damage::Flip(at, with)),
        (place.clone(), 1..60_usize).prop_map(|(at, length)| Damage::Cut(at, length)),
        (place.clone(), place.clone(), 1..200_usize)
            .prop_map(|(from, to, length)| Damage::Splice(from, to, length)),
        (place, prop::collection::vec(any::<u8>(), 1..8)).prop_map(|(at, what)| Damage::Insert(at, what)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damage: Damage) -> Vec<u8> {
    let within = |at: usize| at.min(bytes.len());
    match damage {
        Damage::Flip(at, with) => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = with;
            }
        }
        Damage::Cut(at, length) => {
            let (from, to) = (within(at), within(at + length));
            bytes.drain(from..to);
        }
        Damage::Splice(from, to, length) => {
            let piece = bytes[within(from)..within(from + length)].to_vec();
            let to = within(to);
            bytes.splice(to..to, piece);
        }
        Damage::Insert(at, what) => {
            let at = within(at);
            bytes.splice(at..at, what);
        }
    }
    bytes
}

#[test]
fn fuzz_a_damaged_pack_is_read_or_refused() {
    tried(&prop::collection::vec(damage(), 1..5), |all| {
        file(&all.into_iter().fold(SOLBAKKEN.as_bytes().to_vec(), damaged))
    });
}

/// What a value may become.
fn other_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(WORDS.to_vec()).prop_map(Value::from),
        "\\PC{0,40}".prop_map(Value::from),
        any::<u32>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
        Just(Value::Array(Vec::new())),
        Just(serde_json::json!({})),
    ]
}

/// A value changed in a place that chance chooses, or swapped with another.
fn changed(whole: &mut Value, way: &[prop::sample::Index], new: Value) {
    let Some((next, rest)) = way.split_first() else {
        *whole = new;
        return;
    };
    match whole {
        Value::Array(items) if !items.is_empty() => {
            let at = next.index(items.len());
            changed(&mut items[at], rest, new);
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = next.index(fields.len());
            if let Some(field) = fields.values_mut().nth(at) {
                changed(field, rest, new);
            }
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => *whole = new,
    }
}

#[test]
fn fuzz_a_pack_with_other_values_is_read_or_refused() {
    let way = prop::collection::vec(any::<prop::sample::Index>(), 1..7);
    let edits = prop::collection::vec((way, other_value()), 1..4);
    tried(&(edits, any::<bool>()), |(edits, pretty)| {
        let mut whole = value();
        for (way, new) in edits {
            changed(&mut whole, &way, new);
        }
        let bytes = if pretty { serde_json::to_vec_pretty(&whole) } else { serde_json::to_vec(&whole) };
        file(&bytes.unwrap())
    });
}
