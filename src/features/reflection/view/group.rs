//! The way in for a group: who is here and how long, then the kjøreregler, then the steps.

use leptos::prelude::*;

use super::Desk;
use super::choices::one_of;
use super::frame::{Sheet, words_about};
use super::leader::MeetingPlan;
use crate::content::{GuideItem, Plan};
use crate::features::reflection::edits::Edit;
use crate::features::reflection::group::{
    Group, GroupEdit, GroupKind, GroupStage, MOST, Profession, SizeAdvice, left_out_by,
};
use crate::features::reflection::referat::{listed, lower_first, part_name, profession_name};
use crate::features::reflection::session::filled;
use crate::features::reflection::start::guide_copy;
use crate::i18n::{Messages, Words};
use crate::progress::Arena;
use crate::ui::{
    ActionBar, Button, Chips, Counter, Details, Icon, Look, RadioChip, RadioTile, Scale, Tiles, Tone, live,
    when,
};
use crate::writing::WritingField;

/// The shortest time that the Centre for Medical Ethics advises for a reflection, minutes (fakta.md 1.5).
const ADVISED_MINUTES: u16 = 45;

/// A question about the group, asked again when the group changes. Nothing is asked where there is none.
fn about<T>(desk: Desk, ask: impl Fn(&Group) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Default + Clone + PartialEq + Send + Sync + 'static,
{
    desk.memo(move |session| session.group.as_ref().map(&ask).unwrap_or_default())
}

/// Who is here, how long, what for.
#[component]
pub(super) fn Gathering(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let onward = view! {
        <ActionBar>
            <Button text=words.text(Messages::group_to_rules) scale=Scale::Large after=Icon::ArrowRight
                on_press=move |()| desk.edit_group(GroupEdit::Stage(GroupStage::Rules))/>
        </ActionBar>
    }
    .into_any();
    view! {
        <Sheet desk below=onward>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::group_title)}</h1>
            <p class="muted">{words.text(Messages::group_lead)}</p>
            <div class="gather">
                <div class="stack g5"><Time desk/> <Goal desk/></div>
                <div class="stack g5"><Size desk/> <More desk/></div>
            </div>
            <MeetingPlan desk/>
        </Sheet>
    }
}

/// The plans: four at once, the others under «Annen tid», and what the chosen one leaves out.
#[component]
fn Time(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let plans = desk.memo(|session| session.guide.plans.clone());
    let chosen = about(desk, |group| group.plan.minutes);
    let tile = move |plan: Plan| {
        let minutes = plan.minutes;
        let choose = move |()| desk.edit_group(GroupEdit::Plan(plan.clone()));
        view! {
            <RadioTile name="plan" text=Signal::stored(minutes.to_string()) unit=words.text(Messages::group_minutes)
                small=words.made(move |words| plan_name(minutes, words).to_owned())
                chosen=Signal::derive(move || chosen.get() == minutes) on_choose=choose/>
        }
    };
    let chip = move |plan: Plan| {
        let minutes = plan.minutes;
        let choose = move |()| desk.edit_group(GroupEdit::Plan(plan.clone()));
        view! {
            <RadioChip name="plan" text=words.made(move |words| words.group_r_minutes(minutes.into()))
                chosen=Signal::derive(move || chosen.get() == minutes) on_choose=choose/>
        }
    };
    let of_kind = move |usual: bool| plans.get().into_iter().filter(move |plan| plan.usual == usual);
    let has_others = Memo::new(move |_| plans.with(|plans| plans.iter().any(|plan| !plan.usual)));
    let left_out = words_about(desk, |session, words| {
        let Some(group) = &session.group else { return String::new() };
        let parts = left_out_by(&group.plan, session.steps());
        let names: Vec<String> = parts.into_iter().map(|part| lower_first(part_name(part, words))).collect();
        if names.is_empty() {
            words.group_nothing_left_out().to_owned()
        } else {
            words.group_leaves_out(listed(&names, words))
        }
    });
    let is_short = Memo::new(move |_| chosen.get() < ADVISED_MINUTES);
    view! {
        <section class="stack g3">
            <Tiles legend=words.text(Messages::group_time) count=4>{live(move || of_kind(true).map(tile).collect_view())}</Tiles>
            {when(has_others, move || view! {
                <Details summary=words.text(Messages::group_time_other)>
                    <Chips legend=words.text(Messages::group_time_other) legend_hidden=true>{live(move || of_kind(false).map(chip).collect_view())}</Chips>
                </Details>
            })}
            <p role="status" class="muted t-sm">{left_out}</p>
            {when(is_short, move || view! { <p class="muted t-sm">{words.text(Messages::group_short_time)}</p> })}
        </section>
    }
}

/// What a plan is called; plans of other lengths have their minutes only.
fn plan_name(minutes: u16, words: &Messages) -> &str {
    match minutes {
        0..=15 => words.group_plan_15(),
        16..=44 => words.group_plan_30(),
        45..=60 => words.group_plan_60(),
        _ => words.group_plan_90(),
    }
}

#[component]
fn Goal(desk: Desk) -> impl IntoView {
    view! {
        <WritingField id="goal" label=desk.words.text(Messages::group_goal) hint=desk.words.text(Messages::group_goal_hint)
            value=about(desk, |group| group.goal.clone())
            on_input=move |text| desk.edit_group(GroupEdit::Goal(text))/>
    }
}

/// How many are here. Four to ten is advice.
#[component]
fn Size(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let count = about(desk, |group| group.participants);
    let least = about(desk, |group| group.counted().max(1));
    let advice = about(desk, Group::size_advice);
    let step = move |by: i8| {
        desk.edit_group(GroupEdit::Participants(count.get_untracked().saturating_add_signed(by)));
    };
    let told = words.made(move |words| match advice.get() {
        Some(SizeAdvice::Few) => words.group_size_few().to_owned(),
        Some(SizeAdvice::Many) => words.group_size_many().to_owned(),
        None => String::new(),
    });
    view! {
        <section class="stack g3">
            <h2 class="t-sub">{words.text(Messages::group_size)}</h2>
            <Counter label=words.text(Messages::group_size) text=words.made(move |words| words.group_size_count(count.get().into()))
                fewer=words.text(Messages::group_one_fewer) more=words.text(Messages::group_one_more)
                lowest=Signal::derive(move || count.get() <= least.get())
                highest=Signal::derive(move || count.get() >= MOST) on_step=step/>
            <p role="status" class="muted t-sm">{told}</p>
        </section>
    }
}

/// What a group may say about itself, and another guide.
#[component]
fn More(desk: Desk) -> impl IntoView {
    let words = desk.words;
    view! {
        <Details summary=words.text(Messages::group_more_title)>
            <div class="stack g5"><Professions desk/> <Kinds desk/> <Arenas desk/> <Guides desk/></div>
        </Details>
    }
}

#[component]
fn Professions(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let row = move |profession: Profession| {
        let count = about(desk, move |group| group.professions.get(&profession).copied().unwrap_or_default());
        let all = about(desk, Group::counted);
        let named = move |make: fn(&Messages, &str) -> String| {
            words.made(move |words| make(words, profession_name(profession, words)))
        };
        let step = move |by: i8| {
            desk.edit_group(GroupEdit::Profession(
                profession,
                count.get_untracked().saturating_add_signed(by),
            ));
        };
        view! {
            <li class="row g3">
                <span class="grow">{words.made(move |words| profession_name(profession, words).to_owned())}</span>
                <Counter label=words.made(move |words| profession_name(profession, words).to_owned())
                    text=Signal::derive(move || count.get().to_string()) small=true
                    fewer=named(|words, name| words.group_profession_fewer(name))
                    more=named(|words, name| words.group_profession_more(name))
                    lowest=Signal::derive(move || count.get() == 0)
                    highest=Signal::derive(move || all.get() >= MOST) on_step=step/>
            </li>
        }
    };
    let same = about(desk, Group::is_of_one_profession);
    view! {
        <section class="stack g2">
            <h3 class="t-sub">{words.text(Messages::group_professions)}</h3>
            <p class="muted t-sm">{words.text(Messages::group_professions_hint)}</p>
            <ul class="rows professions">{Profession::ALL.into_iter().map(row).collect_view()}</ul>
            {when(same, move || view! { <p class="muted t-sm">{words.text(Messages::group_one_profession)}</p> })}
        </section>
    }
}

fn kind_name(kind: GroupKind, words: &Messages) -> &str {
    match kind {
        GroupKind::Open => words.group_kind_open(),
        GroupKind::Fixed => words.group_kind_fixed(),
    }
}

#[component]
fn Kinds(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let chosen = about(desk, |group| group.kind).into();
    let choose = move |kind| desk.edit_group(GroupEdit::Kind(kind));
    view! { <Chips legend=words.text(Messages::group_kind)>{one_of("kind", GroupKind::ALL, kind_name, chosen, choose, words)}</Chips> }
}

#[component]
fn Arenas(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let chosen = about(desk, |group| group.arena).into();
    let choose = move |arena| desk.edit_group(GroupEdit::Arena(arena));
    view! { <Chips legend=words.text(Messages::group_arena)>{one_of("arena", Arena::ALL, Arena::name, chosen, choose, words)}</Chips> }
}

/// Another guide, where the library has several with plans.
#[component]
fn Guides(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let services = desk.services;
    let chosen = desk.memo(|session| session.guide.id.clone());
    let chip = move |guide: &GuideItem| {
        let (id, name) = (guide.neutral.id.clone(), guide.words.name.clone());
        let guide = StoredValue::new(guide.clone());
        let choose = move |()| {
            let copy = guide.with_value(|guide| guide_copy(guide, words.language_now()));
            desk.edit(Edit::GuideChosen(Box::new(copy)));
        };
        view! {
            <RadioChip name="guide" text=Signal::stored(name)
                chosen=Signal::derive(move || chosen.with(|chosen| *chosen == id)) on_choose=choose/>
        }
    };
    live(move || {
        let state = services.library();
        let guides = state.ready().map(|library| library.guides()).unwrap_or_default();
        let planned: Vec<_> =
            guides.iter().filter(|guide| !guide.neutral.plans.is_empty()).map(chip).collect();
        (planned.len() > 1)
            .then(|| view! { <Chips legend=words.text(Messages::group_guide)>{planned}</Chips> })
    })
}

/// Kjøreregler, on one calm screen, read aloud.
#[component]
pub(super) fn Rules(desk: Desk) -> impl IntoView {
    let Desk { words, services, .. } = desk;
    let frame = about(desk, |group| group.plan.frame);
    let goal = about(desk, |group| group.goal.trim().to_owned());
    let rules = Memo::new(move |_| {
        let state = services.library();
        let rules = state.ready().map(|library| library.rules()).unwrap_or_default();
        rules.iter().map(|rule| rule.words.text.clone()).collect::<Vec<_>>()
    });
    let list = move || rules.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    let has_goal = Memo::new(move |_| goal.with(|goal| filled(goal)));
    let onward = view! {
        <ActionBar back=back(desk, words)>
            <Button text=words.text(Messages::group_begin) scale=Scale::Large after=Icon::ArrowRight
                on_press=move |()| desk.edit_group(GroupEdit::Stage(GroupStage::Underway))/>
        </ActionBar>
    }
    .into_any();
    view! {
        <Sheet desk below=onward>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::group_rules_title)}</h1>
            <p class="muted">{words.made(move |words| words.group_rules_lead(frame.get().into()))}</p>
            {when(has_goal, move || view! {
                <p class="t-lead">{words.made(move |words| words.group_rules_goal(goal.get()))}</p>
            })}
            <ul class="rules serif">{live(list)}</ul>
            <p class="muted t-sm">{words.text(Messages::group_rules_source)}</p>
        </Sheet>
    }
}

fn back(desk: Desk, words: Words) -> AnyView {
    view! {
        <Button text=words.text(Messages::group_back) look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft
            class="pull-start" on_press=move |()| desk.edit_group(GroupEdit::Stage(GroupStage::Gathering))/>
    }
    .into_any()
}
