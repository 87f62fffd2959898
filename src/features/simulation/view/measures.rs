//! The chart: what was measured, the points that one gives oneself, and what the table says when all are given.

use leptos::prelude::*;

use super::bed::Bed;
use super::told;
use crate::clinical::{Deed, Device, Measure, Mews, Parameter, Scale};
use crate::features::simulation::bedside::{Model, Msg};
use crate::features::simulation::chart::{self, Line, Trend};
use crate::features::simulation::drill::Drill;
use crate::i18n::Messages;
use crate::route::Route;
use crate::ui::{Button, Icon, IconScale, icon_with, live, when};

/// The chart.
#[component]
pub(super) fn Measures(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let lines = bed.of_deeds(|model| chart::lines(model.play(), &model.course).to_vec());
    let rows = Parameter::ALL.map(|parameter| view! { <ChartRow bed parameter lines/> }).collect_view();
    let sum = bed.of_deeds(Model::sum);
    let left = words.made(move |words| match sum.get().1 {
        0 => String::new(),
        left => words.simulation_sum_left(left),
    });
    let compared = bed.of_deeds(Model::is_compared);
    let may_compare = Memo::new(move |_| sum.get().1 == 0 && !compared.get());
    let second_scale = bed.now(|model| model.play().patient.scale == Scale::Two);
    view! {
        <section class="panel vitals" aria-labelledby="measures">
            <header class="vitals-head">
                <h2 id="measures" class="t-sub">{words.text(Messages::simulation_measures)}</h2>
                <p class="t-sub">{words.text(Messages::simulation_points)}</p>
            </header>
            {second_scale.then(|| view! { <p class="t-sm muted">{words.text(Messages::simulation_scale_two)}</p> })}
            <ul class="vitals-rows">{rows}</ul>
            <footer class="vitals-sum">
                <div class="grow">
                    <b class="t-sub">{words.text(Messages::simulation_sum)}</b>
                    <p class="t-sm muted" role="status">{left}</p>
                </div>
                <b class="vitals-total num">{live(move || match sum.get() {
                    // No point is given yet: that is no 0.
                    (_, left) if left == Parameter::ALL.len() => "–".to_owned(),
                    (sum, _) => sum.to_string(),
                })}</b>
                {when(may_compare, move || view! {
                    <Button text=words.text(Messages::simulation_compare) on_press=move |()| bed.tell(Msg::Compare)/>
                }.into_any())}
            </footer>
            {when(compared, move || view! { <Key bed/> }.into_any())}
            <p class="t-xs muted">{words.text(Messages::simulation_credit)}</p>
        </section>
    }
}

/// One parameter: the value, how it moves, and the points.
#[component]
fn ChartRow(bed: Bed, parameter: Parameter, lines: Memo<Vec<Line>>) -> impl IntoView {
    let words = bed.words;
    let line = Memo::new(move |_| {
        lines.with(|lines| lines.iter().find(|line| line.parameter == parameter).cloned())
    });
    let oxygen = bed.of_deeds(|model| model.course.oxygen().device != Device::Air);
    let name = words.text(told::parameter(parameter));
    let value = move || {
        let language = words.language();
        if parameter == Parameter::Oxygen {
            let yes: crate::i18n::Phrase =
                if oxygen.get() { Messages::simulation_yes } else { Messages::simulation_no };
            return view! { <b class="vitals-value">{words.text(yes)}</b> }.into_any();
        }
        match line.with(|line| line.as_ref().and_then(Line::now)) {
            None => view! { <span class="vitals-value muted">"– " <span class="t-sm">{words.text(Messages::simulation_not_measured)}</span></span> }.into_any(),
            Some(now) => {
                let (number, unit) = words.with(|words| told::value(words, language, parameter, now));
                let is_word = parameter == Parameter::Acvpu;
                view! {
                    <b class="vitals-value num" data-word=is_word.then_some("true")>{number}</b> " " <span class="t-sm muted">{unit}</span>
                    {trend(bed, line.with(|line| line.as_ref().and_then(Line::trend)))}
                }
                .into_any()
            }
        }
    };
    view! {
        <li class="vitals-row">
            <div class="vitals-what">
                <span class="t-sm muted">{name}</span>
                <span class="vitals-now">{live(value)}</span>
            </div>
            {chart::measure_of(parameter).map(|measure| view! { <MeasureButtons bed measure line/> })}
            <Points bed parameter line/>
        </li>
    }
}

fn trend(bed: Bed, trend: Option<Trend>) -> Option<AnyView> {
    let (sign, text): (Icon, crate::i18n::Phrase) = match trend? {
        Trend::Rises => (Icon::ArrowUp, Messages::simulation_rises),
        Trend::Falls => (Icon::ArrowDown, Messages::simulation_falls),
        Trend::Same => (Icon::ArrowRight, Messages::simulation_same),
    };
    let view = view! { <span class="vitals-trend t-sm">{icon_with(sign, IconScale::Small, "")} {bed.words.text(text)}</span> };
    Some(view.into_any())
}

/// Measures it; breaths over a whole minute or half of one.
#[component]
fn MeasureButtons(bed: Bed, measure: Measure, line: Memo<Option<Line>>) -> impl IntoView {
    let words = bed.words;
    let over = bed.over;
    let tell = move |measure: Measure| bed.tell(Msg::Do(Deed::Measure(measure)));
    let label = words.made(move |words| {
        let known = line.with(|line| line.as_ref().is_some_and(|line| line.now().is_some()));
        let verb = if known { words.simulation_measure_again() } else { words.simulation_measure() };
        verb.to_owned()
    });
    let name = words.text(told::measured_name(measure));
    let described = Signal::derive(move || format!("{}: {}", label.get(), name.get()));
    view! {
        <div class="vitals-measure">
            {if measure == Measure::Rf {
                view! {
                    <button type="button" class="ds-button" data-variant="secondary" data-size="sm" disabled=over
                        aria-label=words.made(|words| format!("{}: {}", words.simulation_sixty(), words.simulation_m_rf60())) on:click=move |_| tell(Measure::Rf)>{words.text(Messages::simulation_sixty)}</button>
                    <button type="button" class="ds-button" data-variant="secondary" data-size="sm" disabled=over
                        aria-label=words.made(|words| format!("{}: {}", words.simulation_thirty(), words.simulation_m_rf30())) on:click=move |_| tell(Measure::Rf30)>{words.text(Messages::simulation_thirty)}</button>
                }.into_any()
            } else {
                view! {
                    <button type="button" class="ds-button" data-variant="secondary" data-size="sm" disabled=over
                        aria-label=described on:click=move |_| tell(measure)>{words.text(Messages::simulation_measure)}</button>
                }.into_any()
            }}
        </div>
    }
}

/// The points that one gives: those that the table has for this parameter.
#[component]
fn Points(bed: Bed, parameter: Parameter, line: Memo<Option<Line>>) -> impl IntoView {
    let words = bed.words;
    let given = bed.of_deeds(move |model| model.point(parameter));
    let compared = bed.of_deeds(Model::is_compared);
    let table = Memo::new(move |_| {
        line.with(|line| line.as_ref().and_then(|line| line.table).map(|(points, _)| points))
    });
    let has = bed.of_deeds(move |model| {
        let oxygen = model.course.oxygen().device != Device::Air;
        [0, 1, 2, 3].map(|point| chart::has_point(parameter, point, model.play(), oxygen)).to_vec()
    });
    let name = words.text(told::parameter(parameter));
    let group = format!("points-{}", parameter.code());
    let point = move |point: u8| {
        let group = group.clone();
        let is_there = has.with(|has| has.get(usize::from(point)).copied().unwrap_or_default());
        if !is_there {
            return view! { <span class="point-none muted" aria-hidden="true">"–"</span> }.into_any();
        }
        let label = words.made(move |words| words.simulation_point(point, name.get()));
        view! {
            <label class="point" data-table=move || (compared.get() && table.get() == Some(point)).then_some("true")>
                <input type="radio" name=group aria-label=label disabled=compared
                    prop:checked=move || given.get() == Some(point) on:change=move |_| bed.tell(Msg::Point(parameter, point))/>
                <span>{point}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="points">
            <legend class="sr">{name}</legend>
            {live(move || [0, 1, 2, 3].map(point.clone()).collect_view())}
        </fieldset>
    }
}

/// What the table says, parameter by parameter, and what the score asks for.
#[component]
fn Key(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let lines = bed.of_deeds(|model| {
        let lines = chart::lines(model.play(), &model.course).to_vec();
        lines.into_iter().map(|line| (line.clone(), model.point(line.parameter))).collect::<Vec<_>>()
    });
    let scale = bed.now(|model| model.play().patient.scale);
    let misleads = bed.memo_later(|model| {
        let holds =
            model.play().score_misleads.as_ref().is_some_and(|when| model.course.holds(model.play(), when));
        holds.then(|| model.item.words.score_misleads.clone())
    });
    let rows = move || {
        let language = words.language();
        let row = |(line, own): (Line, Option<u8>)| {
            let (points, band) = line.table?;
            let why = words.with(|words| {
                told::why(words, language, line.parameter, line.now().unwrap_or_default(), band)
            });
            let own = own?;
            let text = words.with(|words| told::key(words, own, points, &why));
            let is_right = own == points;
            let name = words.text(told::parameter(line.parameter));
            Some(view! {
                <li class="key-row" data-right=is_right.then_some("true")>
                    <b>{name}</b> <span>{text}</span>
                    {(!is_right).then(|| {
                        let drill = Drill::of(line.parameter, scale).code().to_owned();
                        let label = words.made(move |words| format!("{}: {}", words.drill_practise(), name.get()));
                        view! { <a class="link link-block" href=Route::Drill(drill).to_string() aria-label=label>{words.text(Messages::drill_practise)}</a> }
                    })}
                </li>
            })
        };
        lines.get().into_iter().filter_map(row).collect_view()
    };
    let score = bed.of_deeds(|model| chart::score(model.play(), &model.course));
    let total = words.made(move |words| {
        score.get().map(|(news2, _)| words.simulation_key_total(news2.total())).unwrap_or_default()
    });
    let asks = words.made(move |words| {
        score.get().map(|(news2, _)| told::response(news2.response())(words).to_owned()).unwrap_or_default()
    });
    let mews = words.made(move |words| {
        let total = score.get().and_then(|(_, vitals)| Mews::of(&vitals).ok()).map(|mews| mews.total());
        total.map(|total| words.simulation_mews(total)).unwrap_or_default()
    });
    view! {
        <div class="key stack g3" role="status">
            <p class="t-sub">{total}</p>
            <ul class="sentences">{live(rows)}</ul>
            <p>{asks}</p>
            <p class="t-sm muted">{words.text(Messages::simulation_r_example)}</p>
            {live(move || misleads.get().map(|text| view! {
                <div class="stack g1"><b>{words.text(Messages::simulation_misleads)}</b><p>{text}</p></div>
            }))}
            <p class="t-sm muted">{mews}</p>
        </div>
    }
}
