//! What is agreed for next time, and the talk as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bed::Bed;
use crate::features::simulation::bedside::Model;
use crate::features::simulation::export;
use crate::i18n::{Day, Messages};
use crate::platform::{document, download};
use crate::progress::{Agreement, Mode};
use crate::storage::{Loaded, words as told};
use crate::ui::{Button, DateField, Icon, Look, Notice, NoticeKind, Tone, live, when};
use crate::writing::{FileRefused, WritingField};

/// What is agreed after a run, as far as it has been read.
#[derive(Clone, Copy)]
pub(super) struct Agreed {
    bed: Bed,
    agreement: RwSignal<Option<Agreement>>,
    /// What is told where it cannot be read.
    instead: RwSignal<Option<String>>,
}

impl Agreed {
    /// Reads it, and again when another window has changed it.
    pub(super) fn of(bed: Bed) -> Self {
        let agreed = Self { bed, agreement: RwSignal::new(None), instead: RwSignal::new(None) };
        Effect::new(move |_| {
            bed.services.follow_changes();
            let _ = bed.services.writer();
            spawn_local(async move { agreed.read().await });
        });
        agreed
    }

    async fn read(self) {
        let Some(id) = self.bed.id.try_get_value() else { return };
        let services = self.bed.services;
        let found = services.agreement_of_run(&id).await;
        // The screen may be gone by now.
        let _ = match found {
            Ok(Loaded::Ready(agreement)) => self.agreement.try_set(Some(agreement)),
            Ok(Loaded::Empty) => {
                let by_group = self.bed.now(|model| matches!(model.run.mode, Mode::Group | Mode::Instructor));
                self.agreement.try_set(Some(Agreement::of_run(&id, by_group, services.now_ms())))
            }
            other => {
                let text = services.words().now(|words| told::instead(&other, words));
                let _ = self.instead.try_set(text);
                None
            }
        };
    }

    /// Whether anything is agreed.
    pub(super) fn is_said(self) -> bool {
        self.agreement.with(|agreement| agreement.as_ref().is_some_and(Agreement::is_said))
    }

    fn edit(self, change: impl FnOnce(&mut Agreement)) {
        let kept = self.agreement.try_update(|agreement| {
            let agreement = agreement.as_mut()?;
            change(agreement);
            Some(agreement.clone())
        });
        if let Some(agreement) = kept.flatten() {
            self.bed.services.keep_agreement_of_run(&agreement);
        }
    }

    fn text(self, part: fn(&Agreement) -> &String) -> Signal<String> {
        Signal::derive(move || {
            self.agreement.with(|agreement| agreement.as_ref().map(part).cloned().unwrap_or_default())
        })
    }
}

/// One thing to do, who follows it up, and when to look at it again.
#[component]
pub(super) fn Agree(agreed: Agreed) -> impl IntoView {
    let words = agreed.bed.words;
    let first = Signal::stored(agreed.bed.services.today().to_string());
    let is_read = Memo::new(move |_| agreed.agreement.with(Option::is_some));
    let fields = move || {
        view! {
            <div class="action-fields no-print">
                <WritingField id="agree-what" label=words.text(Messages::afterwards_agree_what) value=agreed.text(|one| &one.what)
                    on_input=move |text| agreed.edit(|one| one.what = text)/>
                <WritingField id="agree-role" label=words.text(Messages::afterwards_agree_role) hint=words.text(Messages::afterwards_agree_role_hint)
                    value=agreed.text(|one| &one.role) on_input=move |text| agreed.edit(|one| one.role = text)/>
                <DateField id="agree-date" label=words.text(Messages::afterwards_agree_date) value=agreed.text(|one| &one.date)
                    on_input=move |day| agreed.edit(|one| one.date = day) first=first/>
            </div>
        }
        .into_any()
    };
    let on_paper = move || {
        agreed.agreement.with(|agreement| {
            let Agreement { what, role, date, .. } = agreement.as_ref()?;
            let lines = words.with(|words| {
                let role = role.trim();
                let who = (!role.is_empty()).then(|| words.reflection_r_next_role(role));
                let when = Day::parse(date).map(|day| words.reflection_r_next_date(day.long(words)));
                [Some(what.clone()), who, when]
            });
            Some(lines.into_iter().flatten().map(|line| view! { <p>{line}</p> }).collect_view())
        })
    };
    view! {
        <section class="panel stack g4" class:no-print=move || !agreed.is_said() aria-labelledby="agree">
            <header class="stack g2">
                <h3 id="agree" class="t-title">{words.text(Messages::afterwards_agree)}</h3>
                <p class="muted no-print">{words.text(Messages::afterwards_agree_lead)}</p>
            </header>
            {when(is_read, fields)}
            <div class="paper-only stack g1">{live(on_paper)}</div>
            {live(move || agreed.instead.get().map(|text| view! { <Notice kind=NoticeKind::Info sign=Icon::Info text=Signal::stored(text)/> }))}
            <p class="muted t-sm no-print">{words.text(Messages::afterwards_agree_kept)}</p>
        </section>
    }
}

/// Print, text file, data file.
#[component]
pub(super) fn Keep(agreed: Agreed) -> impl IntoView {
    let bed = agreed.bed;
    let words = bed.words;
    let refused = RwSignal::new(false);
    let hand_out = move |ending: &str, mime: &'static str, text: String| {
        let name = words.now(|words| words.afterwards_file_name(bed.services.today()));
        refused.set(download::save(&format!("{name}.{ending}"), mime, text.as_bytes()).is_err());
    };
    let save_text = move |()| {
        let language = bed.services.language_now();
        let text = |model: &Model| {
            agreed.agreement.with_untracked(|agreement| {
                words.now(|words| export::markdown(model, agreement.as_ref(), words, language))
            })
        };
        hand_out("md", "text/markdown", bed.now(text));
    };
    let save_data = move |()| {
        // A run is plain data; JSON can hold all of it.
        if let Some(text) = bed.now(|model| export::data(model).ok()) {
            hand_out("json", "application/json", text);
        }
    };
    view! {
        <section class="stack g3 no-print" aria-labelledby="keep">
            <h3 id="keep" class="t-title">{words.text(Messages::afterwards_keep)}</h3>
            <div class="row wrap g2">
                <Button text=words.text(Messages::reflection_print) on_press=move |()| document::print() look=Look::Secondary tone=Tone::Neutral before=Icon::Print/>
                <Button text=words.text(Messages::afterwards_save_text) on_press=save_text look=Look::Secondary tone=Tone::Neutral before=Icon::Download/>
                <Button text=words.text(Messages::afterwards_save_data) on_press=save_data look=Look::Tertiary tone=Tone::Neutral before=Icon::Download/>
            </div>
            <FileRefused refused/>
        </section>
    }
}
