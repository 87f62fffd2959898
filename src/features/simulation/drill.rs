//! Small drills: the borders of the score tables, and the letters of ISBAR. Pure.
//!
//! What was missed comes again sooner; nothing is counted, and nobody is compared with anybody.

pub mod ordering;
pub mod question;
pub mod queue;
pub mod round;
pub mod sorting;

use crate::clinical::{Parameter, Scale};
use crate::route::{ISBAR_DRILL, NEWS2_DRILL};

/// A drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Drill {
    /// Every border of NEWS2.
    News2,
    /// Respirations in NEWS2.
    Rf,
    /// Saturation by scale 1.
    SpO2One,
    /// Saturation by scale 2, on air and on oxygen.
    SpO2Two,
    /// Systolic blood pressure in NEWS2.
    Sbp,
    /// Pulse in NEWS2.
    Pulse,
    /// Temperature in NEWS2.
    Temp,
    /// Consciousness and extra oxygen in NEWS2.
    AcvpuOxygen,
    /// Every border of MEWS.
    Mews,
    /// What belongs to which letter of ISBAR.
    IsbarSort,
    /// In which order it is said.
    IsbarOrder,
}

impl Drill {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::News2,
        Self::Rf,
        Self::SpO2One,
        Self::SpO2Two,
        Self::Sbp,
        Self::Pulse,
        Self::Temp,
        Self::AcvpuOxygen,
        Self::Mews,
        Self::IsbarSort,
        Self::IsbarOrder,
    ];

    /// How it is written in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::News2 => NEWS2_DRILL,
            Self::Rf => "news2-rf",
            Self::SpO2One => "news2-spo2-1",
            Self::SpO2Two => "news2-spo2-2",
            Self::Sbp => "news2-sbp",
            Self::Pulse => "news2-pulse",
            Self::Temp => "news2-temp",
            Self::AcvpuOxygen => "news2-acvpu-oxygen",
            Self::Mews => "mews",
            Self::IsbarSort => ISBAR_DRILL,
            Self::IsbarOrder => "isbar-order",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|drill| drill.code() == code)
    }

    /// The drill in which a parameter of NEWS2 is practised.
    #[must_use]
    pub const fn of(parameter: Parameter, scale: Scale) -> Self {
        match (parameter, scale) {
            (Parameter::Rf, _) => Self::Rf,
            (Parameter::Spo2, Scale::One) => Self::SpO2One,
            (Parameter::Spo2, Scale::Two) => Self::SpO2Two,
            (Parameter::Oxygen | Parameter::Acvpu, _) => Self::AcvpuOxygen,
            (Parameter::Sbp, _) => Self::Sbp,
            (Parameter::Pulse, _) => Self::Pulse,
            (Parameter::Temp, _) => Self::Temp,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drill_is_found_by_its_code_and_every_parameter_has_one() {
        for drill in Drill::ALL {
            assert_eq!(Drill::parse(drill.code()), Some(drill));
        }
        assert_eq!(Drill::parse("news2-x"), None);
        let of = Parameter::ALL.map(|parameter| Drill::of(parameter, Scale::Two).code());
        assert_eq!(
            of,
            [
                "news2-rf",
                "news2-spo2-2",
                "news2-acvpu-oxygen",
                "news2-sbp",
                "news2-pulse",
                "news2-acvpu-oxygen",
                "news2-temp"
            ]
        );
    }
}
