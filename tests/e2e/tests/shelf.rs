//! What lies beside the reflections: idéboksen, «Slik gjør vi det hos oss», and what cases have in common.

use e2e::pages::device::RawRecord;
use e2e::pages::reflection::{QUESTION, RoomPage, SessionPage};
use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("shelf")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a case for the group has no author and no time, is taken up with its words, and goes",
            an_idea,
        )
        .for_each_engine(
            "what was agreed on becomes how we do it, is looked at again when its day has come, and goes",
            a_practice,
        )
        .on(
            CHROMIUM,
            "somebody alone brings the situation to the group, and nothing that was thought of it",
            brought,
        )
        .on(
            CHROMIUM,
            "a case that was kept is found again by what it has in common, until it is forgotten",
            alike,
        )
}

/// A word that stands nowhere in the app.
const PLANTED: &str = "trollhegg";
const TEXT: &str = "Hun vil hjem hver kveld, og vi svarer forskjellig. Ring 91 23 45 67 om trollhegg";
const DOUBT: &str = "Bør vi si at hun bor her, når hun blir redd av det, og samtidig vil være ærlige?";

async fn an_idea(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon").open().await?;
    page.click_link("Idéboksen…").await?;
    page.see("Boksen er tom.").await?;
    page.click_link("Foreslå en sak").await?;
    page.fill("Hva vil du at dere skal snakke om?", TEXT).await?;
    page.fill("Hva er du i tvil om?", DOUBT).await?;
    page.see("Personvernvakten har merket").await?;
    page.see("«91 23 45 67»").await?;
    // What was typed a moment ago is there as well.
    page.reload().await?;
    page.see_value("Hva er du i tvil om?", DOUBT).await?;
    let kept = one_of_kind(&page, "idea").await?;
    ensure(kept.envelope["updated_ms"] == 0, || format!("it has a time: {}", kept.envelope))?;
    let ensured = kept.value()?;
    let fields: Vec<&String> = ensured.as_object().map(|object| object.keys().collect()).unwrap_or_default();
    ensure(fields == ["text", "question", "language", "offered", "taken_up"], || format!("{fields:?}"))?;
    page.click("checkbox", "Dette er tenkt over").await?;
    page.click_button("Legg i boksen").await?;
    page.see_heading("Venter i boksen").await?;
    page.click_link("Idéboksen").await?;
    page.see("Venter i boksen").await?;
    page.click_link("Hun vil hjem hver kveld…").await?;
    page.click_button("Start i gruppe").await?;
    let session = story::past_the_rules(&page).await?;
    session.see_value("Hva skjedde?", TEXT).await?;
    session.see_value(QUESTION, DOUBT).await?;
    let id = page.path().await?;
    page.go("#/refleksjon/ideer").await?;
    page.see("Noen har startet en refleksjon om denne").await?;
    page.click_link("Hun vil hjem hver kveld…").await?;
    page.click_button("Ta ut av boksen").await?;
    page.see("Vil du ta saken ut av boksen?").await?;
    page.click_button("Ja, ta den ut").await?;
    page.see("Boksen er tom.").await?;
    page.go(&id).await?;
    let end = SessionPage::at_step(&page, 1).await?.jump_to(6).await?.finish().await?;
    end.forget().await?;
    page.holds_nothing_of(&[PLANTED]).await?;
    page.holds_only_marks().await
}

async fn one_of_kind(page: &Page, kind: &str) -> Outcome<RawRecord> {
    let records = page.records().await?;
    let mut found = records.into_iter().filter(|record| record.kind() == kind && !record.is_mark());
    let one = found.next().ok_or_else(|| format!("there is no {kind}"))?;
    ensure(found.next().is_none(), || format!("there is more than one {kind}"))?;
    Ok(one)
}

async fn a_practice(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.furnish("nb", 0).await?;
    page.go("#/refleksjon/summed/sist").await?;
    page.choose("Hjalp det?", "Ja").await?;
    page.click_button("Gjør det til slik vi gjør det hos oss").await?;
    page.see_value("Slik gjør vi det", "Prøve vask på senga tre dager").await?;
    page.fill("Hvorfor?", "Hun skal slippe å fryse og skamme seg.").await?;
    page.pick_day("Når ser dere på det igjen?", story::DAY.0).await?;
    page.click("checkbox", "Dette er tenkt over").await?;
    page.click_button("Dette er vi enige om").await?;
    page.see_heading("Prøve vask på senga tre dager").await?;
    page.see("Ses på igjen 1. mars 2099").await?;
    let address = page.path().await?;
    // Asked for once more, it is the same one.
    page.click_link("Les referatet den kommer fra").await?;
    page.click_button("Gjør det til slik vi gjør det hos oss").await?;
    page.see("Ses på igjen 1. mars 2099").await?;
    ensure(page.path().await? == address, || "there are two of one reflection".to_owned())?;
    page.go("#/refleksjon").await?;
    page.see("4 avtaler · 1 skal ses på igjen").await?;
    page.click_link("Slik gjør vi det hos oss…").await?;
    page.click_link("Vi ser på huden hver kveld…").await?;
    page.see("Er det fortsatt slik dere vil gjøre det?").await?;
    page.click_button("Det gjelder fortsatt").await?;
    page.not_see("Er det fortsatt slik dere vil gjøre det?").await?;
    page.go(&address).await?;
    page.click_button("Ta bort").await?;
    page.see("Vil dere ta bort denne avtalen?").await?;
    page.click_button("Ja, ta den bort").await?;
    page.see_heading("Slik gjør vi det hos oss").await?;
    page.not_see("1. mars 2099").await?;
    until("nothing of it is left", async || page.holds_nothing_of(&["fryse og skamme"]).await.map(Some)).await
}

async fn brought(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let session = RoomPage::open(&page).await?.start_own("Vanskelig").await?;
    session.fill("Hva skjedde?", TEXT).await?;
    session.ask(DOUBT).await?;
    let session = session.on_to(2).await?;
    session.add_fact(1, "Bare tenkt blåbærlyng").await?;
    let end = session.jump_to(6).await?.finish().await?;
    page.click_button("Ta med til gruppa").await?;
    page.see("Utkastet ligger i idéboksen").await?;
    end.forget().await?;
    let idea = one_of_kind(&page, "idea").await?.value()?;
    ensure(idea["text"] == TEXT && idea["question"] == DOUBT && idea["offered"] == false, || {
        format!("{idea}")
    })?;
    page.holds_nothing_of(&["blåbærlyng"]).await?;
    page.go("#/refleksjon/ideer").await?;
    page.see("Ikke lagt i boksen ennå").await
}

async fn alike(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.furnish("nb", 0).await?;
    page.go("#/refleksjon/sak/dusj").await?;
    page.see_heading("Lignende saker").await?;
    page.see("Fra arkivet. Felles: å bestemme selv").await?;
    page.go("#/refleksjon/summed/referat").await?;
    page.see_heading("Lignende saker").await?;
    page.not_see_element("link", "Når hun sier nei til dusj…").await?;
    for id in ["summed", "done"] {
        page.go(&format!("#/refleksjon/{id}/referat")).await?;
        page.click_button("Glem alt").await?;
        page.see("Vil du glemme denne refleksjonen?").await?;
        page.click_button("Glem alt").await?;
        page.see_heading("Arkiv").await?;
    }
    page.go("#/refleksjon/sak/dusj").await?;
    page.see("Slik gjør vi det hos oss. Felles: å bestemme selv").await?;
    page.not_see("Fra arkivet. Felles").await
}
