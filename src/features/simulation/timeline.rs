//! The values along the way, as lines and as rows, with numbers for what was decided. Pure.

use super::debrief::decisions;
use super::names;
use crate::clinical::{Course, Moment, News2, Parameter};
use crate::i18n::{Language, Messages};

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// The sum of NEWS2.
    News2,
    /// A value.
    Of(Parameter),
}

impl Drawn {
    /// What is drawn, in order: the sum first.
    pub const ALL: [Self; 5] = [
        Self::News2,
        Self::Of(Parameter::Rf),
        Self::Of(Parameter::Spo2),
        Self::Of(Parameter::Sbp),
        Self::Of(Parameter::Pulse),
    ];

    /// The value at a moment.
    #[must_use]
    pub fn at(self, moment: &Moment) -> i32 {
        match self {
            Self::News2 => moment.news2.into(),
            Self::Of(parameter) => value_at(parameter, moment),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, words: &Messages) -> &str {
        match self {
            Self::News2 => words.simulation_news2(),
            Self::Of(parameter) => names::parameter(parameter)(words),
        }
    }
}

/// A value at a moment: a temperature in tenths, consciousness by its place in `Acvpu::ALL`.
#[must_use]
pub fn value_at(parameter: Parameter, moment: &Moment) -> i32 {
    match parameter {
        Parameter::Acvpu => moment.vitals.acvpu() as i32,
        Parameter::Oxygen => i32::from(moment.vitals.oxygen()),
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
            News2::value(parameter, &moment.vitals).unwrap_or_default()
        }
    }
}

/// How a line goes, in four numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Where it begins.
    pub first: i32,
    /// Its lowest.
    pub least: i32,
    /// Its highest.
    pub most: i32,
    /// Where it ends.
    pub last: i32,
}

/// How the values go; `None` where there are none.
#[must_use]
pub fn shape(moments: &[Moment], drawn: Drawn) -> Option<Shape> {
    let values = || moments.iter().map(|moment| drawn.at(moment));
    Some(Shape {
        first: values().next()?,
        least: values().min()?,
        most: values().max()?,
        last: values().next_back()?,
    })
}

/// The name of a chart, for who does not see it: «NEWS2: 3 først, lavest 3, høyest 11, 9 til slutt».
#[must_use]
pub fn in_words(moments: &[Moment], drawn: Drawn, words: &Messages, language: Language) -> String {
    let told = |number: i32| match drawn {
        Drawn::News2 => number.to_string(),
        Drawn::Of(parameter) => names::value(words, language, parameter, number).0,
    };
    let line = |Shape { first, least, most, last }| {
        words.afterwards_chart(told(first), told(last), told(least), told(most), drawn.name(words))
    };
    shape(moments, drawn).map(line).unwrap_or_default()
}

/// How wide a chart is, in its own units; a unit is a fraction of what it gets on the screen.
pub const WIDE: u32 = 300;
/// How high.
pub const HIGH: u32 = 96;
/// From where to where its line goes.
const TOP: i32 = 30;
const BOTTOM: i32 = 90;

/// What all lines of one chart are drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    until: u32,
    least: i32,
    most: i32,
}

impl Frame {
    /// Room for these lines.
    #[must_use]
    pub fn around(lines: &[&[Moment]], drawn: Drawn) -> Self {
        let all = || lines.iter().flat_map(|line| line.iter());
        let (least, most) = (all().map(|one| drawn.at(one)).min(), all().map(|one| drawn.at(one)).max());
        let until = all().map(|one| one.at).max().unwrap_or_default();
        Self { until: until.max(1), least: least.unwrap_or_default(), most: most.unwrap_or_default() }
    }

    /// Where a second lies, across.
    #[must_use]
    pub fn across(self, at: u32) -> u32 {
        WIDE * at.min(self.until) / self.until
    }

    /// The points of a line, as SVG takes them.
    #[must_use]
    pub fn points(self, line: &[Moment], drawn: Drawn) -> String {
        let span = (self.most - self.least).max(4);
        let point = |moment: &Moment| {
            let down = BOTTOM - (BOTTOM - TOP) * (drawn.at(moment) - self.least) / span;
            format!("{},{down}", self.across(moment.at))
        };
        line.iter().map(point).collect::<Vec<_>>().join(" ")
    }
}

/// A decision on the line of time: its number in the list of decisions, from 1, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its number.
    pub number: usize,
    /// When it was begun, in seconds.
    pub at: u32,
}

/// What was decided, numbered.
#[must_use]
pub fn marks(course: &Course) -> Vec<Mark> {
    (1..).zip(decisions(course)).map(|(number, decision)| Mark { number, at: decision.at }).collect()
}

/// A row of the table: the values, and the numbers of what was decided since the row before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The values.
    pub moment: Moment,
    /// What was decided since the row before, by number.
    pub decided: Vec<usize>,
}

/// The values at even steps with what was decided, at most so many rows and the last one.
#[must_use]
pub fn rows(course: &Course, at_most: usize) -> Vec<Row> {
    let mut left = marks(course).into_iter().peekable();
    let moments = super::debrief::table(course, at_most);
    let last = moments.last().map(|moment| moment.at);
    let row = |moment: Moment| {
        let mut decided = Vec::new();
        while let Some(mark) = left.next_if(|mark| mark.at <= moment.at || Some(moment.at) == last) {
            decided.push(mark.number);
        }
        Row { moment, decided }
    };
    moments.into_iter().map(row).collect()
}
