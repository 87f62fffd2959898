//! What is read aloud of a question: what is asked and what one can choose; once the answer has been looked at, how each
//! part stands, and why.

use leptos::prelude::*;

use super::answered::{Row, rows};
use super::choose::options;
use super::desk::{Desk, Shown};
use crate::content::lesson::{Branching, Screen};
use crate::features::learning::answer::moment_after;
use crate::progress::Answer;
use crate::ui::Text;

/// What is read aloud of a question now.
pub(super) fn heard(desk: Desk, shown: Shown) -> Text {
    let answer = desk.memo(|player| (player.verdict(), player.draft.clone()));
    Signal::derive(move || {
        let (verdict, draft) = answer.get();
        let parts = match (verdict, &draft) {
            (Some(verdict), Some(draft)) => {
                let told = rows(desk, &shown, &verdict, draft).into_iter().map(told);
                told.chain([shown.words.after.clone()]).collect()
            }
            (_, draft) => offered(desk, &shown, draft.as_ref()),
        };
        let question = shown.words.question.clone();
        [question].into_iter().chain(parts).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    })
}

fn told(row: Row) -> String {
    let Row { above, text, said, reason, .. } = row;
    let head = [above, Some(sentence(&text)), said.map(|said| sentence(&said)), Some(reason)];
    head.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What one can choose from.
fn offered(desk: Desk, shown: &Shown, draft: Option<&Answer>) -> Vec<String> {
    let words = &shown.words;
    let sentences = |things: Vec<(String, String)>| things.iter().map(|(_, text)| sentence(text)).collect();
    match &shown.screen {
        Screen::Page(_) | Screen::Number(_) => Vec::new(),
        Screen::Single(single) => sentences(options(desk, shown, &single.options, &words.options)),
        Screen::Several(several) => sentences(options(desk, shown, &several.options, &words.options)),
        Screen::Standpoint(standpoint) => {
            sentences(options(desk, shown, &standpoint.positions, &words.positions))
        }
        Screen::Order(order) => sentences(options(desk, shown, &order.items, &words.items)),
        Screen::Match(pairs) => {
            let halves = pairs.pairs.iter().filter_map(|id| words.pairs.get(id));
            let (lefts, rights): (Vec<_>, Vec<_>) =
                halves.map(|half| (sentence(&half.left), sentence(&half.right))).unzip();
            lefts.into_iter().chain(desk.shuffled(shown, rights)).collect()
        }
        Screen::Sort(sort) => {
            let ids: Vec<String> = sort.items.iter().map(|item| item.id.clone()).collect();
            let bins = sort.bins.iter().filter_map(|id| words.bins.get(id)).map(|text| sentence(text));
            let items: Vec<String> = sentences(options(desk, shown, &ids, &words.items));
            bins.chain(items).collect()
        }
        Screen::Case(case) => moment(case, shown, draft),
    }
}

/// What happens now in a case, and what one can do.
fn moment(case: &Branching, shown: &Shown, draft: Option<&Answer>) -> Vec<String> {
    let path = match draft {
        Some(Answer::Path(path)) => path.as_slice(),
        Some(_) | None => &[],
    };
    let moment = moment_after(case, path).and_then(|at| case.moments.get(at));
    let Some((moment, said)) = moment.and_then(|one| Some((one, shown.words.moments.get(&one.id)?))) else {
        return Vec::new();
    };
    let choices = moment.choices.iter().filter_map(|choice| said.choices.get(&choice.id));
    [said.text.clone()].into_iter().chain(choices.map(|choice| sentence(&choice.text))).collect()
}

/// A text with an end, so that a voice stops after it.
fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '?', '!', '…']) || text.ends_with(".»") || text.ends_with("?»");
    if ends { text.to_owned() } else { format!("{text}.") }
}
