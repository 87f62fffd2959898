//! The row of the table that a reading belongs to, with the reading and its border marked by signs and words; and what
//! all of this is for.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

use leptos::prelude::*;

use super::said;
use crate::clinical::borders::{Question, Row, Sheet, Span, oxygen_matters_from};
use crate::clinical::{Parameter, Scale};
use crate::i18n::{Messages, Words};
use crate::ui::{Icon, IconScale, icon_with, live};

/// Says on every screen where somebody practises what it is for.
#[component]
pub fn OnlyPractice() -> impl IntoView {
    let words = Words::get();
    view! { <p class="only-practice t-sm">{words.text(Messages::simulation_only_practice)}</p> }
}

/// The row of the table.
#[component]
pub fn Bands(question: Question) -> impl IntoView {
    let words = Words::get();
    let parameter = question.sheet.parameter();
    let has_scale_two =
        matches!(question.sheet, Sheet::News2 { parameter: Parameter::Spo2, scale: Scale::Two, .. });
    let oxygen = words.made(move |words| {
        let from = oxygen_matters_from().filter(|_| has_scale_two);
        from.map(|from| words.drill_oxygen_matters(from)).unwrap_or_default()
    });
    let border = {
        let border = question.border();
        let language = move || words.language();
        words.made(move |words| {
            border.map(|border| said::border(words, language(), parameter, border)).unwrap_or_default()
        })
    };
    let rows = move || {
        let language = words.language();
        let row = |row: Row| words.with(|words| told_row(words, language, &question, row));
        question.rows().into_iter().map(row).collect_view()
    };
    view! {
        <section class="stack g2" aria-labelledby="drill-table">
            <h2 id="drill-table" class="t-sub">{words.text(Messages::drill_table)}</h2>
            <ul class="drill-bands">{live(rows)}</ul>
            <p>{border}</p>
            <p class="muted">{oxygen}</p>
        </section>
    }
}

fn told_row(words: &Messages, language: crate::i18n::Language, question: &Question, row: Row) -> AnyView {
    let parameter = question.sheet.parameter();
    let span = said::span(words, language, parameter, row.span);
    let points = words.drill_points(usize::from(row.points));
    let here = row.here.then(|| words.drill_here().to_owned());
    let begins = match row.span {
        Span::Band(band) => question.border().is_some_and(|border| band.from == Some(border.high)),
        Span::Word(_) => false,
    };
    view! {
        <li class="drill-band" data-here=row.here.then_some("true") data-border=begins.then_some("true")>
            <span class="drill-span">
                <span>{span}</span>
                {here.map(|here| view! {
                    <span class="drill-here">{icon_with(Icon::ArrowLeft, IconScale::Small, "")} {here}</span>
                })}
            </span>
            <b class="num">{points}</b>
        </li>
    }
    .into_any()
}
