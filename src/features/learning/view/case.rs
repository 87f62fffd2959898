//! A short case that goes on by what one chooses: what was chosen stands above with its reason, and what happens now
//! below it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::answered::{Row, rows_view};
use super::desk::Desk;
use crate::content::lesson::{Branching, MomentWords};
use crate::features::learning::answer::{Mark, choices_of, moment_after};
use crate::features::learning::player::{Msg, Player};
use crate::i18n::Messages;
use crate::platform::document;
use crate::progress::Answer;
use crate::ui::{Button, Look, Scale, live};

/// What happens now: the focus goes there when a choice was made.
const MOMENT: &str = "lesson-moment";

/// The words of the moments, by id.
type Moments = BTreeMap<String, MomentWords>;

/// A case, as far as one has come.
#[component]
pub(super) fn CaseAsked(desk: Desk, case: Branching, words: Moments) -> impl IntoView {
    let path = desk.memo(|player| match &player.draft {
        Some(Answer::Path(path)) => path.clone(),
        Some(_) | None => Vec::new(),
    });
    live(move || {
        let path = path.get();
        view! {
            {rows_view(walked(desk, &case, &words, &path), true)}
            {moment(desk, &case, &words, &path)}
        }
    })
}

/// What was chosen so far, each with what happened before it, and its reason.
pub(super) fn walked(desk: Desk, case: &Branching, words: &Moments, path: &[String]) -> Vec<Row> {
    let row = |(steps, choice): (usize, &crate::content::lesson::MomentChoice)| {
        let before = path.get(..steps).unwrap_or_default();
        let moment = moment_after(case, before).and_then(|at| case.moments.get(at))?;
        let words = words.get(&moment.id)?;
        let said = words.choices.get(&choice.id)?;
        let mark = if choice.good { Mark::Right } else { Mark::Wrong };
        Some(Row {
            mark,
            above: Some(words.text.clone()),
            text: said.text.clone(),
            said: Some(desk.words.with(|words| match mark {
                Mark::Right => words.learning_m_good().to_owned(),
                Mark::Wrong | Mark::Missed | Mark::LeftOut | Mark::Own => words.learning_m_other().to_owned(),
            })),
            reason: said.reason.clone(),
        })
    };
    choices_of(case, path).into_iter().enumerate().filter_map(row).collect()
}

/// What happens now, and what one can do.
fn moment(desk: Desk, case: &Branching, words: &Moments, path: &[String]) -> Option<AnyView> {
    let moment = moment_after(case, path).and_then(|at| case.moments.get(at))?;
    let said = words.get(&moment.id)?;
    let button = |choice: &crate::content::lesson::MomentChoice| {
        let text = said.choices.get(&choice.id)?.text.clone();
        let id = choice.id.clone();
        Some(view! {
            <li><Button text=Signal::stored(text) look=Look::Plain scale=Scale::Large class="lesson-choice"
                on_press=move |()| take(desk, id.clone())/></li>
        })
    };
    let buttons = moment.choices.iter().filter_map(button).collect_view();
    let now = view! {
        <section class="lesson-now" aria-labelledby=MOMENT>
            <p id=MOMENT class="serif q-sm" tabindex="-1">{said.text.clone()}</p>
            <p class="t-sub">{desk.words.text(Messages::learning_choose_deed)}</p>
            <ul class="lesson-choices">{buttons}</ul>
        </section>
    };
    Some(now.into_any())
}

/// Makes a choice. The case goes on by itself, and is looked at when it has ended.
fn take(desk: Desk, choice: String) {
    desk.tell(Msg::Take(choice));
    if desk.now(Player::may_look) {
        desk.look();
    } else {
        document::focus_soon(MOMENT.to_owned());
    }
}
