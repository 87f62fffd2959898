//! A right pack, the library that it is held against, and a device that lies ready.

use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

use pollster::block_on;
use refleks::content::author::{Day, PackKind, packs, read};
use refleks::content::{Library, TermPack};
use refleks::ethics::privacy::{Names, find};
use refleks::i18n::Language;
use refleks::packs::{Incoming, Joining, KeptPack, Known, Offer, OwnFinding, Pack, PackError, pack_record};
use refleks::storage::{Change, Commit, MemoryStore, Records, Store};
use serde_json::Value;

/// The pack that all others are made from.
pub(crate) const SOLBAKKEN: &str = include_str!("../fixtures/packs/solbakken.json");

/// The day that the tests call today.
pub(crate) fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

/// What the app's own library knows, in Bokmål.
pub(crate) static KNOWN: LazyLock<Known> = LazyLock::new(|| known(Language::Nb));

/// What the app's own library knows.
pub(crate) fn known(language: Language) -> Known {
    let (course, findings) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_eq!(findings, []);
    let files = packs(&course).unwrap();
    let text = |kind: PackKind| {
        let file = files.iter().find(|file| file.kind == kind && file.language == language).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let library = Library::parse(&text(PackKind::Core)).unwrap();
    Known::of(&library, Some(&TermPack::parse(&text(PackKind::Terms)).unwrap()))
}

/// The privacy guard, with a few names.
pub(crate) fn guard(text: &str) -> Vec<String> {
    static NAMES: LazyLock<Names> =
        LazyLock::new(|| Names::from_lists(&["Kari", "Ola"], &["Hansen", "Haug"]));
    find(text, &NAMES).iter().map(|found| found.text(text).to_owned()).collect()
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It could not be read.
    Unread(PackError),
    /// It was read, and is not right.
    Wrong(Vec<OwnFinding>),
}

/// A device.
pub(crate) struct Device {
    pub(crate) store: Rc<MemoryStore>,
    records: Records,
}

impl Device {
    pub(crate) fn new() -> Self {
        let store = Rc::new(MemoryStore::new());
        let records = Records::new(Rc::clone(&store) as Rc<dyn Store>);
        records.set_writer(true);
        Self { store, records }
    }

    /// The packs that lie on it.
    pub(crate) fn here(&self) -> Vec<KeptPack> {
        let listed = block_on(self.records.load_all::<KeptPack>()).unwrap();
        listed.into_iter().map(|one| one.value.ready().unwrap()).collect()
    }

    /// Keeps a pack that is written on it.
    pub(crate) fn keep(&self, kept: &KeptPack) {
        let id = refleks::packs::local_id(kept);
        self.write(Change::keep(pack_record(&id), kept, 7).unwrap());
    }

    fn write(&self, change: Change) {
        let changes = vec![change];
        block_on(self.records.look_at(&changes)).unwrap();
        block_on(self.records.write(changes, Commit::Checked)).unwrap();
    }

    /// Takes in a file, all the way that the app goes.
    pub(crate) fn take_in(&self, file: &[u8]) -> Result<Joining, Refused> {
        let incoming = refleks::packs::read(file).map_err(Refused::Unread)?;
        let here = self.here();
        let offer = Offer::of(&incoming, &here, &KNOWN, today(), Some(&guard)).map_err(Refused::Wrong)?;
        if let Some((_, change)) = offer.change(&here, 9).unwrap() {
            self.write(change);
        }
        Ok(offer.joining)
    }
}

/// Everything that is wrong with a file that can be read.
pub(crate) fn wrong(incoming: &Incoming) -> Vec<OwnFinding> {
    incoming.check(&KNOWN, today(), Some(&guard))
}

/// The right pack, taken apart.
pub(crate) fn value() -> Value {
    serde_json::from_str(SOLBAKKEN).unwrap()
}

/// The right pack, read.
pub(crate) fn pack() -> Pack {
    refleks::packs::read(SOLBAKKEN.as_bytes()).unwrap().pack
}
