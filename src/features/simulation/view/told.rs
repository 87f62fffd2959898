//! What things are called: parameters, values, roles, reasons for a point.

use crate::clinical::{Band, Letter, Parameter, Points, Response};
pub(super) use crate::features::simulation::names::{
    clock, isbar, measured, measured_name, measured_parts, parameter, role, skill, told_name, value, vitals,
};
use crate::i18n::{Language, Messages, Phrase};

pub(super) fn letter(letter: Letter) -> (&'static str, Phrase) {
    match letter {
        Letter::A => ("A", Messages::simulation_letter_a),
        Letter::B => ("B", Messages::simulation_letter_b),
        Letter::C => ("C", Messages::simulation_letter_c),
        Letter::D => ("D", Messages::simulation_letter_d),
        Letter::E => ("E", Messages::simulation_letter_e),
        Letter::F => ("F", Messages::simulation_letter_f),
    }
}

pub(super) fn response(response: Response) -> Phrase {
    match response {
        Response::Routine => Messages::simulation_r_routine,
        Response::Low => Messages::simulation_r_low,
        Response::SingleThree => Messages::simulation_r_three,
        Response::Urgent => Messages::simulation_r_urgent,
        Response::Emergency => Messages::simulation_r_emergency,
    }
}

/// Why the table gives what it gives.
pub(super) fn why(
    words: &Messages,
    language: Language,
    parameter: Parameter,
    now: i32,
    band: Option<Band>,
) -> String {
    let told = |number| value(words, language, parameter, number).0;
    match (parameter, band) {
        (Parameter::Oxygen, _) => words.simulation_why_air().to_owned(),
        (Parameter::Acvpu, _) => words.simulation_why_acvpu().to_owned(),
        (_, Some(Band { from: Some(from), to: Some(to), .. })) => {
            words.simulation_why_between(told(from), told(to), told(now))
        }
        (_, Some(Band { from: None, to: Some(to), .. })) => words.simulation_why_up_to(told(to), told(now)),
        (_, Some(Band { from: Some(from), to: None, .. })) => {
            words.simulation_why_from(told(from), told(now))
        }
        (_, Some(Band { from: None, to: None, .. }) | None) => String::new(),
    }
}

/// What the table says of a point that somebody gave.
pub(super) fn key(words: &Messages, own: Points, points: Points, why: &str) -> String {
    if own == points {
        words.simulation_key_right(points, why)
    } else {
        words.simulation_key_other(own, points, why)
    }
}
