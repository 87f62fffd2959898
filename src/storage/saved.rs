//! How a feature's own type lies in a record: its version, and one step up per version. Pure.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Kind, Record};

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
/// What serde says; only for types that JSON cannot hold.
pub(super) fn encode<T: Saved>(value: &T) -> Result<Vec<u8>, String> {
    const { Ladder::<T>::COMPLETE };
    serde_json::to_vec(value).map_err(|error| error.to_string())
}

/// Reads a record, lifting it to today's version.
pub(super) fn decode<T: Saved>(record: &Record) -> Loaded<T> {
    const { Ladder::<T>::COMPLETE };
    let Some(payload) = record.payload() else { return Loaded::Empty };
    if record.kind != T::KIND {
        return Loaded::Damaged(format!("is a {}, not a {}", record.kind.as_str(), T::KIND.as_str()));
    }
    if !record.is_whole() {
        return Loaded::Damaged("does not fit its fingerprint".to_owned());
    }
    if record.version > T::VERSION {
        return Loaded::Newer(record.version);
    }
    match lift::<T>(record.version, payload) {
        Ok(value) => Loaded::Ready(value),
        Err(why) => Loaded::Damaged(why),
    }
}

fn lift<T: Saved>(version: u16, payload: &[u8]) -> Result<T, String> {
    if version == 0 {
        return Err("has no version".to_owned());
    }
    if version == T::VERSION {
        return serde_json::from_slice(payload).map_err(|error| error.to_string());
    }
    let mut value: Value = serde_json::from_slice(payload).map_err(|error| error.to_string())?;
    for (at, step) in T::STEPS.iter().enumerate().skip(usize::from(version) - 1) {
        value = step(value).map_err(|why| format!("version {} to {}: {why}", at + 1, at + 2))?;
    }
    serde_json::from_value(value).map_err(|error| error.to_string())
}
