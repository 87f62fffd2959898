//! Own content: a pack is written, handed out, taken in elsewhere, brought up to date and taken away; and a file that
//! is no right pack leaves no trace.

use e2e::pages::device::RawRecord;
use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("workshop")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a pack with a card is written, handed out, taken in on another device, brought up to date and taken away",
            a_pack,
        )
        .for_each_engine("a file that is no right pack is refused with its reason, and changes nothing", refused)
        .on(CHROMIUM, "a case and a question are written, and what is missing is told while one writes", a_case)
        .on(CHROMIUM, "what is written in a card a moment ago is there after a reload", kept)
}

const TITLE: &str = "Kvelder hos oss";
const OWNER: &str = "Etikkgruppa på sykehjemmet";
const CARD: &str = "Lys på gangen";
const SAYS: &str = "Den som vil gå på gangen om natta, skal få gjøre det.";

/// Puts a file into the field of the page, as if a person had chosen it.
async fn choose_file(page: &Page, name: &str, text: &str) -> Outcome {
    page.see_heading("Hent en pakke fra fil").await?;
    let put = "const [name, text] = arguments;
        const field = document.querySelector('input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([text], name, { type: 'application/json' }));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser().run(put, vec![name.into(), text.into()]).await
}

async fn begin_a_pack(page: &Page) -> Outcome {
    page.click_link("Lag en pakke").await?;
    page.fill("Hva heter pakken?", TITLE).await?;
    page.fill("Hvilken arbeidsplass lager den?", OWNER).await
}

/// A claim with everything that it needs.
async fn write_a_card(page: &Page) -> Outcome {
    page.click_button("Lag et kort").await?;
    page.see_focus("heading", "Kort").await?;
    page.fill("Tittel", CARD).await?;
    page.fill("Tekst", SAYS).await?;
    page.fill("Spørsmål", "Hva er god hjelp når noen er våken om natta?").await?;
    page.see("22 av 60 ord").await?;
    page.fill("Oppfølging 1", "Hva er det vi er redde for?").await?;
    page.fill("Oppfølging 2", "Hvem kan fortelle oss hva gangen betyr?").await?;
    page.fill("Hva om …?", "Hva om naboen på gangen også våkner?").await?;
    page.choose("En verdi som står på spill", "Selvbestemmelse").await?;
    page.choose("En verdi som trekker den andre veien", "Trygghet").await?;
    page.choose("Hva holder dere på med?", "Tilsyn og natt").await?;
    page.choose("Hva handler det om?", "Å bestemme selv").await?;
    page.choose("Hvem kan dere se det fra?", "Den det gjelder").await?;
    page.choose("Hvem kan dere se det fra?", "Nattevakta").await
}

async fn finish(page: &Page) -> Outcome {
    page.see("Alt er på plass.").await?;
    page.click("checkbox", "Dette er tenkt over").await?;
    page.click_button("Ferdig").await?;
    page.see_heading(TITLE).await
}

async fn hand_out(page: &Page, edition: u32) -> Outcome<String> {
    page.see(&format!("Dette blir utgave {edition}.")).await?;
    page.catch_files().await?;
    page.click_button("Last ned pakken").await?;
    let file = page.file().await?;
    page.see(&format!("Ingenting er endret siden utgave {edition}.")).await?;
    Ok(file)
}

async fn packs(page: &Page) -> Outcome<Vec<RawRecord>> {
    let records = page.records().await?;
    Ok(records.into_iter().filter(|record| record.kind() == "pack" && !record.is_mark()).collect())
}

async fn a_pack(stage: Stage) -> Outcome {
    let (here, there) = (stage.serve_app()?, stage.serve_app()?);
    let page = stage.visit(&here).path("#/veileder").open().await?;
    page.see("Dere har ikke laget noe eget ennå.").await?;
    begin_a_pack(&page).await?;
    page.see("Pakken er tom.").await?;
    write_a_card(&page).await?;
    finish(&page).await?;
    let first = hand_out(&page, 1).await?;
    ensure(first.contains("\"refleks_pack\": 1") && first.contains(SAYS), || first.clone())?;
    // A change makes it unfinished, and the next file another edition.
    page.click_link(&format!("{CARD} Ferdig")).await?;
    page.fill("Tittel", "Lys om natta").await?;
    finish(&page).await?;
    let second = hand_out(&page, 2).await?;

    page.go("#/kort").await?;
    page.click_link(&format!("{TITLE}…")).await?;
    page.click_link("Lys om natta…").await?;
    page.see(SAYS).await?;

    let other = stage.visit(&there).path("#/veileder").open().await?;
    other.click_link("Hent en pakke fra fil").await?;
    choose_file(&other, "refleks-kvelder-hos-oss.json", &first).await?;
    other.see("Denne pakken er ny her.").await?;
    other.see(&format!("Fra {OWNER} · Utgave 1 · 1 kort")).await?;
    ensure(packs(&other).await?.is_empty(), || "it was kept before anybody said yes".to_owned())?;
    other.click_button("Avbryt").await?;
    ensure(packs(&other).await?.is_empty(), || "it was kept although somebody said no".to_owned())?;
    choose_file(&other, "refleks-kvelder-hos-oss.json", &first).await?;
    other.click_button("Ta inn").await?;
    other.see("Pakken er tatt inn.").await?;
    other.click_link("Åpne pakken").await?;
    other.see_heading(TITLE).await?;
    other.see(&format!("Denne pakken kommer fra {OWNER}.")).await?;
    other.not_see_element("textbox", "Hva heter pakken?").await?;
    brought_up_to_date(&other, &first, &second).await?;

    // Back where it was made it is what lies there.
    page.go("#/veileder/inn").await?;
    choose_file(&page, "refleks.json", &second).await?;
    page.see("Dere har den allerede.").await?;
    page.not_see_element("button", "Ta inn").await
}

async fn brought_up_to_date(other: &Page, first: &str, second: &str) -> Outcome {
    other.go("#/veileder/inn").await?;
    choose_file(other, "refleks.json", second).await?;
    other.see("Dette er en oppdatering fra utgave 1 til 2.").await?;
    other.click_button("Ta inn").await?;
    other.see("Pakken er tatt inn.").await?;
    let kept = packs(other).await?;
    ensure(kept.len() == 1 && kept[0].value()?["pack"]["edition"] == 2, || format!("{kept:?}"))?;
    other.go("#/veileder").await?;
    other.see_heading("Veileder").await?;
    other.go("#/veileder/inn").await?;
    choose_file(other, "refleks.json", first).await?;
    other.see("Dere har en nyere utgave: 2.").await?;
    other.not_see_element("button", "Ta inn").await?;
    other.go("#/veileder").await?;
    other.click_link(&format!("{TITLE} {OWNER} · Utgave 2 · 1 kort")).await?;
    other.see("Lys om natta").await?;
    other.click_button("Fjern pakken").await?;
    other.see("Vil dere fjerne pakken?").await?;
    other.click_button("Ja, fjern den").await?;
    other.see("Ingen pakker er hentet inn.").await?;
    until("nothing of it is left", async || other.holds_nothing_of(&["natta"]).await.map(Some)).await
}

const RIGHT: &str = include_str!("../../fixtures/packs/solbakken.json");

/// Every record of the device as it lies there.
async fn everything(page: &Page) -> Outcome<String> {
    let mut all: Vec<String> = page
        .records()
        .await?
        .iter()
        .map(|one| format!("{} {} {:?}", one.id, one.envelope, one.payload))
        .collect();
    all.sort();
    Ok(all.join("\n"))
}

async fn refused(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/veileder/inn").open().await?;
    choose_file(&page, "refleks.json", RIGHT).await?;
    page.click_button("Ta inn").await?;
    page.see("Pakken er tatt inn.").await?;
    let before = everything(&page).await?;
    let line = |text: &str| {
        let at = RIGHT.lines().position(|line| line.contains(text)).unwrap_or_default();
        format!("Linje {}", at + 1)
    };
    let script = "<img src=x onerror=document.title=1>";
    let table = [
        (
            RIGHT.replacen("Lys på gangen", &script.replace('"', ""), 1),
            format!("{} · Kort 1", line("Lys på gangen")),
            "ser ut som kode. Skriv det med vanlige ord.",
        ),
        (
            RIGHT.replacen("Kaffe før natta", "Kaffe!", 1),
            format!("{} · Sak «Kaffe!» · Tittel", line("Kaffe før natta")),
            "Bytt utropstegnet med punktum.",
        ),
        (
            RIGHT.replacen("Etterpå ligger", "Ring 91 23 45 67. Etterpå ligger", 1),
            "Hva skjedde?".to_owned(),
            "«91 23 45 67» kan vise hvem det gjelder.",
        ),
        (
            RIGHT.replacen("\"refleks_pack\": 1", "\"refleks_pack\": 2", 1),
            String::new(),
            "Pakken er laget i en nyere utgave av Refleks.",
        ),
        (RIGHT[..900].to_owned(), "Linje".to_owned(), "Fila er skadet eller bare halv."),
        ("PK\u{3}\u{4} zip".to_owned(), String::new(), "Fila er pakket sammen (zip)."),
        (" ".repeat(600 * 1024), String::new(), "Fila er for stor. En pakke kan være på 512 kB."),
    ];
    for (file, place, why) in table {
        // What was told of the file before is gone first.
        page.go("#/veileder").await?;
        page.see_heading("Veileder").await?;
        page.go("#/veileder/inn").await?;
        choose_file(&page, "refleks.json", &file).await?;
        page.see("Pakken er ikke tatt inn").await?;
        page.see("Ingenting på enheten er endret.").await?;
        page.see(&place).await?;
        page.see(why).await?;
        page.not_see_element("button", "Ta inn").await?;
        let now = everything(&page).await?;
        ensure(now == before, || format!("something changed: {now}"))?;
    }
    Ok(())
}

async fn a_case(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/veileder").open().await?;
    begin_a_pack(&page).await?;
    page.click_button("Lag et spørsmål").await?;
    page.see("Fyll ut: Steg, Når det trengs, Tekst.").await?;
    page.choose("I hvilket steg?", "Fakta").await?;
    page.choose("Når trengs det?", "Hvis det blir stille").await?;
    page.fill("Hva kan veilederen si?", "Hva har vi sett, og hva har vi hørt!").await?;
    page.see("Bytt utropstegnet med punktum.").await?;
    page.fill("Hva kan veilederen si?", "Hva har vi sett, og hva har vi hørt?").await?;
    finish(&page).await?;
    page.see("Hva har vi sett, og hva har vi hørt?").await?;

    page.click_button("Lag en sak").await?;
    page.fill("Tittel", "Kaffe før natta").await?;
    page.fill("Én setning som vekker interesse", "Han vil ha kaffe klokka ti hver kveld.").await?;
    page.fill("Hva skjedde?", "Han ber om kaffe hver kveld.").await?;
    page.fill(
        "Det etiske spørsmålet",
        "Bør vi gi ham kaffe når han ber om det, og samtidig ta vare på søvnen?",
    )
    .await?;
    page.fill("Faktum 1", "Han ligger våken etter kaffe.").await?;
    page.fill("Faktum 2", "Kaffen minner ham om jobben.").await?;
    page.fill("Faktum 3", "Hva han selv ville valgt.").await?;
    page.see("Velg hvor dere vet det fra.").await?;
    page.choose("Hvor kommer faktum 1 fra?", "Observert").await?;
    page.not_see("Velg hvor dere vet det fra.").await?;
    page.fill("Rolle 1", "Den som vil ha kaffe").await?;
    page.fill("Rolle 2", "Naboen").await?;
    page.choose("Hvordan vet vi hva rolle 1 mener?", "Sagt").await?;
    page.fill("Hva mener rolle 1?", "Kaffe er det beste på dagen.").await?;
    page.choose("Hvor skjer det?", "Sykehjem").await?;
    page.choose("Hva holder dere på med?", "Måltid").await?;
    page.choose("Hva handler det om?", "Mat og drikke").await?;
    page.choose("Hvilke verdier står på spill?", "Selvbestemmelse").await?;
    finish(&page).await?;
    page.see("Dette blir utgave 1.").await?;
    used_at_once(&page).await?;

    page.click_button("Slett pakken").await?;
    page.see("Vil dere slette hele pakken?").await?;
    page.click_button("Ja, slett den").await?;
    page.see("Dere har ikke laget noe eget ennå.").await?;
    until("nothing of it is left", async || page.holds_nothing_of(&["Kaffen minner"]).await.map(Some)).await
}

/// The case lies in Saker, and the question beside those of the guide, in its step and for its situation.
async fn used_at_once(page: &Page) -> Outcome {
    let pack = page.path().await?;
    page.go("#/refleksjon/saker").await?;
    page.fill("Søk", "kaffe natta").await?;
    page.click_link("Kaffe før natta…").await?;
    page.see_heading("Kaffe før natta").await?;
    page.go("#/refleksjon/gruppe").await?;
    story::past_the_rules(page).await?.jump_to(2).await?;
    page.click_button("Råd til den som leder samtalen").await?;
    page.click_on(".lead-help details:last-of-type summary").await?;
    page.see("Hva har vi sett, og hva har vi hørt?").await?;
    page.see("Skrevet hos oss").await?;
    page.go(&pack).await
}

async fn kept(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/veileder").open().await?;
    begin_a_pack(&page).await?;
    page.click_button("Lag et kort").await?;
    page.fill("Tekst", "Ring Kari på 91 23 45 67").await?;
    page.see("«91 23 45 67» kan vise hvem det gjelder.").await?;
    page.reload().await?;
    page.see_value("Tekst", "Ring Kari på 91 23 45 67").await?;
    page.see("«91 23 45 67» kan vise hvem det gjelder.").await?;
    page.click_button("Slett").await?;
    page.click_button("Ja, slett det").await?;
    page.see_heading(TITLE).await?;
    page.see("Ingen kort ennå.").await
}
