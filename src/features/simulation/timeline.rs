//! The values along the way, as lines and as rows, with numbers for what was decided. Pure.

use super::debrief::decisions;
use super::names;
use crate::clinical::{Band, Course, Moment, News2, Parameter, Vitals};
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

    /// From where to where a chart goes at least, so that charts can be compared; a temperature in tenths.
    #[must_use]
    pub const fn range(self) -> (i32, i32) {
        match self {
            Self::News2 => (0, 20),
            Self::Of(Parameter::Rf) => (5, 40),
            Self::Of(Parameter::Spo2) => (70, 100),
            Self::Of(Parameter::Sbp) => (60, 200),
            Self::Of(Parameter::Pulse) => (30, 180),
            Self::Of(Parameter::Temp) => (340, 410),
            Self::Of(Parameter::Acvpu) => (0, 4),
            Self::Of(Parameter::Oxygen) => (0, 1),
        }
    }

    /// The last values that give three points alone, as the table has them for the person at the end of a line. The
    /// sum has none.
    #[must_use]
    pub fn borders(self, line: &[Moment]) -> Vec<i32> {
        let (Self::Of(parameter), Some(last)) = (self, line.last()) else { return Vec::new() };
        let table = News2::table(parameter, last.vitals.scale(), last.vitals.oxygen()).unwrap_or_default();
        let threes = table.iter().filter(|band| band.points == 3);
        threes.filter_map(|Band { from, to, .. }| from.or(*to)).collect()
    }

    /// A number of it, as it is written.
    #[must_use]
    pub fn told(self, number: i32, words: &Messages, language: Language) -> String {
        match self {
            Self::News2 => number.to_string(),
            Self::Of(parameter) => names::value(words, language, parameter, number).0,
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
    value_of(parameter, &moment.vitals)
}

/// One of a person's values, as [`value_at`].
#[must_use]
pub fn value_of(parameter: Parameter, vitals: &Vitals) -> i32 {
    match parameter {
        Parameter::Acvpu => vitals.acvpu() as i32,
        Parameter::Oxygen => i32::from(vitals.oxygen()),
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
            News2::value(parameter, vitals).unwrap_or_default()
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
    let told = |number: i32| drawn.told(number, words, language);
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
const TOP: i32 = 6;
const BOTTOM: i32 = 90;

/// What all lines of one chart are drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    until: u32,
    least: i32,
    most: i32,
}

impl Frame {
    /// Room for these lines: the range of what is drawn, and more where a value lies outside of it.
    #[must_use]
    pub fn around(lines: &[&[Moment]], drawn: Drawn) -> Self {
        let all = || lines.iter().flat_map(|line| line.iter());
        let (from, to) = drawn.range();
        let least = all().map(|one| drawn.at(one)).fold(from, i32::min);
        let most = all().map(|one| drawn.at(one)).fold(to, i32::max);
        let until = all().map(|one| one.at).max().unwrap_or_default();
        Self { until: until.max(1), least, most }
    }

    /// Where a second lies, across.
    #[must_use]
    pub fn across(self, at: u32) -> u32 {
        WIDE * at.min(self.until) / self.until
    }

    /// Whether a value lies in it.
    #[must_use]
    pub fn holds(self, value: i32) -> bool {
        (self.least..=self.most).contains(&value)
    }

    /// Where a value lies, from above.
    #[must_use]
    pub fn down(self, value: i32) -> i32 {
        BOTTOM - (BOTTOM - TOP) * (value - self.least) / (self.most - self.least).max(1)
    }

    /// The points of a line, as SVG takes them.
    #[must_use]
    pub fn points(self, line: &[Moment], drawn: Drawn) -> String {
        let point = |moment: &Moment| format!("{},{}", self.across(moment.at), self.down(drawn.at(moment)));
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

/// Some decisions that lie close to one another: one label for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Their numbers: «3», or «3–5».
    pub label: String,
    /// Where the first of them lies, across.
    pub across: u32,
}

/// How far apart two labels lie at least, across: room for «10–12» on a phone.
const LABEL: u32 = 54;

/// The labels over the lines, so far apart that each can be read.
#[must_use]
pub fn labels(frame: Frame, marks: &[Mark]) -> Vec<Marked> {
    let mut some: Vec<(usize, usize, u32)> = Vec::new();
    for mark in marks {
        let across = frame.across(mark.at);
        match some.last_mut() {
            Some((_, last, from)) if across < *from + LABEL => *last = mark.number,
            Some(_) | None => some.push((mark.number, mark.number, across)),
        }
    }
    let label = |(first, last, across): (usize, usize, u32)| {
        let label = if first == last { first.to_string() } else { format!("{first}–{last}") };
        Marked { label, across }
    };
    some.into_iter().map(label).collect()
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
