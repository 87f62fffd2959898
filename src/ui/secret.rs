//! A field for something that nobody else shall read or that the device shall not remember: a PIN, a key.

use leptos::prelude::*;

use super::Text;

/// What a secret is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Secret {
    /// Digits, hidden while they are typed.
    #[default]
    Digits,
    /// Capital letters, seen while they are typed: they are copied from paper.
    Letters,
}

/// A field for a secret. What the children show stands under it and is read out when it changes.
#[component]
pub fn SecretField(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Text,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Option<Text>,
    #[prop(optional)] made_of: Secret,
    /// What stands in the field.
    #[prop(into)]
    value: Text,
    /// Everything that now stands in the field, at every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Enter was pressed in it.
    #[prop(into)]
    on_enter: Callback<()>,
    /// What went wrong, or nothing.
    #[prop(into)]
    told: Text,
) -> impl IntoView {
    let (kind, mode) = match made_of {
        Secret::Digits => ("password", "numeric"),
        Secret::Letters => ("text", "text"),
    };
    let under = format!("{id}-under");
    let hint_id = format!("{id}-hint");
    let described = if hint.is_some() { format!("{hint_id} {under}") } else { under.clone() };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <input
                type=kind
                inputmode=mode
                class="ds-input secret"
                id=id
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                aria-describedby=described
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        on_enter.run(());
                    }
                }
            />
            <div class="field-under" id=under aria-live="polite"><p class="secret-told">{told}</p></div>
        </div>
    }
}
