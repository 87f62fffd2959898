//! What is wrong with content: where, why, and what to do about it.

mod lesson;
mod path;

use std::fmt;

use crate::content::Part;
use crate::ethics::Certainty;
use crate::i18n::Day;
use crate::i18n::Language;

use super::course::Course;
pub use lesson::LessonProblem;
pub use path::PathProblem;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, below `content/`.
    pub file: String,
    /// The field in it, as it is written there; empty where the whole file is meant.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, field, problem } = self;
        let remedy = problem.remedy();
        if field.is_empty() {
            write!(f, "{file}: {problem}. {remedy}")
        } else {
            write!(f, "{file}: {field}: {problem}. {remedy}")
        }
    }
}

/// What a check read, and what it found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What could be read; whole and right only where the report is green.
    pub course: Course,
    /// What is wrong, file by file.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_green(&self) -> bool {
        self.findings.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.iter().try_for_each(|finding| writeln!(f, "{finding}"))?;
        match self.findings.len() {
            0 => write!(f, "content: nothing is wrong"),
            count => write!(f, "content: {count} to put right"),
        }
    }
}

/// What can be wrong. `Display` is the reason, [`remedy`](Self::remedy) what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each is told by its own words")]
pub enum Problem {
    #[error("cannot be read: {reason}")]
    Unreadable { reason: String },
    #[error("format_version {found} is older than {oldest}, the oldest that can be read")]
    TooOld { found: u32, oldest: u32 },
    #[error("format_version {found} is newer than {newest}, the newest that can be read")]
    TooNew { found: u32, newest: u32 },
    #[error("there is no file for the language {}", .0.code())]
    MissingLanguage(Language),
    #[error("`{0}` has a folder and is not in the catalogue")]
    NotInCatalogue(String),
    #[error("`{0}` is in the catalogue and has no folder")]
    NoFolder(String),
    #[error("the id `{id}` is not the name of the folder, `{folder}`")]
    OtherId { id: String, folder: String },
    #[error("the id `{0}` is used twice")]
    Duplicate(String),
    #[error("the id `{0}` has other signs than a-z, 0-9 and -")]
    OddId(String),
    #[error("this file belongs to nothing")]
    StrayFile,
    #[error("`{was}` was published, and now it is `{is}`")]
    MovedId { was: String, is: String },
    #[error("`{0}` was published, and now it is gone")]
    LostId(String),
    #[error("`{0}` is not in ids.toml")]
    UnlistedId(String),

    #[error("there are no words for `{0}`")]
    MissingWords(String),
    #[error("there are words for `{id}`, which {neutral} does not have")]
    WordsForNothing { id: String, neutral: String },
    #[error("the languages differ: {here} here, and {there} in {}", .other.code())]
    OtherStructure { here: String, there: String, other: Language },

    #[error("there is no source")]
    NoSource,
    #[error("`{0}` is not a day as YYYY-MM-DD")]
    BadDate(String),
    #[error("{found} is later than today, {today}")]
    FutureDate { found: Day, today: Day },
    #[error("the tag `{0}` is not known")]
    UnknownTag(String),
    #[error("the id `{0}` is not known")]
    UnknownId(String),
    #[error("no fact is {0:?}")]
    NoFactThatIs(Certainty),
    #[error("a fact that is {0:?} has no source")]
    FactWithoutSource(Certainty),
    #[error("a fact that is unknown has a source")]
    SourceOfUnknown,
    #[error("{0} parties are the patient, and it must be exactly one")]
    PatientParties(usize),
    #[error("the view is empty, and how_we_know says that it is known")]
    NoView,
    #[error("there is a view, and how_we_know says that it is not known")]
    ViewOfUnknown,
    #[error("no step has the part {0:?}")]
    PartMissing(Part),
    #[error("two steps have the part {0:?}")]
    PartTwice(Part),
    #[error("no guide `{guide}` with a step `{step}` stands earlier in the catalogue")]
    LikeNothing { guide: String, step: String },
    #[error("`{0}` is like another guide's step and has something of its own")]
    LikeAndOwn(String),
    #[error("no source has the id `{0}`")]
    UnknownSource(String),
    #[error("the plan gives time to `{0}`, which is no step")]
    UnknownStep(String),
    #[error("the frame and the steps make {found} minutes, and the plan has {minutes}")]
    PlanSum { found: u32, minutes: u16 },
    #[error("the step has a private round and no words for it")]
    NoPrivateWords,
    #[error("there are {found} choices, and {needed} is the least")]
    FewChoices { found: usize, needed: usize },
    #[error("no plan is usual, so none would be offered first")]
    NoUsualPlan,
    #[error("{found} {what}, and it must be {least} to {most}")]
    Count { what: &'static str, found: usize, least: usize, most: usize },
    #[error("a claim has no {0}: one agrees with it or not")]
    ClaimWith(&'static str),
    #[error("only a case card has a panel")]
    PanelOfOther,
    #[error("every voice leans to `{0}`, which reads as the answer")]
    PanelAgrees(String),
    #[error("`{0}` gives the same reason as another voice")]
    SameReason(String),

    #[error("no fact belongs under `{0}`")]
    NoFactUnder(&'static str),
    #[error("the condition reads `{0}`, which the scenario does not have")]
    UnknownReading(String),
    #[error("{found} is outside {least} to {most}")]
    OutOfBounds { found: String, least: i32, most: i32 },
    #[error("the last one has a condition, so that nothing may hold")]
    NoLastResort,
    #[error("{0} is never reached, however it is played")]
    NeverReached(String),
    #[error("nobody who plays with care comes to a safe ending")]
    NoSafeEnding,
    #[error("doing nothing ends safely, in `{0}`")]
    NothingIsSafe(String),
    #[error("doing nothing never ends")]
    NoEnd,
    #[error("NEWS2 is {0} at the beginning although it goes wrong, and nothing says that the score misleads")]
    SilentScore(u8),

    #[error(transparent)]
    Lesson(#[from] LessonProblem),
    #[error(transparent)]
    Path(#[from] PathProblem),

    #[error("it is empty")]
    Empty,
    #[error("the question does not end in a question mark")]
    NoQuestionMark,
    #[error("there is an exclamation mark")]
    Exclamation,
    #[error("a sentence has {words} words, and {limit} is the most: «{sentence}»")]
    LongSentence { words: usize, limit: usize, sentence: String },
    #[error("the text has {words} words, and {limit} is the most")]
    LongText { words: usize, limit: usize },
    #[error("the name has {characters} characters, and {limit} is the most")]
    LongName { characters: usize, limit: usize },
    #[error("LIX is {lix}, and {limit} is the most; long words: {long_words}")]
    HardToRead { lix: usize, limit: usize, long_words: String },
    #[error("«{0}» tells of an answer, and a card has none")]
    Answer(String),
    #[error("there is more than one question")]
    ManyQuestions,
    #[error("«{0}» is in no law card")]
    UnknownSection(String),
    #[error("the form «{form}» belongs to `{other}` already")]
    FormTaken { form: String, other: String },
    #[error("«{0}» could identify somebody")]
    Identifies(String),
}

impl Problem {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "Write it in the shape that the other files of its kind have",
            Self::TooOld { .. } => "Bring the files up to date and raise format_version",
            Self::TooNew { .. } => "Update the tools, or lower format_version",
            Self::MissingLanguage(_) => "Add the file, with the same keys as the other languages",
            Self::NotInCatalogue(_) => "Add the id to catalogue.toml, or remove the folder",
            Self::NoFolder(_) => "Make the folder (cargo xtask new), or remove the id from catalogue.toml",
            Self::OtherId { .. } => "Give both the same name; an id that is published never changes",
            Self::Duplicate(_) => "Give one of them another id, or remove it",
            Self::OddId(_) => "Use short words in a-z and 0-9, with - between them",
            Self::MovedId { .. } => "Put it back: people have marked and kept it under that id",
            Self::LostId(_) => "Put it back: people have marked and kept it under that id",
            Self::UnlistedId(_) => "Run `cargo xtask content ids`, and never change the id after that",
            Self::StrayFile => "Remove it, or move it to where it belongs",
            Self::MissingWords(_) => "Write them, under the same id as in the language-neutral file",
            Self::WordsForNothing { .. } => "Remove them, or add the id to the language-neutral file",
            Self::OtherStructure { .. } => "Give every language the same parts",
            Self::NoSource => "Say what it rests on, with at least one source",
            Self::BadDate(_) => "Write the day as 2026-01-31",
            Self::FutureDate { .. } => "Write the day when it was really checked",
            Self::UnknownTag(_) => "Use a tag from tags.toml, or add it there in every language",
            Self::UnknownId(_) => "Use an id from content/reference, or add the item there",
            Self::NoFactThatIs(_) => "A dilemma has facts that are known, believed and unknown: add one",
            Self::FactWithoutSource(_) => "Say where it comes from, or mark it as believed",
            Self::SourceOfUnknown => "Remove the source, or say what is known",
            Self::PatientParties(_) => "Mark exactly one party with patient = true",
            Self::NoView => "Write the view, or set how_we_know = \"unknown\"",
            Self::ViewOfUnknown => "Leave the view empty, or say how it is known",
            Self::PartMissing(_) => "Add the part to the step where it is worked on",
            Self::PartTwice(_) => "Keep it in one step",
            Self::LikeNothing { .. } => "Name a guide that stands earlier and has the step",
            Self::LikeAndOwn(_) => "Remove what is its own, in every language, or remove `like`",
            Self::UnknownSource(_) => "Give a source of the metadata this id, or name another",
            Self::UnknownStep(_) => "Use the ids of the steps",
            Self::PlanSum { .. } => "Make the minutes add up",
            Self::NoPrivateWords => "Write `[steps.<id>.private]` with question, choices and line",
            Self::FewChoices { .. } => "Add choices, from one end to the other",
            Self::NoUsualPlan => "Mark at least one plan with usual = true",
            Self::NoFactUnder(_) => {
                "Add one: a call has all five letters, and something that does not belong"
            }
            Self::UnknownReading(_) => "Use an id of this scenario, or a reading such as spo2, sbp or news2",
            Self::OutOfBounds { .. } => "Choose a value that a living person can have",
            Self::NoLastResort => "End the list with one that has no `when`",
            Self::NeverReached(_) => "Let some course lead to it, or remove it",
            Self::NoSafeEnding => "Let the right help in time lead to an ending with safe = true",
            Self::NothingIsSafe(_) => {
                "Let it go wrong when nobody does anything, or mark the ending as not safe"
            }
            Self::NoEnd => "Add an ending for when the time is up: when = \"minute >= …\"",
            Self::SilentScore(_) => "Write `score_misleads`, in the scenario and in every language",
            Self::Lesson(problem) => problem.remedy(),
            Self::Path(problem) => problem.remedy(),
            Self::Empty => "Write the text",
            Self::NoQuestionMark => "Word it as a question",
            Self::Exclamation => "End the sentence with a full stop",
            Self::LongSentence { .. } => "Divide it",
            Self::LongText { .. } | Self::LongName { .. } => "Shorten it",
            Self::HardToRead { .. } => {
                "Use shorter words and sentences; a term that is explained elsewhere goes into readability.toml"
            }
            Self::Count { .. } => "Add or remove some",
            Self::ClaimWith(_) => "Remove them, or make it a case or a term",
            Self::PanelOfOther => "Remove the panel, or make it a case",
            Self::PanelAgrees(_) => "Let the voices lean to at least two choices",
            Self::SameReason(_) => "Give each voice a reason of its own",
            Self::Answer(_) => "Ask, and let the group find out",
            Self::ManyQuestions => "Keep one main question, and move the others to follow_ups",
            Self::UnknownSection(_) => "Check the number, or add a law card for it first",
            Self::FormTaken { .. } => "Keep the form in one of them",
            Self::Identifies(_) => "Use a role and a neutral wording",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_where_and_why_and_what_to_do() {
        let finding = Finding {
            file: "cases/a/nn.toml".into(),
            field: "question".into(),
            problem: Problem::NoQuestionMark,
        };
        assert_eq!(
            finding.to_string(),
            "cases/a/nn.toml: question: the question does not end in a question mark. Word it as a question"
        );
    }
}
