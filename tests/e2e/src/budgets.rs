//! `budgets.toml` at the root of the repository: the limits that the figures are held against.
//!
//! ```toml
//! [bench.first_words_first_visit]
//! limit = 400
//! unit = "ms"
//! ```
//!
//! A limit without a figure, or a figure without a limit, is a failure: nothing is left out in silence.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Deserialize;

use crate::Outcome;

/// The limits that `bench` looks after, by name.
#[derive(Debug, Deserialize)]
pub struct Budgets {
    /// Name to limit, in the order of the names.
    pub bench: BTreeMap<String, Limit>,
}

/// The most that a figure may be.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Limit {
    /// The limit itself.
    pub limit: f64,
    /// What is aimed at, where that is less.
    pub aim: Option<f64>,
    /// `ms`, `%`, …
    pub unit: String,
}

/// A limit beside what was measured.
#[derive(Debug)]
pub struct Row {
    /// The budget's name.
    pub name: String,
    /// The limit, if there is one of that name.
    pub limit: Option<Limit>,
    /// What was measured, if it was.
    pub figure: Option<f64>,
}

impl Budgets {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is missing or has another shape.
    pub fn read(file: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(toml::from_str(&text)?)
    }

    /// Every limit with its figure, then the figures without a limit.
    #[must_use]
    pub fn against(&self, figures: &BTreeMap<String, f64>) -> Vec<Row> {
        let with_limit = self.bench.iter().map(|(name, limit)| Row {
            name: name.clone(),
            limit: Some(limit.clone()),
            figure: figures.get(name).copied(),
        });
        let without = figures.iter().filter(|(name, _)| !self.bench.contains_key(*name)).map(
            |(name, &figure)| Row { name: name.clone(), limit: None, figure: Some(figure) },
        );
        with_limit.chain(without).collect()
    }
}

impl Row {
    /// Whether there are both, and the figure is within the limit.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!((&self.limit, self.figure), (Some(limit), Some(figure)) if figure <= limit.limit)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.limit.as_ref().map_or("", |limit| limit.unit.as_str());
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.1}"));
        let limit = number(self.limit.as_ref().map(|limit| limit.limit));
        let verdict = if self.holds() { "ok" } else { "OVER" };
        let verdict = if self.figure.is_none() { "NOT MEASURED" } else { verdict };
        let verdict = if self.limit.is_none() { "NO LIMIT" } else { verdict };
        write!(formatter, "{:<34} {limit:>9} {:>9} {unit:<4} {verdict}", self.name, number(self.figure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_holds_only_within_its_own_limit() {
        let budgets: Budgets = toml::from_str(
            "[bench.words]\nlimit = 400\nunit = \"ms\"\n[bench.tap]\nlimit = 50\nunit = \"ms\"\n\
             [bench.forgotten]\nlimit = 1\nunit = \"ms\"\n",
        )
        .unwrap();
        let figures = BTreeMap::from([
            ("words".to_owned(), 400.0),
            ("tap".to_owned(), 50.1),
            ("unknown".to_owned(), 0.0),
        ]);
        let rows = budgets.against(&figures);
        let verdicts: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.holds())).collect();
        assert_eq!(
            verdicts,
            [("forgotten", false), ("tap", false), ("words", true), ("unknown", false)]
        );
    }
}
