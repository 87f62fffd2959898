//! Where a text comes from, and what review it still needs.

use serde::{Deserialize, Serialize};

/// What an item rests on and when it was looked at last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// What the item rests on; at least one.
    pub sources: Vec<Source>,
    /// The day it was checked last, `YYYY-MM-DD`.
    pub last_checked: String,
    /// What a professional still has to look at before it is published as checked.
    #[serde(default)]
    pub needs_review: Vec<Review>,
}

/// One source, as a reader can look it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// A short word by which a part of the item can name it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The work, law or page.
    pub title: String,
    /// Where in it: a chapter, a section, a page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

/// Who still has to review an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// A nurse or a doctor.
    Clinical,
    /// Somebody who knows ethics and the method.
    Ethics,
    /// A lawyer.
    Legal,
    /// A native reader of the language.
    Language,
}
