//! An id that was published is never taken away, moved or given to something else: marks, sessions and own
//! packs speak of it.

use std::collections::BTreeMap;

use super::course::Course;
use super::finding::{Finding, Problem};

/// Where the ids that were published are written down.
const LEDGER: &str = "ids.toml";

/// Holds the ids of a course against those that were published.
#[must_use]
pub fn check_ids(course: &Course) -> Vec<Finding> {
    let now = course.ids();
    let by_name: BTreeMap<(&str, &str), &String> = now.iter().map(|id| (kind_and_name(id), id)).collect();
    let find = |problem| Finding { file: LEDGER.into(), field: "ids".into(), problem };
    let mut findings = Vec::new();
    let mut moved = Vec::new();
    for was in course.ledger.iter().filter(|was| now.binary_search(was).is_err()) {
        findings.push(find(match by_name.get(&kind_and_name(was)) {
            Some(is) => {
                moved.push((*is).clone());
                Problem::MovedId { was: was.clone(), is: (*is).clone() }
            }
            None => Problem::LostId(was.clone()),
        }));
    }
    let unlisted = now.iter().filter(|id| !course.ledger.contains(id) && !moved.contains(id));
    findings.extend(unlisted.map(|id| find(Problem::UnlistedId(id.clone()))));
    findings
}

/// The ids that were published and those of today, in order: what the ledger is to hold.
#[must_use]
pub fn ledger(course: &Course) -> Vec<String> {
    let mut all = course.ids();
    all.extend(course.ledger.iter().cloned());
    all.sort();
    all.dedup();
    all
}

/// By which an id is found again after it was moved. A question belongs to its lesson and an item to its path: in
/// another one, what has the same name is something else.
fn kind_and_name(id: &str) -> (&str, &str) {
    let (kind, rest) = id.split_once('/').unwrap_or_default();
    let name = if matches!(kind, "questions" | "path-items") {
        rest
    } else {
        id.rsplit('/').next().unwrap_or_default()
    };
    (kind, name)
}
