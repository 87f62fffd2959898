//! Who is here: found by pictures, opened at a tap; a guest, nobody, or somebody from another tablet.

use leptos::prelude::*;

use super::code::ReadCode;
use super::file::TakeIn;
use super::opening::{Opening, entry};
use super::{PictureChoice, Profiles, profiles};
use crate::ethics::ProfileId;
use crate::i18n::{Messages, Words};
use crate::pictured::called;
use crate::platform::document;
use crate::profiles::Picture;
use crate::route::Route;
use crate::services::{Presence, Services};
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, live};

/// From so many on, a list is long enough to be looked through by pictures.
const MANY: usize = 6;

/// The profiles of this device.
#[component]
pub fn ProfilesPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let found = profiles(services);
    let page = view! {
        <header class="page-head"><h1 class="serif q-lg" tabindex="-1">{words.text(Messages::app_profiles)}</h1></header>
        <div class="stack g6 profiles">
            <p class="t-lead">{words.text(Messages::profiles_lead)}</p>
            {live(move || here(services, words))}
            <Choice services found opened=move |()| services.open(&Route::Home)/>
            <div class="row wrap g3">
                <LinkButton text=words.text(Messages::profiles_make) href=Signal::stored(Route::NewProfile.to_string()) before=Icon::Plus look=Look::Secondary/>
                <TakeIn services/>
                <ReadCode services/>
            </div>
            <Others services/>
        </div>
    };
    Some(page)
}

/// The one who is here, and what they can do now.
fn here(services: Services, words: Words) -> Option<AnyView> {
    let Presence::Here(_) = services.presence() else { return None };
    let code = services.code_here();
    let is_guest = services.presence().is_guest();
    let text = words.made(move |words| match code {
        Some(code) => words.profiles_here(called(code, words)),
        None => words.profiles_here_guest().to_owned(),
    });
    let end: fn(&Messages) -> &str =
        if is_guest { Messages::profiles_end_guest } else { Messages::profiles_end };
    let own = (!is_guest).then(|| {
        view! {
            <LinkButton text=words.text(Messages::app_own_profile) href=Signal::stored(Route::OwnProfile.to_string()) look=Look::Secondary/>
            <Button text=words.text(Messages::profiles_lock) on_press=move |()| services.lock() look=Look::Secondary before=Icon::Lock/>
        }
    });
    let view = view! {
        <Notice kind=NoticeKind::Info sign=Icon::Person text>
            {own}
            <Button text=words.text(end) on_press=move |()| services.leave() look=Look::Tertiary/>
        </Notice>
    };
    Some(view.into_any())
}

/// Everybody who has a profile here.
#[component]
pub(super) fn Choice(
    services: Services,
    found: RwSignal<Option<Profiles>>,
    /// One of them is open.
    #[prop(into)]
    opened: Callback<()>,
) -> impl IntoView {
    let words = Words::get();
    let chosen: RwSignal<Vec<Picture>> = RwSignal::new(Vec::new());
    let asked: RwSignal<Option<ProfileId>> = RwSignal::new(None);
    let are_many =
        Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|all| all.len() >= MANY)));
    let press = move |id: ProfileId| {
        let all = found.get_untracked().unwrap_or_default();
        let Some((id, profile)) = all.into_iter().find(|(one, _)| *one == id) else { return };
        if services.open_profile(&id, &profile) {
            opened.run(());
        } else {
            asked.set(Some(id));
            document::focus_soon("profile-pin".to_owned());
        }
    };
    let list = move || {
        let all = found.get()?;
        if all.is_empty() {
            return Some(view! { <p class="muted">{words.text(Messages::profiles_none)}</p> }.into_any());
        }
        let fitting: Vec<_> =
            all.into_iter().filter(|(_, profile)| chosen.with(|chosen| profile.code.has(chosen))).collect();
        if fitting.is_empty() {
            return Some(view! { <p role="status">{words.text(Messages::profiles_no_match)}</p> }.into_any());
        }
        let one = |(id, profile): (ProfileId, _)| view! { <li>{entry(&profile, words, move || press(id.clone()))}</li> };
        Some(view! { <ul class="profile-list">{fitting.into_iter().map(one).collect_view()}</ul> }.into_any())
    };
    let opening = move || {
        let id = asked.get()?;
        let (id, profile) =
            found.with_untracked(|found| found.iter().flatten().find(|(one, _)| *one == id).cloned())?;
        Some(view! { <Opening services id profile opened/> })
    };
    view! {
        <section class="stack g4">
            <h2 class="t-title">{words.text(Messages::profiles_list)}</h2>
            {live(move || are_many.get().then(|| view! { <PictureChoice legend=words.text(Messages::profiles_find) chosen/> }))}
            {live(list)}
            {live(opening)}
        </section>
    }
}

/// Without a profile: a guest, or nobody.
#[component]
pub(super) fn Others(services: Services) -> impl IntoView {
    let words = Words::get();
    let somebody = Memo::new(move |_| services.presence() != Presence::Nobody);
    let go = move || services.open(&Route::Home);
    view! {
        <section class="stack g3">
            <h2 class="t-title">{words.text(Messages::profiles_others)}</h2>
            <p class="muted">{words.text(Messages::profiles_guest_hint)}</p>
            <div class="row wrap g3">
                <Button text=words.text(Messages::profiles_guest) look=Look::Secondary on_press=move |()| {
                    services.enter_guest();
                    go();
                }/>
                {live(move || somebody.get().then(|| view! {
                    <Button text=words.text(Messages::profiles_without) look=Look::Tertiary on_press=move |()| {
                        services.leave();
                        go();
                    }/>
                }))}
            </div>
        </section>
    }
}
