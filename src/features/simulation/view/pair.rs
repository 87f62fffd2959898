//! Two who practise on one tablet: it goes to whoever answers, lies between them while they talk, and each marks alone
//! what was heard and what was said before the two are laid side by side.

use leptos::prelude::*;

use super::bed::Bed;
use super::calling::{CallBar, Letters, calling, spoken};
use super::sheets::{CodeOf, ReceiverSheet};
use crate::features::simulation::call::Msg;
use crate::features::simulation::code::Part;
use crate::i18n::{Messages, Phrase};
use crate::scored::OnlyPractice;
use crate::ui::{
    ActionBar, Button, Details, Hex, HexLook, HexScale, Icon, Look, Notice, NoticeKind, Scale, Tone, icon,
    live, when,
};

/// A screen that tells nothing of the person: between two turns, or while they talk.
#[component]
fn Neutral(bed: Bed, children: Children) -> impl IntoView {
    let words = bed.words;
    view! {
        <div class="private" data-color-scheme="dark">
            <header class="private-top">
                <OnlyPractice/>
                <Button text=words.text(Messages::simulation_hang_up) look=Look::Tertiary tone=Tone::Neutral
                    on_press=move |()| bed.call(Msg::HangUp)/>
            </header>
            <main id="main" class="private-main" tabindex="-1"><div class="stack g5 private-column">{children()}</div></main>
        </div>
    }
}

/// The tablet goes to whoever answers, or the sheet is opened on another one.
#[component]
pub(super) fn ToReceiverFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let place = bed.memo(|model| {
        let calling = calling(model)?;
        let place = model.play().receivers.iter().position(|one| one.id == calling.receiver)?;
        u8::try_from(place).ok()
    });
    view! {
        <Neutral bed>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::calling_to_receiver)}</h1>
            <p class="t-lead">{words.text(Messages::calling_to_receiver_text)}</p>
            <div><Button text=words.text(Messages::calling_i_answer) tone=Tone::Refleks scale=Scale::Large before=Icon::Tablet
                on_press=move |()| bed.call(Msg::On)/></div>
            <Details summary=words.text(Messages::calling_another_tablet)>
                <p>{words.text(Messages::calling_another_tablet_text)}</p>
                {live(move || place.get().map(|place| view! { <CodeOf bed part=Part::Receiver(place)/> }))}
                <div><Button text=words.text(Messages::calling_sheet_is_there) look=Look::Secondary on_press=move |()| bed.call(Msg::Talk)/></div>
            </Details>
        </Neutral>
    }
}

/// Whoever answers sees their sheet, and nothing of the person.
#[component]
pub(super) fn SheetFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let found = bed.memo(|model| {
        let calling = calling(model)?;
        Some((model.item.clone(), calling.receiver.clone()))
    });
    view! {
        <CallBar bed/>
        <main id="main" class="page call sheet" tabindex="-1">
            <OnlyPractice/>
            {live(move || found.get().map(|(item, receiver)| view! { <ReceiverSheet item receiver/> }))}
        </main>
        <ActionBar>
            <Button text=words.text(Messages::calling_sheet_read) after=Icon::ArrowRight on_press=move |()| bed.call(Msg::On)/>
        </ActionBar>
    }
}

/// They talk, and the tablet lies between them.
#[component]
pub(super) fn BetweenFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let name = bed.receiver_name();
    view! {
        <Neutral bed>
            <p class="row wrap g4">
                <Hex look=Signal::stored(HexLook::Calm) scale=HexScale::Seat>{icon(Icon::Person)}</Hex>
                <span class="t-lead">{name}</span>
            </p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::calling_between)}</h1>
            <p class="t-lead">{words.text(Messages::calling_between_text)}</p>
            <div class="row wrap g3">
                <Button text=words.text(Messages::calling_talked) tone=Tone::Refleks scale=Scale::Large before=Icon::Phone
                    on_press=move |()| bed.call(Msg::On)/>
                <Button text=words.text(Messages::calling_sheet_again) look=Look::Tertiary tone=Tone::Neutral scale=Scale::Large
                    on_press=move |()| bed.call(Msg::SheetAgain)/>
            </div>
            <p class="private-note">{words.text(Messages::calling_talked_text)}</p>
        </Neutral>
    }
}

/// Whoever has the tablet marks what they heard, or said.
#[component]
pub(super) fn MarkFace(bed: Bed, title: Phrase, text: Phrase, on: Phrase) -> impl IntoView {
    let words = bed.words;
    view! {
        <CallBar bed/>
        <main id="main" class="page call" tabindex="-1">
            <OnlyPractice/>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(title)}</h1>
            <p class="muted">{words.text(text)}</p>
            <Letters bed/>
        </main>
        <ActionBar>
            <Button text=words.text(on) after=Icon::ArrowRight on_press=move |()| bed.call(Msg::On)/>
        </ActionBar>
    }
}

/// The tablet goes back to whoever called.
#[component]
pub(super) fn ToCallerFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    view! {
        <Neutral bed>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::calling_to_caller)}</h1>
            <p class="t-lead">{words.text(Messages::calling_to_caller_text)}</p>
            <div><Button text=words.text(Messages::calling_i_called) tone=Tone::Refleks scale=Scale::Large before=Icon::Tablet
                on_press=move |()| bed.call(Msg::On)/></div>
        </Neutral>
    }
}

/// What was said beside what was heard, in words.
#[component]
pub(super) fn ComparedFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let compared = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let compared = calling(model).map(|calling| calling.compared()).unwrap_or_default();
                let text = |ids: Vec<String>| -> Vec<String> {
                    ids.iter().map(|id| spoken(model, words, language, id)).collect()
                };
                [text(compared.heard), text(compared.not_heard), text(compared.not_said)]
            })
        })
    });
    let part = move |place: usize, name: Phrase, sign: Icon| {
        let all = Memo::new(move |_| compared.with(|all| all.get(place).cloned().unwrap_or_default()));
        view! {
            <section class="panel stack g2">
                <h2 class="t-sub row g2">{icon(sign)} <span>{words.text(name)}</span></h2>
                {live(move || if all.with(Vec::is_empty) {
                    view! { <p class="muted">{words.text(Messages::calling_nothing)}</p> }.into_any()
                } else {
                    view! { <ul class="sentences">{all.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul> }.into_any()
                })}
            </section>
        }
    };
    let may_hear = bed.may_hear();
    view! {
        <CallBar bed/>
        <main id="main" class="page call" tabindex="-1">
            <OnlyPractice/>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(Messages::calling_compared)}</h1>
            <p class="muted">{words.text(Messages::calling_compared_text)}</p>
            <div class="call-compared">
                {part(0, Messages::calling_both, Icon::CheckCircle)}
                {part(1, Messages::calling_not_heard, Icon::Voice)}
                {part(2, Messages::calling_not_said, Icon::Unknown)}
            </div>
            {when(Signal::derive(move || !may_hear.get()), move || view! {
                <Notice kind=NoticeKind::Info sign=Icon::Phone text=words.text(Messages::calling_talk_more_note)/>
            })}
        </main>
        <ActionBar back=view! {
            <Button text=words.text(Messages::calling_talk_more) look=Look::Secondary on_press=move |()| bed.call(Msg::Talk)/>
        }.into_any()>
            <Button text=words.text(Messages::calling_hear) before=Icon::Phone disabled=Signal::derive(move || !may_hear.get())
                on_press=move |()| bed.call(Msg::On)/>
        </ActionBar>
    }
}
