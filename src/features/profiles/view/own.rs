//! The profile that is here: its PIN, its way to another tablet, and its end.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::ShowCode;
use super::file::HandOut;
use super::pin::{FreshKey, PinChoice, Said};
use super::profiles;
use crate::ethics::ProfileId;
use crate::i18n::{Messages, Phrase, Words};
use crate::pictured::{called, pictures};
use crate::profiles::Profile;
use crate::route::Route;
use crate::services::{Presence, Services};
use crate::ui::{Button, Confirm, Icon, LinkButton, Look, Tone, live};

/// The profile that is here.
#[component]
pub fn OwnProfilePage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let found = profiles(services);
    let fresh: RwSignal<Option<String>> = RwSignal::new(None);
    let said = RwSignal::new(Said::default());
    let own = Memo::new(move |_| {
        let Presence::Here(id) = services.presence() else { return None };
        found.with(|found| found.iter().flatten().find(|(one, _)| *one == id).cloned())
    });
    let body = move || {
        match own.get() {
        Some((id, profile)) => view! { <Own services id profile fresh said/> }.into_any(),
        None if found.with(Option::is_none) => ().into_any(),
        None => view! {
            <p>{words.text(Messages::profiles_nobody)}</p>
            <div><LinkButton text=words.text(Messages::app_profiles) href=Signal::stored(Route::Profiles.to_string()) look=Look::Secondary/></div>
        }
        .into_any(),
    }
    };
    let page = view! {
        <header class="page-head no-print"><h1 class="serif q-lg" tabindex="-1">{words.text(Messages::app_own_profile)}</h1></header>
        <div class="stack g6 profiles no-print">{live(body)}</div>
        {live(move || on_paper(own.get(), fresh.get(), words))}
    };
    Some(page)
}

/// The recovery key as it is printed.
fn on_paper(own: Option<(ProfileId, Profile)>, fresh: Option<String>, words: Words) -> Option<AnyView> {
    let (code, key) = (own?.1.code, fresh?);
    let name = words.made(move |words| called(code, words));
    let view = view! {
        <div class="paper-only stack g4">
            <h2>{words.text(Messages::profiles_key_title)}</h2>
            <p>{name}</p>
            <p class="recovery-key">{key}</p>
            <p>{words.text(Messages::profiles_key_paper)}</p>
        </div>
    };
    Some(view.into_any())
}

#[component]
fn Own(
    services: Services,
    id: ProfileId,
    profile: Profile,
    fresh: RwSignal<Option<String>>,
    said: RwSignal<Said>,
) -> impl IntoView {
    let words = Words::get();
    let code = profile.code;
    let name = words.made(move |words| called(code, words));
    let part = move |title: Phrase, children: AnyView| {
        view! { <section class="setting"><h2 class="setting-name">{words.text(title)}</h2><div class="setting-body">{children}</div></section> }
    };
    let pin = view! { <PinChoice services profile fresh said/> }.into_any();
    let take = view! { <p>{words.text(Messages::profiles_file_what)}</p> <HandOut services id=id.clone()/> <ShowCode services id=id.clone()/> }
        .into_any();
    let end = view! { <Forget services id/> }.into_any();
    view! {
        <p class="profile-asked">{pictures(code)} <span class="t-title">{name}</span></p>
        <FreshKey fresh/>
        <div class="settings">
            {part(Messages::profiles_pin, pin)}
            {part(Messages::profiles_take_along, take)}
            {part(Messages::profiles_forget, end)}
        </div>
    }
}

#[component]
fn Forget(services: Services, id: ProfileId) -> impl IntoView {
    let words = Words::get();
    let asked = RwSignal::new(false);
    let id = StoredValue::new(id);
    let forget = move |()| {
        asked.set(false);
        spawn_local(async move {
            // Where the store does not do it, the profile is still here to be seen.
            if services.forget_profile(&id.get_value()).await.is_ok() {
                services.replace(&Route::Profiles);
            }
        });
    };
    view! {
        <p>{words.text(Messages::profiles_forget_what)}</p>
        <div><Button text=words.text(Messages::profiles_forget) on_press=move |()| asked.set(true) look=Look::Secondary tone=Tone::Danger
            before=Icon::Trash disabled=Signal::derive(move || services.reads_only())/></div>
        <Confirm id="profile-forget" title=words.text(Messages::profiles_forget_title) close=words.text(Messages::app_close)
            open=asked yes=words.text(Messages::profiles_forget_yes) no=words.text(Messages::profiles_pin_keep)
            on_yes=forget on_no=move |()| asked.set(false)>
            <p>{words.text(Messages::profiles_forget_final)}</p>
        </Confirm>
    }
}
