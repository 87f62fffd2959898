//! How a feature's own type lies in a record: its version, and one step up per version. Pure.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Kind, Record};
use crate::json::{self, Value};

/// What reading something gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded<T> {
    /// There is nothing (or it is forgotten).
    Empty,
    /// Here it is, in today's shape.
    Ready(T),
    /// It was written by a newer version of the app; this is its version. Nothing writes over it.
    Newer(u16),
    /// It cannot be read; this is why, for a log. Nothing writes over it.
    Damaged(String),
}

impl<T> Loaded<T> {
    /// The value, where there is one.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Empty | Self::Newer(_) | Self::Damaged(_) => None,
        }
    }

    /// Whether something lies there that this version cannot read.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        match self {
            Self::Newer(_) | Self::Damaged(_) => true,
            Self::Empty | Self::Ready(_) => false,
        }
    }
}

/// Lifts a payload from one version to the next, or says why it cannot.
pub type Step = fn(Value) -> Result<Value, String>;

/// A step to a version that knows more: what the one before did not say, the reader takes as «none». An older app
/// says that the record is newer, rather than writing over what it cannot see.
///
/// # Errors
/// None.
pub fn what_is_missing_is_none(before: Value) -> Result<Value, String> {
    Ok(before)
}

/// A type that lies on the device. Its shape never changes without a new version and a step.
pub trait Saved: Serialize + DeserializeOwned {
    /// The kind of its records.
    const KIND: Kind;
    /// The version that is written today, from 1.
    const VERSION: u16;
    /// The ladder: the first step lifts version 1 to 2, the next 2 to 3, and so on up to
    /// [`Self::VERSION`]. A ladder with a step too few or too many does not compile.
    const STEPS: &'static [Step];
}

/// Whether a ladder reaches from version 1 to `T::VERSION`; looked at by the compiler wherever `T` is
/// read or written.
struct Ladder<T>(std::marker::PhantomData<T>);

impl<T: Saved> Ladder<T> {
    const COMPLETE: () = assert!(
        T::STEPS.len() + 1 == T::VERSION as usize,
        "a Saved type needs one step for each version after 1"
    );
}

/// The payload of a value, in today's version.
///
/// # Errors
/// What [`json::write`] says; only for types that JSON cannot hold.
pub(super) fn encode<T: Saved>(value: &T) -> Result<Vec<u8>, String> {
    const { Ladder::<T>::COMPLETE };
    json::write(value).map_err(|error| error.to_string())
}

/// Reads a record whose payload, opened where it was sealed, is this; lifts it to today's version.
pub(super) fn decode<T: Saved>(record: &Record, plain: &[u8]) -> Loaded<T> {
    if record.payload().is_none() {
        return Loaded::Empty;
    }
    if record.kind != T::KIND {
        return Loaded::Damaged(format!("is a {}, not a {}", record.kind.as_str(), T::KIND.as_str()));
    }
    if !record.is_whole() {
        return Loaded::Damaged("does not fit its fingerprint".to_owned());
    }
    open(record.version, plain)
}

/// Reads a payload of a version, lifting it to today's.
pub(super) fn open<T: Saved>(version: u16, payload: &[u8]) -> Loaded<T> {
    const { Ladder::<T>::COMPLETE };
    if version > T::VERSION {
        return Loaded::Newer(version);
    }
    match lift::<T>(version, payload) {
        Ok(value) => Loaded::Ready(value),
        Err(why) => Loaded::Damaged(why),
    }
}

fn lift<T: Saved>(version: u16, payload: &[u8]) -> Result<T, String> {
    let value = climb(version, payload, T::STEPS)?;
    json::from_value(&value).map_err(|error| error.to_string())
}

/// A payload taken apart, with every step from its version on.
#[inline(never)]
fn climb(version: u16, payload: &[u8], steps: &[Step]) -> Result<Value, String> {
    let Some(first) = usize::from(version).checked_sub(1) else { return Err("has no version".to_owned()) };
    let mut value = json::parse(payload).map_err(|error| error.to_string())?;
    for (at, step) in steps.iter().enumerate().skip(first) {
        value = step(value).map_err(|why| format!("version {} to {}: {why}", at + 1, at + 2))?;
    }
    Ok(value)
}
