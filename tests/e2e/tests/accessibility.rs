//! axe on every screen: in three languages in Chromium, once in the other engines. In dark only the colours are
//! other ones, and no language has colours of its own: one language is looked at in dark as well.

use e2e::pages::screens::TOUR;
use e2e::{Engine, Outcome, Spec, Stage, axe, ensure};

const CHROMIUM: &[Engine] = &[Engine::Chromium];
const OTHERS: &[Engine] = &[Engine::Firefox, Engine::WebKit];

/// All sentences about what axe finds.
pub fn spec() -> Spec {
    Spec::new("accessibility")
        .time_limit(TOUR)
        .on(CHROMIUM, "axe finds nothing on any screen, light or dark", |stage| {
            every_screen(stage, "nb", InDark::Too)
        })
        .on(CHROMIUM, "axe finds nothing on any screen in Nynorsk", |stage| {
            every_screen(stage, "nn", InDark::Not)
        })
        .on(CHROMIUM, "axe finds nothing on any screen in English", |stage| {
            every_screen(stage, "en", InDark::Not)
        })
        .on(OTHERS, "axe finds nothing on any screen", |stage| every_screen(stage, "nb", InDark::Not))
}

/// Whether a screen is looked at in dark after it has been looked at in light.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InDark {
    Too,
    Not,
}

async fn every_screen(stage: Stage, language: &'static str, in_dark: InDark) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).language(language).appearance("light").open().await?;
    let word = std::env::var("E2E_SCREEN").unwrap_or_default();
    page.tour(language, &word, async |screen| {
        let mut found = axe::violations(&page).await?;
        if screen.name == "language-menu" {
            // An open menu covers part of what is behind it, and goes away at the first tap there.
            found.retain(|violation| violation.id != "target-size");
        }
        if in_dark == InDark::Too {
            page.wear("dark").await?;
            page.settled().await?;
            found.extend(axe::violations_in_colour(&page).await?);
            page.wear("light").await?;
        }
        ensure(found.is_empty(), || axe::describe(&found))
    })
    .await
}
