//! What waits, in words. Nothing is late: what has gone by was set for a day, and can be done now. Pure.

use super::list::{Waits, What};
use crate::i18n::{Day, Messages};

/// When it waits, or why.
#[must_use]
pub fn told(words: &Messages, waits: &Waits, today: Day) -> String {
    let on = waits.on.long(words);
    match &waits.what {
        What::Repetition(n) => words.waits_questions(*n),
        What::Part { done: Some(done), .. } if waits.on > today => {
            words.paths_comes_again(on, done.long(words))
        }
        What::Part { done: Some(done), .. } => words.paths_again(done.long(words)),
        What::Part { .. } if waits.on < today => words.waits_passed(on),
        What::Part { .. } => words.paths_by(on),
        What::Standard { version, .. } => words.waits_new_version(version),
        What::Lessons(offered) if offered.others > 0 => words.waits_half_year_more(offered.others),
        What::Lessons(_) => words.waits_half_year().to_owned(),
    }
}
