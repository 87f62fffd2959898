//! Large text, narrow windows, large targets, and the on-screen keyboard.

use std::time::Duration;

use e2e::pages::screens::TOUR;
use e2e::wait::until_within;
use e2e::{Engine, Outcome, Page, Size, Spec, Stage, checks, ensure};

const CHROMIUM: &[Engine] = &[Engine::Chromium];
const OTHERS: &[Engine] = &[Engine::Firefox, Engine::WebKit];

const OVERLAPS: &str = include_str!("../src/js/overlaps.js");
const SQUEEZED: &str = include_str!("../src/js/squeezed.js");
const FIELDS: &str = include_str!("../src/js/fields.js");
const BETWEEN_BARS: &str = include_str!("../src/js/field_between_bars.js");

/// The phone while its on-screen keyboard is open.
const PHONE_KEYBOARD: Size = Size { width: 390, height: 420 };

/// How long a focused field may take to come into sight.
const COMES_INTO_SIGHT: Duration = Duration::from_secs(2);

/// All sentences about room for words, fingers and keyboards.
pub fn spec() -> Spec {
    let sizes = [
        ("200 % text on a tablet", Size::TABLET, "largest"),
        ("200 % text on a phone", Size::PHONE, "largest"),
        ("a window of 320 px", Size::NARROWEST, "normal"),
        ("a phone", Size::PHONE, "normal"),
        ("a tablet held upright", Size::TABLET_UPRIGHT, "normal"),
        ("a tablet", Size::TABLET, "normal"),
        ("a projector", Size::PROJECTOR, "normal"),
    ];
    let mut spec = Spec::new("layout").time_limit(TOUR);
    for (name, size, text) in sizes {
        spec = spec.on(CHROMIUM, &format!("nothing is lost on any screen with {name}"), move |stage| {
            nothing_is_lost(stage, size, text, "nb")
        });
    }
    let spec = spec.on(OTHERS, "nothing is lost on any screen with a window of 320 px", |stage| {
        nothing_is_lost(stage, Size::NARROWEST, "normal", "nb")
    });
    let spec =
        spec.on(CHROMIUM, "nothing is lost in Nynorsk and English with a window of 320 px", |stage| async {
            nothing_is_lost(stage.clone(), Size::NARROWEST, "normal", "nn").await?;
            nothing_is_lost(stage, Size::NARROWEST, "normal", "en").await
        });
    let spec = spec.on(CHROMIUM, "the on-screen keyboard of a tablet covers no field", |stage| {
        every_field_is_seen(stage, Size::KEYBOARD_OPEN)
    });
    spec.on(CHROMIUM, "the on-screen keyboard of a phone covers no field", |stage| {
        every_field_is_seen(stage, PHONE_KEYBOARD)
    })
}

async fn nothing_is_lost(stage: Stage, size: Size, text: &'static str, language: &'static str) -> Outcome {
    let server = stage.serve_app()?;
    let visit = stage.visit(&server).language(language).size(size).setting("refleks.textsize", text);
    let page = visit.open().await?;
    page.tour(language, &word(), async |_| {
        let mut found = checks::sideways(&page).await?;
        found.extend(checks::clipped(&page).await?);
        found.extend(page.browser().run::<Vec<String>>(OVERLAPS, vec![]).await?);
        found.extend(page.browser().run::<Vec<String>>(SQUEEZED, vec![]).await?);
        found.extend(checks::small_targets(&page).await?);
        ensure(found.is_empty(), || found.join("\n    "))
    })
    .await
}

async fn every_field_is_seen(stage: Stage, size: Size) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).size(size).open().await?;
    page.tour("nb", &word(), async |_| {
        let hidden = fields_out_of_sight(&page).await?;
        ensure(hidden.is_empty(), || hidden.join("\n    "))
    })
    .await
}

/// Gives each field the focus, as a tap does, and answers those that cannot be seen with their label then.
async fn fields_out_of_sight(page: &Page) -> Outcome<Vec<String>> {
    let fields = page.browser().driver().execute(FIELDS, vec![]).await?.elements()?;
    let mut hidden = Vec::new();
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
