//! How sure we are, and how we know.

use serde::{Deserialize, Serialize};

/// How sure a fact is. SME asks to separate what is known from what is believed
/// (fakta.md 1.3, step 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// «Vet».
    Known,
    /// «Tror».
    Believed,
    /// «Vet ikke».
    Unknown,
}

impl Certainty {
    /// All, from the surest to the least sure.
    pub const ALL: [Self; 3] = [Self::Known, Self::Believed, Self::Unknown];
}

/// Where a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactSource {
    /// Seen or measured.
    Observed,
    /// Said by somebody.
    Said,
    /// Read in the patient record.
    Record,
    /// Professional knowledge.
    Professional,
    /// Own or shared experience.
    Experience,
    /// From the service user.
    ServiceUser,
}

impl FactSource {
    /// All sources, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Observed, Self::Said, Self::Record, Self::Professional, Self::Experience, Self::ServiceUser];
}

/// How we know what a party thinks. Only `Said` may ever be printed as the party's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HowWeKnow {
    /// «Sagt»: the party said it.
    Said,
    /// «Observert»: we saw it.
    Observed,
    /// «Antatt»: we assume it.
    Assumed,
    /// «Vet ikke».
    #[default]
    Unknown,
}

impl HowWeKnow {
    /// All, from the surest to the least sure.
    pub const ALL: [Self; 4] = [Self::Said, Self::Observed, Self::Assumed, Self::Unknown];
}
