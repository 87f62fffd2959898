//! The clock of a run: what it shows, and whether it stands still, goes in real time, or faster.

use std::time::Duration;

use leptos::prelude::*;

use super::bed::Bed;
use super::told;
use crate::features::simulation::bedside::Msg;
use crate::features::simulation::pace::Pace;
use crate::i18n::{Messages, Phrase};
use crate::ui::{Chips, Icon, IconScale, RadioChip, Steady, every, icon_with};

/// How often a clock that goes is looked at.
const LOOK: Duration = Duration::from_millis(500);

const fn name(pace: Pace) -> Phrase {
    match pace {
        Pace::Still => Messages::modes_clock_still,
        Pace::Real => Messages::modes_clock_real,
        Pace::Tenfold => Messages::modes_clock_ten,
        Pace::MinuteASecond => Messages::modes_clock_minute,
    }
}

/// How fast the time goes.
#[component]
pub(super) fn ClockPace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let pace = bed.of_deeds(|model| model.clock.pace);
    let runs = Memo::new(move |_| pace.get() != Pace::Still && !bed.over.get());
    Effect::new(move |_| {
        // Where it stands still, nothing is looked at again and again.
        if runs.get() {
            let milliseconds = u32::try_from(LOOK.as_millis()).unwrap_or_default();
            every(LOOK, move || bed.tell(Msg::Tick(milliseconds)));
        }
    });
    let over = bed.over;
    let chip = move |one: Pace| {
        view! {
            <RadioChip name="pace" text=words.text(name(one)) chosen=Signal::derive(move || pace.get() == one)
                on_choose=move |()| bed.tell(Msg::Pace(one)) sign=Icon::Clock/>
        }
    };
    view! {
        <div class="stack g1" inert=over>
            <Chips legend=words.text(Messages::modes_clock)>{Pace::ALL.map(chip).collect_view()}</Chips>
            <p class="t-sm muted">{words.text(Messages::modes_clock_text)}</p>
        </div>
    }
}

/// The time in the course.
#[component]
pub(super) fn TimeNow(bed: Bed) -> impl IntoView {
    let time = bed.memo(|model| told::clock(model.play().begins, model.course.now()));
    view! {
        <p class="practice-clock num" aria-label=bed.words.made(move |words| words.simulation_clock(time.get()))>
            {icon_with(Icon::Clock, IconScale::Normal, "")} <b><Steady text=time/></b>
        </p>
    }
}
