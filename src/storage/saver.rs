//! Drives [`Autosave`] in the browser: timers, the page going away, and the writes themselves. It
//! decides nothing.

use std::cell::RefCell;
use std::future::Future as _;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::autosave::{Input, Todo, Write};
use super::{Autosave, Change, Loaded, RecordId, Records, SaveStatus, Saved, StorageError};

type OnStatus = Box<dyn Fn(&SaveStatus)>;
type Clock = Box<dyn Fn() -> u64>;

/// Saves what is edited. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Saver(Rc<Inner>);

struct Inner {
    records: Rc<Records>,
    autosave: RefCell<Autosave>,
    timer: RefCell<Option<Timeout>>,
    told: RefCell<SaveStatus>,
    on_status: OnStatus,
    clock: Clock,
    listeners: RefCell<Vec<EventListener>>,
}

impl Saver {
    /// Saves to these records. `clock` gives milliseconds since 1970; `on_status` is called whenever
    /// the status changes, and never while it is already running.
    #[must_use]
    pub fn new(
        records: Rc<Records>,
        clock: impl Fn() -> u64 + 'static,
        on_status: impl Fn(&SaveStatus) + 'static,
    ) -> Self {
        let inner = Rc::new(Inner {
            records,
            autosave: RefCell::default(),
            timer: RefCell::default(),
            told: RefCell::new(SaveStatus::Kept),
            on_status: Box::new(on_status),
            clock: Box::new(clock),
            listeners: RefCell::default(),
        });
        inner.listen();
        Self(inner)
    }

    /// These were changed: write them soon.
    pub fn edited(&self, changes: Vec<Change>) {
        self.0.take_in(Input::Edited(changes));
    }

    /// Reads a record as it will be when everything that waits is written: a screen that opens at once
    /// finds what the one before it has just handed in, also where nothing can be written.
    ///
    /// # Errors
    /// [`StorageError`] when the store does not answer and nothing waits.
    pub async fn load<T: Saved>(&self, id: &RecordId) -> Result<Loaded<T>, StorageError> {
        let waiting = || self.unsaved().into_iter().find(|change| change.id() == id);
        let before = waiting();
        // The store is asked all the same: it has to know what lies there before it is written over.
        let stored = self.0.records.load(id).await;
        // What was written while the store was read is the latest, and what waited then may be there by now.
        match waiting().or(before) {
            Some(change) => Ok(change.read()),
            None => stored,
        }
    }

    /// Write everything that waits now, without waiting for a pause.
    pub fn flush(&self) {
        self.0.take_in(Input::FlushNow);
    }

    /// Try what failed again: the user asked for it, or what stood in the way is gone.
    pub fn try_again(&self) {
        self.0.take_in(Input::TryAgain);
    }

    /// Lets go of everything that waits, because everything is erased.
    pub fn let_go(&self) {
        self.0.autosave.borrow_mut().let_go();
        self.0.timer.borrow_mut().take();
        self.0.tell();
    }

    /// What a person is told.
    #[must_use]
    pub fn status(&self) -> SaveStatus {
        self.0.autosave.borrow().status()
    }

    /// What is on the screen and not on the device, for an export when saving fails.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Change> {
        self.0.autosave.borrow().unsaved().into_iter().cloned().collect()
    }
}

impl Inner {
    fn listen(self: &Rc<Self>) {
        let Some(window) = web_sys::window() else { return };
        let mut listeners = Vec::new();
        let leaving = Rc::downgrade(self);
        listeners.push(EventListener::new(&window, "pagehide", move |_| flush(&leaving)));
        if let Some(document) = window.document() {
            let hiding = Rc::downgrade(self);
            let page = document.clone();
            listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
                if page.visibility_state() == web_sys::VisibilityState::Hidden {
                    flush(&hiding);
                }
            }));
        }
        *self.listeners.borrow_mut() = listeners;
    }

    fn take_in(self: &Rc<Self>, input: Input) {
        let now = (self.clock)();
        let todo = self.autosave.borrow_mut().step(input, now);
        self.carry_out(todo, now);
        self.tell();
    }

    fn carry_out(self: &Rc<Self>, todo: Todo, now: u64) {
        let Todo { write, wake_ms } = todo;
        let timer = wake_ms.map(|at| {
            let inner = Rc::downgrade(self);
            let wait = u32::try_from(at.saturating_sub(now)).unwrap_or(u32::MAX);
            Timeout::new(wait, move || {
                if let Some(inner) = inner.upgrade() {
                    inner.take_in(Input::TimerFired);
                }
            })
        });
        // An earlier timer is cancelled by being dropped.
        *self.timer.borrow_mut() = timer;
        if let Some(write) = write {
            self.write(write);
        }
    }

    fn write(self: &Rc<Self>, write: Write) {
        let inner = Rc::clone(self);
        let records = Rc::clone(&self.records);
        let Write { id, changes, commit } = write;
        let mut work = Box::pin(async move { records.write(changes, commit).await });
        // Begun here and not in the task: a page that is going away may not come to the task.
        let begun = work.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        spawn_local(async move {
            let result = match begun {
                Poll::Ready(result) => result,
                Poll::Pending => work.await,
            };
            inner.take_in(Input::WriteFinished(id, result));
        });
    }

    fn tell(&self) {
        let status = self.autosave.borrow().status();
        let is_news = *self.told.borrow() != status;
        if is_news {
            *self.told.borrow_mut() = status.clone();
            (self.on_status)(&status);
        }
    }
}

fn flush(inner: &Weak<Inner>) {
    if let Some(inner) = inner.upgrade() {
        inner.take_in(Input::FlushNow);
    }
}
