//! What a workplace keeps beside its reflections: ideas for the group, and what is done the same way here.

use super::Services;
use crate::ethics::{IdeaId, PracticeId};
use crate::progress::{Idea, Practice};
use crate::storage::progress::{idea_of, idea_record, practice_of, practice_record};
use crate::storage::{Change, RecordId, Saved, StorageError};

/// An idea has no time: nobody shall read from it who was on duty (docs/decisions/0015).
const NO_TIME: u64 = 0;

impl Services {
    /// Every idea that somebody has written on. Where the store does not answer there are none.
    pub async fn read_ideas(self) -> Vec<(IdeaId, Idea)> {
        let all = self.read_kind::<Idea, _>(idea_of).await;
        all.into_iter().filter(|(_, idea)| !idea.is_empty()).collect()
    }

    /// Every practice that somebody has written on. Where the store does not answer there are none.
    pub async fn read_practices(self) -> Vec<(PracticeId, Practice)> {
        let all = self.read_kind::<Practice, _>(practice_of).await;
        all.into_iter().filter(|(_, practice)| !practice.is_empty()).collect()
    }

    async fn read_kind<T: Saved, Id>(self, id: fn(&RecordId) -> Option<Id>) -> Vec<(Id, T)> {
        let listed = self.records().load_all::<T>().await.unwrap_or_default();
        listed.into_iter().filter_map(|one| Some((id(&one.id)?, one.value.ready()?))).collect()
    }

    /// Keeps an idea as it is now.
    pub fn keep_idea(self, id: &IdeaId, idea: &Idea) {
        self.keep(Change::keep(idea_record(id), self.owner(), idea, NO_TIME));
    }

    /// Keeps a practice as it is now.
    pub fn keep_practice(self, id: &PracticeId, practice: &Practice) {
        self.keep(Change::keep(practice_record(id), self.owner(), practice, self.now_ms()));
    }

    /// Takes an idea out of the box.
    pub fn forget_idea(self, id: &IdeaId) {
        self.keep(Ok(Change::forget(idea_record(id), Idea::KIND, self.owner())));
    }

    /// Takes a practice away.
    pub fn forget_practice(self, id: &PracticeId) {
        self.keep(Ok(Change::forget(practice_record(id), Practice::KIND, self.owner())));
    }

    pub(super) fn keep(self, change: Result<Change, StorageError>) {
        match change {
            Ok(change) => self.saver().edited(vec![change]),
            Err(error) => leptos::logging::error!("a record could not be written: {error}"),
        }
    }
}
