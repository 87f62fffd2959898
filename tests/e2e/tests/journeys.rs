//! The main job: one dilemma through all six steps, with its interruptions, to each of the three ends.

use e2e::pages::reflection::{ArchivePage, EndPage, QUESTION, RoomPage, SessionPage};
use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Size, Spec, Stage, ensure, shots};

use crate::story;

/// All sentences about the main job.
pub fn spec() -> Spec {
    Spec::new("reflection")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "the shower dilemma goes through all six steps, with every interruption, to a referat that is kept",
            whole_path,
        )
        .for_each_engine(
            "of what is forgotten nothing lies on the device but marks without content",
            forgotten,
        )
        .for_each_engine(
            "where only the summary is kept, the session is gone, and the summary is found and printed",
            summary_only,
        )
        .for_each_engine("in one's own situation the missing voice is named, and goes when it is heard", own_voice)
        .for_each_engine("a short reflection grows into a whole one with everything kept", short_grows)
        .for_each_engine("a reflection that was left with nothing done makes room for the next one", makes_room)
        .on(
            &[Engine::Chromium],
            "whatever could point at a person is shown before something is kept, wherever it was written",
            looked_at_before_keeping,
        )
}

async fn whole_path(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = story::choose_the_case(&page).await?.start().await?;
    story::problem(session).await?;
    session.on_to(2).await?.skip().await?;
    let session = SessionPage::at_step(&page, 3).await?;
    story::parties(session).await?;
    session.see_element("link", "Fakta Hoppet over").await?;
    story::facts(session.jump_to(2).await?).await?;
    // What was typed a moment ago is there as well: nobody waits for the saving.
    page.reload().await?;
    let session = SessionPage::at_step(&page, 2).await?;
    session.see_value("Hvem finner det ut?", story::ROLE).await?;
    session.see_value("Innen", story::DAY.0).await?;
    story::values(session.jump_to(4).await?).await?;
    story::alternatives(session.on_to(5).await?).await?;
    in_other_languages(session).await?;
    let room = session.leave().await?;
    room.resume(story::TITLE).await?;
    let session = SessionPage::at_step(&page, 5).await?;
    story::overall(session.on_to(6).await?).await?;
    story::everything_stands(session).await?;
    let end = session.finish().await?;
    story::tells_all(&end.referat().await?)?;
    let referat = end.keep_everything(story::DAY.0, story::DAY.1).await?;
    story::tells_all(&referat.referat().await?)?;
    page.holds_all_of(&story::PLANTED).await?;
    let archive = referat.archive().await?;
    archive.search("ORDKASTANJE verdighet", "1 refleksjon").await?;
    archive.search("ordkastanje rullestol", "Ingen treff på «ordkastanje rullestol».").await?;
    archive.search("", "1 refleksjon").await?;
    story::tells_all(&archive.read(story::TITLE).await?.referat().await?)
}

/// Nynorsk and English in the middle of a step, and back: what is written stays as it is.
async fn in_other_languages(session: SessionPage<'_>) -> Outcome {
    session.speak("Språk", "English").await?;
    session.see_heading("What could be done, and what are the reasons for and against?").await?;
    session.see_value("Idea 3", story::IDEA).await?;
    session.speak("Language", "Nynorsk").await?;
    session.see_heading("Kva går det an å gjere, og kva talar for og imot?").await?;
    session.speak("Språk", "Bokmål").await?;
    SessionPage::at_step(&session, 5).await?.see_value("Idé 3", story::IDEA).await
}

async fn forgotten(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let end = story::walk(&page).await?;
    SessionPage(&page).is_kept().await?;
    page.holds_all_of(&story::PLANTED).await?;
    end.forget().await?;
    page.holds_nothing_of(&story::PLANTED).await?;
    page.holds_only_marks().await?;
    ArchivePage::open(&page).await?.see("Det er tomt her ennå.").await?;
    RoomPage::open(&page).await?.not_see("Ikke ferdige").await
}

async fn summary_only(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let referat = story::walk(&page).await?.keep_summary().await?;
    let text = referat.referat().await?;
    story::tells_all(&text)?;
    // How the question came to be belongs to the session.
    ensure(!text.contains(story::SECOND_QUESTION), || text.clone())?;
    page.holds_nothing_of(&["kvastfluor"]).await?;
    let records = page.records().await?;
    let session = records.iter().find(|record| record.kind() == "session").ok_or("no session record")?;
    ensure(session.is_mark(), || format!("{session:#?}"))?;
    if stage.engine() != Engine::WebKit {
        printed_with_nothing_around_it(&page, stage.engine()).await?;
    }
    let archive = referat.archive().await?;
    archive.search("trekkspillvals", "1 refleksjon").await?;
    archive.see("Oppsummering").await?;
    story::tells_all(&archive.read(story::TITLE).await?.referat().await?)?;
    RoomPage::open(&page).await?.not_see("Ikke ferdige").await
}

async fn own_voice(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = RoomPage::open(&page).await?.start_own("Uvanlig").await?;
    session.fill("Hva skjedde?", "Han vil sove i stolen").await?;
    session.ask("Bør vi la ham sove i stolen når han vil det, og samtidig får sår rygg?").await?;
    let session = session.jump_to(3).await?;
    session.see("Personen selv: egen stemme mangler").await?;
    session.click_button("Avtal hvem som spør").await?;
    session.fill("Hvem spør?", "Primærkontakten").await?;
    session.pick_day("Innen", story::DAY.0).await?;
    session.see("Primærkontakten spør innen 1. mars 2099").await?;
    let end = session.jump_to(6).await?.finish().await?;
    let text = end.referat().await?;
    for line in ["Personen selv: egen stemme mangler.", "Dette er ikke tatt opp Fakta"] {
        ensure(text.contains(line), || format!("«{line}» is not in {text}"))?;
    }
    end.click_link("Tilbake til refleksjonen").await?;
    let session = SessionPage(&page).jump_to(3).await?;
    session.fill("Personen selv: hva mener de?", "Jeg sover best her").await?;
    session.choose("Personen selv: hvordan vet vi hva de mener?", "Sagt").await?;
    session.not_see("egen stemme mangler").await?;
    let text = session.jump_to(6).await?.finish().await?.referat().await?;
    ensure(text.contains("Har sagt: «Jeg sover best her»"), || text.clone())?;
    ensure(!text.contains("egen stemme mangler"), || text.clone())
}

async fn makes_room(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let room = RoomPage::open(&page).await?.start_own("Uvanlig").await?.leave().await?;
    room.see("Uten tittel").await?;
    let session = room.start_own("Vanskelig").await?;
    until("one session is left, and the mark of the other", async || {
        let records = page.records().await?;
        let (marks, sessions): (Vec<_>, Vec<_>) =
            records.iter().filter(|record| record.kind() == "session").partition(|record| record.is_mark());
        Ok((marks.len() == 1 && sessions.len() == 1).then_some(()))
    })
    .await?;
    session.fill("Hva skjedde?", "Han vil sove i stolen").await?;
    let room = session.leave().await?;
    room.see("Han vil sove i stolen").await?;
    // What somebody has begun stays.
    room.start_own("Gledelig").await?.leave().await?.see("Han vil sove i stolen").await
}

async fn short_grows(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let short = RoomPage::open(&page).await?.start_short("Gledelig").await?;
    let question = "Bør vi synge oftere når hun smiler av det, og samtidig har det travelt?";
    short.fill("Hva skjedde?", "Hun sang med for første gang").await?;
    short.fill(QUESTION, question).await?;
    short.fill("Hva vet eller tror du at personen selv mener?", "Syng mer").await?;
    short.choose("Hvordan vet vi det?", "Sagt").await?;
    short.choose("Verdier som står på spill", "Verdighet").await?;
    short.click_button("Legg til en idé").await?;
    short.fill("Idé 1", "Synge ved morgenstellet").await?;
    short.choose("Hva blir valget?", "Synge ved morgenstellet").await?;
    short.fill("Hva veier tyngst, og hvorfor?", "Det gir henne en god start").await?;
    short.choose("Hva skjer nå?", "Ingen tiltak").await?;
    short.fill("Ingen tiltak, fordi …", "Alle gjør det allerede").await?;
    let session = short.grow().await?;
    session.see_value("Hva skjedde?", "Hun sang med for første gang").await?;
    session.see_value(QUESTION, question).await?;
    page.reload().await?;
    let session = SessionPage::at_step(&page, 1).await?.jump_to(3).await?;
    session.see("Syng mer").await?;
    let session = session.jump_to(5).await?;
    session.see_value("Idé 1", "Synge ved morgenstellet").await?;
    let session = session.jump_to(6).await?;
    session.see_value("Hva veier tyngst, og hvorfor?", "Det gir henne en god start").await?;
    session.see_value("Ingen tiltak, fordi …", "Alle gjør det allerede").await?;
    let text = session.finish().await?.referat().await?;
    for line in [
        "Har sagt: «Syng mer»",
        "Verdighet",
        "Valgt: Synge ved morgenstellet",
        "Ingen tiltak, fordi alle gjør det",
    ] {
        ensure(text.contains(line), || format!("«{line}» is not in {text}"))?;
    }
    Ok(())
}

/// On paper stands the referat alone. WebKitGTK cannot print.
async fn printed_with_nothing_around_it(page: &Page, engine: Engine) -> Outcome {
    let pdf = page.browser().print().await?;
    let name = format!("referat-{engine}");
    let sheets = shots::look_at_print(&pdf, &name)?;
    ensure((1..=6).contains(&sheets.len()), || format!("{} sheets", sheets.len()))?;
    let text = shots::text_of_print(&name)?;
    if engine == Engine::Firefox {
        // It draws most letters of variable fonts as shapes, which only a person can read.
        let line = "Stjernekontakten finner det ut innen 1. mars 2099";
        return ensure(text.contains(line), || format!("«{line}» is not in {text}"));
    }
    story::tells_all(&text)?;
    for around in
        ["Skriv ut", "Lagre som tekstfil", "Innstillinger", "Glem alt", "Oppsummeringen ligger i arkivet"]
    {
        ensure(!text.contains(around), || format!("«{around}» is on paper:\n{text}"))?;
    }
    Ok(())
}

/// A telephone number in each of the places that take text.
async fn looked_at_before_keeping(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::TABLET).open().await?;
    let session = RoomPage::open(&page).await?.start_own("Vanskelig").await?;
    session.fill("Hva skjedde?", "Ring 91 23 45 01").await?;
    session.ask("Bør vi ringe 91 23 45 02?").await?;
    session.ask("Bør vi ringe 91 23 45 03?").await?;
    let session = session.on_to(2).await?;
    session.add_fact(1, "Hun ringte 91 23 45 04").await?;
    session.add_unknown(2, "Hvem som tok telefonen", "Den som svarer på 91 23 45 05", story::DAY.0).await?;
    let session = session.on_to(3).await?;
    session.add_party("Naboen", "Ring meg på 91 23 45 06", "Sagt", "Er spurt").await?;
    let session = session.on_to(4).await?;
    session.add_own_value("Ro 91 23 45 07").await?;
    let session = session.on_to(5).await?;
    session.add_idea(1, "Ringe 91 23 45 08").await?;
    let session = session.on_to(6).await?;
    session.decide("Ringe 91 23 45 08", "Hun svarer på 91 23 45 09").await?;
    session.fill("Tvil eller uenighet som står igjen", "Kanskje heller 91 23 45 10").await?;
    session.agree("Ringe 91 23 45 11", "Den på 91 23 45 12", story::DAY.0).await?;
    session.finish().await?;
    page.choose("Hva skal skje med teksten?", "Ta vare på oppsummeringen…").await?;
    page.see("Personvernvakten har merket").await?;
    for last in 1..=12 {
        page.see(&format!("«91 23 45 {last:02}»")).await?;
    }
    EndPage::at(&page).await.map(|_| ())
}
