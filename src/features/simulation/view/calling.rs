//! The call: what one says, letter by letter, and what the other asks. What two do is [`pair`](super::pair)'s, and how
//! a call is closed [`closing`](super::closing)'s.

use leptos::prelude::*;

use super::bed::Bed;
use super::closing::{AnswerFace, ReadBackFace};
use super::pair::{BetweenFace, ComparedFace, MarkFace, SheetFace, ToCallerFace, ToReceiverFace};
use super::told;
use crate::clinical::IsbarLetter;
use crate::content::ReceiverWords;
use crate::features::simulation::bedside::{self, Model, Stage};
use crate::features::simulation::call::{Calling, LETTERS, Msg, Phase};
use crate::features::simulation::{chart, said};
use crate::i18n::{Language, Messages};
use crate::scored::OnlyPractice;
use crate::services::follow_place;
use crate::ui::{
    ActionBar, Button, Chip, Chips, Icon, Look, Notice, NoticeKind, Panel, PanelLook, Tone, TopBar, live,
    when,
};

/// What is said under an id, in the language in use.
pub(super) fn spoken(model: &Model, words: &Messages, language: Language, id: &str) -> String {
    match (id, chart::score(model.play(), &model.course)) {
        ("news2", Some((score, _))) if model.sum().1 == 0 => words.simulation_say_news2(score.total()),
        _ => said::fact(&model.item.words, words, language, (&model.course, model.course.now()), id),
    }
}

/// What was heard under an id: no numbers, which only the caller has.
fn heard(model: &Model, words: &Messages, language: Language, id: &str) -> String {
    match id {
        "who" => words.calling_heard_who().to_owned(),
        "where" => words.calling_heard_where().to_owned(),
        "urgent" => words.calling_heard_urgent().to_owned(),
        "worried" => words.calling_heard_worried().to_owned(),
        "numbers" => words.calling_heard_numbers().to_owned(),
        "news2" => words.calling_heard_news2().to_owned(),
        "done" => words.calling_heard_done().to_owned(),
        "until-then" => words.calling_heard_until_then().to_owned(),
        "next-check" => words.calling_heard_next().to_owned(),
        _ => spoken(model, words, language, id),
    }
}

/// The call that goes on.
pub(super) fn calling(model: &Model) -> Option<&Calling> {
    match &model.stage {
        Stage::Calling(calling) => Some(calling),
        Stage::Bedside | Stage::Debrief => None,
    }
}

impl Bed {
    /// Takes in what happened in a call.
    pub(super) fn call(self, msg: Msg) {
        self.tell(bedside::Msg::Call(msg));
    }

    /// The words of whoever is called.
    pub(super) fn receiver(self) -> Memo<ReceiverWords> {
        self.memo(|model| {
            let words = calling(model).and_then(|calling| model.item.words.receivers.get(&calling.receiver));
            words.cloned().unwrap_or_default()
        })
    }

    /// The name of whoever is called.
    pub(super) fn receiver_name(self) -> Memo<String> {
        let receiver = self.receiver();
        Memo::new(move |_| receiver.with(|receiver| receiver.name.clone()))
    }

    /// Whether there can be an answer to what has arrived.
    pub(super) fn may_hear(self) -> Memo<bool> {
        self.memo(|model| calling(model).is_some_and(|calling| calling.may_hear(model.play(), &model.course)))
    }
}

/// A call, as far as it has come.
#[component]
pub(super) fn CallScreen(bed: Bed) -> impl IntoView {
    let phase = bed.memo(|model| calling(model).map(|calling| calling.phase));
    follow_place(move || phase.get());
    live(move || {
        match phase.get() {
        None => ().into_any(),
        Some(Phase::Talking) => view! { <Talking bed/> }.into_any(),
        Some(Phase::ToReceiver) => view! { <ToReceiverFace bed/> }.into_any(),
        Some(Phase::Sheet) => view! { <SheetFace bed/> }.into_any(),
        Some(Phase::Between) => view! { <BetweenFace bed/> }.into_any(),
        Some(Phase::Heard) => view! {
            <MarkFace bed title=Messages::calling_heard_title text=Messages::calling_heard_text on=Messages::calling_done/>
        }
        .into_any(),
        Some(Phase::ToCaller) => view! { <ToCallerFace bed/> }.into_any(),
        Some(Phase::Said) => view! {
            <MarkFace bed title=Messages::calling_said_title text=Messages::calling_said_text on=Messages::calling_compare/>
        }
        .into_any(),
        Some(Phase::Compared) => view! { <ComparedFace bed/> }.into_any(),
        Some(Phase::Answer) => view! { <AnswerFace bed/> }.into_any(),
        Some(Phase::ReadBack) => view! { <ReadBackFace bed/> }.into_any(),
    }
    })
}

/// The bar over a call that can still be given up.
#[component]
pub(super) fn CallBar(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let name = bed.receiver_name();
    let title = words.made(move |words| words.simulation_called(name.get()));
    view! { <TopBar leave=words.text(Messages::simulation_hang_up) on_leave=move |()| bed.call(Msg::HangUp) title=title/> }
}

/// Somebody alone taps what they say.
#[component]
fn Talking(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let receiver = bed.receiver();
    let name = bed.receiver_name();
    let greeting = Memo::new(move |_| receiver.with(|one| one.greeting.clone()));
    let may_hear = bed.may_hear();
    let lacks = bed.memo(|model| {
        calling(model).map(|calling| calling.lacks(model.play(), &model.course)).unwrap_or_default()
    });
    let missing = words.made(move |words| {
        let (wish, check) = lacks.get();
        let parts = [(wish, words.calling_missing_wish()), (check, words.calling_missing_check())];
        let parts = parts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what);
        words.calling_missing(parts.collect::<Vec<_>>().join(", "))
    });
    view! {
        <CallBar bed/>
        <main id="main" class="page call" tabindex="-1">
            <OnlyPractice/>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{words.text(Messages::simulation_saying)}</h1>
            <p class="muted">{words.text(Messages::simulation_saying_text)}</p>
            <Panel look=PanelLook::Soft>
                <p class="t-sm muted">{name}</p>
                <p class="serif q-xs">{greeting}</p>
            </Panel>
            <Letters bed/>
            <div class="call-asked"><Asked bed/></div>
        </main>
        <ActionBar back=view! {
            <Button text=words.text(Messages::simulation_hang_up) look=Look::Tertiary tone=Tone::Neutral
                on_press=move |()| bed.call(Msg::HangUp)/>
        }.into_any()>
            {when(Signal::derive(move || !may_hear.get()), move || view! { <p class="t-sm call-missing">{missing}</p> }.into_any())}
            <Button text=words.text(Messages::calling_hear) before=Icon::Phone disabled=Signal::derive(move || !may_hear.get())
                on_press=move |()| bed.call(Msg::On)/>
        </ActionBar>
    }
}

/// What the other breaks in with, or asks next.
#[component]
fn Asked(bed: Bed) -> impl IntoView {
    let words = bed.words;
    let asked = bed.memo(|model| {
        let calling = calling(model)?;
        let receiver = model.item.words.receivers.get(&calling.receiver)?;
        if calling.is_interrupted(model.play()) {
            return Some(receiver.interruption.clone());
        }
        receiver.questions.get(calling.asked(model.play())?).cloned()
    });
    live(move || {
        asked.get().map(|question| view! {
            <div role="status">
                <Notice kind=NoticeKind::Info sign=Icon::Voice title=words.text(Messages::simulation_asks) text=Signal::stored(question)/>
            </div>
        })
    })
}

/// What can be marked by whoever has the tablet, letter by letter.
#[component]
pub(super) fn Letters(bed: Bed) -> impl IntoView {
    LETTERS.map(|letter| view! { <LetterOfCall bed letter/> }).collect_view()
}

#[component]
fn LetterOfCall(bed: Bed, letter: IsbarLetter) -> impl IntoView {
    let words = bed.words;
    let (sign, name) = told::isbar(letter);
    let legend = words.made(move |words| format!("{sign} · {}", name(words)));
    let all = Memo::new(move |_| {
        let language = words.language();
        words.with(|words| {
            bed.followed(|model| {
                let Some(calling) = calling(model) else { return Vec::new() };
                let ids = calling.offers(model.play(), &model.course, letter, model.run.seed);
                let text = if calling.phase == Phase::Heard { heard } else { spoken };
                ids.into_iter().map(|id| (text(model, words, language, &id), id)).collect::<Vec<_>>()
            })
        })
    });
    let chip = move |(text, id): (String, String)| {
        let marked = {
            let id = id.clone();
            bed.memo(move |model| calling(model).is_some_and(|calling| calling.is_marked(&id)))
        };
        view! { <Chip text=Signal::stored(text) chosen=marked on_toggle=move |_| bed.call(Msg::Say(id.clone())) sign=Icon::Voice/> }
    };
    view! { <Chips legend=legend>{live(move || all.get().into_iter().map(chip).collect_view())}</Chips> }
}
