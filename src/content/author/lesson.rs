//! Lessons as authors write them: a screen says its kind beside its id. In packs the kind stands outside, because
//! the app's reader of JSON knows no other enums (`src/json.rs`).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::lesson::{
    Branching, Lesson, Match, Number, Order, Page, Screen, Series, Several, Single, Sort, Standpoint,
};
use crate::content::rules::Authored;
use crate::content::{LessonWords, Metadata};
use crate::ethics::{LawId, LessonId, TermId, ValueId};

/// The language-neutral part of a lesson as it is written (`content/lessons/<id>/lesson.toml`).
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Lesson")]
#[serde(deny_unknown_fields)]
pub(super) struct LessonDraft {
    /// Its stable id, the name of its folder.
    pub(super) id: LessonId,
    /// The row of lessons that it belongs to.
    series: Series,
    /// How long it takes, in minutes: 3 to 5.
    minutes: u8,
    /// What it is about: one to four known tags.
    themes: Vec<String>,
    /// Values that it speaks of.
    values: Vec<ValueId>,
    /// Law cards that it speaks of.
    laws: Vec<LawId>,
    /// Terms of the glossary that its words use, two to six.
    terms: Vec<TermId>,
    /// Names that may stand in the words: made-up first names, and those who are named as the origin of a
    /// method, such as an author of a model.
    people: Vec<String>,
    /// What one sees, in this order.
    screens: Vec<ScreenDraft>,
    /// Source, date and review.
    metadata: Metadata,
}

/// One screen of a lesson. Where the kind has an order in it, that order is the right one; shown, it is shuffled.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Screen")]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum ScreenDraft {
    /// Something to read.
    Page(Page),
    /// One right option.
    Single(Single),
    /// Two or more right options, and one or more that are not.
    Several(Several),
    /// Things to put in order.
    Order(Order),
    /// Two halves to bring together.
    Match(Match),
    /// Things to sort into bins.
    Sort(Sort),
    /// A number on a scale.
    Number(Number),
    /// A short case that goes on by what one chooses.
    Case(Branching),
    /// A value question: positions, none of them right.
    Standpoint(Standpoint),
}

impl From<ScreenDraft> for Screen {
    fn from(draft: ScreenDraft) -> Self {
        match draft {
            ScreenDraft::Page(screen) => Self::Page(screen),
            ScreenDraft::Single(screen) => Self::Single(screen),
            ScreenDraft::Several(screen) => Self::Several(screen),
            ScreenDraft::Order(screen) => Self::Order(screen),
            ScreenDraft::Match(screen) => Self::Match(screen),
            ScreenDraft::Sort(screen) => Self::Sort(screen),
            ScreenDraft::Number(screen) => Self::Number(screen),
            ScreenDraft::Case(screen) => Self::Case(screen),
            ScreenDraft::Standpoint(screen) => Self::Standpoint(screen),
        }
    }
}

/// A lesson out of what was written.
pub(super) fn whole(written: Authored<LessonDraft, LessonWords>) -> Authored<Lesson, LessonWords> {
    let Authored { neutral, words, place } = written;
    let LessonDraft { id, series, minutes, themes, values, laws, terms, people, screens, metadata } = neutral;
    let screens = screens.into_iter().map(Screen::from).collect();
    let neutral = Lesson { id, series, minutes, themes, values, laws, terms, people, screens, metadata };
    Authored { neutral, words, place }
}
