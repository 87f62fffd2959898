//! Kompetansepakker: choosing one, what it asks for, and the paper that shows what was done.

mod diploma;
mod kept;
mod list;
mod log;
mod name;
mod names;
mod one;
mod part;
mod practical;
mod standard;
mod talk;
mod who;
mod written;

pub use diploma::DiplomaPage;
pub(super) use kept::Kept;
pub use list::PathsPage;
pub(super) use list::{PathsLink, link};
pub use log::LogPage;
pub(super) use names::{content_name, part_name, part_route};
pub use one::PathPage;
pub use standard::StandardPage;
pub use talk::AppraisalPage;
pub use who::WhoIsWhoPage;

use leptos::prelude::*;

use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::services::{Fetched, Services};
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, Tone, live};
use crate::writing::KeptStatus;

/// What stands where the paths will be, or did not come.
fn in_place_of_paths(services: Services) -> AnyView {
    let words = Words::get();
    live(move || {
        match services.paths() {
        Fetched::Failed(_) => view! {
            <Notice kind=NoticeKind::Info sign=Icon::Offline text=words.text(Messages::paths_failed)>
                <Button text=words.text(Messages::learning_fetch_again) on_press=move |()| services.need_paths() look=Look::Secondary/>
            </Notice>
        }
        .into_any(),
        Fetched::NotAsked | Fetched::Loading | Fetched::Ready(_) => {
            view! { <p class="on-its-way muted" role="status">{words.text(Messages::paths_loading)}</p> }.into_any()
        }
    }
    })
}

/// What is shown as soon as all of it is here, so that nothing in it moves when the rest comes.
fn in_one_piece<V: IntoView + 'static>(
    services: Services,
    is_here: Memo<bool>,
    body: impl Fn() -> V + Copy + Send + Sync + 'static,
) -> impl IntoView {
    live(move || if is_here.get() { body().into_any() } else { in_place_of_paths(services) })
}

/// The head of a page: the way back, what it is, and whether what is done on it is kept.
#[component]
pub(super) fn Head(
    /// Where it lies.
    back: Route,
    /// What that is called.
    back_text: Phrase,
    /// What this is.
    #[prop(into)]
    title: Signal<String>,
    /// One line about it.
    #[prop(into)]
    lead: Signal<String>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    Some(view! {
        <div class="no-print">
            <LinkButton text=words.text(back_text) href=Signal::stored(back.to_string()) look=Look::Tertiary
                tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
        </div>
        <header class="page-head no-print">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
                <p class="muted">{lead}</p>
            </div>
            <KeptStatus services/>
        </header>
    })
}
