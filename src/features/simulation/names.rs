//! What things are called: roles, parameters, values, times. Pure.

use crate::clinical::{
    Acvpu, IsbarLetter, Measure, Measured, Parameter, Rhythm, Role, Skill, Tenths, Verdict, Vitals,
};
use crate::i18n::{Language, Messages, Phrase, numbers};

/// The name of a role.
#[must_use]
pub fn role(role: Role) -> Phrase {
    match role {
        Role::Assistant => Messages::simulation_role_assistant,
        Role::HealthWorker => Messages::simulation_role_health_worker,
        Role::Nurse => Messages::simulation_role_nurse,
    }
}

/// The sign and the name of a letter of ISBAR.
#[must_use]
pub fn isbar(letter: IsbarLetter) -> (&'static str, Phrase) {
    match letter {
        IsbarLetter::I => ("I", Messages::simulation_i_name),
        IsbarLetter::S => ("S", Messages::simulation_s_name),
        IsbarLetter::B => ("B", Messages::simulation_b_name),
        IsbarLetter::A => ("A", Messages::simulation_a_name),
        IsbarLetter::R => ("R", Messages::simulation_r_name),
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

/// The name of a parameter.
#[must_use]
pub fn parameter(parameter: Parameter) -> Phrase {
    match parameter {
        Parameter::Rf => Messages::simulation_p_rf,
        Parameter::Spo2 => Messages::simulation_p_spo2,
        Parameter::Oxygen => Messages::simulation_p_oxygen,
        Parameter::Sbp => Messages::simulation_p_sbp,
        Parameter::Pulse => Messages::simulation_p_pulse,
        Parameter::Acvpu => Messages::simulation_p_acvpu,
        Parameter::Temp => Messages::simulation_p_temp,
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

fn unit(parameter: Parameter) -> Option<Phrase> {
    match parameter {
        Parameter::Rf | Parameter::Pulse => Some(Messages::simulation_u_minute),
        Parameter::Spo2 => Some(Messages::simulation_u_percent),
        Parameter::Sbp => Some(Messages::simulation_u_mmhg),
        Parameter::Temp => Some(Messages::simulation_u_degrees),
        Parameter::Oxygen | Parameter::Acvpu => None,
    }
}

/// How awake, in words.
#[must_use]
pub fn acvpu(acvpu: Acvpu) -> Phrase {
    match acvpu {
        Acvpu::A => Messages::simulation_acvpu_a,
        Acvpu::C => Messages::simulation_acvpu_c,
        Acvpu::V => Messages::simulation_acvpu_v,
        Acvpu::P => Messages::simulation_acvpu_p,
        Acvpu::U => Messages::simulation_acvpu_u,
    }
}

/// The number and its unit, apart; a temperature in tenths, consciousness by its place in [`Acvpu::ALL`],
/// extra oxygen as yes or no.
#[must_use]
pub fn value(words: &Messages, language: Language, parameter: Parameter, value: i32) -> (String, String) {
    let unit = unit(parameter).map(|unit| unit(words).to_owned()).unwrap_or_default();
    let number = match parameter {
        Parameter::Temp => tenths(Tenths(value), language),
        Parameter::Acvpu => {
            let found = usize::try_from(value).ok().and_then(|place| Acvpu::ALL.get(place));
            found.map(|found| acvpu(*found)(words).to_owned()).unwrap_or_default()
        }
        Parameter::Oxygen if value == 0 => words.simulation_no().to_owned(),
        Parameter::Oxygen => words.simulation_yes().to_owned(),
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse => value.to_string(),
    };
    (number, unit)
}

/// What a measurement shows, in one text.
#[must_use]
pub fn measured(words: &Messages, language: Language, measured: Measured) -> String {
    let (number, unit) = measured_parts(words, language, measured);
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

/// The values of a person, in the order of the chart, each with what it is called; oxygen is seen.
#[must_use]
pub fn vitals(words: &Messages, language: Language, vitals: &Vitals) -> Vec<(Parameter, String, String)> {
    let values = [
        (Parameter::Rf, vitals.rf()),
        (Parameter::Spo2, vitals.spo2()),
        (Parameter::Sbp, vitals.sbp()),
        (Parameter::Pulse, vitals.pulse()),
        (Parameter::Acvpu, vitals.acvpu() as i32),
        (Parameter::Temp, vitals.temp().0),
    ];
    let told = values.map(|(of, number)| {
        let (number, unit) = value(words, language, of, number);
        (of, parameter(of)(words).to_owned(), format!("{number} {unit}"))
    });
    told.to_vec()
}

fn tenths(number: Tenths, language: Language) -> String {
    numbers::tenths(u64::try_from(number.0).unwrap_or_default(), language)
}

/// A time of day, `09:10`: so many seconds after a beginning in minutes after midnight.
#[must_use]
pub fn clock(begins: u16, seconds: u32) -> String {
    let minutes = (u32::from(begins) + seconds / 60) % 1_440;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
