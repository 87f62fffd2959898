//! Packs of own content: what lies on the device, what they are held against, and taking one in.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{LibraryState, OnTheShelf, Services};
use crate::content::{CaseItem, DeckItem, Library, TermPack};
use crate::ethics::privacy::{Names, find};
use crate::ethics::{PackId, StepId};
use crate::i18n::Language;
use crate::packs::{KeptPack, Known, Offer, Workplace, pack_of, pack_record};
use crate::platform::locks::WriterState;
use crate::storage::{Change, Commit, Loaded, Saved, StorageError};

/// Why a pack was not taken in. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTakenIn {
    /// What lies here is not as it was when the pack was looked at: look once more.
    Changed,
    /// The store did not do it.
    Failed(StorageError),
}

impl Services {
    /// Every pack that somebody has written in or taken in, and those that cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_packs(self) -> Result<OnTheShelf<PackId, KeptPack>, StorageError> {
        self.read_shelf(pack_of, |kept: &KeptPack| !kept.is_empty()).await
    }

    /// A pack, to be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn pack(self, id: &PackId) -> Result<Loaded<KeptPack>, StorageError> {
        self.saver().load(&pack_record(id)).await
    }

    /// Keeps a pack as it is now.
    pub fn keep_pack(self, id: &PackId, kept: &KeptPack) {
        self.keep(Change::keep(pack_record(id), kept, self.now_ms()));
    }

    /// Takes a pack away.
    pub fn forget_pack(self, id: &PackId) {
        self.keep(Ok(Change::forget(pack_record(id), KeptPack::KIND)));
        self.saver().flush();
    }

    /// The workplace of the packs that are made here: that of one that lies here already, or one without a name.
    pub async fn workplace(self) -> Workplace {
        let packs = self.read_packs().await.map(|packs| packs.here).unwrap_or_default();
        let made_here = packs.into_iter().find(|(_, kept)| kept.made_here);
        made_here.map_or_else(
            || Workplace { id: self.random_id(), name: String::new() },
            |(_, kept)| kept.pack.owner,
        )
    }

    /// What a pack in a language is held against. It is read anew, because the language of a pack need not be that
    /// of the screen.
    ///
    /// # Errors
    /// What went wrong, for a log.
    pub async fn known(self, language: Language) -> Result<Known, String> {
        let assets = self.assets();
        let core = assets.pack("core", language).await.map_err(|error| error.to_string())?;
        let terms = assets.pack("terms", language).await.map_err(|error| error.to_string())?;
        let library = Library::parse(&core).map_err(|error| error.to_string())?;
        let terms = TermPack::parse(&terms).map_err(|error| error.to_string())?;
        Ok(Known::of(&library, Some(&terms)))
    }

    /// Takes a pack in as offered, whole or not at all; answers where it lies.
    ///
    /// # Errors
    /// [`NotTakenIn`].
    pub async fn take_in_pack(self, offer: &Offer) -> Result<PackId, NotTakenIn> {
        let here = self.read_packs().await.map_err(NotTakenIn::Failed)?;
        let here: Vec<KeptPack> = here.here.into_iter().map(|(_, kept)| kept).collect();
        if !offer.still_holds(&here) {
            return Err(NotTakenIn::Changed);
        }
        let change = offer.change(&here, self.now_ms()).map_err(NotTakenIn::Failed)?;
        // An offer of nothing is not accepted by any screen.
        let Some((id, change)) = change else { return Err(NotTakenIn::Changed) };
        let (records, changes) = (self.records(), vec![change]);
        records.look_at(&changes).await.map_err(NotTakenIn::Failed)?;
        records.write(changes, Commit::Checked).await.map_err(NotTakenIn::Failed)?;
        self.records_changed();
        Ok(id)
    }

    /// The decks that own cards make, each with its language.
    pub async fn own_decks(self) -> Vec<(Language, DeckItem)> {
        let packs = self.read_packs().await.unwrap_or_default().here.into_iter();
        packs.filter_map(|(_, kept)| Some((kept.pack.language, kept.as_deck()?))).collect()
    }

    /// The own dilemmas, each with its language.
    pub async fn own_cases(self) -> Vec<(Language, CaseItem)> {
        let packs = self.read_packs().await.unwrap_or_default().here.into_iter();
        packs
            .flat_map(|(_, kept)| {
                let language = kept.pack.language;
                kept.cases().into_iter().map(move |case| (language, case))
            })
            .collect()
    }

    /// What own packs say may be said in a step: the language, the situation and the words.
    pub async fn own_prompts(self, step: &StepId) -> Vec<(Language, String, String)> {
        let packs = self.read_packs().await.unwrap_or_default().here;
        let of = |kept: &KeptPack| {
            let prompts = kept.prompts_for(step);
            prompts.map(|(on, text)| (kept.pack.language, on.to_owned(), text.to_owned())).collect::<Vec<_>>()
        };
        packs.iter().flat_map(|(_, kept)| of(kept)).collect()
    }

    /// Keeps the dilemmas of the workplace in the library as long as somebody is on a screen that shows them.
    pub fn follow_own_cases(self) {
        Effect::new(move |_| {
            self.follow_changes();
            let is_here = self.library.with(|state| state.ready().is_some());
            if !is_here || self.writer() == WriterState::Waiting {
                return;
            }
            spawn_local(async move {
                let own: Vec<CaseItem> = self.own_cases().await.into_iter().map(|(_, case)| case).collect();
                let library = self.library.with_untracked(|state| state.ready().cloned());
                if let Some(library) = library.filter(|library| library.own_cases() != own.as_slice()) {
                    let mut with_own = Library::clone(&library);
                    with_own.set_own_cases(own);
                    self.library.set(LibraryState::Ready(Arc::new(with_own)));
                }
            });
        });
    }
}

/// What the privacy guard finds in a text, as the rules of content ask it.
#[must_use]
pub fn guarded(text: &str, names: &Names) -> Vec<String> {
    find(text, names).iter().map(|found| found.text(text).to_owned()).collect()
}
