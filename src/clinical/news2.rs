//! NEWS2, the National Early Warning Score (Royal College of Physicians 2017).
//!
//! The table is that of `fakta.md` 5.1, checked there against three sources. A band says from where to where a
//! point is given, so that the reason for every point can be told and every border practised.

use super::vitals::{Acvpu, Scale, Vitals};

/// What one parameter gives: 0 to 3.
pub type Points = u8;

/// The seven things that are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parameter {
    /// Respirations a minute.
    Rf,
    /// Oxygen saturation, per cent.
    Spo2,
    /// Air or oxygen.
    Oxygen,
    /// Systolic blood pressure, mmHg.
    Sbp,
    /// Heart beats a minute.
    Pulse,
    /// Consciousness.
    Acvpu,
    /// Temperature, °C.
    Temp,
}

impl Parameter {
    /// All, in the order of the chart.
    pub const ALL: [Self; 7] =
        [Self::Rf, Self::Spo2, Self::Oxygen, Self::Sbp, Self::Pulse, Self::Acvpu, Self::Temp];

    /// How it is written in data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rf => "rf",
            Self::Spo2 => "spo2",
            Self::Oxygen => "oxygen",
            Self::Sbp => "sbp",
            Self::Pulse => "pulse",
            Self::Acvpu => "acvpu",
            Self::Temp => "temp",
        }
    }
}

/// Values that give the same points: from and to are part of it, open at an end where they are `None`.
/// Temperatures are in tenths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The least value.
    pub from: Option<i32>,
    /// The greatest value.
    pub to: Option<i32>,
    /// What it gives.
    pub points: Points,
}

/// The bands of one parameter, from the lowest values to the highest, without a gap.
pub type Table = &'static [Band];

pub(super) const fn to(to: i32, points: Points) -> Band {
    Band { from: None, to: Some(to), points }
}

pub(super) const fn between(from: i32, to: i32, points: Points) -> Band {
    Band { from: Some(from), to: Some(to), points }
}

pub(super) const fn from(from: i32, points: Points) -> Band {
    Band { from: Some(from), to: None, points }
}

const RF: Table = &[to(8, 3), between(9, 11, 1), between(12, 20, 0), between(21, 24, 2), from(25, 3)];
const SPO2_1: Table = &[to(91, 3), between(92, 93, 2), between(94, 95, 1), from(96, 0)];
const SPO2_2_AIR: Table = &[to(83, 3), between(84, 85, 2), between(86, 87, 1), from(88, 0)];
const SPO2_2_OXYGEN: Table = &[
    to(83, 3),
    between(84, 85, 2),
    between(86, 87, 1),
    between(88, 92, 0),
    between(93, 94, 1),
    between(95, 96, 2),
    from(97, 3),
];
const SBP: Table =
    &[to(90, 3), between(91, 100, 2), between(101, 110, 1), between(111, 219, 0), from(220, 3)];
const PULSE: Table = &[
    to(40, 3),
    between(41, 50, 1),
    between(51, 90, 0),
    between(91, 110, 1),
    between(111, 130, 2),
    from(131, 3),
];
const TEMP: Table =
    &[to(350, 3), between(351, 360, 1), between(361, 380, 0), between(381, 390, 1), from(391, 2)];

/// The points of one set of measurements, parameter by parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct News2 {
    points: [Points; 7],
}

impl News2 {
    /// The score of some measurements.
    #[must_use]
    pub fn of(vitals: &Vitals) -> Self {
        Self { points: Parameter::ALL.map(|parameter| Self::points_of(parameter, vitals)) }
    }

    /// What one parameter gives.
    #[must_use]
    pub fn points_of(parameter: Parameter, vitals: &Vitals) -> Points {
        match parameter {
            Parameter::Oxygen => {
                if vitals.oxygen() {
                    2
                } else {
                    0
                }
            }
            Parameter::Acvpu => {
                if vitals.acvpu() == Acvpu::A {
                    0
                } else {
                    3
                }
            }
            Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
                Self::band(parameter, vitals).map_or(0, |band| band.points)
            }
        }
    }

    /// The bands of a parameter; `None` for what is no number. The saturation's depend on the scale and, in the
    /// second, on oxygen.
    #[must_use]
    pub const fn table(parameter: Parameter, scale: Scale, oxygen: bool) -> Option<Table> {
        match (parameter, scale) {
            (Parameter::Rf, _) => Some(RF),
            (Parameter::Spo2, Scale::One) => Some(SPO2_1),
            (Parameter::Spo2, Scale::Two) if oxygen => Some(SPO2_2_OXYGEN),
            (Parameter::Spo2, Scale::Two) => Some(SPO2_2_AIR),
            (Parameter::Sbp, _) => Some(SBP),
            (Parameter::Pulse, _) => Some(PULSE),
            (Parameter::Temp, _) => Some(TEMP),
            (Parameter::Oxygen | Parameter::Acvpu, _) => None,
        }
    }

    /// The value of a parameter that is a number; a temperature in tenths.
    #[must_use]
    pub const fn value(parameter: Parameter, vitals: &Vitals) -> Option<i32> {
        match parameter {
            Parameter::Rf => Some(vitals.rf()),
            Parameter::Spo2 => Some(vitals.spo2()),
            Parameter::Sbp => Some(vitals.sbp()),
            Parameter::Pulse => Some(vitals.pulse()),
            Parameter::Temp => Some(vitals.temp().0),
            Parameter::Oxygen | Parameter::Acvpu => None,
        }
    }

    /// The band in which a measurement lies: why it gives what it gives.
    #[must_use]
    pub fn band(parameter: Parameter, vitals: &Vitals) -> Option<Band> {
        let value = Self::value(parameter, vitals)?;
        let table = Self::table(parameter, vitals.scale(), vitals.oxygen())?;
        table.iter().copied().find(|band| band.holds(value))
    }

    /// What a parameter gave.
    #[must_use]
    pub fn points(&self, parameter: Parameter) -> Points {
        let all = Parameter::ALL.iter().zip(self.points);
        all.filter(|(one, _)| **one == parameter).map(|(_, points)| points).sum()
    }

    /// The sum, 0–20.
    #[must_use]
    pub fn total(&self) -> u8 {
        self.points.iter().sum()
    }

    /// Whether one parameter alone gives three points.
    #[must_use]
    pub fn has_a_three(&self) -> bool {
        self.points.contains(&3)
    }

    /// What the score asks for.
    #[must_use]
    pub fn response(&self) -> Response {
        match self.total() {
            7.. => Response::Emergency,
            5..=6 => Response::Urgent,
            _ if self.has_a_three() => Response::SingleThree,
            1..=4 => Response::Low,
            0 => Response::Routine,
        }
    }
}

impl Band {
    /// Whether a value lies in it.
    #[must_use]
    pub fn holds(&self, value: i32) -> bool {
        self.from.is_none_or(|from| value >= from) && self.to.is_none_or(|to| value <= to)
    }
}

/// What a score asks for (RCP 2017). A municipality may lay down another response with its doctor; being worried
/// counts as much as the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Response {
    /// 0: go on as before.
    Routine,
    /// 1–4 in all: a nurse assesses.
    Low,
    /// 3 in one parameter: a nurse informs a doctor.
    SingleThree,
    /// 5–6: a doctor at once.
    Urgent,
    /// 7 or more: emergency.
    Emergency,
}

impl Response {
    /// The longest time between measurements, in minutes; 0 means without a pause (RCP 2017).
    #[must_use]
    pub const fn measured_within(self) -> u16 {
        match self {
            Self::Routine => 12 * 60,
            Self::Low => 6 * 60,
            Self::SingleThree | Self::Urgent => 60,
            Self::Emergency => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::Tenths;
    use proptest::prelude::*;

    fn well() -> (i32, i32, i32, i32, Tenths) {
        (16, 97, 120, 70, Tenths(370))
    }

    fn with(parameter: Parameter, value: i32, scale: Scale, oxygen: bool) -> Vitals {
        let (mut rf, mut spo2, mut sbp, mut pulse, mut temp) = well();
        match parameter {
            Parameter::Rf => rf = value,
            Parameter::Spo2 => spo2 = value,
            Parameter::Sbp => sbp = value,
            Parameter::Pulse => pulse = value,
            Parameter::Temp => temp = Tenths(value),
            Parameter::Oxygen | Parameter::Acvpu => {}
        }
        Vitals::new((rf, spo2, sbp, pulse, temp), Acvpu::A, scale, oxygen).unwrap()
    }

    type Borders = (Parameter, Scale, bool, &'static [(i32, Points)]);

    const BORDERS: &[Borders] = &[
        (
            Parameter::Rf,
            Scale::One,
            false,
            &[(0, 3), (8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3), (80, 3)],
        ),
        (
            Parameter::Spo2,
            Scale::One,
            false,
            &[(40, 3), (91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)],
        ),
        (
            Parameter::Spo2,
            Scale::One,
            true,
            &[(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)],
        ),
        (
            Parameter::Spo2,
            Scale::Two,
            true,
            &[
                (40, 3),
                (83, 3),
                (84, 2),
                (85, 2),
                (86, 1),
                (87, 1),
                (88, 0),
                (92, 0),
                (93, 1),
                (94, 1),
                (95, 2),
                (96, 2),
                (97, 3),
                (100, 3),
            ],
        ),
        (
            Parameter::Spo2,
            Scale::Two,
            false,
            &[
                (83, 3),
                (84, 2),
                (85, 2),
                (86, 1),
                (87, 1),
                (88, 0),
                (92, 0),
                (93, 0),
                (94, 0),
                (96, 0),
                (97, 0),
                (100, 0),
            ],
        ),
        (
            Parameter::Sbp,
            Scale::One,
            false,
            &[
                (30, 3),
                (90, 3),
                (91, 2),
                (100, 2),
                (101, 1),
                (110, 1),
                (111, 0),
                (219, 0),
                (220, 3),
                (300, 3),
            ],
        ),
        (
            Parameter::Pulse,
            Scale::One,
            false,
            &[
                (0, 3),
                (40, 3),
                (41, 1),
                (50, 1),
                (51, 0),
                (90, 0),
                (91, 1),
                (110, 1),
                (111, 2),
                (130, 2),
                (131, 3),
                (300, 3),
            ],
        ),
        (
            Parameter::Temp,
            Scale::One,
            false,
            &[
                (250, 3),
                (350, 3),
                (351, 1),
                (360, 1),
                (361, 0),
                (380, 0),
                (381, 1),
                (390, 1),
                (391, 2),
                (450, 2),
            ],
        ),
    ];

    /// Every border of the table of RCP 2017: the last value of a band and the first of the next.
    #[test]
    fn every_border_gives_what_the_table_says() {
        for (parameter, scale, oxygen, borders) in BORDERS {
            for (value, points) in *borders {
                let vitals = with(*parameter, *value, *scale, *oxygen);
                assert_eq!(
                    News2::of(&vitals).points(*parameter),
                    *points,
                    "{parameter:?} {value} {scale:?} {oxygen}"
                );
            }
        }
    }

    #[test]
    fn only_being_alert_gives_nothing_and_oxygen_gives_two() {
        for acvpu in Acvpu::ALL {
            let vitals = Vitals::new(well(), acvpu, Scale::One, true).unwrap();
            let score = News2::of(&vitals);
            assert_eq!(score.points(Parameter::Acvpu), if acvpu == Acvpu::A { 0 } else { 3 });
            assert_eq!(score.points(Parameter::Oxygen), 2);
        }
    }

    /// The test vectors of `fakta.md` 5.1 and every row of its chapter 7.
    #[test]
    fn the_vectors_and_rows_of_the_facts_are_met() {
        use Acvpu::{A, C, P, U, V};
        use Scale::{One, Two};
        let rows = [
            ((16, 97, 120, 70, 370), A, One, false, 0),
            ((30, 80, 80, 140, 345), U, One, true, 20),
            ((14, 97, 128, 96, 383), V, Two, true, 10),
            ((20, 95, 122, 96, 382), A, One, false, 3),
            ((24, 93, 104, 112, 389), C, One, false, 11),
            ((28, 91, 88, 128, 392), V, One, false, 16),
            ((24, 86, 138, 102, 379), A, Two, false, 4),
            ((24, 86, 138, 102, 379), A, One, false, 6),
            ((28, 84, 146, 114, 383), A, Two, false, 8),
            ((28, 84, 146, 114, 383), A, One, false, 9),
            ((14, 97, 128, 96, 383), V, One, true, 7),
            ((24, 90, 138, 104, 382), A, Two, true, 6),
            ((24, 90, 138, 104, 382), A, One, true, 9),
            ((16, 97, 142, 104, 362), C, One, false, 4),
            ((16, 97, 138, 88, 362), A, One, false, 0),
            ((14, 96, 134, 112, 358), P, One, false, 6),
            ((16, 96, 186, 84, 367), A, One, false, 0),
            ((16, 96, 186, 84, 367), V, One, false, 3),
            ((20, 95, 154, 98, 364), A, One, false, 2),
            ((22, 94, 108, 112, 360), C, One, false, 10),
            ((26, 92, 92, 124, 370), A, One, false, 9),
            ((22, 97, 112, 118, 370), A, One, true, 6),
            ((32, 86, 74, 138, 370), V, One, false, 15),
            ((26, 90, 168, 112, 370), A, One, false, 8),
            ((22, 95, 148, 98, 370), A, One, true, 6),
            ((32, 84, 176, 128, 370), C, One, false, 11),
            ((18, 96, 134, 88, 372), C, One, false, 3),
            ((6, 84, 102, 56, 356), P, One, false, 11),
            ((12, 96, 116, 84, 356), V, One, true, 6),
            ((20, 95, 98, 108, 376), A, One, false, 4),
            ((22, 95, 90, 116, 378), C, One, false, 11),
            ((24, 93, 148, 112, 370), A, One, false, 6),
            ((20, 95, 144, 92, 364), A, One, false, 2),
            ((24, 92, 98, 48, 370), A, One, false, 7),
            ((22, 93, 104, 108, 369), A, One, false, 6),
            ((22, 93, 126, 98, 384), A, One, false, 6),
            ((26, 90, 112, 112, 389), C, One, false, 12),
            ((16, 97, 148, 82, 370), A, One, false, 0),
            ((14, 96, 178, 58, 370), V, One, false, 3),
        ];
        for ((rf, spo2, sbp, pulse, temp), acvpu, scale, oxygen, total) in rows {
            let vitals = Vitals::new((rf, spo2, sbp, pulse, Tenths(temp)), acvpu, scale, oxygen).unwrap();
            assert_eq!(News2::of(&vitals).total(), total, "{vitals:?}");
        }
    }

    #[test]
    fn the_response_follows_the_sum_and_a_three_alone() {
        let score = |points: [Points; 7]| News2 { points };
        let table = [
            (score([0; 7]), Response::Routine),
            (score([1, 0, 0, 0, 0, 0, 0]), Response::Low),
            (score([2, 0, 2, 0, 0, 0, 0]), Response::Low),
            (score([3, 0, 0, 0, 0, 0, 0]), Response::SingleThree),
            (score([3, 0, 0, 1, 0, 0, 0]), Response::SingleThree),
            (score([2, 2, 0, 1, 0, 0, 0]), Response::Urgent),
            (score([3, 0, 0, 3, 0, 0, 0]), Response::Urgent),
            (score([2, 2, 2, 1, 0, 0, 0]), Response::Emergency),
            (score([3, 3, 2, 3, 3, 3, 3]), Response::Emergency),
        ];
        for (score, response) in table {
            assert_eq!(score.response(), response, "{score:?}");
        }
        let minutes =
            [Response::Routine, Response::Low, Response::SingleThree, Response::Urgent, Response::Emergency];
        assert_eq!(minutes.map(Response::measured_within), [720, 360, 60, 60, 0]);
    }

    #[test]
    fn what_no_person_can_have_is_refused_by_name() {
        let table = [
            ((81, 97, 120, 70, 370), "rf"),
            ((-1, 97, 120, 70, 370), "rf"),
            ((16, 39, 120, 70, 370), "spo2"),
            ((16, 101, 120, 70, 370), "spo2"),
            ((16, 97, 29, 70, 370), "sbp"),
            ((16, 97, 301, 70, 370), "sbp"),
            ((16, 97, 120, -1, 370), "pulse"),
            ((16, 97, 120, 301, 370), "pulse"),
            ((16, 97, 120, 70, 249), "temp"),
            ((16, 97, 120, 70, 451), "temp"),
        ];
        for ((rf, spo2, sbp, pulse, temp), what) in table {
            let refused = Vitals::new((rf, spo2, sbp, pulse, Tenths(temp)), Acvpu::A, Scale::One, false);
            assert_eq!(refused.unwrap_err().what, what);
        }
    }

    proptest! {
        #[test]
        fn every_value_lies_in_exactly_one_band(value in -10_i32..500, oxygen in any::<bool>(), two in any::<bool>()) {
            let scale = if two { Scale::Two } else { Scale::One };
            for parameter in Parameter::ALL {
                if let Some(table) = News2::table(parameter, scale, oxygen) {
                    prop_assert_eq!(table.iter().filter(|band| band.holds(value)).count(), 1);
                }
            }
        }
    }
}
