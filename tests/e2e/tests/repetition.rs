//! Repetisjon: what was learnt comes again on its day, is answered, and says when it comes next.

use std::time::{SystemTime, UNIX_EPOCH};

use e2e::wait::until;
use e2e::{Outcome, Page, Size, Spec, Stage, axe, checks, ensure};
use refleks::i18n::Day;
use serde_json::{Value, json};

use crate::learning::check;
use crate::story;

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("repetition").time_limit(story::TIME_LIMIT).for_each_engine(
        "what was wrong in a lesson comes again, is asked as the lesson asks it, and a break moves what is left",
        comes_again,
    )
    .for_each_engine(
        "what was drilled comes again, a border with its table and a saying with its letter, and rests when it was known",
        drilled_comes_again,
    )
}

/// A day of the page's clock, in minutes.
pub const DAY: u32 = 24 * 60;
const QUESTION: &str =
    "Hun har demens og glemmer stellet etter fem minutter. Har det noe å si hvordan vi gjør det?";

const READING_ID: &str = "news2.rf.21";
const READING: &str = "Pustefrekvens 21";
const SAYING_ID: &str = "isbar.foot-wound.dog";
const SAYING: &str = "Hunden hans møtte meg i gangen og var veldig glad.";

/// Today, where the browsers are.
pub fn today() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Day::of_moment(u64::try_from(since.as_millis()).unwrap_or_default(), 60)
}

/// What is kept of a lesson that was taken so many days ago, with one answer that was wrong at first.
pub fn learnt(days_ago: i64) -> (&'static str, &'static str, Value) {
    let answers = json!({ "she-forgets": { "first": { "one": "memory" }, "last": { "one": "yes" } } });
    let done = today().plus(-days_ago).to_string();
    ("lesson-verdighet", "lesson_marks", json!({ "at": "", "answers": answers, "done": done }))
}

/// What stands there holds for everybody, and in a narrow window.
pub async fn is_well_made(page: &Page) -> Outcome {
    page.settled().await?;
    axe::expect_none(page).await?;
    checks::expect_none("targets", &checks::small_targets(page).await?)?;
    checks::expect_none("sideways", &checks::sideways(page).await?)?;
    checks::expect_none("clipped", &checks::clipped(page).await?)
}

async fn comes_again(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::PHONE).open().await?;
    page.go("#/laring/repetisjon").await?;
    page.see("Her er det tomt ennå").await?;
    page.put_past_the_app(&[learnt(0)]).await?;

    page.go("#/laring").await?;
    page.click_link("Repetisjon…").await?;
    page.see("Ingenting akkurat nå").await?;
    page.see("Kommer igjen i morgen").await?;
    is_well_made(&page).await?;

    page.move_clock(2 * DAY).await?;
    page.go("#/laring").await?;
    page.go("#/laring/repetisjon").await?;
    page.click_link("Start").await?;
    page.see_heading(QUESTION).await?;
    is_well_made(&page).await?;
    page.choose("Velg ett svar", "Nei, det hun ikke husker, kan ikke krenke.").await?;
    check(&page, "Det er sant at hun glemmer.").await?;
    page.click_button("Prøv igjen").await?;
    page.choose("Velg ett svar", "Ja, like mye som for alle andre.").await?;
    check(&page, "Det stemmer.").await?;
    page.not_see("Det var lett").await?;
    page.click_button("Gå videre").await?;
    page.is_kept().await?;

    // Two that nobody has answered yet, and something to think about.
    for place in ["3 av 4", "4 av 4"] {
        page.click_button("Hopp over").await?;
        page.see(place).await?;
        page.settled().await?;
    }
    page.see("Her er det ikke noe riktig svar.").await?;
    is_well_made(&page).await?;
    page.click_button("Gå videre").await?;
    page.see_focus("heading", "Det var alt for nå").await?;
    page.see("Kommer igjen i morgen").await?;
    page.is_kept().await?;
    page.click_link("Til repetisjonen").await?;
    page.click_button("To uker").await?;
    page.see("Pause til").await?;
    page.not_see_element("link", "Start").await?;
    page.click_button("Jeg er tilbake").await?;
    page.see_element("link", "Start").await?;

    let kinds = page.records().await?;
    ensure(kinds.iter().any(|record| record.kind() == "memory"), || "nothing was kept".to_owned())?;
    page.click_button("Glem svarene mine").await?;
    page.click_button("Glem dem").await?;
    page.not_see_element("button", "Glem svarene mine").await?;
    page.is_kept().await?;
    until("nothing of the answers is left", async || {
        let mut memories = page.records().await?.into_iter().filter(|record| record.kind() == "memory");
        Ok(memories.all(|record| record.is_mark()).then_some(()))
    })
    .await?;
    // The lesson itself is as it was.
    page.click_link("Verdighet i hverdagen…").await?;
    page.see_heading("Dette kan du ta med deg").await
}

async fn drilled_comes_again(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::PHONE).open().await?;
    page.go("#/laring/repetisjon").await?;
    page.see("Her er det tomt ennå").await?;
    let missed = json!({ "questions": { READING_ID: "missed", SAYING_ID: "missed" } });
    page.put_past_the_app(&[("drill-marks", "drill_marks", missed)]).await?;

    page.go("#/laring/repetisjon").await?;
    page.see_element("link", "NEWS2…").await?;
    page.see_element("link", "ISBAR…").await?;
    page.click_link("Start").await?;
    for _ in 0..2 {
        let is_reading = until("a reading or a saying is asked about", async || {
            let text = page.text().await?;
            let asks = |what: &str| text.contains(what);
            Ok((asks(READING) || asks(SAYING)).then(|| asks(READING)))
        })
        .await?;
        is_well_made(&page).await?;
        if is_reading {
            page.click_button("0 poeng").await?;
            page.see("Se en gang til").await?;
            page.click_button("2 poeng").await?;
            page.see("Det stemmer").await?;
            page.see("her går grensen mellom 0 og 2 poeng").await?;
            page.not_see("Det var lett").await?;
        } else {
            page.click_button("Hører ikke med").await?;
            page.see("Dette hører ikke med. Det endrer ikke hva den andre gjør.").await?;
            page.see("Det var lett").await?;
        }
        is_well_made(&page).await?;
        page.click_button("Gå videre").await?;
        page.is_kept().await?;
    }
    page.see_focus("heading", "Det var alt for nå").await?;
    page.see(READING).await?;
    page.see(SAYING).await?;
    page.click_link("Til repetisjonen").await?;
    page.see("Ingenting akkurat nå").await?;
    page.go("#/laring").await?;
    page.see_element("link", "Repetisjon…").await?;
    page.not_see("Det som venter").await
}
