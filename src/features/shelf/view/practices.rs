//! «Slik gjør vi det hos oss»: the list with its search, and one practice while it is written and when people are
//! agreed on it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::item::{Back, Finish, Found, Item, ListHead, Removal, Remove, Shelved, beside, long_day};
use crate::ethics::PracticeId;
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::progress::{Practice, PracticeEdit, Search, in_order};
use crate::route::Route;
use crate::services::{OnTheShelf, Services};
use crate::storage::progress::practice_record;
use crate::storage::{RecordId, StorageError};
use crate::ui::{
    Button, DateField, Field, Icon, LinkButton, Look, Notice, NoticeKind, Room, Row, Tone, live, when,
};
use crate::writing::{WritingField, paragraphs};

impl Shelved for Practice {
    type Edit = PracticeEdit;
    type Id = PracticeId;

    fn record(id: &PracticeId) -> RecordId {
        practice_record(id)
    }

    fn blank(services: Services) -> Self {
        Self::new(services.language_now(), services.now_ms(), services.today())
    }

    fn take(&mut self, edit: PracticeEdit) {
        self.apply(edit);
    }

    fn keep(&self, id: &PracticeId, services: Services) {
        services.keep_practice(id, self);
    }

    fn forget(id: &PracticeId, services: Services) {
        services.forget_practice(id);
    }
}

/// How many practices there are before a search helps.
const SEARCHED_FROM: usize = 6;

/// The list.
#[component]
pub fn PracticesPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let found: Found<PracticeId, Practice> = RwSignal::new(None);
    let query = RwSignal::new(String::new());
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        spawn_local(async move {
            let all = services.read_practices().await.map(|mut shelf| {
                shelf.here = in_order(shelf.here, |(_, practice)| practice, services.today());
                shelf
            });
            // The screen may be gone by now.
            let _ = found.try_set(Some(all));
        });
    });
    let many = Memo::new(move |_| found.with(|all| here(all).is_some_and(|all| all.len() >= SEARCHED_FROM)));
    let hits = Memo::new(move |_| {
        let search = query.with(|query| Search::of(query));
        found.with(|all| {
            let hits = here(all)?.iter().filter(|(_, one)| one.holds(&search));
            Some(hits.cloned().collect::<Vec<_>>())
        })
    });
    let row = move |(id, practice): (PracticeId, Practice)| {
        let lang = Some(practice.language.code());
        let title = practice.name();
        let small = words.made(move |words| state_of(&practice, services, words));
        view! {
            <li><Row href=Signal::stored(Route::Practice(id).to_string()) title=Signal::stored(title) title_lang=lang small=small/></li>
        }
    };
    let list = move || {
        hits.get().map(|hits| {
            if hits.is_empty() {
                let none = words.made(move |words| match query.get() {
                    query if query.trim().is_empty() => words.practice_empty().to_owned(),
                    query => words.practice_none(query),
                });
                return view! { <p class="muted" role="status">{none}</p> }.into_any();
            }
            view! { <ul class="rows">{hits.into_iter().map(row).collect_view()}</ul> }.into_any()
        })
    };
    let page = view! {
        <div class="measure stack g4">
            <ListHead title=Messages::app_practices lead=Messages::practice_lead add=Messages::practice_write to=Route::NewPractice/>
            {when(many, move || view! {
                <Field id="practice-search" label=words.text(Messages::practice_search) value=query on_input=move |text| query.set(text) room=Room::Line/>
            })}
            {beside(found, Route::Practice, words)}
            {live(list)}
        </div>
    };
    Some(page)
}

type Looked = Option<Result<OnTheShelf<PracticeId, Practice>, StorageError>>;

/// What lies there, where that is known.
fn here(found: &Looked) -> Option<&[(PracticeId, Practice)]> {
    found.as_ref()?.as_ref().ok().map(|shelf| shelf.here.as_slice())
}

fn state_of(practice: &Practice, services: Services, words: &Messages) -> String {
    if !practice.agreed {
        words.practice_draft().to_owned()
    } else if practice.is_due(services.today()) {
        words.practice_due().to_owned()
    } else {
        words.practice_review_on(long_day(&practice.review, words))
    }
}

/// Leads to a practice that nobody has written on. Nothing is kept before the first letter.
#[component]
pub fn NewPracticePage() -> impl IntoView {
    if let Some(services) = Services::find() {
        services.replace(&Route::Practice(services.fresh_id().into()));
    }
}

/// One practice.
#[component]
pub fn PracticePage(
    /// Which one.
    id: PracticeId,
) -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let item = Item::<Practice>::of(id, services);
    let agreed = item.memo(|practice| practice.agreed);
    let is_here = item.is_here();
    let face = move || {
        is_here.get().then(|| {
            if agreed.get() && !item.changing.get() {
                view! { <AgreedOn item/> }.into_any()
            } else {
                view! { <BeingWritten item/> }.into_any()
            }
        })
    };
    let page = view! {
        <div class="page-narrow stack g5">
            <Back to=Route::Practices text=Messages::app_practices/>
            {item.unread(Messages::app_practices, Route::Practices, words)}
            {live(face)}
        </div>
    };
    Some(page)
}

#[component]
fn BeingWritten(item: Item<Practice>) -> impl IntoView {
    let words = Words::get();
    let what = item.memo(|practice| practice.what.clone());
    let why = item.memo(|practice| practice.why.clone());
    let review = item.memo(|practice| practice.review.clone());
    let texts = Signal::derive(move || vec![what.get(), why.get()]);
    let services = item.services;
    let today = services.today();
    let ready = item.is(move |practice| practice.is_whole(today));
    let agreed = item.memo(|practice| practice.agreed);
    let button = words.made(move |words| {
        if agreed.get() { words.practice_changed() } else { words.practice_agree() }.to_owned()
    });
    document::focus_heading_if_lost();
    view! {
        <div class="stack g5" inert=item.is_read_only()>
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::practice_write)}</h1>
                <p class="muted">{words.text(Messages::practice_write_lead)}</p>
            </header>
            <WritingField id="practice-what" label=words.text(Messages::practice_what) hint=words.text(Messages::practice_what_hint)
                value=what on_input=move |text| item.edit(PracticeEdit::What(text)) room=Room::Growing/>
            <WritingField id="practice-why" label=words.text(Messages::practice_why) hint=words.text(Messages::practice_why_hint)
                value=why on_input=move |text| item.edit(PracticeEdit::Why(text)) room=Room::Growing/>
            <DateField id="practice-review" label=words.text(Messages::practice_review) value=review
                on_input=move |day| item.edit(PracticeEdit::Review(day)) first=Signal::stored(today.plus(1).to_string())/>
            <Finish texts=texts ready=ready button=button on_finish=move |()| item.turn(PracticeEdit::Agreed, false)
                discard=Signal::derive(move || (!agreed.get()).then_some(DRAFT)) on_discard=move |()| item.forget(&Route::Practices)/>
        </div>
    }
}

const DRAFT: Removal = Removal {
    button: Messages::practice_discard,
    ask: Messages::practice_discard_ask,
    text: Messages::practice_remove_text,
    yes: Messages::practice_discard_yes,
    no: Messages::practice_discard_no,
};

const AWAY: Removal = Removal {
    button: Messages::practice_remove,
    ask: Messages::practice_remove_ask,
    text: Messages::practice_remove_text,
    yes: Messages::practice_remove_yes,
    no: Messages::practice_remove_no,
};

#[component]
fn AgreedOn(item: Item<Practice>) -> impl IntoView {
    let words = Words::get();
    let services = item.services;
    let what = item.memo(|practice| practice.what.trim().to_owned());
    let why = item.memo(|practice| practice.why.clone());
    let written_in = item.memo(|practice| practice.language.code());
    let review = item.memo(|practice| practice.review.clone());
    let made_ms = item.memo(|practice| practice.made_ms);
    let due = item.is(move |practice| practice.is_due(services.today()));
    let dates = words.made(move |words| {
        let since = words.practice_since(services.day_of(made_ms.get()).long(words));
        let again = words.practice_review_on(review.with(|review| long_day(review, words)));
        format!("{since} · {again}")
    });
    let still = move |()| item.turn(PracticeEdit::StillHolds { today: services.today() }, false);
    let change = move |()| item.turn(PracticeEdit::Reopened { today: services.today() }, true);
    document::focus_heading_if_lost();
    view! {
        <article class="stack g5">
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1" lang=written_in>{what}</h1>
                <p class="muted t-sm">{dates}</p>
            </header>
            {when(due, move || view! {
                <Notice kind=NoticeKind::Amber sign=Icon::Calendar title=words.text(Messages::practice_due) text=words.text(Messages::practice_due_note)>
                    <Button text=words.text(Messages::practice_still) on_press=still look=Look::Secondary disabled=item.is_read_only()/>
                </Notice>
            })}
            <div class="prose" lang=written_in>{live(move || paragraphs(&why.get()))}</div>
            <From item/>
            <div class="row wrap g3" inert=item.is_read_only()>
                <Button text=words.text(Messages::practice_change) on_press=change look=Look::Secondary before=Icon::Pencil/>
                <Remove removal=AWAY on_remove=move |()| item.forget(&Route::Practices)/>
            </div>
        </article>
    }
}

/// The way to the referat that a practice comes from, as long as that lies here.
#[component]
fn From(item: Item<Practice>) -> impl IntoView {
    let words = Words::get();
    let session = item.memo(|practice| practice.session.clone());
    let there = RwSignal::new(false);
    let services = item.services;
    Effect::new(move |_| {
        let Some(session) = session.get() else { return };
        spawn_local(async move {
            let entries = services.read_entries().await;
            let is_there = entries.iter().any(|entry| entry.session == session && !entry.is_open());
            // The screen may be gone by now.
            let _ = there.try_set(is_there);
        });
    });
    let href =
        Signal::derive(move || session.get().map(|id| Route::Summary(id).to_string()).unwrap_or_default());
    when(there, move || {
        view! {
            <div class="row">
                <LinkButton text=words.text(Messages::practice_referat) href=href look=Look::Tertiary tone=Tone::Neutral class="pull-start"/>
            </div>
        }
    })
}
