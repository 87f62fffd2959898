//! Counting breaths oneself: the chest rises and falls as it would, for a minute or half of one, and what half of one
//! costs in certainty is shown. Who cannot see it move measures with the buttons of the chart instead.

use std::time::Duration;

use leptos::prelude::*;

use super::bed::Bed;
use crate::clinical::{Deed, Measure, Measured};
use crate::features::simulation::bedside::{Model, Msg};
use crate::i18n::Messages;
use crate::platform::document;
use crate::ui::{Button, Counter, Dialog, Icon, Look, RadioTile, Tiles, every, live};

const SECOND: Duration = Duration::from_secs(1);
/// How much quicker it goes where one does not want to wait.
const QUICK: u32 = 2;
/// What has the focus when one thing has followed another.
const NEXT: &str = "breaths-next";
/// The most that can be counted.
const MOST: u32 = 99;

/// How far one has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Ready,
    Counting,
    Counted,
    /// What the whole minute would have shown.
    Told(i32),
}

#[derive(Clone, Copy)]
struct Count {
    bed: Bed,
    phase: RwSignal<Phase>,
    /// Seconds that are counted: 60, or 30.
    seconds: RwSignal<u32>,
    quick: RwSignal<bool>,
    /// Seconds on the wall that are left.
    left: RwSignal<u32>,
    count: RwSignal<u32>,
}

impl Count {
    fn speed(self) -> u32 {
        if self.quick.get_untracked() { QUICK } else { 1 }
    }

    /// What follows takes the place of what had the focus.
    fn go_to(self, phase: Phase) {
        self.phase.set(phase);
        document::focus_soon(NEXT.to_owned());
    }

    fn begin(self) {
        self.count.set(0);
        self.left.set(self.seconds.get_untracked() / self.speed());
        self.go_to(Phase::Counting);
    }

    fn tick(self) {
        self.left.update(|left| *left = left.saturating_sub(1));
        if self.left.get_untracked() == 0 {
            self.go_to(Phase::Counted);
        }
    }

    fn compare(self) {
        let whole = self.bed.now(|model| Some(rate(model))).unwrap_or_default();
        let measure = if self.seconds.get_untracked() < 60 { Measure::Rf30 } else { Measure::Rf };
        self.bed.tell(Msg::Do(Deed::Measure(measure)));
        self.go_to(Phase::Told(whole));
    }
}

fn rate(model: &Model) -> i32 {
    match model.course.reading_of(model.play(), Measure::Rf) {
        Measured::Rf(rate) => rate,
        Measured::Spo2(_)
        | Measured::Pressure(..)
        | Measured::Pulse(..)
        | Measured::Temp(_)
        | Measured::Acvpu(_)
        | Measured::Glucose(_)
        | Measured::Refill(_)
        | Measured::Pain(_) => 0,
    }
}

/// The button that opens it, and the dialog.
#[component]
pub(super) fn CountBreaths(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let open = RwSignal::new(false);
    let count = Count {
        bed,
        phase: RwSignal::new(Phase::Ready),
        seconds: RwSignal::new(60),
        quick: RwSignal::new(false),
        left: RwSignal::new(0),
        count: RwSignal::new(0),
    };
    let counting = Memo::new(move |_| open.get() && count.phase.get() == Phase::Counting);
    Effect::new(move |_| {
        if counting.get() {
            every(SECOND, move || count.tick());
        }
    });
    let begin = move |()| {
        count.phase.set(Phase::Ready);
        open.set(true);
    };
    let actions = move || {
        let (text, press): (_, Callback<()>) = match count.phase.get() {
            Phase::Ready => {
                (Messages::breaths_begin as crate::i18n::Phrase, Callback::new(move |()| count.begin()))
            }
            Phase::Counting => return ().into_any(),
            Phase::Counted => (Messages::breaths_compare, Callback::new(move |()| count.compare())),
            Phase::Told(_) => (Messages::breaths_done, Callback::new(move |()| open.set(false))),
        };
        view! { <Button text=words.text(text) on_press=press/> }.into_any()
    };
    view! {
        <Button text=words.text(Messages::breaths_count) look=Look::Secondary before=Icon::Measure on_press=begin/>
        <Dialog id="breaths" open=open title=words.text(Messages::breaths_count) close=words.text(Messages::breaths_close)
            on_close=move |()| open.set(false) actions=move || live(actions)>
            {live(move || match count.phase.get() {
                Phase::Ready => view! { <Ready count/> }.into_any(),
                Phase::Counting => view! { <Counting count/> }.into_any(),
                Phase::Counted => view! { <Counted count/> }.into_any(),
                Phase::Told(whole) => view! { <Told count whole/> }.into_any(),
            })}
        </Dialog>
    }
}

#[component]
fn Ready(count: Count) -> impl IntoView {
    let words = count.bed.words;
    let seconds = count.seconds;
    let quick = count.quick;
    view! {
        <div class="stack g4">
            <p>{words.text(Messages::breaths_text)}</p>
            <Tiles legend=words.text(Messages::breaths_how_long)>
                <RadioTile name="breaths-seconds" text=words.text(Messages::simulation_sixty) chosen=Signal::derive(move || seconds.get() == 60)
                    on_choose=move |()| seconds.set(60)/>
                <RadioTile name="breaths-seconds" text=words.text(Messages::simulation_thirty) chosen=Signal::derive(move || seconds.get() == 30)
                    on_choose=move |()| seconds.set(30)/>
            </Tiles>
            <Tiles legend=words.text(Messages::breaths_speed) sentences=true>
                <RadioTile name="breaths-speed" text=words.text(Messages::modes_clock_real) chosen=Signal::derive(move || !quick.get())
                    on_choose=move |()| quick.set(false)/>
                <RadioTile name="breaths-speed" text=words.text(Messages::breaths_quick) chosen=quick
                    on_choose=move |()| quick.set(true)/>
            </Tiles>
        </div>
    }
}

#[component]
fn Counting(count: Count) -> impl IntoView {
    let words = count.bed.words;
    let rate = count.bed.now(|model| Some(rate(model))).unwrap_or_default();
    // Nobody who does not breathe has a chest that moves.
    let one = (rate > 0).then(|| format!("{}ms", 60_000 / rate.unsigned_abs() / count.speed()));
    let moves = one.is_some().then_some("true");
    let left =
        words.made(move |words| words.breaths_left(usize::try_from(count.left.get()).unwrap_or_default()));
    view! {
        <div class="breaths">
            <div class="breaths-frame" aria-hidden="true"><div class="breath" data-moves=moves style:--breath=one></div></div>
            <p class="muted num">{left}</p>
            <button type="button" class="ds-button" data-scale="large" id=NEXT
                on:click=move |_| count.count.update(|count| *count = (*count + 1).min(MOST))>{words.text(Messages::breaths_tap)}</button>
        </div>
    }
}

#[component]
fn Counted(count: Count) -> impl IntoView {
    let words = count.bed.words;
    let number = count.count;
    let text =
        words.made(move |words| words.breaths_counted(usize::try_from(number.get()).unwrap_or_default()));
    let step = move |by: i8| {
        number.update(|number| *number = number.saturating_add_signed(i32::from(by)).min(MOST));
    };
    view! {
        <div class="stack g4">
            <p id=NEXT tabindex="-1">{words.text(Messages::breaths_sure)}</p>
            <Counter label=words.text(Messages::breaths_count) text=text fewer=words.text(Messages::breaths_fewer) more=words.text(Messages::breaths_more)
                lowest=Signal::derive(move || number.get() == 0) highest=Signal::derive(move || number.get() == MOST) on_step=step/>
        </div>
    }
}

/// What one counted beside what it was; over half a minute also what doubling makes of it.
#[component]
fn Told(count: Count, whole: i32) -> impl IntoView {
    let words = count.bed.words;
    let (own, half) = (count.count.get_untracked(), count.seconds.get_untracked() < 60);
    let told = words.made(move |words| {
        if half { words.breaths_told_half(whole, own, own * 2) } else { words.breaths_told(whole, own) }
    });
    view! {
        <div class="stack g3" role="status">
            <p class="t-lead" id=NEXT tabindex="-1">{told}</p>
            {half.then(|| view! { <p>{words.text(Messages::simulation_rf30_note)}</p> })}
            <p class="muted">{words.text(Messages::breaths_look)}</p>
        </div>
    }
}
