//! Where a case happens and what it is about: asked when something is kept, so that it is found again.

use leptos::prelude::*;

use super::Desk;
use crate::content::{Library, Tag};
use crate::features::reflection::edits::Edit;
use crate::features::reflection::session::{Session, Topic};
use crate::i18n::Messages;
use crate::ui::{Chip, Chips, Details, Text, live};

/// The tags of the case, folded away: nobody has to.
#[component]
pub(super) fn FoundAgain(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let topic = desk.memo(Session::topic_now);
    let setting = move |tag: Tag| {
        let (id, wanted) = (tag.id.clone(), tag.id);
        let chosen = Signal::derive(move || topic.with(|topic| topic.setting.as_ref() == Some(&wanted)));
        let toggle = move |on: bool| desk.edit(Edit::Setting(on.then(|| id.clone())));
        view! { <Chip text=named(tag.name) chosen=chosen on_toggle=toggle/> }
    };
    let theme = move |tag: Tag| {
        let (id, wanted) = (tag.id.clone(), tag.id);
        let chosen = Signal::derive(move || topic.with(|topic| has(topic, &wanted)));
        let toggle = move |_| desk.edit(Edit::ThemeToggled(id.clone()));
        view! { <Chip text=named(tag.name) chosen=chosen on_toggle=toggle/> }
    };
    let tags = move |all: fn(&Library) -> &[Tag]| {
        let library = desk.services.library();
        library.ready().map(|library| all(library).to_vec()).unwrap_or_default()
    };
    view! {
        <Details summary=words.text(Messages::reflection_topic)>
            <div class="stack g4">
                <p class="muted t-sm">{words.text(Messages::reflection_topic_hint)}</p>
                <Chips legend=words.text(Messages::reflection_topic_setting)>
                    {live(move || tags(Library::settings).into_iter().map(setting).collect_view())}
                </Chips>
                <Chips legend=words.text(Messages::reflection_topic_themes)>
                    {live(move || tags(Library::themes).into_iter().map(theme).collect_view())}
                </Chips>
            </div>
        </Details>
    }
}

fn named(name: String) -> Text {
    Signal::stored(name)
}

fn has(topic: &Topic, theme: &str) -> bool {
    topic.themes.iter().any(|chosen| chosen == theme)
}
