//! A made-up person: what is usual for them, what is wrong, and how it goes on.

use serde::{Deserialize, Serialize};

use crate::clinical::body::{Oxygen, Position};
use crate::clinical::fixed::Fixed;
use crate::clinical::vitals::Scale;
use crate::clinical::when::When;

data! {
    /// A made-up person.
    pub struct Patient {
        /// What is usual for them.
        pub habitual: Habitual,
        /// Clinical Frailty Scale, 1 (very fit) to 9 (terminally ill).
        pub frailty: u8,
        /// By which table their saturation is scored.
        #[serde(default)]
        pub scale: Scale,
        /// How much of the drive to breathe is lost for each per cent of saturation above 92 (per cent); 0 for
        /// those who do not retain carbon dioxide.
        #[serde(default)]
        pub retains: Fixed,
        /// What is wrong, and how it goes on.
        pub conditions: Vec<Condition>,
        /// How they lie or sit at the beginning.
        #[serde(default)]
        pub position: Position,
        /// The oxygen that they get at the beginning.
        #[serde(default)]
        pub oxygen: Oxygen,
    }
}

data! {
    /// What is usual for a person at rest.
    pub struct Habitual {
        /// Respirations a minute.
        pub rf: Fixed,
        /// Saturation on air, per cent.
        pub spo2: Fixed,
        /// Systolic blood pressure, mmHg.
        pub sbp: Fixed,
        /// Diastolic blood pressure, mmHg.
        pub dbp: Fixed,
        /// Heart beats a minute.
        pub pulse: Fixed,
        /// Temperature, °C.
        pub temp: Fixed,
        /// Blood glucose, mmol/l.
        pub glucose: Fixed,
        /// Carbon dioxide in arterial blood, kPa.
        pub co2: Fixed,
        /// Whether the heart beats regularly.
        #[serde(default)]
        pub rhythm: Rhythm,
    }
}

words! {
    /// How a heart beats.
    #[derive(Default)]
    pub enum Rhythm {
        /// Regularly.
        #[default]
        Regular,
        /// Irregularly: counted for a whole minute.
        Irregular,
    }
}

data! {
    /// Something that is wrong, as a level between 0 and 100 that goes up or down by a rate.
    pub struct Condition {
        /// Its id, unique in the scenario.
        pub id: String,
        /// The level at the beginning.
        pub start: Fixed,
        /// How much the level changes a minute when nothing is done.
        #[serde(default)]
        pub rate: Fixed,
        /// What changes the rate while it holds.
        #[serde(default)]
        pub shifts: Vec<Shift>,
        /// What it does to the body.
        pub pulls: Vec<Pull>,
    }
}

data! {
    /// A change of a rate while something holds.
    pub struct Shift {
        /// What has to hold.
        pub when: When,
        /// What is added to the rate, a minute.
        pub rate: Fixed,
    }
}

data! {
    /// How a condition pulls at one thing in the body.
    pub struct Pull {
        /// At what.
        pub on: Pulled,
        /// The level from which it begins.
        #[serde(default)]
        pub from: Fixed,
        /// How much at level 100, in the unit of what it pulls at.
        pub by: Fixed,
    }
}

words! {
    /// What a condition can pull at.
    pub enum Pulled {
        /// Respirations a minute.
        Rf,
        /// How much air is moved, in per cent of what is needed.
        Ventilation,
        /// How far the airway is closed, per cent.
        Airway,
        /// Poor match of air and blood in the lungs, kPa: oxygen helps.
        Mismatch,
        /// Blood past the lungs, in per cent of saturation: oxygen does not help.
        Shunt,
        /// Water in the lungs, 0–100: sitting up helps.
        Congestion,
        /// Circulating volume that is lost or leaked, per cent: raised legs help.
        Volume,
        /// Systolic blood pressure, mmHg.
        Sbp,
        /// Heart beats a minute.
        Pulse,
        /// Set point of the temperature, °C.
        Temp,
        /// How clouded the mind is, 0–100: from 30 newly confused, from 55 only to voice, from 80 only to pain.
        Clouding,
        /// Blood glucose, mmol/l a minute.
        Glucose,
        /// Capillary refill, seconds.
        Refill,
        /// Pain, 0–10.
        Pain,
        /// Urine, ml an hour.
        Urine,
        /// Whether the heart beats irregularly: from 50 on.
        Irregular,
    }
}

impl Pulled {
    /// Reads how it is written in data.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Some(match code {
            "rf" => Self::Rf,
            "ventilation" => Self::Ventilation,
            "airway" => Self::Airway,
            "mismatch" => Self::Mismatch,
            "shunt" => Self::Shunt,
            "congestion" => Self::Congestion,
            "volume" => Self::Volume,
            "sbp" => Self::Sbp,
            "pulse" => Self::Pulse,
            "temp" => Self::Temp,
            "clouding" => Self::Clouding,
            "glucose" => Self::Glucose,
            "refill" => Self::Refill,
            "pain" => Self::Pain,
            "urine" => Self::Urine,
            "irregular" => Self::Irregular,
            _ => return None,
        })
    }
}
