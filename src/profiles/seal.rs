//! The key of a profile, and what is sealed with it: AES-256-GCM with a nonce of its own for each seal, and all that
//! the envelope says authenticated along with it.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use zeroize::Zeroize as _;

use super::chance::{Chance, fresh};

/// How long a key is, bytes.
pub(super) const KEY_BYTES: usize = 32;
/// What AES-GCM asks for.
const NONCE_BYTES: usize = 12;
/// What a seal begins with: no text begins like this, and the second byte is the version of the seal's own shape.
const MARK: [u8; 2] = [0xff, 1];

/// The random key of a profile. It is wiped when it is let go of, and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey([u8; KEY_BYTES]);

impl DataKey {
    /// A fresh key; `None` where there is no chance to be had.
    #[must_use]
    pub fn fresh(chance: Chance<'_>) -> Option<Self> {
        fresh(chance).map(Self)
    }

    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(super) const fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// Seals bytes: another seal each time, for the same bytes too. `None` where there is no chance to be had.
    #[must_use]
    pub fn seal(&self, about: &Envelope<'_>, plain: &[u8], chance: Chance<'_>) -> Option<Vec<u8>> {
        let nonce: [u8; NONCE_BYTES] = fresh(chance)?;
        let sealed =
            self.cipher().encrypt(&nonce.into(), Payload { msg: plain, aad: &about.bytes() }).ok()?;
        Some([&MARK[..], &nonce, &sealed].concat())
    }

    /// Opens what [`DataKey::seal`] made with this key for this envelope; `None` for anything else.
    #[must_use]
    pub fn open(&self, about: &Envelope<'_>, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.strip_prefix(&MARK)?.split_at_checked(NONCE_BYTES)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
        self.cipher().decrypt(&nonce.into(), Payload { msg: sealed, aad: &about.bytes() }).ok()
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.0.into())
    }
}

impl From<[u8; KEY_BYTES]> for DataKey {
    fn from(bytes: [u8; KEY_BYTES]) -> Self {
        Self(bytes)
    }
}

impl Drop for DataKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

/// What seals and opens what belongs to one profile. It comes with the pages that open profiles, so that the first
/// screen need not bring along what it takes (docs/decisions/0012).
pub trait Sealer {
    /// Seals bytes; `None` where there is no chance to be had.
    fn seal(&mut self, about: &Envelope<'_>, plain: &[u8]) -> Option<Vec<u8>>;
    /// Opens what was sealed for this envelope.
    fn open(&self, about: &Envelope<'_>, sealed: &[u8]) -> Option<Vec<u8>>;
    /// The key itself, to be wrapped anew.
    fn key(&self) -> DataKey;
}

/// A key with chance of its own.
pub struct KeySealer<C> {
    key: DataKey,
    chance: C,
}

impl<C: FnMut(&mut [u8]) -> bool> KeySealer<C> {
    /// What this key seals with this chance.
    #[must_use]
    pub const fn new(key: DataKey, chance: C) -> Self {
        Self { key, chance }
    }
}

impl<C: FnMut(&mut [u8]) -> bool> Sealer for KeySealer<C> {
    fn seal(&mut self, about: &Envelope<'_>, plain: &[u8]) -> Option<Vec<u8>> {
        self.key.seal(about, plain, &mut self.chance)
    }

    fn open(&self, about: &Envelope<'_>, sealed: &[u8]) -> Option<Vec<u8>> {
        self.key.open(about, sealed)
    }

    fn key(&self) -> DataKey {
        self.key.clone()
    }
}

/// What stands around something that is sealed, and is authenticated with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// Where it lies.
    pub id: &'a str,
    /// What it is.
    pub kind: &'a str,
    /// Whose it is.
    pub owner: &'a str,
    /// The version of its shape.
    pub version: u16,
}

impl Envelope<'_> {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for part in [self.id, self.kind, self.owner] {
            // The length first: no two different envelopes can give the same bytes.
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part.as_bytes());
        }
        bytes.extend(self.version.to_le_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::chance::tests::counting;
    use super::*;

    const ABOUT: Envelope<'_> =
        Envelope { id: "p.a.card-marks", kind: "card_marks", owner: "profile:a", version: 1 };

    fn key(from: u8) -> DataKey {
        DataKey::fresh(&mut counting(from)).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_with_its_key_and_no_other(
            plain in proptest::collection::vec(any::<u8>(), 0..200), from: u8, other: u8, nonce: u8,
        ) {
            let sealed = key(from).seal(&ABOUT, &plain, &mut counting(nonce)).unwrap();
            prop_assert_eq!(key(from).open(&ABOUT, &sealed), Some(plain));
            prop_assert_eq!(key(other).open(&ABOUT, &sealed).is_some(), other == from);
        }

        #[test]
        fn a_changed_byte_never_opens(
            plain in proptest::collection::vec(any::<u8>(), 0..40), place: prop::sample::Index, by in 1..=255_u8,
        ) {
            let mut sealed = key(1).seal(&ABOUT, &plain, &mut counting(9)).unwrap();
            let place = place.index(sealed.len());
            sealed[place] ^= by;
            prop_assert_eq!(key(1).open(&ABOUT, &sealed), None);
        }

        #[test]
        fn a_seal_that_is_cut_off_never_opens(left in 0..40_usize) {
            let sealed = key(1).seal(&ABOUT, b"0123456789", &mut counting(9)).unwrap();
            prop_assert_eq!(sealed.len(), 40);
            prop_assert_eq!(key(1).open(&ABOUT, &sealed[..left]), None);
        }

        #[test]
        fn another_envelope_never_opens(
            id in "[a-z.]{0,6}", kind in "[a-z_]{0,6}", owner in "[a-z:]{0,6}", version: u16,
        ) {
            let sealed = key(1).seal(&ABOUT, b"x", &mut counting(9)).unwrap();
            for about in [
                Envelope { id: &id, ..ABOUT },
                Envelope { kind: &kind, ..ABOUT },
                Envelope { owner: &owner, ..ABOUT },
                Envelope { version, ..ABOUT },
            ] {
                prop_assert_eq!(key(1).open(&about, &sealed).is_some(), about == ABOUT);
            }
        }
    }

    #[test]
    fn the_same_bytes_give_another_seal_each_time_and_without_chance_none() {
        let (key, mut chance) = (key(1), counting(2));
        let one = key.seal(&ABOUT, b"x", &mut chance).unwrap();
        assert_ne!(Some(one), key.seal(&ABOUT, b"x", &mut chance));
        assert_eq!(key.seal(&ABOUT, b"x", &mut |_| false), None);
    }

    #[test]
    fn no_name_can_move_into_the_one_beside_it() {
        let one = Envelope { id: "ab", kind: "c", ..ABOUT };
        let other = Envelope { id: "a", kind: "bc", ..ABOUT };
        let sealed = key(1).seal(&one, b"x", &mut counting(9)).unwrap();
        assert_eq!(key(1).open(&other, &sealed), None);
    }

    #[test]
    fn a_key_is_not_shown() {
        assert_eq!(format!("{:?}", key(1)), "DataKey");
    }
}
