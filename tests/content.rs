//! Content: the real one is right, every rule is seen to refuse, and packs give a library back.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

#[path = "content/broken.rs"]
mod broken;
#[path = "content/lessons.rs"]
mod lessons;
#[path = "content/packed.rs"]
mod packed;
#[path = "content/paths.rs"]
mod paths;
#[path = "content/start.rs"]
mod start;
#[path = "content/tiny.rs"]
mod tiny;

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use refleks::content::author::{Day, Stats, check, packs, read, schemas};

#[test]
fn the_real_content_is_right_and_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    assert!(root.join("catalogue.toml").exists(), "content/catalogue.toml is missing");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let report = check(&root, Day::of_moment(now.saturating_mul(1_000), 0), None);
    assert!(report.is_green(), "{report}");

    let (course, _) = read(&root);
    let stats = serde_json::to_value(Stats::of(&course)).unwrap();
    assert_eq!(stats["missing"], serde_json::json!([]));
    for (kind, least) in [
        ("guides", 3),
        ("cases", 24),
        ("values", 24),
        ("laws", 20),
        ("decks", 10),
        ("cards", 120),
        ("terms", 100),
        ("lessons", 24),
        ("questions", 130),
        ("paths", 7),
        ("standards", 1),
    ] {
        assert!(stats[kind].as_u64() >= Some(least), "{kind}: {}", stats[kind]);
    }
    assert_eq!(packs(&course).unwrap().len(), 21);
}

#[test]
fn the_schemas_in_docs_are_those_of_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema");
    let own = refleks::packs::schema().unwrap();
    for schema in schemas().unwrap().into_iter().chain([own]) {
        let there = std::fs::read_to_string(folder.join(&schema.name)).unwrap_or_default();
        assert_eq!(there, schema.json, "{}: run cargo xtask content schema", schema.name);
    }
}
