//! Ways into a session: one's own situation, a library dilemma, an opening from another room.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::alike::{Alike, Mine};
use crate::content::{CaseItem, GuideItem, Library};
use crate::ethics::{CaseId, Certainty, HowWeKnow, Opening, OpeningId, SessionId};
use crate::explained::{BackToList, Checked, Explained, Sources};
use crate::features::reflection::found_again::traits_of_case;
use crate::features::reflection::saved::keep_changes;
use crate::features::reflection::session::{Form, Session, Situation};
use crate::features::reflection::start::{Beginning, from_case, from_opening, own};
use crate::i18n::{Messages, Phrase, Words};
use crate::route::{Route, Way};
use crate::services::Services;
use crate::storage::progress::opening_record;
use crate::storage::{Change, Saved};
use crate::ui::{Button, Details, Icon, LinkButton, Look, Notice, NoticeKind, Scale, Tag, Tone, live, when};

/// How a session of a way is worked on.
const fn form(way: Way) -> Form {
    match way {
        Way::Together | Way::Alone => Form::Full,
        Way::Short => Form::Short,
    }
}

/// Makes sessions and opens them.
#[derive(Clone, Copy)]
pub(super) struct Starter {
    services: Option<Services>,
}

impl Starter {
    pub(super) fn new() -> Self {
        Self { services: Services::find() }
    }

    /// Whether the library is not here yet.
    pub(super) fn waiting(self) -> Signal<bool> {
        Signal::derive(move || self.services.is_none_or(|services| services.library().ready().is_none()))
    }

    /// A session about one's own situation.
    pub(super) fn own(self, situation: Situation, way: Way) {
        self.begin(way, |beginning, guide, library| {
            Some(own(beginning, situation, guide, library.language()))
        });
    }

    /// A session about a dilemma.
    fn case(self, id: &CaseId, way: Way) {
        self.begin(way, |beginning, guide, library| {
            Some(from_case(beginning, library.case(id)?, guide, library))
        });
    }

    /// A session from an opening.
    fn opening(self, id: &OpeningId, opening: &Opening, way: Way) {
        self.begin(way, |beginning, guide, library| {
            Some(from_opening(beginning, opening, Some(id.clone()), guide, library))
        });
    }

    fn begin(self, way: Way, make: impl FnOnce(Beginning, &GuideItem, &Library) -> Option<Session>) {
        let Some(services) = self.services else { return };
        let state = untrack(|| services.library());
        let Some(library) = state.ready() else { return };
        let Some(guide) = library.guides().first() else { return };
        let patient_role = services.words().now(|words| words.reflection_patient().to_owned());
        let beginning = Beginning {
            // What a group works on belongs to the device.
            id: match way {
                Way::Together => services.fresh_id(),
                Way::Alone | Way::Short => services.own(services.fresh_id()),
            }
            .into(),
            now_ms: services.now_ms(),
            form: form(way),
            patient_role,
        };
        let Some(mut session) = make(beginning, guide, library) else { return };
        if way == Way::Together {
            session.gather();
        }
        match keep_changes(&session, session.started_ms) {
            Ok(mut changes) => {
                // The session has its own copy of every word: what it was handed goes at once.
                let handed = session.opening.as_ref().map(opening_record);
                changes.extend(handed.map(|record| Change::forget(record, Opening::KIND)));
                services.saver().edited(changes);
                take_the_place_of_untouched(session.id.clone(), services);
                services.replace_or_open(&Route::Session(session.id));
            }
            Err(error) => leptos::logging::error!("a session could not be made: {error}"),
        }
    }
}

/// What was begun earlier and left with nothing done makes room, so that empty reflections do not pile up.
fn take_the_place_of_untouched(new: SessionId, services: Services) {
    spawn_local(async move {
        let entries = services.read_entries().await;
        let untouched = entries.iter().filter(|entry| entry.is_untouched() && entry.session != new);
        services.remove_sessions(untouched.map(|entry| &entry.session)).await;
    });
}

/// A library dilemma: read it, then start.
#[component]
pub fn CasePage(
    /// Which one.
    id: CaseId,
) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let wanted = id.clone();
    services.follow_own_cases();
    let item =
        Memo::new(move |_| services.library().ready().and_then(|library| library.case(&wanted).cloned()));
    let known = Memo::new(move |_| services.library().ready().is_some());
    live(move || {
        match item.get() {
        Some(item) => view! { <CaseView item/> }.into_any(),
        None if known.get() => view! {
            <Notice kind=NoticeKind::Info sign=Icon::Info text=words.text(Messages::reflection_case_gone)>
                <LinkButton text=words.text(Messages::reflection_gone_home) href=Signal::stored(Route::Reflection.to_string()) look=Look::Secondary/>
            </Notice>
        }
        .into_any(),
        None => ().into_any(),
    }
    })
}

#[component]
fn CaseView(item: CaseItem) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let starter = Starter::new();
    let library = untrack(|| services.library());
    let library = library.ready();
    let setting = library.and_then(|l| l.setting_name(&item.neutral.setting)).unwrap_or_default().to_owned();
    let spoken = library.map(|library| library.language().code());
    let id = StoredValue::new(item.neutral.id.clone());
    let start = move |way: Way| id.with_value(|id| starter.case(id, way));
    let text = item.words.background.join("\n");
    let (title, question) = (item.words.title.clone(), item.words.question.clone());
    view! {
        <BackToList list=Route::Reflection name=Messages::reflection_room/>
        <article class="case stack g5" lang=spoken>
            <header class="stack g2">
                <p class="kicker">{setting}</p>
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
            </header>
            <Explained text=Signal::stored(text)/>
            <section class="panel" data-look="soft">
                <h2 class="t-sub">{words.text(Messages::reflection_case_question)}</h2>
                <p class="serif q-md">{question}</p>
                <p class="muted t-sm">{words.text(Messages::reflection_case_no_answer)}</p>
            </section>
            <div class="row wrap g3">
                <Button text=words.text(Messages::group_case_start) on_press=move |()| start(Way::Together) scale=Scale::Large after=Icon::ArrowRight/>
                <Button text=words.text(Messages::reflection_start_full) on_press=move |()| start(Way::Alone) look=Look::Secondary scale=Scale::Large/>
                <Button text=words.text(Messages::reflection_start_short) on_press=move |()| start(Way::Short) look=Look::Tertiary scale=Scale::Large/>
            </div>
            <CaseFacts item=item.clone()/>
            <CaseSource item=item.clone()/>
        </article>
        <Alike mine=Mine::Case(item.neutral.id.clone(), traits_of_case(&item))/>
    }
    .into_any()
}

#[component]
fn CaseFacts(item: CaseItem) -> impl IntoView {
    let words = Words::get();
    let facts = item.neutral.facts.iter().map(|fact| {
        let text = item.words.facts.get(&fact.id).cloned().unwrap_or_default();
        (fact.certainty, text)
    });
    let facts: Vec<(Certainty, String)> = facts.collect();
    let group = move |certainty: Certainty, key: Phrase| {
        let texts: Vec<String> =
            facts.iter().filter(|(c, _)| *c == certainty).map(|(_, text)| text.clone()).collect();
        view! {
            <section class="stack g2">
                <h3 class="t-sub">{words.text(key)}</h3>
                <ul class="bullets">{texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            </section>
        }
    };
    let party = |party: &crate::content::CaseParty| {
        let text = item.words.parties.get(&party.id).cloned().unwrap_or_default();
        let view_text = match party.how_we_know {
            HowWeKnow::Said => format!("«{}»", text.view),
            HowWeKnow::Observed | HowWeKnow::Assumed | HowWeKnow::Unknown => text.view,
        };
        view! { <li class="party"><span class="party-role">{text.role}</span><span class="party-says">{view_text}</span></li> }
    };
    let parties = item.neutral.parties.iter().map(party).collect_view();
    view! {
        <Details summary=words.text(Messages::reflection_case_more)>
            <div class="stack g4">
                {group(Certainty::Known, Messages::reflection_case_known)}
                {group(Certainty::Believed, Messages::reflection_case_believed)}
                {group(Certainty::Unknown, Messages::reflection_case_unknown)}
                <section class="stack g2">
                    <h3 class="t-sub">{words.text(Messages::reflection_case_parties)}</h3>
                    <ul class="rows">{parties}</ul>
                </section>
            </div>
        </Details>
    }
}

#[component]
fn CaseSource(item: CaseItem) -> impl IntoView {
    let words = Words::get();
    let metadata = item.neutral.metadata;
    let review = !metadata.needs_review.is_empty();
    view! {
        <footer class="stack g1">
            <Sources metadata=metadata.clone()/>
            <Checked metadata/>
            {review.then(|| view! { <p><Tag text=words.text(Messages::reflection_case_review) tone=Tone::Neutral/></p> })}
        </footer>
    }
}

/// Makes a session from an opening that another room wrote, and goes there.
#[component]
pub fn HandoverPage(
    /// Which opening.
    id: OpeningId,
    /// How the reflection is worked on.
    way: Way,
) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let starter = Starter::new();
    let gone = RwSignal::new(false);
    Effect::new(move |begun: Option<bool>| {
        let ready = services.library().ready().is_some();
        if ready && begun != Some(true) {
            let id = id.clone();
            spawn_local(async move {
                let found = services.saver().load::<Opening>(&opening_record(&id)).await;
                match found.map(crate::storage::Loaded::ready) {
                    Ok(Some(opening)) => starter.opening(&id, &opening, way),
                    // The screen may be gone by now.
                    Ok(None) | Err(_) => drop(gone.try_set(true)),
                }
            });
        }
        ready || begun == Some(true)
    });
    view! {
        <main id="main" class="page" tabindex="-1">
            {when(gone, move || view! {
                <Notice kind=NoticeKind::Info sign=Icon::Info text=words.text(Messages::reflection_gone)>
                    <LinkButton text=words.text(Messages::reflection_gone_home) href=Signal::stored(Route::Reflection.to_string()) look=Look::Secondary/>
                </Notice>
            })}
        </main>
    }
    .into_any()
}

/// Starts a session at once: the address behind the home screen's buttons.
#[component]
pub fn StartPage(
    /// What kind of situation.
    situation: Situation,
    /// How it is worked on.
    way: Way,
) -> impl IntoView {
    let starter = Starter::new();
    Effect::new(move |begun: Option<bool>| {
        let ready = !starter.waiting().get();
        if ready && begun != Some(true) {
            starter.own(situation, way);
        }
        ready || begun == Some(true)
    });
    view! { <main id="main" class="page" tabindex="-1"></main> }
}
