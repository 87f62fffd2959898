//! A screen that one reads: its words, with their terms explained, and its figure.

use leptos::prelude::*;

use super::desk::Shown;
use super::figure::Drawing;
use super::group::UseInGroup;
use crate::aloud::ReadAloud;
use crate::content::lesson::{Page, ScreenWords};
use crate::explained::Explained;
use crate::ui::{Icon, icon};

/// Something to read. The first screen of a lesson says what one can do after it.
#[component]
pub(super) fn PageScreen(page: Page, shown: Shown) -> impl IntoView {
    let heard = Signal::stored(heard(&shown.words));
    let ScreenWords { title, text, figure, .. } = shown.words;
    // At the first screen only, where the goal stands: further in somebody has begun alone.
    let in_group = shown.goal.is_some().then(|| view! { <UseInGroup lesson=shown.lesson.as_str().into()/> });
    let drawing = page.figure.zip(figure);
    view! {
        <div class="lesson-screen">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
            <div class="t-lead"><Explained text=Signal::stored(text.join("\n"))/></div>
            {shown.goal.map(|goal| view! { <p class="lesson-goal">{icon(Icon::Learning)} <span>{goal}</span></p> })}
            {drawing.map(|(figure, words)| view! { <Drawing figure words/> })}
            <div class="row wrap g3"><ReadAloud text=heard/> {in_group}</div>
        </div>
    }
}

/// What is read aloud: the words, and what the figure shows.
fn heard(words: &ScreenWords) -> String {
    let title = format!("{}.", words.title);
    let alt = words.figure.as_ref().map(|figure| figure.alt.clone());
    [title].into_iter().chain(words.text.iter().cloned()).chain(alt).collect::<Vec<_>>().join(" ")
}
