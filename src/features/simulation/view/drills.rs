//! To be written.

use leptos::prelude::*;

#[component]
pub fn DrillsPage() -> impl IntoView {}

#[component]
pub fn DrillPage(id: String) -> impl IntoView {
    let _ = id;
}
