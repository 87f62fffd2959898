//! The bands of NEWS2 of one measure, from the table of the app: no border is written here again.

use leptos::prelude::*;

use crate::clinical::{Band, News2, Parameter};
use crate::content::lesson::BandsOf;
use crate::i18n::{Language, Messages, Phrase, Words, numbers};
use crate::ui::live;

/// The bands of a measure, and the points that each gives. The second scale of the saturation is shown for whoever
/// gets oxygen: there it has bands on both sides.
#[component]
pub(super) fn Bands(of: BandsOf) -> impl IntoView {
    let words = Words::get();
    let (parameter, scale) = of.parameter();
    let table = News2::table(parameter, scale, of == BandsOf::Spo2Second);
    let (name, unit) = told(of);
    let rows = move || {
        let language = words.language();
        let row = |band: &Band| {
            let span = words.with(|words| span(words, language, parameter, *band));
            let points = words.with(|words| words.drill_points(usize::from(band.points)));
            view! {
                <li class="figure-band" data-points=band.points.to_string()>
                    <span>{span}</span>
                    <b class="num">{points}</b>
                </li>
            }
        };
        table.iter().flat_map(|table| table.iter()).map(row).collect_view()
    };
    view! {
        <p class="t-sub">{words.text(name)}" ("{words.text(unit)}")"</p>
        <ul class="figure-bands">{live(rows)}</ul>
        <p class="t-xs muted">{words.text(Messages::simulation_credit)}</p>
    }
}

/// What a measure is called, and its unit.
fn told(of: BandsOf) -> (Phrase, Phrase) {
    match of {
        BandsOf::Rf => (Messages::simulation_p_rf, Messages::simulation_u_minute),
        BandsOf::Spo2 => (Messages::drill_spo2_one, Messages::simulation_u_percent),
        BandsOf::Spo2Second => (Messages::drill_spo2_two, Messages::simulation_u_percent),
        BandsOf::Sbp => (Messages::simulation_p_sbp, Messages::simulation_u_mmhg),
        BandsOf::Pulse => (Messages::simulation_p_pulse, Messages::simulation_u_minute),
        BandsOf::Temp => (Messages::simulation_p_temp, Messages::simulation_u_degrees),
    }
}

/// From where to where a band goes.
fn span(words: &Messages, language: Language, parameter: Parameter, band: Band) -> String {
    let told = |value: i32| match parameter {
        Parameter::Temp => numbers::tenths(u64::try_from(value).unwrap_or_default(), language),
        Parameter::Rf
        | Parameter::Spo2
        | Parameter::Oxygen
        | Parameter::Sbp
        | Parameter::Pulse
        | Parameter::Acvpu => value.to_string(),
    };
    match (band.from, band.to) {
        (Some(from), Some(to)) => words.drill_band_between(told(from), told(to)),
        (None, Some(to)) => words.drill_band_up_to(told(to)),
        (Some(from), None) => words.drill_band_from(told(from)),
        (None, None) => String::new(),
    }
}
