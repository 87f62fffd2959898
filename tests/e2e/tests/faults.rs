//! What must not lose anything: a killed tab, a full device, a store that fails, a connection that does not close,
//! records that cannot be read, two windows.

use std::path::{Path, PathBuf};
use std::time::Duration;

use e2e::pages::device::{RawRecord, Spoil, Typed};
use e2e::pages::reflection::{EndPage, QUESTION, RoomPage, SessionPage};
use e2e::stage::{app_folder, faulty_folder};
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// The promise: what is older than this is on the device, milliseconds.
const SAFE_AFTER_MS: u64 = 500;

const WORDING: &str = "Bør vi vente når hun sier nei, og samtidig gjør det vondt?";

/// All sentences about faults.
pub fn spec() -> Spec {
    Spec::new("faults")
        .time_limit(if long() { Duration::from_secs(900) } else { Duration::from_secs(90) })
        .for_each_engine(
            "a tab that is killed while somebody writes loses the last half second at most",
            killed,
        )
        .time_limit(Duration::from_secs(90))
        .on(CHROMIUM, "a device that is really full is told of, and nothing is lost", really_full)
        .for_each_engine("whatever the store refuses is told of, and nothing is lost", refused)
        .for_each_engine("a store that cannot be read is told of, and read when it can be", not_read)
        .on(CHROMIUM, "no release holds the store that fails on demand", no_faulty_store)
        .for_each_engine("a second connection that does not close is told of, and waited for", held)
        .for_each_engine(
            "a damaged record is told of, not written over, and can be saved and put aside",
            damaged,
        )
        .for_each_engine("a record of a later version is told of, not written over, and can be saved", newer)
        .for_each_engine(
            "a second window says that it can only read, and can take over with nothing lost",
            two_windows,
        )
        .for_each_engine("reloading in the middle of a word is no conflict with anybody", reloaded)
        .on(
            CHROMIUM,
            "ending a kept reflection otherwise, after a reload, is no conflict with anybody",
            ended_twice,
        )
        .for_each_engine("changing languages while writing is no conflict with anybody", languages)
        .for_each_engine(
            "a window that loses the right to write keeps what it could not save, and hands it out",
            lost_with_unsaved,
        )
}

/// Whether the long forms are asked for.
fn long() -> bool {
    std::env::var_os("E2E_LONG").is_some_and(|value| value == "1")
}

/// A session on one's own situation with its question, on the device.
async fn begun(page: &Page) -> Outcome<SessionPage<'_>> {
    let session = RoomPage::open(page).await?.start_own("Vanskelig").await?;
    session.ask(WORDING).await?;
    session.is_kept().await?;
    Ok(session)
}

async fn killed(stage: Stage) -> Outcome {
    let kills = match (stage.engine(), long()) {
        (Engine::Chromium, true) => 50,
        (_, true) => 10,
        (Engine::Chromium, false) => 5,
        (_, false) => 2,
    };
    let server = stage.serve_app()?;
    let mut worst = 0;
    if stage.engine() == Engine::WebKit {
        // WebKitGTK runs the service worker in the process that is killed, and then waits for it for ever: so the
        // page goes on without one, and each kill meets a browser of its own.
        for round in 0..kills {
            let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
            let session = begun_before_the_kill(&page).await?;
            page.everything_kept().await?;
            page.let_service_worker_go().await?;
            worst = worst.max(kill(&page, session, round).await?);
            page.close().await?;
        }
    } else {
        let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
        let session = begun_before_the_kill(&page).await?;
        for round in 0..kills {
            worst = worst.max(kill(&page, session, round).await?);
        }
    }
    println!("{}: {kills} kills, at most {worst} letters missing", stage.engine());
    Ok(())
}

async fn begun_before_the_kill(page: &Page) -> Outcome<SessionPage<'_>> {
    let session = begun(page).await?;
    session.fill("Hva skjedde?", "Det som sto her fra før").await?;
    session.is_kept().await?;
    Ok(session)
}

/// Kills the page while somebody writes on it; how many letters are missing when it is opened again.
async fn kill(page: &Page, session: SessionPage<'_>, round: u32) -> Outcome<usize> {
    let address = page.path().await?;
    session.fill(QUESTION, "").await?;
    session.is_kept().await?;
    // At another place in the app's own rhythm each time.
    page.type_on(QUESTION, 15 + round * 7 % 30).await?;
    page.kill().await?;
    let told = |failure| format!("kill {round}: {failure}");
    page.go(&address).await.map_err(told)?;
    let session = SessionPage::at_step(page, 1).await.map_err(told)?;
    let there = session.value(QUESTION).await?;
    let typed = page.typed().await?;
    ensure(there == Typed::text(there.len()), || format!("kill {round}: garbled: «{there}»"))?;
    ensure(there.len() >= typed.older_than(SAFE_AFTER_MS), || {
        format!("kill {round}: {} of {} letters are there: {typed:?}", there.len(), typed.all())
    })?;
    session.see_value("Hva skjedde?", "Det som sto her fra før").await?;
    let kinds: Vec<_> = page.records().await?.iter().map(|record| record.kind().to_owned()).collect();
    for kind in ["session", "session-entry"] {
        ensure(kinds.iter().filter(|one| *one == kind).count() == 1, || format!("kill {round}: {kinds:?}"))?;
    }
    let hid: Option<String> = page.browser().run("return localStorage.getItem('e2e.hidden')", vec![]).await?;
    // A page that is hidden first saves at once: that would be another test.
    ensure(hid.is_none(), || format!("the page was hidden before it was killed: {hid:?}"))?;
    Ok(typed.all().saturating_sub(there.len()))
}

async fn really_full(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).quota(24_000_000).open().await?;
    page.everything_kept().await?;
    let session = begun(&page).await?;
    page.fill_storage().await?;
    let text = "Dette ble skrevet da det var fullt";
    session.fill("Hva skjedde?", text).await?;
    told_and_safe(session, "Det er ikke mer plass på enheten, så vi får ikke lagret akkurat nå.", text)
        .await?;
    page.free_storage().await?;
    try_again(session).await?;
    is_safe_now(session, text).await
}

/// The fault is told in plain words, the text still stands, and a copy with it can be taken out.
async fn told_and_safe(session: SessionPage<'_>, happened: &str, text: &str) -> Outcome {
    session.see(happened).await?;
    session.see("Ikke lagret ennå").await?;
    session.see_value("Hva skjedde?", text).await?;
    session.catch_files().await?;
    session.click_button("Last ned en kopi").await?;
    let copy = session.file().await?;
    ensure(copy.contains(text), || format!("the copy does not hold «{text}»: {copy}"))?;
    session.see_value("Hva skjedde?", text).await
}

/// What stood in the way is gone: somebody presses the button, unless the app has been quicker.
async fn try_again(session: SessionPage<'_>) -> Outcome {
    let pressed = session.click_button("Prøv igjen").await;
    let kept = session.text().await?.contains("Lagret på denne enheten");
    if kept { Ok(()) } else { pressed }
}

/// What could not be written is on the device now.
async fn is_safe_now(session: SessionPage<'_>, text: &str) -> Outcome {
    session.is_kept().await?;
    session.not_see("Ikke lagret ennå").await?;
    session.reload().await?;
    session.see_value("Hva skjedde?", text).await?;
    session.see_value(QUESTION, WORDING).await
}

/// What the faulty store is told, and what a person is told then.
const REFUSALS: [(&str, &str); 6] = [
    ("full", "Det er ikke mer plass på enheten, så vi får ikke lagret akkurat nå."),
    ("unavailable", "Nettleseren lar oss ikke lagre på denne enheten."),
    ("blocked", "Et annet vindu med Refleks bruker lageret akkurat nå."),
    ("lost", "Nettleseren mistet kontakten med lageret på enheten."),
    ("newer", "Det som er lagret her, er laget med en nyere utgave av Refleks."),
    ("unexpected", "Vi får ikke lagret akkurat nå."),
];

async fn set_fault(page: &Page, words: &str) -> Outcome {
    page.here().await?;
    let there: bool =
        page.browser().run("return window.refleksFaultyStore === 'refleks-faulty-store'", vec![]).await?;
    ensure(there, || "this is not the test build".to_owned())?;
    page.browser().run("window.refleksFaults = arguments[0]", vec![words.into()]).await
}

async fn refused(stage: Stage) -> Outcome {
    let server = stage.serve_faulty_app()?;
    let page = stage.visit(&server).open().await?;
    let session = begun(&page).await?;
    for (fault, happened) in REFUSALS {
        set_fault(&page, fault).await?;
        let text = format!("Skrevet mens lageret sa {fault}");
        session.fill("Hva skjedde?", &text).await?;
        told_and_safe(session, happened, &text).await.map_err(|failure| format!("{fault}: {failure}"))?;
        set_fault(&page, "").await?;
        try_again(session).await?;
        is_safe_now(session, &text).await.map_err(|failure| format!("after {fault}: {failure}"))?;
    }
    Ok(())
}

async fn not_read(stage: Stage) -> Outcome {
    let server = stage.serve_faulty_app()?;
    let page = stage.visit(&server).open().await?;
    let session = begun(&page).await?;
    let address = page.path().await?;
    session.leave().await?;
    set_fault(&page, "read-lost").await?;
    open_here(&page, &address).await?;
    page.see("Nettleseren mistet kontakten med lageret på enheten.").await?;
    open_here(&page, "#/").await?;
    // The same words stood on the screen before: home has to be there, and to have read in vain itself.
    page.see_button("Start refleksjon").await?;
    page.see("Nettleseren mistet kontakten med lageret på enheten.").await?;
    set_fault(&page, "").await?;
    page.click_button("Prøv igjen").await?;
    page.see_heading("Fortsett der du slapp").await?;
    open_here(&page, &address).await?;
    SessionPage::at_step(&page, 1).await?.see_value(QUESTION, WORDING).await
}

/// Follows an address of the app without loading the page again.
async fn open_here(page: &Page, address: &str) -> Outcome {
    page.here().await?;
    page.browser().run("location.hash = arguments[0]", vec![address.into()]).await
}

async fn no_faulty_store(_: Stage) -> Outcome {
    let marker = b"refleks-faulty-store";
    let of_the_app = holding(&app_folder(), marker)?;
    ensure(of_the_app.is_empty(), || format!("the marker stands in {of_the_app:?}"))?;
    let of_the_test_build = holding(&faulty_folder(), marker)?;
    ensure(!of_the_test_build.is_empty(), || "the marker is not even in the test build".to_owned())
}

/// The files below a folder that hold these bytes.
fn holding(folder: &Path, bytes: &[u8]) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(holding(&path, bytes)?);
        } else if std::fs::read(&path)?.windows(bytes.len()).any(|part| part == bytes) {
            found.push(path);
        }
    }
    Ok(found)
}

async fn held(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = begun(&page).await?;
    let other = page.second_window(&format!("{}empty", e2e::server::TEST_PAGES)).await?;
    other.hold_database().await?;
    let text = "Skrevet mens noe annet holdt på lageret";
    session.fill("Hva skjedde?", text).await?;
    told_and_safe(session, "Et annet vindu med Refleks bruker lageret akkurat nå.", text).await?;
    other.let_database_go().await?;
    // Nobody has to press anything: the app tries again by itself.
    is_safe_now(session, text).await
}

/// A session that is left and then spoiled; answers its address and its record as it lies there now.
async fn spoiled(page: &Page, how: Spoil) -> Outcome<(String, RawRecord)> {
    let session = begun(page).await?;
    let address = page.path().await?;
    session.leave().await?;
    let id = record_of_kind(page, "session").await?.id;
    page.spoil(&id, how).await?;
    Ok((address, record_of_kind(page, "session").await?))
}

async fn record_of_kind(page: &Page, kind: &str) -> Outcome<RawRecord> {
    let records = page.records().await?;
    let found = records.into_iter().find(|record| record.kind() == kind);
    Ok(found.ok_or_else(|| format!("there is no {kind}"))?)
}

/// Told of, taken out as it is, and as it was afterwards.
async fn told_and_untouched(page: &Page, happened: &str, spoiled: &RawRecord) -> Outcome {
    page.see(happened).await?;
    page.see("Det ligger urørt, og ingenting skrives over det.").await?;
    page.catch_files().await?;
    page.click_button("Last ned det som ligger der").await?;
    let copy = page.file().await?;
    ensure(Some(&copy) == spoiled.payload.as_ref(), || format!("the copy is «{copy}»"))?;
    let now = record_of_kind(page, "session").await?;
    ensure(now == *spoiled, || format!("it was changed: {now:?}"))
}

async fn damaged(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let (address, record) = spoiled(&page, Spoil::Damage).await?;
    page.go("#/").await?;
    page.go(&address).await?;
    page.reload().await?;
    told_and_untouched(&page, "Noe som er lagret her, er skadet og kan ikke leses.", &record).await?;
    page.click_button("Legg den til side").await?;
    RoomPage::at(&page).await?;
    let aside = record_of_kind(&page, "aside").await?;
    let kept: serde_json::Value = serde_json::from_str(aside.payload.as_deref().unwrap_or_default())?;
    ensure(kept["text"].as_str() == record.payload.as_deref(), || format!("{kept}"))?;
    page.go("#/innstillinger").await?;
    page.see("Lagt til side").await
}

async fn newer(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let (address, record) = spoiled(&page, Spoil::FromTheFuture).await?;
    page.go(&address).await?;
    page.reload().await?;
    told_and_untouched(&page, "Dette er laget med en nyere utgave av Refleks.", &record).await
}

async fn two_windows(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let first = stage.visit(&server).open().await?;
    let session = begun(&first).await?;
    let address = first.path().await?;
    let second = first.second_window(&address).await?;
    second.see("Refleks er åpen i et annet vindu").await?;
    second.see("Her kan du lese.").await?;
    second.not_see_element("textbox", QUESTION).await?;
    let text = "Skrevet i det første vinduet";
    session.fill("Hva skjedde?", text).await?;
    session.is_kept().await?;
    second.click_button("Skriv her i stedet").await?;
    let taken = SessionPage::at_step(&second, 1).await?;
    taken.see_value("Hva skjedde?", text).await?;
    let more = "Skrevet videre i det andre vinduet";
    taken.fill("Hva skjedde?", more).await?;
    taken.is_kept().await?;
    first.see("Et annet vindu har tatt over").await?;
    first.not_see_element("textbox", QUESTION).await?;
    first.click_button("Skriv her i stedet").await?;
    let session = SessionPage::at_step(&first, 1).await?;
    session.see_value("Hva skjedde?", more).await?;
    session.see_value(QUESTION, WORDING).await?;
    second.see("Et annet vindu har tatt over").await
}

async fn lost_with_unsaved(stage: Stage) -> Outcome {
    let server = stage.serve_faulty_app()?;
    let first = stage.visit(&server).open().await?;
    let session = begun(&first).await?;
    let second = first.second_window(&first.path().await?).await?;
    second.see("Refleks er åpen i et annet vindu").await?;
    set_fault(&first, "unexpected").await?;
    let text = "Dette kom aldri fram til lageret";
    session.fill("Hva skjedde?", text).await?;
    session.see("Vi får ikke lagret akkurat nå.").await?;
    second.click_button("Skriv her i stedet").await?;
    SessionPage::at_step(&second, 1).await?.see_value("Hva skjedde?", "").await?;
    first.see("Noe her er ikke lagret. Last ned en kopi før du går videre.").await?;
    first.catch_files().await?;
    first.click_button("Last ned en kopi").await?;
    let copy = first.file().await?;
    ensure(copy.contains(text), || format!("the copy does not hold «{text}»"))?;
    let shown: String =
        first.browser().run("return document.getElementById('background').value", vec![]).await?;
    ensure(shown == text, || format!("on the screen stands «{shown}»"))
}

/// Nobody waits for the saving: the page goes away with the last letters under way.
async fn reloaded(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = begun(&page).await?;
    for round in 0..4 {
        let text = format!("Omgang {round}, midt i et ord");
        session.fill("Hva skjedde?", &text).await?;
        page.reload().await?;
        session.see_value("Hva skjedde?", &text).await?;
        session.add_to("Hva skjedde?", " til").await?;
        session.is_kept().await?;
    }
    Ok(())
}

async fn ended_twice(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = begun(&page).await?.jump_to(6).await?;
    session.agree("Spørre datteren", "primærkontakt", story::DAY.0).await?;
    let end = session.finish().await?;
    let address = page.path().await?;
    end.keep_everything(story::DAY.0, story::DAY.1).await?;
    page.go(&address).await?;
    page.reload().await?;
    // The agreement was written by the page before.
    EndPage::at(&page).await?.forget().await?;
    page.holds_only_marks().await
}

async fn languages(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = begun(&page).await?;
    for round in 0..3 {
        session.fill("Hva skjedde?", &format!("Omgang {round}")).await?;
        session.speak("Språk", "English").await?;
        session.see_heading("What feels wrong here, and what is the question behind it?").await?;
        session.speak("Language", "Bokmål").await?;
        SessionPage::at_step(&page, 1).await?.see_value("Hva skjedde?", &format!("Omgang {round}")).await?;
    }
    session.is_kept().await
}
