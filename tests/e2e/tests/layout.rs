//! Large text, narrow windows, large targets, and the on-screen keyboard.

use std::time::Duration;

use e2e::pages::screens::{Arrival, TOUR};
use e2e::stage::Visit;
use e2e::wait::until_within;
use e2e::{Engine, Outcome, Page, Size, Spec, Stage, axe, checks, ensure};

const CHROMIUM: &[Engine] = &[Engine::Chromium];
const OTHERS: &[Engine] = &[Engine::Firefox, Engine::WebKit];

const OVERLAPS: &str = include_str!("../src/js/overlaps.js");
const SQUEEZED: &str = include_str!("../src/js/squeezed.js");
const HOLLOW: &str = include_str!("../src/js/hollow.js");
const FIELDS: &str = include_str!("../src/js/fields.js");
const BETWEEN_BARS: &str = include_str!("../src/js/field_between_bars.js");

/// The phone while its on-screen keyboard is open.
const PHONE_KEYBOARD: Size = Size { width: 390, height: 420 };

/// How long a focused field may take to come into sight.
const COMES_INTO_SIGHT: Duration = Duration::from_secs(2);

/// The windows that a screen is looked at in, the one that it is opened in first.
const WINDOWS: &[Size] = &[Size::TABLET, Size::TABLET_UPRIGHT, Size::PHONE, Size::NARROWEST, Size::PROJECTOR];

/// All sentences about room for words, fingers and keyboards.
pub fn spec() -> Spec {
    Spec::new("layout")
        .time_limit(TOUR)
        .on(
            CHROMIUM,
            "nothing is lost on any screen in any window, and axe finds nothing in light or dark",
            |stage| nothing_is_lost(stage, WINDOWS, "normal", "nb", Axe::InBothAppearances),
        )
        .on(CHROMIUM, "nothing is lost on any screen with 200 % text, on a tablet or a phone", |stage| {
            nothing_is_lost(stage, &[Size::TABLET, Size::PHONE], "largest", "nb", Axe::Apart)
        })
        .on(CHROMIUM, "nothing is lost in Nynorsk with a window of 320 px, and axe finds nothing", |stage| {
            nothing_is_lost(stage, &[Size::NARROWEST], "normal", "nn", Axe::Too)
        })
        .on(CHROMIUM, "nothing is lost in English with a window of 320 px, and axe finds nothing", |stage| {
            nothing_is_lost(stage, &[Size::NARROWEST], "normal", "en", Axe::Too)
        })
        .on(OTHERS, "nothing is lost on any screen with a window of 320 px, and axe finds nothing", |stage| {
            nothing_is_lost(stage, &[Size::NARROWEST], "normal", "nb", Axe::Too)
        })
        .on(CHROMIUM, "the on-screen keyboard covers no field, on a tablet or a phone", |stage| {
            every_field_is_seen(stage, &[Size::KEYBOARD_OPEN, PHONE_KEYBOARD])
        })
}

/// Whether axe looks at the screens on the same tour, in its first window: a tour takes longer than what is looked
/// at on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axe {
    Apart,
    Too,
    InBothAppearances,
}

async fn nothing_is_lost(
    stage: Stage,
    windows: &'static [Size],
    text: &'static str,
    language: &'static str,
    with_axe: Axe,
) -> Outcome {
    let server = stage.serve_app()?;
    let visit = stage.visit(&server).language(language).setting("refleks.textsize", text).appearance("light");
    look_in_every_window(visit, windows, language, async |page, is_first| {
        let mut found = checks::sideways(page).await?;
        found.extend(checks::clipped(page).await?);
        found.extend(page.browser().run::<Vec<String>>(OVERLAPS, vec![]).await?);
        found.extend(page.browser().run::<Vec<String>>(SQUEEZED, vec![]).await?);
        found.extend(page.browser().run::<Vec<String>>(HOLLOW, vec![]).await?);
        found.extend(checks::small_targets(page).await?);
        if is_first && with_axe != Axe::Apart {
            found.extend(what_axe_finds(page, with_axe).await?);
        }
        Ok(found)
    })
    .await
}

async fn what_axe_finds(page: &Page, with_axe: Axe) -> Outcome<Option<String>> {
    let mut violations = axe::violations(page).await?;
    // Targets are looked at already, and axe counts those behind an open menu as well.
    violations.retain(|violation| violation.id != "target-size");
    if with_axe == Axe::InBothAppearances {
        // In dark only the colours are other ones.
        page.wear("dark").await?;
        page.settled().await?;
        violations.extend(axe::violations_in_colour(page).await?);
        page.wear("light").await?;
        page.settled().await?;
    }
    Ok((!violations.is_empty()).then(|| axe::describe(&violations)))
}

async fn every_field_is_seen(stage: Stage, windows: &'static [Size]) -> Outcome {
    let server = stage.serve_app()?;
    look_in_every_window(stage.visit(&server), windows, "nb", async |page, _| fields_out_of_sight(page).await)
        .await
}

/// Opens every screen once, in the first of the windows, and looks at it in each of them; `look` is told whether it
/// is the first.
async fn look_in_every_window(
    visit: Visit<'_>,
    windows: &[Size],
    language: &str,
    look: impl AsyncFn(&Page, bool) -> Outcome<Vec<String>>,
) -> Outcome {
    let (&first, others) = windows.split_first().ok_or("no window to look in")?;
    let page = visit.size(first).open().await?;
    page.tour(language, &word(), Arrival::Onward, async |_| {
        let mut found = told(first, look(&page, true).await?);
        for &size in others {
            page.browser().resize(size).await?;
            page.settled().await?;
            found.extend(told(size, look(&page, false).await?));
        }
        if !others.is_empty() {
            page.browser().resize(first).await?;
        }
        ensure(found.is_empty(), || found.join("\n    "))
    })
    .await
}

/// What was found, with the window that it was found in.
fn told(size: Size, found: Vec<String>) -> Vec<String> {
    found.into_iter().map(|what| format!("{size}: {what}")).collect()
}

/// Gives each field the focus, as a tap does, and answers those that cannot be seen with their label then.
async fn fields_out_of_sight(page: &Page) -> Outcome<Vec<String>> {
    let fields = page.browser().driver().execute(FIELDS, vec![]).await?.elements()?;
    let mut hidden = Vec::new();
    // What had the focus in the window before gets it anew here, as by a tap.
    page.browser().run::<()>("document.activeElement?.blur()", vec![]).await?;
    for field in fields {
        field.focus().await?;
        let argument = field.to_json()?;
        let settled = until_within(COMES_INTO_SIGHT, "the field is in sight", async || {
            let problems: Vec<String> = page.browser().run(BETWEEN_BARS, vec![argument.clone()]).await?;
            if problems.is_empty() { Ok(Some(())) } else { Err(problems.join("; ").into()) }
        })
        .await;
        hidden.extend(settled.err().map(|problem| problem.to_string()));
    }
    Ok(hidden)
}

/// One screen only, while working on it: `E2E_SCREEN=facts`.
fn word() -> String {
    std::env::var("E2E_SCREEN").unwrap_or_default()
}
