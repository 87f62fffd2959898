//! «Sist sa vi at …»: what was agreed, how it went, whether it helped and what surprised. A page of its own, and
//! the first thing that a group sees when it has agreed on something before.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use super::choices::one_of;
use super::for_group::{MakePractice, practice_from};
use super::frame::Sheet;
use crate::ethics::SessionId;
use crate::features::reflection::effects;
use crate::features::reflection::group::GroupStage;
use crate::i18n::{Day, Messages, Words};
use crate::platform::document;
use crate::progress::{Agreement, FollowUp, Helped, Outcome};
use crate::services::{Services, outcome_name, read_more_of};
use crate::storage::{Loaded, StorageError, words as told};
use crate::ui::{
    ActionBar, Button, Chips, Details, Icon, LinkButton, Look, Notice, NoticeKind, Scale, Tone, live, when,
};
use crate::writing::{KeptStatus, WritingField};

/// Agreements that are asked about.
#[derive(Clone, Copy)]
struct Asked {
    agreements: RwSignal<Vec<Agreement>>,
    services: Services,
}

impl Asked {
    fn nothing(services: Services) -> Self {
        Self { agreements: RwSignal::new(Vec::new()), services }
    }

    fn about<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        session: StoredValue<SessionId>,
        ask: fn(&Agreement) -> T,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| {
            self.agreements.with(|all| {
                session.with_value(|session| all.iter().find(|one| one.session == *session)).map(ask)
            })
        })
    }

    /// Takes in what is said, and keeps it.
    fn tell(self, session: StoredValue<SessionId>, said: FollowUp) {
        let kept = self.agreements.try_update(|all| {
            let found = session.with_value(|session| all.iter_mut().find(|one| one.session == *session))?;
            found.follow_up(said);
            Some(found.clone())
        });
        if let Some(agreement) = kept.flatten() {
            self.services.keep_agreement(&agreement);
        }
    }
}

/// What came of one agreement.
#[component]
pub fn FollowUpPage(
    /// The session that it was made in.
    id: SessionId,
) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let asked = Asked::nothing(services);
    let missing = RwSignal::new(None::<Result<Loaded<Agreement>, StorageError>>);
    let wanted = id.clone();
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        let wanted = wanted.clone();
        spawn_local(async move {
            // The screen may be gone by now.
            match services.agreement(&wanted).await {
                Ok(Loaded::Ready(agreement)) => {
                    let _ = missing.try_set(None);
                    let _ = asked.agreements.try_set(vec![agreement]);
                }
                other => {
                    let _ = missing.try_set(Some(other));
                }
            }
        });
    });
    let is_here = Memo::new(move |_| !asked.agreements.with(Vec::is_empty) && missing.with(Option::is_none));
    let read_only = Signal::derive(move || services.reads_only());
    document::focus_heading_if_lost();
    let panel = move || {
        let id = id.clone();
        view! { <div inert=read_only><Said asked id/></div> <KeptStatus services/> }
    };
    view! {
        <div class="page-narrow stack g5">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::agreed_title)}</h1>
            {live(move || missing.with(|found| found.as_ref().map(|found| instead(found, words))))}
            {when(is_here, panel)}
        </div>
    }
    .into_any()
}

/// What is told where there is no agreement to ask about.
fn instead(found: &Result<Loaded<Agreement>, StorageError>, words: Words) -> AnyView {
    match words.now(|words| told::instead(found, words)) {
        Some(text) => view! { <Notice kind=NoticeKind::Info sign=Icon::Info text=Signal::stored(text)/> }.into_any(),
        None => view! {
            <Notice kind=NoticeKind::Info sign=Icon::Info title=words.text(Messages::agreed_gone) text=words.text(Messages::agreed_gone_text)/>
        }
        .into_any(),
    }
}

/// One agreement, and what there is to say of it.
#[component]
fn Said(asked: Asked, id: SessionId) -> impl IntoView {
    let words = Words::get();
    let services = asked.services;
    let (key, helped_question) = (id.clone(), format!("helped-{id}"));
    let id = StoredValue::new(id);
    let agreement = asked.about(id, Agreement::clone);
    let outcome = asked.about(id, |agreement| agreement.outcome);
    let helped = asked.about(id, |agreement| agreement.helped);
    let surprise = asked.about(id, |agreement| agreement.surprise.clone());
    let said = words.made(move |words| {
        words.agreed_said(agreement.with(|one| one.as_ref().map(|one| one.what.clone()).unwrap_or_default()))
    });
    let line = words.made(move |words| {
        agreement.with(|one| one.as_ref().map(|one| line(one, services, words)).unwrap_or_default())
    });
    let outcomes = one_of(
        &format!("outcome-{key}"),
        Outcome::ALL,
        outcome_name,
        Signal::derive(move || outcome.get().flatten()),
        move |one| asked.tell(id, FollowUp::Outcome(one)),
        words,
    );
    let further = move || match outcome.get().flatten()? {
        Outcome::NotYet => {
            let today = services.today();
            Some(view! {
                <div class="row">
                    <Button text=words.text(Messages::agreed_postpone) look=Look::Secondary tone=Tone::Neutral
                        on_press=move |()| asked.tell(id, FollowUp::Postponed { today })/>
                </div>
            }
            .into_any())
        }
        Outcome::Done | Outcome::Partly => {
            let chips = one_of(
                &helped_question,
                Helped::ALL,
                helped_name,
                Signal::derive(move || helped.get().flatten()),
                move |one| asked.tell(id, FollowUp::Helped(one)),
                words,
            );
            Some(view! { <Chips legend=words.text(Messages::agreed_helped)>{chips}</Chips> }.into_any())
        }
    };
    // What has helped may be worth doing every time.
    let draft = Signal::derive(move || {
        agreement.with(|one| one.as_ref().map(|one| practice_from(&one.session, &one.what, "", services)))
    });
    let helped_here =
        move || (helped.get().flatten() == Some(Helped::Yes)).then(|| view! { <MakePractice draft/> });
    let behind = Memo::new(move |_| {
        agreement.with(|one| one.as_ref().map(|one| read_more_of(one).0.to_string())).unwrap_or_default()
    });
    let read_more = words.made(move |words| {
        let name = agreement.with(|one| one.as_ref().map(|one| read_more_of(one).1));
        name.map(|name| name(words).to_owned()).unwrap_or_default()
    });
    view! {
        <div class="said stack g5">
            <div class="stack g2">
                <blockquote class="serif q-md quote">{said}</blockquote>
                <p class="muted t-sm">{line}</p>
            </div>
            <Chips legend=words.text(Messages::agreed_how)>{outcomes}</Chips>
            {live(further)}
            {live(helped_here)}
            <WritingField id=format!("surprise-{key}") label=words.text(Messages::agreed_surprise) hint=words.text(Messages::agreed_surprise_hint)
                value=Signal::derive(move || surprise.get().unwrap_or_default())
                on_input=move |text| asked.tell(id, FollowUp::Surprise(text))/>
            <div class="row">
                <LinkButton text=read_more href=behind
                    look=Look::Tertiary tone=Tone::Neutral class="pull-start"/>
            </div>
        </div>
    }
}

fn helped_name(helped: Helped, words: &Messages) -> &str {
    match helped {
        Helped::Yes => words.agreed_helped_yes(),
        Helped::Partly => words.agreed_helped_partly(),
        Helped::No => words.agreed_helped_no(),
        Helped::TooSoon => words.agreed_helped_too_soon(),
    }
}

/// When it was agreed, who follows it up, when to look at it again.
fn line(agreement: &Agreement, services: Services, words: &Messages) -> String {
    let again = Day::parse(&agreement.date).map(|day| words.agreed_look_again(day.short(words)));
    [Some(services.when_agreed(agreement, words)), again]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What a group is asked about before it begins anew.
#[derive(Clone, Copy)]
pub(super) struct BeforeGroup {
    asked: Asked,
    /// It is known what there is to ask about.
    read: RwSignal<bool>,
    /// The group has gone on.
    passed: RwSignal<bool>,
}

impl BeforeGroup {
    /// Looks up what groups have agreed on. A group that has begun is not asked any more.
    pub(super) fn of(desk: Desk, stage: Memo<Option<GroupStage>>) -> Self {
        let Desk { services, .. } = desk;
        let before = Self {
            asked: Asked::nothing(services),
            read: RwSignal::new(false),
            passed: RwSignal::new(stage.get_untracked() != Some(GroupStage::Gathering)),
        };
        if before.passed.get_untracked() {
            return before;
        }
        spawn_local(async move {
            let found = effects::open_agreements_of_groups(services).await;
            // The screen may be gone by now.
            let _ = before.asked.agreements.try_set(found);
            let _ = before.read.try_set(true);
        });
        before
    }

    /// Whether it is on the screen now, before the group gathers; none until that is known.
    pub(super) fn is_shown(self) -> Option<bool> {
        if self.passed.get() {
            return Some(false);
        }
        self.read.get().then(|| !self.asked.agreements.with(Vec::is_empty))
    }
}

/// A group begins with what it agreed on last.
#[component]
pub(super) fn SaidLast(desk: Desk, before: BeforeGroup) -> impl IntoView {
    let words = desk.words;
    let BeforeGroup { asked, passed, .. } = before;
    let mut ids = asked
        .agreements
        .with_untracked(|all| all.iter().map(|one| one.session.clone()).collect::<Vec<_>>())
        .into_iter();
    let first = ids.next().map(|id| view! { <Said asked id/> });
    let others: Vec<_> = ids.map(|id| view! { <Said asked id/> }).collect();
    let onward = view! {
        <ActionBar>
            <Button text=words.text(Messages::agreed_go_on) scale=Scale::Large after=Icon::ArrowRight
                on_press=move |()| passed.set(true)/>
        </ActionBar>
    }
    .into_any();
    view! {
        <Sheet desk below=onward>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::agreed_title)}</h1>
            <p class="muted">{words.text(Messages::agreed_group_lead)}</p>
            {first}
            {(!others.is_empty()).then(|| view! {
                <Details summary=words.text(Messages::agreed_group_next)><div class="stack g6">{others}</div></Details>
            })}
        </Sheet>
    }
}
