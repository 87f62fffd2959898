//! How a meeting was: the way in at its end, what one person marks alone, and the marks of all.

use leptos::prelude::*;

use super::Desk;
use super::choices::one_of;
use super::private::{TurnEnd, offer};
use crate::features::reflection::private::ticket::{Mark, Much, Ticket, TicketAnswer};
use crate::features::reflection::private::{About, Given};
use crate::i18n::{Messages, Phrase};
use crate::ui::{Button, Chips, Icon, Look, Tone, live, when};

/// The way in, and afterwards the marks.
#[component]
pub(super) fn Meeting(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let ticket = desk.memo(|session| session.ticket.clone());
    let ask = move |()| offer(desk, About::Meeting);
    live(move || {
        match ticket.get() {
        Some(ticket) => view! { <Marks desk ticket/> }.into_any(),
        None => view! {
            <section class="stack g2" aria-labelledby="meeting">
                <h2 id="meeting" class="t-title">{words.text(Messages::private_t_offer_title)}</h2>
                <p>{words.text(Messages::private_t_offer_text)}</p>
                <div class="row">
                    <Button text=words.text(Messages::private_t_offer) look=Look::Secondary tone=Tone::Lyng before=Icon::Tablet on_press=ask/>
                </div>
            </section>
        }
        .into_any(),
    }
    })
}

/// What all marked, together.
#[component]
fn Marks(desk: Desk, ticket: Ticket) -> impl IntoView {
    let words = desk.words;
    let answered = usize::from(ticket.answered);
    let row = move |(mark, [yes, little, no]): (Mark, [u8; 3])| {
        view! {
            <li class="meeting-mark">
                <span>{words.text(name(mark))}</span>
                <span class="muted t-sm">{words.made(move |words| words.private_t_count(little, no, yes))}</span>
            </li>
        }
    };
    let hard: Phrase = if ticket.somebody_found_it_hard {
        Messages::private_t_some_hard
    } else {
        Messages::private_t_nobody_hard
    };
    view! {
        <section class="stack g2" aria-labelledby="meeting">
            <h2 id="meeting" class="t-title">{words.text(Messages::private_t_result)}</h2>
            <p class="muted t-sm">{words.made(move |words| words.private_t_answered(answered))}</p>
            <ul class="rows">{ticket.marks.into_iter().map(row).collect_view()}</ul>
            <p>{words.text(hard)}</p>
        </section>
    }
}

fn name(mark: Mark) -> Phrase {
    match mark {
        Mark::TakePart => Messages::private_t_take_part,
        Mark::Relevant => Messages::private_t_relevant,
        Mark::Forward => Messages::private_t_forward,
        Mark::Fellowship => Messages::private_t_fellowship,
        Mark::Stories => Messages::private_t_stories,
    }
}

fn much_name(much: Much, words: &Messages) -> &str {
    match much {
        Much::Yes => words.private_t_yes(),
        Much::Little => words.private_t_little(),
        Much::No => words.private_t_no(),
    }
}

/// The private screen of one person. What is marked is in this screen and nowhere else, until it is sealed.
#[component]
pub(super) fn TicketTurn(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let marks = Mark::ALL.map(|mark| (mark, RwSignal::new(None::<Much>)));
    let hard = RwSignal::new(None::<Much>);
    let missing = RwSignal::new(false);
    let done = move || {
        let [a, b, c, d, e] = marks.map(|(_, chosen)| chosen.get_untracked());
        let given = (|| Some(TicketAnswer::new([a?, b?, c?, d?, e?], hard.get_untracked()?)))();
        missing.set(given.is_none());
        given.map(Given::Ticket)
    };
    let question = move |id: &str, legend: Phrase, chosen: RwSignal<Option<Much>>| {
        let chips =
            one_of(id, Much::ALL, much_name, chosen.into(), move |much| chosen.set(Some(much)), words);
        view! { <Chips legend=words.text(legend)>{chips}</Chips> }
    };
    let rows = marks
        .into_iter()
        .enumerate()
        .map(|(place, (mark, chosen))| question(&format!("mark-{place}"), name(mark), chosen))
        .collect_view();
    let is_hard = Memo::new(move |_| matches!(hard.get(), Some(Much::Yes | Much::Little)));
    view! {
        <div class="stack g5 private-column">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::private_t_question)}</h1>
            <div class="meeting-questions">
                {rows} {question("mark-hard", Messages::private_t_hard, hard)}
            </div>
            {when(is_hard, move || view! { <p class="private-note">{words.text(Messages::private_t_hard_help)}</p> })}
            {when(missing, move || view! { <p role="status" class="private-note">{words.text(Messages::private_t_all)}</p> })}
            <TurnEnd desk done/>
        </div>
        <p class="private-note private-foot">{words.text(Messages::private_turn_note)}</p>
    }
}
