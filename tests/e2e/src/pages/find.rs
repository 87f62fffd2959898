//! Finding elements by role and accessible name. A script narrows the choice; the browser's own accessibility
//! tree has the last word.

use std::sync::Arc;

use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::common::command::{Command, ExtensionCommand};

use super::Page;
use crate::Outcome;

const CANDIDATES: &str = include_str!("../js/candidates.js");

/// `GET /session/{id}/element/{id}/computedrole` and `…/computedlabel`, which the client does not name.
#[derive(Debug)]
struct Computed {
    endpoint: Arc<str>,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> hyper::Method {
        hyper::Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        Arc::clone(&self.endpoint)
    }
}

impl Page {
    /// The role and the accessible name that the browser computes.
    ///
    /// # Errors
    /// When the element is gone.
    pub async fn role_and_name(&self, element: &WebElement) -> Outcome<(String, String)> {
        Ok((self.computed(element, "computedrole").await?, self.computed(element, "computedlabel").await?))
    }

    async fn computed(&self, element: &WebElement, what: &str) -> Outcome<String> {
        let endpoint = format!("/element/{}/{what}", element.element_id()).into();
        let command = Command::ExtensionCommand(Box::new(Computed { endpoint }));
        let value: Option<String> = self.browser.driver().cmd(command).await?.value()?;
        Ok(plain(&value.unwrap_or_default()))
    }

    /// The first visible element of that role and name, if there is one now.
    pub(super) async fn look_for(&self, role: &str, name: &str) -> Outcome<Option<WebElement>> {
        self.look_in(None, role, name).await
    }

    /// [`Page::look_for`] below another element.
    pub(super) async fn look_in(
        &self,
        scope: Option<&WebElement>,
        role: &str,
        name: &str,
    ) -> Outcome<Option<WebElement>> {
        self.here().await?;
        let scope = scope.map(WebElement::to_json).transpose()?.unwrap_or(Value::Null);
        let stem = plain(name);
        let arguments = vec![role.into(), stem.trim_end_matches('…').trim_end().into(), scope];
        let candidates = self.browser.driver().execute(CANDIDATES, arguments).await?.elements()?;
        for candidate in candidates {
            let mut label = self.computed(&candidate, "computedlabel").await?;
            if label.is_empty() && role == "option" {
                // WebKit has nothing in its tree for what a closed list would fold out.
                let read = "return arguments[0].label ?? ''";
                label = self.browser.run(read, vec![candidate.to_json()?]).await?;
            }
            if fits(&label, name) {
                return Ok(Some(candidate));
            }
        }
        Ok(None)
    }

    /// The names of what there is of a role, for a failure that explains itself.
    pub(super) async fn offered(&self, role: &str) -> Outcome<String> {
        let arguments = vec![role.into(), "".into(), Value::Null];
        let candidates = self.browser.driver().execute(CANDIDATES, arguments).await?.elements()?;
        let mut names = Vec::new();
        for candidate in candidates.iter().take(30) {
            names.push(format!("«{}»", self.computed(candidate, "computedlabel").await?));
        }
        Ok(format!("there is: {}", names.join(", ")))
    }
}

/// Text with every run of blanks as one, and without soft hyphens.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('\u{ad}', "")
}

/// Whether a computed name is the wanted one; `…` at the end stands for anything.
pub(super) fn fits(name: &str, wanted: &str) -> bool {
    let (name, wanted) = (plain(name), plain(wanted));
    match wanted.strip_suffix('…') {
        Some(stem) => name.starts_with(stem.trim_end()),
        None => name == wanted,
    }
}

/// The engines differ in a few names for the same role.
pub(super) fn same_role(role: &str, wanted: &str) -> bool {
    role == wanted || (wanted == "textbox" && role == "searchbox")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_whole_or_by_its_beginning() {
        let table = [
            ("Neste", "Neste", true),
            ("Neste steg", "Neste", false),
            ("Neste  steg", "Neste …", true),
            ("Gi videre …", "Gi videre …", true),
            ("Inn\u{ad}stillinger", "Innstillinger", true),
        ];
        for (name, wanted, expected) in table {
            assert_eq!(fits(name, wanted), expected, "{name} / {wanted}");
        }
    }
}
