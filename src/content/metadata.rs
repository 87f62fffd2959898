//! Where a text comes from, and what review it still needs.

use serde::{Deserialize, Serialize};

use crate::i18n::Day;

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

impl Metadata {
    /// Whether it was checked last more than twelve months before a day. What was never checked on a day that can
    /// be read is stale.
    #[must_use]
    pub fn is_stale(&self, today: Day) -> bool {
        Day::parse(&self.last_checked).is_none_or(|checked| checked.a_year_later() < today)
    }

    /// The sources as one line each: the work, and where in it.
    #[must_use]
    pub fn source_lines(&self) -> Vec<String> {
        let line = |source: &Source| match source.place.as_str() {
            "" => source.title.clone(),
            place => format!("{}, {place}", source.title),
        };
        self.sources.iter().map(line).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_checked_more_than_twelve_months_ago_is_stale() {
        let table = [
            ("2026-11-22", "2026-11-22", false),
            ("2025-11-23", "2026-11-22", false),
            ("2025-11-22", "2026-11-22", false),
            ("2025-11-21", "2026-11-22", true),
            ("2024-02-29", "2025-02-28", false),
            ("2024-02-29", "2025-03-01", false),
            ("2024-02-29", "2025-03-02", true),
            ("2027-03-01", "2028-03-01", false),
            ("2027-03-01", "2028-03-02", true),
            ("2027-01-01", "2026-11-22", false),
            ("", "2026-11-22", true),
            ("i fjor", "2026-11-22", true),
        ];
        for (checked, today, is_stale) in table {
            let metadata = Metadata { last_checked: checked.to_owned(), ..Metadata::default() };
            assert_eq!(metadata.is_stale(Day::parse(today).unwrap()), is_stale, "{checked} on {today}");
        }
    }

    #[test]
    fn a_source_is_told_with_its_place_where_it_has_one() {
        let source =
            |place: &str| Source { id: String::new(), title: "Loven".to_owned(), place: place.to_owned() };
        let metadata = Metadata { sources: vec![source(""), source("§ 1")], ..Metadata::default() };
        assert_eq!(metadata.source_lines(), ["Loven", "Loven, § 1"]);
    }
}
