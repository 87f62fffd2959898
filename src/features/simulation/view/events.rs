//! What came of the last deed, what was refused and why, and what comes in between.

use leptos::prelude::*;

use super::bed::Bed;
use crate::clinical::{Deed, Entry, Refused};
use crate::features::simulation::bedside::{Model, Msg};
use crate::features::simulation::said;
use crate::i18n::Messages;
use crate::ui::{Button, Icon, Look, Notice, NoticeKind, live};

/// What an entry of the log says, in one text: what was done, and what came of it.
pub(super) fn said(model: &Model, words: &Messages, bed: Bed, entry: &Entry) -> (String, String) {
    said::said(&model.item.words, words, bed.services.language_now(), entry)
}

/// Why something cannot be done.
pub(super) fn why_not(words: &Messages, refused: &Refused) -> String {
    match refused {
        Refused::Over | Refused::NotThere => words.simulation_over().to_owned(),
        Refused::NoKit(kit) => words.simulation_no_kit(kit),
        Refused::NotYours => words.simulation_not_yours().to_owned(),
        Refused::NoOrder => words.simulation_no_order().to_owned(),
    }
}

/// What comes in between, until it is answered.
#[component]
pub(super) fn Events(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let open = bed.of_shown(|model| {
        // Nothing comes in between any more when it is over.
        if model.is_over() {
            return None;
        }
        let id = model.course.open_events().first()?.clone();
        let event = model.item.words.events.get(&id)?.clone();
        Some((id, event))
    });
    live(move || {
        open.get().map(|(id, event)| {
            let answer = move |goes_along: bool, id: &str| {
                bed.tell(Msg::Do(Deed::Answer { event: id.to_owned(), goes_along }));
            };
            let (one, other) = (id.clone(), id);
            view! {
                <div role="alert">
                    <Notice kind=NoticeKind::Amber sign=Icon::Info title=words.text(Messages::simulation_event) text=Signal::stored(event.text)>
                        <div class="row wrap g2">
                            <Button text=Signal::stored(event.leave) look=Look::Secondary on_press=move |()| answer(false, &one)/>
                            <Button text=Signal::stored(event.go) look=Look::Secondary on_press=move |()| answer(true, &other)/>
                        </div>
                    </Notice>
                </div>
            }
        })
    })
}
