//! The answers of a private round, opened: one cell for each answer, the same colour for all, no average.

use leptos::prelude::*;

use super::Desk;
use super::private::offer;
use crate::ethics::StepId;
use crate::features::reflection::private::{About, Reveal, Spread};
use crate::i18n::{Messages, Phrase};
use crate::ui::{Button, Hex, HexLook, HexScale, Icon, Look, Notice, NoticeKind, Tone, live};

/// The last answers of a step, and beside them those from before the talk.
#[component]
pub(super) fn Revealed(desk: Desk, step: StepId) -> impl IntoView {
    let reveals = desk.memo(move |session| {
        let of_step: Vec<Reveal> =
            session.reveals.iter().filter(|reveal| reveal.step == step).cloned().collect();
        let last_two = of_step.len().saturating_sub(2);
        of_step.into_iter().skip(last_two).collect::<Vec<_>>()
    });
    live(move || {
        let reveals = reveals.get();
        let last = reveals.last().cloned()?;
        Some(view! { <Panel desk reveals last/> })
    })
}

#[component]
fn Panel(desk: Desk, reveals: Vec<Reveal>, last: Reveal) -> impl IntoView {
    let words = desk.words;
    let several = reveals.len() > 1;
    let titles: [Phrase; 2] = [Messages::private_reveal_first, Messages::private_reveal_later];
    let spread: Phrase = match last.spread() {
        Spread::Alike => Messages::private_alike,
        Spread::Close => Messages::private_close,
        Spread::Apart => Messages::private_apart,
    };
    let rounds = reveals.into_iter().zip(titles).map(|(reveal, title)| {
        view! {
            <div class="stack g2">
                {several.then(|| view! { <h3 class="t-sub">{words.text(title)}</h3> })}
                <Counts desk reveal/>
            </div>
        }
    });
    let again = move |()| offer(desk, About::Step);
    let language = last.asked.language.code();
    let lines = last.lines.clone();
    let held = usize::from(last.held);
    view! {
        <section class="reveal panel" aria-labelledby="reveal-title">
            <h2 id="reveal-title" class="t-title">{words.text(Messages::private_reveal_title)}</h2>
            <p class="serif q-sm" lang=language>{last.asked.question}</p>
            <div class="reveal-rounds">{rounds.collect_view()}</div>
            {(!lines.is_empty()).then(|| view! {
                <div class="stack g2">
                    <h3 class="t-sub">{words.text(Messages::private_lines)}</h3>
                    <ul class="rows">{lines.into_iter().map(|line| view! { <li class="serif reveal-line">{line}</li> }).collect_view()}</ul>
                </div>
            })}
            {(held > 0).then(|| view! { <p class="muted t-sm">{words.made(move |words| words.private_held(held))}</p> })}
            <Notice kind=NoticeKind::Quiet sign=Icon::Group text=words.text(spread)/>
            <div class="row wrap g3">
                <p class="muted t-sm grow">{words.text(Messages::private_no_need)}</p>
                <Button text=words.text(Messages::private_again) look=Look::Tertiary tone=Tone::Lyng before=Icon::Tablet on_press=again/>
            </div>
        </section>
    }
}

/// One line for each choice: what it says, its cells, how many in words.
#[component]
fn Counts(desk: Desk, reveal: Reveal) -> impl IntoView {
    let words = desk.words;
    let row = move |(choice, count): (String, u8)| {
        let cells =
            (0..count).map(|_| view! { <Hex look=Signal::stored(HexLook::Done) scale=HexScale::Small/> });
        let told = words.made(
            move |words| {
                if count == 0 { words.private_nobody().to_owned() } else { count.to_string() }
            },
        );
        view! {
            <li class="reveal-row">
                <span>{choice}</span>
                <span class="reveal-cells" aria-hidden="true">{cells.collect_view()}</span>
                <span class="t-sub">{told}</span>
            </li>
        }
    };
    let choices = reveal.asked.choices.into_iter().zip(reveal.counts);
    view! { <ul class="reveal-counts" lang=reveal.asked.language.code()>{choices.map(row).collect_view()}</ul> }
}
