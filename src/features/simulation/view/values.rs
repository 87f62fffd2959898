//! The values along the way: as lines with numbered decisions, and as a table that says the same.

use leptos::prelude::*;

use super::bed::Bed;
use super::told;
use crate::clinical::Moment;
use crate::features::simulation::export::{COLUMNS, ROWS};
use crate::features::simulation::said::decided;
use crate::features::simulation::timeline::{
    Drawn, Frame, HIGH, Mark, Marked, Row, WIDE, in_words, labels, marks, rows, value_at,
};
use crate::i18n::Messages;
use crate::ui::live;

/// The values along the way, as lines and as a table.
#[component]
pub(super) fn Values(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let charts = Drawn::ALL.map(|drawn| view! { <ChartOf bed drawn/> }).collect_view();
    view! {
        <section class="stack g3" aria-labelledby="values">
            <h3 id="values" class="t-title">{words.text(Messages::simulation_course)}</h3>
            <p class="muted">{words.text(Messages::simulation_course_text)} " " {words.text(Messages::afterwards_marks)}</p>
            <div class="charts">{charts}</div>
            <Table bed/>
        </section>
    }
}

/// A cell of the row and what was decided, each with its number.
type Line = (String, Moment, Vec<String>);

#[component]
fn Table(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let lines = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let decided = decided(model, words, language);
                let name = |number: &usize| {
                    let found = decided.iter().find(|one| one.number == *number)?;
                    Some(format!("{number} · {}", found.what))
                };
                let line = |Row { moment, decided }: Row| {
                    let time = told::clock(model.play().begins, moment.at);
                    (time, moment, decided.iter().filter_map(name).collect())
                };
                rows(&model.course, ROWS).into_iter().map(line).collect::<Vec<Line>>()
            })
        })
    });
    let row = move |(time, moment, decided): Line| {
        let language = words.language();
        let cell = |parameter| {
            let now = value_at(parameter, &moment);
            let number = words.with(|words| told::value(words, language, parameter, now).0);
            view! { <td class="num">{number}</td> }
        };
        let decided = decided.into_iter().map(|what| view! { <span class="values-deed">{what}</span> });
        view! {
            <tr>
                <th scope="row" class="num">{time}</th> <td class="num"><b>{moment.news2}</b></td>
                {COLUMNS.map(cell).collect_view()} <td>{decided.collect_view()}</td>
            </tr>
        }
    };
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="values">
            <table class="values">
                <thead><tr>
                    <th scope="col">{words.text(Messages::simulation_time)}</th>
                    <th scope="col">{words.text(Messages::simulation_news2)}</th>
                    {COLUMNS.map(|parameter| view! { <th scope="col">{words.text(told::parameter(parameter))}</th> }).collect_view()}
                    <th scope="col">{words.text(Messages::simulation_decisions)}</th>
                </tr></thead>
                <tbody>{live(move || lines.get().into_iter().map(row).collect_view())}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ChartOf(bed: Bed, drawn: Drawn) -> impl IntoView {
    let moments = bed.memo(|model| model.course.moments().to_vec());
    let marks = bed.memo(|model| marks(&model.course));
    view! { <Chart bed drawn own=moments marks/> }
}

/// One value as a line, and beside it how it could have gone. Its name says in words how it goes.
#[component]
pub(super) fn Chart(
    bed: Bed,
    drawn: Drawn,
    /// The values as they went.
    #[prop(into)]
    own: Signal<Vec<Moment>>,
    /// The values as they could have gone.
    #[prop(optional, into)]
    other: Option<Signal<Vec<Moment>>>,
    /// What was decided, numbered.
    #[prop(optional, into)]
    marks: Option<Signal<Vec<Mark>>>,
) -> impl IntoView {
    let words = bed.words;
    let line = move |moments: Signal<Vec<Moment>>, words: &Messages| {
        moments.with(|moments| in_words(moments, drawn, words, bed.words.language()))
    };
    let told = move |words: &Messages| match other {
        None => vec![line(own, words)],
        Some(other) => vec![
            format!("{}: {}", words.afterwards_own(), line(own, words)),
            format!("{}: {}", words.afterwards_other(), line(other, words)),
        ],
    };
    let name = words.made(move |words| told(words).join(". "));
    let under = Memo::new(move |_| {
        let _ = words.language();
        words.with(told)
    });
    let all_other = move || other.map(|other| other.get()).unwrap_or_default();
    let frame =
        Memo::new(move |_| own.with(|own| Frame::around(&[own.as_slice(), all_other().as_slice()], drawn)));
    let drawing = move || {
        let (own, other, frame) = (own.get(), all_other(), frame.get());
        let mark = move |mark: Mark| {
            let at = frame.across(mark.at);
            view! { <line class="chart-mark" x1=at x2=at y1="0" y2=HIGH></line> }
        };
        let border = move |value: i32| {
            let down = frame.down(value);
            view! { <line class="chart-border" x1="0" x2=WIDE y1=down y2=down></line> }
        };
        let borders = drawn.borders(&own).into_iter().filter(|value| frame.holds(*value));
        let could = (!other.is_empty())
            .then(|| view! { <polyline class="chart-other" points=frame.points(&other, drawn)></polyline> });
        view! {
            {borders.map(border).collect_view()}
            {marks.map(|marks| marks.get()).unwrap_or_default().into_iter().map(mark).collect_view()}
            {could}
            <polyline class="chart-line" points=frame.points(&own, drawn)></polyline>
        }
    };
    let over = move || {
        let labels = marks.map(|marks| marks.with(|marks| labels(frame.get(), marks))).unwrap_or_default();
        let label = |Marked { label, across }: Marked| {
            view! { <span class="chart-number num" style:inset-inline-start=percent(across, WIDE)>{label}</span> }
        };
        labels.into_iter().map(label).collect_view()
    };
    // The number at an end of a line, at its height.
    let end = move |moment: Option<&Moment>| {
        let value = moment.map(|moment| drawn.at(moment))?;
        let down = u32::try_from(frame.get().down(value)).unwrap_or_default();
        let language = words.language();
        let number = words.with(|words| drawn.told(value, words, language));
        Some(
            view! { <span class="chart-end num" style:inset-block-start=percent(down, HIGH)>{number}</span> },
        )
    };
    view! {
        <figure class="chart">
            <figcaption class="t-sm"><b>{words.made(move |words| drawn.name(words).to_owned())}</b></figcaption>
            <div class="chart-plot">
                <div class="chart-ends" aria-hidden="true">{live(move || own.with(|own| end(own.first())))}</div>
                <div class="chart-middle">
                    <div class="chart-numbers" aria-hidden="true">{live(over)}</div>
                    <svg viewBox=format!("0 0 {WIDE} {HIGH}") preserveAspectRatio="none" role="img" aria-label=name>{live(drawing)}</svg>
                </div>
                <div class="chart-ends" aria-hidden="true">{live(move || own.with(|own| end(own.last())))}</div>
            </div>
            <div class="t-sm muted" aria-hidden="true">{live(move || under.get().into_iter().map(|one| view! { <p>{one}</p> }).collect_view())}</div>
        </figure>
    }
}

/// A part of a whole, as CSS takes it.
fn percent(part: u32, whole: u32) -> String {
    format!("{}%", part * 100 / whole.max(1))
}
