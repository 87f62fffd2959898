//! A run on the screen: read, played, kept at every deed.

use std::time::Duration;

use leptos::prelude::*;

use super::bedside::Bedside;
use super::calling::CallScreen;
use super::debrief::Debrief;
use super::monitor::{MonitorHere, tell_the_monitor};
use super::scenarios::{in_place_of_scenarios, unknown};
use super::watching::{Watched, Watching};
use crate::clinical::Deed;
use crate::ethics::RunId;
use crate::features::simulation::bedside::{Effect as Wish, Model, Msg, Stage};
use crate::i18n::Words;
use crate::platform::awake::Awake;
use crate::progress::{Mode, Run};
use crate::services::{Services, follow_place};
use crate::storage::{Loaded, SaveStatus as Saving, words as told};
use crate::ui::{SaveStatus, live};
use crate::writing::save_look;

/// A run, and what the screen knows of it.
#[derive(Clone, Copy)]
pub(super) struct Bed {
    pub(super) services: Services,
    pub(super) words: Words,
    pub(super) id: StoredValue<RunId>,
    /// Whether this window shows the monitor.
    pub(super) monitor: RwSignal<bool>,
    model: RwSignal<Option<Model>>,
    /// Whether the course has ended.
    pub(super) over: Memo<bool>,
    /// Counts what is done; of a wait a little later, since time has a frame of its own.
    happened: RwSignal<u32>,
    /// Counts how often something has shown while time passed.
    showed: RwSignal<u32>,
    /// Counts everything that happens, while time passes a little later: for what need not be drawn in the same frame.
    settled: RwSignal<u32>,
    /// Counts everything that happens, while time passes later still: for other windows.
    told: RwSignal<u32>,
    /// Whether what was last handed in to be kept is only time that a clock let pass.
    by_clock: RwSignal<bool>,
    /// The minutes of a wait that are still to be played; nothing where none is being played.
    left_to_wait: StoredValue<Option<u32>>,
}

/// The longest wait that is played in one go, in minutes: between two, the screen shows how far it has come.
const WAIT_MINUTES: u32 = 5;

/// A frame and a little: what comes this much later has a frame of its own. No animation frame, since a window that
/// nobody sees still tells the monitor how it goes.
const NEXT_FRAME: Duration = Duration::from_millis(20);

impl Bed {
    fn new(services: Services, words: Words, id: RunId) -> Self {
        let model = RwSignal::<Option<Model>>::new(None);
        let (happened, showed) = (RwSignal::new(0), RwSignal::new(0));
        let over = Memo::new(move |_| {
            happened.track();
            showed.track();
            model.with_untracked(|model| model.as_ref().is_some_and(Model::is_over))
        });
        Self {
            services,
            words,
            id: StoredValue::new(id),
            monitor: RwSignal::new(false),
            model,
            over,
            happened,
            showed,
            settled: RwSignal::new(0),
            told: RwSignal::new(0),
            by_clock: RwSignal::new(false),
            left_to_wait: StoredValue::new(None),
        }
    }

    /// Takes in what happened. Whoever does something while a wait is being played has waited all of it before; a clock
    /// that runs does nothing.
    pub(super) fn tell(self, msg: Msg) {
        if !matches!(msg, Msg::Tick(_)) {
            self.wait_out();
        }
        self.take_in(msg);
    }

    /// Takes in what happened now, and keeps the run where that is wanted.
    fn take_in(self, msg: Msg) {
        let is_tick = matches!(msg, Msg::Tick(_));
        let only_time = is_tick || matches!(msg, Msg::Do(Deed::Wait(_)));
        let before = self.now(Model::happened);
        let wish = self.model.try_update(|model| model.as_mut().map(|model| model.update(msg))).flatten();
        if only_time {
            self.show_bit_by_bit(before);
        } else {
            self.show();
        }
        match wish {
            Some(Wish::Save) if is_tick => set_timeout(move || self.keep(true), 4 * NEXT_FRAME),
            Some(Wish::Save) => self.keep(false),
            Some(Wish::None) | None => {}
        }
    }

    /// What was done shows at once, wherever it does.
    fn show(self) {
        for counter in [self.happened, self.settled, self.told] {
            count(counter);
        }
    }

    /// Time that passes may bring much at once: what moves with it has the first frame for itself.
    fn show_bit_by_bit(self, before: (usize, (usize, usize, bool))) {
        let now = self.now(Model::happened);
        if now.0 != before.0 {
            set_timeout(move || count(self.happened), NEXT_FRAME);
        } else if now != before {
            set_timeout(move || count(self.showed), NEXT_FRAME);
        }
        set_timeout(move || count(self.settled), 2 * NEXT_FRAME);
        set_timeout(move || count(self.told), 3 * NEXT_FRAME);
    }

    /// Lets minutes pass, a few at a time. Minutes asked for while others pass come after them.
    pub(super) fn wait(self, minutes: u32) {
        let before = self.left_to_wait.try_update_value(|left| {
            let all = left.unwrap_or_default().saturating_add(minutes);
            left.replace(all)
        });
        // Two that play one wait would both let it pass.
        if before == Some(None) {
            self.wait_on();
        }
    }

    /// The next few minutes of a wait, and a little later those that follow, until there are none.
    fn wait_on(self) {
        let left = self.take_of_wait(WAIT_MINUTES);
        let goes_on = left > 0 && self.pass(left);
        if goes_on {
            set_timeout(move || self.wait_on(), 3 * NEXT_FRAME);
        } else {
            // The screen may be gone by now.
            let _ = self.left_to_wait.try_set_value(None);
        }
    }

    /// All that is left of a wait, in one go. What plays it finds nothing left at its next turn.
    fn wait_out(self) {
        let left = self.take_of_wait(u32::MAX);
        if left > 0 {
            self.pass(left);
        }
    }

    /// Takes so many minutes of those that are left, or as many as there are.
    fn take_of_wait(self, most: u32) -> u32 {
        let taken = self.left_to_wait.try_update_value(|left| {
            let left = left.as_mut()?;
            let taken = most.min(*left);
            *left -= taken;
            Some(taken)
        });
        taken.flatten().unwrap_or_default()
    }

    /// Lets so many minutes pass at the bedside; `false` where none pass any more.
    fn pass(self, minutes: u32) -> bool {
        let passes = self.now(|model| model.stage == Stage::Bedside && !model.is_over());
        if passes {
            self.take_in(Msg::Do(Deed::Wait(minutes.saturating_mul(60))));
        }
        passes
    }

    fn keep(self, by_clock: bool) {
        // The screen may be gone by now.
        let _ = self.by_clock.try_set(by_clock);
        if let Some(run) = self.now(|model| Some(model.run.clone())) {
            self.id.with_value(|id| self.services.keep_run(id, &run));
        }
    }

    /// A question about what was done: asked again when something is done, and not while time merely passes. A clock
    /// that runs changes the run twice a second.
    pub(super) fn of_deeds<A>(self, ask: impl Fn(&Model) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.followed_deeds(&ask))
    }

    /// [`of_deeds`](Self::of_deeds), asked again too when time has brought something to be seen or answered.
    pub(super) fn of_shown<A>(self, ask: impl Fn(&Model) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.happened.track();
            self.showed.track();
            self.now(&ask)
        })
    }

    /// [`memo`](Self::memo), a little later: for what need not be drawn in the same frame.
    pub(super) fn memo_later<A>(self, ask: impl Fn(&Model) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.followed_later(&ask))
    }

    /// A question about the run, asked again when it changes.
    pub(super) fn memo<A>(self, ask: impl Fn(&Model) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.model.with(|model| model.as_ref().map(&ask).unwrap_or_default()))
    }

    /// What is asked of the run, followed where this is asked in something that follows.
    pub(super) fn followed<A: Default>(self, ask: impl Fn(&Model) -> A) -> A {
        self.model.with(|model| model.as_ref().map(ask).unwrap_or_default())
    }

    /// [`followed`](Self::followed), of what was done, as [`of_deeds`](Self::of_deeds).
    pub(super) fn followed_deeds<A: Default>(self, ask: impl Fn(&Model) -> A) -> A {
        self.happened.track();
        self.now(ask)
    }

    /// [`followed`](Self::followed), a little later: for what need not be drawn in the same frame.
    pub(super) fn followed_later<A: Default>(self, ask: impl Fn(&Model) -> A) -> A {
        self.settled.track();
        self.now(ask)
    }

    /// [`followed_later`](Self::followed_later), later still: what other windows are told.
    pub(super) fn followed_last<A: Default>(self, ask: impl Fn(&Model) -> A) -> A {
        self.told.track();
        self.now(ask)
    }

    /// What is asked of the run now.
    pub(super) fn now<A: Default>(self, ask: impl Fn(&Model) -> A) -> A {
        // The screen may be gone by now.
        self.model.try_with_untracked(|model| model.as_ref().map(ask)).flatten().unwrap_or_default()
    }
}

/// One more; the screen may be gone by now.
fn count(of: RwSignal<u32>) {
    let _ = of.try_update(|count| *count = count.wrapping_add(1));
}

/// Whether what was done lies on the device.
#[component]
pub(super) fn Saved(bed: Bed) -> impl IntoView {
    // A clock that runs is kept again and again: only where that fails is it told, or the line would never stand still.
    let status = Memo::new(move |before: Option<&Saving>| {
        let now = bed.services.save_status();
        let is_on_its_way = matches!(now, Saving::Pending | Saving::Saving);
        match before {
            Some(before) if is_on_its_way && bed.by_clock.get() => before.clone(),
            Some(_) | None => now,
        }
    });
    let look = Memo::new(move |_| status.with(save_look));
    let said = bed.words.made(move |words| status.with(|status| told::status(status, words).to_owned()));
    view! { <SaveStatus look=look text=said/> }
}

/// Which face the run shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Face {
    #[default]
    OnItsWay,
    Unknown,
    Bedside,
    Call,
    Debrief,
    Watching,
    Watched,
    Monitor,
}

/// A run through a scenario.
#[component]
pub fn RunPage(
    /// Which one.
    id: RunId,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_scenarios();
    let bed = Bed::new(services, words, id);
    let stored = read(bed);
    let is_unknown = put_together(bed, stored);
    // The tablet lies beside a bed that is not there: it stays awake.
    let awake = StoredValue::new_local(Some(Awake::ask()));
    on_cleanup(move || {
        let _ = awake.try_update_value(|held| held.take());
    });
    let monitor = tell_the_monitor(bed);
    let face = Memo::new(move |_| {
        if is_unknown.get() {
            return Face::Unknown;
        }
        let shows_monitor = bed.monitor.get();
        bed.model.with(|model| {
            let Some(model) = model else { return Face::OnItsWay };
            match (&model.stage, model.run.mode) {
                _ if shows_monitor => Face::Monitor,
                (Stage::Bedside, Mode::Watch) => Face::Watching,
                (Stage::Debrief, Mode::Watch) => Face::Watched,
                (Stage::Bedside, Mode::Alone | Mode::Group | Mode::Instructor) => Face::Bedside,
                (Stage::Calling(_), _) => Face::Call,
                (Stage::Debrief, Mode::Alone | Mode::Group | Mode::Instructor) => Face::Debrief,
            }
        })
    });
    follow_place(move || Some(face.get()));
    let read_only = Signal::derive(move || services.reads_only());
    let view = view! {
        <div class="practice" inert=read_only>
            {live(move || match face.get() {
                Face::OnItsWay => view! { <main id="main" class="page" tabindex="-1">{in_place_of_scenarios(services)}</main> }
                    .into_any(),
                Face::Unknown => view! { <main id="main" class="page" tabindex="-1">{unknown(words)}</main> }.into_any(),
                Face::Bedside => view! { <Bedside bed/> }.into_any(),
                Face::Call => view! { <CallScreen bed/> }.into_any(),
                Face::Debrief => view! { <Debrief bed/> }.into_any(),
                Face::Watching => view! { <Watching bed/> }.into_any(),
                Face::Watched => view! { <Watched bed/> }.into_any(),
                Face::Monitor => view! { <MonitorHere bed face=monitor/> }.into_any(),
            })}
        </div>
    };
    Some(view)
}

/// The run as it lies on the device; read again when another window has changed it.
fn read(bed: Bed) -> RwSignal<Option<Option<Run>>> {
    bed.services.followed(move |services| {
        let id = bed.id.get_value();
        async move {
            Some(match services.run(&id).await {
                Ok(Loaded::Ready(run)) => Some(run),
                Ok(Loaded::Empty | Loaded::Newer(_) | Loaded::Damaged(_)) | Err(_) => None,
            })
        }
    })
}

/// Puts run and scenario together, and gives the run the words of another language when that is chosen. Tells whether
/// there is no such run.
fn put_together(bed: Bed, stored: RwSignal<Option<Option<Run>>>) -> RwSignal<bool> {
    let unknown = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(found) = stored.get() else { return };
        let Some(pack) = bed.services.scenarios().ready().cloned() else { return };
        let Some(run) = found else { return unknown.set(true) };
        let item = pack.scenarios.iter().find(|item| item.neutral.id == run.scenario);
        let Some(item) = item.cloned() else { return unknown.set(true) };
        bed.model.update(|model| {
            *model = Some(match model.take() {
                // A run only grows: what has more deeds is newer.
                Some(old) if old.run.deeds.len() >= run.deeds.len() => old.in_words_of(item),
                Some(_) | None => Model::new(item, run),
            });
        });
        bed.show();
    });
    unknown
}
