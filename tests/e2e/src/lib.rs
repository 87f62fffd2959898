//! Refleks in real browsers: the means, without any knowledge of a single screen.
//!
//! | module | what it gives |
//! |---|---|
//! | [`runner`] | sentences × engines, two at a time, each with a time limit |
//! | [`stage`] | what one test gets: browsers and servers |
//! | `wings` | browsers between two tests |
//! | [`browser`] | one real browser with an empty profile: windows, size, faults, print, console |
//! | [`server`] | `dist/` with the documented headers; can be stopped, moved and updated; notes every request |
//! | [`release`] | the next version of the app, for an update |
//! | [`pages`] | a page as a person uses it: `click_button("…")`, `fill("…", "…")`, `see("…")` |
//! | [`keyboard`] | the way through a page by Tab |
//! | [`axe`], [`checks`] | accessibility, touch targets, sideways scroll, clipped text, the on-screen keyboard |
//! | [`shots`] | the four sizes, screenshots |
//! | [`measure`], [`budgets`] | figures on a slow tablet, and their limits |
//!
//! It deliberately holds no test: those are in `tests/`, one file per feature. It never sleeps: it waits for
//! a state until a deadline ([`wait`]). It ends what it started and nothing else ([`process`]).

pub mod axe;
pub mod browser;
pub mod budgets;
pub mod camera;
pub mod checks;
pub mod engine;
pub mod keyboard;
pub mod measure;
pub mod pages;
pub mod process;
pub mod release;
pub mod runner;
pub mod server;
pub mod shots;
pub mod stage;
pub mod trace;
pub mod wait;
mod wings;

pub use browser::Browser;
pub use engine::{Engine, Extra};
pub use pages::Page;
pub use release::Release;
pub use runner::Spec;
pub use server::Server;
pub use shots::Size;
pub use stage::Stage;

/// Why a test, or a step of one, did not hold. The text is for whoever reads the run.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What every step of a test returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Ends a step with a failure unless the condition holds.
///
/// # Errors
/// When `condition` is false; the text is `what`.
pub fn ensure(condition: bool, what: impl FnOnce() -> String) -> Outcome {
    if condition { Ok(()) } else { Err(what().into()) }
}
