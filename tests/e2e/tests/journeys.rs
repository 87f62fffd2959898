//! The main job: one dilemma through all six steps, with its interruptions, to each of the three ends.

use e2e::pages::reflection::{ArchivePage, QUESTION, RoomPage, SessionPage};
use e2e::{Outcome, Spec, Stage, ensure};

use crate::story;

/// All sentences about the main job.
pub fn spec() -> Spec {
    Spec::new("reflection").for_each_engine(
        "the shower dilemma goes through all six steps to a referat that is kept and found again",
        whole_path,
    )
}

async fn whole_path(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let end = story::walk(&page).await?;
    story::tells_all(&end.referat().await?)?;
    let referat = end.keep_everything(story::DAY.0, story::DAY.1).await?;
    story::tells_all(&referat.referat().await?)?;
    page.holds_all_of(&story::PLANTED).await
}
