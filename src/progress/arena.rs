//! Where people meet to talk.

use serde::{Deserialize, Serialize};

use crate::i18n::Messages;

/// Where a group meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arena {
    /// «Refleksjonsgruppe».
    ReflectionGroup,
    /// «Rapport, vaktskifte».
    Handover,
    /// «Personalmøte».
    StaffMeeting,
    /// «Avdelingsmøte».
    WardMeeting,
    /// «Fagdag».
    StudyDay,
    /// Somewhere else.
    Other,
}

impl Arena {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::ReflectionGroup,
        Self::Handover,
        Self::StaffMeeting,
        Self::WardMeeting,
        Self::StudyDay,
        Self::Other,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self, words: &Messages) -> &str {
        match self {
            Self::ReflectionGroup => words.group_arena_reflection_group(),
            Self::Handover => words.group_arena_handover(),
            Self::StaffMeeting => words.group_arena_staff_meeting(),
            Self::WardMeeting => words.group_arena_ward_meeting(),
            Self::StudyDay => words.group_arena_study_day(),
            Self::Other => words.group_arena_other(),
        }
    }
}
