//! The interface's words: two hashed files per language, in the order that the typed messages expect.

use std::collections::BTreeMap;
use std::path::Path;

use refleks::i18n::catalogue::{self, Language, Part};
use refleks::i18n::words_file;

use super::hash;

/// Language → file.
type Names = BTreeMap<String, String>;

/// Writes `words-<language>.<hash>.json` for the first screen and `words-rooms-<language>.<hash>.json` for
/// the rooms, and gives their names in this order.
pub(super) fn write(locales: &Path, out: &Path) -> Result<[Names; 2], String> {
    let all = catalogue::read(locales).map_err(|wrong| wrong.join("\n"))?;
    Ok([write_part(&all, Part::First, "words", out)?, write_part(&all, Part::Rooms, "words-rooms", out)?])
}

fn write_part(
    all: &BTreeMap<String, Language>,
    part: Part,
    called: &str,
    out: &Path,
) -> Result<Names, String> {
    let mut names = Names::new();
    for (language, messages) in all {
        let file = words_file(messages, part).map_err(|error| format!("{called}: {error}"))?;
        let name = hash::in_name(&format!("{called}-{language}.json"), file.as_bytes());
        std::fs::write(out.join(&name), file).map_err(|error| format!("{name}: {error}"))?;
        names.insert(language.clone(), name);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use refleks::i18n::{Messages, WordsError};

    #[test]
    fn the_app_can_read_the_words_files_of_every_language_and_never_one_for_the_other() {
        let out = std::env::temp_dir().join(format!("refleks-words-{}", std::process::id()));
        std::fs::create_dir_all(&out).unwrap();
        let [first, rooms] = write(&crate::command::root().join("locales"), &out).unwrap();
        for language in ["nb", "nn", "en"] {
            let text = |names: &Names| std::fs::read_to_string(out.join(&names[language])).unwrap();
            let before = Messages::parse(&text(&first)).unwrap();
            assert!(!before.are_whole() && before.group_title().is_empty());
            let whole = before.with_rooms(&text(&rooms)).unwrap();
            assert!(whole.are_whole() && !whole.group_title().is_empty());
            assert_eq!(whole.home_start(), before.home_start());
            assert_eq!(whole.with_rooms(&text(&rooms)).as_ref(), Ok(&whole), "they come once");
            assert_eq!(Messages::parse(&text(&rooms)), Err(WordsError::OtherVersion));
            assert_eq!(before.with_rooms(&text(&first)), Err(WordsError::OtherVersion));
        }
        assert!(first.values().chain(rooms.values()).all(|name| hash::is_in_name(name)));
        std::fs::remove_dir_all(&out).unwrap();
    }
}
