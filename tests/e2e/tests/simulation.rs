//! Øving: a scenario alone, from the first signs to the talk afterwards, and into a reflection.

use e2e::{Engine, Outcome, Page, Spec, Stage};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("simulation")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "somebody alone sees, measures, scores, calls and talks about it, offline, with a reload in the middle",
            alone,
        )
        .on(CHROMIUM, "what one may not do, or not yet, is told and takes no time", may_not)
        .on(CHROMIUM, "a run that is forgotten leaves nothing", forgotten)
}

const SCENARIO: &str = "#/oving/scenario/urosepsis";

const FORK: &str = "Bør vi legge inn beboeren nå, når hun ikke kan si hva hun vil, og familien er uenig?";

/// The measures of the chart, in its order; oxygen is seen and not measured.
const ROWS: [usize; 6] = [1, 2, 4, 5, 6, 7];

/// Everything is on the device, and the network is gone.
async fn offline(stage: &Stage) -> Outcome<Page> {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    Ok(page)
}

async fn begin(page: &Page, role: &str) -> Outcome {
    page.go(SCENARIO).await?;
    page.see_heading("Litt slapp i dag").await?;
    page.see("Kun øving – ikke for virkelige pasienter").await?;
    page.choose("Hvem er du i dag?", role).await?;
    page.click_button("Begynn").await?;
    page.see("Det er nesten ingenting i posen fra kateteret.").await
}

async fn measure_all(page: &Page) -> Outcome {
    for row in ROWS {
        page.click_on(&format!(".vitals-row:nth-child({row}) .vitals-measure button:first-child")).await?;
    }
    Ok(())
}

async fn alone(stage: Stage) -> Outcome {
    let page = offline(&stage).await?;
    begin(&page, "Sykepleier").await?;
    page.unfold().await?;
    page.click_button("Spør kollegaen hva som er vanlig").await?;
    page.see("aldri sett henne").await?;
    measure_all(&page).await?;
    for row in 1..=7 {
        page.click_on(&format!(".vitals-row:nth-child({row}) .point:first-of-type")).await?;
    }
    page.click_button("Se hva tabellen gir").await?;
    page.see("Tabellen gir 3 poeng.").await?;
    page.see("Du satte 0. Tabellen gir 1.").await?;
    page.is_kept().await?;

    page.reload().await?;
    page.see("Tabellen gir 3 poeng.").await?;
    page.unfold().await?;
    page.click_button("30 min").await?;
    page.click_button("30 min").await?;
    call_for_help(&page).await?;
    page.click_button("30 min").await?;
    page.see_heading("Ambulansen er her").await?;
    page.click_button("Gå til samtalen etterpå").await?;
    page.see_heading("Samtalen etterpå").await?;
    page.see("Du talte pusten.").await?;
    page.see("Ta vare på hverandre").await?;
    page.is_kept().await?;
    page.reload().await?;
    page.see_heading("Samtalen etterpå").await?;
    page.click_button("Start kort refleksjon").await?;
    // Roles go along into the reflection, and no names: its privacy guard has nothing to say.
    page.see_value("Det etiske spørsmålet", FORK).await?;
    page.not_see("Navn på en person").await
}

async fn call_for_help(page: &Page) -> Outcome {
    page.click_button("Ring og meld fra").await?;
    page.click_on(".practice-receivers .ds-button:last-child").await?;
    page.see_heading("Hva sier du?").await?;
    page.see("avtal når dere snakkes igjen").await?;
    for said in
        ["Dette haster", "Jeg er bekymret", "Jeg er redd for at hun har sepsis.", "Hun har fast kateter."]
    {
        page.click("checkbox", said).await?;
    }
    page.click_on(".call fieldset:nth-of-type(4) .chip:first-of-type").await?;
    for said in [
        "Jeg ønsker ambulanse og innleggelse nå.",
        "Jeg måler igjen om et kvarter, og ringer ved endring",
        "Jeg gjentar det du sa",
    ] {
        page.click("checkbox", said).await?;
    }
    page.click_button("Avslutt samtalen").await
}

async fn may_not(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Helsefagarbeider").await?;
    page.see("Noen må ordinere dette først").await?;
    page.see("09:10").await?;
    // A nurse is in the house: what the role may not, somebody else is asked to do.
    page.click_button("Gi oksygen etter prosedyre").await?;
    page.see("Du ber en kollega om hjelp").await
}

async fn forgotten(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Sykepleier").await?;
    for _ in 0..6 {
        page.click_button("30 min").await?;
        page.is_kept().await?;
        if page.text().await?.contains("Gå til samtalen etterpå") {
            break;
        }
    }
    page.click_button("Gå til samtalen etterpå").await?;
    page.click_button("Glem denne øvingen").await?;
    page.click_button("Glem den").await?;
    page.see("Øvinger du begynner på, står her.").await?;
    page.is_kept().await?;
    page.holds_nothing_of(&["urosepsis", "Litt slapp"]).await
}
