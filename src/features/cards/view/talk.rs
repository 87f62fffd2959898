//! The talk: questions that lead on, a form with a time, and another place to look from.

use std::time::Duration;

use leptos::prelude::*;

use super::table::Table;
use crate::features::cards::play::{Play, Round};
use crate::features::cards::talk::{Clock, Form, Phase};
use crate::i18n::{Messages, Phrase};
use crate::ui::{Button, Chips, Details, Icon, Look, Notice, NoticeKind, RadioChip, Tone, live};

/// How often the clock is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// Below so many seconds the time is soon over.
const SOON: u64 = 30;

/// What they talk about, and how.
#[component]
pub(super) fn Talk(table: Table, round: Round) -> impl IntoView {
    let words = table.words;
    let language = words.language_now().code();
    let alone = table.memo(|play| play.people() == 1);
    let follow_ups = table.drawn.with_value(|drawn| drawn.words.follow_ups.clone());
    let title = words.made(move |words| {
        if alone.get() { words.cards_talk_alone() } else { words.cards_talk() }.to_owned()
    });
    let questions = follow_ups.into_iter().map(|text| view! { <li class="serif q-sm">{text}</li> });
    view! {
        <section class="panel stack g4" aria-labelledby="talk">
            <h2 id="talk" class="t-title">{title}</h2>
            {(round == Round::First).then(|| view! {
                <ul class="follow-ups" lang=language aria-label=words.text(Messages::cards_follow_ups)>{questions.collect_view()}</ul>
            })}
            {live(move || (!alone.get()).then(|| view! { <Forms table/> }))}
            <Perspective table/>
        </section>
    }
}

/// Ways of talking, each with a time for its parts.
#[component]
fn Forms(table: Table) -> impl IntoView {
    let words = table.words;
    let people = table.memo(Play::people);
    let form = RwSignal::new(Form::Free);
    let clock = RwSignal::new(None::<Clock>);
    let chip = move |one: Form| {
        let name = form_words(one).0;
        let choose = move |()| {
            form.set(one);
            clock.set(None);
        };
        view! {
            <RadioChip name="talk-form" text=words.text(name) chosen=Signal::derive(move || form.get() == one) on_choose=choose/>
        }
    };
    let chips = move || Form::of(people.get()).iter().copied().map(chip).collect_view();
    let about = words.made(move |words| form_words(form.get()).1(words).to_owned());
    let start = move |()| {
        let now = table.services.now_ms();
        clock.set(Some(Clock::started(form.get_untracked(), people.get_untracked(), now)));
    };
    let is_on = Memo::new(move |_| clock.with(Option::is_some));
    view! {
        <Chips legend=words.text(Messages::cards_forms)>{live(chips)}</Chips>
        <p class="muted">{about}</p>
        {live(move || if is_on.get() {
            view! { <Time table clock/> }.into_any()
        } else {
            view! {
                <div class="row">
                    <Button text=words.text(Messages::cards_form_start) look=Look::Secondary before=Icon::Clock on_press=start/>
                </div>
            }
            .into_any()
        })}
    }
}

fn form_words(form: Form) -> (Phrase, Phrase) {
    match form {
        Form::Free => (Messages::cards_form_free, Messages::cards_form_free_text),
        Form::Circle => (Messages::cards_form_circle, Messages::cards_form_circle_text),
        Form::Growing => (Messages::cards_form_growing, Messages::cards_form_growing_text),
    }
}

fn phase_words(phase: Phase) -> Phrase {
    match phase {
        Phase::All => Messages::cards_phase_all,
        Phase::EachInTurn => Messages::cards_phase_turn,
        Phase::Alone => Messages::cards_phase_alone,
        Phase::Pairs => Messages::cards_phase_pairs,
        Phase::Fours => Messages::cards_phase_fours,
    }
}

/// The part that is on and its time. It counts no seconds aloud, and stops nobody.
#[component]
fn Time(table: Table, clock: RwSignal<Option<Clock>>) -> impl IntoView {
    let words = table.words;
    let services = table.services;
    let now = RwSignal::new(services.now_ms());
    if let Ok(handle) = set_interval_with_handle(move || now.set(services.now_ms()), LOOK) {
        on_cleanup(move || handle.clear());
    }
    let of_clock = move |ask: fn(&Clock, u64) -> Option<(Phase, u64)>| {
        Memo::new(move |_| clock.with(|clock| clock.as_ref().and_then(|clock| ask(clock, now.get()))))
    };
    // Changes twice a minute at most, so that a screen reader is not told every second.
    let left = of_clock(|clock, now| {
        let (phase, _) = clock.phase()?;
        let seconds = clock.seconds_left(now);
        let told = if seconds > SOON { seconds.div_ceil(60) * 60 } else { seconds.min(1) };
        Some((phase, told))
    });
    let is_last = Memo::new(move |_| clock.with(|clock| clock.as_ref().is_some_and(|c| c.next().is_none())));
    let text = words.made(move |words| match left.get() {
        None => words.cards_form_over().to_owned(),
        Some((_, 0)) => words.cards_time_over().to_owned(),
        Some((_, 1)) => words.cards_time_soon().to_owned(),
        Some((_, seconds)) => words.cards_time_left(usize::try_from(seconds / 60).unwrap_or(0)),
    });
    let name = words.made(move |words| {
        left.get().map(|(phase, _)| phase_words(phase)(words).to_owned()).unwrap_or_default()
    });
    let go_on = move |()| {
        let last = is_last.get_untracked();
        clock.update(|clock| {
            if last {
                *clock = None;
            } else if let Some(clock) = clock {
                clock.go_on(services.now_ms());
            }
        });
        now.set(services.now_ms());
    };
    let button = words.made(move |words| {
        if is_last.get() { words.cards_form_end() } else { words.cards_form_next() }.to_owned()
    });
    view! {
        <div class="talktime" role="status">
            <p class="t-title">{name}</p>
            <p>{text}</p>
        </div>
        <div class="row wrap g2">
            <Button text=button look=Look::Secondary on_press=go_on/>
            {live(move || (!is_last.get()).then(|| view! {
                <Button text=words.text(Messages::cards_form_end) look=Look::Tertiary tone=Tone::Neutral on_press=move |()| clock.set(None)/>
            }))}
        </div>
    }
}

/// The card seen from the place of somebody else.
#[component]
fn Perspective(table: Table) -> impl IntoView {
    let words = table.words;
    let services = table.services;
    let at = RwSignal::new(None::<String>);
    let parties = table.drawn.with_value(|drawn| drawn.card.parties.clone());
    let named = Memo::new(move |_| {
        let library = services.library();
        let name = |tag: &String| Some((tag.clone(), library.ready()?.party_name(tag)?.to_owned()));
        parties.iter().filter_map(name).collect::<Vec<_>>()
    });
    let chip = move |(tag, name): (String, String)| {
        let wanted = tag.clone();
        let chosen = Signal::derive(move || at.with(|at| at.as_ref() == Some(&wanted)));
        view! {
            <RadioChip name="card-place" text=Signal::stored(name) chosen=chosen on_choose=move |()| at.set(Some(tag.clone()))/>
        }
    };
    let said = words.made(move |words| {
        let named = named.get();
        let role = at
            .with(|at| named.iter().find(|(tag, _)| Some(tag) == at.as_ref()).map(|(_, name)| name.clone()));
        role.map(|role| words.cards_perspective_text(role)).unwrap_or_default()
    });
    let is_chosen = Memo::new(move |_| at.with(Option::is_some));
    view! {
        <Details summary=words.text(Messages::cards_perspective)>
            <div class="stack g3">
                <Chips legend=words.text(Messages::cards_perspective) legend_hidden=true>
                    {live(move || named.get().into_iter().map(chip).collect_view())}
                </Chips>
                {live(move || is_chosen.get().then(|| view! { <Notice kind=NoticeKind::Amber sign=Icon::Person text=said/> }))}
            </div>
        </Details>
    }
}
