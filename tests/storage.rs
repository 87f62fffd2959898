//! What lies on the device: do records of all past versions open, is what cannot be read kept, is
//! nothing lost and nothing brought back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::future::{Future as _, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use pollster::block_on;
use proptest::prelude::*;
use refleks::storage::autosave::{Input, Write};
use refleks::storage::backup::{self, BackupError, Place};
use refleks::storage::merge::{merge, merge_sets, order};
use refleks::storage::{
    Aside, Autosave, Body, Burst, Change, Commit, Expect, Kind, Loaded, MemoryStore, MetaKey, Owner, Put,
    Record, RecordId, Records, SaveStatus, Saved, Step, StorageError, Store, StoreFuture, Stored,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A type that has come to its third version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    title: String,
    marks: Vec<u32>,
}

fn text_becomes_title(mut value: Value) -> Result<Value, String> {
    let note = value.as_object_mut().ok_or("is no object")?;
    let text = note.remove("text").ok_or("has no text")?;
    note.insert("title".into(), text);
    Ok(value)
}

fn marks_are_added(mut value: Value) -> Result<Value, String> {
    value.as_object_mut().ok_or("is no object")?.insert("marks".into(), Value::Array(Vec::new()));
    Ok(value)
}

impl Saved for Note {
    const KIND: Kind = Kind::Session;
    const VERSION: u16 = 3;
    const STEPS: &'static [Step] = &[text_becomes_title, marks_are_added];
}

fn note(title: &str) -> Note {
    Note { title: title.to_owned(), marks: Vec::new() }
}

fn keep(id: &str, title: &str) -> Change {
    Change::keep(id.into(), &note(title), 1_000).unwrap()
}

fn forget(id: &str) -> Change {
    Change::forget(id.into(), Kind::Session)
}

fn window(store: &Rc<MemoryStore>) -> Records {
    let records = Records::new(Rc::clone(store) as Rc<dyn Store>);
    records.set_writer(true);
    records
}

fn load(records: &Records, id: &str) -> Loaded<Note> {
    block_on(records.load(&id.into())).unwrap()
}

fn write(records: &Records, changes: Vec<Change>) -> Result<(), StorageError> {
    block_on(records.write(changes, Commit::Checked))
}

fn planted(version: u16, payload: &str) -> Record {
    Record::new("a".into(), Kind::Session, Owner::Device, version, 1, 5, payload.as_bytes().to_vec())
}

fn title_in(store: &MemoryStore, id: &str) -> Option<String> {
    match store.snapshot().get(&RecordId::from(id))? {
        Stored::Record(record) => Some(serde_json::from_slice::<Note>(record.payload()?).unwrap().title),
        Stored::Unreadable(_) => None,
    }
}

// Versions.

#[test]
fn records_of_every_version_open_as_today() {
    let fixtures = [
        (1, include_str!("fixtures/records/note-1.json")),
        (2, include_str!("fixtures/records/note-2.json")),
        (3, include_str!("fixtures/records/note-3.json")),
    ];
    assert_eq!(fixtures.len(), usize::from(Note::VERSION), "every version needs a fixture");
    for (version, payload) in fixtures {
        let store = Rc::new(MemoryStore::new());
        store.plant(planted(version, payload));
        assert_eq!(load(&window(&store), "a"), Loaded::Ready(note("Bør vi vente?")), "version {version}");
    }
}

#[test]
fn what_cannot_be_read_is_told_apart() {
    let whole = planted(3, r#"{"title":"","marks":[]}"#);
    let mut changed = whole.clone();
    changed.body = Body::Payload(br#"{"title":"x","marks":[]}"#.to_vec());
    let mut other = whole.clone();
    other = Record::new(other.id, Kind::Opening, other.owner, 3, 1, 5, b"{}".to_vec());
    let cases = [
        (planted(4, "{}"), Loaded::Newer(4)),
        (planted(3, "{"), Loaded::Damaged("EOF while parsing an object at line 1 column 1".into())),
        (planted(1, "{}"), Loaded::Damaged("version 1 to 2: has no text".into())),
        (planted(0, "{}"), Loaded::Damaged("has no version".into())),
        (changed, Loaded::Damaged("does not fit its fingerprint".into())),
        (other, Loaded::Damaged("is a opening, not a session".into())),
        (Record::forgotten("a".into(), Kind::Session, Owner::Device, 2), Loaded::Empty),
    ];
    for (record, expected) in cases {
        let store = Rc::new(MemoryStore::new());
        store.plant(record);
        assert_eq!(load(&window(&store), "a"), expected);
    }
}

// Guards.

#[test]
fn nothing_is_written_over_what_cannot_be_read_until_the_user_decides() {
    let damages: [fn(&MemoryStore); 3] = [
        |store| store.damage(&"a".into(), "raw text"),
        |store| store.plant(planted(9, "raw text")),
        |store| store.plant(planted(3, "raw text")),
    ];
    for damage in damages {
        for commit in [Commit::Checked, Commit::AtOnce] {
            let store = Rc::new(MemoryStore::new());
            damage(&store);
            let before = store.snapshot();
            let records = window(&store);
            assert!(load(&records, "a").is_protected());
            let refused = block_on(records.write(vec![keep("b", "two"), keep("a", "one")], commit));
            assert_eq!(refused, Err(StorageError::Protected("a".into())));
            assert_eq!(
                block_on(records.write(vec![forget("a")], commit)),
                Err(StorageError::Protected("a".into()))
            );
            assert_eq!(store.snapshot(), before);

            let place = block_on(records.set_aside(&"a".into(), 7)).unwrap().unwrap();
            let aside: Loaded<Aside> = block_on(records.load(&place)).unwrap();
            assert_eq!(aside.ready().unwrap().raw(), b"raw text");
            assert_eq!(block_on(records.write(vec![keep("a", "one")], commit)), Ok(()));
            assert_eq!(load(&records, "a"), Loaded::Ready(note("one")));
        }
    }
}

#[test]
fn a_record_that_was_never_looked_at_is_not_written_over_either() {
    for commit in [Commit::Checked, Commit::AtOnce] {
        let store = Rc::new(MemoryStore::new());
        store.damage(&"a".into(), "raw text");
        store.plant(Record::new("b".into(), Kind::Session, Owner::Device, 3, 4, 5, b"{}".to_vec()));
        let before = store.snapshot();
        let records = window(&store);
        assert!(block_on(records.write(vec![keep("a", "one")], commit)).is_err());
        assert!(block_on(records.write(vec![keep("b", "one")], commit)).is_err());
        assert_eq!(store.snapshot(), before);
    }
}

#[test]
fn everything_that_cannot_be_read_is_found_whatever_it_was() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    write(&records, vec![keep("whole", "1")]).unwrap();
    store.damage(&"no kind".into(), "raw");
    let mut changed = planted(1, "{}");
    changed.body = Body::Payload(b"{ }".to_vec());
    store.plant(changed);
    assert_eq!(block_on(records.unreadable()), Ok(vec!["a".into(), "no kind".into()]));
    assert_eq!(write(&records, vec![keep("no kind", "1")]), Err(StorageError::Protected("no kind".into())));
}

#[test]
fn putting_aside_twice_keeps_both() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    for raw in ["first", "second"] {
        store.damage(&"a".into(), raw);
        assert!(load(&records, "a").is_protected());
        block_on(records.set_aside(&"a".into(), 7)).unwrap();
    }
    let asides = block_on(records.load_all::<Aside>()).unwrap();
    let raw: Vec<Vec<u8>> = asides.into_iter().map(|aside| aside.value.ready().unwrap().raw()).collect();
    assert_eq!(raw, [b"first".to_vec(), b"second".to_vec()]);
}

#[test]
fn what_the_user_discards_is_gone_and_its_place_is_free() {
    for damage in
        [|s: &MemoryStore| s.damage(&"a".into(), "raw"), |s: &MemoryStore| s.plant(planted(9, "raw"))]
    {
        let store = Rc::new(MemoryStore::new());
        damage(&store);
        let records = window(&store);
        assert!(load(&records, "a").is_protected());
        block_on(records.discard(&"a".into())).unwrap();
        assert_eq!(load(&records, "a"), Loaded::Empty);
        assert!(
            !format!("{:?}", store.snapshot()).contains("114, 97, 119"),
            "the bytes of `raw` are still there"
        );
        assert_eq!(write(&records, vec![keep("a", "one")]), Ok(()));
    }
}

#[test]
fn only_the_writing_window_writes() {
    let store = Rc::new(MemoryStore::new());
    let records = Records::new(Rc::clone(&store) as Rc<dyn Store>);
    assert_eq!(write(&records, vec![keep("a", "one")]), Err(StorageError::ReadOnly));
    assert_eq!(block_on(records.erase()), Err(StorageError::ReadOnly));
    assert_eq!(block_on(records.write_meta(MetaKey::LastBackup, "1".into())), Err(StorageError::ReadOnly));
    assert_eq!(store.writes(), 0);
    records.set_writer(true);
    assert_eq!(write(&records, vec![keep("a", "one")]), Ok(()));
}

#[test]
fn two_windows_never_write_over_each_other() {
    let store = Rc::new(MemoryStore::new());
    let (one, two) = (window(&store), window(&store));
    write(&one, vec![keep("a", "one")]).unwrap();
    assert_eq!(load(&two, "a"), Loaded::Ready(note("one")));
    write(&two, vec![keep("a", "two")]).unwrap();
    assert_eq!(
        write(&one, vec![keep("a", "one again"), keep("b", "x")]),
        Err(StorageError::Conflict("a".into()))
    );
    assert_eq!(title_in(&store, "a").as_deref(), Some("two"));
    assert_eq!(title_in(&store, "b"), None, "all or nothing");
    block_on(one.accept_current(&"a".into())).unwrap();
    write(&one, vec![keep("a", "one again")]).unwrap();
    assert_eq!(title_in(&store, "a").as_deref(), Some("one again"));
}

/// A store that finds at once and answers a little later.
struct LateReading(MemoryStore);

impl Store for LateReading {
    fn read<'a>(&'a self, id: &RecordId) -> StoreFuture<'a, Option<Stored>> {
        let found = block_on(self.0.read(id));
        let mut has_waited = false;
        let later = poll_fn(move |context| {
            context.waker().wake_by_ref();
            if std::mem::replace(&mut has_waited, true) { Poll::Ready(()) } else { Poll::Pending }
        });
        Box::pin(async move {
            later.await;
            found
        })
    }
    fn read_kind<'a>(&'a self, kind: &Kind) -> StoreFuture<'a, Vec<Stored>> {
        self.0.read_kind(kind)
    }
    fn read_all(&self) -> StoreFuture<'_, Vec<Stored>> {
        self.0.read_all()
    }
    fn read_meta(&self) -> StoreFuture<'_, BTreeMap<MetaKey, String>> {
        self.0.read_meta()
    }
    fn write(&self, burst: Burst) -> StoreFuture<'_, ()> {
        self.0.write(burst)
    }
    fn unfinished(&self) -> Vec<Put> {
        self.0.unfinished()
    }
    fn forget_unfinished(&self) {
        self.0.forget_unfinished();
    }
    fn erase(&self) -> StoreFuture<'_, ()> {
        self.0.erase()
    }
}

#[test]
fn a_look_that_comes_back_after_a_write_does_not_make_the_next_write_a_conflict() {
    let records = Records::new(Rc::new(LateReading(MemoryStore::new())));
    records.set_writer(true);
    write(&records, vec![keep("a", "one")]).unwrap();
    let id = "a".into();
    let mut look = pin!(records.accept_current(&id));
    assert!(look.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    write(&records, vec![keep("a", "two")]).unwrap();
    block_on(look).unwrap();
    assert_eq!(write(&records, vec![keep("a", "three")]), Ok(()));
}

#[test]
fn a_window_that_becomes_the_writer_has_to_read_first() {
    let store = Rc::new(MemoryStore::new());
    let (one, two) = (window(&store), window(&store));
    write(&one, vec![keep("a", "one")]).unwrap();
    assert!(matches!(load(&two, "a"), Loaded::Ready(_)));
    two.set_writer(false);
    two.set_writer(true);
    assert_eq!(write(&two, vec![keep("a", "two")]), Err(StorageError::Conflict("a".into())));
    assert!(matches!(load(&two, "a"), Loaded::Ready(_)));
    assert_eq!(write(&two, vec![keep("a", "two")]), Ok(()));
}

#[test]
fn a_write_whose_answer_was_lost_can_be_repeated() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    store.lose_next_answer();
    assert_eq!(write(&records, vec![keep("a", "one")]), Err(StorageError::ConnectionLost));
    assert_eq!(write(&records, vec![keep("a", "one")]), Ok(()));
    store.fail_writes(Some(StorageError::ConnectionLost));
    assert_eq!(write(&records, vec![keep("a", "two")]), Err(StorageError::ConnectionLost));
    store.fail_writes(None);
    assert_eq!(write(&records, vec![keep("a", "two")]), Ok(()));
    assert_eq!(title_in(&store, "a").as_deref(), Some("two"));
}

#[test]
fn what_is_forgotten_leaves_nothing_of_its_content() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    write(&records, vec![keep("a", "secret")]).unwrap();
    write(&records, vec![forget("a")]).unwrap();
    assert_eq!(load(&records, "a"), Loaded::Empty);
    assert_eq!(block_on(records.load_all::<Note>()).unwrap(), []);
    let backup = String::from_utf8(block_on(records.backup("2026-11-21")).unwrap()).unwrap();
    assert!(!backup.contains("secret"), "{backup}");
    assert!(backup.contains(r#""forgotten":true"#), "{backup}");
}

#[test]
fn erasing_leaves_nothing() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    write(&records, vec![keep("a", "one"), forget("b")]).unwrap();
    block_on(records.write_meta(MetaKey::LastBackup, "\"2026-11-21\"".into())).unwrap();
    block_on(records.erase()).unwrap();
    assert_eq!(store.snapshot(), BTreeMap::new());
    assert_eq!(block_on(records.read_meta(MetaKey::LastBackup)), Ok(None));
    assert_eq!(write(&records, vec![keep("a", "one")]), Ok(()));
}

#[test]
fn other_windows_are_told_of_writes_that_happened_and_of_no_others() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    let told = Rc::new(std::cell::RefCell::new(Vec::new()));
    let ears = Rc::clone(&told);
    records.on_written(move |ids| ears.borrow_mut().extend(ids.to_vec()));
    write(&records, vec![keep("a", "one"), keep("b", "one")]).unwrap();
    store.fail_writes(Some(StorageError::Full));
    assert!(write(&records, vec![keep("c", "one")]).is_err());
    assert_eq!(*told.borrow(), ["a".into(), "b".into()]);
}

// Merging.

fn any_record() -> impl Strategy<Value = Record> {
    let id = prop::sample::select(vec!["a", "b", "c"]);
    let kind = prop::sample::select(vec![Kind::Session, Kind::Opening, Kind::Other("of-tomorrow".into())]);
    let owner = prop::sample::select(vec![Owner::Device, Owner::Profile("p".into())]);
    let payload = prop::option::weighted(0.7, prop::sample::select(vec![&b"{}"[..], b"[]", b"\xff\x00"]));
    (id, kind, owner, 1..4_u64, 1..3_u16, 0..2_u64, payload).prop_map(
        |(id, kind, owner, rev, version, updated, payload)| match payload {
            Some(bytes) => Record::new(id.into(), kind, owner, version, rev, updated, bytes.to_vec()),
            None => Record::forgotten(id.into(), kind, owner, rev),
        },
    )
}

fn any_records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(any_record(), 0..6)
}

fn store_with(records: &[Record]) -> Rc<MemoryStore> {
    let store = Rc::new(MemoryStore::new());
    for record in records {
        store.plant(record.clone());
    }
    store
}

fn records_in(store: &MemoryStore) -> Vec<Record> {
    let only_records = |stored| match stored {
        Stored::Record(record) => Some(record),
        Stored::Unreadable(_) => None,
    };
    store.snapshot().into_values().filter_map(only_records).collect()
}

proptest! {
    #[test]
    fn merging_records_knows_no_order_and_no_repetition(a in any_record(), b in any_record(), c in any_record()) {
        let [a, b, c] = [a, b, c].map(|record| match record.body {
            Body::Payload(bytes) => Record::new(
                "same".into(), record.kind, record.owner, record.version, record.rev, record.updated_ms, bytes,
            ),
            Body::Forgotten => Record::forgotten("same".into(), record.kind, record.owner, record.rev),
        });
        prop_assert_eq!(merge(a.clone(), a.clone()), a.clone());
        prop_assert_eq!(merge(a.clone(), b.clone()), merge(b.clone(), a.clone()));
        let (left, right) = (merge(merge(a.clone(), b.clone()), c.clone()), merge(a.clone(), merge(b.clone(), c)));
        prop_assert_eq!(left, right);
        // Alike in the order means alike in everything.
        prop_assert_eq!(order(&a, &b).is_eq(), a == b);
    }

    #[test]
    fn merging_sets_knows_no_order_and_no_repetition(a in any_records(), b in any_records(), c in any_records()) {
        let a = merge_sets(a, Vec::new());
        prop_assert_eq!(merge_sets(a.clone(), a.clone()), a.clone());
        prop_assert_eq!(merge_sets(a.clone(), b.clone()), merge_sets(b.clone(), a.clone()));
        prop_assert_eq!(
            merge_sets(merge_sets(a.clone(), b.clone()), c.clone()),
            merge_sets(a, merge_sets(b, c))
        );
    }

    #[test]
    fn forgotten_wins_over_what_was_written_before_or_at_the_same_time(record in any_record(), later in 0..3_u64) {
        let mark = Record::forgotten(record.id.clone(), record.kind.clone(), record.owner.clone(), record.rev + later);
        prop_assert_eq!(merge(record.clone(), mark.clone()).body, Body::Forgotten);
        prop_assert_eq!(merge(mark, record).body, Body::Forgotten);
    }

    // Backup.

    #[test]
    fn a_backup_reads_back_as_it_was_written(records in any_records()) {
        let records = merge_sets(records, Vec::new());
        let file = backup::write("21. november", records.iter().cloned().map(Stored::Record).collect()).unwrap();
        let read = backup::read(&file).unwrap();
        prop_assert_eq!(read.records, records);
        prop_assert_eq!(read.made, "21. november");
    }

    #[test]
    fn reading_in_is_merging(here in any_records(), file in any_records()) {
        let here = merge_sets(here, Vec::new());
        let store = store_with(&here);
        let records = window(&store);
        let backup = backup::Backup { made: String::new(), records: file.clone() };
        let plan = block_on(records.plan(backup)).unwrap();
        let before = store.writes();
        block_on(records.restore(plan)).unwrap();
        prop_assert_eq!(records_in(&store), merge_sets(here, file));
        prop_assert_eq!(store.writes(), before + 1, "one burst");
    }

    #[test]
    fn a_garbled_backup_is_refused_or_whole(records in any_records(), at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let records = merge_sets(records, Vec::new());
        let file = backup::write("x", records.iter().cloned().map(Stored::Record).collect()).unwrap();
        let at = at.index(file.len());
        prop_assert!(backup::read(&file[..at]).is_err());
        let mut garbled = file;
        garbled[at] ^= 1 << bit;
        if let Ok(read) = backup::read(&garbled) {
            prop_assert_eq!(read.records, records);
        }
    }
}

#[test]
fn a_backup_never_brings_back_what_was_forgotten() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    write(&records, vec![keep("a", "one"), keep("b", "two")]).unwrap();
    let file = block_on(records.backup("x")).unwrap();
    write(&records, vec![forget("a")]).unwrap();
    let plan = block_on(records.plan(backup::read(&file).unwrap())).unwrap();
    let row = &plan.preview[&Kind::Session];
    assert_eq!((row.new, row.changed, row.unchanged, row.stay_forgotten), (0, 0, 1, 1));
    assert!(!plan.changes_anything());
    block_on(records.restore(plan)).unwrap();
    assert_eq!(load(&records, "a"), Loaded::Empty);
}

#[test]
fn a_backup_moves_everything_to_another_device_and_what_it_says_first_is_true() {
    let old = Rc::new(MemoryStore::new());
    let from = window(&old);
    write(&from, vec![keep("new", "n"), keep("changed", "1"), keep("same", "s"), keep("gone", "g")]).unwrap();
    old.damage(&"broken".into(), "raw text");

    let new = store_with(&records_in(&old));
    let to = window(&new);
    for id in ["changed", "same", "gone"] {
        assert!(matches!(load(&from, id), Loaded::Ready(_)));
    }
    write(&from, vec![keep("changed", "2"), forget("gone")]).unwrap();
    let first = block_on(window(&store_with(&[])).backup("x")).unwrap();
    assert!(backup::read(&first).unwrap().records.is_empty());

    let file = block_on(from.backup("x")).unwrap();
    new.plant(Record::forgotten("unrelated".into(), Kind::Session, Owner::Device, 1));
    block_on(to.load::<Note>(&"new".into())).unwrap();
    // As if `new` had never been on the second device.
    let plan = {
        let without: Vec<Record> = records_in(&new).into_iter().filter(|r| r.id.as_str() != "new").collect();
        let second = store_with(&without);
        let to = window(&second);
        let plan = block_on(to.plan(backup::read(&file).unwrap())).unwrap();
        block_on(to.restore(plan.clone())).unwrap();
        assert_eq!(load(&to, "new"), Loaded::Ready(note("n")));
        assert_eq!(load(&to, "changed"), Loaded::Ready(note("2")));
        assert_eq!(load(&to, "gone"), Loaded::Empty);
        let aside = block_on(to.load_all::<Aside>()).unwrap().remove(0).value.ready().unwrap();
        assert_eq!((aside.from.as_str(), aside.raw()), ("broken", b"raw text".to_vec()));
        assert_eq!(write(&to, vec![keep("changed", "3")]), Ok(()), "and work goes on");
        plan
    };
    let row = &plan.preview[&Kind::Session];
    assert_eq!((row.new, row.changed, row.unchanged, row.forgotten), (1, 1, 1, 1));
    assert_eq!(plan.preview[&Kind::Aside].new, 1);
}

#[test]
fn nothing_is_half_read_in() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    let file = backup::Backup { made: String::new(), records: vec![planted(3, "{}")] };
    let plan = block_on(records.plan(file.clone())).unwrap();
    store.fail_writes(Some(StorageError::Full));
    assert_eq!(block_on(records.restore(plan)), Err(StorageError::Full));
    assert_eq!(store.snapshot(), BTreeMap::new());
    store.fail_writes(None);

    let stale = block_on(records.plan(file)).unwrap();
    write(&records, vec![keep("a", "meanwhile")]).unwrap();
    assert_eq!(block_on(records.restore(stale)), Err(StorageError::Conflict("a".into())));
    assert_eq!(title_in(&store, "a").as_deref(), Some("meanwhile"));
}

#[test]
fn reading_in_leaves_what_cannot_be_read_alone() {
    for damage in
        [|s: &MemoryStore| s.damage(&"a".into(), "raw"), |s: &MemoryStore| s.plant(planted(9, "raw"))]
    {
        let store = Rc::new(MemoryStore::new());
        damage(&store);
        let before = store.snapshot();
        let records = window(&store);
        assert!(load(&records, "a").is_protected());
        let newer = Record::new("a".into(), Kind::Session, Owner::Device, 3, 99, 5, b"{}".to_vec());
        let plan =
            block_on(records.plan(backup::Backup { made: String::new(), records: vec![newer] })).unwrap();
        assert_eq!(plan.preview[&Kind::Session].protected, 1);
        block_on(records.restore(plan)).unwrap();
        assert_eq!(store.snapshot(), before);
    }
}

#[test]
fn files_that_are_no_whole_backup_say_why() {
    let file = include_str!("fixtures/records/backup-1.json");
    let newer = file.replacen(r#""version":1"#, r#""version":2,"more":[]"#, 1);
    let wrong = file.replacen("Skal vi", "Vil vi", 1);
    assert_ne!(wrong, file);
    let cases = [
        ("", BackupError::NotABackup),
        ("PK\u{3}\u{4}", BackupError::NotABackup),
        (r#"{"format":"another","version":1}"#, BackupError::NotABackup),
        (&newer, BackupError::Newer(2)),
        (
            &wrong,
            BackupError::Damaged { place: Place::Record(1), why: "does not fit its fingerprint".into() },
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(backup::read(text.as_bytes()), Err(expected), "{text}");
    }
    let cut = backup::read(&file.as_bytes()[..400]);
    assert!(
        matches!(cut, Err(BackupError::Damaged { place: Place::Text { line: 1, column: 400 }, .. })),
        "{cut:?}"
    );
    let large = vec![b' '; backup::LIMIT + 1];
    assert_eq!(backup::read(&large), Err(BackupError::TooLarge(backup::LIMIT + 1)));
}

/// The first shape of the file and of every record in it, as it was written in November 2026. It is
/// never written anew: what lies on people's devices is not either.
#[test]
fn a_backup_of_the_first_version_opens() {
    let read = backup::read(include_bytes!("fixtures/records/backup-1.json")).unwrap();
    assert_eq!(read, first_backup());
}

fn first_backup() -> backup::Backup {
    let text = r#"{"title":"Skal vi ringe?","marks":[1,2]}"#.as_bytes().to_vec();
    backup::Backup {
        made: "2026-11-21 21:40".into(),
        records: vec![
            Record::new("4f1c".into(), Kind::Session, Owner::Device, 3, 7, 1_795_297_200_000, text),
            Record::new(
                "a2".into(),
                Kind::Preferences,
                Owner::Profile("blå".into()),
                1,
                1,
                5,
                vec![0, 255, 128],
            ),
            Record::forgotten("b9".into(), Kind::Agreement, Owner::Device, 12),
            Record::new("x1".into(), Kind::Run, Owner::Device, 2, 1, 5, b"{}".to_vec()),
        ],
    }
}

// Saving while writing.

/// Something that happens to the autosave.
#[derive(Debug, Clone)]
enum Event {
    Edit(usize),
    Pass(u64),
    Flush,
    Break(StorageError),
    Mend,
    LoseAnswer,
}

const IDS: [&str; 3] = ["a", "b", "c"];

/// A device with a fake clock. Writes reach the store when they begin and answer a little later.
struct Device {
    store: Rc<MemoryStore>,
    records: Records,
    autosave: Autosave,
    now: u64,
    wake: Option<u64>,
    writing: Vec<(u64, Write, Result<(), StorageError>)>,
    write_takes: u64,
    edits: u32,
    latest: BTreeMap<&'static str, String>,
    /// Every edit with its time, until it or a later one was written and answered.
    open: Vec<(u64, &'static str, u32)>,
    slowest: u64,
}

impl Device {
    fn new(write_takes: u64) -> Self {
        let store = Rc::new(MemoryStore::new());
        let records = window(&store);
        Self {
            store,
            records,
            autosave: Autosave::new(),
            now: 10_000,
            wake: None,
            writing: Vec::new(),
            write_takes,
            edits: 0,
            latest: BTreeMap::new(),
            open: Vec::new(),
            slowest: 0,
        }
    }

    fn step(&mut self, input: Input) {
        let todo = self.autosave.step(input, self.now);
        self.wake = todo.wake_ms;
        if let Some(write) = todo.write {
            let result = block_on(self.records.write(write.changes.clone(), write.commit));
            self.writing.push((self.now + self.write_takes, write, result));
        }
        self.check_that_nothing_is_dropped();
    }

    fn check_that_nothing_is_dropped(&self) {
        let unsaved: Vec<String> =
            self.autosave.unsaved().iter().map(|change| format!("{change:?}")).collect();
        for (id, title) in &self.latest {
            let waits = unsaved.contains(&format!("{:?}", keep(id, title)));
            let lies_there = title_in(&self.store, id).as_deref() == Some(title);
            assert!(waits || lies_there, "{id} = {title} is nowhere");
        }
        if self.autosave.status() == SaveStatus::Kept {
            assert!(unsaved.is_empty());
        }
    }

    fn edit(&mut self, at: usize) {
        self.edits += 1;
        let (id, title) = (IDS[at], self.edits.to_string());
        self.latest.insert(id, title.clone());
        self.open.push((self.now, id, self.edits));
        self.step(Input::Edited(vec![keep(id, &title)]));
    }

    /// Lets time pass, with everything that happens in it.
    fn pass(&mut self, ms: u64) {
        let end = self.now + ms;
        loop {
            let answer = self.writing.iter().map(|(at, ..)| *at).min();
            let next = [answer, self.wake].into_iter().flatten().min();
            let Some(next) = next.filter(|next| *next <= end) else { break };
            self.now = self.now.max(next);
            if answer == Some(next) {
                let first = self.writing.iter().position(|(at, ..)| *at == next).unwrap();
                let (_, write, result) = self.writing.remove(first);
                if result.is_ok() {
                    self.close(&write);
                }
                self.step(Input::WriteFinished(write.id, result));
            } else {
                self.wake = None;
                self.step(Input::TimerFired);
            }
        }
        self.now = end;
    }

    fn close(&mut self, write: &Write) {
        for change in &write.changes {
            let id = change.id().as_str();
            let written: u32 = (1..=self.edits).rev().find(|n| *change == keep(id, &n.to_string())).unwrap();
            let now = self.now;
            for (at, edited, number) in &self.open {
                if *edited == id && *number <= written {
                    self.slowest = self.slowest.max(now - at);
                }
            }
            self.open.retain(|(_, edited, number)| *edited != id || *number > written);
        }
    }

    fn play(&mut self, events: Vec<Event>) {
        for event in events {
            match event {
                Event::Edit(at) => self.edit(at),
                Event::Pass(ms) => self.pass(ms),
                Event::Flush => self.step(Input::FlushNow),
                Event::Break(error) => self.store.fail_writes(Some(error)),
                Event::Mend => self.store.fail_writes(None),
                Event::LoseAnswer => self.store.lose_next_answer(),
            }
        }
    }

    fn assert_all_is_kept(&self) {
        assert_eq!(self.autosave.status(), SaveStatus::Kept);
        for (id, title) in &self.latest {
            assert_eq!(title_in(&self.store, id).as_ref(), Some(title));
        }
        assert!(self.open.is_empty() && self.wake.is_none());
    }
}

fn quiet_events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        6 => (0..IDS.len()).prop_map(Event::Edit),
        6 => (0..200_u64).prop_map(Event::Pass),
        1 => (200..2_000_u64).prop_map(Event::Pass),
        1 => Just(Event::Flush),
    ];
    prop::collection::vec(event, 0..60)
}

fn rough_events() -> impl Strategy<Value = Vec<Event>> {
    let errors = vec![StorageError::Full, StorageError::ConnectionLost, StorageError::Unavailable];
    let event = prop_oneof![
        6 => (0..IDS.len()).prop_map(Event::Edit),
        6 => (0..3_000_u64).prop_map(Event::Pass),
        1 => Just(Event::Flush),
        1 => prop::sample::select(errors).prop_map(Event::Break),
        1 => Just(Event::Mend),
        1 => Just(Event::LoseAnswer),
    ];
    prop::collection::vec(event, 0..60)
}

proptest! {
    #[test]
    fn every_edit_is_written_within_half_a_second(events in quiet_events(), write_takes in 0..=100_u64) {
        let mut device = Device::new(write_takes);
        device.play(events);
        device.pass(1_000);
        device.assert_all_is_kept();
        prop_assert!(device.slowest <= 500, "{} ms", device.slowest);
    }

    #[test]
    fn whatever_fails_the_last_edit_of_each_record_is_kept_in_the_end(
        events in rough_events(),
        write_takes in 0..3_000_u64,
    ) {
        let mut device = Device::new(write_takes);
        device.play(events);
        device.play(vec![Event::Mend, Event::Pass(120_000)]);
        device.assert_all_is_kept();
    }
}

#[test]
fn steady_typing_is_saved_before_it_pauses() {
    let mut device = Device::new(20);
    for _ in 0..50 {
        device.play(vec![Event::Edit(0), Event::Pass(100)]);
    }
    assert!(device.slowest <= 420, "{}", device.slowest);
    assert!((10..=15).contains(&device.store.writes()), "{} writes in 5 s", device.store.writes());
}

#[test]
fn a_page_that_goes_away_writes_all_at_once_even_while_a_write_is_under_way() {
    let mut device = Device::new(1_000);
    device.play(vec![Event::Edit(0), Event::Pass(200), Event::Edit(1), Event::Flush]);
    let last = &device.writing.last().unwrap().1;
    let ids: Vec<&str> = last.changes.iter().map(|change| change.id().as_str()).collect();
    assert_eq!((ids.as_slice(), last.commit), (["a", "b"].as_slice(), Commit::AtOnce));
    device.play(vec![Event::Flush]);
    assert_eq!(device.writing.len(), 2, "nothing is left for a second flush");
    device.pass(5_000);
    device.assert_all_is_kept();
}

#[test]
fn one_refused_record_does_not_hold_up_the_others() {
    let mut device = Device::new(10);
    device.store.damage(&"a".into(), "raw");
    assert!(load(&device.records, "a").is_protected());
    device.edits = 2;
    device.step(Input::Edited(vec![keep("a", "1"), keep("b", "2")]));
    device.pass(1_000);
    assert_eq!(title_in(&device.store, "b").as_deref(), Some("2"));
    assert_eq!(device.autosave.status(), SaveStatus::Failed(StorageError::Protected("a".into())));
    assert_eq!(device.autosave.unsaved().len(), 1);
    assert_eq!(device.wake, None, "asking again would change nothing");

    block_on(device.records.set_aside(&"a".into(), 7)).unwrap();
    device.step(Input::TryAgain);
    device.pass(100);
    assert_eq!(device.autosave.status(), SaveStatus::Kept);
    assert_eq!(title_in(&device.store, "a").as_deref(), Some("1"));
}

#[test]
fn a_failure_is_told_until_a_write_succeeds_and_waits_longer_each_time() {
    let mut device = Device::new(0);
    device.play(vec![Event::Break(StorageError::Full), Event::Edit(0), Event::Pass(150)]);
    assert_eq!(device.autosave.status(), SaveStatus::Failed(StorageError::Full));
    let mut waits = Vec::new();
    for _ in 0..7 {
        let wait = device.wake.unwrap() - device.now;
        waits.push(wait);
        device.pass(wait);
        assert_eq!(device.autosave.status(), SaveStatus::Failed(StorageError::Full));
    }
    assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    device.play(vec![Event::Mend, Event::Edit(0), Event::Pass(150)]);
    assert_eq!(device.autosave.status(), SaveStatus::Kept);
}

// Words.

#[cfg(feature = "author")]
#[test]
fn every_fault_has_words_of_its_own_in_every_language() {
    use refleks::i18n::{Messages, catalogue};
    use refleks::storage::words;
    let errors = [
        StorageError::Unavailable,
        StorageError::Full,
        StorageError::Blocked,
        StorageError::ConnectionLost,
        StorageError::Conflict("a".into()),
        StorageError::Protected("a".into()),
        StorageError::ReadOnly,
        StorageError::Newer,
        StorageError::Unexpected("x".into()),
    ];
    let all = catalogue::read(std::path::Path::new("locales")).unwrap();
    for (language, messages) in &all {
        let messages = Messages::of_authors(messages).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for error in &errors {
            let told = words::message(error, &messages);
            assert!(
                seen.insert(told.happened.to_owned()),
                "{language}: {error:?} says what another one says"
            );
            for text in [told.happened, told.safe, told.advice] {
                assert!(!text.is_empty() && !text.contains('!'), "{language}: {error:?}: {text}");
            }
        }
    }
}

// A page that went away.

#[test]
fn the_last_keystrokes_of_a_page_that_went_away_are_written_at_the_next_start() {
    let store = Rc::new(MemoryStore::new());
    let there = planted(3, r#"{"title":"1","marks":[]}"#);
    let left = |rev, title: &str, expected| {
        let payload = serde_json::to_vec(&note(title)).unwrap();
        let record = Record::new("a".into(), Kind::Session, Owner::Device, 3, rev, 9, payload);
        Put { record, expect: Expect { rev: expected, or: Vec::new() } }
    };
    let records = window(&store);

    store.plant(there.clone());
    store.leave_unfinished(vec![left(2, "2", Some(1))]);
    store.fail_writes(Some(StorageError::Full));
    assert_eq!(block_on(records.recover(9)), Err(StorageError::Full));
    store.fail_writes(None);
    for _ in 0..2 {
        // The second time the write had reached the disk after all.
        store.leave_unfinished(vec![left(2, "2", Some(1))]);
        assert_eq!(block_on(records.recover(9)).unwrap().written, ["a".into()]);
        assert_eq!(load(&records, "a"), Loaded::Ready(note("2")));
        assert!(store.unfinished().is_empty());
    }

    store.leave_unfinished(vec![left(2, "another 2", Some(1))]);
    let recovered = block_on(records.recover(9)).unwrap();
    assert_eq!(load(&records, "a"), Loaded::Ready(note("2")), "somebody else's text stays");
    let aside: Aside = block_on(records.load(&recovered.aside[0])).unwrap().ready().unwrap();
    assert_eq!(serde_json::from_slice::<Note>(&aside.raw()).unwrap(), note("another 2"));
}
