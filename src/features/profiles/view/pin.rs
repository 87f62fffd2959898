//! The PIN of the profile that is here: set, changed, taken away; and the recovery key, shown once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::not_changed;
use crate::features::profiles::entered::new_pin;
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::profiles::{Profile, RecoveryKey};
use crate::services::{NotChanged, Services};
use crate::ui::{Button, Confirm, Icon, Look, Notice, NoticeKind, SecretField, Tone, live};

/// What is said under the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Said {
    #[default]
    Nothing,
    Working,
    Changed,
    Told(String),
    Failed(NotChanged),
}

/// The PIN, and what is lost with it.
#[component]
pub(super) fn PinChoice(
    services: Services,
    profile: Profile,
    /// A recovery key that has just been made.
    fresh: RwSignal<Option<String>>,
    /// What is said under the fields; it outlives them, since they are made anew with the profile.
    said: RwSignal<Said>,
) -> impl IntoView {
    let words = Words::get();
    let has_pin = profile.lock().is_some();
    let (first, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let removing = RwSignal::new(false);
    let set = Callback::new(move |()| {
        if said.get_untracked() == Said::Working {
            return;
        }
        let pin = words.now(|words| {
            new_pin(&first.get_untracked(), &again.get_untracked(), words).map_err(str::to_owned)
        });
        let pin = match pin {
            Ok(pin) => pin,
            Err(why) => return said.set(Said::Told(why)),
        };
        said.set(Said::Working);
        spawn_local(async move {
            let done = if has_pin {
                services.change_pin(&pin).await.map(|()| None)
            } else {
                services.set_pin(&pin).await.map(|recovery| Some(RecoveryKey::text(&recovery)))
            };
            // The screen may be gone by now.
            match done {
                Ok(recovery) => {
                    let _ = said.try_set(Said::Changed);
                    if recovery.is_some() {
                        let _ = fresh.try_set(recovery);
                    }
                    let _ = first.try_set(String::new());
                    let _ = again.try_set(String::new());
                }
                Err(why) => drop(said.try_set(Said::Failed(why))),
            }
        });
    });
    let remove = move |()| {
        removing.set(false);
        spawn_local(async move {
            if let Err(why) = services.remove_pin().await {
                let _ = said.try_set(Said::Failed(why));
            }
        });
    };
    let told = words.made(move |words| match said.get() {
        Said::Nothing => String::new(),
        Said::Working => words.profiles_pin_working().to_owned(),
        Said::Changed => words.profiles_pin_changed().to_owned(),
        Said::Told(why) => why,
        Said::Failed(why) => not_changed(&why, words),
    });
    let press: fn(&Messages) -> &str =
        if has_pin { Messages::profiles_pin_change } else { Messages::profiles_pin_set };
    let take_away = has_pin.then(|| {
        view! {
            <Button text=words.text(Messages::profiles_pin_remove) on_press=move |()| removing.set(true) look=Look::Tertiary tone=Tone::Danger/>
        }
    });
    view! {
        <p>{words.text(Messages::profiles_pin_what)}</p>
        <p>{words.text(Messages::profiles_pin_lost)}</p>
        <SecretField id="pin-new" label=words.text(Messages::profiles_pin_new) hint=words.text(Messages::profiles_pin_shape)
            value=first on_input=move |text: String| first.set(text) on_enter=set told=Signal::stored(String::new())/>
        <SecretField id="pin-again" label=words.text(Messages::profiles_pin_again)
            value=again on_input=move |text: String| again.set(text) on_enter=set told/>
        <div class="row wrap g3">
            <Button text=words.text(press) on_press=set look=Look::Secondary before=Icon::Lock/>
            {take_away}
        </div>
        <Confirm id="pin-remove" title=words.text(Messages::profiles_pin_remove_title) close=words.text(Messages::app_close)
            open=removing yes=words.text(Messages::profiles_pin_remove) no=words.text(Messages::profiles_pin_keep)
            on_yes=remove on_no=move |()| removing.set(false)>
            <p>{words.text(Messages::profiles_open_to_all)}</p>
        </Confirm>
    }
}

/// The recovery key, for this once. It goes with the screen.
#[component]
pub(super) fn FreshKey(
    /// The key; none any more when somebody has put it away.
    fresh: RwSignal<Option<String>>,
) -> impl IntoView {
    let words = Words::get();
    let shown = move || {
        let key = fresh.get()?;
        let view = view! {
            <Notice kind=NoticeKind::Warning sign=Icon::Lock urgent=true title=words.text(Messages::profiles_key_title)
                text=words.text(Messages::profiles_key_once)>
                <p class="recovery-key">{key}</p>
                <div class="row wrap g3">
                    <Button text=words.text(Messages::profiles_key_print) on_press=|()| document::print() before=Icon::Print/>
                    <Button text=words.text(Messages::profiles_key_done) on_press=move |()| fresh.set(None) look=Look::Tertiary/>
                </div>
            </Notice>
        };
        Some(view)
    };
    live(shown)
}
