//! Shared tablets: who is here, what belongs to whom, a PIN, a lock, a guest, and a profile that moves.

use e2e::wait::until;
use e2e::{Engine, Extra, Outcome, Page, Server, Spec, Stage, camera, ensure};
use serde_json::json;
use tempfile::TempDir;

use crate::repetition::is_well_made;
use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("profiles")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine("two profiles on one device do not see each other's marks", two_people)
        .for_each_engine(
            "with a PIN only sealed bytes lie in the database; a wrong PIN is refused kindly, the right one and the recovery key open",
            with_a_pin,
        )
        .for_each_engine("a lock hides a group session and gives it back as it was", hides_a_session)
        .for_each_engine("a guest leaves nothing on the device", a_guest)
        .for_each_engine("a profile moves to another device as a file, and twice changes nothing", moves)
        .on(CHROMIUM, "a profile moves to another device as a code that its camera reads, and twice changes nothing", moves_as_a_code)
        .on(CHROMIUM, "what does not fit in a code is for a file, and what is no code is looked past until the camera is off", no_code)
        .for_each_engine("without a camera there is still the file", no_camera)
        .on(CHROMIUM, "a page that is loaded again waits for the one who was here", waits)
        .on(CHROMIUM, "a profile that is deleted is gone with all that was its own", deleted)
}

/// The pictures of a profile, and how they are read.
pub const FOX: [&str; 3] = ["reven", "båten", "lykta"];
pub const FOX_NAME: &str = "reven, båten og lykta";
const BIRD: [&str; 3] = ["koppen", "fuglen", "stjerna"];
const BIRD_NAME: &str = "fuglen, koppen og stjerna";

const CARD: &str = "sh-kake";
const PIN: &str = "2580";

/// Makes a profile and stays on its page.
pub async fn make(page: &Page, pictures: [&str; 3]) -> Outcome {
    page.go("#/profil/ny").await?;
    for picture in pictures {
        page.click_button(picture).await?;
    }
    page.click_button("Lag profilen").await?;
    page.see_heading("Min profil").await
}

/// Marks a card as a favourite.
async fn mark(page: &Page) -> Outcome {
    page.go(&format!("#/kort/{CARD}")).await?;
    page.click_button("Merk som favoritt").await?;
    page.see_button("Ikke favoritt lenger").await?;
    page.go("#/kort").await?;
    page.see_heading("Favoritter").await
}

/// Whether the one who is here has a favourite, as the room of the cards shows it.
async fn has_no_favourite(page: &Page) -> Outcome {
    page.go("#/kort").await?;
    page.see_heading("Kort").await?;
    page.settled().await?;
    page.not_see_element("heading", "Favoritter").await
}

/// The ids of the marks of cards that lie on the device.
async fn marks(page: &Page) -> Outcome<Vec<String>> {
    let records = page.records().await?.into_iter();
    Ok(records.filter(|one| one.kind() == "card_marks" && !one.is_mark()).map(|one| one.id).collect())
}

async fn type_into(page: &Page, field: &str, text: &str) -> Outcome {
    page.click_on(field).await?;
    page.type_keys(text).await
}

async fn two_people(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    page.see("Ingen har laget profil her ennå.").await?;
    make(&page, FOX).await?;
    page.see(FOX_NAME).await?;
    mark(&page).await?;
    make(&page, BIRD).await?;
    has_no_favourite(&page).await?;
    mark(&page).await?;
    until("each has marks of their own", async || Ok((marks(&page).await?.len() == 2).then_some(()))).await?;
    let ids = marks(&page).await?;
    ensure(ids.iter().all(|id| id.starts_with("p.")), || format!("{ids:?}"))?;

    page.go("#/profil").await?;
    page.see(&format!("Nå bruker du profilen {BIRD_NAME}.")).await?;
    page.click_button("Avslutt profilen").await?;
    has_no_favourite(&page).await?;
    page.click_link("Hvem er du?").await?;
    page.click_button(FOX_NAME).await?;
    page.see_element("link", &format!("Du er {FOX_NAME}")).await?;
    page.go("#/kort").await?;
    page.see_heading("Favoritter").await
}

/// Gives the one who is here a PIN; answers the recovery key.
async fn set_pin(page: &Page) -> Outcome<String> {
    type_into(page, "#pin-new", PIN).await?;
    type_into(page, "#pin-again", "2581").await?;
    page.click_button("Sett PIN-kode").await?;
    page.see("De to PIN-kodene er ikke like.").await?;
    page.click_on("#pin-again").await?;
    page.browser().run::<()>("document.querySelector('#pin-again').select()", vec![]).await?;
    page.type_keys(PIN).await?;
    page.click_button("Sett PIN-kode").await?;
    page.see("Den vises bare nå.").await?;
    let key = "return document.querySelector('.notice .recovery-key').textContent";
    let key: String = page.browser().run(key, vec![]).await?;
    ensure(key.split(' ').map(str::len).eq([4; 8]), || key.clone())?;
    page.click_button("Jeg har den").await?;
    page.see_button("Bytt PIN-kode").await?;
    Ok(key)
}

/// Ends the test unless what belongs to a profile lies sealed, and its key behind a lock.
async fn lies_sealed(page: &Page) -> Outcome {
    let records = page.records().await?;
    let own: Vec<_> = records.iter().filter(|one| one.id.starts_with("p.") && !one.is_mark()).collect();
    ensure(!own.is_empty(), || "nothing was kept".to_owned())?;
    for one in own {
        let payload = one.payload.as_deref().unwrap_or_default();
        let is_readable = one.value().is_ok() || payload.contains(CARD) || payload.contains("favourite");
        ensure(!is_readable, || format!("{} is readable", one.id))?;
    }
    let profile = records.iter().find(|one| one.kind() == "profile").ok_or("there is no profile")?;
    let key = &profile.value()?["key"];
    ensure(key.get("locked").is_some() && key.get("beside").is_none(), || format!("{key}"))
}

async fn with_a_pin(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    make(&page, FOX).await?;
    let key = set_pin(&page).await?;
    mark(&page).await?;
    until("the mark is kept", async || Ok((marks(&page).await?.len() == 1).then_some(()))).await?;
    lies_sealed(&page).await?;

    page.go("#/profil").await?;
    page.click_button("Lås nå").await?;
    page.see_heading("Skjermen er låst").await?;
    page.not_see_element("link", "Hjem").await?;
    type_into(&page, "#profile-pin", "1111").await?;
    page.click_button("Åpne").await?;
    page.see("Det var ikke PIN-koden. Prøv en gang til.").await?;
    type_into(&page, "#profile-pin", PIN).await?;
    page.click_button("Åpne").await?;
    page.see_heading("Hvem er du?").await?;
    page.go("#/kort").await?;
    page.see_heading("Favoritter").await?;

    page.go("#/profil").await?;
    page.click_button("Lås nå").await?;
    page.click_button("Bruk gjenopprettingsnøkkelen").await?;
    let (first, rest) = key.split_at(1);
    let wrong = if first == "A" { "B" } else { "A" };
    type_into(&page, "#profile-recovery", &format!("{wrong}{rest}")).await?;
    page.click_button("Åpne").await?;
    page.see("En bokstav er feil, eller to har byttet plass.").await?;
    page.browser().run::<()>("document.querySelector('#profile-recovery').select()", vec![]).await?;
    page.type_keys(key.to_lowercase()).await?;
    page.click_button("Åpne").await?;
    page.see_heading("Hvem er du?").await?;
    page.go("#/kort").await?;
    page.see_heading("Favoritter").await
}

async fn hides_a_session(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    make(&page, FOX).await?;
    page.go("#/refleksjon/gruppe").await?;
    page.see_heading("Før dere begynner").await?;
    let session = story::past_the_rules(&page).await?;
    session.see_value("Hva skjedde?", "").await?;
    page.fill("Hva skjedde?", "Hun ville gå ut i kveld.").await?;
    session.is_kept().await?;
    // A window that shows the room is nobody's, and is neither locked nor waits for anybody.
    let room = page.second_window("#/rom").await?;
    room.see_heading("Hva er det som skurrer, og hvilket spørsmål ligger bak?").await?;
    room.close().await?;
    page.move_clock(6).await?;
    page.see_heading("Refleks venter på dere").await?;
    page.not_see("Hun ville gå ut i kveld.").await?;
    page.not_see_element("textbox", "Hva skjedde?").await?;
    page.click_button("Vis skjermen").await?;
    page.see_value("Hva skjedde?", "Hun ville gå ut i kveld.").await?;
    page.add_to("Hva skjedde?", " Det regnet.").await?;
    page.is_kept().await?;
    // What is not the group's still waits for its owner.
    page.go("#/kort").await?;
    page.see_heading("Skjermen er låst").await?;
    page.click_button(FOX_NAME).await?;
    page.see_heading("Kort").await
}

async fn a_guest(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    page.click_button("Bruk som gjest").await?;
    page.see_element("link", "Gjest").await?;
    mark(&page).await?;
    let ids: Vec<String> = page.records().await?.into_iter().map(|one| one.id).collect();
    ensure(!ids.iter().any(|id| id.contains("marks") || id.starts_with("p.")), || format!("{ids:?}"))?;
    page.go("#/profil").await?;
    page.click_button("Avslutt og glem").await?;
    page.see_element("link", "Hvem er du?").await?;
    has_no_favourite(&page).await?;
    page.go("#/profil").await?;
    page.click_button("Bruk som gjest").await?;
    has_no_favourite(&page).await
}

/// Puts a file into the field of the page, as if a person had chosen it.
pub async fn choose_file(page: &Page, text: &str) -> Outcome {
    let put = "const field = document.querySelector('input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'refleks-profil.json', { type: 'application/json' }));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser().run(put, vec![text.into()]).await
}

async fn moves(stage: Stage) -> Outcome {
    let (here, there) = (stage.serve_app()?, stage.serve_app()?);
    let page = stage.visit(&here).path("#/profil").open().await?;
    make(&page, BIRD).await?;
    make(&page, FOX).await?;
    set_pin(&page).await?;
    mark(&page).await?;
    page.go("#/profil/min").await?;
    page.see_heading("Min profil").await?;
    page.catch_files_unsaved().await?;
    page.click_button("Lagre profilen som fil").await?;
    let file = page.file().await?;
    ensure(!file.contains(CARD) && file.contains("profile-"), || file.clone())?;

    let other = stage.visit(&there).path("#/profil").open().await?;
    other.see("Ingen har laget profil her ennå.").await?;
    choose_file(&other, "{\"format\":\"refleks-backup\",\"version\":1,\"made\":\"x\",\"records\":[]}")
        .await?;
    other.see("Dette er ikke en fil med én profil.").await?;
    choose_file(&other, &file).await?;
    other.see("Profilen er her nå.").await?;
    let before = other.records().await?;
    choose_file(&other, &file).await?;
    other.see("Alt sammen var her fra før.").await?;
    ensure(other.records().await? == before, || "joining twice changed something".to_owned())?;
    other.not_see(BIRD_NAME).await?;
    other.click_button(&format!("{FOX_NAME} har PIN-kode")).await?;
    type_into(&other, "#profile-pin", PIN).await?;
    other.click_button("Åpne").await?;
    other.see_element("link", &format!("Du er {FOX_NAME}")).await?;
    other.go("#/kort").await?;
    other.see_heading("Favoritter").await
}

/// Shows the profile that is here as a code, and gives what a camera would see.
async fn shown_code(page: &Page) -> Outcome<Vec<u8>> {
    page.go("#/profil/min").await?;
    page.click_button("Vis profilen som kode").await?;
    page.see_element("img", "QR-kode med profilen din").await?;
    is_well_made(page).await?;
    let drawn = "const code = document.querySelector('.profile-code');
        return [code.viewBox.baseVal.width, code.firstElementChild.getAttribute('d')];";
    let (side, path): (usize, String) = page.browser().run(drawn, vec![]).await?;
    page.click_button("Skjul koden").await?;
    page.see_button("Vis profilen som kode").await?;
    camera::film(side, &path)
}

/// A page on the other device, whose camera sees this film.
async fn with_camera(stage: &Stage, server: &Server, film: &[u8]) -> Outcome<(Page, TempDir)> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("film.y4m");
    std::fs::write(&file, film)?;
    let browser = stage.new_browser_with(&Extra::Camera(file)).await?;
    let page = stage.visit(server).path("#/profil").open_in(&browser).await?;
    page.see_button("Les kode med kameraet").await?;
    Ok((page, folder))
}

/// Whether the camera is off, as far as the page can see.
async fn camera_is_off(page: &Page) -> Outcome {
    page.see_button("Les kode med kameraet").await?;
    let is_off: bool = page.browser().run("return document.querySelector('video') === null", vec![]).await?;
    ensure(is_off, || "something is still filmed".to_owned())
}

async fn moves_as_a_code(stage: Stage) -> Outcome {
    let (here, there) = (stage.serve_app()?, stage.serve_app()?);
    let page = stage.visit(&here).path("#/profil").open().await?;
    make(&page, FOX).await?;
    set_pin(&page).await?;
    mark(&page).await?;
    page.is_kept().await?;
    let film = shown_code(&page).await?;

    let (other, _film) = with_camera(&stage, &there, &film).await?;
    other.click_button("Les kode med kameraet").await?;
    other.see("Profilen er her nå.").await?;
    camera_is_off(&other).await?;
    let before = other.records().await?;
    other.click_button("Les kode med kameraet").await?;
    other.see("Alt sammen var her fra før.").await?;
    ensure(other.records().await? == before, || "joining twice changed something".to_owned())?;
    other.click_button(&format!("{FOX_NAME} har PIN-kode")).await?;
    type_into(&other, "#profile-pin", PIN).await?;
    other.click_button("Åpne").await?;
    other.see_element("link", &format!("Du er {FOX_NAME}")).await?;
    other.go("#/kort").await?;
    other.see_heading("Favoritter").await
}

async fn no_code(stage: Stage) -> Outcome {
    let (here, there) = (stage.serve_app()?, stage.serve_app()?);
    let page = stage.visit(&here).path("#/profil").open().await?;
    make(&page, FOX).await?;
    let id =
        page.records().await?.into_iter().find_map(|one| one.id.strip_prefix("profile-").map(str::to_owned));
    let id = id.ok_or("there is no profile")?;
    // What the browser itself calls by chance cannot be packed.
    let much: String = page
        .browser()
        .run("return Array.from({length: 99}, () => crypto.randomUUID()).join('')", vec![])
        .await?;
    page.put_past_the_app(&[(format!("p.{id}.card-marks"), "card_marks", json!({ "much": much }))]).await?;
    page.go("#/profil").await?;
    page.click_button(FOX_NAME).await?;
    page.go("#/profil/min").await?;
    page.click_button("Vis profilen som kode").await?;
    page.see("det ikke får plass i en kode. Lagre profilen som fil").await?;
    is_well_made(&page).await?;

    // The smallest code that there is (ISO/IEC 18004), of nobody here: no squares are dark but those of its corners.
    let (other, _film) = with_camera(&stage, &there, &camera::film(29, CORNERS)?).await?;
    other.click_button("Les kode med kameraet").await?;
    other.see("Hold koden foran kameraet").await?;
    is_well_made(&other).await?;
    other.click_button("Slå av kameraet").await?;
    camera_is_off(&other).await?;
    ensure(other.records().await?.iter().all(|one| one.kind() != "profile"), || "somebody came".to_owned())
}

/// Three corners of a code with nothing between them.
const CORNERS: &str = "M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7z";

async fn no_camera(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    page.click_button("Les kode med kameraet").await?;
    page.see("profilen på en fil").await?;
    camera_is_off(&page).await?;
    is_well_made(&page).await
}

async fn waits(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    make(&page, FOX).await?;
    mark(&page).await?;
    page.reload().await?;
    page.see_heading("Skjermen er låst").await?;
    page.click_button(FOX_NAME).await?;
    page.see_heading("Favoritter").await?;
    page.reload().await?;
    page.click_button("Gå videre uten profil").await?;
    page.see_element("link", "Hvem er du?").await?;
    has_no_favourite(&page).await
}

async fn deleted(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/profil").open().await?;
    make(&page, FOX).await?;
    mark(&page).await?;
    until("the mark is kept", async || Ok((marks(&page).await?.len() == 1).then_some(()))).await?;
    page.go("#/profil/min").await?;
    page.click_button("Slett profilen").await?;
    page.click_button("Slett for godt").await?;
    page.see("Ingen har laget profil her ennå.").await?;
    let left =
        page.records().await?.into_iter().filter(|one| one.id.contains("p.") || one.kind() == "profile");
    let left: Vec<_> = left.filter(|one| !one.is_mark()).collect();
    ensure(left.is_empty(), || format!("{left:#?}"))
}
