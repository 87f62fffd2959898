//! What «Utforsk etterpå» says: how it could have gone beside how it went, in sentences, rows and lines. Pure.

use super::bedside::Model;
use super::explore::{self, Beside, Change, Turn};
use super::names;
use crate::clinical::{Course, Deed, Moment, Outcome};
use crate::i18n::Messages;

/// How many rows the table has at most.
const ROWS: usize = 7;

/// How it could have gone, beside how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explored {
    /// What was changed.
    pub title: String,
    /// What came of it, a sentence each.
    pub sentences: Vec<String>,
    /// Whether nothing at all went otherwise.
    pub is_alike: bool,
    /// Both at the same times of day, from the change on.
    pub rows: Vec<Beside>,
    /// The values as they went.
    pub own: Vec<Moment>,
    /// The values as they could have gone.
    pub other: Vec<Moment>,
}

/// How it could have gone with one thing changed; `None` where that cannot be done then.
#[must_use]
pub fn explored(model: &Model, at: u32, change: &Change, words: &Messages) -> Option<Explored> {
    let (play, own) = (model.play(), &model.course);
    let other = explore::other(play, model.run.seed, own, at, change)?;
    let time = names::clock(play.begins, at);
    let what = change_name(model, change);
    let title = match change {
        Change::Call(_) => words.afterwards_if_called(time, what),
        Change::Act(_) => words.afterwards_if_done(time, what),
    };
    let mut sentences: Vec<String> = answer(model, &other, at, change, words).into_iter().collect();
    let is_alike = explore::is_alike(play, own, &other);
    if is_alike {
        sentences.push(words.afterwards_alike().to_owned());
        sentences.push(words.afterwards_alike_try().to_owned());
    } else {
        sentences.push(help(model, &other, words));
        sentences.extend(news2(model, &other, words));
        sentences.push(ending(model, &other, words));
    }
    Some(Explored {
        title,
        sentences,
        is_alike,
        rows: explore::beside(own, &other, at, ROWS),
        own: own.moments().to_vec(),
        other: other.moments().to_vec(),
    })
}

/// What is done or who is called.
#[must_use]
pub fn change_name(model: &Model, change: &Change) -> String {
    let spoken = &model.item.words;
    let name = match change {
        Change::Call(id) => spoken.receivers.get(id).map(|receiver| receiver.name.clone()),
        Change::Act(id) => spoken.actions.get(id).map(|action| action.name.clone()),
    };
    name.unwrap_or_default()
}

/// A moment that can be chosen.
#[must_use]
pub fn turn_name(turn: Turn, time: &str, words: &Messages) -> String {
    match turn {
        Turn::FirstSign => words.afterwards_turn_sign(time),
        Turn::Three => words.afterwards_turn_three(time),
        Turn::ThreeInOne => words.afterwards_turn_three_in_one(time),
        Turn::Five => words.afterwards_turn_five(time),
        Turn::Seven => words.afterwards_turn_seven(time),
        Turn::BeforeCall => words.afterwards_turn_before_call(time),
    }
}

fn answer(model: &Model, other: &Course, at: u32, change: &Change, words: &Messages) -> Option<String> {
    let Change::Call(id) = change else { return None };
    let is_it = |deed: &Deed| matches!(deed, Deed::Call { receiver, .. } if receiver == id);
    let entry = other.log().iter().find(|entry| entry.at >= at && is_it(&entry.deed))?;
    let Outcome::Replied { reply: Some(reply), .. } = &entry.outcome else { return None };
    let reply = model.item.words.receivers.get(id)?.replies.get(reply)?;
    Some(words.afterwards_answer(reply))
}

fn help(model: &Model, other: &Course, words: &Messages) -> String {
    let play = model.play();
    let came = |course: &Course| explore::help(play, course).map(|(_, at)| names::clock(play.begins, at));
    let then = match came(other) {
        Some(time) => words.afterwards_help_then(time),
        None => words.afterwards_help_never().to_owned(),
    };
    let own = match came(&model.course) {
        Some(time) => words.afterwards_help_own(time),
        None => words.afterwards_help_own_never().to_owned(),
    };
    format!("{then} {own}")
}

fn news2(model: &Model, other: &Course, words: &Messages) -> Option<String> {
    let (own, other) = explore::last_common(&model.course, other)?;
    let time = names::clock(model.play().begins, own.at);
    Some(if own.news2 == other.news2 {
        words.afterwards_news2_same(own.news2, time)
    } else {
        words.afterwards_news2_other(other.news2, own.news2, time)
    })
}

fn ending(model: &Model, other: &Course, words: &Messages) -> String {
    let name = |course: &Course| {
        let ending = course.ending(model.play());
        let title = ending.and_then(|ending| model.item.words.endings.get(&ending.id));
        title.map_or_else(|| words.afterwards_open().to_owned(), |ending| ending.title.clone())
    };
    let (own, other) = (name(&model.course), name(other));
    if own == other { words.afterwards_end_same(own) } else { words.afterwards_end_other(other, own) }
}
