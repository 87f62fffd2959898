//! What parameters, values and letters are called. Pure.

use crate::clinical::{Acvpu, IsbarLetter, Parameter, Tenths};
use crate::i18n::{Language, Messages, Phrase, numbers};

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

/// A number in tenths as it is written.
#[must_use]
pub fn tenths(number: Tenths, language: Language) -> String {
    numbers::tenths(u64::try_from(number.0).unwrap_or_default(), language)
}
