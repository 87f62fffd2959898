//! Taking in a pack: a file is chosen, what it is is shown, and only then somebody says yes.

use leptos::html;
use leptos::prelude::*;

use super::parts::{Back, Reasons};
use crate::features::workshop::effects::{dispatch_of, look_at};
use crate::features::workshop::model::{Model, Refusal};
use crate::features::workshop::told::{Reason, counts, of_error, of_finding, of_joining};
use crate::features::workshop::update::Msg;
use crate::i18n::{Messages, Words};
use crate::packs::Offer;
use crate::platform::document;
use crate::route::Route;
use crate::services::Services;
use crate::storage::words as told;
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, Panel, Tone, icon, live, when};

/// How many reasons are told at once.
const TOLD: usize = 10;

/// Taking in a pack.
#[component]
pub fn TakeInPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let model = RwSignal::new(Model::default());
    let dispatch = dispatch_of(model, services);
    let step = Memo::new(move |_| model.with(step_of));
    document::focus_heading_if_lost();
    let face = move || match step.get() {
        Step::Choosing => view! { <Choose model dispatch services/> }.into_any(),
        Step::Offered => preview(model, dispatch, words).into_any(),
        Step::Taken => taken(model, words).into_any(),
    };
    let page = view! {
        <div class="page-narrow stack g5">
            <Back to=Signal::stored(Route::Workshop) text=words.text(Messages::workshop_title)/>
            <header class="stack g2">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::workshop_take_in_title)}</h1>
                <p class="muted">{words.text(Messages::workshop_take_in_lead)}</p>
            </header>
            {live(face)}
        </div>
    };
    Some(page)
}

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Step {
    #[default]
    Choosing,
    Offered,
    Taken,
}

fn step_of(model: &Model) -> Step {
    match model {
        Model::Waiting | Model::Reading | Model::Refused(_) => Step::Choosing,
        Model::Offered(_) | Model::TakingIn(_) => Step::Offered,
        Model::Taken(_) => Step::Taken,
    }
}

#[component]
fn Choose(model: RwSignal<Model>, dispatch: Callback<Msg>, services: Services) -> impl IntoView {
    let words = Words::get();
    let file: NodeRef<html::Input> = NodeRef::new();
    let chosen = move |_| {
        let Some(input) = file.get_untracked() else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        dispatch.run(Msg::Chosen);
        look_at(chosen, services, move |msg| {
            // A screen that is already gone takes nothing in.
            let _ = dispatch.try_run(msg);
        });
        // The same file can be chosen again.
        input.set_value("");
    };
    let reading = Memo::new(move |_| model.with(|model| *model == Model::Reading));
    let refused = Memo::new(move |_| model.with(|model| matches!(model, Model::Refused(_))));
    let state =
        words.made(move |words| if reading.get() { words.workshop_reading_file() } else { "" }.to_owned());
    view! {
        <div class="row wrap g3">
            <label class="ds-button setting-file" data-scale="large">
                {icon(Icon::Upload)} <span class="button-words">{words.text(Messages::workshop_choose_file)}</span>
                <input node_ref=file type="file" accept=".json,application/json"
                    disabled=Signal::derive(move || services.reads_only()) on:change=chosen/>
            </label>
            <p class="muted" role="status">{state}</p>
        </div>
        {when(refused, move || view! {
            <div class="stack g3">
                <Notice kind=NoticeKind::Warning sign=Icon::Warning title=words.text(Messages::workshop_refused)
                    text=words.text(Messages::workshop_refused_lead) urgent=true/>
                <Reasons reasons=Signal::derive(move || words.with(|words| model.with(|model| reasons(model, words))))/>
                <p class="muted">{words.made(move |words| model.with(|model| more(model, words)))}</p>
            </div>
        })}
    }
}

/// Why it is not taken in, as far as a person reads.
fn reasons(model: &Model, words: &Messages) -> Vec<Reason> {
    let Model::Refused(refusal) = model else { return Vec::new() };
    let one = |text: String| vec![Reason { place: String::new(), text }];
    match refusal {
        Refusal::Unread => one(words.workshop_unread_file().to_owned()),
        Refusal::NotRead(error) => vec![of_error(error, words)],
        Refusal::Wrong(pack, found) => {
            found.iter().take(TOLD).map(|finding| of_finding(finding, pack, true, words)).collect()
        }
        Refusal::NotChecked => one(words.workshop_not_checked().to_owned()),
        Refusal::Changed => one(words.workshop_changed_meanwhile().to_owned()),
        Refusal::Failed(error) => one(told::message(error, words).whole()),
    }
}

fn more(model: &Model, words: &Messages) -> String {
    let Model::Refused(Refusal::Wrong(_, found)) = model else { return String::new() };
    let more = found.len().saturating_sub(TOLD);
    if more > 0 { words.workshop_more_wrong(more) } else { String::new() }
}

/// What is in it and what would happen.
fn preview(model: RwSignal<Model>, dispatch: Callback<Msg>, words: Words) -> impl IntoView {
    let offer = model.with_untracked(|model| model.offer().cloned());
    let busy = Memo::new(move |_| model.with(|model| matches!(model, Model::TakingIn(_))));
    offer.map(|offer| {
        let changes = offer.joining.changes_anything();
        document::focus_soon("pack-preview".to_owned());
        view! {
            <Panel labelled_by="pack-preview">
                <div class="stack g4">
                    <h2 id="pack-preview" class="t-title" tabindex="-1">{words.text(Messages::workshop_preview)}</h2>
                    {what_it_is(&offer, words)}
                    <p role="status">{words.made(move |words| of_joining(offer.joining, words))}</p>
                    <div class="row wrap g3">
                        {changes.then(|| view! {
                            <Button text=words.text(Messages::workshop_take_in) on_press=move |()| dispatch.run(Msg::Accepted) before=Icon::Check disabled=busy/>
                        })}
                        <Button text=words.text(Messages::workshop_cancel) on_press=move |()| dispatch.run(Msg::Cancelled) look=Look::Tertiary tone=Tone::Neutral disabled=busy/>
                    </div>
                </div>
            </Panel>
        }
    })
}

/// Title, owner, edition, counts and the titles of everything in it.
fn what_it_is(offer: &Offer, words: Words) -> impl IntoView + use<> {
    let pack = offer.pack.clone();
    let lang = pack.language.code();
    let titles: Vec<String> = pack.items().map(|item| pack.title_of(&item)).collect();
    let title = pack.title.clone();
    let line = words.made(move |words| {
        let parts = [
            words.workshop_from(&pack.owner.name),
            words.workshop_edition(pack.edition),
            counts(&pack, words),
        ];
        parts.join(" · ")
    });
    view! {
        <div class="stack g1">
            <p class="serif q-md" lang=lang>{title}</p>
            <p class="muted">{line}</p>
        </div>
        <ul class="bullets" lang=lang>{titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul>
    }
}

fn taken(model: RwSignal<Model>, words: Words) -> impl IntoView {
    let href = Signal::derive(move || {
        let id = model.with(|model| if let Model::Taken(id) = model { Some(id.clone()) } else { None });
        id.map_or(Route::Workshop, Route::Pack).to_string()
    });
    document::focus_heading_if_lost();
    view! {
        <Notice kind=NoticeKind::Success sign=Icon::CheckCircle text=words.text(Messages::workshop_taken_in) urgent=true/>
        <div class="row wrap g3">
            <LinkButton text=words.text(Messages::workshop_open_pack) href=href after=Icon::ArrowRight/>
        </div>
    }
}
