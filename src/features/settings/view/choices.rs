//! Language, appearance and text size. Each applies at once.

use leptos::prelude::*;

use super::Setting;
use crate::i18n::{Language, Messages, Words};
use crate::services::{Appearance, LockAfter, Services, TextSize};
use crate::ui::{RadioTile, Tiles};

#[component]
pub(super) fn LanguageChoice(services: Services) -> impl IntoView {
    let words = Words::get();
    let tile = move |language: Language| {
        view! {
            <RadioTile
                name="settings-language"
                text=Signal::stored(language.own_name().to_owned())
                chosen=Signal::derive(move || words.language() == language)
                on_choose=move |()| services.change_language(language)
            />
        }
    };
    view! {
        <Setting name=words.text(Messages::settings_language) small=words.text(Messages::settings_language_hint)>
            <Tiles legend=words.text(Messages::settings_language) legend_hidden=true>
                {Language::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
        </Setting>
    }
}

#[component]
pub(super) fn AppearanceChoice(services: Services) -> impl IntoView {
    let words = Words::get();
    let tile = move |appearance: Appearance| {
        let text: fn(&Messages) -> &str = match appearance {
            Appearance::Auto => Messages::settings_appearance_auto,
            Appearance::Light => Messages::settings_appearance_light,
            Appearance::Dark => Messages::settings_appearance_dark,
        };
        view! {
            <RadioTile
                name="settings-appearance"
                text=words.text(text)
                chosen=Signal::derive(move || services.preferences().appearance == appearance)
                on_choose=move |()| services.change_preferences(|p| p.appearance = appearance)
            />
        }
    };
    view! {
        <Setting name=words.text(Messages::settings_appearance)>
            <Tiles legend=words.text(Messages::settings_appearance) legend_hidden=true>
                {Appearance::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
        </Setting>
    }
}

#[component]
pub(super) fn TextSizeChoice(services: Services) -> impl IntoView {
    let words = Words::get();
    let tile = move |size: TextSize| {
        let text: fn(&Messages) -> &str = match size {
            TextSize::Normal => Messages::settings_text_normal,
            TextSize::Large => Messages::settings_text_large,
            TextSize::Larger => Messages::settings_text_larger,
            TextSize::Largest => Messages::settings_text_largest,
        };
        view! {
            <RadioTile
                name="settings-text-size"
                text=words.text(text)
                chosen=Signal::derive(move || services.preferences().text_size == size)
                on_choose=move |()| services.change_preferences(|p| p.text_size = size)
            />
        }
    };
    view! {
        <Setting name=words.text(Messages::settings_text_size) small=words.text(Messages::settings_text_size_hint)>
            <Tiles legend=words.text(Messages::settings_text_size) legend_hidden=true count=4>
                {TextSize::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
        </Setting>
    }
}

#[component]
pub(super) fn LockChoice(services: Services) -> impl IntoView {
    let words = Words::get();
    let tile = move |after: LockAfter| {
        view! {
            <RadioTile
                name="settings-lock"
                text=words.made(move |words| words.settings_lock_minutes(after.minutes()))
                chosen=Signal::derive(move || services.preferences().lock_after == after)
                on_choose=move |()| services.change_preferences(|p| p.lock_after = after)
            />
        }
    };
    view! {
        <Setting name=words.text(Messages::settings_lock) small=words.text(Messages::settings_lock_hint)>
            <Tiles legend=words.text(Messages::settings_lock) legend_hidden=true count=4>
                {LockAfter::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
        </Setting>
    }
}
