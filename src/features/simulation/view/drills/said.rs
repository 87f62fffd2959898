//! How a reading, a border and a letter are told.

use crate::clinical::{Band, Parameter, Scale};
use crate::content::Sorted;
use crate::features::simulation::drill::question::{Border, Question, Sheet, Span};
use crate::features::simulation::drill::round::Asked as _;
use crate::features::simulation::view::told;
use crate::i18n::{Language, Messages};

/// A value alone, without its unit.
pub(super) fn value(words: &Messages, language: Language, parameter: Parameter, value: i32) -> String {
    match parameter {
        Parameter::Oxygen if value == 0 => words.simulation_no().to_owned(),
        Parameter::Oxygen => words.simulation_yes().to_owned(),
        Parameter::Rf
        | Parameter::Spo2
        | Parameter::Sbp
        | Parameter::Pulse
        | Parameter::Acvpu
        | Parameter::Temp => told::value(words, language, parameter, value).0,
    }
}

/// What was measured, and what it showed: «Pustefrekvens 21 per min».
pub(super) fn reading(words: &Messages, language: Language, question: &Question) -> String {
    let parameter = question.sheet.parameter();
    let what = told::parameter(parameter)(words);
    match parameter {
        Parameter::Oxygen | Parameter::Acvpu => {
            words.drill_word_reading(value(words, language, parameter, question.value), what)
        }
        Parameter::Rf | Parameter::Spo2 | Parameter::Sbp | Parameter::Pulse | Parameter::Temp => {
            let (number, unit) = told::value(words, language, parameter, question.value);
            format!("{what} {number} {unit}")
        }
    }
}

/// By which table and scale.
pub(super) fn table(words: &Messages, question: &Question) -> String {
    match question.sheet {
        Sheet::Mews(_) => words.drill_mews_name().to_owned(),
        Sheet::News2 { parameter: Parameter::Spo2, scale, oxygen } => match (scale, oxygen) {
            (Scale::One, _) => words.drill_scale_one().to_owned(),
            (Scale::Two, false) => words.drill_scale_two_air().to_owned(),
            (Scale::Two, true) => words.drill_scale_two_oxygen().to_owned(),
        },
        Sheet::News2 {
            parameter:
                Parameter::Rf
                | Parameter::Oxygen
                | Parameter::Sbp
                | Parameter::Pulse
                | Parameter::Acvpu
                | Parameter::Temp,
            ..
        } => words.simulation_news2().to_owned(),
    }
}

/// Why the table gives what it gives: at a border the row that the value belongs to, otherwise in the words of the
/// bedside.
pub(super) fn why(words: &Messages, language: Language, question: &Question) -> String {
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
            told::why(words, language, parameter, question.value, question.band())
        }
    }
}

/// From where to where a row of the table goes.
pub(super) fn span(words: &Messages, language: Language, parameter: Parameter, span: Span) -> String {
    let told = |number| value(words, language, parameter, number);
    match span {
        Span::Word(word) => match (parameter, word) {
            (Parameter::Oxygen, _) => words.drill_word_reading(told(word), told::parameter(parameter)(words)),
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
pub(super) fn border(words: &Messages, language: Language, parameter: Parameter, border: Border) -> String {
    let told = |number| value(words, language, parameter, number);
    words.drill_border(
        border.above,
        border.below,
        told(border.high),
        told(border.low),
        told::parameter(parameter)(words),
    )
}

/// What to look at again after a question was missed: its border, or what it gives.
pub(super) fn look_again(words: &Messages, language: Language, question: &Question) -> String {
    let parameter = question.sheet.parameter();
    let told = match question.border() {
        Some(found) => border(words, language, parameter, found),
        None => words.drill_why_word(
            words.drill_points(usize::from(question.right())),
            reading(words, language, question),
        ),
    };
    match question.sheet {
        Sheet::News2 { parameter: Parameter::Spo2, .. } => format!("{told} {}", table(words, question)),
        Sheet::News2 { .. } | Sheet::Mews(_) => told,
    }
}

/// «S · Situasjon», or that it does not belong.
pub(super) fn letter(words: &Messages, letter: Sorted) -> String {
    match letter.letter() {
        Some(letter) => {
            let (sign, name) = told::isbar(letter);
            format!("{sign} · {}", name(words))
        }
        None => words.drill_noise().to_owned(),
    }
}

/// What a letter is for.
pub(super) fn meaning(words: &Messages, letter: Sorted) -> &str {
    match letter {
        Sorted::I => words.drill_mean_i(),
        Sorted::S => words.drill_mean_s(),
        Sorted::B => words.drill_mean_b(),
        Sorted::A => words.drill_mean_a(),
        Sorted::R => words.drill_mean_r(),
        Sorted::Noise => words.drill_mean_noise(),
    }
}
