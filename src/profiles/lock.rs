//! The lock of a profile: its key, wrapped once by what is made of the PIN and once by the recovery key.
//!
//! What makes a key of a PIN is slow on purpose, and runs elsewhere: a lock asks its [`Question`], and is opened
//! with the answer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroize as _;

use super::chance::{Chance, fresh};
use super::recovery::RecoveryKey;
use super::seal::{DataKey, Envelope};
use crate::ethics::ProfileId;

/// How long a salt is, bytes.
const SALT_BYTES: usize = 16;
/// The version of a lock's own shape, authenticated with what it wraps.
const VERSION: u16 = 1;

/// A PIN that somebody has typed: four to eight digits. It is wiped when it is let go of.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// The fewest digits.
    pub const FEWEST: usize = 4;
    /// The most digits.
    pub const MOST: usize = 8;

    /// Reads what somebody has typed; `None` for anything but four to eight digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_pin =
            (Self::FEWEST..=Self::MOST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_pin.then(|| Self(text.to_owned()))
    }

    /// Its digits.
    #[must_use]
    pub fn digits(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl Drop for Pin {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin")
    }
}

/// How slow it is to make a key of a PIN: Argon2id with one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// The memory that it needs, kibibytes.
    pub memory_kib: u32,
    /// How many times it goes through that memory.
    pub passes: u32,
}

impl Cost {
    /// What new locks have: what Argon2id's authors and OWASP recommend for a device that also has to answer.
    pub const TODAY: Self = Self { memory_kib: 19 * 1024, passes: 2 };

    /// Whether a device can bear it: a lock from a file may say anything.
    #[must_use]
    pub fn is_bearable(self) -> bool {
        (8..=64 * 1024).contains(&self.memory_kib) && (1..=8).contains(&self.passes)
    }
}

/// What a lock asks: the key of a PIN, with this salt, at this cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The salt.
    pub salt: Vec<u8>,
    /// The cost.
    pub cost: Cost,
}

impl Question {
    /// What a new lock will ask; `None` where there is no chance to be had.
    #[must_use]
    pub fn fresh(cost: Cost, chance: Chance<'_>) -> Option<Self> {
        Some(Self { salt: fresh::<SALT_BYTES>(chance)?.to_vec(), cost })
    }
}

/// The key that was made of a PIN.
pub type Stretched = DataKey;

/// The lock of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    cost: Cost,
    salt: String,
    pin: String,
    recovery: String,
}

impl Lock {
    /// A lock around a key; `None` where there is no chance to be had.
    #[must_use]
    pub fn new(
        profile: &ProfileId,
        key: &DataKey,
        asked: &Question,
        answer: &Stretched,
        recovery: &RecoveryKey,
        chance: Chance<'_>,
    ) -> Option<Self> {
        let recovery = wrapped(&recovery.key(), &about(profile, Way::Recovery), key, chance)?;
        let pin = wrapped(answer, &about(profile, Way::Pin), key, chance)?;
        Some(Self { cost: asked.cost, salt: STANDARD.encode(&asked.salt), pin, recovery })
    }

    /// The same lock with another PIN; the recovery key stays. `None` where there is no chance to be had.
    #[must_use]
    pub fn with_pin(
        &self,
        profile: &ProfileId,
        key: &DataKey,
        asked: &Question,
        answer: &Stretched,
        chance: Chance<'_>,
    ) -> Option<Self> {
        let pin = wrapped(answer, &about(profile, Way::Pin), key, chance)?;
        Some(Self {
            cost: asked.cost,
            salt: STANDARD.encode(&asked.salt),
            pin,
            recovery: self.recovery.clone(),
        })
    }

    /// What it asks of a PIN; `None` for a lock that nobody can have made.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let salt = STANDARD.decode(&self.salt).ok()?;
        (self.cost.is_bearable() && salt.len() == SALT_BYTES).then_some(Question { salt, cost: self.cost })
    }

    /// The key, where the answer is that of the right PIN.
    #[must_use]
    pub fn open(&self, profile: &ProfileId, answer: &Stretched) -> Option<DataKey> {
        unwrapped(answer, &about(profile, Way::Pin), &self.pin)
    }

    /// The key, where this is the recovery key.
    #[must_use]
    pub fn open_with(&self, profile: &ProfileId, recovery: &RecoveryKey) -> Option<DataKey> {
        unwrapped(&recovery.key(), &about(profile, Way::Recovery), &self.recovery)
    }
}

impl Stretched {
    /// What was made of a PIN; `None` where it is no key.
    #[must_use]
    pub fn of_pin(bytes: &[u8]) -> Option<Self> {
        Self::of(bytes)
    }
}

#[derive(Debug, Clone, Copy)]
enum Way {
    Pin,
    Recovery,
}

fn about(profile: &ProfileId, way: Way) -> Envelope<'_> {
    let kind = match way {
        Way::Pin => "key-by-pin",
        Way::Recovery => "key-by-recovery",
    };
    Envelope { id: profile.as_str(), kind, owner: "", version: VERSION }
}

fn wrapped(by: &DataKey, about: &Envelope<'_>, key: &DataKey, chance: Chance<'_>) -> Option<String> {
    by.seal(about, key.bytes(), chance).map(|sealed| STANDARD.encode(sealed))
}

fn unwrapped(by: &DataKey, about: &Envelope<'_>, wrapped: &str) -> Option<DataKey> {
    let mut bytes = by.open(about, &STANDARD.decode(wrapped).ok()?)?;
    let key = DataKey::of(&bytes);
    bytes.zeroize();
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::chance::tests::counting;
    use super::*;

    /// As slow as a test can bear; the same code as at today's cost.
    const QUICK: Cost = Cost { memory_kib: 8, passes: 1 };

    fn profile() -> ProfileId {
        "4f1c".into()
    }

    fn stretched(pin: &Pin, asked: &Question) -> Stretched {
        let key = stretch::key_of(pin.digits(), &asked.salt, asked.cost.memory_kib, asked.cost.passes);
        Stretched::of_pin(&key.unwrap()).unwrap()
    }

    fn pin(digits: &str) -> Pin {
        Pin::read(digits).unwrap()
    }

    fn recovery(from: u8) -> RecoveryKey {
        RecoveryKey::fresh(&mut counting(from)).unwrap()
    }

    fn locked(key: &DataKey, digits: &str, from: u8) -> Lock {
        let mut chance = counting(from);
        let asked = Question::fresh(QUICK, &mut chance).unwrap();
        let answer = stretched(&pin(digits), &asked);
        Lock::new(&profile(), key, &asked, &answer, &recovery(from), &mut chance).unwrap()
    }

    fn opened(lock: &Lock, digits: &str) -> Option<DataKey> {
        lock.open(&profile(), &stretched(&pin(digits), &lock.question()?))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_right_pin_always_opens_and_a_wrong_one_never_does(
            right in "[0-9]{4,8}", wrong in "[0-9]{4,8}", from: u8,
        ) {
            let key = DataKey::fresh(&mut counting(from)).unwrap();
            let lock = locked(&key, &right, from);
            prop_assert_eq!(opened(&lock, &right), Some(key));
            prop_assert_eq!(opened(&lock, &wrong).is_some(), wrong == right);
        }

        #[test]
        fn a_changed_pin_opens_the_same_key_and_the_old_one_no_more(
            old in "[0-9]{4,8}", new in "[0-9]{4,8}", from: u8,
        ) {
            let key = DataKey::fresh(&mut counting(from)).unwrap();
            let before = locked(&key, &old, from);
            let mut chance = counting(from.wrapping_add(1));
            let asked = Question::fresh(QUICK, &mut chance).unwrap();
            let after = before
                .with_pin(&profile(), &key, &asked, &stretched(&pin(&new), &asked), &mut chance)
                .unwrap();
            prop_assert_eq!(opened(&after, &new), Some(key.clone()));
            prop_assert_eq!(opened(&after, &old).is_some(), old == new);
            prop_assert_eq!(after.open_with(&profile(), &recovery(from)), Some(key));
        }

        #[test]
        fn the_recovery_key_opens_and_another_one_never_does(from: u8, other: u8) {
            let key = DataKey::fresh(&mut counting(from)).unwrap();
            let lock = locked(&key, "2580", from);
            prop_assert_eq!(lock.open_with(&profile(), &recovery(from)), Some(key));
            prop_assert_eq!(lock.open_with(&profile(), &recovery(other)).is_some(), other == from);
        }
    }

    #[test]
    fn a_lock_of_one_profile_opens_no_other() {
        let key = DataKey::fresh(&mut counting(1)).unwrap();
        let lock = locked(&key, "2580", 1);
        let answer = stretched(&pin("2580"), &lock.question().unwrap());
        assert!(lock.open(&profile(), &answer).is_some());
        assert_eq!(lock.open(&"5a2d".into(), &answer), None);
        assert_eq!(lock.open_with(&"5a2d".into(), &recovery(1)), None);
    }

    #[test]
    fn what_is_made_for_the_pin_does_not_stand_in_for_the_recovery_key() {
        let key = DataKey::fresh(&mut counting(1)).unwrap();
        let lock = locked(&key, "2580", 1);
        let swapped = Lock { pin: lock.recovery.clone(), recovery: lock.pin.clone(), ..lock };
        assert_eq!(opened(&swapped, "2580"), None);
        assert_eq!(swapped.open_with(&profile(), &recovery(1)), None);
    }

    #[test]
    fn a_lock_that_asks_for_more_than_a_device_can_bear_asks_nothing() {
        let key = DataKey::fresh(&mut counting(1)).unwrap();
        let lock = locked(&key, "2580", 1);
        for cost in [
            Cost { memory_kib: 4 * 1024 * 1024, passes: 1 },
            Cost { memory_kib: 19 * 1024, passes: 4_000_000 },
            Cost { memory_kib: 0, passes: 1 },
            Cost { memory_kib: 8, passes: 0 },
        ] {
            assert_eq!(Lock { cost, ..lock.clone() }.question(), None, "{cost:?}");
        }
        assert_eq!(Lock { salt: "AAAA".into(), ..lock.clone() }.question(), None);
        assert!(Cost::TODAY.is_bearable());
    }

    #[test]
    fn a_pin_is_four_to_eight_digits_and_is_not_shown() {
        for text in ["", "123", "123456789", "12a4", "١٢٣٤", "-123"] {
            assert_eq!(Pin::read(text), None, "{text}");
        }
        assert_eq!(Pin::read(" 0123 ").unwrap().digits(), b"0123");
        assert_eq!(format!("{:?}", pin("0123")), "Pin");
    }
}
