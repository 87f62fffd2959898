//! What a page that is going away could not be sure to write. Pure; the browser's store keeps the text.
//!
//! Tried in November 2026: a database write that is begun while a page goes away reaches the disk in
//! Firefox, and does not in `WebKit`, committed at once or not. Local storage is written there and then,
//! so the last keystrokes go there too, and from there into the database at the next start. It holds
//! nothing else, and nothing for longer.

use serde::{Deserialize, Serialize};

use super::wire::WireRecord;
use super::{Expect, Put, Record, RecordId};
use crate::json;

#[derive(Serialize, Deserialize)]
struct Line {
    record: WireRecord,
    rev: Option<u64>,
    or: Vec<String>,
}

impl From<Put> for Line {
    fn from(put: Put) -> Self {
        let or = put.expect.or.iter().map(|hash| hash.as_str().to_owned()).collect();
        Self { record: put.record.into(), rev: put.expect.rev, or }
    }
}

fn put(line: Line) -> Option<Put> {
    let or = line.or.into_iter().map(Into::into).collect();
    Some(Put { record: Record::try_from(line.record).ok()?, expect: Expect { rev: line.rev, or } })
}

/// What a journal holds. What is garbled in it is left out.
#[must_use]
pub(super) fn read(text: &str) -> Vec<Put> {
    let lines: Vec<Line> = json::read(text.as_bytes()).unwrap_or_default();
    lines.into_iter().filter_map(put).collect()
}

/// A journal with these as well; `None` when it cannot be written.
#[must_use]
pub(super) fn with(before: Vec<Put>, puts: &[Put]) -> Option<String> {
    let mut all = before;
    for put in puts {
        let mut put = put.clone();
        if let Some(at) = all.iter().position(|other| other.record.id == put.record.id) {
            let earlier = all.remove(at);
            put.expect.or.extend(earlier.expect.or);
            put.expect.or.push(earlier.record.hash);
            put.expect.rev = earlier.expect.rev;
        }
        all.push(put);
    }
    text(all)
}

/// A journal without what has been written meanwhile; `None` when nothing is left.
#[must_use]
pub(super) fn without(before: Vec<Put>, written: &[(RecordId, u64)]) -> Option<String> {
    let is_written =
        |put: &Put| written.iter().any(|(id, rev)| *id == put.record.id && *rev >= put.record.rev);
    let left: Vec<Put> = before.into_iter().filter(|put| !is_written(put)).collect();
    if left.is_empty() { None } else { text(left) }
}

fn text(puts: Vec<Put>) -> Option<String> {
    json::write_text(&puts.into_iter().map(Line::from).collect::<Vec<_>>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{Kind, Owner};

    fn put(id: &str, rev: u64, expected: Option<u64>) -> Put {
        let record =
            Record::new(id.into(), Kind::Session, Owner::Device, 1, rev, 5, rev.to_string().into_bytes());
        Put { record, expect: Expect { rev: expected, or: Vec::new() } }
    }

    #[test]
    fn a_later_line_of_a_record_stands_for_the_earlier_ones_and_replaces_what_they_replaced() {
        let text = with(Vec::new(), &[put("a", 4, Some(3)), put("b", 1, None)]).unwrap();
        let text = with(read(&text), &[put("a", 5, Some(4))]).unwrap();
        let lines = read(&text);
        assert_eq!(lines.len(), 2);
        let last = lines.iter().find(|put| put.record.id.as_str() == "a").unwrap();
        assert_eq!(last.record, put("a", 5, None).record);
        let hash = put("a", 4, None).record.hash;
        for (there, may) in
            [(Some((3, "")), true), (Some((4, hash.as_str())), true), (Some((4, "x")), false), (None, false)]
        {
            assert_eq!(last.may_replace(there), may, "{there:?}");
        }
    }

    #[test]
    fn what_is_written_leaves_the_journal_and_what_is_not_stays() {
        let text = with(Vec::new(), &[put("a", 4, Some(3)), put("b", 1, None)]).unwrap();
        let left = without(read(&text), &[("a".into(), 4)]).unwrap();
        assert_eq!(read(&left), [put("b", 1, None)]);
        assert_eq!(without(read(&left), &[("b".into(), 2)]), None);
        assert!(without(read(&text), &[("a".into(), 3)]).is_some_and(|left| read(&left).len() == 2));
    }

    #[test]
    fn a_garbled_journal_is_empty_and_a_garbled_line_is_left_out() {
        assert_eq!(read("{"), []);
        let text = with(Vec::new(), &[put("a", 4, Some(3)), put("b", 1, None)]).unwrap();
        assert_eq!(read(&text.replacen("\"rev\":4", "\"rev\":9", 1)), [put("b", 1, None)]);
    }
}
