//! What a device knows of a profile: its pictures, and where its key lies.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::lock::Lock;
use super::seal::DataKey;

/// A profile. Its id is that of its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The pictures that it is known by.
    pub code: Code,
    /// The day it was made, `YYYY-MM-DD`: tells two apart that have the same pictures on two tablets.
    #[serde(default)]
    pub made: String,
    /// Where its key lies.
    pub key: KeyPlace,
}

/// Where the key of a profile lies. It is the same key for as long as there is the profile, so that whatever two
/// tablets have sealed can be opened after they are joined, whichever of them had a PIN.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPlace {
    /// Beside the records: there is no PIN, and whoever holds the tablet may open the profile.
    Beside(String),
    /// Behind a PIN and a recovery key.
    Locked(Lock),
}

impl std::fmt::Debug for KeyPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Beside(_) => "Beside",
            Self::Locked(_) => "Locked",
        })
    }
}

impl Profile {
    /// A profile without a PIN.
    #[must_use]
    pub fn new(code: Code, made: String, key: &DataKey) -> Self {
        Self { code, made, key: beside(key) }
    }

    /// Its lock, where it has a PIN.
    #[must_use]
    pub const fn lock(&self) -> Option<&Lock> {
        match &self.key {
            KeyPlace::Beside(_) => None,
            KeyPlace::Locked(lock) => Some(lock),
        }
    }

    /// Its key, where it has no PIN; `None` too for a key that nobody can have made.
    #[must_use]
    pub fn open_key(&self) -> Option<DataKey> {
        match &self.key {
            KeyPlace::Beside(text) => DataKey::of(&STANDARD.decode(text).ok()?),
            KeyPlace::Locked(_) => None,
        }
    }

    /// The same profile behind a lock.
    #[must_use]
    pub fn locked(&self, lock: Lock) -> Self {
        Self { key: KeyPlace::Locked(lock), ..self.clone() }
    }

    /// The same profile without a PIN.
    #[must_use]
    pub fn unlocked(&self, key: &DataKey) -> Self {
        Self { key: beside(key), ..self.clone() }
    }
}

fn beside(key: &DataKey) -> KeyPlace {
    KeyPlace::Beside(STANDARD.encode(key.bytes()))
}

#[cfg(test)]
mod tests {
    use super::super::chance::tests::counting;
    use super::super::{Cost, Picture, Question, RecoveryKey, Stretched};
    use super::*;
    use crate::json;

    #[test]
    fn a_profile_keeps_its_key_through_a_pin_that_is_set_and_removed_and_tells_it_to_nobody() {
        let mut chance = counting(3);
        let key = DataKey::fresh(&mut chance).unwrap();
        let code = Code::of(&[Picture::Fox, Picture::Boat, Picture::Lantern]).unwrap();
        let open = Profile::new(code, "2026-11-23".into(), &key);
        assert_eq!(open.open_key(), Some(key.clone()));
        let asked = Question::fresh(Cost::TODAY, &mut chance).unwrap();
        let answer = Stretched::of_pin(&[7; 32]).unwrap();
        let recovery = RecoveryKey::fresh(&mut chance).unwrap();
        let lock = Lock::new(&"4f".into(), &key, &asked, &answer, &recovery, &mut chance).unwrap();
        let locked = open.locked(lock);
        assert_eq!(locked.open_key(), None);
        let written = json::write_text(&locked).unwrap();
        assert!(!written.contains(&STANDARD.encode(key.bytes())), "{written}");
        assert_eq!(json::read::<Profile>(written.as_bytes()).unwrap(), locked);
        let opened = locked.lock().unwrap().open(&"4f".into(), &answer).unwrap();
        assert_eq!(locked.unlocked(&opened), open);
        assert!(!format!("{open:?}").contains(&STANDARD.encode(key.bytes())));
    }

    #[test]
    fn a_key_that_nobody_can_have_made_opens_nothing() {
        let mut chance = counting(3);
        let code = Code::of(&[Picture::Fox, Picture::Boat, Picture::Lantern]).unwrap();
        let profile = Profile::new(code, String::new(), &DataKey::fresh(&mut chance).unwrap());
        for text in ["", "AAAA", "no base64"] {
            assert_eq!(Profile { key: KeyPlace::Beside(text.into()), ..profile.clone() }.open_key(), None);
        }
    }
}
