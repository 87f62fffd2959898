//! A person's values beside each other, each in a place of its own: what moves redraws nothing else.

use leptos::prelude::*;

use crate::clinical::Parameter;
use crate::ui::{Steady, live};

/// A value: of what, what that is called, and the number with its unit, or words.
pub(super) type Reading = (Parameter, String, String);

/// The values, by row.
#[component]
pub(super) fn Readings(rows: Memo<Vec<Reading>>) -> impl IntoView {
    let which = Memo::new(move |_| rows.with(|rows| rows.iter().map(|(of, ..)| *of).collect::<Vec<_>>()));
    let row = move |of: Parameter| {
        let told = move |told: fn(&Reading) -> &String| {
            Memo::new(move |_| {
                let found = rows.with(|rows| rows.iter().find(|(one, ..)| *one == of).map(told).cloned());
                found.unwrap_or_default()
            })
        };
        let (name, value) = (told(|row| &row.1), told(|row| &row.2));
        // Words may need a second line.
        let shown = if of == Parameter::Acvpu {
            view! { {value} }.into_any()
        } else {
            view! { <Steady text=value/> }.into_any()
        };
        view! { <div class="true-row"><dt class="t-sm muted">{name}</dt><dd class="num">{shown}</dd></div> }
    };
    view! { <dl class="true-now">{live(move || which.get().into_iter().map(row).collect_view())}</dl> }
}
