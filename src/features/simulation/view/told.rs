//! What things are called: parameters, values, roles, reasons for a point.

use crate::clinical::{Letter, Response};
pub(super) use crate::features::simulation::names::{
    clock, isbar, measured, measured_name, measured_parts, parameter, role, skill, told_name, value,
    value_with_unit,
};
use crate::i18n::{Messages, Phrase};
pub(super) use crate::scored::said::{key, why_in_band as why};

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
