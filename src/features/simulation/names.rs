//! What things are called: roles, parameters, values, times. Pure.

use crate::clinical::{Measure, Measured, Parameter, Rhythm, Role, Skill, Tenths, Verdict};
use crate::i18n::{Language, Messages, Phrase};
use crate::scored::names::tenths;
pub use crate::scored::names::{acvpu, isbar, parameter, value};

/// The name of a role.
#[must_use]
pub fn role(role: Role) -> Phrase {
    match role {
        Role::Assistant => Messages::simulation_role_assistant,
        Role::HealthWorker => Messages::simulation_role_health_worker,
        Role::Nurse => Messages::simulation_role_nurse,
    }
}

/// The name of a skill.
#[must_use]
pub fn skill(skill: Skill) -> Phrase {
    match skill {
        Skill::Observe => Messages::simulation_k_observe,
        Skill::Recognise => Messages::simulation_k_recognise,
        Skill::Act => Messages::simulation_k_act,
        Skill::Procedure => Messages::simulation_k_procedure,
    }
}

/// How something done is looked at, in words.
#[must_use]
pub fn verdict(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Right => Messages::simulation_v_right,
        Verdict::Neutral => Messages::simulation_v_neutral,
        Verdict::Wrong => Messages::simulation_v_wrong,
        Verdict::Dangerous => Messages::simulation_v_dangerous,
    }
}

/// What one does to measure.
#[must_use]
pub fn measure(measure: Measure) -> Phrase {
    match measure {
        Measure::Rf => Messages::simulation_m_rf60,
        Measure::Rf30 => Messages::simulation_m_rf30,
        Measure::Spo2 => Messages::simulation_p_spo2,
        Measure::Sbp => Messages::simulation_p_sbp,
        Measure::Pulse => Messages::simulation_p_pulse,
        Measure::Temp => Messages::simulation_p_temp,
        Measure::Acvpu => Messages::simulation_p_acvpu,
        Measure::Glucose => Messages::simulation_m_glucose,
        Measure::Refill => Messages::simulation_m_refill,
        Measure::Pain => Messages::simulation_m_pain,
    }
}

/// What is measured, without how.
#[must_use]
pub fn measured_name(measure: Measure) -> Phrase {
    match measure {
        Measure::Rf | Measure::Rf30 => Messages::simulation_p_rf,
        Measure::Spo2
        | Measure::Sbp
        | Measure::Pulse
        | Measure::Temp
        | Measure::Acvpu
        | Measure::Glucose
        | Measure::Refill
        | Measure::Pain => self::measure(measure),
    }
}

/// What a measurement is called beside what it shows: the pressure has both its numbers then.
#[must_use]
pub fn told_name(measure: Measure) -> Phrase {
    match measure {
        Measure::Sbp => Messages::afterwards_pressure,
        Measure::Rf
        | Measure::Rf30
        | Measure::Spo2
        | Measure::Pulse
        | Measure::Temp
        | Measure::Acvpu
        | Measure::Glucose
        | Measure::Refill
        | Measure::Pain => measured_name(measure),
    }
}

/// [`value`] in one text.
#[must_use]
pub fn value_with_unit(words: &Messages, language: Language, parameter: Parameter, number: i32) -> String {
    in_one(value(words, language, parameter, number))
}

/// What a measurement shows, in one text.
#[must_use]
pub fn measured(words: &Messages, language: Language, measured: Measured) -> String {
    in_one(measured_parts(words, language, measured))
}

fn in_one((number, unit): (String, String)) -> String {
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// What a measurement shows: the number, or a word, and its unit, apart.
#[must_use]
pub fn measured_parts(words: &Messages, language: Language, measured: Measured) -> (String, String) {
    let with = |parameter, number| value(words, language, parameter, number);
    match measured {
        Measured::Rf(number) => with(Parameter::Rf, number),
        Measured::Spo2(number) => with(Parameter::Spo2, number),
        Measured::Pressure(upper, lower) => {
            (format!("{upper}/{lower}"), words.simulation_u_mmhg().to_owned())
        }
        Measured::Pulse(number, Rhythm::Regular) => with(Parameter::Pulse, number),
        Measured::Pulse(number, Rhythm::Irregular) => {
            let (number, unit) = with(Parameter::Pulse, number);
            (number, format!("{unit}, {}", words.simulation_irregular()))
        }
        Measured::Temp(Tenths(number)) => with(Parameter::Temp, number),
        Measured::Acvpu(found) => (acvpu(found)(words).to_owned(), String::new()),
        Measured::Glucose(number) => (tenths(number, language), words.simulation_u_mmol().to_owned()),
        Measured::Refill(seconds) => (words.simulation_u_seconds(seconds), String::new()),
        Measured::Pain(number) => (words.simulation_u_of_ten(number), String::new()),
    }
}

/// A time of day, `09:10`: so many seconds after a beginning in minutes after midnight.
#[must_use]
pub fn clock(begins: u16, seconds: u32) -> String {
    let minutes = (u32::from(begins) + seconds / 60) % 1_440;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
