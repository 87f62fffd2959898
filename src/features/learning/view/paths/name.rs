//! A field that is meant for a name: the privacy guard is silent here, and the hint says what becomes of it. Only the
//! receipt, the diploma and «Hvem er hvem hos oss» have one.

use leptos::prelude::*;

use crate::ui::{Field, Room, Text};

/// A field for a name.
#[component]
pub(super) fn NameField(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// Whose name.
    #[prop(into)]
    label: Text,
    /// What becomes of it.
    #[prop(into)]
    hint: Text,
    /// What stands in the field.
    #[prop(into)]
    value: Text,
    /// Everything that now stands in the field.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    view! { <Field id label hint value on_input room=Room::Line/> }
}
