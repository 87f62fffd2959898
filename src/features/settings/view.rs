//! The page: one question a row, its answers beside it. «Om Refleks» is a page of its own.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod about;
mod backup;
mod choices;
mod erase;
mod stored;

use leptos::prelude::*;

use super::effects;
use super::model::Model;
use super::update::{Msg, update};
use crate::i18n::{Messages, Words};
use crate::platform::locks::WriterState;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Row, Text};
use backup::{Asides, Backups};
use choices::{AppearanceChoice, LanguageChoice, LockChoice, TextSizeChoice};
use erase::EraseAll;
use stored::{Privacy, Version};

pub use about::AboutPage;

/// Innstillinger.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let model = RwSignal::new(Model::default());
    let dispatch = use_dispatch(model, services);
    Effect::new(move || {
        services.follow_changes();
        let _ = services.writer();
        dispatch.run(Msg::RecordsChanged);
    });
    let may_write = Signal::derive(move || services.writer() == WriterState::Writer);
    let title = words.text(Messages::settings_title);
    let page = view! {
        <header class="page-head">
            <h1 class="serif q-lg" tabindex="-1">{title}</h1>
        </header>
        <div class="settings">
            <LanguageChoice services/>
            <AppearanceChoice services/>
            <TextSizeChoice services/>
            <LockChoice services/>
            <Privacy services model dispatch/>
            <Version services model dispatch/>
            <Backups model dispatch may_write/>
            <Asides model dispatch may_write/>
            <EraseAll model dispatch may_write/>
            <section class="setting-link">
                <Row
                    href=Signal::stored(Route::Profiles.to_string())
                    title=words.text(Messages::settings_profiles)
                    small=words.text(Messages::settings_profiles_hint)
                />
                <Row
                    href=Signal::stored(Route::About.to_string())
                    title=words.text(Messages::settings_about)
                    small=words.text(Messages::settings_about_hint)
                />
            </section>
        </div>
    };
    Some(page)
}

fn use_dispatch(model: RwSignal<Model>, services: Services) -> Callback<Msg> {
    let own: StoredValue<Option<Callback<Msg>>> = StoredValue::new(None);
    // A screen that is already gone answers None: nothing to do.
    let later = move |msg| {
        if let Some(dispatch) = own.try_get_value().flatten() {
            dispatch.run(msg);
        }
    };
    let dispatch = Callback::new(move |msg| {
        if let Some(effect) = model.try_update(|model| update(model, msg)) {
            effects::run(effect, services, later);
        }
    });
    own.set_value(Some(dispatch));
    dispatch
}

/// One row: what it is about at the left, what can be done at the right.
#[component]
fn Setting(
    /// What it is about.
    #[prop(into)]
    name: Text,
    /// One or two sentences.
    #[prop(optional, into)]
    small: Option<Text>,
    /// What can be done.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="setting">
            <div>
                <h2 class="setting-name">{name}</h2>
                {small.map(|small| view! { <p class="setting-small">{small}</p> })}
            </div>
            <div class="setting-body">{children()}</div>
        </section>
    }
}
