//! The form of a question that an etikkveileder may ask.

use leptos::prelude::*;

use super::desk::Desk;
use super::parts::{Count, Part, Pick, of_library};
use crate::content::readability::words as words_in;
use crate::features::workshop::told::PROMPT_WORDS;
use crate::i18n::Messages;
use crate::packs::{OwnPrompt, PackEdit, PromptEdit};
use crate::ui::Room;
use crate::writing::WritingField;

/// The form.
#[component]
pub(super) fn PromptForm(desk: Desk, id: String) -> impl IntoView {
    let words = desk.words;
    let id = StoredValue::new(id);
    let ask = move |ask: fn(&OwnPrompt) -> String| {
        desk.memo(move |kept| {
            let found = kept.pack.prompts.iter().find(|prompt| id.with_value(|id| prompt.id == *id));
            found.map(ask).unwrap_or_default()
        })
    };
    let edit = move |edit: PromptEdit| desk.edit(PackEdit::Prompt(id.get_value(), edit));
    let text = ask(|prompt| prompt.text.clone());
    let steps = of_library(desk, |library| {
        let guide = library.guide(&"sme-6".into());
        let steps =
            guide.into_iter().flat_map(|guide| {
                guide.neutral.steps.iter().filter_map(|step| {
                    Some((step.id.to_string(), guide.words.steps.get(&step.id)?.name.clone()))
                })
            });
        steps.collect()
    });
    let situations = of_library(desk, |library| {
        let guide = library.guide(&"sme-6".into());
        let all = guide.into_iter().flat_map(|guide| guide.words.triggers.iter());
        all.map(|(id, name)| (id.clone(), name.clone())).collect()
    });
    let count = Signal::derive(move || text.with(|text| words_in(text).count()));
    view! {
        <Part title=Messages::workshop_prompt>
            <Pick id="own-step" label=words.text(Messages::workshop_prompt_step) options=steps value=ask(|prompt| prompt.step.to_string())
                on_choose=move |step: String| edit(PromptEdit::Step(step.into())) none=Messages::workshop_choose/>
            <Pick id="own-on" label=words.text(Messages::workshop_prompt_on) options=situations value=ask(|prompt| prompt.on.clone())
                on_choose=move |on| edit(PromptEdit::On(on)) none=Messages::workshop_choose/>
            <WritingField id="own-text" label=words.text(Messages::workshop_prompt_text) hint=words.text(Messages::workshop_prompt_text_hint)
                value=text on_input=move |text| edit(PromptEdit::Text(text)) room=Room::Growing/>
            <Count count limit=PROMPT_WORDS/>
        </Part>
    }
}
