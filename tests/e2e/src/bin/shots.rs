//! `cargo run -p e2e --bin shots [language …] [size …] [light|dark] [part of a screen's name]`: pictures of every
//! screen at the four sizes, light and dark, in `tests/e2e/output/shots/`, to be looked at beside the design.
//!
//! What the command line does not narrow is taken whole: all languages, sizes, appearances and screens. Each
//! picture is as high as the screen's content, so that nothing below the fold goes unseen; `--window` keeps to
//! what a person sees at once. One Chromium takes them all; narrow windows are emulated.

use std::process::ExitCode;

use e2e::pages::screens::Arrival;
use e2e::{Engine, Outcome, Size, Stage, shots};

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];
const APPEARANCES: [&str; 2] = ["light", "dark"];

/// What is to be taken.
struct Wanted {
    languages: Vec<&'static str>,
    appearances: Vec<&'static str>,
    sizes: Vec<Size>,
    part_of_name: String,
    window_only: bool,
}

impl Wanted {
    fn of(words: &[String]) -> Self {
        let named = |all: &[&'static str]| {
            let some: Vec<_> =
                all.iter().copied().filter(|one| words.iter().any(|word| word == one)).collect();
            if some.is_empty() { all.to_vec() } else { some }
        };
        let sizes: Vec<_> =
            Size::SHOTS.into_iter().filter(|size| words.contains(&size.to_string())).collect();
        let known = |word: &&String| {
            LANGUAGES.contains(&word.as_str())
                || APPEARANCES.contains(&word.as_str())
                || Size::SHOTS.iter().any(|size| size.to_string() == **word)
                || word.starts_with("--")
        };
        Self {
            languages: named(&LANGUAGES),
            appearances: named(&APPEARANCES),
            sizes: if sizes.is_empty() { Size::SHOTS.to_vec() } else { sizes },
            part_of_name: words.iter().find(|word| !known(word)).cloned().unwrap_or_default(),
            window_only: words.iter().any(|word| word == "--window"),
        }
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let taken = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(take_all(&Wanted::of(&words))));
    match taken {
        Ok(count) => {
            println!("{count} pictures");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

async fn take_all(wanted: &Wanted) -> Outcome<usize> {
    let mut count = 0;
    for language in &wanted.languages {
        let stage = Stage::new(Engine::Chromium);
        for appearance in &wanted.appearances {
            count += take_tour(&stage, wanted, language, appearance).await?;
        }
        stage.clear().await;
    }
    Ok(count)
}

/// All sizes of one screen after the other, so that a device is furnished once.
async fn take_tour(stage: &Stage, wanted: &Wanted, language: &str, appearance: &str) -> Outcome<usize> {
    let server = stage.serve_app()?;
    let browser = stage.new_browser().await?;
    let page = stage.visit(&server).language(language).appearance(appearance).open_in(&browser).await?;
    let mut count = 0;
    page.tour(language, &wanted.part_of_name, Arrival::Anew, async |screen| {
        for &size in &wanted.sizes {
            browser.resize(size).await?;
            page.settled().await?;
            if !wanted.window_only {
                browser
                    .resize(Size { height: shots::height_of(&browser).await?.max(size.height), ..size })
                    .await?;
                page.settled().await?;
            }
            let name = format!("shots/{}-{size}-{appearance}-{language}", screen.name);
            println!("{}", shots::take(&browser, &name).await?.display());
            count += 1;
        }
        browser.resize(Size::TABLET).await
    })
    .await?;
    Ok(count)
}
