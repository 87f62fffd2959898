//! To be written.

use leptos::prelude::*;

#[component]
pub fn MonitorPage() -> impl IntoView {}
