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
        .for_each_engine(
            "one calls and one answers on one tablet, and what was not heard does not help",
            two_on_one_tablet,
        )
        .for_each_engine("whoever goes on while a wait is being played has waited all of it", goes_on)
        .on(CHROMIUM, "a code opens the same sheet on another device, a wrong code is told of", sheet_by_code)
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

async fn pick(page: &Page) -> Outcome {
    page.click_button("Ring og meld fra").await?;
    page.click_on(".practice-receivers .ds-button:last-child").await
}

async fn mark(page: &Page, what: &[&str]) -> Outcome {
    for one in what {
        page.click("checkbox", one).await?;
    }
    Ok(())
}

const NEXT_CHECK: &str = "Jeg måler igjen om et kvarter, og ringer ved endring";
const AMBULANCE: &str = "Jeg ønsker ambulanse og innleggelse nå.";
const SEPSIS: &str = "Jeg er redd for at hun har sepsis.";

async fn call_for_help(page: &Page) -> Outcome {
    pick(page).await?;
    page.see_heading("Hva sier du?").await?;
    page.see("Du kan få svar når du har sagt: hva du ønsker, når dere snakkes igjen").await?;
    mark(page, &["Dette haster", "Jeg er bekymret", SEPSIS, "Hun har fast kateter."]).await?;
    page.click_on(".call fieldset:nth-of-type(4) .chip:first-of-type").await?;
    mark(page, &[AMBULANCE, NEXT_CHECK]).await?;
    page.click_button("Hør svaret").await?;
    page.see_heading("Svaret").await?;
    page.see("Regn med hjelp om 18 minutter.").await?;
    page.click_button("Les tilbake").await?;
    page.see_heading("Hva ble dere enige om?").await?;
    page.not_see("Les beskjeden tilbake for meg.").await?;
    mark(page, &["Hjelpen er her om 40 minutter", NEXT_CHECK]).await?;
    page.click_button("Les tilbake").await?;
    page.see("Nei, det ble vi ikke enige om: Hjelpen er her om 40 minutter").await?;
    page.see("Du har glemt noe: Gi væske i blodåre").await?;
    mark(page, &["Hjelpen er her om 40 minutter", "Hjelpen er her om 18 minutter", "Gi væske i blodåre"])
        .await?;
    page.click_button("Les tilbake").await?;
    page.see("Ja, det stemmer.").await?;
    page.click_button("Avslutt samtalen").await
}

async fn two_on_one_tablet(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Sykepleier").await?;
    measure_all(&page).await?;
    page.click_button("30 min").await?;
    page.click_button("30 min").await?;
    page.click_button("Ring og meld fra").await?;
    page.click("checkbox", "To som øver").await?;
    page.click_on(".practice-receivers .ds-button:last-child").await?;
    page.see_heading("Gi nettbrettet til den som svarer").await?;
    page.not_see("Borghild").await?;
    page.click_button("Jeg svarer. Vis arket").await?;
    page.see_heading("Den som svarer: 113").await?;
    page.see("Du sitter på AMK").await?;
    page.see("Stopp litt.").await?;
    page.click_button("Jeg har lest arket").await?;
    page.see_heading("Legg nettbrettet mellom dere").await?;
    page.click_button("Vi har snakket ferdig").await?;
    page.see_heading("Hva hørte du?").await?;
    mark(&page, &["At det haster", AMBULANCE, "Når de måler igjen, og at de ringer ved endring"]).await?;
    page.click_button("Ferdig").await?;
    page.see_heading("Gi nettbrettet til den som ringte").await?;
    page.not_see("At det haster").await?;
    page.click_button("Jeg ringte").await?;
    page.see_heading("Hva sa du?").await?;
    mark(&page, &["Dette haster", SEPSIS, AMBULANCE, NEXT_CHECK]).await?;
    page.click_on(".call fieldset:nth-of-type(4) .chip:first-of-type").await?;
    page.click_button("Sammenlign").await?;
    page.see_heading("Kom det fram?").await?;
    page.see("Sagt, men ikke hørt").await?;
    page.see(SEPSIS).await?;
    page.click_button("Hør svaret").await?;
    page.see("Den som svarer, leser dette høyt.").await?;
    // With the numbers and the word they would have ordered fluid.
    page.see("jeg trenger mer fra deg").await?;
    page.see("Regn med hjelp om 22 minutter.").await?;
    page.click_button("Les tilbake").await?;
    mark(&page, &["Hjelpen er her om 22 minutter", NEXT_CHECK]).await?;
    page.click_button("Les tilbake").await?;
    page.see("Ja, det stemmer.").await?;
    page.click_button("Avslutt samtalen").await?;
    page.see("Noen må ordinere dette først").await?;
    page.is_kept().await
}

/// Presses buttons one right after the other, quicker than anything is drawn.
async fn press_at_once(page: &Page, selectors: &[&str]) -> Outcome {
    let press = "arguments[0].map((one) => document.querySelector(one)).forEach((button) => button.click())";
    page.browser().run(press, vec![selectors.into()]).await
}

const HALF_AN_HOUR: &str = "[aria-labelledby=wait] button:last-child";

async fn goes_on(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Sykepleier").await?;
    page.see("09:10").await?;
    press_at_once(&page, &[HALF_AN_HOUR, ".vitals-row:nth-child(1) .vitals-measure button:first-child"])
        .await?;
    // What is done comes after all of the wait, and not in the middle of it.
    page.see("09:40 Pustefrekvens").await?;
    page.click_button("Ring og meld fra").await?;
    page.see("Hvem ringer du?").await?;
    press_at_once(&page, &[HALF_AN_HOUR, ".practice-receivers .ds-button:last-child"]).await?;
    page.see_heading("Hva sier du?").await?;
    page.click_button("Ikke ring likevel").await?;
    page.see("09:41 30 minutter går").await
}

async fn sheet_by_code(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Sykepleier").await?;
    page.click_button("Ring og meld fra").await?;
    page.click("checkbox", "To som øver").await?;
    page.click_on(".practice-receivers .ds-button:last-child").await?;
    page.unfold().await?;
    let shown: String =
        page.browser().run("return document.querySelector('.sheet-code').textContent", vec![]).await?;

    let other = stage.visit(&server).open().await?;
    other.go("#/oving").await?;
    other.click_link("Ark med kode").await?;
    other.see_heading("Ark med kode").await?;
    let wrong: String =
        shown.chars().enumerate().map(|(place, one)| if place == 0 { '9' } else { one }).collect();
    other.fill("Kode", &wrong).await?;
    other.click_button("Vis arket").await?;
    other.see("Koden stemmer ikke.").await?;
    other.fill("Kode", "ark").await?;
    other.click_button("Vis arket").await?;
    other.see("Dette er ikke en kode.").await?;
    other.fill("Kode", &shown.to_lowercase()).await?;
    other.click_button("Vis arket").await?;
    other.see_heading("Den som svarer: 113").await?;
    other.see("Du sitter på AMK").await?;
    other.see("Kun øving – ikke for virkelige pasienter").await?;
    other.reload().await?;
    other.see_heading("Den som svarer: 113").await?;
    other.go("#/oving/ark/AAAAAA").await?;
    other.see("Koden stemmer ikke.").await?;

    page.click_button("Arket er på det andre nettbrettet").await?;
    page.see_heading("Legg nettbrettet mellom dere").await
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
