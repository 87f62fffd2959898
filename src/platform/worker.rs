//! A small program of its own beside the page, for what takes long: the page answers meanwhile, and what it had in
//! memory goes with it when it ends.

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// A program that runs as long as this is held.
pub struct Helper(Worker);

impl Helper {
    /// Starts the program in this file; `None` where the browser does not.
    #[must_use]
    pub fn start(file: &str) -> Option<Self> {
        Worker::new(file).ok().map(Self)
    }

    /// Asks it, one question at a time; `None` where it did not answer within so many milliseconds.
    pub async fn ask(&self, question: &[(&str, JsValue)], longest_ms: u32) -> Option<JsValue> {
        match select(Box::pin(self.answer(question)), TimeoutFuture::new(longest_ms)).await {
            Either::Left((answer, _)) => answer,
            Either::Right(_) => None,
        }
    }

    async fn answer(&self, question: &[(&str, JsValue)]) -> Option<JsValue> {
        let message = Object::new();
        for (name, value) in question {
            Reflect::set(&message, &(*name).into(), value).ok()?;
        }
        let answered = Promise::new(&mut |answer: Function, refuse: Function| {
            self.0.set_onmessage(Some(&answer));
            self.0.set_onerror(Some(&refuse));
        });
        self.0.post_message(&message).ok()?;
        let event = JsFuture::from(answered).await.ok()?;
        Some(event.dyn_into::<MessageEvent>().ok()?.data())
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
