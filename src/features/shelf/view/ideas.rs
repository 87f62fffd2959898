//! Idéboksen: the list, and one idea while it is written and when it lies in the box.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::item::{Back, Finish, Found, Item, ListHead, Removal, Remove, Shelved, beside};
use crate::ethics::{IdeaId, Opening, OpeningId};
use crate::i18n::{Messages, Phrase, Words};
use crate::order::ordered;
use crate::platform::document;
use crate::progress::{Idea, IdeaEdit};
use crate::route::{Route, Way};
use crate::services::Services;
use crate::storage::progress::{idea_record, opening_record};
use crate::storage::{Change, RecordId};
use crate::ui::{Button, Icon, Look, Notice, NoticeKind, Room, Row, Scale, live, when};
use crate::writing::{WritingField, paragraphs};

impl Shelved for Idea {
    type Edit = IdeaEdit;
    type Id = IdeaId;

    fn record(id: &IdeaId) -> RecordId {
        idea_record(id)
    }

    fn blank(services: Services) -> Self {
        Self::new(services.language_now())
    }

    fn take(&mut self, edit: IdeaEdit) {
        self.apply(edit);
    }

    fn keep(&self, id: &IdeaId, services: Services) {
        services.keep_idea(id, self);
    }

    fn forget(id: &IdeaId, services: Services) {
        services.forget_idea(id);
    }
}

/// The list.
#[component]
pub fn IdeasPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let found: Found<IdeaId, Idea> = RwSignal::new(None);
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        spawn_local(async move {
            let ideas = services.read_ideas().await.map(|mut shelf| {
                // Their ids are chance, so that the order tells nothing.
                shelf.here = ordered(shelf.here, |(id, one), (other_id, other)| {
                    rank(one).cmp(&rank(other)).then(id.cmp(other_id))
                });
                shelf
            });
            // The screen may be gone by now.
            let _ = found.try_set(Some(ideas));
        });
    });
    let row = move |(id, idea): (IdeaId, Idea)| {
        let state: Phrase = match (idea.offered, idea.taken_up) {
            (false, _) => Messages::ideas_draft,
            (true, true) => Messages::ideas_taken,
            (true, false) => Messages::ideas_waits,
        };
        let lang = Some(idea.language.code());
        view! {
            <li><Row href=Signal::stored(Route::Idea(id).to_string()) title=Signal::stored(idea.name()) title_lang=lang small=words.text(state)/></li>
        }
    };
    let list = move || {
        found.get().and_then(Result::ok).map(|shelf| {
            let ideas = shelf.here;
            if ideas.is_empty() && shelf.unread.is_empty() {
                return view! { <p class="muted" role="status">{words.text(Messages::ideas_empty)}</p> }
                    .into_any();
            }
            view! { <ul class="rows">{ideas.into_iter().map(row).collect_view()}</ul> }.into_any()
        })
    };
    let page = view! {
        <div class="measure stack g4">
            <ListHead title=Messages::app_ideas lead=Messages::ideas_lead add=Messages::ideas_suggest to=Route::NewIdea/>
            {beside(found, Route::Idea, words)}
            {live(list)}
        </div>
    };
    Some(page)
}

/// What waits comes before what has been taken up.
fn rank(idea: &Idea) -> u8 {
    match (idea.offered, idea.taken_up) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    }
}

/// Leads to an idea that nobody has written on. Nothing is kept before the first letter.
#[component]
pub fn NewIdeaPage() -> impl IntoView {
    if let Some(services) = Services::find() {
        services.replace(&Route::Idea(services.random_id().into()));
    }
}

/// One idea.
#[component]
pub fn IdeaPage(
    /// Which one.
    id: IdeaId,
) -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let item = Item::<Idea>::of(id, services);
    let offered = item.memo(|idea| idea.offered);
    let is_here = item.is_here();
    let face = move || {
        is_here.get().then(|| {
            if offered.get() && !item.changing.get() {
                view! { <InTheBox item/> }.into_any()
            } else {
                view! { <BeingWritten item/> }.into_any()
            }
        })
    };
    let page = view! {
        <div class="page-narrow stack g5">
            <Back to=Route::Ideas text=Messages::app_ideas/>
            {item.unread(Messages::app_ideas, Route::Ideas, words)}
            {live(face)}
        </div>
    };
    Some(page)
}

#[component]
fn BeingWritten(item: Item<Idea>) -> impl IntoView {
    let words = Words::get();
    let text = item.memo(|idea| idea.text.clone());
    let question = item.memo(|idea| idea.question.clone());
    let texts = Signal::derive(move || vec![text.get(), question.get()]);
    let ready = Signal::derive(move || !text.with(|text| text.trim().is_empty()));
    let offered = item.memo(|idea| idea.offered);
    let title = words.made(move |words| {
        if offered.get() { words.ideas_change() } else { words.ideas_suggest() }.to_owned()
    });
    let button = words.made(move |words| {
        if offered.get() { words.ideas_changed() } else { words.ideas_offer() }.to_owned()
    });
    document::focus_heading_if_lost();
    view! {
        <div class="stack g5" inert=item.is_read_only()>
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
                <p class="muted">{words.text(Messages::ideas_write_lead)}</p>
            </header>
            <WritingField id="idea-text" label=words.text(Messages::ideas_text) hint=words.text(Messages::ideas_text_hint)
                value=text on_input=move |text| item.edit(IdeaEdit::Text(text)) room=Room::Lines/>
            <WritingField id="idea-question" label=words.text(Messages::ideas_question) hint=words.text(Messages::ideas_question_hint)
                value=question on_input=move |text| item.edit(IdeaEdit::Question(text)) room=Room::Growing/>
            <Finish texts=texts ready=ready button=button on_finish=move |()| item.turn(IdeaEdit::Offered, false)
                discard=Signal::derive(move || (!offered.get()).then_some(DRAFT)) on_discard=move |()| item.forget(&Route::Ideas)/>
        </div>
    }
}

const DRAFT: Removal = Removal {
    button: Messages::ideas_discard,
    ask: Messages::ideas_discard_ask,
    text: Messages::ideas_remove_text,
    yes: Messages::ideas_discard_yes,
    no: Messages::ideas_discard_no,
};

const OUT_OF_THE_BOX: Removal = Removal {
    button: Messages::ideas_remove,
    ask: Messages::ideas_remove_ask,
    text: Messages::ideas_remove_text,
    yes: Messages::ideas_remove_yes,
    no: Messages::ideas_remove_no,
};

#[component]
fn InTheBox(item: Item<Idea>) -> impl IntoView {
    let words = Words::get();
    let text = item.memo(|idea| idea.text.clone());
    let question = item.memo(|idea| idea.question.trim().to_owned());
    let taken = item.memo(|idea| idea.taken_up);
    let written_in = item.memo(|idea| idea.language.code());
    let asks = Memo::new(move |_| question.with(|question| !question.is_empty()));
    let start = move |way: Way| take_up(item, way);
    let state = words
        .made(move |words| if taken.get() { words.ideas_is_taken() } else { words.ideas_waits() }.to_owned());
    view! {
        <article class="stack g5">
            <h1 id="step-title" class="t-title" tabindex="-1">{state}</h1>
            <div class="prose" lang=written_in>{live(move || paragraphs(&text.get()))}</div>
            {when(asks, move || view! {
                <blockquote class="serif q-md quote" lang=written_in>{question}</blockquote>
            })}
            {when(taken, move || view! {
                <Notice kind=NoticeKind::Quiet sign=Icon::Group text=words.text(Messages::ideas_taken_note)/>
            })}
            <div class="row wrap g3" role="group" aria-label=words.text(Messages::ideas_take_up) inert=item.is_read_only()>
                <Button text=words.text(Messages::group_case_start) on_press=move |()| start(Way::Together) scale=Scale::Large after=Icon::ArrowRight/>
                <Button text=words.text(Messages::reflection_start_full) on_press=move |()| start(Way::Alone) look=Look::Secondary scale=Scale::Large/>
                <Button text=words.text(Messages::reflection_start_short) on_press=move |()| start(Way::Short) look=Look::Tertiary scale=Scale::Large/>
            </div>
            <div class="row wrap g3" inert=item.is_read_only()>
                <Button text=words.text(Messages::ideas_change) on_press=move |()| item.turn(IdeaEdit::Offered, true) look=Look::Tertiary before=Icon::Pencil class="pull-start"/>
                <Remove removal=OUT_OF_THE_BOX on_remove=move |()| item.forget(&Route::Ideas)/>
            </div>
        </article>
    }
}

/// A reflection on an idea begins with a copy of its words. The idea stays until somebody takes it out.
fn take_up(item: Item<Idea>, way: Way) {
    let services = item.services;
    let Some(opening) = item.now(Idea::opening) else { return };
    let id: OpeningId = services.random_id().into();
    match Change::keep::<Opening>(opening_record(&id), &opening, services.now_ms()) {
        Ok(change) => {
            services.saver().edited(vec![change]);
            item.edit(IdeaEdit::TakenUp);
            services.open(&Route::NewReflection(id, way));
        }
        Err(error) => leptos::logging::error!("an opening could not be written: {error}"),
    }
}
