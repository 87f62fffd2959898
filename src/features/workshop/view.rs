//! The pages.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

use leptos::prelude::*;

use crate::ethics::PackId;

/// The page.
#[component]
pub fn WorkshopPage() -> impl IntoView {}

/// The page.
#[component]
pub fn NewPackPage() -> impl IntoView {}

/// The page.
#[component]
pub fn PackPage(id: PackId) -> impl IntoView {
    let _ = id;
}

/// The page.
#[component]
pub fn PackItemPage(id: PackId, item: String) -> impl IntoView {
    let _ = id;
    let _ = item;
}

/// The page.
#[component]
pub fn TakeInPage() -> impl IntoView {}
