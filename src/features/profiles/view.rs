//! The pages of the profiles.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod choose;
mod code;
mod file;
mod locked;
mod new;
mod opening;
mod own;
mod pin;
mod taken;

pub use choose::ProfilesPage;
pub use locked::LockedPage;
pub use new::NewProfilePage;
pub use own::OwnProfilePage;

use leptos::prelude::*;

use crate::ethics::ProfileId;
use crate::i18n::Messages;
use crate::pictured::{drawing, name};
use crate::profiles::{Picture, Profile};
use crate::services::{NotChanged, Services};
use crate::storage::words as told;

/// The profiles of the device.
type Profiles = Vec<(ProfileId, Profile)>;

/// The profiles of the device, read again when something changes; none before they have been read.
fn profiles(services: Services) -> RwSignal<Option<Profiles>> {
    // Where the store does not answer there are none, and other screens say why.
    services.followed(async |services: Services| Some(services.read_profiles().await.unwrap_or_default()))
}

/// What is said where a profile was not changed.
fn not_changed(why: &NotChanged, words: &Messages) -> String {
    match why {
        NotChanged::NoKey | NotChanged::Gone => words.profiles_not_changed().to_owned(),
        NotChanged::Failed(error) => {
            let told = told::message(error, words);
            format!("{} {}", told.happened, told.advice)
        }
    }
}

/// The twelve pictures, to be chosen among.
#[component]
fn PictureChoice(
    /// What they are chosen for.
    #[prop(into)]
    legend: Signal<String>,
    /// Those that are chosen, in the order in which they were.
    chosen: RwSignal<Vec<Picture>>,
) -> impl IntoView {
    let words = crate::i18n::Words::get();
    let toggle = move |picture: Picture| {
        chosen.update(|chosen| match chosen.iter().position(|one| *one == picture) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(picture),
        });
    };
    let tile = move |picture: Picture| {
        let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.contains(&picture)));
        view! {
            <button type="button" class="picture-choice" aria-pressed=Signal::derive(move || is_chosen.get().to_string())
                on:click=move |_| toggle(picture)>
                <span class="picture">{drawing(picture)}</span>
                <span>{words.made(move |words| name(picture, words).to_owned())}</span>
            </button>
        }
    };
    view! {
        <fieldset class="choice">
            <legend class="t-sub">{legend}</legend>
            <div class="picture-choices">{Picture::ALL.into_iter().map(tile).collect_view()}</div>
        </fieldset>
    }
}
