//! What somebody wants to bring to the medarbeidersamtale. It is theirs, and only paper leaves the device.

use serde::{Deserialize, Serialize};

/// Notes for the medarbeidersamtale.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TalkNotes {
    /// What goes well.
    #[serde(default)]
    pub well: String,
    /// What one is unsure of.
    #[serde(default)]
    pub unsure: String,
    /// What one wishes to learn.
    #[serde(default)]
    pub wishes: String,
    /// What was agreed in the talk.
    #[serde(default)]
    pub agreed: String,
}
