//! When to write: soon after the last keystroke, never later than the first one can wait, and again
//! when it failed. A state machine without clock and store; the driver in the browser is `Saver`.
//!
//! Nothing that waits is ever dropped: a change leaves only when it, or a later change of the same
//! record, has been written.

use std::collections::BTreeMap;

use super::{Change, Commit, RecordId, StorageError};

/// How long a pause in the typing must be, milliseconds.
pub const PAUSE_MS: u64 = 150;
/// How long the first unsaved change waits at most, milliseconds; leaves 100 for the writing.
pub const LONGEST_MS: u64 = 400;
/// How long it waits after the first failure, milliseconds; twice as long after each further one.
pub const FIRST_RETRY_MS: u64 = 1_000;
/// How long it waits between failures at most, milliseconds.
pub const LONGEST_RETRY_MS: u64 = 30_000;

/// What a person is told beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveStatus {
    /// Everything is on the device.
    Kept,
    /// Something waits for a pause in the typing.
    Pending,
    /// Something is being written.
    Saving,
    /// Something could not be written. It is kept here and tried again.
    Failed(StorageError),
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// These were changed.
    Edited(Vec<Change>),
    /// The time that was asked for has come.
    TimerFired,
    /// A write ended.
    WriteFinished(WriteId, Result<(), StorageError>),
    /// The page may go away at any moment.
    FlushNow,
    /// What stood in the way may be gone; try everything again.
    TryAgain,
}

/// Which write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WriteId(u64);

/// A write to carry out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// Which one, for [`Input::WriteFinished`].
    pub id: WriteId,
    /// What to write, together.
    pub changes: Vec<Change>,
    /// How to finish it.
    pub commit: Commit,
}

/// What to do now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Todo {
    /// Write this.
    pub write: Option<Write>,
    /// Fire the timer at this time (and not at an earlier one that was asked for).
    pub wake_ms: Option<u64>,
}

/// The state of saving.
#[derive(Debug, Default)]
pub struct Autosave {
    waiting: BTreeMap<RecordId, Change>,
    /// Refused for a reason of their own; tried again when they change or when asked.
    refused: BTreeMap<RecordId, (Change, StorageError)>,
    writing: Vec<Write>,
    first_edit_ms: Option<u64>,
    last_edit_ms: u64,
    failure: Option<StorageError>,
    failures: u32,
    retry_ms: Option<u64>,
    last_write: u64,
}

impl Autosave {
    /// Nothing to save.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What a person is told.
    #[must_use]
    pub fn status(&self) -> SaveStatus {
        let refusal = self.refused.values().next().map(|(_, error)| error);
        match self.failure.as_ref().or(refusal) {
            Some(error) => SaveStatus::Failed(error.clone()),
            None if !self.writing.is_empty() => SaveStatus::Saving,
            None if !self.waiting.is_empty() => SaveStatus::Pending,
            None => SaveStatus::Kept,
        }
    }

    /// What is on the screen and not on the device, for an export when saving fails.
    #[must_use]
    pub fn unsaved(&self) -> Vec<&Change> {
        let refused = self.refused.values().map(|(change, _)| change);
        let writing = self.writing.iter().flat_map(|write| &write.changes);
        let mut all = BTreeMap::new();
        let oldest_first = writing.chain(refused).chain(self.waiting.values());
        all.extend(oldest_first.map(|change| (change.id(), change)));
        all.into_values().collect()
    }

    /// Takes in what happened.
    pub fn step(&mut self, input: Input, now_ms: u64) -> Todo {
        let mut write = None;
        match input {
            Input::Edited(changes) => self.edited(changes, now_ms),
            Input::TimerFired => {}
            Input::WriteFinished(id, result) => self.finished(id, result, now_ms),
            Input::FlushNow => write = self.flush(),
            Input::TryAgain => self.try_again(now_ms),
        }
        if write.is_none() && self.writing.is_empty() && self.due_ms().is_some_and(|due| due <= now_ms) {
            let changes = std::mem::take(&mut self.waiting).into_values().collect();
            write = Some(self.begin(changes, Commit::Checked));
        }
        let wake_ms = if self.writing.is_empty() { self.due_ms() } else { None };
        Todo { write, wake_ms }
    }

    fn edited(&mut self, changes: Vec<Change>, now_ms: u64) {
        if changes.is_empty() {
            return;
        }
        for change in changes {
            self.refused.remove(change.id());
            self.waiting.insert(change.id().clone(), change);
        }
        self.first_edit_ms.get_or_insert(now_ms);
        self.last_edit_ms = now_ms;
    }

    fn due_ms(&self) -> Option<u64> {
        if self.waiting.is_empty() {
            return None;
        }
        let typed = self.first_edit_ms.map(|first| (self.last_edit_ms + PAUSE_MS).min(first + LONGEST_MS));
        match (typed, self.retry_ms) {
            (Some(typed), Some(retry)) => Some(typed.min(retry)),
            (typed, retry) => typed.or(retry),
        }
    }

    fn begin(&mut self, changes: Vec<Change>, commit: Commit) -> Write {
        self.last_write += 1;
        self.first_edit_ms = None;
        self.retry_ms = None;
        let write = Write { id: WriteId(self.last_write), changes, commit };
        self.writing.push(write.clone());
        write
    }

    fn flush(&mut self) -> Option<Write> {
        // A write that waits for answers dies with the page: it is written again, committed at once.
        let mut changes = BTreeMap::new();
        for write in &self.writing {
            for change in &write.changes {
                match write.commit {
                    Commit::Checked => changes.insert(change.id().clone(), change.clone()),
                    Commit::AtOnce => changes.remove(change.id()),
                };
            }
        }
        changes.append(&mut self.waiting);
        (!changes.is_empty()).then(|| self.begin(changes.into_values().collect(), Commit::AtOnce))
    }

    fn finished(&mut self, id: WriteId, result: Result<(), StorageError>, now_ms: u64) {
        let Some(at) = self.writing.iter().position(|write| write.id == id) else { return };
        let write = self.writing.remove(at);
        let Err(error) = result else {
            self.failure = None;
            self.failures = 0;
            return;
        };
        let culprit = error.culprit().cloned();
        for change in write.changes {
            let id = change.id().clone();
            let later = self
                .writing
                .iter()
                .any(|other| other.id > write.id && other.changes.iter().any(|c| *c.id() == id));
            if later || self.waiting.contains_key(&id) || self.refused.contains_key(&id) {
                continue;
            }
            if culprit.as_ref() == Some(&id) {
                self.refused.insert(id, (change, error.clone()));
            } else {
                self.waiting.insert(id, change);
            }
        }
        if culprit.is_some() {
            // The others did nothing wrong.
            self.retry_ms = (!self.waiting.is_empty()).then_some(now_ms);
            return;
        }
        let wait = FIRST_RETRY_MS.saturating_mul(1 << self.failures.min(10)).min(LONGEST_RETRY_MS);
        self.retry_ms = error.may_pass().then_some(now_ms.saturating_add(wait));
        self.failures += 1;
        self.failure = Some(error);
    }

    fn try_again(&mut self, now_ms: u64) {
        for (id, (change, _)) in std::mem::take(&mut self.refused) {
            self.waiting.entry(id).or_insert(change);
        }
        self.failures = 0;
        self.retry_ms = Some(now_ms);
    }

    /// Lets go of everything that waits, because the user erases everything.
    pub fn let_go(&mut self) {
        let last_write = self.last_write;
        *self = Self { last_write, ..Self::default() };
    }
}
