//! axe on every screen: both appearances and three languages in Chromium, once in the other engines. In the second
//! appearance only the colours are other ones.

use e2e::pages::screens::TOUR;
use e2e::{Engine, Outcome, Spec, Stage, axe, ensure};

const CHROMIUM: &[Engine] = &[Engine::Chromium];
const OTHERS: &[Engine] = &[Engine::Firefox, Engine::WebKit];

/// All sentences about what axe finds.
pub fn spec() -> Spec {
    let mut spec = Spec::new("accessibility").time_limit(TOUR);
    for language in ["nb", "nn", "en"] {
        let sentence = format!("axe finds nothing on any screen, light or dark, {language}");
        spec = spec.on(CHROMIUM, &sentence, move |stage| every_screen(stage, language, InDark::Too));
    }
    spec.on(OTHERS, "axe finds nothing on any screen", |stage| every_screen(stage, "nb", InDark::Not))
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
