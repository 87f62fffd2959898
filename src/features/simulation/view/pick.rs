//! Whom one calls: the way to a call is always in sight.

use leptos::prelude::*;

use super::bed::Bed;
use super::sheets::CodesOf;
use crate::clinical::{Deed, Outcome};
use crate::features::simulation::call::Msg;
use crate::i18n::Messages;
use crate::progress::Mode;
use crate::ui::{Button, Chip, Details, Icon, Look, live, when};

/// Whether two are at the tablet, as long as nobody says otherwise.
const fn are_two(mode: Mode) -> bool {
    match mode {
        Mode::Group | Mode::Instructor => true,
        Mode::Watch | Mode::Alone => false,
    }
}

/// The way to a call.
#[component]
pub(super) fn Call(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let open = RwSignal::new(false);
    view! {
        <section class="panel stack g3 practice-call" aria-labelledby="call">
            <h2 id="call" class="sr">{words.text(Messages::simulation_call)}</h2>
            <Button text=words.text(Messages::simulation_call) before=Icon::Phone pressed=Signal::derive(move || open.get())
                on_press=move |()| open.update(|open| *open = !*open)/>
            {when(Signal::derive(move || open.get()), move || view! { <Pick bed/> })}
            <LastCall bed/>
        </section>
    }
}

/// What came of the last call.
#[component]
fn LastCall(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let last = bed.of_deeds(|model| {
        let (receiver, reply) =
            model.course.log().iter().rev().find_map(|entry| match (&entry.deed, &entry.outcome) {
                (Deed::Call { receiver, .. }, Outcome::Replied { reply, .. }) => Some((receiver, reply)),
                _ => None,
            })?;
        let told = model.item.words.receivers.get(receiver)?;
        let reply = reply.as_ref().and_then(|reply| told.replies.get(reply)).cloned();
        Some((told.name.clone(), reply.unwrap_or_default()))
    });
    live(move || {
        last.get().map(|(name, reply)| {
            let who = words.made(move |words| words.calling_last(&name));
            view! { <div class="practice-last t-sm"><b>{who}</b> <p>{reply}</p></div> }
        })
    })
}

#[component]
fn Pick(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let receivers = bed.of_deeds(|model| {
        let all = model.play().receivers.iter();
        all.filter_map(|one| Some((one.id.clone(), model.item.words.receivers.get(&one.id)?.name.clone())))
            .collect::<Vec<_>>()
    });
    let two = RwSignal::new(bed.now(|model| are_two(model.run.mode)));
    let pick = move |receiver: &str| {
        bed.call(Msg::Pick { receiver: receiver.to_owned(), two: two.get_untracked() });
    };
    view! {
        <div class="stack g3 practice-receivers">
            <p class="t-sub">{words.text(Messages::simulation_pick)}</p>
            <p class="t-sm muted">{words.text(Messages::simulation_pick_text)}</p>
            <div><Chip text=words.text(Messages::calling_two) chosen=two on_toggle=move |on| two.set(on) sign=Icon::Group/></div>
            {when(two, move || view! {
                <p class="t-sm">{words.text(Messages::calling_two_text)}</p>
                <Details summary=words.text(Messages::calling_another_tablet)>
                    <p class="t-sm">{words.text(Messages::calling_another_tablet_text)}</p>
                    <CodesOf bed/>
                </Details>
            })}
            <div class="stack g2">
                {live(move || receivers.get().into_iter().map(|(id, name)| view! {
                    <Button text=Signal::stored(name) look=Look::Secondary before=Icon::Phone on_press=move |()| pick(&id)/>
                }).collect_view())}
            </div>
        </div>
    }
}
