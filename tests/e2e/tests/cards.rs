//! Kort: a card is drawn, chosen on, turned around and talked about, and becomes a reflection.

use e2e::pages::reflection::QUESTION;
use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("cards")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "six people choose, see how many, turn the card around and take it into a reflection, offline",
            six_people,
        )
        .for_each_engine(
            "somebody alone goes from the card to a reflection that carries its text, offline",
            alone,
        )
        .on(
            CHROMIUM,
            "a card is found again, stays away for a month, and keeps a note only when asked to",
            remembered,
        )
        .on(CHROMIUM, "what is drawn is of the kind and the deck that was chosen", drawn)
        .on(CHROMIUM, "a card is read aloud only with a voice that is on the device", aloud)
}

const CASE: &str = "#/kort/sh-jakka";
const TITLE: &str = "Den grønne jakka";

/// Everything is on the device, and the network is gone.
async fn offline(stage: &Stage) -> Outcome<Page> {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    Ok(page)
}

async fn six_people(stage: Stage) -> Outcome {
    let page = offline(&stage).await?;
    page.go(CASE).await?;
    for _ in 0..5 {
        page.click_button("Én til").await?;
    }
    page.see("6 personer").await?;
    page.see("først når minst fire har svart").await?;
    page.click_button("Velg hver for dere").await?;
    let before = ["first", "second", "second", "pass", "third", "second"];
    round(&page, &before).await?;
    page.see_heading("Dette valgte dere").await?;
    ensure(counts(&page).await? == [["1", "3", "1", "Ingen"]], || {
        "the answers of the first round".to_owned()
    })?;
    page.click_button("Videre").await?;
    page.see("Én ting er endret").await?;
    page.click_button("Velg på nytt").await?;
    round(&page, &["first", "first", "first", "first", "second", "third"]).await?;
    page.see("Noen valgte annerledes nå").await?;
    ensure(counts(&page).await? == [["1", "3", "1", "Ingen"], ["4", "1", "1", "Ingen"]], || {
        "both rounds side by side".to_owned()
    })?;
    page.click_button("Videre").await?;
    page.see_heading("Noen som tenker ulikt").await?;
    page.click_button("Videre").await?;
    page.see_heading("Hva tar dere med dere?").await?;
    nothing_of_the_choices_is_kept(&page).await?;
    let (text, question) = said(&page).await?;
    page.click_button("Start i gruppe").await?;
    let session = story::past_the_rules(&page).await?;
    session.see_value("Hva skjedde?", &text).await?;
    session.see_value(QUESTION, &question).await?;
    session.is_kept().await
}

/// The tablet goes round: everybody takes it and marks one, or passes.
async fn round(page: &Page, choices: &[&str]) -> Outcome {
    for (turn, choice) in choices.iter().enumerate() {
        page.see(&format!("{turn} av {} har hatt nettbrettet", choices.len())).await?;
        page.click_button("Jeg har nettbrettet").await?;
        let place = match *choice {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            _ => {
                page.click_button("Stå over").await?;
                continue;
            }
        };
        page.click_on(&format!(".tiles .tile:nth-child({place})")).await?;
        page.click_button("Ferdig").await?;
    }
    Ok(())
}

/// How many chose what, round by round.
async fn counts(page: &Page) -> Outcome<Vec<Vec<String>>> {
    let script = "return [...document.querySelectorAll('.reveal-counts')].map(list => \
        [...list.querySelectorAll('.reveal-row > .t-sub')].map(one => one.textContent))";
    page.browser().run(script, vec![]).await
}

/// What the card says and asks.
async fn said(page: &Page) -> Outcome<(String, String)> {
    let script = "return ['.reflectcard-text', '.reflectcard-question'].map(one => document.querySelector(one).textContent)";
    let found: Vec<String> = page.browser().run(script, vec![]).await?;
    match found.as_slice() {
        [text, question] => Ok((text.clone(), question.clone())),
        other => Err(format!("the card says {other:?}").into()),
    }
}

/// Choices are on the screen and nowhere else.
async fn nothing_of_the_choices_is_kept(page: &Page) -> Outcome {
    until("what is remembered of the card is kept", async || {
        Ok(page.records().await?.iter().any(|one| one.kind() == "card_marks").then_some(()))
    })
    .await?;
    let kinds: Vec<String> = page.records().await?.iter().map(|one| one.kind().to_owned()).collect();
    let others: Vec<&String> =
        kinds.iter().filter(|kind| !["card_marks", "preferences"].contains(&kind.as_str())).collect();
    ensure(others.is_empty(), || format!("there is something else: {others:?}"))
}

async fn alone(stage: Stage) -> Outcome {
    let page = offline(&stage).await?;
    page.go(CASE).await?;
    page.see("Bare meg").await?;
    page.click_button("Velg").await?;
    page.click_on(".tiles .tile:nth-child(2)").await?;
    page.click_button("Ferdig").await?;
    page.see_heading("Dette valgte du").await?;
    for _ in 0..3 {
        page.click_button("Videre").await?;
    }
    let (text, question) = said(&page).await?;
    page.click_button("Start alene").await?;
    page.see_value("Hva skjedde?", &text).await?;
    page.see_value(QUESTION, &question).await
}

async fn remembered(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path(CASE).open().await?;
    page.click_button("Merk som favoritt").await?;
    page.click_button("Snakk uten å velge").await?;
    for _ in 0..3 {
        page.click_button("Videre").await?;
    }
    page.click_on(".details:has(#card-note) summary").await?;
    page.fill("Notat", "Vi spør datteren om jakka.").await?;
    page.go("#/kort").await?;
    page.see_heading("Favoritter").await?;
    page.click_link(&format!("{TITLE}…")).await?;
    page.not_see("Vi spør datteren").await?;
    page.click_button("Snakk uten å velge").await?;
    for _ in 0..3 {
        page.click_button("Videre").await?;
    }
    page.click_on(".details:has(#card-note) summary").await?;
    page.fill("Notat", "Vi spør datteren om jakka.").await?;
    page.click_button("Ta vare på notatet").await?;
    page.see("Notatet ligger ved kortet").await?;
    page.click_button("Ikke vis igjen på en måned").await?;
    page.see_element("button", "Vis igjen").await?;
    until("it is kept", async || {
        let records = page.records().await?;
        let marks = records.iter().find(|one| one.kind() == "card_marks").ok_or("no marks")?.value()?;
        let mark = &marks["cards"]["sh-jakka"];
        let is_kept = mark["note"] == "Vi spør datteren om jakka." && mark["rests_until"] != "";
        Ok((is_kept && mark["favourite"] == true).then_some(()))
    })
    .await?;
    page.go("#/kort/stokk/sykehjem").await?;
    page.see("11 kort å trekke fra").await?;
    page.see("Hviler til").await
}

async fn drawn(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/kort").open().await?;
    page.click_on(".room-start summary").await?;
    page.choose("Hva slags kort?", "Begrep").await?;
    page.choose("Hvilken stokk?", "Livets slutt").await?;
    page.see("4 kort å trekke fra").await?;
    page.click_button("Trekk et kort").await?;
    page.see_element("button", "Velg").await?;
    let mut seen = vec![page.path().await?];
    for _ in 0..3 {
        page.click_button("Snakk uten å velge").await?;
        for _ in 0..2 {
            page.click_button("Videre").await?;
        }
        page.click_button("Trekk nytt kort").await?;
        let last = seen.last().cloned().unwrap_or_default();
        until("another card is on the table", async || Ok((page.path().await? != last).then_some(())))
            .await?;
        seen.push(page.path().await?);
        page.see_element("button", "Snakk uten å velge").await?;
    }
    ensure(seen.iter().all(|path| path.starts_with("#/kort/ls-")), || format!("{seen:?}"))?;
    seen.sort();
    seen.dedup();
    ensure(seen.len() == 4, || format!("all four come before one comes again: {seen:?}"))
}

const VOICES: &str = "window.speechSynthesis.getVoices = () => arguments[0]; \
    window.speechSynthesis.dispatchEvent(new Event('voiceschanged'));";

async fn aloud(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path(CASE).open().await?;
    page.see_element("button", "Velg").await?;
    page.not_see_element("button", "Les høyt").await?;
    let far = serde_json::json!([{ "lang": "nb-NO", "localService": false }]);
    page.browser().run::<()>(VOICES, vec![far]).await?;
    page.not_see_element("button", "Les høyt").await?;
    let near = serde_json::json!([{ "lang": "nb-NO", "localService": true }]);
    page.browser().run::<()>(VOICES, vec![near]).await?;
    page.see_button("Les høyt").await
}
