//! One thing on the shelf while it is on the screen: read, changed, kept at every letter, taken away.

use leptos::prelude::*;

use crate::i18n::{Day, Messages, Phrase, Words};
use crate::platform::document;
use crate::route::Route;
use crate::services::{Edits, OnTheShelf, Services};
use crate::storage::{Loaded, RecordId, Saved, StorageError, words as told};
use crate::ui::{
    Button, CheckTile, Confirm, Icon, LinkButton, Look, Notice, NoticeKind, Row, Text, Tone, live, when,
};
use crate::writing::{BeforeOthersRead, KeptStatus};

/// Something that lies on the shelf.
pub(super) trait Shelved: Saved + Clone + PartialEq + Send + Sync + 'static {
    /// What can be done to it.
    type Edit;
    /// Its id.
    type Id: Clone + Send + Sync + 'static;

    /// Where it lies.
    fn record(id: &Self::Id) -> RecordId;
    /// One that nobody has written on yet.
    fn blank(services: Services) -> Self;
    /// Takes in what is done.
    fn take(&mut self, edit: Self::Edit);
    /// Keeps it as it is now.
    fn keep(&self, id: &Self::Id, services: Services);
    /// Takes it away.
    fn forget(id: &Self::Id, services: Services);
}

/// What stands in the way of reading it.
type Unread<T> = Result<Loaded<T>, StorageError>;

/// One thing on the shelf.
pub(super) struct Item<T: Shelved> {
    id: StoredValue<T::Id>,
    value: RwSignal<Option<T>>,
    unread: RwSignal<Option<Unread<T>>>,
    edits: Edits,
    /// What is finished is being changed.
    pub(super) changing: RwSignal<bool>,
    pub(super) services: Services,
}

impl<T: Shelved> Clone for Item<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Shelved> Copy for Item<T> {}

impl<T: Shelved> Item<T> {
    /// Reads it, and again when another window has changed it.
    pub(super) fn of(id: T::Id, services: Services) -> Self {
        let record = T::record(&id);
        let item = Self {
            id: StoredValue::new(id),
            value: RwSignal::new(None),
            unread: RwSignal::new(None),
            edits: Edits::new(),
            changing: RwSignal::new(false),
            services,
        };
        let read = move |services: Services| {
            let record = record.clone();
            async move { services.saver().load::<T>(&record).await }
        };
        services.followed_beside(item.edits, read, move |found| item.take_in(found));
        item
    }

    fn take_in(self, found: Unread<T>) {
        let value = match found {
            Ok(Loaded::Ready(value)) => value,
            Ok(Loaded::Empty) => T::blank(self.services),
            other => return self.unread.set(Some(other)),
        };
        self.unread.set(None);
        self.value.set(Some(value));
    }

    /// A question about it, asked again when it changes. Nothing is asked before it is read.
    pub(super) fn memo<A>(self, ask: fn(&T) -> A) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.value.with(|value| value.as_ref().map(ask).unwrap_or_default()))
    }

    /// What is asked of it now; none before it is read.
    pub(super) fn now<A>(self, ask: impl Fn(&T) -> A) -> Option<A> {
        self.value.with_untracked(|value| value.as_ref().map(ask))
    }

    /// Whether something holds of it; not before it is read.
    pub(super) fn is(self, ask: impl Fn(&T) -> bool + Send + Sync + 'static) -> Memo<bool> {
        Memo::new(move |_| self.value.with(|value| value.as_ref().is_some_and(&ask)))
    }

    /// Whether it has been read.
    pub(super) fn is_here(self) -> Memo<bool> {
        Memo::new(move |_| self.value.with(Option::is_some) && self.unread.with(Option::is_none))
    }

    /// Changes it and keeps it.
    pub(super) fn edit(self, edit: T::Edit) {
        self.edits.count();
        let changed = self.value.try_update(|value| {
            let value = value.as_mut()?;
            value.take(edit);
            Some(value.clone())
        });
        if let Some(value) = changed.flatten() {
            self.id.with_value(|id| value.keep(id, self.services));
        }
    }

    /// Changes it, and shows its other face from the top.
    pub(super) fn turn(self, edit: T::Edit, changing: bool) {
        self.edit(edit);
        self.changing.set(changing);
        document::focus_heading_if_lost();
        document::scroll_to_top();
    }

    /// Takes it away and goes to where it lay.
    pub(super) fn forget(self, then: &Route) {
        self.id.with_value(|id| T::forget(id, self.services));
        self.services.replace(then);
    }

    /// What is told where it cannot be read, under the name of what it is, and what can be done.
    pub(super) fn unread(self, title: Phrase, list: Route, words: Words) -> impl IntoView {
        let text = Memo::new(move |_| {
            self.unread.with(|found| {
                let found = found.as_ref()?;
                words.now(|words| told::instead(found, words))
            })
        });
        let list = StoredValue::new(list);
        let record = move || self.id.with_value(|id| T::record(id));
        let take_out = move |()| self.services.take_out(&record());
        let put_aside = move |()| self.services.put_aside(&record(), list.get_value());
        live(move || {
            text.get().map(|text| {
                view! {
                    <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(title)}</h1>
                    <Notice kind=NoticeKind::Info sign=Icon::Info text=Signal::stored(text)/>
                    <div class="row wrap g2">
                        <Button text=words.text(Messages::reflection_damaged_download) on_press=take_out look=Look::Secondary before=Icon::Download/>
                        <Button text=words.text(Messages::reflection_damaged_aside) on_press=put_aside look=Look::Tertiary before=Icon::Archive/>
                    </div>
                }
            })
        })
    }

    /// Whether this window may write.
    pub(super) fn is_read_only(self) -> Signal<bool> {
        Signal::derive(move || self.services.reads_only())
    }
}

/// The way back to the list, above every page of the shelf.
#[component]
pub(super) fn Back(to: Route, text: Phrase) -> impl IntoView {
    let words = Words::get();
    view! {
        <LinkButton text=words.text(text) href=Signal::stored(to.to_string())
            look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
    }
}

/// What stands below what is being written: who could be recognised, the button, a way to let it go, whether it is
/// kept.
#[component]
pub(super) fn Finish(
    /// What is written.
    #[prop(into)]
    texts: Signal<Vec<String>>,
    /// What the button is called.
    #[prop(into)]
    button: Text,
    /// It is finished.
    #[prop(into)]
    on_finish: Callback<()>,
    /// The questions before a draft is let go; none for what is not a draft.
    #[prop(into)]
    discard: Signal<Option<Removal>>,
    /// It is let go.
    #[prop(into)]
    on_discard: Callback<()>,
    /// Whether what must be there is there.
    #[prop(into)]
    ready: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let considered = RwSignal::new(false);
    // Who has thought about one text has not thought about the next.
    Effect::new(move |before: Option<Vec<String>>| {
        let now = texts.get();
        if before.is_some_and(|before| before != now) {
            considered.set(false);
        }
        now
    });
    let blocked = Signal::derive(move || !ready.get() || !considered.get());
    let written = Memo::new(move |_| texts.with(|texts| texts.iter().any(|text| !text.trim().is_empty())));
    let let_go = move || {
        let removal = discard.get().filter(|_| written.get());
        removal.map(|removal| view! { <Remove removal on_remove=on_discard/> })
    };
    let view = view! {
        {when(written, move || view! {
            <BeforeOthersRead texts/>
            <div class="tiles">
                <CheckTile text=words.text(Messages::reflection_keep_five_ok) chosen=considered on_toggle=move |on| considered.set(on)/>
            </div>
        })}
        <div class="row wrap g3">
            <Button text=button on_press=on_finish disabled=blocked/>
            {live(let_go)}
        </div>
        {when(written, move || view! { <KeptStatus services/> })}
    };
    Some(view)
}

/// The words of a question before something is taken away.
#[derive(Clone, Copy)]
pub(super) struct Removal {
    pub(super) button: Phrase,
    pub(super) ask: Phrase,
    pub(super) text: Phrase,
    pub(super) yes: Phrase,
    pub(super) no: Phrase,
}

/// The button that takes something away, after it has asked once more.
#[component]
pub(super) fn Remove(removal: Removal, #[prop(into)] on_remove: Callback<()>) -> impl IntoView {
    let words = Words::get();
    let asking = RwSignal::new(false);
    let Removal { button, ask, text, yes, no } = removal;
    view! {
        <Button text=words.text(button) on_press=move |()| asking.set(true) look=Look::Tertiary tone=Tone::Danger before=Icon::Trash/>
        <Confirm id="remove" title=words.text(ask) close=words.text(Messages::reflection_put_away) open=asking
            yes=words.text(yes) no=words.text(no) on_yes=on_remove on_no=move |()| asking.set(false)>
            <p>{words.text(text)}</p>
        </Confirm>
    }
}

/// What a list found, once it has looked.
pub(super) type Found<Id, T> = RwSignal<Option<Result<OnTheShelf<Id, T>, StorageError>>>;

/// What a list tells beside what lies there: that it could not look, and what cannot be read.
pub(super) fn beside<Id: Clone + Send + Sync + 'static, T: Clone + Send + Sync + 'static>(
    found: Found<Id, T>,
    route: fn(Id) -> Route,
    words: Words,
) -> impl IntoView {
    let row = move |id: Id| {
        view! {
            <li><Row href=Signal::stored(route(id).to_string()) title=words.text(Messages::reflection_unread_row) small=words.text(Messages::storage_unread_safe)/></li>
        }
    };
    live(move || match found.get() {
        None => ().into_any(),
        Some(Err(error)) => {
            let text = words.made(move |words| told::message(&error, words).whole());
            view! { <Notice kind=NoticeKind::Danger sign=Icon::Error text=text urgent=true/> }.into_any()
        }
        Some(Ok(shelf)) if shelf.unread.is_empty() => ().into_any(),
        Some(Ok(shelf)) => {
            view! { <ul class="rows">{shelf.unread.into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    })
}

/// A day as people write it; nothing where it cannot be read.
pub(super) fn long_day(iso: &str, words: &Messages) -> String {
    Day::parse(iso).map(|day| day.long(words)).unwrap_or_default()
}

/// The head of a list: what it is, and the way to add to it.
#[component]
pub(super) fn ListHead(title: Phrase, lead: Phrase, add: Phrase, to: Route) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let may_write = Memo::new(move |_| !services.reads_only());
    let href: Text = Signal::stored(to.to_string());
    let view = view! {
        <Back to=Route::Reflection text=Messages::reflection_room/>
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(title)}</h1>
                <p class="muted">{words.text(lead)}</p>
            </div>
        </header>
        {when(may_write, move || view! {
            <div class="row"><LinkButton text=words.text(add) href=href before=Icon::Plus/></div>
        })}
    };
    Some(view)
}
