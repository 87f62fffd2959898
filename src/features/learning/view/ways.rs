//! The bar below a lesson: back, and on. Only one way is ever filled.

use leptos::prelude::*;

use super::desk::Desk;
use crate::content::lesson::Screen;
use crate::features::learning::player::{Msg, Place, Player};
use crate::i18n::{Messages, Phrase};
use crate::route::Route;
use crate::ui::{ActionBar, Button, Icon, LinkButton, Look, Scale, Tone, live};

/// What one is at, as far as the ways on depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    /// One reads.
    #[default]
    Reading,
    /// One answers.
    Asked {
        /// Whether one has answered before.
        is_tried: bool,
        /// What one does with an answer; none where it goes on by itself.
        look: Option<Looking>,
    },
    /// The answer has been looked at.
    Looked(Again),
    /// After the last screen.
    End,
}

/// What an answer is looked at for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looking {
    /// How it stands.
    Check,
    /// What others think.
    Reasons,
}

/// Whether one may want to answer again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    /// It was right: there is no need.
    No,
    /// It was not.
    Try,
    /// Nothing is wrong with it, and one may still want to: a position, or an answer of another day.
    Choose,
}

fn stage(player: &Player) -> Stage {
    let Some(screen) = player.screen() else { return Stage::End };
    if let Some(verdict) = player.verdict() {
        return Stage::Looked(match verdict.is_right {
            // It was answered another day: whoever takes the lesson once more may want to answer it anew.
            Some(true) if player.tries == 0 => Again::Choose,
            Some(true) => Again::No,
            Some(false) => Again::Try,
            None => Again::Choose,
        });
    }
    let is_tried = player.marks.answers.contains_key(screen.id());
    let look = match screen {
        Screen::Page(_) => return Stage::Reading,
        Screen::Case(_) => None,
        Screen::Standpoint(_) => Some(Looking::Reasons),
        Screen::Single(_)
        | Screen::Several(_)
        | Screen::Order(_)
        | Screen::Match(_)
        | Screen::Sort(_)
        | Screen::Number(_) => Some(Looking::Check),
    };
    Stage::Asked { is_tried, look }
}

/// The ways back and on.
#[component]
pub(super) fn Ways(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let stage = desk.memo(stage);
    // Whoever came from the end has one way on: there.
    let has_no_back = desk.memo(|player| player.place == Place::Screen(0) || player.is_from_end);
    let back = move || {
        (!has_no_back.get()).then(|| {
            view! {
                <Button text=words.text(Messages::learning_back) look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft
                    on_press=move |()| desk.tell(Msg::Back)/>
            }
        })
    };
    let onward = move || {
        match stage.get() {
        Stage::Reading => on(desk, desk.on_is(), Look::Primary),
        Stage::Asked { is_tried, look } => asked(desk, is_tried, look),
        Stage::Looked(again) => looked(desk, again),
        Stage::End => view! {
            <LinkButton text=words.text(Messages::learning_to_all) href=Signal::derive(|| Route::Lessons.to_string())
                scale=Scale::Large after=Icon::ArrowRight/>
        }
        .into_any(),
    }
    };
    view! { <ActionBar back=live(back)>{live(onward)}</ActionBar> }
}

impl Desk {
    /// What the way on is called: to the next screen, or to the end for whoever came from there.
    fn on_is(self) -> Phrase {
        if self.now(|player| player.is_from_end) { Messages::learning_to_end } else { Messages::learning_on }
    }
}

/// The way on to the next screen.
fn on(desk: Desk, text: Phrase, look: Look) -> AnyView {
    let text = desk.words.text(text);
    let press = move |()| desk.tell(Msg::On);
    if look == Look::Primary {
        view! { <Button text look scale=Scale::Large after=Icon::ArrowRight on_press=press/> }.into_any()
    } else {
        view! { <Button text look tone=Tone::Neutral on_press=press/> }.into_any()
    }
}

/// Before an answer has been looked at: pass it by, or look at it.
fn asked(desk: Desk, is_tried: bool, look: Option<Looking>) -> AnyView {
    let pass: Phrase = if is_tried { desk.on_is() } else { Messages::learning_skip };
    let look = look.map(|look| {
        let (text, missing): (Phrase, Phrase) = match look {
            Looking::Check => (Messages::learning_check, Messages::learning_missing),
            Looking::Reasons => (Messages::learning_reasons, Messages::learning_missing_own),
        };
        let press = move |()| {
            if desk.now(Player::may_look) {
                desk.look();
            } else {
                desk.hint.set(desk.words.now(|words| missing(words).to_owned()));
            }
        };
        view! { <Button text=desk.words.text(text) scale=Scale::Large on_press=press/> }
    });
    view! { {on(desk, pass, Look::Tertiary)} {look} }.into_any()
}

/// When an answer has been looked at: try again where one may want to, or go on.
fn looked(desk: Desk, again: Again) -> AnyView {
    let text: Option<Phrase> = match again {
        Again::No => None,
        Again::Try => Some(Messages::learning_again),
        Again::Choose => Some(Messages::learning_choose_again),
    };
    let again = text.map(|text| {
        view! { <Button text=desk.words.text(text) look=Look::Secondary on_press=move |()| desk.again()/> }
    });
    view! { {again} {on(desk, desk.on_is(), Look::Primary)} }.into_any()
}
