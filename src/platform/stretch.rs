//! The key of a PIN, made in a worker that ends when it is made: the page answers meanwhile (docs/decisions/0022).

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// How long it may take on the slowest device, milliseconds.
const LONGEST_MS: u32 = 30_000;

/// The key of these digits with this salt, at this cost; `None` where the worker did not come or made none.
pub async fn key_of(file: &str, digits: &[u8], salt: &[u8], memory_kib: u32, passes: u32) -> Option<Vec<u8>> {
    let worker = Worker::new(file).ok()?;
    let answer = ask(&worker, digits, salt, memory_kib, passes);
    let answered = match select(Box::pin(answer), TimeoutFuture::new(LONGEST_MS)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => None,
    };
    // With it goes all that it had in memory.
    worker.terminate();
    answered
}

async fn ask(worker: &Worker, digits: &[u8], salt: &[u8], memory_kib: u32, passes: u32) -> Option<Vec<u8>> {
    let question = Object::new();
    let parts: [(&str, JsValue); 4] = [
        ("pin", Uint8Array::from(digits).into()),
        ("salt", Uint8Array::from(salt).into()),
        ("memory", memory_kib.into()),
        ("passes", passes.into()),
    ];
    for (name, value) in parts {
        Reflect::set(&question, &name.into(), &value).ok()?;
    }
    let answered = Promise::new(&mut |answer: Function, refuse: Function| {
        worker.set_onmessage(Some(&answer));
        worker.set_onerror(Some(&refuse));
    });
    worker.post_message(&question).ok()?;
    let event = JsFuture::from(answered).await.ok()?;
    let key = event.dyn_into::<MessageEvent>().ok()?.data();
    key.dyn_into::<Uint8Array>().ok().map(|key| key.to_vec())
}
