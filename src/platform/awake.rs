//! Keeping the screen awake while a tablet lies on a table. The browser lets go when the page is out of sight,
//! so it is asked again when it comes back. A browser that cannot do it leaves the screen as it is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_utils::document;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The screen stays awake as long as this is held.
pub struct Awake {
    held: Rc<Held>,
    _seen_again: EventListener,
}

#[derive(Default)]
struct Held {
    lock: RefCell<Option<JsValue>>,
    over: Cell<bool>,
}

impl Awake {
    /// Asks the browser, now and each time the page comes back into sight.
    #[must_use]
    pub fn ask() -> Self {
        let held = Rc::new(Held::default());
        held.ask();
        let again = Rc::clone(&held);
        let seen_again = EventListener::new(&document(), "visibilitychange", move |_| again.ask());
        Self { held, _seen_again: seen_again }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        self.held.over.set(true);
        self.held.let_go();
    }
}

impl Held {
    fn ask(self: &Rc<Self>) {
        let Some(promise) = request() else { return };
        let held = Rc::clone(self);
        spawn_local(async move {
            // Refused when the page is out of sight or the battery is low: then it sleeps as always.
            let Ok(lock) = JsFuture::from(promise).await else { return };
            let before = held.lock.borrow_mut().replace(lock);
            drop(before);
            if held.over.get() {
                held.let_go();
            }
        });
    }

    fn let_go(&self) {
        let Some(lock) = self.lock.borrow_mut().take() else { return };
        let release =
            Reflect::get(&lock, &"release".into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
        // A lock that the browser took back already has nothing to let go.
        let _ = release.map(|release| release.call0(&lock));
    }
}

/// Asks for the lock; `None` where the browser has none.
fn request() -> Option<Promise> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let wake_lock = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&wake_lock, &"request".into()).ok()?.dyn_into().ok()?;
    request.call1(&wake_lock, &"screen".into()).ok()?.dyn_into().ok()
}
