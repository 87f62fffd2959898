//! The outside world as screens get it: records and saving, the library, names for the privacy
//! guard, the clock, addresses. One typed accessor, and no other context but the words.

mod agreements;
mod drills;
mod entries;
mod faces;
mod followed;
mod language;
mod lessons;
mod library;
mod memory;
mod packs;
mod painted;
mod paths;
mod people;
mod preferences;
mod runs;
mod shelf;
mod talks;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::content::search::Wanted;
use crate::content::{CardPack, Glossary, LessonPack, Library, PathPack, ScenarioPack};
use crate::ethics::SessionId;
use crate::ethics::privacy::Names;
use crate::i18n::{Day, Language, Messages, Words};
use crate::platform::assets::Assets;
use crate::platform::clock;
use crate::platform::locks::{Changes, WriterLock, WriterState};
use crate::platform::offline::Offline;
use crate::route::Route;
use crate::storage::progress::forget_session;
use crate::storage::words::status;
use crate::storage::{Commit, Records, Saver, Seals};

pub use crate::storage::{Appearance, LockAfter, Preferences, SaveStatus, TextSize};
pub use agreements::{outcome_name, read_more_of};
pub use entries::Entries;
pub use faces::{tell_windows, told_face};
pub use followed::{Edits, follow_place};
pub use packs::{NotTakenIn, guarded};
pub use painted::once_painted;
pub use people::{NotChanged, Presence};
pub use shelf::OnTheShelf;

/// The library on its way to the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum LibraryState {
    /// It is being fetched.
    Loading,
    /// Here it is.
    Ready(Arc<Library>),
    /// It did not come. The reason is for a log.
    Failed(String),
}

impl LibraryState {
    /// The library, where it is here.
    #[must_use]
    pub fn ready(&self) -> Option<&Arc<Library>> {
        match self {
            Self::Ready(library) => Some(library),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// Content that comes when somebody first asks for it.
#[derive(Debug, Clone, PartialEq)]
pub enum Fetched<T> {
    /// Nobody has asked for it.
    NotAsked,
    /// It is being fetched.
    Loading,
    /// Here it is.
    Ready(Arc<T>),
    /// It did not come. The reason is for a log.
    Failed(String),
}

impl<T> Fetched<T> {
    /// Whether it may still come by itself.
    #[must_use]
    pub const fn is_on_its_way(&self) -> bool {
        matches!(self, Self::NotAsked | Self::Loading)
    }

    /// What was asked for, where it is here.
    #[must_use]
    pub fn ready(&self) -> Option<&Arc<T>> {
        match self {
            Self::Ready(found) => Some(found),
            Self::NotAsked | Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// The services. Cheap to copy; all copies are one.
#[derive(Clone, Copy)]
pub struct Services {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    route: RwSignal<Route>,
    writer: RwSignal<WriterState>,
    save: RwSignal<SaveStatus>,
    library: RwSignal<LibraryState>,
    decks: RwSignal<Fetched<CardPack>>,
    terms: RwSignal<Fetched<Glossary>>,
    scenarios: RwSignal<Fetched<ScenarioPack>>,
    lessons: RwSignal<Fetched<LessonPack>>,
    paths: RwSignal<Fetched<PathPack>>,
    /// What is looked for in the library, as long as somebody goes between it and what it holds.
    wanted: RwSignal<Wanted>,
    /// The address of the screen that is on.
    shown: StoredValue<Route>,
    /// The address of the screen that was on before it.
    left: RwSignal<Option<Route>>,
    names: RwSignal<Arc<Names>>,
    /// Counts changes that another window made, so that lists read again.
    changed: RwSignal<u32>,
    offline: Offline,
    notice: RwSignal<Option<Notice>>,
    /// The line has been on a screen that was left.
    notice_seen: StoredValue<bool>,
    words: Words,
    preferences: RwSignal<Preferences>,
    language_failed: RwSignal<Option<Language>>,
    people: people::People,
}

/// One line to show on the next screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A session was forgotten whole.
    Forgotten,
    /// So many sessions were past their day and were removed at start.
    Expired(usize),
    /// A backup was read in.
    Restored,
    /// Everything was erased.
    Erased,
}

struct Inner {
    records: Rc<Records>,
    saver: Saver,
    lock: RefCell<Option<WriterLock>>,
    changes: Changes,
    assets: Assets,
    entries: RefCell<entries::Kept>,
    seals: Rc<Seals>,
}

impl Services {
    /// Puts the services together around a store. Nothing is written before this window is the writer.
    #[must_use]
    pub fn new(records: Rc<Records>, assets: Assets, route: Route, words: Words) -> Self {
        let save = RwSignal::new(SaveStatus::Kept);
        let saver = Saver::new(Rc::clone(&records), clock::now_ms, move |status| save.set(status.clone()));
        let inner = Rc::new(Inner {
            records,
            saver,
            lock: RefCell::default(),
            changes: Changes::open(),
            assets,
            entries: RefCell::default(),
            seals: Rc::new(Seals::of_device()),
        });
        let people = people::People::new(clock::now_ms(), is_a_face(&route));
        let services = Self {
            inner: StoredValue::new_local(inner),
            route: RwSignal::new(route.clone()),
            writer: RwSignal::new(WriterState::Waiting),
            save,
            library: RwSignal::new(LibraryState::Loading),
            decks: RwSignal::new(Fetched::NotAsked),
            terms: RwSignal::new(Fetched::NotAsked),
            scenarios: RwSignal::new(Fetched::NotAsked),
            lessons: RwSignal::new(Fetched::NotAsked),
            paths: RwSignal::new(Fetched::NotAsked),
            wanted: RwSignal::new(Wanted::default()),
            shown: StoredValue::new(route),
            left: RwSignal::new(None),
            names: RwSignal::new(Arc::new(Names::default())),
            changed: RwSignal::new(0),
            offline: Offline::new(),
            notice: RwSignal::new(None),
            notice_seen: StoredValue::new(false),
            words,
            preferences: RwSignal::new(Preferences::of_mirror(words.language_now())),
            language_failed: RwSignal::new(None),
            people,
        };
        services.connect_windows();
        services
    }

    /// Makes them available to everything below.
    pub fn provide(self) {
        provide_context(self);
    }

    /// The services that were provided above; `None` outside the app.
    #[must_use]
    pub fn find() -> Option<Self> {
        use_context::<Self>()
    }

    fn inner(self) -> Rc<Inner> {
        self.inner.get_value()
    }

    /// The writer, or one of those who wait to become it. A window that only shows the room's face is neither: it
    /// asks for no lock and hears of no record.
    fn connect_windows(self) {
        if self.shows_the_room() {
            return;
        }
        let inner = self.inner();
        let lock = WriterLock::acquire(move |state| self.writer_changed(state));
        *inner.lock.borrow_mut() = Some(lock);
        inner.changes.listen(move |_| self.records_changed());
        let announcing = Rc::downgrade(&inner);
        inner.records.on_written(move |ids| {
            if let Some(inner) = announcing.upgrade() {
                inner.entries.borrow_mut().let_go();
                inner.changes.announce(&ids.iter().map(ToString::to_string).collect::<Vec<_>>());
            }
        });
    }

    fn writer_changed(self, state: WriterState) {
        let records = self.records();
        records.set_writer(state == WriterState::Writer);
        if state != WriterState::Writer {
            self.writer.set(state);
            return;
        }
        spawn_local(async move {
            // The last keystrokes of a page that went away come first: whoever reads must find them.
            if let Err(error) = records.recover(self.now_ms()).await {
                leptos::logging::warn!("recovering: {error}");
            }
            self.writer.set(state);
            self.saver().try_again();
        });
    }

    /// Whether this window writes; tracked.
    #[must_use]
    pub fn writer(self) -> WriterState {
        self.writer.get()
    }

    /// Whether another window writes, so that this one can be read only; tracked.
    #[must_use]
    pub fn reads_only(self) -> bool {
        matches!(self.writer(), WriterState::Reader | WriterState::Lost)
    }

    /// Whether this window only shows the room's face, since it was opened.
    #[must_use]
    pub fn shows_the_room(self) -> bool {
        self.route.with_untracked(is_a_face)
    }

    /// Becomes the writing window. What is on the screens is read anew, so that nothing old is
    /// written over something newer.
    pub fn take_over(self) {
        if let Some(lock) = self.inner().lock.borrow().as_ref() {
            lock.take_over();
        }
    }

    /// The records of the device.
    #[must_use]
    pub fn records(self) -> Rc<Records> {
        Rc::clone(&self.inner().records)
    }

    /// Saves what is edited.
    #[must_use]
    pub fn saver(self) -> Saver {
        self.inner().saver.clone()
    }

    /// How the last change is doing; tracked.
    #[must_use]
    pub fn save_status(self) -> SaveStatus {
        self.save.get()
    }

    /// The few words for it; tracked.
    #[must_use]
    pub fn save_told(self, words: &Messages) -> String {
        status(&self.save_status(), words).to_owned()
    }

    /// What the page says of its own files.
    #[must_use]
    pub fn assets(self) -> Assets {
        self.inner().assets.clone()
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn now_ms(self) -> u64 {
        clock::now_ms()
    }

    /// Today, where the device is.
    #[must_use]
    pub fn today(self) -> Day {
        self.day_of(clock::now_ms())
    }

    /// The day of a moment, where the device is.
    #[must_use]
    pub fn day_of(self, ms: u64) -> Day {
        Day::of_moment(ms, clock::minutes_ahead(ms))
    }

    /// A fresh id for a record that somebody writes.
    #[must_use]
    pub fn fresh_id(self) -> String {
        uuid::Uuid::now_v7().to_string()
    }

    /// A fresh id that tells nothing, not even when it was made.
    #[must_use]
    pub fn random_id(self) -> String {
        uuid::Uuid::new_v4().to_string()
    }

    /// A number that nobody can foresee.
    #[must_use]
    pub fn chance(self) -> u64 {
        let id = self.random_id();
        id.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
    }

    /// The seals of the device.
    #[must_use]
    pub fn seals(self) -> Rc<Seals> {
        Rc::clone(&self.inner().seals)
    }

    /// The words in use.
    #[must_use]
    pub fn words(self) -> Words {
        self.words
    }

    /// The language in use, without following it.
    #[must_use]
    pub fn language_now(self) -> Language {
        self.words.language_now()
    }

    /// The address on the screen; tracked.
    #[must_use]
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The signal of the address, for the app itself.
    pub(crate) fn route_signal(self) -> RwSignal<Route> {
        self.route
    }

    /// Opens an address.
    pub fn open(self, route: &Route) {
        crate::platform::address::open(&route.to_string());
    }

    /// Opens an address in the place of the one on the screen, so that back does not lead here again.
    pub fn replace(self, route: &Route) {
        crate::platform::address::replace(&route.to_string());
    }

    /// The library; tracked.
    #[must_use]
    pub fn library(self) -> LibraryState {
        self.library.get()
    }

    /// The decks of reflection cards; tracked. Whoever shows them asks for them first
    /// ([`need_decks`](Self::need_decks)).
    #[must_use]
    pub fn decks(self) -> Fetched<CardPack> {
        self.decks.get()
    }

    /// The scenarios; tracked. Whoever shows them asks for them first ([`need_scenarios`](Self::need_scenarios)).
    #[must_use]
    pub fn scenarios(self) -> Fetched<ScenarioPack> {
        self.scenarios.get()
    }

    /// The lessons; tracked. Whoever shows them asks for them first ([`need_lessons`](Self::need_lessons)).
    #[must_use]
    pub fn lessons(self) -> Fetched<LessonPack> {
        self.lessons.get()
    }

    /// The kompetansepakker and the ethical standard; tracked. Whoever shows them asks for them first
    /// ([`need_paths`](Self::need_paths)).
    #[must_use]
    pub fn paths(self) -> Fetched<PathPack> {
        self.paths.get()
    }

    /// The glossary; tracked. Whoever shows it asks for it first ([`need_terms`](Self::need_terms)).
    #[must_use]
    pub fn terms(self) -> Fetched<Glossary> {
        self.terms.get()
    }

    /// What is looked for in the library. It is forgotten when somebody goes elsewhere than to what the library
    /// holds: the next person begins anew.
    #[must_use]
    pub fn wanted(self) -> RwSignal<Wanted> {
        self.wanted
    }

    /// Whether the screen that was on before this one is the library; tracked.
    #[must_use]
    pub fn came_from_library(self) -> bool {
        self.left.with(|left| *left == Some(Route::Library))
    }

    /// The names that the privacy guard knows; tracked.
    #[must_use]
    pub fn names(self) -> Arc<Names> {
        self.names.get()
    }

    /// The names that the privacy guard knows, without following them.
    #[must_use]
    pub fn names_now(self) -> Arc<Names> {
        self.names.get_untracked()
    }

    /// Opens an address. Where the one on the screen only leads on, it takes its place, so that back
    /// does not lead here again.
    pub fn replace_or_open(self, route: &Route) {
        if self.route.get_untracked().only_leads_on() { self.replace(route) } else { self.open(route) }
    }

    /// Follows changes of the records, here or in another window; tracked.
    pub fn follow_changes(self) {
        self.changed.track();
    }

    /// Forgets a session whole, whether a screen has loaded it or not. The saver tells how that goes.
    pub fn forget_session(self, session: &SessionId) {
        let mut changes = forget_session(session);
        let session = session.clone();
        spawn_local(async move {
            changes.extend(self.draft_of(&session).await);
            // Where it cannot be read it cannot be written either, and that is told by the saver.
            let _ = self.records().look_at(&changes).await;
            self.saver().edited(changes);
            self.saver().flush();
            self.records_changed();
        });
    }

    /// Removes sessions that nobody asks about any more, whole; answers whether they are gone.
    pub async fn remove_sessions(self, gone: impl Iterator<Item = &SessionId>) -> bool {
        let mut changes = Vec::new();
        for session in gone {
            changes.extend(forget_session(session));
            changes.extend(self.draft_of(session).await);
        }
        let records = self.records();
        if changes.is_empty() || records.look_at(&changes).await.is_err() {
            return false;
        }
        // What cannot be removed now is as old the next time.
        let done = records.write(changes, Commit::Checked).await.is_ok();
        if done {
            self.records_changed();
        }
        done
    }

    /// Says that records changed here, so that lists on the screen read again.
    pub fn records_changed(self) {
        self.let_go_of_entries();
        self.changed.update(|n| *n += 1);
    }

    /// Use without network, and updates.
    #[must_use]
    pub fn offline(self) -> Offline {
        self.offline
    }

    /// The line to show; tracked.
    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// Sets or takes away the line to show.
    pub fn set_notice(self, notice: Option<Notice>) {
        self.notice_seen.set_value(false);
        self.notice.set(notice);
    }

    /// Another screen is on. A line that was set on the way to it stays; one that it came with goes.
    pub fn screen_changed(self) {
        let now = self.route.get_untracked();
        self.left.set(Some(self.shown.get_value()));
        self.shown.set_value(now);
        let is_elsewhere = !self.route.with_untracked(Route::is_of_library);
        if is_elsewhere && self.wanted.with_untracked(|wanted| *wanted != Wanted::default()) {
            self.wanted.set(Wanted::default());
        }
        if self.notice_seen.get_value() {
            self.notice.set(None);
        } else if self.notice.with_untracked(Option::is_some) {
            self.notice_seen.set_value(true);
        }
    }

    /// Takes the version that waits into use: what is written is saved first, then the page loads again.
    pub fn take_update(self) {
        self.saver().flush();
        self.offline.take_update();
    }

    /// Says, here and to the other windows, that everything on the device may have changed.
    pub fn everything_changed(self) {
        self.inner().changes.announce(&[]);
        self.records_changed();
    }
}

/// Whether a window that is opened at this address only shows the face of another one.
fn is_a_face(route: &Route) -> bool {
    matches!(route, Route::RoomWindow | Route::MonitorWindow | Route::LessonRoom)
}
