//! To be written.

use leptos::prelude::*;

/// To be written.
#[component]
pub fn DrillsPage() -> impl IntoView {}

/// To be written.
#[component]
pub fn DrillPage(id: String) -> impl IntoView {
    let _ = id;
}
