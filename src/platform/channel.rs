//! Text between the windows of one device. Whoever sends never hears itself.

use std::cell::RefCell;

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// One channel; silent where the browser has none.
pub struct Channel {
    channel: Option<BroadcastChannel>,
    listener: RefCell<Option<EventListener>>,
}

impl Channel {
    /// The channel of a name.
    #[must_use]
    pub fn open(name: &str) -> Self {
        let has_channels = Reflect::has(&js_sys::global(), &"BroadcastChannel".into()).unwrap_or(false);
        let channel = has_channels.then(|| BroadcastChannel::new(name).ok()).flatten();
        Self { channel, listener: RefCell::default() }
    }

    /// Sends a text to every other window that listens.
    pub fn send(&self, text: &str) {
        if let Some(channel) = &self.channel {
            // It fails only when the channel is closed; then nobody listens.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    }

    /// Is told what other windows send; the last one to listen is told.
    pub fn listen(&self, on_text: impl Fn(String) + 'static) {
        let Some(channel) = &self.channel else { return };
        let listener = EventListener::new(channel, "message", move |event| {
            let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(text) = text {
                on_text(text);
            }
        });
        *self.listener.borrow_mut() = Some(listener);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
