//! Text that changes while one looks. What it stands in lays it out as a block: an item of a flexible row or a grid is
//! laid out with its neighbours, whatever its style says.

use leptos::prelude::*;

/// One line that changes again and again. It has a place of its own, so that nothing beside it is laid out anew: wide
/// as what it stands in, and high as a line.
#[component]
pub fn Steady(
    /// What it says; short enough for one line.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <span class="steady">{text}</span> }
}
