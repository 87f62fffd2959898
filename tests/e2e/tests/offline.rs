//! Without a network, and with nobody else in it: the whole path after one visit, and every request that it makes.

use std::collections::BTreeSet;
use std::path::Path;

use e2e::pages::reflection::{ArchivePage, RoomPage, SessionPage};
use e2e::stage::app_folder;
use e2e::{Outcome, Release, Server, Spec, Stage, ensure};

use crate::story;

/// All sentences about use without network.
pub fn spec() -> Spec {
    Spec::new("offline")
        .time_limit(story::TIME_LIMIT)
        .for_each_engine("after one visit the whole path goes without a network", without_network)
        .for_each_engine("a whole session asks for the app's own files and for nothing else", own_files_only)
        .for_each_engine(
            "a part of the app that does not come is told of, and comes when asked again",
            part_lost,
        )
        .for_each_engine(
            "a room whose style does not come is told of, and comes when asked again",
            style_lost,
        )
        .for_each_engine("a room whose words do not come is told of, and comes when asked again", words_lost)
        .for_each_engine("an update waits until the session is left, and takes nothing with it", update_waits)
}

async fn without_network(stage: Stage) -> Outcome {
    let mut server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    server.stop()?;
    page.reload().await?;
    let end = story::walk(&page).await?;
    story::tells_all(&end.referat().await?)?;
    end.keep_everything(story::DAY.0, story::DAY.1).await?;
    page.reload().await?;
    let archive = ArchivePage::open(&page).await?;
    story::tells_all(&archive.read(story::TITLE).await?.referat().await?)
}

async fn own_files_only(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let mut console = Vec::new();
    let end = story::walk(&page).await?;
    console.extend(page.browser().console().await?);
    end.keep_everything(story::DAY.0, story::DAY.1).await?;
    page.everything_kept().await?;
    console.extend(page.browser().console().await?);
    let own = addresses(&app_folder(), &server)?;
    let host = server.origin().replace("http://", "");
    let visitors = server.visitors();
    let strange: Vec<_> = visitors
        .iter()
        .filter(|visitor| {
            !own.contains(&visitor.path)
                || visitor.host != host
                || visitor.method != "GET"
                || visitor.status != 200
        })
        .collect();
    ensure(strange.is_empty(), || format!("{strange:#?}"))?;
    ensure(visitors.len() > 5, || format!("only {} requests were seen", visitors.len()))?;
    let left = page.browser().left_the_machine();
    ensure(left.is_empty(), || format!("left the machine: {left:?}"))?;
    let violations = server.violations();
    ensure(violations.is_empty(), || format!("against the policy: {violations:?}"))?;
    ensure(console.is_empty(), || format!("on the console: {console:#?}"))
}

async fn part_lost(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    server.replace(&file_of(&server, "part-reflection.", ".wasm")?, "not what was asked for");
    told_and_asked_again(&stage, &server).await
}

async fn style_lost(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    server.lose(&file_of(&server, "rooms.", ".css")?);
    told_and_asked_again(&stage, &server).await
}

async fn words_lost(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    server.lose(&file_of(&server, "words-rooms-nb.", ".json")?);
    told_and_asked_again(&stage, &server).await
}

async fn told_and_asked_again(stage: &Stage, server: &Server) -> Outcome {
    let page = stage.visit(server).open().await?;
    page.click_link("Refleksjon").await?;
    page.see("Denne delen ble ikke hentet").await?;
    server.replace_nothing();
    page.click_button("Prøv igjen").await?;
    page.see_heading("Refleksjon").await?;
    page.not_see("Denne delen ble ikke hentet").await
}

/// The name of a file of the release, found without its hash.
fn file_of(server: &Server, begins: &str, ends: &str) -> Outcome<String> {
    let names = addresses(&app_folder(), server)?;
    names
        .into_iter()
        .filter_map(|address| address.rsplit('/').next().map(str::to_owned))
        .find(|name| name.starts_with(begins) && name.ends_with(ends))
        .ok_or_else(|| format!("the release has no {begins}…{ends}").into())
}

/// Every address below which a file of the release lies.
fn addresses(release: &Path, server: &Server) -> Outcome<BTreeSet<String>> {
    let base = server.url().replace(&server.origin(), "");
    let mut addresses = BTreeSet::from([base.clone()]);
    let mut folders = vec![(release.to_owned(), base)];
    while let Some((folder, base)) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                folders.push((entry.path(), format!("{base}{name}/")));
            } else {
                addresses.insert(format!("{base}{name}"));
            }
        }
    }
    Ok(addresses)
}

const OLD_WORDS: &str = "Ta med en situasjon, eller velg en sak å tenke gjennom.";
const NEW_WORDS: &str = "Dette står bare i neste utgave.";
const OFFER: &str = "En ny utgave er klar";

async fn update_waits(stage: Stage) -> Outcome {
    let next = Release::with_other_words(&app_folder(), "nb", OLD_WORDS, NEW_WORDS)?;
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.everything_kept().await?;
    let session = story::choose_the_case(&page).await?.start().await?;
    session.ask(story::QUESTION_KEPT).await?;
    server.publish(next.folder())?;
    // As when somebody comes back to the window: then the app looks for a new version.
    page.browser().run::<()>("window.dispatchEvent(new Event('focus'))", vec![]).await?;
    page.next_version_waits().await?;
    let session = story_goes_on(session).await?;
    session.not_see(OFFER).await?;
    let room = session.leave().await?;
    room.see(OFFER).await?;
    room.see(OLD_WORDS).await?;
    room.click_button("Oppdater nå").await?;
    page.see(NEW_WORDS).await?;
    page.not_see(OFFER).await?;
    RoomPage::at(&page).await?.resume(story::TITLE).await?;
    let session = SessionPage::at_step(&page, 3).await?;
    session.see(story::VIEW).await?;
    let session = session.jump_to(1).await?;
    session.see_value(e2e::pages::reflection::QUESTION, story::QUESTION_KEPT).await
}

/// The session goes on while the new version waits.
async fn story_goes_on(session: SessionPage<'_>) -> Outcome<SessionPage<'_>> {
    story::facts(session.on_to(2).await?).await?;
    let session = session.on_to(3).await?;
    story::parties(session).await?;
    Ok(session)
}
