//! What was chosen, opened: one cell for each answer, the same colour for all, no average and no score. And what
//! some others think.

use leptos::prelude::*;

use super::table::Table;
use crate::features::cards::play::{Round, Shown};
use crate::i18n::{Messages, Phrase};
use crate::ui::{Hex, HexLook, HexScale, Icon, Notice, NoticeKind, live};

/// How many chose what, before the talk and after the twist.
#[component]
pub(super) fn Revealed(table: Table, round: Round) -> impl IntoView {
    let words = table.words;
    let alone = table.memo(|play| play.people() == 1);
    let first = table.memo(|play| play.shown(Round::First));
    let second = table.memo(|play| play.shown(Round::Second));
    let title = words.made(move |words| {
        if alone.get() { words.cards_revealed_alone() } else { words.cards_revealed() }.to_owned()
    });
    live(move || {
        let shown = match round {
            Round::First => vec![(Messages::cards_revealed_first as Phrase, first.get())],
            Round::Second => vec![
                (Messages::cards_revealed_first as Phrase, first.get()),
                (Messages::cards_revealed_second as Phrase, second.get()),
            ],
        };
        if shown.iter().all(|(_, shown)| *shown == Shown::NotAsked) {
            return None;
        }
        let several = shown.len() > 1;
        let movement = movement(&shown);
        let rounds = shown.into_iter().map(|(name, shown)| {
            view! {
                <div class="stack g2">
                    {several.then(|| view! { <h3 class="t-sub">{words.text(name)}</h3> })}
                    <Counts table shown/>
                </div>
            }
        });
        Some(view! {
            <section class="reveal panel" aria-labelledby="reveal-title">
                <h2 id="reveal-title" class="t-title">{title}</h2>
                <div class="reveal-rounds">{rounds.collect_view()}</div>
                {movement.map(|said| view! { <Notice kind=NoticeKind::Quiet sign=Icon::ArrowsBoth text=words.text(said)/> })}
                {(!alone.get()).then(|| view! { <p class="muted t-sm">{words.text(Messages::cards_no_need)}</p> })}
            </section>
        })
    })
}

/// Whether the choices have moved, where both can be seen.
fn movement(shown: &[(Phrase, Shown)]) -> Option<Phrase> {
    match shown {
        [(_, Shown::Counts(before)), (_, Shown::Counts(after))] => {
            Some(if before == after { Messages::cards_not_moved } else { Messages::cards_moved })
        }
        _ => None,
    }
}

#[component]
fn Counts(table: Table, shown: Shown) -> impl IntoView {
    let words = table.words;
    let Shown::Counts(counts) = shown else {
        let few = shown == Shown::TooFew;
        return few.then(|| view! { <p>{words.text(Messages::cards_revealed_few)}</p> }).into_any();
    };
    let row = move |(choice, count): (String, u8)| {
        let cells =
            (0..count).map(|_| view! { <Hex look=Signal::stored(HexLook::Done) scale=HexScale::Small/> });
        let told = words
            .made(move |words| if count == 0 { words.cards_nobody().to_owned() } else { count.to_string() });
        view! {
            <li class="reveal-row">
                <span>{choice}</span>
                <span class="reveal-cells" aria-hidden="true">{cells.collect_view()}</span>
                <span class="t-sub">{told}</span>
            </li>
        }
    };
    let rows = table.choices().into_iter().zip(counts).map(row).collect_view();
    view! { <ul class="reveal-counts">{rows}</ul> }.into_any()
}

/// What some others think, each with a reason of their own.
#[component]
pub(super) fn PanelOfVoices(table: Table) -> impl IntoView {
    let words = table.words;
    let language = words.language_now().code();
    let voices = table.drawn.with_value(|drawn| {
        let told = drawn.card.panel.iter().filter_map(|voice| {
            let said = drawn.words.panel.get(&voice.id)?.clone();
            Some((said, drawn.words.choices.get(&voice.leans)?.clone()))
        });
        told.collect::<Vec<_>>()
    });
    let row = move |(said, leans): (crate::content::VoiceWords, String)| {
        let leans = words.made(move |words| words.cards_panel_leans(&leans));
        view! {
            <li class="voice">
                <p class="t-sub" lang=language>{said.who}</p>
                <p class="serif q-sm" lang=language>"«"{said.reason}"»"</p>
                <p class="muted t-sm">{leans}</p>
            </li>
        }
    };
    view! {
        <section class="panel stack g4" aria-labelledby="voices">
            <h2 id="voices" class="t-title">{words.text(Messages::cards_panel)}</h2>
            <p class="muted">{words.text(Messages::cards_panel_lead)}</p>
            <ul class="voices">{voices.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
