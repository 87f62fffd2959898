//! A new profile: three pictures, and that is all.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{PictureChoice, not_changed, profiles};
use crate::i18n::{Messages, Words};
use crate::pictured::called;
use crate::profiles::{Code, Picture};
use crate::route::Route;
use crate::services::{NotChanged, Services};
use crate::ui::{Button, Icon, LinkButton, Look, live};

/// Makes a profile.
#[component]
pub fn NewProfilePage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let found = profiles(services);
    let chosen: RwSignal<Vec<Picture>> = RwSignal::new(Vec::new());
    let failed: RwSignal<Option<NotChanged>> = RwSignal::new(None);
    let code = Memo::new(move |_| chosen.with(|chosen| Code::of(chosen)));
    let is_taken = Memo::new(move |_| {
        let code = code.get();
        code.is_some()
            && found.with(|found| found.iter().flatten().any(|(_, profile)| Some(profile.code) == code))
    });
    let said = words.made(move |words| match (code.get(), is_taken.get()) {
        (_, true) => words.profiles_taken().to_owned(),
        (Some(code), false) => words.profiles_called(called(code, words)),
        (None, false) => words.profiles_chosen(chosen.with(Vec::len)),
    });
    let cannot = Signal::derive(move || code.get().is_none() || is_taken.get() || services.reads_only());
    let make = move |()| {
        let Some(code) = code.get_untracked() else { return };
        spawn_local(async move {
            match services.make_profile(code).await {
                Ok(()) => services.replace(&Route::OwnProfile),
                // The screen may be gone by now.
                Err(why) => drop(failed.try_set(Some(why))),
            }
        });
    };
    let not_made = move || {
        let why = failed.get()?;
        Some(view! { <p role="alert">{words.made(move |words| not_changed(&why, words))}</p> })
    };
    let page = view! {
        <header class="page-head"><h1 class="serif q-lg" tabindex="-1">{words.text(Messages::app_new_profile)}</h1></header>
        <div class="stack g6 profiles">
            <p class="t-lead">{words.text(Messages::profiles_new_lead)}</p>
            <PictureChoice legend=words.text(Messages::profiles_choose) chosen/>
            <p role="status">{said}</p>
            {live(not_made)}
            <div class="row wrap g3">
                <Button text=words.text(Messages::profiles_make_it) on_press=make before=Icon::Check disabled=cannot/>
                <LinkButton text=words.text(Messages::profiles_back) href=Signal::stored(Route::Profiles.to_string()) look=Look::Tertiary/>
            </div>
            <p class="muted t-sm">{words.text(Messages::profiles_open_to_all)}</p>
        </div>
    };
    Some(page)
}
