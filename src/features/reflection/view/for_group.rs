//! What a reflection hands on to the group: an idea from somebody who reflected alone, a practice from what helped.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::ethics::{IdeaId, Origin, SessionId, ValueId};
use crate::features::reflection::session::Session;
use crate::i18n::{Messages, Words};
use crate::progress::{Idea, IdeaEdit, Practice, PracticeEdit, Traits};
use crate::route::Route;
use crate::services::Services;
use crate::storage::Loaded;
use crate::storage::progress::practice_of_session;
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, live, when};

/// «Ta med til gruppa»: a draft for idéboksen, made from one's own situation and question. A case of the library
/// lies there for everybody already, and an idea comes from the box itself.
#[component]
pub(super) fn ForTheGroup(desk: Desk) -> impl IntoView {
    let Desk { words, services, .. } = desk;
    let idea = desk.memo(|session| {
        (session.origin == Origin::Own).then(|| idea_of(session)).filter(|idea| !idea.is_empty())
    });
    let there = RwSignal::new(None::<IdeaId>);
    Effect::new(move |_| {
        let Some(idea) = idea.get() else { return };
        spawn_local(async move {
            let all = services.read_ideas().await.unwrap_or_default().here;
            let same =
                all.into_iter().find(|(_, one)| (&one.text, &one.question) == (&idea.text, &idea.question));
            // The screen may be gone by now.
            let _ = there.try_update(|there| *there = there.take().or(same.map(|(id, _)| id)));
        });
    });
    let make = move |()| {
        if let Some(idea) = idea.get_untracked() {
            let id = IdeaId::from(services.random_id());
            services.keep_idea(&id, &idea);
            there.set(Some(id));
        }
    };
    let is_there = Memo::new(move |_| there.with(Option::is_some));
    let read = move |id: IdeaId| {
        view! {
            <Notice kind=NoticeKind::Success sign=Icon::Idea text=words.text(Messages::ideas_brought)>
                <LinkButton text=words.text(Messages::ideas_brought_read) href=Signal::stored(Route::Idea(id).to_string()) look=Look::Secondary/>
            </Notice>
        }
    };
    live(move || {
        idea.with(Option::is_some).then(|| {
            view! {
                <section class="stack g2">
                    <div class="row">
                        <Button text=words.text(Messages::ideas_bring) on_press=make look=Look::Secondary before=Icon::Group disabled=is_there/>
                    </div>
                    <p class="muted t-sm">{words.text(Messages::ideas_bring_hint)}</p>
                    <div role="status">{live(move || there.get().map(read))}</div>
                </section>
            }
        })
    })
}

/// The words of a reflection that somebody may want to talk about: what happened and the question, and nothing
/// of what was thought of it.
fn idea_of(session: &Session) -> Idea {
    let mut idea = Idea::new(session.language);
    idea.apply(IdeaEdit::Text(session.background.trim().to_owned()));
    idea.apply(IdeaEdit::Question(session.problem.wording.trim().to_owned()));
    idea
}

/// «Gjør det til slik vi gjør det hos oss»: a draft, once for each reflection.
#[component]
pub(super) fn MakePractice(
    /// What was agreed on, and why, as far as it is known.
    #[prop(into)]
    draft: Signal<Option<Practice>>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let offered = Memo::new(move |_| draft.with(Option::is_some) && !services.reads_only());
    let make = move |()| {
        let Some(practice) = draft.get_untracked() else { return };
        spawn_local(async move { open_practice(practice, services).await });
    };
    Some(when(offered, move || {
        view! {
            <section class="stack g2 no-print">
                <div class="row"><Button text=words.text(Messages::practice_make) on_press=make look=Look::Secondary before=Icon::Flag/></div>
                <p class="muted t-sm">{words.text(Messages::practice_make_hint)}</p>
            </section>
        }
    }))
}

/// The practice of a reflection: the one that is there, or a new draft.
async fn open_practice(mut draft: Practice, services: Services) {
    let Some(session) = draft.session.clone() else { return };
    let id = practice_of_session(&session);
    if matches!(services.practice(&id).await, Ok(Loaded::Empty)) {
        let entries = services.read_entries().await;
        if let Some(entry) = entries.iter().find(|entry| entry.session == session) {
            draft.language = entry.language;
            draft.traits = without_words(&entry.traits, services);
        }
        services.keep_practice(&id, &draft);
    }
    services.open(&Route::Practice(id));
}

/// A practice outlives its case: what people wrote themselves stays behind.
fn without_words(traits: &Traits, services: Services) -> Traits {
    let library = untrack(|| services.library());
    let is_of_the_library = |value: &&String| {
        library.ready().is_some_and(|library| library.value(&ValueId::from(value.as_str())).is_some())
    };
    Traits {
        values: traits.values.iter().filter(is_of_the_library).cloned().collect(),
        parties: Vec::new(),
        ..traits.clone()
    }
}

/// A practice that comes from a reflection.
pub(super) fn practice_from(session: &SessionId, what: &str, why: &str, services: Services) -> Practice {
    let mut practice = Practice::new(services.language_now(), services.now_ms(), services.today());
    practice.session = Some(session.clone());
    practice.apply(PracticeEdit::What(what.to_owned()));
    practice.apply(PracticeEdit::Why(why.to_owned()));
    practice
}
