//! What an instructor can change of a person while a course goes, and what the log calls it. Pure.

use super::names;
use crate::clinical::{Fixed, Parameter, Pulled};
use crate::i18n::Messages;

/// What an instructor can change, by how much, and whether more of it means less of what is measured.
pub const PUSHES: [(Pulled, Parameter, Fixed); 5] = [
    (Pulled::Rf, Parameter::Rf, Fixed::whole(4)),
    // Blood past the lungs: more of it is less saturation.
    (Pulled::Shunt, Parameter::Spo2, Fixed::whole(-3)),
    (Pulled::Sbp, Parameter::Sbp, Fixed::whole(15)),
    (Pulled::Pulse, Parameter::Pulse, Fixed::whole(15)),
    (Pulled::Temp, Parameter::Temp, Fixed::thousandths(500)),
];

/// How much more clouded, or less, a push makes: about one step of ACVPU.
pub const CLOUDED: Fixed = Fixed::whole(25);

/// What an instructor pushed, as it is called in the log.
#[must_use]
pub fn pushed(words: &Messages, on: Pulled, by: Fixed) -> String {
    let is_more = by.millionths() > 0;
    if on == Pulled::Clouding {
        let what = if is_more { words.modes_drowsier() } else { words.modes_clearer() };
        return words.modes_pushed(what);
    }
    let found = PUSHES.iter().find(|(pulled, ..)| *pulled == on);
    let what = found.map(|(_, parameter, up)| {
        let name = names::parameter(*parameter)(words);
        let is_up = is_more == (up.millionths() > 0);
        if is_up { words.modes_push_up(name) } else { words.modes_push_down(name) }
    });
    words.modes_pushed(what.unwrap_or_default())
}
