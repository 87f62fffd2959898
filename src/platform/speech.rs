//! Reading aloud with the voices of the device. Where the browser has none, nothing is offered.

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use crate::i18n::Language;
use crate::i18n::voices::{Fit, Offered, best};

/// What listens as long as it is held.
pub struct Held(#[expect(dead_code, reason = "held, and let go of when it is dropped")] Vec<EventListener>);

/// The reader of the browser; none where it has none.
fn reader() -> Option<SpeechSynthesis> {
    // Asked for by name: a browser without it has no such thing to call.
    let window = web_sys::window()?;
    let found = Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

fn voices(reader: &SpeechSynthesis) -> Vec<SpeechSynthesisVoice> {
    reader.get_voices().iter().map(|voice| voice.unchecked_into()).collect()
}

fn voice(reader: &SpeechSynthesis, language: Language) -> Option<(SpeechSynthesisVoice, Fit)> {
    let all = voices(reader);
    let offered: Vec<Offered> =
        all.iter().map(|voice| Offered { tag: voice.lang(), on_device: voice.local_service() }).collect();
    let (place, fit) = best(&offered, language)?;
    all.into_iter().nth(place).map(|voice| (voice, fit))
}

/// How well a voice on the device fits a language; none where no voice can read it.
#[must_use]
pub fn fit(language: Language) -> Option<Fit> {
    voice(&reader()?, language).map(|(_, fit)| fit)
}

/// Calls back when the browser has found its voices, which it does a while after it was asked first.
#[must_use]
pub fn when_voices_come(listen: impl Fn() + 'static) -> Held {
    let heard = reader().map(|reader| EventListener::new(&reader, "voiceschanged", move |_| listen()));
    Held(heard.into_iter().collect())
}

/// Reads something aloud, and calls back when it is over or was stopped. What is being read goes silent.
/// Returns what has to be held as long as it is read.
#[must_use]
pub fn read(text: &str, language: Language, on_end: impl Fn() + 'static) -> Option<Held> {
    let reader = reader()?;
    let (voice, _) = voice(&reader, language)?;
    let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    let on_end = std::rc::Rc::new(on_end);
    let ends = ["end", "error"].map(|event| {
        let on_end = std::rc::Rc::clone(&on_end);
        EventListener::new(&utterance, event, move |_| on_end())
    });
    reader.cancel();
    reader.speak(&utterance);
    Some(Held(ends.into()))
}

/// Goes silent.
pub fn stop() {
    if let Some(reader) = reader() {
        reader.cancel();
    }
}
