//! The code that opens one role's sheet on a second tablet: scenario, seed and role in six characters. Pure.
//!
//! Nothing is connected and nothing is kept: whoever types the code gets the sheet from the content on their own
//! device. Crockford's letters (no I, L, O and U); small letters, spaces, hyphens, `o` for `0` and `i` or `l` for `1`
//! are forgiven. The last character is a check: no single wrong character, and no two that changed places, gives
//! another code.

use crate::clinical::Role;
use crate::content::ScenarioItem;

/// The characters, each worth its place.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many characters a code has, the check character too.
pub const LENGTH: usize = 6;

/// How many bits tell the scenario.
const SCENARIO_BITS: u32 = 12;

/// How many bits tell the seed: the lowest ones of it.
const SEED_BITS: u32 = 9;

/// The first number of a receiver; the numbers before are the other parts.
const FIRST_RECEIVER: u32 = 5;

/// Whose sheet it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whoever is with the person, and calls: in this role.
    Caller(Role),
    /// Whoever answers, by their place among the receivers of the scenario, from 0; at most 10.
    Receiver(u8),
    /// Whoever plays what comes in between: relatives, others at work.
    Others,
    /// Whoever watches.
    Observer,
}

impl Part {
    fn number(self) -> u32 {
        match self {
            Self::Caller(Role::Assistant) => 0,
            Self::Caller(Role::HealthWorker) => 1,
            Self::Caller(Role::Nurse) => 2,
            Self::Others => 3,
            Self::Observer => 4,
            Self::Receiver(place) => FIRST_RECEIVER + u32::from(place.min(10)),
        }
    }

    fn of_number(number: u32) -> Option<Self> {
        match number {
            0 => Some(Self::Caller(Role::Assistant)),
            1 => Some(Self::Caller(Role::HealthWorker)),
            2 => Some(Self::Caller(Role::Nurse)),
            3 => Some(Self::Others),
            4 => Some(Self::Observer),
            more => u8::try_from(more.checked_sub(FIRST_RECEIVER)?).ok().map(Self::Receiver),
        }
    }
}

/// What a code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The mark of the scenario.
    scenario: u32,
    /// The lowest nine bits of the seed.
    pub seed: u32,
    /// Whose sheet.
    pub part: Part,
}

/// Why something opens no sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCode {
    /// It has not six characters of a code.
    NotACode,
    /// It looks like one, and a character is wrong.
    Mistyped,
    /// It is one, of a scenario or a role that is not on this device.
    NotHere,
}

/// The code of a sheet, without spaces.
#[must_use]
pub fn write(scenario: &str, seed: u32, part: Part) -> String {
    let seed = seed & ((1 << SEED_BITS) - 1);
    let bits = part.number() << (SEED_BITS + SCENARIO_BITS) | seed << SCENARIO_BITS | mark(scenario);
    let worth = [20, 15, 10, 5, 0].map(|shift| bits >> shift & 31);
    let letters = worth.into_iter().chain([check(&worth)]);
    letters.filter_map(|worth| LETTERS.get(usize::try_from(worth).ok()?).copied().map(char::from)).collect()
}

/// A code as it is shown: in two halves, which is easier to read aloud and to type.
#[must_use]
pub fn spaced(code: &str) -> String {
    let half = code.chars().count() / 2;
    let first: String = code.chars().take(half).collect();
    let second: String = code.chars().skip(half).collect();
    format!("{first} {second}")
}

/// What may stand in a field for a code: letters, digits and what somebody parts them with, at most twice as many as
/// a code has.
#[must_use]
pub fn as_typed(text: &str) -> String {
    let can_stand = |letter: &char| letter.is_ascii_alphanumeric() || *letter == ' ' || *letter == '-';
    text.chars().filter(can_stand).take(2 * LENGTH).collect()
}

/// What was typed, as it stands in an address: in large letters, without what parts them.
#[must_use]
pub fn typed(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// Reads a code as somebody typed it.
///
/// # Errors
/// [`NoCode::NotACode`] and [`NoCode::Mistyped`].
pub fn read(text: &str) -> Result<Code, NoCode> {
    let letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    let worth: Vec<u32> = letters.map(worth).collect::<Option<_>>().ok_or(NoCode::NotACode)?;
    let Some((last, first)) = worth.split_last().filter(|_| worth.len() == LENGTH) else {
        return Err(NoCode::NotACode);
    };
    if check(first) != *last {
        return Err(NoCode::Mistyped);
    }
    let bits = first.iter().fold(0, |bits, worth| bits << 5 | worth);
    let part = Part::of_number(bits >> (SEED_BITS + SCENARIO_BITS)).ok_or(NoCode::Mistyped)?;
    let seed = bits >> SCENARIO_BITS & ((1 << SEED_BITS) - 1);
    Ok(Code { scenario: bits & ((1 << SCENARIO_BITS) - 1), seed, part })
}

/// The scenario that a typed code belongs to, and whose sheet it opens.
///
/// # Errors
/// [`NoCode`].
pub fn find<'s>(scenarios: &'s [ScenarioItem], text: &str) -> Result<(&'s ScenarioItem, Code), NoCode> {
    let code = read(text)?;
    let is_of = |item: &&ScenarioItem| mark(item.neutral.id.as_str()) == code.scenario;
    let item = scenarios.iter().find(is_of).ok_or(NoCode::NotHere)?;
    let is_there = match code.part {
        Part::Caller(role) => item.neutral.play.roles.contains(&role),
        Part::Receiver(place) => usize::from(place) < item.neutral.play.receivers.len(),
        Part::Others | Part::Observer => true,
    };
    if is_there { Ok((item, code)) } else { Err(NoCode::NotHere) }
}

/// The same number for the same bytes, everywhere and always (FNV-1a, 32 bits).
#[must_use]
pub fn mix(seed: u32, text: &str) -> u32 {
    let bytes = seed.to_le_bytes().into_iter().chain(text.bytes());
    let mixed = bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    mixed ^ mixed >> 15
}

/// A scenario's mark: it never moves, whatever else there is.
fn mark(scenario: &str) -> u32 {
    let hash = mix(0, scenario);
    (hash ^ hash >> SCENARIO_BITS) & ((1 << SCENARIO_BITS) - 1)
}

/// What a character is worth.
fn worth(letter: char) -> Option<u32> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = LETTERS.iter().position(|known| char::from(*known) == letter)?;
    u32::try_from(place).ok()
}

/// The check character's worth: each character weighs a different power of a generator of the field with 32 elements.
fn check(worth: &[u32]) -> u32 {
    worth.iter().fold(0, |sum, worth| {
        let doubled = (sum ^ worth) << 1;
        if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    const PARTS: [Part; 9] = [
        Part::Caller(Role::Assistant),
        Part::Caller(Role::HealthWorker),
        Part::Caller(Role::Nurse),
        Part::Others,
        Part::Observer,
        Part::Receiver(0),
        Part::Receiver(1),
        Part::Receiver(3),
        Part::Receiver(10),
    ];

    fn scenarios() -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/scenarios");
        let folders = std::fs::read_dir(folder).unwrap();
        folders.map(|folder| folder.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn no_two_scenarios_have_the_same_mark() {
        let all = scenarios();
        assert!(all.len() >= 15);
        let marks: BTreeSet<u32> = all.iter().map(|id| mark(id)).collect();
        assert_eq!(marks.len(), all.len());
    }

    #[test]
    fn a_code_says_what_it_was_written_from() {
        for scenario in scenarios() {
            for seed in [0, 1, 7, 511, 512, u32::MAX] {
                for part in PARTS {
                    let written = write(&scenario, seed, part);
                    assert_eq!(written.len(), LENGTH);
                    let code = read(&written).unwrap();
                    assert_eq!(code, Code { scenario: mark(&scenario), seed: seed % 512, part });
                    assert_eq!(read(&spaced(&written)), Ok(code));
                    assert_eq!(read(&written.to_lowercase()), Ok(code));
                }
            }
        }
    }

    #[test]
    fn a_code_never_changes() {
        // What stands on paper in a skills room opens the same sheet in every later version.
        assert_eq!(write("urosepsis", 0, Part::Receiver(3)), "G01QBJ");
        assert_eq!(write("hjerneslag", 300, Part::Observer), "95KYRW");
    }

    #[test]
    fn every_single_wrong_character_and_every_exchange_is_seen() {
        for scenario in scenarios() {
            for part in PARTS {
                let written = write(&scenario, 3, part);
                let letters: Vec<char> = written.chars().collect();
                for place in 0..LENGTH {
                    for other in LETTERS.iter().map(|other| char::from(*other)) {
                        let mut wrong = letters.clone();
                        wrong[place] = other;
                        let wrong: String = wrong.into_iter().collect();
                        assert!(wrong == written || read(&wrong) == Err(NoCode::Mistyped), "{wrong}");
                    }
                    if place > 0 {
                        let mut wrong = letters.clone();
                        wrong.swap(place, place - 1);
                        let wrong: String = wrong.into_iter().collect();
                        assert!(wrong == written || read(&wrong) == Err(NoCode::Mistyped), "{wrong}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_looks_alike_is_forgiven_and_what_is_no_code_is_told() {
        let written = (0..512).map(|seed| write("urosepsis", seed, Part::Observer));
        let both = written.filter(|code| code.contains('0') && code.contains('1'));
        let mut tried = 0;
        for code in both {
            let alike = code.replace('0', "o").replacen('1', "l", 1).replace('1', "I");
            assert_eq!(read(&alike), read(&code), "{alike}");
            tried += 1;
        }
        assert!(tried > 0);
        for none in ["", "ABC", "ABCDEFG", "ABCDEU", "ABC?EF", "æøåæøå"] {
            assert_eq!(read(none), Err(NoCode::NotACode), "{none}");
        }
        assert_eq!(typed(" k7m-2q9! "), "K7M2Q9");
        assert_eq!(as_typed("k7m 2q9, æ?"), "k7m 2q9 ");
        assert_eq!(as_typed(&"x".repeat(40)).len(), 12);
        assert_eq!(read("AAAAAA"), Err(NoCode::Mistyped));
    }
}
