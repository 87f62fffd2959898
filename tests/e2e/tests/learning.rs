//! Læring: a lesson from its first screen to its end, every kind of question, and what one goes on with.

use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Size, Spec, Stage, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("learning")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a lesson is taken from start to end without network, with wrong answers tried again and a reload in the middle",
            start_to_end,
        )
        .for_each_engine("a reflection starts from a lesson and carries its text", into_a_reflection)
        .on(CHROMIUM, "every kind of question is answered by keyboard alone", by_keyboard)
        .on(CHROMIUM, "what was passed by is named at the end, and from there one comes to it and back", passed_by)
        .on(CHROMIUM, "Hjem leads to a lesson under way, at the screen where it was left", from_home)
        .on(CHROMIUM, "a word of a lesson is explained where it stands, and a screen is read aloud", explained)
        .on(CHROMIUM, "what was done of a lesson is forgotten when somebody wants that", forgotten)
}

const DIGNITY: &str = "#/laring/verdighet";
const TITLE: &str = "Verdighet i hverdagen";
const FIRST: &str = "«Er du ferdig med henne på tre?»";
const MEMORY: &str =
    "Hun har demens og glemmer stellet etter fem minutter. Har det noe å si hvordan vi gjør det?";
const NAMES: &str = "Hva nevner verdighetsgarantien?";
const SORT: &str = "Hva verner verdigheten, og hva kan krenke?";
const DUVET: &str = "Han sier ingenting, men han holder fast i dyna.";
const END: &str = "Dette kan du ta med deg";

/// What is to be put under each of the two bins, by how it begins.
const GUARDS: [&str; 3] =
    ["Du legger et håndkle", "Du holder fram to skjorter", "Du sier «jeg kommer klokka ni»"];
const HURTS: [&str; 3] = ["Dere prater om ferien", "Du sier «straks»", "Du knyter på ham"];

/// More stops than a screen of a lesson has.
const MOST_STOPS: usize = 60;

const TAB: char = '\u{e004}';

/// Puts what is kept of a lesson on the device: it was left at that screen, or done on that day.
async fn leave_at(page: &Page, lesson: &str, at: &str, done: &str) -> Outcome {
    page.put_past_the_app(&[left_at(lesson, at, done)]).await
}

/// What is kept of a lesson, as a record.
fn left_at(lesson: &str, at: &str, done: &str) -> (String, &'static str, Value) {
    (format!("lesson-{lesson}"), "lesson_marks", json!({ "at": at, "answers": {}, "done": done }))
}

async fn on_to(page: &Page, heading: &str) -> Outcome {
    page.click_button("Gå videre").await?;
    page.see_focus("heading", heading).await
}

/// Looks at the answer, and sees how it stands.
pub async fn check(page: &Page, outcome: &str) -> Outcome {
    page.click_button("Sjekk svaret").await?;
    page.see(outcome).await
}

async fn again(page: &Page, heading: &str) -> Outcome {
    page.click_button("Prøv igjen").await?;
    page.see_focus("heading", heading).await
}

async fn start_to_end(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::PHONE).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    page.click_link("Læring").await?;
    page.see_heading("Observasjon").await?;
    page.click_link(&format!("{TITLE}…")).await?;
    page.see_heading(FIRST).await?;
    page.see("1 av 12").await?;
    on_to(&page, "Verdighet har to sider").await?;
    on_to(&page, MEMORY).await?;

    page.click_button("Sjekk svaret").await?;
    page.see("Svaret er ikke helt ferdig.").await?;
    page.choose("Velg ett svar", "Nei, det hun ikke husker, kan ikke krenke.").await?;
    check(&page, "Ikke helt.").await?;
    page.see("Det er sant at hun glemmer.").await?;
    page.see("Riktig svar").await?;
    again(&page, MEMORY).await?;
    page.not_see("Det er sant at hun glemmer.").await?;
    page.choose("Velg ett svar", "Ja, like mye som for alle andre.").await?;
    check(&page, "Det stemmer.").await?;
    page.is_kept().await?;

    // Somebody calls, and the tablet is turned off.
    page.reload().await?;
    page.see_heading(MEMORY).await?;
    page.see("Det stemmer.").await?;
    page.see("Menneskeverdet avhenger ikke av hukommelsen.").await?;
    second_half(&page).await?;

    page.is_kept().await?;
    page.reload().await?;
    page.see_heading(END).await?;
    page.click_on(".details:has(.lesson-own) summary").await?;
    page.click_button(&format!("{SORT}…")).await?;
    page.see_focus("heading", SORT).await?;
    page.see("Hun er varm og dekket.").await?;
    page.click_button("Til slutten").await?;
    page.see_focus("heading", END).await?;
    page.click_link("Til leksjonene").await?;
    page.click_link(&format!("{TITLE}…")).await?;
    page.see_heading(END).await?;
    page.go("#/laring").await?;
    until("the lesson is marked as done", async || {
        let done = page.row_of("link", &format!("{TITLE}…")).await?.text().await?;
        if done.contains("Gjort") { Ok(Some(())) } else { Err(done.into()) }
    })
    .await
}

/// From the second question to the end.
async fn second_half(page: &Page) -> Outcome {
    on_to(page, "Verdighet er et krav i loven").await?;
    on_to(page, NAMES).await?;
    for thing in ["Å komme ut.", "Enerom i institusjon.", "Samtaler om de store spørsmålene i livet."] {
        page.choose("Velg alle som passer", thing).await?;
    }
    check(page, "Det stemmer.").await?;
    on_to(page, "Små ting som verner").await?;
    on_to(page, SORT).await?;
    for (things, bin) in [(GUARDS, "Tar vare på verdigheten"), (HURTS, "Kan krenke")] {
        for thing in things {
            page.choose(&format!("{thing}…"), bin).await?;
        }
    }
    check(page, "Det stemmer.").await?;
    on_to(page, "Grenser uten ord").await?;
    on_to(page, DUVET).await?;
    page.click_button("Dra dyna rolig til side…").await?;
    page.see("Han er stiv i hele kroppen").await?;
    page.click_button("Dekke ham til, og vente litt.").await?;
    page.click_button("Dekke ham til og si:…").await?;
    page.see("Ikke helt.").await?;
    page.see("Men grepet hans var et svar").await?;
    on_to(page, "Når tida ikke strekker til").await?;
    on_to(page, "Det ringer fra tre rom…").await?;
    page.choose("Velg ett svar", "Gå innom…").await?;
    check(page, "Det stemmer.").await?;
    on_to(page, "Hva tror du krenker mest…").await?;
    page.see("Her er det ingen fasit").await?;
    page.choose("Hva er nærmest det du tenker?", "Å vente lenge.").await?;
    page.click_button("Se grunnene").await?;
    page.see("Da er det som om du ikke er i rommet.").await?;
    page.not_see("Riktig").await?;
    on_to(page, END).await?;
    page.not_see("Dette hoppet du over").await
}

async fn into_a_reflection(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    leave_at(&page, "verdighet", "", "2026-11-01").await?;
    page.go(DIGNITY).await?;
    page.see_heading(END).await?;
    page.see_heading("Start refleksjon om dette").await?;
    page.click_button("Start alene").await?;
    page.see_heading("Hva er det som skurrer, og hvilket spørsmål ligger bak?").await?;
    page.see_value(
        "Det etiske spørsmålet",
        "Bør vi bli hos ham til han har fått igjen roen, når en annen samtidig er redd og ringer?",
    )
    .await?;
    let told = page.value("Hva skjedde?").await?;
    ensure(told.contains("«Jeg sa jo fra», sier han."), || {
        format!("the situation did not come along: {told}")
    })?;
    page.is_kept().await?;
    page.go("#/").await?;
    page.see("Hjelpen kom for sent").await
}

/// Presses Tab, or Shift and Tab, until the control of that role has the focus whose name begins so.
async fn go_to(page: &Page, back: bool, role: &str, stem: &str) -> Outcome {
    for _ in 0..MOST_STOPS {
        if back {
            page.press_with(Key::Shift, TAB).await?
        } else {
            page.press(Key::Tab).await?
        }
        let Some(focused) = page.focused().await? else { continue };
        let (found, name) = page.role_and_name(&focused).await?;
        if found == role && name.starts_with(stem) {
            return Ok(());
        }
    }
    Err(format!("{role} «{stem}» is not on the way").into())
}

async fn press(page: &Page, role: &str, stem: &str) -> Outcome {
    go_to(page, false, role, stem).await?;
    page.press(Key::Enter).await
}

/// Comes to the radio buttons of a group by Tab, and to one of them by the arrow keys.
async fn arrow_to(page: &Page, stem: &str) -> Outcome {
    go_to(page, false, "radio", "").await?;
    page.type_keys(" ").await?;
    for _ in 0..MOST_STOPS {
        let Some(focused) = page.focused().await? else { continue };
        let (_, name) = page.role_and_name(&focused).await?;
        if name.starts_with(stem) {
            return Ok(());
        }
        page.press(Key::Down).await?;
    }
    Err(format!("radio «{stem}» is not in the group").into())
}

/// Looks at the answer, and goes on.
async fn look_and_go_on(page: &Page) -> Outcome {
    press(page, "button", "Sjekk svaret").await?;
    page.see("Det stemmer.").await?;
    press(page, "button", "Gå videre").await
}

async fn by_keyboard(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let left = [("verdighet", "she-forgets"), ("isbar", "which-letter"), ("news2", "points-for-breaths")];
    page.put_past_the_app(&left.map(|(lesson, at)| left_at(lesson, at, ""))).await?;
    page.go(DIGNITY).await?;
    page.see_heading(MEMORY).await?;
    page.settled().await?;
    arrow_to(&page, "Ja, like mye").await?;
    look_and_go_on(&page).await?;
    page.see_focus("heading", "Verdighet er et krav i loven").await?;
    press(&page, "button", "Gå videre").await?;
    page.see_focus("heading", NAMES).await?;
    several_and_bins(&page).await?;
    case_and_standpoint(&page).await?;
    halves_and_order(&page).await?;

    page.go("#/laring/news2").await?;
    page.see_heading("Hun puster 10 ganger i minuttet. Hvor mange poeng gir det?").await?;
    page.settled().await?;
    arrow_to(&page, "1").await?;
    look_and_go_on(&page).await
}

async fn several_and_bins(page: &Page) -> Outcome {
    for _ in 0..5 {
        go_to(page, false, "checkbox", "").await?;
        let Some(focused) = page.focused().await? else { continue };
        let (_, name) = page.role_and_name(&focused).await?;
        if ["Å komme ut.", "Enerom", "Samtaler om"].iter().any(|stem| name.starts_with(stem)) {
            page.type_keys(" ").await?;
        }
    }
    look_and_go_on(page).await?;
    page.see_focus("heading", "Små ting som verner").await?;
    press(page, "button", "Gå videre").await?;
    page.see_focus("heading", SORT).await?;
    for _ in 0..GUARDS.len() + HURTS.len() {
        go_to(page, false, "radio", "").await?;
        let asked: String = page
            .browser()
            .run(
                "return document.activeElement.closest('fieldset').querySelector('legend').textContent",
                vec![],
            )
            .await?;
        page.type_keys(" ").await?;
        if HURTS.iter().any(|stem| asked.starts_with(stem)) {
            page.press(Key::Down).await?;
        }
    }
    look_and_go_on(page).await
}

async fn case_and_standpoint(page: &Page) -> Outcome {
    page.see_focus("heading", "Grenser uten ord").await?;
    press(page, "button", "Gå videre").await?;
    page.see_focus("heading", DUVET).await?;
    press(page, "button", "Slippe dyna og si").await?;
    page.see("Litt senere vasker du ryggen hans.").await?;
    press(page, "button", "Dekke ham til og si").await?;
    page.see("Det stemmer.").await?;
    press(page, "button", "Gå videre").await?;
    page.see_focus("heading", "Når tida ikke strekker til").await?;
    press(page, "button", "Gå videre").await?;
    page.see_focus("heading", "Det ringer fra tre rom…").await?;
    press(page, "button", "Hopp over").await?;
    page.see_focus("heading", "Hva tror du krenker mest…").await?;
    arrow_to(page, "Det kommer an på").await?;
    press(page, "button", "Se grunnene").await?;
    page.see("Derfor må vi kjenne dem.").await?;
    press(page, "button", "Gå videre").await?;
    page.see_focus("heading", END).await
}

async fn halves_and_order(page: &Page) -> Outcome {
    page.go("#/laring/isbar").await?;
    page.see_heading("En assistent ringer til sykepleieren…").await?;
    page.settled().await?;
    go_to(page, false, "button", "I: identifikasjon").await?;
    let halves = [
        "«Jeg er assistent",
        "«Jeg ringer fordi hun har falt",
        "«Hun begynte med en ny medisin",
        "«Hun er blek og våken",
        "«Kan du komme innen en time",
    ];
    let lefts = ["I:", "S:", "B:", "A:", "R:"];
    for (left, right) in lefts.into_iter().zip(halves) {
        until("the left half asks", async || {
            let Some(focused) = page.focused().await? else { return Ok(None) };
            let (_, name) = page.role_and_name(&focused).await?;
            Ok(name.starts_with(left).then_some(()))
        })
        .await?;
        press(page, "button", right).await?;
    }
    look_and_go_on(page).await?;
    page.see_focus("heading", "De ti første sekundene").await?;
    page.see("Lagret på denne enheten").await?;
    leave_at(page, "isbar", "one-whole-call", "").await?;
    page.go("#/laring/isbar").await?;
    page.see_heading("En hel samtale til sykehjemslegen…").await?;
    page.settled().await?;
    let call = [
        "«Jeg er helsefagarbeider",
        "«Han har hjertesvikt",
        "«Jeg ringer fordi",
        "«Han puster 22",
        "«Jeg ønsker",
    ];
    for stem in call {
        // What waits stands in no order that one could know: from the top each is on the way.
        go_to(page, true, "button", "Ta pause").await?;
        press(page, "button", stem).await?;
        until("it stands in the list", async || {
            let listed =
                "return [...document.querySelectorAll('.lesson-line-text')].map((one) => one.textContent)";
            let lines: Vec<String> = page.browser().run(listed, vec![]).await?;
            Ok(lines.last().is_some_and(|line| line.starts_with(stem)).then_some(()))
        })
        .await?;
    }
    page.see_focus("heading", "Rekkefølgen din").await?;
    press(page, "button", "Flytt opp: «Jeg ringer fordi").await?;
    page.see_focus("button", "Flytt opp: «Jeg ringer fordi…").await?;
    look_and_go_on(page).await
}

async fn passed_by(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/laring/news2").open().await?;
    page.see("1 av 13").await?;
    for at in 2..=13 {
        page.click_on(".actionbar-forward .ds-button:first-child").await?;
        page.see(&format!("{at} av 13")).await?;
    }
    page.click_button("Gå videre").await?;
    page.see_focus("heading", END).await?;
    page.see_heading("Dette hoppet du over").await?;
    page.see_heading("Leksjoner før denne").await?;
    page.click_button("Hun puster 10 ganger i minuttet…").await?;
    page.choose("Velg et tall (poeng)", "3").await?;
    check(&page, "Ikke helt.").await?;
    page.see("Men 3 poeng begynner først ved 8.").await?;
    page.see("10 ligger i båndet fra 9 til 11").await?;
    page.click_button("Til slutten").await?;
    page.see_focus("heading", END).await?;
    page.not_see_element("button", "Hun puster 10 ganger i minuttet…").await
}

async fn from_home(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.click_link("Ta en leksjon…").await?;
    page.see_heading("Læring").await?;
    page.not_see("Fortsett der du slapp").await?;
    page.click_link(&format!("{TITLE}…")).await?;
    page.see_heading(FIRST).await?;
    on_to(&page, "Verdighet har to sider").await?;
    page.is_kept().await?;
    page.click_button("Ta pause").await?;
    page.see_heading("Fortsett der du slapp").await?;
    page.go("#/").await?;
    page.see_heading("Leksjoner du har begynt på").await?;
    page.click_link(&format!("{TITLE}…")).await?;
    page.see_heading("Verdighet har to sider").await
}

const VOICES: &str = "window.speechSynthesis.getVoices = () => arguments[0]; \
    window.speechSynthesis.dispatchEvent(new Event('voiceschanged'));";

async fn explained(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    leave_at(&page, "verdighet", "the-law", "").await?;
    page.go(DIGNITY).await?;
    page.see_heading("Verdighet er et krav i loven").await?;
    page.click_on(".lesson-screen .terms .chip").await?;
    page.see_element("dialog", "Verdighet").await?;
    page.press(Key::Escape).await?;
    page.not_see_element("button", "Les høyt").await?;
    let near = json!([{ "lang": "nb-NO", "localService": true }]);
    page.browser().run::<()>(VOICES, vec![near]).await?;
    page.see_button("Les høyt").await
}

async fn forgotten(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    leave_at(&page, "verdighet", "", "2026-11-01").await?;
    page.go(DIGNITY).await?;
    page.see_heading(END).await?;
    page.click_button("Glem svarene mine").await?;
    page.click_button("Glem dem").await?;
    page.see_heading("Læring").await?;
    page.is_kept().await?;
    page.holds_nothing_of(&["2026-11-01"]).await?;
    page.go(DIGNITY).await?;
    page.see_heading(FIRST).await
}
