//! Which window writes, and telling the other windows that records changed.
//!
//! One window holds the lock `refleks-writer`; the others read, and follow when it closes. A person
//! can take over: then the window that wrote is told that it lost, and it stays a reader until
//! somebody takes over there again. A browser without Web Locks has no way to ask: there every window
//! writes, and the store's own check of revisions has to do.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

const LOCK: &str = "refleks-writer";
const CHANNEL: &str = "refleks-changes";

/// What this window may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriterState {
    /// It has asked and not heard yet: it does not write.
    Waiting,
    /// It writes.
    Writer,
    /// Another window writes. This one becomes the writer when that one closes.
    Reader,
    /// Another window took over. This one reads, until a person takes over here again.
    Lost,
}

/// The right to write.
#[derive(Clone)]
pub struct WriterLock(Rc<Inner>);

struct Inner {
    state: Cell<WriterState>,
    /// Counts the requests. A lock that comes to an old one is let go.
    request: Cell<u32>,
    on_change: Box<dyn Fn(WriterState)>,
}

impl WriterLock {
    /// Asks to be the writer. `on_change` is told every new state; the first one comes later, never
    /// during this call, and until then it is [`WriterState::Waiting`].
    #[must_use]
    pub fn acquire(on_change: impl Fn(WriterState) + 'static) -> Self {
        let inner = Rc::new(Inner {
            state: Cell::new(WriterState::Waiting),
            request: Cell::new(0),
            on_change: Box::new(on_change),
        });
        inner.ask(Way::IfFree);
        Self(inner)
    }

    /// What this window may do now.
    #[must_use]
    pub fn state(&self) -> WriterState {
        self.0.state.get()
    }

    /// Becomes the writer, whoever writes now.
    pub fn take_over(&self) {
        if self.0.state.get() != WriterState::Writer {
            self.0.ask(Way::Steal);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    IfFree,
    InTurn,
    Steal,
}

impl Way {
    fn options(self) -> Object {
        let options = Object::new();
        let set = |key: &str| {
            // It cannot fail on an object of our own.
            let _ = Reflect::set(&options, &key.into(), &JsValue::TRUE);
        };
        match self {
            Self::IfFree => set("ifAvailable"),
            Self::InTurn => {}
            Self::Steal => set("steal"),
        }
        options
    }
}

impl Inner {
    fn ask(self: &Rc<Self>, way: Way) {
        let number = self.request.get().wrapping_add(1);
        self.request.set(number);
        let granted = {
            let inner = Rc::clone(self);
            Closure::once_into_js(move |lock: JsValue| inner.granted(number, &lock))
        };
        let ended = request(&way.options(), &granted);
        let inner = Rc::clone(self);
        spawn_local(async move {
            let Some(promise) = ended else {
                inner.change(number, WriterState::Writer);
                return;
            };
            // The promise ends when the lock was not free, was let go or was taken away.
            if JsFuture::from(promise).await.is_err() {
                inner.refused(number);
            } else if inner.request.get() == number {
                inner.change(number, WriterState::Reader);
                inner.ask(Way::InTurn);
            }
        });
    }

    fn granted(&self, number: u32, lock: &JsValue) -> JsValue {
        if lock.is_null() || lock.is_undefined() || self.request.get() != number {
            return JsValue::UNDEFINED;
        }
        self.change(number, WriterState::Writer);
        // Held until the window closes or another one takes it.
        Promise::new(&mut |_, _| {}).into()
    }

    fn refused(&self, number: u32) {
        match self.state.get() {
            WriterState::Writer => self.change(number, WriterState::Lost),
            // The browser has locks but does not give them to this page: as if it had none.
            WriterState::Waiting => self.change(number, WriterState::Writer),
            WriterState::Reader | WriterState::Lost => {}
        }
    }

    fn change(&self, number: u32, state: WriterState) {
        if self.request.get() == number && self.state.replace(state) != state {
            (self.on_change)(state);
        }
    }
}

/// Asks for the lock; `None` where the browser has no locks.
fn request(options: &Object, granted: &JsValue) -> Option<Promise> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call3(&locks, &LOCK.into(), options, granted).ok()?.dyn_into().ok()
}

/// Tells the other windows of this device that records changed. Only ids travel, never content.
pub struct Changes {
    channel: Option<BroadcastChannel>,
    listener: RefCell<Option<EventListener>>,
}

impl Default for Changes {
    fn default() -> Self {
        Self::open()
    }
}

impl Changes {
    /// The channel between the windows; silent where the browser has none.
    #[must_use]
    pub fn open() -> Self {
        let has_channels = Reflect::has(&js_sys::global(), &"BroadcastChannel".into()).unwrap_or(false);
        let channel = has_channels.then(|| BroadcastChannel::new(CHANNEL).ok()).flatten();
        Self { channel, listener: RefCell::default() }
    }

    /// Tells that these records changed; none means «everything».
    pub fn announce(&self, ids: &[String]) {
        if let Some(channel) = &self.channel {
            let message: Array = ids.iter().map(|id| JsValue::from_str(id)).collect();
            // It fails only when the channel is closed; then nobody listens.
            let _ = channel.post_message(&message);
        }
    }

    /// Is told what other windows announce; the last one to listen is told. Never told of our own.
    pub fn listen(&self, on_change: impl Fn(Vec<String>) + 'static) {
        let Some(channel) = &self.channel else { return };
        let listener = EventListener::new(channel, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let Ok(ids) = event.data().dyn_into::<Array>() else { return };
            on_change(ids.iter().filter_map(|id| id.as_string()).collect());
        });
        *self.listener.borrow_mut() = Some(listener);
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
