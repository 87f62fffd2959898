//! The time of a group on the screen: a cell with words, and what can be done about it. It advises, it never
//! counts seconds, and it can be put out of sight.

use std::time::Duration;

use leptos::prelude::*;

use super::Desk;
use super::frame::words_about;
use crate::ethics::StepId;
use crate::features::reflection::clock::{Remaining, StepClock};
use crate::features::reflection::group::GroupEdit;
use crate::features::reflection::session::Session;
use crate::i18n::Messages;
use crate::ui::{Button, Counter, Dialog, Icon, Look, Timer, Tone, every, live};

/// How often the clock is looked at. What it shows changes once a minute, and nothing else is done.
const LOOK: Duration = Duration::from_secs(1);
/// The steps of a new plan, minutes.
const PLAN_STEP: u16 = 5;
/// The longest new plan, minutes.
const LONGEST: u16 = 180;

/// The clock of the session, at a moment.
#[derive(Clone, Copy)]
struct Clock {
    desk: Desk,
    /// Now, milliseconds since 1970, looked at every few seconds.
    now: RwSignal<u64>,
}

impl Clock {
    fn new(desk: Desk) -> Self {
        let now = RwSignal::new(desk.services.now_ms());
        let look = move || {
            // The screen may be gone by then.
            let _ = now.try_set(desk.services.now_ms());
        };
        every(LOOK, look);
        Effect::new(move |_| {
            desk.model.track();
            look();
        });
        Self { desk, now }
    }

    /// What the clock says about the session; the default where nobody is in a group.
    fn ask<T>(self, ask: impl Fn(&StepClock, &Session, u64) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        let now = self.now;
        self.desk.memo(move |session| {
            let now = now.get();
            session.group.as_ref().map(|group| ask(&group.clock, session, now)).unwrap_or_default()
        })
    }
}

/// The time of the step, and the way to change it. Nothing where nobody is in a group.
#[component]
pub(super) fn GroupClock(desk: Desk) -> impl IntoView {
    let underway = desk.memo(|session| session.group_underway().is_some());
    live(move || underway.get().then(|| view! { <Time desk/> }))
}

#[component]
fn Time(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let clock = Clock::new(desk);
    let open = RwSignal::new(false);
    let remaining = clock.ask(|clock, session, now| clock.remaining(&session.at, now));
    let sides = clock.ask(|clock, session, now| clock.sixths(&session.at, now));
    let running = clock.ask(|clock, _, _| clock.is_running());
    let hidden = clock.ask(|clock, _, _| clock.is_hidden());
    let text = words.made(move |words| {
        if hidden.get() {
            words.group_clock_menu().to_owned()
        } else if running.get() {
            main_words(remaining.get(), words)
        } else {
            words.group_paused().to_owned()
        }
    });
    let small = words.made(move |words| {
        if hidden.get() {
            words.group_time_hidden().to_owned()
        } else if running.get() {
            small_words(remaining.get(), words).to_owned()
        } else {
            main_words(remaining.get(), words)
        }
    });
    let shown_sides = Signal::derive(move || if hidden.get() { 0 } else { sides.get() });
    view! {
        <Timer label=words.text(Messages::group_clock_menu) text=text small=small sides=shown_sides
            on_press=move |()| open.set(true)/>
        <TimeDialog clock open/>
    }
}

fn main_words(remaining: Option<Remaining>, words: &Messages) -> String {
    match remaining {
        Some(Remaining::Left(minutes)) => words.group_left(minutes),
        Some(Remaining::Over(0)) => words.group_over_now().to_owned(),
        Some(Remaining::Over(minutes)) => words.group_over(minutes),
        None => words.group_clock_menu().to_owned(),
    }
}

fn small_words(remaining: Option<Remaining>, words: &Messages) -> &str {
    match remaining {
        Some(Remaining::Left(_)) => words.group_of_step(),
        Some(Remaining::Over(_)) => words.group_allowed(),
        None => "",
    }
}

/// What can be done about the time, one thing a button.
#[component]
fn TimeDialog(clock: Clock, open: RwSignal<bool>) -> impl IntoView {
    let desk = clock.desk;
    let words = desk.words;
    let running = clock.ask(|clock, _, _| clock.is_running());
    let hidden = clock.ask(|clock, _, _| clock.is_hidden());
    let pause = move |words: &Messages| {
        if running.get() { words.group_pause() } else { words.group_resume() }.to_owned()
    };
    let hide = move |words: &Messages| {
        if hidden.get() { words.group_show_time() } else { words.group_hide_time() }.to_owned()
    };
    let press_pause = move |()| {
        desk.edit_group(if running.get_untracked() { GroupEdit::Paused } else { GroupEdit::Resumed });
    };
    let press_hide = move |()| desk.edit_group(GroupEdit::TimeHidden(!hidden.get_untracked()));
    view! {
        <Dialog id="time" title=words.text(Messages::group_clock_menu) close=words.text(Messages::group_close)
            open=open on_close=move |()| open.set(false)>
            <div class="stack g5">
                <div class="row wrap g3">
                    <Button text=words.text(Messages::group_three_more) look=Look::Secondary before=Icon::Plus
                        on_press=move |()| desk.edit_group(GroupEdit::MoreTime)/>
                    <Button text=words.made(pause) look=Look::Secondary before=Icon::Clock on_press=press_pause/>
                    <Button text=words.made(hide) look=Look::Tertiary tone=Tone::Neutral before=Icon::Hidden on_press=press_hide/>
                </div>
                <Replan clock open/>
            </div>
        </Dialog>
    }
}

/// The time that is left, shared out anew; it is seen before it is done.
#[component]
fn Replan(clock: Clock, open: RwSignal<bool>) -> impl IntoView {
    let desk = clock.desk;
    let words = desk.words;
    let left = desk.model.with_untracked(|model| minutes_left(&model.session, desk.services.now_ms()));
    let minutes = RwSignal::new(left);
    let least = desk.memo(|session| u16::try_from(session.steps_to_come().len()).unwrap_or(u16::MAX));
    let step =
        move |by: i8| minutes.update(|minutes| *minutes = stepped(*minutes, by, least.get_untracked()));
    let rows = Memo::new(move |_| {
        let (wanted, now, language) = (minutes.get(), clock.now.get(), words.language());
        desk.model.with(|model| preview(&model.session, wanted, now, language))
    });
    let row = move |(name, minutes): (String, usize)| {
        view! {
            <li class="row g3">
                <span class="grow">{name}</span>
                <span class="t-sub">{words.made(move |words| words.group_replan_step(minutes))}</span>
            </li>
        }
    };
    let apply = move |()| {
        desk.edit_group(GroupEdit::Replanned(minutes.get_untracked()));
        open.set(false);
    };
    view! {
        <section class="stack g3">
            <h3 class="t-sub">{words.text(Messages::group_replan)}</h3>
            <p class="muted">{words.text(Messages::group_replan_lead)}</p>
            <Counter label=words.text(Messages::group_replan_lead)
                text=words.made(move |words| words.group_replan_minutes(minutes.get().into()))
                fewer=words.text(Messages::group_replan_fewer) more=words.text(Messages::group_replan_more)
                lowest=Signal::derive(move || minutes.get() <= least.get())
                highest=Signal::derive(move || minutes.get() >= LONGEST) on_step=step/>
            <h4 class="t-sub">{words.text(Messages::group_replan_steps)}</h4>
            <ul class="rows">{live(move || rows.get().into_iter().map(row).collect_view())}</ul>
            <div class="row"><Button text=words.text(Messages::group_replan_do) on_press=apply/></div>
        </section>
    }
}

/// What the plan has left, rounded up to whole steps of a new plan.
fn minutes_left(session: &Session, now_ms: u64) -> u16 {
    let left = session
        .group
        .as_ref()
        .map_or(0, |group| group.clock.left_for(&session.steps_to_come(), &session.at, now_ms));
    u16::try_from(left).unwrap_or(LONGEST).next_multiple_of(PLAN_STEP).clamp(PLAN_STEP, LONGEST)
}

/// Five minutes up or down, at the round number beyond.
fn stepped(minutes: u16, by: i8, least: u16) -> u16 {
    let to = if by < 0 {
        minutes.saturating_sub(1) / PLAN_STEP * PLAN_STEP
    } else {
        (minutes + 1).next_multiple_of(PLAN_STEP)
    };
    to.clamp(least, LONGEST)
}

/// The steps to come with the minutes that they would have left.
fn preview(
    session: &Session,
    minutes: u16,
    now_ms: u64,
    language: crate::i18n::Language,
) -> Vec<(String, usize)> {
    let Some(group) = &session.group else { return Vec::new() };
    let (steps, mut clock) = (session.steps_to_come(), group.clock.clone());
    clock.replan(&steps, &session.at, minutes, now_ms);
    let row = |step: &StepId| {
        (session.step_name(step, language), clock.left_for(std::slice::from_ref(step), &session.at, now_ms))
    };
    steps.iter().map(row).collect()
}

/// Who is here and how long, under the title of a session.
pub(super) fn company(desk: Desk) -> Signal<String> {
    words_about(desk, |session, words| {
        session.group.as_ref().map_or_else(String::new, |group| {
            format!(
                "{} · {}",
                words.group_r_present(group.participants.into()),
                words.group_r_minutes(group.plan.minutes.into())
            )
        })
    })
}
