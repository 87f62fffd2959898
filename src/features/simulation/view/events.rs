//! What came of the last deed, what was refused and why, and what comes in between.

use leptos::prelude::*;

use super::bed::Bed;
use super::instructor::pushed;
use super::told;
use crate::clinical::{Deed, Entry, Outcome, Refused};
use crate::content::ScenarioWords;
use crate::features::simulation::bedside::{Model, Msg};
use crate::i18n::Messages;
use crate::ui::{Button, Icon, Look, Notice, NoticeKind, live};

/// What an entry of the log says, in one text: what was done, and what came of it.
pub(super) fn said(model: &Model, words: &Messages, bed: Bed, entry: &Entry) -> (String, String) {
    let spoken = &model.item.words;
    match (&entry.deed, &entry.outcome) {
        (Deed::Look(id), Outcome::Found(state)) => {
            let look = spoken.looks.get(id);
            let found = state.as_ref().and_then(|state| look?.states.get(state));
            (look.map(|look| look.name.clone()).unwrap_or_default(), found.cloned().unwrap_or_default())
        }
        (Deed::Measure(measure), Outcome::Measured(measured)) => (
            told::measured_name(*measure)(words).to_owned(),
            told::measured(words, bed.services.language_now(), *measured),
        ),
        (Deed::Act(id), Outcome::Done { by_another, .. }) => {
            let action = spoken.actions.get(id);
            let done = action.map(|action| action.done.clone()).unwrap_or_default();
            let name = action.map(|action| action.name.clone()).unwrap_or_default();
            let done = if *by_another { format!("{}. {done}", words.simulation_by_another()) } else { done };
            (name, done)
        }
        (Deed::Call { receiver, .. }, Outcome::Replied { reply, .. }) => {
            let receiver = spoken.receivers.get(receiver);
            let reply = reply.as_ref().and_then(|reply| receiver?.replies.get(reply));
            let who = receiver.map(|receiver| receiver.name.clone()).unwrap_or_default();
            (words.simulation_called(who), reply.cloned().unwrap_or_default())
        }
        (Deed::Answer { event, goes_along }, _) => (answered(spoken, event, *goes_along), String::new()),
        (Deed::Wait(seconds), _) => {
            (words.simulation_waited(usize::try_from(seconds / 60).unwrap_or_default()), String::new())
        }
        (Deed::Event(id), _) => {
            (spoken.events.get(id).map(|event| event.text.clone()).unwrap_or_default(), String::new())
        }
        (Deed::Push { on, by }, _) => (pushed(words, *on, *by), String::new()),
        _ => (String::new(), String::new()),
    }
}

fn answered(spoken: &ScenarioWords, event: &str, goes_along: bool) -> String {
    let event = spoken.events.get(event);
    event.map(|event| if goes_along { event.go.clone() } else { event.leave.clone() }).unwrap_or_default()
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
    let open = bed.memo(|model| {
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
