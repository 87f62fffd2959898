//! Profiles in the store: whose a record is, who reads it, what lies there sealed, and what becomes of it when
//! devices are joined, moved from, backed up and cleared.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::rc::Rc;

use pollster::block_on;
use proptest::prelude::*;
use refleks::profiles::{Code, DataKey, KeySealer, Picture, Profile};
use refleks::progress::{DrillMark, DrillMarks};
use refleks::storage::merge::merge_sets;
use refleks::storage::progress::{marks_of_drills_record, profile_record};
use refleks::storage::{
    Change, Commit, GUEST, Kind, Loaded, MemoryStore, Owner, Record, Records, StorageError, Store, Stored,
    WithGuest, backup,
};

const SECRET: &str = "news2.rf.21";

/// Other bytes each time, and the same in every run.
fn counting(from: u64) -> impl FnMut(&mut [u8]) -> bool {
    let mut next = from;
    move |bytes| {
        for byte in bytes.iter_mut() {
            next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            [*byte, ..] = next.to_be_bytes();
        }
        true
    }
}

fn key(from: u64) -> DataKey {
    DataKey::fresh(&mut counting(from)).unwrap()
}

fn owner(profile: &str) -> Owner {
    Owner::Profile(profile.into())
}

fn window(store: &Rc<MemoryStore>) -> Records {
    let records = Records::new(Rc::clone(store) as Rc<dyn Store>);
    records.set_writer(true);
    records
}

/// Two profiles that the same key was made for would not tell a wrong key from the right one.
fn enter(records: &Records, profile: &str) {
    let from = profile.bytes().map(u64::from).sum();
    records.enter(profile.into(), Box::new(KeySealer::new(key(from), counting(from + 1))));
}

fn missed(question: &str) -> DrillMarks {
    let mut marks = DrillMarks::default();
    marks.answered(question, false);
    marks
}

fn keep(owner: &Owner, question: &str) -> Change {
    Change::keep(marks_of_drills_record(owner), &missed(question), 1_000).unwrap()
}

fn write(records: &Records, changes: Vec<Change>) -> Result<(), StorageError> {
    block_on(records.write(changes, Commit::Checked))
}

fn marks(records: &Records, owner: &Owner) -> Loaded<DrillMarks> {
    block_on(records.load(&marks_of_drills_record(owner))).unwrap()
}

fn stored(store: &MemoryStore) -> Vec<Record> {
    let only_records = |stored| match stored {
        Stored::Record(record) => Some(record),
        Stored::Unreadable(_) => None,
    };
    store.snapshot().into_values().filter_map(only_records).collect()
}

fn says(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn two_profiles_and_the_device_have_marks_of_their_own_and_see_no_others() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    write(&records, vec![keep(&Owner::Device, "a")]).unwrap();
    for (profile, question) in [("fox", "b"), ("owl", "c")] {
        enter(&records, profile);
        assert_eq!(marks(&records, &owner(profile)), Loaded::Empty);
        write(&records, vec![keep(&owner(profile), question)]).unwrap();
    }
    enter(&records, "fox");
    assert_eq!(marks(&records, &owner("fox")), Loaded::Ready(missed("b")));
    assert_eq!(marks(&records, &owner("owl")), Loaded::Empty, "another's address shows nothing");
    assert_eq!(marks(&records, &Owner::Device), Loaded::Ready(missed("a")));
    let listed = |records: &Records| {
        let mut owners: Vec<Owner> = block_on(records.load_all::<DrillMarks>())
            .unwrap()
            .into_iter()
            .map(|listed| listed.owner)
            .collect();
        owners.sort();
        owners
    };
    assert_eq!(listed(&records), [Owner::Device, owner("fox")]);
    records.leave();
    assert_eq!(listed(&records), [Owner::Device]);
    assert_eq!(marks(&records, &owner("fox")), Loaded::Empty);
}

#[test]
fn what_belongs_to_a_profile_lies_sealed_and_what_belongs_to_the_device_as_before() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    enter(&records, "fox");
    write(&records, vec![keep(&owner("fox"), SECRET), keep(&Owner::Device, SECRET)]).unwrap();
    for record in stored(&store) {
        let is_plain = says(record.payload().unwrap(), SECRET);
        assert_eq!(is_plain, record.owner == Owner::Device, "{}", record.id);
        assert!(record.is_whole());
    }
    let file = block_on(records.backup("now")).unwrap();
    assert!(says(&file, "news2"), "the device's own is in it");
    assert!(!says(&block_on(records.backup_of(&"fox".into(), "now")).unwrap(), "news2"));
}

#[test]
fn without_the_key_nothing_is_written_and_nothing_of_the_burst_is_half_done() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    let refused = write(&records, vec![keep(&Owner::Device, "a"), keep(&owner("fox"), "b")]);
    assert_eq!(refused, Err(StorageError::Protected(marks_of_drills_record(&owner("fox")))));
    assert!(store.snapshot().is_empty());
    enter(&records, "fox");
    write(&records, vec![keep(&Owner::Device, "a"), keep(&owner("fox"), "b")]).unwrap();
    assert_eq!(stored(&store).len(), 2);
}

#[test]
fn where_there_is_no_chance_nothing_is_written() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    records.enter("fox".into(), Box::new(KeySealer::new(key(1), |_| false)));
    assert!(write(&records, vec![keep(&owner("fox"), "b")]).is_err());
    assert!(store.snapshot().is_empty());
}

#[test]
fn the_last_letters_are_written_after_somebody_has_left_and_then_the_key_goes() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    enter(&records, "fox");
    records.leave();
    write(&records, vec![keep(&owner("fox"), "b")]).unwrap();
    records.let_go_of_keys();
    assert!(write(&records, vec![keep(&owner("fox"), "c")]).is_err());
    enter(&records, "fox");
    assert_eq!(marks(&records, &owner("fox")), Loaded::Ready(missed("b")));
}

#[test]
fn what_does_not_open_is_protected_and_what_was_moved_to_another_place_does_not_open() {
    let store = Rc::new(MemoryStore::new());
    let records = window(&store);
    enter(&records, "fox");
    write(&records, vec![keep(&owner("fox"), "b")]).unwrap();
    let whole = stored(&store).remove(0);
    let payload = whole.payload().unwrap().to_vec();
    let as_was = |payload: Vec<u8>, version| {
        let (id, kind, owner) = (whole.id.clone(), whole.kind.clone(), whole.owner.clone());
        Record::new(id, kind, owner, version, whole.rev, whole.updated_ms, payload)
    };
    let mut changed = payload.clone();
    *changed.last_mut().unwrap() ^= 1;
    // Each of these fits its fingerprint: only the seal tells.
    for tampered in [as_was(changed, 1), as_was(b"{\"questions\":{}}".to_vec(), 1)] {
        store.plant(tampered);
        let records = window(&store);
        enter(&records, "fox");
        assert!(matches!(marks(&records, &owner("fox")), Loaded::Damaged(_)));
        assert!(matches!(write(&records, vec![keep(&owner("fox"), "c")]), Err(StorageError::Protected(_))));
    }
    let moved = Record::new("p.fox.elsewhere".into(), whole.kind, whole.owner, 1, 1, 5, payload);
    store.plant(moved);
    let loaded = block_on(records.load::<DrillMarks>(&"p.fox.elsewhere".into())).unwrap();
    assert!(matches!(loaded, Loaded::Damaged(_)));
}

#[test]
fn records_from_before_there_were_profiles_belong_to_the_device_and_open_for_everybody() {
    let store = Rc::new(MemoryStore::new());
    let payload = include_bytes!("fixtures/records/drill_marks-1.json").to_vec();
    store.plant(Record::new("drill-marks".into(), Kind::DrillMarks, Owner::Device, 1, 1, 5, payload));
    let records = window(&store);
    for somebody in [None, Some("fox"), Some(GUEST)] {
        records.leave();
        if let Some(profile) = somebody {
            enter(&records, profile);
        }
        let Loaded::Ready(marks) = marks(&records, &Owner::Device) else { panic!("{somebody:?}") };
        assert_eq!(marks.of("news2.rf.21"), Some(DrillMark::Missed));
    }
}

// Moving, joining and clearing.

fn with_profile(store: &Rc<MemoryStore>, id: &str, question: &str) {
    let records = window(store);
    let from = id.bytes().map(u64::from).sum();
    let code = Code::of(&[Picture::Fox, Picture::Boat, Picture::Lantern]).unwrap();
    let profile = Profile::new(code, "2026-11-23".into(), &key(from));
    let made = Change::keep(profile_record(&id.into()), &profile, 1_000).unwrap();
    enter(&records, id);
    write(&records, vec![made, keep(&owner(id), question)]).unwrap();
}

fn take_in(records: &Records, file: &[u8]) -> bool {
    let plan = block_on(records.plan(backup::read(file).unwrap())).unwrap();
    let changes = plan.changes_anything();
    block_on(records.restore(plan)).unwrap();
    changes
}

#[test]
fn a_profile_moves_with_all_that_is_its_own_and_nothing_else_and_twice_changes_nothing() {
    let (here, there) = (Rc::new(MemoryStore::new()), Rc::new(MemoryStore::new()));
    with_profile(&here, "fox", "b");
    with_profile(&here, "owl", "c");
    write(&window(&here), vec![keep(&Owner::Device, "a")]).unwrap();
    let file = block_on(window(&here).backup_of(&"fox".into(), "now")).unwrap();
    let records = window(&there);
    assert!(take_in(&records, &file));
    assert_eq!(stored(&there).len(), 2, "the profile and its marks");
    let before = there.snapshot();
    assert!(!take_in(&records, &file), "twice changes nothing");
    assert_eq!(there.snapshot(), before);
    let Loaded::Ready(profile) = block_on(records.load::<Profile>(&profile_record(&"fox".into()))).unwrap()
    else {
        panic!("the profile is there")
    };
    records.enter("fox".into(), Box::new(KeySealer::new(profile.open_key().unwrap(), counting(9))));
    assert_eq!(marks(&records, &owner("fox")), Loaded::Ready(missed("b")));
}

#[test]
fn a_profile_that_is_forgotten_leaves_marks_without_content_and_an_old_file_does_not_bring_it_back() {
    let store = Rc::new(MemoryStore::new());
    with_profile(&store, "fox", "b");
    with_profile(&store, "owl", "c");
    let records = window(&store);
    let file = block_on(records.backup_of(&"fox".into(), "now")).unwrap();
    block_on(records.forget_profile(&"fox".into())).unwrap();
    for record in stored(&store) {
        let is_foxs = record.owner == owner("fox") || record.id == profile_record(&"fox".into());
        assert_eq!(record.payload().is_none(), is_foxs, "{}", record.id);
    }
    assert!(!take_in(&records, &file));
    assert_eq!(block_on(records.load::<Profile>(&profile_record(&"fox".into()))), Ok(Loaded::Empty));
    let reader = Records::new(store as Rc<dyn Store>);
    assert_eq!(block_on(reader.forget_profile(&"owl".into())), Err(StorageError::ReadOnly));
}

#[test]
fn a_guest_leaves_nothing_behind_and_no_backup_holds_anything_of_them() {
    let beneath = Rc::new(MemoryStore::new());
    let records = Records::new(Rc::new(WithGuest::new(Rc::clone(&beneath) as Rc<dyn Store>)));
    records.set_writer(true);
    enter(&records, GUEST);
    write(&records, vec![keep(&owner(GUEST), SECRET), keep(&Owner::Device, "a")]).unwrap();
    write(&records, vec![keep(&owner(GUEST), "later")]).unwrap();
    assert_eq!(marks(&records, &owner(GUEST)), Loaded::Ready(missed("later")));
    assert_eq!(block_on(records.load_all::<DrillMarks>()).unwrap().len(), 2);
    let ids = |records: &[Record]| records.iter().map(|r| r.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&stored(&beneath)), ["drill-marks"]);
    let file = block_on(records.backup("now")).unwrap();
    assert_eq!(ids(&backup::read(&file).unwrap().records), ["drill-marks"]);
    records.leave();
    block_on(records.forget_guest()).unwrap();
    enter(&records, GUEST);
    assert_eq!(marks(&records, &owner(GUEST)), Loaded::Empty);
    write(&records, vec![keep(&owner(GUEST), "next")]).unwrap();
}

#[test]
fn when_the_store_refuses_nothing_of_a_guest_is_half_kept() {
    let beneath = Rc::new(MemoryStore::new());
    let records = Records::new(Rc::new(WithGuest::new(Rc::clone(&beneath) as Rc<dyn Store>)));
    records.set_writer(true);
    enter(&records, GUEST);
    beneath.fail_writes(Some(StorageError::Full));
    let both = vec![keep(&owner(GUEST), "b"), keep(&Owner::Device, "a")];
    assert_eq!(write(&records, both.clone()), Err(StorageError::Full));
    assert_eq!(marks(&records, &owner(GUEST)), Loaded::Empty);
    beneath.fail_writes(None);
    write(&records, both).unwrap();
}

/// What a device holds after some have worked on it: sealed under the keys of their profiles.
fn any_device() -> impl Strategy<Value = Vec<Record>> {
    let deed = (prop::sample::select(vec!["fox", "owl"]), 0..3_u8, any::<bool>(), any::<u64>());
    prop::collection::vec(deed, 0..6).prop_map(|deeds| {
        let store = Rc::new(MemoryStore::new());
        let records = window(&store);
        for (profile, question, forgets, nonce) in deeds {
            let from = profile.bytes().map(u64::from).sum();
            records.enter(profile.into(), Box::new(KeySealer::new(key(from), counting(nonce))));
            let id = marks_of_drills_record(&owner(profile));
            let kept = keep(&owner(profile), &question.to_string());
            let change = if forgets { Change::forget(id, Kind::DrillMarks) } else { kept };
            write(&records, vec![change]).unwrap();
        }
        stored(&store)
    })
}

proptest! {
    #[test]
    fn joining_sealed_records_knows_no_order_and_no_repetition_and_what_comes_of_it_opens(
        a in any_device(), b in any_device(), c in any_device(),
    ) {
        let joined = merge_sets(a.clone(), b.clone());
        prop_assert_eq!(merge_sets(joined.clone(), joined.clone()), joined.clone());
        prop_assert_eq!(merge_sets(b.clone(), a.clone()), joined.clone());
        let all = merge_sets(joined, c.clone());
        prop_assert_eq!(merge_sets(a, merge_sets(b, c)), all.clone());
        let store = Rc::new(MemoryStore::new());
        for record in all {
            store.plant(record);
        }
        for profile in ["fox", "owl"] {
            let records = window(&store);
            enter(&records, profile);
            prop_assert!(!marks(&records, &owner(profile)).is_protected());
        }
    }
}
