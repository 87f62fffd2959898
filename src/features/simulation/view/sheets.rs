//! To be written.

use leptos::prelude::*;

/// To be written.
#[component]
pub fn SheetsPage() -> impl IntoView {}

/// To be written.
#[component]
pub fn SheetPage(code: String) -> impl IntoView {
    let _ = code;
}
