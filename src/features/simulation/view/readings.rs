//! A person's values beside each other, each in a place of its own: what moves redraws nothing else.

use leptos::prelude::*;

use super::told;
use crate::clinical::{Parameter, Vitals};
use crate::features::simulation::timeline::value_of;
use crate::i18n::Words;
use crate::ui::{Steady, when};

/// What is shown, in the order of the chart; oxygen is seen.
const SHOWN: [Parameter; 6] =
    [Parameter::Rf, Parameter::Spo2, Parameter::Sbp, Parameter::Pulse, Parameter::Acvpu, Parameter::Temp];

/// The values, by row; nothing while there are none.
#[component]
pub(super) fn Readings(vitals: Memo<Option<Vitals>>) -> impl IntoView {
    let words = Words::get();
    let row = move |of: Parameter| {
        // A clock that runs asks again and again: a number is compared sooner than words are made.
        let number = Memo::new(move |_| vitals.get().map(|vitals| value_of(of, &vitals)).unwrap_or_default());
        let value = Memo::new(move |_| {
            let language = words.language();
            words.with(|words| told::value_with_unit(words, language, of, number.get()))
        });
        // Words may need a second line.
        let shown = if of == Parameter::Acvpu {
            view! { {value} }.into_any()
        } else {
            view! { <Steady text=value/> }.into_any()
        };
        view! { <div class="true-row"><dt class="t-sm muted">{words.text(told::parameter(of))}</dt><dd class="num">{shown}</dd></div> }
    };
    let there = Memo::new(move |_| vitals.get().is_some());
    view! { <dl class="true-now">{when(there, move || SHOWN.map(row).collect_view())}</dl> }
}
