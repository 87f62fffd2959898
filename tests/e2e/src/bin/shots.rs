//! `cargo run -p e2e --bin shots [language …] [name=path …]`: pictures of every screen at the four sizes, light and
//! dark, in `tests/e2e/output/shots/`, to be looked at beside the design.
//!
//! Without a language all three; with `name=path` (such as `settings=#/innstillinger`) only those screens. One
//! Chromium takes them all; narrow windows are emulated.

use std::process::ExitCode;
use std::rc::Rc;

use e2e::{Browser, Engine, Outcome, Server, Size, Stage, shots};

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// Screens that an address alone leads to.
const SCREENS: &[(&str, &str)] =
    &[("home", "#/"), ("reflection", "#/refleksjon"), ("settings", "#/innstillinger"), ("about", "#/om")];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let languages: Vec<&str> =
        LANGUAGES.into_iter().filter(|code| words.iter().any(|word| word == code)).collect();
    let screens: Vec<(&str, &str)> = words.iter().filter_map(|word| word.split_once('=')).collect();
    let languages = if languages.is_empty() { LANGUAGES.to_vec() } else { languages };
    let screens = if screens.is_empty() { SCREENS.to_vec() } else { screens };
    let taken = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(take_all(&languages, &screens)));
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

async fn take_all(languages: &[&str], screens: &[(&str, &str)]) -> Outcome<usize> {
    let stage = Stage::new(Engine::Chromium);
    let server = stage.serve_app()?;
    let browser = stage.browser().await?;
    let mut count = 0;
    for language in languages {
        for appearance in ["light", "dark"] {
            for size in Size::SHOTS {
                take_screens(&stage, &server, &browser, (language, appearance), size, screens).await?;
                count += screens.len();
            }
        }
    }
    stage.clear().await;
    Ok(count)
}

async fn take_screens(
    stage: &Stage,
    server: &Server,
    browser: &Rc<Browser>,
    (language, appearance): (&str, &str),
    size: Size,
    screens: &[(&str, &str)],
) -> Outcome {
    let visit = stage.visit(server).language(language).appearance(appearance).size(size);
    let page = visit.open_in(browser).await?;
    for (name, path) in screens {
        page.go(path).await?;
        page.settled().await?;
        let file = shots::take(browser, &format!("shots/{name}-{size}-{appearance}-{language}")).await?;
        println!("{}", file.display());
    }
    Ok(())
}
