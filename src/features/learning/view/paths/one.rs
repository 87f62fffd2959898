//! A path: since when, what belongs to it, and how each part stands.

use leptos::prelude::*;

use super::kept::Kept;
use super::list::Around;
use super::names::path_on_screen;
use super::part::Part;
use super::{Head, in_place_of_paths};
use crate::content::PathItem;
use crate::content::path::PathPart;
use crate::ethics::PathId;
use crate::features::learning::paths::plan::{is_asked, is_whole};
use crate::i18n::{Messages, Phrase, Words};
use crate::progress::{PathEdit, PathMarks};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{
    Button, Confirm, DateField, Details, Icon, LinkButton, Look, Notice, NoticeKind, Tone, live, when,
};

/// A path.
#[component]
pub fn PathPage(
    /// Which one.
    id: PathId,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let kept = Kept::read(services);
    let id = StoredValue::new(id);
    let item = path_on_screen(services, id);
    let is_begun = Memo::new(move |_| id.with_value(|id| kept.marks(id)).is_begun());
    let is_here = kept.with_names();
    let body = move || {
        let Some(item) = item.get() else {
            let is_unknown = services.paths().ready().is_some();
            return if is_unknown { unknown(words) } else { in_place_of_paths(services) };
        };
        if !is_here.get() {
            return in_place_of_paths(services);
        }
        let lead = Signal::stored(item.words.about.clone());
        let title = Signal::stored(item.words.title.clone());
        view! {
            <Head back=Route::Paths back_text=Messages::paths_to_all title lead/>
            {if is_begun.get() { view! { <Begun kept item/> }.into_any() } else { view! { <Start kept item/> }.into_any() }}
            <Around/>
        }
        .into_any()
    };
    Some(view! { <div class="measure stack g6">{live(body)}</div> })
}

/// An address of a path that is not there.
pub(super) fn unknown(words: Words) -> AnyView {
    view! {
        <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::paths_unknown)}</h1>
        <p>{words.text(Messages::learning_unknown_text)}</p>
        <p><LinkButton href=Signal::stored(Route::Paths.to_string()) text=words.text(Messages::paths_to_all)/></p>
    }
    .into_any()
}

/// Before somebody is on it: the first day, and what belongs to it.
#[component]
fn Start(kept: Kept, item: PathItem) -> impl IntoView {
    let words = Words::get();
    let who = item.words.who.clone();
    view! {
        <p>{who}</p>
        <section class="panel stack g4" data-look="soft">
            <FirstDay kept id=item.neutral.id.clone() button=Messages::paths_begin/>
            <p class="muted t-sm">{words.text(Messages::paths_stays)}</p>
        </section>
        <Parts kept item/>
    }
}

/// The first day in the job or the role, and the button that takes it.
#[component]
fn FirstDay(kept: Kept, id: PathId, button: Phrase) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let before = kept.marks(&id).started;
    let day = RwSignal::new(if before.is_empty() { services.today().to_string() } else { before });
    let id = StoredValue::new(id);
    let take = move |()| {
        let edit = PathEdit::Start { first: day.get_untracked(), today: services.today() };
        id.with_value(|id| kept.edit_path(id, edit));
    };
    let blocked = Signal::derive(move || services.reads_only() || day.with(String::is_empty));
    Some(view! {
        <DateField id="path-first-day" label=words.text(Messages::paths_first_day)
            hint=words.text(Messages::paths_first_day_hint) value=day on_input=move |text| day.set(text)/>
        <div class="row"><Button text=words.text(button) on_press=take disabled=blocked/></div>
    })
}

/// While somebody is on it.
#[component]
fn Begun(kept: Kept, item: PathItem) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let path = StoredValue::new(item.neutral.clone());
    let marks = Memo::new(move |_| path.with_value(|path| kept.marks(&path.id)));
    let from = Memo::new(move |_| marks.with(|marks| marks.from().filter(|_| marks.is_long_here())));
    let long_here = move || {
        from.get().map(|from| {
            let text = words.made(move |words| words.paths_long_here_text(from.long(words)));
            view! {
                <Notice kind=NoticeKind::Quiet sign=Icon::Info title=words.text(Messages::paths_long_here) text/>
            }
        })
    };
    let whole = Memo::new(move |_| {
        let known = kept.known();
        path.with_value(|path| marks.with(|marks| is_whole(path, marks, &known, services.today())))
    });
    let diploma = Signal::stored(Route::Diploma(item.neutral.id.clone()).to_string());
    let ready = move || {
        view! {
            <Notice kind=NoticeKind::Success sign=Icon::CheckCircle text=words.text(Messages::proof_diploma_ready)>
                <LinkButton text=words.text(Messages::proof_diploma) href=diploma look=Look::Secondary/>
            </Notice>
        }
    };
    let id = item.neutral.id.clone();
    let leaves = id.clone();
    Some(view! {
        {live(long_here)}
        {when(whole, ready)}
        <Parts kept item/>
        <Details summary=words.text(Messages::paths_change)>
            <FirstDay kept id=id.clone() button=Messages::paths_change/>
        </Details>
        <Leave kept id=leaves/>
    })
}

/// The way out of a path.
#[component]
fn Leave(kept: Kept, id: PathId) -> impl IntoView {
    let words = Words::get();
    let asking = RwSignal::new(false);
    let id = StoredValue::new(id);
    let leave = move |()| {
        asking.set(false);
        id.with_value(|id| kept.leave_path(id));
    };
    view! {
        <div class="row">
            <Button text=words.text(Messages::paths_leave) look=Look::Tertiary tone=Tone::Neutral
                on_press=move |()| asking.set(true)/>
        </div>
        <Confirm id="leave-path" open=asking title=words.text(Messages::paths_leave_sure)
            close=words.text(Messages::paths_leave_no) yes=words.text(Messages::paths_leave_yes)
            no=words.text(Messages::paths_leave_no) on_yes=leave on_no=move |()| asking.set(false)>
            <p>{words.text(Messages::paths_leave_text)}</p>
        </Confirm>
    }
}

/// The parts: what belongs to the path, what one may do, and what is only for those who are new.
#[component]
fn Parts(kept: Kept, item: PathItem) -> impl IntoView {
    let id = item.neutral.id.clone();
    let is_long_here = Memo::new(move |_| kept.marks(&id).is_long_here());
    let item = StoredValue::new(item);
    live(move || {
        // Only this of the marks says which part stands where.
        is_long_here.track();
        let marks = item.with_value(|item| untrack(|| kept.marks(&item.neutral.id)));
        item.with_value(|item| {
            let of = |wanted: Group| sorted(item, &marks, wanted);
            view! {
                {group("path-asked", Messages::paths_mandatory, of(Group::Asked), kept, item)}
                {group("path-offered", Messages::paths_voluntary, of(Group::Offered), kept, item)}
                {group("path-spared", Messages::paths_spared, of(Group::Spared), kept, item)}
            }
        })
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Asked,
    Offered,
    Spared,
}

fn sorted(item: &PathItem, marks: &PathMarks, wanted: Group) -> Vec<PathPart> {
    let group = |part: &PathPart| match (part.mandatory, is_asked(part, marks)) {
        (_, true) => Group::Asked,
        (false, false) => Group::Offered,
        (true, false) => Group::Spared,
    };
    item.neutral.items.iter().filter(|part| group(part) == wanted).cloned().collect()
}

fn group(
    id: &'static str,
    title: Phrase,
    parts: Vec<PathPart>,
    kept: Kept,
    item: &PathItem,
) -> Option<AnyView> {
    let words = Words::get();
    let is_empty = parts.is_empty();
    let rows = parts.into_iter().map(|part| view! { <Part kept item=item.clone() part/> }).collect_view();
    (!is_empty).then(|| {
        view! {
            <section class="stack g3" aria-labelledby=id>
                <h2 id=id class="t-title">{words.text(title)}</h2>
                <ul class="path-parts">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
