//! How a call is closed: the answer, and reading back what was agreed until it is right.

use leptos::prelude::*;

use super::bed::Bed;
use super::calling::calling;
use crate::features::simulation::bedside::Model;
use crate::features::simulation::call::{Closing, Msg};
use crate::features::simulation::read_back::{Agreed, Correction};
use crate::i18n::Messages;
use crate::route::Route;
use crate::scored::OnlyPractice;
use crate::ui::{
    ActionBar, Button, Chip, Chips, Icon, Look, Notice, NoticeKind, Panel, PanelLook, Tone, TopBar, live,
};

fn closing(model: &Model) -> Option<&Closing> {
    calling(model)?.closing.as_deref()
}

/// Something that may have been agreed, in words.
fn told(model: &Model, words: &Messages, agreed: &Agreed) -> String {
    match agreed {
        Agreed::Act(id) => {
            model.item.words.actions.get(id).map(|action| action.name.clone()).unwrap_or_default()
        }
        Agreed::Help(minutes) => words.calling_agreed_help(usize::try_from(*minutes).unwrap_or_default()),
        Agreed::Promise(reply) => {
            let receiver =
                calling(model).and_then(|calling| model.item.words.receivers.get(&calling.receiver));
            words.calling_promised(
                receiver.and_then(|one| one.replies.get(reply)).cloned().unwrap_or_default(),
            )
        }
        Agreed::NextCheck => words.simulation_say_next_check().to_owned(),
        Agreed::LateCheck => words.calling_agreed_late().to_owned(),
    }
}

/// The bar over a call that has an answer: it cannot be given up any more, only left for another time.
#[component]
fn ClosingBar(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let name = bed.receiver_name();
    let title = words.made(move |words| words.simulation_called(name.get()));
    let leave = move |()| bed.services.open(&Route::Simulation);
    view! { <TopBar leave=words.text(Messages::simulation_leave) on_leave=leave title=title/> }
}

/// The answer, in the receiver's words.
#[component]
pub(super) fn AnswerFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let name = bed.receiver_name();
    let lines = Memo::new(move |_| {
        words.with(|words| {
            bed.followed(|model| {
                let Some((calling, closing)) = calling(model).zip(closing(model)) else { return Vec::new() };
                let answer = &closing.answer;
                let receiver = model.item.words.receivers.get(&calling.receiver);
                let reply = answer.reply.as_ref().and_then(|reply| receiver?.replies.get(reply).cloned());
                let mut lines = vec![reply.unwrap_or_else(|| words.calling_no_answer().to_owned())];
                let order = |id: &str| words.calling_order(told(model, words, &Agreed::Act(id.to_owned())));
                lines.extend(answer.orders().map(order));
                let minutes = answer.help().and_then(|minutes| usize::try_from(minutes).ok());
                lines.extend(minutes.map(|minutes| words.calling_help_in(minutes)));
                lines
            })
        })
    });
    let two = bed.memo(|model| calling(model).is_some_and(|calling| calling.two));
    let lead = words.made(move |words| {
        if two.get() { words.calling_answer_aloud() } else { words.calling_answer_text() }.to_owned()
    });
    view! {
        <ClosingBar bed/>
        <main id="main" class="page call" tabindex="-1">
            <OnlyPractice/>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(Messages::calling_answer)}</h1>
            <p class="muted">{lead}</p>
            <Panel look=PanelLook::Soft class="call-answer">
                <p class="t-sm muted">{name}</p>
                {live(move || lines.get().into_iter().map(|line| view! { <p class="serif q-sm">{line}</p> }).collect_view())}
            </Panel>
        </main>
        <ActionBar>
            <Button text=words.text(Messages::calling_read_back) after=Icon::ArrowRight on_press=move |()| bed.call(Msg::On)/>
        </ActionBar>
    }
}

/// What was agreed, read back. The answer itself is out of sight.
#[component]
pub(super) fn ReadBackFace(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let offered = Memo::new(move |_| {
        words.with(|words| {
            bed.followed(|model| {
                let offered =
                    closing(model).map(|closing| closing.answer.offered.clone()).unwrap_or_default();
                offered.into_iter().map(|one| (told(model, words, &one), one)).collect::<Vec<_>>()
            })
        })
    });
    let chip = move |(text, one): (String, Agreed)| {
        let marked = {
            let one = one.clone();
            bed.memo(move |model| closing(model).is_some_and(|closing| closing.read_back.contains(&one)))
        };
        view! { <Chip text=Signal::stored(text) chosen=marked on_toggle=move |_| bed.call(Msg::Repeat(one.clone())) sign=Icon::Voice/> }
    };
    let is_closed = bed.memo(|model| closing(model).is_some_and(|closing| closing.is_closed));
    view! {
        <ClosingBar bed/>
        <main id="main" class="page call" tabindex="-1">
            <OnlyPractice/>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(Messages::calling_agreed)}</h1>
            <p class="muted">{words.text(Messages::calling_agreed_text)}</p>
            <Chips legend=words.text(Messages::calling_agreed_legend)>
                {live(move || offered.get().into_iter().map(chip).collect_view())}
            </Chips>
            <Corrected bed is_closed/>
        </main>
        <ActionBar back=view! {
            <Button text=words.text(Messages::calling_hear_again) look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft
                on_press=move |()| bed.call(Msg::HearAgain)/>
        }.into_any()>
            {live(move || if is_closed.get() {
                view! { <Button text=words.text(Messages::simulation_end_call) before=Icon::Phone on_press=move |()| bed.call(Msg::End)/> }.into_any()
            } else {
                view! { <Button text=words.text(Messages::calling_read_back) on_press=move |()| bed.call(Msg::ReadBack)/> }.into_any()
            })}
        </ActionBar>
    }
}

/// What the other says to what was read back.
#[component]
fn Corrected(bed: Bed, is_closed: Memo<bool>) -> impl IntoView {
    let words = bed.words;
    let corrected = Memo::new(move |_| {
        words.with(|words| {
            bed.followed(|model| {
                let Correction { not_agreed, missing } = closing(model)?.correction.clone()?;
                let wrong = not_agreed.iter().map(|one| words.calling_not_agreed(told(model, words, one)));
                let missing = missing.iter().map(|one| words.calling_forgot(told(model, words, one)));
                Some(wrong.chain(missing).collect::<Vec<_>>())
            })
        })
    });
    view! {
        <div class="stack g3" role="status">
            {live(move || corrected.get().filter(|lines| !lines.is_empty()).map(|lines| view! {
                <Notice kind=NoticeKind::Warning sign=Icon::Voice title=words.text(Messages::calling_corrects) text=Signal::stored(lines.join(" "))/>
            }))}
            {live(move || is_closed.get().then(|| view! {
                <Notice kind=NoticeKind::Success sign=Icon::CheckCircle title=words.text(Messages::calling_confirms) text=words.text(Messages::calling_right)/>
            }))}
        </div>
    }
}
