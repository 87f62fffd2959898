//! Which readings can be asked about: the values on both sides of every border of the tables. Pure.
//!
//! Everything comes from the tables themselves: no border is written here again.

use std::collections::BTreeSet;

use super::{Acvpu, Band, Mews, MewsParameter, News2, Parameter, Points, Scale, Table, Tenths, Vitals};

/// By which table a reading is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// NEWS2.
    News2 {
        /// What was measured.
        parameter: Parameter,
        /// By which scale the saturation is scored.
        scale: Scale,
        /// Whether the person gets oxygen.
        oxygen: bool,
    },
    /// MEWS, in the version of Subbe 2001.
    Mews(MewsParameter),
}

/// One reading, and what is asked of it: its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    id: String,
    /// By which table it is scored.
    pub sheet: Sheet,
    /// What was measured: a temperature in tenths, consciousness by its place in [`Acvpu::ALL`], oxygen as 1
    /// and air as 0.
    pub value: i32,
}

/// A border between two bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Border {
    /// The last value of the lower band.
    pub low: i32,
    /// The first value of the upper one.
    pub high: i32,
    /// What the lower one gives.
    pub below: Points,
    /// What the upper one gives.
    pub above: Points,
}

/// One row of a table as it is shown after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub span: Span,
    /// What it gives.
    pub points: Points,
    /// Whether the reading of the question lies in it.
    pub here: bool,
}

/// What a row of a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// From a number to a number.
    Band(Band),
    /// One word of a few, by its value.
    Word(i32),
}

impl Sheet {
    const fn news2(parameter: Parameter, scale: Scale, oxygen: bool) -> Self {
        Self::News2 { parameter, scale, oxygen }
    }

    /// The bands; none where the values are words.
    #[must_use]
    pub const fn bands(self) -> Option<Table> {
        match self {
            Self::News2 { parameter, scale, oxygen } => News2::table(parameter, scale, oxygen),
            Self::Mews(parameter) => Mews::table(parameter),
        }
    }

    /// What is measured, as NEWS2 calls it.
    #[must_use]
    pub const fn parameter(self) -> Parameter {
        match self {
            Self::News2 { parameter, .. } => parameter,
            Self::Mews(MewsParameter::Rf) => Parameter::Rf,
            Self::Mews(MewsParameter::Sbp) => Parameter::Sbp,
            Self::Mews(MewsParameter::Pulse) => Parameter::Pulse,
            Self::Mews(MewsParameter::Temp) => Parameter::Temp,
            Self::Mews(MewsParameter::Avpu) => Parameter::Acvpu,
        }
    }

    /// What a value gives, as the table of the bedside says; none for one that no person can have.
    #[must_use]
    pub fn points(self, value: i32) -> Option<Points> {
        match self {
            Self::News2 { parameter, scale, oxygen } => {
                let vitals = reading(parameter, value, scale, oxygen)?;
                Some(News2::points_of(parameter, &vitals))
            }
            Self::Mews(parameter) => {
                let vitals = reading(self.parameter(), value, Scale::One, false)?;
                Some(Mews::of(&vitals).ok()?.points(parameter))
            }
        }
    }

    /// The values that are words.
    fn word_values(self) -> Vec<i32> {
        match self.parameter() {
            Parameter::Oxygen => vec![0, 1],
            Parameter::Acvpu => {
                let all = (0_i32..).zip(Acvpu::ALL).map(|(place, _)| place);
                all.filter(|value| self.points(*value).is_some()).collect()
            }
            Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
                Vec::new()
            }
        }
    }

    fn borders(self) -> Vec<Border> {
        let pairs = self.bands().unwrap_or_default().windows(2);
        let border = |pair: &[Band]| match pair {
            [below, above] => {
                Some(Border { low: below.to?, high: above.from?, below: below.points, above: above.points })
            }
            _ => None,
        };
        pairs.filter_map(border).collect()
    }

    fn border_values(self) -> BTreeSet<i32> {
        self.borders().into_iter().flat_map(|border| [border.low, border.high]).collect()
    }

    /// How it is written in an id.
    fn code(self) -> String {
        match self {
            Self::News2 { parameter: Parameter::Spo2, scale: Scale::One, .. } => "news2.spo2-1".to_owned(),
            Self::News2 { parameter: Parameter::Spo2, scale: Scale::Two, oxygen } => {
                format!("news2.spo2-2-{}", if oxygen { "oxygen" } else { "air" })
            }
            Self::News2 { parameter, .. } => format!("news2.{}", parameter.code()),
            Self::Mews(parameter) => format!("mews.{}", parameter.code()),
        }
    }

    fn asks(self, values: impl IntoIterator<Item = i32>) -> Vec<Question> {
        values.into_iter().map(|value| Question::new(self, value)).collect()
    }

    fn questions(self) -> Vec<Question> {
        if self.bands().is_some() { self.asks(self.border_values()) } else { self.asks(self.word_values()) }
    }
}

impl Question {
    fn new(sheet: Sheet, value: i32) -> Self {
        let place = match sheet.parameter() {
            Parameter::Acvpu => {
                let acvpu = usize::try_from(value).ok().and_then(|place| Acvpu::ALL.get(place));
                acvpu.map(|acvpu| acvpu.letter().to_lowercase()).unwrap_or_default()
            }
            Parameter::Oxygen => String::from(if value == 0 { "air" } else { "oxygen" }),
            Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
                value.to_string()
            }
        };
        Self { id: format!("{}.{place}", sheet.code()), sheet, value }
    }

    /// The question of this id; none where no table has such a border.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        all_of_news2().chain(of_mews()).find(|question| question.id == id)
    }

    /// Its name, the same in every version: `news2.rf.21`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the table gives.
    #[must_use]
    pub fn right(&self) -> Points {
        self.sheet.points(self.value).unwrap_or_default()
    }

    /// The band in which the reading lies; none where it is a word.
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        self.sheet.bands()?.iter().copied().find(|band| band.holds(self.value))
    }

    /// The border that it lies at; none where it is a word, or lies where this table has no border.
    #[must_use]
    pub fn border(&self) -> Option<Border> {
        let borders = self.sheet.borders().into_iter();
        borders.into_iter().find(|border| [border.low, border.high].contains(&self.value))
    }

    /// The points that the table can give at all, from the least.
    #[must_use]
    pub fn choices(&self) -> Vec<Points> {
        let all: BTreeSet<Points> = self.rows().iter().map(|row| row.points).collect();
        all.into_iter().collect()
    }

    /// The whole row of the table for what was measured.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        match self.sheet.bands() {
            Some(bands) => {
                let row = |band: &Band| Row {
                    span: Span::Band(*band),
                    points: band.points,
                    here: band.holds(self.value),
                };
                bands.iter().map(row).collect()
            }
            None => {
                let row = |value| {
                    let points = self.sheet.points(value)?;
                    Some(Row { span: Span::Word(value), points, here: value == self.value })
                };
                self.sheet.word_values().into_iter().filter_map(row).collect()
            }
        }
    }
}

/// On air a saturation is asked about where air has its borders, and where oxygen would have given other points.
fn on_air() -> Vec<Question> {
    let air = Sheet::news2(Parameter::Spo2, Scale::Two, false);
    let oxygen = Sheet::news2(Parameter::Spo2, Scale::Two, true);
    let differs =
        oxygen.border_values().into_iter().filter(|value| air.points(*value) != oxygen.points(*value));
    let values: BTreeSet<i32> = air.border_values().into_iter().chain(differs).collect();
    air.asks(values)
}

/// The saturation from which oxygen changes the points in scale 2.
#[must_use]
pub fn oxygen_matters_from() -> Option<i32> {
    let air = Sheet::news2(Parameter::Spo2, Scale::Two, false);
    let oxygen = Sheet::news2(Parameter::Spo2, Scale::Two, true);
    oxygen.border_values().into_iter().find(|value| air.points(*value) != oxygen.points(*value))
}

/// Everything that can be asked about a parameter of NEWS2; the scale is that of the saturation.
#[must_use]
pub fn of_news2(parameter: Parameter, scale: Scale) -> Vec<Question> {
    match (parameter, scale) {
        (Parameter::Spo2, Scale::Two) => {
            let mut all = on_air();
            all.extend(Sheet::news2(parameter, scale, true).questions());
            all
        }
        (
            Parameter::Rf
            | Parameter::Spo2
            | Parameter::Oxygen
            | Parameter::Sbp
            | Parameter::Pulse
            | Parameter::Acvpu
            | Parameter::Temp,
            _,
        ) => Sheet::news2(parameter, Scale::One, false).questions(),
    }
}

/// Everything that can be asked about NEWS2: every parameter, and the saturation by both scales.
fn all_of_news2() -> impl Iterator<Item = Question> {
    let by_scale_two = of_news2(Parameter::Spo2, Scale::Two);
    Parameter::ALL.into_iter().flat_map(|parameter| of_news2(parameter, Scale::One)).chain(by_scale_two)
}

/// Everything that can be asked about MEWS.
#[must_use]
pub fn of_mews() -> Vec<Question> {
    MewsParameter::ALL.into_iter().flat_map(|one| Sheet::Mews(one).questions()).collect()
}

/// One reading of somebody who is well else, held within what can be: a temperature in tenths, consciousness by its
/// place in [`Acvpu::ALL`], extra oxygen as 1 and air as 0.
#[must_use]
pub fn reading(parameter: Parameter, value: i32, scale: Scale, oxygen: bool) -> Option<Vitals> {
    let mut well = (16, 97, 120, 70, Tenths(370));
    let (mut acvpu, mut oxygen) = (Acvpu::A, oxygen);
    match parameter {
        Parameter::Rf => well.0 = value,
        Parameter::Spo2 => well.1 = value,
        Parameter::Sbp => well.2 = value,
        Parameter::Pulse => well.3 = value,
        Parameter::Temp => well.4 = Tenths(value),
        Parameter::Acvpu => acvpu = *Acvpu::ALL.get(usize::try_from(value).ok()?)?,
        Parameter::Oxygen => oxygen = value == 1,
    }
    Some(Vitals::held(well, acvpu, scale, oxygen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_found_by_its_id() {
        for question in all_of_news2().chain(of_mews()) {
            assert_eq!(Question::find(question.id()), Some(question.clone()));
        }
        assert_eq!(Question::find("news2.rf.22"), None);
    }

    #[test]
    fn the_right_answer_is_that_of_the_scores_themselves_and_can_be_chosen() {
        for question in all_of_news2().chain(of_mews()) {
            let value = question.value;
            let is = |parameter| question.sheet.parameter() == parameter;
            let or = |parameter, well| if is(parameter) { value } else { well };
            let numbers = (
                or(Parameter::Rf, 12),
                or(Parameter::Spo2, 96),
                or(Parameter::Sbp, 120),
                or(Parameter::Pulse, 70),
                Tenths(or(Parameter::Temp, 370)),
            );
            let acvpu = if is(Parameter::Acvpu) { Acvpu::ALL[value as usize] } else { Acvpu::A };
            let right = match question.sheet {
                Sheet::News2 { parameter, scale, oxygen } => {
                    let oxygen = oxygen || (is(Parameter::Oxygen) && value == 1);
                    let vitals = Vitals::new(numbers, acvpu, scale, oxygen).unwrap();
                    News2::of(&vitals).points(parameter)
                }
                Sheet::Mews(parameter) => {
                    let vitals = Vitals::new(numbers, acvpu, Scale::One, false).unwrap();
                    Mews::of(&vitals).unwrap().points(parameter)
                }
            };
            assert_eq!(question.right(), right, "{}", question.id());
            assert!(question.choices().contains(&right) && question.choices().len() > 1);
            let here: Vec<Row> = question.rows().into_iter().filter(|row| row.here).collect();
            assert!(matches!(&here[..], [row] if row.points == right), "{}", question.id());
        }
    }

    #[test]
    fn a_border_is_told_from_both_of_its_sides() {
        let all = of_news2(Parameter::Pulse, Scale::One);
        let border = Border { low: 110, high: 111, below: 1, above: 2 };
        let at: Vec<i32> =
            all.iter().filter(|one| one.border() == Some(border)).map(|question| question.value).collect();
        assert_eq!(at, [110, 111]);
        let air = Question::find("news2.spo2-2-air.95").unwrap();
        assert_eq!((air.border(), air.right()), (None, 0));
        assert_eq!(oxygen_matters_from(), Some(93));
    }
}
