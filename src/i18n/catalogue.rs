//! The interface's own words as data: reads `locales/<language>/<feature>.toml`, checks that the
//! languages agree, and writes the typed `Messages` that the app uses.
//!
//! Used by `build.rs` (which includes this file) and by `cargo xtask` (which writes one hashed file
//! per language). It knows nothing of the app and never runs in the browser.
//!
//! A key is `<feature>_<key>`. A value is either a sentence, or a table `{ one = "…", other = "…" }`
//! for words that follow a number, which is always called `{n}`. `{name}` in a sentence is an argument.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// The languages of the app, the first one being the one that all others are held against.
pub const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// The features whose words the first screen needs, and what may stand above every screen.
const FIRST: [&str; 5] = ["agreed", "app", "dates", "home", "storage"];

/// When words come to the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Before the first screen.
    First,
    /// With the code of the rooms, once the first screen stands.
    Rooms,
}

impl Part {
    /// Both, in the order in which their texts lie in `Messages`.
    pub const ALL: [Self; 2] = [Self::First, Self::Rooms];

    /// Whether a feature, or a key by its feature, is of this part.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        let feature = key.split('_').next().unwrap_or(key);
        FIRST.contains(&feature) == (self == Self::First)
    }

    fn of(self, language: &Language) -> impl Iterator<Item = (&String, &Message)> {
        language.iter().filter(move |(key, _)| self.has(key))
    }
}

/// One message in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A sentence that is the same whatever the number.
    Plain(String),
    /// Two forms of a sentence that counts `{n}`.
    Counted {
        /// For exactly one.
        one: String,
        /// For every other number, zero too.
        other: String,
    },
}

impl Message {
    fn arguments(&self) -> BTreeSet<String> {
        match self {
            Self::Plain(text) => arguments_in(text),
            Self::Counted { one, other } => {
                let mut found = arguments_in(one);
                found.extend(arguments_in(other));
                found.insert("n".into());
                found
            }
        }
    }

    fn is_counted(&self) -> bool {
        matches!(self, Self::Counted { .. })
    }
}

/// All messages of one language, by key.
pub type Language = BTreeMap<String, Message>;

/// Reads every feature file of every language below `locales` and checks that they agree.
///
/// # Errors
/// A list of what is wrong, one line each, with file or key, what is wrong and what to do.
pub fn read(locales: &Path) -> Result<BTreeMap<String, Language>, Vec<String>> {
    let mut wrong = Vec::new();
    let mut all = BTreeMap::new();
    for language in LANGUAGES {
        all.insert(language.to_owned(), read_language(&locales.join(language), &mut wrong));
    }
    check_alike(&all, &mut wrong);
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn read_language(folder: &Path, wrong: &mut Vec<String>) -> Language {
    let mut messages = Language::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            wrong.push(format!("{}: cannot be read: {error}", folder.display()));
            return messages;
        }
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "toml")) {
        let feature = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match std::fs::read_to_string(file).map_err(|e| e.to_string()).and_then(|text| parse(&feature, &text))
        {
            Ok(found) => messages.extend(found),
            Err(error) => wrong.push(format!("{}: {error}", file.display())),
        }
    }
    messages
}

/// Parses one feature file.
///
/// # Errors
/// What is wrong, in words for whoever wrote the file.
pub fn parse(feature: &str, text: &str) -> Result<Language, String> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let mut found = Language::new();
    for (key, value) in table {
        let name = format!("{feature}_{key}");
        if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            return Err(format!("key `{key}`: use a-z, 0-9 and _ only"));
        }
        found.insert(name, message(&key, value)?);
    }
    Ok(found)
}

fn message(key: &str, value: toml::Value) -> Result<Message, String> {
    let text = |value: Option<&toml::Value>| value.and_then(toml::Value::as_str).map(str::to_owned);
    if let toml::Value::String(sentence) = value {
        return Ok(Message::Plain(sentence));
    }
    let Some(forms) = value.as_table().filter(|forms| forms.len() == 2) else {
        return Err(format!("key `{key}`: must be a sentence, or a table with `one` and `other`"));
    };
    match (text(forms.get("one")), text(forms.get("other"))) {
        (Some(one), Some(other)) => Ok(Message::Counted { one, other }),
        _ => Err(format!("key `{key}`: a counted message has `one` and `other`")),
    }
}

fn check_alike(all: &BTreeMap<String, Language>, wrong: &mut Vec<String>) {
    let keys: BTreeSet<&String> = all.values().flat_map(Language::keys).collect();
    for key in keys {
        let present: Vec<(&str, &Message)> = all
            .iter()
            .filter_map(|(language, words)| words.get(key).map(|m| (language.as_str(), m)))
            .collect();
        for language in LANGUAGES {
            if !present.iter().any(|(name, _)| *name == language) {
                wrong.push(format!("`{key}` is missing in {language}: add it to locales/{language}/"));
            }
        }
        if let Some(((first, model), rest)) = present.split_first() {
            for (language, other) in rest {
                if model.arguments() != other.arguments() || model.is_counted() != other.is_counted() {
                    wrong.push(format!("`{key}` has other arguments in {language} than in {first}"));
                }
            }
        }
    }
}

fn arguments_in(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        found.insert(name.to_owned());
        rest = tail;
    }
    found
}

/// A part of the texts of a language in the order of their keys; a counted message is two texts.
#[must_use]
pub fn texts(language: &Language, part: Part) -> Vec<String> {
    let mut list = Vec::new();
    for (_, message) in part.of(language) {
        match message {
            Message::Plain(text) => list.push(text.clone()),
            Message::Counted { one, other } => list.extend([one.clone(), other.clone()]),
        }
    }
    list
}

/// What the keys of a part are, as one short word: a words file made for other keys is refused by it.
#[must_use]
pub fn fingerprint(language: &Language, part: Part) -> String {
    use sha2::Digest as _;
    let mut hash = sha2::Sha256::new();
    for (key, message) in part.of(language) {
        hash.update(key.as_bytes());
        hash.update(if message.is_counted() { b"\n2" } else { b"\n1" });
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut word, byte| {
        let _ = write!(word, "{byte:02x}");
        word
    })
}

/// The Rust source of the typed messages: one method per key, documented by its Bokmål text.
#[must_use]
pub fn rust_source(model: &Language) -> String {
    let mut source = String::new();
    let mut at = 0_usize;
    for (name, part) in [("FIRST", Part::First), ("ROOMS", Part::Rooms)] {
        let (keys, count) = (fingerprint(model, part), texts(model, part).len());
        let _ = writeln!(
            source,
            "/// The fingerprint of the keys that this build knows, and how many texts they have."
        );
        let _ = writeln!(source, "pub(super) const {name}: (&str, usize) = (\"{keys}\", {count});");
    }
    let _ = writeln!(source, "impl Messages {{");
    for (key, message) in Part::ALL.into_iter().flat_map(|part| part.of(model)) {
        let arguments = message.arguments();
        match message {
            Message::Plain(text) => {
                doc(&mut source, text);
                write_plain(&mut source, key, at, &arguments);
                at += 1;
            }
            Message::Counted { other, .. } => {
                doc(&mut source, other);
                write_counted(&mut source, key, at, &arguments);
                at += 2;
            }
        }
    }
    source.push_str("}\n");
    source
}

fn doc(source: &mut String, text: &str) {
    let _ = writeln!(source, "    /// «{}»", text.replace('\n', " "));
    let _ = writeln!(source, "    #[must_use]");
}

fn write_plain(source: &mut String, key: &str, at: usize, arguments: &BTreeSet<String>) {
    if arguments.is_empty() {
        let _ = writeln!(source, "    pub fn {key}(&self) -> &str {{ self.text({at}) }}");
        return;
    }
    let parameters: Vec<String> =
        arguments.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect();
    let pairs = pairs(arguments);
    let _ = writeln!(
        source,
        "    pub fn {key}(&self, {}) -> String {{ filled(self.text({at}), &[{pairs}]) }}",
        parameters.join(", ")
    );
}

fn write_counted(source: &mut String, key: &str, at: usize, arguments: &BTreeSet<String>) {
    let others: Vec<String> = arguments
        .iter()
        .filter(|name| *name != "n")
        .map(|name| format!(", {name}: impl std::fmt::Display"))
        .collect();
    let pairs = pairs(arguments);
    let _ = writeln!(
        source,
        "    pub fn {key}(&self, n: usize{}) -> String {{ filled(self.text(if n == 1 {{ {at} }} else {{ {} }}), &[{pairs}]) }}",
        others.concat(),
        at + 1
    );
}

fn pairs(arguments: &BTreeSet<String>) -> String {
    arguments.iter().map(|name| format!("(\"{name}\", &{name})")).collect::<Vec<_>>().join(", ")
}
