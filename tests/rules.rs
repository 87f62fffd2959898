//! Rules, content and records in tables and properties, without a browser. Journeys are `tests/journeys/`.

mod architecture;
#[cfg(feature = "author")]
mod clinical;
#[cfg(feature = "author")]
mod content;
mod json;
mod memory;
#[cfg(feature = "author")]
mod packs;
mod privacy;
mod profiles;
mod records;
mod routes;
#[cfg(feature = "author")]
mod search;
mod storage;
