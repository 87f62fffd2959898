//! A new hire's first week on a shared tablet, told once: a profile, a path, three lessons with wrong answers, what a
//! colleague shows, the standard, the diploma and the log; the move to another device; and what comes again.

use e2e::wait::until;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure, shots};

use crate::learning::check;
use crate::paths::{begin, sign};
use crate::profiles::{FOX, FOX_NAME, choose_file, make};
use crate::repetition::DAY;
use crate::story;

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("first_week").time_limit(story::TIME_LIMIT * 3).for_each_engine(
        "a new hire takes a path to its diploma without network, takes it along to another tablet, and what was learnt comes again after 3, 9 and 200 days",
        first_week,
    )
}

const PATH: &str = "Vikar eller innleid";
const NAME: &str = "Kari Nyansatt";
/// The practical parts of the path, by their places in it.
const PRACTICAL: [usize; 4] = [3, 4, 5, 6];
/// What is printed on the diploma: the parts of the path.
const PARTS: [&str; 7] = [
    "Taushetsplikt i hverdagen",
    "Små tegn",
    "Utstyret og veien ut",
    "Hvem jeg ringer på denne vakta",
    "Rapport før du begynner",
    "Før du går hjem",
    "Etisk standard",
];

/// A lesson with its first question of one answer: what is chosen first, and what is right.
struct Lesson {
    id: &'static str,
    question: &'static str,
    wrong: &'static str,
    right: &'static str,
}

const LESSONS: [Lesson; 3] = [
    Lesson {
        id: "verdighet",
        question: "Hun har demens og glemmer stellet…",
        wrong: "Nei, det hun ikke husker, kan ikke krenke.",
        right: "Ja, like mye som for alle andre.",
    },
    Lesson {
        id: "taushetsplikt",
        question: "Hvilket svar røper ingenting?",
        wrong: "«Det går fint med henne, så du kan ta det med ro.»",
        right: "«Slikt snakker jeg aldri om. Hvordan går det med deg?»",
    },
    Lesson {
        id: "sma-tegn",
        question: "På rapporten hører du…",
        wrong: "Lar henne hvile, siden hun endelig har fått ro",
        right: "Går inn, får kontakt og ser om hun er som vanlig",
    },
];

/// More screens than a lesson has.
const MOST_SCREENS: usize = 20;

async fn first_week(stage: Stage) -> Outcome {
    let (mut here, there) = (stage.serve_app()?, stage.serve_app()?);
    let page = stage.visit(&here).open().await?;
    make(&page, FOX).await?;
    page.everything_kept().await?;
    here.stop()?;
    begin(&page, PATH).await?;
    for lesson in &LESSONS {
        take(&page, lesson).await?;
    }
    page.go("#/laring/pakker/vikar").await?;
    for place in PRACTICAL {
        sign_off(&page, place).await?;
    }
    sign(&page, NAME).await?;
    page.is_kept().await?;
    diploma(&page).await?;
    if stage.engine() == Engine::Chromium {
        on_paper(&page).await?;
    }
    log(&page).await?;
    let file = leaves(&page).await?;

    let other = stage.visit(&there).path("#/profil").open().await?;
    other.see("Ingen har laget profil her ennå.").await?;
    choose_file(&other, &file).await?;
    other.see("Profilen er her nå.").await?;
    other.click_button(FOX_NAME).await?;
    other.see_element("link", &format!("Du er {FOX_NAME}")).await?;
    diploma(&other).await?;
    comes_again(&other).await
}

/// Whether that heading stands there now.
async fn stands(page: &Page, heading: &str) -> Outcome<bool> {
    let stem = heading.trim_end_matches('…');
    let title: String =
        page.browser().run("return document.querySelector('h1')?.textContent ?? ''", vec![]).await?;
    Ok(title.trim().starts_with(stem))
}

/// Goes on, past every question on the way, until that heading stands there.
async fn on_to(page: &Page, heading: &str) -> Outcome {
    for _ in 0..MOST_SCREENS {
        page.settled().await?;
        if stands(page, heading).await? {
            return Ok(());
        }
        let before = page.text().await?;
        page.click_on(".actionbar-forward .ds-button:first-child").await?;
        until("another screen", async || Ok((page.text().await? != before).then_some(()))).await?;
    }
    Err(format!("«{heading}» is not on the way").into())
}

/// A lesson from its start to its end, with one answer that is wrong at first.
async fn take(page: &Page, lesson: &Lesson) -> Outcome {
    page.go(&format!("#/laring/{}", lesson.id)).await?;
    page.see("1 av").await?;
    on_to(page, lesson.question).await?;
    page.choose("Velg ett svar", lesson.wrong).await?;
    check(page, "Ikke helt.").await?;
    page.click_button("Prøv igjen").await?;
    page.choose("Velg ett svar", lesson.right).await?;
    check(page, "Det stemmer.").await?;
    page.click_button("Gå videre").await?;
    on_to(page, "Dette kan du ta med deg").await?;
    page.is_kept().await
}

/// Signs off a practical part: shown, done and talked about, with the colleague's role.
async fn sign_off(page: &Page, place: usize) -> Outcome {
    let part = format!(".path-part:nth-child({place})");
    page.click_on(&format!("{part} summary")).await?;
    for step in 1..=3 {
        page.click_on(&format!("{part} .tile:nth-child({step})")).await?;
    }
    page.see("Det er kvittert ut når alle tre er gjort").await?;
    page.click_on(&format!("{part} .chip:first-child")).await?;
    page.see("Sammen med: Fadder.").await?;
    page.is_kept().await?;
    page.click_on(&format!("{part} summary")).await
}

/// The diploma names whoever it is for and every part; and nobody's name is kept.
async fn diploma(page: &Page) -> Outcome {
    page.go("#/laring/pakker/vikar").await?;
    page.click_link("Diplom…").await?;
    page.see("Kompetansepakken «Vikar eller innleid» er gjennomført.").await?;
    page.fill("Navn på diplomet", NAME).await?;
    let paper = "return document.querySelector('.diploma').textContent";
    until("the name on the diploma", async || {
        let text: String = page.browser().run(paper, vec![]).await?;
        Ok(text.contains(NAME).then_some(()))
    })
    .await?;
    let text: String = page.browser().run(paper, vec![]).await?;
    for part in PARTS {
        ensure(text.contains(part), || format!("{part} is not on the diploma: {text}"))?;
    }
    Ok(())
}

/// The diploma is one sheet with nothing around it. Firefox draws most letters as shapes, and WebKitGTK cannot print.
async fn on_paper(page: &Page) -> Outcome {
    const PRINT: &str = "diploma";
    let sheets = shots::look_at_print(&page.browser().print().await?, PRINT)?;
    ensure(sheets.len() == 1, || format!("{} sheets", sheets.len()))?;
    let text = shots::text_of_print(PRINT)?;
    for line in [NAME].into_iter().chain(PARTS) {
        ensure(text.contains(line), || format!("«{line}» is not on paper: {text}"))?;
    }
    for around in ["Skriv ut", "Innstillinger", "Navn på diplomet"] {
        ensure(!text.contains(around), || format!("«{around}» is on paper: {text}"))?;
    }
    Ok(())
}

/// The log on the screen and as a file for a portal: every part once.
async fn log(page: &Page) -> Outcome {
    page.go("#/laring/logg").await?;
    page.see("sammen med: Fadder").await?;
    page.catch_files_unsaved().await?;
    page.click_button("Lagre som CSV").await?;
    let file = page.file().await?;
    for part in PARTS {
        let found = file.split("\r\n").filter(|line| line.starts_with(part)).count();
        ensure(found == 1, || format!("{part} stands {found} times in the file: {file}"))?;
    }
    ensure(!file.contains(NAME), || "the log holds a name".to_owned())
}

/// The profile as a file.
async fn leaves(page: &Page) -> Outcome<String> {
    page.go("#/profil/min").await?;
    page.see_heading("Min profil").await?;
    page.click_button("Lagre profilen som fil").await?;
    page.file().await
}

/// After so many days: whoever was here comes back.
async fn later(page: &Page, days: u32) -> Outcome {
    page.move_clock(days * DAY).await?;
    page.see_heading("Skjermen er låst").await?;
    page.click_button(FOX_NAME).await?;
    page.go("#/laring").await?;
    page.see_heading("Læring").await
}

/// What was wrong is asked after three days and after nine; after two hundred, what is renewed waits too.
async fn comes_again(page: &Page) -> Outcome {
    later(page, 3).await?;
    answered(page).await?;
    later(page, 6).await?;
    answered(page).await?;
    later(page, 191).await?;
    page.see_heading("Det som venter").await?;
    page.see("Utstyret og veien ut").await?;
    answered(page).await
}

/// One question that was wrong in a lesson, now right; the rest of the portion waits for another time.
async fn answered(page: &Page) -> Outcome {
    page.go("#/laring/repetisjon").await?;
    page.click_link("Start").await?;
    page.see("1 av").await?;
    let lesson = until("one of the three questions", async || {
        for lesson in &LESSONS {
            if stands(page, lesson.question).await? {
                return Ok(Some(lesson));
            }
        }
        Ok(None)
    })
    .await?;
    page.choose("Velg ett svar", lesson.right).await?;
    check(page, "Det stemmer.").await?;
    page.click_button("Gå videre").await?;
    on_to(page, "Det var alt for nå").await?;
    page.see("Kommer igjen om").await?;
    page.is_kept().await
}
