//! An answer that was looked at: each part with its mark, as a sign and in words, and its reason. Never how much.

use leptos::prelude::*;

use super::case::walked;
use super::choose::options;
use super::desk::{Desk, Shown};
use crate::content::lesson::{Reasoned, Screen};
use crate::features::learning::answer::{Lies, Mark, Verdict, lies};
use crate::i18n::{Messages, Phrase};
use crate::progress::Answer;
use crate::ui::{Icon, IconScale, icon_with};

/// One part of a question with how it stands.
pub(super) struct Row {
    pub(super) mark: Mark,
    /// What happened before it.
    pub(super) above: Option<String>,
    /// What it says.
    pub(super) text: String,
    /// How it stands, in words; none where there is nothing to say.
    pub(super) said: Option<String>,
    /// Why.
    pub(super) reason: String,
}

/// Every part of a question, when its answer has been looked at.
#[component]
pub(super) fn Answered(desk: Desk, shown: Shown) -> impl IntoView {
    let (verdict, draft) = desk.now(|player| Some((player.verdict()?, player.draft.clone()?)))?;
    let is_in_order = matches!(shown.screen, Screen::Order(_) | Screen::Case(_));
    Some(rows_view(rows(desk, &shown, &verdict, &draft), is_in_order))
}

/// Parts of a question as a list.
pub(super) fn rows_view(rows: Vec<Row>, is_in_order: bool) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.into_iter().map(row_view).collect_view();
    Some(if is_in_order {
        view! { <ol class="lesson-answers">{rows}</ol> }.into_any()
    } else {
        view! { <ul class="lesson-answers">{rows}</ul> }.into_any()
    })
}

fn row_view(row: Row) -> impl IntoView {
    let Row { mark, above, text, said, reason } = row;
    let (name, sign) = drawn(mark);
    view! {
        <li class="lesson-answer" data-mark=name>
            <span class="lesson-answer-sign">{sign.map(|sign| icon_with(sign, IconScale::Small, ""))}</span>
            <div class="lesson-answer-words">
                {above.map(|above| view! { <p class="muted">{above}</p> })}
                <p class="lesson-answer-head"><b>{text}</b> " " {said.map(|said| view! { <span class="lesson-answer-mark t-sm">{said}</span> })}</p>
                <p class="muted">{reason}</p>
            </div>
        </li>
    }
}

/// How a mark is drawn.
const fn drawn(mark: Mark) -> (&'static str, Option<Icon>) {
    match mark {
        Mark::Right => ("right", Some(Icon::Check)),
        Mark::Wrong => ("wrong", Some(Icon::Close)),
        Mark::Missed => ("missed", Some(Icon::Plus)),
        Mark::LeftOut => ("left-out", None),
        Mark::Own => ("own", Some(Icon::Person)),
    }
}

/// How a mark is told.
fn told(mark: Mark, screen: &Screen) -> Option<Phrase> {
    let is_single = matches!(screen, Screen::Single(_) | Screen::Number(_));
    match mark {
        Mark::Right => Some(Messages::learning_m_right),
        Mark::Wrong => Some(Messages::learning_m_wrong),
        Mark::Missed if is_single => Some(Messages::learning_m_answer),
        Mark::Missed => Some(Messages::learning_m_missed),
        Mark::LeftOut => None,
        Mark::Own => Some(Messages::learning_m_own),
    }
}

/// Every part of a question with how it stands.
pub(super) fn rows(desk: Desk, shown: &Shown, verdict: &Verdict, draft: &Answer) -> Vec<Row> {
    let words = &shown.words;
    match &shown.screen {
        Screen::Page(_) => Vec::new(),
        Screen::Single(single) => chosen(desk, shown, verdict, &single.options, &words.options),
        Screen::Several(several) => chosen(desk, shown, verdict, &several.options, &words.options),
        Screen::Standpoint(standpoint) => {
            chosen(desk, shown, verdict, &standpoint.positions, &words.positions)
        }
        Screen::Order(order) => in_order(desk, shown, verdict, draft, &order.items),
        Screen::Match(pairs) => paired(desk, shown, verdict, draft, &pairs.pairs),
        Screen::Sort(sort) => {
            let items: Vec<_> = sort.items.iter().map(|item| (&item.id, &item.bin)).collect();
            sorted(desk, shown, verdict, draft, &items)
        }
        Screen::Number(number) => counted(desk, shown, draft, number.right),
        Screen::Case(case) => match draft {
            Answer::Path(path) => walked(desk, case, &words.moments, path),
            Answer::One(_)
            | Answer::Some(_)
            | Answer::Order(_)
            | Answer::Pairs(_)
            | Answer::Bins(_)
            | Answer::Number(_) => Vec::new(),
        },
    }
}

/// Options and positions, in the order in which they stood.
fn chosen(
    desk: Desk,
    shown: &Shown,
    verdict: &Verdict,
    ids: &[String],
    words: &std::collections::BTreeMap<String, Reasoned>,
) -> Vec<Row> {
    let row = |(id, text): (String, String)| {
        let mark = verdict.of_part(&id)?;
        let said = told(mark, &shown.screen);
        let said = said.map(|said| desk.words.with(|words| said(words).to_owned()));
        Some(Row { mark, above: None, text, said, reason: words.get(&id)?.reason.clone() })
    };
    options(desk, shown, ids, words).into_iter().filter_map(row).collect()
}

/// What a part is told as where it is right, and where it is not.
fn right_or(desk: Desk, mark: Mark, other: impl Fn(&Messages) -> String) -> Option<String> {
    Some(desk.words.with(|words| match mark {
        Mark::Right => words.learning_m_right().to_owned(),
        Mark::Wrong | Mark::Missed | Mark::LeftOut | Mark::Own => other(words),
    }))
}

/// The right order, with where one put what stood elsewhere.
fn in_order(desk: Desk, shown: &Shown, verdict: &Verdict, draft: &Answer, ids: &[String]) -> Vec<Row> {
    let place = |id: &String| match draft {
        Answer::Order(given) => given.iter().position(|one| one == id),
        Answer::One(_)
        | Answer::Some(_)
        | Answer::Pairs(_)
        | Answer::Bins(_)
        | Answer::Number(_)
        | Answer::Path(_) => None,
    };
    let row = |id: &String| {
        let (mark, said) = (verdict.of_part(id)?, shown.words.items.get(id)?);
        let own = place(id).map_or(0, |place| place + 1);
        let told = right_or(desk, mark, |words| words.learning_m_place(own));
        Some(Row { mark, above: None, text: said.text.clone(), said: told, reason: said.reason.clone() })
    };
    ids.iter().filter_map(row).collect()
}

/// What belongs together, with what one chose instead.
fn paired(desk: Desk, shown: &Shown, verdict: &Verdict, draft: &Answer, ids: &[String]) -> Vec<Row> {
    let row = |id: &String| {
        let (mark, said) = (verdict.of_part(id)?, shown.words.pairs.get(id)?);
        let own = given(draft, id).and_then(|own| shown.words.pairs.get(own));
        let own = own.map(|own| own.right.clone()).unwrap_or_default();
        let told = right_or(desk, mark, |words| words.learning_m_chose(&own));
        let text = format!("{} – {}", said.left, said.right);
        Some(Row { mark, above: None, text, said: told, reason: said.reason.clone() })
    };
    ids.iter().filter_map(row).collect()
}

/// Where everything belongs, with where one put what belongs elsewhere.
fn sorted(
    desk: Desk,
    shown: &Shown,
    verdict: &Verdict,
    draft: &Answer,
    items: &[(&String, &String)],
) -> Vec<Row> {
    let bin = |id: &String| shown.words.bins.get(id).cloned().unwrap_or_default();
    let row = |&(id, right): &(&String, &String)| {
        let (mark, said) = (verdict.of_part(id)?, shown.words.items.get(id)?);
        let own = given(draft, id).map(bin).unwrap_or_default();
        let told = right_or(desk, mark, |words| words.learning_m_chose(&own));
        let text = format!("{} – {}", said.text, bin(right));
        Some(Row { mark, above: None, text, said: told, reason: said.reason.clone() })
    };
    items.iter().filter_map(row).collect()
}

/// What was given for a thing.
fn given<'a>(draft: &'a Answer, id: &str) -> Option<&'a String> {
    match draft {
        Answer::Pairs(given) | Answer::Bins(given) => given.get(id),
        Answer::One(_) | Answer::Some(_) | Answer::Order(_) | Answer::Number(_) | Answer::Path(_) => None,
    }
}

/// The number that one chose, and the right one where it is another.
fn counted(desk: Desk, shown: &Shown, draft: &Answer, right: i32) -> Vec<Row> {
    let reasons = shown.words.reasons.clone().unwrap_or_default();
    let row = |mark: Mark, number: i32, reason: &String| {
        let said = told(mark, &shown.screen);
        let said = said.map(|said| desk.words.with(|words| said(words).to_owned()));
        let text = format!("{number} {}", shown.words.unit);
        Row { mark, above: None, text, said, reason: reason.clone() }
    };
    let Answer::Number(own) = draft else { return Vec::new() };
    let wrong =
        |reason: &String| vec![row(Mark::Wrong, *own, reason), row(Mark::Missed, right, &reasons.right)];
    match lies(*own, right) {
        Lies::Low => wrong(&reasons.low),
        Lies::Right => vec![row(Mark::Right, *own, &reasons.right)],
        Lies::High => wrong(&reasons.high),
    }
}
