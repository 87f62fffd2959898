//! What WCAG and `product.md` ask for and axe does not see: touch targets, sideways scroll, clipped text, the
//! on-screen keyboard.
//!
//! Each check answers what it found, in words; an empty list is a pass.

use crate::{Outcome, Page, ensure};

const TARGETS: &str = include_str!("js/targets.js");
const SIDEWAYS: &str = include_str!("js/sideways.js");
const CLIPPED: &str = include_str!("js/clipped.js");
const FIELDS: &str = include_str!("js/fields.js");
const FIELD_IN_SIGHT: &str = include_str!("js/field_in_sight.js");

/// The least side of a touch target, in CSS pixels.
pub const TARGET: u32 = 48;

/// Every visible control that is smaller than 48 × 48, apart from links inside running text, and terms inside
/// running text that are also listed as a large enough button.
///
/// # Errors
/// When the browser does not answer.
pub async fn small_targets(page: &Page) -> Outcome<Vec<String>> {
    page.here().await?;
    page.browser().run(TARGETS, vec![TARGET.into()]).await
}

/// What makes the page scroll sideways.
///
/// # Errors
/// When the browser does not answer.
pub async fn sideways(page: &Page) -> Outcome<Vec<String>> {
    page.here().await?;
    page.browser().run(SIDEWAYS, vec![]).await
}

/// Text that is cut off by its own box.
///
/// # Errors
/// When the browser does not answer.
pub async fn clipped(page: &Page) -> Outcome<Vec<String>> {
    page.here().await?;
    page.browser().run(CLIPPED, vec![]).await
}

/// Gives each text field the focus, as a tap does, and answers those that cannot be seen then, with the parts
/// in `also` (CSS selectors, such as the save status). Meant for [`crate::Size::KEYBOARD_OPEN`].
///
/// # Errors
/// When the browser does not answer.
pub async fn hidden_fields(page: &Page, also: &[&str]) -> Outcome<Vec<String>> {
    page.here().await?;
    let fields = page.browser().driver().execute(FIELDS, vec![]).await?.elements()?;
    let mut hidden = Vec::new();
    for field in fields {
        if field.click().await.is_err() {
            hidden.push("a field cannot be tapped".to_owned());
            field.focus().await?;
        }
        let arguments = vec![field.to_json()?, also.to_vec().into()];
        // The page may scroll gently: it has a moment to come to rest.
        let settled = crate::wait::until_within(
            std::time::Duration::from_secs(2),
            "the field is in sight",
            async || {
                let problems: Vec<String> = page.browser().run(FIELD_IN_SIGHT, arguments.clone()).await?;
                if problems.is_empty() { Ok(Some(())) } else { Err(problems.join("; ").into()) }
            },
        )
        .await;
        if let Err(problem) = settled {
            hidden.push(problem.to_string());
        }
    }
    Ok(hidden)
}

/// Ends the test unless a check found nothing.
///
/// # Errors
/// What was found, one thing a line.
pub fn expect_none(what: &str, found: &[String]) -> Outcome {
    ensure(found.is_empty(), || format!("{what}:\n    {}", found.join("\n    ")))
}
