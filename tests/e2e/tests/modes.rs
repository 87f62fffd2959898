//! Øving in other ways than alone: watching first, in a group, and with an instructor and a monitor.

use std::time::Duration;

use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("modes")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "one watches first, says when one would have called, and sees what could be seen",
            watches,
        )
        .for_each_engine(
            "an instructor leads offline, and the monitor's window shows what was measured and nothing else",
            leads,
        )
        .on(CHROMIUM, "a group is told what to say aloud, and who does what", in_a_group)
        .on(CHROMIUM, "breaths are counted by oneself, and what half a minute makes of them is told", counts)
        .on(CHROMIUM, "a clock that goes by itself moves the time, and stands still after a reload", clock)
}

const SCENARIO: &str = "#/oving/scenario/urosepsis";

async fn begin(page: &Page, way: &str) -> Outcome {
    page.go(SCENARIO).await?;
    page.see_heading("Litt slapp i dag").await?;
    page.choose("Hvordan vil du øve?", way).await?;
    page.click_button("Begynn").await
}

async fn watches(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Se først…").await?;
    page.see_heading("Følg med").await?;
    page.see("Det er nesten ingenting i posen fra kateteret.").await?;
    page.click_button("5 min").await?;
    page.see("09:15").await?;
    page.click_button("Nå ville jeg ringt").await?;
    page.see("Du ville ringt 09:15").await?;
    page.click("checkbox", "Jeg var bekymret").await?;
    page.is_kept().await?;
    page.reload().await?;
    page.see("Du ville ringt 09:15").await?;
    for _ in 0..20 {
        if page.text().await?.contains("Gå til samtalen etterpå") {
            break;
        }
        page.click_button("15 min").await?;
        page.is_kept().await?;
    }
    page.click_button("Gå til samtalen etterpå").await?;
    page.see_heading("Samtalen etterpå").await?;
    page.see("før tallet ba om det.").await?;
    page.see("Dette kunne du se").await?;
    page.see("NEWS2 ble 5").await?;
    page.click_button("Prøv selv").await?;
    page.see("Ring og meld fra").await
}

async fn leads(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    begin(&page, "Med instruktør…").await?;
    page.see("For instruktøren").await?;
    page.see("NEWS2 nå: 3").await?;
    page.click_on(".vitals-row:nth-child(2) .vitals-measure button").await?;
    page.is_kept().await?;
    let monitor = page.second_window("#/monitor").await?;
    monitor.see("målt 09:1").await?;
    let shown = monitor.text().await?;
    ensure(shown.contains("Oksygenmetning"), || format!("what was measured is on the monitor: {shown}"))?;
    ensure(!shown.contains("Temperatur"), || format!("what nobody measured is not: {shown}"))?;
    ensure(!shown.contains("NEWS2"), || format!("nor is the score: {shown}"))?;

    page.here().await?;
    page.unfold().await?;
    page.click_button("Pustefrekvens: høyere").await?;
    page.see("Instruktøren endret: Pustefrekvens: høyere").await?;
    page.click_on(".vitals-row:nth-child(1) .vitals-measure button:first-child").await?;
    page.is_kept().await?;
    monitor.here().await?;
    monitor.see("Pustefrekvens").await?;

    page.here().await?;
    page.click_button("La det skje nå").await?;
    page.see("Noe kommer imellom").await?;
    page.is_kept().await?;
    page.reload().await?;
    page.see("Noe kommer imellom").await?;
    page.see("Instruktøren endret: Pustefrekvens: høyere").await?;
    page.click_button("Ta pause").await?;
    monitor.here().await?;
    monitor.see("Monitoren venter på en øving").await
}

async fn in_a_group(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.go(SCENARIO).await?;
    page.choose("Hvordan vil du øve?", "Sammen rundt ett nettbrett…").await?;
    page.see("Fordel oppgavene").await?;
    page.see("Svarer i telefonen, med sitt eget ark").await?;
    page.click_button("Begynn").await?;
    page.see("Én sier høyt hva dere ser, før noen måler.").await?;
    page.click_on(".vitals-row:nth-child(2) .vitals-measure button").await?;
    page.see("Bli enige om poengene før dere ser hva tabellen gir.").await
}

async fn counts(stage: Stage) -> Outcome {
    const TAPS: usize = 9;
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Alene…").await?;
    page.see("Hva gjør du?").await?;
    page.unfold().await?;
    page.click_button("Tell pusten selv").await?;
    page.choose("Hvor lenge teller du?", "30 s").await?;
    page.choose("Hvor fort?", "Dobbelt så fort").await?;
    page.click_button("Begynn å telle").await?;
    for _ in 0..TAPS {
        page.click_button("Et pust").await?;
    }
    page.see_within(Duration::from_secs(30), "Stemmer det med det du telte?").await?;
    page.click_button("Ett til").await?;
    page.see("10 pust").await?;
    page.click_button("Se hva det var").await?;
    page.see("Du telte 10, og det dobbelte er 20. Telt i et helt minutt var det 20.").await?;
    page.see("Da blir tallet alltid et partall.").await?;
    page.click_button("Ferdig").await?;
    page.is_kept().await
}

async fn clock(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    begin(&page, "Alene…").await?;
    page.choose("Klokka", "1 minutt i sekundet").await?;
    page.see("09:13").await?;
    page.is_kept().await?;
    page.reload().await?;
    page.see("Står stille").await?;
    let time = "return document.querySelector('.practice-clock b').innerText";
    let before: String = page.browser().run(time, vec![]).await?;
    page.click_button("5 min").await?;
    page.is_kept().await?;
    let after: String = page.browser().run(time, vec![]).await?;
    ensure(minutes(&after) == minutes(&before) + 5, || {
        format!("only what one waits has gone: {before}, {after}")
    })
}

fn minutes(clock: &str) -> u32 {
    let mut parts = clock.split(':').filter_map(|part| part.trim().parse::<u32>().ok());
    parts.next().unwrap_or_default() * 60 + parts.next().unwrap_or_default()
}
