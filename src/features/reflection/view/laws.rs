//! Laws as a frame: what must be, what can not be, and where there is room for judgement.

use leptos::prelude::*;

use super::Desk;
use crate::content::LawItem;
use crate::explained::LawText;
use crate::features::reflection::edits::Edit;
use crate::features::reflection::start::chosen_law;
use crate::i18n::Messages;
use crate::services::once_painted;
use crate::ui::{Button, Chip, Details, Icon, Look};

/// The law cards of the dilemma and of the values first, then all.
#[component]
pub(super) fn Laws(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let all = RwSignal::new(false);
    let all_shown = once_painted(all);
    // Apart from the cards: a keystroke changes what is written, and seldom which cards are near.
    let near = Memo::new(move |_| {
        let library = desk.services.library();
        let Some(library) = library.ready() else { return Vec::new() };
        desk.model.with(|model| {
            let session = &model.session;
            let case = session.case.as_ref().and_then(|copy| library.case(&copy.id));
            let mut ids = case.map(|case| case.neutral.laws.clone()).unwrap_or_default();
            ids.extend(session.laws.iter().map(|law| law.id.clone()));
            let values: Vec<_> = session.values.iter().filter_map(|value| value.library.clone()).collect();
            let near = |law: &&LawItem| law.neutral.values.iter().any(|value| values.contains(value));
            if session.case.is_none() {
                ids.extend(library.laws().iter().filter(near).map(|law| law.neutral.id.clone()));
            }
            ids
        })
    });
    let cards = Memo::new(move |_| {
        let library = desk.services.library();
        let Some(library) = library.ready() else { return Vec::new() };
        near.with(|near| {
            let shown = |law: &&LawItem| all_shown.get() || near.contains(&law.neutral.id);
            library.laws().iter().filter(shown).cloned().collect::<Vec<_>>()
        })
    });
    let more = words.made(move |words| {
        if all.get() { words.reflection_laws_fewer() } else { words.reflection_laws_all() }.to_owned()
    });
    view! {
        <section class="stack g3">
            <h2 class="t-sub">{words.text(Messages::reflection_laws_title)}</h2>
            <p class="muted t-sm">{words.text(Messages::reflection_laws_lead)}</p>
            <ul class="rows">
                <For each=move || cards.get() key=|law| (law.neutral.id.clone(), law.words.title.clone())
                    children=move |law| view! { <LawCard desk law/> }/>
            </ul>
            <Button text=more on_press=move |()| all.update(|all| *all = !*all) look=Look::Tertiary before=Icon::Law
                class="pull-start" pressed=Signal::derive(move || all.get())/>
        </section>
    }
}

#[component]
fn LawCard(desk: Desk, law: LawItem) -> impl IntoView {
    let words = desk.words;
    let id = law.neutral.id.clone();
    let chosen = desk.memo(move |session| session.laws.iter().any(|chosen| chosen.id == id));
    let toggle = Edit::LawToggled(chosen_law(&law));
    let summary = Signal::stored(law.words.title.clone());
    view! {
        <li class="law">
            <Details summary=summary><LawText law/></Details>
            <Chip text=words.text(Messages::reflection_law_choose) chosen=chosen on_toggle=move |_| desk.edit(toggle.clone())/>
        </li>
    }
}
