//! Makes a key of a PIN with Argon2id, which is made to be slow and to need much memory.
//!
//! In the browser it is a program of its own, in a worker that ends when the key is made: the page answers
//! meanwhile, and the memory is given back. `worker.js` beside it is what the page talks to.

use argon2::{Algorithm, Argon2, Params, Version};

/// How long a key is, bytes.
pub const KEY_BYTES: usize = 32;

/// The key of a PIN with this salt, at this cost: memory in kibibytes, and how many times it is gone through.
/// `None` for a cost or a salt that Argon2 does not take.
#[must_use]
pub fn key_of(pin: &[u8], salt: &[u8], memory_kib: u32, passes: u32) -> Option<[u8; KEY_BYTES]> {
    let cost = Params::new(memory_kib, passes, 1, Some(KEY_BYTES)).ok()?;
    let mut key = [0; KEY_BYTES];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, cost).hash_password_into(pin, salt, &mut key).ok()?;
    Some(key)
}

/// The same for `worker.js`: nothing where [`key_of`] gives nothing.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[must_use]
pub fn stretch(pin: &[u8], salt: &[u8], memory_kib: u32, passes: u32) -> Option<Vec<u8>> {
    key_of(pin, salt, memory_kib, passes).map(|key| key.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_that_of_the_reference_implementation() {
        // `argon2 -id -t 2 -k 256 -p 1`, password and salt of the reference implementation's own tests.
        let key = key_of(b"password", b"somesalt", 256, 2).unwrap();
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    }

    #[test]
    fn another_pin_salt_or_cost_makes_another_key_and_nonsense_makes_none() {
        let key = key_of(b"1234", b"saltsaltsaltsalt", 64, 1);
        for other in [
            key_of(b"1235", b"saltsaltsaltsalt", 64, 1),
            key_of(b"1234", b"saltsaltsaltsalT", 64, 1),
            key_of(b"1234", b"saltsaltsaltsalt", 65, 1),
            key_of(b"1234", b"saltsaltsaltsalt", 64, 2),
        ] {
            assert!(other.is_some() && other != key);
        }
        assert_eq!(key_of(b"1234", b"salt", 64, 1), None);
        assert_eq!(key_of(b"1234", b"saltsaltsaltsalt", 0, 0), None);
    }
}
