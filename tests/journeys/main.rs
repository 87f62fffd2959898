//! Whole ways through the app, natively, without a browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod afterwards;
mod alike;
mod calls;
mod drill;
mod due;
mod group;
mod group_talk;
mod learning;
mod modes;
mod paths;
mod reflection;
mod repetition;
mod simulation;
mod support;
