//! A pack as it lies on the device, and what the rest of the app gets from it.

use serde::{Deserialize, Serialize};

use super::{Item, Pack};
use crate::content::{CaseItem, Deck, DeckItem, DeckWords, Metadata, Revision, Source, short_hash};
use crate::ethics::{DeckId, PackId, StepId};
use crate::i18n::{Day, Language};
use crate::json;
use crate::storage::{Kind, RecordId, Saved, Step};

/// What stands before the id of a pack in its record.
const RECORD: &str = "pack-";

/// What stands before the id of the deck that a pack is.
const DECK: &str = "own-";

/// A pack on the device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeptPack {
    /// The pack as it stands: finished or not where it is made here.
    pub pack: Pack,
    /// Somebody writes it on this device. Others are read and used, and not changed.
    pub made_here: bool,
    /// The ids of the items that somebody has said are finished. Of a pack from outside all are.
    pub finished: Vec<String>,
    /// A fingerprint of what was handed out last; none before that.
    pub handed_out: Option<String>,
}

impl Saved for KeptPack {
    const KIND: Kind = Kind::Pack;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}

impl KeptPack {
    /// A pack that nobody has written on yet. The ids are random; the workplace may be that of another pack.
    #[must_use]
    pub fn new(id: PackId, owner: super::Workplace, language: Language) -> Self {
        let pack = Pack { refleks_pack: super::FORMAT_VERSION, id, owner, language, ..Pack::default() };
        Self { pack, made_here: true, ..Self::default() }
    }

    /// A pack that comes from outside.
    pub(super) fn from_outside(pack: Pack) -> Self {
        Self { pack, ..Self::default() }
    }

    /// A pack that was made here and comes back in a later edition.
    pub(super) fn back_again(pack: Pack) -> Self {
        let finished = pack.items().map(|item| item.id).collect();
        let handed_out = Some(fingerprint(&pack));
        Self { pack, made_here: true, finished, handed_out }
    }

    /// Whether nobody has written anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pack.title.trim().is_empty() && self.pack.count() == 0
    }

    /// Whether an item is finished, so that it is shown and handed out.
    #[must_use]
    pub fn is_finished(&self, item: &Item) -> bool {
        !self.made_here || self.finished.contains(&item.id)
    }

    /// The items that are not finished.
    pub fn unfinished(&self) -> impl Iterator<Item = Item> {
        self.pack.items().filter(|item| !self.is_finished(item))
    }

    /// Whether it was changed since it was handed out, or never was.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.handed_out.as_ref().is_none_or(|before| *before != fingerprint(&self.pack))
    }

    /// Whether it says the same as another, whatever their editions.
    #[must_use]
    pub fn holds_the_same_as(&self, other: &Pack) -> bool {
        fingerprint(&self.pack) == fingerprint(other)
    }

    /// The pack as it is handed out: a later edition where something was changed, and with where it comes from and
    /// when it was looked at last, which nobody is asked for.
    #[must_use]
    pub fn to_hand_out(&self, today: Day) -> Pack {
        let mut pack = self.pack.tidied();
        if self.is_changed() || pack.edition == 0 {
            pack.edition = pack.edition.saturating_add(1);
            pack.updated = today.to_string();
        }
        let metadata = metadata(&pack);
        for case in &mut pack.cases {
            case.neutral.metadata = metadata.clone();
        }
        pack
    }

    /// It was handed out like this.
    pub fn was_handed_out(&mut self, pack: Pack) {
        self.handed_out = Some(fingerprint(&pack));
        self.pack = pack;
    }

    /// Its finished cards as a deck, in the language of the pack; none where there is none.
    #[must_use]
    pub fn as_deck(&self) -> Option<DeckItem> {
        let cards =
            self.pack.cards.iter().filter(|card| self.is_finished(&Item::card(card.neutral.id.as_str())));
        let cards: Vec<_> = cards.collect();
        if cards.is_empty() {
            return None;
        }
        let neutral = Deck {
            id: DeckId::from(format!("{DECK}{}", local_id(self))),
            cards: cards.iter().map(|card| card.neutral.clone()).collect(),
            metadata: metadata(&self.pack),
        };
        let words = DeckWords {
            name: self.pack.title.clone(),
            about: self.pack.owner.name.clone(),
            cards: cards.iter().map(|card| (card.neutral.id.clone(), card.words.clone())).collect(),
        };
        let revision = Revision::of(&(&neutral, &words)).unwrap_or_default();
        Some(DeckItem { neutral, words, revision })
    }

    /// Its finished dilemmas, in the language of the pack.
    #[must_use]
    pub fn cases(&self) -> Vec<CaseItem> {
        let cases =
            self.pack.cases.iter().filter(|case| self.is_finished(&Item::case(case.neutral.id.as_str())));
        let item = |case: &super::OwnCase| {
            let mut neutral = case.neutral.clone();
            neutral.metadata = metadata(&self.pack);
            let revision = Revision::of(&(&neutral, &case.words)).unwrap_or_default();
            CaseItem { neutral, words: case.words.clone(), revision }
        };
        cases.map(item).collect()
    }

    /// What it says may be said in a step: the situation and the words.
    pub fn prompts_for(&self, step: &StepId) -> impl Iterator<Item = (&str, &str)> {
        let here = self.pack.prompts.iter().filter(move |prompt| prompt.step == *step);
        let finished = here.filter(|prompt| self.is_finished(&Item::prompt(&prompt.id)));
        finished.map(|prompt| (prompt.on.as_str(), prompt.text.as_str()))
    }
}

/// What an own item rests on: those who wrote it, and the day of the edition. Nobody outside has reviewed it, and it
/// does not say that somebody should: the workplace answers for it.
fn metadata(pack: &Pack) -> Metadata {
    let title = pack.owner.name.trim().to_owned();
    Metadata {
        sources: vec![Source { id: String::new(), title, place: String::new() }],
        last_checked: pack.updated.clone(),
        needs_review: Vec::new(),
    }
}

/// A fingerprint of what a pack says. Its edition, its day and what is made of them do not count.
fn fingerprint(pack: &Pack) -> String {
    let mut plain = pack.clone();
    plain.edition = 0;
    plain.updated = String::new();
    for case in &mut plain.cases {
        case.neutral.metadata = Metadata::default();
    }
    short_hash(&json::write(&plain).unwrap_or_default())
}

/// The id under which a pack lies here. That of one made here is its own; one from outside has another, made of its
/// owner's and its own, so that it comes to the same place again and never to that of a pack made here.
#[must_use]
pub fn local_id(kept: &KeptPack) -> PackId {
    let Pack { id, owner, .. } = &kept.pack;
    if kept.made_here {
        return id.clone();
    }
    let key = |first: &str, second: &str| short_hash(format!("{first}\n{second}").as_bytes());
    PackId::from(format!("in-{}{}", key(&owner.id, id.as_str()), key(id.as_str(), &owner.id)))
}

/// The record of a pack.
#[must_use]
pub fn pack_record(id: &PackId) -> RecordId {
    RecordId::from(format!("{RECORD}{id}"))
}

/// The pack of a record.
#[must_use]
pub fn pack_of(record: &RecordId) -> Option<PackId> {
    record.as_str().strip_prefix(RECORD).map(PackId::from)
}
