//! What was done of the lessons, as lists of lessons show it: in words, never in numbers.

use leptos::prelude::*;

use crate::content::LessonItem;
use crate::ethics::LessonId;
use crate::i18n::{Messages, Phrase, Words};
use crate::progress::LessonMarks;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Icon, IconScale, Row, icon_with, live};

/// How far one has come with a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum State {
    /// Not begun.
    #[default]
    Untouched,
    /// Begun, and never taken to its end.
    Begun,
    /// Taken to its end at least once.
    Done,
}

/// What was done of every lesson, read and read again when another window has changed it.
#[derive(Clone, Copy)]
pub(super) struct Marks(RwSignal<Option<Vec<(LessonId, LessonMarks)>>>);

impl Marks {
    pub(super) fn read(services: Services) -> Self {
        // What cannot be read is left alone: the rest can be shown without it.
        let read =
            async |services: Services| Some(services.read_lesson_marks().await.unwrap_or_default().here);
        Self(services.followed(read))
    }

    /// Whether it has been read; tracked.
    pub(super) fn is_here(self) -> bool {
        self.0.with(Option::is_some)
    }

    /// What was done of every lesson that was begun; none before it has been read. Tracked.
    pub(super) fn with<A>(self, look: impl FnOnce(Option<&[(LessonId, LessonMarks)]>) -> A) -> A {
        self.0.with(|all| look(all.as_deref()))
    }

    /// How far one has come with a lesson; tracked.
    pub(super) fn state(self, id: &LessonId) -> State {
        self.0.with(|all| match all.iter().flatten().find(|(one, _)| one == id) {
            None => State::Untouched,
            Some((_, marks)) if marks.done.is_empty() => State::Begun,
            Some(_) => State::Done,
        })
    }
}

/// A lesson in a list: what it is called, what it is about, how long it takes, and how far one has come.
#[component]
pub(super) fn LessonRow(marks: Marks, item: LessonItem) -> impl IntoView {
    let words = Words::get();
    let LessonItem { neutral, words: said, .. } = item;
    let href = Route::Lesson(neutral.id.clone()).to_string();
    let minutes = words.made(move |words| words.learning_minutes(neutral.minutes));
    let id = neutral.id;
    let state = Memo::new(move |_| marks.state(&id));
    let mark = view! {
        <span class="lesson-mark t-sm">
            <span class="num">{minutes}</span>
            {live(move || told(state.get()).map(|(sign, text)| view! {
                <span class="lesson-state">{icon_with(sign, IconScale::Small, "")} <span>{words.text(text)}</span></span>
            }))}
        </span>
    }
    .into_any();
    view! { <Row href=Signal::stored(href) title=Signal::stored(said.title) small=Signal::stored(said.teaser) mark=mark/> }
}

fn told(state: State) -> Option<(Icon, Phrase)> {
    match state {
        State::Untouched => None,
        State::Begun => Some((Icon::Bookmark, Messages::learning_begun)),
        State::Done => Some((Icon::CheckCircle, Messages::learning_done)),
    }
}
