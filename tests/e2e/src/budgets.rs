//! `budgets.toml` at the root of the repository: the limits that the figures are held against.
//!
//! `[size]` is for `cargo xtask size`; here, each `[bench.name]` has a limit, a unit and perhaps an aim. A limit
//! without a figure, or a figure without a limit, is a failure: nothing is left out in silence.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Deserialize;

use crate::Outcome;

/// The limits, by name.
#[derive(Debug)]
pub struct Budgets(BTreeMap<String, Limit>);

#[derive(Deserialize)]
struct File {
    bench: BTreeMap<String, Limit>,
}

/// The most that a figure may be.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The limit itself.
    pub limit: f64,
    /// What is aimed at, where that is less.
    pub aim: Option<f64>,
    /// What it is counted in.
    pub unit: String,
}

/// What became of one figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Measured now.
    Is(f64),
    /// Could not be measured, and why.
    Failed(String),
}

/// A limit beside what was measured.
#[derive(Debug)]
pub struct Row {
    /// The budget's name.
    pub name: String,
    /// The limit, if there is one of that name.
    pub limit: Option<Limit>,
    /// The figure, if there is one of that name.
    pub figure: Option<Figure>,
}

impl Budgets {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is missing or has another shape.
    pub fn read(file: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Outcome<Self> {
        Ok(Self(toml::from_str::<File>(text)?.bench))
    }

    /// Every limit with its figure, then the figures without a limit.
    #[must_use]
    pub fn against(&self, figures: &BTreeMap<String, Figure>) -> Vec<Row> {
        let with_limit = self.0.iter().map(|(name, limit)| Row {
            name: name.clone(),
            limit: Some(limit.clone()),
            figure: figures.get(name).cloned(),
        });
        let without = figures.iter().filter(|(name, _)| !self.0.contains_key(*name));
        let without = without.map(|(name, figure)| Row {
            name: name.clone(),
            limit: None,
            figure: Some(figure.clone()),
        });
        with_limit.chain(without).collect()
    }
}

impl Row {
    /// Whether the figure is within its limit.
    #[must_use]
    pub fn holds(&self) -> bool {
        match (&self.limit, &self.figure) {
            (Some(limit), Some(Figure::Is(figure))) => *figure <= limit.limit,
            _ => false,
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.1}"));
        let (figure, verdict) = match (&self.limit, &self.figure) {
            (None, _) => (None, "NO LIMIT in budgets.toml".to_owned()),
            (_, None) => (None, "NOT MEASURED".to_owned()),
            (_, Some(Figure::Failed(reason))) => (None, format!("FAILED: {reason}")),
            (Some(limit), Some(Figure::Is(figure))) if *figure > limit.limit => {
                (Some(*figure), "OVER".into())
            }
            (Some(limit), Some(Figure::Is(figure))) => {
                let above = limit.aim.filter(|aim| figure > aim);
                (Some(*figure), above.map_or("ok".to_owned(), |aim| format!("ok (aim {aim})")))
            }
        };
        let unit = self.limit.as_ref().map_or("", |limit| limit.unit.as_str());
        let limit = number(self.limit.as_ref().map(|limit| limit.limit));
        write!(formatter, "{:<36} {limit:>8} {:>9} {unit:<2} {verdict}", self.name, number(figure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_holds_only_within_its_own_limit() {
        let text = "[size]\nwasm = 1\n[bench.words]\nlimit = 400\naim = 300\nunit = 'ms'\n\
            [bench.tap]\nlimit = 50\nunit = 'ms'\n[bench.forgotten]\nlimit = 1\nunit = '%'\n";
        let figures = BTreeMap::from([
            ("words".to_owned(), Figure::Is(400.0)),
            ("tap".to_owned(), Figure::Is(50.1)),
            ("unknown".to_owned(), Figure::Is(0.0)),
        ]);
        let rows = Budgets::parse(text).unwrap().against(&figures);
        let verdicts: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.holds())).collect();
        assert_eq!(verdicts, [("forgotten", false), ("tap", false), ("words", true), ("unknown", false)]);
        assert!(rows.iter().any(|row| row.to_string().contains("ok (aim 300)")));
    }
}
