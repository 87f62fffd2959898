//! A part of a path: what it is, how it stands, and what one can do with it.

use leptos::prelude::*;

use super::kept::Kept;
use super::names::{kind_name, part_name, part_route};
use super::practical::Practical;
use super::who::Contacts;
use super::written::who_is_who;
use crate::content::path::{PartKind, PathPart};
use crate::content::{LearningPath, PathItem};
use crate::features::learning::paths::plan::{Standing, standing};
use crate::i18n::{Messages, Words};
use crate::progress::PathEdit;
use crate::services::Services;
use crate::ui::{Button, Details, Icon, IconScale, LinkButton, Look, Tone, icon_with, live};

/// A part of a path.
#[component]
pub(super) fn Part(kept: Kept, item: PathItem, part: PathPart) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let kind = part.kind;
    let said = item.words.items.get(&part.id).cloned();
    let id = item.neutral.id.clone();
    let is_begun = Memo::new({
        let id = id.clone();
        move |_| kept.marks(&id).is_begun()
    });
    let stands = Memo::new({
        let (id, part) = (id.clone(), part.clone());
        move |_| standing(&part, &kept.marks(&id), &kept.known(), services.today())
    });
    let name = Memo::new({
        let part = part.clone();
        move |_| part_name(services, &item, &part).unwrap_or_default()
    });
    let renews = part.renew_months;
    let small = words.made(move |words| {
        let renews = renews.map(|months| words.paths_renews(months));
        let kind = kind_name(kind)(words).to_owned();
        [Some(kind), renews].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let state = move || is_begun.get().then(|| state(stands.get(), words));
    let open = part_route(&part).map(|route| {
        view! {
            <LinkButton text=words.text(Messages::paths_open) href=Signal::stored(route.to_string())
                look=Look::Secondary after=Icon::ArrowRight/>
        }
    });
    let who = (part.id == LearningPath::WHO_IS_WHO).then(|| view! { <Contacts who=who_is_who(services)/> });
    let text = said.as_ref().map(|said| said.text.clone());
    // What has nothing more to tell is one line, with the way to it at the end.
    let is_line = said.is_none();
    let practical = said.filter(|_| kind == PartKind::Practical).map(|said| {
        let (id, part) = (id.clone(), part.id.clone());
        view! {
            <Details summary=words.text(Messages::paths_steps)><Practical kept id part said is_begun stands/></Details>
        }
    });
    Some(view! {
        <li class="path-part" data-line=is_line.then_some("")>
            <div class="path-part-head">
                <div class="grow">
                    <h3 class="t-sub">{name}</h3>
                    <p class="muted t-sm">{small}</p>
                </div>
                <p class="path-state t-sm" role="status">{live(state)}</p>
            </div>
            {text.map(|text| view! { <p>{text}</p> })}
            {who}
            {practical}
            <div class="row wrap g2">{open} <Marking kept id part is_begun stands/></div>
        </li>
    })
}

/// How it stands, as a sign and in words.
fn state(stands: Standing, words: Words) -> impl IntoView {
    let sign = match stands {
        Standing::Done { .. } => Icon::CheckCircle,
        Standing::Again { .. } => Icon::Sync,
        Standing::By(_) => Icon::Calendar,
        Standing::Now => Icon::Bookmark,
        Standing::Offered | Standing::Spared => Icon::Info,
    };
    let text = words.made(move |words| told(stands, words));
    view! { {icon_with(sign, IconScale::Small, "")} <span>{text}</span> }
}

/// How a part stands, in words.
pub(super) fn told(stands: Standing, words: &crate::i18n::Messages) -> String {
    match stands {
        Standing::Done { on, again: None } => words.paths_done(on.long(words)),
        Standing::Done { on, again: Some(again) } => {
            words.paths_comes_again(again.long(words), on.long(words))
        }
        Standing::Again { on, .. } => words.paths_again(on.long(words)),
        Standing::By(day) => words.paths_by(day.long(words)),
        Standing::Now => words.paths_now().to_owned(),
        Standing::Offered => words.paths_voluntary().to_owned(),
        Standing::Spared => words.paths_spared().to_owned(),
    }
}

/// Marking what the app cannot see: a text, a deck or a dilemma, and that a lesson was taken again.
#[component]
fn Marking(
    kept: Kept,
    id: crate::ethics::PathId,
    part: PathPart,
    is_begun: Memo<bool>,
    stands: Memo<Standing>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let is_seen = matches!(part.kind, PartKind::Lesson | PartKind::Scenario);
    let can_be_marked = part.kind != PartKind::Practical && part.id != LearningPath::STANDARD;
    let is_marked = Memo::new({
        let (id, part) = (id.clone(), part.id.clone());
        move |_| kept.marks(&id).parts.get(&part).is_some_and(|mark| !mark.day.is_empty())
    });
    let (id, part) = (StoredValue::new(id), StoredValue::new(part.id));
    let edit = move |edit: PathEdit| id.with_value(|id| kept.edit_path(id, edit));
    let did = move |()| edit(PathEdit::Did { part: part.get_value(), today: services.today() });
    let did_not = move |()| edit(PathEdit::DidNot { part: part.get_value() });
    Some(live(move || {
        if !can_be_marked || !is_begun.get() || services.reads_only() {
            return ().into_any();
        }
        let button = match stands.get() {
            Standing::Again { .. } => Some(words.text(Messages::paths_did_again)),
            Standing::By(_) | Standing::Now | Standing::Offered | Standing::Spared if !is_seen => {
                Some(words.text(Messages::paths_did))
            }
            Standing::Done { .. }
            | Standing::By(_)
            | Standing::Now
            | Standing::Offered
            | Standing::Spared => None,
        };
        view! {
            {button.map(|text| view! { <Button text look=Look::Secondary before=Icon::Check on_press=did/> })}
            {is_marked.get().then(|| view! {
                <Button text=words.text(Messages::paths_did_not) look=Look::Tertiary tone=Tone::Neutral on_press=did_not/>
            })}
        }
        .into_any()
    }))
}
