//! A group around one tablet: the way in, the clock, the help for the one who leads.

use e2e::pages::reflection::{RoomPage, SessionPage};
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};
use thirtyfour::Key;

use crate::story;

/// All sentences about a group.
pub fn spec() -> Spec {
    Spec::new("group")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "six people say who they are, read the ground rules and come to the first step with their plan",
            way_in,
        )
        .for_each_engine(
            "the clock follows the steps, stands still when asked to, and takes a new plan",
            clock,
        )
        .on(&[Engine::Chromium], "the one who leads gets help that does not open by itself", help)
        .for_each_engine(
            "the room sees the step and what lies on the table, and never the help or a private answer",
            room,
        )
        .on(
            &[Engine::Chromium],
            "everybody gets the word once, as seats and not as names",
            round_of_the_table,
        )
        .on(
            &[Engine::Chromium],
            "the group speaks from each party's place, or thinks alone, in pairs, in fours and then all",
            ways_to_talk,
        )
        .on(
            &[Engine::Chromium],
            "a version of the model with seven steps is worked through as data",
            seven_steps,
        )
}

/// A group at the first step, with an hour.
async fn underway(page: &Page) -> Outcome<SessionPage<'_>> {
    RoomPage::open(page).await?.start_together("Vanskelig").await?;
    story::past_the_rules(page).await
}

async fn way_in(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    RoomPage::open(&page).await?.start_together("Vanskelig").await?;
    page.see("Alle delene er med i denne planen.").await?;
    page.choose("Hvor lang tid har dere?", "15…").await?;
    page.see("Ikke med i denne planen: lover.").await?;
    page.see("minst 45 minutter").await?;
    page.click_button("Én færre").await?;
    page.click_button("Én færre").await?;
    page.click_button("Én færre").await?;
    page.see("3 personer").await?;
    page.see("Fire til ti er et godt tall.").await?;
    page.click_on(".gather summary:not(.gather .stack:first-child summary)").await?;
    for _ in 0..4 {
        page.click_button("Sykepleier: én flere").await?;
    }
    // A group is never smaller than those who are counted.
    page.see("4 personer").await?;
    page.see("Alle har samme yrke.").await?;
    page.click_button("Lege: én flere").await?;
    page.see("5 personer").await?;
    page.not_see("Alle har samme yrke.").await?;
    page.choose("Hva slags møte er det?", "Rapport eller vaktskifte").await?;
    page.fill("Hva vil dere få ut av møtet? Én setning", "Bli enige om kveldene").await?;
    page.reload().await?;
    page.see("5 personer").await?;
    page.see_value("Hva vil dere få ut av møtet? Én setning", "Bli enige om kveldene").await?;
    page.click_button("Videre til kjøreregler").await?;
    page.see_focus("heading", "Slik snakker vi sammen").await?;
    page.see("Målet vårt: Bli enige om kveldene").await?;
    page.see("Det som blir sagt her, blir her.").await?;
    page.click_button("Vi er klare. Start").await?;
    let session = SessionPage::at_step(&page, 1).await?;
    page.see("3 min igjen").await?;
    session.is_kept().await?;
    // What a plan has no time for is told where the referat tells what was left out.
    page.fill("Hva skjedde?", "Hun blir sittende oppe").await?;
    session.ask("Bør vi vente, og samtidig få nok søvn?").await?;
    let session = session.jump_to(4).await?;
    page.click("checkbox", "Verdighet").await?;
    session.is_kept().await?;
    let end = session.jump_to(6).await?.finish().await?;
    let referat = end.referat().await?;
    for line in [
        "5 deltakere (4 × sykepleier, 1 × lege) · Rapport eller vaktskifte · 15 minutter",
        "Lover (ikke med i planen)",
    ] {
        ensure(referat.contains(line), || format!("«{line}» is not in the referat:\n{referat}"))?;
    }
    Ok(())
}

async fn clock(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = underway(&page).await?;
    page.see("8 min igjen").await?;
    page.move_clock(3).await?;
    page.see("5 min igjen").await?;
    page.move_clock(7).await?;
    page.see("2 min over").await?;
    page.see("Det er lov").await?;
    page.click_button("Tid…").await?;
    page.click_button("3 minutter til").await?;
    page.see("3 min igjen").await?;
    page.click_button("Ta pause").await?;
    page.see_button("Fortsett").await?;
    page.press(Key::Escape).await?;
    page.move_clock(30).await?;
    page.see("Pause").await?;
    page.see("3 min igjen").await?;
    // A new plan is seen before it is used, and shares out what there is over the steps to come.
    let session = session.jump_to(4).await?;
    page.click_button("Tid…").await?;
    page.click_button("Fortsett").await?;
    page.see("30 minutter").await?;
    page.click_button("Fem minutter mindre").await?;
    page.click_button("Fem minutter mindre").await?;
    page.see("20 minutter").await?;
    page.click_button("Bruk den nye planen").await?;
    page.see("8 min igjen").await?;
    session.is_kept().await?;
    page.click_button("Tid…").await?;
    page.click_button("Skjul tida").await?;
    page.press(Key::Escape).await?;
    page.see("Tida er skjult").await?;
    page.not_see("min igjen").await?;
    page.reload().await?;
    page.see("Tida er skjult").await
}

async fn help(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = underway(&page).await?;
    page.not_see("Til deg som leder samtalen").await?;
    page.click_button("Råd til den som leder samtalen").await?;
    page.see_heading("Til deg som leder samtalen").await?;
    page.see("Bare for deg. Vises ikke for gruppa.").await?;
    page.see("Hvis det blir stille").await?;
    // It stays open from step to step, with the help of that step.
    session.jump_to(2).await?;
    page.see("Hvis fakta og meninger blandes").await?;
    page.click_button("Skjul rådene").await?;
    page.not_see("Til deg som leder samtalen").await
}

async fn round_of_the_table(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = underway(&page).await?;
    page.click_button("Samtaleform").await?;
    page.see("0 av 6 har hatt ordet eller stått over").await?;
    page.click_button("Plass 2: Ikke ennå").await?;
    page.click_button("Plass 5: Ikke ennå").await?;
    page.click_button("Plass 5: Har snakket").await?;
    page.see("2 av 6 har hatt ordet eller stått over").await?;
    page.see_button("Plass 5: Sto over").await?;
    page.press(Key::Escape).await?;
    // Closed and opened again it is the same round; a new step is a new one.
    page.click_button("Samtaleform").await?;
    page.see_button("Plass 2: Har snakket").await?;
    page.press(Key::Escape).await?;
    session.jump_to(2).await?;
    page.click_button("Samtaleform").await?;
    page.see("0 av 6 har hatt ordet eller stått over").await
}

async fn ways_to_talk(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = underway(&page).await?.jump_to(3).await?;
    session.add_party("Datteren", "Hun sover", "Antatt", "Ikke hørt ennå").await?;
    page.click_button("Samtaleform").await?;
    page.choose("Samtaleform", "Perspektivrunde").await?;
    page.see("1 av 2").await?;
    page.click_button("Neste").await?;
    page.see("Nå snakker: Datteren").await?;
    page.see("Det dere sa nå, er antatt.").await?;
    page.click_button("Begynn på nytt").await?;
    page.see("1 av 2").await?;
    page.choose("Samtaleform", "1–2–4–alle").await?;
    for _ in 0..3 {
        page.click_button("Neste").await?;
    }
    page.see_button("Begynn på nytt").await?;
    // Closed and opened again it stands where it stood.
    page.press(Key::Escape).await?;
    page.click_button("Samtaleform").await?;
    page.see_button("Begynn på nytt").await
}

async fn seven_steps(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    RoomPage::open(&page).await?.start_together("Uvanlig").await?;
    page.click_on(".gather summary:not(.gather .stack:first-child summary)").await?;
    page.choose("Hvilken modell?", "SME i sju steg").await?;
    page.click_button("Videre til kjøreregler").await?;
    page.click_button("Vi er klare. Start").await?;
    SessionPage::at_step(&page, 1).await?;
    page.click_link("Lover…").await?;
    page.see_heading("Hva krever loven, hva sier den nei til, og hvor gir den rom?").await?;
    page.see("4 min igjen").await?;
    page.click_link("Videre til handlinger").await?;
    page.see_heading("Hva er det mulig å gjøre, og hva taler for og mot?").await
}

/// The question of the first step.
const FIRST: &str = "Hva er det som skurrer, og hvilket spørsmål ligger bak?";

async fn room(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = underway(&page).await?;
    page.click_button("Råd til den som leder samtalen").await?;
    page.see("Hvis det blir stille").await?;
    page.click_button("Vis rommet").await?;
    page.see_focus("heading", FIRST).await?;
    page.see("Omtrent 8 minutter igjen").await?;
    page.not_see("Hvis det blir stille").await?;
    page.click_button("Tilbake til steget").await?;
    SessionPage::at_step(&page, 1).await?;
    let room = page.second_window("#/rom").await?;
    room.see_heading(FIRST).await?;
    page.here().await?;
    session.ask("Bør vi vekke ham, og samtidig la ham sove?").await?;
    room.here().await?;
    room.see("Bør vi vekke ham, og samtidig la ham sove?").await?;
    room.not_see("Til deg som leder samtalen").await?;
    // It never asks to write: one window holds the lock, and nobody waits for it.
    let locks: Vec<usize> = room
        .browser()
        .run_later(
            "const [done] = arguments; navigator.locks.query().then((all) => done([all.held.length, all.pending.length]));",
            vec![],
        )
        .await?;
    ensure(locks == [1, 0], || format!("held and awaited locks: {locks:?}"))?;
    page.here().await?;
    page.click_button("Privat runde").await?;
    page.click_button("Start runden").await?;
    page.click_button("Jeg har nettbrettet").await?;
    page.fill("Hva er det som skurrer for deg? Du kan la det stå tomt.", "hemmelighet").await?;
    room.here().await?;
    room.see_heading("Hvor sterkt kjenner du at noe skurrer her?").await?;
    room.see("0 av 6 er ferdige").await?;
    room.not_see("hemmelighet").await?;
    page.here().await?;
    page.click_button("Stå over denne runden").await?;
    page.see_heading("Gi nettbrettet videre").await?;
    room.here().await?;
    room.see("1 av 6 er ferdige").await?;
    page.here().await?;
    page.go("#/refleksjon").await?;
    page.see_heading("Refleksjon").await?;
    room.here().await?;
    room.see_heading("Venter på at samtalen begynner.").await?;
    room.close().await
}
