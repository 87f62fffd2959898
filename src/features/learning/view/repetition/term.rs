//! A term that comes again: what does it mean? One says oneself whether one knew, since nobody else can.

use leptos::prelude::*;

use super::asked::{skip, went};
use super::shift::Sitting;
use crate::ethics::TermId;
use crate::explained::Explained;
use crate::features::learning::repetition::round::Msg;
use crate::i18n::Messages;
use crate::platform::document;
use crate::progress::memory::Recall;
use crate::ui::{ActionBar, Button, Look, Scale, live};

/// Where the meaning stands: the focus goes there when it has been asked for.
const MEANING: &str = "repetition-meaning";

/// A term, and what it means once one has thought about it.
#[component]
pub(super) fn TermAgain(sitting: Sitting, id: TermId) -> impl IntoView {
    let Sitting { services, words, .. } = sitting;
    let is_shown = RwSignal::new(false);
    let but = id.clone();
    let term = Memo::new(move |_| {
        let glossary = services.terms();
        let term = glossary.ready()?.term(&id)?;
        Some((term.words.name.clone(), term.words.text.clone()))
    });
    let meaning = move || {
        let but = Some(but.clone());
        let text = term.get().map(|(_, text)| text).unwrap_or_default();
        is_shown.get().then(|| view! { <Explained text=Signal::stored(text) but=but/> })
    };
    let ways = move || {
        if is_shown.get() {
            view! {
                {went(sitting, Recall::Missed, Messages::repetition_term_no)}
                {went(sitting, Recall::Hard, Messages::repetition_term_hard)}
                <Button text=words.text(Messages::repetition_term_yes) look=Look::Primary scale=Scale::Large
                    on_press=move |()| sitting.tell(Msg::Answered(Recall::Good))/>
            }
            .into_any()
        } else {
            let show = move |()| {
                is_shown.set(true);
                document::focus_soon(MEANING.to_owned());
            };
            view! {
                {skip(sitting)}
                <Button text=words.text(Messages::repetition_term_look) scale=Scale::Large on_press=show/>
            }
            .into_any()
        }
    };
    view! {
        <div class="cols"><main id="main" tabindex="-1">
            <div class="lesson-screen">
                <p class="kicker">{words.text(Messages::repetition_term_ask)}</p>
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{live(move || term.get().map(|(name, _)| name))}</h1>
                <div id=MEANING tabindex="-1">{live(meaning)}</div>
            </div>
        </main></div>
        <ActionBar>{live(ways)}</ActionBar>
    }
}
