//! A lesson in a group: a question counted in the open and one answered alone, the room's window, the log at one tap,
//! and the overview with its file.

use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};
use serde_json::{Value, json};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("group_talk")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "a group takes a lesson offline, counts hands, sees the reasons, talks and logs it at one tap",
            talks,
        )
        .on(
            CHROMIUM,
            "the room's window shows the question and the counts, and neither guide nor reasons too soon",
            room,
        )
        .on(CHROMIUM, "twenty talks make one overview, by period, and a file that tells the same", twenty)
        .on(
            CHROMIUM,
            "a talk that was logged by mistake is taken out again, at once or in the overview",
            taken_out,
        )
}

const LESSON: &str = "Verdighet i hverdagen";
const TALKS: &str = "#/laring/gruppe";

/// The first question of the lesson is on, for a group that came from the lesson itself.
async fn at_a_question(page: &Page) -> Outcome {
    page.go("#/laring/verdighet").await?;
    page.click_link("Bruk i gruppe").await?;
    page.see("Det dere svarer, blir ikke lagret").await?;
    page.click_button("Begynn").await?;
    page.see("Spørsmål 1 av").await
}

async fn at_the_close(page: &Page) -> Outcome {
    page.go("#/laring/verdighet/gruppe").await?;
    page.click_button("Til samtalen").await?;
    page.see("Samtalespørsmål").await?;
    page.click_button("Avslutt samtalen").await?;
    page.see_heading("Loggfør samtalen").await
}

async fn talks(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    at_a_question(&page).await?;
    page.see("Hver og en svarer for seg selv").await?;
    page.choose("Hvordan svarer dere?", "Åpen telling").await?;
    page.see("Trykk inn hvor mange").await?;
    page.click_on(".talk-option:first-child .counter-button:last-child").await?;
    page.click_on(".talk-option:first-child .counter-button:last-child").await?;
    page.click_button("Vis grunnene").await?;
    page.see_focus("heading", "Grunnene").await?;
    page.see("2 valgte dette").await?;
    page.see("Passer her").await?;
    page.click_button("Gå videre").await?;
    page.see("Spørsmål 2 av").await?;
    page.click_button("Vis grunnene").await?;
    page.not_see("valgte dette").await?;
    page.click_button("Til samtalen").await?;
    page.unfold().await?;
    page.see("Slik tar du opp samtalespørsmålet").await?;
    page.click_button("Avslutt samtalen").await?;
    page.choose("Hva slags møte er det?", "Fagdag").await?;
    page.click_button("Én flere").await?;
    page.click_button("Loggfør samtalen").await?;
    page.see("Samtalen er loggført").await?;
    page.is_kept().await?;
    page.click_link("Til oversikten").await?;
    page.see("1 leksjon er brukt som grunnlag for samtale").await?;
    page.see("Fagdag: 1").await?;
    page.reload().await?;
    page.see("1 leksjon er brukt som grunnlag for samtale").await
}

async fn room(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    at_a_question(&page).await?;
    page.choose("Hvordan svarer dere?", "Åpen telling").await?;
    page.click_on(".talk-option:first-child .counter-button:last-child").await?;
    let room = page.second_window("#/rom/leksjon").await?;
    room.see("Spørsmål 1 av").await?;
    let shown = room.text().await?;
    for hidden in ["Til deg som leder", "Passer her", "Vis grunnene"] {
        ensure(!shown.contains(hidden), || format!("{hidden} is in the room: {shown}"))?;
    }
    page.here().await?;
    page.click_button("Vis grunnene").await?;
    page.see("1 valgte dette").await?;
    room.here().await?;
    room.see("1 valgte dette").await?;
    room.see("Passer her").await
}

/// Twenty talks, as twenty groups would have logged them.
fn twenty_talks() -> Vec<(String, &'static str, Value)> {
    let lessons = ["verdighet", "tvang", "taushetsplikt", "isbar"].into_iter().cycle();
    let arenas = ["staff_meeting", "handover"].into_iter().cycle();
    let talk = |((n, lesson), arena): ((usize, _), _)| {
        let year = if n <= 16 { 2026 } else { 2025 };
        let day = format!("{year}-03-{n:02}");
        let talk = json!({ "lesson": lesson, "day": day, "arena": arena, "people": 5 });
        (format!("group-talk-t{n}"), "lesson_talk", talk)
    };
    (1..=20).zip(lessons).zip(arenas).map(talk).collect()
}

async fn twenty(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.put_past_the_app(&twenty_talks()).await?;
    page.go(TALKS).await?;
    page.pick_day("Fra og med", "2025-01-01").await?;
    page.pick_day("Til og med", "2026-12-31").await?;
    page.see("4 leksjoner er brukt som grunnlag for samtale").await?;
    page.see("20 samtaler til sammen").await?;
    page.pick_day("Fra og med", "2026-01-01").await?;
    page.see("16 samtaler til sammen").await?;
    page.pick_day("Til og med", "2026-03-02").await?;
    page.see("2 leksjoner er brukt som grunnlag for samtale").await?;
    page.catch_files().await?;
    page.click_button("Lagre som CSV").await?;
    let file = page.file().await?;
    let lines: Vec<&str> = file.split("\r\n").collect();
    ensure(lines.len() == 4, || format!("a head, two lessons and an end: {file}"))?;
    let has_lesson = lines.iter().any(|line| line.starts_with(&format!("{LESSON},1,2026-03-01,5,")));
    ensure(has_lesson, || format!("{LESSON} is not in the file: {file}"))
}

async fn taken_out(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    at_the_close(&page).await?;
    page.click_button("Loggfør samtalen").await?;
    page.see("Samtalen er loggført").await?;
    page.click_button("Ta den bort igjen").await?;
    page.see("Hvor mange var med?").await?;
    page.is_kept().await?;
    page.go(TALKS).await?;
    page.see("Ingen samtaler er loggført").await?;
    at_the_close(&page).await?;
    page.click_button("Loggfør samtalen").await?;
    page.see("Samtalen er loggført").await?;
    page.is_kept().await?;
    page.go(TALKS).await?;
    page.see("1 samtale til sammen").await?;
    page.unfold().await?;
    page.click_button("Ta bort").await?;
    page.see("Vil du ta bort denne samtalen?").await?;
    page.click_on("#forget-talk [data-color=danger]").await?;
    page.see("Ingen samtaler er loggført").await?;
    page.is_kept().await
}
