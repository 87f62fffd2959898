//! Puts everything together: the words, the store, the services, the address on the screen, and the
//! frame around the rooms.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::i18n::{Language, Messages, Words};
use crate::platform::assets::Assets;
use crate::platform::{address, document};
use crate::route::Route;
use crate::services::Services;
use crate::storage::{IndexedDbStore, Records, Store, WithGuest};

mod banners;
mod frame;
mod lasting;
mod not_found;
mod parts;
mod reflection;
mod screen;
mod start;
mod writing;

/// Mounts the app in the page, once the words of the chosen language are here.
pub fn mount() {
    console_error_panic_hook::set_once();
    spawn_local(async {
        match start::first_words(&Assets::of_page()).await {
            Ok((language, messages)) => mount_with(language, messages),
            // The start screen is still there, and says that the app could not start.
            Err(reason) => start::failed(&reason),
        }
    });
}

fn mount_with(language: Language, messages: Messages) {
    let words = Words::new(language, messages);
    let records = Rc::new(Records::new(store()));
    let services = Services::new(records, Assets::of_page(), Route::parse(&address::hash()), words);
    document::set_language(language.code());
    leptos::mount::mount_to_body(move || {
        words.provide();
        services.provide();
        view! { <frame::App/> }
    });
    document::remove_start_screen();
    follow_address(services);
    // A window for the room's face gets everything that it may know from the one that writes.
    if services.shows_the_room() {
        return;
    }
    services.read_preferences();
    services.follow_people();
    spawn_local(async move {
        // The first screen stands without them, and answers before they are on their way.
        document::painted().await;
        services.fetch_library();
        services.fetch_names();
        services.offline().start();
    });
}

#[cfg(not(feature = "faults"))]
fn store() -> Rc<dyn Store> {
    Rc::new(WithGuest::new(Rc::new(IndexedDbStore::new())))
}

#[cfg(feature = "faults")]
fn store() -> Rc<dyn Store> {
    Rc::new(crate::storage::FaultyStore::new(Rc::new(WithGuest::new(Rc::new(IndexedDbStore::new())))))
}

fn follow_address(services: Services) {
    let route = services.route_signal();
    let shows_the_room = services.shows_the_room();
    address::listen(move |hash| {
        if shows_the_room {
            // It has no store: whatever else is wanted here begins anew.
            address::reload();
            return;
        }
        // What was written on the screen that is left is on its way to the store before the next one reads.
        services.saver().flush();
        route.set(Route::parse(&hash));
    });
}
