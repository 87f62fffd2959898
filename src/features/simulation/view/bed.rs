//! A run on the screen: read, played, kept at every deed.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

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
use crate::platform::document;
use crate::platform::locks::WriterState;
use crate::progress::{Mode, Run};
use crate::services::Services;
use crate::storage::{Loaded, words as told};
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
    /// Counts what is done.
    happened: RwSignal<u32>,
    /// Counts how often something has shown while time passed.
    showed: RwSignal<u32>,
    /// Counts everything that happens, a little later: for what need not be drawn in the same frame.
    settled: RwSignal<u32>,
    /// Counts everything that happens, later still: for other windows.
    told: RwSignal<u32>,
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
        }
    }

    /// Takes in what happened, and keeps the run where that is wanted.
    pub(super) fn tell(self, msg: Msg) {
        let is_tick = matches!(msg, Msg::Tick(_));
        let only_time = is_tick || matches!(msg, Msg::Do(Deed::Wait(_)));
        let (deeds, shown) = self.now(Model::happened);
        let wish = self.model.try_update(|model| model.as_mut().map(|model| model.update(msg))).flatten();
        let (more_deeds, more_shown) = self.now(Model::happened);
        if !only_time || deeds != more_deeds {
            count(self.happened);
        }
        // What shows while time passes may be much at once.
        if shown != more_shown {
            set_timeout(move || count(self.showed), NEXT_FRAME);
        }
        set_timeout(move || count(self.settled), 2 * NEXT_FRAME);
        set_timeout(move || count(self.told), 3 * NEXT_FRAME);
        match wish {
            Some(Wish::Save) if is_tick => set_timeout(move || self.keep(), 4 * NEXT_FRAME),
            Some(Wish::Save) => self.keep(),
            Some(Wish::None) | None => {}
        }
    }

    /// Lets minutes pass, a few at a time.
    pub(super) fn wait(self, minutes: u32) {
        let now = minutes.min(WAIT_MINUTES);
        let goes_on = self.now(|model| model.stage == Stage::Bedside && !model.is_over());
        if now == 0 || !goes_on {
            return;
        }
        self.tell(Msg::Do(Deed::Wait(now * 60)));
        if minutes > now {
            set_timeout(move || self.wait(minutes - now), 3 * NEXT_FRAME);
        }
    }

    fn keep(self) {
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
        self.happened.track();
        self.settled.track();
        self.now(ask)
    }

    /// [`followed_later`](Self::followed_later), later still: what other windows are told.
    pub(super) fn followed_last<A: Default>(self, ask: impl Fn(&Model) -> A) -> A {
        self.happened.track();
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
    let services = bed.services;
    let look = Memo::new(move |_| save_look(&services.save_status()));
    let said = bed.words.made(move |words| told::status(&services.save_status(), words).to_owned());
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
    Effect::new(move |before: Option<Face>| {
        let now = face.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| {
                document::scroll_to_top();
                document::focus_heading();
            });
        }
        now
    });
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
    let stored = RwSignal::new(None);
    Effect::new(move |_| {
        bed.services.follow_changes();
        if bed.services.writer() == WriterState::Waiting {
            return;
        }
        spawn_local(async move {
            let Some(id) = bed.id.try_get_value() else { return };
            let found = match bed.services.run(&id).await {
                Ok(Loaded::Ready(run)) => Some(run),
                Ok(Loaded::Empty | Loaded::Newer(_) | Loaded::Damaged(_)) | Err(_) => None,
            };
            // The screen may be gone by now.
            let _ = stored.try_set(Some(found));
        });
    });
    stored
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
        count(bed.happened);
    });
    unknown
}
