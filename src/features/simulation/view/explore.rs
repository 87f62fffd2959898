//! «Utforsk etterpå»: when, what, and how it could have gone.

use leptos::prelude::*;

use super::bed::Bed;
use super::told;
use super::values::Chart;
use crate::clinical::Moment;
use crate::features::simulation::explore::{Beside, Change, changes, turns};
use crate::features::simulation::explored::{Explored, change_name, explored, turn_name};
use crate::features::simulation::timeline::Drawn;
use crate::i18n::Messages;
use crate::ui::{Chips, Icon, Notice, NoticeKind, RadioChip, live, when};

/// What is asked about.
#[derive(Clone, Copy)]
struct Asked {
    at: RwSignal<Option<u32>>,
    change: RwSignal<Option<Change>>,
}

/// The same run with one thing done at another time.
#[component]
pub(super) fn Explore(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let asked = Asked { at: RwSignal::new(None), change: RwSignal::new(None) };
    let there = bed.memo(|model| !turns(&model.course).is_empty());
    let found = Memo::new(move |_| {
        let _ = words.language();
        let (at, change) = (asked.at.get()?, asked.change.get()?);
        words.with(|words| bed.followed(|model| explored(model, at, &change, words)))
    });
    let has_when = Signal::derive(move || asked.at.get().is_some());
    when(there, move || {
        view! {
            <section class="panel stack g4 explore" class:no-print=move || found.with(Option::is_none) aria-labelledby="explore">
                <header class="stack g2">
                    <h2 id="explore" class="t-title">{words.text(Messages::afterwards_explore)}</h2>
                    <p>{words.text(Messages::afterwards_explore_lead)}</p>
                </header>
                <div class="stack g4 no-print">
                    <When bed asked/>
                    {when(has_when, move || view! { <What bed asked/> }.into_any())}
                </div>
                <div role="status" class="stack g2">{live(move || found.with(|found| sentences(bed, asked, found.as_ref())))}</div>
                {live(move || found.get().filter(|found| !found.is_alike).map(|found| view! { <Both bed found/> }))}
                <Notice kind=NoticeKind::Quiet sign=Icon::Info text=words.text(Messages::afterwards_model)/>
            </section>
        }
        .into_any()
    })
}

#[component]
fn When(bed: Bed, asked: Asked) -> impl IntoView {
    let words = bed.words;
    let all = bed.memo(|model| {
        let time = |at| told::clock(model.play().begins, at);
        turns(&model.course).into_iter().map(|turn| (turn.at, turn.what, time(turn.at))).collect::<Vec<_>>()
    });
    let chip = move |(at, what, time): (u32, _, String)| {
        let text = words.made(move |words| turn_name(what, &time, words));
        let choose = move |()| {
            asked.at.set(Some(at));
            // What can be done is another thing at another time.
            let stays = asked.change.with_untracked(|change| {
                let possible = bed.now(|model| changes(model.play(), model.run.seed, &model.course, at));
                change.as_ref().is_some_and(|change| possible.contains(change))
            });
            if !stays {
                asked.change.set(None);
            }
        };
        view! { <RadioChip name="explore-when" text=text chosen=Signal::derive(move || asked.at.get() == Some(at)) on_choose=choose/> }
    };
    view! {
        <Chips legend=words.text(Messages::afterwards_when)>
            {live(move || all.get().into_iter().map(chip).collect_view())}
        </Chips>
    }
}

#[component]
fn What(bed: Bed, asked: Asked) -> impl IntoView {
    let words = bed.words;
    let all = Memo::new(move |_| {
        let at = asked.at.get().unwrap_or_default();
        let _ = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let named = |change: Change| {
                    let name = change_name(model, &change);
                    let name = match change {
                        Change::Call(_) => words.afterwards_change_call(name),
                        Change::Act(_) => name,
                    };
                    (change, name)
                };
                let possible = changes(model.play(), model.run.seed, &model.course, at);
                possible.into_iter().map(named).collect::<Vec<_>>()
            })
        })
    });
    let chip = move |(change, name): (Change, String)| {
        let change = StoredValue::new(change);
        let chosen =
            Signal::derive(move || change.with_value(|change| asked.change.get().as_ref() == Some(change)));
        let choose = move |()| asked.change.set(Some(change.get_value()));
        view! { <RadioChip name="explore-what" text=Signal::stored(name) chosen=chosen on_choose=choose/> }
    };
    view! {
        <Chips legend=words.text(Messages::afterwards_what)>
            {live(move || all.get().into_iter().map(chip).collect_view())}
        </Chips>
        {when(Signal::derive(move || all.with(Vec::is_empty)), move || view! { <p class="muted">{words.text(Messages::afterwards_change_none)}</p> }.into_any())}
    }
}

fn sentences(bed: Bed, asked: Asked, found: Option<&Explored>) -> AnyView {
    match found {
        Some(found) => {
            let all = found.sentences.iter().cloned().map(|text| view! { <p>{text}</p> }).collect_view();
            view! { <h3 class="t-sub">{found.title.clone()}</h3> {all} }.into_any()
        }
        None if asked.at.get().is_some() => {
            view! { <p class="muted no-print">{bed.words.text(Messages::afterwards_pick)}</p> }.into_any()
        }
        None => ().into_any(),
    }
}

/// Both courses, as lines and as a table.
#[component]
fn Both(bed: Bed, found: Explored) -> impl IntoView {
    let words = bed.words;
    let Explored { rows, own, other, .. } = found;
    let begins = bed.now(|model| model.play().begins);
    let chart = move |drawn| {
        let (own, other) = (Signal::stored(own.clone()), Signal::stored(other.clone()));
        view! { <Chart bed drawn own other/> }
    };
    let cells = move |moment: Option<Moment>| match moment {
        Some(moment) => {
            let values = [Drawn::News2, Drawn::ALL[1], Drawn::ALL[2]].map(|drawn| drawn.at(&moment));
            values.map(|value| view! { <td class="num">{value}</td> }.into_any()).collect_view().into_any()
        }
        None => {
            view! { <td class="muted" colspan="3">{words.text(Messages::afterwards_is_over)}</td> }.into_any()
        }
    };
    let row = move |Beside { at, own, other }: Beside| {
        view! { <tr><th scope="row" class="num">{told::clock(begins, at)}</th> {cells(own)} {cells(other)}</tr> }
    };
    let columns = move || {
        let names = [Drawn::News2, Drawn::ALL[1], Drawn::ALL[2]];
        names.map(|drawn| view! { <th scope="col">{words.made(move |words| drawn.name(words).to_owned())}</th> }).collect_view()
    };
    view! {
        <ul class="chart-key t-sm">
            <li data-line="own">{words.text(Messages::afterwards_line_own)}</li>
            <li data-line="other">{words.text(Messages::afterwards_line_other)}</li>
        </ul>
        <div class="charts">{Drawn::ALL.map(chart).collect_view()}</div>
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="explore">
            <table class="values">
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{words.text(Messages::simulation_time)}</th>
                        <th scope="colgroup" colspan="3">{words.text(Messages::afterwards_own)}</th>
                        <th scope="colgroup" colspan="3">{words.text(Messages::afterwards_other)}</th>
                    </tr>
                    <tr>{columns()} {columns()}</tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
