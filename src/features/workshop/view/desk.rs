//! One pack while it is on the screen: read, changed, kept at every letter, and held against the rules.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::content::rules;
use crate::ethics::PackId;
use crate::i18n::{Language, Messages, Words};
use crate::packs::{
    Item, KeptPack, Known, OwnFinding, Pack, PackEdit, check, check_item, pack_record, readability,
};
use crate::route::Route;
use crate::services::{Edits, Services, guarded};
use crate::storage::{Loaded, StorageError, words as told};
use crate::ui::{Button, Icon, Look, Notice, NoticeKind, live};

/// The lists that a pack is held against, on their way.
#[derive(Debug, Clone, PartialEq)]
enum Lists {
    Loading,
    Here(Language, Arc<Known>),
    Failed,
}

/// One pack.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    id: StoredValue<PackId>,
    kept: RwSignal<Option<KeptPack>>,
    unread: RwSignal<Option<Result<Loaded<KeptPack>, StorageError>>>,
    edits: Edits,
    lists: RwSignal<Lists>,
    pub(super) services: Services,
    pub(super) words: Words,
}

impl Desk {
    /// Reads a pack, and again when another window has changed it.
    pub(super) fn of(id: PackId, services: Services) -> Self {
        let desk = Self {
            id: StoredValue::new(id),
            kept: RwSignal::new(None),
            unread: RwSignal::new(None),
            edits: Edits::new(),
            lists: RwSignal::new(Lists::Loading),
            services,
            words: Words::get(),
        };
        let read = move |services: Services| read(desk.id.get_value(), services);
        services.followed_beside(desk.edits, read, move |found| desk.take_in(found));
        desk.fetch_lists();
        desk
    }

    fn take_in(self, found: Result<Loaded<KeptPack>, StorageError>) {
        match found {
            Ok(Loaded::Ready(kept)) => {
                self.unread.set(None);
                self.kept.set(Some(kept));
            }
            other => self.unread.set(Some(other)),
        }
    }

    /// The lists of the language of the pack.
    fn fetch_lists(self) {
        let language = Memo::new(move |_| self.kept.with(|kept| Some(kept.as_ref()?.pack.language)));
        Effect::new(move |_| {
            let Some(language) = language.get() else { return };
            spawn_local(async move {
                let lists = match self.services.known(language).await {
                    Ok(known) => Lists::Here(language, Arc::new(known)),
                    Err(error) => {
                        leptos::logging::warn!("what packs are held against: {error}");
                        Lists::Failed
                    }
                };
                // The screen may be gone by now.
                if language_now(self.kept) == Some(language) {
                    let _ = self.lists.try_set(lists);
                }
            });
        });
    }

    /// A question about it, asked again when it changes. Nothing is asked before it is read.
    pub(super) fn memo<A>(self, ask: impl Fn(&KeptPack) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.kept.with(|kept| kept.as_ref().map(&ask).unwrap_or_default()))
    }

    /// What is asked of it, tracked; none before it is read.
    pub(super) fn with<A>(self, ask: impl FnOnce(&KeptPack) -> A) -> Option<A> {
        self.kept.with(|kept| kept.as_ref().map(ask))
    }

    /// What is asked of it now; none before it is read.
    pub(super) fn now<A>(self, ask: impl Fn(&KeptPack) -> A) -> Option<A> {
        self.kept.with_untracked(|kept| kept.as_ref().map(ask))
    }

    /// Whether it has been read.
    pub(super) fn is_here(self) -> Memo<bool> {
        Memo::new(move |_| self.kept.with(Option::is_some) && self.unread.with(Option::is_none))
    }

    /// Whether this window may not write.
    pub(super) fn is_read_only(self) -> Signal<bool> {
        Signal::derive(move || self.services.reads_only())
    }

    /// Changes it and keeps it.
    pub(super) fn edit(self, edit: PackEdit) {
        self.edits.count();
        let changed = self.kept.try_update(|kept| {
            let kept = kept.as_mut()?;
            kept.apply(edit);
            Some(kept.clone())
        });
        if let Some(kept) = changed.flatten() {
            self.id.with_value(|id| self.services.keep_pack(id, &kept));
        }
    }

    /// Takes the whole pack away, and goes back to the room.
    pub(super) fn forget(self) {
        self.edits.count();
        self.id.with_value(|id| self.services.forget_pack(id));
        self.services.records_changed();
        self.services.replace(&Route::Workshop);
    }

    /// The address of the pack.
    pub(super) fn route(self) -> Route {
        Route::Pack(self.id.get_value())
    }

    /// The address of one of its items.
    pub(super) fn item_route(self, item: &str) -> Route {
        Route::PackItem(self.id.get_value(), item.to_owned())
    }

    /// Whether the lists did not come, so that nothing can be finished.
    pub(super) fn lists_failed(self) -> Memo<bool> {
        Memo::new(move |_| self.lists.with(|lists| *lists == Lists::Failed))
    }

    /// What is not right in the whole pack as it would be handed out; none before it can be known.
    pub(super) fn findings(self) -> Memo<Option<Vec<OwnFinding>>> {
        self.examined(|pack, known, desk, guard| check(pack, known, desk.services.today(), Some(guard)))
    }

    /// What is not right in one item; none before it can be known.
    pub(super) fn findings_of(self, item: Item) -> Memo<Option<Vec<OwnFinding>>> {
        self.examined(move |pack, known, desk, guard| {
            check_item(pack, &item, known, desk.services.today(), Some(guard))
        })
    }

    fn examined(
        self,
        find: impl Fn(&Pack, &Known, Self, &dyn Fn(&str) -> Vec<String>) -> Vec<OwnFinding>
        + Send
        + Sync
        + 'static,
    ) -> Memo<Option<Vec<OwnFinding>>> {
        Memo::new(move |_| {
            let names = self.services.names();
            let guard = |text: &str| guarded(text, &names);
            self.lists.with(|lists| {
                let Lists::Here(language, known) = lists else { return None };
                self.kept.with(|kept| {
                    let pack = kept.as_ref()?.to_hand_out(self.services.today());
                    (pack.language == *language).then(|| find(&pack, known, self, &guard))
                })
            })
        })
    }

    /// The LIX and the number of words of what an item says, by the terms that are known; none before they are here.
    pub(super) fn reading_of<W: rules::Words>(
        self,
        of: impl Fn(&KeptPack) -> Option<W> + Send + Sync + 'static,
    ) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            self.lists.with(|lists| {
                let Lists::Here(language, known) = lists else { return None };
                // LIX says little about English.
                let kept = self.kept.with(|kept| of(kept.as_ref()?))?;
                (*language != Language::En).then(|| readability(&kept, *language, known))
            })
        })
    }

    /// What is told where it cannot be read, and what can be done.
    pub(super) fn unread(self) -> impl IntoView {
        let words = self.words;
        let text = Memo::new(move |_| {
            self.unread.with(|found| {
                let found = found.as_ref()?;
                words.now(|words| told::instead(found, words))
            })
        });
        let record = move || self.id.with_value(pack_record);
        let take_out = move |()| self.services.take_out(&record());
        let put_aside = move |()| self.services.put_aside(&record(), Route::Workshop);
        live(move || {
            text.get().map(|text| {
                view! {
                    <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::workshop_title)}</h1>
                    <Notice kind=NoticeKind::Info sign=Icon::Info text=Signal::stored(text)/>
                    <div class="row wrap g2">
                        <Button text=words.text(Messages::reflection_damaged_download) on_press=take_out look=Look::Secondary before=Icon::Download/>
                        <Button text=words.text(Messages::reflection_damaged_aside) on_press=put_aside look=Look::Tertiary before=Icon::Archive/>
                    </div>
                }
            })
        })
    }
}

/// The pack as it lies on the device; a new one where none does.
async fn read(id: PackId, services: Services) -> Result<Loaded<KeptPack>, StorageError> {
    let found = services.pack(&id).await?;
    if found != Loaded::Empty {
        return Ok(found);
    }
    let owner = services.workplace().await;
    Ok(Loaded::Ready(KeptPack::new(id, owner, services.language_now())))
}

fn language_now(kept: RwSignal<Option<KeptPack>>) -> Option<Language> {
    kept.try_with_untracked(|kept| kept.as_ref().map(|kept| kept.pack.language)).flatten()
}
