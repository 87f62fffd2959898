//! MEWS, the Modified Early Warning Score, in the version of Subbe and others 2001: one version among several,
//! with borders of its own. It knows neither saturation nor oxygen. Shown beside NEWS2, never as the response.

use super::news2::{Band, Table, between, from, to};
use super::vitals::{Acvpu, Vitals};

/// The five things that are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MewsParameter {
    /// Respirations a minute.
    Rf,
    /// Systolic blood pressure, mmHg.
    Sbp,
    /// Heart beats a minute.
    Pulse,
    /// Temperature, °C.
    Temp,
    /// Consciousness: alert, voice, pain, unresponsive.
    Avpu,
}

impl MewsParameter {
    /// All, in the order of the table.
    pub const ALL: [Self; 5] = [Self::Rf, Self::Sbp, Self::Pulse, Self::Temp, Self::Avpu];

    /// How it is written in data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rf => "rf",
            Self::Sbp => "sbp",
            Self::Pulse => "pulse",
            Self::Temp => "temp",
            Self::Avpu => "avpu",
        }
    }
}

const RF: Table = &[to(8, 2), between(9, 14, 0), between(15, 20, 1), between(21, 29, 2), from(30, 3)];
const SBP: Table = &[to(70, 3), between(71, 80, 2), between(81, 100, 1), between(101, 199, 0), from(200, 2)];
const PULSE: Table = &[
    to(40, 2),
    between(41, 50, 1),
    between(51, 100, 0),
    between(101, 110, 1),
    between(111, 129, 2),
    from(130, 3),
];
const TEMP: Table = &[to(349, 2), between(350, 384, 0), from(385, 2)];

/// MEWS has no place for new confusion: it must be told as A, V, P or U.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("acvpu is C, which MEWS does not have")]
pub struct NoMews;

/// The points of one set of measurements, parameter by parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Mews {
    points: [u8; 5],
}

impl Mews {
    /// The score of some measurements.
    ///
    /// # Errors
    /// [`NoMews`] at new confusion.
    pub fn of(vitals: &Vitals) -> Result<Self, NoMews> {
        let avpu = match vitals.acvpu() {
            Acvpu::A => 0,
            Acvpu::V => 1,
            Acvpu::P => 2,
            Acvpu::U => 3,
            Acvpu::C => return Err(NoMews),
        };
        let points = MewsParameter::ALL.map(|parameter| match Self::band(parameter, vitals) {
            Some(band) => band.points,
            None => avpu,
        });
        Ok(Self { points })
    }

    /// The bands of a parameter; `None` for consciousness, which is no number.
    #[must_use]
    pub const fn table(parameter: MewsParameter) -> Option<Table> {
        match parameter {
            MewsParameter::Rf => Some(RF),
            MewsParameter::Sbp => Some(SBP),
            MewsParameter::Pulse => Some(PULSE),
            MewsParameter::Temp => Some(TEMP),
            MewsParameter::Avpu => None,
        }
    }

    /// The band in which a measurement lies: why it gives what it gives.
    #[must_use]
    pub fn band(parameter: MewsParameter, vitals: &Vitals) -> Option<Band> {
        let value = match parameter {
            MewsParameter::Rf => vitals.rf(),
            MewsParameter::Sbp => vitals.sbp(),
            MewsParameter::Pulse => vitals.pulse(),
            MewsParameter::Temp => vitals.temp().0,
            MewsParameter::Avpu => return None,
        };
        Self::table(parameter)?.iter().copied().find(|band| band.holds(value))
    }

    /// What a parameter gave.
    #[must_use]
    pub fn points(&self, parameter: MewsParameter) -> u8 {
        let all = MewsParameter::ALL.iter().zip(self.points);
        all.filter(|(one, _)| **one == parameter).map(|(_, points)| points).sum()
    }

    /// The sum, 0–14.
    #[must_use]
    pub fn total(&self) -> u8 {
        self.points.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::{Scale, Tenths};

    fn vitals(rf: i32, sbp: i32, pulse: i32, temp: i32, acvpu: Acvpu) -> Vitals {
        Vitals::new((rf, 97, sbp, pulse, Tenths(temp)), acvpu, Scale::One, false).unwrap()
    }

    /// Every border of the table of Subbe 2001, as `fakta.md` 5.4 writes it.
    #[test]
    fn every_border_gives_what_the_table_says() {
        use MewsParameter::{Avpu, Pulse, Rf, Sbp, Temp};
        let well = |parameter, value| {
            let (mut rf, mut sbp, mut pulse, mut temp) = (12, 120, 70, 370);
            match parameter {
                Rf => rf = value,
                Sbp => sbp = value,
                Pulse => pulse = value,
                Temp => temp = value,
                Avpu => {}
            }
            Mews::of(&vitals(rf, sbp, pulse, temp, Acvpu::A)).unwrap()
        };
        let table: [(MewsParameter, &[(i32, u8)]); 4] = [
            (Rf, &[(0, 2), (8, 2), (9, 0), (14, 0), (15, 1), (20, 1), (21, 2), (29, 2), (30, 3), (80, 3)]),
            (
                Sbp,
                &[
                    (30, 3),
                    (70, 3),
                    (71, 2),
                    (80, 2),
                    (81, 1),
                    (100, 1),
                    (101, 0),
                    (199, 0),
                    (200, 2),
                    (300, 2),
                ],
            ),
            (
                Pulse,
                &[
                    (0, 2),
                    (40, 2),
                    (41, 1),
                    (50, 1),
                    (51, 0),
                    (100, 0),
                    (101, 1),
                    (110, 1),
                    (111, 2),
                    (129, 2),
                    (130, 3),
                    (300, 3),
                ],
            ),
            (Temp, &[(250, 2), (349, 2), (350, 0), (384, 0), (385, 2), (450, 2)]),
        ];
        for (parameter, borders) in table {
            for (value, points) in borders {
                let score = well(parameter, *value);
                assert_eq!(
                    (score.points(parameter), score.total()),
                    (*points, *points),
                    "{parameter:?} {value}"
                );
            }
        }
        for (acvpu, points) in [(Acvpu::A, 0), (Acvpu::V, 1), (Acvpu::P, 2), (Acvpu::U, 3)] {
            assert_eq!(Mews::of(&vitals(12, 120, 70, 370, acvpu)).unwrap().points(Avpu), points);
        }
        assert_eq!(Mews::of(&vitals(12, 120, 70, 370, Acvpu::C)), Err(NoMews));
    }

    /// `fakta.md` 5.4 and 7.2: too much oxygen, too little breath, and numbers that look fine.
    #[test]
    fn a_drowsy_patient_with_copd_has_one_point() {
        assert_eq!(Mews::of(&vitals(14, 128, 96, 383, Acvpu::V)).unwrap().total(), 1);
    }
}
