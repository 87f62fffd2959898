//! What was measured, and what the table of NEWS2 says of it. Pure.

use crate::clinical::borders::reading;
use crate::clinical::{
    Acvpu, Band, Course, Deed, Device, Measure, Measured, News2, Outcome, Parameter, Points, Scenario,
    Tenths, Vitals,
};

/// One parameter on the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub parameter: Parameter,
    /// What was measured, the last first, each with the second when; a temperature in tenths, consciousness by its
    /// place in [`Acvpu::ALL`].
    pub measured: Vec<(u32, i32)>,
    /// What the table gives for the last one, and the band in which it lies.
    pub table: Option<(Points, Option<Band>)>,
}

/// How a value has moved since the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It is higher.
    Rises,
    /// It is lower.
    Falls,
    /// It is the same.
    Same,
}

impl Line {
    /// The last measurement.
    #[must_use]
    pub fn now(&self) -> Option<i32> {
        self.measured.first().map(|(_, value)| *value)
    }

    /// How it has moved, where it was measured twice.
    #[must_use]
    pub fn trend(&self) -> Option<Trend> {
        let (now, before) = (self.measured.first()?.1, self.measured.get(1)?.1);
        Some(match now.cmp(&before) {
            std::cmp::Ordering::Greater => Trend::Rises,
            std::cmp::Ordering::Less => Trend::Falls,
            std::cmp::Ordering::Equal => Trend::Same,
        })
    }
}

/// The chart as it is now: only what was measured, and whether oxygen is given.
#[must_use]
pub fn lines(scenario: &Scenario, course: &Course) -> [Line; 7] {
    let oxygen = course.oxygen().device != Device::Air;
    let measured = Parameter::ALL.map(|parameter| (parameter, values(course, parameter)));
    measured.map(|(parameter, measured)| {
        let table = match parameter {
            Parameter::Oxygen => Some((if oxygen { 2 } else { 0 }, None)),
            Parameter::Rf
            | Parameter::Spo2
            | Parameter::Sbp
            | Parameter::Pulse
            | Parameter::Acvpu
            | Parameter::Temp => {
                let now = measured.first().map(|(_, value)| *value);
                now.and_then(|now| of_table(parameter, now, scenario, oxygen))
            }
        };
        Line { parameter, measured, table }
    })
}

fn of_table(
    parameter: Parameter,
    value: i32,
    scenario: &Scenario,
    oxygen: bool,
) -> Option<(Points, Option<Band>)> {
    let vitals = reading(parameter, value, scenario.patient.scale, oxygen)?;
    Some((News2::points_of(parameter, &vitals), News2::band(parameter, &vitals)))
}

fn values(course: &Course, parameter: Parameter) -> Vec<(u32, i32)> {
    let entries = course.log().iter().rev();
    let measured = entries.filter_map(|entry| match (&entry.deed, &entry.outcome) {
        (Deed::Measure(_), Outcome::Measured(measured)) => {
            value_of(parameter, *measured).map(|value| (entry.until, value))
        }
        _ => None,
    });
    measured.collect()
}

fn value_of(parameter: Parameter, measured: Measured) -> Option<i32> {
    match (parameter, measured) {
        (Parameter::Rf, Measured::Rf(value))
        | (Parameter::Spo2, Measured::Spo2(value))
        | (Parameter::Sbp, Measured::Pressure(value, _))
        | (Parameter::Pulse, Measured::Pulse(value, _))
        | (Parameter::Temp, Measured::Temp(Tenths(value))) => Some(value),
        (Parameter::Acvpu, Measured::Acvpu(acvpu)) => Some(acvpu as i32),
        _ => None,
    }
}

/// What measures a parameter; nothing measures whether somebody gets oxygen: one sees it.
#[must_use]
pub fn measure_of(parameter: Parameter) -> Option<Measure> {
    match parameter {
        Parameter::Rf => Some(Measure::Rf),
        Parameter::Spo2 => Some(Measure::Spo2),
        Parameter::Oxygen => None,
        Parameter::Sbp => Some(Measure::Sbp),
        Parameter::Pulse => Some(Measure::Pulse),
        Parameter::Acvpu => Some(Measure::Acvpu),
        Parameter::Temp => Some(Measure::Temp),
    }
}

/// The points that the table has for a parameter at all.
#[must_use]
pub fn has_point(parameter: Parameter, point: Points, scenario: &Scenario, oxygen: bool) -> bool {
    match parameter {
        Parameter::Oxygen => point == 0 || point == 2,
        Parameter::Acvpu => point == 0 || point == 3,
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
            let table = News2::table(parameter, scenario.patient.scale, oxygen).unwrap_or_default();
            table.iter().any(|band| band.points == point)
        }
    }
}

/// The score of what was measured, and the values; `None` until all of it was.
#[must_use]
pub fn score(scenario: &Scenario, course: &Course) -> Option<(News2, Vitals)> {
    let now = |parameter| values(course, parameter).first().map(|(_, value)| *value);
    let acvpu = *Acvpu::ALL.get(usize::try_from(now(Parameter::Acvpu)?).ok()?)?;
    let temp = Tenths(now(Parameter::Temp)?);
    let numbers =
        (now(Parameter::Rf)?, now(Parameter::Spo2)?, now(Parameter::Sbp)?, now(Parameter::Pulse)?, temp);
    let oxygen = course.oxygen().device != Device::Air;
    let vitals = Vitals::held(numbers, acvpu, scenario.patient.scale, oxygen);
    Some((News2::of(&vitals), vitals))
}
