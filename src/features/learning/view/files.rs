//! What was done, on paper and as a file that a spreadsheet opens.

use leptos::prelude::*;

use crate::i18n::{Messages, Words};
use crate::platform::{document, download};
use crate::ui::{Button, Icon, Look, Tone};
use crate::writing::FileRefused;

/// The two buttons.
#[component]
pub(super) fn Files(
    /// What the file is called, without its ending, and what stands in it.
    #[prop(into)]
    file: Callback<(), (String, String)>,
    /// Whether there is nothing to hand over.
    #[prop(into)]
    empty: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let refused = RwSignal::new(false);
    let save = move |()| {
        // Whoever made it may be gone by now.
        if let Some((name, text)) = file.try_run(()) {
            refused.set(download::save(&format!("{name}.csv"), "text/csv", text.as_bytes()).is_err());
        }
    };
    view! {
        <div class="row wrap g2 no-print">
            <Button text=words.text(Messages::reflection_print) look=Look::Secondary tone=Tone::Neutral before=Icon::Print
                disabled=empty on_press=move |()| document::print()/>
            <Button text=words.text(Messages::proof_log_csv) look=Look::Secondary tone=Tone::Neutral before=Icon::Download
                disabled=empty on_press=save/>
        </div>
        <FileRefused refused/>
    }
}
