//! `cargo xtask news2` and `cargo xtask simulate`: scores and courses in the terminal.
//!
//! The rules lie in `refleks::clinical`; this file reads, plays and prints.

mod simulate;

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use refleks::clinical::{Acvpu, Fixed, Mews, MewsParameter, News2, Parameter, Scale, Tenths, Vitals};
use serde_json::{Value, json};

pub use simulate::run as simulate;

/// Reads vitals as JSON lines from standard input and prints a line for each: the score, or an error.
pub fn news2(words: &[&str]) -> ExitCode {
    let is_mews = match words {
        [] => false,
        ["--mews"] => true,
        _ => {
            eprintln!("cargo xtask news2 [--mews]   JSON lines on standard input");
            return ExitCode::FAILURE;
        }
    };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().split(b'\n') {
        let Ok(line) = line else { return ExitCode::FAILURE };
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        if writeln!(out, "{}", scored(&text, is_mews)).is_err() {
            // Whoever read has gone.
            return ExitCode::SUCCESS;
        }
    }
    ExitCode::SUCCESS
}

/// The answer to one line, as JSON.
fn scored(line: &str, is_mews: bool) -> String {
    let scored = vitals(line).and_then(|vitals| if is_mews { mews(&vitals) } else { Ok(points(&vitals)) });
    scored.unwrap_or_else(|error| json!({ "error": error }).to_string())
}

fn points(vitals: &Vitals) -> String {
    let score = News2::of(vitals);
    with_total(score.total(), &Parameter::ALL.map(|parameter| (parameter.code(), score.points(parameter))))
}

fn mews(vitals: &Vitals) -> Result<String, String> {
    let score = Mews::of(vitals).map_err(|error| error.to_string())?;
    Ok(with_total(
        score.total(),
        &MewsParameter::ALL.map(|parameter| (parameter.code(), score.points(parameter))),
    ))
}

/// In the order of the chart, the sum first: a map of `serde_json` would put it in the order of the alphabet.
fn with_total(total: u8, parameters: &[(&str, u8)]) -> String {
    let parameters: String =
        parameters.iter().map(|(code, points)| format!(",\"{code}\":{points}")).collect();
    format!("{{\"total\":{total}{parameters}}}")
}

/// The vitals of a line.
fn vitals(line: &str) -> Result<Vitals, String> {
    let read: Value = serde_json::from_str(line).map_err(|error| format!("no JSON: {error}"))?;
    let object = read.as_object().ok_or("no JSON object")?;
    let field = |name: &str| object.get(name).ok_or_else(|| format!("{name} is missing"));
    let whole = |name: &str| {
        let number = field(name)?.as_i64().ok_or_else(|| format!("{name} is no whole number"))?;
        // What is far outside is told by the bounds.
        Ok::<i32, String>(i32::try_from(number).unwrap_or(i32::MAX))
    };
    let numbers = (whole("rf")?, whole("spo2")?, whole("sbp")?, whole("pulse")?, temp(field("temp")?)?);
    let scale = match field("scale")?.as_i64() {
        Some(1) => Scale::One,
        Some(2) => Scale::Two,
        _ => return Err("scale is neither 1 nor 2".to_owned()),
    };
    let oxygen = field("oxygen")?.as_bool().ok_or("oxygen is neither true nor false")?;
    let letter = field("acvpu")?.as_str().unwrap_or_default();
    let acvpu = Acvpu::ALL.into_iter().find(|one| one.letter() == letter);
    let acvpu = acvpu.ok_or("acvpu is none of A, C, V, P and U")?;
    Vitals::new(numbers, acvpu, scale, oxygen).map_err(|error| error.to_string())
}

/// A temperature to a tenth of a degree.
fn temp(value: &Value) -> Result<Tenths, String> {
    let number = value.as_f64().ok_or("temp is no number")?;
    let outside = || "temp is outside 25-45".to_owned();
    // The shortest text that means the number: as it stood in the line.
    let exact = Fixed::parse(&number.to_string()).map_err(|_| {
        if (25.0..=45.0).contains(&number) { "temp is finer than 0.1".to_owned() } else { outside() }
    })?;
    let tenths = exact.tenths();
    if Fixed::whole(tenths).over(10) != exact {
        return Err("temp is finer than 0.1".to_owned());
    }
    Ok(Tenths(tenths))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: &str =
        r#"{"rf":16,"spo2":97,"scale":1,"oxygen":false,"sbp":120,"pulse":70,"acvpu":"A","temp":37.0}"#;

    fn read(line: &str) -> Value {
        serde_json::from_str(line).unwrap()
    }

    #[test]
    fn a_line_is_scored_parameter_by_parameter() {
        let score = scored(WELL, false);
        assert_eq!(score, r#"{"total":0,"rf":0,"spo2":0,"oxygen":0,"sbp":0,"pulse":0,"acvpu":0,"temp":0}"#);
        let ill =
            r#"{"rf":30,"spo2":80,"scale":1,"oxygen":true,"sbp":80,"pulse":140,"acvpu":"U","temp":34.5}"#;
        assert_eq!(read(&scored(ill, false))["total"], 20);
        assert_eq!(scored(ill, true), r#"{"total":13,"rf":3,"sbp":2,"pulse":3,"temp":2,"avpu":3}"#);
    }

    #[test]
    fn what_cannot_be_is_an_error_that_names_it() {
        let table = [
            ("\"rf\":16,", "", "rf is missing"),
            ("\"rf\":16", "\"rf\":\"16\"", "rf is no whole number"),
            ("\"rf\":16", "\"rf\":16.5", "rf is no whole number"),
            ("\"rf\":16", "\"rf\":81", "rf is outside 0-80"),
            ("\"rf\":16", "\"rf\":99999999999", "rf is outside 0-80"),
            ("97", "39", "spo2 is outside 40-100"),
            ("\"scale\":1", "\"scale\":3", "scale is neither 1 nor 2"),
            ("false", "0", "oxygen is neither true nor false"),
            ("120", "301", "sbp is outside 30-300"),
            ("70", "-1", "pulse is outside 0-300"),
            ("\"A\"", "\"a\"", "acvpu is none of A, C, V, P and U"),
            ("\"A\"", "0", "acvpu is none of A, C, V, P and U"),
            ("37.0", "37.05", "temp is finer than 0.1"),
            ("37.0", "37.00000001", "temp is finer than 0.1"),
            ("37.0", "45.1", "temp is outside 25-45"),
            ("37.0", "24.9", "temp is outside 25-45"),
            ("37.0", "1e300", "temp is outside 25-45"),
            ("37.0", "\"37\"", "temp is no number"),
        ];
        for (from, to, error) in table {
            let line = WELL.replacen(from, to, 1);
            assert_eq!(read(&scored(&line, false)), json!({ "error": error }), "{line}");
        }
        for line in ["", "[]", "null", "{", "rf 16"] {
            assert!(read(&scored(line, false))["error"].is_string(), "{line}");
        }
        let confused = WELL.replace("\"A\"", "\"C\"");
        assert_eq!(read(&scored(&confused, false))["acvpu"], 3);
        assert_eq!(
            read(&scored(&confused, true)),
            json!({ "error": "acvpu is C, which MEWS does not have" })
        );
    }

    #[test]
    fn a_temperature_is_read_to_the_tenth() {
        for tenths in 250..=450 {
            let line = WELL.replace("37.0", &format!("{}.{}", tenths / 10, tenths % 10));
            assert_eq!(vitals(&line).unwrap().temp(), Tenths(tenths), "{line}");
        }
        assert_eq!(vitals(&WELL.replace("37.0", "37")).unwrap().temp(), Tenths(370));
    }
}
