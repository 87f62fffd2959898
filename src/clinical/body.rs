//! A body that changes with time: fixed steps of five seconds, `+ − × ÷` on [`Fixed`], nothing else.
//!
//! What is wrong with somebody is a handful of levels that rise and fall ([`Condition`]); each pulls at something in
//! the body. What hangs together in every body is here and not in the data: air and blood in the lungs, oxygen and
//! carbon dioxide, gravity and water in the lungs, volume and pressure, glucose, oxygen and the mind. The figures of
//! these couplings are chosen so that courses read as they do on a ward; they are no reference values, and a
//! clinician has to look at them (`fakta.md` has none, so all of them are [E]).
//!
//! [`Condition`]: super::Condition

mod gases;

use serde::{Deserialize, Serialize};

use super::fixed::Fixed;
use super::scenario::{Condition, Patient, Pulled, Rhythm};
use super::vitals::{Acvpu, Tenths, Vitals};

/// How long a step is, in seconds.
pub const STEP: u32 = 5;

const STEPS_A_MINUTE: i32 = 12;

/// How somebody lies or sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// On the back.
    Flat,
    /// On the back, with the legs up.
    LegsUp,
    /// With the upper body raised a little.
    #[default]
    HalfSitting,
    /// Sitting up.
    Upright,
    /// On the side, so that the airway stays open.
    Side,
}

impl Position {
    const ALL: [Self; 5] = [Self::Flat, Self::LegsUp, Self::HalfSitting, Self::Upright, Self::Side];

    /// How it is written in data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Flat => "flat",
            Self::LegsUp => "legs-up",
            Self::HalfSitting => "half-sitting",
            Self::Upright => "upright",
            Self::Side => "side",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|position| position.code() == code)
    }
}

/// With what oxygen is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Device {
    /// None: the air of the room.
    #[default]
    Air,
    /// Nasal cannula.
    Nasal,
    /// Simple mask.
    Mask,
    /// Venturi mask, which gives a known share of oxygen.
    Venturi,
    /// Mask with a reservoir.
    Reservoir,
}

/// The oxygen that somebody gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Oxygen {
    /// With what.
    pub device: Device,
    /// Litres a minute; of a venturi mask the share of oxygen in per cent.
    #[serde(default)]
    pub flow: u8,
}

/// The state of a body at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Body {
    /// The level of each condition, in the order of the scenario.
    levels: Vec<Fixed>,
    /// What an instructor has added.
    pushed: Vec<(Pulled, Fixed)>,
    /// How they lie or sit.
    pub position: Position,
    /// The oxygen that they get.
    pub oxygen: Oxygen,
    /// Somebody holds the airway open.
    pub held_airway: bool,
    /// Somebody breathes for them.
    pub breaths: bool,
    /// Somebody presses the chest.
    pub compressions: bool,
    /// The share of the drive to breathe that oxygen has taken, per cent.
    lost_drive: Fixed,
    /// Carbon dioxide in arterial blood, kPa.
    co2: Fixed,
    /// Oxygen in arterial blood, kPa.
    po2: Fixed,
    spo2: Fixed,
    rf: Fixed,
    sbp: Fixed,
    dbp: Fixed,
    pulse: Fixed,
    temp: Fixed,
    clouding: Fixed,
    glucose: Fixed,
    refill: Fixed,
    pain: Fixed,
    urine: Fixed,
    irregular: bool,
    /// Seconds with next to no oxygen in the blood.
    without_oxygen: u32,
    /// The heart stands still.
    arrest: bool,
}

/// The sum of what all conditions pull at.
#[derive(Default)]
struct Pulls {
    rf: Fixed,
    ventilation: Fixed,
    airway: Fixed,
    mismatch: Fixed,
    shunt: Fixed,
    congestion: Fixed,
    volume: Fixed,
    sbp: Fixed,
    pulse: Fixed,
    temp: Fixed,
    clouding: Fixed,
    glucose: Fixed,
    refill: Fixed,
    pain: Fixed,
    urine: Fixed,
    irregular: Fixed,
}

impl Pulls {
    fn of(conditions: &[Condition], levels: &[Fixed]) -> Self {
        let mut sum = Self::default();
        for (condition, level) in conditions.iter().zip(levels) {
            for pull in &condition.pulls {
                let share = level.above(pull.from).divided_by(Fixed::HUNDRED - pull.from);
                *sum.place(pull.on) += share * pull.by;
            }
        }
        sum
    }

    fn place(&mut self, on: Pulled) -> &mut Fixed {
        match on {
            Pulled::Rf => &mut self.rf,
            Pulled::Ventilation => &mut self.ventilation,
            Pulled::Airway => &mut self.airway,
            Pulled::Mismatch => &mut self.mismatch,
            Pulled::Shunt => &mut self.shunt,
            Pulled::Congestion => &mut self.congestion,
            Pulled::Volume => &mut self.volume,
            Pulled::Sbp => &mut self.sbp,
            Pulled::Pulse => &mut self.pulse,
            Pulled::Temp => &mut self.temp,
            Pulled::Clouding => &mut self.clouding,
            Pulled::Glucose => &mut self.glucose,
            Pulled::Refill => &mut self.refill,
            Pulled::Pain => &mut self.pain,
            Pulled::Urine => &mut self.urine,
            Pulled::Irregular => &mut self.irregular,
        }
    }
}

/// One step towards where something is drawn, when it takes `seconds` to go most of the way.
fn lag(now: Fixed, target: Fixed, seconds: i32) -> Fixed {
    now + (target - now).over(seconds / STEP as i32)
}

const fn percent(number: i32) -> Fixed {
    Fixed::thousandths(number * 10)
}

impl Body {
    /// The body at the beginning: what its conditions have made of it long ago.
    #[must_use]
    pub fn new(patient: &Patient) -> Self {
        let usual = &patient.habitual;
        let mut body = Self {
            levels: patient.conditions.iter().map(|condition| level(condition.start)).collect(),
            pushed: Vec::new(),
            position: patient.position,
            oxygen: patient.oxygen,
            held_airway: false,
            breaths: false,
            compressions: false,
            lost_drive: Fixed::ZERO,
            co2: usual.co2,
            po2: gases::pressure_at(usual.spo2),
            spo2: usual.spo2,
            rf: usual.rf,
            sbp: usual.sbp,
            dbp: usual.dbp,
            pulse: usual.pulse,
            temp: usual.temp,
            clouding: Fixed::ZERO,
            glucose: usual.glucose,
            refill: Fixed::whole(2),
            pain: Fixed::ZERO,
            urine: Fixed::whole(60),
            irregular: usual.rhythm == Rhythm::Irregular,
            without_oxygen: 0,
            arrest: false,
        };
        let pulls = body.pulls(patient);
        body.temp = set_point(patient, &pulls);
        // An hour, with everything that is wrong held as it is at the beginning.
        for _ in 0..720 {
            body.settle(patient, false);
        }
        body
    }

    /// Five seconds later. `rates` is how much each level changes a minute, in the order of the conditions.
    pub fn step(&mut self, patient: &Patient, rates: &[Fixed]) {
        for (now, rate) in self.levels.iter_mut().zip(rates) {
            *now = level(*now + rate.over(STEPS_A_MINUTE));
        }
        self.settle(patient, true);
    }

    /// Changes a level at once.
    pub fn change_level(&mut self, place: usize, by: Fixed) {
        if let Some(now) = self.levels.get_mut(place) {
            *now = level(*now + by);
        }
    }

    /// Changes the blood glucose at once.
    pub fn change_glucose(&mut self, by: Fixed) {
        self.glucose = (self.glucose + by).clamp(Fixed::thousandths(600), Fixed::whole(40));
    }

    /// Pulls at something from now on, beside everything else: for an instructor.
    pub fn push(&mut self, on: Pulled, by: Fixed) {
        self.pushed.push((on, by));
    }

    fn pulls(&self, patient: &Patient) -> Pulls {
        let mut pulls = Pulls::of(&patient.conditions, &self.levels);
        for (on, by) in &self.pushed {
            *pulls.place(*on) += *by;
        }
        pulls
    }

    fn settle(&mut self, patient: &Patient, time_passes: bool) {
        let pulls = self.pulls(patient);
        if time_passes {
            self.change_glucose(pulls.glucose.over(STEPS_A_MINUTE));
        }
        let usual = &patient.habitual;
        let water = pulls.congestion * self.gravity();
        self.breathe(patient, &pulls, water);
        let hypoxia = self.spo2.below(Fixed::whole(90));
        let fever = (self.temp - usual.temp).above(Fixed::ZERO);
        self.pain = lag(self.pain, pulls.pain.clamp(Fixed::ZERO, Fixed::whole(10)), 60);
        let rf = usual.rf
            + pulls.rf
            + (hypoxia * percent(30)).min(Fixed::whole(8))
            + fever * Fixed::thousandths(1_200)
            + self.pain * percent(40)
            + water * percent(8)
            - self.lost_drive * percent(30);
        let drawn = if self.arrest { Fixed::ZERO } else { rf.clamp(Fixed::ZERO, Fixed::whole(60)) };
        self.rf = lag(self.rf, drawn, 60);
        self.circulate(patient, &pulls, hypoxia, fever);
        self.temp = lag(self.temp, set_point(patient, &pulls), 2_700);
        self.cloud(patient, &pulls);
        self.irregular = usual.rhythm == Rhythm::Irregular || pulls.irregular >= Fixed::whole(50);
    }

    /// How much of the water in the lungs is felt: lying flat makes it worse, sitting up better.
    fn gravity(&self) -> Fixed {
        match self.position {
            Position::Flat | Position::LegsUp => percent(125),
            Position::HalfSitting | Position::Side => Fixed::ONE,
            Position::Upright => percent(65),
        }
    }

    /// Air, oxygen and carbon dioxide.
    fn breathe(&mut self, patient: &Patient, pulls: &Pulls, water: Fixed) {
        let usual = &patient.habitual;
        let surplus = self.spo2.above(Fixed::whole(92));
        let lost = (surplus * patient.retains).min(Fixed::whole(90));
        self.lost_drive = lag(self.lost_drive, lost, 480);
        let own = Fixed::HUNDRED + pulls.ventilation - self.lost_drive;
        let moved = own.clamp(Fixed::ZERO, Fixed::whole(150)) * (Fixed::ONE - self.closed_airway(pulls));
        let moved = if self.arrest { Fixed::ZERO } else { moved };
        // Breaths from outside reach the lungs only through an open airway.
        let given = if self.breaths {
            Fixed::whole(80) * (Fixed::ONE - self.blocked_airway(pulls))
        } else {
            Fixed::ZERO
        };
        let moved = moved.max(given).max(Fixed::ONE).over(100);

        let co2 = usual.co2.divided_by(moved).min(Fixed::whole(20));
        // It takes minutes to rise.
        self.co2 = lag(self.co2, co2, 240);
        let base = gases::alveolar(gases::AIR, usual.co2) - gases::pressure_at(usual.spo2);
        let mismatch = base + pulls.mismatch + water * percent(5);
        let reached =
            (gases::alveolar(gases::share(self.oxygen), co2) - mismatch).max(Fixed::thousandths(500));
        let seconds = if reached > self.po2 { 30 } else { 50 };
        self.po2 = lag(self.po2, reached, seconds);
        let shunt = pulls.shunt + water * percent(8);
        self.spo2 = (gases::saturation(self.po2) - shunt).clamp(Fixed::whole(40), Fixed::HUNDRED);
        self.stand_still();
    }

    /// How far the airway is closed by what is wrong, 0–1.
    fn blocked_airway(&self, pulls: &Pulls) -> Fixed {
        pulls.airway.clamp(Fixed::ZERO, Fixed::HUNDRED).over(100)
    }

    /// The same, and the tongue of somebody who lies on the back and no longer reacts.
    fn closed_airway(&self, pulls: &Pulls) -> Fixed {
        let falls_back =
            self.clouding >= Fixed::whole(80) && self.position != Position::Side && !self.held_airway;
        let tongue = if falls_back { percent(12) } else { Fixed::ZERO };
        (self.blocked_airway(pulls) + tongue).min(Fixed::ONE)
    }

    /// Minutes without oxygen stop a heart; oxygen and compressions may start it again.
    fn stand_still(&mut self) {
        let none = self.po2 < Fixed::thousandths(2_500);
        self.without_oxygen = if none { (self.without_oxygen + STEP).min(3_600) } else { 0 };
        if self.without_oxygen >= 240 {
            self.arrest = true;
        } else if self.arrest && self.compressions && self.po2 >= Fixed::whole(7) {
            self.arrest = false;
        }
    }

    /// Pressure, pulse, skin and urine.
    fn circulate(&mut self, patient: &Patient, pulls: &Pulls, hypoxia: Fixed, fever: Fixed) {
        let usual = &patient.habitual;
        let raised = if self.position == Position::LegsUp { Fixed::whole(5) } else { Fixed::ZERO };
        let missing = (pulls.volume - raised).clamp(Fixed::ZERO, Fixed::whole(60));
        // Up to a tenth is made up for; from then on the pressure falls, and from three tenths it collapses.
        let fallen = missing * percent(30)
            + missing.above(Fixed::whole(10)) * percent(150)
            + missing.above(Fixed::whole(30)) * percent(120);
        let sbp = usual.sbp + pulls.sbp - fallen
            + self.pain * percent(150)
            + (hypoxia * percent(50)).min(Fixed::whole(10));
        let pulse = usual.pulse
            + pulls.pulse
            + missing * percent(160)
            + (hypoxia * percent(90)).min(Fixed::whole(25))
            + fever * Fixed::whole(6)
            + self.pain * percent(150)
            + self.glucose.below(Fixed::thousandths(3_900)) * Fixed::whole(9);
        let (sbp, pulse) = match (self.arrest, self.compressions) {
            (true, true) => (Fixed::whole(60), Fixed::ZERO),
            (true, false) => (Fixed::whole(30), Fixed::ZERO),
            (false, _) => (
                sbp.clamp(Fixed::whole(40), Fixed::whole(260)),
                pulse.clamp(Fixed::whole(20), Fixed::whole(220)),
            ),
        };
        self.sbp = lag(self.sbp, sbp, 90);
        self.pulse = lag(self.pulse, pulse, 60);
        self.dbp = (usual.dbp + (self.sbp - usual.sbp).over(2)).clamp(Fixed::whole(15), self.sbp);
        let low = self.sbp.below(usual.sbp - Fixed::whole(25));
        let refill = Fixed::whole(2) + pulls.refill + missing * percent(6) + low * percent(3);
        self.refill = lag(self.refill, refill.clamp(Fixed::ONE, Fixed::whole(8)), 120);
        let urine = Fixed::whole(60) + pulls.urine - missing - low;
        self.urine = lag(self.urine, urine.clamp(Fixed::ZERO, Fixed::whole(300)), 600);
    }

    /// The mind: clouded by what is wrong, and by too little oxygen, pressure or glucose, or too much carbon dioxide.
    fn cloud(&mut self, patient: &Patient, pulls: &Pulls) {
        let usual = &patient.habitual;
        let airless = self.spo2.below(Fixed::whole(82)) * percent(220);
        let narcosis = self.co2.above(usual.co2 + Fixed::thousandths(1_500)) * Fixed::whole(18);
        let faint = self.sbp.below(usual.sbp * percent(70));
        let hungry = self.glucose.below(Fixed::thousandths(3_900)) * Fixed::whole(25)
            + self.glucose.below(Fixed::thousandths(2_300)) * Fixed::whole(45);
        let sum = (pulls.clouding + airless + narcosis + faint + hungry).max(Fixed::ZERO);
        let frail = Fixed::ONE + percent(4) * Fixed::whole(i32::from(patient.frailty.clamp(1, 9)) - 1);
        let clouding = if self.arrest { Fixed::whole(150) } else { (sum * frail).min(Fixed::whole(150)) };
        self.clouding = lag(self.clouding, clouding, 60);
    }

    /// The level of the condition at this place, 0–100.
    #[must_use]
    pub fn level(&self, place: usize) -> Fixed {
        self.levels.get(place).copied().unwrap_or_default()
    }

    /// How awake.
    #[must_use]
    pub fn acvpu(&self) -> Acvpu {
        let from = |least: i32| self.clouding >= Fixed::whole(least);
        if from(110) {
            Acvpu::U
        } else if from(80) {
            Acvpu::P
        } else if from(55) {
            Acvpu::V
        } else if from(30) {
            Acvpu::C
        } else {
            Acvpu::A
        }
    }

    /// What a good measurement would show now.
    #[must_use]
    pub fn vitals(&self, patient: &Patient) -> Vitals {
        let values = (
            self.rf.rounded(),
            self.spo2.rounded(),
            self.sbp.rounded(),
            self.pulse.rounded(),
            Tenths(self.temp.tenths()),
        );
        Vitals::held(values, self.acvpu(), patient.scale, self.oxygen.device != Device::Air)
    }

    /// Diastolic blood pressure, mmHg.
    #[must_use]
    pub fn dbp(&self) -> i32 {
        self.dbp.rounded()
    }

    /// Blood glucose, in tenths of mmol/l.
    #[must_use]
    pub fn glucose(&self) -> Tenths {
        Tenths(self.glucose.tenths())
    }

    /// Capillary refill, in seconds.
    #[must_use]
    pub fn refill(&self) -> i32 {
        self.refill.rounded()
    }

    /// Pain, 0–10.
    #[must_use]
    pub fn pain(&self) -> i32 {
        self.pain.rounded()
    }

    /// Urine, ml an hour.
    #[must_use]
    pub fn urine(&self) -> i32 {
        self.urine.rounded()
    }

    /// How the heart beats.
    #[must_use]
    pub fn rhythm(&self) -> Rhythm {
        if self.irregular { Rhythm::Irregular } else { Rhythm::Regular }
    }

    /// Whether the heart stands still.
    #[must_use]
    pub fn arrest(&self) -> bool {
        self.arrest
    }

    /// Everything in it, in millionths: for what compares two runs.
    pub fn fingerprint(&self) -> impl Iterator<Item = i64> + '_ {
        let own = [
            self.lost_drive,
            self.co2,
            self.po2,
            self.spo2,
            self.rf,
            self.sbp,
            self.dbp,
            self.pulse,
            self.temp,
            self.clouding,
            self.glucose,
            self.refill,
            self.pain,
            self.urine,
        ];
        self.levels.iter().copied().chain(own).map(Fixed::millionths)
    }
}

fn set_point(patient: &Patient, pulls: &Pulls) -> Fixed {
    (patient.habitual.temp + pulls.temp).clamp(Fixed::whole(28), Fixed::whole(42))
}

fn level(level: Fixed) -> Fixed {
    level.clamp(Fixed::ZERO, Fixed::HUNDRED)
}
