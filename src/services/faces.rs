//! What a window of its own shows: the window that writes tells its face, and the other opens no store.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json;
use crate::platform::channel::Channel;

/// What a window says that has just opened.
const HELLO: &str = "hello";

/// Tells the windows that listen on a channel what they may show, whenever that changes and whenever one of them asks;
/// nothing once nobody is at it any more.
pub fn tell_windows<F>(channel: &str, face: Memo<Option<F>>)
where
    F: Serialize + Clone + PartialEq + Send + Sync + 'static,
{
    let channel = StoredValue::new(SendWrapper::new(Channel::open(channel)));
    let send = move || {
        let told = face.try_get_untracked().flatten().and_then(|face| json::write_text(&face).ok());
        let _ = channel.try_with_value(|channel| channel.send(&told.unwrap_or_default()));
    };
    channel.with_value(|channel| {
        channel.listen(move |text| {
            if text == HELLO {
                send();
            }
        });
    });
    Effect::new(move |_| {
        face.track();
        send();
    });
    on_cleanup(move || {
        let _ = channel.try_with_value(|channel| channel.send(""));
    });
}

/// The face that another window tells; `None` where nobody is at it, or what came is no face.
#[must_use]
pub fn told_face<F>(channel: &str) -> RwSignal<Option<F>>
where
    F: DeserializeOwned + Send + Sync + 'static,
{
    let face = RwSignal::new(None);
    let channel = StoredValue::new(SendWrapper::new(Channel::open(channel)));
    channel.with_value(|channel| {
        channel.listen(move |text| {
            if text == HELLO {
                return;
            }
            let read = json::parse(text.as_bytes()).and_then(|value| json::from_value::<F>(&value));
            // The screen may be gone by now.
            let _ = face.try_set(read.ok());
        });
        channel.send(HELLO);
    });
    face
}
