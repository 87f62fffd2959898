//! The language in use: typed messages, numbers and dates.
//!
//! Words live in `locales/<language>/<feature>.toml`; nothing that a person reads is spelled in Rust.

#[cfg(feature = "author")]
pub mod catalogue;
#[cfg(feature = "app")]
mod context;
pub mod dates;
mod language;
mod messages;
pub mod numbers;
pub mod voices;

#[cfg(feature = "app")]
pub use context::Words;
pub use dates::Day;
pub use language::Language;
#[cfg(feature = "author")]
pub use messages::words_file;
pub use messages::{Messages, Phrase, WordsError};
