//! What can be wrong with the shape of a lesson.

/// What can be wrong with the shape of a lesson. `Display` is the reason, [`remedy`](Self::remedy) what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each is told by its own words")]
pub enum LessonProblem {
    #[error("`{0}` is no part of this screen")]
    UnknownPart(String),
    #[error("it does not begin with a page")]
    NoPageFirst,
    #[error("more than {most} questions stand in a row")]
    QuestionsInARow { most: usize },
    #[error("nothing belongs under `{0}`")]
    EmptyBin(String),
    #[error("it leads back to `{0}`")]
    LeadsBack(String),
    #[error("no choice is good")]
    NoGoodChoice,
    #[error("{right} is not on a scale from {min} to {max}")]
    OutsideScale { right: i32, min: i32, max: i32 },
    #[error("the right answer is {right}, and the table of NEWS2 gives {points}")]
    OtherPoints { right: i32, points: u8 },
    #[error("a figure of bands has a measure, and no other figure has one")]
    FigureMeasure,
    #[error("it does not begin with its letter")]
    NoLetter,
}

impl LessonProblem {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::UnknownPart(_) => "Use one of the ids of the same screen",
            Self::NoPageFirst => "Begin with a situation that one recognises, on a page",
            Self::QuestionsInARow { .. } => {
                "Set a page between them: each question after the page that it checks"
            }
            Self::EmptyBin(_) => "Let something belong there, or remove it",
            Self::LeadsBack(_) => "Let it lead to a moment that stands later, or end the case",
            Self::NoGoodChoice => "Mark at least one choice with good = true",
            Self::OutsideScale { .. } => "Let the scale begin below the right answer or at it, and end later",
            Self::OtherPoints { .. } => "Count again by the table, or exchange the values",
            Self::FigureMeasure => "Name the measure of the bands, or remove it",
            Self::NoLetter => "Write it as «I: Hvem du er»",
        }
    }
}
