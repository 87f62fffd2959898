//! axe-core on the page as it stands: WCAG 2.2 AA, without axe's own advice on good practice.
//!
//! axe finds a part of what WCAG asks for; the rest is in [`crate::keyboard`] and [`crate::checks`].

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::stage::repository;
use crate::{Outcome, Page, ensure};

const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/// The rules among them that look at colours.
const OF_COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

const RUN: &str = "const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'], preload: false, elementRef: false })
  .then((found) => done({ violations: found.violations.map((rule) => ({
    id: rule.id, help: rule.help, impact: rule.impact ?? '',
    nodes: rule.nodes.map((node) => ({ target: node.target.join(' '), summary: node.failureSummary ?? '' })),
  })) }))
  .catch((error) => done({ failed: String(error) }));";

/// A rule that the page breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// axe's name of the rule.
    pub id: String,
    /// The rule in words.
    pub help: String,
    /// How bad it is, in axe's words.
    pub impact: String,
    /// Where it is broken.
    pub nodes: Vec<Node>,
}

/// A place where a rule is broken.
#[derive(Debug, Clone, Deserialize)]
pub struct Node {
    /// A CSS selector.
    pub target: String,
    /// What is wrong there, and what would mend it.
    pub summary: String,
}

#[derive(Deserialize)]
struct Report {
    #[serde(default)]
    violations: Vec<Violation>,
    failed: Option<String>,
}

/// The violations of the page as it is now.
///
/// # Errors
/// When axe-core is not installed (`npm ci`) or does not run.
pub async fn violations(page: &Page) -> Outcome<Vec<Violation>> {
    found(page, json!({ "type": "tag", "values": TAGS })).await
}

/// The violations that another appearance of a page can have, where the page has been looked at in one.
///
/// # Errors
/// As [`violations`].
pub async fn violations_in_colour(page: &Page) -> Outcome<Vec<Violation>> {
    found(page, json!({ "type": "rule", "values": OF_COLOURS })).await
}

async fn found(page: &Page, rules: Value) -> Outcome<Vec<Violation>> {
    let browser = page.browser();
    page.here().await?;
    if !browser.run::<bool>("return typeof axe === 'object'", vec![]).await? {
        browser.driver().execute(source()?, vec![]).await?;
    }
    let report: Report = browser.run_later(RUN, vec![rules]).await?;
    match report.failed {
        Some(failure) => Err(format!("axe did not run: {failure}").into()),
        None => Ok(report.violations),
    }
}

/// Ends the test unless the page is without violations.
///
/// # Errors
/// The violations in readable form.
pub async fn expect_none(page: &Page) -> Outcome {
    let found = violations(page).await?;
    ensure(found.is_empty(), || format!("axe:\n{}", describe(&found)))
}

/// The violations as somebody would write them down.
#[must_use]
pub fn describe(violations: &[Violation]) -> String {
    let mut text = String::new();
    for violation in violations {
        let _ = writeln!(text, "{} ({}): {}", violation.id, violation.impact, violation.help);
        for node in &violation.nodes {
            let _ = writeln!(text, "    {}: {}", node.target, node.summary.replace('\n', " "));
        }
    }
    text
}

fn source() -> Outcome<String> {
    let file = repository().join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}; npm ci", file.display()).into())
}
