//! The button that reads a text aloud, with a voice that is on the device. Where there is none, there is no button.
//! It knows no feature: whoever has a text to read hands it over.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::i18n::voices::Fit;
use crate::platform::speech;
use crate::ui::{Button, Icon, Look, Tone, live};

/// Reads aloud, or goes silent.
#[component]
pub fn ReadAloud(
    /// What is read, in the language in use.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let words = Words::get();
    // Counts how often the browser has found voices.
    let found = RwSignal::new(0_u32);
    let heard = StoredValue::new_local(speech::when_voices_come(move || {
        // The screen may be gone by then.
        let _ = found.try_update(|count| *count = count.wrapping_add(1));
    }));
    let reading = RwSignal::new(false);
    let held = StoredValue::new_local(None::<speech::Held>);
    let fit = Memo::new(move |_| {
        found.track();
        speech::fit(words.language())
    });
    let press = move |()| {
        if reading.get_untracked() {
            reading.set(false);
            held.set_value(None);
            speech::stop();
            return;
        }
        let ended = move || {
            let _ = reading.try_set(false);
        };
        held.set_value(speech::read(&text.get_untracked(), words.language_now(), ended));
        reading.set(held.with_value(Option::is_some));
    };
    // What is on the screen no more is not read on.
    on_cleanup(move || {
        heard.dispose();
        held.dispose();
        speech::stop();
    });
    let said = words.made(move |words| match (reading.get(), fit.get()) {
        (true, _) => words.aloud_stop().to_owned(),
        (false, Some(Fit::Neighbour)) => words.aloud_neighbour().to_owned(),
        (false, _) => words.aloud_read().to_owned(),
    });
    live(move || {
        fit.get().is_some().then(|| {
            view! {
                <Button text=said look=Look::Tertiary tone=Tone::Neutral before=Icon::Voice on_press=press spare=true/>
            }
        })
    })
}
