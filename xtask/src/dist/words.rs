//! The interface's words: one hashed file per language, in the order that the typed messages expect.

use std::collections::BTreeMap;
use std::path::Path;

use refleks::i18n::catalogue;

use super::hash;

/// Writes `words-<language>.<hash>.json` for every language, and gives their names.
pub(super) fn write(locales: &Path, out: &Path) -> Result<BTreeMap<String, String>, String> {
    let all = catalogue::read(locales).map_err(|wrong| wrong.join("\n"))?;
    let mut names = BTreeMap::new();
    for (language, messages) in &all {
        let file = serde_json::json!({
            "keys": catalogue::fingerprint(messages),
            "texts": catalogue::texts(messages),
        })
        .to_string();
        let name = hash::in_name(&format!("words-{language}.json"), file.as_bytes());
        std::fs::write(out.join(&name), file).map_err(|error| format!("{name}: {error}"))?;
        names.insert(language.clone(), name);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_can_read_the_words_file_of_every_language() {
        let out = std::env::temp_dir().join(format!("refleks-words-{}", std::process::id()));
        std::fs::create_dir_all(&out).unwrap();
        let names = write(&crate::command::root().join("locales"), &out).unwrap();
        assert_eq!(names.keys().collect::<Vec<_>>(), ["en", "nb", "nn"]);
        for name in names.values() {
            let text = std::fs::read_to_string(out.join(name)).unwrap();
            refleks::i18n::Messages::parse(&text).unwrap();
            assert!(hash::is_in_name(name));
        }
        std::fs::remove_dir_all(&out).unwrap();
    }
}
