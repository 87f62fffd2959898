//! The recovery key: letters to print, that open a profile whose PIN is lost. Letters that look alike are not among
//! them, and the last two tell a typing error.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroize as _;

use super::chance::{Chance, fresh};
use super::seal::{DataKey, KEY_BYTES};

/// The letters: no I, O or Q, which look like others. Their number is a prime, so that one wrong letter, or two that
/// have changed places, never fit the check.
const LETTERS: &[u8; LETTER_COUNT as usize] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
/// How many there are.
const LETTER_COUNT: u8 = 23;
/// How many letters are random: 135 bits.
const RANDOM: usize = 30;
/// How many letters there are with the two that check the others.
const WHOLE: usize = RANDOM + 2;
/// How many letters stand together.
const GROUP: usize = 4;

/// A recovery key. It is wiped when it is let go of.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey([u8; WHOLE]);

/// Why letters are no recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// There are so many letters, and there should be [`RecoveryKey::LETTERS`].
    Length(usize),
    /// This sign is in no recovery key.
    Sign(char),
    /// A letter is wrong, or two have changed places.
    Typing,
}

impl RecoveryKey {
    /// How many letters a recovery key has.
    pub const LETTERS: usize = WHOLE;

    /// A fresh one; `None` where there is no chance to be had.
    #[must_use]
    pub fn fresh(chance: Chance<'_>) -> Option<Self> {
        let mut places = [0; WHOLE];
        for place in places.iter_mut().take(RANDOM) {
            *place = fresh_place(chance)?;
        }
        let (sum, weighed) = checks(&places);
        let [.., first, second] = &mut places;
        (*first, *second) = (sum, weighed);
        Some(Self(places))
    }

    /// Reads what somebody has typed: capital or small letters, in groups or not.
    ///
    /// # Errors
    /// [`Misread`], in the order in which it helps to be told.
    pub fn read(text: &str) -> Result<Self, Misread> {
        let mut typed = Vec::new();
        for sign in text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-') {
            let is_it = |letter: &u8| char::from(*letter) == sign.to_ascii_uppercase();
            let place = LETTERS.iter().position(is_it).ok_or(Misread::Sign(sign))?;
            typed.push(u8::try_from(place).map_err(|_| Misread::Sign(sign))?);
        }
        let places: [u8; WHOLE] = typed.try_into().map_err(|typed: Vec<u8>| Misread::Length(typed.len()))?;
        let (sum, weighed) = checks(&places);
        let [.., first, second] = places;
        if (first, second) == (sum, weighed) { Ok(Self(places)) } else { Err(Misread::Typing) }
    }

    /// Its letters, in groups with a space between them.
    #[must_use]
    pub fn text(&self) -> String {
        let letter = |place: &u8| LETTERS.get(usize::from(*place)).map_or(' ', |letter| char::from(*letter));
        let groups: Vec<String> =
            self.0.chunks(GROUP).map(|group| group.iter().map(letter).collect()).collect();
        groups.join(" ")
    }

    /// The key that it stands for. It is random and long, so that nothing has to make guessing slow.
    pub(super) fn key(&self) -> DataKey {
        let mut hash = Sha256::new();
        hash.update(b"refleks recovery key 1");
        hash.update(self.0);
        DataKey::from(<[u8; KEY_BYTES]>::from(hash.finalize()))
    }
}

impl Drop for RecoveryKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey")
    }
}

/// A letter's place, each as likely as the others.
fn fresh_place(chance: Chance<'_>) -> Option<u8> {
    loop {
        let [byte] = fresh(chance)?;
        // What is left over at the top would make some letters likelier.
        if byte < u8::MAX - u8::MAX % LETTER_COUNT {
            return Some(byte % LETTER_COUNT);
        }
    }
}

/// The sum of the random letters, and their sum weighed by where they stand.
fn checks(places: &[u8; WHOLE]) -> (u8, u8) {
    let count = usize::from(LETTER_COUNT);
    let random = || places.iter().take(RANDOM).map(|place| usize::from(*place));
    let sum = random().sum::<usize>() % count;
    let weighed = random().zip(1..).map(|(place, weight)| place * weight).sum::<usize>() % count;
    let small = |n: usize| u8::try_from(n).unwrap_or_default();
    (small(sum), small(weighed))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::chance::tests::counting;
    use super::*;

    fn key(from: u8) -> RecoveryKey {
        RecoveryKey::fresh(&mut counting(from)).unwrap()
    }

    proptest! {
        #[test]
        fn a_recovery_key_is_read_as_it_was_printed_and_however_it_was_typed(from: u8) {
            let text = key(from).text();
            prop_assert_eq!(text.split(' ').map(str::len).collect::<Vec<_>>(), [4; 8]);
            for typed in [text.clone(), text.to_lowercase(), text.replace(' ', ""), text.replace(' ', "-\n")] {
                prop_assert_eq!(RecoveryKey::read(&typed), Ok(key(from)));
            }
        }

        #[test]
        fn one_wrong_letter_is_told(from: u8, at in 0..WHOLE, by in 1..23_u8) {
            let mut wrong = key(from).clone();
            wrong.0[at] = (wrong.0[at] + by) % 23;
            prop_assert_eq!(RecoveryKey::read(&wrong.text()), Err(Misread::Typing));
        }

        #[test]
        fn two_neighbours_that_have_changed_places_are_told(from: u8, at in 0..WHOLE - 1) {
            let mut wrong = key(from).clone();
            wrong.0.swap(at, at + 1);
            let is_another = wrong != key(from);
            prop_assert_eq!(RecoveryKey::read(&wrong.text()).is_err(), is_another);
        }
    }

    #[test]
    fn what_is_no_recovery_key_is_told_in_a_way_that_helps() {
        let text = key(1).text();
        assert_eq!(RecoveryKey::read(&text[..text.len() - 1]), Err(Misread::Length(31)));
        assert_eq!(RecoveryKey::read(""), Err(Misread::Length(0)));
        assert_eq!(RecoveryKey::read("ABCO"), Err(Misread::Sign('O')));
        assert_eq!(RecoveryKey::read("ABC1"), Err(Misread::Sign('1')));
        assert_eq!(RecoveryKey::read("ABCÅ"), Err(Misread::Sign('Å')));
    }

    #[test]
    fn every_letter_is_as_likely_and_without_chance_there_is_no_key() {
        let mut counts = [0_u32; 23];
        for byte in 0..=255_u8 {
            // One that is not taken is followed by one that is.
            let mut bytes = [byte, 0].into_iter();
            let mut taken = 0;
            let place = fresh_place(&mut |into: &mut [u8]| {
                taken += 1;
                into.fill(bytes.next().unwrap());
                true
            });
            if taken == 1 {
                counts[usize::from(place.unwrap())] += 1;
            }
        }
        assert_eq!(counts, [11; 23]);
        assert_eq!(RecoveryKey::fresh(&mut |_| false), None);
    }

    #[test]
    fn a_recovery_key_is_not_shown_by_accident() {
        assert_eq!(format!("{:?}", key(1)), "RecoveryKey");
    }
}
