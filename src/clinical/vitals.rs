//! What is measured on a person, and the bounds of what can be.

use serde::{Deserialize, Serialize};

/// How awake a person is (RCP 2017): the worse, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum Acvpu {
    /// Alert.
    #[default]
    A,
    /// *New* confusion. Who has long been confused is alert.
    C,
    /// Reacts to voice.
    V,
    /// Reacts to pain.
    P,
    /// Reacts to nothing.
    U,
}

impl Acvpu {
    /// All, from alert on.
    pub const ALL: [Self; 5] = [Self::A, Self::C, Self::V, Self::P, Self::U];

    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::C => "C",
            Self::V => "V",
            Self::P => "P",
            Self::U => "U",
        }
    }
}

/// By which of the two tables SpO2 is scored (RCP 2017).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum Scale {
    /// For everybody else.
    #[default]
    #[serde(rename = "1")]
    One,
    /// Only where a doctor has decided it, at confirmed hypercapnic respiratory failure.
    #[serde(rename = "2")]
    Two,
}

/// A number of tenths, such as 37.2 °C as 372.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tenths(pub i32);

/// One set of measurements of the six parameters, with oxygen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vitals {
    rf: i32,
    spo2: i32,
    scale: Scale,
    oxygen: bool,
    sbp: i32,
    pulse: i32,
    acvpu: Acvpu,
    temp: Tenths,
}

/// A measurement that no person can have: which, and between what it must lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what} is outside {least}-{most}")]
pub struct Impossible {
    /// The parameter.
    pub what: &'static str,
    /// The least that can be, in whole units.
    pub least: i32,
    /// The most.
    pub most: i32,
}

impl Vitals {
    /// Respirations a minute.
    pub const RF: (i32, i32) = (0, 80);
    /// Oxygen saturation in per cent.
    pub const SPO2: (i32, i32) = (40, 100);
    /// Systolic blood pressure in mmHg.
    pub const SBP: (i32, i32) = (30, 300);
    /// Heart beats a minute.
    pub const PULSE: (i32, i32) = (0, 300);
    /// Temperature in whole °C.
    pub const TEMP: (i32, i32) = (25, 45);

    /// Measurements, each within what can be.
    ///
    /// # Errors
    /// [`Impossible`] names the first that cannot.
    pub fn new(
        (rf, spo2, sbp, pulse, temp): (i32, i32, i32, i32, Tenths),
        acvpu: Acvpu,
        scale: Scale,
        oxygen: bool,
    ) -> Result<Self, Impossible> {
        let within = |what, value: i32, (least, most): (i32, i32), unit: i32| {
            if value < least * unit || value > most * unit {
                Err(Impossible { what, least, most })
            } else {
                Ok(value)
            }
        };
        Ok(Self {
            rf: within("rf", rf, Self::RF, 1)?,
            spo2: within("spo2", spo2, Self::SPO2, 1)?,
            sbp: within("sbp", sbp, Self::SBP, 1)?,
            pulse: within("pulse", pulse, Self::PULSE, 1)?,
            temp: Tenths(within("temp", temp.0, Self::TEMP, 10)?),
            acvpu,
            scale,
            oxygen,
        })
    }

    /// Measurements, each held within what can be.
    #[must_use]
    pub fn held(
        (rf, spo2, sbp, pulse, temp): (i32, i32, i32, i32, Tenths),
        acvpu: Acvpu,
        scale: Scale,
        oxygen: bool,
    ) -> Self {
        let within =
            |value: i32, (least, most): (i32, i32), unit: i32| value.clamp(least * unit, most * unit);
        Self {
            rf: within(rf, Self::RF, 1),
            spo2: within(spo2, Self::SPO2, 1),
            sbp: within(sbp, Self::SBP, 1),
            pulse: within(pulse, Self::PULSE, 1),
            temp: Tenths(within(temp.0, Self::TEMP, 10)),
            acvpu,
            scale,
            oxygen,
        }
    }

    /// Respirations a minute, 0–80.
    #[must_use]
    pub const fn rf(&self) -> i32 {
        self.rf
    }

    /// Oxygen saturation in per cent, 40–100.
    #[must_use]
    pub const fn spo2(&self) -> i32 {
        self.spo2
    }

    /// By which table the saturation is scored.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// Whether the person gets oxygen.
    #[must_use]
    pub const fn oxygen(&self) -> bool {
        self.oxygen
    }

    /// Systolic blood pressure in mmHg, 30–300.
    #[must_use]
    pub const fn sbp(&self) -> i32 {
        self.sbp
    }

    /// Heart beats a minute, 0–300.
    #[must_use]
    pub const fn pulse(&self) -> i32 {
        self.pulse
    }

    /// How awake.
    #[must_use]
    pub const fn acvpu(&self) -> Acvpu {
        self.acvpu
    }

    /// Temperature in °C, 25–45.
    #[must_use]
    pub const fn temp(&self) -> Tenths {
        self.temp
    }
}
