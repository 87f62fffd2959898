//! Reading, handing over, choosing, and the twist.

use leptos::prelude::*;

use super::table::Table;
use crate::content::CardKind;
use crate::features::cards::play::{FEWEST_SHOWN, MOST, Msg, Play, Round};
use crate::i18n::{Messages, Phrase};
use crate::progress::MarkEdit;
use crate::ui::{
    Button, Counter, Hex, HexLook, HexScale, Icon, Look, Notice, NoticeKind, RadioTile, Scale, Tiles, Tone,
    icon, live, when,
};

/// Before anything: how many are there, and what becomes of what they choose.
#[component]
pub(super) fn Read(table: Table) -> impl IntoView {
    let words = table.words;
    let people = table.memo(Play::people);
    let step = move |by: i8| {
        let now = people.get_untracked().saturating_add_signed(by).clamp(1, MOST);
        table.tell(Msg::People(now));
        let mut choice = untrack(|| table.marks.with(|marks| marks.choice.clone()));
        choice.people = now;
        table.marks.edit(MarkEdit::Choice(choice));
    };
    let count = words.made(move |words| match people.get() {
        1 => words.cards_people_alone().to_owned(),
        n => words.cards_people_count(n),
    });
    let note = words.made(move |words| {
        match people.get() {
            1 => words.cards_alone_note(),
            n if n < FEWEST_SHOWN => words.cards_few_note(),
            _ => words.cards_group_note(),
        }
        .to_owned()
    });
    view! {
        <div class="cardtable-people" data-color-scheme="dark">
            <p class="t-sub" id="people">{words.text(Messages::cards_people)}</p>
            <Counter label=words.text(Messages::cards_people) text=count fewer=words.text(Messages::cards_people_fewer)
                more=words.text(Messages::cards_people_more) lowest=Signal::derive(move || people.get() <= 1)
                highest=Signal::derive(move || people.get() >= MOST) on_step=step/>
        </div>
        <p class="cardtable-note">{note} " " {words.text(Messages::cards_nowhere_note)}</p>
    }
}

/// The tablet goes to the next one. Nothing of what was chosen is on the screen.
#[component]
pub(super) fn HandOver(table: Table) -> impl IntoView {
    let words = table.words;
    let turns = table.memo(Play::turns);
    let people = table.memo(Play::people);
    let begun = Memo::new(move |_| turns.get() > 0);
    let title = words.made(move |words| {
        if turns.get() == 0 { words.cards_handover_first() } else { words.cards_handover() }.to_owned()
    });
    let told = words.made(move |words| words.cards_handover_turns(people.get(), turns.get()));
    let seats = move || {
        let seat = |place: u8| {
            let look = if place < turns.get() { HexLook::Done } else { HexLook::Skipped };
            view! { <li><Hex look=Signal::stored(look) scale=HexScale::Normal/></li> }
        };
        (0..people.get()).map(seat).collect_view()
    };
    view! {
        <div class="stack g5 private-column">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
            <p class="t-lead">{words.text(Messages::cards_handover_text)}</p>
            <ol class="row wrap g2" aria-hidden="true">{live(seats)}</ol>
            <p class="private-note" role="status">{told}</p>
            <div class="row wrap g3">
                <Button text=words.text(Messages::cards_taken) tone=Tone::Refleks scale=Scale::Large before=Icon::Tablet
                    on_press=move |()| table.tell(Msg::Taken)/>
                {when(begun, move || view! {
                    <Button text=words.text(Messages::cards_enough) look=Look::Tertiary tone=Tone::Neutral scale=Scale::Large
                        on_press=move |()| table.tell(Msg::Enough)/>
                })}
            </div>
        </div>
    }
}

/// Somebody chooses, alone with the tablet. What is marked lies in this screen alone and goes with it.
#[component]
pub(super) fn Choose(table: Table, round: Round) -> impl IntoView {
    let words = table.words;
    let language = words.language_now().code();
    let chosen = RwSignal::new(None::<usize>);
    let (kind, text, question, twist) = table.drawn.with_value(|drawn| {
        let words = &drawn.words;
        (drawn.card.kind, words.text.clone(), words.question.clone(), words.twist.clone())
    });
    let asked: Phrase = match kind {
        CardKind::Claim => Messages::cards_choose_claim,
        CardKind::Term => Messages::cards_choose_term,
        CardKind::Case => Messages::cards_choose_case,
    };
    let tile = move |(place, text): (usize, String)| {
        view! {
            <RadioTile name="card-choice" text=Signal::stored(text) chosen=Signal::derive(move || chosen.get() == Some(place))
                on_choose=move |()| chosen.set(Some(place))/>
        }
    };
    let done = move |()| {
        if let Some(choice) = chosen.get_untracked() {
            table.tell(Msg::Chosen(choice));
        }
    };
    let several = table.memo(|play| play.people() > 1);
    view! {
        <div class="stack g5 private-column" data-look="start">
            <div class="stack g3" lang=language>
                <p class="serif q-sm">{text}</p>
                <h1 id="step-title" class="serif q-md" tabindex="-1">{question}</h1>
                {(round == Round::Second).then(|| view! {
                    <p class="serif q-sm cardtable-turned">{icon(Icon::Sync)} " " {twist}</p>
                })}
            </div>
            <Tiles legend=words.text(asked) legend_class="t-lead" sentences=true>
                {table.choices().into_iter().enumerate().map(tile).collect_view()}
            </Tiles>
            <div class="row wrap g3">
                <Button text=words.text(Messages::cards_done) tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight
                    disabled=Signal::derive(move || chosen.get().is_none()) on_press=done/>
                {when(several, move || view! {
                    <Button text=words.text(Messages::cards_pass) look=Look::Tertiary tone=Tone::Neutral scale=Scale::Large
                        on_press=move |()| table.tell(Msg::Passed)/>
                })}
            </div>
        </div>
    }
}

/// One thing is turned around.
#[component]
pub(super) fn Twist(table: Table) -> impl IntoView {
    view! { <Notice kind=NoticeKind::Quiet sign=Icon::Sync text=table.words.text(Messages::cards_twist_lead)/> }
}
