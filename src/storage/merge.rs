//! Joining two stores: a backup and a device, later several tablets. Pure.
//!
//! The order does not matter and joining twice changes nothing: the winner is the greater record in
//! one total order. Nothing is mixed inside a payload.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Body, Record, RecordId};

/// The order of two versions of one record: the higher revision is greater; with the same one,
/// forgotten is greater than written, and then the larger fingerprint is.
#[must_use]
pub fn order(a: &Record, b: &Record) -> Ordering {
    let rank = |record: &Record| match record.body {
        Body::Payload(_) => 0_u8,
        Body::Forgotten => 1,
    };
    (a.rev, rank(a), &a.hash).cmp(&(b.rev, rank(b), &b.hash))
}

/// The one of two versions of a record that stays.
#[must_use]
pub fn merge(a: Record, b: Record) -> Record {
    if order(&a, &b) == Ordering::Less { b } else { a }
}

/// Two sets of records joined, by id.
#[must_use]
pub fn merge_sets(a: Vec<Record>, b: Vec<Record>) -> Vec<Record> {
    let mut joined: BTreeMap<RecordId, Record> = BTreeMap::new();
    for record in a.into_iter().chain(b) {
        let winner = match joined.remove(&record.id) {
            Some(other) => merge(other, record),
            None => record,
        };
        joined.insert(winner.id.clone(), winner);
    }
    joined.into_values().collect()
}
