//! Kompetansepakker: a path is chosen, something practical is signed off, the standard is signed, and the log shows it.

use e2e::{Engine, Outcome, Page, Size, Spec, Stage, ensure};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("paths")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a new hire chooses a path, signs off something practical and signs the standard without network, and the log shows it",
            first_week,
        )
        .on(CHROMIUM, "who is who is filled in once and stands in the path", who_is_who)
        .on(CHROMIUM, "a workplace's own standard takes the place of the sample and asks for a new signature", own_standard)
}

const PATH: &str = "Ny på jobb";
const KIT: &str = "Her står akuttutstyret";

/// Chooses that path and begins on it.
pub async fn begin(page: &Page, path: &str) -> Outcome {
    page.go("#/laring/pakker").await?;
    page.see_heading("Velg en pakke").await?;
    page.click_link(&format!("{path}…")).await?;
    page.see_heading(path).await?;
    page.click_button("Begynn på pakken").await?;
    page.see("Innen").await
}

async fn first_week(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::PHONE).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    begin(&page, PATH).await?;

    // The third part of the path is the first practical one.
    page.click_on(".path-part:nth-child(3) summary").await?;
    for step in ["Kollegaen har vist meg det", "Jeg har gjort det selv", "Vi har snakket om det"] {
        page.choose("Vis – gjør – tilbakemelding", step).await?;
    }
    page.see("Det er kvittert ut når alle tre er gjort").await?;
    page.choose("Hvem gjorde du det sammen med? Bare rollen, ikke navnet.", "Fadder").await?;
    page.see("Sammen med: Fadder.").await?;
    page.is_kept().await?;

    sign(&page, "Kari Nyansatt").await?;
    page.is_kept().await?;
    page.reload().await?;
    page.see("Du sa ja til denne versjonen").await?;
    page.go("#/laring/logg").await?;
    page.see(KIT).await?;
    page.see("sammen med: Fadder").await?;
    page.see("versjon eksempel-1").await?;
    page.catch_files().await?;
    page.click_button("Lagre som CSV").await?;
    let file = page.file().await?;
    let mut lines = file.split("\r\n");
    let head = lines.next().unwrap_or_default();
    ensure(head == "Tittel,Type,Kompetansepakke,Gjennomført,Fornyes,Rolle", || {
        format!("another head: {head}")
    })?;
    let has_kit = lines.any(|line| line.starts_with(KIT) && line.ends_with(",Fadder"));
    ensure(has_kit, || format!("what was signed off is not in the file: {file}"))
}

/// The questions of the sample, by how they begin, and an answer to each.
const ANSWERS: [(&str, &str); 6] = [
    ("Hun snur seg bort…", "Stopper, sier hva du ser, og spør"),
    ("I butikken sier en nabo…", "«Jeg snakker aldri om hvem vi hjelper, men fint at du bryr deg»"),
    ("Du glemte et besøk…", "Snakke med henne om det, og melde avvik"),
    ("Du skal lese søknader…", "Sier det til lederen før du leser noe"),
    ("Hun har bodd hos dere…", "Takker for tanken, sier nei og forteller det til lederen"),
    ("Du har sagt fra…", "Gå videre, for eksempel til verneombudet eller tilsynet"),
];

/// Answers every question, writes the name and signs.
pub async fn sign(page: &Page, name: &str) -> Outcome {
    page.go("#/laring/standard").await?;
    page.see_heading("Noen spørsmål").await?;
    page.see("Svar på alle spørsmålene").await?;
    for (question, answer) in ANSWERS {
        page.choose(question, answer).await?;
    }
    page.see("Da får hun være med.").await?;
    page.fill("Navnet ditt", name).await?;
    page.not_see("Svar på alle spørsmålene").await?;
    page.click_button("Si ja").await?;
    page.see("Du sa ja til denne versjonen").await
}

async fn who_is_who(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.go("#/laring/hvem").await?;
    page.see("Ikke fylt ut ennå").await?;
    page.click_button("Fyll ut eller endre").await?;
    page.fill("Verneombud", "Mina, 2. etasje").await?;
    page.click_button("Ferdig").await?;
    page.see("Mina, 2. etasje").await?;
    page.is_kept().await?;
    page.go("#/laring/pakker/nyansatt").await?;
    page.see("Mina, 2. etasje").await
}

async fn own_standard(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    sign(&page, "Kari Nyansatt").await?;
    page.is_kept().await?;
    page.go("#/veileder/standard").await?;
    page.see("Den kan brukes når den har").await?;
    page.fill("Hva heter den?", "Slik vil vi være").await?;
    page.fill("Versjon", "2").await?;
    page.fill("Teksten", "Vi banker på og venter på svar.").await?;
    page.pick_day("Dato for versjonen", "2026-12-01").await?;
    page.click_on(".tile:first-of-type").await?;
    page.is_kept().await?;
    page.go("#/laring/standard").await?;
    page.see_heading("Slik vil vi være").await?;
    page.see("Teksten er ny").await?;
    page.see("Vi banker på og venter på svar.").await
}
