//! The diploma of a path: on paper, with a name that is kept nowhere.

use leptos::prelude::*;

use super::kept::Kept;
use super::name::NameField;
use super::names::{part_name, path_on_screen};
use super::one::unknown;
use super::{Head, in_place_of_paths};
use crate::content::PathItem;
use crate::ethics::PathId;
use crate::features::learning::paths::plan::{is_whole, standing};
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Icon, Notice, NoticeKind, live};

/// The diploma of a path.
#[component]
pub fn DiplomaPage(
    /// Which path.
    id: PathId,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let kept = Kept::read(services);
    let id = StoredValue::new(id);
    let item = path_on_screen(services, id);
    let is_here = kept.with_names();
    let body = move || match item.get() {
        Some(item) if is_here.get() => view! { <Diploma kept item/> }.into_any(),
        None if services.paths().ready().is_some() => unknown(words),
        Some(_) | None => in_place_of_paths(services),
    };
    Some(view! { <div class="measure stack g6">{live(body)}</div> })
}

#[component]
fn Diploma(kept: Kept, item: PathItem) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let name = RwSignal::new(String::new());
    let back = Route::Path(item.neutral.id.clone());
    let title = item.words.title.clone();
    let lead = words.made({
        let title = title.clone();
        move |words| words.proof_diploma_lead(&title)
    });
    let item = StoredValue::new(item);
    let whole = Memo::new(move |_| {
        item.with_value(|item| {
            let marks = kept.marks(&item.neutral.id);
            is_whole(&item.neutral, &marks, &kept.known(), services.today())
        })
    });
    // Until it is whole, the page says only which path it is about.
    let about = Signal::derive(move || if whole.get() { lead.get() } else { title.clone() });
    let paper = move || {
        if !whole.get() {
            let text = words.text(Messages::proof_diploma_not_yet);
            return view! { <Notice kind=NoticeKind::Quiet sign=Icon::Info text/> }.into_any();
        }
        view! {
            <div class="stack g4 no-print">
                <NameField id="diploma-name" label=words.text(Messages::proof_diploma_name)
                    hint=words.text(Messages::proof_diploma_name_hint) value=name on_input=move |text| name.set(text)/>
                <div class="row"><Button text=words.text(Messages::reflection_print) before=Icon::Print
                    on_press=move |()| document::print()/></div>
            </div>
            <Paper kept item name lead/>
        }
        .into_any()
    };
    Some(view! {
        <Head back back_text=Messages::profiles_back title=words.text(Messages::proof_diploma) lead=about/>
        {live(paper)}
    })
}

/// The diploma as it is printed.
#[component]
fn Paper(
    kept: Kept,
    item: StoredValue<PathItem>,
    name: RwSignal<String>,
    #[prop(into)] lead: Signal<String>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let lines = Memo::new(move |_| {
        let known = kept.known();
        words.with(|words| {
            item.with_value(|item| {
                let marks = kept.marks(&item.neutral.id);
                let line = |part| {
                    let on = standing(part, &marks, &known, services.today()).done_on()?;
                    Some((part_name(services, item, part)?, words.paths_done(on.long(words))))
                };
                item.neutral.items.iter().filter_map(line).collect::<Vec<_>>()
            })
        })
    });
    let line = |(name, on): (String, String)| view! { <li><b>{name}</b> " – " {on}</li> };
    let made = words.made(move |words| words.proof_made(services.today().long(words)));
    Some(view! {
        <article class="referat diploma">
            <h2 class="serif q-lg">{words.text(Messages::proof_diploma)}</h2>
            <p class="diploma-name serif q-md">{move || name.get()}</p>
            <p class="t-lead">{lead}</p>
            <h3>{words.text(Messages::proof_diploma_what)}</h3>
            <ul>{live(move || lines.get().into_iter().map(line).collect_view())}</ul>
            <p class="muted">{words.text(Messages::proof_diploma_says)}</p>
            <p>{made}</p>
        </article>
    })
}
