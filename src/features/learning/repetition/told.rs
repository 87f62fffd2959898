//! When something comes again, in words: «Kommer igjen om 9 dager». Pure.

use crate::i18n::Messages;
use crate::progress::memory::Comes;

/// When something comes again, as a sentence.
#[must_use]
pub fn comes(words: &Messages, comes: Comes) -> String {
    match comes {
        Comes::Now => words.repetition_comes_now().to_owned(),
        Comes::Tomorrow => words.repetition_comes_tomorrow().to_owned(),
        Comes::Days(n) => words.repetition_comes_days(n),
        Comes::Weeks(n) => words.repetition_comes_weeks(n),
        Comes::Months(n) => words.repetition_comes_months(n),
    }
}
