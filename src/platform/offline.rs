//! Use without network, and updates: registers the service worker and listens to it. The messages are
//! described at the top of `sw.js`.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache,
};

/// How far the device has come towards use without network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// The browser has no service worker here (private mode, plain http).
    Unsupported,
    /// Files are being fetched: so many of so many are here.
    Fetching {
        /// How many are kept and verified.
        kept: u32,
        /// How many there are.
        listed: u32,
    },
    /// Every file is kept and verified.
    Ready,
    /// Not all came; it is tried again.
    Interrupted,
}

/// How long an update may take to take over before the page is loaded again anyway, milliseconds:
/// WebKit often does not tell of it.
const TAKE_OVER_MS: u32 = 2_000;
const HOUR_MS: u32 = 3_600_000;

/// Use without network, and updates. Cheap to copy; all copies are one.
#[derive(Clone, Copy)]
pub struct Offline {
    readiness: RwSignal<Readiness>,
    update: RwSignal<bool>,
    registration: StoredValue<Option<ServiceWorkerRegistration>, LocalStorage>,
}

impl Default for Offline {
    fn default() -> Self {
        Self::new()
    }
}

impl Offline {
    /// Nothing is registered yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            readiness: RwSignal::new(Readiness::Fetching { kept: 0, listed: 0 }),
            update: RwSignal::new(false),
            registration: StoredValue::new_local(None),
        }
    }

    /// How far it has come; tracked.
    #[must_use]
    pub fn readiness(self) -> Readiness {
        self.readiness.get()
    }

    /// Whether a new version waits to be taken into use; tracked.
    #[must_use]
    pub fn has_update(self) -> bool {
        self.update.get()
    }

    /// Registers the service worker and listens to it. Called once, after the first paint.
    pub fn start(self) {
        let Some(container) = container() else {
            self.readiness.set(Readiness::Unsupported);
            return;
        };
        EventListener::new(&container, "message", move |event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>() {
                self.told(&message.data());
            }
        })
        .forget();
        spawn_local(async move {
            let options = RegistrationOptions::new();
            options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
            let registered = JsFuture::from(container.register_with_options("./sw.js", &options)).await;
            match registered.map(|found| found.unchecked_into::<ServiceWorkerRegistration>()) {
                Ok(registration) => self.follow(&container, registration),
                Err(_) => self.readiness.set(Readiness::Unsupported),
            }
        });
    }

    fn follow(self, container: &ServiceWorkerContainer, registration: ServiceWorkerRegistration) {
        self.update.set(registration.waiting().is_some() && container.controller().is_some());
        let watched = registration.clone();
        EventListener::new(&registration, "updatefound", move |_| self.watch_installing(&watched)).forget();
        self.watch_installing(&registration);
        self.registration.set_value(Some(registration));
        self.ask();
        EventListener::new(container, "controllerchange", move |_| self.ask()).forget();
        self.look_for_updates_later();
    }

    fn watch_installing(self, registration: &ServiceWorkerRegistration) {
        let Some(worker) = registration.installing() else { return };
        let registration = registration.clone();
        EventListener::new(&worker, "statechange", move |_| {
            let controlled = container().is_some_and(|container| container.controller().is_some());
            self.update.set(registration.waiting().is_some() && controlled);
            self.ask();
        })
        .forget();
    }

    /// Asks the worker how far it has come, and to fetch what is missing.
    fn ask(self) {
        let worker =
            self.registration.with_value(|registration| registration.as_ref().and_then(|r| r.active()));
        if let Some(worker) = worker {
            for kind in ["status?", "fetch-rest"] {
                // A worker that is gone does not answer; the next one is asked again.
                let _ = worker.post_message(&message(kind));
            }
        }
    }

    fn told(self, data: &JsValue) {
        let number = |key: &str| {
            let value =
                Reflect::get(data, &key.into()).ok().and_then(|value| value.as_f64()).unwrap_or_default();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
            let count = value as u32;
            count
        };
        let kind =
            Reflect::get(data, &"type".into()).ok().and_then(|kind| kind.as_string()).unwrap_or_default();
        let ready = Reflect::get(data, &"ready".into()).is_ok_and(|ready| ready.is_truthy());
        let fetching = || Readiness::Fetching { kept: number("kept"), listed: number("listed") };
        match kind.as_str() {
            "offline-ready" => self.readiness.set(Readiness::Ready),
            "status" if ready => self.readiness.set(Readiness::Ready),
            "status" | "progress" => self.readiness.set(fetching()),
            "offline-failed" => self.readiness.set(Readiness::Interrupted),
            _ => {}
        }
    }

    fn look_for_updates_later(self) {
        let look = move || self.look_for_update();
        if let Some(window) = web_sys::window() {
            EventListener::new(&window, "focus", move |_| look()).forget();
            EventListener::new(&window, "online", move |_| self.ask()).forget();
            if let Some(document) = window.document() {
                EventListener::new(&document, "visibilitychange", move |_| look()).forget();
            }
        }
        Interval::new(HOUR_MS, look).forget();
        look();
    }

    /// Looks for a new version now.
    pub fn look_for_update(self) {
        self.registration.with_value(|registration| {
            if let Some(looking) = registration.as_ref().and_then(|r| r.update().ok()) {
                // Without network there is nothing to find, and nothing to say.
                spawn_local(async move {
                    let _ = JsFuture::from(looking).await;
                });
            }
        });
    }

    /// Takes the waiting version into use and loads the page again. The caller has saved everything.
    pub fn take_update(self) {
        let waiting =
            self.registration.with_value(|registration| registration.as_ref().and_then(|r| r.waiting()));
        let (Some(waiting), Some(container)) = (waiting, container()) else { return };
        let reloaded = Rc::new(Cell::new(false));
        let again = Rc::clone(&reloaded);
        EventListener::once(&container, "controllerchange", move |_| reload_once(&again)).forget();
        let _ = waiting.post_message(&message("SKIP_WAITING"));
        Timeout::new(TAKE_OVER_MS, move || reload_once(&reloaded)).forget();
    }
}

fn reload_once(done: &Cell<bool>) {
    if !done.replace(true)
        && let Some(window) = web_sys::window()
    {
        // It fails only when the page is already going away.
        let _ = window.location().reload();
    }
}

fn message(kind: &str) -> JsValue {
    let message = js_sys::Object::new();
    // Setting a key of a fresh object does not fail.
    let _ = Reflect::set(&message, &"type".into(), &kind.into());
    message.into()
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    // Undefined on plain http and in some private modes.
    let found = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    found.dyn_into::<ServiceWorkerContainer>().ok()
}
