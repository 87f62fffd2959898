//! A check question that comes again, asked as the lesson asks it. The first answer counts; how hard it was, one says
//! oneself, and need not.

use leptos::prelude::*;

use super::shift::Sitting;
use crate::content::lesson::Screen;
use crate::ethics::LessonId;
use crate::features::learning::answer::judge;
use crate::features::learning::player::Player;
use crate::features::learning::repetition::round::Msg;
use crate::features::learning::view::desk::{Desk, Shown, VERDICT};
use crate::features::learning::view::question::QuestionScreen;
use crate::i18n::{Messages, Phrase};
use crate::platform::document;
use crate::progress::memory::Recall;
use crate::ui::{ActionBar, Button, Icon, LiveRegion, Look, Scale, Tone, live};

/// How far one has come with the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    /// One answers; a case goes on by itself.
    #[default]
    Asked,
    /// One answers a case.
    InCase,
    /// It was right at once.
    Right,
    /// It was not right at first.
    Missed,
}

fn stage(player: &Player) -> Stage {
    let Some(screen) = player.screen() else { return Stage::Asked };
    let first = player.marks.answers.get(screen.id()).and_then(|answered| judge(screen, &answered.first));
    match first.map(|verdict| verdict.is_right == Some(true)) {
        Some(true) if player.is_shown => Stage::Right,
        Some(false) if player.is_shown => Stage::Missed,
        Some(_) | None if matches!(screen, Screen::Case(_)) => Stage::InCase,
        Some(_) | None => Stage::Asked,
    }
}

/// A question of a lesson, by itself.
#[component]
pub(super) fn AskedAgain(sitting: Sitting, lesson: LessonId, question: String) -> impl IntoView {
    let desk = Desk::alone(sitting.services, lesson, question);
    let shown = Memo::new(move |_| desk.item.with(|item| item.as_ref().and_then(|item| Shown::of(item, 0))));
    let title = Memo::new(move |_| desk.item.with(|item| item.as_ref().map(|item| item.words.title.clone())));
    let body = move || {
        shown.get().map(|shown| {
            view! { <QuestionScreen desk shown/> }
        })
    };
    view! {
        <div class="cols"><main id="main" tabindex="-1">
            <p class="kicker">{live(move || title.get())}</p>
            {live(body)}
        </main></div>
        <Ways sitting desk/>
        <LiveRegion text=desk.told/>
    }
}

/// The ways on: look at the answer, pass it by, or say how it went.
#[component]
fn Ways(sitting: Sitting, desk: Desk) -> impl IntoView {
    let words = sitting.words;
    let stage = desk.memo(stage);
    let look = move |()| {
        if desk.now(Player::may_look) {
            desk.look();
        } else {
            desk.hint.set(words.now(|words| words.learning_missing().to_owned()));
            document::focus_soon(VERDICT.to_owned());
        }
    };
    let ways = move || {
        match stage.get() {
        Stage::Asked => view! {
            {skip(sitting)}
            <Button text=words.text(Messages::learning_check) scale=Scale::Large on_press=look/>
        }
        .into_any(),
        Stage::InCase => skip(sitting),
        Stage::Right => view! {
            {went(sitting, Recall::Hard, Messages::repetition_hard)}
            {went(sitting, Recall::Easy, Messages::repetition_easy)}
            {on(sitting, Recall::Good)}
        }
        .into_any(),
        Stage::Missed => view! {
            <Button text=words.text(Messages::learning_again) look=Look::Secondary on_press=move |()| desk.again()/>
            {on(sitting, Recall::Missed)}
        }
        .into_any(),
    }
    };
    view! { <ActionBar>{live(ways)}</ActionBar> }
}

/// It comes another time.
pub(super) fn skip(sitting: Sitting) -> AnyView {
    view! {
        <Button text=sitting.words.text(Messages::learning_skip) look=Look::Tertiary tone=Tone::Neutral
            on_press=move |()| sitting.tell(Msg::Skip)/>
    }
    .into_any()
}

/// How it went, in one's own words.
pub(super) fn went(sitting: Sitting, recall: Recall, text: Phrase) -> AnyView {
    view! {
        <Button text=sitting.words.text(text) look=Look::Secondary on_press=move |()| sitting.tell(Msg::Answered(recall))/>
    }
    .into_any()
}

/// On to the next thing.
pub(super) fn on(sitting: Sitting, recall: Recall) -> AnyView {
    view! {
        <Button text=sitting.words.text(Messages::learning_on) scale=Scale::Large after=Icon::ArrowRight
            on_press=move |()| sitting.tell(Msg::Answered(recall))/>
    }
    .into_any()
}
