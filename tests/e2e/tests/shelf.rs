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
        .on(CHROMIUM, "the dilemmas of one place stand together, and all of them when asked for", dilemmas)
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
    tells_neither_author_nor_time(&one_of_kind(&page, "idea").await?)?;
    page.click("checkbox", "Dette er tenkt over").await?;
    // Who has thought about one text has not thought about the next.
    page.add_to("Hva er du i tvil om?", " Helt?").await?;
    page.click("checkbox", "Dette er tenkt over").await?;
    page.click_button("Legg i boksen").await?;
    page.see_focus("heading", "Venter i boksen").await?;
    page.click_button("Endre teksten").await?;
    page.see_heading("Endre teksten").await?;
    page.not_see_element("button", "Slett utkastet").await?;
    page.click_link("Idéboksen").await?;
    page.click_link(
        "Hun vil hjem hver kveld, og vi svarer forskjellig. Ring 91 23 45 67 om trollhegg Venter i boksen",
    )
    .await?;
    page.click_button("Start i gruppe").await?;
    let session = story::past_the_rules(&page).await?;
    session.see_value("Hva skjedde?", TEXT).await?;
    session.see_value(QUESTION, &format!("{DOUBT} Helt?")).await?;
    session.is_kept().await?;
    let handed: Vec<_> =
        page.records().await?.into_iter().filter(|one| one.kind() == "opening" && !one.is_mark()).collect();
    ensure(handed.is_empty(), || format!("what was handed over is still there: {handed:?}"))?;
    let address = page.path().await?;
    page.go("#/refleksjon/ideer").await?;
    page.click_link("Hun vil hjem hver kveld…").await?;
    page.see("Noen har startet en refleksjon om denne").await?;
    page.click_button("Ta ut av boksen").await?;
    page.see("Vil du ta saken ut av boksen?").await?;
    page.click_button("Ja, ta den ut").await?;
    page.see("Boksen er tom.").await?;
    page.go(&address).await?;
    let end = SessionPage::at_step(&page, 1).await?.jump_to(6).await?.finish().await?;
    end.keep_everything(story::DAY.0, story::DAY.1).await?;
    forget_the_kept(&page).await?;
    page.holds_nothing_of(&[PLANTED]).await
}

/// Neither in what it holds nor in its envelope, nor in an id that is made of the time.
fn tells_neither_author_nor_time(idea: &RawRecord) -> Outcome {
    ensure(idea.envelope["updated_ms"] == 0, || format!("it has a time: {}", idea.envelope))?;
    let value = idea.value()?;
    let fields: Vec<&String> = value.as_object().map(|object| object.keys().collect()).unwrap_or_default();
    ensure(fields == ["text", "question", "language", "offered", "taken_up"], || format!("{fields:?}"))?;
    let version = idea.id.strip_prefix("idea-").and_then(|uuid| uuid.chars().nth(14));
    ensure(version == Some('4'), || format!("its id is not chance: {}", idea.id))
}

/// On the page of a kept reflection.
async fn forget_the_kept(page: &Page) -> Outcome {
    page.click_button("Glem alt").await?;
    page.see("Vil du glemme denne refleksjonen?").await?;
    page.click_on("dialog[open] .dialog-actions button:first-child").await?;
    page.see_heading("Arkiv").await?;
    until("nothing of it is left but marks", async || page.holds_only_marks().await.map(Some)).await
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
    page.see("3 avtaler · 1 skal ses på igjen").await?;
    page.click_link("Slik gjør vi det hos oss…").await?;
    page.click_link("Vi ser på huden hver kveld…").await?;
    page.see("Er det fortsatt slik dere vil gjøre det?").await?;
    page.click_button("Det gjelder fortsatt").await?;
    page.not_see("Er det fortsatt slik dere vil gjøre det?").await?;
    page.see_focus(
        "heading",
        "Vi ser på huden hver kveld, og sier fra til sykepleier ved første røde flekk.",
    )
    .await?;
    page.go(&address).await?;
    page.click_button("Ta bort").await?;
    page.see("Vil dere ta bort denne avtalen?").await?;
    page.click_button("Ja, ta den bort").await?;
    page.see_element("link", "Prøve vask på senga tre dager Ses på igjen…").await?;
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
    // A draft that nobody is agreed on is the reflection's words and goes with it.
    page.click_button("Gjør det til slik vi gjør det hos oss").await?;
    page.see_value("Slik gjør vi det", "Prøve vask på senga tre dager").await?;
    for id in ["summed", "done"] {
        page.go(&format!("#/refleksjon/{id}/referat")).await?;
        page.click_button("Glem alt").await?;
        page.see("Vil du glemme denne refleksjonen?").await?;
        page.click_on("dialog[open] .dialog-actions button:first-child").await?;
        page.see_heading("Arkiv").await?;
        until("its draft has gone with it", async || {
            let records = page.records().await?;
            let of_it = records.iter().filter(|one| one.id == format!("practice-{id}"));
            Ok(of_it.into_iter().all(RawRecord::is_mark).then_some(()))
        })
        .await?;
    }
    page.go("#/refleksjon/sak/dusj").await?;
    page.see("Slik gjør vi det hos oss. Felles: å bestemme selv").await?;
    page.not_see("Fra arkivet. Felles").await
}

async fn dilemmas(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon").open().await?;
    page.see_element("link", "Når hun sier nei til dusj…").await?;
    page.not_see_element("link", "Naboen ved bilen…").await?;
    page.choose("Hvor saken skjer", "Hjemmetjeneste").await?;
    page.see_element("link", "Naboen ved bilen…").await?;
    page.not_see_element("link", "Når hun sier nei til dusj…").await?;
    page.not_see_element("button", "Vis alle 24 saker").await?;
    page.choose("Hvor saken skjer", "Alle").await?;
    page.not_see_element("link", "Naboen ved bilen…").await?;
    page.click_button("Vis alle 24 saker").await?;
    page.see_element("link", "Naboen ved bilen…").await?;
    page.see_element("link", "Når hun sier nei til dusj…").await?;
    page.not_see_element("button", "Vis alle 24 saker").await
}
