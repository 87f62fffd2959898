//! What one answered, to look at again from the end: each question with how it stands, and the way to its reasons.

use leptos::prelude::*;

use super::desk::Desk;
use crate::content::LessonItem;
use crate::content::lesson::Screen;
use crate::features::learning::answer::judge;
use crate::features::learning::player::{Msg, Player};
use crate::i18n::{Messages, Phrase};
use crate::ui::{Details, Icon, IconScale, icon_with, live};

/// How the last answer to a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Right,
    NotQuite,
    /// A position: nothing is right or wrong with it.
    Own,
}

impl Standing {
    fn drawn(self) -> (&'static str, Icon, Phrase) {
        match self {
            Self::Right => ("right", Icon::Check, Messages::learning_a_right),
            Self::NotQuite => ("wrong", Icon::Idea, Messages::learning_a_not_quite),
            Self::Own => ("own", Icon::Person, Messages::learning_no_answer),
        }
    }
}

/// The questions that were answered, by id, in their order; what an earlier edition of the lesson asked is left out.
fn answered(player: &Player) -> Vec<(String, Standing)> {
    let standing = |screen: &Screen| {
        let answer = player.marks.answers.get(screen.id())?;
        let standing = match judge(screen, &answer.last)?.is_right {
            Some(true) => Standing::Right,
            Some(false) => Standing::NotQuite,
            None => Standing::Own,
        };
        Some((screen.id().to_owned(), standing))
    };
    player.lesson.screens.iter().filter_map(standing).collect()
}

/// «Se svarene dine».
#[component]
pub(super) fn YourAnswers(desk: Desk, item: LessonItem) -> impl IntoView {
    let words = desk.words;
    let answers = desk.memo(answered);
    let row = move |(id, standing): (String, Standing)| {
        let question = item.words.screens.get(&id)?.question.clone();
        let (mark, sign, told) = standing.drawn();
        Some(view! {
            <li>
                <button type="button" class="item lesson-own" data-mark=mark on:click=move |_| desk.tell(Msg::To(id.clone()))>
                    <span class="lesson-answer-sign">{icon_with(sign, IconScale::Small, "")}</span>
                    <span class="item-words">
                        <span class="item-title">{question}</span>
                        <span class="item-small">{words.text(told)}</span>
                    </span>
                    {icon_with(Icon::ChevronRight, IconScale::Normal, "")}
                </button>
            </li>
        })
    };
    live(move || {
        (!answers.with(Vec::is_empty)).then(|| {
            let rows = answers.get().into_iter().filter_map(&row).collect_view();
            view! {
                <Details summary=words.text(Messages::learning_answers)>
                    <ul class="rows" data-look="open">{rows}</ul>
                </Details>
            }
        })
    })
}
