//! The way through a page by Tab alone.

use thirtyfour::Key;

use crate::{Outcome, Page};

/// A place where the focus rested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The role as assistive technology hears it.
    pub role: String,
    /// The accessible name.
    pub name: String,
    /// Whether a person can see it: inside the window and not wholly under something else (WCAG 2.4.11).
    pub in_sight: bool,
}

/// Is the focused element visible at all? Its corners and its middle are tried.
const IN_SIGHT: &str = include_str!("js/in_sight.js");

/// Presses Tab until the focus has come back to where it was first, left the page, or `at_most` stops were
/// made; answers the stops in order.
///
/// # Errors
/// When the browser does not answer.
pub async fn walk(page: &Page, at_most: usize) -> Outcome<Vec<Stop>> {
    let browser = page.browser();
    let mut stops = Vec::new();
    let mut first = None;
    for _ in 0..at_most {
        page.press(Key::Tab).await?;
        let Some(focused) = page.focused().await? else {
            break;
        };
        let id = focused.element_id();
        if first.as_ref() == Some(&id) {
            break;
        }
        first.get_or_insert(id);
        let in_sight = browser.run(IN_SIGHT, vec![focused.to_json()?]).await?;
        let (role, name) = page.role_and_name(&focused).await?;
        stops.push(Stop { role, name, in_sight });
    }
    Ok(stops)
}

/// The names of the stops, for comparing with the order that a reader expects.
#[must_use]
pub fn names(stops: &[Stop]) -> Vec<&str> {
    stops.iter().map(|stop| stop.name.as_str()).collect()
}
