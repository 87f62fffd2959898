//! Saker: the search, terms explained where they stand, and the law cards.

use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};
use thirtyfour::Key;

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("library")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a hurried search with a wrong letter finds a dilemma, and is there on the way back",
            search,
        )
        .for_each_engine(
            "a term is explained where it stands, by finger and by keyboard, without a network",
            term,
        )
        .for_each_engine("a law card tells when it was checked last, and when that is too long ago", law)
        .on(CHROMIUM, "kind, place and task narrow what is found, and it can all be shown again", narrowed)
        .on(CHROMIUM, "Ordliste is searched, and a word leads to its page", glossary)
        .on(CHROMIUM, "the library is searched in Nynorsk and English", other_languages)
}

const SEARCH: &str = "Søk";
const SHOWER: &str = "Når hun sier nei til dusj…";

async fn search(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon").open().await?;
    // What comes in above it moves the link.
    page.see_element("link", SHOWER).await?;
    page.click_link("Saker, ord og lover").await?;
    page.see_heading("Saker").await?;
    page.fill(SEARCH, "DUSHJ sykehjem").await?;
    page.not_see_element("link", "Naboen ved bilen…").await?;
    page.click_link(SHOWER).await?;
    page.see_heading("Når hun sier nei til dusj").await?;
    back(&page).await?;
    page.see_value(SEARCH, "DUSHJ sykehjem").await?;
    page.click_link(SHOWER).await?;
    // The way back on the page leads where one came from.
    page.click_link("Saker").await?;
    page.see_value(SEARCH, "DUSHJ sykehjem").await?;
    page.see_element("link", SHOWER).await?;
    page.fill(SEARCH, "dusj romskip").await?;
    page.see("Ingen treff. Prøv færre ord.").await?;
    page.fill(SEARCH, "paarorende").await?;
    page.see_element("link", "Informasjon til pårørende…").await?;
    // Whoever comes from elsewhere begins anew.
    page.click_link("Hjem").await?;
    page.see("Hva har du på hjertet?").await?;
    page.go("#/refleksjon/saker").await?;
    page.see_value(SEARCH, "").await
}

/// As the browser's own button.
async fn back(page: &Page) -> Outcome {
    page.browser().run("history.back()", vec![]).await
}

async fn term(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.go("#/refleksjon/lover/pbrl-4-1").await?;
    page.click_button("samtykke").await?;
    page.see_element("dialog", "Samtykke").await?;
    page.press(Key::Escape).await?;
    page.not_see_element("dialog", "Samtykke").await?;
    page.see_focus("button", "samtykke").await?;
    page.press(Key::Enter).await?;
    page.see_element("dialog", "Samtykke").await?;
    page.click_button("Lukk").await?;
    page.see_focus("button", "samtykke").await?;
    // The same term as a large button under the text.
    let words = page.see_element("group", "Ord i teksten").await?;
    page.click_in(&words, "button", "Samtykke").await?;
    page.click_link("Mer i ordlista").await?;
    page.see_focus("heading", "Samtykke").await?;
    ensure(page.path().await? == "#/refleksjon/ordliste/samtykke", || "another page".to_owned())
}

async fn law(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon/lover").open().await?;
    page.see_heading("Lovkort").await?;
    page.click_on("main li:nth-child(3) summary").await?;
    page.see("brukerrettighetsloven § 4-1").await?;
    page.see("Sist kontrollert 30. juni 2026").await?;
    page.not_see("for over ett år siden").await?;
    page.move_clock(366 * 24 * 60).await?;
    page.click_link("Saker").await?;
    page.choose("Hva leter du etter?", "Lov").await?;
    page.fill(SEARCH, "beslutingskompetanse").await?;
    page.click_link("Beslutningskompetanse…").await?;
    page.see("brukerrettighetsloven § 4-3").await?;
    page.see("Sist kontrollert").await?;
    page.see("Sjekk lovdata.no før du stoler på den.").await?;
    let asked = server.visitors().into_iter().filter(|visit| visit.path.contains("lovdata")).count();
    ensure(asked == 0, || "it was looked up by itself".to_owned())
}

async fn narrowed(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon/saker").open().await?;
    page.see_heading("Dilemmaer 24").await?;
    page.see_element("link", SHOWER).await?;
    page.choose("Sted", "Hjemmetjeneste").await?;
    page.not_see_element("link", SHOWER).await?;
    page.not_see_element("heading", "Verdier…").await?;
    page.see_element("link", "Naboen ved bilen…").await?;
    page.choose("Hva leter du etter?", "Verdier").await?;
    // A value happens nowhere, and is read where it stands.
    page.see_heading("Verdier…").await?;
    page.not_see_element("heading", "Dilemmaer…").await?;
    page.click_on("#found-values ~ ul summary").await?;
    page.see("Spør dere selv").await?;
    page.click_button("Vis alt igjen").await?;
    page.see_heading("Dilemmaer 24").await?;
    page.click_button("Vis alle 24").await?;
    page.see_element("link", "Naboen ved bilen…").await?;
    page.not_see_element("heading", "Verdier…").await
}

async fn glossary(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon/saker").open().await?;
    page.click_link("Ordliste").await?;
    page.see_heading("S").await?;
    page.choose("Hva ordet handler om", "Observasjon").await?;
    page.not_see_element("link", "Samtykke…").await?;
    page.choose("Hva ordet handler om", "Alle").await?;
    page.fill("Søk i ordlista", "samtyke").await?;
    page.click_link("Samtykke…").await?;
    page.see_focus("heading", "Samtykke").await?;
    page.see("Sist kontrollert").await?;
    page.click_link("Ordliste").await?;
    page.see_heading("Ordliste").await
}

async fn other_languages(stage: Stage) -> Outcome {
    for (language, label, query, found, none) in [
        ("nn", SEARCH, "parorande informasjon", "Informasjon til pårørande…", "Ingen treff."),
        ("en", "Search", "next of kin informaton", "Information for next of kin…", "Nothing found."),
    ] {
        let server = stage.serve_app()?;
        let page = stage.visit(&server).language(language).path("#/refleksjon/saker").open().await?;
        page.fill(label, query).await?;
        page.see_element("link", found).await?;
        page.fill(label, "zzz").await?;
        page.see(none).await?;
    }
    Ok(())
}
