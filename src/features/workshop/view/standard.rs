//! The ethical standard of the workplace while it is written: it takes the place of the sample when it is whole.

use leptos::prelude::*;

use crate::i18n::{Messages, Words};
use crate::progress::OwnStandard;
use crate::route::Route;
use crate::services::{Edits, Services};
use crate::storage::{Loaded, StorageError, words as told};
use crate::ui::{CheckTile, DateField, Icon, LinkButton, Look, Notice, NoticeKind, Room, Tone, live, when};
use crate::writing::{KeptStatus, WritingField};

/// The standard, as soon as it has been read.
#[derive(Clone, Copy)]
struct Desk {
    services: Services,
    words: Words,
    own: RwSignal<Option<OwnStandard>>,
    /// What stands in the way of reading it.
    unread: RwSignal<Option<String>>,
    edits: Edits,
}

impl Desk {
    fn read(services: Services) -> Self {
        let desk = Self {
            services,
            words: Words::get(),
            own: RwSignal::new(None),
            unread: RwSignal::new(None),
            edits: Edits::new(),
        };
        let read = async |services: Services| services.own_standard().await;
        services.followed_beside(desk.edits, read, move |found| desk.take_in(found));
        desk
    }

    fn take_in(self, found: Result<Loaded<OwnStandard>, StorageError>) {
        self.unread.set(self.words.now(|words| told::instead(&found, words)));
        self.own.set(match found {
            Ok(Loaded::Ready(own)) => Some(own),
            Ok(Loaded::Empty) => {
                Some(OwnStandard { language: self.words.language_now(), ..OwnStandard::default() })
            }
            Ok(Loaded::Newer(_) | Loaded::Damaged(_)) | Err(_) => None,
        });
    }

    fn text(self, ask: fn(&OwnStandard) -> &String) -> Signal<String> {
        Signal::derive(move || {
            self.own.with(|own| own.as_ref().map(|own| ask(own).clone()).unwrap_or_default())
        })
    }

    fn edit(self, edit: impl FnOnce(&mut OwnStandard)) {
        self.edits.count();
        let changed = self.own.try_update(|own| {
            let own = own.as_mut()?;
            edit(own);
            Some(own.clone())
        });
        if let Some(own) = changed.flatten() {
            self.services.keep_own_standard(&own);
        }
    }
}

/// The standard of the workplace.
#[component]
pub fn OwnStandardPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let desk = Desk::read(services);
    let is_here = Memo::new(move |_| desk.own.with(Option::is_some));
    let unread = move || {
        desk.unread.get().map(|text| {
            view! { <Notice kind=NoticeKind::Info sign=Icon::Info text=Signal::stored(text)/> }
        })
    };
    Some(view! {
        <div class="measure stack g6">
            <LinkButton text=words.text(Messages::app_workshop) href=Signal::stored(Route::Workshop.to_string())
                look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
            <header class="page-head">
                <div class="grow">
                    <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::standard_own)}</h1>
                    <p class="muted">{words.text(Messages::standard_own_lead)}</p>
                </div>
                <KeptStatus services/>
            </header>
            {live(unread)}
            {when(is_here, move || view! { <Form desk/> })}
        </div>
    })
}

#[component]
fn Form(desk: Desk) -> impl IntoView {
    let Desk { services, words, own, .. } = desk;
    let ask = move |ask: fn(&OwnStandard) -> bool| {
        Memo::new(move |_| own.with(|own| own.as_ref().is_some_and(ask)))
    };
    let (is_whole, in_use) = (ask(OwnStandard::is_whole), ask(|own| own.in_use));
    let missing = Memo::new(move |_| !is_whole.get());
    let read_only = Signal::derive(move || services.reads_only());
    view! {
        <div class="stack g5" inert=read_only>
            <WritingField id="own-title" label=words.text(Messages::standard_own_title) room=Room::Line
                value=desk.text(|own| &own.title) on_input=move |text| desk.edit(|own| own.title = text)/>
            <WritingField id="own-version" label=words.text(Messages::standard_own_version)
                hint=words.text(Messages::standard_own_version_hint) room=Room::Line
                value=desk.text(|own| &own.version) on_input=move |text| desk.edit(|own| own.version = text)/>
            <DateField id="own-date" label=words.text(Messages::standard_own_date)
                value=desk.text(|own| &own.date) on_input=move |day| desk.edit(|own| own.date = day)/>
            <WritingField id="own-text" label=words.text(Messages::standard_own_text)
                hint=words.text(Messages::standard_own_text_hint) room=Room::Lines
                value=desk.text(|own| &own.text) on_input=move |text| desk.edit(|own| own.text = text)/>
            <WritingField id="own-questions" label=words.text(Messages::standard_own_questions)
                hint=words.text(Messages::standard_own_questions_hint) room=Room::Lines
                value=desk.text(|own| &own.questions) on_input=move |text| desk.edit(|own| own.questions = text)/>
            <div class="tiles">
                <CheckTile text=words.text(Messages::standard_own_use) chosen=in_use
                    on_toggle=move |on| desk.edit(|own| own.in_use = on)/>
            </div>
            {when(missing, move || view! { <p class="muted">{words.text(Messages::standard_own_missing)}</p> })}
        </div>
    }
}
