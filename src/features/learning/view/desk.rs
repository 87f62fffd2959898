//! A lesson on the screen: read, taken, kept at every deed.

use std::sync::Arc;

use leptos::prelude::*;

use super::lessons::lesson;
use crate::content::LessonItem;
use crate::content::lesson::{Screen, ScreenWords};
use crate::ethics::LessonId;
use crate::features::learning::player::{Effect as Wish, Msg, Place, Player};
use crate::features::learning::shuffled::shuffled;
use crate::i18n::Words;
use crate::platform::document;
use crate::progress::LessonMarks;
use crate::services::Services;
use crate::storage::Loaded;

/// Where it is told how an answer stands: the focus goes there when it has been looked at.
pub(super) const VERDICT: &str = "lesson-verdict";

/// The heading of every screen.
const HEADING: &str = "step-title";

/// A lesson, and what the screen knows of it.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) services: Services,
    pub(super) words: Words,
    pub(super) id: StoredValue<LessonId>,
    /// The lesson with its words in the language in use.
    pub(super) item: Memo<Option<LessonItem>>,
    player: RwSignal<Option<Player>>,
    /// Whether something was done here since what is kept was read.
    touched: StoredValue<bool>,
    /// Whether what is done is kept with the lesson.
    is_kept: bool,
    /// What stands in the way of looking at an answer.
    pub(super) hint: RwSignal<String>,
    /// What was done last, for whoever does not see it.
    pub(super) told: RwSignal<String>,
}

/// A screen of the lesson with its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// The id of the lesson.
    pub(super) lesson: String,
    /// What one can do after the lesson; only at its first screen.
    pub(super) goal: Option<String>,
    pub(super) screen: Screen,
    pub(super) words: ScreenWords,
}

/// Which face the lesson shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Face {
    /// It is being fetched.
    #[default]
    OnItsWay,
    /// There is no such lesson.
    Unknown,
    /// One of its screens.
    Screen(Arc<Shown>),
    /// What one takes along.
    End(Arc<LessonItem>),
}

impl Desk {
    /// The lesson, as soon as it and what is kept of it have come. Tells in `is_unknown` where there is none.
    pub(super) fn new(services: Services, id: LessonId) -> (Self, Memo<bool>) {
        services.need_lessons();
        let id = StoredValue::new(id);
        let (item, is_unknown) = lesson(services, id);
        let desk = Self {
            services,
            words: Words::get(),
            id,
            item,
            player: RwSignal::new(None),
            touched: StoredValue::new(false),
            is_kept: true,
            hint: RwSignal::new(String::new()),
            told: RwSignal::new(String::new()),
        };
        desk.put_together(desk.read());
        (desk, is_unknown)
    }

    /// One question of a lesson, asked by itself: nothing is kept with the lesson, and it begins unanswered.
    pub(super) fn alone(services: Services, id: LessonId, question: String) -> Self {
        let id = StoredValue::new(id);
        let item = Memo::new(move |before: Option<&Option<LessonItem>>| {
            let lessons = services.lessons();
            let found = lessons.ready().and_then(|pack| {
                id.with_value(|id| pack.lessons.iter().find(|item| item.neutral.id == *id).cloned())
            });
            let mut item = found.or_else(|| before.cloned().flatten())?;
            item.neutral.screens.retain(|screen| screen.id() == question);
            Some(item)
        });
        let player = item.with_untracked(|item| {
            item.as_ref().map(|item| Player::resume(item.neutral.clone(), LessonMarks::default()))
        });
        Self {
            services,
            words: Words::get(),
            id,
            item,
            player: RwSignal::new(player),
            touched: StoredValue::new(false),
            is_kept: false,
            hint: RwSignal::new(String::new()),
            told: RwSignal::new(String::new()),
        }
    }

    /// What is kept of the lesson; read again when another window has changed it.
    fn read(self) -> RwSignal<Option<LessonMarks>> {
        self.services.followed(move |services| async move {
            // The screen may be gone by now.
            let id = self.id.try_get_value()?;
            // What cannot be read is left alone: a lesson can be taken without it.
            Some(services.lesson_marks(&id).await.ok().and_then(Loaded::ready).unwrap_or_default())
        })
    }

    /// Takes the lesson up where it was left. What was done here since is newer than what was read, unless another
    /// window writes.
    fn put_together(self, stored: RwSignal<Option<LessonMarks>>) {
        Effect::new(move |_| {
            let Some((marks, item)) = stored.get().zip(self.item.get()) else { return };
            let is_newest = self.touched.get_value() && !self.services.reads_only();
            let is_here = self.player.with_untracked(Option::is_some);
            if !(is_here && is_newest) {
                self.touched.set_value(false);
                self.player.set(Some(Player::resume(item.neutral, marks)));
            }
        });
    }

    /// Takes in what happened, and keeps what was done where that is wanted.
    pub(super) fn tell(self, msg: Msg) {
        let today = self.services.today().to_string();
        self.touched.set_value(true);
        self.hint.set(String::new());
        self.told.set(String::new());
        let wish = self.player.try_update(|player| player.as_mut().map(|player| player.update(msg, &today)));
        match wish.flatten() {
            Some(Wish::Save) => self.keep(),
            Some(Wish::None) | None => {}
        }
    }

    /// Looks at the answer, where it is whole; the focus goes to how it stands.
    pub(super) fn look(self) {
        if self.now(Player::may_look) {
            self.tell(Msg::Look);
            document::focus_soon(VERDICT.to_owned());
        }
    }

    /// Tries again, from the question.
    pub(super) fn again(self) {
        self.tell(Msg::Again);
        document::scroll_to_top();
        document::focus_soon(HEADING.to_owned());
    }

    fn keep(self) {
        if !self.is_kept {
            return;
        }
        if let Some(marks) = self.now(|player| Some(player.marks.clone())) {
            self.id.with_value(|id| self.services.keep_lesson_marks(id, &marks));
        }
    }

    /// A question about where one is, asked again when something happens.
    pub(super) fn memo<A>(self, ask: impl Fn(&Player) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.player.with(|player| player.as_ref().map(&ask).unwrap_or_default()))
    }

    /// What is asked of where one is now.
    pub(super) fn now<A: Default>(self, ask: impl Fn(&Player) -> A) -> A {
        // The screen may be gone by now.
        self.player.try_with_untracked(|player| player.as_ref().map(ask)).flatten().unwrap_or_default()
    }

    /// What is on the screen.
    pub(super) fn face(self, is_unknown: Memo<bool>) -> Memo<Face> {
        let place = self.memo(|player| Some(player.place));
        Memo::new(move |_| {
            if is_unknown.get() {
                return Face::Unknown;
            }
            let Some((place, item)) = place.get().zip(self.item.get()) else { return Face::OnItsWay };
            match place {
                Place::End => Face::End(Arc::new(item)),
                Place::Screen(at) => match Shown::of(&item, at) {
                    Some(shown) => Face::Screen(Arc::new(shown)),
                    None => Face::OnItsWay,
                },
            }
        })
    }

    /// Things in the order in which they stand at this question now: another one when one tries again, and the same
    /// while its answer is looked at.
    pub(super) fn shuffled<T>(self, shown: &Shown, things: Vec<T>) -> Vec<T> {
        let tries = self.now(|player| player.tries.saturating_sub(u32::from(player.is_shown)));
        shuffled(things, &shown.lesson, shown.screen.id(), tries)
    }
}

impl Shown {
    /// A screen by its place; its words are empty where the language has none.
    pub(super) fn of(item: &LessonItem, at: usize) -> Option<Self> {
        let screen = item.neutral.screens.get(at)?.clone();
        let words = item.words.screens.get(screen.id()).cloned().unwrap_or_default();
        let goal = (at == 0).then(|| item.words.goal.clone());
        Some(Self { lesson: item.neutral.id.to_string(), goal, screen, words })
    }
}
