//! What is remembered of the drills, read and kept, and the round that it belongs to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::features::simulation::drill::round::{Asked, Effect as Wish, Msg, Round};
use crate::i18n::Words;
use crate::platform::document;
use crate::platform::locks::WriterState;
use crate::progress::DrillMarks;
use crate::services::Services;
use crate::storage::words as told;
use crate::ui::SaveStatus;
use crate::writing::save_look;

/// What is remembered, none before it has been read; read again when another window has changed it.
pub(super) fn marks(services: Services) -> RwSignal<Option<DrillMarks>> {
    let value = RwSignal::new(None);
    Effect::new(move |_| {
        services.follow_changes();
        if services.writer() == WriterState::Waiting {
            return;
        }
        spawn_local(async move {
            let found = services.marks_of_drills().await;
            // The screen may be gone by now.
            let _ = value.try_set(Some(found));
        });
    });
    value
}

/// A number that nobody can foresee.
pub(super) fn seed(services: Services) -> u64 {
    let id = services.random_id();
    id.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
}

/// A round on the screen.
pub(super) struct Played<Q: Asked + Send + Sync + 'static>
where
    Q::Answer: Send + Sync,
{
    pub(super) services: Services,
    pub(super) round: RwSignal<Option<Round<Q>>>,
}

impl<Q> Clone for Played<Q>
where
    Q: Asked + Send + Sync + 'static,
    Q::Answer: Send + Sync,
{
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q> Copy for Played<Q>
where
    Q: Asked + Send + Sync + 'static,
    Q::Answer: Send + Sync,
{
}

impl<Q> Played<Q>
where
    Q: Asked + PartialEq + Send + Sync + 'static,
    Q::Answer: Send + Sync,
{
    pub(super) fn new(services: Services) -> Self {
        Self { services, round: RwSignal::new(None) }
    }

    /// Takes in what happened, and keeps what is remembered where that is wanted.
    pub(super) fn tell(self, msg: Msg<Q::Answer>) {
        let wish = self.round.try_update(|round| {
            let round = round.as_mut()?;
            match round.update(msg) {
                Wish::Keep => Some(round.marks.clone()),
                Wish::None => None,
            }
        });
        if let Some(marks) = wish.flatten() {
            self.services.keep_marks_of_drills(&marks);
        }
    }

    /// A question about the round, asked again when it changes.
    pub(super) fn memo<A>(self, ask: impl Fn(&Round<Q>) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.round.with(|round| round.as_ref().map(&ask).unwrap_or_default()))
    }

    /// What is on the screen: nothing yet, the question of that number, or the end. Whoever goes on from one to
    /// the next finds the focus on its heading.
    pub(super) fn face(self) -> Memo<Option<Option<(usize, Q)>>> {
        let face = self.memo(|round| Some(round.at.clone().map(|question| (round.number, question))));
        Effect::new(move |before: Option<bool>| {
            let is_there = face.with(Option::is_some);
            match before {
                Some(true) if is_there => to_heading(),
                Some(false) if is_there => document::focus_heading_if_lost(),
                Some(_) | None => {}
            }
            is_there
        });
        face
    }
}

/// Another thing is on the screen: its heading is where one goes on.
pub(super) fn to_heading() {
    request_animation_frame(|| {
        document::scroll_to_top();
        document::focus_heading();
    });
}

/// Whether what is remembered lies on the device.
#[component]
pub(super) fn Saved(services: Services) -> impl IntoView {
    let words = Words::get();
    let look = Memo::new(move |_| save_look(&services.save_status()));
    let said = words.made(move |words| told::status(&services.save_status(), words).to_owned());
    view! { <SaveStatus look=look text=said/> }
}
