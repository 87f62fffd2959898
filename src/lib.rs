//! Refleks: guided ethical reflection for municipal health and care services, offline in the browser.
//!
//! The code map, from the inside out (arrows never turn back; `tests/architecture.rs` holds it):
//!
//! - [`ethics`]: shared words of ethical reflection, and the privacy guard. Pure.
//! - [`clinical`]: NEWS2, MEWS, and a patient who changes with time and with what is done. Pure.
//! - [`content`]: the shape of `content/`, parsing, checking. Pure.
//! - [`packs`]: own content, and files of it from outside. Pure.
//! - [`profiles`]: who uses a shared tablet: pictures, PIN, keys, and what is sealed with them. Pure.
//! - [`progress`]: what a person or group has done and agreed, by stable id. Pure.
//! - [`route`]: every address.
//! - [`json`]: reading and writing JSON. Pure.
//! - [`order`]: putting lists in order. Pure.
//! - [`storage`]: records, merging, backup, and the stores themselves.
//! - [`i18n`]: the language in use.
//! - [`features`]: one folder per thing a user can do. Their rules are pure; views need `app`.
//! - [`scored`]: a reading, its points, and why; the letters of ISBAR. Its rules and words are pure.
//! - `aloud`: reading aloud with the voices of the device.
//! - `pictured`: the pictures of profiles, as they are seen and heard.
//! - `writing`: text fields with the privacy guard; `explained`: content with its terms explained.
//! - `platform`, `ui`, `services`, `app`: the browser, the parts, and what puts them together.

pub mod clinical;
pub mod content;
pub mod ethics;
pub mod features;
pub mod i18n;
pub mod json;
pub mod order;
pub mod packs;
pub mod profiles;
pub mod progress;
pub mod route;
pub mod scored;
pub mod storage;

#[cfg(feature = "app")]
pub mod aloud;
#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod explained;
#[cfg(feature = "app")]
pub mod pictured;
#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod services;
#[cfg(feature = "app")]
pub mod ui;
#[cfg(feature = "app")]
pub mod writing;
