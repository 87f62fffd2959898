//! What a group hands on before and after: the plan for its meeting, and «Orientering til leder», which tells the
//! theme of what was talked about and never the case, nor what somebody said. Pure.

use serde::{Deserialize, Serialize};

use super::group::Group;
use super::referat::{Block, Item, agreed, listed, listed_names, lower_first, meeting};
use super::session::{ItemId, NextStep, Session, Situation, filled};
use crate::i18n::{Day, Language, Messages};

/// What the group chose to tell its leader beside the theme.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ForLeader {
    /// What was agreed comes along in the group's own words.
    pub with_agreement: bool,
    /// What the group needs from the leader, in a sentence; often empty.
    pub needs: String,
}

/// «Orientering til leder». `themes` are the names of what the library says its dilemma is about; what somebody
/// brought has none. `minutes_ahead` is the zone of the device.
#[must_use]
pub fn briefing(
    session: &Session,
    group: &Group,
    themes: &[String],
    words: &Messages,
    minutes_ahead: i32,
) -> Vec<Block> {
    let started = Day::of_moment(session.started_ms, minutes_ahead).long(words);
    let mut blocks = vec![
        Block::Title(words.group_l_title().into()),
        Block::Meta(words.reflection_r_started(started)),
        Block::Meta(frame(group, words)),
        Block::Heading(words.group_l_about().into()),
        Block::Items(about(session, themes, words)),
        Block::Heading(words.group_l_next().into()),
        next(session, group, words),
    ];
    if filled(&group.for_leader.needs) {
        blocks.push(Block::Heading(words.group_l_needs().into()));
        blocks.push(Block::Text(group.for_leader.needs.trim().to_owned()));
    }
    blocks.push(Block::Meta(words.group_l_note().into()));
    blocks
}

/// How many, where and how long; no professions, which may point at somebody.
fn frame(group: &Group, words: &Messages) -> String {
    let here = words.group_r_present(group.participants.into());
    meeting(here, group.arena, group.plan.minutes, words)
}

fn about(session: &Session, themes: &[String], words: &Messages) -> Vec<Item> {
    let theme = match (session.case.is_some(), session.situation) {
        (true, _) => listed_names(themes, words),
        (false, Some(Situation::Unusual)) => words.group_l_unusual().to_owned(),
        (false, Some(Situation::Joyful)) => words.group_l_joyful().to_owned(),
        (false, Some(Situation::Difficult) | None) => words.group_l_difficult().to_owned(),
    };
    let laws: Vec<String> = session.laws.iter().map(|law| law.title.clone()).collect();
    let lines = [
        (words.group_l_theme(), theme),
        (words.group_l_values(), values(session, words)),
        (words.group_l_conflicts(), conflicts(session, words)),
        (words.group_l_laws(), listed(&laws, words)),
    ];
    lines.into_iter().filter(|(_, text)| filled(text)).map(|(lead, text)| Item::led(lead, text)).collect()
}

/// Values of the library by name; those in own words only as a number, since they may tell of the case.
fn values(session: &Session, words: &Messages) -> String {
    let mut names: Vec<String> = session
        .values
        .iter()
        .filter(|value| value.library.is_some())
        .map(|value| value.name.clone())
        .collect();
    let own = session.values.len() - names.len();
    if own > 0 {
        names.push(words.group_l_own_values(own));
    }
    listed_names(&names, words)
}

fn conflicts(session: &Session, words: &Messages) -> String {
    let name = |id: Option<ItemId>| {
        let value = session.value(id?)?;
        value.library.is_some().then(|| value.name.clone())
    };
    let pairs = session.conflicts.iter().filter_map(|conflict| {
        Some(words.reflection_conflict_between(name(conflict.a)?, lower_first(&name(conflict.b)?)))
    });
    pairs.collect::<Vec<_>>().join("; ")
}

fn next(session: &Session, group: &Group, words: &Messages) -> Block {
    match &session.overall.next {
        NextStep::Action { what, role, date } if filled(what) => {
            if group.for_leader.with_agreement {
                return agreed(what.trim(), role, date, words);
            }
            Block::Text(match Day::parse(date) {
                Some(day) => words.group_l_next_again(day.long(words)),
                None => words.group_l_next_agreed().into(),
            })
        }
        NextStep::Nothing { .. } => Block::Text(words.group_l_next_none().into()),
        NextStep::Action { .. } | NextStep::Undecided => Block::Text(words.group_l_next_open().into()),
    }
}

/// The plan of the meeting, for the ward's plan of the day: when, where, how long, and how the time is shared out.
#[must_use]
pub fn meeting_plan(session: &Session, group: &Group, language: Language, words: &Messages) -> Vec<Block> {
    let mut blocks = vec![Block::Title(words.group_p_title().into()), Block::Meta(frame(group, words))];
    if filled(&group.goal) {
        blocks.push(Block::Text(words.group_r_goal(group.goal.trim())));
    }
    blocks.push(Block::Items(vec![
        Item::led(words.group_p_when(), BLANK),
        Item::led(words.group_p_where(), BLANK),
    ]));
    blocks.push(Block::Heading(words.group_p_time().into()));
    let minutes = |lead: &str, minutes: u16| Item::led(lead, words.group_r_minutes(minutes.into()));
    let steps = session.steps().iter().filter_map(|step| {
        let planned = group.plan.of_step(&step.id)?;
        Some(minutes(&session.step_name(&step.id, language), planned))
    });
    let frame = minutes(words.group_p_frame(), group.plan.frame);
    blocks.push(Block::Items([frame].into_iter().chain(steps).collect()));
    blocks
}

/// A line to write on.
const BLANK: &str = "………………………………………";
