//! What is remembered of the drills, read and kept, and the round that it belongs to.

use leptos::prelude::*;

use crate::features::simulation::drill::round::{Asked, Effect as Wish, Msg, Round};
use crate::progress::DrillMarks;
use crate::services::{Services, follow_place};

/// What is remembered, none before it has been read; read again when another window has changed it.
pub(super) fn marks(services: Services) -> RwSignal<Option<DrillMarks>> {
    services.followed(async |services: Services| Some(services.marks_of_drills().await))
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
        follow_place(move || face.get());
        face
    }
}
