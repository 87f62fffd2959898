//! The name lists: given names and family names, compared without accents and case. Reading the file
//! that the build made; nothing here knows where a name stands in a sentence.

use serde::Deserialize;

/// Given and family names, from the JSON that `cargo xtask privacy` compiles.
#[derive(Debug, Default, Clone)]
pub struct Names {
    given: Sorted,
    family: Sorted,
}

/// Why a list of names could not be read.
#[derive(Debug, thiserror::Error)]
pub enum NamesError {
    /// The text is not the JSON this expects.
    #[error("the list of names is not readable: {0}")]
    Unreadable(#[from] serde_json::Error),
}

/// The file: each list is one text, its names in small letters, folded, separated by spaces.
#[derive(Deserialize)]
struct File {
    given: String,
    family: String,
}

impl Names {
    /// Reads `{"given":"anna bjørn …","family":"hansen …"}`. The order of the names does not matter.
    ///
    /// # Errors
    /// When the text is not that JSON.
    pub fn from_json(json: &str) -> Result<Self, NamesError> {
        let file: File = serde_json::from_str(json)?;
        Ok(Self { given: Sorted::new(file.given), family: Sorted::new(file.family) })
    }

    /// Whether this is a given name.
    pub(super) fn is_given(&self, folded: &str) -> bool {
        self.given.contains(folded)
    }

    /// Whether this is a family name.
    pub(super) fn is_family(&self, folded: &str) -> bool {
        self.family.contains(folded)
    }
}

/// Words in one text, found by binary search.
#[derive(Debug, Default, Clone)]
struct Sorted {
    text: String,
    at: Vec<(u32, u32)>,
}

impl Sorted {
    fn new(text: String) -> Self {
        let mut at = Vec::new();
        let mut start = 0_usize;
        for word in text.split(' ') {
            let end = start + word.len();
            if let (false, Ok(from), Ok(to)) = (word.is_empty(), u32::try_from(start), u32::try_from(end)) {
                at.push((from, to));
            }
            start = end + 1;
        }
        let mut list = Self { text, at };
        let text = std::mem::take(&mut list.text);
        list.at.sort_unstable_by(|a, b| slice(&text, *a).cmp(slice(&text, *b)));
        list.text = text;
        list
    }

    fn contains(&self, word: &str) -> bool {
        self.at.binary_search_by(|place| slice(&self.text, *place).cmp(word)).is_ok()
    }
}

fn slice(text: &str, (from, to): (u32, u32)) -> &str {
    text.get(from as usize..to as usize).unwrap_or_default()
}

/// A name in the form the lists are in: small letters without accents, æ, ø and å kept.
pub(super) fn fold(written: &str, into: &mut String) {
    into.clear();
    for letter in written.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | 'æ' | 'ø' | 'å' => into.push(letter),
            // A ring written as a character of its own: «å» from some keyboards and files.
            '\u{30A}' if into.ends_with('a') => {
                into.pop();
                into.push('å');
            }
            '\u{300}'..='\u{36F}' | '\u{AD}' => {}
            'ß' => into.push_str("ss"),
            'þ' => into.push_str("th"),
            'œ' => into.push_str("oe"),
            _ => into.push(base(letter)),
        }
    }
}

/// The letter under the accents. A letter this does not know stays as it is.
fn base(letter: char) -> char {
    const FOLDED: &[(&str, char)] = &[
        ("àáâãäāăąǎạảấầẩẫậắằẳẵặ", 'a'),
        ("çćĉċč", 'c'),
        ("ďđð", 'd'),
        ("èéêëēĕėęěẹẻẽếềểễệ", 'e'),
        ("ĝğġģǧ", 'g'),
        ("ĥħ", 'h'),
        ("ìíîïĩīĭįıỉị", 'i'),
        ("ĵ", 'j'),
        ("ķǩ", 'k'),
        ("ĺļľŀł", 'l'),
        ("ñńņňŋ", 'n'),
        ("òóôõöōŏőơọỏốồổỗộớờởỡợ", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťŧț", 't'),
        ("ùúûüũūŭůűųưụủứừửữự", 'u'),
        ("ŵ", 'w'),
        ("ýÿŷỳỵỷỹ", 'y'),
        ("źżžʒǯ", 'z'),
    ];
    FOLDED.iter().find(|(accented, _)| accented.contains(letter)).map_or(letter, |(_, plain)| *plain)
}
