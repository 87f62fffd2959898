//! What can be wrong with the shape of a path or of a standard.

/// What can be wrong with the shape of a path or of a standard. `Display` is the reason, [`remedy`](Self::remedy) what
/// to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each is told by its own words")]
pub enum PathProblem {
    #[error("a {0} does not say which one")]
    OfNothing(&'static str),
    #[error("a {0} is no content of the app, and names some")]
    OfSomething(&'static str),
    #[error("there is no {kind} `{id}`")]
    NoSuch { kind: &'static str, id: String },
    #[error("it is due on day {day}, and what stands before it on day {before}")]
    NotInOrder { day: u16, before: u16 },
    #[error("it comes back after {0} months")]
    Renewal(u8),
    #[error("{0} is only of something practical")]
    NotPractical(&'static str),
    #[error("`{0}` is none of the options")]
    NoOption(String),
    #[error("there is no section `{0}`")]
    NoSection(String),
}

impl PathProblem {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::OfNothing(_) => "Name it with of = \"…\"",
            Self::OfSomething(_) => "Remove `of`, or give it the kind of what it names",
            Self::NoSuch { .. } => "Use the id of one that stands in catalogue.toml",
            Self::NotInOrder { .. } => "Let the items stand in the order in which they are due",
            Self::Renewal(_) => "Use 6, 12 or 24 months, or leave it out",
            Self::NotPractical(_) => "Remove it, or make the item practical",
            Self::NoOption(_) => "Name the option that is right",
            Self::NoSection(_) => "Use the id of a section of the same standard",
        }
    }
}
