//! What stands in the place of the screen when nobody has touched it for a while. What a group has before it comes
//! back at a touch; what is somebody's own, when they open their profile again.

use leptos::prelude::*;

use super::choose::{Choice, Others};
use super::opening::{Opening, entry};
use super::profiles;
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Icon, Scale, live};

/// The locked screen.
#[component]
pub fn LockedPage() -> impl IntoView {
    let services = Services::find()?;
    document::focus_heading_if_lost();
    let is_at_the_table = Memo::new(move |_| services.route().is_at_the_table());
    Some(live(move || if is_at_the_table.get() { table(services) } else { own(services) }))
}

/// A group sits around it: it is as they left it.
fn table(services: Services) -> AnyView {
    let words = Words::get();
    view! {
        <div class="stack g6 veil" on:click=move |_| services.lift()>
            <h1 class="serif q-lg" tabindex="-1">{words.text(Messages::profiles_table_title)}</h1>
            <p class="t-lead">{words.text(Messages::profiles_table_text)}</p>
            <div><Button text=words.text(Messages::profiles_table_show) on_press=move |()| services.lift() scale=Scale::Huge/></div>
        </div>
    }
    .into_any()
}

/// Somebody's own: their pictures, and those of the others.
fn own(services: Services) -> AnyView {
    let words = Words::get();
    let found = profiles(services);
    let last = Memo::new(move |_| {
        let presence = services.presence();
        let id = presence.profile()?.clone();
        found.with(|found| found.iter().flatten().find(|(one, _)| *one == id).cloned())
    });
    let is_guest = Memo::new(move |_| services.presence().is_guest());
    let again = move || {
        if is_guest.get() {
            let go_on = move |()| services.enter_guest();
            return Some(view! { <div><Button text=words.text(Messages::profiles_guest_on) on_press=go_on before=Icon::Person/></div> }.into_any());
        }
        let (id, profile) = last.get()?;
        if profile.lock().is_some() {
            return Some(view! { <Opening services id profile opened=|()| {}/> }.into_any());
        }
        let shown = profile.clone();
        Some(entry(&shown, words, move || {
            // One whose key nobody can have made stays as it is.
            let _ = services.open_profile(&id, &profile);
        }))
    };
    let others = move || {
        let presence = services.presence();
        let not_the_last = RwSignal::new(None);
        Effect::new(move |_| {
            let id = presence.profile().cloned();
            not_the_last.set(
                found.get().map(|all| all.into_iter().filter(|(one, _)| Some(one) != id.as_ref()).collect()),
            );
        });
        view! { <Choice services found=not_the_last opened=move |()| services.open(&Route::Home)/> }
    };
    view! {
        <div class="stack g6 profiles">
            <h1 class="serif q-lg" tabindex="-1">{words.text(Messages::profiles_locked_title)}</h1>
            <p class="t-lead">{words.text(Messages::profiles_locked_text)}</p>
            {live(again)}
            {live(others)}
            <Others services/>
        </div>
    }
    .into_any()
}
