//! What a reflection hands on to the group: an idea from somebody who reflected alone, a practice from what helped.

use leptos::prelude::*;

use super::Desk;
use crate::ethics::{IdeaId, PracticeId, SessionId};
use crate::features::reflection::session::Session;
use crate::i18n::{Messages, Words};
use crate::progress::{Agreement, Idea, IdeaEdit, Practice, PracticeEdit};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Icon, LinkButton, Look, Notice, NoticeKind, live};

/// «Ta med til gruppa»: a draft for idéboksen, made from one's own situation and question. A case of the library
/// lies there for everybody already.
#[component]
pub(super) fn ForTheGroup(desk: Desk) -> impl IntoView {
    let Desk { words, services, .. } = desk;
    let idea =
        desk.memo(|session| session.case.is_none().then(|| idea_of(session)).filter(|idea| !idea.is_empty()));
    let made = RwSignal::new(None::<IdeaId>);
    let make = move |()| {
        if let Some(idea) = idea.get_untracked() {
            let id = IdeaId::from(services.random_id());
            services.keep_idea(&id, &idea);
            made.set(Some(id));
        }
    };
    live(move || {
        match made.get() {
        Some(id) => Some(view! {
            <Notice kind=NoticeKind::Success sign=Icon::Idea text=words.text(Messages::ideas_brought)>
                <LinkButton text=words.text(Messages::ideas_brought_read) href=Signal::stored(Route::Idea(id).to_string()) look=Look::Secondary/>
            </Notice>
        }
        .into_any()),
        None => idea.with(Option::is_some).then(|| view! {
            <section class="stack g2">
                <div class="row"><Button text=words.text(Messages::ideas_bring) on_press=make look=Look::Secondary before=Icon::Group/></div>
                <p class="muted t-sm">{words.text(Messages::ideas_bring_hint)}</p>
            </section>
        }
        .into_any()),
    }
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
    /// What was agreed, as far as it is known.
    #[prop(into)]
    draft: Signal<Option<Practice>>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let make = move |()| {
        let Some(practice) = draft.get_untracked() else { return };
        let Some(session) = practice.session.clone() else { return };
        leptos::task::spawn_local(async move { open_practice(session, practice, services).await });
    };
    Some(live(move || {
        draft.with(Option::is_some).then(|| {
            view! {
                <section class="stack g2 no-print">
                    <div class="row"><Button text=words.text(Messages::practice_make) on_press=make look=Look::Secondary before=Icon::Flag/></div>
                    <p class="muted t-sm">{words.text(Messages::practice_make_hint)}</p>
                </section>
            }
        })
    }))
}

/// The practice of a reflection: the one that is there, or a new draft.
async fn open_practice(session: SessionId, draft: Practice, services: Services) {
    let known = services.read_practices().await;
    let known = known.into_iter().find(|(_, practice)| practice.session.as_ref() == Some(&session));
    let id = match known {
        Some((id, _)) => id,
        None => {
            let id = PracticeId::from(services.fresh_id());
            services.keep_practice(&id, &draft);
            id
        }
    };
    services.open(&Route::Practice(id));
}

/// What was agreed on, as a draft of a practice.
pub(super) fn of_agreement(agreement: &Agreement, services: Services) -> Practice {
    let mut practice = Practice::new(services.language_now(), services.now_ms(), services.today());
    practice.session = Some(agreement.session.clone());
    practice.apply(PracticeEdit::What(agreement.what.clone()));
    practice
}
