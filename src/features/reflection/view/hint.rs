//! The one hint of a part: amber, gentle, and never a lock.

use leptos::prelude::*;

use super::Desk;
use crate::content::Part;
use crate::features::reflection::hints::{Hint, hints};
use crate::features::reflection::referat::listed_names;
use crate::features::reflection::session::QuestionSort;
use crate::i18n::Messages;
use crate::ui::{Icon, Notice, NoticeKind, live};

/// The first hint of a part. The patient's missing voice is shown by the part itself, with its action.
#[component]
pub(super) fn PartHint(desk: Desk, part: Part) -> impl IntoView {
    let hint =
        desk.memo(move |session| hints(session, part).into_iter().find(|hint| *hint != Hint::PatientVoice));
    let voice = desk.memo(move |session| hints(session, part).contains(&Hint::PatientVoice));
    live(move || {
        // One light at a time: the missing voice goes first.
        let hint = hint.get().filter(|_| !voice.get())?;
        let sign = sign(&hint);
        let text = desk.words.made(move |words| text(&hint, words));
        Some(view! { <Notice kind=NoticeKind::Quiet sign=sign text=text/> })
    })
}

fn sign(hint: &Hint) -> Icon {
    match hint {
        Hint::NotAQuestion | Hint::AnotherKind(_) | Hint::NothingUnknown => Icon::Unknown,
        Hint::PatientVoice => Icon::Voice,
        Hint::OneParty => Icon::Group,
        Hint::ManyValues | Hint::NoConflict => Icon::Value,
        Hint::FewAlternatives { .. } => Icon::Idea,
        Hint::NothingAgainst { .. } | Hint::ValuesOpen { .. } => Icon::Weigh,
        Hint::NoReason => Icon::Pencil,
        Hint::NothingNext => Icon::Calendar,
    }
}

fn text(hint: &Hint, words: &Messages) -> String {
    match hint {
        Hint::NotAQuestion => words.reflection_hint_not_question().to_owned(),
        Hint::AnotherKind(QuestionSort::Professional) => words.reflection_hint_sort_professional().to_owned(),
        Hint::AnotherKind(QuestionSort::Legal) => words.reflection_hint_sort_legal().to_owned(),
        Hint::AnotherKind(QuestionSort::Resources) => words.reflection_hint_sort_resources().to_owned(),
        Hint::AnotherKind(QuestionSort::Values | QuestionSort::Several) => String::new(),
        Hint::NothingUnknown => words.reflection_hint_nothing_unknown().to_owned(),
        Hint::PatientVoice => words.reflection_voice_missing_lead().to_owned(),
        Hint::OneParty => words.reflection_hint_one_party().to_owned(),
        Hint::ManyValues => words.reflection_hint_many_values().to_owned(),
        Hint::NoConflict => words.reflection_hint_no_conflict().to_owned(),
        Hint::FewAlternatives { have } => words.reflection_hint_few_alternatives(*have),
        Hint::NothingAgainst { alternative } => words.reflection_hint_nothing_against(alternative),
        Hint::NoReason => words.reflection_hint_no_reason().to_owned(),
        Hint::ValuesOpen { names } => words.reflection_hint_values_open(listed_names(names, words)),
        Hint::NothingNext => words.reflection_hint_nothing_next().to_owned(),
    }
}
