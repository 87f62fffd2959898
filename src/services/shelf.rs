//! What a workplace keeps beside its reflections: ideas for the group, and what is done the same way here.

use leptos::task::spawn_local;

use super::Services;
use crate::ethics::{IdeaId, PracticeId, SessionId};
use crate::platform::download;
use crate::progress::{Idea, Practice};
use crate::route::Route;
use crate::storage::progress::{idea_of, idea_record, practice_of, practice_of_session, practice_record};
use crate::storage::{Change, Loaded, RecordId, Saved, StorageError};

/// What lies there of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnTheShelf<Id, T> {
    /// What can be read.
    pub here: Vec<(Id, T)>,
    /// What cannot.
    pub unread: Vec<Id>,
}

impl<Id, T> Default for OnTheShelf<Id, T> {
    fn default() -> Self {
        Self { here: Vec::new(), unread: Vec::new() }
    }
}

/// An idea has no time: nobody shall read from it who was on duty (docs/decisions/0015).
const NO_TIME: u64 = 0;

impl Services {
    /// Every idea that somebody has written on, and those that cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_ideas(self) -> Result<OnTheShelf<IdeaId, Idea>, StorageError> {
        self.read_shelf(idea_of, |idea: &Idea| !idea.is_empty()).await
    }

    /// Every practice that somebody has written on, and those that cannot be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_practices(self) -> Result<OnTheShelf<PracticeId, Practice>, StorageError> {
        self.read_shelf(practice_of, |practice: &Practice| !practice.is_empty()).await
    }

    pub(super) async fn read_shelf<T: Saved, Id>(
        self,
        id: impl Fn(&RecordId) -> Option<Id>,
        is_written_on: fn(&T) -> bool,
    ) -> Result<OnTheShelf<Id, T>, StorageError> {
        let mut shelf = OnTheShelf::default();
        for one in self.records().load_all::<T>().await? {
            let Some(id) = id(&one.id) else { continue };
            match one.value {
                Loaded::Ready(value) if is_written_on(&value) => shelf.here.push((id, value)),
                Loaded::Ready(_) | Loaded::Empty => {}
                Loaded::Newer(_) | Loaded::Damaged(_) => shelf.unread.push(id),
            }
        }
        Ok(shelf)
    }

    /// Hands out the bytes of a record that cannot be read, as they lie there.
    pub fn take_out(self, record: &RecordId) {
        let (records, record) = (self.records(), record.clone());
        spawn_local(async move {
            if let Ok(Some(bytes)) = records.raw(&record).await {
                // Refused only where the browser takes no files; the notice stays either way.
                let _ = download::save("refleks.txt", "text/plain", &bytes);
            }
        });
    }

    /// Puts a record that cannot be read aside, and goes on.
    pub fn put_aside(self, record: &RecordId, then: Route) {
        let (records, record) = (self.records(), record.clone());
        spawn_local(async move {
            if records.set_aside(&record, self.now_ms()).await.is_ok() {
                self.records_changed();
                self.replace(&then);
            }
        });
    }

    /// A practice, to be read.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn practice(self, id: &PracticeId) -> Result<Loaded<Practice>, StorageError> {
        self.saver().load(&practice_record(id)).await
    }

    /// What to write so that a practice goes with its session, as long as nobody is agreed on it: until then it is
    /// the session's words and no more.
    pub(super) async fn draft_of(self, session: &SessionId) -> Option<Change> {
        let id = practice_of_session(session);
        match self.practice(&id).await {
            Ok(Loaded::Ready(practice)) if !practice.agreed => {
                Some(Change::forget(practice_record(&id), Practice::KIND))
            }
            _ => None,
        }
    }

    /// Keeps an idea as it is now.
    pub fn keep_idea(self, id: &IdeaId, idea: &Idea) {
        self.keep(Change::keep(idea_record(id), idea, NO_TIME));
    }

    /// Keeps a practice as it is now.
    pub fn keep_practice(self, id: &PracticeId, practice: &Practice) {
        self.keep(Change::keep(practice_record(id), practice, self.now_ms()));
    }

    /// Takes an idea out of the box.
    pub fn forget_idea(self, id: &IdeaId) {
        self.keep(Ok(Change::forget(idea_record(id), Idea::KIND)));
    }

    /// Takes a practice away.
    pub fn forget_practice(self, id: &PracticeId) {
        self.keep(Ok(Change::forget(practice_record(id), Practice::KIND)));
    }

    pub(super) fn keep(self, change: Result<Change, StorageError>) {
        match change {
            Ok(change) => self.saver().edited(vec![change]),
            Err(error) => leptos::logging::error!("a record could not be written: {error}"),
        }
    }
}
