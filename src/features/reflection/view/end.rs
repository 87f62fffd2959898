//! The end: look at what it came to, take it out if wanted, and choose what becomes of it. The
//! default forgets.

use leptos::prelude::*;

use super::Desk;
use super::choices::one_of;
use super::for_group::ForTheGroup;
use super::frame::{Top, is_read_only};
use super::leader;
use super::referat::{Exports, Paper, Referat};
use super::ticket::Meeting;
use super::topic::FoundAgain;
use crate::features::reflection::model::{Keep, Obstacle, Stage};
use crate::features::reflection::session::{NextStep, Session};
use crate::features::reflection::summary::Summary;
use crate::features::reflection::update::Msg;
use crate::i18n::Messages;
use crate::route::Route;
use crate::storage;
use crate::ui::{
    ActionBar, Button, CheckTile, Chips, Confirm, DateField, Icon, LinkButton, Look, Notice, NoticeKind,
    RadioTile, Scale, Tiles, Tone, live,
};
use crate::writing::BeforeOthersRead;

/// How many days are proposed for keeping everything.
const PROPOSED_DAYS: i64 = 30;

/// The end of a session.
#[component]
pub(super) fn End(desk: Desk) -> impl IntoView {
    let Desk { model, words, .. } = desk;
    let summary = Memo::new(move |_| {
        let language = words.language();
        model.with(|model| Summary::of(&model.session, language))
    });
    let about = words.text(Messages::reflection_keep_title);
    // What the leader may know of it lies on the table, and not the referat.
    let for_leader = RwSignal::new(false);
    let briefing = leader::briefing_of(desk);
    let language = desk.memo(|session| session.language.code());
    let in_group = model.with_untracked(|model| model.session.group.is_some());
    let back = desk.memo(|session| Route::SessionStep(session.id.clone(), session.at.clone()).to_string());
    view! {
        <div class="guided">
            <Top desk/>
            <div class="cols">
                <main id="main" tabindex="-1" inert=Signal::derive(move || is_read_only(desk))>
                    {in_group.then(|| view! { <Choice desk for_leader/> })}
                    {live(move || if for_leader.get() {
                        view! { <Paper blocks=briefing language/> }.into_any()
                    } else {
                        view! { <Referat summary=summary/> }.into_any()
                    })}
                </main>
                <aside class="ending no-print" aria-label=about inert=Signal::derive(move || is_read_only(desk))>
                    {live(move || if for_leader.get() {
                        view! { <leader::Choices desk briefing/> }.into_any()
                    } else {
                        let beside = if in_group {
                            view! { <Meeting desk/> }.into_any()
                        } else {
                            view! { <ForTheGroup desk/> }.into_any()
                        };
                        view! { {beside} <KeepChoice desk/> <Exports summary=summary/> }.into_any()
                    })}
                </aside>
            </div>
            <ActionBar back=view! {
                <LinkButton text=words.text(Messages::reflection_end_back) href=back look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
            }.into_any()>
                {live(move || if for_leader.get() {
                    view! {
                        <Button text=words.text(Messages::group_l_done) look=Look::Secondary scale=Scale::Large
                            on_press=move |()| for_leader.set(false)/>
                    }
                    .into_any()
                } else {
                    view! { <EndButton desk/> }.into_any()
                })}
            </ActionBar>
        </div>
    }
}

/// What lies on the table: the referat for the group, or what its leader gets.
#[component]
fn Choice(desk: Desk, for_leader: RwSignal<bool>) -> impl IntoView {
    let words = desk.words;
    let chosen = Signal::derive(move || Some(for_leader.get()));
    let choose = move |wanted| for_leader.set(wanted);
    view! {
        <div class="no-print">
            <Chips legend=words.text(Messages::group_l_show) legend_hidden=true>
                {one_of("shown", [false, true], table_name, chosen, choose, words)}
            </Chips>
        </div>
    }
}

fn table_name(for_leader: bool, words: &Messages) -> &str {
    if for_leader { words.group_l_title() } else { words.group_l_show_referat() }
}

#[component]
fn KeepChoice(desk: Desk) -> impl IntoView {
    let Desk { model, words, dispatch, services, .. } = desk;
    let keep = Memo::new(move |_| model.with(|model| model.ending.keep));
    let choose = move |chosen: Keep| {
        dispatch.run(Msg::KeepChosen(chosen));
        let no_day = model.with_untracked(|model| model.ending.until.is_empty());
        if chosen == Keep::Everything && no_day {
            dispatch.run(Msg::UntilChosen(services.today().plus(PROPOSED_DAYS).to_string()));
        }
    };
    let tile = move |choice: Keep| {
        view! {
            <RadioTile name="keep" text=words.made(move |w| keep_words(choice, w).0.to_owned())
                small=words.made(move |w| keep_words(choice, w).1.to_owned())
                chosen=Signal::derive(move || keep.get() == choice) on_choose=move |()| choose(choice)/>
        }
    };
    view! {
        <section class="stack g4">
            <Tiles legend=words.text(Messages::reflection_keep_title) legend_class="t-title">
                {Keep::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
            {live(move || (keep.get() == Keep::Everything).then(|| view! {
                <DateField id="keep-until" label=words.text(Messages::reflection_keep_until)
                    value=Signal::derive(move || model.with(|m| m.ending.until.clone()))
                    on_input=move |day| dispatch.run(Msg::UntilChosen(day))
                    first=Signal::stored(services.today().to_string())/>
            }))}
            {live(move || (keep.get() != Keep::Nothing).then(|| view! { <FoundAgain desk/> <BeforeKeeping desk/> }))}
            <Trouble desk/>
        </section>
    }
}

fn keep_words(keep: Keep, words: &Messages) -> (&str, &str) {
    match keep {
        Keep::Nothing => (words.reflection_keep_forget(), words.reflection_keep_forget_hint()),
        Keep::Summary => (words.reflection_keep_summary(), words.reflection_keep_summary_hint()),
        Keep::Everything => (words.reflection_keep_all(), words.reflection_keep_all_hint()),
    }
}

/// What to think of before something is kept: who could be recognised.
#[component]
fn BeforeKeeping(desk: Desk) -> impl IntoView {
    let Desk { model, words, dispatch, .. } = desk;
    let texts = Signal::derive(move || model.with(|model| texts_of(&model.session)));
    let considered = Signal::derive(move || model.with(|model| model.ending.considered));
    view! {
        <BeforeOthersRead texts/>
        <div class="tiles">
            <CheckTile text=words.text(Messages::reflection_keep_five_ok) chosen=considered on_toggle=move |on| dispatch.run(Msg::Considered(on))/>
        </div>
    }
}

/// Every free text of a session.
fn texts_of(session: &Session) -> Vec<String> {
    // The library's own text is no one's story.
    let mut texts =
        vec![session.title.clone(), session.problem.wording.clone(), session.overall.reason.clone()];
    if session.case.is_none() {
        texts.push(session.background.clone());
    }
    texts.extend(session.facts.iter().map(|fact| fact.text.clone()));
    texts.extend(session.parties.iter().flat_map(|p| [p.role.clone(), p.view.clone(), p.interest.clone()]));
    texts.extend(session.alternatives.iter().map(|a| a.text.clone()));
    texts.extend(session.alternatives.iter().flat_map(|a| &a.arguments).map(|a| a.text.clone()));
    texts.extend(session.overall.set_aside.iter().map(|aside| aside.soften.clone()));
    texts.push(session.overall.disagreement.clone());
    texts.extend(session.group.iter().flat_map(|group| [group.goal.clone(), group.for_leader.needs.clone()]));
    texts.extend(session.problem.earlier.iter().cloned());
    texts.extend(
        session.values.iter().filter(|value| value.library.is_none()).map(|value| value.name.clone()),
    );
    let asked = session.facts.iter().filter_map(|fact| fact.find_out.as_ref());
    let asked = asked.chain(session.parties.iter().filter_map(|party| party.ask.as_ref()));
    texts.extend(asked.map(|find_out| find_out.role.clone()));
    match &session.overall.next {
        NextStep::Action { what, role, .. } => texts.extend([what.clone(), role.clone()]),
        NextStep::Nothing { because } => texts.push(because.clone()),
        NextStep::Undecided => {}
    }
    texts
}

/// What stands in the way, or what went wrong.
#[component]
fn Trouble(desk: Desk) -> impl IntoView {
    let Desk { model, words, .. } = desk;
    let obstacle = Memo::new(move |_| model.with(|model| model.obstacle()));
    let failed = Memo::new(move |_| {
        model.with(|model| match &model.ending.stage {
            Stage::Failed(error) => Some(error.clone()),
            Stage::Choosing | Stage::Carrying | Stage::Done(_) => None,
        })
    });
    let last = desk.memo(|session| {
        let step = session.steps().last().map_or_else(|| session.at.clone(), |step| step.id.clone());
        Route::SessionStep(session.id.clone(), step).to_string()
    });
    view! {
        {live(move || (obstacle.get() == Some(Obstacle::NoReason)).then(|| view! {
            <Notice kind=NoticeKind::Quiet sign=Icon::Pencil text=words.text(Messages::reflection_keep_no_reason)>
                <LinkButton text=words.text(Messages::reflection_keep_add_reason) href=last look=Look::Secondary/>
            </Notice>
        }))}
        {live(move || failed.get().map(|error| {
            let told = words.made(move |words| storage::words::message(&error, words).whole());
            view! { <Notice kind=NoticeKind::Danger sign=Icon::Error text=told urgent=true/> }
        }))}
    }
}

#[component]
fn EndButton(desk: Desk) -> impl IntoView {
    let Desk { model, words, dispatch, .. } = desk;
    let text = words.made(move |words| {
        match model.with(|model| model.ending.keep) {
            Keep::Nothing => words.reflection_keep_button_forget(),
            Keep::Summary => words.reflection_keep_button_summary(),
            Keep::Everything => words.reflection_keep_button_all(),
        }
        .to_owned()
    });
    let blocked = Signal::derive(move || {
        model.with(|model| model.obstacle().is_some() || !model.is_open()) || is_read_only(desk)
    });
    // Forgetting can not be taken back, so it is asked once more.
    let asking = RwSignal::new(false);
    let press = move |()| {
        if model.with_untracked(|model| model.ending.keep) == Keep::Nothing {
            asking.set(true);
        } else {
            dispatch.run(Msg::EndPressed);
        }
    };
    let forget = move |()| {
        asking.set(false);
        dispatch.run(Msg::EndPressed);
    };
    view! {
        <Button text=text on_press=press disabled=blocked scale=Scale::Large/>
        <Confirm id="forget" title=words.text(Messages::reflection_forget_ask) close=words.text(Messages::reflection_put_away)
            open=asking yes=words.text(Messages::reflection_forget_yes) no=words.text(Messages::reflection_forget_no)
            on_yes=forget on_no=move |()| asking.set(false)>
            <p>{words.text(Messages::reflection_keep_forget_hint)}</p>
        </Confirm>
    }
}
