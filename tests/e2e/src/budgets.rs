//! `budgets.toml` at the root of the repository: the limits that the figures are held against.
//!
//! Every section but `[size]` (which `cargo xtask size` looks after) is read as `name = limit`; `name_aim` is what
//! is wished for. A limit without a figure, or a figure without a limit, is a failure: nothing is left out in
//! silence.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use crate::Outcome;

/// The limits, by `section.name`.
#[derive(Debug)]
pub struct Budgets(BTreeMap<String, Limit>);

/// The most that a figure may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// The limit itself; the file says the unit.
    pub limit: f64,
    /// What is aimed at, where that is less.
    pub aim: Option<f64>,
}

/// What became of one figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Measured now.
    Is(f64),
    /// Looked after in another place, which is named.
    Elsewhere(&'static str),
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
        let mut sections: BTreeMap<String, BTreeMap<String, f64>> = toml::from_str(text)?;
        sections.remove("size");
        let mut limits = BTreeMap::new();
        for (section, values) in &sections {
            for (name, &limit) in values.iter().filter(|(name, _)| !name.ends_with("_aim")) {
                let aim = values.get(&format!("{name}_aim")).copied();
                limits.insert(format!("{section}.{name}"), Limit { limit, aim });
            }
        }
        Ok(Self(limits))
    }

    /// Every limit with its figure, then the figures without a limit.
    #[must_use]
    pub fn against(&self, figures: &BTreeMap<String, Figure>) -> Vec<Row> {
        let with_limit = self.0.iter().map(|(name, &limit)| Row {
            name: name.clone(),
            limit: Some(limit),
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
    /// Whether the figure is within its limit, or another place looks after it.
    #[must_use]
    pub fn holds(&self) -> bool {
        match (&self.limit, &self.figure) {
            (Some(limit), Some(Figure::Is(figure))) => *figure <= limit.limit,
            (Some(_), Some(Figure::Elsewhere(_))) => true,
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
            (_, Some(Figure::Elsewhere(place))) => (None, format!("see {place}")),
            (_, Some(Figure::Failed(reason))) => (None, format!("FAILED: {reason}")),
            (Some(limit), Some(Figure::Is(figure))) if *figure > limit.limit => {
                (Some(*figure), "OVER".into())
            }
            (Some(limit), Some(Figure::Is(figure))) => {
                let above = limit.aim.filter(|aim| figure > aim);
                (Some(*figure), above.map_or("ok".to_owned(), |aim| format!("ok (aim {aim})")))
            }
        };
        let limit = number(self.limit.map(|limit| limit.limit));
        write!(formatter, "{:<44} {limit:>8} {:>9}  {verdict}", self.name, number(figure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_holds_only_within_its_own_limit() {
        let text = "[size]\nwasm = 1\n[start]\nwords = 400\nwords_aim = 300\ntap = 50\n[memory]\nforgotten = 1\nstep = 1\n";
        let figures = BTreeMap::from([
            ("start.words".to_owned(), Figure::Is(400.0)),
            ("start.tap".to_owned(), Figure::Is(50.1)),
            ("memory.step".to_owned(), Figure::Elsewhere("the simulation's own tests")),
            ("start.unknown".to_owned(), Figure::Is(0.0)),
        ]);
        let rows = Budgets::parse(text).unwrap().against(&figures);
        let verdicts: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.holds())).collect();
        assert_eq!(
            verdicts,
            [
                ("memory.forgotten", false),
                ("memory.step", true),
                ("start.tap", false),
                ("start.words", true),
                ("start.unknown", false),
            ]
        );
        assert!(rows.iter().any(|row| row.to_string().contains("ok (aim 300)")));
    }
}
