//! What can go wrong with storage. The words for people stand in `locales/*/storage.toml`
//! (see `words`); the texts here are for logs only.

use super::RecordId;

/// Why something could not be read or written. The text on the screen is never touched by it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser forbids storage (private mode, a setting, an old browser).
    #[error("the browser does not allow storage")]
    Unavailable,
    /// The disk, or the share of it that the browser gives us, is full.
    #[error("storage is full")]
    Full,
    /// Another window holds an old database open and does not let go.
    #[error("another window blocks the database")]
    Blocked,
    /// The browser ended the database, and opening it once more did not help.
    #[error("the connection to the database was lost")]
    ConnectionLost,
    /// The record was changed by somebody else since it was read.
    #[error("record {0} was changed elsewhere")]
    Conflict(RecordId),
    /// The record could not be read, so nothing may be written over it until the user decides.
    #[error("record {0} could not be read and is protected")]
    Protected(RecordId),
    /// Another window writes.
    #[error("another window writes")]
    ReadOnly,
    /// The database was made by a newer version of the app.
    #[error("the database is newer than this version")]
    Newer,
    /// Anything else, with what the browser said.
    #[error("unexpected storage error: {0}")]
    Unexpected(String),
}

impl StorageError {
    /// Whether the same write may succeed later with nothing else changed.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Full | Self::Blocked | Self::ConnectionLost | Self::Unavailable | Self::Unexpected(_) => {
                true
            }
            Self::Conflict(_) | Self::Protected(_) | Self::ReadOnly | Self::Newer => false,
        }
    }

    /// Whether the write may have reached the disk although it is reported as failed.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        match self {
            Self::ConnectionLost | Self::Unexpected(_) => true,
            Self::Unavailable
            | Self::Full
            | Self::Blocked
            | Self::Conflict(_)
            | Self::Protected(_)
            | Self::ReadOnly
            | Self::Newer => false,
        }
    }

    /// The record that alone stands in the way of a burst.
    #[must_use]
    pub fn culprit(&self) -> Option<&RecordId> {
        match self {
            Self::Conflict(id) | Self::Protected(id) => Some(id),
            Self::Unavailable
            | Self::Full
            | Self::Blocked
            | Self::ConnectionLost
            | Self::ReadOnly
            | Self::Newer
            | Self::Unexpected(_) => None,
        }
    }
}
