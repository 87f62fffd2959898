//! Opening a profile: at once where it has no PIN, with the PIN or the recovery key where it has one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ethics::ProfileId;
use crate::features::profiles::entered::misread;
use crate::i18n::{Messages, Words};
use crate::pictured::{called, pictures};
use crate::profiles::{Pin, Profile, RecoveryKey};
use crate::services::Services;
use crate::ui::{Button, Icon, Look, Secret, SecretField, icon, live};

/// What is asked of somebody who opens a profile with a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Way {
    #[default]
    Pin,
    Recovery,
}

/// What is said under the field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Said {
    #[default]
    Nothing,
    Working,
    Wrong,
    Shape,
    NoKey,
    Recovery(crate::profiles::Misread),
    OtherProfile,
}

/// A profile in a list: its pictures and their names, and whether it asks for a PIN.
pub(super) fn entry(profile: &Profile, words: Words, on_press: impl Fn() + 'static) -> AnyView {
    let (code, has_pin) = (profile.code, profile.lock().is_some());
    let name = words.made(move |words| called(code, words));
    let lock = has_pin.then(|| {
        view! {
            <span class="profile-lock">
                {icon(Icon::Lock)} <span class="sr">{words.text(Messages::profiles_has_pin)}</span>
            </span>
        }
    });
    view! {
        <button type="button" class="profile" on:click=move |_| on_press()>
            {pictures(code)} <span class="profile-name">{name}</span> {lock}
        </button>
    }
    .into_any()
}

/// Opens a profile that asks for its PIN. `opened` is called when it is open.
#[component]
pub(super) fn Opening(
    services: Services,
    id: ProfileId,
    profile: Profile,
    /// It is open.
    #[prop(into)]
    opened: Callback<()>,
) -> impl IntoView {
    let words = Words::get();
    let (way, said) = (RwSignal::new(Way::default()), RwSignal::new(Said::default()));
    let typed = RwSignal::new(String::new());
    let code = profile.code;
    let known = StoredValue::new((id, profile));
    let go = Callback::new(move |()| {
        if said.get_untracked() == Said::Working {
            return;
        }
        let (id, profile) = known.get_value();
        match way.get_untracked() {
            Way::Pin => {
                let Some(pin) = typed.with_untracked(|typed| Pin::read(typed)) else {
                    said.set(Said::Shape);
                    return;
                };
                said.set(Said::Working);
                spawn_local(async move {
                    let now = match services.open_with_pin(&id, &profile, &pin).await {
                        Ok(true) => return opened.try_run(()).unwrap_or_default(),
                        Ok(false) => Said::Wrong,
                        Err(_) => Said::NoKey,
                    };
                    // The screen may be gone by now.
                    let _ = typed.try_set(String::new());
                    let _ = said.try_set(now);
                });
            }
            Way::Recovery => match typed.with_untracked(|typed| RecoveryKey::read(typed)) {
                Ok(recovery) if services.open_with_recovery(&id, &profile, &recovery) => opened.run(()),
                Ok(_) => said.set(Said::OtherProfile),
                Err(why) => said.set(Said::Recovery(why)),
            },
        }
    });
    let told = words.made(move |words| match said.get() {
        Said::Nothing => String::new(),
        Said::Working => words.profiles_pin_working().to_owned(),
        Said::Wrong => words.profiles_pin_wrong().to_owned(),
        Said::Shape => words.profiles_pin_shape().to_owned(),
        Said::NoKey => words.profiles_not_changed().to_owned(),
        Said::Recovery(why) => misread(why, words),
        Said::OtherProfile => words.profiles_recovery_other().to_owned(),
    });
    let title = words.made(move |words| words.profiles_pin_ask(called(code, words)));
    let field = move || {
        let on_input = Callback::new(move |text: String| typed.set(text));
        match way.get() {
            Way::Pin => view! {
                <SecretField id="profile-pin" label=words.text(Messages::profiles_pin) value=typed on_input on_enter=go told/>
            }
            .into_any(),
            Way::Recovery => view! {
                <SecretField id="profile-recovery" label=words.text(Messages::profiles_recovery)
                    hint=words.text(Messages::profiles_recovery_hint) made_of=Secret::Letters value=typed on_input on_enter=go told/>
            }
            .into_any(),
        }
    };
    let other_way = words.made(move |words| match way.get() {
        Way::Pin => words.profiles_use_recovery().to_owned(),
        Way::Recovery => words.profiles_use_pin().to_owned(),
    });
    let turn = move |()| {
        typed.set(String::new());
        said.set(Said::Nothing);
        way.update(|way| *way = if *way == Way::Pin { Way::Recovery } else { Way::Pin });
    };
    view! {
        <section class="stack g4 profile-opening">
            <h2 class="t-title profile-asked">{pictures(code)} <span>{title}</span></h2>
            {live(field)}
            <div class="row wrap g3">
                <Button text=words.text(Messages::profiles_open) on_press=go before=Icon::Lock/>
                <Button text=other_way on_press=turn look=Look::Tertiary/>
            </div>
            <p class="muted t-sm">{words.text(Messages::profiles_lost)}</p>
        </section>
    }
}
