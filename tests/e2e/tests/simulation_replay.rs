//! The talk after a simulation in real browsers: the same course to the bit as on any other machine, what is agreed,
//! and the files.

use std::path::Path;

use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};
use refleks::clinical::{Course, Deed, Moment, Player, Role, Scenario};
use refleks::content::author::read_scenario;
use serde_json::{Value, json};

use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("simulation_replay")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "long runs of every scenario are the same in the browser as natively, to the bit",
            same_everywhere,
        )
        .for_each_engine(
            "what was agreed in the talk afterwards stands on Hjem, and survives a reload",
            agreed,
        )
        .for_each_engine("the talk is saved as text and data", saved)
        .on(CHROMIUM, "somebody tries what would have happened if they had called earlier", explored)
        .on(CHROMIUM, "what was agreed goes with the run that is forgotten", forgotten)
}

fn scenarios() -> Outcome<Vec<(String, Scenario)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/scenarios");
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        folders.push(entry?.path());
    }
    folders.sort();
    let read = |folder: &std::path::PathBuf| Ok((name_of(folder), read_scenario(folder)?.0.play));
    folders.iter().map(read).collect()
}

fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn run(scenario: &str, title: &str, seed: u32, role: Role, deeds: &[Deed]) -> Value {
    json!({
        "scenario": scenario, "title": title, "seed": seed, "role": role, "mode": "alone", "deeds": deeds,
        "scorings": [], "day": "2026-11-23", "ended": true,
    })
}

fn as_record(id: &str, run: Value) -> (String, &'static str, Value) {
    (format!("run-{id}"), "run", run)
}

async fn same_everywhere(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let (mut runs, mut played) = (Vec::new(), Vec::new());
    for ((id, play), throw) in scenarios()?.into_iter().zip(40_u32..) {
        let role = play.roles[throw as usize % play.roles.len()];
        let course = Player::Dice(throw).play(&play, throw, role, |_| {});
        let deeds: Vec<Deed> = course.log().iter().map(|entry| entry.deed.clone()).collect();
        runs.push(as_record(&format!("long-{id}"), run(&id, &id, throw, role, &deeds)));
        played.push((id, course));
    }
    page.put_past_the_app(&runs).await?;
    for (id, course) in played {
        page.go(&format!("#/oving/long-{id}")).await?;
        page.see_heading("Samtalen etterpå").await?;
        page.catch_files_unsaved().await?;
        page.click_button("Lagre som data").await?;
        let file: Value = serde_json::from_str(&page.file().await?)?;
        is_the_same(&id, &file, &course)?;
        page.leave_app().await?;
    }
    Ok(())
}

/// Holds what the browser has played against the deeds, played here.
fn is_the_same(id: &str, file: &Value, course: &Course) -> Outcome {
    ensure(file["format"] == "refleks-run" && file["scenario"] == id, || format!("{id}: {file}"))?;
    let fingerprint: Vec<i64> = course.body().fingerprint().collect();
    ensure(file["fingerprint"] == json!(fingerprint), || {
        format!("{id}: another body: {} here, {} there", json!(fingerprint), file["fingerprint"])
    })?;
    let moment = |moment: &Moment| {
        let vitals = &moment.vitals;
        json!({
            "at": moment.at, "rf": vitals.rf(), "spo2": vitals.spo2(), "sbp": vitals.sbp(), "pulse": vitals.pulse(),
            "acvpu": vitals.acvpu().letter(), "temp": vitals.temp().0, "news2": moment.news2,
        })
    };
    let here: Vec<Value> = course.moments().iter().map(moment).collect();
    let there = file["moments"].as_array().cloned().unwrap_or_default();
    ensure(here.len() == there.len(), || format!("{id}: {} moments, {} there", here.len(), there.len()))?;
    let other = here.iter().zip(&there).find(|(here, there)| here != there);
    ensure(other.is_none(), || format!("{id}: another minute: {other:?}"))
}

/// The talk after a run in which the night goes by and somebody calls late.
async fn talk(stage: &Stage) -> Outcome<(e2e::Server, Page)> {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let call = Deed::Call {
        receiver: "amk".into(),
        told: [
            "who",
            "where",
            "urgent",
            "worried",
            "numbers",
            "sepsis",
            "ambulance",
            "next-check",
            "read-back",
        ]
        .map(str::to_owned)
        .into(),
    };
    let deeds = [Deed::Measure(refleks::clinical::Measure::Rf), Deed::Wait(5_400), call, Deed::Wait(3_600)];
    let run = run("urosepsis", "Litt slapp i dag", 0, Role::Nurse, &deeds);
    page.put_past_the_app(&[as_record("talk", run)]).await?;
    page.go("#/oving/talk").await?;
    page.see_heading("Samtalen etterpå").await?;
    Ok((server, page))
}

const WHAT: &str = "Telle pusten i et helt minutt på kveldsrunden";

async fn write_agreement(page: &Page) -> Outcome {
    page.fill("Hva vil du gjøre?", WHAT).await?;
    page.fill("Hvem følger opp?", "fagkoordinator").await?;
    page.pick_day("Når ser du på det igjen?", "2099-03-01").await?;
    page.is_kept().await
}

async fn agreed(stage: Stage) -> Outcome {
    let (_server, page) = talk(&stage).await?;
    write_agreement(&page).await?;
    page.reload().await?;
    page.see_heading("Samtalen etterpå").await?;
    page.see_value("Hva vil du gjøre?", WHAT).await?;
    page.see_value("Hvem følger opp?", "fagkoordinator").await?;
    page.go("#/").await?;
    page.see_heading("Sist sa vi at …").await?;
    page.see(WHAT).await?;
    page.reload().await?;
    page.see(WHAT).await?;
    page.click_button("Delvis").await?;
    page.is_kept().await?;
    page.click_link("Fortell hvordan det gikk").await?;
    page.see("Hjalp det?").await?;
    page.fill("Hva overrasket?", "Det tok ikke lenger tid").await?;
    page.is_kept().await?;
    page.reload().await?;
    page.see_value("Hva overrasket?", "Det tok ikke lenger tid").await?;
    page.click_link("Les samtalen etterpå").await?;
    page.see_heading("Samtalen etterpå").await?;
    page.see_value("Hva vil du gjøre?", WHAT).await
}

async fn saved(stage: Stage) -> Outcome {
    let (_server, page) = talk(&stage).await?;
    write_agreement(&page).await?;
    page.catch_files().await?;
    page.click_button("Lagre som tekst").await?;
    let text = page.file().await?;
    let parts = [
        "# Litt slapp i dag\n",
        "**Kun øving – ikke for virkelige pasienter**",
        "## Slik gikk det",
        "## Fire ferdigheter",
        "## Det du sa i telefonen",
        "| Tid | NEWS2 | Pustefrekvens |",
        "## Dette ble avtalt",
        WHAT,
        "fagkoordinator",
    ];
    for part in parts {
        ensure(text.contains(part), || format!("«{part}» does not stand in:\n{text}"))?;
    }
    page.click_button("Lagre som data").await?;
    let data: Value = serde_json::from_str(&page.file().await?)?;
    ensure(data["format_version"] == 1 && data["deeds"][1]["wait"] == 5_400, || data.to_string())
}

async fn explored(stage: Stage) -> Outcome {
    let (_server, page) = talk(&stage).await?;
    page.see_heading("Utforsk etterpå").await?;
    page.see("Hos et virkelig menneske kan det gå på andre måter.").await?;
    page.choose("Når?", "10:31 · ti minutter før du ringte").await?;
    page.see("Velg hva du hadde gjort").await?;
    // A colleague comes and looks with you, but changes nothing in the body.
    page.choose("Hva hadde du gjort da?", "Ringt: Kollega på neste gruppe").await?;
    page.see("I modellen hadde det gått likt.").await?;
    page.choose("Hva hadde du gjort da?", "Ringt: 113").await?;
    page.see("Hadde du ringt klokka 10:31: 113").await?;
    page.see("Stiplet linje: slik det kunne gått").await
}

async fn forgotten(stage: Stage) -> Outcome {
    let (_server, page) = talk(&stage).await?;
    write_agreement(&page).await?;
    page.holds_all_of(&["kveldsrunden"]).await?;
    page.click_button("Glem denne øvingen").await?;
    page.see("Det du avtalte i samtalen etterpå, blir også borte.").await?;
    page.click_button("Glem den").await?;
    page.see("Øvinger du begynner på, står her.").await?;
    page.is_kept().await?;
    page.holds_nothing_of(&["kveldsrunden", "urosepsis"]).await
}
