//! To be written.

use leptos::prelude::*;

#[component]
pub fn SheetsPage() -> impl IntoView {}

#[component]
pub fn SheetPage(code: String) -> impl IntoView {
    let _ = code;
}
