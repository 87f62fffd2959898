//! `cargo run -p e2e --bin bench [part of a figure's name]`: what the app feels like on a four-year-old tablet, held
//! against `budgets.toml`.
//!
//! Chromium, four times slower; starting also over 1.6 Mbit/s with 150 ms. The app is `dist/`, or what `REFLEKS_DIST`
//! names. Ends with a failure when a figure is over its limit or is missing.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Duration;

use e2e::budgets::{Budgets, Figure};
use e2e::measure::{self, Opening, Probe, Slow};
use e2e::stage::{app_folder, repository};
use e2e::wait::until;
use e2e::{Engine, Extra, Outcome, Page, Stage, trace};
use serde_json::Value;

type Figures = BTreeMap<String, Figure>;

/// The first control that a person can use, and the sign that the app, not the start screen, has answered.
const FIRST_CONTROL: Probe<'static> =
    Probe { control: "nav a[href='#/innstillinger']", answer: "nav a[href='#/innstillinger'][aria-current]" };

/// How often a visit, and opening the archive, is measured; the median counts.
const TIMES: usize = 5;

/// The same tablet, once the app is on it.
const SLOW: Slow = Slow { bits_per_second: None, latency: 0.0, ..Slow::TABLET };

/// A path of an hour, in one call.
const HOUR: &str = include_str!("../js/hour.js");

const TYPED: &str = "Beboeren sier nei, og natta har vært lang for alle på vakt.";

/// A way through the app, tap by tap: every kind of control, each as its selector. What is not there is left out.
const TAPS: &[&str] = &[
    "nav a[href='#/refleksjon']",
    ".room-start .tile:nth-child(2)",
    ".room-start .tile:nth-child(1)",
    "a[href='#/refleksjon/whole']",
    ".stepper a[href$=problem]",
    ".chip:has([name=sort]):nth-child(2)",
    "main details > summary",
    ".topbar-tools button",
    ".topbar-tools button",
    ".stepper a[href$=facts]",
    ".adds button",
    "li.fact:last-child .ds-button[data-icon]",
    ".stepper a[href$=parties]",
    "li.party-item:nth-child(2) .party-open",
    "li.party-item:nth-child(2) .party-open",
    ".stepper a[href$=values]",
    ".chips .chip:nth-child(5)",
    ".chips .chip:nth-child(5)",
    "[data-part=values] .pull-start",
    "[data-part=laws] .pull-start",
    "li.law summary",
    ".stepper a[href$=alternatives]",
    ".ties > button",
    ".ties .chip",
    ".ties .chip",
    ".adds button",
    "li.alternative:last-child .ds-button[data-icon]",
    ".stepper a[href$=overall]",
    ".tile:has([name=choice]):nth-child(1)",
    ".tile:has([name=choice]):nth-child(2)",
    "li.fate .chip",
    "li.fate .chip",
    "main details > summary",
    ".actionbar a[data-scale=large]",
    ".tile:has([name=keep]):nth-child(2)",
    ".tile:has([name=keep]):nth-child(1)",
    ".actionbar a",
    ".topbar > button",
    "nav a[href='#/innstillinger']",
    "main .tile:has(input):nth-child(2)",
    "main .tile:has(input):nth-child(1)",
    "nav a[href='#/']",
];

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
    println!("{:<36} {:>8} {:>9}", "", "limit", "figure");
    let rows: Vec<_> = budgets.against(&figures).into_iter().filter(|row| row.name.contains(word)).collect();
    for row in &rows {
        println!("{row}");
    }
    Ok(rows.iter().all(e2e::budgets::Row::holds))
}

async fn measure_all(word: &str) -> Figures {
    let mut figures = Figures::new();
    let wanted = |names: &[&str]| names.iter().any(|name| name.contains(word));
    if wanted(&[
        "first_words_first_visit",
        "first_words_repeat_visit",
        "usable_first_visit",
        "usable_repeat_visit",
    ]) {
        note(&mut figures, "first_words_first_visit", visits().await);
    }
    if wanted(&["tap_to_next_frame"]) {
        note(&mut figures, "tap_to_next_frame", taps().await);
    }
    if wanted(&["answer_to_feedback"]) {
        note(&mut figures, "answer_to_feedback", answers().await);
    }
    if wanted(&[
        "typing_with_1000_sessions",
        "open_archive_with_1000_sessions",
        "search_archive_with_1000_sessions",
    ]) {
        note(&mut figures, "typing_with_1000_sessions", with_1000_sessions().await);
    }
    if wanted(&["search_library_with_1000_items"]) {
        note(&mut figures, "search_library_with_1000_items", with_1000_items().await);
    }
    if wanted(&["simulation_step", "simulation_frame", "simulation_longest_task"]) {
        note(&mut figures, "simulation_frame", simulation().await);
    }
    if wanted(&["memory_growth"]) {
        note(&mut figures, "memory_growth", memory_growth("memory_growth", false).await);
    }
    if wanted(&["memory_growth_of_groups"]) {
        note(&mut figures, "memory_growth_of_groups", memory_growth("memory_growth_of_groups", true).await);
    }
    figures
}

/// Takes the figures in, or that there are none.
fn note(figures: &mut Figures, name: &str, outcome: Outcome<Vec<(&str, f64)>>) {
    match outcome {
        Ok(measured) => {
            figures.extend(measured.into_iter().map(|(name, value)| (name.to_owned(), Figure::Is(value))));
        }
        Err(failure) => {
            figures.insert(name.to_owned(), Figure::Failed(failure.to_string()));
        }
    }
}

/// First and later visits, each first one in a browser of its own.
async fn visits() -> Outcome<Vec<(&'static str, f64)>> {
    let (mut first, mut repeat) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let stage = Stage::new(Engine::Chromium);
        let server = stage.serve_app()?;
        let browser = stage.new_browser().await?;
        FIRST_CONTROL.arm(&browser).await?;
        Slow::TABLET.apply(&browser).await?;
        let page = stage.visit(&server).path("__e2e/empty").open_in(&browser).await?;
        first.push(FIRST_CONTROL.open(&page, "").await?);
        page.everything_kept().await?;
        page.go("__e2e/empty").await?;
        repeat.push(FIRST_CONTROL.open(&page, "").await?);
        stage.clear().await;
    }
    println!(
        "bytes over the line on a repeat visit: {:?}",
        repeat.iter().map(|one| one.bytes).collect::<Vec<_>>()
    );
    let median =
        |openings: &[Opening], of: fn(&Opening) -> f64| middle(&openings.iter().map(of).collect::<Vec<_>>());
    Ok(vec![
        ("first_words_first_visit", median(&first, |opening| opening.first_words)?),
        ("first_words_repeat_visit", median(&repeat, |opening| opening.first_words)?),
        ("usable_first_visit", median(&first, |opening| opening.usable)?),
        ("usable_repeat_visit", median(&repeat, |opening| opening.usable)?),
    ])
}

/// Each tap of [`TAPS`], three times over.
async fn taps() -> Outcome<Vec<(&'static str, f64)>> {
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
    page.furnish("nb", 0).await?;
    page.go("#/").await?;
    page.settled().await?;
    SLOW.apply(page.browser()).await?;
    measure::watch_frames(&page).await?;
    let mut times = Vec::new();
    for _ in 0..3 {
        for selector in TAPS {
            page.click_on(selector).await?;
            page.settled().await?;
            let taken = measure::frames(&page, "pointer").await?;
            times.extend(taken.into_iter().map(|time| (time, *selector)));
        }
    }
    stage.clear().await;
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("{} taps; the slowest: {:?}", times.len(), times.iter().take(6).collect::<Vec<_>>());
    let times: Vec<f64> = times.into_iter().map(|(time, _)| time).collect();
    Ok(vec![("tap_to_next_frame", high(&times)?)])
}

/// Lessons of each kind, screen by screen: whatever can be chosen is chosen and looked at.
async fn answers() -> Outcome<Vec<(&'static str, f64)>> {
    const LESSONS: [&str; 5] = ["verdighet", "tvang", "news2", "isbar", "seks-trinn"];
    /// What the screen wants: something that can be chosen, another kind of answer, to be read, or nothing more.
    const WANTS: &str = "if (document.querySelector('.actionbar a') !== null) return 'nothing';
        if (document.querySelector('.lesson-options input') !== null) return 'a choice';
        return document.querySelector('.lesson-verdict') !== null ? 'an answer' : 'a reader';";
    /// Passes a question by: the button before the one that looks at the answer, or the last one.
    const PASS: &str = "const all = [...document.querySelectorAll('.actionbar button')];
        const look = all.findIndex((one) => one.dataset.scale === 'large');
        all.at(look - 1).click();";
    const LARGE: &str = ".actionbar button[data-scale=large]";
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
    let mut times = Vec::new();
    for lesson in LESSONS {
        show(&page, &format!("#/laring/{lesson}"), ".lesson .actionbar").await?;
        SLOW.apply(page.browser()).await?;
        loop {
            page.settled().await?;
            match page.browser().run::<String>(WANTS, vec![]).await?.as_str() {
                "nothing" => break,
                "a choice" => {
                    page.click_on(".lesson-options label").await?;
                    page.settled().await?;
                    times.push(tap_until(&page, LARGE, ".lesson-verdict .notice").await?);
                    page.click_on(LARGE).await?;
                }
                "an answer" => page.browser().run::<()>(PASS, vec![]).await?,
                _ => page.click_on(LARGE).await?,
            }
        }
    }
    stage.clear().await;
    println!("from an answer to its reason {times:.0?}");
    Ok(vec![("answer_to_feedback", high(&times)?)])
}

/// Typing, opening the archive and searching it on a device that has been used for years.
async fn with_1000_sessions() -> Outcome<Vec<(&'static str, f64)>> {
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
    page.furnish("nb", 1000).await?;
    page.go("#/refleksjon/whole/steg/problem").await?;
    page.settled().await?;
    SLOW.apply(page.browser()).await?;
    measure::watch_frames(&page).await?;
    page.click_on("#question").await?;
    let typing = type_slowly(&page, TYPED).await?;
    let mut opening = Vec::new();
    for _ in 0..TIMES {
        show(&page, "#/refleksjon", "a[href='#/refleksjon/arkiv']").await?;
        opening.push(tap_until(&page, "a[href='#/refleksjon/arkiv']", "main ul.rows > li").await?);
    }
    page.click_on("#archive-search").await?;
    let search = type_slowly(&page, "natt 77").await?;
    page.not_see("Ingen treff").await?;
    stage.clear().await;
    println!("typing {typing:.0?}\nopening the archive {opening:.0?}\nsearching {search:.0?}");
    Ok(vec![
        ("typing_with_1000_sessions", high(&typing)?),
        ("open_archive_with_1000_sessions", middle(&opening)?),
        ("search_archive_with_1000_sessions", high(&search)?),
    ])
}

/// Searching a library of a thousand things: as many cards are served as it takes.
async fn with_1000_items() -> Outcome<Vec<(&'static str, f64)>> {
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let (name, cards) = many_cards(1000)?;
    server.replace(&name, cards);
    let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
    show(&page, "#/refleksjon/saker", "#found-cards").await?;
    page.settled().await?;
    SLOW.apply(page.browser()).await?;
    measure::watch_frames(&page).await?;
    page.click_on("#library-search").await?;
    let search = type_slowly(&page, "beslutingskompetanse natt").await?;
    stage.clear().await;
    println!("searching the library {search:.0?}");
    Ok(vec![("search_library_with_1000_items", high(&search)?)])
}

/// A patient whose values move while the clock runs at its quickest, and half an hour of the course at one tap.
async fn simulation() -> Outcome<Vec<(&'static str, f64)>> {
    /// Steps of five seconds in half an hour.
    const STEPS: f64 = 360.0;
    /// How long the clock runs, at two moves a second.
    const RUNS: Duration = Duration::from_secs(30);
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open_in(&stage.new_browser_with(&Extra::Trace).await?).await?;
    page.furnish("nb", 0).await?;
    page.go("#/oving/led").await?;
    appears(&page, ".instructor").await?;
    page.settled().await?;
    SLOW.apply(page.browser()).await?;
    measure::watch_long_tasks(&page).await?;
    let before = measure::worked(page.browser()).await?;
    page.click_on(".practice [aria-labelledby=wait] button:last-child").await?;
    // It is played bit by bit: all of it counts.
    let last = "return document.querySelector('.log > li')?.textContent ?? ''";
    until("half an hour has gone by", async || {
        let told: String = page.browser().run(last, vec![]).await?;
        Ok(told.contains("30 minutter går").then_some(()))
    })
    .await?;
    page.settled().await?;
    let half_an_hour = measure::worked(page.browser()).await? - before;

    page.click_on(".instructor .chips .chip:last-child").await?;
    page.settled().await?;
    trace::begin(page.browser()).await?;
    tokio::time::sleep(RUNS).await;
    let frames = trace::frames(&trace::noted(page.browser()).await?);
    let longest = measure::longest_task(&page).await?;
    stage.clear().await;
    println!("half an hour of a course at one tap {half_an_hour:.1} ms\nframes while it runs {frames:.1?}");
    Ok(vec![
        ("simulation_step", half_an_hour / STEPS),
        ("simulation_frame", high(&frames)?),
        ("simulation_longest_task", longest),
    ])
}

/// The pack of cards of the built app in Bokmål under its name, with its first deck's cards over and over: so many
/// cards, whose words differ.
fn many_cards(many: usize) -> Outcome<(String, Vec<u8>)> {
    let folder = app_folder();
    let names = std::fs::read_dir(&folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let name = names.into_iter().find(|name| name.starts_with("cards-nb.") && name.ends_with(".json"));
    let name = name.ok_or("there is no pack of cards")?;
    let mut pack: Value = serde_json::from_slice(&std::fs::read(folder.join(&name))?)?;
    let deck = pack.pointer_mut("/decks/0").ok_or("there is no deck")?;
    let cards = deck["neutral"]["cards"].as_array().cloned().unwrap_or_default();
    let mut neutral = cards.clone();
    for (copy, card) in (0..).flat_map(|copy| cards.iter().map(move |card| (copy, card))).take(many) {
        let id = card["id"].as_str().ok_or("a card has no id")?;
        let mut words = deck["words"]["cards"][id].clone();
        let text = words["text"].as_str().unwrap_or_default();
        words["text"] =
            text.split(' ').map(|word| format!("{word}{copy}")).collect::<Vec<_>>().join(" ").into();
        let next = format!("{id}-{copy}");
        let mut card = card.clone();
        card["id"] = next.clone().into();
        deck["words"]["cards"][next] = words;
        neutral.push(card);
    }
    deck["neutral"]["cards"] = neutral.into();
    Ok((name, serde_json::to_vec(&pack)?))
}

/// Types letter by letter; the times from each key to the next frame.
async fn type_slowly(page: &Page, text: &str) -> Outcome<Vec<f64>> {
    measure::frames(page, "key").await?;
    let mut times = Vec::new();
    for letter in text.chars() {
        page.type_keys(letter.to_string()).await?;
        times.extend(measure::frames(page, "key").await?);
    }
    Ok(times)
}

/// From a tap until what it leads to is painted, in milliseconds.
async fn tap_until(page: &Page, selector: &str, answer: &str) -> Outcome<f64> {
    let tap = "const [selector, answer, done] = arguments;
        const started = performance.now();
        document.querySelector(selector).click();
        // What is there when a frame begins is painted in it, and the message comes after that.
        const look = () => {
          const isThere = document.querySelector(answer) !== null;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => isThere ? done(performance.now() - started) : requestAnimationFrame(look);
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);";
    page.browser().run_later(tap, vec![selector.into(), answer.into()]).await
}

/// Ten hours of reflections, alone or as a group, each gone through and forgotten.
async fn memory_growth(name: &'static str, as_group: bool) -> Outcome<Vec<(&'static str, f64)>> {
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let browser = stage.new_browser().await?;
    measure::watch_memory(&browser).await?;
    let page = stage.visit(&server).open_in(&browser).await?;
    page.settled().await?;
    let mut used = Vec::new();
    for _ in 0..10 {
        let failure: Option<String> =
            page.browser().run_later(HOUR, vec![as_group.into(), TYPED.into()]).await?;
        if let Some(failure) = failure {
            return Err(failure.into());
        }
        used.push(measure::memory(&page).await?);
    }
    stage.clear().await;
    println!("bytes in use after each path: {used:.0?}");
    let (Some(second), Some(tenth)) = (used.get(1), used.last()) else { return Err("ten paths".into()) };
    Ok(vec![(name, (tenth / second - 1.0) * 100.0)])
}

/// Goes somewhere inside the app, as a link does.
async fn show(page: &Page, path: &str, sign: &str) -> Outcome {
    page.browser().run::<()>("location.hash = arguments[0]", vec![path.into()]).await?;
    appears(page, sign).await
}

async fn appears(page: &Page, selector: &str) -> Outcome {
    until(&format!("{selector} is there"), async || {
        let there = "return document.querySelector(arguments[0])?.checkVisibility() === true";
        Ok(page.browser().run::<bool>(there, vec![selector.into()]).await?.then_some(()))
    })
    .await
}

fn middle(times: &[f64]) -> Outcome<f64> {
    measure::percentile(times, 0.5).ok_or_else(|| "nothing was measured".into())
}

fn high(times: &[f64]) -> Outcome<f64> {
    measure::percentile(times, 0.95).ok_or_else(|| "nothing was measured".into())
}
