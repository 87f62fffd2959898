//! A text field for writing about people: the field, and the privacy guard that looks at what is
//! written while it is written. It warns and offers a neutral wording; it never blocks and never
//! changes a text by itself.
//!
//! Between the features and the parts: every feature that takes free text takes it through here.

use leptos::prelude::*;

use crate::ethics::privacy::{Finding, Kind, Names, find};
use crate::i18n::{Messages, Words};
use crate::services::{SaveStatus, Services};
use crate::ui::{
    self, Button, Field, FieldNote, Icon, Label, Look, Notice, NoticeKind, Room, SaveLook, Text, Tone, live,
    when,
};

/// A text field with the privacy guard under it.
#[component]
pub fn WritingField(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Text,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Option<Text>,
    /// What stands in the field.
    #[prop(into)]
    value: Text,
    /// Everything that now stands in the field, at every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// The field was left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// How many lines it has room for.
    #[prop(optional)]
    room: Room,
    /// How the label looks.
    #[prop(optional)]
    label_as: Label,
    /// Larger text, for the sentence a whole step is about.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let on_leave = Callback::new(move |()| {
        // Whoever asked may be gone before the field is.
        let _ = on_leave.and_then(|left| left.try_run(()));
    });
    match hint {
        Some(hint) => view! {
            <Field id label hint value on_input on_leave room label_as large>
                <Guard value on_replace=on_input/>
            </Field>
        }
        .into_any(),
        None => view! {
            <Field id label value on_input on_leave room label_as large>
                <Guard value on_replace=on_input/>
            </Field>
        }
        .into_any(),
    }
}

/// What to think of before others read something: who could be recognised, and what the privacy guard has found.
#[component]
pub fn BeforeOthersRead(
    /// Every text that others will read.
    #[prop(into)]
    texts: Signal<Vec<String>>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find();
    let found = Memo::new(move |_| {
        let Some(names) = services.map(Services::names) else { return Vec::new() };
        texts.with(|texts| found_in(texts, &names))
    });
    view! {
        <Notice kind=NoticeKind::Amber sign=Icon::Shield title=words.text(Messages::reflection_keep_five) text=words.text(Messages::reflection_keep_five_lead)/>
        {live(move || (!found.with(Vec::is_empty)).then(|| view! {
            <div class="stack g2">
                <p>{live(move || words.with(|w| w.reflection_keep_guard(found.with(Vec::len))))}</p>
                <ul class="row wrap g2">{live(move || found.get().into_iter().map(|text| view! { <li class="tag">"«"{text}"»"</li> }).collect_view())}</ul>
            </div>
        }))}
    }
}

/// What could identify somebody, in any of the texts, each once.
fn found_in(texts: &[String], names: &Names) -> Vec<String> {
    let mut found: Vec<String> = texts
        .iter()
        .flat_map(|text| {
            find(text, names).into_iter().map(|finding| finding.text(text).to_owned()).collect::<Vec<_>>()
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// A text as paragraphs.
#[must_use]
pub fn paragraphs(text: &str) -> impl IntoView + use<> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
    lines.map(|line| view! { <p>{line}</p> }).collect_view()
}

/// How a save status looks.
#[must_use]
pub fn save_look(status: &SaveStatus) -> SaveLook {
    match status {
        SaveStatus::Kept => SaveLook::Kept,
        SaveStatus::Pending | SaveStatus::Saving => SaveLook::Pending,
        SaveStatus::Failed(_) => SaveLook::Failed,
    }
}

/// Whether what was last written is kept on this device.
#[component]
pub fn KeptStatus(
    /// Knows how the last change is doing.
    services: Services,
) -> impl IntoView {
    let words = Words::get();
    let look = Memo::new(move |_| save_look(&services.save_status()));
    let said = words.made(move |words| services.save_told(words));
    view! { <ui::SaveStatus look=look text=said/> }
}

/// What is told where the browser does not take a file.
#[component]
pub fn FileRefused(
    /// Whether it was so with the last one.
    refused: RwSignal<bool>,
) -> impl IntoView {
    let words = Words::get();
    when(refused, move || {
        view! {
            <Notice kind=NoticeKind::Warning sign=Icon::Warning text=words.text(Messages::storage_backup_refused)
                urgent=true/>
        }
    })
}

/// What the privacy guard sees in a text, one thing at a time.
#[component]
fn Guard(value: Text, on_replace: Callback<String>) -> impl IntoView {
    let services = Services::find();
    // What somebody chose to keep, in this field, as long as it is on the screen.
    let kept = RwSignal::new(Vec::<String>::new());
    let seen = Memo::new(move |_| {
        if value.with(String::is_empty) {
            return None;
        }
        let names = services?.names();
        value.with(|text| {
            let found = find(text, &names).into_iter().map(|finding| Seen::of(&finding, text));
            found.into_iter().find(|seen| kept.with(|kept| !kept.contains(&seen.text)))
        })
    });
    move || seen.get().map(|seen| note(seen, value, kept, on_replace))
}

fn note(seen: Seen, value: Text, kept: RwSignal<Vec<String>>, on_replace: Callback<String>) -> impl IntoView {
    let words = Words::get();
    let seen = StoredValue::new(seen);
    let text = words.made(move |words| seen.with_value(|seen| seen.told(words)));
    let offer = seen.with_value(|seen| words.now(|words| seen.instead(words).is_some()));
    let use_it = words.made(move |words| {
        seen.with_value(|seen| {
            seen.instead(words).map(|instead| words.privacy_use(instead)).unwrap_or_default()
        })
    });
    let replace = move |()| {
        let replaced = seen.with_value(|seen| {
            words.now(|words| {
                value.with_untracked(|text| seen.replaced(text, seen.instead(words).unwrap_or_default()))
            })
        });
        on_replace.run(replaced);
    };
    let keep = move |()| kept.update(|kept| kept.push(seen.with_value(|seen| seen.text.clone())));
    view! {
        <FieldNote sign=Icon::Shield text=text>
            {offer.then(|| view! { <Button text=use_it look=Look::Tertiary tone=Tone::Lyng on_press=replace/> })}
            <Button
                text=words.text(Messages::privacy_keep)
                look=Look::Tertiary
                tone=Tone::Neutral
                on_press=keep
            />
        </FieldNote>
    }
}

/// Something that could identify somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    kind: Kind,
    text: String,
}

impl Seen {
    fn of(finding: &Finding, text: &str) -> Self {
        Self { kind: finding.kind, text: finding.text(text).to_owned() }
    }

    /// What it is and why it matters.
    fn told(&self, words: &Messages) -> String {
        let (what, why) = match self.kind {
            Kind::NationalId => (words.privacy_national_id_what(), words.privacy_national_id_why()),
            Kind::Phone => (words.privacy_phone_what(), words.privacy_phone_why()),
            Kind::Email => (words.privacy_email_what(), words.privacy_email_why()),
            Kind::Address => (words.privacy_address_what(), words.privacy_address_why()),
            Kind::Date => (words.privacy_date_what(), words.privacy_date_why()),
            Kind::Room => (words.privacy_room_what(), words.privacy_room_why()),
            Kind::Name => (words.privacy_name_what(), words.privacy_name_why()),
        };
        let note = words.privacy_note(&self.text, what, why);
        match self.advice(words) {
            Some(advice) => format!("{note} {advice}"),
            None => note,
        }
    }

    /// What to do where no wording can stand in its place.
    fn advice<'w>(&self, words: &'w Messages) -> Option<&'w str> {
        match self.kind {
            Kind::Phone => Some(words.privacy_phone_instead()),
            Kind::Email => Some(words.privacy_email_instead()),
            Kind::NationalId | Kind::Address | Kind::Date | Kind::Room | Kind::Name => None,
        }
    }

    /// A wording that can stand in its place.
    fn instead<'w>(&self, words: &'w Messages) -> Option<&'w str> {
        match self.kind.suggestion().replacement_key()? {
            "age_in_tens" => Some(words.privacy_replacement_age_in_tens()),
            "role" => Some(words.privacy_replacement_role()),
            "season" => Some(words.privacy_replacement_season()),
            "kind_of_place" => Some(words.privacy_replacement_kind_of_place()),
            "whereabouts" => Some(words.privacy_replacement_whereabouts()),
            _ => None,
        }
    }

    fn replaced(&self, text: &str, with: &str) -> String {
        text.replacen(&self.text, with, 1)
    }
}
