//! `cargo run -p e2e --bin bench`: what the app feels like on a four-year-old tablet, held against `budgets.toml`.
//!
//! Chromium, four times slower, 1.6 Mbit/s, 150 ms. The app is `dist/`, or what `REFLEKS_DIST` names. Ends with a
//! failure when a figure is over its limit or is missing. A word on the command line keeps to figures whose name
//! holds it.

use std::collections::BTreeMap;
use std::process::ExitCode;

use e2e::budgets::{Budgets, Figure};
use e2e::measure::{self, Opening, Probe, Slow};
use e2e::stage::repository;
use e2e::{Engine, Outcome, Stage};

/// The first control that a person can use, and the sign that the app, not the start screen, has answered.
const FIRST_CONTROL: Probe<'static> =
    Probe { control: "nav a[href='#/innstillinger']", answer: "nav a[href='#/innstillinger'][aria-current]" };

/// How often a visit is measured; the median counts.
const VISITS: usize = 5;

/// Limits that no browser is needed for.
const ELSEWHERE: &[(&str, &str)] = &[("response.simulation_step", "the simulation's own tests")];

fn main() -> ExitCode {
    let word = std::env::args().nth(1).unwrap_or_default();
    match run(&word) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Measures, prints the table, and answers whether everything holds.
fn run(word: &str) -> Outcome<bool> {
    let budgets = Budgets::read(&repository().join("budgets.toml"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let figures = runtime.block_on(measure_all(word));
    println!("{:<44} {:>8} {:>9}", "", "limit", "figure");
    let rows: Vec<_> = budgets.against(&figures).into_iter().filter(|row| row.name.contains(word)).collect();
    for row in &rows {
        println!("{row}");
    }
    Ok(rows.iter().all(e2e::budgets::Row::holds))
}

async fn measure_all(word: &str) -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    for (name, place) in ELSEWHERE {
        figures.insert((*name).to_owned(), Figure::Elsewhere(place));
    }
    if "start".contains(word) || word.starts_with("start") {
        match visits().await {
            Ok((first, repeat)) => start_figures(&first, &repeat, &mut figures),
            Err(failure) => {
                figures.insert("start".to_owned(), Figure::Failed(failure.to_string()));
            }
        }
    }
    figures
}

/// First and later visits, each first one in a browser of its own.
async fn visits() -> Outcome<(Vec<Opening>, Vec<Opening>)> {
    let (mut first, mut repeat) = (Vec::new(), Vec::new());
    for _ in 0..VISITS {
        let stage = Stage::new(Engine::Chromium);
        let server = stage.serve_app()?;
        let browser = stage.browser().await?;
        FIRST_CONTROL.arm(&browser).await?;
        Slow::TABLET.apply(&browser).await?;
        let page = stage.visit(&server).path("__e2e/empty").open_in(&browser).await?;
        first.push(FIRST_CONTROL.open(&page, "").await?);
        page.everything_kept().await?;
        page.go("__e2e/empty").await?;
        repeat.push(FIRST_CONTROL.open(&page, "").await?);
        stage.clear().await;
    }
    Ok((first, repeat))
}

fn start_figures(first: &[Opening], repeat: &[Opening], figures: &mut BTreeMap<String, Figure>) {
    let mut add = |name: &str, openings: &[Opening], of: fn(&Opening) -> f64| {
        let times: Vec<f64> = openings.iter().map(of).collect();
        if let Some(median) = measure::percentile(&times, 0.5) {
            figures.insert(format!("start.{name}"), Figure::Is(median));
        }
    };
    add("first_words_first_visit", first, |opening| opening.first_words);
    add("first_words_repeat_visit", repeat, |opening| opening.first_words);
    add("usable_first_visit", first, |opening| opening.usable);
    add("usable_repeat_visit", repeat, |opening| opening.usable);
    let bytes: Vec<f64> = repeat.iter().map(|opening| opening.bytes).collect();
    println!("bytes over the line on a repeat visit: {bytes:?}");
}
