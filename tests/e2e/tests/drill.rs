//! Small drills: the borders of the score tables, what belongs to which letter of ISBAR, and in which order.

use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};
use thirtyfour::Key;

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("drill")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a wrong answer is told with its reason, and the same border comes again, after a reload without network too",
            comes_again,
        )
        .for_each_engine("an ISBAR call is put in order by keyboard alone", by_keyboard)
        .on(CHROMIUM, "what one could say finds its letter, and what does not belong is told as such", sorted)
        .on(CHROMIUM, "what was drilled is forgotten when somebody wants that", forgotten)
}

const PULSE: &str = "#/oving/drill/news2-pulse";
const ORDER: &str = "#/oving/drill/isbar-order";
const SORT: &str = "#/oving/drill/isbar-sort";

const LETTERS: [&str; 6] = [
    "Hører ikke med",
    "I · Hvem og hvor",
    "S · Situasjon",
    "B · Bakgrunn",
    "A · Aktuell tilstand og vurdering",
    "R · Råd og avtale",
];

/// More questions than a round has.
const MANY: usize = 12;

/// More stops than the screen has.
const MOST_STOPS: usize = 80;

const TAB: char = '\u{e004}';

/// The reading that is asked about.
async fn reading(page: &Page) -> Outcome<String> {
    let heading = "return document.querySelector('main h1')?.textContent ?? ''";
    page.browser().run(heading, vec![]).await
}

/// Answers with the least points, and tells whether that was right.
async fn answer_least(page: &Page) -> Outcome<bool> {
    page.click_on(".drill-answers button:first-child").await?;
    page.see("Slik er tabellen").await?;
    Ok(page.text().await?.contains("Det stemmer"))
}

async fn next(page: &Page) -> Outcome {
    page.click_button("Neste").await?;
    until("another question is there", async || {
        let fresh = "return document.querySelector('.drill-answers') !== null
            && document.querySelector('.drill-answer[aria-pressed=true]') === null";
        Ok(page.browser().run::<bool>(fresh, vec![]).await?.then_some(()))
    })
    .await
}

/// Goes on until an answer is wrong; tells of which reading.
async fn miss_one(page: &Page) -> Outcome<String> {
    for _ in 0..MANY {
        let asked = reading(page).await?;
        if !answer_least(page).await? {
            return Ok(asked);
        }
        next(page).await?;
    }
    Err("no answer was wrong".into())
}

async fn comes_again(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    page.go(PULSE).await?;
    page.see("Hvor mange poeng gir det?").await?;
    page.see("Kun øving – ikke for virkelige pasienter").await?;
    page.see("© Royal College of Physicians 2017").await?;
    let missed = miss_one(&page).await?;
    page.see("Du satte 0. Tabellen gir").await?;
    page.see("hører til raden «").await?;
    page.see("Dette svaret").await?;
    page.not_see("prøve igjen").await?;
    page.see("her går grensen mellom").await?;
    page.is_kept().await?;

    page.reload().await?;
    page.see_heading(&missed).await?;
    let was_right = answer_least(&page).await?;
    ensure(!was_right, || format!("«{missed}» is right now"))?;
    let mut others = 0;
    loop {
        next(&page).await?;
        if reading(&page).await? == missed {
            break;
        }
        others += 1;
        ensure(others <= 3, || format!("«{missed}» does not come again"))?;
        answer_least(&page).await?;
    }
    page.click_button("Stopp her").await?;
    page.see_focus("heading", "Ferdig for nå").await?;
    page.see("her går grensen mellom").await?;
    page.click_button("Ti til").await?;
    page.see("Spørsmål 1 av 10").await
}

/// Presses Tab, or Shift and Tab, until the control of that role has the focus whose name begins so.
async fn go_to(page: &Page, back: bool, role: &str, stem: &str) -> Outcome {
    for _ in 0..MOST_STOPS {
        if back {
            page.press_with(Key::Shift, TAB).await?
        } else {
            page.press(Key::Tab).await?
        }
        let Some(focused) = page.focused().await? else { continue };
        let (found, name) = page.role_and_name(&focused).await?;
        if found == role && name.starts_with(stem) {
            return Ok(());
        }
    }
    Err(format!("{role} «{stem}» is not on the way").into())
}

async fn by_keyboard(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path(ORDER).open().await?;
    page.see_heading("Et bein som har hovnet opp").await?;
    page.settled().await?;
    for stem in ["Jeg ringer fordi venstre legg", "Jeg er assistent"] {
        go_to(&page, false, "checkbox", stem).await?;
        page.type_keys(" ").await?;
    }
    go_to(&page, false, "button", "Se hvordan det står").await?;
    page.press(Key::Enter).await?;
    page.see("Hører lenger opp.").await?;
    page.see("Noe står utenfor bokstaven sin.").await?;

    go_to(&page, true, "button", "Flytt opp: Jeg er assistent").await?;
    page.press(Key::Enter).await?;
    page.see_focus("button", "Flytt ned: Jeg er assistent…").await?;
    page.not_see("Hører lenger opp.").await?;
    go_to(&page, false, "button", "Se hvordan det står").await?;
    page.press(Key::Enter).await?;
    page.see("I · Hvem og hvor. Står der det skal.").await?;
    page.see("Noe er ikke sagt ennå under").await?;
    page.not_see("Hører lenger opp.").await?;

    go_to(&page, true, "button", "Ta bort: Jeg ringer").await?;
    page.press(Key::Enter).await?;
    page.see_focus("heading", "Slik sier du det").await
}

async fn sorted(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path(SORT).open().await?;
    page.see("Hvor hører det hjemme?").await?;
    page.see("Spørsmål 1 av").await?;
    // One may try again as often as one likes; the meaning of the letter stands beside every answer.
    let mut is_found = false;
    for letter in LETTERS {
        page.click_button(letter).await?;
        let other = format!("Du valgte {letter}.");
        is_found = until("the answer has its reason", async || {
            let text = page.text().await?;
            let is_right = text.contains("Det stemmer");
            Ok((is_right || text.contains(&other)).then_some(is_right))
        })
        .await?;
        if is_found {
            break;
        }
    }
    ensure(is_found, || "no letter is right".to_owned())?;
    next(&page).await?;
    page.click_button("Stopp her").await?;
    page.see_focus("heading", "Ferdig for nå").await?;
    page.click_button("Neste samtale").await?;
    page.see("Skjelven og svett").await
}

async fn forgotten(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path(PULSE).open().await?;
    page.see("Hvor mange poeng gir det?").await?;
    miss_one(&page).await?;
    page.is_kept().await?;
    let kinds = page.records().await?;
    ensure(kinds.iter().any(|record| record.kind() == "drill_marks"), || "nothing was kept".to_owned())?;
    page.go("#/oving/drill").await?;
    page.click_button("Glem hva jeg har øvd på").await?;
    page.click_button("Glem det").await?;
    page.see("Det er glemt.").await?;
    page.is_kept().await?;
    page.holds_nothing_of(&["news2.pulse."]).await
}
