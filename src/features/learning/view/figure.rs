//! The figures of a lesson. The words stand in the page as text; what is drawn around them is only seen, and what
//! the whole shows is told to whoever does not see it.

use leptos::prelude::*;

use super::bands::Bands;
use crate::content::lesson::{Figure, FigureKind, FigureWords};
use crate::ui::{Hex, HexLook};

/// A figure by its kind.
#[component]
pub(super) fn Drawing(figure: Figure, words: FigureWords) -> impl IntoView {
    let FigureWords { alt, parts } = words;
    let parts: Vec<String> = figure.parts.iter().filter_map(|id| parts.get(id).cloned()).collect();
    let drawn = match figure.kind {
        FigureKind::Ladder => ladder(parts),
        FigureKind::Balance => balance(parts),
        FigureKind::Rings => rings(&parts),
        FigureKind::Fork => fork(parts),
        FigureKind::Letters => letters(parts),
        FigureKind::Line => line(parts),
        FigureKind::Bands => figure.measure.map(|of| view! { <Bands of/> }).into_any(),
    };
    view! {
        <figure class="figure">
            <figcaption class="sr">{alt}</figcaption>
            {drawn}
        </figure>
    }
}

/// Steps from below up: what comes first stands lowest.
fn ladder(parts: Vec<String>) -> AnyView {
    let step = |(place, text): (usize, String)| {
        view! { <li class="figure-step" data-step=place.to_string()>{text}</li> }
    };
    let steps = parts.into_iter().enumerate().rev().map(step).collect_view();
    view! { <ol class="figure-ladder" reversed=true>{steps}</ol> }.into_any()
}

/// Two sides under a pair of scales.
fn balance(parts: Vec<String>) -> AnyView {
    let sides = parts.into_iter().map(|text| view! { <li class="figure-box">{text}</li> }).collect_view();
    view! {
        <svg class="figure-scales" viewBox="0 0 200 70" aria-hidden="true">
            <path class="figure-stroke" d="M100 12V62M70 62h60M36 20h128M36 20 18 44M36 20 54 44M164 20 146 44M164 20 182 44"></path>
            <path class="figure-fill" d="M12 44h48c0 9-10 15-24 15S12 53 12 44ZM140 44h48c0 9-10 15-24 15s-24-6-24-15Z"></path>
            <path class="figure-fill" d="M100 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z"></path>
        </svg>
        <ul class="figure-sides">{sides}</ul>
    }
    .into_any()
}

/// Rings, the innermost first, each beside a small drawing of which it is.
fn rings(parts: &[String]) -> AnyView {
    let count = parts.len();
    let row = |(place, text): (usize, &String)| {
        // What lies further in is painted over what lies further out.
        let circle = |ring: usize| {
            let radius = 22 * (ring + 1) / count;
            let is_this = (ring == place).then_some("true");
            view! { <circle class="figure-ring" cx="24" cy="24" r=radius.to_string() data-on=is_this></circle> }
        };
        view! {
            <li class="figure-row">
                <svg class="figure-rings" viewBox="0 0 48 48" aria-hidden="true">{(0..count).rev().map(circle).collect_view()}</svg>
                <span>{text.clone()}</span>
            </li>
        }
    };
    let rows = parts.iter().enumerate().map(row).collect_view();
    view! { <ol class="figure-rows">{rows}</ol> }.into_any()
}

/// The situation, and below it the ways that lead from it.
fn fork(parts: Vec<String>) -> AnyView {
    let mut parts = parts.into_iter();
    let from = parts.next();
    let ways = parts.map(|text| view! { <li class="figure-way"><span class="figure-box">{text}</span></li> });
    view! {
        <p class="figure-from">{from}</p>
        <ul class="figure-ways">{ways.collect_view()}</ul>
    }
    .into_any()
}

/// Letters, each in a cell beside what it stands for.
fn letters(parts: Vec<String>) -> AnyView {
    let row = |text: String| {
        let (letter, meaning) = match text.split_once(": ") {
            Some((letter, meaning)) => (letter.to_owned(), meaning.to_owned()),
            None => (text.chars().take(1).collect(), text),
        };
        view! {
            <li class="figure-row">
                <Hex look=Signal::stored(HexLook::Calm)><span>{letter}</span></Hex>
                <span class="sr">": "</span>
                <span>{meaning}</span>
            </li>
        }
    };
    view! { <ol class="figure-rows">{parts.into_iter().map(row).collect_view()}</ol> }.into_any()
}

/// Points in time, from the first to the last.
fn line(parts: Vec<String>) -> AnyView {
    let points = parts.into_iter().map(|text| view! { <li class="figure-point">{text}</li> });
    view! { <ol class="figure-line">{points.collect_view()}</ol> }.into_any()
}
