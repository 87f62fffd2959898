//! Browsers between two scenes: starting one takes longer than many a scene.
//!
//! A browser goes on in the next scene with one empty window and nothing heard. What it has stored stays where
//! it is and is out of reach: a scene's host has a port that no host before it had ([`crate::server`]), and what
//! a page stores belongs to its port. A browser whose page was killed, or that was slowed down, does not come
//! back.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Browser, Engine};

static WAITING: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A browser of that engine that has been in use before.
pub(crate) fn call(engine: Engine) -> Option<Browser> {
    let mut waiting = waiting();
    let at = waiting.iter().position(|browser| browser.engine() == engine)?;
    Some(waiting.swap_remove(at))
}

/// The browser waits for the next scene, or is closed where it cannot go on.
pub(crate) async fn take_back(browser: Browser) {
    if browser.goes_on() && browser.freshen().await.is_ok() {
        waiting().push(browser);
    } else {
        // What does not close by itself is ended when it is dropped.
        let _ = browser.close().await;
    }
}

/// Ends every browser that waits.
pub(crate) fn empty() {
    let ended = std::mem::take(&mut *waiting());
    drop(ended);
}

fn waiting() -> MutexGuard<'static, Vec<Browser>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}
