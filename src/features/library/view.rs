//! The pages.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

use leptos::prelude::*;

use crate::ethics::{LawId, TermId};

/// The page.
#[component]
pub fn LibraryPage() -> impl IntoView {}

/// The page.
#[component]
pub fn TermsPage(at: Option<TermId>) -> impl IntoView {
    let _ = at;
}

/// The page.
#[component]
pub fn LawsPage(at: Option<LawId>) -> impl IntoView {
    let _ = at;
}
