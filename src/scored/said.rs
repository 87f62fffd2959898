//! How a reading, its points, a border and a letter are told. Pure.

use super::names;
use crate::clinical::borders::{Border, Question, Sheet, Span};
use crate::clinical::{Band, Parameter, Points, Scale};
use crate::content::Sorted;
use crate::i18n::{Language, Messages};

/// A value alone, without its unit.
#[must_use]
pub fn value(words: &Messages, language: Language, parameter: Parameter, value: i32) -> String {
    match parameter {
        Parameter::Oxygen if value == 0 => words.simulation_no().to_owned(),
        Parameter::Oxygen => words.simulation_yes().to_owned(),
        Parameter::Rf
        | Parameter::Spo2
        | Parameter::Sbp
        | Parameter::Pulse
        | Parameter::Acvpu
        | Parameter::Temp => names::value(words, language, parameter, value).0,
    }
}

/// What was measured, and what it showed: «Pustefrekvens 21 per min».
#[must_use]
pub fn reading(words: &Messages, language: Language, question: &Question) -> String {
    let parameter = question.sheet.parameter();
    let what = names::parameter(parameter)(words);
    match parameter {
        Parameter::Oxygen | Parameter::Acvpu => {
            words.drill_word_reading(value(words, language, parameter, question.value), what)
        }
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
            let (number, unit) = names::value(words, language, parameter, question.value);
            format!("{what} {number} {unit}")
        }
    }
}

/// By which table, or by which of its scales.
#[must_use]
pub fn table<'w>(words: &'w Messages, question: &Question) -> &'w str {
    match question.sheet {
        Sheet::Mews(_) => words.drill_mews_name(),
        Sheet::News2 { .. } => scale(words, question).unwrap_or_else(|| words.simulation_news2()),
    }
}

/// By which scale, where the table has more than one.
#[must_use]
pub fn scale<'w>(words: &'w Messages, question: &Question) -> Option<&'w str> {
    match question.sheet {
        Sheet::News2 { parameter: Parameter::Spo2, scale, oxygen } => Some(match (scale, oxygen) {
            (Scale::One, _) => words.drill_scale_one(),
            (Scale::Two, false) => words.drill_scale_two_air(),
            (Scale::Two, true) => words.drill_scale_two_oxygen(),
        }),
        Sheet::News2 { .. } | Sheet::Mews(_) => None,
    }
}

/// Why the table gives what it gives: at a border the row that the value belongs to, otherwise in the words of the
/// bedside.
#[must_use]
pub fn why(words: &Messages, language: Language, question: &Question) -> String {
    let parameter = question.sheet.parameter();
    let is_end = |band: &Band| [band.from, band.to].contains(&Some(question.value));
    if let Some(band) = question.band().filter(is_end) {
        let row = span(words, language, parameter, Span::Band(band));
        return words.drill_in_row(row, value(words, language, parameter, question.value));
    }
    match (question.sheet, parameter) {
        // What the bedside says of consciousness is true of NEWS2 alone.
        (Sheet::Mews(_), Parameter::Acvpu) => words.drill_why_word(
            words.drill_points(usize::from(question.right())),
            value(words, language, parameter, question.value),
        ),
        (Sheet::Mews(_) | Sheet::News2 { .. }, _) => {
            why_in_band(words, language, parameter, question.value, question.band())
        }
    }
}

/// From where to where a row of the table goes.
#[must_use]
pub fn span(words: &Messages, language: Language, parameter: Parameter, span: Span) -> String {
    let told = |number| value(words, language, parameter, number);
    match span {
        Span::Word(word) => match (parameter, word) {
            (Parameter::Oxygen, _) => {
                words.drill_word_reading(told(word), names::parameter(parameter)(words))
            }
            (
                Parameter::Rf
                | Parameter::Spo2
                | Parameter::Sbp
                | Parameter::Pulse
                | Parameter::Acvpu
                | Parameter::Temp,
                _,
            ) => told(word),
        },
        Span::Band(band) => match (band.from, band.to) {
            (Some(from), Some(to)) => words.drill_band_between(told(from), told(to)),
            (None, Some(to)) => words.drill_band_up_to(told(to)),
            (Some(from), None) => words.drill_band_from(told(from)),
            (None, None) => String::new(),
        },
    }
}

/// «Puls 110 og 111: her går grensen mellom 1 og 2 poeng.»
#[must_use]
pub fn border(words: &Messages, language: Language, parameter: Parameter, border: Border) -> String {
    let told = |number| value(words, language, parameter, number);
    words.drill_border(
        border.above,
        border.below,
        told(border.high),
        told(border.low),
        names::parameter(parameter)(words),
    )
}

/// What to look at again after a question was missed: its border, or what it gives.
#[must_use]
pub fn look_again(words: &Messages, language: Language, question: &Question) -> String {
    let parameter = question.sheet.parameter();
    let told = match question.border() {
        Some(found) => border(words, language, parameter, found),
        None => words.drill_why_word(
            words.drill_points(usize::from(question.right())),
            reading(words, language, question),
        ),
    };
    match scale(words, question) {
        Some(scale) => format!("{told} {scale}"),
        None => told,
    }
}

/// «S · Situasjon», or that it does not belong.
#[must_use]
pub fn letter(words: &Messages, letter: Sorted) -> String {
    match letter.letter() {
        Some(letter) => {
            let (sign, name) = names::isbar(letter);
            format!("{sign} · {}", name(words))
        }
        None => words.drill_noise().to_owned(),
    }
}

/// What a letter is for.
#[must_use]
pub fn meaning(words: &Messages, letter: Sorted) -> &str {
    match letter {
        Sorted::I => words.drill_mean_i(),
        Sorted::S => words.drill_mean_s(),
        Sorted::B => words.drill_mean_b(),
        Sorted::A => words.drill_mean_a(),
        Sorted::R => words.drill_mean_r(),
        Sorted::Noise => words.drill_mean_noise(),
    }
}

/// Whether something belongs to the letter that was chosen, and what its letter is for.
#[must_use]
pub fn sorted(words: &Messages, right: Sorted, given: Sorted) -> String {
    let why = meaning(words, right);
    let (name, own) = (letter(words, right), letter(words, given));
    match (right == given, right) {
        (true, Sorted::Noise) => words.drill_noise_right(why),
        (false, Sorted::Noise) => words.drill_noise_other(own, why),
        (true, Sorted::I | Sorted::S | Sorted::B | Sorted::A | Sorted::R) => {
            words.drill_sort_right(name, why)
        }
        (false, Sorted::I | Sorted::S | Sorted::B | Sorted::A | Sorted::R) => {
            words.drill_sort_other(name, own, why)
        }
    }
}

/// Why the table gives what it gives, in the words of the bedside.
#[must_use]
pub fn why_in_band(
    words: &Messages,
    language: Language,
    parameter: Parameter,
    now: i32,
    band: Option<Band>,
) -> String {
    let told = |number| names::value(words, language, parameter, number).0;
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
#[must_use]
pub fn key(words: &Messages, own: Points, points: Points, why: &str) -> String {
    if own == points {
        words.simulation_key_right(points, why)
    } else {
        words.simulation_key_other(own, points, why)
    }
}
