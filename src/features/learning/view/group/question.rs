//! A question in a group: how it is answered, the options with their counts, and afterwards the reasons.

use leptos::prelude::*;

use super::board::{Board, REASONS};
use crate::aloud::ReadAloud;
use crate::features::learning::group::asked::{Asked, Reason, Stands};
use crate::features::learning::group::table::{MOST, Msg, Table, Way};
use crate::i18n::{Messages, Phrase, Words};
use crate::ui::{Chips, Counter, RadioChip, live};

/// A question.
#[component]
pub(super) fn Question(board: Board, at: usize) -> impl IntoView {
    let words = board.words;
    let (one, of) = board.asked.with(|asked| (asked.get(at).cloned(), asked.len()));
    let one = one?;
    let place = words.made(move |words| words.talks_at(at + 1, of));
    let is_told = board.memo(|table| table.round().is_some_and(|round| round.is_told));
    let heard = [one.about.clone(), one.question.clone()].into_iter().chain(one.options.iter().cloned());
    let heard = heard.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let body = one.clone();
    Some(view! {
        <div class="talk-screen">
            <p class="kicker">
                {place} {one.is_of_values.then(|| view! { " · " {words.text(Messages::learning_no_answer)} })}
            </p>
            {(!one.about.is_empty()).then(|| view! { <p class="talk-how">{one.about.clone()}</p> })}
            <h1 id="step-title" class="serif talk-question" tabindex="-1">{one.question.clone()}</h1>
            {live(move || {
                let asked = body.clone();
                if is_told.get() {
                    view! { <Reasons board asked/> }.into_any()
                } else {
                    view! { <Options board asked/> }.into_any()
                }
            })}
            <div class="row"><ReadAloud text=Signal::stored(heard)/></div>
        </div>
    })
}

/// What one can choose, with a counter each where it is counted in the open.
#[component]
fn Options(board: Board, asked: Asked) -> impl IntoView {
    let words = board.words;
    let way = board.memo(way_of);
    let is_counted = asked.is_counted;
    let options = asked.options;
    let list = move || {
        let is_open = is_counted && way.get() == Way::Open;
        let option = |(place, text): (usize, &String)| {
            let counter = is_open.then(|| count(board, place, text));
            view! { <li class="talk-option"><span class="talk-option-text">{text.clone()}</span> {counter}</li> }
        };
        let rows = options.iter().enumerate().map(option).collect_view();
        view! { <ul class="talk-options">{rows}</ul> }
    };
    let beside = (!asked.beside.is_empty()).then(|| {
        let rows = asked.beside.into_iter().map(|text| view! { <li class="talk-option">{text}</li> });
        let rows = rows.collect_view();
        view! {
            <section class="stack g2" aria-labelledby="talk-beside">
                <h2 id="talk-beside" class="t-sub">{words.text(Messages::talks_beside)}</h2>
                <ul class="talk-options" data-look="beside">{rows}</ul>
            </section>
        }
    });
    view! {
        {live(list)}
        {beside}
        {if is_counted {
            view! { <Ways board way/> }.into_any()
        } else {
            view! { <p class="muted">{words.text(Messages::talks_not_counted)}</p> }.into_any()
        }}
    }
}

fn way_of(table: &Table) -> Way {
    table.round().map(|round| round.way).unwrap_or_default()
}

/// How many chose an option.
fn count(board: Board, place: usize, text: &str) -> impl IntoView + use<> {
    let words = board.words;
    let number = board.memo(move |table| count_at(table, place));
    let named = |told: fn(&Messages, &str) -> String| {
        let text = text.to_owned();
        words.made(move |words| told(words, &text))
    };
    view! {
        <Counter label=Signal::stored(text.to_owned()) text=Signal::derive(move || number.get().to_string())
            fewer=named(|words, text| words.talks_fewer(text)) more=named(|words, text| words.talks_more(text))
            lowest=Signal::derive(move || number.get() == 0) highest=Signal::derive(move || number.get() >= MOST)
            on_step=move |by: i8| board.tell(Msg::Count { option: place, by }) small=true/>
    }
}

fn count_at(table: &Table, place: usize) -> u8 {
    table.round().and_then(|round| round.counts.get(place).copied()).unwrap_or_default()
}

/// How the question is answered: whoever leads chooses.
#[component]
fn Ways(board: Board, way: Memo<Way>) -> impl IntoView {
    let words = board.words;
    let chip = move |one: Way| {
        let name: Phrase = match one {
            Way::Private => Messages::talks_way_private,
            Way::Open => Messages::talks_way_open,
        };
        view! {
            <RadioChip name="talk-way" text=words.text(name) chosen=Signal::derive(move || way.get() == one)
                on_choose=move |()| board.tell(Msg::Way(one))/>
        }
    };
    let about = words.made(move |words| {
        match way.get() {
            Way::Private => words.talks_way_private_text(),
            Way::Open => words.talks_way_open_text(),
        }
        .to_owned()
    });
    view! {
        <Chips legend=words.text(Messages::talks_ways)>{Way::ALL.map(chip).collect_view()}</Chips>
        <p class="muted" role="status">{about}</p>
    }
}

/// Every part with its reason, and how many chose it where that was counted.
#[component]
fn Reasons(board: Board, asked: Asked) -> impl IntoView {
    let words = board.words;
    let (is_counted, in_order) = (asked.is_counted, asked.is_in_order);
    let counts = board
        .memo(|table| table.round().filter(|round| round.way == Way::Open).map(|round| round.counts.clone()));
    let row = |part: Reason| {
        let places = part.about.clone();
        let sum = move |counts: &Vec<u8>| -> u16 {
            places.iter().filter_map(|place| counts.get(*place)).map(|count| u16::from(*count)).sum()
        };
        let number = counts.with(|counts| counts.as_ref().filter(|_| is_counted).map(sum));
        reason_row(words, part, number)
    };
    let rows = asked.reasons.into_iter().map(row).collect_view();
    let after = Some(asked.after).filter(|after| !after.is_empty());
    view! {
        <section class="stack g3" aria-labelledby=REASONS>
            <h2 id=REASONS class="t-title" tabindex="-1">{words.text(Messages::talks_reasons_title)}</h2>
            {if in_order {
                view! { <ol class="lesson-answers">{rows}</ol> }.into_any()
            } else {
                view! { <ul class="lesson-answers">{rows}</ul> }.into_any()
            }}
            {after.map(|after| view! { <p class="lesson-after">{after}</p> })}
        </section>
    }
}

/// A reason: what it is about, how that stands, how many chose it, and why.
pub(super) fn reason_row(words: Words, part: Reason, count: Option<u16>) -> impl IntoView {
    let Reason { text, reason, stands, .. } = part;
    let named = words.made(move |words| match stands {
        Stands::Lower => words.talks_lower(&text),
        Stands::Higher => words.talks_higher(&text),
        Stands::Fits | Stands::FitsLess | Stands::Position => text.clone(),
    });
    let (mark, told) = stands_words(stands);
    let count = count.map(|count| {
        let told = words.made(move |words| words.talks_chose(usize::from(count)));
        view! { <span class="talk-chose num">{told}</span> }
    });
    view! {
        <li class="lesson-answer talk-reason" data-mark=mark>
            <div class="lesson-answer-words">
                <p class="lesson-answer-head">
                    <b>{named}</b> " " {told.map(|told| view! { <span class="lesson-answer-mark t-sm">{words.text(told)}</span> })}
                    " " {count}
                </p>
                <p>{reason}</p>
            </div>
        </li>
    }
}

/// How a part is marked and told. A position is neither.
fn stands_words(stands: Stands) -> (&'static str, Option<Phrase>) {
    match stands {
        Stands::Fits => ("right", Some(Messages::talks_fits)),
        Stands::FitsLess | Stands::Lower | Stands::Higher => ("left-out", Some(Messages::talks_fits_less)),
        Stands::Position => ("left-out", None),
    }
}
