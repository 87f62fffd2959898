//! What is said of a PIN or a recovery key that somebody has typed. Pure.

use crate::i18n::Messages;
use crate::profiles::{Misread, Pin, RecoveryKey};

/// A new PIN, typed twice; or why it is none yet. Nothing is said of what is still being typed.
///
/// # Errors
/// What to say.
pub fn new_pin<'a>(first: &str, again: &str, words: &'a Messages) -> Result<Pin, &'a str> {
    let pin = Pin::read(first).ok_or_else(|| words.profiles_pin_shape())?;
    if Pin::read(again).as_ref() == Some(&pin) { Ok(pin) } else { Err(words.profiles_pin_unlike()) }
}

/// What is said of letters that are no recovery key.
#[must_use]
pub fn misread(why: Misread, words: &Messages) -> String {
    match why {
        Misread::Length(count) => words.profiles_recovery_length(RecoveryKey::LETTERS, count),
        Misread::Sign(sign) => words.profiles_recovery_sign(sign),
        Misread::Typing => words.profiles_recovery_typing().to_owned(),
    }
}
