//! «Lagring og personvern» in plain words, use without network, and the version.

use leptos::prelude::*;

use super::Setting;
use crate::features::settings::model::{Model, size};
use crate::features::settings::update::Msg;
use crate::i18n::{Messages, Words};
use crate::platform::device;
use crate::platform::offline::Readiness;
use crate::services::Services;
use crate::storage::words as told;
use crate::ui::{Button, Icon, IconScale, Look, Notice, NoticeKind, icon_with, live};

/// What is kept where, how much room it takes, and whether the browser keeps it.
#[component]
pub(super) fn Privacy(services: Services, model: RwSignal<Model>, dispatch: Callback<Msg>) -> impl IntoView {
    let words = Words::get();
    let (where_, who, network) = (
        words.text(Messages::settings_stored_where),
        words.text(Messages::settings_stored_who),
        words.text(Messages::settings_stored_network),
    );
    let used = Memo::new(move |_| model.with(|m| m.used));
    let room = move || {
        used.get().map(|bytes| {
            let room = words.with(|w| w.settings_room(size(bytes, words.language())));
            view! { <p>{room}</p> }
        })
    };
    view! {
        <Setting name=words.text(Messages::settings_storage) small=words.text(Messages::settings_storage_hint)>
            <p>{where_}</p>
            <p>{network}</p>
            <p>{who}</p>
            {live(room)}
            {failure(model, words)}
            {lasting(model, dispatch, words)}
            {install(words)}
            {offline(services, words)}
        </Setting>
    }
}

fn failure(model: RwSignal<Model>, words: Words) -> impl IntoView {
    let failed = Memo::new(move |_| model.with(|m| m.failed.clone()));
    live(move || {
        failed.get().map(|error| {
            let again = error.clone();
            view! {
                <Notice
                    kind=NoticeKind::Danger
                    sign=Icon::Error
                    urgent=true
                    title=words.made(move |w| told::message(&again, w).happened.to_owned())
                    text=words.made(move |w| told::message(&error, w).advice.to_owned())
                />
            }
        })
    })
}

fn lasting(model: RwSignal<Model>, dispatch: Callback<Msg>, words: Words) -> impl IntoView {
    let lasting = Memo::new(move |_| model.with(|m| m.lasting));
    let (yes, no) = (words.text(Messages::storage_lasting_yes), words.text(Messages::storage_lasting_no));
    live(move || {
        lasting.get().map(|lasting| {
            let text = if lasting { yes } else { no };
            let ask = (!lasting).then(|| {
                view! {
                    <Button
                        text=words.text(Messages::storage_lasting_ask)
                        look=Look::Secondary
                        before=Icon::Lock
                        on_press=move |()| dispatch.run(Msg::LastingPressed)
                    />
                }
            });
            view! {
                <p>{text}</p>
                {ask}
            }
        })
    })
}

/// On an iPad or iPhone in a tab: why to install it, and how.
fn install(words: Words) -> impl IntoView {
    let title = words.text(Messages::settings_install_title);
    let steps: [fn(&Messages) -> &str; 3] =
        [Messages::settings_install_1, Messages::settings_install_2, Messages::settings_install_3];
    let step = move |step| {
        let text = words.text(step);
        view! { <li>{text}</li> }
    };
    let backup_first = words.text(Messages::settings_install_move);
    (device::is_ipad_or_iphone() && !device::is_installed()).then(|| {
        view! {
            <Notice kind=NoticeKind::Info sign=Icon::Tablet title text=words.text(Messages::storage_lasting_install)/>
            <ol class="setting-steps">{steps.map(step).collect_view()}</ol>
            <p class="setting-small">{backup_first}</p>
        }
    })
}

fn offline(services: Services, words: Words) -> impl IntoView {
    let readiness = Memo::new(move |_| services.offline().readiness());
    let text = Signal::derive(move || {
        words.with(|words| match readiness.get() {
            Readiness::Ready => words.settings_offline_ready().to_owned(),
            Readiness::Fetching { kept, listed } if listed > 0 => {
                words.settings_offline_fetching(listed, kept)
            }
            Readiness::Fetching { .. } => words.settings_offline_starting().to_owned(),
            Readiness::Interrupted => words.settings_offline_interrupted().to_owned(),
            Readiness::Unsupported => words.settings_offline_unsupported().to_owned(),
        })
    });
    let sign = move || {
        let ready = readiness.get() == Readiness::Ready;
        icon_with(if ready { Icon::OfflineReady } else { Icon::Offline }, IconScale::Normal, "")
    };
    view! { <p class="setting-status" role="status">{live(sign)} <span>{text}</span></p> }
}

/// Which version this is, and whether there is a newer one.
#[component]
pub(super) fn Version(services: Services, model: RwSignal<Model>, dispatch: Callback<Msg>) -> impl IntoView {
    let words = Words::get();
    let version: String = services.assets().version.chars().take(8).collect();
    let text = words.made(move |words| words.settings_version(&version));
    let has_update = Memo::new(move |_| services.offline().has_update());
    let looked = Memo::new(move |_| model.with(|m| m.looked));
    let told = Signal::derive(move || match (has_update.get(), looked.get()) {
        (true, _) => words.with(|words| words.app_update_title().to_owned()),
        (false, true) => words.with(|words| words.settings_looked().to_owned()),
        (false, false) => String::new(),
    });
    let button = move || {
        if has_update.get() {
            view! {
                <Button
                    text=words.text(Messages::app_update_now)
                    look=Look::Secondary
                    before=Icon::Sync
                    on_press=move |()| services.take_update()
                />
            }
            .into_any()
        } else {
            view! {
                <Button
                    text=words.text(Messages::settings_look)
                    look=Look::Secondary
                    before=Icon::Sync
                    on_press=move |()| dispatch.run(Msg::LookPressed)
                />
            }
            .into_any()
        }
    };
    view! {
        <Setting name=words.text(Messages::settings_update) small=text>
            <div>{live(button)}</div>
            <p role="status">{told}</p>
        </Setting>
    }
}
