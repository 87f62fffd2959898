//! The private round on one tablet: everybody answers alone, and nothing tells who, when or what before it opens.

use e2e::pages::reflection::{RoomPage, SessionPage};
use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};

use crate::story;

/// All sentences about the private round.
pub fn spec() -> Spec {
    Spec::new("private")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "six answers go round and open together, and at no point anything tells who, when or what before",
            six_answers,
        )
        .on(&[Engine::Chromium], "below four answers nothing opens, and nothing is left", below_four)
        .on(
            &[Engine::Chromium],
            "how a meeting was opens from five answers, and below five nothing is shown or left",
            how_it_was,
        )
        .on(
            &[Engine::Chromium],
            "a round goes with its session, and so does its key",
            forgotten_with_its_session,
        )
        .on(&[Engine::Chromium], "a text that hurts is held back before anybody else has seen it", held_back)
}

/// What the six write, a word in each that stands nowhere else, in the order in which they have the tablet.
const WRITTEN: [&str; 6] = ["ørnefjell", "askeladd", "myrull", "blåklokke", "tiriltunge", "fuglevikke"];
/// What somebody writes and does not finish.
const UNFINISHED: &str = "halvferdig";

async fn at_the_round(page: &Page) -> Outcome {
    RoomPage::open(page).await?.start_together("Vanskelig").await?;
    story::past_the_rules(page).await?;
    page.click_button("Privat runde").await?;
    page.see("Svaret ditt er ikke lagret før du trykker Ferdig.").await?;
    page.click_button("Start runden").await?;
    page.see_focus("heading", "Gi nettbrettet til den første").await
}

async fn take(page: &Page) -> Outcome {
    page.click_button("Jeg har nettbrettet").await?;
    page.see_focus("heading", "Hvor sterkt kjenner du at noe skurrer her?").await
}

/// One person answers and is done.
async fn answer(page: &Page, choice: &str, line: &str) -> Outcome {
    take(page).await?;
    page.choose("Hvor sterkt kjenner du at noe skurrer her?", choice).await?;
    page.fill("Hva er det som skurrer for deg? Du kan la det stå tomt.", line).await?;
    page.click_button("Ferdig").await
}

/// Nothing that somebody has written is on the page, in it, or anywhere on the device.
async fn tells_nothing(page: &Page) -> Outcome {
    let words: Vec<&str> = WRITTEN.iter().copied().chain([UNFINISHED]).collect();
    page.here().await?;
    let inside: String = page
        .browser()
        .run(
            "return document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((field) => field.value).join()",
            vec![],
        )
        .await?;
    for word in &words {
        ensure(!inside.contains(word), || format!("«{word}» is in the page"))?;
    }
    page.holds_nothing_of(&words).await
}

/// The record of the round says how many have had the tablet and nothing of when.
async fn round_is(page: &Page, had: u64) -> Outcome {
    let records = page.records().await?;
    let round =
        records.iter().find(|record| record.kind() == "round" && !record.is_mark()).ok_or("no round")?;
    let value = round.value()?;
    ensure(value["had"] == had && value["turns"] == 6, || format!("{value}"))?;
    let fields: Vec<&String> = value.as_object().map(|object| object.keys().collect()).unwrap_or_default();
    ensure(fields == ["session", "step", "about", "key", "asked", "turns", "had", "sealed"], || {
        format!("{fields:?}")
    })?;
    let length = value["sealed"].as_str().map(str::len);
    ensure(length == Some(SEALED), || format!("the seal is {length:?} long, whatever is in it"))?;
    let session = records.iter().find(|record| record.kind() == "session").ok_or("no session")?;
    let started = session.value()?["started_ms"].clone();
    ensure(started == round.envelope["updated_ms"], || "the round has a time of its own".to_owned())
}

/// A lump of 48 KiB with nonce and tag, in base64.
const SEALED: usize = (48 * 1024 + 12 + 16usize).div_ceil(3) * 4;

async fn six_answers(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    at_the_round(&page).await?;
    round_is(&page, 0).await?;
    for (at, (word, choice)) in
        WRITTEN.iter().zip(["Mye", "Litt", "Mye", "En del", "Mye", "Litt"]).enumerate()
    {
        answer(&page, choice, &format!("Jeg tenker på {word}")).await?;
        if at + 1 < WRITTEN.len() {
            page.see_focus("heading", "Gi nettbrettet videre").await?;
            page.see(&format!("{} av 6 er ferdige", at + 1)).await?;
        } else {
            page.see_focus("heading", "Alle er ferdige").await?;
        }
        tells_nothing(&page).await?;
        round_is(&page, at as u64 + 1).await?;
        match at {
            2 => interrupted(&page).await?,
            3 => looked_at_from_elsewhere(&page).await?,
            _ => {}
        }
    }
    page.reload().await?;
    page.see_heading("Alle er ferdige").await?;
    tells_nothing(&page).await?;
    page.click_button("Vis svarene").await?;
    page.see_heading("Slik svarte dere").await?;
    opened(&page).await
}

/// Somebody writes and is interrupted by a reload and by the way back: it goes on where the tablet is handed over.
async fn interrupted(page: &Page) -> Outcome {
    take(page).await?;
    page.fill("Hva er det som skurrer for deg? Du kan la det stå tomt.", UNFINISHED).await?;
    page.reload().await?;
    page.see_heading("Gi nettbrettet videre").await?;
    page.see("3 av 6 er ferdige").await?;
    tells_nothing(page).await?;
    take(page).await?;
    page.fill("Hva er det som skurrer for deg? Du kan la det stå tomt.", UNFINISHED).await?;
    for way in ["history.back()", "history.forward()"] {
        page.browser().run::<()>(way, vec![]).await?;
        page.settled().await?;
        tells_nothing(page).await?;
    }
    page.see_heading("Gi nettbrettet videre").await?;
    page.see("3 av 6 er ferdige").await
}

/// Another window and a backup know nothing either.
async fn looked_at_from_elsewhere(page: &Page) -> Outcome {
    let other = page.second_window(&page.path().await?).await?;
    other.see("4 av 6 er ferdige").await?;
    tells_nothing(&other).await?;
    other.go("#/innstillinger").await?;
    other.catch_files().await?;
    other.click_button("Lag sikkerhetskopi…").await?;
    let backup = other.file().await?;
    for word in WRITTEN.iter().chain(&["\"round\"", "sealed"]) {
        ensure(!backup.contains(word), || format!("«{word}» is in the backup"))?;
    }
    other.close().await?;
    page.here().await
}

/// What opened stands in the order of what it says; the round and its key are gone.
async fn opened(page: &Page) -> Outcome {
    let text = page.text().await?;
    let mut sorted = WRITTEN;
    sorted.sort_unstable();
    let places: Vec<Option<usize>> = sorted.iter().map(|word| text.find(word)).collect();
    ensure(places.iter().all(Option::is_some) && places.is_sorted(), || format!("{places:?} in: {text}"))?;
    round_and_key_are_gone(page).await?;
    // The second mark shows movement.
    page.click_button("Svar på nytt etter samtalen").await?;
    page.click_button("Start runden").await?;
    for _ in 0..6 {
        answer(page, "En del", "").await?;
    }
    page.see_heading("Alle er ferdige").await?;
    page.click_button("Vis svarene").await?;
    page.see("Før samtalen").await?;
    page.see("Etter samtalen").await?;
    page.see("Dere svarte likt.").await
}

async fn round_and_key_are_gone(page: &Page) -> Outcome {
    until("the round and its key are gone", async || {
        let records = page.records().await?;
        let rounds_gone = records
            .iter()
            .filter(|record| record.kind() == "round")
            .all(e2e::pages::device::RawRecord::is_mark);
        let keys: Vec<String> = page.browser().run_later(KEYS, vec![]).await?;
        Ok((rounds_gone && !keys.iter().any(|key| key.starts_with("key-"))).then_some(()))
    })
    .await
}

/// A round that nobody ended, and a session that somebody forgets from Hjem when it has grown old.
async fn forgotten_with_its_session(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    at_the_round(&page).await?;
    answer(&page, "Mye", "ørnefjell").await?;
    page.see("1 av 6 er ferdige").await?;
    page.move_clock(15 * 24 * 60).await?;
    page.go("#/").await?;
    page.click_button("Glem den").await?;
    page.see_element("dialog", "Vil du glemme denne refleksjonen?").await?;
    page.click_on("dialog[open] .ds-button:not([data-icon], [data-variant=tertiary])").await?;
    page.see("Alt er glemt.").await?;
    round_and_key_are_gone(&page).await?;
    page.holds_only_marks().await
}

const KEYS: &str = "const [done] = arguments;
    const opening = indexedDB.open('refleks');
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('meta').objectStore('meta').getAllKeys();
      reading.onsuccess = () => { database.close(); done(reading.result.map(String)); };
    };";

async fn below_four(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    at_the_round(&page).await?;
    for (at, word) in WRITTEN.iter().enumerate() {
        if at < 3 {
            answer(&page, "Mye", word).await?;
        } else {
            take(&page).await?;
            page.click_button("Stå over denne runden").await?;
        }
        page.see(if at < 5 { "er ferdige" } else { "For få svar" }).await?;
    }
    page.not_see_element("button", "Vis svarene").await?;
    page.not_see_element("button", "Se gjennom tekstene først").await?;
    tells_nothing(&page).await?;
    page.click_button("Avslutt og slett").await?;
    SessionPage::at_step(&page, 1).await?;
    page.not_see("Slik svarte dere").await?;
    tells_nothing(&page).await
}

/// One person marks everything and says whether something was hard.
pub async fn mark_the_meeting(page: &Page, hard: &str) -> Outcome {
    page.click_button("Jeg har nettbrettet").await?;
    page.see_focus("heading", "Hvordan var møtet?").await?;
    for mark in [
        "Alle kunne delta og bidra",
        "Tida gikk til noe som betyr noe for oss",
        "Vi så etter veier videre",
        "Møtet styrket samholdet",
        "Det var plass til gode historier og humor",
    ] {
        page.choose(mark, "Ja").await?;
    }
    page.choose("Var noe vanskelig for deg?", hard).await?;
    page.click_button("Ferdig").await
}

async fn how_it_was(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    RoomPage::open(&page).await?.start_together("Vanskelig").await?;
    story::past_the_rules(&page).await?.jump_to(6).await?.finish().await?;
    for (answers, opens) in [(4, false), (5, true)] {
        page.click_button("Send nettbrettet rundt").await?;
        page.see("bare hvis minst fem har svart").await?;
        page.click_button("Start runden").await?;
        for turn in 0..6 {
            if turn < answers {
                mark_the_meeting(&page, if turn == 2 { "Litt" } else { "Nei" }).await?;
            } else {
                page.click_button("Jeg har nettbrettet").await?;
                page.click_button("Stå over denne runden").await?;
            }
            page.see(if turn < 5 {
                "er ferdige"
            } else if opens {
                "Alle er ferdige"
            } else {
                "For få svar"
            })
            .await?;
        }
        page.not_see_element("button", "Se gjennom tekstene først").await?;
        if opens {
            page.click_button("Vis svarene").await?;
            page.see_heading("Slik var møtet").await?;
            page.see("5 har svart").await?;
            page.see("5 ja · 0 litt · 0 nei").await?;
            page.see("Noe var vanskelig for noen.").await?;
            page.not_see_element("button", "Send nettbrettet rundt").await?;
        } else {
            page.click_button("Avslutt og slett").await?;
            page.see_heading("Før dere går").await?;
            page.not_see("Slik var møtet").await?;
        }
    }
    SessionPage(&page).is_kept().await?;
    let records = page.records().await?;
    let session = records.iter().find(|record| record.kind() == "session").ok_or("no session")?.value()?;
    let ticket = &session["ticket"];
    ensure(ticket["answered"] == 5 && ticket["somebody_found_it_hard"] == true, || format!("{ticket}"))
}

async fn held_back(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    at_the_round(&page).await?;
    for word in WRITTEN {
        answer(&page, "Litt", &format!("Om {word}")).await?;
    }
    page.see_heading("Alle er ferdige").await?;
    page.click_button("Se gjennom tekstene først").await?;
    page.see("Om myrull").await?;
    page.click_on(".private-main .rows li:nth-child(1) .chip").await?;
    page.click_button("Vis svarene").await?;
    page.see_heading("Slik svarte dere").await?;
    page.see("1 tekst er holdt tilbake av den som leder samtalen.").await?;
    page.not_see("Om askeladd").await?;
    page.see("Om myrull").await?;
    SessionPage(&page).is_kept().await?;
    page.holds_nothing_of(&["askeladd"]).await
}
