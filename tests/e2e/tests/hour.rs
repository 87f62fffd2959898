//! An hour around one tablet, without a network: six people, two private rounds, the room, a new plan, and what
//! comes of it at the next meeting.

use std::time::Duration;

use e2e::pages::reflection::{EndPage, RoomPage, SessionPage};
use e2e::{Outcome, Page, Spec, Stage, ensure};
use thirtyfour::Key;

use crate::{private, story};

/// Some two hundred clicks, twelve of which hand the tablet on.
const HOUR: Duration = Duration::from_secs(240);

/// What stands in the case and nowhere else.
const STORY: &str = "Hun blir sittende i røsslyngstolen til midnatt";
const FACT: &str = "Hun sovner alltid etter geitramskvelden";
const REASON: &str = "Hun skal få kjenne seg som et menneske";
const DOUBT: &str = "To av oss er i tvil";
/// What the group agrees on, and wants from its leader.
const AGREED: &str = "Vi prøver sen kveldsmat i to uker";
const NEEDS: &str = "En ekstra time på kvelden";
/// What somebody writes in private.
const PRIVATE: &str = "myrull";

/// The sentence about an hour.
pub fn spec() -> Spec {
    Spec::new("hour").time_limit(HOUR).for_each_engine(
        "six people come through an hour without a network, and the next meeting begins with what they agreed on",
        an_hour,
    )
}

async fn an_hour(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    let room = gathers(&page).await?;
    let session = SessionPage::at_step(&page, 1).await?;
    page.fill("Hva skjedde?", STORY).await?;
    session.ask("Bør vi følge henne i seng når hun vil sitte, og samtidig få tid til de andre?").await?;
    let first = Question {
        text: "Hvor sterkt kjenner du at noe skurrer her?",
        line: "Hva er det som skurrer for deg? Du kan la det stå tomt.",
    };
    goes_round(&page, &room, first, "Mye").await?;
    SessionPage::at_step(&page, 1).await?;
    page.move_clock(14).await?;
    page.see("6 min over").await?;
    let session = session.on_to(2).await?;
    session.add_fact(1, FACT).await?;
    let session = session.on_to(3).await?.on_to(4).await?;
    session.choose_values(&["Selvbestemmelse", "Verdighet"]).await?;
    session.add_conflict("Selvbestemmelse", "Verdighet").await?;
    takes_a_new_plan(&page).await?;
    let session = session.on_to(5).await?;
    page.click_button("Vente og se").await?;
    session.add_idea(2, AGREED).await?;
    let session = session.on_to(6).await?;
    let second = Question {
        text: "Hva heller du mot akkurat nå?",
        line: "Hva veier tyngst for deg? Du kan la det stå tomt.",
    };
    goes_round(&page, &room, second, AGREED).await?;
    let session = SessionPage::at_step(&page, 6).await.map(|_| session)?;
    session.decide(AGREED, REASON).await?;
    page.fill("Tvil eller uenighet som står igjen", DOUBT).await?;
    session.agree(AGREED, "Kveldsvakta", "2099-03-01").await?;
    let end = session.finish().await?;
    for line in ["6 deltakere · Rapport eller vaktskifte · 60 minutter", FACT, REASON, DOUBT, AGREED] {
        let referat = end.referat().await?;
        ensure(referat.contains(line), || format!("«{line}» is not in the referat:\n{referat}"))?;
    }
    marks_the_meeting(&page).await?;
    tells_the_leader(&page).await?;
    room.close().await?;
    page.here().await?;
    EndPage::at(&page).await?.keep_summary().await?;
    // The summary is what the group came to; what somebody wrote in private went with the session.
    page.holds_nothing_of(&[PRIVATE]).await?;
    begins_with_it(&page).await
}

/// Six people on a night of few words; beside them a window for the room.
async fn gathers(page: &Page) -> Outcome<Page> {
    RoomPage::open(page).await?.start_together("Vanskelig").await?;
    page.click_on(".gather summary:not(.gather .stack:first-child summary)").await?;
    page.choose("Hva slags møte er det?", "Rapport eller vaktskifte").await?;
    page.fill("Hva vil dere få ut av møtet? Én setning", "Enige om kveldene").await?;
    story::past_the_rules(page).await?;
    page.see("8 min igjen").await?;
    let room = page.second_window("#/rom").await?;
    room.see_heading("Hva er det som skurrer, og hvilket spørsmål ligger bak?").await?;
    page.here().await?;
    Ok(room)
}

/// What a private round asks.
#[derive(Clone, Copy)]
struct Question {
    text: &'static str,
    line: &'static str,
}

/// Five answer and one passes; the room sees how many, and nothing of what.
async fn goes_round(page: &Page, room: &Page, question: Question, choice: &str) -> Outcome {
    page.click_button("Privat runde").await?;
    page.click_button("Start runden").await?;
    for turn in 0..6 {
        page.click_button("Jeg har nettbrettet").await?;
        page.see_focus("heading", question.text).await?;
        if turn == 2 {
            page.click_button("Stå over denne runden").await?;
            continue;
        }
        page.choose(question.text, choice).await?;
        if turn == 4 {
            page.fill(question.line, PRIVATE).await?;
        }
        page.click_button("Ferdig").await?;
    }
    page.see_heading("Alle er ferdige").await?;
    room.here().await?;
    room.see("6 av 6 er ferdige").await?;
    room.not_see(PRIVATE).await?;
    page.here().await?;
    page.click_button("Vis svarene").await?;
    page.see_heading("Slik svarte dere").await?;
    page.see("Dere svarte likt.").await
}

/// Half a minute each, before they go.
async fn marks_the_meeting(page: &Page) -> Outcome {
    page.click_button("Send nettbrettet rundt").await?;
    page.click_button("Start runden").await?;
    for _ in 0..6 {
        private::mark_the_meeting(page, "Nei").await?;
    }
    page.click_button("Vis svarene").await?;
    page.see_heading("Slik var møtet").await?;
    page.see("Ingen sa at noe var vanskelig.").await
}

/// They are late, and what is left is shared out anew.
async fn takes_a_new_plan(page: &Page) -> Outcome {
    page.click_button("Tid…").await?;
    page.click_button("Fem minutter mindre").await?;
    page.click_button("Bruk den nye planen").await?;
    page.press(Key::Escape).await?;
    page.see("min igjen").await
}

/// The leader gets the theme, and what the group chose to add; never the case.
async fn tells_the_leader(page: &Page) -> Outcome {
    page.choose("Hva vil dere se på?", "Orientering til leder").await?;
    page.see_heading("Orientering til leder").await?;
    page.fill("Trenger dere noe fra lederen? Én setning", NEEDS).await?;
    page.catch_files().await?;
    page.click_button("Lagre som tekstfil").await?;
    let told = page.file().await?;
    for line in ["noe vanskelig i hverdagen", "Selvbestemmelse", "Vi har avtalt et tiltak", NEEDS] {
        ensure(told.contains(line), || format!("«{line}» is not told:\n{told}"))?;
    }
    for word in [STORY, FACT, REASON, DOUBT, AGREED, PRIVATE, "i seng"] {
        ensure(!told.contains(word), || format!("the leader reads «{word}»:\n{told}"))?;
    }
    page.click("checkbox", "Ta med det dere ble enige om…").await?;
    page.see(AGREED).await?;
    page.click_button("Tilbake til referatet").await?;
    page.see(REASON).await
}

/// The next meeting.
async fn begins_with_it(page: &Page) -> Outcome {
    RoomPage::open(page).await?;
    page.choose("Hva slags situasjon er det?", "Vanskelig…").await?;
    page.choose("Hvem er med, og hvor lenge?", "Sammen i gruppe…").await?;
    page.click_button("Gjør klart for gruppa").await?;
    page.see_focus("heading", "Sist sa vi at …").await?;
    page.see(&format!("… {AGREED}")).await?;
    page.see("Kveldsvakta følger opp").await?;
    page.choose("Hvordan gikk det?", "Delvis").await?;
    page.choose("Hjalp det?", "Litt").await?;
    page.fill("Hva overrasket?", "Hun ba om brødskiva selv").await?;
    SessionPage(page).is_kept().await?;
    page.click_button("Gå videre").await?;
    page.see_focus("heading", "Før dere begynner").await?;
    let records = page.records().await?;
    let agreement =
        records.iter().find(|record| record.kind() == "agreement").ok_or("no agreement")?.value()?;
    ensure(
        agreement["outcome"] == "partly"
            && agreement["helped"] == "partly"
            && agreement["surprise"] == "Hun ba om brødskiva selv",
        || format!("{agreement}"),
    )?;
    // What has been answered is not asked again.
    page.reload().await?;
    page.see_heading("Før dere begynner").await
}
