//! Who uses a shared tablet: three pictures, a PIN if they want one, the keys, and what is sealed with them
//! (docs/decisions/0022). Pure: chance comes in as an argument, and so does the key that is made of a PIN
//! (`stretch`, a worker of its own).
//!
//! Deliberately not here: where records lie and who may read them now (`storage`), and whether somebody has
//! touched the tablet (`services`).

mod chance;
mod code;
mod lock;
mod profile;
mod recovery;
mod seal;

pub use chance::{Chance, fresh};
pub use code::{Code, Picture};
pub use lock::{Cost, Lock, Pin, Question, Stretched};
pub use profile::{KeyPlace, Profile};
pub use recovery::{Misread, RecoveryKey};
pub use seal::{DataKey, Envelope, KeySealer, Sealer};
