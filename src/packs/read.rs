//! Reading a file from outside. It is data: taken apart within the limits, of exactly the known shape, and refused
//! with the line and the reason where it is not. Whether its content is right is for [`super::check`].

use super::pack::{is_own_id, is_plain_id, is_random_id};
use super::places::{Places, places, too_deep};
use super::{FORMAT_VERSION, Item, ItemKind, LIMITS, OLDEST_FORMAT_VERSION, Pack};
use crate::i18n::Day;
use crate::json::{self, Value};

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
}

impl Spot {
    /// The place of a byte of a text.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or_default();
        let line = before.bytes().filter(|sign| *sign == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }
}

/// Why a file is not read. Nothing has been changed by trying.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It is larger than a pack can be.
    #[error("the file has {bytes} bytes, and {limit} is the most")]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
        /// How many it may have.
        limit: usize,
    },
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is no plain text.
    #[error("the file is no plain text: {0:?}")]
    NotText(Disguise),
    /// It is cut off or garbled.
    #[error("the file is no JSON at {0:?}")]
    NotJson(Spot),
    /// Lists and objects lie too deep in each other.
    #[error("the file is nested too deep at {0:?}")]
    TooDeep(Spot),
    /// It is something else.
    #[error("the file is no pack")]
    NotAPack,
    /// It is of a version that is not read any more.
    #[error("the pack has the older version {0}")]
    TooOld(u32),
    /// It was made by a newer app.
    #[error("the pack has the newer version {0}")]
    TooNew(u32),
    /// There are more items than a pack can have.
    #[error("the pack has {found} items, and {limit} is the most")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A field is not as it must be.
    #[error("{path}: {fault:?} at {spot:?}")]
    Field {
        /// The way to it: `cards[0].words.title`.
        path: String,
        /// Where it stands, or what it lies in.
        spot: Option<Spot>,
        /// What is wrong with it.
        fault: Fault,
    },
}

/// What a file is that is no plain text in UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disguise {
    /// A compressed file. It is never unpacked.
    Compressed,
    /// A text with a mark of its encoding, or in another encoding.
    OtherEncoding,
    /// Something else.
    Binary,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A pack has no such field.
    Unknown,
    /// This field is missing in it.
    Missing(String),
    /// It is a number where there should be a text, a word that is not one of those known, and the like.
    Shape,
    /// It stands there twice.
    Twice,
    /// It is too long.
    TooLong {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        limit: usize,
    },
    /// It has a sign that nobody sees, or one that turns the reading order around.
    HiddenSign,
    /// It has what looks like a tag.
    Markup(String),
    /// It is an id that no own item can have.
    Id,
    /// The id is used by another item.
    Taken,
    /// It is no number of an edition.
    Edition,
    /// It is no day.
    Day,
}

impl PackError {
    /// The item that it is about, as kind and number from 1; none for the whole file.
    #[must_use]
    pub fn item(&self) -> Option<(ItemKind, usize)> {
        let Self::Field { path, .. } = self else { return None };
        let (list, rest) = path.split_once('[')?;
        let number: usize = rest.split_once(']')?.0.parse().ok()?;
        Some((ItemKind::of_list(list)?, number + 1))
    }

    /// Where it is, as far as that is known.
    #[must_use]
    pub fn spot(&self) -> Option<Spot> {
        match self {
            Self::NotJson(spot) | Self::TooDeep(spot) => Some(*spot),
            Self::Field { spot, .. } => *spot,
            Self::TooLarge { .. }
            | Self::Empty
            | Self::NotText(_)
            | Self::NotAPack
            | Self::TooOld(_)
            | Self::TooNew(_)
            | Self::TooMany { .. } => None,
        }
    }
}

/// A pack from a file, with the places of its fields. Its content is not checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The pack.
    pub pack: Pack,
    places: Places,
}

impl Incoming {
    /// The place of a field of an item, or of the nearest thing that it lies in.
    pub(super) fn spot(&self, item: &Item, field: &str) -> Option<Spot> {
        let id = item.id.as_str();
        let number = match item.kind {
            ItemKind::Pack => None,
            ItemKind::Card => self.pack.cards.iter().position(|card| card.neutral.id.as_str() == id),
            ItemKind::Case => self.pack.cases.iter().position(|case| case.neutral.id.as_str() == id),
            ItemKind::Prompt => self.pack.prompts.iter().position(|prompt| prompt.id == id),
        };
        let base = match (item.kind.list(), number) {
            (Some(list), Some(number)) => format!("{list}[{number}]"),
            _ => String::new(),
        };
        let field = indexed(field);
        let ways = match item.kind {
            ItemKind::Card | ItemKind::Case => ["words", "neutral"],
            ItemKind::Pack | ItemKind::Prompt => ["", ""],
        };
        let whole = |way: &str| {
            let parts = [base.as_str(), way, field.as_str()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
        };
        // The half of the item that has the field; where neither has it, the item.
        let found = ways.iter().map(|way| (way, whole(way)));
        let found = found.filter_map(|(way, path)| {
            let (length, spot) = self.places.found(&path)?;
            Some((length > base.len() + way.len() + 1, length, spot))
        });
        let best = found.max_by_key(|(is_in, length, _)| (*is_in, *length))?;
        if best.0 { Some(best.2) } else { self.places.nearest(&base) }
    }
}

/// `follow_ups.2` as the file counts it: `follow_ups[1]`.
fn indexed(field: &str) -> String {
    let mut path = String::new();
    for part in field.split('.') {
        match part.parse::<usize>() {
            Ok(number) if !path.is_empty() => path.push_str(&format!("[{}]", number.saturating_sub(1))),
            _ => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(part);
            }
        }
    }
    path
}

/// Reads a file.
///
/// # Errors
/// [`PackError`] for the first thing that is not as it must be.
pub fn read(bytes: &[u8]) -> Result<Incoming, PackError> {
    let text = plain_text(bytes)?;
    if let Some(spot) = too_deep(text) {
        return Err(PackError::TooDeep(spot));
    }
    let file = json::parse(text.as_bytes()).map_err(|error| {
        let (line, column) = error.place().unwrap_or((1, 1));
        PackError::NotJson(Spot { line, column })
    })?;
    version(&file)?;
    let places = places(text)?;
    let lists = [ItemKind::Card, ItemKind::Case, ItemKind::Prompt].into_iter().filter_map(ItemKind::list);
    let found = lists.filter_map(|list| file.get(list)?.as_array()).map(Vec::len).sum();
    if found > LIMITS.items {
        return Err(PackError::TooMany { found, limit: LIMITS.items });
    }
    let at = |path: String, fault| {
        let spot = places.nearest(&path);
        PackError::Field { path, spot, fault }
    };
    let pack: Pack = json::from_value(&file).map_err(|error| {
        let fault = error.missing().map_or(Fault::Shape, |field| Fault::Missing(field.to_owned()));
        at(error.path().to_owned(), fault)
    })?;
    if let Some(path) = unknown_field(&file, &pack) {
        return Err(at(path, Fault::Unknown));
    }
    if let Some((path, fault)) = wrong_id(&pack).or_else(|| wrong_edition(&pack)) {
        return Err(at(path, fault));
    }
    Ok(Incoming { pack, places })
}

fn plain_text(bytes: &[u8]) -> Result<&str, PackError> {
    if bytes.len() > LIMITS.bytes {
        return Err(PackError::TooLarge { bytes: bytes.len(), limit: LIMITS.bytes });
    }
    const COMPRESSED: [&[u8]; 5] =
        [b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd"];
    const MARKS: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let begins = |with: &[&[u8]]| with.iter().any(|start| bytes.starts_with(start));
    if begins(&COMPRESSED) {
        return Err(PackError::NotText(Disguise::Compressed));
    }
    if begins(&MARKS) {
        return Err(PackError::NotText(Disguise::OtherEncoding));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PackError::NotText(Disguise::Binary))?;
    if text.trim().is_empty() { Err(PackError::Empty) } else { Ok(text) }
}

/// The version is read before anything else: a later pack may have another shape.
fn version(file: &Value) -> Result<(), PackError> {
    let found = json::field::<u32>(file, "refleks_pack").map_err(|_| PackError::NotAPack)?;
    if found < OLDEST_FORMAT_VERSION {
        Err(PackError::TooOld(found))
    } else if found > FORMAT_VERSION {
        Err(PackError::TooNew(found))
    } else {
        Ok(())
    }
}

/// The way to the first field that the pack did not take in.
fn unknown_field(file: &Value, pack: &Pack) -> Option<String> {
    let taken_in = json::parse(&json::write(pack).ok()?).ok()?;
    unknown(file, &taken_in, "")
}

fn unknown(file: &Value, taken_in: &Value, path: &str) -> Option<String> {
    match (file, taken_in) {
        (Value::Object(file), Value::Object(taken_in)) => file.iter().find_map(|(name, value)| {
            let joint = if path.is_empty() { "" } else { "." };
            let inside = format!("{path}{joint}{name}");
            match taken_in.get(name) {
                None => Some(inside),
                Some(known) => unknown(value, known, &inside),
            }
        }),
        (Value::Array(file), Value::Array(taken_in)) => {
            let pairs = file.iter().zip(taken_in).enumerate();
            pairs.into_iter().find_map(|(at, (one, known))| unknown(one, known, &format!("{path}[{at}]")))
        }
        _ => None,
    }
}

/// An id that leads elsewhere, belongs to the app, or stands there twice.
fn wrong_id(pack: &Pack) -> Option<(String, Fault)> {
    for (path, id) in [("id", pack.id.as_str()), ("owner.id", &pack.owner.id)] {
        if !is_random_id(id) {
            return Some((path.to_owned(), Fault::Id));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut number = std::collections::BTreeMap::new();
    for item in pack.items() {
        let list = item.kind.list().unwrap_or_default();
        let at: &mut usize = number.entry(list).or_default();
        let inside = if item.kind == ItemKind::Prompt { "id" } else { "neutral.id" };
        let path = format!("{list}[{at}].{inside}");
        *at += 1;
        if !is_own_id(&item.id) {
            return Some((path, Fault::Id));
        }
        if !seen.insert(item.id) {
            return Some((path, Fault::Taken));
        }
    }
    wrong_part(pack)
}

/// An id inside an item: of a choice, a voice, a fact or a party, or one that leads to the library.
fn wrong_part(pack: &Pack) -> Option<(String, Fault)> {
    let of_cards = pack.cards.iter().enumerate().flat_map(|(at, card)| {
        let neutral = &card.neutral;
        let own =
            neutral.choices.iter().chain(neutral.panel.iter().flat_map(|voice| [&voice.id, &voice.leans]));
        let tags = neutral.settings.iter().chain(&neutral.themes).chain(&neutral.parties);
        let tags = tags.chain(&neutral.professions).chain([&neutral.task]);
        own.chain(tags).map(move |id| (format!("cards[{at}].neutral"), id))
    });
    let of_cases = pack.cases.iter().enumerate().flat_map(|(at, case)| {
        let neutral = &case.neutral;
        let own =
            neutral.facts.iter().map(|fact| &fact.id).chain(neutral.parties.iter().map(|party| &party.id));
        let tags = neutral.themes.iter().chain(&neutral.professions).chain([&neutral.setting, &neutral.task]);
        own.chain(tags).map(move |id| (format!("cases[{at}].neutral"), id))
    });
    let odd = of_cards.chain(of_cases).find(|(_, id)| !is_plain_id(id));
    odd.map(|(path, _)| (path, Fault::Id))
}

fn wrong_edition(pack: &Pack) -> Option<(String, Fault)> {
    if pack.edition == 0 {
        return Some(("edition".to_owned(), Fault::Edition));
    }
    Day::parse(&pack.updated).is_none().then(|| ("updated".to_owned(), Fault::Day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_the_rules_is_found_in_the_file() {
        assert_eq!(indexed("follow_ups.2"), "follow_ups[1]");
        assert_eq!(indexed("panel.v1.reason"), "panel.v1.reason");
        assert_eq!(indexed(""), "");
        assert_eq!(indexed("metadata.sources.1.title"), "metadata.sources[0].title");
    }

    #[test]
    fn the_item_of_an_error_is_counted_from_one() {
        let error = |path: &str| PackError::Field { path: path.into(), spot: None, fault: Fault::Shape };
        assert_eq!(error("cards[2].words.title").item(), Some((ItemKind::Card, 3)));
        assert_eq!(error("owner.name").item(), None);
        assert_eq!(error("strays[1]").item(), None);
    }
}
