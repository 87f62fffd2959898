//! axe on every screen, light and dark. In the other languages and engines it comes along on the tour of the
//! narrowest window (`layout.rs`).

use e2e::pages::screens::{Arrival, TOUR};
use e2e::{Engine, Outcome, Spec, Stage, axe, ensure};

/// All sentences about what axe finds.
pub fn spec() -> Spec {
    Spec::new("accessibility").time_limit(TOUR).on(
        &[Engine::Chromium],
        "axe finds nothing on any screen, light or dark",
        every_screen,
    )
}

async fn every_screen(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).appearance("light").open().await?;
    let word = std::env::var("E2E_SCREEN").unwrap_or_default();
    page.tour("nb", &word, Arrival::Onward, async |screen| {
        let mut found = axe::violations(&page).await?;
        if screen.name == "language-menu" {
            // An open menu covers part of what is behind it, and goes away at the first tap there.
            found.retain(|violation| violation.id != "target-size");
        }
        // In dark only the colours are other ones.
        page.wear("dark").await?;
        page.settled().await?;
        found.extend(axe::violations_in_colour(&page).await?);
        page.wear("light").await?;
        ensure(found.is_empty(), || axe::describe(&found))
    })
    .await
}
