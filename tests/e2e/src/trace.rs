//! What Chromium notes of its own work: how long each frame took it.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::{Browser, Outcome};

/// Work that is the page's own: script, style and layout. What draws a picture of it comes after.
const WORK: [&str; 8] = [
    "EvaluateScript",
    "EventDispatch",
    "FireAnimationFrame",
    "FunctionCall",
    "Layout",
    "RunMicrotasks",
    "TimerFire",
    "UpdateLayoutTree",
];

/// What [`begin`] leaves.
const BEGIN: &str = "TimeStamp";

/// One thing that was noted: what, on which thread, when and how long, in microseconds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Noted {
    name: String,
    pid: u64,
    tid: u64,
    ts: f64,
    #[serde(default)]
    dur: f64,
}

/// The driver's own log of what the browser notes.
#[derive(Debug)]
struct PerformanceLog;

impl ExtensionCommand for PerformanceLog {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "type": "performance" }))
    }

    fn method(&self) -> hyper::Method {
        hyper::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/se/log".into()
    }
}

/// From here on the work of the page counts.
///
/// # Errors
/// When the browser does not answer.
pub async fn begin(browser: &Browser) -> Outcome {
    browser.run("console.timeStamp('e2e')", vec![]).await
}

/// What was noted, of a browser that is traced. The driver tells it once.
///
/// # Errors
/// When the browser is not traced.
pub async fn noted(browser: &Browser) -> Outcome<Vec<Noted>> {
    let entries: Vec<Value> =
        browser.driver().cmd(Command::ExtensionCommand(Box::new(PerformanceLog))).await?.value()?;
    let mut noted = Vec::new();
    for entry in entries {
        let told: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
        let message = &told["message"];
        if message["method"] == "Tracing.dataCollected" {
            // What has no length or thread is not work.
            noted.extend(serde_json::from_value::<Noted>(message["params"].clone()).ok());
        }
    }
    Ok(noted)
}

/// A frame, in microseconds: what was done before a longer rest than this was not done for what is drawn next.
const FRAME: f64 = 16_667.0;

/// How long the page worked for each frame that was drawn since [`begin`], in milliseconds.
#[must_use]
pub fn frames(noted: &[Noted]) -> Vec<f64> {
    let Some(page) = busiest(noted) else { return Vec::new() };
    let mut here: Vec<&Noted> = noted.iter().filter(|one| (one.pid, one.tid) == page).collect();
    here.sort_by(|one, other| one.ts.total_cmp(&other.ts));
    let (mut frames, mut worked, mut until) = (Vec::new(), 0.0, 0.0_f64);
    for one in here {
        if one.name == BEGIN {
            (frames, worked) = (Vec::new(), 0.0);
        } else if one.name == "Commit" {
            frames.push(worked / 1000.0);
            worked = 0.0;
        } else if WORK.contains(&one.name.as_str()) {
            // Work inside other work is counted once.
            let end = one.ts + one.dur;
            if one.ts - until > FRAME {
                worked = 0.0;
            }
            worked += (end - one.ts.max(until)).max(0.0);
            until = until.max(end);
        }
    }
    frames
}

/// The thread that lays out most: the page's own.
fn busiest(noted: &[Noted]) -> Option<(u64, u64)> {
    let mut layouts: HashMap<(u64, u64), f64> = HashMap::new();
    for one in noted.iter().filter(|one| one.name == "Layout") {
        *layouts.entry((one.pid, one.tid)).or_default() += one.dur;
    }
    layouts.into_iter().max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(page, _)| page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str, ts: f64, dur: f64) -> Noted {
        Noted { name: name.to_owned(), pid: 1, tid: 1, ts, dur }
    }

    #[test]
    fn work_is_counted_once_and_for_the_frame_that_comes_of_it_without_a_rest() {
        let elsewhere = Noted { pid: 2, ..one("TimerFire", 0.0, 90_000.0) };
        let noted = [
            elsewhere,
            one("TimerFire", 100.0, 500.0),
            one("Commit", 700.0, 100.0),
            one(BEGIN, 900.0, 0.0),
            one("TimerFire", 1_000.0, 4_000.0),
            one("FunctionCall", 1_500.0, 3_000.0),
            one("UpdateLayoutTree", 6_000.0, 1_000.0),
            one("Layout", 7_000.0, 2_000.0),
            one("Paint", 9_000.0, 5_000.0),
            one("Commit", 15_000.0, 100.0),
            one("Layout", 20_000.0, 500.0),
            one("Commit", 21_000.0, 100.0),
            one("TimerFire", 22_000.0, 3_000.0),
            one("TimerFire", 50_000.0, 1_000.0),
            one("Layout", 60_000.0, 200.0),
            one("Commit", 61_000.0, 100.0),
        ];
        assert_eq!(frames(&noted), [7.0, 0.5, 1.2]);
        assert_eq!(frames(&[]), Vec::<f64>::new());
    }
}
