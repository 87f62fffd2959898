//! Det som venter: three rows below Hjem, the whole list in Læring, and the file for a calendar.

use std::collections::BTreeSet;

use e2e::{Engine, Outcome, Page, Size, Spec, Stage, ensure};
use refleks::i18n::Day;
use serde_json::{Value, json};

use crate::repetition::{is_well_made, learnt, today};
use crate::story;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All sentences about it.
pub fn spec() -> Spec {
    Spec::new("due")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine(
            "what waits stands below Hjem and in Læring without network, and is handed over as a file for a calendar",
            waits,
        )
        .on(CHROMIUM, "where nothing was begun nothing waits, and no box is there for it", nothing)
        .on(CHROMIUM, "what is to be done leaves the list when it is done, and comes a week before its day", done)
        .on(CHROMIUM, "a new version of the standard and a lesson of half a year ago wait too", renewed)
        .on(CHROMIUM, "what Hjem shows stays where it is when what waits comes below it", still)
        .for_each_engine("a lesson stays where it is in Læring once it is there", in_one_piece)
}

const HEADING: &str = "Det som venter";
const REPEAT: &str = "Repeter det du har lært";
/// The first three parts of the path, in the order of its days; the first two have room on Hjem beside the repetition.
const FIRE: &str = "Branninstruksen der du jobber";
const HANDS: &str = "Prosedyren for håndhygiene";
const KIT: &str = "Her står akuttutstyret";
/// It is to be read within the first week.
const STANDARD: &str = "Etisk standard";

fn iso(ahead: i64) -> String {
    today().plus(ahead).to_string()
}

/// A path that was chosen on its first day, so many days ago.
fn path(days_ago: i64) -> Value {
    json!({ "started": iso(-days_ago), "chosen": iso(-days_ago), "parts": {} })
}

/// Puts records on the device past the app, and comes back to Hjem.
async fn with(page: &Page, records: &[(&str, &str, Value)]) -> Outcome {
    page.put_past_the_app(records).await?;
    page.go("#/").await
}

/// A path whose first days have gone by, and a lesson that comes again.
async fn with_something(page: &Page) -> Outcome {
    let records = [("path-nyansatt", "path_marks", path(5)), learnt(30)];
    with(page, &records).await
}

async fn waits(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::PHONE).open().await?;
    page.everything_kept().await?;
    with_something(&page).await?;
    page.see_heading(HEADING).await?;
    server.stop()?;
    page.reload().await?;
    page.see_heading(HEADING).await?;
    page.see(REPEAT).await?;
    page.see("inntil to minutter").await?;
    page.see(FIRE).await?;
    page.see("Var satt opp til").await?;
    page.see(HANDS).await?;
    page.not_see(KIT).await?;
    is_well_made(&page).await?;

    page.click_link("Se alt som venter").await?;
    page.see_heading("Læring").await?;
    page.see_heading(HEADING).await?;
    page.see(KIT).await?;
    page.see_heading("Framover").await?;
    page.see(STANDARD).await?;
    page.catch_files_unsaved().await?;
    page.click_button("Legg i kalenderen").await?;
    let first = read(&page.file().await?)?;
    for title in [REPEAT, FIRE, HANDS, KIT, STANDARD] {
        let is_it = |event: &&Event| event.title == format!("Refleks: {title}");
        let found = first.iter().filter(is_it).count();
        ensure(found == 1, || format!("«{title}» stands {found} times in the calendar: {first:?}"))?;
    }
    let gone_by = first.iter().find(|event| event.day < today());
    ensure(gone_by.is_none(), || format!("a day that has gone by: {gone_by:?}"))?;
    let standard = first.iter().find(|event| event.title.ends_with(STANDARD)).map(|event| event.day);
    ensure(standard == Some(today().plus(2)), || format!("the standard has another day: {standard:?}"))?;
    page.click_button("Legg i kalenderen").await?;
    let again = read(&page.file().await?)?;
    ensure(first == again, || format!("the second file is another one: {again:?}"))?;

    page.click_link(&format!("{FIRE}…")).await?;
    page.see_heading("Ny på jobb").await
}

/// What stands in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    name: String,
    day: Day,
    title: String,
}

/// Reads a file as RFC 5545 says: lines of 75 bytes at the most, each event whole, and none of them twice.
fn read(file: &str) -> Outcome<Vec<Event>> {
    ensure(file.ends_with("END:VCALENDAR\r\n"), || format!("no end: {file}"))?;
    ensure(file.split("\r\n").all(|line| line.len() <= 75), || format!("a line is too long: {file}"))?;
    let whole = file.replace("\r\n ", "");
    let head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:";
    ensure(whole.starts_with(head), || format!("another head: {file}"))?;
    let mut events = Vec::new();
    for event in whole.split("BEGIN:VEVENT\r\n").skip(1) {
        let event = event.split("END:VEVENT\r\n").next().unwrap_or_default();
        events.push(read_event(event).ok_or_else(|| format!("an event that is not whole: {event}"))?);
    }
    let names: BTreeSet<&str> = events.iter().map(|event| event.name.as_str()).collect();
    ensure(names.len() == events.len() && !events.is_empty(), || format!("twice, or none: {events:?}"))?;
    Ok(events)
}

fn read_event(event: &str) -> Option<Event> {
    let value = |name: &str| event.split("\r\n").find_map(|line| line.strip_prefix(name));
    let day = |text: &str| Day::parse(&format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..)?));
    let made = value("DTSTAMP:")?;
    if made.len() != "20261123T200025Z".len() || !made.ends_with('Z') {
        return None;
    }
    let (from, to) = (day(value("DTSTART;VALUE=DATE:")?)?, day(value("DTEND;VALUE=DATE:")?)?);
    let title = value("SUMMARY:")?.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
    let event = Event { name: value("UID:")?.to_owned(), day: from, title };
    (from.plus(1) == to).then_some(event)
}

async fn nothing(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.go("#/laring").await?;
    page.see_heading(STANDARD).await?;
    page.not_see(HEADING).await?;
    // The part that knows what waits is here by now.
    page.go("#/").await?;
    page.see_element("link", "Ta en leksjon…").await?;
    page.settled().await?;
    let is_there: bool =
        page.browser().run("return document.querySelector('.due-home') !== null", vec![]).await?;
    ensure(!is_there, || "a box with nothing in it".to_owned())
}

async fn done(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    // Nobody has begun on a lesson, so the first three are those of the first days.
    with(&page, &[("path-nyansatt", "path_marks", path(0))]).await?;
    page.see_heading(HEADING).await?;
    page.see("Innen").await?;
    page.see(KIT).await?;
    page.not_see(STANDARD).await?;
    page.click_link(&format!("{FIRE}…")).await?;
    page.see_heading("Ny på jobb").await?;
    page.click_button("Jeg har gjort dette").await?;
    page.see_button("Ta bort krysset").await?;
    page.is_kept().await?;
    page.go("#/").await?;
    page.see_heading(HEADING).await?;
    page.see(STANDARD).await?;
    page.not_see(FIRE).await
}

async fn renewed(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let receipt = json!({
        "standard": "eksempel", "title": STANDARD, "version": "gammel", "dated": iso(-300), "answers": [],
        "name": "Kari Nyansatt", "day": iso(-300),
    });
    with(&page, &[("receipt-r1", "receipt", receipt), learnt(200)]).await?;
    page.see_heading(HEADING).await?;
    page.see("er ny siden du sa ja").await?;
    page.see("Ikke åpnet eller snakket om på et halvt år").await?;
    page.click_link(&format!("{STANDARD}…")).await?;
    page.see("Teksten er ny").await?;
    // A group that talks about the lesson has met it.
    let talk = json!({ "lesson": "verdighet", "day": iso(-1), "arena": "handover", "people": 4 });
    with(&page, &[("group-talk-t1", "lesson_talk", talk)]).await?;
    page.see(REPEAT).await?;
    page.not_see("på et halvt år").await
}

/// How far the bottom of what Hjem shows moves when what waits is taken away, in whole pixels.
const MOVED: &str = "const at = () => ['.home-start', '.home-entries'].map((one) => document.querySelector(one).getBoundingClientRect().bottom);
    const waits = document.querySelector('.due-home'), place = document.createComment('');
    const before = at();
    waits.replaceWith(place);
    const without = at();
    place.replaceWith(waits);
    return Math.round(Math.max(...before.map((bottom, n) => Math.abs(bottom - without[n]))));";

/// Less than half a line of text.
const UNSEEN: u32 = 8;

async fn still(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::TABLET_UPRIGHT).open().await?;
    with_something(&page).await?;
    for size in Size::SHOTS {
        page.browser().resize(size).await?;
        page.see_heading(HEADING).await?;
        page.settled().await?;
        let moved: u32 = page.browser().run(MOVED, vec![]).await?;
        ensure(moved <= UNSEEN, || format!("{size}: Hjem moves by {moved} px"))?;
    }
    Ok(())
}

/// Notes at every frame where the rows of lessons begin, from the moment that they are there.
const NOTE_PLACES: &str = "window.e2ePlaces = [];
    const look = () => {
        const top = document.getElementById('lesson-standard')?.offsetTop;
        if (top !== undefined && top !== window.e2ePlaces.at(-1)) window.e2ePlaces.push(top);
        requestAnimationFrame(look);
    };
    look();";

async fn in_one_piece(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).size(Size::TABLET_UPRIGHT).open().await?;
    with_something(&page).await?;
    page.see_heading(HEADING).await?;
    page.browser().run::<()>(NOTE_PLACES, vec![]).await?;
    page.go("#/laring").await?;
    page.see_heading("Læring").await?;
    page.see_heading(HEADING).await?;
    page.see_button("Legg i kalenderen").await?;
    page.settled().await?;
    let places: Vec<i32> = page.browser().run("return window.e2ePlaces", vec![]).await?;
    ensure(places.len() == 1, || format!("the rows of lessons began at {places:?}"))
}
