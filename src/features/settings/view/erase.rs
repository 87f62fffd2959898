//! Erasing everything: says exactly what is lost, and does it at the second press.

use leptos::prelude::*;

use super::Setting;
use super::backup::danger;
use crate::features::settings::model::{Backup, Erase, Kept, Model};
use crate::features::settings::update::Msg;
use crate::i18n::{Messages, Words};
use crate::storage::words as told;
use crate::ui::{Button, Dialog, Icon, Look, Tone, live};

#[component]
pub(super) fn EraseAll(
    model: RwSignal<Model>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let open = Memo::new(move |_| model.with(|m| matches!(m.erase, Erase::Asked | Erase::Erasing)));
    let kept = Memo::new(move |_| model.with(|m| m.kept));
    let busy = Signal::derive(move || model.with(|m| m.erase == Erase::Erasing));
    let making = Signal::derive(move || model.with(|m| m.backup == Backup::Making));
    let failed = Memo::new(move |_| {
        model.with(|m| match &m.erase {
            Erase::Failed(error) => Some(error.clone()),
            Erase::Idle | Erase::Asked | Erase::Erasing => None,
        })
    });
    let lines = move || {
        let lines = words.with(|words| lost(kept.get(), words));
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let final_ = words.text(Messages::settings_erase_final);
    let fault = move || {
        failed.get().map(|error| {
            let again = error.clone();
            danger(
                words.made(move |w| told::message(&again, w).happened.to_owned()),
                words.made(move |w| told::message(&error, w).advice.to_owned()),
            )
        })
    };
    let actions = move || {
        view! {
            <Button
                text=words.text(Messages::settings_erase_yes)
                look=Look::Secondary
                tone=Tone::Danger
                before=Icon::Trash
                disabled=busy
                on_press=move |()| dispatch.run(Msg::EraseConfirmed)
            />
            <Button
                text=words.text(Messages::storage_backup_make)
                look=Look::Secondary
                before=Icon::Download
                disabled=making
                on_press=move |()| dispatch.run(Msg::BackupPressed)
            />
            <Button
                text=words.text(Messages::settings_erase_no)
                look=Look::Tertiary
                tone=Tone::Neutral
                on_press=move |()| dispatch.run(Msg::EraseCancelled)
            />
        }
    };
    view! {
        <Setting name=words.text(Messages::settings_erase) small=words.text(Messages::settings_erase_hint)>
            <div>
                <Button
                    text=words.text(Messages::settings_erase_button)
                    look=Look::Secondary
                    tone=Tone::Danger
                    before=Icon::Trash
                    disabled=Signal::derive(move || !may_write.get())
                    on_press=move |()| dispatch.run(Msg::ErasePressed)
                />
            </div>
            {live(fault)}
            <Dialog
                id="settings-erase"
                title=words.text(Messages::settings_erase_title)
                close=words.text(Messages::settings_erase_no)
                open=open
                on_close=move |()| dispatch.run(Msg::EraseCancelled)
                actions=actions
            >
                <ul class="setting-list">{live(lines)}</ul>
                <p>{final_}</p>
            </Dialog>
        </Setting>
    }
}

fn lost(kept: Kept, words: &Messages) -> Vec<String> {
    let counted: [(usize, &dyn Fn(usize) -> String); 7] = [
        (kept.unfinished, &|n| words.settings_lost_unfinished(n)),
        (kept.archived, &|n| words.settings_lost_archived(n)),
        (kept.agreements, &|n| words.settings_lost_agreements(n)),
        (kept.ideas, &|n| words.settings_lost_ideas(n)),
        (kept.practices, &|n| words.settings_lost_practices(n)),
        (kept.packs, &|n| words.settings_lost_packs(n)),
        (kept.asides, &|n| words.settings_lost_asides(n)),
    ];
    let mut lines: Vec<String> =
        counted.into_iter().filter(|(n, _)| *n > 0).map(|(n, line)| line(n)).collect();
    if kept.is_nothing() {
        lines.push(words.settings_lost_nothing().to_owned());
    }
    lines.push(words.settings_lost_choices().to_owned());
    lines
}
